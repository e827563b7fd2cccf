"""What the runtime's typed reader meets of createOptions, of which keys may stand twice (executed)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from edgelint.json_text.nodes import Occurrence, Step, node_at, written_key
from edgelint.json_text.views import Place
from edgelint.manifests.option_texts import OptionText
from edgelint.platforms import docker_options
from edgelint.platforms.docker_options import KUBERNETES_SECTION, MERGED
from edgelint.platforms.option_types import Typed, typed_values


def typed_options(options: OptionText) -> Iterator[tuple[Place, Typed]]:
    """Yield each value of createOptions of which the runtime wants a type, and its place.

    Of a text the typed members are read wherever they stand, also what a later equal key replaces; of all else that
    is lost before, and under k8s-experimental the last spelling of a member is read alone.
    """
    around = Place(options.view, ()) if options.view else options.place
    for step, name, value in _read(options):
        for typed in typed_values(docker_options.child("", name), value, (step,), (name,)):
            place = around._replace(path=around.path + typed.path)
            yield place, typed._replace(fits=typed.fits or _is_told_elsewhere(typed, place))


def _is_told_elsewhere(typed: Typed, place: Place) -> bool:
    """Tell whether a misfit is a word that is no JSON and that the reading of the text refuses: most of them are."""
    if typed.value is not None:
        return False
    word = null_word(place)
    return word != "null" and not (word in ("undefined", "") and typed.type == "object, not null")


def null_word(place: Place) -> str:
    """Return the word at a place where plain data has None: null, or what is no JSON, such as NaN, undefined or nothing.

    Whether the runtime refuses such a word is told where the text is read.
    """
    view = place.view
    node = node_at(view.tree, place.path) if view.reading is not None and view.reading.faults else None
    return view.text[node.span.start : node.span.end] if node and node.kind == "literal" else "null"


def is_null(place: Place, *, text: bool = False) -> bool:
    """Tell whether the runtime reads null at a place where plain data has None; `text` is whether it wants a text there.

    NaN and the like are numbers, which it reads as texts or refuses; undefined and nothing are null, but of a text it
    refuses them.
    """
    word = null_word(place)
    return word == "null" or (word in ("undefined", "") and not text)


def _read(options: OptionText) -> Iterator[tuple[Step, str, Any]]:
    """Yield the step, the usual spelling and the value of each member of createOptions that is read."""
    for step, item in (options.data or {}).items():
        name = docker_options.spelling("", written_key(step))
        if name in MERGED and options.form != "object":
            yield step, name, item
        elif not isinstance(step, Occurrence):
            yield step, name, _section(_last(item)) if name == KUBERNETES_SECTION else _last(item)


def _last(value: Any) -> Any:
    """Return plain data without what a later equal key replaces, and as it is after the runtime has written it once more."""
    if isinstance(value, list):
        return [_last(item) for item in value]
    if isinstance(value, float) and math.isinf(value):
        return "Infinity"
    if not isinstance(value, dict):
        return value
    return {step: _last(item) for step, item in value.items() if not isinstance(step, Occurrence)}


def _section(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    last = {docker_options.spelling(KUBERNETES_SECTION, key): key for key in value}
    return {key: item for key, item in value.items() if key in last.values()}
