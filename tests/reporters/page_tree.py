"""The tree of an HTML page, read strictly: every element that is not void is closed where it was opened."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

_VOID = {"meta", "wbr", "br"}
_INLINE = {"a", "b", "code", "del", "i", "ins", "mark", "span", "wbr"}


class Element:
    """An element: its name, attributes, and the elements and texts in it."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name, self.attributes = name, attributes
        self.content: list[Element | str] = []

    def __iter__(self) -> Iterator[Element]:
        """Yield the element and all elements in it, in their order."""
        yield self
        for each in self.content:
            if isinstance(each, Element):
                yield from each

    def all(self, name: str, class_: str = "") -> list[Element]:
        """Return the elements of a name, of a class where one is given."""
        return [each for each in self if each.name == name and (not class_ or class_ in each.classes())]

    def one(self, name: str, class_: str = "") -> Element:
        """Return the only element of a name and class."""
        (found,) = self.all(name, class_)
        return found

    def first(self, name: str, class_: str = "") -> Element:
        """Return the first element of a name and class."""
        return self.all(name, class_)[0]

    def classes(self) -> list[str]:
        """Return the classes of the element."""
        return self.attributes.get("class", "").split()

    def raw(self) -> str:
        """Return its text as it stands there."""
        return "".join(each if isinstance(each, str) else each.raw() for each in self.content)

    def text(self) -> str:
        """Return its text on one line, blocks parted by blanks as on a screen."""
        return " ".join(self._spaced().split())

    def _spaced(self) -> str:
        inside = "".join(each if isinstance(each, str) else each._spaced() for each in self.content)
        return inside if self.name in _INLINE else f" {inside} "


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute of {tag} stands twice"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].content.append(element)
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        self._open[-1].content.append(data)

    def close(self) -> None:
        super().close()
        assert self._open == [self.root], "an element is not closed"


def read(page: str) -> Element:
    """Return the root element of a page; its first line must be the doctype."""
    assert page.lower().startswith("<!doctype html>")
    parser = _Parser()
    parser.feed(page)
    parser.close()
    return parser.root.one("html")
