"""`edgelint schema`: print the JSON Schema of a format, for editors and validators."""

from __future__ import annotations

import json
import os
from typing import Any, TextIO

from edgelint.commands.ending import CLEAN
from edgelint.commands.options import parser


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """Print a schema."""
    options = parser("schema", "Print the JSON Schema of the rule files, of the configuration or of the JSON report.")
    options.add_argument("format", choices=("rule", "config", "report"))
    given = options.parse_args(arguments)
    stdout.write(json.dumps(_schema(given.format), indent=2, ensure_ascii=False) + "\n")
    return CLEAN


def _schema(name: str) -> Any:
    if name == "rule":
        from edgelint.rule_files.rule_format import json_schema

        return json_schema()
    if name == "config":
        from edgelint.config.format import json_schema as config_schema

        return config_schema()
    folder = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "schemas")
    with open(os.path.join(folder, f"{name}.json"), encoding="utf-8") as file:
        return json.load(file)
