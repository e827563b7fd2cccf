"""docs/rule-format.md says what the rule format is, word for word, and its examples are rules."""

import re
from pathlib import Path
from typing import Any

import pytest

from edgelint.docs.rule_format_page import with_tables
from edgelint.rule_files.condition_format import KINDS
from edgelint.rule_files.rule_format import EXAMPLE_SHAPES, check
from edgelint.rule_files.rule_loader import load
from edgelint.rule_files.rule_texts import APPLICABILITY
from edgelint.rule_files.yaml_reader import read_yaml
from edgelint.testing.layouts import LAYOUTS
from edgelint.testing.runner import run

PAGE = Path(__file__).parent.parent / "docs" / "rule-format.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLE, *PARTS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def test_a_table_is_written_between_its_marks_and_nothing_else_is() -> None:
    stale = TEXT.replace("| `code` |", "| `kode` |")
    assert stale != TEXT
    assert with_tables(stale) == TEXT


@pytest.mark.parametrize("word", [*KINDS, *EXAMPLE_SHAPES, *list(LAYOUTS)[1:], *APPLICABILITY.words])
def test_the_prose_explains_every_word(word: str) -> None:
    prose = "".join(
        line for line in TEXT.splitlines(keepends=True) if "| `is` |" not in line and "| `shapes` |" not in line
    )
    assert f"`{word}`" in prose


def test_every_link_inside_the_page_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    anchors = {heading.lower().replace(" ", "-") for heading in headings}
    assert {link for link in re.findall(r"\]\(#([^)]*)\)", TEXT) if link not in anchors} == set()


def test_the_example_is_a_rule_whose_examples_come_out(tmp_path: Path) -> None:
    file = tmp_path / "verbose-log-level.yaml"
    file.write_text(EXAMPLE, encoding="utf-8")
    assert run(load([str(file)])).failures == ()


@pytest.mark.parametrize("yaml", PARTS)
def test_the_parts_of_rules_are_right(yaml: str) -> None:
    data: Any = read_yaml(yaml).data
    part = data if isinstance(data, dict) else {"where": data}
    assert check({**read_yaml(EXAMPLE).data, **part}) == []
