"""`edgelint explain`: the whole text, of a rule that has everything and of one that has next to nothing."""

import re
from textwrap import dedent

import pytest
from command_line import BINDS, Ran, run, write

from edgelint.config.notice_rules import notice_documents
from edgelint.explaining.explanation import explanation
from edgelint.reporters.screen import Screen
from edgelint.reporters.text_style import plain
from edgelint.reporters.width import columns as width
from edgelint.rule_files.rule_pack import shipped_documents

pytestmark = pytest.mark.usefixtures("folder")

RULE = """\
code: TST101
name: docker-binds
summary: A Docker Binds entry
severity: warning
scope: module
select: $.mounts[*]
cases:
- where: [{at: '@.kind', equals: relative}]
  severity: error
  message: Binds entry "{text}" has no source
  help: Name {source_key} in {{braces}}
- message: Binds entry "{text}" is not supported
  help: |
    Mount {source} with HostConfig.Mounts, Type bind,
    and then look at all the files of the folder that do not come along by themselves
- message: Binds entry "{text}" is not supported
  help: Use Mounts
fix:
  title: Replace {text} by a Mounts entry
  applicability: safe
  steps: [{remove: {at: '@'}}]
  then: ['Look at {source}']
why: |
  Kubernetes has no `HostConfig.Binds`, which is a thing of Docker alone. A code span such as
  `{"Binds": [], "VolumesFrom": [], "Tmpfs": {}}` is never broken.

  Two things are lost:

  - what lay on the node
  - and a second item that is long enough to be wrapped, so that one can see how the lines of an item hang
sources:
- {evidence: documented, statement: S3, title: The article, url: 'https://example.com/article'}
- {evidence: executed, title: The agent, url: 'https://example.com/agent'}
examples:
- bad: {createOptions: {}}
  finds: [{at: '$.createOptions', message: never shown}]
- bad: {createOptions: {HostConfig: {Binds: ['/srv/app:/data:ro', ':/b', '/a-rather-long-folder-name/b:/b']}}}
  finds:
  - {at: '$.createOptions', message: 'Binds entry "/srv/app:/data:ro" is not supported'}
  - {at: '$.createOptions', message: 'Binds entry "/srv/app:/data:ro" is not supported'}
  - {at: '$.createOptions', message: 'Binds entry ":/b" has no source', severity: error}
  fixed: {createOptions: {HostConfig: {Binds: [':/b']}}}
- good: {createOptions: {HostConfig: {Binds: ['${BIND}']}}}
- good: {createOptions: {HostConfig: {Binds: []}}}
  because: nothing is bound
status: deprecated
replaced-by: TST102
"""

HOLDS = """
Where the rules hold

  On a device whose software is older than 2301, where IoT Edge runs on Kubernetes. From 2301 on it
  runs in an Ubuntu VM, which is Docker again; managed IoT Edge, the one on Kubernetes, was retired
  on 2024-03-31.
"""

EXPLAINED = """\
TST101 docker-binds (error or warning, deprecated, replaced by TST102)
A Docker Binds entry

What it finds

    {
      "createOptions": {
  -     "HostConfig": {"Binds": ["/srv/app:/data:ro", ":/b", "/a-rather-long-folder-name/b:/b"]}
  +     "HostConfig": {"Binds": [":/b"]}
      }
    }

  warning: Binds entry "/srv/app:/data:ro" is not supported
  error: Binds entry ":/b" has no source

  --fix turns the lines with - into those with +.

What it leaves alone

  {"createOptions": {"HostConfig": {"Binds": []}}}
  because nothing is bound

  {"createOptions": {"HostConfig": {"Binds": ["${BIND}"]}}}

Why

  Kubernetes has no `HostConfig.Binds`, which is a thing of Docker alone. A code span such as
  `{"Binds": [], "VolumesFrom": [], "Tmpfs": {}}` is never broken.

  Two things are lost:

  - what lay on the node
  - and a second item that is long enough to be wrapped, so that one can see how the lines of an
    item hang

What to do

  Binds entry "<text>" has no source
  - Name <source key> in {braces}

  Binds entry "<text>" is not supported
  - Mount <source> with HostConfig.Mounts, Type bind, and then look at all the files of the folder
    that do not come along by themselves
  - Use Mounts

What --fix does

  - Replace <text> by a Mounts entry (safe)

Left for you

  - Look at <source>

Sources

  - The article (documented, statement S3)
    https://example.com/article
  - The agent (executed)
    https://example.com/agent
"""
EXPLAINED += HOLDS


