"""The words of a JSONPath: those that edgelint does not take are refused here, at their place."""

from __future__ import annotations

import re

MAX_DESCENTS = 2
_WORD = (
    r"""(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(?P<quote>['"])|(?P<operator>`[^`]*`?)|(?P<name>@?[A-Za-z_][\w@-]*)"""
    r"""|(?P<number>-?\d+)|(?P<sign>\[\s*:[\s:]*\]|\.\.|&&|\|\||[=!<>]=|=~|\S)"""
)
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_LITERALS = ("true", "false", "null")
_REFUSED = {
    "&": "& is not supported in a path, && joins two tests",
    "|": "| is not supported in a path, a rule takes a list of paths",
    "=": "= is not supported in a path, == compares",
    "=~": "=~ is not supported in a path, the condition matches does that",
    "where": "where is not supported in a path, a member of this name stands in quotes",
    "wherenot": "wherenot is not supported in a path, a member of this name stands in quotes",
    **{sign: f"{sign} is not supported in a path" for sign in "~+-/\\"},
}


class SelectorError(ValueError):
    """A selector that is no JSONPath, or one that edgelint does not take; `offset` counts its characters from 0."""

    def __init__(self, reason: str, offset: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


def check_words(source: str) -> None:
    """Raise SelectorError at the first word that makes up places (len, sub, split …), is to be dropped, or explodes."""
    if not source.startswith("$"):
        raise SelectorError("a path starts with $")
    before, descents = "", 0
    for match in re.finditer(_WORD, source):
        word = match[0]
        descents += word == ".."
        reason = _REFUSED.get(word) or _misplaced(word, str(match.lastgroup), before)
        if descents > MAX_DESCENTS:
            reason = f"a path descends (..) at most {MAX_DESCENTS} times"
        if reason:
            raise SelectorError(reason, match.start())
        before = word


def word_at(source: str, offset: int) -> tuple[str, int]:
    """Return the word at an offset and where it begins; nothing at the end of the text."""
    for match in re.finditer(_WORD, source):
        if match.start() <= offset < match.end():
            return match[0], match.start()
    return source[offset : offset + 1], offset


def _misplaced(word: str, kind: str, before: str) -> str | None:
    """Return why a word cannot stand behind the word `before`, None where it can."""
    if kind == "quote":
        return "the quote is not closed"
    if kind == "operator" or (word == "*" and before not in ("[", ".", "..")):
        return f"{word} is not supported in a path"
    if word in ("'*'", '"*"') or (word != "[" and word.startswith("[")):
        return f"{word} is not supported in a path, [*] finds all"
    if word == "$" and before in (".", ".."):
        return "a name with $ stands in brackets and quotes, as in ['$edgeAgent']"
    if kind == "name" and before in _COMPARISONS and word not in _LITERALS:
        return f"a text stands in quotes, as in '{word}'"
    return None
