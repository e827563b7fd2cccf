"""The shipped rules: compiled to one JSON file, from which every run loads them.

In a checkout the pack is used only while it is fresh, so an edited rule takes effect at once;
`python -m edgelint.rule_files.rule_pack` writes it anew.
"""

from __future__ import annotations

import json
import os
from typing import Any

from edgelint.rule_files.rules import Rule, rule_from_json

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_PACK = os.path.join(_PACKAGE, "pack.json")
_DOCUMENTS = os.path.join(_PACKAGE, "pack-documents.json")


def rules_folder() -> str:
    """Return the folder of the shipped rule files: in the installed package, in a checkout beside it."""
    installed = os.path.join(_PACKAGE, "rules")
    return installed if os.path.isdir(installed) else os.path.join(os.path.dirname(_PACKAGE), "rules")


def shipped_rules() -> list[Rule]:
    """Return the rules that come with edgelint, sorted by code; raises RuleFileError for an edited one that is broken."""
    return [rule_from_json(rule) for rule in _fresh()[0]["rules"]]


def shipped_documents() -> list[dict[str, Any]]:
    """Return the whole data of the shipped rule files, with family, reasons, sources and examples."""
    documents: list[dict[str, Any]] = _fresh(_DOCUMENTS)[-1]["rules"]
    return documents


def load_rules(paths: list[str]) -> list[Rule]:
    """Return the rules of the user's files and folders; raises RuleFileError with all that is wrong in them."""
    return [rule_from_json(rule) for rule in _compiled(paths)[0]]


def load_documents(paths: list[str]) -> list[dict[str, Any]]:
    """Return the whole data of the user's rule files; raises RuleFileError."""
    return _compiled(paths)[1]


def build(folder: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the pack and its documents for a folder of rule files; raises RuleFileError."""
    rules, documents = _compiled([folder])
    digest = _digest(folder)
    return {"digest": digest, "rules": rules}, {"digest": digest, "rules": documents}


def _compiled(paths: list[str]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    from edgelint.rule_files.compiler import compile_rule
    from edgelint.rule_files.rule_loader import load

    files = sorted(load(paths), key=lambda file: str(file.data["code"]))
    documents = [{"family": file.family, **file.data} for file in files]
    return [compile_rule(file.data, file.family) for file in files], documents


def _fresh(path: str = _PACK) -> list[dict[str, Any]]:
    """Return the pack, read from its file; in a checkout without it or with edited rules both packs, built anew."""
    installed = _is_installed()
    if installed or os.path.isfile(path):
        with open(path, encoding="utf-8") as file:
            pack: dict[str, Any] = json.load(file)
        if installed or pack["digest"] == _digest(rules_folder()):
            return [pack]
    return list(build(rules_folder()))


def _is_installed() -> bool:
    return os.path.isdir(os.path.join(_PACKAGE, "rules"))


def _digest(folder: str) -> str:
    """Return a checksum of the rule files and their paths, which name the families."""
    from zlib import crc32

    checksum = 0
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(name for name in names if name.endswith((".yaml", ".yml"))):
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                content = file.read().replace(b"\r\n", b"\n")
            inside = os.path.relpath(path, folder).replace(os.sep, "/")
            checksum = crc32(content, crc32(inside.encode(), checksum))
    return f"{checksum:08x}"


def _write() -> None:
    _demand_complete(rules_folder())
    for path, pack in zip((_PACK, _DOCUMENTS), build(rules_folder()), strict=True):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(
                json.dumps(pack, ensure_ascii=False, separators=(",", ":")).replace('{"code"', '\n{"code"') + "\n"
            )


def _demand_complete(folder: str) -> None:
    """Raise RuleFileError where the rules lack what the pack demands of its own."""
    from edgelint.rule_files.rule_loader import RuleFileError, check_complete, load

    if problems := check_complete(load([folder])):
        raise RuleFileError(problems)


if __name__ == "__main__":
    _write()
