"""Finds programs; installs Debian's packages if they are missing and root or sudo is available."""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

_SEARCHED = f"{os.defpath}:/usr/sbin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin:/usr/libexec"


def find(say: Callable[[str], None], names: Sequence[str], packages: Sequence[str]) -> str | None:
    """The path of the first of these programs that exists, installed from these packages if need be.

    `names` may be absolute paths. None if there is no such program and it cannot be installed.
    """
    found = _which(names)
    if found is None:
        # another process may install them meanwhile: look again when the lock is ours
        with (Path(tempfile.gettempdir()) / f"ihome-install-{os.getuid()}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if (found := _which(names)) is None:
                _install(say, packages)
                found = _which(names)
    return found


def chromium(say: Callable[[str], None]) -> str | None:
    """A browser that Playwright and Lighthouse can drive."""
    return find(say, ("chromium", "chromium-browser", "google-chrome"), ("chromium", "fonts-noto-cjk"))


def headless_chromium(say: Callable[[str], None]) -> str | None:
    """Chromium without windows, menus and notifications: the same pages for two thirds of the processor's time."""
    shell = "chromium-headless-shell"
    return find(say, (shell,), (shell, "fonts-noto-cjk")) or chromium(say)


def _which(names: Sequence[str]) -> str | None:
    return next((path for name in names if (path := _path(name))), None)


def _path(name: str) -> str | None:
    if Path(name).is_absolute():
        return name if Path(name).exists() else None
    return shutil.which(name) or shutil.which(name, path=_SEARCHED)


def _install(say: Callable[[str], None], packages: Sequence[str]) -> None:
    """Install Debian's packages, without letting them start services of their own."""
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not shutil.which("apt-get") or (sudo and not _works([*sudo, "true"])):
        return
    say(f"installing {' and '.join(packages)} (apt-get, some 200 MB; a minute or two)")
    # Debian's packages ask policy-rc.d before they start a service (invoke-rc.d(8))
    script = f"""
        set -e
        made=
        if [ ! -e /usr/sbin/policy-rc.d ]; then
            printf '#!/bin/sh\\nexit 101\\n' > /usr/sbin/policy-rc.d; chmod 755 /usr/sbin/policy-rc.d; made=1
        fi
        trap '[ -z "$made" ] || rm -f /usr/sbin/policy-rc.d' EXIT
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -q
        apt-get install -q -y --no-install-recommends {" ".join(packages)}
    """
    done = subprocess.run([*sudo, "sh", "-c", script], capture_output=True, check=False)
    if done.returncode:
        say(f"apt-get failed:\n{(done.stdout + done.stderr).decode()[-2000:]}")


def _works(command: list[str]) -> bool:
    return bool(shutil.which(command[0])) and not subprocess.run(command, capture_output=True, check=False).returncode
