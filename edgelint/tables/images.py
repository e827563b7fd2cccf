"""The images of the modules, taken apart as the agent takes them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms.image_names import image_fault
from edgelint.tables.rows import Row, Table, fields, part

_IMAGE = re.compile(r"\s*(?P<name>(?:[^/]*/)*[^/:@\s]+)(?P<tag>:[^/:@\s]+)?(?P<digest>@\w[\w+.-]*:[0-9A-Fa-f]+)?\s*")


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    settings = module.data.get("settings")
    text = settings.get("image") if isinstance(settings, dict) else None
    if isinstance(text, str) and text.strip():
        yield _row(module, text, module.origin.resolve(("settings", "image")))


def _row(module: Module, text: str, place: Place) -> Row:
    match = None if has_placeholder(text) else _IMAGE.fullmatch(text)
    if match is None:
        return Row(fields(module=module.name, text=text, fault=image_fault(text)), place)
    found = {name: value for name, value in match.groupdict().items() if value}
    bare = {name: value if name == "name" else value[1:] for name, value in found.items()}
    row = fields(module=module.name, text=text, fault=image_fault(text), **bare)
    return Row(row, place, {name: part(place, *match.span(name)) for name in found})


IMAGES = Table(
    "images",
    "One row for each module: the image of its settings, where that is a text and not empty.",
    {
        "module": "name of the module, absent for bare options",
        "text": "image as written",
        "name": "registry and name, without tag and digest; this and the next two are absent for a placeholder and for what "
        "is no image",
        "tag": "the tag, absent where there is none",
        "digest": "the digest, such as sha256:…, absent where there is none",
        "fault": "why the agent refuses the image: tag-and-digest, empty-tag, no-name or colons (more than one colon behind "
        "the last slash); absent where it takes it, and for a placeholder",
    },
    {
        "name": "registry and name",
        "tag": "the tag with the colon in front of it",
        "digest": "the digest with the @ in front of it",
    },
    of_module=_rows,
)
