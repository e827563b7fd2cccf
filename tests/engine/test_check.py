"""One file through the whole road: what is a manifest, what of it cannot be read, what is masked."""

import json
from time import perf_counter
from typing import Any

import pytest
from command_line import FAULTS, TEXTS, manifest, write

from edgelint.engine.check import Checked, check
from edgelint.files.source import decode
from edgelint.json_text.reading import Reading, read
from edgelint.rule_files.rule_pack import load_rules

pytestmark = pytest.mark.usefixtures("folder")


def checked(data: bytes, rules: str = FAULTS, *, standard_input: bool = False) -> Checked | None:
    return check(decode(data), load_rules([write("own.yaml", rules)]), "a.json", standard_input=standard_input)


def found(data: bytes, rules: str = FAULTS) -> list[str]:
    """Return the findings as `line:column message`."""
    result = checked(data, rules)
    assert result is not None
    return [":".join(map(str, item.location.start)) + f" {item.message}" for item in result.findings]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="an empty file"),
        pytest.param(b"{}", id="an empty object"),
        pytest.param(b"hello", id="no JSON"),
        pytest.param(b'{"a": ', id="JSON that ends early"),
        pytest.param(b'{"a": "\xff"}', id="no UTF-8"),
        pytest.param(b'{"$edgeAgent": ', id="half of the words of a manifest"),
        pytest.param(b'{"properties.desired": ', id="the other half"),
        pytest.param(b'{"HostConfig": {', id="broken createOptions"),
        pytest.param(b'{"note": "modulesContent"}', id="a text that speaks of manifests"),
        pytest.param(b'{"note": "modulesContent",}', id="the same with what the runtime tolerates"),
        pytest.param(b'// c\n{"note": "modulesContent"}', id="the same with a comment"),
        pytest.param(b"[" * 100_000, id="100,000 lists"),
    ],
)
def test_what_is_no_manifest(data: bytes) -> None:
    assert checked(data) is None


WORDS = ("modulesContent", "moduleContent", "$edgeAgent", "$edgeHub", "systemModules", '"modules"', "HostConfig")


@pytest.mark.parametrize("word", [*WORDS, "hostconfig", "k8s-experimental", "K8S-EXPERIMENTAL"])
def test_only_a_text_with_a_word_of_manifests_is_parsed(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []

    def reading(text: str) -> Reading:
        parsed.append(text)
        return read(text)

    monkeypatch.setattr("edgelint.engine.check.read", reading)
    other = json.dumps({"name": "package", "modules.": ["a"] * 100, "config": {"host": "b"}})
    checked(other.encode())
    assert parsed == []
    checked(other.replace('"package"', word if word.startswith('"') else f'"{word}"').encode())
    assert len(parsed) == 1


def test_json_that_is_no_manifest_is_skipped_in_well_under_a_millisecond() -> None:
    source = decode(json.dumps([{"name": f"package {number}", "version": "1.0"} for number in range(2000)]).encode())
    rules = load_rules([write("own.yaml", FAULTS)])
    seconds = []
    for _ in range(20):
        begin = perf_counter()
        assert check(source, rules, "a.json") is None
        seconds.append(perf_counter() - begin)
    assert (len(source.text) > 80_000, min(seconds) < 0.001) == (True, True)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b'{"modulesContent": {', "1:21 No JSON: the text ends inside an object", id="modulesContent"),
        pytest.param(b'{"moduleContent": {', "1:20 No JSON: the text ends inside an object", id="moduleContent"),
        pytest.param(
            b'{"$edgeAgent": {"properties.desired": x',
            '1:39 No JSON: expected a value, found "x"',
            id="$edgeAgent and properties.desired",
        ),
        pytest.param(b"modulesContent", '1:1 No JSON: expected a value, found "modulesContent"', id="a word alone"),
        pytest.param(
            b'{"a": 1, // c\n "b": modulesContent}', "1:10 No JSON: comment", id="the place where strict tools stop"
        ),
        pytest.param(
            b'{"note": "modulesContent \xe4"}', "1:26 No JSON: byte 0xe4 is not valid UTF-8", id="no UTF-8, no manifest"
        ),
        pytest.param(
            b'{"note": "modulesContent"} end',
            '1:28 No JSON: expected the end of the text, found "end"',
            id="a text behind the end, no manifest",
        ),
        pytest.param(
            b'\xef\xbb\xbf{"modulesContent": \xff',
            "1:20 No JSON: byte 0xff is not valid UTF-8",
            id="a mark is no character of column 1",
        ),
        pytest.param(b'{"modulesContent":\r\n {', "2:3 No JSON: the text ends inside an object", id="CRLF"),
        pytest.param(
            b'{"modulesContent":' + b"[" * 100_000,
            "1:274 No JSON: lists and objects are nested deeper than 256 levels",
            id="100,000 lists in a manifest",
        ),
        pytest.param(b'{"modulesContent": \x00}', "1:20 No JSON: white space U+0000", id="a NUL in place of a value"),
    ],
)
def test_what_was_meant_as_a_manifest_and_cannot_be_read(data: bytes, expected: str) -> None:
    assert found(data) == [expected]