NEAR = (("A", "$A"), ("B", "b"), ("C", "$C"), ("D", "d"))


def explain(word: str, rule: str) -> Ran:
    return run("explain", word, "--no-default-rules", "--rules", write("own.yaml", rule))


@pytest.mark.parametrize("word", ["TST101", "tst101", "docker-binds"])
def test_a_rule_is_explained_in_100_columns(word: str) -> None:
    assert explain(word, RULE) == Ran(0, EXPLAINED, "")
    assert max(map(len, EXPLAINED.splitlines())) <= 100


def test_what_a_rule_lacks_is_left_out() -> None:
    assert explain("TST101", BINDS).stdout == "TST101 docker-binds (error)\nThe rule docker-binds\n" + HOLDS


def test_one_remedy_needs_no_message_above_it() -> None:
    assert (
        explain("TST101", BINDS + "help: Use Mounts\n").stdout
        == dedent("""\
        TST101 docker-binds (error)
        The rule docker-binds

        What to do

          - Use Mounts
        """)
        + HOLDS
    )


def test_three_near_misses_are_shown_those_without_a_placeholder_first() -> None:
    examples = ", ".join(f"{{good: {{env: {{{name}: {{value: {value}}}}}}}}}" for name, value in NEAR)
    shown = explain("TST101", BINDS + f"examples: [{examples}]\n").stdout.partition("alone\n\n")[2]
    rows = [f'  {{"env": {{"{name}": {{"value": "{value}"}}}}}}\n' for name, value in (NEAR[1], NEAR[3], NEAR[0])]
    assert shown == "\n".join(rows) + HOLDS


def test_an_example_that_no_fix_changes_stays_as_it_is() -> None:
    example = "examples: [{bad: {env: {A: {value: b}}}, finds: [{at: $, message: x}]}]\n"
    shown = explain("TST101", BINDS + example).stdout.partition("finds\n\n")[2]
    assert shown == '  {"env": {"A": {"value": "b"}}}\n\n  error: x\n' + HOLDS


@pytest.mark.parametrize(
    ("kind", "more", "told"),
    [
        ("safe", "", "--fix turns the lines with - into those with +."),
        ("unsafe", "", "--fix --unsafe-fixes turns the lines with - into those with +."),
        (
            "needs-input",
            ", answers: {shares: {a: b}}",
            '--fix --answers FILE turns the lines with - into those with +, with `{"shares": {"a": "b"}}` in FILE.',
        ),
    ],
)
def test_a_short_example_before_and_after_its_fix(kind: str, more: str, told: str) -> None:
    finds = f"finds: [{{at: $, message: x, fix: {kind}}}]"
    example = f"examples: [{{bad: {{env: {{A: {{value: b}}}}}}, {finds}, fixed: {{env: {{}}}}{more}}}]\n"
    shown = explain("TST101", BINDS + example).stdout.partition("finds\n\n")[2].removesuffix(HOLDS)
    assert " ".join(shown.split()) == f'- {{"env": {{"A": {{"value": "b"}}}}}} + {{"env": {{}}}} error: x {told}'


def test_the_text_of_a_file_in_one_long_line_is_broken_as_json() -> None:
    example = f'examples: [{{good: {{text: \'{{"a": {{"b": "{"x" * 60}"}}, "c": "{"y" * 30}"}}\'}}}}]\n'
    shown = explain("TST101", BINDS + example).stdout.partition("alone\n\n")[2].removesuffix(HOLDS)
    assert shown == f'  {{\n    "a": {{"b": "{"x" * 60}"}},\n    "c": "{"y" * 30}"\n  }}\n'


def test_a_line_that_is_too_long_is_shown_around_what_a_fix_changes() -> None:
    long = "x" * 200
    example = (
        f"examples: [{{bad: {{env: {{A: {{value: {long}-old-{long}}}}}}}, finds: [{{at: $, message: x}}], "
        f"fixed: {{env: {{A: {{value: {long}-new-{long}}}}}}}}}]\n"
    )
    rows = [row for row in explain("TST101", BINDS + example).stdout.splitlines() if row.startswith(("  -", "  +"))]
    assert [len(row) for row in rows[:2]] == [100, 100]
    assert ("x-old-x" in rows[0], "x-new-x" in rows[1]) == (True, True)


def test_the_text_of_a_whole_file_is_shown_as_it_is() -> None:
    example = "examples: [{bad: {text: \"{\\n  'a': 1\\n}\\n\"}, finds: [{at: $, message: x}]}]\n"
    assert (
        explain("TST101", BINDS + example)
        .stdout.removesuffix(HOLDS)
        .endswith("What it finds\n\n  {\n    'a': 1\n  }\n\n  error: x\n")
    )


