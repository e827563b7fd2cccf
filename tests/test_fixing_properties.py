"""Whatever the layout and whatever the fix: the text says what the draft says, and nothing else in it has changed."""

import json
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from typing import Any

from fixed_texts import nothing_else_changed
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st
from json_texts import plain, read
from json_writer import any_layout, write

from edgelint.editing.chunks import CHUNK_UNITS, STRING_BYTES, units
from edgelint.editing.draft import Draft, Value
from edgelint.editing.edits import apply
from edgelint.editing.emitter import emit
from edgelint.editing.operations import Operation
from edgelint.editing.patch import Patch
from edgelint.json_text.nodes import Member, Node, Path, steps_of
from edgelint.json_text.parser import parse
from edgelint.json_text.text import Span
from edgelint.json_text.views import Place, View

many = settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
RANDOM = st.randoms(use_true_random=False)
CHARACTERS = 'ab/:"\\é€😀\n\ud800\udc00'


def any_text(random: Random, longest: int = 6) -> str:
    text = "".join(random.choice(CHARACTERS) for _ in range(random.randint(0, longest)))
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def any_data(random: Random, depth: int = 0) -> Any:
    if depth > 3 or random.random() < 0.35:
        return random.choice([0, -1.5, None, True, any_text(random), [], {}])
    if random.random() < 0.5:
        return [any_data(random, depth + 1) for _ in range(random.randint(0, 4))]
    return {any_text(random) + str(index): any_data(random, depth + 1) for index in range(random.randint(0, 4))}


def any_object(random: Random) -> Any:
    return {"a": any_data(random), "b": any_data(random), "c": any_data(random)}


def any_json(random: Random, *, tolerant: bool) -> str:
    """Return an object written in one layout or in a mixture of several."""
    layouts = [any_layout(random, tolerant=tolerant) for _ in range(random.choice([1, 1, 3]))]
    return write(any_object(random), lambda: random.choice(layouts), random) + random.choice(["", "\n"])


