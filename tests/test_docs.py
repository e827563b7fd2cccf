"""The pages that are made from the program are up to date."""

from pathlib import Path

import pytest

from edgelint.docs import PAGES, tables_page, write
from edgelint.tables import TABLES

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_what_the_program_says(name: str) -> None:
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run python -m edgelint.docs docs"


def test_pages_are_written_to_a_folder(tmp_path: Path) -> None:
    write(str(tmp_path))
    written = {path.name: path.read_bytes().decode() for path in tmp_path.iterdir()}
    assert written == {name: page() for name, page in PAGES.items()}


def test_every_table_column_and_part_is_on_the_page() -> None:
    lines = tables_page().splitlines()
    for table in TABLES.values():
        section = lines[lines.index(f"## {table.name}") :]
        assert section[2] == table.summary
        assert [line.split("`")[1] for line in section if line.startswith("| `")][: len(table.columns)] == list(
            table.columns
        )


@pytest.mark.parametrize("table", TABLES)
def test_a_meaning_is_one_phrase(table: str) -> None:
    texts = [*TABLES[table].columns.values(), *TABLES[table].parts.values()]
    assert [text for text in texts if not text or text.endswith(".") or text != " ".join(text.split())] == []
    assert TABLES[table].summary.endswith(".")
