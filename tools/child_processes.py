"""Child processes that end with their parent, even when it is killed with SIGKILL."""

import shutil
from collections.abc import Sequence


def bound(command: Sequence[str]) -> list[str]:
    """The command with a prefix: its process gets SIGTERM when the thread that started it ends.

    Uses setpriv, which comes with every Linux (util-linux); elsewhere the command is returned unchanged.
    """
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", *command] if setpriv else list(command)
