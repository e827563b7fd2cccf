"""`edgelint new-rule`: write a rule file to begin with."""

from __future__ import annotations

import argparse
import json
import os
import re
from collections.abc import Iterator, Sequence
from shlex import quote
from typing import TextIO

from edgelint.commands.ending import CLEAN, UsageError
from edgelint.commands.options import parser
from edgelint.commands.plans import unusable
from edgelint.commands.rule_sets import from_config
from edgelint.config import ConfigError
from edgelint.config.lookup import Lookup
from edgelint.config.model import Config
from edgelint.config.notice_rules import notice_rules
from edgelint.files.discovery import is_within, path_from, spelled
from edgelint.reporters.width import printable, stream_encoding
from edgelint.rule_files.formats import Text
from edgelint.rule_files.rule_loader import RuleFile, RuleFileError, load
from edgelint.rule_files.rule_pack import shipped_rules
from edgelint.rule_files.rule_template import rule_text
from edgelint.rule_files.rule_texts import CODE, RULE_NAME

_FOLDER = "edgelint-rules"
_SHIPPED, _PREFIX = "ASE", "SITE"
_LAST = 999


def run(arguments: list[str], _stdin: TextIO, stdout: TextIO, _stderr: TextIO) -> int:
    """Write the file of a new rule, whose examples pass, and say what to do next."""
    given = _options().parse_args(arguments)
    _prove("name of a rule", given.name, RULE_NAME)
    config = _config()
    configured = [from_config(config, word.text) for word in config.rules] if config else []
    folder = given.folder or next(filter(_is_folder, configured), _FOLDER)
    known = _rule_files([*configured, folder])
    code = _free_code(given.code, folder, known)
    _prove_unknown("name", given.name, known)
    path = os.path.join(folder, f"{given.name}.yaml")
    _write(path, rule_text(given.name, code))
    runs = any(_is_below(folder, each) for each in configured)
    lines = [f"{spelled(path)}: written, with the code {code}", *_next_steps(spelled(folder), code, config, runs=runs)]
    stdout.write("".join(f"{printable(line, stream_encoding(stdout))}\n" for line in lines))
    return CLEAN


def _options() -> argparse.ArgumentParser:
    options = parser(
        "new-rule", "Write a rule file to begin with; its examples pass and its comments say what to change."
    )
    options.add_argument("name", metavar="NAME", help="small letters, digits and hyphens; the file is called so")
    options.add_argument("--code", metavar="CODE", help=f"without it the next free one of the folder, or {_PREFIX}001")
    options.add_argument(
        "--folder",
        metavar="FOLDER",
        help=f"without it the first folder under rules: of the configuration, or {_FOLDER}",
    )
    return options


def _config() -> Config | None:
    try:
        return Lookup().config("")
    except ConfigError as error:
        raise unusable(error) from None


def _is_folder(path: str) -> bool:
    """Tell whether a path of a configuration is one of a folder, which need not be there."""
    return os.path.isdir(path) or not (os.path.lexists(path) or path.endswith((".yaml", ".yml")))


def _is_below(path: str, folder: str) -> bool:
    return is_within(os.path.realpath(path), os.path.realpath(folder))


def _rule_files(paths: Sequence[str]) -> list[RuleFile]:
    """Return the rules of the user's that there are; raises UsageError with what is wrong in their files."""
    here = os.path.realpath(".")
    there = dict.fromkeys(path_from(here, path) for path in paths if _holds_rules(path))
    try:
        return load(list(there))
    except RuleFileError as error:
        raise UsageError(f"rule files cannot be used\n{error}") from None


def _holds_rules(path: str) -> bool:
    names = [path] if os.path.isfile(path) else (name for _, _, names in os.walk(path) for name in names)
    return any(name.endswith((".yaml", ".yml")) for name in names)


def _prove(what: str, word: str, form: Text) -> None:
    """Raise UsageError for a word that has not the form that a rule file wants."""
    for problem in form.check(word, ()):
        slug = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")
        guess = f'; did you mean "{slug}"?' if form is RULE_NAME and not list(form.check(slug, ())) else ""
        raise UsageError(f'"{word}" is no {what}: it {problem.message}{guess}')


def _prove_unknown(key: str, word: str, known: Sequence[RuleFile]) -> None:
    """Raise UsageError for the code or name of a rule that there is."""
    for file in known:
        if file.data[key] == word:
            raise UsageError(f'the {key} "{word}" is taken by {spelled(file.path)}')
    for rule in (*shipped_rules(), *notice_rules()):
        if getattr(rule, key) == word:
            raise UsageError(f'the {key} "{word}" is taken by {rule.code} {rule.name}, a rule of edgelint\'s own')


def _free_code(given: str | None, folder: str, known: Sequence[RuleFile]) -> str:
    """Return the code that was given, or the one behind the last of the folder; raises UsageError."""
    if given is None:
        return _next_code(folder, known)
    _prove("code", given, CODE)
    _prove_unknown("code", given, known)
    if given.startswith(_SHIPPED):
        raise UsageError(f'the code "{given}" could become one of edgelint\'s own, which begin with {_SHIPPED}')
    return given


def _next_code(folder: str, known: Sequence[RuleFile]) -> str:
    codes = {str(file.data["code"]) for file in known}
    near = {str(file.data["code"]) for file in known if _is_below(file.path, folder)}
    prefix = max((code for code in near if not code.startswith(_SHIPPED)), default=f"{_PREFIX}000")[:-3]
    number = max((int(code[-3:]) for code in codes if code[:-3] == prefix), default=0) + 1
    if number > _LAST:
        raise UsageError(f"no code is free behind {prefix}{_LAST}; choose one with --code")
    return f"{prefix}{number:03}"


def _write(path: str, text: str) -> None:
    """Write a new file and the folders around it; raises UsageError where there is one, or it cannot be written."""
    folder = os.path.dirname(path)
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise UsageError(f"{spelled(folder)}: is no folder")
    try:
        os.makedirs(folder, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise UsageError(f"{spelled(error.filename)}: exists, and is left as it is") from None
    except OSError as error:
        raise UsageError(f"{spelled(error.filename or path)}: {error.strerror or error}") from None


def _next_steps(folder: str, code: str, config: Config | None, *, runs: bool) -> Iterator[str]:
    yield from ("", "Change it; its comments say how, and its examples must pass:", f"  edgelint test {quote(folder)}")
    rules = "" if runs else f" --rules {quote(folder)}"
    yield from ("Run it on your manifests:", f"  edgelint check{rules} --select {code} .")
    why = f"  edgelint why{rules} FILE:LINE {code}"
    yield from ("Where it speaks, or does not, and you wonder why:", why)
    if not runs:
        yield f"To run it always, in hooks too, name the folder in {config.path if config else '.edgelint.yaml'}:"
        yield f"  {_setting(folder, config)}"


def _setting(folder: str, config: Config | None) -> str:
    """Return the line of the configuration that names the folder beside those that it names already."""
    folders = [*(word.text for word in config.rules), path_from(config.folder, folder)] if config else [folder]
    sign = " = " if config and config.path.endswith(".toml") else ": "
    return f"rules{sign}{json.dumps(folders, ensure_ascii=False)}"
