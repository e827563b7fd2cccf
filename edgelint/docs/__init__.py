"""Pages of the documentation that are made from the program itself: `python -m edgelint.docs docs` writes them."""

from __future__ import annotations

import os
import re

from edgelint.config.notice_rules import notice_documents
from edgelint.docs.checkout import read
from edgelint.docs.coverage_page import coverage_page
from edgelint.docs.create_options_page import create_options_page
from edgelint.docs.notice_page import notice_page
from edgelint.docs.rule_format_page import with_tables
from edgelint.docs.rule_index import rule_index
from edgelint.docs.rule_page import rule_page
from edgelint.docs.statements import read_statements
from edgelint.docs.tables_page import tables_page
from edgelint.rule_files.rule_pack import shipped_documents
from edgelint.rule_files.rule_texts import CODE

_RULES = "rules"
_PAGE_OF_RULE = re.compile(rf"{CODE.pattern}\.md")


def pages() -> dict[str, str]:
    """Return the text of each page by its path below docs/; raises RuleFileError for a shipped rule that is broken."""
    rules, notices = shipped_documents(), notice_documents()
    return {
        "rule-format.md": with_tables(read("rule-format.md")),
        "tables.md": tables_page(),
        "create-options.md": create_options_page(),
        "article-coverage.md": coverage_page(read_statements(), rules),
        f"{_RULES}/README.md": rule_index([*rules, *notices]),
        **{f"{_RULES}/{rule['code']}.md": rule_page(rule) for rule in rules},
        **{f"{_RULES}/{notice['code']}.md": notice_page(notice) for notice in notices},
    }


def write(folder: str) -> None:
    """Write all pages below a folder that exists, and remove those of rules that are gone."""
    texts = pages()
    os.makedirs(os.path.join(folder, _RULES), exist_ok=True)
    for name in left_over(folder, texts):
        os.remove(os.path.join(folder, name))
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def left_over(folder: str, texts: dict[str, str]) -> list[str]:
    """Return the pages on rules below a folder that are not among `texts`, for their rules are gone."""
    found = sorted(os.listdir(os.path.join(folder, _RULES)))
    return [f"{_RULES}/{name}" for name in found if _PAGE_OF_RULE.fullmatch(name) and f"{_RULES}/{name}" not in texts]
