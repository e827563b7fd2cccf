"""The one place that writes a manifest: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from typing import BinaryIO


class WriteError(Exception):
    """A file that was left as it was; the message says why."""


def replace_file(path: str, before: bytes, after: bytes) -> None:
    """Replace the content of a file in one step; a symlink is followed, mode and owner are kept.

    Raises WriteError, and leaves the file as it is, where it no longer holds `before`, is no regular file, has several
    hard links (the step would part them) or cannot be written.
    """
    target = os.path.realpath(path)
    try:
        status = os.stat(target)
        _refuse_odd(status)
        if not os.access(target, os.W_OK):
            raise WriteError("is read-only")
        _replace(target, status, before, after)
    except OSError as error:
        raise WriteError(error.strerror or str(error)) from None


def _refuse_odd(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise WriteError("is no regular file")
    if status.st_nlink > 1:
        raise WriteError(f"has {status.st_nlink} hard links, which replacing it would part")


def _replace(target: str, status: os.stat_result, before: bytes, after: bytes) -> None:
    descriptor, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".edgelint-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            _fill(file, after)
            made = os.fstat(file.fileno())
        if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
            os.chown(temporary, status.st_uid, status.st_gid)
        os.chmod(temporary, stat.S_IMODE(status.st_mode))
        _refuse_changed(target, before, after)
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _fill(file: BinaryIO, content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def _refuse_changed(target: str, before: bytes, after: bytes) -> None:
    """Refuse a file that others have changed; one that has the new content already was given under two names."""
    with open(target, "rb") as file:
        if file.read() not in (before, after):
            raise WriteError("changed while it was being fixed")
