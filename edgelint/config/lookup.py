"""Which configuration holds for a file: the one named, else the nearest above it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from edgelint.config import ConfigError
from edgelint.files.discovery import path_from

if TYPE_CHECKING:
    from edgelint.config.model import Config

_YAML = (".edgelint.yaml", ".edgelint.yml")
_PYPROJECT = "pyproject.toml"
# The ways to write the table, so that the TOML files of others are not even parsed.
_TABLE = rb"""(?m)tool["']?\s*\.\s*["']?edgelint|^\s*\[?\s*["']?tool["']?\s*[]=]"""


class Lookup:
    """Finds configurations, reading each file and looking into each folder once."""

    def __init__(self, named: str | None = None) -> None:
        """Take the path of a configuration that holds for all files; raises ConfigError for one that cannot be used."""
        self._found: dict[str, Config | None] = {}
        self._named = _named(named) if named is not None else None

    def config(self, folder: str) -> Config | None:
        """Return the configuration for the files of a folder (its path, `""` is the current one); raises ConfigError."""
        if self._named is not None:
            return self._named
        if folder not in self._found:
            self._found[folder] = self._nearest(os.path.realpath(folder or "."))
        return self._found[folder]

    def _nearest(self, folder: str) -> Config | None:
        passed, found = [], None
        while found is None and folder not in self._found:
            passed.append(folder)
            found = _in_folder(folder)
            parent = os.path.dirname(folder)
            if parent == folder:
                break
            folder = parent
        found = found or self._found.get(folder)
        self._found.update(dict.fromkeys(passed, found))
        return found


def _in_folder(folder: str) -> Config | None:
    """Return the configuration that stands in a folder; raises ConfigError where there are two."""
    paths = [path for path in (os.path.join(folder, name) for name in (*_YAML, _PYPROJECT)) if os.path.lexists(path)]
    found = [config for config in (_read(path, path_from(os.path.realpath("."), path)) for path in paths) if config]
    if len(found) > 1:
        names = [os.path.basename(config.path) for config in found]
        raise ConfigError(f"{found[0].path}: {' and '.join(names)} both hold a configuration; keep one of them")
    return found[0] if found else None


def _named(path: str) -> Config:
    config = _read(path, path.replace(os.sep, "/"), named=True)
    if config is None:
        raise ConfigError(f"{path}: has no table [tool.edgelint]")
    return config


def _read(path: str, spelled: str, *, named: bool = False) -> Config | None:
    toml = path.endswith(".toml")
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise ConfigError(f"{spelled}: {error.strerror or error}") from None
    if toml and not named and not re.search(_TABLE, data):
        return None
    from edgelint.config.reader import read_config

    return read_config(data, spelled, os.path.realpath(os.path.dirname(path) or "."), toml=toml)
