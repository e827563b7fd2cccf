from typing import Any

import pytest

from edgelint.json_text.nodes import Member, Occurrence, Path, member_at, node_at, plain
from edgelint.json_text.parser import parse
from edgelint.json_text.text import Span

TEXT = '{"a": [1, {"b": 2}], "k": "old", "k": {"c": 3}, "k": "new"}'
ROOT = parse(TEXT).root


def test_plain_keeps_the_last_of_equal_keys() -> None:
    assert plain(ROOT) == {"a": [1, {"b": 2}], "k": "new"}


def test_plain_orders_keys_as_json_does() -> None:
    assert list(plain(parse('{"k": 1, "a": 2, "k": 3}').root)) == ["k", "a"]


def test_plain_keeps_lost_members_by_their_occurrence() -> None:
    assert plain(ROOT, lost=True) == {
        "a": [1, {"b": 2}],
        Occurrence("k", 0): "old",
        Occurrence("k", 1): {"c": 3},
        "k": "new",
    }


@pytest.mark.parametrize(
    ("path", "value"),
    [
        pytest.param(("a", 0), 1, id="an item"),
        pytest.param(("a", 1, "b"), 2, id="a member of an item"),
        pytest.param(("k",), "new", id="a key alone means its last member"),
        pytest.param((Occurrence("k", 0),), "old", id="the first of equal keys"),
        pytest.param((Occurrence("k", 1), "c"), 3, id="below a lost member"),
    ],
)
def test_a_path_leads_to_its_node(path: Path, value: Any) -> None:
    node = node_at(ROOT, path)
    assert node is not None
    assert plain(node) == value


@pytest.mark.parametrize(
    "path",
    [
        pytest.param(("x",), id="an unknown key"),
        pytest.param(("a", 2), id="an index behind the list"),
        pytest.param(("a", -1), id="a negative index"),
        pytest.param((0,), id="an index of an object"),
        pytest.param(("a", "b"), id="a key of a list"),
        pytest.param(("a", 0, "b"), id="a key of a number"),
        pytest.param(("x", "y", "z"), id="below nothing"),
        pytest.param((Occurrence("k", 2),), id="the last of equal keys is no occurrence"),
        pytest.param((Occurrence("a", 0),), id="a single key is no occurrence"),
    ],
)
def test_a_path_to_nowhere_gives_none(path: Path) -> None:
    assert node_at(ROOT, path) is None
    assert member_at(ROOT, path) is None


def test_the_empty_path_is_the_node_itself_and_no_member() -> None:
    assert node_at(ROOT, ()) is ROOT
    assert member_at(ROOT, ()) is None


def test_an_item_is_no_member() -> None:
    assert member_at(ROOT, ("a", 0)) is None


def test_a_member_has_the_spans_of_key_and_value() -> None:
    member = member_at(ROOT, (Occurrence("k", 0),))
    assert isinstance(member, Member)
    assert (member.key.span, member.value.span) == (Span(21, 24), Span(26, 31))


def test_a_deep_path_is_found_at_once() -> None:
    root = parse('{"a":' * 200 + "1" + "}" * 200).root
    node = node_at(root, ("a",) * 200)
    assert node is not None
    assert node.value == 1
