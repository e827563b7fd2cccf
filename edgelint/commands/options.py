"""Options that several commands share, and what they mean."""

from __future__ import annotations

import argparse
import os
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NoReturn

from edgelint.commands.ending import Answer, UsageError
from edgelint.rule_files.rules import Rule


class ParserReady(Exception):  # noqa: N818 # it is no error
    """A parser that would begin to parse, while a shell asks how a line may go on."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        super().__init__(parser.prog)
        self.parser = parser


class _Parser(argparse.ArgumentParser):
    """A parser that prints nothing and never ends the process."""

    def parse_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> Any:
        self._prove_not_completing()
        return super().parse_args(args, namespace)

    def parse_intermixed_args(self, args: Iterable[str] | None = None, namespace: Any = None) -> Any:
        self._prove_not_completing()
        return super().parse_intermixed_args(args, namespace)

    def _prove_not_completing(self) -> None:
        if "_ARGCOMPLETE" in os.environ:
            raise ParserReady(self)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; {self.prog.replace('[check]', 'check')} --help lists what there is")

    def print_help(self, _file: object = None) -> NoReturn:
        raise Answer(self.format_help().rstrip())


def parser(command: str, description: str, epilog: str | None = None) -> argparse.ArgumentParser:
    """Return a parser of a command's arguments; it raises UsageError, and Answer for --help."""
    return _Parser(f"edgelint {command}", description=description, epilog=epilog, allow_abbrev=False)


def add_rule_options(arguments: argparse.ArgumentParser) -> None:
    """Add the options that say which rule files are read."""
    arguments.add_argument("--rules", action="append", default=[], metavar="PATH", help="add a rule file or folder")
    arguments.add_argument(
        "--no-default-rules", action="store_true", help="leave out the rules that come with edgelint"
    )
    arguments.add_argument("--config", metavar="FILE", help="the configuration, in place of the nearest one")


def load_all(given: argparse.Namespace, more: Sequence[str] = ()) -> list[Rule]:
    """Return the shipped rules, the user's and those on the configuration itself; raises UsageError with all faults.

    `more` are rule files and folders beside those of the options.
    """
    from edgelint.config.notice_rules import notice_rules
    from edgelint.rule_files.rule_pack import load_rules, shipped_rules

    paths, notices = [*given.rules, *more], notice_rules()
    try:
        shipped = [] if given.no_default_rules else shipped_rules()
        own = load_rules(paths) if paths else []
    except Exception as error:
        raise UsageError(_rule_problem(error)) from None
    for rule in own:
        for other in (*shipped, *notices):
            if rule.code == other.code or rule.name == other.name:
                raise UsageError(f"the rule {rule.code} {rule.name} has the code or name of a rule of edgelint's own")
    if not shipped and not own:
        raise UsageError("there are no rules: --no-default-rules needs --rules PATH")
    return [*shipped, *own, *notices]


def load_all_documents(
    given: argparse.Namespace, codes: Collection[str], more: Sequence[str] = ()
) -> list[dict[str, Any]]:
    """Return the whole data of the rule files of these codes, of those that `load_all` takes, sorted by code."""
    from edgelint.config.notice_rules import notice_documents
    from edgelint.rule_files.rule_pack import load_documents, shipped_documents

    documents = [] if given.no_default_rules else shipped_documents()
    paths = [*given.rules, *more]
    documents += [*(load_documents(paths) if paths else []), *notice_documents()]
    return sorted((document for document in documents if document["code"] in codes), key=lambda each: str(each["code"]))


def words(lists: Sequence[str]) -> list[str]:
    """Return the words of options that take comma lists."""
    return [word for text in lists for word in (part.strip() for part in text.split(",")) if word]


def _rule_problem(error: Exception) -> str:
    from edgelint.rule_files.rule_loader import RuleFileError

    if not isinstance(error, RuleFileError):
        raise error
    return f"rule files cannot be used\n{error}"
