"""The way from the bytes of a file to its text."""

from typing import NamedTuple

from edgelint.json_text.text import Fault


class Source(NamedTuple):
    """The text of a file and what its bytes need to come back.

    `encoding` is the codec of the text behind the byte order mark `bom` (empty where there is none); `fault` is where
    the bytes stop being that encoding, in characters from 0.
    """

    text: str
    encoding: str
    bom: bytes
    fault: Fault | None


# The mark of UTF-16 LE begins the one of UTF-32 LE, so the longer one is tried first.
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


def decode(data: bytes) -> Source:
    """Return the text of `data`: UTF-8, or what its byte order mark says; the mark is no character of the text.

    Never raises: bytes that do not decode become U+FFFD, and everything before the first of them keeps its offset.
    """
    bom, encoding = next((mark for mark in _MARKS if data.startswith(mark[0])), (b"", "utf-8"))
    body = data[len(bom) :]
    try:
        return Source(body.decode(encoding), encoding, bom, None)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding)
        name = encoding.removesuffix("-le").removesuffix("-be").upper()
        fault = Fault(len(before), f"byte 0x{body[error.start]:02x} is not valid {name}")
        return Source(body.decode(encoding, errors="replace"), encoding, bom, fault)
