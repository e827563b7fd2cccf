"""What a fix makes of a text, character by character: what a careful person would have typed."""

import pytest
from fixed_texts import fixed

ALIGNED = '{\n  "a":    1,\n  "bcd":  2\n}'
BLANKS = '{\n  "a": 1,\n\n  "b": 2,\n\n  "c": 3\n}'
EVERY = "remove a.0; remove a.1; remove a.2"
LINES = '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}'
NOTES = '{\n  "a": 1, // one\n  "b": 2 // two\n}'


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        pytest.param("{\n}", "add a 1", '{\n  "a": 1\n}', id="two blanks where nothing shows another unit"),
        pytest.param('{\n "a": 1\n}', 'add b {"c": 2}', '{\n "a": 1,\n "b": {\n  "c": 2\n }\n}', id="a unit of 1"),
        pytest.param('{\n  "a": 1\n}', "add b [2]", '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}', id="a unit of 2"),
        pytest.param('{\n   "a": 1\n}', "add b [2]", '{\n   "a": 1,\n   "b": [\n      2\n   ]\n}', id="a unit of 3"),
        pytest.param('{\n    "a": {}\n}', "add a.b 1", '{\n    "a": {\n        "b": 1\n    }\n}', id="a unit of 4"),
        pytest.param(
            '{\n        "a": []\n}',
            "append a 1",
            '{\n        "a": [\n                1\n        ]\n}',
            id="a unit of 8",
        ),
        pytest.param('{\n\t"a": 1\n}', "add b [2]", '{\n\t"a": 1,\n\t"b": [\n\t\t2\n\t]\n}', id="tabs"),
        pytest.param('{\n"a": 1\n}', "add b [2]", '{\n"a": 1,\n"b": [\n2\n]\n}', id="lines without indentation"),
        pytest.param(
            '{\n  "a": {\n     "b": 1\n  },\n  "c": 2\n}',
            "add a.d [3]; add e [4]",
            '{\n  "a": {\n     "b": 1,\n     "d": [\n        3\n     ]\n  },\n  "c": 2,\n  "e": [\n    4\n  ]\n}',
            id="mixed units: that of the nearest container",
        ),
        pytest.param(
            '{\n\t"a": {\n\t    "b": 1\n\t}\n}',
            "add a.c [2]",
            '{\n\t"a": {\n\t    "b": 1,\n\t    "c": [\n\t        2\n\t    ]\n\t}\n}',
            id="blanks inside tabs",
        ),
        pytest.param(
            '{\n  "a": 1,\n   "b": 2\n}', "add c 3", '{\n  "a": 1,\n   "b": 2,\n   "c": 3\n}', id="as the last one"
        ),
        pytest.param('{\r\n  "a": {}\r\n}\r\n', "add a.b 1", '{\r\n  "a": {\r\n    "b": 1\r\n  }\r\n}\r\n', id="CRLF"),
        pytest.param('{\r\n  "a": 1,\r\n  "b": 2\r\n}', "remove b", '{\r\n  "a": 1\r\n}', id="a removal in CRLF"),
        pytest.param(
            '[\n  {\r\n    "a": 1\r\n  }\n]',
            "add 0.b 2",
            '[\n  {\r\n    "a": 1,\r\n    "b": 2\r\n  }\n]',
            id="line ends as near",
        ),
        pytest.param(
            '{\n  "a": 1\n}', "add b 2", '{\n  "a": 1,\n  "b": 2\n}', id="no line end comes behind the last line"
        ),
        pytest.param('\n\n {"a":1} \n', "add b 2", '\n\n {"a":1,"b":2} \n', id="what is around the value stays"),
    ],
)
def test_lines_are_indented_and_ended_as_around(before: str, fix: str, after: str) -> None:
    assert fixed(before, fix) == after


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        pytest.param('{"a": 1}', "add b 2", '{"a": 1, "b": 2}', id="one line"),
        pytest.param('{"a":1}', 'add b {"c":[2,{}]}', '{"a":1,"b":{"c":[2,{}]}}', id="minified"),
        pytest.param('{ "a": 1 }', 'add b {"c": [2]}', '{ "a": 1, "b": { "c": [2] } }', id="padded braces"),
        pytest.param("[ 1, 2 ]", "append . [3, 4]", "[ 1, 2, [ 3, 4 ] ]", id="padded brackets"),
        pytest.param(
            '{"a":1, "b":2}', "add c [3, 4]", '{"a":1, "b":2, "c":[3, 4]}', id="a blank behind the comma alone"
        ),
        pytest.param('{"a" : 1}', 'add b {"c": 2}', '{"a" : 1, "b" : {"c" : 2}}', id="blanks around the colon"),
        pytest.param('{"a" :1}', "add b 2", '{"a" :1,"b" :2}', id="a blank in front of the colon"),
        pytest.param(
            '{"a": 1, "b": {"c":2}}',
            "add b.d 3",
            '{"a": 1, "b": {"c":2, "d":3}}',
            id="the colon as near, the comma as around",
        ),
        pytest.param(
            '{"a" : 1, "b": {}}',
            "add b.c 2",
            '{"a" : 1, "b": {"c" : 2}}',
            id="the first colon around where none is nearer",
        ),
        pytest.param(
            '{"a": 1 "b": 2}', "add c 3", '{"a": 1 "b": 2, "c": 3}', id="a comma that is missing is not made good"
        ),
        pytest.param("[1 , 2]", "append . 3", "[1 , 2 , 3]", id="a blank in front of the comma"),
        pytest.param(ALIGNED, "add ef 3", ALIGNED[:-2] + ',\n  "ef":   3\n}', id="values in one column"),
        pytest.param(
            ALIGNED, "add efghijk 3", ALIGNED[:-2] + ',\n  "efghijk": 3\n}', id="a key too long for the column"
        ),
        pytest.param(
            ALIGNED,
            'add e {"f": 3}',
            ALIGNED[:-2] + ',\n  "e":    {\n    "f": 3\n  }\n}',
            id="no columns in new objects",
        ),
        pytest.param(
            '{\n  "a"  : 1,\n  "bcd": 2\n}',
            "add ef 3",
            '{\n  "a"  : 1,\n  "bcd": 2,\n  "ef" : 3\n}',
            id="colons in one column",
        ),
        pytest.param('{"a":    1}', "add b 2", '{"a":    1, "b":    2}', id="more blanks than one behind the colon"),
        pytest.param(
            '{\n    "a": 1\n  , "b": 2\n}', "add c 3", '{\n    "a": 1\n  , "b": 2\n  , "c": 3\n}', id="commas in front"
        ),
        pytest.param(BLANKS, "add d 4", BLANKS[:-2] + ',\n\n  "d": 4\n}', id="blank lines between all"),
        pytest.param(
            BLANKS[:11] + BLANKS[12:],
            "add d 4",
            BLANKS[:11] + BLANKS[12:-2] + ',\n  "d": 4\n}',
            id="no blank line where some have none",
        ),
        pytest.param("[\n  1, 2,\n  3, 4\n]", "append . 5", "[\n  1, 2,\n  3, 4, 5\n]", id="several on a line"),
        pytest.param("{'a': 'b'}", """add c "it's" """, """{'a': 'b', 'c': 'it\\'s'}""", id="single quotes"),
        pytest.param('{"a": "é"}', 'add b "ü"', '{"a": "é", "b": "ü"}', id="letters beyond ASCII where some are"),
        pytest.param(
            '{"a": "e"}', 'add b "ü"', '{"a": "e", "b": "\\u00fc"}', id="escapes in a text that keeps to ASCII"
        ),
    ],
)
def test_punctuation_is_as_around(before: str, fix: str, after: str) -> None:
    assert fixed(before, fix) == after


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        pytest.param('{"a": {}}', "add a.b 1", '{"a": {"b": 1}}', id="an object on one line"),
        pytest.param('{"a": { }}', "add a.b 1", '{"a": { "b": 1 }}', id="an object with a blank in it"),
        pytest.param('{\n  "a": { }\n}', "add a.b 1", '{\n  "a": {\n    "b": 1\n  }\n}', id="an object in lines"),
        pytest.param('{"a": {\n}}', "add a.b 1", '{"a": {\n  "b": 1\n}}', id="an object with a line end in it"),
        pytest.param(
            '{\n  "a": {\n\n  }\n}',
            "add a.b 1",
            '{\n  "a": {\n    "b": 1\n  }\n}',
            id="an object with a blank line in it",
        ),
        pytest.param(
            '{\n  "a": {\n    // no\n  }\n}',
            "add a.b 1",
            '{\n  "a": {\n    // no\n    "b": 1\n  }\n}',
            id="an object with a comment in it",
        ),
        pytest.param(
            '{"a": {/* no */}}', "add a.b 1", '{"a": {/* no */ "b": 1}}', id="an object with a comment on one line"
        ),
        pytest.param('{"a":[]}', "append a 1; append a 2", '{"a":[1,2]}', id="a list on one line"),
        pytest.param('{"a": [ ]}', "append a 1", '{"a": [ 1 ]}', id="a list with a blank in it"),
        pytest.param('{\n  "a": []\n}', "append a 1", '{\n  "a": [\n    1\n  ]\n}', id="a list in lines"),
        pytest.param('{"a": [\n]}', "append a 1", '{"a": [\n  1\n]}', id="a list with a line end in it"),
        pytest.param(
            '{\n  "a": [\n\n  ]\n}', "append a 1", '{\n  "a": [\n    1\n  ]\n}', id="a list with a blank line in it"
        ),
        pytest.param(
            '{\n  "a": [ // no\n  ]\n}',
            "append a 1",
            '{\n  "a": [ // no\n    1\n  ]\n}',
            id="a list with a comment in it",
        ),
        pytest.param(
            '{\n  "a": [1],\n  "b": []\n}',
            "append b 2",
            '{\n  "a": [1],\n  "b": [2]\n}',
            id="a list beside one on one line",
        ),
        pytest.param(
            '{"a": { ${X} }}', "add a.b 1", '{"a": { "b": 1, ${X} }}', id="in front of a placeholder for members"
        ),
    ],
)
def test_an_empty_container_is_filled(before: str, fix: str, after: str) -> None:
    assert fixed(before, fix) == after


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        pytest.param(LINES, "remove a", '{\n  "b": 2,\n  "c": 3\n}', id="the first member"),
        pytest.param(LINES, "remove b", '{\n  "a": 1,\n  "c": 3\n}', id="a member between"),
        pytest.param(LINES, "remove c", '{\n  "a": 1,\n  "b": 2\n}', id="the last member"),
        pytest.param(LINES, "remove a; remove b", '{\n  "c": 3\n}', id="a run at the start"),
        pytest.param(LINES, "remove c; remove b", '{\n  "a": 1\n}', id="a run at the end, from behind"),
        pytest.param(LINES, "remove a; remove c", '{\n  "b": 2\n}', id="both ends"),
        pytest.param(LINES, "remove a; remove b; remove c", "{}", id="all members"),
        pytest.param('{"a": [1, 2, 3]}', "remove a.0", '{"a": [2, 3]}', id="the first item"),
        pytest.param('{"a": [1, 2, 3]}', "remove a.1", '{"a": [1, 3]}', id="an item between"),
        pytest.param('{"a": [1,2,3]}', "remove a.2", '{"a": [1,2]}', id="the last item"),
        pytest.param('{"a": [ 1, 2, 3 ]}', EVERY, '{"a": []}', id="all items"),
        pytest.param('{"a": 1 , "b": 2}', "remove b", '{"a": 1}', id="the blank in front of the comma goes with it"),
        pytest.param('{ "a": 1, "b": 2 }', "remove b", '{ "a": 1 }', id="the padding stays"),
        pytest.param(
            '{\n  "a": 1, "b": 2,\n  "c": 3\n}',
            "remove b",
            '{\n  "a": 1,\n  "c": 3\n}',
            id="the end of a line, which stays one",
        ),
        pytest.param(
            '{\n  "a": 1, "b": 2,\n  "c": 3\n}', "remove a", '{\n  "b": 2,\n  "c": 3\n}', id="the start of a line"
        ),
        pytest.param(
            '{\n    "a": 1\n  , "b": 2\n}', "remove a", '{\n    "b": 2\n}', id="the first where commas stand in front"
        ),
        pytest.param('[\n  {"a": 1},\n  {"a": 2}\n]', "remove 0", '[\n  {"a": 2}\n]', id="an object on one line"),
        pytest.param('[{\n  "a": 1\n}, {\n  "a": 2\n}]', "remove 1", '[{\n  "a": 1\n}]', id="an object over lines"),
        pytest.param('{"a": {"b": {"c": 1}}, "d": 1}', "prune a.b.c", '{"d": 1}', id="emptied parents go too"),
        pytest.param('{"a": {"b": [1, 2]}, "d": 1}', "prune a.b.0; prune a.b.1", '{"d": 1}', id="emptied by several"),
        pytest.param(
            '{"a": {"b": [1, 2], "c": 3}}',
            "prune a.b.0; prune a.b.1",
            '{"a": {"c": 3}}',
            id="up to a parent that holds more",
        ),
        pytest.param('{"a": {"b": {"c": 1}}}', "prune a.b.c", "{}", id="the root stays"),
        pytest.param('{"a": {"b": 1, "c": {}}}', "prune a.b", '{"a": {"c": {}}}', id="what was empty before stays"),
        pytest.param('{"a": 1, "a": 2, "b": 3}', "remove a", '{"a": 1, "b": 3}', id="the last of equal keys"),
        pytest.param('{"a": 1, ${X}, "b": 2}', "remove a; remove b", "{${X}}", id="a placeholder for members stays"),
    ],
)
def test_a_removal_leaves_no_trace(before: str, fix: str, after: str) -> None:
    assert fixed(before, fix) == after


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        pytest.param(
            NOTES, "remove a", '{\n  "b": 2 // two\n}', id="a removed member takes the comment on its line along"
        ),
        pytest.param(NOTES, "remove b", '{\n  "a": 1 // one\n}', id="the last one takes the comma in front along"),
        pytest.param(NOTES, "remove a; remove b", "{}", id="all take all along"),
        pytest.param(
            NOTES,
            "add c 3",
            '{\n  "a": 1, // one\n  "b": 2, // two\n  "c": 3\n}',
            id="a new member stands below the comment",
        ),
        pytest.param(
            NOTES,
            "remove b; add c 3",
            '{\n  "a": 1, // one\n  "c": 3\n}',
            id="in place of the member that takes it along",
        ),
        pytest.param(
            '{\n  // a\n  "a": 1,\n  // b\n  "b": 2\n}',
            "remove a",
            '{\n  // a\n  // b\n  "b": 2\n}',
            id="comments above stay",
        ),
        pytest.param(
            '{\n  "a": 1,\n  // b\n  "b": 2\n}',
            "remove b",
            '{\n  "a": 1\n  // b\n}',
            id="a comment above the last one stays",
        ),
        pytest.param('{\n  // a\n  "a": 1\n}', "remove a", "{\n  // a\n}", id="a comment above the only one stays"),
        pytest.param(
            '{\n  "a": 1\n  // end\n}',
            "add b 2",
            '{\n  "a": 1,\n  "b": 2\n  // end\n}',
            id="a comment at the end stays there",
        ),
        pytest.param(
            '{ "a": 1, // one\n"b": 2 }', "remove b", '{ "a": 1 // one\n }', id="a bracket never gets into a comment"
        ),
        pytest.param("[1, 2 // two\n]", "append . 3", "[1, 2, 3 // two\n]", id="nor does an item"),
        pytest.param(
            '["x" /* x */, "y" /* y */]', "remove 1", '["x" /* x */]', id="a comment behind an item goes with it"
        ),
        pytest.param(
            '["x" /* x */, "y" /* y */]',
            'append . "z"',
            '["x" /* x */, "y" /* y */, "z"]',
            id="a comment stays behind its item",
        ),
        pytest.param('["x", /* y */ "y"]', "remove 0", '[/* y */ "y"]', id="a comment in front of the next item stays"),
        pytest.param(
            '{\n  "a": 1, /* one,\n  really */\n  "b": 2\n}',
            "remove a",
            '{\n  "b": 2\n}',
            id="a comment over two lines",
        ),
        pytest.param(
            '{"a": /* x */ 1}', "add b 2", '{"a": /* x */ 1,"b":2}', id="a comment at the colon is not repeated"
        ),
        pytest.param(
            "[\n  1,\n  2,\n]", "append . 3", "[\n  1,\n  2,\n  3,\n]", id="a trailing comma is followed by another"
        ),
        pytest.param("[\n  1,\n  2,\n]", "remove 1", "[\n  1,\n]", id="a trailing comma stays"),
        pytest.param("[\n  1,\n]", "remove 0", "[]", id="with the only item its trailing comma goes"),
        pytest.param(
            "[\n  1, // one\n  2, // two\n]",
            "append . 3",
            "[\n  1, // one\n  2, // two\n  3,\n]",
            id="a trailing comma and a comment",
        ),
        pytest.param("[\n  1, // one\n  2, // two\n]", "remove 1", "[\n  1, // one\n]", id="a removal with both"),
        pytest.param("[1, 2, ]", "append . 3", "[1, 2, 3, ]", id="a trailing comma on one line"),
    ],
)
def test_comments_and_trailing_commas_keep_their_places(before: str, fix: str, after: str) -> None:
    assert fixed(before, fix) == after


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        pytest.param(
            '{"a": [1], "b": 2}', "remove a.0; append a 3", '{"a": [3], "b": 2}', id="an item in place of the only one"
        ),
        pytest.param(
            '{"a": [\n  1,\n  2\n]}',
            "remove a.0; remove a.1; append a 3",
            '{"a": [\n  3\n]}',
            id="an item in place of all",
        ),
        pytest.param(
            '{"a": [1, 2]}', "remove a.0; append a 3", '{"a": [2, 3]}', id="an item added and another removed"
        ),
        pytest.param('{"a": 1, "b": 2}', "remove b; add c 3", '{"a": 1, "c": 3}', id="a member in place of the last"),
        pytest.param(
            '{"H": {"B": ["/a:/b"]}}',
            'append H.M {"T": "bind"}; prune H.B.0',
            '{"H": {"M": [{"T": "bind"}]}}',
            id="a parent is not pruned where something is added",
        ),
        pytest.param(
            '{\n  "m": [\n    {"a": 1},\n    {"a": 2}\n  ]\n}',
            'append m {"a": {"b": 3}}',
            '{\n  "m": [\n    {"a": 1},\n    {"a": 2},\n    {"a": {"b": 3}}\n  ]\n}',
            id="objects on one line in a list over lines",
        ),
        pytest.param(
            '[\n  {\n    "a": 1\n  }\n]',
            'append . {"b": [2]}',
            '[\n  {\n    "a": 1\n  },\n  {\n    "b": [\n      2\n    ]\n  }\n]',
            id="objects over lines",
        ),
        pytest.param(
            '[{\n  "a": 1\n}]',
            'append . {"b": 2}',
            '[{\n  "a": 1\n}, {\n  "b": 2\n}]',
            id="objects over lines that share one",
        ),
        pytest.param(
            '{\n  "a": {"b": 1}\n}',
            'add c {"d": 2}',
            '{\n  "a": {"b": 1},\n  "c": {"d": 2}\n}',
            id="a member on one line as the one beside",
        ),
        pytest.param(
            '{\n  "a": ["b"]\n}',
            'add c [{"d": 2}]',
            '{\n  "a": ["b"],\n  "c": [\n    {\n      "d": 2\n    }\n  ]\n}',
            id="a member with more levels than those on one line goes over lines",
        ),
        pytest.param('{"a": {"b": 1}}', "replace a [2, 3]", '{"a": [2, 3]}', id="an object replaced by a list"),
        pytest.param(
            '{\n  "a": [\n    1\n  ]\n}',
            'replace a {"b": 2}',
            '{\n  "a": {\n    "b": 2\n  }\n}',
            id="a list over lines by an object",
        ),
        pytest.param(
            '{\n  "a": [1]\n}', 'replace a {"b": 2}', '{\n  "a": {"b": 2}\n}', id="a list on one line by an object"
        ),
        pytest.param('{\n  "a": "x" // x\n}', "replace a {}", '{\n  "a": {} // x\n}', id="a text by an empty object"),
        pytest.param('{"a": {"b": 1}}', "replace a null", '{"a": null}', id="an object by null"),
        pytest.param(
            '{"a": "true", "b": 1}', "replace a true; replace b 2.5", '{"a": true, "b": 2.5}', id="a text by a boolean"
        ),
    ],
)
def test_what_is_new_takes_the_form_of_what_was_there(before: str, fix: str, after: str) -> None:
    assert fixed(before, fix) == after


