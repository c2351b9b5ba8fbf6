"""Stands in for Windows: it has none of these modules and calls, and cannot wait for a pipe.

Run as a program, it is Mathora's command on such a machine.
"""

import os
import select
import signal
import subprocess  # noqa: F401 - it is there on Windows too, but not in the form that needs what is hidden
import sys

import psutil  # noqa: F401 - as above

MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "syslog")
CALLS = ("getuid", "geteuid", "getgid", "killpg", "setsid", "fork", "chown", "statvfs", "getpgid")


def hide() -> None:
    """From now on this process is on such a machine."""
    for name in MODULES:
        sys.modules[name] = None
    for name in CALLS:
        if hasattr(os, name):
            delattr(os, name)
    for name in ("SIGHUP", "SIGQUIT", "setitimer"):
        delattr(signal, name)

    def refuse(*_):
        raise OSError(10038, "an operation was attempted on something that is not a socket")

    select.select = refuse


if __name__ == "__main__":
    from everywhere import run

    hide()
    run(__file__, sys.argv[1:])
