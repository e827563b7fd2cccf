"""Whether the terminal shows colours, and which."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Mapping

Paint = Callable[[str, str], str]
"""Takes a role (error, warning, info, code, line, heading, added, removed) and a text."""


def use_color(stream: TextIO, no_color: bool, environ: Mapping[str, str]) -> bool:
    """Tell whether the stream gets colours: the flag, then NO_COLOR, then FORCE_COLOR, then what the stream is."""
    if no_color or environ.get("NO_COLOR"):
        return False
    return bool(environ.get("FORCE_COLOR")) or (stream.isatty() and environ.get("TERM") != "dumb")


def plain(_role: str, text: str) -> str:
    """Return the text as it is."""
    return text


def painter(color: bool) -> Paint:
    """Return what puts texts into the colour of their role, or leaves them plain."""
    if not color:
        return plain
    import colorama  # type: ignore[import-untyped] # colorama ships no types

    colorama.just_fix_windows_console()
    fore, style = colorama.Fore, colorama.Style
    roles = {
        "error": style.BRIGHT + fore.RED,
        "warning": fore.YELLOW,
        "info": fore.CYAN,
        "code": style.BRIGHT,
        "line": fore.BLUE,
        "heading": style.BRIGHT,
        "added": fore.GREEN,
        "removed": fore.RED,
    }
    return lambda role, text: f"{roles[role]}{text}{style.RESET_ALL}"
