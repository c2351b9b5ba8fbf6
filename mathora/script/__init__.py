"""YAML text to a `Lesson` or all of its faults; scene files' text to signatures. Pure; only here is yaml imported."""

from mathora.script.catalogue import read_signature, read_signatures
from mathora.script.reader import read_script

__all__ = ["read_script", "read_signature", "read_signatures"]
