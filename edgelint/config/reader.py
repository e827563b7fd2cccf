"""A configuration file, checked and made a value."""

from __future__ import annotations

from typing import Any

from edgelint.config.document import Document, read_document
from edgelint.config.format import CONFIGURATION
from edgelint.config.model import Config, Level, Override, Suppression
from edgelint.json_text.nodes import Path
from edgelint.rule_files.selection import Word


def read_config(data: bytes, path: str, folder: str, *, toml: bool) -> Config | None:
    """Return the configuration of a file, None where a TOML file holds none.

    `path` is how messages spell the file, `folder` its real folder. Raises ConfigError with all that is wrong in it.
    """
    document = read_document(data, path, toml=toml)
    if document is None:
        return None
    document.fail(CONFIGURATION.check(document.data, ()))
    return _config(document, folder)


def _config(document: Document, folder: str) -> Config:
    data = document.data
    return Config(
        document.path,
        folder,
        document.text,
        select=_words(document, ("select",), data),
        extend_select=_words(document, ("extend-select",), data),
        ignore=_words(document, ("ignore",), data),
        extend_ignore=_words(document, ("extend-ignore",), data),
        severity=_levels(document, ("severity",), data),
        rules=_words(document, ("rules",), data),
        fail_on=_word(document, "fail-on"),
        baseline=_word(document, "baseline"),
        overrides=tuple(_override(document, index) for index in range(len(data.get("overrides", ())))),
        suppressions=tuple(_suppression(document, index) for index in range(len(data.get("suppressions", ())))),
    )


def _word(document: Document, key: str) -> Word | None:
    return Word(document.data[key], document.origin((key,))) if key in document.data else None


def _words(document: Document, path: Path, around: dict[str, Any]) -> tuple[Word, ...]:
    """Return the words at a path whose last step is a key of the data around it."""
    found = around.get(str(path[-1]), ())
    if isinstance(found, str):
        return (Word(found, document.origin(path)),)
    return tuple(Word(text, document.origin((*path, index))) for index, text in enumerate(found))


def _levels(document: Document, path: Path, around: dict[str, Any]) -> tuple[Level, ...]:
    found = around.get(str(path[-1]), {})
    return tuple(Level(Word(key, document.origin((*path, key))), value) for key, value in found.items())


def _override(document: Document, index: int) -> Override:
    path, data = ("overrides", index), document.data["overrides"][index]
    ignored, levels = _words(document, (*path, "ignore"), data), _levels(document, (*path, "severity"), data)
    return Override(_files(data), ignored, levels, document.origin(path))


def _suppression(document: Document, index: int) -> Suppression:
    path, data = ("suppressions", index), document.data["suppressions"][index]
    return Suppression(
        rule=Word(data["rule"], document.origin((*path, "rule"))),
        files=_files(data),
        module=data.get("module"),
        path=data.get("path"),
        reason=data["reason"],
        expires=data.get("expires"),
        pointer="".join(f"/{step}" for step in (*document.root, *path)),
        place=document.place(path),
    )


def _files(data: dict[str, Any]) -> tuple[str, ...]:
    found = data.get("files", ())
    return (found,) if isinstance(found, str) else tuple(found)
