"""Labels: the annotation that the agent makes of each, or why it makes none."""

import pytest
from table_rows import bare, fields, seen

LONG = "a" * 64


@pytest.mark.parametrize(
    ("name", "annotation", "fault"),
    [
        pytest.param("a.b/C_d", "a.b/C_d", None, id="as it is"),
        pytest.param("A B!", "AB", None, id="characters that are left out"),
        pytest.param("1a.b/x", "a.b/x", None, id="a digit in front of a part of the prefix"),
        pytest.param("", None, "empty", id="an empty key"),
        pytest.param("é" * 70, None, "empty", id="no character that is kept, though many"),
        pytest.param("a/", None, "empty", id="nothing behind the slash"),
        pytest.param("/a", None, "prefix", id="nothing before the slash"),
        pytest.param("a.1/x", None, "prefix", id="a part without a letter"),
        pytest.param(f"{LONG}/x", None, "prefix", id="a part that is too long"),
        pytest.param(f"x/{LONG}", None, "long", id="a name that is too long"),
        pytest.param(LONG, None, "long", id="a key that is too long"),
        pytest.param("${LABEL}", None, None, id="a placeholder"),
    ],
)
def test_a_label_becomes_an_annotation(name: str, annotation: str | None, fault: str | None) -> None:
    assert fields("labels", bare(Labels={name: "x"}), "name", "annotation", "fault") == [(name, annotation, fault)]


def test_a_label_is_a_row_at_its_key() -> None:
    assert [row.text for row in seen("labels", '{"LABELS": {"a": 1}, "Env": []}')] == ["a"]


def test_what_is_no_map_has_no_labels() -> None:
    assert fields("labels", bare(Labels=["a"]), "name") == []
