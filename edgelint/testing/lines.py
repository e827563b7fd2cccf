"""Where an example stands in its rule file."""

from __future__ import annotations

from edgelint.rule_files.yaml_reader import YamlError, read_yaml


def line_of_example(path: str, number: int) -> int:
    """Return the line of the `number`-th example (both count from 1), 0 where the file cannot be read (again)."""
    try:
        with open(path, encoding="utf-8") as file:
            positions = read_yaml(file.read()).positions
    except (OSError, UnicodeDecodeError, YamlError):
        return 0
    position = positions.get(("examples", number - 1))
    return position.line if position else 0
