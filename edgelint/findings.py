"""What a lint says: frozen values that hold all that a reporter needs."""

from typing import NamedTuple

from edgelint.json_text.text import Position, Span


class Location(NamedTuple):
    """A place in the file: characters from 0, positions of the first one and behind the last, JSON Pointer."""

    span: Span
    start: Position
    end: Position
    path: str


class Related(NamedTuple):
    """A further place of a finding and what it has to do with it."""

    label: str
    location: Location


class FixOffer(NamedTuple):
    """A fix that could be applied; `then` is what a person must still do after it."""

    applicability: str
    title: str
    then: tuple[str, ...] = ()


class Finding(NamedTuple):
    """One thing that is wrong at one place of one file.

    `severity` is error, warning or info; `value` is the marked text, as its own view writes it.
    """

    code: str
    rule: str
    severity: str
    message: str
    help: str
    file: str
    location: Location
    module: str | None
    value: str
    url: str
    related: tuple[Related, ...] = ()
    fix: FixOffer | None = None
    fixed: bool = False


class LeftOut(NamedTuple):
    """A finding that is neither listed nor fixed: suppressed for a reason, or (None) recorded in the baseline."""

    finding: Finding
    reason: str | None = None
