import pytest

from edgelint.json_text.placeholders import find_placeholders, has_placeholder, is_placeholder
from edgelint.json_text.text import Span

SPELLINGS = [
    "${X}",
    "${MODULES.Filter.amd64.debug}",
    "${MODULEDIR<../shared>.arm32v7}",
    "$TTL",
    "$edgeHubImage",
    "<create option>",
    "<Build.BuildNumber>",
    "#{registry.user}#",
    "__HUB_RESOURCE_ID__",
    "__A__",
    "[$reset_pin]",
    "%X%",
    "%MODULE%",
    "{{x}}",
    "{{ .Values.image }}",
]
NEAR_MISSES = [
    "",
    "$edgeAgent",
    "$edgeHub",
    "$upstream",
    "$schema-template",
    "$(HOSTNAME)",
    "$$",
    "$$X",
    "$${X}",
    "$1",
    "$été",
    "cost $ 5",
    "${}",
    "${\n}",
    "<>",
    "< a>",
    "<1>",
    "a < b and c > d",
    "<a\nb>",
    "<a<b",
    f"<{'x' * 81}>",
    "#{x}",
    "Logging__LogLevel",
    "A__B",
    "edgeHub__Security__",
    "__init",
    "____",
    "[x]",
    "[$]",
    "100%",
    "%%",
    "%C3%A4",
    "a%2Fb%2Fc",
    "%Y%m%d",
    "{{iot:identity}}",
    "{{mqtt:topic}}",
    "{x}",
    "{{}}",
    "FROM /messages/* INTO $upstream",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_every_spelling_is_a_placeholder_alone_and_in_a_text(text: str) -> None:
    assert is_placeholder(f" {text}\n")
    assert has_placeholder(f"a/{text}:1")
    assert not is_placeholder(f"a/{text}:1")


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_near_miss_is_none(text: str) -> None:
    assert not is_placeholder(text)
    assert not has_placeholder(text)


def test_two_placeholders_are_not_one() -> None:
    assert not is_placeholder("${A}${B}")


def test_placeholders_are_found_in_the_order_of_the_text() -> None:
    assert find_placeholders("a${B}/<c d>") == [Span(1, 5), Span(6, 11)]


@pytest.mark.parametrize("text", ['a<b", x "c>d', '${A", "B}', '#{a" "b}#', '{{a" "b}}'])
def test_a_placeholder_holds_no_quote(text: str) -> None:
    assert not has_placeholder(text)
