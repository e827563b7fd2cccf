"""The labels of a module and the annotations that the agent makes of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edgelint.json_text.placeholders import has_placeholder
from edgelint.manifests.manifest import Manifest, Module
from edgelint.platforms.kubernetes import InvalidKubernetesName, sanitize_annotation_key, sanitize_dns_domain
from edgelint.tables.rows import Row, Table, fields, key, options, place_of


def _rows(_manifest: Manifest, module: Module) -> Iterator[Row]:
    labels = options(module, "Labels")
    for name in labels if isinstance(labels, dict) else ():
        known = not has_placeholder(name)
        annotation = _made(sanitize_annotation_key, name) if known else None
        fault = _fault(name) if known and annotation is None else None
        columns = fields(module=module.name, name=name, annotation=annotation, fault=fault)
        yield Row(columns, key(place_of(module, "Labels", name)))


def _fault(name: str) -> str:
    """Return why the agent can make no annotation of a label."""
    domain, slash, rest = name.partition("/")
    if slash and _made(sanitize_dns_domain, domain) is None:
        return "prefix"
    return "long" if any(letter.isascii() and letter.isalnum() for letter in (rest if slash else name)) else "empty"


def _made(sanitizer: Callable[[str], str], text: str) -> str | None:
    try:
        return sanitizer(text)
    except InvalidKubernetesName:
        return None


LABELS = Table(
    "labels",
    "One row for each label of createOptions.Labels, at its key.",
    {
        "module": "name of the module, absent for bare options",
        "name": "the label, the key as written",
        "annotation": "key of the annotation that the agent makes of it (SanitizeAnnotationKey); absent where it makes none, and "
        "for a placeholder",
        "fault": "why it makes none: prefix (what stands before the slash is no DNS name), long (more than 63 characters) or "
        "empty (no character that an annotation may have is left)",
    },
    {},
    of_module=_rows,
)