def nodes(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    yield path, node
    steps = steps_of(node) if node.kind == "object" else enumerate(node.children)
    for step, child in steps:
        yield from nodes(child.value if isinstance(child, Member) else child, (*path, step))


def any_operation(random: Random, view: View, number: int, path: Path, node: Node) -> Operation:
    """Return an operation on a node; names that it brings are its own."""
    own = {"string": ["rewrite"], "object": ["add"] * 3, "array": ["append"] * 3}.get(node.kind, [])
    renames = ["rename"] if path and not isinstance(path[-1], int) else []
    kind = random.choice(["remove", "remove", "replace", *renames, *own])
    place = Place(view, path, "key" if kind == "rename" else "value")
    if kind == "rewrite":
        start = random.randint(0, len(node.value))
        span = Span(start, random.randint(start, len(node.value)))
        return Operation(kind, place, value=any_text(random), span=span)
    below: Path = random.choice([("new",), (f"new{number}",), ("new", f"x{number}")]) if kind == "add" else ()
    value = f"new{number}" if kind == "rename" else any_data(random, 2)
    return Operation(kind, place, below, value, prune=random.random() < 0.5)


def any_fixes(random: Random, view: View) -> list[list[Operation]]:
    places = list(nodes(view.tree))
    numbers = iter(range(100))
    fixes = [
        [any_operation(random, view, next(numbers), *random.choice(places)) for _ in range(random.randint(1, 2))]
        for _ in range(random.randint(1, 5))
    ]
    tell(view, fixes)
    return fixes


def tell(view: View, fixes: list[list[Operation]]) -> None:
    """Let hypothesis print a text and its fixes where they show a fault."""
    note(repr(view.text))
    for fix in fixes:
        note(repr([(step.kind, step.place.path, step.below, step.value, step.span, step.prune) for step in fix]))


def same(one: Any, other: Any) -> bool:
    """Tell whether data is equal, true and 1 apart."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def assert_untouched_values_stay(value: Value, before: str, node: Node, after: str) -> None:
    """Assert that each value in which nothing has changed is written as it was."""
    if value.node is not None and not value.touched:
        assert after[slice(*node.span)] == before[slice(*value.node.span)]
    for entry, child in zip(value.kept(), node.children, strict=True) if value.kind in ("object", "array") else ():
        assert_untouched_values_stay(entry.value, before, child.value if isinstance(child, Member) else child, after)


@many
@given(RANDOM, st.booleans())
def test_the_text_says_what_the_draft_says(random: Random, tolerant: bool) -> None:
    text = any_json(random, tolerant=tolerant)
    view = View(text, None)
    patch = Patch(view)
    for fix in any_fixes(random, view):
        patch.take(fix)
    edits = patch.edits()
    after = apply(text, edits)
    assert same(plain(read(after)) if tolerant else json.loads(after), patch.expected()[0][1])
    assert nothing_else_changed(text, edits, after)
    assert_untouched_values_stay(patch.draft(view).root, text, parse(after, tolerant=tolerant).root, after)


@many
@given(
    RANDOM,
    st.sampled_from([None, 0, 1, 2, 3, 4, 8, "\t"]),
    st.sampled_from([(",", ":"), (", ", ": "), (",", " : "), (", ", ":")]),
)
def test_what_json_has_laid_out_looks_as_if_json_had_laid_out_the_result(
    random: Random, indent: int | str | None, separators: tuple[str, str]
) -> None:
    if indent is not None:
        separators = separators[0].rstrip(), separators[1]
    data = any_object(random)
    text = json.dumps(data, indent=indent, separators=separators)
    view = View(text, None)
    patch = Patch(view)
    for fix in (fixes := any_fixes(random, view)):
        patch.take(fix)
    tell(view, fixes)
    after = apply(text, patch.edits())
    assert after == json.dumps(patch.expected()[0][1], indent=indent, separators=separators)


@many
@given(RANDOM, st.booleans())
def test_an_untouched_draft_gives_no_edits(random: Random, tolerant: bool) -> None:
    text = any_json(random, tolerant=tolerant)
    view = View(text, None)
    patch = Patch(view)
    for fix in any_fixes(random, view):
        patch.take([*fix, Operation("remove", Place(view, ()))])
    assert patch.edits() == emit(text, Draft(view.tree)) == []


@many
@given(RANDOM)
def test_the_order_of_independent_fixes_does_not_matter(random: Random) -> None:
    text = any_json(random, tolerant=True)
    view = View(text, None)
    chosen: list[tuple[Path, Node]] = []
    for path, node in random.sample(places := list(nodes(view.tree))[1:], len(places)):
        if not any(path[: len(other)] == other or other[: len(path)] == path for other, _ in chosen):
            chosen.append((path, node))
    fixes = [[any_operation(random, view, number, *place)] for number, place in enumerate(chosen[:5])]
    tell(view, fixes)
    texts = set()
    for order in (fixes, fixes[::-1], random.sample(fixes, len(fixes))):
        patch = Patch(view)
        assert all(patch.take(fix) for fix in order)
        texts.add(apply(text, patch.edits()))
    assert len(texts) == 1


def any_chunks(random: Random, inner: str) -> list[str]:
    """Cut a text into a string, or into chunks of at most 512 UTF-16 units that cut no pair."""
    if random.random() < 0.3:
        return [inner]
    longest, chunks = max(random.choice([9, 60, CHUNK_UNITS]), len(inner) // 20), [""]
    for character in inner:
        cuts = "\ud800" <= chunks[-1][-1:] <= "\udbff"
        if units(chunks[-1] + character) > longest and not cuts:
            chunks.append("")
        chunks[-1] += character
    return chunks


def any_settings(random: Random, chunks: list[str]) -> tuple[str, View]:
    """Return settings that hold an inner text, and its view."""
    base, width = (
        random.choice(["createOptions", "createoptions"]),
        random.choice([1, 2, 3] if len(chunks) < 10 else [2, 3]),
    )
    keys = [base if index == 0 else f"{base}{index:0{width}}" for index in range(len(chunks))]
    members: list[tuple[str, Any]] = [*zip(keys, chunks, strict=True), ("image", "x"), ("b", any_data(random))]
    if random.random() < 0.1:
        members.append((f"{base}{len(chunks):0{width}}", random.choice(["", None])))
    layouts = [any_layout(random, tolerant=False)]
    text = write({"s": dict(random.sample(members, len(members)))}, lambda: random.choice(layouts), random)
    outer = View(text, None)
    return text, View("".join(chunks), None, tuple(Place(outer, ("s", key)) for key in keys))


def read_as_the_agent_does(settings: dict[str, Any]) -> list[str]:
    """Return the chunks in the order of their keys as texts; each has to have its place as its number."""
    keys = sorted((key for key in settings if key.lower().startswith("createoptions")), key=str.upper)
    assert [int(key[len("createOptions") :] or 0) for key in keys] == list(range(len(keys)))
    return [settings[key] or "" for key in keys]


@many
@given(RANDOM)
def test_an_inner_text_says_what_its_draft_says(random: Random) -> None:
    layout = any_layout(random)
    inner = write(any_object(random), lambda: layout, random)
    chunks = any_chunks(random, inner)
    text, view = any_settings(random, chunks)
    patch = Patch(view.strings[0].view)
    for fix in any_fixes(random, view):
        if random.random() < 0.3:
            fix.append(Operation("add", Place(view, ()), ("long",), "x😀" * random.randint(1, 900)))
        patch.take(fix)
    around = view.strings[0].view
    beside = [(path, node) for path, node in nodes(around.tree) if path[:2] in (("s", "image"), ("s", "b"))]
    for number in range(random.randint(0, 2)):
        patch.take([any_operation(random, around, number, *random.choice(beside))])
    edits = patch.edits()
    after = apply(text, edits)
    note(after)
    outer, *said = (data for _, data in patch.expected())
    expected = said[0] if said else json.loads(inner)
    after_chunks = read_as_the_agent_does(json.loads(after)["s"])
    assert same(json.loads(after), outer)
    assert same(json.loads("".join(after_chunks)), expected)
    assert nothing_else_changed(text, edits, after)
    assert all(units(chunk) <= CHUNK_UNITS for chunk in after_chunks) or len([*filter(None, after_chunks)]) == 1
    assert max(len(chunk.encode("utf-8", "surrogatepass")) for chunk in after_chunks) <= max(
        STRING_BYTES, len(inner.encode("utf-8", "surrogatepass"))
    )
    assert not any(
        "\ud800" <= one[-1:] <= "\udbff" and "\udc00" <= other[:1] <= "\udfff" for one, other in pairwise(after_chunks)
    )
