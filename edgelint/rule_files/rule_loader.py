"""Rule files from disk: read, checked, and every fault of every file told at once."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from edgelint.json_text.nodes import Path
from edgelint.json_text.text import LineIndex, Position
from edgelint.rule_files.formats import Problem
from edgelint.rule_files.rule_format import check
from edgelint.rule_files.yaml_reader import YamlError, read_yaml

_START = Position(1, 1)
_DEMANDED = ("help", "why", "sources", "since", "status")
_EXAMPLES = {"bad": 1, "good": 2}


class RuleProblem(NamedTuple):
    """What is wrong in a rule file, and where; `line` and `column` count from 1."""

    file: str
    line: int
    column: int
    message: str


class RuleFileError(Exception):
    """Rule files that cannot be used; as text one `file:line:column: message` after the other, in order."""

    def __init__(self, problems: Iterable[RuleProblem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(f"{file}:{line}:{column}: {text}" for file, line, column, text in self.problems))


class RuleFile(NamedTuple):
    """The data of one rule, which has the format of `rule_format`; `family` is the name of its folder."""

    path: str
    family: str
    data: dict[str, Any]


class _Read(NamedTuple):
    path: str
    data: Any
    positions: Mapping[Path, Position]
    problems: Sequence[RuleProblem]


def load(paths: Sequence[str]) -> list[RuleFile]:
    """Return the rules of the files, and of all `*.yaml` and `*.yml` below the folders, in the order of their paths.

    Raises RuleFileError with all problems of all files: what is missing or unreadable, no YAML, of another format, or
    has the code or name of a rule before it.
    """
    found = [_rule_paths(path) for path in paths]
    problems = [item for item in found if isinstance(item, RuleProblem)]
    names = dict.fromkeys(name for item in found if isinstance(item, list) for name in item)
    read = [_read(name) for name in names]
    problems += [problem for file in read for problem in file.problems]
    problems += [*_taken("code", read), *_taken("name", read)]
    if problems:
        raise RuleFileError(problems)
    return [RuleFile(file.path, _family(file.path), file.data) for file in read]


def check_complete(files: Iterable[RuleFile]) -> list[RuleProblem]:
    """Return what the rules lack that edgelint's own pack demands beyond the format."""
    return [RuleProblem(file.path, *_START, message) for file in files for message in _lacks(file)]


def _lacks(file: RuleFile) -> Iterator[str]:
    rule = file.data
    for key in _DEMANDED:
        if key not in rule and not (key == "help" and all(key in case for case in rule.get("cases", [{}]))):
            yield f'key "{key}" is missing'
    for kind, least in _EXAMPLES.items():
        count = sum(kind in example for example in rule.get("examples", []))
        if count < least:
            yield f"needs {least} {kind} example{'s' * (least > 1)} or more, has {count}"
    if os.path.basename(file.path) != f"{rule['name']}.yaml":
        yield f"the file of the rule {rule['name']} must be called {rule['name']}.yaml"


def _family(path: str) -> str:
    return os.path.basename(os.path.dirname(os.path.abspath(path)))


def _rule_paths(path: str) -> list[str] | RuleProblem:
    if os.path.isfile(path):
        return [os.path.normpath(path)]
    if not os.path.isdir(path):
        return RuleProblem(path, *_START, "does not exist")
    names = [os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names]
    rules = sorted(os.path.normpath(name) for name in names if name.endswith((".yaml", ".yml")))
    return rules or RuleProblem(path, *_START, "holds no rule file (*.yaml, *.yml)")


def _read(path: str) -> _Read:
    """Read and check one file; what is wrong with it is part of the result."""
    try:
        yaml = read_yaml(_text(path))
    except OSError as error:
        return _unread(path, _START, error.strerror or str(error))
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode()
        position = LineIndex(before).position(len(before))
        return _unread(path, position, f"is not UTF-8: byte 0x{error.object[error.start]:02X}")
    except YamlError as error:
        return _unread(path, Position(error.line, error.column), error.reason)
    faults = [RuleProblem(path, *_nearest(at, yaml.positions), message) for at, message in _faults(yaml.data)]
    return _Read(path, yaml.data, yaml.positions, faults)


def _faults(data: Any) -> list[Problem]:
    """Return what is wrong with the data of a rule: its format, or else its names."""
    from edgelint.rule_files.rule_names import unknown_names

    return check(data) or list(unknown_names(data))


def _text(path: str) -> str:
    with open(path, "rb") as file:
        return file.read().decode()


def _unread(path: str, position: Position, message: str) -> _Read:
    return _Read(path, None, {}, [RuleProblem(path, *position, message)])


def _nearest(path: Path, positions: Mapping[Path, Position]) -> Position:
    """Return where the path stands, or the nearest parent that stands anywhere."""
    while path not in positions:
        path = path[:-1]
    return positions[path]


def _taken(key: str, files: Iterable[_Read]) -> Iterator[RuleProblem]:
    """Yield each file whose code or name an earlier file has."""
    owners: dict[str, str] = {}
    for file in files:
        value = file.data.get(key) if isinstance(file.data, dict) else None
        if not isinstance(value, str):
            continue
        owner = owners.setdefault(value, file.path)
        if owner != file.path:
            yield RuleProblem(file.path, *file.positions[key,], f'{key} "{value}" is taken by {owner}')
