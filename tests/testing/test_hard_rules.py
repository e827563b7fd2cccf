"""Sketches of twelve rules that ask much of the vocabulary, every example in every shape and layout."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from edgelint.rule_files.rule_loader import RuleFile
from edgelint.rule_files.rule_names import unknown_names
from edgelint.rule_files.yaml_reader import read_yaml
from edgelint.testing.outcome import format_outcome
from edgelint.testing.runner import run

FACTS = os.environ.get("EDGELINT_FACTS", "")


def originals() -> Iterator[RuleFile]:
    path = Path(FACTS, "..", "hard-rules.yaml")
    for document in path.read_text(encoding="utf-8").split("\n---\n"):
        data: dict[str, Any] = read_yaml(document).data
        mark = {"mark": "key"} if data["code"] == "ASE201" else {}
        yield RuleFile(str(path), "hard", {"summary": data["name"], **data, **mark})


@pytest.mark.skipif(not FACTS, reason="EDGELINT_FACTS names no folder")
def test_the_sketches_come_out_as_they_say() -> None:
    assert [problem for file in originals() for problem in unknown_names(file.data)] == []
    outcome = run(list(originals()))
    assert not outcome.failures, format_outcome(outcome)
    assert outcome.rules == 12
