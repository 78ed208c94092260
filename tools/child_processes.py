"""Child processes that do not outlive their parent, not even its `kill -9`."""

import shutil
from collections.abc import Sequence


def bound(command: Sequence[str]) -> list[str]:
    """The command, as a process that gets SIGTERM when the thread that starts it ends.

    setpriv comes with every Linux (util-linux); elsewhere the command is as it was.
    """
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "TERM", *command] if setpriv else list(command)
