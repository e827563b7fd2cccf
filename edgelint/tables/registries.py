"""The registries that the runtime has credentials for, and the images that these are for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from edgelint.json_text.placeholders import has_placeholder
from edgelint.json_text.views import Place
from edgelint.manifests.manifest import Manifest
from edgelint.manifests.module_members import last, spellings
from edgelint.platforms.kubernetes import InvalidKubernetesName, pull_secret_name, registry_host
from edgelint.platforms.runtime_types import is_blank, takes
from edgelint.tables.described import described, listed
from edgelint.tables.rows import Row, Table, below, fields, key

_MEMBERS = ("address", "username", "password")
_HUB = "https://index.docker.io/v1/"
_HUB_HOSTS = ("docker.io", "index.docker.io")
_PLAIN_NAME = r"[a-z0-9_-]+"
_ANY_USER = "u"


def _rows(manifest: Manifest) -> Iterator[Row]:
    images = dict(_images(manifest))
    whole, origin = manifest.credentials
    if not takes("object", whole):
        yield Row({"found": _found(whole)}, origin.resolve(()))
    for name, credential in whole.items() if isinstance(whole, dict) else ():
        yield _row(name, credential, origin.resolve((name,)), images, manifest.shape)


def _row(name: str, credential: Any, place: Place, images: Mapping[str, str], shape: str) -> Row:
    parts = {"key": key(place), "address": place}
    if isinstance(credential, str) and has_placeholder(credential):
        return Row({"name": name}, place, parts)
    if not isinstance(credential, dict):
        return Row({"name": name, "found": _found(credential)}, place, parts)
    values = {member: credential[at] for member in _MEMBERS if (at := last(credential, member)) is not None}
    columns = fields(name=name, missing=_missing(credential, values, shape), **_of_address(values, images))
    return Row(columns, place, {**parts, "address": below(place, last(credential, "address") or "address")})


def _found(value: Any) -> str:
    """Return what a value is, in words that tell nothing of a text."""
    return "a text" if isinstance(value, str) else described(value)


def _of_address(credential: Mapping[str, Any], images: Mapping[str, str]) -> dict[str, Any]:
    """Return the columns that the address decides; only `address` itself where it is blank or holds a placeholder."""
    address, user = _text(credential.get("address")), _text(credential.get("username"))
    if address is None:
        return {}
    if is_blank(address) or has_placeholder(address):
        return {"address": address}
    image = next((text for text, host in images.items() if host.lower() == address.lower()), None)
    return {
        "address": address,
        "host": registry_host(address),
        "image": image,
        "secret": _secret(address, user),
        "never": None if image else _never(address, images),
    }


def _text(value: Any) -> str | None:
    """Return the text that the runtime makes of a value, None where it makes none."""
    return json.dumps(value) if isinstance(value, int | float) else value if isinstance(value, str) else None


def _missing(credential: Mapping[str, Any], values: Mapping[str, Any], shape: str) -> str | None:
    """Return in words what the runtime refuses in the members; a layer may have what the manifest below it lacks."""
    names = [name for name in _MEMBERS if name in values or shape != "layered"]
    faults = [fault for name in names if (fault := _fault(credential, name, values.get(name)))]
    return listed(faults)


def _fault(credential: Mapping[str, Any], name: str, value: Any) -> str | None:
    """Return what is wrong with a member: all spellings of its key are read, but only the last, with `value`, counts."""
    odd = next((each for key in spellings(credential, name) if not takes("text", each := credential[key])), None)
    if odd is not None:
        return f"{described(odd)} as {name}"
    is_null = any(credential[key] is None for key in spellings(credential, name))
    return f"no {name}" if is_null or value is None or is_blank(str(value)) else None


def _secret(address: str, user: str | None) -> str | None:
    """Return whether a Secret can be named: yes, or whether address or username forbids it; None where that is open."""
    if not _can_be_named(address, _ANY_USER):
        return "address"
    if user is None or is_blank(user) or has_placeholder(user):
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
    "One row for each of the registryCredentials in the settings of the runtime; one alone, without name, where these are no "
    "object.",
    {
        "name": "name of the credential",
        "found": "what stands there in words, such as null or a text, where that is no object; then it is the only other column",
        "missing": "which of address, username and password are missing, null or blank, or a list or an object, in words such as "
        "no address and a list as username; in a layered manifest none is missing",
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
