"""What is proved of a fixed text before anybody writes it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from edgelint.editing.chunks import CHUNK_UNITS, units
from edgelint.editing.patch import Patch
from edgelint.engine.check import Checked
from edgelint.findings import Finding
from edgelint.fixing.renamed_modules import old_names
from edgelint.json_text.nodes import node_at, plain
from edgelint.json_text.parser import JSONSyntaxError, parse
from edgelint.json_text.reading import read
from edgelint.json_text.views import View
from edgelint.manifests.option_keys import option_keys


class ProofError(Exception):
    """A result that must not be written; the message says what is wrong with it."""


def prove_data(text: str, patch: Patch) -> None:
    """Prove that the text parses and says what the drafts of the file and of the texts inside it say; else ProofError."""
    try:
        data = plain(parse(text, tolerant=True).root)
    except JSONSyntaxError as error:
        raise ProofError(f"the text would be broken at character {error.offset + 1}") from None
    (outer, expected), *inner = patch.expected()
    if data != expected:
        raise ProofError("the text would not say what it should")
    for view, options in inner:
        settings = patch.draft(outer).find(view.strings[0].path[:-1])
        texts = _texts(settings.plain()) if settings else []
        if len(texts) > 1 and any(units(text) > max(CHUNK_UNITS, _longest(view)) for text in texts):
            raise ProofError("a chunk of createOptions would be too long")
        if _data("".join(texts)) != options:
            raise ProofError("createOptions would not say what it should")


def new_errors(before: Checked, after: Checked) -> list[Finding]:
    """Return the errors that a module has after the fixes and had not before, under the name that it had before.

    Those that are left out count too, for a fix may bring one back.
    """
    known, found = list(_errors(before, {})), list(_errors(after, old_names(before, after)))
    more = Counter(map(_kind, found)) - Counter(map(_kind, known))
    said = {(*_kind(finding), finding.message) for finding in known}
    new = []
    for finding in sorted(found, key=lambda each: (*_kind(each), each.message) in said):
        if more[_kind(finding)] > 0:
            more[_kind(finding)] -= 1
            new.append(finding)
    return new


def _errors(checked: Checked, renamed: Mapping[str | None, str | None]) -> Iterator[Finding]:
    for each in (*checked.findings, *(each.finding for each in checked.left_out)):
        if each.severity == "error":
            yield each._replace(module=renamed.get(each.module, each.module))


def _kind(finding: Finding) -> tuple[str, str | None]:
    return finding.code, finding.module


def _texts(settings: dict[str, Any]) -> list[str]:
    return [settings[key] for key in option_keys(settings) if settings[key]]


def _longest(view: View) -> int:
    """Return the units of the longest string that holds a view's text."""
    nodes = (node_at(place.view.tree, place.path) for place in view.strings)
    return max(units(node.value) for node in nodes if node)


def _data(text: str) -> Any:
    try:
        return read(text).data
    except JSONSyntaxError:
        return None
