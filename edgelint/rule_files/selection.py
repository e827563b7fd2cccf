"""What a word names: codes, code prefixes and names of rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from edgelint.rule_files.rules import Rule
from edgelint.suggestions import nearest


class Word(NamedTuple):
    """A text that somebody gave, and where: an option, or `file:line:column`."""

    text: str
    origin: str


class SelectionError(ValueError):
    """A word that names no rule; the message says so and what it may have meant."""


def names(word: str, rule: Rule) -> bool:
    """Tell whether a word is the rule's name, its code or the beginning of that."""
    return rule.name == word.lower() or rule.code.startswith(word.upper())


def is_rule(word: str, rule: Rule) -> bool:
    """Tell whether a word is the rule's name or its whole code."""
    return rule.name == word.lower() or rule.code == word.upper()


def find_rule(rules: Iterable[Rule], word: str) -> Rule:
    """Return the rule of a code or name; raises SelectionError."""
    known = list(rules)
    for rule in known:
        if is_rule(word, rule):
            return rule
    if word and sum(names(word, rule) for rule in known) > 1:
        raise SelectionError(f'"{word}" names several rules; edgelint rules --select {word} lists them')
    raise SelectionError(unknown(word, known))


def unknown(word: str, rules: Sequence[Rule]) -> str:
    """Return the message on a word that names no rule."""
    known = [name for rule in rules for name in (rule.code, rule.name)]
    meant = nearest(word, known) or _close(word, known)
    return f'"{word}" names no rule' + (f'; did you mean "{meant}"?' if meant else "")


def _close(word: str, known: Sequence[str]) -> str | None:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word.upper(), known, 1) or get_close_matches(word.lower(), known, 1)), None)
