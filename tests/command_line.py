"""Runs the command line on small rules of its own, in this process and in one of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import edgelint
from edgelint.cli import main

NOTHING = "edgelint: no deployment manifest among the files given\n"
BIND = "Binds entry /a:/b"
# Rules that small manifests are about; what the others say of these is tested with the rules themselves.
FEW = "ASE001,ASE002,ASE008,ASE101,ASE102,ASE103,ASE202,ASE301,ASE302,ASE303,ASE401,ASE403,ASE501"


class Ran(NamedTuple):
    """The exit status and what was written."""

    status: int
    stdout: str
    stderr: str


def rule(code: str, name: str, select: str, message: str, severity: str = "error", scope: str = "module") -> str:
    """Return the text of a rule file."""
    return (
        f"code: {code}\nname: {name}\nsummary: The rule {name}\nseverity: {severity}\nscope: {scope}\n"
        f"select: {select}\nmessage: '{message}'\n"
    )


BINDS = rule("TST101", "docker-binds", "$.mounts[*]", "Binds entry {text}")
PORTS = rule("TST201", "host-ports", "$.ports[*]", "Port {text}", "warning")
IMAGES = rule("TST301", "image", "$.settings.image", "An image", "info")
FAULTS = rule("TST001", "unparseable", "$.faults[*]", "No JSON: {reason}", scope="manifest") + "once: manifest\n"
TEXTS = rule("TST901", "texts", "$.strings[*]", 'Text "{text}"')


def write(path: str, content: str | bytes = "") -> str:
    """Write a file and the folders around it, and return its path."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def manifest(options: Any = None, **desired: Any) -> str:
    """Return a deployment of the module cam; its createOptions, of one Binds entry where none are given, are a text."""
    text = json.dumps({"HostConfig": {"Binds": ["/a:/b"]}} if options is None else options)
    module = {"settings": {"image": "cam:1", "createOptions": text}, **desired.pop("module", {})}
    agent = {"properties.desired": {"modules": {"cam": module}, **desired}}
    return json.dumps({"modulesContent": {"$edgeAgent": agent}}, ensure_ascii=False)


def run(*arguments: str, stdin: bytes = b"", encoding: str = "utf-8") -> Ran:
    """Run the command line on streams that refuse what their encoding lacks."""
    output, errors = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(data, encoding, newline="") for data in (io.BytesIO(stdin), output, errors)]
    status = main(arguments, *streams)
    for stream in streams[1:]:
        stream.flush()
    return Ran(status, output.getvalue().decode(encoding), errors.getvalue().decode(encoding))


def lint(*arguments: str, rules: str = BINDS, stdin: bytes = b"", encoding: str = "utf-8") -> Ran:
    """Run the command `check` with one rule, concise unless another format is asked for."""
    own = ("--no-default-rules", "--rules", write("own/rule.yaml", rules))
    return run("check", *own, *_concise(arguments), *arguments, stdin=stdin, encoding=encoding)


def _concise(arguments: Sequence[str]) -> tuple[str, ...]:
    return () if "--output-format" in arguments else ("--output-format", "concise")


def lint_process(*arguments: str, rules: str = BINDS, shell: str = "", **variables: str) -> Ran:
    """Do the same in a process of its own; `shell` stands behind the command, as a shell reads it."""
    own = ["--no-default-rules", "--rules", write("own/rule.yaml", rules), *_concise(arguments)]
    command = [sys.executable, "-m", "edgelint", "check", *own, *arguments]
    if shell:
        command = ["bash", "-c", f'"$@" {shell}', "bash", *command]
    package = os.pathsep.join(filter(None, (os.path.dirname(edgelint.__path__[0]), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": package, "PYTHONUNBUFFERED": "", **variables}
    done = subprocess.run(
        command, env=environment, capture_output=True, check=False, timeout=60, stdin=subprocess.DEVNULL
    )
    encoding = variables.get("PYTHONIOENCODING", "utf-8")
    return Ran(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


def places(ran: Ran) -> list[str]:
    """Return `file:line:column` of each finding of a concise report."""
    return [line.partition(": ")[0] for line in ran.stdout.splitlines()]
