"""The hooks that the project offers to pre-commit, run by it on commits of real repositories, and those of the project itself."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import BINDS, write
from deployments import deployment

from edgelint import __version__
from edgelint.rule_files.yaml_reader import read_yaml

ROOT = Path(__file__).parent.parent
HOOKS: list[dict[str, Any]] = read_yaml((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")).data
CLEAN = json.dumps(deployment({"cam": {"settings": {"image": "cam:1"}}}), indent=2)
DIRTY = CLEAN.replace(
    '"cam:1"\n', '"cam:1"\n          },\n          "env": {\n            "Camera:Url": {"value": "x"}\n'
)
FIXED = DIRTY.replace("Camera:Url", "Camera__Url")
FOUND = 'error ASE403 Variable name "Camera:Url" has a colon'
RULE = f"""\
{BINDS}examples:
  - bad: {{createOptions: {{HostConfig: {{Binds: ['/a:/b']}}}}}}
    finds: [{{at: '$.createOptions.HostConfig.Binds[0]', message: 'Binds entry /a:/b'}}]
    shapes: [object]
"""
Install = Callable[..., None]


def test_the_hooks_are_these() -> None:
    how = {"language": "python", "require_serial": True, "minimum_pre_commit_version": "3.2.0"}
    expected = {
        "edgelint": {"entry": "edgelint check", "types": ["json"]},
        "edgelint-fix": {"entry": "edgelint check --fix", "types": ["json"]},
        "edgelint-rules": {"entry": "edgelint test", "types": ["yaml"]},
    }
    told = {"id", "name", "description"}
    assert {hook["id"]: {key: hook[key] for key in hook.keys() - told} for hook in HOOKS} == {
        name: {**how, **hook} for name, hook in expected.items()
    }
    assert all(hook.keys() >= told for hook in HOOKS)


def local(*ids: str) -> str:
    """Return a configuration of pre-commit with hooks as they are shipped, but run from this tree and not installed."""
    here = {"language": "system"}
    hooks = [{**hook, **here, "entry": f"{sys.executable} -m {hook['entry']}"} for hook in HOOKS if hook["id"] in ids]
    assert len(hooks) == len(ids)
    return json.dumps({"repos": [{"repo": "local", "hooks": hooks}]})


@pytest.fixture
def install(folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return what makes the current folder a git repository in which these hooks stand before each commit."""
    pytest.importorskip("pre_commit")
    if shutil.which("git") is None:
        pytest.skip("git is missing")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for key, value in {"PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("home")), "PYTHONPATH": str(ROOT)}.items():
        monkeypatch.setenv(key, value)

    def make(*ids: str) -> None:
        write(".pre-commit-config.yaml", local(*ids))
        git("init", "--quiet")
        subprocess.run([sys.executable, "-m", "pre_commit", "install"], check=True, capture_output=True)
        git("add", ".pre-commit-config.yaml")
        assert commit().returncode == 0

    return make


def git(*words: str) -> subprocess.CompletedProcess[str]:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "core.quotepath=off")
    return subprocess.run(["git", *who, *words], check=False, capture_output=True, encoding="utf-8")


def commit(*words: str) -> subprocess.CompletedProcess[str]:
    return git("commit", "--message", "x", *words)


def add(files: dict[str, str]) -> None:
    for name, text in files.items():
        write(name, text)
    assert git("add", *files).returncode == 0


def commits() -> int:
    """Return how many commits there are beside that of the configuration."""
    return len(git("log", "--oneline").stdout.splitlines()) - 1


def lines(done: subprocess.CompletedProcess[str]) -> list[str]:
    """Return how each hook came out: its name and Passed, Failed or Skipped."""
    ends = [line for line in done.stderr.splitlines() if re.search(r"\.\.\..*(Passed|Failed|Skipped)$", line)]
    return [re.sub(r"\.\.\.+(\(.*\))?", " ", line) for line in ends]


def test_a_clean_manifest_is_committed(install: Install) -> None:
    install("edgelint")
    add({"deployment.json": CLEAN})
    assert (lines(commit()), commits()) == (["edgelint Passed"], 1)


