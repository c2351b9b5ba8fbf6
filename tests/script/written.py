"""A value of a script that is read from its text, and what is told of it."""

from mathora.lesson import Faulty
from mathora.script.nodes import compose


def value(read, source):
    """What a reader makes of a text."""
    return read(compose(source, "x.yaml"))


def told(read, source):
    """The faults of a text: rule, message and hint of each, in one line."""
    try:
        value(read, source)
    except Faulty as faulty:
        return [f"{fault.rule}: {fault.message}; {fault.hint}" for fault in faulty.faults]
    return []
