"""Placeholders: text that a tool or a person still has to replace before the manifest is deployed."""

import re
from functools import cache

from edgelint.json_text.text import Span

# `$edgeAgent`, `$edgeHub`, `$upstream` and `$schema-template` belong to IoT Edge and its tools, `{{iot:…}}` and
# `{{mqtt:…}}` to the policies of the MQTT broker; `%C3%A4` is a percent-encoded letter, `%Y%m` a date format.
PLACEHOLDER = "|".join(
    (
        r"""(?<!\$)\$\{[^{}"\r\n]{1,200}\}""",
        r"(?<!\$)\$(?!(?:edgeAgent|edgeHub|upstream|schema-template)\b)[A-Za-z_][A-Za-z0-9_]*",
        r"""<[^\W\d_][^<>"\r\n]{0,79}>""",
        r"""\#\{[^{}"\r\n]{1,200}\}\#""",
        r"(?<!\w)__[^\W_]\w*?__(?!\w)",
        r"\[\$[^\W\d]\w*\]",
        r"%(?![0-9A-Fa-f]{2}\w*%[0-9A-Fa-f]{2})(?![A-Za-z]%[A-Za-z])[^\W\d]\w*%",
        r"""\{\{(?!\s*(?:iot|mqtt):)[^{}"\r\n]{1,200}\}\}""",
    )
)
"""The source of a regular expression without groups for one placeholder, in any spelling seen in public manifests."""


def is_placeholder(text: str) -> bool:
    """Return whether the whole text, apart from blanks around it, is one placeholder."""
    return _pattern().fullmatch(text.strip()) is not None


def has_placeholder(text: str) -> bool:
    """Return whether a placeholder stands anywhere in the text."""
    return _pattern().search(text) is not None


def find_placeholders(text: str) -> list[Span]:
    """Return the span of every placeholder of the text."""
    return [Span(*match.span()) for match in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(PLACEHOLDER)
