"""The files that an example is run as: one for each shape and layout that can hold it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from edgelint.testing.embedding import Embedded, UnfitError
from edgelint.testing.fragments import Fragment, read_fragment
from edgelint.testing.layouts import LAYOUTS, write
from edgelint.testing.places import UNKNOWN, Path, Spot, find_spot, parse_place, pointer
from edgelint.testing.shapes import SHAPES, embed, hold

_FIRST_LAYOUT = next(iter(LAYOUTS))
_SHAPE_OF_LAYOUTS = "string"
_FORMS = (
    *((shape, shape, _FIRST_LAYOUT) for shape in SHAPES),
    *((layout, _SHAPE_OF_LAYOUTS, layout) for layout in LAYOUTS if layout != _FIRST_LAYOUT),
)


class Subject(NamedTuple):
    """A file that holds an example: the name of its shape or layout, its bytes, and what stands at each of `finds`.

    `added` are the JSON Pointers of the system modules that the example does not have, of which it says nothing; `fixed`
    is what the fix should make of the file, where the example says that and the shape can hold it; `whole` where the
    example is a whole file.
    """

    name: str
    data: bytes
    spots: tuple[Spot, ...]
    added: tuple[str, ...] = ()
    fixed: bytes | None = None
    whole: bool = False

    def speaks_of(self, place: str) -> bool:
        """Tell whether a JSON Pointer leads to something that the example may say something of."""
        return not any(place == added or place.startswith(added + "/") for added in self.added)


class Unfit(NamedTuple):
    """A shape or layout that cannot hold an example, and why."""

    name: str
    reason: str


def subjects(example: Mapping[str, Any]) -> Iterator[Subject | Unfit]:
    """Yield the files of an example, or why there is none; raises ValueError for what is no example at all."""
    data = example["bad"] if "bad" in example else example["good"]
    places = [found["at"] for found in example.get("finds", ())]
    fixed = example.get("fixed", data)
    if ("text" in data) != ("text" in fixed):
        raise ValueError("bad and fixed must both be a whole file, or neither")
    if "text" in data:
        after = fixed["text"].encode() if "fixed" in example else None
        yield Subject("text", data["text"].encode(), tuple(map(_spot_in_file, places)), fixed=after, whole=True)
        return
    fragment = read_fragment(data)
    after_fixing = read_fragment(fixed) if "fixed" in example else None
    paths = [(at, fragment.path(parse_place(at))) for at in places]
    for name, shape, layout in _FORMS:
        if shape in example.get("shapes", SHAPES):
            subject = _subject(fragment, paths, name, shape, layout)
            if after_fixing is not None and isinstance(subject, Subject):
                subject = subject._replace(fixed=_fixed(after_fixing, shape, layout))
            yield subject


def _subject(
    fragment: Fragment, paths: Sequence[tuple[str, Path]], name: str, shape: str, layout: str
) -> Subject | Unfit:
    try:
        embedded = embed(fragment, shape)
        spots = tuple(_spot(embedded, *place) for place in paths)
        return Subject(name, write(embedded, layout), spots, tuple(map(pointer, embedded.added)))
    except UnfitError as error:
        return Unfit(name, str(error))


def _fixed(fragment: Fragment, shape: str, layout: str) -> bytes | None:
    try:
        return write(hold(fragment, shape), layout)
    except UnfitError:
        return None


def _spot(embedded: Embedded, at: str, path: Path) -> Spot:
    try:
        return find_spot(embedded.stands, path)
    except LookupError:
        raise UnfitError(f"nothing stands at {at}") from None


def _spot_in_file(at: str) -> Spot:
    """Return what a place of an example that is a whole file asks for: `$` for nothing but the marked text."""
    steps = parse_place(at)
    return Spot(pointer(steps) if steps else None, None, UNKNOWN, None)
