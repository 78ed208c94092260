"""Write clients/ from the OpenAPI document of this tree: `python -m tools.clients`, or `make clients`.

openapi-typescript writes the types of clients/typescript, openapi-python-client writes clients/python. The clients have
the version of the document.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from config import environment
from tools import command, openapi
from utils.version import VERSION

ROOT = Path(__file__).parents[1]
CLIENTS = ROOT / "clients"
_BIN = ROOT / ".venv" / "bin"


def write(target: Path = CLIENTS) -> None:
    """Write the generated files below `target`; everything else stays as it is.

    Raises Problem if a generator fails or leaves something out.
    """
    with tempfile.TemporaryDirectory() as directory:
        document = Path(directory) / "openapi.json"
        document.write_bytes(openapi.text(ajax=False))
        _write_typescript(document, target / "typescript")
        _write_python(document, target / "python")


def _write_typescript(document: Path, target: Path) -> None:
    (target / "src").mkdir(parents=True, exist_ok=True)
    _run("node", CLIENTS / "typescript" / "generate.mjs", document, target / "src" / "schema.ts")
    manifest = (CLIENTS / "typescript" / "package.json").read_text()
    version = re.sub(r'"version": "[^"]*"', f'"version": "{VERSION}"', manifest)
    (target / "package.json").write_text(version)


def _write_python(document: Path, target: Path) -> None:
    """Replace the whole directory; its README.md comes from clients/python-templates."""
    shutil.rmtree(target, ignore_errors=True)
    options: list[str | Path] = ["--meta", "uv", "--config", CLIENTS / "openapi-python-client.yml", "--fail-on-warning"]
    options += ["--custom-template-path", CLIENTS / "python-templates"]
    _run("openapi-python-client", "generate", "--path", document, "--output-path", target, *options)


def _run(*command_line: str | Path) -> None:
    inherited = environment()
    path = f"{_BIN}:{inherited['PATH']}"  # for ruff, and for Node from npm if the machine has none
    settings = inherited | {"PATH": path, "RUFF_NO_CACHE": "true"}
    done = subprocess.run(
        [shutil.which(command_line[0], path=path) or command_line[0], *command_line[1:]],
        capture_output=True,
        text=True,
        check=False,
        env=settings,
    )
    if done.returncode:
        raise command.Problem(f"{command_line[0]} failed:\n{done.stdout}{done.stderr}")


def main() -> int:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    write()
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
