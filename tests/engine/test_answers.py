"""The answers file, and the questions that are written into it."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edgelint.engine.answers import AnswersError, answer, read_answers
from edgelint.fixing.questions import Open, with_questions

SHARE = ("shares", "in1")
PORT = ("ports", "cam", "5000")


def ask(text: str, *questions: tuple[str, ...]) -> str:
    """Return a text with questions whose comments are #, without what tells what an answer is."""
    return without_hints(with_questions(text, [Open(question, "#") for question in questions]).text.replace("# #", "#"))


def without_hints(text: str) -> str:
    return re.sub(r" *# Fill in [^\r\n]*\r?\n", "", text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("# nothing\n", {}),
        ("shares:\n", {"shares": None}),
        ("{shares: {a: bcd}}", {"shares": {"a": "bcd"}}),
        ("shares: {1: one, no: Yes, a: 2024-01-01}", {"shares": {"1": "one", "no": "Yes", "a": "2024-01-01"}}),
        ("ports: {cam: {35000: 5000, 0x10: 16}}", {"ports": {"cam": {"35000": 5000, "16": 16}}}),
        ("modules:\r\n  A: a\r\n", {"modules": {"A": "a"}}),
    ],
)
def test_answers_are_read_section_by_section(text: str, expected: Any) -> None:
    assert read_answers(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "shares:\n  a: bcd\nshare:\n", '3:1: unknown key "share"; did you mean "shares"?', id="a wrong key"
        ),
        pytest.param("shares:\n  a: 1.5", "2:3: shares.a must be a text; quote it", id="a number"),
        pytest.param("modules:\n  a: true", "2:3: modules.a must be a text; quote it", id="a truth"),
        pytest.param(
            "modules:\n  A: My_Cam",
            "2:3: modules.A cannot be My_Cam: a name is at most 63 small letters, digits and hyphens, a letter in front and "
            "no hyphen at the end",
            id="a name that Kubernetes refuses",
        ),
        pytest.param(
            "modules: {A: proxy}", "1:11: modules.A cannot be proxy: the runtime has that name itself", id="reserved"
        ),
        pytest.param("shares: text", "1:1: shares must be a mapping", id="a text for a section"),
        pytest.param("text", "1:1: answers are a mapping of shares, ports, modules", id="a text"),
        pytest.param("shares: {[a]: b}", "1:10: keys must be text; quote it", id="a list for a key"),
        pytest.param("a: &x b", "1:4: anchors and aliases are not allowed", id="an anchor"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, message: str) -> None:
    with pytest.raises(AnswersError) as error:
        read_answers(text)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("answers", "question", "expected"),
    [
        ({"shares": {"in1": "nfs"}}, SHARE, "nfs"),
        ({"ports": {"cam": {"5000": 6000}}}, PORT, 6000),
        ({"shares": {"in1": None}}, SHARE, None),
        ({"shares": {"in2": "nfs"}}, SHARE, None),
        ({"shares": None}, SHARE, None),
        ({}, PORT, None),
    ],
)
def test_an_answer(answers: Any, question: tuple[str, ...], expected: object) -> None:
    assert answer(answers, question) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", "shares:\n  #\n  in1:\n", id="a new file"),
        pytest.param("# ours", "# ours\nshares:\n  #\n  in1:\n", id="no newline at the end"),
        pytest.param("shares:\n", "shares:\n  #\n  in1:\n", id="a section that holds nothing"),
        pytest.param("shares: # all", "shares: # all\n  #\n  in1:\n", id="a comment behind the section"),
        pytest.param("shares:\n  a: bcd\n", "shares:\n  a: bcd\n  #\n  in1:\n", id="behind what is there"),
        pytest.param("shares:\n a: bcd\n", "shares:\n a: bcd\n #\n in1:\n", id="one blank"),
        pytest.param("shares:\n     a: bcd", "shares:\n     a: bcd\n     #\n     in1:\n", id="five blanks"),
        pytest.param(
            "shares:\n  a: bcd\n\nmodules:\n  A: a\n",
            "shares:\n  a: bcd\n  #\n  in1:\n\nmodules:\n  A: a\n",
            id="between sections",
        ),
        pytest.param("modules: {A: a}\n", "modules: {A: a}\nshares:\n  #\n  in1:\n", id="behind another section"),
        pytest.param("shares:\r\n  a: bcd\r\n", "shares:\r\n  a: bcd\r\n  #\r\n  in1:\r\n", id="CRLF"),
        pytest.param("shares: {in1: }\n", "shares: {in1: }\n", id="asked already"),
        pytest.param("shares: {'in1': nfs}", "shares: {'in1': nfs}", id="answered already"),
    ],
)
def test_a_question_is_added(text: str, expected: str) -> None:
    assert ask(text, SHARE) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "ports:\n  cam:\n    #\n    5000:\n"),
        ("ports:\n", "ports:\n  cam:\n    #\n    5000:\n"),
        ("ports:\n   cam:\n", "ports:\n   cam:\n     #\n     5000:\n"),
        ("ports:\n  cam:\n      1: 2\n", "ports:\n  cam:\n      1: 2\n      #\n      5000:\n"),
        ("ports:\n  a: {1: 2}\n", "ports:\n  a: {1: 2}\n  cam:\n    #\n    5000:\n"),
    ],
)
def test_a_question_about_a_port(text: str, expected: str) -> None:
    assert ask(text, PORT) == expected


