"""The shipped examples: what --fix makes of the one is the other."""

import re
import shlex
from itertools import groupby
from pathlib import Path

import pytest
from command_line import run

from edgelint import fix, lint

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
FPGA = (EXAMPLES / "fpga-deployment.json").read_text(encoding="utf-8")
MIGRATED = (EXAMPLES / "migrated-deployment.json").read_text(encoding="utf-8")


def test_the_fpga_example_shows_the_shipped_families() -> None:
    assert {finding.code for finding in lint(FPGA, filename="fpga-deployment.json")} == {
        "ASE101", "ASE102", "ASE103", "ASE202", "ASE216", "ASE301", "ASE302", "ASE303", "ASE309", "ASE401", "ASE403",
        "ASE501", "ASE601",
    }  # fmt: skip


def test_fix_makes_the_migrated_example() -> None:
    assert fix(FPGA, filename="fpga-deployment.json").text == MIGRATED


def test_what_is_left_in_the_migrated_example_needs_a_person() -> None:
    left = [finding.code for finding in lint(MIGRATED) if finding.severity != "info"]
    assert left == ["ASE103", "ASE302", "ASE102", "ASE501", "ASE202"]


@pytest.mark.parametrize("readme", ["README.md", "README.ko.md"])
def test_the_readme_shows_what_the_example_gives(readme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / readme).read_text(encoding="utf-8")
    shown = re.search(r"(?ms)^```text\n\$ edgelint ([^\n]*)\n(.*?)^```", text)
    assert shown
    printed = run(*shlex.split(shown[1])).stdout
    parts = ["\n".join(rows) for left_out, rows in groupby(shown[2].splitlines(), "…".__eq__) if not left_out]
    assert "^^^" in parts[0]
    assert [part for part in parts if f"\n{part}\n" not in f"\n{printed}"] == []
