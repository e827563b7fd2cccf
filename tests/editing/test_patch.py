"""What becomes of several fixes of one file: each is made whole or not at all."""

import itertools
import json

import pytest
from fixed_texts import fix

from edgelint.editing.edits import apply
from edgelint.editing.operations import Operation
from edgelint.editing.patch import Patch
from edgelint.json_text.text import Span
from edgelint.json_text.views import Place, View

TEXT = '{"a": {"b": [1, 2], "c": "x:y:z"}, "d": 3, "k": {"l": null}}'
OPTIONS = '{"createOptions": "{\\"a\\":1,", "createOptions01": "\\"b\\":2}", "image": "x"}'


def taken(text: str, *fixes: str) -> tuple[list[bool], str]:
    """Return which fixes of a text are made, and the text with them."""
    view = View(text, None)
    patch = Patch(view)
    made = [patch.take(fix(view, words)) for words in fixes]
    return made, apply(text, patch.edits())


def options_view() -> View:
    """Return the view of the options that two chunks hold."""
    outer = View(OPTIONS, None)
    places = (Place(outer, ("createOptions",)), Place(outer, ("createOptions01",)))
    return View('{"a":1,"b":2}', None, places)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("add e 1; remove x", id="a member that is not there"),
        pytest.param("add e 1; remove a.b.2", id="an item that is not there"),
        pytest.param("add e 1; remove .", id="the root"),
        pytest.param("add e 1; rename a d", id="a name that another member has"),
        pytest.param("add e 1; rename a.b.0 x", id="a name for an item"),
        pytest.param("add e 1; rewrite d 0:1 x", id="a part of a number"),
        pytest.param("add e 1; add d 4", id="a member that says something else"),
        pytest.param("add e 1; add d.x 4", id="a member of a number"),
        pytest.param("add e 1; append a 4", id="an item of an object"),
        pytest.param("append a.b 3; remove a.b.0; remove a", id="a removal of what the fix itself has changed"),
        pytest.param("remove a; remove a.b.0", id="a removal in what the fix itself has removed"),
        pytest.param("rewrite a.c 0:3 u; rewrite a.c 2:5 v", id="parts that overlap"),
        pytest.param("add e.f 1; add e.f 2", id="two values for one member"),
        pytest.param("rename a e; rename d e", id="one name for two members"),
        pytest.param("replace d 4; remove d", id="a removal of what it has replaced"),
        pytest.param("append k.m 1; add k.m.n 1", id="a list that should be an object"),
        pytest.param('add a {"x": 1, "c": 2}', id="an object with a member that is there"),
    ],
)
def test_a_fix_of_which_one_step_cannot_be_made_leaves_no_trace(words: str) -> None:
    assert taken(TEXT, words) == ([False], TEXT)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("remove a.b.0", "append k.m 1; remove a.b.0", id="its item is gone"),
        pytest.param("remove a", "remove a.b.0", id="its parent is gone"),
        pytest.param("replace d 4", "rename d e", id="its value is replaced"),
        pytest.param("replace a {}", "add a.x 1", id="what it would add to is replaced"),
        pytest.param("replace d 4", "replace d 5", id="its value is replaced otherwise"),
        pytest.param("rename d e", "rename d f", id="its key is renamed otherwise"),
        pytest.param("rename d e", "remove d", id="its key is renamed"),
        pytest.param("rename d e", "add e 1", id="its name is taken by a renamed member"),
        pytest.param("add e 1", "rename d e", id="its name is taken by a new member"),
        pytest.param("add e 1", "add e 2", id="its member is added with another value"),
        pytest.param("add e [1]", "append e.f 1", id="its list is added in place of an object"),
        pytest.param("rewrite a.c 0:1 u", "rewrite a.c 0:3 v", id="its part is changed"),
        pytest.param("rewrite a.c 0:1 u", "rewrite a.c 0:1 v", id="its part is changed otherwise"),
        pytest.param("rewrite a.c 0:1 u", "rewrite a.c 0:5 u:y:w", id="the string is changed, be it elsewhere"),
        pytest.param("rewrite a.c 0:1 u", "replace a.c 1", id="the string that it would replace is changed"),
        pytest.param("append a.b 3", "remove a.b", id="something is added to what it would remove"),
        pytest.param("remove a.b.0", "remove a", id="something is removed in what it would remove"),
        pytest.param("rename a.b e", "replace a 1", id="something is renamed in what it would replace"),
    ],
)
def test_a_fix_that_another_has_forestalled_is_left_out(first: str, second: str) -> None:
    assert taken(TEXT, first, second) == ([True, False], taken(TEXT, first)[1])


