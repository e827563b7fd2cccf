"""Modules that fixes have renamed, and findings under the names that these had before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from edgelint.engine.check import Checked
from edgelint.findings import Finding
from edgelint.json_text.views import pointer
from edgelint.manifests.manifest import Module


class _Renamed(NamedTuple):
    """A module before and after: its name and, as a JSON Pointer, its place."""

    old_name: str | None
    new_name: str | None
    old_path: str
    new_path: str


def old_names(before: Checked, after: Checked) -> dict[str | None, str | None]:
    """Map the new names of modules to those that they had before."""
    return {each.new_name: each.old_name for each in _renamed(before, after)}


def as_before(before: Checked, after: Checked) -> Callable[[Finding], Finding]:
    """Return what gives a finding with the name that its module had before, also in its path and as its value."""
    renamed = list(_renamed(before, after))

    def old(finding: Finding) -> Finding:
        path = finding.location.path
        for each in renamed:
            if finding.module == each.new_name and f"{path}/".startswith(f"{each.new_path}/"):
                location = finding.location._replace(path=each.old_path + path[len(each.new_path) :])
                value = each.old_name if finding.value == each.new_name and each.old_name else finding.value
                return finding._replace(module=each.old_name, location=location, value=value)
        return finding

    return old


def _renamed(before: Checked, after: Checked) -> Iterator[_Renamed]:
    """Yield the modules whose names differ; fixes leave the modules in their order."""
    old, new = _modules(before), _modules(after)
    for was, now in zip(old, new, strict=True) if len(old) == len(new) else ():
        if was.name != now.name:
            yield _Renamed(was.name, now.name, pointer(was.origin.place), pointer(now.origin.place))


def _modules(checked: Checked) -> list[Module]:
    return [module for manifest in checked.manifests for module in manifest.modules]