def test_a_code_span_is_never_broken() -> None:
    span = "`" + "x " * 60 + "x`"
    assert f"\n  {span}\n" in explain("TST101", BINDS + f"why: {'word ' * 10}{span}\n").stdout


def test_a_part_that_fits_no_line_is_broken_down_to_its_names() -> None:
    name = "n" * 85
    rule = BINDS + f"examples: [{{good: {{createOptions: {{{name}: {{}}, b: [1]}}}}}}]\n"
    shown = explain("TST101", rule).stdout.removesuffix(HOLDS).partition("alone\n\n")[2]
    assert shown == f'  {{\n    "createOptions": {{\n      "{name}": {{}},\n      "b": [1]\n    }}\n  }}\n'


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("docker-bind", '"docker-bind" names no rule; did you mean "docker-binds"?'),
        ("TST1", '"TST1" names no rule; did you mean "TST101"?'),
        ("zzz", '"zzz" names no rule'),
    ],
)
def test_a_word_that_names_no_rule_is_wrong_use(word: str, message: str) -> None:
    assert explain(word, BINDS) == Ran(2, "", f"edgelint: {message}\n")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("ASE1O2", "ASE102", id="a letter for a digit"),
        pytest.param("ASE0102", "ASE002", id="a digit too many: of the nearest the least"),
        pytest.param("AES102", "ASE102", id="two letters exchanged"),
        pytest.param("fpga-share-binds", "fpga-share-bind", id="a name with a letter too many"),
        pytest.param("fpgaShareBind", "fpga-share-bind", id="a name written otherwise"),
    ],
)
def test_a_slip_in_the_name_of_a_shipped_rule(word: str, meant: str) -> None:
    assert run("explain", word) == Ran(2, "", f'edgelint: "{word}" names no rule; did you mean "{meant}"?\n')


def test_a_rule_must_be_named() -> None:
    message = "the following arguments are required: CODE|NAME; edgelint explain --help lists what there is"
    assert run("explain") == Ran(2, "", f"edgelint: {message}\n")


@pytest.mark.parametrize("columns", [60, 100, 160])
def test_every_shipped_rule_is_explained_in_the_room_there_is(columns: int) -> None:
    for rule in [*shipped_documents(), *notice_documents()]:
        rows = list(explanation(rule, Screen(columns, "utf-8", plain)))
        assert rows[0].startswith(rule["code"])
        wide = [row for row in rows if width(row) > min(columns, 100)]
        assert all("https://" in row or "`" in row for row in wide), wide


@pytest.mark.parametrize("code", ["ASE901", "ASE902"])
def test_what_is_about_the_configuration_holds_on_every_device(code: str) -> None:
    shown = run("explain", code).stdout
    assert "Where the rules hold" not in shown
    assert [row for row in shown.splitlines() if row and not row.startswith(" ")][2:] == ["Why", "What to do"]


def test_a_terminal_gets_colours_and_they_change_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    colored = explain("TST101", RULE).stdout
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == EXPLAINED
    bold, red, green, reset = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[0m"
    for part in (
        f"{bold}TST101 docker-binds{reset} ({bold}{red}error{reset} or \x1b[33mwarning{reset}, deprecated",
        f"\n{bold}What it finds{reset}\n",
        f'\n  {red}-     "HostConfig": {{"Binds": ["/srv/app:/data:ro", ":/b", "/a-rather-long-folder-name/b:/b"]}}{reset}\n',
        f'\n  {green}+     "HostConfig": {{"Binds": [":/b"]}}{reset}\n',
        f"\n  {bold}{red}error{reset}: Binds entry",
        f'\n  {bold}`{{"Binds": [], "VolumesFrom": [], "Tmpfs": {{}}}}`{reset} is never',
        f"\n    \x1b[34mhttps://example.com/agent{reset}\n",
    ):
        assert part in colored


def test_a_stream_that_cannot_show_everything() -> None:
    rule = RULE.replace("A Docker Binds entry", "A Docker Binds entry … 바인드").replace("/srv/app", "/한")
    ran = run("explain", "TST101", "--no-default-rules", "--rules", write("own.yaml", rule), encoding="ascii")
    assert (ran.status, ran.stderr) == (0, "")
    assert ran.stdout.splitlines()[1] == "A Docker Binds entry ... ???"
    assert '"/?:/data:ro"' in ran.stdout