@pytest.mark.parametrize(
    ("fixes", "after"),
    [
        pytest.param(["add k.m 1; remove d", "add k.m 1; remove a"], '{"k": {"l": null, "m": 1}}', id="equal members"),
        pytest.param(["append a.b 3", "append a.b 3"], TEXT.replace("2]", "2, 3]"), id="equal items"),
        pytest.param(
            ["append k.m 3", "append k.m 3"], TEXT.replace("null", 'null, "m": [3]'), id="equal items of a new list"
        ),
        pytest.param(
            ["append k.m 3", "append k.m 4"], TEXT.replace("null", 'null, "m": [3, 4]'), id="two items of a new list"
        ),
        pytest.param(["rename d e", "rename d e"], TEXT.replace('"d"', '"e"'), id="equal names"),
        pytest.param(["rewrite a.c 0:1 u", "rewrite a.c 0:1 u"], TEXT.replace("x:", "u:"), id="equal parts"),
        pytest.param(["add d 3"], TEXT, id="what is there already"),
    ],
)
def test_fixes_that_ask_for_the_same_agree(fixes: list[str], after: str) -> None:
    assert taken(TEXT, *fixes) == ([True] * len(fixes), after)


def test_an_object_gives_its_members_to_one_that_is_there() -> None:
    after = '{"a": {"b": [1, 2], "e": [3], "f": {}}, "d": 3, "k": {"l": null}}'
    assert taken(TEXT, 'add a {"e": [3], "f": {}}; remove a.c') == ([True], after)


def test_what_is_added_takes_the_place_of_a_null() -> None:
    fixes = ['add k {"l": {"m": {"n": 1}}}', 'add k {"l": {"m": {"o": 2}}}']
    for order in itertools.permutations(fixes):
        made, after = taken(TEXT.replace("null", " null /* c */"), *order)
        assert made == [True, True]
        kept, _, new = after.partition('"l":  ')
        assert kept == TEXT.partition('"l"')[0]
        assert new.endswith(" /* c */}}")
        assert json.loads(new.partition(" /*")[0]) == {"m": {"n": 1, "o": 2}}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param("replace k.l {}", "add k.l.m 1", id="replaced"),
        pytest.param('add k {"l": 1}', 'add k {"l": {"m": 1}}', id="filled otherwise"),
        pytest.param('add k {"l": {"m": 1}}', "rename k.l e", id="filled, and is to be renamed"),
        pytest.param('add k {"l": {"m": 1}}', "replace k.l 1", id="filled, and is to be replaced"),
        pytest.param('add k {"l": {"m": 1}}', "remove k.l", id="filled, and is to be removed"),
    ],
)
def test_a_null_that_is_filled_is_no_null_any_more(first: str, second: str) -> None:
    assert taken(TEXT, first, second) == ([True, False], taken(TEXT, first)[1])


@pytest.mark.parametrize(
    "order", [pytest.param(order, id=f"in the order {order}") for order in itertools.permutations(range(4))]
)
def test_fixes_that_add_to_one_object_make_one(order: tuple[int, ...]) -> None:
    fixes = [
        'add k8s-experimental.resources {"limits": {"memory": "1Gi"}}',
        'add k8s-experimental.resources.limits.cpu "1"',
        'add k8s-experimental {"strategy": {"type": "Recreate"}}',
        'append k8s-experimental.volumes {"volume": {}}',
    ]
    made, after = taken("{}", *(fixes[index] for index in order))
    assert made == [True] * 4
    assert json.loads(after)["k8s-experimental"] == {
        "resources": {"limits": {"memory": "1Gi", "cpu": "1"}},
        "strategy": {"type": "Recreate"},
        "volumes": [{"volume": {}}],
    }


