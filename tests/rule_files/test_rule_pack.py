"""Rules become a pack, and the pack becomes rules."""

from pathlib import Path

import pytest
from command_line import BINDS, PORTS, write

from edgelint.rule_files.rule_loader import RuleFileError
from edgelint.rule_files.rule_pack import (
    _demand_complete,
    build,
    load_documents,
    load_rules,
    shipped_documents,
    shipped_rules,
)

pytestmark = pytest.mark.usefixtures("folder")


def test_the_rules_of_several_paths_are_sorted_by_code() -> None:
    paths = [write("b/x.yaml", PORTS), write("a/y.yaml", BINDS)]
    assert [(rule.code, rule.family) for rule in load_rules(paths)] == [("TST101", "a"), ("TST201", "b")]


def test_a_document_is_the_whole_rule_and_its_family() -> None:
    (document,) = load_documents([write("a/y.yaml", BINDS + "why: Because\n")])
    assert (document["family"], document["code"], document["why"]) == ("a", "TST101", "Because")


def test_the_pack_and_its_documents_have_one_digest() -> None:
    write("r/a/y.yaml", BINDS)
    pack, documents = build("r")
    assert pack["digest"] == documents["digest"]
    assert [rule["code"] for rule in pack["rules"]] == [rule["code"] for rule in documents["rules"]] == ["TST101"]


def test_the_pack_is_not_written_while_a_rule_lacks_what_it_demands() -> None:
    write("r/a/docker-binds.yaml", BINDS + "help: Use Mounts\nwhy: Because\nsince: '1.0'\nstatus: stable\n")
    with pytest.raises(RuleFileError) as caught:
        _demand_complete("r")
    assert str(caught.value).splitlines() == [
        f"{Path('r/a/docker-binds.yaml')}:1:1: {message}"
        for message in (
            'key "sources" is missing',
            "needs 1 bad example or more, has 0",
            "needs 2 good examples or more, has 0",
        )
    ]


def digest() -> str:
    return str(build("r")[0]["digest"])


def test_the_digest_changes_with_a_text_a_name_and_a_family() -> None:
    write("r/a/y.yaml", BINDS)
    before = {digest()}
    write("r/a/y.yaml", BINDS + "why: Because\n")
    before.add(digest())
    Path("r/a/y.yaml").rename("r/a/z.yaml")
    before.add(digest())
    Path("r/a").rename("r/b")
    assert len(before | {digest()}) == 4


def test_the_digest_does_not_change_with_line_ends_and_other_files() -> None:
    write("r/a/y.yaml", BINDS)
    before = digest()
    write("r/a/y.yaml", BINDS.replace("\n", "\r\n"))
    write("r/a/README.md", "x")
    assert digest() == before


def test_the_shipped_rules_are_those_of_the_shipped_documents_in_order() -> None:
    codes = [rule.code for rule in shipped_rules()]
    assert codes == sorted(codes) == [document["code"] for document in shipped_documents()] != []
