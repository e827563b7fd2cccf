"""The commands: one module each, which has `run`."""

from importlib import import_module
from typing import Any

COMMANDS = ("check", "rules", "explain", "test", "schema", "config", "baseline", "new-rule", "why")


def command_module(command: str) -> Any:
    """Return the module of a command, which has `run`."""
    return import_module(f"edgelint.commands.{command.replace('-', '_')}")
