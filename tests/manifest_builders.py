"""Builds manifests from texts for the tests of the engine."""

import json

from edgelint.json_text.reading import read
from edgelint.manifests.manifest import Manifest, Module, read_manifests


def into(text: str, *parts: str) -> str:
    """Return the text with a part in the place of each § in turn."""
    for part in parts:
        text = text.replace("§", part, 1)
    return text


def manifests(text: str, filename: str = "", *, standard_input: bool = False) -> list[Manifest]:
    """Return the manifests of a text."""
    return read_manifests(text, read(text), filename=filename, standard_input=standard_input)


def manifest(text: str, filename: str = "") -> Manifest:
    """Return the one manifest of a text."""
    (found,) = manifests(text, filename)
    return found


def module_with(settings: str) -> Module:
    """Return the module of a deployment whose settings are this JSON text."""
    desired = into('{"properties.desired": {"modules": {"m": {"settings": §}}}}', settings)
    return manifest(into('{"modulesContent": {"$edgeAgent": §}}', desired)).modules[0]


def module_of(options: str) -> Module:
    """Return the module of a deployment whose createOptions are this text, as a string of the manifest."""
    return module_with(into('{"createOptions": §}', json.dumps(options)))
