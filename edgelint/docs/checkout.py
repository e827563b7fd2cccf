"""What stands in the folder docs of the checkout."""

import os

_DOCS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "docs")


def read(name: str) -> str:
    """Return the text of a file of the folder docs."""
    with open(os.path.join(_DOCS, name), encoding="utf-8") as file:
        return file.read()
