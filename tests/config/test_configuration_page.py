"""docs/configuration.md says what the program does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from command_line import Ran, rule, run, write

from edgelint.config.format import CONFIGURATION
from edgelint.config.model import Config
from edgelint.config.reader import read_config
from edgelint.rule_files.formats import ListOf
from edgelint.rule_files.records import Record

PAGE = (Path(__file__).parent.parent.parent / "docs" / "configuration.md").read_text(encoding="utf-8")
DAY = "1790000000"  # in 2026


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def whole(language: str) -> str:
    """Return the example with all keys."""
    (block,) = (block for block in blocks(language) if "extend-select" in block)
    return block


def read(text: str, language: str) -> Config:
    config = read_config(text.encode(), f"x.{language}", "/folder", toml=language == "toml")
    assert config
    return config


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in ("yaml", "toml") for text in blocks(language)]
)
def test_every_example_is_a_configuration(language: str, text: str) -> None:
    config = read(text, language)
    assert any(getattr(config, name) for name in config._fields[3:])


def texts(config: Config) -> list[object]:
    """Return what a configuration says, without the places of it."""
    return [
        [[word.text for word in words] for words in (config.select, config.extend_select, config.ignore, config.rules)],
        [(level.rules.text, level.severity) for level in config.severity],
        [(each.files, [word.text for word in each.ignore], len(each.severity)) for each in config.overrides],
        [(each.rule.text, *each[1:6]) for each in config.suppressions],
        [word.text for word in (config.fail_on, config.baseline) if word],
    ]


def test_the_whole_examples_say_the_same() -> None:
    assert texts(read(whole("yaml"), "yaml")) == texts(read(whole("toml"), "toml"))


def keys(record: Record) -> Iterator[str]:
    for key, field in record.fields.items():
        yield key
        if isinstance(field.format, ListOf) and isinstance(field.format.item, Record):
            yield from keys(field.format.item)


@pytest.mark.parametrize("key", sorted(set(keys(CONFIGURATION))))
def test_every_key_is_in_a_table_and_in_the_whole_examples(key: str) -> None:
    assert re.search(rf"^\| .*`{key}`", PAGE, re.MULTILINE)
    for language in ("yaml", "toml"):
        assert re.search(rf"\b{key}\b *[:=]|\.{key}\]", whole(language))


@pytest.mark.usefixtures("folder")
def test_the_settings_shown_are_those_of_the_whole_example(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    write(".edgelint.yaml", whole("yaml"))
    write(".edgelint-baseline.json")
    write("deploy/line1.json")
    write("edgelint-rules/site.yaml", rule("SITE001", "site", "$.settings", "x"))
    (shown,) = (block for block in blocks("text") if block.startswith("$ edgelint config "))
    command, _, expected = shown.partition("\n")
    ran = run(*command.split()[2:])
    assert ran._replace(stdout=without_counts(ran.stdout)) == Ran(0, without_counts(expected), "")


def without_counts(text: str) -> str:
    return re.sub(r"\d+ of \d+ rules", "N of N rules", text)


@pytest.mark.usefixtures("folder")
def test_the_message_shown_is_what_is_said() -> None:
    write(".edgelint.yaml", "ignor: x\nsuppressions:\n\n  - rule: ASE101\n")
    write("a.json", '{"modulesContent": {}}')
    (shown,) = (block for block in blocks("text") if block.startswith("$ edgelint check"))
    assert run("check", ".") == Ran(2, "", shown.partition("\n")[2])
