"""What is wrong with the texts themselves: syntax, createOptions that do not read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from edgelint.json_text.placeholders import find_placeholders
from edgelint.json_text.text import Span
from edgelint.json_text.tokens import words
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.option_keys import option_keys
from edgelint.tables.rows import Row, Table, fields


def _faults(manifest: Manifest) -> Iterator[Row]:
    text = manifest.view.text
    bare = {span.start for span in find_placeholders(text)} if manifest.faults else set()
    for fault in manifest.faults if manifest.first else ():
        span = Span(fault.offset, min(fault.offset + 1, len(text)))
        place = Place(manifest.view, (), "text", span)
        placeholder = fault.offset in bare or words().lone.match(text, fault.offset) is not None
        yield Row(fields(reason=fault.reason, placeholder=placeholder), place)


def _texts(_manifest: Manifest, module: Module) -> Iterator[Row]:
    options = module.options
    liberty = _liberty(module)
    row = fields(
        module=module.name,
        form=options.form,
        state=options.state,
        found=options.found or None,
        reason=options.reason or None,
        liberty=liberty[0] if liberty else None,
    )
    yield Row(row, options.fault or options.place, {"liberty": liberty[1]} if liberty else {})


def _liberty(module: Module) -> tuple[str, Place] | None:
    """Return the first thing that the runtime reads in a text of createOptions and strict JSON does not have."""
    options = module.options
    if options.state == "none":
        word = _text(module.data.get("settings")).strip()
        return None if word in ("", "null", '""') else (_named(word), options.place)
    view = options.view if options.state == "read" else None
    faults = view.reading.faults if view and view.reading else ()
    fault = next((fault for fault in faults if fault.readable), None)
    if view is None or fault is None:
        return None
    return fault.reason, Place(view, (), "text", Span(fault.offset, min(fault.offset + 1, len(view.text))))


def _named(word: str) -> str:
    return "comment" if "/" in word else f"{word} is no value of JSON"


def _text(settings: Any) -> str:
    """Return the text of createOptions, of which some parts may be null."""
    parts = [settings[key] for key in option_keys(settings)] if isinstance(settings, dict) else []
    return "".join(part for part in parts if isinstance(part, str))


FAULTS = Table(
    "faults",
    "One row for each place where the file is no strict JSON, in the order of the text.",
    {
        "reason": "what is wrong there",
        "placeholder": "whether a bare placeholder stands there, which is replaced before the file is used",
    },
    {},
    of_manifest=_faults,
)

TEXTS = Table(
    "texts",
    "One row for each module: how its createOptions reads, as the runtime reads it.",
    {
        "module": "name of the module, absent for bare options",
        "form": "missing, object, text, chunks or joined (values that are not all texts, which the runtime makes texts of)",
        "state": "none (no options), read, refused (it reads, but the runtime refuses what reason says), placeholder (not to be "
        "judged), broken, not-object or encoded-twice",
        "found": "where state is not-object: what stands there, such as a list",
        "reason": "where state is broken or refused: what is wrong at the place of the row",
        "liberty": "the first thing in the text that is no strict JSON, where the runtime reads it anyway",
    },
    {"liberty": "the character at which liberty begins"},
    of_module=_texts,
)
