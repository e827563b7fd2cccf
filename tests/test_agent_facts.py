"""The grammar and the option table against what the real agent did, as recorded in the folder EDGELINT_FACTS."""

import json
import os
import re
from collections.abc import Callable
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from edgelint.platforms.docker_options import KUBERNETES_SECTION, levels, options
from edgelint.platforms.image_names import image_fault
from edgelint.platforms.kubernetes import (
    InvalidKubernetesName,
    InvalidPortKey,
    parse_port_key,
    pull_secret_name,
    quantity,
    sanitize_annotation_key,
    sanitize_dns_domain,
    sanitize_dns_label,
    sanitize_dns_value,
    sanitize_k8s_value,
    sanitize_label_value,
)
from edgelint.platforms.option_types import typed_values
from edgelint.platforms.quantities import read_amount

SANITIZERS = {
    "SanitizeK8sValue": sanitize_k8s_value,
    "SanitizeDNSLabel": sanitize_dns_label,
    "SanitizeDNSValue": sanitize_dns_value,
    "SanitizeDNSDomain": sanitize_dns_domain,
    "SanitizeAnnotationKey": sanitize_annotation_key,
    "SanitizeLabelValue": sanitize_label_value,
}
REFUSED = "refused"


@pytest.fixture(scope="module")
def facts() -> Path:
    folder = os.environ.get("EDGELINT_FACTS")
    if not folder:
        pytest.skip("EDGELINT_FACTS names no folder with the recorded outcomes of the agent")
    return Path(folder)


@pytest.mark.parametrize("name", SANITIZERS)
def test_a_sanitizer_gives_what_the_agent_gave(facts: Path, name: str) -> None:
    recorded = _vectors(facts, name)
    assert {key: _made(SANITIZERS[name], key) for key, _ in recorded} == {
        key: outcome.get("returns", REFUSED) for key, outcome in recorded
    }


def test_a_pull_secret_is_named_as_the_agent_named_it(facts: Path) -> None:
    recorded = _vectors(facts, "PullSecret")
    assert [(pair, _pull_secret(pair)) for pair, _ in recorded] == [
        (pair, outcome.get("returns", REFUSED)) for pair, outcome in recorded
    ]


def test_a_port_key_is_read_as_the_agent_read_it(facts: Path) -> None:
    recorded = _vectors(facts, "Port")
    assert {key: _port(key) for key, _ in recorded} == {
        key: REFUSED if "throws" in outcome else "port" in outcome and (outcome["port"], outcome["protocol"])
        for key, outcome in recorded
    }


def test_an_image_is_refused_exactly_where_the_agent_refused_it(facts: Path) -> None:
    recorded = _vectors(facts, "Image")
    assert [(text, image_fault(text) is not None) for text, _ in recorded] == [
        (text, "throws" in outcome) for text, outcome in recorded
    ]


def test_a_quantity_is_what_the_agent_took_for_one(facts: Path) -> None:
    recorded = [(value, outcome) for value, outcome in _vectors(facts, "Quantity") if not _taken_amiss(value)]
    assert [(value, quantity(value) is None) for value, _ in recorded] == [
        (value, "throws" in outcome) for value, outcome in recorded
    ]


def test_an_amount_is_none_exactly_where_the_agent_threw(facts: Path) -> None:
    recorded = _vectors(facts, "Quantity")
    assert [(value, read_amount(value).form == "none") for value, _ in recorded] == [
        (value, "throws" in outcome) for value, outcome in recorded
    ]


def test_a_quantity_amounts_to_its_canonical_form_in_whole_billionths(facts: Path) -> None:
    recorded = [(value, outcome["returns"]) for value, outcome in _vectors(facts, "Quantity") if "returns" in outcome]
    pairs = [(value, canonical) for value, canonical in recorded if not _taken_amiss(value)]
    assert [(value, _billionths(value)) for value, _ in pairs] == [
        (value, _billionths(canonical)) for value, canonical in pairs
    ]


