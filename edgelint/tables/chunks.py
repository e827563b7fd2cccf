"""The members of a module's settings that the runtime joins to createOptions, and what is wrong with their keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from edgelint.editing.chunks import CHUNK_UNITS, pieces_needed, units
from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.option_keys import MOST_CHUNKS, all_option_keys, are_read, chunk_number
from edgelint.tables.rows import Row, Table, fields

_NAME = "createoptions"


class _Key(NamedTuple):
    """A key with the digits behind `createOptions`, and their number."""

    key: str
    digits: str

    @property
    def number(self) -> int:
        return chunk_number(self.digits)

    @property
    def stray(self) -> bool:
        """Whether more stands in the key than createOptions and a number."""
        return self.key.lower() != _NAME + self.digits


class _Fault(NamedTuple):
    """What is wrong with a key, and the key that it has to do with, as the columns `fault` and `other` say."""

    fault: str
    other: str | None = None


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    written = module.data.get("settings")
    settings = written if isinstance(written, dict) else {}
    found = [_Key(*pair) for pair in all_option_keys(settings)]
    faults = {} if any(has_placeholder(each.key) for each in found) else _faults(found)
    texts = [settings[each.key] for each in found]
    for each in sorted(found, key=lambda each: (each.stray, each.number, each.key)):
        value = settings[each.key]
        fault = faults.get(each.key, _Fault(""))
        row = fields(
            module=module.name,
            key=each.key,
            number=None if each.stray else each.number,
            count=len(found),
            needed=_needed(texts),
            fault=fault.fault or None,
            other=fault.other,
            **_sizes(value),
        )
        yield Row(row, module.origin.resolve(("settings", each.key)))


def _sizes(value: Any) -> dict[str, int]:
    """Return the columns `units` and `bytes`; none of what is no text or is not yet what it will be."""
    if not isinstance(value, str) or has_placeholder(value):
        return {}
    return {"units": units(value), "bytes": len(value.encode("utf-8", "surrogatepass"))}


def _needed(texts: Sequence[Any]) -> int | None:
    if not all(isinstance(text, str) for text in texts) or has_placeholder("".join(texts)):
        return None
    return pieces_needed("".join(texts))


def _faults(found: list[_Key]) -> dict[str, _Fault]:
    """Return what is wrong with the keys, which come in the order in which the runtime reads them."""
    if are_read(found):
        late = found[MOST_CHUNKS:]
        return {late[0].key: _Fault("beyond")} if late else {}
    faults = {each.key: _Fault("stray") for each in found if each.stray}
    numbered: dict[int, _Key] = {}
    for each in sorted((each for each in found if not each.stray), key=lambda each: (each.number, len(each.digits))):
        if each.number in numbered:
            faults[each.key] = _Fault("twice", numbered[each.number].key)
        else:
            numbered[each.number] = each
    return {**faults, **_out_of_order(list(numbered.values()))}


def _out_of_order(numbered: list[_Key]) -> dict[str, _Fault]:
    """Return the first fault of keys with different numbers, which are in the order of these."""
    for expected, each in enumerate(numbered):
        if not expected and each.digits:
            return {each.key: _Fault("base")}
        if each.number != expected:
            return {each.key: _Fault("gap", _named(numbered[expected - 1], expected))}
    if len(numbered) > MOST_CHUNKS:
        return {numbered[MOST_CHUNKS].key: _Fault("beyond")}
    as_read = sorted(numbered, key=lambda each: each.key.upper())
    pairs = zip(as_read, numbered, strict=True)
    return next(({one.key: _Fault("unpadded", other.key)} for one, other in pairs if one is not other), {})


def _named(before: _Key, number: int) -> str:
    """Return the key of a number, written as the one before it is."""
    base = before.key[: len(before.key) - len(before.digits)]
    return f"{base}{number:0{len(before.digits) or 2}}"


CHUNKS = Table(
    "chunks",
    "One row for each member of the settings that the runtime takes for a part of createOptions, in the order of their "
    "numbers.",
    {
        "module": "name of the module",
        "key": "the key",
        "number": "its number, 0 for createOptions itself; absent where more stands in the key than the name and a number",
        "units": "length of the text in UTF-16 units; absent where it is none or a placeholder stands in it",
        "bytes": "length of the text in bytes of UTF-8; absent where units is",
        "count": "how many such members the settings have",
        "needed": f"how many chunks of {CHUNK_UNITS} UTF-16 units all of the text fills; absent where some value is no text "
        "or a placeholder stands in one",
        "fault": "what stops the runtime at the key: stray (more stands in it than the name and a number), twice (it has the "
        "number of other), base (createOptions itself is missing), gap (other is missing in front), unpadded (sorted as a "
        "text it comes before other) or beyond (it is the 101st, which the runtime does not read)",
        "other": "the other key that the fault has to do with",
    },
    {},
    of_module=_rows,
)
