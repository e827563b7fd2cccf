"""How the runtime puts createOptions together: chunks joined, the text read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from edgelint.json_text.nodes import node_at, plain
from edgelint.json_text.parser import JSONSyntaxError
from edgelint.json_text.placeholders import find_placeholders, is_placeholder
from edgelint.json_text.reading import Reading, read
from edgelint.json_text.text import Fault, Span
from edgelint.json_text.views import Origin, Place, View
from edgelint.manifests.joining import chunk_text
from edgelint.manifests.option_keys import option_keys
from edgelint.manifests.refusals import ODD_NUMBERS, refusals

_FOUND = {list: "a list", str: "a text", bool: "a boolean", int: "a number", float: "a number", type(None): "null"}


class OptionText(NamedTuple):
    """How the createOptions of one module reads.

    `form` is missing, object, text, chunks or joined (values that are not all texts, which the runtime makes texts of
    and joins); `state` is none (no options), read, refused (read here, but `reason` says what the runtime refuses in
    it), placeholder (not to be judged), broken (`reason` says why), not-object (`found` says what stands there) or
    encoded-twice. `place` is where the options stand, `data` what they hold (members that a later equal key replaces
    are keyed by Occurrence).
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
        return self.place.view if self.data is not None and self.form in ("text", "chunks") else None


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
    return _read_object(values, origin) or _read_joined(values, origin) or _read_odd(values, origin)


def _read_object(values: dict[str, Any], origin: Origin) -> OptionText | None:
    """Read an object with nothing but blanks and comments around it; None where there is more, or no object."""
    key = next((key for key, value in values.items() if isinstance(value, dict)), None)
    if key is None or (len(values) > 1 and not _says(map(chunk_text, values.values()), values[key])):
        return None
    return OptionText("object", "read", origin.resolve((key,)), values[key])


def _says(texts: Iterable[str], data: Any) -> bool:
    """Tell whether texts, joined, are `data` to the runtime."""
    try:
        reading = read("".join(texts))
    except JSONSyntaxError:
        return False
    return reading.data == data and all(fault.readable for fault in reading.faults)


def _read_joined(values: dict[str, Any], origin: Origin) -> OptionText | None:
    """Read values of which some are no texts; None where there is one alone, or they do not read when they are joined.

    The places of what they hold are all that of the first which is no text, for of this one the runtime makes another.
    """
    odd = next(key for key, value in values.items() if not isinstance(value, str))
    place = origin.resolve((odd,))
    joined = _read_text("".join(map(chunk_text, values.values())), (place,), "joined")
    if len(values) == 1 or joined.state not in ("none", "read", "refused", "placeholder"):
        return None
    return joined._replace(place=place, fault=place if joined.fault else None)


def _read_odd(values: dict[str, Any], origin: Origin) -> OptionText:
    """Return what is wrong with values that are not all texts and do not read."""
    first, *more = values
    if not isinstance(values[first], dict):
        odd = next(key for key, value in values.items() if not isinstance(value, str))
        return _not_object("object", origin.resolve((odd,)), values[odd])
    place = origin.resolve((first,))
    return OptionText("object", "broken", place, reason="a text behind the object", fault=origin.resolve((more[0],)))


def _read_text(text: str, strings: tuple[Place, ...], form: str) -> OptionText:
    if text.lower() == "null":
        return OptionText(form, "none", strings[0])
    if is_placeholder(text):
        return OptionText(form, "placeholder", strings[0])
    try:
        reading = read(text)
    except JSONSyntaxError as error:
        nothing = error.offset == len(text) and _says((text, "\nnull"), None)
        return (
            OptionText(form, "none", strings[0]) if nothing else _broken(View(text, None, strings), error.fault, form)
        )
    view = View(text, reading, strings)
    fault = next((fault for fault in reading.faults if not fault.readable and not _at_placeholder(text, fault)), None)
    if fault is not None:
        return _broken(view, fault, form)
    return _judge(view, reading, form)


def _judge(view: View, reading: Reading, form: str) -> OptionText:
    root, whole = Place(view, ()), Place(view, (), "text", Span(0, len(view.text)))
    if isinstance(reading.data, dict):
        options = OptionText(form, "read", root, with_lost(root, reading.data))
        return _refused(options, reading) if reading.faults else options
    if isinstance(reading.data, str) and reading.data.lstrip().startswith("{"):
        return OptionText(form, "encoded-twice", whole)
    if isinstance(reading.data, str) and is_placeholder(reading.data):
        return OptionText(form, "placeholder", view.strings[0])
    if _is_odd_number(reading, view.text):
        return _not_object(form, whole, float("nan"))
    if reading.data in (None, ""):
        return OptionText(form, "none", view.strings[0])
    return _not_object(form, whole, reading.data)


def _refused(options: OptionText, reading: Reading) -> OptionText:
    """Return options with the first thing in them that the runtime's typed reader refuses, if there is any."""
    view = options.place.view
    fault = next(refusals(view.tree, view.text), None)
    if fault is None:
        return options
    return options._replace(state="refused", reason=fault.reason, fault=_at(view, fault.offset))


def _is_odd_number(reading: Reading, text: str) -> bool:
    """Return whether the text is NaN or Infinity, which read as None."""
    return reading.data is None and any(text.startswith(ODD_NUMBERS, fault.offset) for fault in reading.faults)


def _broken(view: View, fault: Fault, form: str) -> OptionText:
    if _at_placeholder(view.text, fault):
        return OptionText(form, "placeholder", view.strings[0])
    return OptionText(form, "broken", view.strings[0], reason=fault.reason, fault=_at(view, fault.offset))


def _at(view: View, offset: int) -> Place:
    start = min(offset, len(view.text) - 1)
    return Place(view, (), "text", Span(start, start + 1))


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
