"""Unified diffs: exact hunks, secrets kept out of the context, and what `patch` makes of them."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from edgelint.reporters.diff import unified_diff

ABC = "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n"


def diff(before: str, after: str, *hidden: int) -> str:
    """Return the hunks of a diff."""
    head, *hunks = unified_diff(before, after, "x.json", hidden).partition("+++ x.json\n")[::2]
    assert head in ("", "--- x.json\n")
    return "".join(hunks)


def test_where_nothing_differs_there_is_no_diff() -> None:
    assert unified_diff(ABC, ABC, "x.json") == unified_diff("", "", "x.json") == ""


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param(
            ABC, ABC.replace("e", "E"), "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n", id="a line in the middle"
        ),
        pytest.param(ABC, ABC.replace("a", "A"), "@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n", id="the first line"),
        pytest.param(ABC, ABC.replace("j", "J"), "@@ -7,4 +7,4 @@\n g\n h\n i\n-j\n+J\n", id="the last line"),
        pytest.param(ABC, ABC.replace("e\n", ""), "@@ -2,7 +2,6 @@\n b\n c\n d\n-e\n f\n g\n h\n", id="a line less"),
        pytest.param(ABC, f"0\n{ABC}", "@@ -1,3 +1,4 @@\n+0\n a\n b\n c\n", id="a line more at the start"),
        pytest.param(ABC, f"{ABC}k\n", "@@ -8,3 +8,4 @@\n h\n i\n j\n+k\n", id="a line more at the end"),
        pytest.param("", "a\n", "@@ -0,0 +1,1 @@\n+a\n", id="out of nothing"),
        pytest.param("a\n", "", "@@ -1,1 +0,0 @@\n-a\n", id="to nothing"),
        pytest.param(
            ABC,
            ABC.replace("b", "B").replace("h", "H"),
            "@@ -1,10 +1,10 @@\n a\n-b\n+B\n c\n d\n e\n f\n g\n-h\n+H\n i\n j\n",
            id="changes whose context meets are one hunk",
        ),
        pytest.param(
            ABC,
            ABC.replace("a", "A").replace("i", "I"),
            "@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n d\n@@ -6,5 +6,5 @@\n f\n g\n h\n-i\n+I\n j\n",
            id="changes further apart are two",
        ),
        pytest.param(
            "a",
            "b",
            "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n",
            id="no newline at the end",
        ),
        pytest.param(
            "a\nb",
            "a\nb\n",
            "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n",
            id="a newline more at the end",
        ),
        pytest.param(
            "a\nb",
            "A\nb",
            "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n",
            id="no newline in the context",
        ),
        pytest.param("a\r\nb\r\n", "a\r\nB\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+B\r\n", id="CRLF"),
        pytest.param(
            "a\rb\x0bc\u2028d\n",
            "a\rb\x0bc\u2028D\n",
            "@@ -1,1 +1,1 @@\n-a\rb\x0bc\u2028d\n+a\rb\x0bc\u2028D\n",
            id="other line ends are none",
        ),
        pytest.param("\ufeffa\nb\n", "\ufeffa\nB\n", "@@ -1,2 +1,2 @@\n \ufeffa\n-b\n+B\n", id="a mark"),
    ],
)
def test_a_diff(before: str, after: str, expected: str) -> None:
    assert diff(before, after) == expected


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        pytest.param([0], "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n", id="a line further away"),
        pytest.param([1], "@@ -3,5 +3,5 @@\n c\n d\n-e\n+E\n f\n g\n", id="in front, and as much less behind"),
        pytest.param([7], "@@ -3,5 +3,5 @@\n c\n d\n-e\n+E\n f\n g\n", id="behind, and as much less in front"),
        pytest.param([3], "@@ -5,1 +5,1 @@\n-e\n+E\n", id="next to it"),
        pytest.param([3, 5], "@@ -5,1 +5,1 @@\n-e\n+E\n", id="around it"),
        pytest.param([4], "@@ -2,7 +2,7 @@\n b\n c\n d\n-e\n+E\n f\n g\n h\n", id="the line that changes"),
    ],
)
def test_a_hidden_line_is_no_context(hidden: list[int], expected: str) -> None:
    assert diff(ABC, ABC.replace("e", "E"), *hidden) == expected


def test_a_hidden_line_between_two_changes_parts_them() -> None:
    after = ABC.replace("c", "C").replace("g", "G")
    assert diff(ABC, after, 4) == "@@ -2,3 +2,3 @@\n b\n-c\n+C\n d\n@@ -6,3 +6,3 @@\n f\n-g\n+G\n h\n"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("a/b.json", "a/b.json"),
        ("카메라.json", "카메라.json"),
        ("a b.json", "a b.json\t"),
        ("a\tb.json", '"a\\011b.json"'),
        ('"\\\n', '"\\042\\134\\012"'),
        ('a"\\.json', 'a"\\.json'),
    ],
)
def test_a_file_name_is_written_as_patch_reads_it(name: str, written: str) -> None:
    assert unified_diff("a", "", name).startswith(f"--- {written}\n+++ {written}\n@@")


def _text(chance: random.Random, secret: str) -> str:
    """Return lines that repeat, so that a hunk may fit at several places, some with a secret."""
    words = ["{", "}", "a", "b", "", secret]
    lines = [chance.choice(words) + chance.choice(["\n", "\n", "\r\n"]) for _ in range(chance.randint(0, 30))]
    return chance.choice(["", "\ufeff"]) + "".join(lines)


def _changed(chance: random.Random, text: str) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 4)):
        start = chance.randint(0, len(lines))
        lines[start : start + chance.randint(0, 2)] = [chance.choice("{}abc") for _ in range(chance.randint(0, 3))]
    return "\n".join(lines)


def _shown(patch: str) -> str:
    """Return the context of a patch."""
    return "".join(line for line in patch.split("\n")[2:] if line.startswith(" "))


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no program patch")
@pytest.mark.parametrize("seed", range(200))
def test_patch_makes_the_new_text_of_the_old(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    before = _text(chance, "secret")
    after = _changed(chance, before)
    before, after = (text.rstrip("\n") if chance.random() < 0.3 else text for text in (before, after))
    hidden = [number for number, line in enumerate(before.split("\n")) if "secret" in line]
    patch = unified_diff(before, after, "x.json", hidden)
    (tmp_path / "x.json").write_bytes(before.encode())
    command = ["patch", "--binary", "-s", "-p0", "-d", str(tmp_path)]
    subprocess.run(command, input=patch.encode(), check=bool(patch), capture_output=True, timeout=60)
    path = tmp_path / "x.json"
    assert (path.read_bytes() if path.exists() else b"") == after.encode()
    assert "secret" not in _shown(patch)
