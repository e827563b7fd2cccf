"""What the rules say of deployments against what a Kubernetes agent did with them, as recorded in EDGELINT_FACTS."""

import json
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from agent_vectors import manifest_of, vectors

import edgelint
from edgelint.json_text.reading import read
from edgelint.manifests.manifest import read_manifests

FACTS = os.environ.get("EDGELINT_FACTS")
VECTORS = vectors(Path(FACTS)) if FACTS else []
THROWN = [vector for vector in VECTORS if "throws" in vector["outcome"]]
# What these rules call an error is what makes the agent give up; so they may not call it one where it did not.
STOPPING = {"ASE002", "ASE010", "ASE011", "ASE012", "ASE013", "ASE307", "ASE707", "ASE801", "ASE805", "ASE806"}
# Errors of other rules: the agent hands on what the API server refuses or what the article advises against, and loses
# chunks, doubled keys, and sections in a wrong place, without a word.
HANDED_ON = {
    *("ASE003", "ASE008", "ASE101", "ASE111", "ASE201", "ASE207", "ASE208", "ASE214", "ASE301", "ASE305", "ASE403"),
    *("ASE404", "ASE501", "ASE504", "ASE602", "ASE701", "ASE703", "ASE705"),
}

pytestmark = pytest.mark.skipif(not FACTS, reason="EDGELINT_FACTS names no folder with the outcomes of the agent")


def errors(vector: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Return code and module of the errors in the deployment of a vector."""
    return _errors(manifest_of(vector["input"]))


@cache
def _errors(text: str) -> list[tuple[str, str | None]]:
    found = edgelint.lint(text, filename="deployment.json")
    return [(finding.code, finding.module) for finding in found if finding.severity == "error"]


def test_where_the_agent_gives_up_an_error_is_found() -> None:
    missed = {vector["id"]: vector["what"] for vector in THROWN if not errors(vector)}
    assert missed == {}
    assert len(THROWN) > 100


def test_the_error_is_found_in_the_module_concerned() -> None:
    others = ("modules", "system", "registryCredentials", "extra_modules")
    alone = [vector for vector in THROWN if not any(vector["input"].get(key) for key in others)]
    found = {vector["id"]: (vector["input"].get("module", "m"), errors(vector)) for vector in alone}
    elsewhere = {name: found[name] for name, (module, said) in found.items() if module not in dict(said).values()}
    assert elsewhere == {}


def test_where_the_agent_does_not_give_up_no_rule_says_so() -> None:
    said = {vector["id"]: {code for code, _ in errors(vector)} for vector in VECTORS if vector not in THROWN}
    assert {name: codes for name, codes in said.items() if codes & STOPPING} == {}


def test_what_comes_through_unchanged_is_no_error() -> None:
    unchanged = [vector for vector in VECTORS if vector not in THROWN and comes_through(vector)]
    said = {vector["id"]: {code for code, _ in errors(vector)} for vector in unchanged}
    assert {name: codes for name, codes in said.items() if codes - HANDED_ON} == {}
    assert len(unchanged) > 100


def comes_through(vector: dict[str, Any]) -> bool:
    """Tell whether every value of the modules is among what the agent made of the deployment, and it said nothing."""
    outcome = vector["outcome"]
    if outcome.get("log") or outcome.get("status"):
        return False
    words = list(leaves(outcome, keys=True))
    made = {part for word in words for part in (word, *word.split("=", 1), *re.split("[:/ ,=]", word))}
    return all(leaf in made for leaf in given(vector))


def given(vector: dict[str, Any]) -> Iterator[str]:
    """Yield the values of createOptions and env of the modules of a vector."""
    text = manifest_of(vector["input"])
    (manifest,) = read_manifests(text, read(text), filename="deployment.json")
    for module in manifest.modules:
        if module.kind != "system":
            yield from leaves([module.data.get("createOptions") or [], module.data.get("env") or []])


def leaves(value: Any, *, keys: bool = False) -> Iterator[str]:
    """Yield the values that hold no others, as texts, and the keys where asked for."""
    if isinstance(value, dict):
        yield from value if keys else ()
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from leaves(part, keys=keys)
    else:
        yield value if isinstance(value, str) else json.dumps(value)
