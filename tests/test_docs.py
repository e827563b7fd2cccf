"""The pages that are made from the program are up to date, and those of gone rules are removed."""

from pathlib import Path

import pytest

from edgelint.config.notice_rules import notice_documents
from edgelint.docs import left_over, pages, write
from edgelint.docs.markdown import escaped
from edgelint.docs.tables_page import tables_page
from edgelint.rule_files.rule_pack import shipped_documents
from edgelint.tables import TABLES

DOCS = Path(__file__).parent.parent / "docs"


def files(folder: Path) -> dict[str, str]:
    """Return the text of each file below a folder by its path."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in found}


def test_the_pages_are_what_the_program_says() -> None:
    made, found = pages(), files(DOCS)
    assert [name for name in made if found.get(name) != made[name]] == [], "run python -m edgelint.docs docs"


def test_no_page_is_left_of_a_rule_that_is_gone() -> None:
    assert left_over(str(DOCS), pages()) == [], "run python -m edgelint.docs docs"


def test_every_rule_has_a_page() -> None:
    made = pages()
    for rule in [*shipped_documents(), *notice_documents()]:
        assert made[f"rules/{rule['code']}.md"].startswith(f"# {rule['code']} {rule['name']}\n")
        assert f"[{rule['code']}]({rule['code']}.md)" in made["rules/README.md"]


def test_pages_are_written_to_a_folder_and_nothing_of_others_is_removed(tmp_path: Path) -> None:
    own = {"rules/OLD999.md": "gone", "rules/notes.md": "a note", "OLD998.md": "elsewhere"}
    (tmp_path / "rules").mkdir()
    for name, text in own.items():
        (tmp_path / name).write_bytes(text.encode())
    write(str(tmp_path))
    del own["rules/OLD999.md"]
    assert files(tmp_path) == {**pages(), **own}


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


def test_text_shows_as_it_is_written() -> None:
    assert escaped("a*b <c> | _d_ e_f `*_<`") == r"a\*b \<c> \| \_d\_ e_f `*_<`"
