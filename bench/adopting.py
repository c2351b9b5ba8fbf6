"""Runs a command and waits for all that it started, orphans too: `python -m bench.adopting PIPE COMMAND…`.

Into the pipe of this number go the seconds until the command ended, and those of CPU of all of them. Linux gives it the
children of children whose parents ended; elsewhere they are not counted.
"""

import ctypes
import os
import resource
import subprocess
import sys
import time
from contextlib import suppress

PR_SET_CHILD_SUBREAPER = 36  # of <sys/prctl.h>

if __name__ == "__main__":
    with suppress(AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    began = time.perf_counter()
    code = subprocess.run(sys.argv[2:], check=False).returncode
    wall = time.perf_counter() - began
    with suppress(ChildProcessError):
        while True:
            os.wait()
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    os.write(int(sys.argv[1]), f"{wall} {spent.ru_utime + spent.ru_stime}".encode())
    sys.exit(code)
