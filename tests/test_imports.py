"""Imports run one way, third-party packages have one door each, and a run on a manifest needs none of them."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import edgelint

PACKAGE = Path(edgelint.__file__).parent
EXAMPLE = PACKAGE.parent / "examples" / "fpga-deployment.json"
DOORS = {
    "argcomplete": "edgelint.commands.completion",
    "jsonpath_ng": "edgelint.expressions.selectors",
    "ruamel": "edgelint.rule_files.yaml_reader",
    "colorama": "edgelint.reporters.text_style",
    "tqdm": "edgelint.commands.progress",
    "wcmatch": "edgelint.files.gitignore",
}
HEAVY = {
    "argcomplete",
    "jsonpath_ng",
    "ruamel",
    "colorama",
    "tqdm",
    "wcmatch",
    "dataclasses",
    "pathlib",
    "inspect",
    "difflib",
    "traceback",
    "tomllib",
    "datetime",
}


def modules() -> dict[str, ast.Module]:
    """Return the modules of the package by their dotted names."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield what a module imports, also inside its functions; what only the type checker reads is left out."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        yield from imported(node)


def test_no_module_imports_one_that_imports_it() -> None:
    trees = modules()
    names = {
        name: [found if found in trees else found.rpartition(".")[0] for found in imported(tree)]
        for name, tree in trees.items()
    }
    TopologicalSorter({name: set(found) & set(trees) for name, found in names.items()}).prepare()


def test_a_third_party_package_has_one_door() -> None:
    doors = {
        (package, name)
        for name, tree in modules().items()
        for package in (found.partition(".")[0] for found in imported(tree))
        if package not in sys.stdlib_module_names | {"edgelint"}
    }
    assert doors == set(DOORS.items())


@pytest.mark.parametrize("path", ["a.json", "."])
@pytest.mark.usefixtures("folder")
def test_a_run_on_a_manifest_loads_nothing_heavy(path: str) -> None:
    shutil.copy(EXAMPLE, "a.json")
    code = (
        "import io, sys; from edgelint.cli import main;"
        "main(sys.argv[1:], sys.stdin, io.StringIO(), sys.stderr);"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    ran = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r}); {code}", path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(ran.stdout.split()) & HEAVY == set()
