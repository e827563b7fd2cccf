"""Elements of an HTML page; every text is escaped where it comes in."""

from __future__ import annotations

from html import escape

from edgelint.reporters.width import printable

_INLINE = frozenset({"a", "b", "code", "del", "i", "ins", "mark", "span", "wbr", "rect", "text", "path", "circle"})
_VOID = frozenset({"meta", "wbr"})


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


NEWLINE = Markup("\n")


def tag(name: str, *content: str, **attributes: str | int | None) -> Markup:
    """Return an element; what of its content is no Markup is text.

    A final underscore of an attribute's name is left out (class_), others stand for hyphens; None leaves the attribute out.
    """
    said = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    end = "" if name in _VOID else f"{join(*content)}</{name}>"
    return Markup(f"<{name}{said}>{end}" + ("" if name in _INLINE else "\n"))


def join(*content: str) -> Markup:
    """Return pieces of a page one behind the other; what of them is no Markup is text."""
    return Markup("".join(each if isinstance(each, Markup) else text(each) for each in content))


def text(content: str) -> Markup:
    """Return a text as HTML: tabs stay, any other control and change of direction is replaced."""
    return Markup(escape("\t".join(printable(part, "utf-8") for part in content.split("\t"))))


def with_code(content: str) -> Markup:
    """Return a text with what stands between backticks as code."""
    return join(
        *(tag("code", part, class_="command") if index % 2 else part for index, part in enumerate(content.split("`")))
    )


def link(address: str, *content: str) -> Markup:
    """Return a link, or its content alone where the address is none of the web."""
    return tag("a", *content, href=address) if address.startswith(("https://", "http://")) else join(*content)


def _attribute(name: str, value: str | int) -> str:
    named = name.removesuffix("_").replace("_", "-")
    return f' {named}="{text(str(value))}"'
