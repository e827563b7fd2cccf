"""What can be shown of the values of one file: where each stands, and its text with the secrets masked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from edgelint.engine.context import Context
from edgelint.engine.linter import locate
from edgelint.engine.masking import Masker, hidden, hidden_in
from edgelint.engine.scope import Hit
from edgelint.findings import Location
from edgelint.json_text.text import LineIndex
from edgelint.json_text.views import inner_span, outer_span
from edgelint.manifests.manifest import Manifest
from edgelint.secrecy.secret_places import Secret

_LONGEST, _SHORT = 200, 60
_SEVERAL = 3


class Sight:
    """Shows values of the manifests of one file."""

    def __init__(self, manifests: Sequence[Manifest], text: str) -> None:
        self.masker = Masker(manifests)
        self.lines = LineIndex(text)

    def location(self, hit: Hit, mark: str | None = None) -> Location:
        """Return where a value stands, or what a rule with this `mark` points at."""
        return locate(hit.mark(mark), self.lines)

    def position(self, hit: Hit) -> str:
        """Return where a value stands, as `line:column`."""
        return ":".join(map(str, self.location(hit).start))

    def marked(self, hit: Hit) -> str:
        """Return a value with its position, as the text of the file has it."""
        place = hit.mark(None)
        span = inner_span(place)
        text = " ".join(hidden(place.view.text[span.start : span.end], self._near([hit])).split())
        return f"{self.position(hit)} {_cut(text, _SHORT)}"

    def hit(self, hit: Hit) -> str:
        """Return a value as text, a row of a table with its columns by their names."""
        if not is_row(hit):
            return self.value(hit.value, [hit])
        return ", ".join(f"{name}={self.value(item, [hit])}" for name, item in hit.value.items())

    def hits(self, hits: Sequence[Hit]) -> str:
        """Return what a path found, of many values only the first ones."""
        texts = [self.hit(hit) for hit in hits[:_SEVERAL]]
        more = [f"{len(hits) - _SEVERAL} more"] if len(hits) > _SEVERAL else []
        return " and ".join([", ".join(texts), *more]) if texts else "nothing"

    def filled(self, name: str, context: Context) -> str:
        """Return what `{name}` stands for in a context."""
        found = context.lookup(name)
        return "nothing" if found is None else self.value(found, [context.subject, *context.captures.values()])

    def value(self, value: Any, hits: Iterable[Hit]) -> str:
        """Return a value that stands at these or was worked out of them as JSON, cut where it is long."""
        return _cut(json.dumps(hidden_in(value, self._near(hits)), ensure_ascii=False), _LONGEST)

    def _near(self, hits: Iterable[Hit]) -> list[Secret]:
        return self.masker.near(outer_span(hit.mark(None)) for hit in hits)


def is_row(hit: Hit) -> bool:
    """Tell whether a value is a row of a table."""
    return len(hit.path) == 2 and hit.scope.row(hit.path) is not None


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
