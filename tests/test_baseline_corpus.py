"""Real manifests, edited around their findings: a baseline brings nothing back.

EDGELINT_CORPUS names the folder that holds manifests/.
"""

import json
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from edgelint.baselines.baseline import record
from edgelint.baselines.known_findings import known
from edgelint.baselines.leaving_out import Filter
from edgelint.engine.check import Checked, check
from edgelint.files.source import Source, decode
from edgelint.fixing.fixer import fix
from edgelint.fixing.renamed_modules import as_before
from edgelint.rule_files.rule_pack import shipped_rules
from edgelint.rule_files.rules import Rule

CORPUS = os.environ.get("EDGELINT_CORPUS")

pytestmark = pytest.mark.skipif(CORPUS is None, reason="EDGELINT_CORPUS does not name the folder of the corpus")


@pytest.fixture(scope="module")
def rules() -> list[Rule]:
    return shipped_rules()


def manifests(rules: list[Rule]) -> Iterator[tuple[str, Checked]]:
    for path in sorted((Path(CORPUS or "") / "manifests").rglob("*")):
        if path.is_file() and "history" not in path.parts:
            checked = check(decode(path.read_bytes()), rules, path.name)
            if checked and checked.findings:
                yield str(path), checked


def lint(text: str, rules: list[Rule], name: str) -> Checked:
    checked = check(Source(text, "utf-8", b"", None), rules, name)
    assert checked
    return checked


def reordered(data: Any) -> Any:
    """Return the data with its modules in the opposite order."""
    if isinstance(data, list):
        return [reordered(item) for item in data]
    if not isinstance(data, dict):
        return data
    members = {key: reordered(value) for key, value in data.items()}
    for key in ("modules", "systemModules"):
        if isinstance(members.get(key), dict):
            members[key] = dict(reversed(members[key].items()))
    return members


def test_another_indentation_and_order_of_modules_brings_nothing_back(rules: list[Rule]) -> None:
    looked, new = 0, []
    for path, before in manifests(rules):
        try:
            text = json.dumps(reordered(json.loads(before.text)), indent=3, ensure_ascii=False)
        except ValueError:
            continue
        after = lint(text, rules, Path(path).name)
        matched = known(record(before.findings), after.findings, rules)
        new += [
            (path, each.code, each.message) for each, entry in zip(after.findings, matched, strict=True) if not entry
        ]
        looked += len(after.findings)
    assert looked > 1000
    assert new == []


def test_fixes_bring_nothing_back_and_fix_nothing_that_is_left_out(rules: list[Rule]) -> None:
    looked, back = 0, []
    for path, found in manifests(rules):
        entries = [entry for entry in record(found.findings) if int(entry.code[-1]) % 2]
        left_out = Filter((), entries, rules)
        before = left_out.apply(found)

        def again(text: str, path: str = path, before: Checked = before, left_out: Filter = left_out) -> Checked:
            after = lint(text, rules, Path(path).name)
            return left_out.apply(after, partial(as_before, before)(after))

        fixed, after, _ = fix(before, again, unsafe=True)
        codes = {entry.code for entry in entries}
        back += [(path, each.code, each.message) for each in after.findings if each.code in codes]
        looked += len(fixed)
    assert looked > 300
    assert back == []
