"""JSON text → frozen tree with spans: RFC 8259 to the letter, or tolerantly with every deviation noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from edgelint.json_text import tokens
from edgelint.json_text.nodes import Member, Node
from edgelint.json_text.text import Fault, Span

if TYPE_CHECKING:
    import re

MAX_DEPTH = 256
"""How many lists and objects may stand inside each other."""


class JSONSyntaxError(ValueError):
    """A text that is no JSON; `fault` says where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault

    @property
    def offset(self) -> int:
        """The first character that does not fit, from 0; the length of the text where it ends too early."""
        return self.fault.offset


class Parsed(NamedTuple):
    """The tree of a text and the faults that were tolerated, in the order of the text."""

    root: Node
    faults: tuple[Fault, ...]


class _Bracket(NamedTuple):
    kind: str
    name: str
    close: str


_LIST = _Bracket("array", "a list", "]")
_OBJECT = _Bracket("object", "an object", "}")


def parse(text: str, *, tolerant: bool = False) -> Parsed:
    """Return the tree of `text`; raise JSONSyntaxError at the first fault, with `tolerant` only at one past repair.

    Tolerated are what the runtime's reader takes too (`Fault.readable`: comments, trailing commas, single quotes and
    the like), placeholders without quotes, missing commas, and text behind the value, which is ignored.
    """
    parser = _Parser(text, tolerant)
    root = parser.root()
    return Parsed(root, tuple(sorted(parser.faults)))


