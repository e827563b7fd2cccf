"""The one place that writes a manifest: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile


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
    descriptor, temporary = tempfile.mkstemp(dir=os.path.dirname(target), prefix=f".{os.path.basename(target)}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        _take_over(temporary, status)
        with open(target, "rb") as file:
            if file.read() != before:
                raise WriteError("changed while it was being fixed")
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _take_over(temporary: str, status: os.stat_result) -> None:
    """Give the new file the owner and the mode of the old one."""
    if hasattr(os, "chown") and (status.st_uid, status.st_gid) != (os.geteuid(), os.getegid()):
        os.chown(temporary, status.st_uid, status.st_gid)
    os.chmod(temporary, stat.S_IMODE(status.st_mode))
