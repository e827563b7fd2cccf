"""Which rules run: codes, code prefixes and names, selected and ignored."""

from __future__ import annotations

from collections.abc import Sequence

from edgelint.rules import Rule


class SelectionError(ValueError):
    """A selector that names no rule; the message says so and what it may have meant."""


def choose(
    rules: Sequence[Rule], selected: Sequence[str], ignored: Sequence[str], *, added: Sequence[str] = ()
) -> list[Rule]:
    """Return the rules that a code, code prefix or name selects (all where none is given) or adds, and none ignores.

    Raises SelectionError for a word that names no rule.
    """
    for word in (*selected, *added, *ignored):
        if not any(_names(word, rule) for rule in rules):
            raise SelectionError(_unknown(word, rules))
    wanted = [rule for rule in rules if not selected or any(_names(word, rule) for word in (*selected, *added))]
    return [rule for rule in wanted if not any(_names(word, rule) for word in ignored)]


def find_rule(rules: Sequence[Rule], word: str) -> Rule:
    """Return the rule of a code or name; raises SelectionError."""
    for rule in rules:
        if word.upper() == rule.code or word.lower() == rule.name:
            return rule
    raise SelectionError(_unknown(word, rules))


def _names(word: str, rule: Rule) -> bool:
    return rule.name == word.lower() or rule.code.startswith(word.upper())


def _unknown(word: str, rules: Sequence[Rule]) -> str:
    from difflib import get_close_matches

    known = [name for rule in rules for name in (rule.code, rule.name)]
    close = get_close_matches(word.upper(), known, 1) or get_close_matches(word.lower(), known, 1)
    return f'"{word}" names no rule' + (f'; did you mean "{close[0]}"?' if close else "")
