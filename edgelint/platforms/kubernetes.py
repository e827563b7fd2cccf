"""The names, quantities and ports of Kubernetes, and what the Kubernetes agent makes of the texts of a manifest."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from edgelint.platforms.quantity_texts import read_quantity

if TYPE_CHECKING:
    from fractions import Fraction

LABEL_LENGTH = 63
SUBDOMAIN_LENGTH = 253

_DIGITS = "0123456789"
_LOWER = "abcdefghijklmnopqrstuvwxyz"
_UPPER = _LOWER.upper()
_TO_LOWER = str.maketrans(_UPPER, _LOWER)
_LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
_GRAMMARS = {
    "quantity": r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([KMGTPE]i|[numkMGTPE]?|[eE][+-]?[0-9]+)",
    "DNS-1123 label": _LABEL,
    "DNS-1123 subdomain": rf"{_LABEL}(\.{_LABEL})*",
    "DNS-1035 label": "[a-z]([a-z0-9-]*[a-z0-9])?",
    "label value": "(([A-Za-z0-9][A-Za-z0-9._-]*)?[A-Za-z0-9])?",
    "variable name": "[A-Za-z._-][A-Za-z0-9._-]*",
    "integer": r"[\t-\r ]*([+-]?)([0-9]+)[\t-\r ]*\0*",
}


class InvalidKubernetesName(ValueError):  # noqa: N818 - it names the text
    """A text of which the agent can make no name; it stops the deployment then."""


class InvalidPortKey(ValueError):  # noqa: N818 - it names the text
    """A port key at which the agent stops the deployment."""


class PortKey(NamedTuple):
    """What a key of PortBindings or ExposedPorts says: any 32-bit number, and tcp, udp or sctp."""

    number: int
    protocol: str


def is_quantity(text: str) -> bool:
    """Tell whether `text` is a quantity of Kubernetes: a decimal number and perhaps a suffix or exponent."""
    return _matches("quantity", text)


def is_dns_label(text: str) -> bool:
    """Tell whether `text` is a DNS-1123 label, as containers and volumes are named."""
    return len(text) <= LABEL_LENGTH and _matches("DNS-1123 label", text)


def is_service_name(text: str) -> bool:
    """Tell whether `text` is a DNS-1035 label, as Services are named."""
    return len(text) <= LABEL_LENGTH and _matches("DNS-1035 label", text)


def is_subdomain(text: str) -> bool:
    """Tell whether `text` is a DNS-1123 subdomain; as in Kubernetes only its whole length is limited."""
    return len(text) <= SUBDOMAIN_LENGTH and _matches("DNS-1123 subdomain", text)


def is_label_value(text: str) -> bool:
    """Tell whether `text` may be the value of a label; the empty text may."""
    return len(text) <= LABEL_LENGTH and _matches("label value", text)


def is_env_name(text: str) -> bool:
    """Tell whether the Kubernetes API takes `text` as the name of an environment variable."""
    return _matches("variable name", text)


def is_share_name(text: str) -> bool:
    """Tell whether a share of the device may be called `text` and the agent uses that name unchanged."""
    return len(text) >= 3 and is_dns_label(text)


def quantity(value: object) -> Fraction | None:
    """Return the exact amount of a quantity given as text or JSON number, as the agent reads it.

    None where `value` is none, or one at which the agent throws, such as a JSON number beyond 64 bits.
    """
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return None
    text = str(value)
    return read_quantity(text) if is_quantity(text) else None


def sanitize_k8s_value(text: str) -> str:
    """Return the name of the objects of a module called `text`: lower case, only a-z 0-9 . and -, perhaps empty.

    Raises InvalidKubernetesName where that has more than 253 characters.
    """
    return _limited(text, _kept(_lower(text), _LOWER + _DIGITS + ".-"), SUBDOMAIN_LENGTH)


def sanitize_dns_label(text: str) -> str:
    """Return the volume or claim name for a path or share: a DNS-1123 label.

    Raises InvalidKubernetesName where nothing is left of `text`, or more than 63 characters.
    """
    return _name(text, _kept(_lower(text), _LOWER + _DIGITS + "-").strip("-"))


def sanitize_dns_value(text: str) -> str:
    """Return `text` as a DNS-1035 label: as `sanitize_dns_label`, but from the first letter on."""
    return _name(text, _kept(_lower(text), _LOWER + _DIGITS + "-").lstrip(_DIGITS + "-").rstrip("-"))


def sanitize_dns_domain(text: str) -> str:
    """Return `text` with each dot segment made a DNS-1035 label.

    Raises InvalidKubernetesName where a segment gives none, or the whole has more than 253 characters.
    """
    return _limited(text, ".".join(map(sanitize_dns_value, text.split("."))), SUBDOMAIN_LENGTH)


def sanitize_annotation_key(text: str) -> str:
    """Return the annotation key for a Docker label called `text`: a name, perhaps behind a domain and a slash.

    Raises InvalidKubernetesName where the name is empty or has more than 63 characters, or the domain is none.
    """
    domain, slash, name = text.partition("/")
    return f"{sanitize_dns_domain(domain)}/{_key_name(name)}" if slash else _key_name(text)


def sanitize_label_value(text: str) -> str:
    """Return `text` as the value of a Kubernetes label, in lower case.

    Raises InvalidKubernetesName where nothing is left of it, or more than 63 characters.
    """
    return _key_name(_lower(text))


def pull_secret_name(address: str, user: str) -> str:
    """Return the name of the Secret in which agents from beta13 on keep a user's credential for a registry.

    A scheme http or https and the path of the address do not count, another scheme and a user do. Raises
    InvalidKubernetesName where a segment between the dots holds no letter or more than 63 characters, or the whole has
    more than 253.
    """
    lower = _lower(address)
    scheme = next((scheme for scheme in ("https://", "http://") if lower.startswith(scheme)), "")
    host = lower[len(scheme) :].partition("/")[0]
    return sanitize_dns_domain(f"{user}-{host.replace(':', '-')}")


def registry_host(address: str) -> str:
    """Return the host of an address, with its port if it has one: without scheme, user and path."""
    return address.rpartition("://")[2].partition("/")[0].rpartition("@")[2]


def parse_port_key(text: str) -> PortKey | None:
    """Return what a key of PortBindings or ExposedPorts says, or None where the agent drops it without a word.

    Raises InvalidPortKey for keys of slashes alone, which stop the deployment.
    """
    parts = [part for part in text.split("/") if part]
    if text and not parts:
        raise InvalidPortKey(text)
    if len(parts) not in (1, 2):
        return None
    number = _integer(parts[0])
    protocol = _lower(parts[1]) if len(parts) == 2 else "tcp"
    return PortKey(number, protocol) if number is not None and protocol in ("tcp", "udp", "sctp") else None


def parse_host_port(value: object) -> int | None:
    """Return the number (any of 32 bits) that the agent reads from a HostPort, or None where it drops the binding."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return _integer(value) if isinstance(value, str) else _int32(value)


