"""The reporters: one for each output format, loaded when it is asked for."""

from collections.abc import Callable
from typing import TextIO

from edgelint.report import Report

Reporter = Callable[[Report, TextIO], None]


def _late(module: str) -> Reporter:
    def write(report: Report, stream: TextIO) -> None:
        from importlib import import_module

        import_module(f"edgelint.reporters.{module}").write(report, stream)

    return write


REPORTERS: dict[str, Reporter] = {
    "text": _late("text"),
    "concise": _late("concise"),
    "json": _late("json_report"),
    "jsonl": _late("jsonl"),
    "sarif": _late("sarif"),
    "github": _late("github"),
    "gitlab": _late("gitlab"),
    "azure": _late("azure"),
    "junit": _late("junit"),
    "checkstyle": _late("checkstyle"),
    "markdown": _late("markdown"),
    "html": _late("html"),
}
