"""The style of the page: light and dark, for screens from 360 pixels on, and for paper."""

LIGHT = {
    "page": "#ffffff",
    "surface": "#f5f6f8",
    "text": "#1c2128",
    "muted": "#565e69",
    "line": "#d3d8df",
    "link": "#0a58a8",
    "blocked": "#ab1f17",
    "blocked-tint": "#fdecea",
    "review": "#7d4c00",
    "review-tint": "#fff3dc",
    "fixable": "#0a58a8",
    "fixable-tint": "#e6f0fb",
    "ready": "#17663a",
    "ready-tint": "#e5f4ea",
    "info": "#4a5361",
    "info-tint": "#e9ecf0",
    "gone": "#fdecea",
    "gone-mark": "#f9c6c1",
    "new": "#e5f4ea",
    "new-mark": "#b5e2c4",
    "code-mark": "#ffe9b0",
    "bar-blocked": "#c0291f",
    "bar-review": "#9a5b00",
    "bar-fixable": "#1766b5",
    "bar-ready": "#1d7a43",
    "bar-info": "#66707e",
    "on-bar": "#ffffff",
}
DARK = {
    "page": "#14171c",
    "surface": "#1d2128",
    "text": "#e7e9ed",
    "muted": "#a6aeb9",
    "line": "#3a424d",
    "link": "#8abdff",
    "blocked": "#ff958b",
    "blocked-tint": "#3d1f1e",
    "review": "#f2bd62",
    "review-tint": "#382b14",
    "fixable": "#8abdff",
    "fixable-tint": "#182b43",
    "ready": "#82d5a0",
    "ready-tint": "#17321f",
    "info": "#b5bdc8",
    "info-tint": "#2b313a",
    "gone": "#3d1f1e",
    "gone-mark": "#7a2e2a",
    "new": "#17321f",
    "new-mark": "#22603a",
    "code-mark": "#5c4a12",
    "bar-blocked": "#ff857a",
    "bar-review": "#edb04a",
    "bar-fixable": "#78b1fb",
    "bar-ready": "#70c992",
    "bar-info": "#98a2b0",
    "on-bar": "#14171c",
}


def _colors(theme: dict[str, str]) -> str:
    return " ".join(f"--{name}: {color};" for name, color in theme.items())


_RULES = """
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem 3rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0 0 .5rem; font-size: 1.75rem; }
h2 { margin: 2.5rem 0 .75rem; font-size: 1.3rem; }
h3 { margin: 1.25rem 0 .5rem; font-size: 1.05rem; }
.manifest > h3 { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin-top: 0; }
h3 > code { font-size: 1rem; }
h4 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: 0 0 .5rem; }
a { color: var(--link); text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible, pre:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .875rem; }
header { border-left: .375rem solid var(--line); border-radius: .25rem; background: var(--surface); padding: .9rem 1.1rem; }
header p { margin: 0; }
header h1 + p { font-size: 1.15rem; font-weight: 600; }
header.blocked { border-color: var(--bar-blocked); }
header.to-review { border-color: var(--bar-review); }
header.fix-available { border-color: var(--bar-fixable); }
header.ready { border-color: var(--bar-ready); }
footer, .aside { color: var(--muted); font-size: .875rem; }
.aside code { font-size: .8125rem; }
.command { white-space: nowrap; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
.aside { margin: .15rem 0 0; }
ul { margin: 0; padding-left: 1.25rem; }
li { margin: .35rem 0; }
.places { display: flex; flex-wrap: wrap; gap: 0 .9rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-size: .875rem; }
thead th { overflow-wrap: break-word; }
tbody th { font-weight: normal; }
.readiness tbody th { min-width: 6rem; }
.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
.badge { display: inline-block; padding: .05rem .55rem; border: 1px solid currentColor; border-radius: 1rem;
  font: 600 .8125rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  white-space: nowrap; }
.badge.blocked, .badge.error { color: var(--blocked); background: var(--blocked-tint); }
.badge.to-review, .badge.warning { color: var(--review); background: var(--review-tint); }
.badge.fix-available { color: var(--fixable); background: var(--fixable-tint); }
.badge.ready { color: var(--ready); background: var(--ready-tint); }
.badge.info { color: var(--info); background: var(--info-tint); }
.chart { display: block; overflow: visible; margin: .25rem 0; }
.chart text { fill: var(--text); font-size: 14px; }
.chart .count { text-anchor: end; fill: var(--muted); }
.chart .short { display: none; }
.chart .on-bar { text-anchor: middle; fill: var(--on-bar); font-weight: 600; font-size: 13px; }
.chart rect { stroke: var(--page); stroke-width: 1px; }
.chart .blocked, .chart .error { fill: var(--bar-blocked); }
.chart .to-review, .chart .warning { fill: var(--bar-review); }
.chart .fix-available { fill: var(--bar-fixable); }
.chart .ready { fill: var(--bar-ready); }
.chart .info { fill: var(--bar-info); }
.chart pattern path { stroke: var(--page); stroke-width: 2; }
figure { margin: 0; }
figcaption { display: flex; flex-wrap: wrap; gap: .25rem .5rem; margin-bottom: .75rem; }
table + .aside { margin-top: .6rem; }
.manifest { margin: 1.5rem 0; border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
.findings { list-style: none; padding: 0; }
.findings > li { margin: .75rem 0; border-left: .25rem solid var(--info); padding-left: .75rem; }
.findings > .error { border-color: var(--blocked); }
.findings > .warning { border-color: var(--review); }
.head { display: flex; flex-wrap: wrap; gap: .15rem .75rem; align-items: baseline; font-size: .875rem; color: var(--muted); }
.head b { color: var(--text); }
.message { margin: .25rem 0; font-weight: 600; }
.help, .way { margin: .25rem 0; }
pre { margin: .35rem 0; border-radius: .35rem; background: var(--surface); padding: .5rem .65rem; tab-size: 4;
  white-space: pre-wrap; overflow-wrap: anywhere; }
mark { background: var(--code-mark); color: inherit; text-decoration: underline; text-underline-offset: .2em; }
.diff { padding: .35rem 0; }
.diff > * { display: block; padding: 0 .65rem 0 1.65rem; text-indent: -1rem; text-decoration: none; }
.diff .at { color: var(--muted); }
.diff .gone { background: var(--gone); }
.diff .new { background: var(--new); }
.diff .gone mark { background: var(--gone-mark); }
.diff .new mark { background: var(--new-mark); }
.diff i { color: var(--muted); }
details { margin: 1rem 0 0; }
summary { cursor: pointer; font-weight: 600; }
.refused { margin-top: 1rem; }
@media (max-width: 30rem) {
  body { padding: 1rem 1rem 2rem; }
  h1 { font-size: 1.4rem; }
  .manifest { border-width: 1px 0 0; border-radius: 0; padding: 1rem 0 0; }
  th, td { padding-right: .5rem; }
  .chart .words { display: none; }
  .chart .short { display: inline; }
}
@media print {
  body { max-width: none; padding: 0; font-size: 10pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h1, h2, h3, h4, summary, .head { break-after: avoid; }
  tr, .findings > li, figure { break-inside: avoid; }
  .manifest { border: 0; padding: 0; }
  a { color: inherit; }
}
"""

STYLE = (
    f"\n:root {{ {_colors(LIGHT)} }}\n"
    f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_colors(DARK)} }} }}{_RULES}"
)
