"""How far a run is, shown to a person who waits; the only door to tqdm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, TextIO, TypeVar

if TYPE_CHECKING:
    from tqdm import tqdm

_AFTER = 1.0
_NOBODY_WAITS = ("CI", "PRE_COMMIT")  # pre-commit gives its hooks a terminal, and shows later what they wrote there

Item = TypeVar("Item")


class Progress:
    """A bar on a terminal, from the second of a run on that `_AFTER` says, and gone without a trace behind it."""

    def __init__(self, stream: TextIO, environ: Mapping[str, str], *, quiet: bool) -> None:
        """Start the clock; `stream` is where the bar goes if a person looks at it."""
        self._begin = monotonic()
        self._stream = stream
        self._shown = not quiet and _is_watched(stream, environ)

    def over(self, items: Sequence[Item]) -> Iterator[Item]:
        """Yield the items, and show how many of them are done."""
        bar: tqdm[object] | None = None
        try:
            for done, item in enumerate(items):
                if bar is None and self._shown and monotonic() - self._begin >= _AFTER:
                    bar = _bar(self._stream, done, len(items))
                yield item
                if bar is not None:
                    bar.update()
        finally:
            if bar is not None:
                bar.close()


def _is_watched(stream: TextIO, environ: Mapping[str, str]) -> bool:
    return stream.isatty() and environ.get("TERM") != "dumb" and not any(environ.get(name) for name in _NOBODY_WAITS)


def _bar(stream: TextIO, done: int, total: int) -> tqdm[object]:
    from threading import RLock

    from tqdm import tqdm

    tqdm.set_lock(RLock())  # its own is one between processes, for which some systems start another process
    return tqdm(initial=done, total=total, file=stream, leave=False, unit=" files", dynamic_ncols=True)
