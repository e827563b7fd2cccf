"""The changes that fixes consist of: what is removed, added or rewritten where."""

from __future__ import annotations

from typing import Any, NamedTuple

from edgelint.json_text.nodes import Path
from edgelint.json_text.text import Span
from edgelint.json_text.views import Place


class Operation(NamedTuple):
    """One change: `kind` is remove, add, append, replace, rename, rewrite or claim, at a place that the view's text has.

    The kind chunk cuts the strings anew that hold the view, stringify puts the text `value` in the place of an object,
    unwrap puts a node in the place of its parent. The kinds compose-add and compose-append add to createOptions that say
    nothing yet, at the place of their text.

    `below` are the keys from there on to what is added; `value` is what is new (of rename the key, of rewrite the text of
    the part, of claim a name that the object has to give once, and for what); `span` is the part, in characters of the
    decoded string; `prune` lets emptied parents go too.
    """

    kind: str
    place: Place
    below: Path = ()
    value: Any = None
    span: Span | None = None
    prune: bool = False


class NoPlaceError(Exception):
    """A fix that cannot be made here: a value that it needs is absent, or something stands in its way."""


class UnfitValueError(NoPlaceError):
    """A fix that cannot be made with its value; the message says why."""