class _Parser:
    """One reading of one text: every method begins at the offset `_at` and leaves it behind what it has read."""

    def __init__(self, text: str, tolerant: bool) -> None:
        self.faults: list[Fault] = []
        self._text = text
        self._tolerant = tolerant
        self._words = tokens.words()
        self._at = 0
        self._inside: list[str] = []

    def root(self) -> Node:
        self._skip()
        node = self._value()
        self._skip()
        if self._at < len(self._text):
            self._tolerate(self._expected("the end of the text").fault)
        return node

    def _tolerate(self, fault: Fault) -> None:
        if not self._tolerant:
            raise JSONSyntaxError(fault)
        self.faults.append(fault)

    def _expected(self, what: str) -> JSONSyntaxError:
        if self._at < len(self._text):
            return JSONSyntaxError(Fault(self._at, f"expected {what}, found {tokens.found(self._text, self._at)}"))
        reason = f"the text ends inside {self._inside[-1]}" if self._inside else "the text holds no value"
        return JSONSyntaxError(Fault(self._at, reason))

    def _next_is(self, mark: str) -> bool:
        return self._text.startswith(mark, self._at)

    def _skip(self, *, readable: bool = True) -> None:
        """Step over white space and comments; `readable` is whether the runtime's reader takes a comment here."""
        while blank := self._words.blank.match(self._text, self._at):
            if blank.lastgroup == "unclosed":
                raise JSONSyntaxError(Fault(self._at, "comment is not closed"))
            if blank.lastgroup == "comment":
                self._tolerate(Fault(self._at, "comment", readable))
            if blank.lastgroup == "space":
                self._tolerate(Fault(self._at, f"white space U+{ord(blank[0][0]):04X}", readable=True))
            self._at = blank.end()

    def _value(self) -> Node:
        scalar = self._words.scalar.match(self._text, self._at)
        if scalar:
            return self._scalar(scalar)
        if self._next_is("["):
            return self._bracketed(_LIST)
        odd = tokens.odd_value(self._text, self._at)
        if odd:
            return self._odd(odd)
        if self._next_is("{"):
            return self._bracketed(_OBJECT)
        if self._next_is('"') or self._next_is("'"):
            return self._string()
        fault = tokens.number_fault(self._text, self._at)
        raise JSONSyntaxError(fault) if fault else self._expected("a value")

    def _scalar(self, scalar: re.Match[str]) -> Node:
        span = Span(*scalar.span())
        self._at = span.end
        if scalar.lastgroup == "string":
            return Node("string", span, scalar["string"])
        if scalar.lastgroup == "number":
            return Node("number", span, tokens.number(scalar[0]))
        return Node("literal", span, tokens.LITERALS[scalar[0]])

    def _odd(self, odd: tokens.Odd) -> Node:
        self._tolerate(odd.fault)
        start, self._at = self._at, odd.end
        return Node(odd.kind, Span(start, odd.end), odd.value)

    def _nothing(self) -> Node | None:
        """Return the value that is left out before a comma, or None where one stands."""
        if not self._next_is(","):
            return None
        self._tolerate(Fault(self._at, "no value before the comma", readable=True))
        return Node("literal", Span(self._at, self._at), None)

    def _bracketed(self, bracket: _Bracket) -> Node:
        """Read a list or an object; with `_value` the two frames that a level costs."""
        start = self._at
        if len(self._inside) == MAX_DEPTH:
            raise JSONSyntaxError(Fault(start, f"lists and objects are nested deeper than {MAX_DEPTH} levels"))
        self._inside.append(bracket.name)
        self._at += 1
        self._skip()
        parts: list[Any] = []
        comma = -1
        while not self._next_is(bracket.close):
            lone = bracket is _OBJECT and self._no_member()
            if not lone:
                key = self._name() if bracket is _OBJECT else None
                value = self._nothing() or self._value()
                parts.append(Member(key, value) if key else value)
            comma = self._comma(bracket, lone)
        if comma >= 0:
            self._tolerate(Fault(comma, f"comma before {bracket.close}", readable=True))
        self._inside.pop()
        self._at += 1
        return Node(bracket.kind, Span(start, self._at), None, tuple(parts))

    def _comma(self, bracket: _Bracket, lone: bool) -> int:
        """Step over the comma behind a part, which a `lone` one does not need; return its offset, or -1 for none."""
        self._skip()
        comma = self._at
        if self._next_is(","):
            self._at += 1
            self._skip()
            return comma
        if lone or self._next_is(bracket.close):
            return -1
        if bracket is _LIST or not self._words.lone.match(self._text, comma):
            error = self._expected(f"a comma or {bracket.close}")
            ahead = self._words.item if bracket is _LIST else self._words.member
            if not ahead.match(self._text, comma):
                raise error
            self._tolerate(error.fault)
        return -1

    def _no_member(self) -> bool:
        """Step over a placeholder in place of a member; also true where nothing stands before a comma."""
        if self._next_is(","):
            self._tolerate(Fault(self._at, "no member before the comma"))
            return True
        lone = self._words.lone.match(self._text, self._at)
        if lone is None:
            return False
        self._tolerate(Fault(self._at, f"placeholder {lone[0]} in place of a member"))
        self._at = lone.end()
        return True

    def _name(self) -> Node:
        """Read the key of a member and its colon."""
        key = self._key()
        self._skip(readable=False)
        if not self._next_is(":"):
            raise self._expected("a colon")
        self._at += 1
        self._skip()
        return key

    def _key(self) -> Node:
        if self._next_is('"') or self._next_is("'"):
            return self._string()
        odd = tokens.odd_name(self._text, self._at)
        if odd is None:
            raise self._expected("a name in quotes")
        return self._odd(odd)

    def _string(self) -> Node:
        start = self._at
        string = self._words.string.match(self._text, start)
        if string is None:
            raise JSONSyntaxError(Fault(start, "string is not closed"))
        if self._next_is("'"):
            self._tolerate(Fault(start, "string in single quotes", readable=True))
        self._at = string.end()
        value = self._words.special.sub(lambda special: self._character(special, start + 1), string[0][1:-1])
        return Node("string", Span(start, self._at), value)

    def _character(self, special: re.Match[str], start: int) -> str:
        """Return what an escape or control characters stand for in the string whose body begins at `start`."""
        text, offset = special[0], start + special.start()
        if not text.startswith("\\"):
            self._tolerate(Fault(offset, f"{tokens.control(text[0])} in a string", readable=True))
            return text
        character = tokens.unescape(text)
        if character is None:
            raise JSONSyntaxError(Fault(offset, tokens.escape_fault(text)))
        if text == "\\'":
            self._tolerate(Fault(offset, "escape \\'", readable=True))
        return character
