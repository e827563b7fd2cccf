"""What a stream shows: how wide it is, which characters, which colours."""

from __future__ import annotations

import os
from typing import NamedTuple, TextIO

from edgelint.reporters.text_style import Paint, painter, use_color
from edgelint.reporters.width import stream_columns, stream_encoding


class Screen(NamedTuple):
    """A stream for people: its width in columns, its encoding and its colours."""

    columns: int
    encoding: str
    paint: Paint


def screen_of(stream: TextIO, *, no_color: bool = False) -> Screen:
    """Return what a stream shows; no colours where none are wanted, there or by the environment."""
    paint = painter(use_color(stream, no_color, os.environ))
    return Screen(stream_columns(stream), stream_encoding(stream), paint)
