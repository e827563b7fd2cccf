"""What a shell offers while a command line is typed: commands, options, rules, families, formats and files."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence

from argcomplete.completers import BaseCompleter, FilesCompleter
from argcomplete.finders import CompletionFinder
from argcomplete.lexers import split_line
from argcomplete.shell_integration import shellcode

from edgelint.commands import COMMANDS, command_module
from edgelint.commands.ending import UsageError
from edgelint.commands.options import ParserReady, load_all
from edgelint.commands.rule_sets import configured_paths
from edgelint.reporters import REPORTERS
from edgelint.rule_files.rules import Rule

_Offer = Callable[[str, argparse.Namespace], Iterable[str]]
"""Takes the beginning of a word and the options before it; returns words, or maps them to what they mean."""


def script(shell: str) -> str:
    """Return what makes a shell (bash, zsh, fish) ask edgelint how a line may go on."""
    return shellcode(["edgelint"], shell=shell).strip()


def complete() -> None:
    """Answer a shell that asks, by the variables of argcomplete, how a line may go on; the process ends with that."""
    _, _, _, words, _ = split_line(os.environ["COMP_LINE"], int(os.environ["COMP_POINT"]))
    command = words[1] if words[1:] and words[1] in COMMANDS else None
    if command:
        os.environ["_ARGCOMPLETE"] = "2"  # the arguments begin behind the command
    completer = _Completer([] if words[1:] else COMMANDS)
    _Finder()(_parser(command or "check"), always_complete_options=False, default_completer=completer)


def _parser(command: str) -> argparse.ArgumentParser:
    """Return what a command parses its arguments with."""
    try:
        command_module(command).run([], sys.stdin, sys.stdout, sys.stderr)
    except ParserReady as ready:
        return ready.parser
    raise AssertionError(f"{command} runs without arguments being parsed")


class _Finder(CompletionFinder):
    """Offers files where nothing else is known, as for a path behind an option that stands behind another path."""

    def collect_completions(
        self, active_parsers: list[argparse.ArgumentParser], parsed_args: argparse.Namespace, cword_prefix: str
    ) -> list[str]:
        """Return the words that the last one, of which this is the beginning, may become."""
        found = super().collect_completions(active_parsers, parsed_args, cword_prefix)
        if found or cword_prefix.startswith("-"):
            return found
        files = FilesCompleter()(cword_prefix)
        self._display_completions.update(dict.fromkeys(files, ""))
        return files


class _Completer(BaseCompleter):
    """Offers words for an argument as its metavar names them, else files, for the first word also commands."""

    def __init__(self, commands: Sequence[str]) -> None:
        self._commands = commands

    def __call__(
        self, *, prefix: str, action: argparse.Action, parser: argparse.ArgumentParser, parsed_args: argparse.Namespace
    ) -> Iterable[str]:
        """Return the words that this one may become."""
        offer = _OFFERS.get(str(action.metavar))
        if offer:
            return offer(prefix, parsed_args)
        return [*([] if action.option_strings else self._commands), *FilesCompleter()(prefix)]


def _code_list(prefix: str, given: argparse.Namespace) -> dict[str, str]:
    before, comma, last = prefix.rpartition(",")
    named = _named(last, given)
    return {f"{before}{comma}{word}": named[word] for word in named if word not in before.split(",")}


def _named(prefix: str, given: argparse.Namespace) -> dict[str, str]:
    """Return codes, or names where a small letter asks for them, and what the rules find."""
    by_name = prefix[:1].islower()
    return {rule.name if by_name else rule.code: rule.summary for rule in _rules(given)}


def _families(_prefix: str, given: argparse.Namespace) -> list[str]:
    return list(dict.fromkeys(rule.family for rule in _rules(given)))


def _outputs(prefix: str, _given: argparse.Namespace) -> list[str]:
    name, colon, file = prefix.partition(":")
    return [f"{name}:{path}" for path in FilesCompleter()(file)] if colon else list(REPORTERS)


def _rules(given: argparse.Namespace) -> list[Rule]:
    """Return the rules there are with the options so far; none where these cannot be used."""
    options = argparse.Namespace(**{"rules": [], "no_default_rules": False, "config": None, **vars(given)})
    try:
        return load_all(options, configured_paths(options))
    except UsageError:
        return []


_OFFERS: dict[str, _Offer] = {
    "CODES": _code_list,
    "CODE|NAME": _named,
    "FAMILY": _families,
    "NAME[:FILE]": _outputs,
}
