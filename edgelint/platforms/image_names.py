"""Names of images as the agent reads them."""

from __future__ import annotations

import re

from edgelint.json_text.placeholders import has_placeholder

# The agent takes [repository/]image[:tag] alone (agent source, DockerConfig); of a digest it sees image@sha256 and a tag.
_ACCEPTED = re.compile(r"(?:[^/]*/)*[^/:]+(?::[^/:]+)?")


def image_fault(text: str) -> str | None:
    """Return why the agent refuses an image; None where it takes it, and where a placeholder hides that."""
    image = text.strip()
    if has_placeholder(image) or _ACCEPTED.fullmatch(image):
        return None
    last = image.rpartition("/")[2]
    if not last or last.startswith(":"):
        return "no-name"
    if last.endswith(":") or "::" in last or ":@" in last:
        return "empty-tag"
    return "tag-and-digest" if re.search(r":[^:@]+@", last) else "colons"
