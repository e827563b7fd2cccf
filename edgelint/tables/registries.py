"""The registries that the runtime has credentials for, and the images that these are for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from edgelint.kubernetes import InvalidKubernetesName, pull_secret_name, registry_host
from edgelint.manifest import Manifest
from edgelint.placeholders import has_placeholder
from edgelint.tables.rows import Row, Table, fields, key

_MEMBERS = ("address", "username", "password")
_HUB = "https://index.docker.io/v1/"
_HUB_HOSTS = ("docker.io", "index.docker.io")
_PLAIN_NAME = r"[a-z0-9_-]+"
_ANY_USER = "u"


def _rows(manifest: Manifest) -> Iterator[Row]:
    images = dict(_images(manifest))
    for name, credential in manifest.data["registryCredentials"].items():
        if isinstance(credential, dict):
            place = manifest.origin.resolve(("registryCredentials", name))
            at_address = manifest.origin.resolve(("registryCredentials", name, "address"))
            columns = fields(name=name, missing=_missing(credential, manifest.shape), **_of_address(credential, images))
            yield Row(columns, place, {"key": key(place), "address": at_address})


def _of_address(credential: Mapping[str, Any], images: Mapping[str, str]) -> dict[str, Any]:
    """Return the columns that the address decides; only `address` itself where it is blank or holds a placeholder."""
    address, user = credential.get("address"), credential.get("username")
    if not isinstance(address, str):
        return {}
    if not address.strip() or has_placeholder(address):
        return {"address": address}
    image = next((text for text, host in images.items() if host.lower() == address.lower()), None)
    return {
        "address": address,
        "host": registry_host(address),
        "image": image,
        "secret": _secret(address, user),
        "never": None if image else _never(address, images),
    }


def _missing(credential: Mapping[str, Any], shape: str) -> str | None:
    """Return in words which members the runtime misses; a layer may have what the manifest below it lacks."""
    names = [name for name in _MEMBERS if name in credential or shape != "layered"]
    empty = [f"no {name}" for name in names if credential.get(name) is None or not str(credential[name]).strip()]
    return " and ".join(filter(None, (", ".join(empty[:-1]), *empty[-1:]))) or None


def _secret(address: str, user: Any) -> str | None:
    """Return whether a Secret can be named: yes, or whether address or username forbids it; None where that is open."""
    if not _can_be_named(address, _ANY_USER):
        return "address"
    if not isinstance(user, str) or not user.strip() or has_placeholder(user):
        return None
    return "yes" if _can_be_named(address, user) else "username"


def _can_be_named(address: str, user: str) -> bool:
    try:
        pull_secret_name(address, user)
    except InvalidKubernetesName:
        return False
    return True


def _never(address: str, images: Mapping[str, str]) -> str | None:
    """Return why no image can have this address as its host; `images` are texts of images with their hosts."""
    host = registry_host(address).lower()
    if address.lower() == _HUB:
        return None
    if host in _HUB_HOSTS:
        return "docker-hub" if _HUB in images.values() or host != address.lower() else None
    if host != address.lower():
        return "url"
    if not re.fullmatch(_PLAIN_NAME, host):
        return None
    is_account = host != "localhost" and any(text.strip().startswith(f"{host}/") for text in images)
    return "hub-account" if is_account else "no-domain"


def _images(manifest: Manifest) -> Iterator[tuple[str, str]]:
    """Yield the image of each module with the host that the agent looks up, none where that is open or not looked up."""
    for module in manifest.modules:
        settings = module.data.get("settings")
        text = settings.get("image") if isinstance(settings, dict) else None
        if isinstance(text, str) and "/" in text:
            first = text.strip().partition("/")[0]
            if not has_placeholder(first):
                yield text, first if "." in first or ":" in first else _HUB


REGISTRIES = Table(
    "registries",
    "One row for each of the registryCredentials in the settings of the runtime.",
    {
        "name": "name of the credential",
        "missing": "which of address, username and password are missing, null or blank, in words such as no address and no "
        "username; in a layered manifest none is missing",
        "address": "address as written; the next columns are absent where it is blank or holds a placeholder",
        "host": "address without scheme and path",
        "image": "the first image of the manifest whose host is the address, so that the credential is used for it",
        "secret": "yes where agents from beta13 on can name a Secret after username and address; address or username where that "
        "one makes it impossible; absent where a placeholder hides it",
        "never": "why no image can have the address as its host: url (it has a scheme or a path), hub-account (a plain word with "
        "which images of Docker Hub begin here), no-domain (another word without dot and port) or docker-hub (it means Docker "
        "Hub, for whose images it must be https://index.docker.io/v1/; of a bare host only where such images are there)",
    },
    {"key": "the name", "address": "the address"},
    of_manifest=_rows,
)
