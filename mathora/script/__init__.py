"""YAML text to a `Lesson` or all of its faults; scene files' text to signatures. Pure; only here is yaml imported."""

from mathora.script.catalogue import read_signature, read_signatures
from mathora.script.course import read_course
from mathora.script.defaults import written_default
from mathora.script.reader import read_script
from mathora.script.schema import course_schema, script_schema
from mathora.script.starter import plain_name_of, starter_course, starter_script
