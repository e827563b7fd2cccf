"""Readers of the commands that CI servers take from a log, each of its own grammar and independent of the reporters."""

import re

Command = tuple[str, dict[str, str], str]


def decoded(text: str, **escapes: str) -> str:
    return re.sub("|".join(map(re.escape, escapes.values())), lambda match: _meant(match.group(), escapes), text)


def _meant(escape: str, escapes: dict[str, str]) -> str:
    characters = {"percent": "%", "cr": "\r", "lf": "\n", "colon": ":", "comma": ",", "semicolon": ";", "bracket": "]"}
    return next(characters[name] for name, written in escapes.items() if written == escape)


def github_command(line: str) -> Command:
    """Read `::name key=value,key=value::message` as the runner does."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    assert match
    message = {"percent": "%25", "cr": "%0D", "lf": "%0A"}
    properties = dict(part.split("=", 1) for part in match[2].split(","))
    values = {key: decoded(value, **message, colon="%3A", comma="%2C") for key, value in properties.items()}
    return match[1], values, decoded(match[3], **message)


def azure_command(line: str) -> Command:
    """Read `##vso[name key=value;key=value]message` as the agent does."""
    match = re.fullmatch(r"##vso\[([\w.]+) ([^\]]*)\](.*)", line)
    assert match
    message = {"percent": "%AZP25", "cr": "%0D", "lf": "%0A"}
    properties = dict(part.split("=", 1) for part in match[2].split(";") if part)
    values = {key: decoded(value, **message, bracket="%5D", semicolon="%3B") for key, value in properties.items()}
    return match[1], values, decoded(match[3], **message)
