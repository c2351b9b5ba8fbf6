"""Verdicts for tests that are about something else: one that was given once is known to the process from then on."""

from mathora.prove.store import VerdictStore
from mathora.prove.task import decided

known_or_decided = VerdictStore(None, decided).decide
