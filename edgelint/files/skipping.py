"""Why a file is no manifest, for people who wonder."""

from __future__ import annotations

from edgelint.files.source import Source
from edgelint.json_text.parser import JSONSyntaxError
from edgelint.json_text.reading import read
from edgelint.json_text.text import Fault, LineIndex
from edgelint.manifests.shapes import find_shapes


def why_skipped(source: Source) -> str:
    """Return why a file, of which `check.check` made nothing, was skipped."""
    if source.fault:
        return f"not text: {source.fault.reason}"
    try:
        reading = read(source.text)
    except JSONSyntaxError as error:
        return _not_json(error.fault, source.text)
    for fault in reading.faults:
        if not fault.readable:
            return _not_json(fault, source.text)
    if find_shapes(reading.data, standard_input=True):
        return "createOptions alone, which count only with HostConfig or k8s-experimental"
    return "no deployment manifest"


def _not_json(fault: Fault, text: str) -> str:
    """Return where a text is no JSON, not what stands there, which may be secret."""
    line, column = LineIndex(text).position(fault.offset)
    return f"not JSON at line {line}, column {column}"
