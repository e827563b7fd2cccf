"""Real manifests, as they are and rewritten: every place of every finding stands in the file where the report says.

EDGELINT_CORPUS names the folder that holds manifests/, noise/ and json-test-suite/.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from json_texts import decode, plain, read
from positions import Confirmed, WrongPlaceError, confirm, offset

from edgelint.engine.check import check
from edgelint.files import source
from edgelint.report import Report
from edgelint.reporters.json_report import document
from edgelint.rule_files.rule_pack import load_rules, rules_folder
from edgelint.rule_files.rules import Rule
from edgelint.tables import TABLES

CORPUS = os.environ.get("EDGELINT_CORPUS")
FOLDER = Path(CORPUS or "")
SUITE = FOLDER / "json-test-suite" / "test_parsing"
BEFORE = '{"modulesContent": {"$edgeAgent": {"x": '
BEHIND = ', "y": 1}}}\n'
FAULTS = ("manifest-unparseable", "create-options-invalid", "row-faults")
# They mark a value, or a character inside a text that is no value of strict JSON.
LIBERTIES = ("create-options-not-strict", "part-texts-liberty")
DEPTH = 9
# The column that tells what stands at a part of another name, or that none does.
COLUMNS = {
    ("ports", "host_port"): "text",
    ("duplicates", "second"): "key",
    ("mounts", "readonly"): "",
    ("mounts", "volume"): "",
    ("images", "tag"): "",
    ("texts", "liberty"): "",
}
MASK = "•••"

Finding = dict[str, Any]
Rewrite = Callable[[bytes], bytes]

pytestmark = pytest.mark.skipif(CORPUS is None, reason="EDGELINT_CORPUS does not name the folder of the corpus")


class File(NamedTuple):
    """A file of the corpus."""

    name: str
    data: bytes


def _files(folder: str) -> list[File]:
    paths = sorted(path for path in (FOLDER / folder).rglob("*") if path.is_file())
    return [File(path.relative_to(FOLDER).as_posix(), path.read_bytes()) for path in paths]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> list[Rule]:
    """Return edgelint's own rules, and a probe for all that can be marked."""
    folder = tmp_path_factory.mktemp("probes")
    for number, probe in enumerate(_probes(), 1):
        head = {"code": f"PRB{number:03}", "summary": "A probe", "severity": "info", "scope": "manifest"}
        (folder / f"{probe['name']}.yaml").write_text(json.dumps(head | probe), encoding="utf-8")
    return [rule for path in (rules_folder(), str(folder)) for rule in load_rules([path])]


def _probes() -> Iterator[dict[str, Any]]:
    """Yield rules that find everything; what should stand at the place is the message, after a dot."""
    paths = [f"$.modules.*.{member}" for member in ("createOptions", "env", "settings")] + ["$.twins.*.*"]
    paths = [path + ".*" * depth for path in paths for depth in range(DEPTH)]
    yield {"name": "data", "select": paths, "message": ".{value}"}
    yield {"name": "data-key", "select": paths, "message": ".{key}", "mark": "key"}
    for table in TABLES.values():
        whole = {"select": f"$.{table.name}[*]", "message": "."}
        name = table.name.replace("_", "-")
        yield {"name": f"row-{name}", **whole, **({"message": ".{state}"} if table.name == "texts" else {})}
        for part in table.parts:
            column = COLUMNS.get((table.name, part), part)
            said = {"message": f".{{{column}}}"} if column in table.columns else {}
            where = [{"at": f"@.{column}", "exists": True}] if said else []
            yield {"name": f"part-{name}-{part}".replace("_", "-"), **whole, **said, "where": where, "mark": part}


def _findings(file: File, rules: Sequence[Rule]) -> list[Finding]:
    checked = check(source.decode(file.data), rules, file.name)
    found = tuple(checked.findings) if checked else ()
    report = Report(found, {}, lambda _: (), checked=1, skipped=0, fixed=0, unreadable=0)
    findings: list[Finding] = document(report)["findings"]
    return findings


def _wrong(file: File, finding: Finding, totals: Counter[str]) -> Iterator[str]:
    """Yield what is wrong with the places of a finding; count the places that were confirmed."""
    for place in (finding, *finding["related"]):
        try:
            confirmed = _confirmed(file, place, finding)
        except WrongPlaceError as error:
            yield f"{file.name} {finding['rule']}: {error}"
            continue
        totals.update([confirmed.text, confirmed.what])
        totals["related"] += place is not finding
        if place is finding and not _says(finding, confirmed.what, confirmed.said):
            yield f"{file.name} {finding['rule']}: {finding['message']} is not {confirmed}"


def _confirmed(file: File, place: Any, finding: Finding) -> Confirmed:
    if finding["rule"] in LIBERTIES:
        with suppress(WrongPlaceError):
            return confirm(file.data, place)
    return confirm(file.data, place, fault=_is_fault(finding))


def _is_fault(finding: Finding) -> bool:
    return finding["rule"] in FAULTS + LIBERTIES or (finding["rule"] == "row-texts" and finding["message"] == ".broken")


