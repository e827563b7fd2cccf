"""What a run of examples gave, and how it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

MISSING, NOISY = "missing", "noisy"


class Failure(NamedTuple):
    """Where an example does not come out as it says.

    `line` counts from 1 (0 where the file cannot be read again), `example` too; `word` is missing (what is expected does
    not come) or noisy (something comes that is not expected); `expected` and `found` say what, each in one line, "" for
    nothing.
    """

    file: str
    line: int
    code: str
    example: int
    shape: str
    word: str
    expected: str
    found: str


class Outcome(NamedTuple):
    """A run of examples: how many rules, examples and runs (of an example in a shape or layout), and what they gave.

    `reported` and `silent` count the runs of bad and good examples that came out as expected, `skipped` the examples
    that a shape cannot hold, by its name, `fixes` the runs in which the file was fixed, too.
    """

    rules: int
    examples: int
    shapes: frozenset[str]
    reported: int
    silent: int
    runs: int
    skipped: Counter[str]
    fixes: int
    failures: tuple[Failure, ...]


def format_outcome(outcome: Outcome) -> str:
    """Return the failures, equal ones of several shapes as one, and a line that sums the run up."""
    return "".join(f"{line}\n" for line in (*_failure_lines(outcome.failures), _summary(outcome)))


def _failure_lines(failures: Sequence[Failure]) -> Iterable[str]:
    groups: dict[tuple[object, ...], list[Failure]] = {}
    for failure in failures:
        said = failure.expected or failure.found.partition(" under ")[0]
        groups.setdefault((failure.file, failure.example, failure.word, said), []).append(failure)
    for group in groups.values():
        first = group[0]
        shapes = ", ".join(dict.fromkeys(failure.shape for failure in group))
        place = f"{first.file}:{first.line}" if first.line else first.file
        yield f"{place}: {first.code} example {first.example}: {first.word} in {shapes}"
        for label, text in (("expected", first.expected), ("found", first.found)):
            if text:
                yield f"  {label:8}  {text}"


def _summary(outcome: Outcome) -> str:
    shapes = f"{len(outcome.shapes)} shapes and layouts"
    runs = f"{_count(outcome.runs, 'run')}{f' ({outcome.fixes:,} with a fix)' if outcome.fixes else ''}"
    counts = f"{_count(outcome.rules, 'rule')}, {_count(outcome.examples, 'example')}, {runs} in {shapes}"
    words = Counter(failure.word for failure in outcome.failures)
    failed = [f"{words[word]:,} {word}" for word in (MISSING, NOISY)]
    verdict = ", ".join((f"{outcome.reported:,} reported", f"{outcome.silent:,} silent", *failed))
    skipped = ", ".join(f"{name} {count:,}" for name, count in outcome.skipped.items())
    return f"{counts}: {verdict}" + (f" (skipped: {skipped})" if skipped else "")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
