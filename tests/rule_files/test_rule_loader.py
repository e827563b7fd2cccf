"""Rule files are read all together, and what is wrong with them is told all at once, with file, line and column."""

from pathlib import Path

import pytest

from edgelint.rule_files.rule_loader import RuleFile, RuleFileError, RuleProblem, check_complete, load

RULE = """\
code: {code}
name: {name}
summary: Docker Binds
severity: error
scope: module
select: $.mounts[*]
message: Binds entry
"""
COMPLETE = """\
help: Use Mounts
why: Kubernetes has no Binds
sources: [{evidence: documented, title: Page, url: 'https://example.com'}]
since: '1.0'
status: stable
examples:
- bad: {}
  finds: [{at: $, message: x}]
- good: {}
- good: {}
"""


@pytest.fixture(autouse=True)
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(path: str, more: str = "", code: str = "ASE101") -> str:
    """Write a rule that is called like its file, with `more` below it (on line 8)."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes((RULE.format(code=code, name=Path(path).stem) + more).encode())
    return path


def write_bytes(content: bytes) -> None:
    Path("a.yaml").write_bytes(content)


def problems(*paths: str) -> list[str]:
    with pytest.raises(RuleFileError) as caught:
        load(paths)
    return str(caught.value).splitlines()


def test_a_file_is_a_rule_of_the_family_of_its_folder() -> None:
    write("rules/storage/docker-binds.yaml")
    assert load(["rules/storage/docker-binds.yaml"]) == [
        RuleFile(
            "rules/storage/docker-binds.yaml",
            "storage",
            {
                "code": "ASE101",
                "name": "docker-binds",
                "summary": "Docker Binds",
                "severity": "error",
                "scope": "module",
                "select": "$.mounts[*]",
                "message": "Binds entry",
            },
        )
    ]


def test_the_family_of_a_file_here_is_this_folder(tmp_path: Path) -> None:
    assert [file.family for file in load([write("a.yaml")])] == [tmp_path.name]


def test_folders_are_walked_in_order_and_other_files_are_left_alone() -> None:
    for code, path in enumerate(["r/b/d.yaml", "r/b/c.yml", "r/a.yaml", "r/b.yaml"], 101):
        write(path, code=f"ASE{code}")
    Path("r/README.md").write_text("no rule", encoding="utf-8")
    assert [file.path for file in load(["r"])] == ["r/a.yaml", "r/b.yaml", "r/b/c.yml", "r/b/d.yaml"]


def test_a_file_that_is_named_twice_is_read_once() -> None:
    write("r/a.yaml")
    assert [file.path for file in load(["r", "r/a.yaml", "./r"])] == ["r/a.yaml"]


def test_a_byte_order_mark_and_crlf_do_no_harm() -> None:
    write_bytes(b"\xef\xbb\xbf" + RULE.format(code="ASE101", name="a").replace("\n", "\r\n").encode())
    assert load(["a.yaml"])[0].data["message"] == "Binds entry"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param(
            "mesage: x\n", ['a.yaml:8:1: unknown key "mesage"; did you mean "message"?'], id="a wrong key, at the key"
        ),
        pytest.param(
            "where:\n- at: '@.a['\n  exists: true\n",
            [
                "a.yaml:9:3: wrong JSONPath: the path ends too early, at character 5",
                "    @.a[",
                "        ^",
            ],
            id="a wrong JSONPath, with a caret",
        ),
        pytest.param(
            "where: [{at: '@', matches: '*'}]\n",
            ["a.yaml:8:19: wrong regular expression: nothing to repeat, at character 1", "    *", "    ^"],
            id="a wrong regular expression, with a caret",
        ),
        pytest.param(
            "why: !!python/object/apply:os.system ['true']\n",
            ["a.yaml:8:6: tag !!python/object/apply:os.system is not allowed"],
            id="a YAML tag, at the tag",
        ),
        pytest.param(
            "a: &a [x, x]\nb: [*a, *a]\n", ["a.yaml:8:4: anchors and aliases are not allowed"], id="an alias bomb"
        ),
        pytest.param("code: ASE102\n", ['a.yaml:8:1: key "code" stands here a second time'], id="a key twice"),
        pytest.param("80: x\n", ["a.yaml:8:1: keys must be text; quote it"], id="a number as a key"),
        pytest.param(
            "why: [\n",
            ["a.yaml:9:1: while parsing a flow node, expected the node content, but found '<stream end>'"],
            id="no YAML",
        ),
        pytest.param("---\ncode: x\n", ["a.yaml:8:1: a second document starts here; a file holds one"], id="two rules"),
        pytest.param(
            "related: [{at: '@'}]\n",
            ['a.yaml:8:11: key "label" is missing'],
            id="a missing key, at the item that lacks it",
        ),
        pytest.param("since: 1.0\n", ["a.yaml:8:1: must be text, not a number"], id="a wrong type, at its key"),
        pytest.param(
            "where: [{at: '@'}, {total: {of: x, above: y}}]\nzzz: 1\n",
            [
                "a.yaml:8:9: needs one of exists, equals, in, matches, is, above, not",
                "a.yaml:8:36: must be a number, not text",
                'a.yaml:9:1: unknown key "zzz"',
            ],
            id="several faults, in order",
        ),
    ],
)
def test_a_fault_is_told_with_its_place(more: str, expected: list[str]) -> None:
    assert problems(write("a.yaml", more)) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(b"", "a.yaml:1:1: must be a mapping, not nothing", id="an empty file"),
        pytest.param(b"# x\n- a\n", "a.yaml:2:1: must be a mapping, not a list", id="a list"),
        pytest.param(
            "a: ä\nb: ö".encode() + b"\xff", "a.yaml:2:5: is not UTF-8: byte 0xFF", id="a file in another encoding"
        ),
        pytest.param("a: 1".encode("utf-16"), "a.yaml:1:1: is not UTF-8: byte 0xFF", id="UTF-16"),
    ],
)
def test_a_file_that_is_no_rule_is_told(content: bytes, expected: str) -> None:
    write_bytes(content)
    assert problems("a.yaml") == [expected]


def test_a_path_that_is_missing_or_holds_no_rule_is_told() -> None:
    Path("empty").mkdir()
    Path("empty/a.json").write_text("{}", encoding="utf-8")
    assert problems("none", "empty") == [
        "empty:1:1: holds no rule file (*.yaml, *.yml)",
        "none:1:1: does not exist",
    ]


def test_codes_and_names_belong_to_one_rule() -> None:
    write("r/a/x.yaml")
    write("r/b/x.yml", code="ASE102")
    write("r/c/y.yaml")
    assert problems("r") == [
        'r/b/x.yml:2:1: name "x" is taken by r/a/x.yaml',
        'r/c/y.yaml:1:1: code "ASE101" is taken by r/a/x.yaml',
    ]


def test_all_faults_of_all_files_come_at_once() -> None:
    write("r/a.yaml", "mesage: x\nsince: 1\n")
    write("r/b.yaml", "why: !x y\n", code="ASE102")
    write("r/c.yaml", "zzz: x\n")
    assert problems("r", "none") == [
        "none:1:1: does not exist",
        'r/a.yaml:8:1: unknown key "mesage"; did you mean "message"?',
        "r/a.yaml:9:1: must be text, not a number",
        "r/b.yaml:8:6: tag !x is not allowed",
        'r/c.yaml:1:1: code "ASE101" is taken by r/a.yaml',
        'r/c.yaml:8:1: unknown key "zzz"',
    ]


def test_problems_are_sorted_by_number_not_by_letter() -> None:
    error = RuleFileError([RuleProblem("a", 10, 1, "x"), RuleProblem("a", 9, 10, "y"), RuleProblem("a", 9, 2, "z")])
    assert str(error) == "a:9:2: z\na:9:10: y\na:10:1: x"


def test_a_complete_rule_lacks_nothing() -> None:
    assert check_complete(load([write("r/docker-binds.yaml", COMPLETE)])) == []


def test_help_may_stand_in_every_case() -> None:
    text = COMPLETE.replace("help: Use Mounts", "cases: [{help: a}, {help: b}]")
    assert check_complete(load([write("r/docker-binds.yaml", text)])) == []


@pytest.mark.parametrize("key", ["why", "sources", "since", "status", "help"])
def test_our_own_pack_demands(key: str) -> None:
    lines = [line for line in COMPLETE.splitlines(keepends=True) if not line.startswith(f"{key}:")]
    write("r/docker-binds.yaml", "".join(lines))
    assert check_complete(load(["r"])) == [RuleProblem("r/docker-binds.yaml", 1, 1, f'key "{key}" is missing')]


def test_a_bare_rule_lacks_all_that_our_own_pack_demands() -> None:
    Path("r").mkdir()
    Path(write("r/docker-binds.yaml")).rename("r/binds.yaml")
    assert check_complete(load(["r"])) == [
        RuleProblem("r/binds.yaml", 1, 1, message)
        for message in (
            'key "help" is missing',
            'key "why" is missing',
            'key "sources" is missing',
            'key "since" is missing',
            'key "status" is missing',
            "needs 1 bad example or more, has 0",
            "needs 2 good examples or more, has 0",
            "the file of the rule docker-binds must be called docker-binds.yaml",
        )
    ]
