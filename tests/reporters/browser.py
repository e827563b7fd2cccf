"""A headless Chromium: what it makes of a page, in pictures, on paper and as a tree."""

import html
import json
import re
import shutil
import struct
import subprocess
import zlib
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no chromium; on Debian: apt-get install chromium"
)
LIGHT, DARK = 1, 0
"""What --blink-settings=preferredColorScheme takes."""
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)


class Browser:
    """Opens pages from a folder of its own, its profile among them; scripts run only where a test puts them in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def dom(self, page: str, *, scheme: int = LIGHT) -> str:
        """Return the page as the browser has read it, after the scripts in it have run."""
        return self._run(page, "--dump-dom", f"--blink-settings=preferredColorScheme={scheme}")

    def measured(self, page: str, script: str, *, width: int = 0, scheme: int = LIGHT) -> Any:
        """Return what the script's function `measure` says of the page, in a frame of a width where one is given."""
        measuring = f"<script>{script};document.documentElement.textContent = JSON.stringify(measure())</script>"
        scripted = allowing_scripts(page).replace("</body>", f"{measuring}</body>")
        found = self.dom(_framed(scripted, width) if width else scripted, scheme=scheme)
        return json.loads(html.unescape(re.split(r"<html[^>]*>|</html>", found)[1]))

    def pages(self, page: str) -> int:
        """Return how many sheets the page takes on paper."""
        target = self._folder / "page.pdf"
        self._run(page, "--no-pdf-header-footer", f"--print-to-pdf={target}")
        return len(re.findall(rb"/Type\s*/Page\b(?!s)", target.read_bytes()))

    def corner(self, page: str, *, scheme: int) -> tuple[int, ...]:
        """Return red, green and blue of the pixel in the upper left corner of a picture of the page."""
        target = self._folder / "page.png"
        self._run(page, f"--screenshot={target}", f"--blink-settings=preferredColorScheme={scheme}")
        return _first_pixel(target.read_bytes())

    def _run(self, page: str, *options: str) -> str:
        source = self._folder / "page.html"
        source.write_text(page, encoding="utf-8")
        profile = f"--user-data-dir={self._folder / 'profile'}"
        command = [str(CHROMIUM), *_OPTIONS, profile, "--window-size=1000,800", *options, source.as_uri()]
        return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def allowing_scripts(page: str) -> str:
    """Return the page with a policy that lets scripts of its own run."""
    assert "default-src &#x27;none&#x27;" in page
    return page.replace(
        "default-src &#x27;none&#x27;", "default-src &#x27;none&#x27;; script-src &#x27;unsafe-inline&#x27;"
    )


def _framed(page: str, width: int) -> str:
    """Return a page that shows another one in a frame, and in the end the text of that alone."""
    taking = "frame = document.querySelector('iframe').contentDocument.documentElement;"
    taking += "document.documentElement.textContent = frame.textContent"
    frame = f'<iframe width="{width}" height="800" style="border:0" srcdoc="{html.escape(page)}"></iframe>'
    return f"<!DOCTYPE html><html><body>{frame}<script>onload = () => setTimeout(() => {{ {taking} }})</script></body></html>"


def _first_pixel(png: bytes) -> tuple[int, ...]:
    """Return the first pixel of a PNG, which no filter changes: https://www.w3.org/TR/png-3/"""
    data, offset = b"", 8
    while offset < len(png):
        length, kind = struct.unpack(">I4s", png[offset : offset + 8])
        data += png[offset + 8 : offset + 8 + length] if kind == b"IDAT" else b""
        offset += length + 12
    return tuple(zlib.decompress(data)[1:4])