PARTS = ("rewrite a.c 0:1 u", "rewrite a.c 2:3 vv", "rewrite a.c 3:5 /w")


@pytest.mark.parametrize("order", list(itertools.permutations(PARTS)))
def test_rewrites_of_different_parts_of_a_string_are_all_made(order: tuple[str, ...]) -> None:
    assert taken(TEXT, *order) == ([True] * 3, TEXT.replace("x:y:z", "u:vv/w"))


def test_a_new_parent_of_the_same_name_does_not_stand_for_the_old_one() -> None:
    assert taken('{"a": {"b": 1}, "c": 2}', "remove a", "add d 1; remove a.b") == ([True, False], '{"c": 2}')


@pytest.mark.parametrize(
    ("fixes", "after"),
    [
        pytest.param(["prune a.b.0", "prune a.b.1"], '{"a": {"c": 1}}', id="emptied by two fixes"),
        pytest.param(["remove a.b", "remove a.c"], '{"a": {}}', id="not unless a fix asks for it"),
        pytest.param(["prune a.b.0", "prune a.b.1", "remove a.c"], "{}", id="up to the root"),
        pytest.param(
            ["prune a.b.0", "remove a.b.1", "append a.b 3"], '{"a": {"b": [3], "c": 1}}', id="but what was filled"
        ),
        pytest.param(
            ["prune a.b.0; remove x", "remove a.b.1"], '{"a": {"b": [1], "c": 1}}', id="but by fixes that are made"
        ),
    ],
)
def test_emptied_parents_are_pruned_after_all_fixes(fixes: list[str], after: str) -> None:
    assert taken('{"a": {"b": [1, 2], "c": 1}}', *fixes)[1] == after


def layered(name: str) -> str:
    return f'{{"properties.desired.modules.{name}": 1}}'


@pytest.mark.parametrize(
    ("name", "span"),
    [
        pytest.param("camera2", None, id="its last name"),
        pytest.param("properties.desired.modules.camera2", None, id="all of it"),
        pytest.param("camera2", Span(27, 33), id="a part of it"),
    ],
)
def test_a_layered_key_keeps_its_path(name: str, span: Span | None) -> None:
    view = View(layered("camera"), None)
    patch = Patch(view)
    place = Place(view, ("properties.desired.modules.camera",), "key", span)
    assert patch.take([Operation("rename", place, value=name, span=span)])
    assert apply(view.text, patch.edits()) == layered("camera2")


def test_fixes_of_both_texts_are_made_together() -> None:
    inner = options_view()
    outer = inner.strings[0].view
    patch = Patch(outer)
    assert patch.take([*fix(outer, "rename createOptions01 createOptions1"), *fix(inner, "remove a; replace b 3")])
    assert apply(OPTIONS, patch.edits()) == '{"createOptions": "{", "createOptions1": "\\"b\\":3}", "image": "x"}'
    assert [data for _, data in patch.expected()] == [
        {"createOptions": "{", "createOptions1": '"b":3}', "image": "x"},
        {"b": 3},
    ]


@pytest.mark.parametrize(
    "words", ["remove createOptions01", "replace createOptions01 1", "rewrite createOptions01 0:1 x"]
)
def test_a_string_is_changed_from_inside_or_from_outside(words: str) -> None:
    inner = options_view()
    outer = inner.strings[0].view
    for one, other in itertools.permutations([(outer, words), (inner, "replace a 3")]):
        patch = Patch(outer)
        assert [patch.take(fix(*one)), patch.take(fix(*other))] == [True, False]


def test_a_fix_left_out_does_not_hold_the_string() -> None:
    inner = options_view()
    outer = inner.strings[0].view
    patch = Patch(outer)
    assert not patch.take(fix(inner, "replace a 3; remove x"))
    assert patch.take(fix(outer, "remove createOptions01"))
    assert len(patch.expected()) == 1
    assert apply(OPTIONS, patch.edits()) == '{"createOptions": "{\\"a\\":1,", "image": "x"}'
