"""Stands in for macOS: it refuses limits of address space and data, and has no `prlimit` and no `renameat2`.

Run as a program, it is Mathora's command on such a machine.
"""

import resource
import sys

REFUSED = (resource.RLIMIT_AS, resource.RLIMIT_DATA)


def hide() -> None:
    """From now on this process is on such a machine."""
    really = resource.setrlimit

    def setrlimit(kind, limits):
        if kind in REFUSED:
            raise ValueError("current limit exceeds maximum limit")
        really(kind, limits)

    resource.setrlimit = setrlimit
    if hasattr(resource, "prlimit"):
        del resource.prlimit


if __name__ == "__main__":
    from everywhere import run

    hide()
    run(__file__, sys.argv[1:])
