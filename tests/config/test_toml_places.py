"""Where the values of a TOML text stand."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.config.toml_places import toml_places

TEXT = """\
# a comment with [brackets] and = signs
top = 1
"a.b".'c d' = "x # no comment" # one

[tool.edgelint]
select = [ # why
  "ASE1", "]", # ],
  '''
three
lines''',
  \"\"\"four\\\" \"\"five\"\"\"\"\",
]
day = 1979-05-27 07:32:00
inline = { a = 1, b.c = [ {d = 2}, [3, [4]] ] }

[[tool.edgelint.overrides]]
files = "x"
  [tool.edgelint.overrides.severity]
  ASE1 = "off"

[[tool.edgelint.overrides]]
[[tool.edgelint.overrides.deep]]
one = 1.5e3
[[tool.edgelint.overrides.deep]]
"\\u00e9" = -inf
[empty]
"""


def paths(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from paths(value, (*path, key))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_every_value_has_a_place(newline: str) -> None:
    text = TEXT.replace("\n", newline)
    places = toml_places(text)
    assert [path for path in paths(tomllib.loads(text)) if path not in places] == []


@pytest.mark.parametrize(
    ("path", "line", "column"),
    [
        pytest.param((), 1, 1, id="the document"),
        pytest.param(("top",), 2, 1, id="a member at its key"),
        pytest.param(("a.b", "c d"), 3, 7, id="a dotted key at its last part"),
        pytest.param(("tool", "edgelint"), 5, 7, id="a table at its name"),
        pytest.param(("tool", "edgelint", "select", 0), 7, 3, id="an item at itself"),
        pytest.param(("tool", "edgelint", "select", 1), 7, 11, id="an item that looks like the end"),
        pytest.param(("tool", "edgelint", "select", 3), 11, 3, id="an item behind one of several lines"),
        pytest.param(("tool", "edgelint", "day"), 13, 1, id="a member behind a list"),
        pytest.param(("tool", "edgelint", "inline", "b", "c", 0, "d"), 14, 28, id="a member in a list in a table"),
        pytest.param(("tool", "edgelint", "inline", "b", "c", 1, 1, 0), 14, 41, id="an item in lists"),
        pytest.param(("tool", "edgelint", "overrides", 0), 16, 1, id="a table of several at its header"),
        pytest.param(
            ("tool", "edgelint", "overrides", 0, "severity", "ASE1"), 19, 3, id="a table in the first of them"
        ),
        pytest.param(("tool", "edgelint", "overrides", 1), 21, 1, id="the second one"),
        pytest.param(("tool", "edgelint", "overrides", 1, "deep", 1, "é"), 25, 1, id="a key with an escape"),
        pytest.param(("empty",), 26, 2, id="an empty table"),
    ],
)
def test_places(path: tuple[Any, ...], line: int, column: int) -> None:
    assert toml_places(TEXT)[path] == (line, column)


KEYS = st.text("ab-_1", min_size=1, max_size=3)
TEXTS = ['"]}#"', "'\"'", '"\\""', '"""\n"#]"""', '"""\\""""""', "'''\n'}'''", "'''x'''''", '""']
VALUES = st.recursive(
    st.sampled_from(["1", "-1.5", "true", "1979-05-27", *TEXTS]),
    lambda value: st.lists(value, max_size=3).map(lambda items: f"[{' , '.join(items)}]"),
)


@given(st.dictionaries(KEYS, st.dictionaries(KEYS, VALUES, max_size=3), max_size=3))
def test_every_value_of_any_text_has_a_place(tables: dict[str, dict[str, str]]) -> None:
    text = "".join(
        f"[{name}] # [\n" + "".join(f"{key} = {value} # ]\n" for key, value in members.items())
        for name, members in tables.items()
    )
    places = toml_places(text)
    assert set(places) == set(paths(tomllib.loads(text)))
    for path, (line, column) in places.items():
        rest = text.split("\n")[line - 1][column - 1 :]
        assert not path or isinstance(path[-1], int) or rest.startswith(str(path[-1]))
