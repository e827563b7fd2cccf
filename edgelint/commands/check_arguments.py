"""The arguments of `edgelint check`."""

from __future__ import annotations

import argparse
from typing import TextIO

from edgelint import __version__
from edgelint.commands.ending import Answer, UsageError
from edgelint.commands.options import parser
from edgelint.commands.outputs import output
from edgelint.commands.setting_options import add_choice_options, add_outcome_options
from edgelint.files.discovery import spelled
from edgelint.reporters import REPORTERS


def parse(arguments: list[str], stdin: TextIO) -> argparse.Namespace:
    """Return what the arguments say: options and paths in any order, behind `--` only paths.

    Among the paths are those of the lists of files; a list may stand on `stdin`.
    """
    end = arguments.index("--") if "--" in arguments else len(arguments)
    given = _options().parse_intermixed_args(arguments[:end])
    if given.version:
        raise Answer(f"edgelint {__version__}")
    if given.completion:
        from edgelint.commands.completion import script

        raise Answer(script(given.completion))
    given.paths = _paths([*given.paths, *arguments[end + 1 :]], given.files_from, stdin)
    return given


def _paths(named: list[str], lists: list[str], stdin: TextIO) -> list[str]:
    if not lists:
        return named or ["."]
    if [*named, *lists].count("-") > 1:
        raise UsageError("standard input is asked for twice; it is one list of files or one manifest")
    from edgelint.commands.file_lists import listed_paths

    return [*named, *(path for each in lists for path in listed_paths(each, stdin))]


def _options() -> argparse.ArgumentParser:
    options = parser(
        "[check]",
        "Lint Azure IoT Edge deployment manifests for Azure Stack Edge Pro GPU (Kubernetes).",
        "Other commands: edgelint rules, explain, why, test, new-rule, schema, config, baseline; each has a --help. "
        "A path of such a name is written ./rules or stands behind check --.",
    )
    options.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - is standard input")
    options.add_argument(
        "--files-from",
        action="append",
        default=[],
        metavar="FILE",
        help="check also the files that FILE names, one a line or NUL-separated; - is standard input",
    )
    options.add_argument("--fix", action="store_true", help="apply safe fixes, write the files, report what is left")
    options.add_argument("--unsafe-fixes", action="store_true", help="with --fix or --diff: apply unsafe fixes too")
    options.add_argument("--diff", action="store_true", help="print the fixes as a unified diff and write nothing")
    options.add_argument(
        "--answers", metavar="FILE", help="with --fix or --diff: values for fixes that need one (YAML)"
    )
    options.add_argument("--write-answers", metavar="FILE", help="write the questions that are open, ready to fill in")
    add_choice_options(options)
    add_outcome_options(options)
    options.add_argument(
        "--output-format", type=output, action="append", metavar="NAME[:FILE]", help=", ".join(REPORTERS)
    )
    options.add_argument("--output-file", metavar="FILE", help="write the report there")
    options.add_argument(
        "--stdin-filename", type=spelled, default="-", metavar="NAME", help="what findings on - are called"
    )
    options.add_argument(
        "--statistics",
        action="store_true",
        help="as text: how many findings each rule has, in place of the findings; no other format changes",
    )
    options.add_argument("--no-color", action="store_true", help="no colours (as NO_COLOR)")
    options.add_argument("-q", "--quiet", action="store_true", help="findings and errors only")
    options.add_argument(
        "-v", "--verbose", action="store_true", help="also infos, why files are skipped, all that is left"
    )
    options.add_argument("--version", action="store_true", help="print the version")
    options.add_argument(
        "--completion", choices=("bash", "zsh", "fish"), help="print what makes this shell complete command lines"
    )
    return options