@cache
def _grammar(name: str) -> re.Pattern[str]:
    return re.compile(_GRAMMARS[name])


def _matches(name: str, text: str) -> bool:
    return _grammar(name).fullmatch(text) is not None


def _integer(text: str) -> int | None:
    """Read a number as .NET does: blanks and a sign around ASCII digits, NULs behind, within 32 bits."""
    match = _grammar("integer").fullmatch(text)
    if match is None:
        return None
    digits = match[2].lstrip("0") or "0"
    return _int32(int(match[1] + digits)) if len(digits) <= 10 else None


def _int32(number: int) -> int | None:
    return number if -(2**31) <= number < 2**31 else None


def _lower(text: str) -> str:
    return text.translate(_TO_LOWER)


def _kept(text: str, alphabet: str) -> str:
    return "".join(character for character in text if character in alphabet)


def _key_name(text: str) -> str:
    return _name(text, _kept(text, _LOWER + _UPPER + _DIGITS + "._-").strip("._-"))


def _name(text: str, name: str) -> str:
    if not name:
        raise InvalidKubernetesName(f'nothing of "{text}" can stand in a Kubernetes name')
    return _limited(text, name, LABEL_LENGTH)


def _limited(text: str, name: str, length: int) -> str:
    if len(name) > length:
        raise InvalidKubernetesName(f'"{text}" gives a Kubernetes name of more than {length} characters')
    return name
