"""`edgelint explain`: the whole text, of a rule that has everything and of one that has next to nothing."""

from textwrap import dedent

import pytest
from command_line import BINDS, Ran, run, write

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
why: |
  Kubernetes has no `HostConfig.Binds`, which is a thing of Docker alone. A code span such as `{"Binds": []}` is
  never broken.

  Two things are lost:

  - what lay on the node
  - and a second item that is long enough to be wrapped, so that one can see how the lines of an item hang
sources:
- {evidence: documented, statement: S3, title: The article, url: 'https://example.com/article'}
- {evidence: executed, title: The agent, url: 'https://example.com/agent'}
examples:
- bad: {createOptions: {HostConfig: {Binds: ['/srv/app:/data:ro', ':/b', '/a-rather-long-folder-name/b:/b']}}}
  finds:
  - {at: '$.createOptions', message: 'Binds entry "/srv/app:/data:ro" is not supported'}
  - {at: '$.createOptions', message: 'Binds entry "/srv/app:/data:ro" is not supported'}
  - {at: '$.createOptions', message: 'Binds entry ":/b" has no source', severity: error}
  fixed: {createOptions: {}}
- bad: {createOptions: {}}
  finds: [{at: '$.createOptions', message: never shown}]
- good: {createOptions: {HostConfig: {Binds: ['${BIND}']}}}
- good: {createOptions: {HostConfig: {Binds: []}}}
  because: nothing is bound
status: deprecated
replaced-by: TST102
"""

HOLDS = """
Where the rules hold

  On a device whose software is older than 2301, where IoT Edge runs on Kubernetes. From
  2301 on it runs in an Ubuntu VM, which is Docker again; managed IoT Edge, the one on
  Kubernetes, was retired on 2024-03-31.
"""

EXPLAINED = """\
TST101 docker-binds (error or warning, deprecated, replaced by TST102)
A Docker Binds entry

What it finds

  {
    "createOptions": {
      "HostConfig": {
        "Binds": ["/srv/app:/data:ro", ":/b", "/a-rather-long-folder-name/b:/b"]
      }
    }
  }

  warning: Binds entry "/srv/app:/data:ro" is not supported
  error: Binds entry ":/b" has no source

  with --fix:

  {"createOptions": {}}

What it leaves alone

  {"createOptions": {"HostConfig": {"Binds": []}}}

  because nothing is bound

Why

  Kubernetes has no `HostConfig.Binds`, which is a thing of Docker alone. A code span
  such as `{"Binds": []}` is never broken.

  Two things are lost:

  - what lay on the node
  - and a second item that is long enough to be wrapped, so that one can see how the
    lines of an item hang

What to do

  Binds entry "<text>" has no source
  - Name <source key> in {braces}

  Binds entry "<text>" is not supported
  - Mount <source> with HostConfig.Mounts, Type bind, and then look at all the files of
    the folder that do not come along by themselves
  - Use Mounts

What --fix does

  - Replace <text> by a Mounts entry (safe)

Sources

  - The article (documented, statement S3)
    https://example.com/article
  - The agent (executed)
    https://example.com/agent
"""
EXPLAINED += HOLDS


def explain(word: str, rule: str) -> Ran:
    return run("explain", word, "--no-default-rules", "--rules", write("own.yaml", rule))


@pytest.mark.parametrize("word", ["TST101", "tst101", "docker-binds"])
def test_a_rule_is_explained_in_88_columns(word: str) -> None:
    assert explain(word, RULE) == Ran(0, EXPLAINED, "")
    assert max(map(len, EXPLAINED.splitlines())) <= 88


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


def test_where_all_good_examples_hold_a_placeholder_the_first_is_shown() -> None:
    example = "examples: [{good: {env: {A: {value: $A}}}}, {good: {env: {B: {value: $B}}}}]\n"
    shown = explain("TST101", BINDS + example).stdout.partition("alone\n\n")[2]
    assert shown == '  {"env": {"A": {"value": "$A"}}}\n' + HOLDS


def test_the_text_of_a_whole_file_is_shown_as_it_is() -> None:
    example = "examples: [{bad: {text: \"{\\n  'a': 1\\n}\\n\"}, finds: [{at: $, message: x}]}]\n"
    assert (
        explain("TST101", BINDS + example)
        .stdout.removesuffix(HOLDS)
        .endswith("What it finds\n\n  {\n    'a': 1\n  }\n\n  error: x\n")
    )


def test_a_code_span_is_never_broken() -> None:
    span = "`" + "x " * 30 + "x`"
    assert f"\n  {span}\n" in explain("TST101", BINDS + f"why: {'word ' * 10}{span}\n").stdout


def test_a_part_that_fits_no_line_is_broken_down_to_its_names() -> None:
    name = "n" * 90
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


def test_a_rule_must_be_named() -> None:
    message = "the following arguments are required: CODE|NAME; edgelint explain --help lists what there is"
    assert run("explain") == Ran(2, "", f"edgelint: {message}\n")


def test_every_shipped_rule_can_be_explained() -> None:
    for line in run("rules").stdout.splitlines()[1:]:
        assert run("explain", line.split()[0]).status == 0
