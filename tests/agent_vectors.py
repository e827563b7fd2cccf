"""Writes the deployments that a Kubernetes agent was run on, as recorded in agent-vectors.jsonl of EDGELINT_FACTS."""

import json
from pathlib import Path
from typing import Any

from deployments import RUNNING, mapped

SETTINGS_TEXT = "settings written as they are"
HUB_OPTIONS = {"HostConfig": mapped(443, 5671, 8883)}


def vectors(facts: Path) -> list[dict[str, Any]]:
    """Return the vectors of a folder, those of functions left out."""
    with (facts / "agent-vectors.jsonl").open(encoding="utf-8") as lines:
        return [vector for vector in map(json.loads, lines) if "fn" not in vector["input"]]


def manifest_of(given: dict[str, Any]) -> str:
    """Return the deployment of the input of a vector; half a surrogate pair in it stays half."""
    manifest = {"modulesContent": {"$edgeAgent": {"properties.desired": _desired(given)}}}
    text = json.dumps(manifest, indent=1)
    return text.replace(json.dumps(SETTINGS_TEXT), given.get("settings_text", ""))


def _desired(given: dict[str, Any]) -> dict[str, Any]:
    modules = {name: _module(spec) for name, spec in _modules(given).items()}
    runtime: dict[str, Any] = {"minDockerVersion": "v1.25"}
    if given.get("registryCredentials") is not None:
        runtime["registryCredentials"] = given["registryCredentials"]
    return {
        "schemaVersion": "1.0",
        "runtime": {"type": "docker", "settings": runtime},
        "systemModules": _system(given.get("system") or {}),
        "modules": {**modules, **(given.get("extra_modules") or {})},
    }


def _modules(given: dict[str, Any]) -> dict[str, Any]:
    if "modules" in given:
        modules: dict[str, Any] = given["modules"]
        return modules
    names = {"settings": "settings_extra"}
    kept = ("createOptions", "env", "settings", "settings_text")
    return {given.get("module", "m"): {names.get(key, key): given[key] for key in kept if key in given}}


def _system(given: dict[str, Any]) -> dict[str, Any]:
    system = {"edgeAgent": {}, "edgeHub": {"createOptions": HUB_OPTIONS}, **given}
    system["edgeHub"] = {"createOptions": HUB_OPTIONS, **system["edgeHub"]}
    return {name: _module({"image": f"{name.lower()}:1", **spec}) for name, spec in system.items()}


def _module(spec: dict[str, Any]) -> dict[str, Any]:
    env = {"env": spec["env"]} if spec.get("env") is not None else {}
    settings = SETTINGS_TEXT if "settings_text" in spec else _settings(spec)
    module = {"version": "1.0", **RUNNING, "settings": settings, **env, **(spec.get("extra") or {})}
    return {key: value for key, value in module.items() if key not in (spec.get("drop") or ())}


def _settings(spec: dict[str, Any]) -> dict[str, Any]:
    settings: dict[str, Any] = {}
    if spec.get("image", "img:1") is not None:
        settings["image"] = spec.get("image", "img:1")
    options = spec.get("createOptions")
    if options is not None:
        settings["createOptions"] = options if isinstance(options, str) else json.dumps(options)
    return settings | (spec.get("settings_extra") or {})
