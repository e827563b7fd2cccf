"""How the runtime puts createOptions together: keys chosen, chunks joined, the text read."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from edgelint.nodes import node_at, plain
from edgelint.parser import JSONSyntaxError
from edgelint.placeholders import find_placeholders, is_placeholder
from edgelint.reading import Reading, read
from edgelint.text import Fault, Span
from edgelint.views import Origin, Place, View

# The runtime's own choice of keys is unanchored and ignores letter case (ChunkedProperty, executed).
_KEY = re.compile(r"createoptions(\d*)", re.IGNORECASE | re.ASCII)
MOST_CHUNKS = 100
"""How many chunks the runtime reads."""

_ODD_NUMBERS = ("NaN", "Infinity", "-Infinity")
_FOUND = {list: "a list", str: "a text", bool: "a boolean", int: "a number", float: "a number", type(None): "null"}


class OptionText(NamedTuple):
    """How the createOptions of one module reads.

    `form` is missing, object, text or chunks; `state` is none (no options), read, placeholder (not to be judged),
    broken (`reason` says why), not-object (`found` says what stands there) or encoded-twice. `place` is where the
    options stand, `data` what they hold (members that a later equal key replaces are keyed by Occurrence).
    """

    form: str
    state: str
    place: Place
    data: dict[Any, Any] | None = None
    found: str = ""
    reason: str = ""
    fault: Place | None = None

    @property
    def view(self) -> View | None:
        """The view of the options' own text, where they are a text that was read."""
        return self.place.view if self.state == "read" and self.form != "object" else None


def read_options(settings: dict[str, Any], origin: Origin) -> OptionText:
    """Read the createOptions of a module's settings; `origin` tells where those stand."""
    keys = option_keys(settings)
    if not keys:
        return OptionText("missing", "none", origin.place)
    values = {key: settings[key] for key in keys if not _is_blank(settings[key])}
    if not values:
        return OptionText("text", "none", origin.resolve((keys[0],)))
    if all(isinstance(value, str) for value in values.values()):
        strings = tuple(origin.resolve((key,)) for key in values)
        return _read_text("".join(values.values()), strings, "chunks" if len(keys) > 1 else "text")
    return _read_odd(values, origin)


def option_keys(settings: dict[str, Any]) -> list[str]:
    """Return the keys that hold createOptions, in the order of their numbers; a stray one only where it is alone.

    The runtime takes the first hundred.
    """
    found = [(match, key) for key in settings if (match := _KEY.search(key))]
    exact = [(match, key) for match, key in found if match.group() == key]
    chosen = exact or found[:1]
    keys = [key for match, key in sorted(chosen, key=lambda pair: (chunk_number(pair[0].group(1)), pair[1].upper()))]
    return keys[:MOST_CHUNKS]


def all_option_keys(settings: dict[str, Any]) -> list[tuple[str, str]]:
    """Return every key that the runtime takes for one of createOptions, with the digits behind that word, in its order.

    It sorts the keys as texts without regard to letter case.
    """
    found = [(key, match.group(1)) for key in settings if (match := _KEY.search(key))]
    return sorted(found, key=lambda pair: (pair[0].upper(), pair[0]))


def chunk_number(digits: str) -> int:
    """Return the number of a chunk, 0 where there are no digits; one beyond all that can be is very large."""
    significant = digits.lstrip("0")
    return int(significant or 0) if len(significant) < 10 else 10**9


def _read_odd(values: dict[str, Any], origin: Origin) -> OptionText:
    """Read values that are not all texts."""
    first, *more = values
    if not isinstance(values[first], dict):
        odd = next(key for key, value in values.items() if not isinstance(value, str))
        return _not_object("object", origin.resolve((odd,)), values[odd])
    place = origin.resolve((first,))
    if not more:
        return OptionText("object", "read", place, values[first])
    return OptionText("object", "broken", place, reason="a text behind the object", fault=origin.resolve((more[0],)))


def _read_text(text: str, strings: tuple[Place, ...], form: str) -> OptionText:
    if text.strip().lower() in ("", "null") or text.strip() == "undefined":
        return OptionText(form, "none", strings[0])
    if is_placeholder(text):
        return OptionText(form, "placeholder", strings[0])
    try:
        reading = read(text)
    except JSONSyntaxError as error:
        return _broken(View(text, None, strings), error.fault, form)
    view = View(text, reading, strings)
    fault = next((fault for fault in reading.faults if not fault.readable and not _at_placeholder(text, fault)), None)
    if fault is not None:
        return _broken(view, fault, form)
    return _judge(view, reading, form)


def _judge(view: View, reading: Reading, form: str) -> OptionText:
    root, whole = Place(view, ()), Place(view, (), "text", Span(0, len(view.text)))
    if isinstance(reading.data, dict):
        return OptionText(form, "read", root, with_lost(root, reading.data))
    if isinstance(reading.data, str) and reading.data.lstrip().startswith("{"):
        return OptionText(form, "encoded-twice", whole)
    if isinstance(reading.data, str) and is_placeholder(reading.data):
        return OptionText(form, "placeholder", view.strings[0])
    return _not_object(form, whole, float("nan") if _is_odd_number(reading, view.text) else reading.data)


def _is_odd_number(reading: Reading, text: str) -> bool:
    """Return whether the text is NaN or Infinity, which read as None."""
    return reading.data is None and any(text.startswith(_ODD_NUMBERS, fault.offset) for fault in reading.faults)


def _broken(view: View, fault: Fault, form: str) -> OptionText:
    if _at_placeholder(view.text, fault):
        return OptionText(form, "placeholder", view.strings[0])
    start = min(fault.offset, len(view.text) - 1)
    at = Place(view, (), "text", Span(start, start + 1))
    return OptionText(form, "broken", view.strings[0], reason=fault.reason, fault=at)


def _not_object(form: str, place: Place, value: Any) -> OptionText:
    return OptionText(form, "not-object", place, found=_FOUND.get(type(value), "an object"))


def with_lost(place: Place, value: dict[str, Any]) -> dict[Any, Any]:
    """Return the object that stands at `place` with the members that a later equal key replaces, by Occurrence."""
    reading = place.view.reading
    if reading is None or not reading.duplicates:
        return value
    node = node_at(place.view.tree, place.path)
    return value if node is None else plain(node, lost=True)


def _at_placeholder(text: str, fault: Fault) -> bool:
    return any(span.start <= fault.offset <= span.end for span in find_placeholders(text))


def _is_blank(value: Any) -> bool:
    return value is None or value == ""