def test_a_dirty_manifest_blocks_the_commit_and_is_told_with_its_place(install: Install) -> None:
    install("edgelint")
    add({"deploy/deployment.json": DIRTY, "clean.json": CLEAN})
    done = commit()
    assert (lines(done), commits()) == (["edgelint Failed"], 0)
    assert re.search(rf"^deploy/deployment\.json:\d+:\d+: {re.escape(FOUND)}", done.stderr, re.MULTILINE)
    assert "clean.json" not in done.stderr


def test_the_example_blocks_a_commit(install: Install) -> None:
    install("edgelint")
    add({"deployment.json": (ROOT / "examples" / "fpga-deployment.json").read_text(encoding="utf-8")})
    done = commit()
    assert (commits(), "error ASE101" in done.stderr) == (0, True)


def test_only_what_is_committed_counts(install: Install) -> None:
    install("edgelint")
    write("forgotten.json", DIRTY)
    add({"package.json": '{"name": "a"}', "notes.txt": DIRTY})
    assert (lines(commit()), commits()) == (["edgelint Passed"], 1)


def test_a_commit_without_json_needs_no_run(install: Install) -> None:
    install("edgelint", "edgelint-fix", "edgelint-rules")
    add({"readme.md": "a"})
    assert (lines(commit()), commits()) == (
        ["edgelint Skipped", "edgelint (fix) Skipped", "edgelint (rules) Skipped"], 1,
    )  # fmt: skip


def test_of_a_file_that_is_staged_in_part_the_staged_part_counts(install: Install) -> None:
    install("edgelint")
    add({"deployment.json": CLEAN})
    write("deployment.json", DIRTY)
    assert (lines(commit()), commits()) == (["edgelint Passed"], 1)
    assert Path("deployment.json").read_text(encoding="utf-8") == DIRTY

    add({"deployment.json": DIRTY})
    write("deployment.json", CLEAN)
    done = commit()
    assert (lines(done), commits(), FOUND in done.stderr) == (["edgelint Failed"], 1, True)
    assert Path("deployment.json").read_text(encoding="utf-8") == CLEAN


@pytest.mark.parametrize(
    "name", ["my deploy ment.json", "배포/카메라 매니페스트.json", "a'b\"c$d.json", "ä ö.template.json"]
)
def test_a_file_of_any_name(install: Install, name: str) -> None:
    install("edgelint")
    add({name: DIRTY})
    done = commit()
    assert (lines(done), commits(), f"{name}:" in done.stderr) == (["edgelint Failed"], 0, True)
    add({name: FIXED})
    assert (commit().returncode, commits()) == (0, 1)


def test_500_files_are_one_run(install: Install) -> None:
    install("edgelint")
    folder = "deployments/of/the/gateways"
    add({f"{folder}/gateway-{number:03}.json": CLEAN for number in range(499)} | {f"{folder}/last.json": DIRTY})
    done = commit()
    assert (lines(done), commits()) == (["edgelint Failed"], 0)
    assert re.findall(r"^Found 1 error.* in (\d+) manifests", done.stderr, re.MULTILINE) == ["500"]


def test_the_fix_is_made_then_added_then_committed(install: Install) -> None:
    install("edgelint-fix")
    add({"deploy/카메라 1.json": DIRTY, "package.json": '{"name":   "a"}'})
    done = commit()
    assert (lines(done), commits()) == (["edgelint (fix) Failed"], 0)
    assert "files were modified by this hook" in done.stderr
    assert Path("deploy/카메라 1.json").read_text(encoding="utf-8") == FIXED
    assert git("diff", "--name-only").stdout == "deploy/카메라 1.json\n"
    git("add", ".")
    assert (lines(commit()), commits()) == (["edgelint (fix) Passed"], 1)
    assert git("status", "--short").stdout == ""


def test_a_fix_beside_changes_that_are_not_staged_loses_none_of_them(install: Install) -> None:
    install("edgelint-fix")
    add({"deployment.json": DIRTY})
    more = f"{DIRTY}\n\n"
    write("deployment.json", more)
    assert (lines(commit()), commits()) == (["edgelint (fix) Failed"], 0)
    assert Path("deployment.json").read_text(encoding="utf-8") in (more, more.replace("Camera:Url", "Camera__Url"))


