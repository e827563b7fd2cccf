"""What git leaves out of a folder: by .gitignore files, nested ones too, and .git/info/exclude; the only door to wcmatch.

Git itself is not asked: the answer is the same where it is not installed, in a repository of another owner, and whatever
a repository's settings would have it run. The format: https://git-scm.com/docs/gitignore.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from wcmatch.glob import WcMatcher

_LINE = r"(?P<not>!?)(?P<top>/?)(?P<glob>(?:\\.|[^\\])*?)(?P<folder>/?) *"


class _Pattern(NamedTuple):
    """One line: a glob of names, or of paths from the folder of its file; it ignores or, as `!` does, takes that back."""

    glob: WcMatcher[str]
    of_names: bool
    folders_only: bool
    ignores: bool


class _File(NamedTuple):
    """The patterns of a file, the last and strongest first, and the folder that they are about."""

    folder: str
    patterns: list[_Pattern]


class Ignored(NamedTuple):
    """What is ignored in a folder, a real path, by files of patterns of which the first that says anything decides."""

    folder: str
    files: tuple[_File, ...]

    def holds(self, name: str, *, is_folder: bool = False) -> bool:
        """Tell whether what has this name in the folder is ignored."""
        path = os.path.join(self.folder, name)
        for file in self.files:
            inside = path[len(file.folder) :].lstrip(os.sep).replace(os.sep, "/")
            for pattern in file.patterns:
                if (is_folder or not pattern.folders_only) and pattern.glob.match(name if pattern.of_names else inside):
                    return pattern.ignores
        return False

    def within(self, name: str) -> Ignored:
        """Return what is ignored in the folder of this name: the same, and what a file of patterns in it says."""
        return _entered(os.path.join(self.folder, name), self.files)


def ignored_in(folder: str) -> Ignored:
    """Return what is ignored in a folder, by the files of patterns in it and, up to the root of its repository, above it.

    Where the folder is ignored itself nothing above it counts: who names it means it.
    """
    real = os.path.realpath(folder)
    root = _repository(real)
    if root is None or root == real:
        return _entered(real, ())
    found = _entered(root, ())
    for name in os.path.relpath(real, root).split(os.sep):
        if found.holds(name, is_folder=True):
            return _entered(real, ())
        found = found.within(name)
    return found


def _repository(folder: str) -> str | None:
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _entered(folder: str, above: tuple[_File, ...]) -> Ignored:
    """Return what is ignored in a folder, given the files of patterns above it; a repository takes none from there."""
    git = os.path.join(folder, ".git")
    if os.path.lexists(git):
        above = _file(_exclude(git), folder)
    return Ignored(folder, _file(os.path.join(folder, ".gitignore"), folder) + above)


def _exclude(git: str) -> str:
    """Return the path of info/exclude, given `.git`: a folder, or a file that names one as in worktrees and submodules."""
    if os.path.isfile(git):
        git = os.path.join(os.path.dirname(git), _text(git).removeprefix("gitdir:").strip())
    common = _text(os.path.join(git, "commondir")).strip()
    return os.path.join(git, common, "info", "exclude")


def _file(path: str, folder: str) -> tuple[_File, ...]:
    patterns = list(_patterns(_text(path)))
    return (_File(folder, patterns[::-1]),) if patterns else ()


def _text(path: str) -> str:
    """Return the text of a file, "" for one that is not there or cannot be read; bytes are read as those of a name."""
    try:
        with open(path, "rb") as file:
            return os.fsdecode(file.read().removeprefix(b"\xef\xbb\xbf"))
    except OSError:
        return ""


def _patterns(text: str) -> Iterator[_Pattern]:
    for line in text.split("\n"):
        found = None if line.startswith("#") else re.fullmatch(_LINE, line.removesuffix("\r"), re.DOTALL)
        if found and found["glob"]:
            of_names = not found["top"] and "/" not in found["glob"]
            yield _Pattern(_glob(found["glob"]), of_names, bool(found["folder"]), not found["not"])


def _glob(text: str) -> WcMatcher[str]:
    """Return a glob as git reads it: `*` stops at `/` and meets a leading dot, `**` goes through folders."""
    from wcmatch import glob

    return glob.compile(text, flags=glob.GLOBSTAR | glob.DOTGLOB | glob.CASE | glob.FORCEUNIX)
