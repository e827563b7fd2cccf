"""The names that a module can have on Kubernetes, and the one that a name comes to when it is made such a one."""

from __future__ import annotations

import re

from edgelint.platforms.kubernetes import LABEL_LENGTH, is_service_name

RESERVED = ("edgeagent", "edgehub", "iotedged", "proxy")
"""Names of the runtime's own: its two modules, the security daemon's Service and Deployment, the container beside each
module (agent and Helm chart of the Kubernetes preview).
"""

NAME_RULE = "at most 63 small letters, digits and hyphens, a letter in front and no hyphen at the end"
"""What the name of a module should be, for people."""


def proposed_name(name: str) -> str | None:
    """Return a name made of letters and digits of `name`: small letters, one hyphen for what cannot stay, 63 at most.

    None where that is none or does not begin with a letter, where it is reserved, and where only letter case would change.
    """
    made = re.sub(r"[^a-z0-9]+", "-", name.translate(_TO_LOWER)).strip("-")[:LABEL_LENGTH].rstrip("-")
    return None if unfit_name(made) or is_same_name(made, name) else made


def unfit_name(name: str) -> str:
    """Return why no module should be renamed to `name`, "" where nothing speaks against it."""
    if not is_service_name(name):
        return f"a name is {NAME_RULE}"
    return "the runtime has that name itself" if name in RESERVED else ""


def is_same_name(first: str, second: str) -> bool:
    """Tell whether two names differ in nothing but letter case, which neither DNS nor the agent minds."""
    return first.lower() == second.lower()


_TO_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
