"""The links between the Markdown files of the repository lead somewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def links(page: Path) -> Iterator[str]:
    """Yield the targets of the links of a page that stay in the repository."""
    text = CODE.sub("", page.read_text(encoding="utf-8"))
    yield from (target for target in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"[a-z]+:", target))


def anchors(page: Path) -> set[str]:
    """Return what a link can name on a page, as git hosts make it of headings, and what is named by hand."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.*)$", re.sub(r"(?s)^```.*?^```", "", text), re.MULTILINE)
    slugs = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return slugs | set(re.findall(r'<a id="([^"]+)">', text))


def leads_nowhere(page: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    found = (page.parent / path).resolve() if path else page
    return not found.exists() or (anchor != "" and anchor not in anchors(found))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(name: str) -> None:
    assert [target for target in links(ROOT / name) if leads_nowhere(ROOT / name, target)] == []


def test_the_readme_leads_to_what_is_made_and_to_its_translation_and_back() -> None:
    readme, korean = set(links(ROOT / "README.md")), set(links(ROOT / "README.ko.md"))
    made = {"docs/rules/README.md", "docs/article-coverage.md", "docs/rule-format.md"}
    assert {*made, "README.ko.md"} <= readme
    assert {*made, "README.md"} <= korean
