"""A drawer without Manim: a step's clip is a few bytes made from its words, so that faults can be tried by the
hundred."""

import os
import resource
import signal
import sys
import time
from hashlib import sha256
from pathlib import Path

from mathora.plan import DrawnStep, StepFacts


def draw(job, _folder, drawn):
    chain = sha256(job.section.encode())
    wanted = dict(job.steps)
    for index, step in enumerate(job.view.steps):
        chain.update(step.action.encode())
        if index not in wanted:
            continue
        for tick in range(3):
            drawn(index, tick)
        yield finished(index, chain.digest())


def finished(index, content):
    facts = StepFacts(ticks=(0, 1, 2), motion=3)
    return DrawnStep(index=index, video=content * 500, still=content[::-1] * 200, facts=facts)


def draw_slowly(job, folder, drawn):
    for step in draw(job, folder, drawn):
        time.sleep(0.004)  # so that a kill at a random moment meets work under way
        yield step


def _with(action, happens, job, folder, drawn):
    """Draws, and lets something happen in the step with this action before it is handed on."""
    for step in draw(job, folder, drawn):
        if job.view.steps[step.index].action == action:
            happens()
        yield step


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def die_once():
    mark = Path(os.environ["MATHORA_TEST_MARK"])
    if not mark.exists():
        mark.touch()
        die()


def imported():
    """The names of all modules that this process has imported."""
    return set(sys.modules)


def meet(place, count):
    """Waits until so many work at the same time, but not for ever; how many came."""
    (place / str(os.getpid())).touch()
    for _ in range(500):
        if len(list(place.iterdir())) == count:
            break
        time.sleep(0.02)
    return len(list(place.iterdir()))


def hang():
    while True:
        time.sleep(0.05)


def draw_and_die(job, folder, drawn):
    """Kills its own worker in the step whose action is `die`."""
    return _with("die", die, job, folder, drawn)


def draw_and_die_once(job, folder, drawn):
    """Kills its own worker in the step `die`, but only the first time (a file remembers)."""
    return _with("die", die_once, job, folder, drawn)


def draw_and_hang(job, folder, drawn):
    """Hangs in the step `hang`."""
    return _with("hang", hang, job, folder, drawn)


def draw_too_much(job, folder, drawn):
    """Runs out of memory in the step `swell`."""
    return _with("swell", lambda: bytearray(job.memory), job, folder, drawn)


def draw_and_leave(job, folder, drawn):
    """Ends its own worker in the step `leave`, as a library may that calls `exit`."""
    return _with("leave", lambda: os._exit(7), job, folder, drawn)


def draw_until_seen(job, folder, drawn):
    """Goes on with its first frame until somebody has seen that there is one (the section's title names the file)."""
    seen = Path(job.view.opening.title.text.value)
    while not seen.exists():
        drawn(0, 0)
        time.sleep(0.05)
    yield from draw(job, folder, drawn)


def _swell_unbounded():
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    resource.setrlimit(resource.RLIMIT_DATA, (hard, hard))
    held = b"x" * (3 << 29)
    time.sleep(600)
    del held


def draw_and_swell(job, folder, drawn):
    """Takes one and a half gigabytes in the step `swell`, where no limit of the system holds."""
    return _with("swell", _swell_unbounded, job, folder, drawn)