def test_what_no_fix_removes_still_blocks(install: Install) -> None:
    install("edgelint-fix")
    add({"deployment.json": DIRTY, "broken.json": CLEAN.rstrip("}")})
    for _ in range(2):
        done = commit()
        assert (lines(done), "error ASE001" in done.stderr) == (["edgelint (fix) Failed"], True)
        git("add", ".")
    assert commits() == 0


WORKFLOW = "name: ci\non: [push]\njobs: {}\n"


def test_rules_that_do_what_their_examples_say_are_committed_with_any_other_yaml(install: Install) -> None:
    install("edgelint-rules")
    add({"rules/docker-binds.yaml": RULE, ".github/workflows/ci.yml": WORKFLOW, "broken.yaml": "a: [\n"})
    assert (lines(commit()), commits()) == (["edgelint (rules) Passed"], 1)
    add({"more.yaml": WORKFLOW})
    assert (lines(commit()), commits()) == (["edgelint (rules) Passed"], 2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            RULE.replace("message: 'Binds entry /a:/b'}", "message: Mounts}"),
            "rules/own.yaml:9: TST101 example 1: missing",
        ),
        (RULE.replace("select:", "selct:"), 'rules/own.yaml:6:1: unknown key "selct"; did you mean "select"?'),
        (RULE + "why: [\n", "rules/own.yaml:13:1: while parsing a flow node"),
    ],
    ids=["an example that comes out otherwise", "a key that there is not", "broken YAML"],
)
def test_a_rule_that_does_not_blocks_the_commit(install: Install, text: str, told: str) -> None:
    install("edgelint-rules")
    add({"rules/own.yaml": text, "ci.yaml": WORKFLOW})
    done = commit()
    assert (lines(done), commits(), told in done.stderr) == (["edgelint (rules) Failed"], 0, True)
    assert "ci.yaml" not in done.stderr


def _block_of(readme: str) -> str:
    """Return the block of a README that is to be pasted."""
    (block,) = re.findall(r"```yaml\n(repos:\n.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)
    return str(block)


@pytest.mark.parametrize("readme", ["README.md", "README.ko.md"])
def test_the_four_lines_to_paste_are_a_configuration_with_a_hook_of_this_version(readme: str, folder: Path) -> None:
    pytest.importorskip("pre_commit")
    block = _block_of(readme)
    assert len(block.splitlines()) == 4
    ((repository,), ids) = (read_yaml(block).data["repos"], {hook["id"] for hook in HOOKS})
    assert (repository["rev"], [hook["id"] for hook in repository["hooks"]]) == (f"v{__version__}", ["edgelint"])
    mentioned = set(re.findall(r"\bedgelint(?:-\w+)?\b", block.partition("hooks:")[2]))
    assert mentioned == {"edgelint", "edgelint-fix"} <= ids
    assert "{id: edgelint-rules}" in (ROOT / readme).read_text(encoding="utf-8")
    write("config.yaml", block)
    checked = [sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"]
    assert subprocess.run(checked, cwd=folder, capture_output=True, check=False).returncode == 0


def test_the_project_has_its_own_hooks_before_its_own_commits() -> None:
    config = read_yaml((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")).data
    shipped = {hook["id"]: hook for hook in HOOKS}
    ((repository,),) = (config["repos"],)
    for hook in repository["hooks"]:
        entry, kept = hook["entry"].removeprefix(".venv/bin/"), ("name", "types", "require_serial")
        assert entry.startswith(shipped[hook["id"]]["entry"])
        assert {key: hook[key] for key in kept} == {key: shipped[hook["id"]][key] for key in kept}
    assert [hook["id"] for hook in repository["hooks"]] == ["edgelint", "edgelint-rules"]


def test_the_examples_show_only_what_is_known_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    command = [sys.executable, "-m", "edgelint", "check", "examples", "--output-format", "concise"]
    known = ("--baseline", "examples/known-findings.json")
    assert [
        subprocess.run([*command, *words], capture_output=True, check=False).returncode for words in ((), known)
    ] == [1, 0]
