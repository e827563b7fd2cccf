"""What somebody meant who wrote a key that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

_LETTERS_PER_SLIP = 4
_TELLING = 5


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known key that `word` is most likely to mean, or None where none is near.

    Letter case, hyphens and the like do not count. Near is what has one slip in four letters at most (`volumeMount`), and
    a known key with something before or behind it (`deploymentStrategy`).
    """
    letters = _plain(word)
    plain = {_plain(key): key for key in known}
    slips = {key: _slips(letters, key) for key in plain}
    near = [key for key in plain if slips[key] <= len(letters) // _LETTERS_PER_SLIP]
    if near:
        return plain[min(near, key=lambda key: (slips[key], key))]
    inside = [key for key in plain if len(key) >= _TELLING and (letters.startswith(key) or letters.endswith(key))]
    return plain[max(inside, key=len)] if inside else None


def _plain(word: str) -> str:
    return "".join(character for character in word.lower() if character.isalnum())


def _slips(word: str, key: str) -> int:
    """Return how many letters are put in, left out or exchanged for others between two words."""
    row = list(range(len(key) + 1))
    for number, letter in enumerate(word, 1):
        before, row[0] = row[0], number
        for index, other in enumerate(key, 1):
            before, row[index] = row[index], min(row[index] + 1, row[index - 1] + 1, before + (letter != other))
    return row[-1]
