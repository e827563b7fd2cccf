"""The HTML page in a real browser: its tree, on a phone, in light and dark, on paper."""

from pathlib import Path

import pytest
from browser import DARK, LIGHT, Browser, needs_chromium
from page_tree import Element, read
from report_builders import FILE, finding, place, related, report, written
from whole_reports import whole_report

import edgelint
from edgelint.findings import FixOffer
from edgelint.report import Change, Report
from edgelint.reporters.html import style

pytestmark = needs_chromium
EXAMPLE = Path(edgelint.__file__).parent.parent / "examples" / "fpga-deployment.json"
TEXT = '{"a": "b",\n "c": 1}'
ERROR = finding(place(TEXT, "b"), module="cam", url="https://example.org/a", help="Do it")
INFO = ERROR._replace(severity="info", message="Good to know")


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Browser:
    return Browser(tmp_path_factory.mktemp("browser"))


@pytest.fixture(scope="module")
def example() -> str:
    text = EXAMPLE.read_text(encoding="utf-8")
    return written("html", whole_report({"fpga.json": text, "b/한.json": text.replace("3d-viewer", "viewer3d")}))


def unwieldy() -> Report:
    """Return a report of words that are as long as words get, and of counts of many digits."""
    long = "x" * 200
    error = ERROR._replace(file=f"{long}/{long}.json", module=long, message=long, help=long, rule=long)
    error = error._replace(related=(related(long, ERROR.location),), fix=FixOffer("needs-input", long, (long,)))
    many = [error._replace(severity=each) for each in ("error", "warning", "info") for _ in range(1234)]
    change = Change(f"{long} a\n{long}", f"{long} b\n{long}\n{long}")
    return report(
        TEXT,
        *many[:3],
        *many[1300:1303],
        *many[-1234:],
        error._replace(file="other.json"),
        texts={error.file: f'"{long}"\n{long}'},
        modules={error.file: [long, "edgeAgent"], "other.json": [], FILE: []},
        changes=lambda file: change,
        rules=lambda: [{"code": "ASE101", "family": "kubernetes-options"}],
    )


def flat(element: Element) -> list[object]:
    """Return the elements, attributes and texts of a tree in their order."""
    found: list[object] = [(element.name, element.attributes)]
    for each in element.content:
        found += flat(each) if isinstance(each, Element) else [each]
    return [each for each in found if not isinstance(each, str) or each.strip()]


def test_the_browser_reads_the_tree_that_was_written(browser: Browser, example: str) -> None:
    assert flat(read(browser.dom(example))) == flat(read(example))


def test_nothing_but_the_page_is_needed(browser: Browser, example: str) -> None:
    script = "function measure() { return performance.getEntriesByType('resource').map(each => each.name) }"
    assert browser.measured(example, script) == []


OVERFLOW = """
function measure() {
  document.querySelectorAll('details').forEach(each => each.open = true);
  const wide = [...document.body.querySelectorAll('*')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && (box.right > innerWidth + .5 || box.left < -.5);
  });
  const texts = [...document.querySelectorAll('svg g')].map(row =>
    [...row.querySelectorAll('text')].filter(each => getComputedStyle(each).display != 'none')
      .map(each => each.getBoundingClientRect()));
  const meeting = texts.filter(([label, count]) => label.right > count.left).length;
  return [innerWidth, document.documentElement.scrollWidth, wide.map(each => each.outerHTML.slice(0, 80)), meeting];
}
"""


@pytest.mark.parametrize("width", [360, 700, 1400])
@pytest.mark.parametrize("name", ["example", "unwieldy"])
def test_no_part_of_the_page_is_wider_than_the_screen(browser: Browser, example: str, width: int, name: str) -> None:
    page = example if name == "example" else written("html", unwieldy())
    inner, scrolled, wide, meeting = browser.measured(page, OVERFLOW, width=width)
    assert (inner, scrolled, wide, meeting) == (width, width, [], 0)


CONTRAST = """
function parts(color) { return color.match(/[\\d.]+/g).map(Number) }
function luminance(color) {
  const [red, green, blue] = parts(color).map(part => part / 255)
    .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
  return .2126 * red + .7152 * green + .0722 * blue;
}
function ground(element) {
  for (; element; element = element.parentElement) {
    const color = getComputedStyle(element).backgroundColor;
    if (parts(color)[3] !== 0) return color;
  }
}
function measure() {
  document.querySelectorAll('details').forEach(each => each.open = true);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), weak = new Set();
  let count = 0;
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || element.closest('svg, script')) continue;
    const colors = [getComputedStyle(element).color, ground(element)];
    const [dark, light] = colors.map(luminance).sort((first, second) => first - second);
    count += 1;
    if ((light + .05) / (dark + .05) < 4.5) weak.add(element.outerHTML.slice(0, 80) + colors);
  }
  return [count, [...weak]];
}
"""


@pytest.mark.parametrize(("scheme", "theme"), [(LIGHT, style.LIGHT), (DARK, style.DARK)], ids=["light", "dark"])
def test_every_text_can_be_read_in_light_and_dark(
    browser: Browser, example: str, scheme: int, theme: dict[str, str]
) -> None:
    count, weak = browser.measured(example, CONTRAST, scheme=scheme)
    assert count > 500
    assert weak == []
    assert browser.corner(example, scheme=scheme) == tuple(bytes.fromhex(theme["page"][1:]))


def test_on_paper_all_is_unfolded(browser: Browser) -> None:
    infos = [INFO._replace(message=f"{number} Good to know") for number in range(60)]
    page = written("html", report(TEXT, ERROR, *infos, modules={FILE: ["cam"]}))
    assert "<details><summary>60 infos</summary>" in page
    folded = browser.pages(page)
    assert folded == browser.pages(page.replace("<details>", '<details open="">'))
    assert folded > browser.pages(written("html", report(TEXT, ERROR, modules={FILE: ["cam"]}))) + 3