@pytest.mark.parametrize(
    ("before", "fix", "after"),
    [
        pytest.param('{"a": "x:y"}', "rewrite a 0:1 z", '{"a": "z:y"}', id="a part of a string"),
        pytest.param('{"a": "x:y"}', "rewrite a 0:1 z; rewrite a 2:3 w", '{"a": "z:w"}', id="two parts of a string"),
        pytest.param(
            '{"a": "\\u0078\\/y"}', "rewrite a 0:3 x/z", '{"a": "\\u0078\\/z"}', id="what stays is not written anew"
        ),
        pytest.param(
            '{"a": "\\/x"}', "rewrite a 1:2 y/z", '{"a": "\\/y\\/z"}', id="slashes as the string escapes them"
        ),
        pytest.param(
            '{"a": "\\u0022x"}', 'rewrite a 1:2 "', '{"a": "\\u0022\\u0022"}', id="quotes as the string escapes them"
        ),
        pytest.param(
            '{"a": "\\\\/x"}',
            "rewrite a 2:3 /",
            '{"a": "\\\\//"}',
            id="a backslash in front of a slash is no escape of it",
        ),
        pytest.param(
            '{"a": "\\ud83d\\ude00x"}',
            "rewrite a 1:2 é",
            '{"a": "\\ud83d\\ude00\\u00e9"}',
            id="behind a surrogate pair",
        ),
        pytest.param(
            '{"a": "x", "b": "é"}', "rewrite a 0:1 é", '{"a": "é", "b": "é"}', id="letters as in the text around"
        ),
        pytest.param('{"a": "x"}', 'rewrite a 0:1 "\\', '{"a": "\\"\\\\"}', id="what must be escaped is"),
        pytest.param("{'a': 'x'}", """rewrite a 0:1 "'""", """{'a': '"\\''}""", id="quotes inside single quotes"),
        pytest.param('{"a": "x"}', 'replace a "x y"', '{"a": "x y"}', id="a whole string"),
        pytest.param('{"a": 1}', "rename a b", '{"b": 1}', id="a key"),
        pytest.param('{"\\u0061\\/b": 1}', "rename a/b a/c", '{"\\u0061\\/c": 1}', id="a key with escapes"),
        pytest.param(
            '{"a": {"b": "x"}}',
            "rename a c; rename a.b d; rewrite a.b 0:1 y",
            '{"c": {"d": "y"}}',
            id="a key and what is below it",
        ),
        pytest.param("{a: 1}", "rename a b", "{b: 1}", id="a key without quotes"),
        pytest.param("{a: 1}", "rename a b-c", '{"b-c": 1}', id="a key that needs quotes"),
    ],
)
def test_strings_are_rewritten_in_their_own_manner(before: str, fix: str, after: str) -> None:
    assert fixed(before, fix) == after
