"""The members of a module that the runtime reads itself, those that are missing too."""

from __future__ import annotations

from collections.abc import Iterator

from edgelint.manifests.manifest import Manifest, Module
from edgelint.manifests.module_values import Found, found_members, is_taken, meaning
from edgelint.tables.described import described, json_type
from edgelint.tables.rows import Row, Table, fields

_WANTED = {
    "type": "docker, in small letters",
    "status": "running or stopped",
    "restartPolicy": "always, never, on-failure or on-unhealthy",
    "imagePullPolicy": "on-create or never",
    "startupOrder": "a whole number from 0 to 4294967295",
    "settings": "an object with the image of the module",
    "image": "the name of the image",
    "configuration": "an object",
    "notaryContentTrust": "an object",
    "disableTOFU": "true or false",
}


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    if module.name is not None and not module.name.startswith("$"):
        for found in found_members(module.written.value, of_system=module.kind == "system"):
            yield _row(module, found)


def _row(module: Module, found: Found) -> Row:
    taken = is_taken(found, of_agent=module.kind == "system" and str(module.name).lower() == "edgeagent")
    nothing = found.member == "module" and module.kind == "system" and found.value is None
    columns = fields(
        module=module.name,
        kind=module.kind,
        member=found.member,
        is_a="missing" if found.missing else json_type(found.value),
        value=found.value,
        found=described(found.value),
        fits=taken or nothing,
        means=meaning(found) if found.counts and taken else None,
        wanted=_WANTED.get(found.member, "a text"),
    )
    return Row(columns, module.written.origin.resolve(found.path))


MEMBERS = Table(
    "members",
    "One row for each member of a module that the runtime reads itself: type, status, restartPolicy, imagePullPolicy, "
    "startupOrder, settings and image whether they are there or not, version, configuration, notaryContentTrust and what is in "
    "those where they are; of two spellings of a key one row each, and of what is no object in the place of a module, one row "
    "alone.",
    {
        "module": "name of the module",
        "kind": "user or system",
        "member": "name of the member; module where something else stands in the place of the module",
        "is_a": "text, number, boolean, list, object, null, or missing",
        "value": "its value; absent for null and what is missing",
        "found": "what stands there in words, such as null, a list, or a short text in quotes",
        "fits": "whether the runtime takes it (executed); true for placeholders, false for what is missing and must be there",
        "means": "of status, restartPolicy and imagePullPolicy the word that it stands for, of startupOrder the number; absent "
        "where the runtime refuses it or another spelling of the key counts",
        "wanted": "in words what to write there",
    },
    {},
    of_module=_rows,
)