def test_questions_keep_their_order_and_stand_there_once() -> None:
    new = with_questions("", [Open(("shares", name), name.upper()) for name in "cabc"])
    hint = "Fill in the name of a share on the GPU device: 3 to 63 letters, digits and single hyphens between them"
    assert new == (f"shares:\n  # {hint}\n  # C\n  c:\n  # A\n  a:\n  # B\n  b:\n", 3, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("shares: ~\n", "1:1: shares.in1 cannot be added here; write one entry a line"),
        ("modules: {A: a}\n...\n", "1:1: shares.in1 cannot be added here; write one entry a line"),
    ],
)
def test_where_a_line_cannot_be_added_the_file_is_left(text: str, message: str) -> None:
    new, added, failed = with_questions(text, [Open(SHARE, "#")])
    assert (new, added, [str(error) for error in failed]) == (text, 0, [message])


def test_a_question_that_cannot_be_added_keeps_no_other_away() -> None:
    written = with_questions("shares: ~\n", [Open(SHARE, "#"), Open(PORT, "#"), Open(SHARE, "again")])
    assert without_hints(written.text) == "shares: ~\nports:\n  cam:\n    # #\n    5000:\n"
    assert (written.added, len(written.failed)) == (1, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ports:\n  cam: {35000: 6000}\n", "ports:\n  #\n  cam: {35000: 6000, 5000: }\n", id="one entry"),
        pytest.param(
            "ports: {cam: {1: 2, }} # ours", "#\nports: {cam: {1: 2, 5000: }} # ours", id="a comma at the end"
        ),
        pytest.param("ports: {}\r\n", "#\r\nports: {cam: {5000: }}\r\n", id="empty braces, CRLF"),
        pytest.param("shares: {}\nports: { }", "shares: {}\n#\nports: { cam: {5000: }}", id="a blank inside"),
        pytest.param("{modules: {A: a}}\n", "#\n{modules: {A: a}, ports: {cam: {5000: }}}\n", id="braces around all"),
        pytest.param(
            "ports: {\n  a: {1: 2}, # one\n}\n", "#\nports: {\n  a: {1: 2}, # one\ncam: {5000: }}\n", id="lines"
        ),
    ],
)
def test_a_question_is_added_inside_braces(text: str, expected: str) -> None:
    assert ask(text, PORT) == expected


def test_answers_that_nobody_asked_for_are_known() -> None:
    answers = read_answers("shares: {in1: nfs, in2: smb, in3: }\nports: {cam: {5000: 6000, 6: 7}}\nmodules:\n")
    assert (answer(answers, SHARE), answer(answers, PORT), answer(answers, ("modules", "x"))) == ("nfs", 6000, None)
    assert answers.unused() == [("shares", "in2"), ("ports", "cam", "6")]


@pytest.mark.parametrize("port", [0, -1, 35000, 35001, 65536])
def test_a_port_that_cannot_be_is_told(port: int) -> None:
    with pytest.raises(AnswersError) as error:
        read_answers(f"ports:\n  cam:\n    5000: {port}\n")
    rule = "a number from 1 to 65535, but not 35000 and 35001, which the IoT Edge proxy uses"
    assert str(error.value) == f"3:5: ports.cam.5000 cannot be {port}: a port is {rule}"


@pytest.mark.parametrize("name", ["Bad Name!", "ab", "a--b", "-ab", "ab-", "my_share", "a" * 64, "abc\\n"])
def test_a_share_that_cannot_be_is_told(name: str) -> None:
    with pytest.raises(AnswersError) as error:
        read_answers(f'shares: {{in1: "{name}"}}')
    rule = "3 to 63 letters, digits and single hyphens between them"
    assert str(error.value).endswith(f": the name of a share has {rule}")
    assert str(error.value).startswith("1:10: shares.in1 cannot be ")


@pytest.mark.parametrize("name", ["nfs", "MediaShare", "2-in-1", "a" * 63])
def test_a_share_that_can_be(name: str) -> None:
    assert read_answers(f"shares: {{in1: {name}}}") == {"shares": {"in1": name}}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("in1", "in1"),
        ("My_Share.2-x", "My_Share.2-x"),
        ("35000", "35000"),
        ("no", '"no"'),
        ("Null", '"Null"'),
        ("007", '"007"'),
        ("1e3", '"1e3"'),
        ("~", '"~"'),
        ("", '""'),
        ("a: b #c", '"a: b #c"'),
        ("공유", '"공유"'),
        ('q"t\\', '"q\\"t\\\\"'),
        ("a\tb", '"a\\tb"'),
    ],
)
def test_a_name_is_quoted_where_it_must_be(name: str, written: str) -> None:
    new = ask("", ("shares", name))
    assert new == f"shares:\n  #\n  {written}:\n"
    assert read_answers(new) == {"shares": {name: None}}


def test_what_a_comment_cannot_hold_is_replaced() -> None:
    new = with_questions("", [Open(SHARE, "a\nb\x00\ud800 \u2028c")]).text
    assert without_hints(new) == "shares:\n  # a\ufffdb\ufffd\ufffd \ufffdc\n  in1:\n"


NAMES = st.text(st.characters(max_codepoint=0x2FFF, exclude_categories=["Cs", "Cc"]), max_size=9)


@given(
    st.lists(
        st.one_of(st.tuples(st.sampled_from(["shares", "modules"]), NAMES), st.tuples(st.just("ports"), NAMES, NAMES))
    )
)
def test_whatever_is_asked_can_be_read_and_is_asked_once(questions: list[tuple[str, ...]]) -> None:
    opened = [Open(question, " ".join(question)) for question in questions]
    text, added, failed = with_questions("", opened)
    assert (added, failed) == (len(set(questions)), ())
    assert with_questions(text, opened) == (text, 0, ())