def _says(finding: Finding, what: str, said: str) -> bool:
    """Tell whether the place of a probe holds what its message says."""
    rule, expected = finding["rule"], finding["message"][1:]
    if not finding["code"].startswith("PRB") or MASK in expected:
        return True
    if rule == "data":
        return said.startswith(("{", "[")) or expected in ("", said)
    if rule == "data-key":
        return (
            what == "value" or (what == "key" and said.lower() == expected.lower()) or expected in ("", "createOptions")
        )
    if rule in ("part-endpoints-port", "part-calls-port") and what == "value":
        return True  # the port of the scheme, which is not written
    return rule.startswith("row-") or expected in ("", said)


def _options(change: Callable[[str], dict[str, Any]], value: Any) -> Any:
    """Return data in which each createOptions is replaced by the members that a function makes of its text."""
    if isinstance(value, list):
        return [_options(change, item) for item in value]
    if not isinstance(value, dict):
        return value
    members: dict[str, Any] = {}
    for key, item in value.items():
        text = item if isinstance(item, str) else json.dumps(item, ensure_ascii=False)
        members |= change(text) if key == "createOptions" else {key: _options(change, item)}
    return members


def _with_options(change: Callable[[str], dict[str, Any]]) -> Rewrite:
    return lambda data: json.dumps(_options(change, _strict(data)), indent=1, ensure_ascii=False).encode()


def _strict(data: bytes) -> Any:
    return json.loads(decode(data).characters)


def _chunks(size: int) -> Callable[[str], dict[str, Any]]:
    def cut(text: str) -> dict[str, Any]:
        rest = range(size, len(text), size)
        more = {f"createOptions{number:02}": text[start : start + size] for number, start in enumerate(rest, 1)}
        return {"createOptions": text[:size], **more}

    return cut


def _with_escapes(data: bytes) -> bytes:
    def escaped(value: Any) -> str:
        return json.dumps(value).replace("o", "\\u006f").replace("H", "\\u0048").replace("/", "\\/")

    def change(text: str) -> dict[str, Any]:
        return {"createOptions": escaped(json.loads(text)) if text.startswith("{") else text}

    return escaped(_options(change, _strict(data))).encode()


REWRITES: dict[str, Rewrite] = {
    "with a mark": lambda data: b"\xef\xbb\xbf" + decode(data).characters.encode(),
    "with CRLF": lambda data: decode(data).characters.replace("\r", "").replace("\n", "\r\n").encode(),
    "in UTF-16": lambda data: decode(data).characters.encode("utf-16"),
    "options as a text": _with_options(lambda text: {"createOptions": text}),
    "options in chunks of 512": _with_options(_chunks(512)),
    "options in chunks of 37": _with_options(_chunks(37)),
    "escapes inside escapes": _with_escapes,
}


def _rewritten(rewrite: Rewrite) -> Iterator[File]:
    """Yield the newest manifests, rewritten; those that are no strict JSON only where their data does not matter."""
    for name, data in _files("manifests"):
        if "/history/" not in name:
            with suppress(ValueError):
                yield File(name, rewrite(data))


def _confirm_all(files: Iterable[File], rules: Sequence[Rule]) -> None:
    totals: Counter[str] = Counter()
    wrong: list[str] = []
    for file in files:
        totals["files"] += 1
        for finding in _findings(file, rules):
            totals["findings"] += 1
            wrong += _wrong(file, finding, totals)
    print(dict(totals))  # noqa: T201 - shown by pytest -s
    assert wrong == []
    assert totals["findings"] > 10_000


def test_every_place_is_confirmed(rules: list[Rule]) -> None:
    _confirm_all(_files("manifests"), rules)


@pytest.mark.parametrize("rewrite", REWRITES.values(), ids=REWRITES)
def test_every_place_is_confirmed_in_what_is_rewritten(rewrite: Rewrite, rules: list[Rule]) -> None:
    _confirm_all(_rewritten(rewrite), rules)


def test_nothing_is_found_in_what_is_no_manifest(rules: list[Rule]) -> None:
    files = _files("noise") + _files("json-test-suite")
    assert [(file.name, finding["message"]) for file in files for finding in _findings(file, rules)] == []


def test_the_checker_reads_as_json_does() -> None:
    for name, data in _files("manifests"):
        with suppress(ValueError):
            assert plain(read(decode(data).characters)) == _strict(data), name


def _refused() -> list[Path]:
    return sorted(SUITE.glob("n_*.json")) if CORPUS else []


@pytest.mark.parametrize("path", _refused(), ids=lambda path: path.stem)
def test_what_is_no_json_is_found_once_and_not_before_it_begins(path: Path, rules: list[Rule]) -> None:
    member = path.read_bytes()
    data = BEFORE.encode() + member + BEHIND.encode()
    found = [finding for finding in _findings(File("deployment.json", data), rules) if finding["code"] == "ASE001"]
    assert [confirm(data, finding, fault=True).what for finding in found] == ["fault"]
    begins = offset(decode(data), found[0]["line"], found[0]["column"])
    undecodable = _undecodable(member)
    assert begins >= len(BEFORE) if undecodable is None else begins == len(BEFORE) + undecodable


def _undecodable(data: bytes) -> int | None:
    """Return how many characters stand before the first byte that is not UTF-8, None where all are."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return len(data[: error.start].decode())
    return None