def test_the_first_byte_that_does_not_decode_is_told_of_a_manifest_that_reads_otherwise() -> None:
    text = manifest().replace("cam:1", "cam\\u00e4:ä")
    assert found(text.encode("latin-1")) == [f"1:{text.index('ä') + 1} No JSON: byte 0xe4 is not valid UTF-8"]


@pytest.mark.parametrize(
    "members", ['"Env": []', '"ExposedPorts": {}', '"Cmd": []', '"Entrypoint": ""', '"Labels": {}']
)
def test_createoptions_alone_are_a_manifest_on_standard_input(members: str) -> None:
    data = f"{{{members}}}".encode()
    assert checked(data) is None
    assert checked(data, standard_input=True) is not None


@pytest.mark.parametrize("members", ['"HostConfig": {}', '"k8s-experimental": {}', '"hostconfig": {}'])
def test_createoptions_of_kubernetes_are_a_manifest_everywhere(members: str) -> None:
    assert checked(f"{{{members}}}".encode()) is not None


def said(value: Any, name: str = "API_KEY") -> str:
    """Return what the rule `texts` says of a variable."""
    data = manifest({}, module={"env": {name: {"value": value}}})
    return found(data.encode(errors="surrogatepass"), TEXTS)[1].partition(" ")[2]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("geheim", 'Text "•••"', id="a value"),
        pytest.param("abc", 'Text "•••"', id="a short value in quotes"),
        pytest.param("${KEY}", 'Text "${KEY}"', id="a placeholder"),
        pytest.param("ge\\heim", 'Text "•••"', id="a backslash"),
        pytest.param("비밀번호", 'Text "•••"', id="Korean letters"),
    ],
)
def test_a_secret_is_masked_in_a_message(value: str, expected: str) -> None:
    assert said(value) == expected


def test_a_value_that_is_no_secret_is_shown() -> None:
    assert said("geheim", "MODE") == 'Text "geheim"'


def test_a_short_secret_is_masked_behind_its_name_and_nowhere_else() -> None:
    options = {"Env": ["PWD=1", "A=1"]}
    texts = [text.partition(" ")[2] for text in found(manifest(options).encode(), TEXTS)]
    assert texts == ['Text "cam:1"', 'Text "PWD=•••"', 'Text "A=1"']


EVERYWHERE = TEXTS.replace("$.strings[*]", "$.env.API_KEY.value") + (
    "help: 'use {value}'\nrelated: [{at: '@', label: 'this {value}'}]\n"
    "where: [{at: '@', matches: '(?P<value>.*)'}]\n"
    "fix: {title: 'set {value}', applicability: safe, steps: [{remove: {at: '@'}}], then: ['tell {value}']}\n"
)


def test_a_secret_is_masked_in_every_text_of_a_finding() -> None:
    rules = EVERYWHERE.replace("{text}", "{value}")
    result = checked(manifest({}, module={"env": {"API_KEY": {"value": "geheim"}}}).encode(), rules)
    assert result is not None
    (finding,) = result.findings
    assert finding.fix is not None
    texts = (
        finding.message,
        finding.help,
        finding.value,
        finding.related[0].label,
        finding.fix.title,
        *finding.fix.then,
    )
    assert texts == ('Text "•••"', "use •••", "•••", "this •••", "set •••", "tell •••")


def test_a_secret_is_masked_as_json_writes_it() -> None:
    rules = TEXTS.replace("$.strings[*]", "$.settings.image").replace('"{text}"', "{all}")
    text = manifest({}, module={"env": {"API_KEY": {"value": 'ge"heim'}}})
    (message,) = found(text.encode(), rules + "where: [some: {select: $.env, as: all}]\n")
    assert message.partition(" ")[2] == 'Text {"API_KEY": {"value": "•••"}}'


def test_the_deepest_manifest_that_reads_raises_nothing() -> None:
    inner = "[" * 240 + '"x"' + "]" * 240
    options = f'{{"HostConfig": {{"X": {inner}, "X": {inner}}}}}'
    text = manifest(module={"settings": {"image": "cam:1", "createOptions": options}})
    assert len(found(text.encode(), TEXTS)) >= 2
    assert json.loads(text)
