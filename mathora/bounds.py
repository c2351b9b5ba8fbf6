"""What a process may take, and what holds it to that, on every system.

Owns: `LOOK_SECONDS`, `resident`, `computed`, `limit_address_space`, `limit_data`, `limit_process`.

Laws:
- Whoever starts a process looks at it every `LOOK_SECONDS` and ends it when it takes more than it may. This needs
  nothing of the system but its list of processes, so it holds on Linux, macOS and Windows alike. Between two looks a
  process may overshoot by what it can fill in that time: some hundred megabytes.
- Where the system can refuse memory itself (Linux's RLIMIT_AS and RLIMIT_DATA), it is asked to as well: the look is
  then the second fence. macOS refuses such a limit, Windows has none; there the look is the only one.
- Time is what a process computed, not what passed: a busy machine takes nothing from anybody's allowance.
"""

from __future__ import annotations

from contextlib import suppress

LOOK_SECONDS = 0.1


def resident(pid: int) -> int:
    """The bytes of memory that a process holds; 0 if it has ended."""
    import psutil  # noqa: PLC0415 - who starts no process does without

    with suppress(psutil.Error):
        return int(psutil.Process(pid).memory_info().rss)
    return 0


def computed(pid: int) -> float:
    """The seconds that a process has computed since it began; 0 if it has ended."""
    import psutil  # noqa: PLC0415 - as above

    with suppress(psutil.Error):
        times = psutil.Process(pid).cpu_times()
        return float(times.user + times.system)
    return 0.0


def limit_address_space(limit: int) -> bool:
    """Have the system refuse this process more than `limit` bytes from now on; False where it cannot."""
    return _refused_beyond("RLIMIT_AS", limit)


def limit_process(pid: int, memory: int, file: int) -> None:
    """The same for a process just started, and for the size of its files, both in bytes; nothing where it cannot be."""
    with suppress(ImportError, AttributeError, OSError):
        import resource  # noqa: PLC0415 - Windows has no such module

        resource.prlimit(pid, resource.RLIMIT_AS, (memory, memory))
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (file, file))


def limit_data(limit: int) -> bool:
    """Have the system refuse this process more than `limit` bytes of data from now on; False where it cannot."""
    return _refused_beyond("RLIMIT_DATA", limit)


def _refused_beyond(kind: str, limit: int) -> bool:
    try:
        import resource  # noqa: PLC0415 - as above

        which = getattr(resource, kind)
        _, hard = resource.getrlimit(which)
        bound = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(which, (bound, hard))
    except (ImportError, AttributeError, ValueError, OSError):
        return False
    return True
