"""`make run`: starts MariaDB and Redis, migrates, loads demo data, runs server and worker; stops them at the end."""

import argparse
import asyncio
import shlex
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

from composition import open_deps
from config import Config, environment, load_servers
from tools import child_processes, command, demo
from tools.dev_services import ServicesUnavailable, create_database, dev_services
from tools.migrate import migrate

ROOT = Path(__file__).parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--var", type=Path, default=Path("var"))
    arguments = parser.parse_args()
    var: Path = arguments.var.resolve()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        check_free(arguments.port)
        say("seeing to MariaDB and Redis")
        with dev_services(var, say=say) as servers:
            settings = servers.settings(var) | {"port": arguments.port, "metrics_port": arguments.port + 1000}
            if not load_servers().database_url:
                create_database(servers.database_url)
            for name in migrate(servers.database_url):
                say(f"applied migration {name}")
            say("loading demo data")
            asyncio.run(_load_demo(settings))
            write_env(var / "env", settings)
            say(f"http://127.0.0.1:{arguments.port} - stop with Ctrl-C")
            say(f"the tools take this copy's settings from {_short(var / 'env')}")
            say(f"SMS codes appear in {_short(var / 'sms-outbox.jsonl')}")
            say(f"picture codes appear in {_short(var / 'captcha-outbox.jsonl')}")
            return _serve(settings)
    except KeyboardInterrupt:
        return 0


def check_free(port: int) -> None:
    """Raises ServicesUnavailable for a port in use.

    The server would not notice: it binds with SO_REUSEPORT, which lets its processes share the port.
    """
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", port))
        except OSError as error:
            raise ServicesUnavailable(f"port {port}: {error.strerror}; choose another with PORT=…") from None


def write_env(path: Path, settings: dict[str, Any]) -> None:
    """Write the settings for a shell: after `. var/env`, the tools use the servers that `make run` has started."""
    path.touch(mode=0o600)
    lines = [f"export IHOME_{name.upper()}={shlex.quote(str(value))}\n" for name, value in settings.items()]
    path.write_text("".join(lines))


async def _load_demo(settings: dict[str, Any]) -> None:
    async with open_deps(Config.model_validate(settings)) as deps:
        for line in await demo.load(deps, say=say):
            say(line)


def _serve(settings: dict[str, Any]) -> int:
    env = environment(**settings)
    worker = subprocess.Popen(child_processes.bound([sys.executable, "-m", "tools.worker"]), cwd=ROOT, env=env)
    server = subprocess.Popen(child_processes.bound([sys.executable, "server.py"]), cwd=ROOT, env=env)
    try:
        return server.wait()
    except (KeyboardInterrupt, SystemExit):
        server.terminate()  # needed for SIGTERM: Ctrl-C at a terminal also reaches the child
        return server.wait()
    finally:
        worker.terminate()
        worker.wait()


def _short(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def say(text: str) -> None:
    print(f"ihome: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(command.run(main))
