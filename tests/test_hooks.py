"""The hooks that the project offers to pre-commit: what they run, and that what they find stops a commit."""

import json
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from deployments import deployment

from edgelint.cli import main
from edgelint.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = read_yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")).data
DIRTY = (ROOT / "examples" / "fpga-deployment.json").read_text(encoding="utf-8")
CLEAN = json.dumps(deployment({"cam": {"settings": {"image": "cam:1"}}}))

each_hook = pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])


def test_the_hooks_are_these() -> None:
    assert [(hook["id"], hook["entry"]) for hook in HOOKS] == [
        ("edgelint", "edgelint check"),
        ("edgelint-fix", "edgelint check --fix"),
    ]


@each_hook
def test_a_hook_is_built_with_python_and_takes_json_files_in_one_process(hook: dict[str, Any]) -> None:
    how = {key: hook[key] for key in ("language", "types", "require_serial", "minimum_pre_commit_version")}
    assert how == {
        "language": "python",
        "types": ["json"],
        "require_serial": True,
        "minimum_pre_commit_version": "3.2.0",
    }


@each_hook
@pytest.mark.parametrize(("text", "status"), [(DIRTY, 1), (CLEAN, 0)], ids=["the FPGA example", "a clean manifest"])
def test_an_entry_runs(hook: dict[str, Any], text: str, status: int, tmp_path: Path) -> None:
    path = tmp_path / "deployment.json"
    path.write_text(text, encoding="utf-8")
    command, *words = hook["entry"].split()
    errors = StringIO()
    assert command == "edgelint"
    assert (main([*words, str(path)], StringIO(), StringIO(), errors), errors.getvalue()) == (status, "")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a git repository, the current folder, in which pre-commit runs `edgelint check` of this tree."""
    pytest.importorskip("pre_commit")
    if shutil.which("git") is None:
        pytest.skip("git is missing")
    monkeypatch.chdir(tmp_path)
    for key, value in {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}.items():
        monkeypatch.setenv(key, value)
    hook = f"{{id: edgelint, name: edgelint, language: system, types: [json], entry: '{sys.executable} -m edgelint check'}}"
    (tmp_path / ".pre-commit-config.yaml").write_text(f"repos: [{{repo: local, hooks: [{hook}]}}]\n", encoding="utf-8")
    git("init", "--quiet")
    subprocess.run([sys.executable, "-m", "pre_commit", "install"], check=True, capture_output=True)
    return tmp_path


def git(*words: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    return subprocess.run(["git", *who, *words], check=False, capture_output=True, encoding="utf-8")


@pytest.mark.parametrize(("text", "status"), [(DIRTY, 1), (CLEAN, 0)], ids=["the FPGA example", "a clean manifest"])
def test_a_dirty_manifest_blocks_the_commit(repository: Path, text: str, status: int) -> None:
    (repository / "deployment.json").write_text(text, encoding="utf-8")
    git("add", ".")
    committed = git("commit", "--message", "x")
    assert (committed.returncode, "deployment.json:" in committed.stderr) == (status, bool(status))
    assert len(git("log", "--oneline").stdout.splitlines()) == 1 - status
