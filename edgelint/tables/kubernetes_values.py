"""The values under k8s-experimental, and whether the agent can read them at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from edgelint import docker_options
from edgelint.docker_options import KUBERNETES_SECTION
from edgelint.manifest import Manifest, Module
from edgelint.nodes import Path
from edgelint.placeholders import has_placeholder
from edgelint.tables.rows import Row, Table, fields, options, place_of

_OBJECT = (
    r"(?:\.(?:nodeSelector|serviceOptions|resources|resources\.(?:limits|requests)|volumes\[\])"
    r"|\.securityContext(?:\.seLinuxOptions|\.windowsOptions|\.sysctls\[\])?"
    r"|\.volumes\[\]\.(?:volume|volumeMounts\[\]|volume\.(?!name$)[^.\[]+|volume\.[^.]+\.items\[\]))?"
)
_LIST = (
    r"\.volumes|\.volumes\[\]\.(?:volumeMounts|volume\.[^.]+\.items)|\.securityContext\.(?:supplementalGroups|sysctls)"
)
_NUMBER = (
    r"\.securityContext\.(?:runAsUser|runAsGroup|fsGroup|supplementalGroups\[\])|\.volumes\[\]\..*\.(?:defaultM|m)ode"
)
_BOOLEAN = r"\.securityContext\.runAsNonRoot|\.volumes\[\]\..*\.(?:readOnly|optional)"
_ELSEWHERE = r"\.strategy(?:\..*)?|\.resources\.(?:limits|requests)\.\*|.*\.sizeLimit"
_WANTED = (("object", _OBJECT), ("list", _LIST), ("number", _NUMBER), ("boolean", _BOOLEAN), ("", _ELSEWHERE))


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    root = options(module)
    if isinstance(root, dict) and KUBERNETES_SECTION in root:
        yield from _values(module, root[KUBERNETES_SECTION], KUBERNETES_SECTION, (KUBERNETES_SECTION,))


def _values(module: Module, value: Any, option: str, path: Path) -> Iterator[Row]:
    wanted = _wanted(option)
    if wanted:
        yield _row(module, value, option, path, wanted)
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _values(module, item, docker_options.child(option, name), (*path, name))
    elif isinstance(value, list) and wanted == "list":
        for index, item in enumerate(value):
            yield from _values(module, item, docker_options.items(option), (*path, index))


def _row(module: Module, value: Any, option: str, path: Path, wanted: str) -> Row:
    level = option.removesuffix("[]") if option.endswith("[]") else option.rpartition(".")[0]
    columns = fields(
        module=module.name, level=level, name=path[-1], value=value, wanted=wanted, fits=_fits(wanted, value)
    )
    return Row(columns, place_of(module, *path))


def _wanted(option: str) -> str:
    """Return the type that the agent wants for an option, "" where there is none or another table knows it."""
    below = option.removeprefix(KUBERNETES_SECTION)
    found = next((wanted for wanted, pattern in _WANTED if re.fullmatch(pattern, below)), "text")
    return found if option in docker_options.options() or option.endswith("[]") else ""


def _fits(wanted: str, value: Any) -> bool:
    """Tell whether the agent can read a value (executed and inferred from its JSON reader): null and an empty text it can."""
    if value in (None, "") or (isinstance(value, str) and has_placeholder(value)):
        return True
    if wanted in ("object", "list"):
        return isinstance(value, dict if wanted == "object" else list)
    if isinstance(value, str) and wanted != "text":
        return (
            re.fullmatch(r"\s*[+-]?[0-9]+\s*" if wanted == "number" else r"(?i)\s*(?:true|false)\s*", value) is not None
        )
    return not isinstance(value, dict | list)


KUBERNETES_VALUES = Table(
    "kubernetes_values",
    "One row for k8s-experimental and for each value under it, but for strategy, amounts and what the agent does not know.",
    {
        "module": "name of the module, absent for bare options",
        "level": "path of the list or object around it, such as k8s-experimental.volumes[]; empty for k8s-experimental",
        "name": "last key of its path, in the spelling of Kubernetes; of an item of a list its number, from 0",
        "value": "value as written; absent for null",
        "wanted": "the type that the agent wants: object, list, number, boolean or text",
        "fits": "whether it can read the value: null, an empty text and placeholders too, numbers and booleans as texts, and "
        "any of them as a text",
    },
    {},
    of_module=_rows,
)
