"""The desired properties of $edgeAgent beside the modules that the runtime reads, those that are missing too."""

from __future__ import annotations

from collections.abc import Iterator

from edgelint.manifests.manifest import Manifest
from edgelint.manifests.runtime_values import Member, agent_properties, is_taken, is_whole, runtime_members
from edgelint.tables.described import described, json_type
from edgelint.tables.rows import Row, Table, fields

_WANTED = {
    "schemaVersion": 'the text "1.0" or "1.1"',
    "runtime": "an object with type and settings",
    "runtime.type": "docker, in small letters",
    "runtime.settings": "an object",
    "systemModules": "an object with edgeAgent and edgeHub",
    "modules": "an object with a member for each module",
}


def _rows(manifest: Manifest) -> Iterator[Row]:
    properties = agent_properties(manifest)
    if properties is not None:
        whole = is_whole(properties.value) and not manifest.faults
        for member in runtime_members(properties.value):
            yield Row(_columns(member, whole=whole), properties.origin.resolve(member.path))


def _columns(member: Member, *, whole: bool) -> dict[str, object]:
    return fields(
        member=member.name,
        is_a="missing" if member.missing else json_type(member.value),
        value=member.value,
        found=described(member.value),
        fits=is_taken(member),
        whole=whole,
        wanted=_WANTED.get(member.name, "a text"),
    )


RUNTIME_MEMBERS = Table(
    "runtime_members",
    "One row for each of the desired properties of $edgeAgent that the runtime reads itself, beside the modules: schemaVersion, "
    "runtime, its type, and systemModules whether they are there or not, modules, the settings of the runtime, and their "
    "minDockerVersion and loggingOptions where they are; of two spellings of a key one row each. None in a layer, whose keys "
    "are dotted.",
    {
        "member": "name of the member with what it stands in, such as schemaVersion or runtime.settings.minDockerVersion",
        "is_a": "text, number, boolean, list, object, null, or missing",
        "value": "its value; absent for null and what is missing",
        "found": "what stands there in words, such as null, a list, or a short text in quotes",
        "fits": "whether the runtime takes it (executed); true for placeholders, false for what is missing and must be there",
        "whole": "whether a whole deployment is meant: at most one of schemaVersion, runtime and systemModules is missing, and "
        "neither a placeholder among the keys nor a fault of the text can hide it",
        "wanted": "in words what to write there",
    },
    {},
    of_manifest=_rows,
)