@pytest.mark.parametrize(
    ("bullet", "path"),
    [
        ("CO", ""),
        ("HostConfig", "HostConfig"),
        ("HostConfig.Mounts[*]", "HostConfig.Mounts[]"),
        ("HostConfig.PortBindings[*][*]", "HostConfig.PortBindings.*[]"),
    ],
)
def test_the_table_has_the_known_keys(facts: Path, bullet: str, path: str) -> None:
    assert set(levels()[path].members) == _words(_line(facts, "C.6", f"- **{bullet}**: "))


def test_the_table_calls_translated_or_altered_what_the_translation_reads(facts: Path) -> None:
    top = _words(_line(facts, "C.1", "- CO: "))
    host = _line(facts, "C.1", "- `HostConfig.`: ")
    kubernetes = _words(_line(facts, "C.1", f"- `{KUBERNETES_SECTION}.`: "))
    assert _translated("") == top | {"HostConfig", KUBERNETES_SECTION}
    assert _translated("HostConfig") == _words(host)
    assert _translated("HostConfig.Mounts[]") == _words(_parenthesis(host, "Mounts"))
    assert _translated("HostConfig.PortBindings.*[]") == _words(_parenthesis(host, "PortBindings"))
    assert _translated(KUBERNETES_SECTION) == kubernetes == set(levels()[KUBERNETES_SECTION].members)


def test_a_type_is_refused_exactly_where_the_agent_refused_it(facts: Path) -> None:
    with (facts / "agent-vectors.jsonl").open(encoding="utf-8") as lines:
        vectors = [json.loads(line) for line in lines]
    recorded = {vector["id"]: vector for vector in vectors if re.match(r"(a2-)?hc\d*-|a2-hc|c1-", vector["id"])}
    created = {name: vector["input"].get("createOptions") for name, vector in recorded.items()}
    fits = {
        name: all(typed.fits for typed in typed_values("", data))
        for name, data in created.items()
        if isinstance(data, dict)
    }
    assert fits == {name: "throws" not in recorded[name]["outcome"] for name in fits} != {}


def test_the_table_names_rules_of_the_catalogue(facts: Path) -> None:
    codes = set(re.findall(r"^- code: (ASE\d+)$", (facts / "catalogue.yaml").read_text(encoding="utf-8"), re.MULTILINE))
    assert {option.rule for option in options().values()} - {""} <= codes


def _vectors(facts: Path, name: str) -> list[tuple[Any, dict[str, Any]]]:
    """Return argument and outcome of each recorded call of the function `name`."""
    with (facts / "agent-vectors.jsonl").open(encoding="utf-8") as lines:
        vectors = [json.loads(line) for line in lines]
    calls = [(v["input"]["arg"], v["outcome"]) for v in vectors if v["input"].get("fn") == name]
    assert calls
    return calls


def _made(sanitizer: Callable[[str], str], text: str) -> str:
    try:
        return sanitizer(text)
    except InvalidKubernetesName:
        return REFUSED


def _pull_secret(pair: dict[str, str]) -> str:
    try:
        return pull_secret_name(pair["address"], pair["user"])
    except InvalidKubernetesName:
        return REFUSED


def _port(key: str) -> object:
    try:
        port = parse_port_key(key)
    except InvalidPortKey:
        return REFUSED
    return port is not None and (port.number, port.protocol.upper())


def _taken_amiss(value: object) -> bool:
    """Tell whether the agent takes or garbles what is no quantity: blanks, a comma, a minus, null."""
    return value is None or (isinstance(value, str) and re.search(r"[\s,]|^-", value) is not None)


def _billionths(value: object) -> int:
    amount = quantity(value)
    assert amount is not None
    return ceil(amount * 10**9)


def _line(facts: Path, part: str, start: str) -> str:
    text = (facts / "kubernetes-agent.md").read_text(encoding="utf-8").partition(f"\n### {part} ")[2]
    return next(line.removeprefix(start) for line in text.splitlines() if line.startswith(start))


def _words(text: str) -> set[str]:
    return {word.strip(" `") for word in re.sub(r"\([^()]*\)", "", text).split(",")}


def _parenthesis(text: str, name: str) -> str:
    match = re.search(rf"`{name}` \(([^()]*)\)", text)
    assert match is not None
    return match[1]


def _translated(path: str) -> set[str]:
    return {key for key, option in levels()[path].members.items() if options()[option].kubernetes != "ignored"}
