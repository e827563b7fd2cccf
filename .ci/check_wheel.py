"""Builds the sdist and from it the wheel, installs that in a fresh environment and runs it where no source is near."""

import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = (
    "edgelint/pack.json",
    "edgelint/pack-documents.json",
    "edgelint/platforms/create_options.json",
    "edgelint/schemas/report.json",
)


def run(*command: object, status: int = 0, cwd: Path = ROOT) -> str:
    """Run a command, demand its exit status and return what it prints."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, capture_output=True, text=True)
    if done.returncode != status:
        sys.exit(f"{command} gave {done.returncode}, not {status}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def main() -> None:
    """Check the wheel's content and that it finds in the example what the checkout finds."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        run(sys.executable, "-m", "build", "--outdir", work, ROOT)
        (wheel,) = work.glob("*.whl")
        names = zipfile.ZipFile(wheel).namelist()
        rules = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "rules").rglob("*.yaml"))
        missing = [name for name in (*NEEDED, *(f"edgelint/{rule}" for rule in rules)) if name not in names]
        if missing:
            sys.exit(f"the wheel lacks {missing}")
        run(sys.executable, "-m", "venv", work / "venv")
        python = work / "venv" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", wheel)
        edgelint = work / "venv" / "bin" / "edgelint"
        example = ROOT / "examples" / "fpga-deployment.json"
        report = json.loads(run(edgelint, "check", "--output-format", "json", example, status=1, cwd=work))
        here = json.loads(run(sys.executable, "-m", "edgelint", "check", "--output-format", "json", example, status=1))
        if report != here or not report["findings"]:
            sys.exit("the installed wheel and the checkout disagree")
        run(edgelint, "test", cwd=work)
        run(edgelint, "explain", "ASE102", cwd=work)
        sys.stdout.write(
            f"{wheel.name}: {len(names)} files, {len(rules)} rules, {len(report['findings'])} findings in the example\n"
        )


main()
