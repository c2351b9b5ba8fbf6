"""The form of scripts and of `course.yaml` as JSON Schemas, for editors: completion and faults of form while one types.

Owns: what an editor is told of the tables of `reader`, `model`, `questions`, `values` and `course`, and of the scenes.

Laws:
- A schema accepts every file that `read_script`, or `read_course`, accepts; what needs more than form, `check` tells.
- Keys and what is required come from the tables by which scripts are read, scenes and actions from the catalogue.
- A text may look like a number or a switch to YAML; where a text belongs it is one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from mathora.lesson import (
    STAY,
    ActionSignature,
    AspectName,
    ColourName,
    Kind,
    LanguageName,
    LogBase,
    Parameter,
    ParameterKind,
    SceneSignature,
    ThemeName,
    VoiceName,
)
from mathora.script.arrays import LARGEST_SIDE
from mathora.script.brand import HEX, THEMES
from mathora.script.course import ADDRESS, MOST_ADDRESSES, MOST_FONTS, MOST_LESSONS, course_table
from mathora.script.fields import LONGEST_NAME, PLAIN_NAME, Field, no_file, text
from mathora.script.model import DECLARATION
from mathora.script.music import MUSIC, SILENCE
from mathora.script.questions import CONFUSION, LEAST_OPTIONS, MOST_OPTIONS, OPTION, QUESTION
from mathora.script.reader import COURSE, FASTEST, SLOWEST, lesson_table
from mathora.script.sections import LONGEST_REST, beside_step_table, beside_table, section_table, step_table
from mathora.script.values import ROLES, SHOWN

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT: Schema = {"type": ["string", "number", "boolean"]}
NUMBER: Schema = {"type": ["string", "number"]}
FLAG: Schema = {"type": "boolean"}
NAME: Schema = {"type": "string", "pattern": rf"^{PLAIN_NAME.pattern}(?![\s\S])", "maxLength": LONGEST_NAME}


def _enum(words: Sequence[str]) -> Schema:
    return {"enum": list(words)}


def _list(item: Schema, least: int = 0, most: int | None = None) -> Schema:
    return {"type": "array", "items": item, "minItems": least} | ({} if most is None else {"maxItems": most})


def _one_or_several(item: Schema) -> Schema:
    return {"anyOf": [item, _list(item)]}


def _map(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


def _table(rows: Sequence[Field], values: Mapping[str, Schema]) -> Schema:
    """A mapping by its table: each row's key is what `values` says of it."""
    properties = {
        row.key: values[row.key] | ({"description": KEYS[row.key]} if row.key in KEYS else {}) for row in rows
    }
    required = [row.key for row in rows if row.required]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


KEYS = {
    "do": "what the scene does: one of its actions",
    "with": "what the scene or action needs",
    "say": "what is said meanwhile: words, $formulas$ and [1.5](checked numbers)",
    "show": "the formula that is displayed, in LaTeX without dollars, or a list of them; each is proved",
    "rest": "seconds of silence after the step",
    "beside": "a second scene that shares the picture; in a step, what it does meanwhile",
    "continues": "true: begin with the picture of the section before, which has the same scene",
    "id": "small letters, digits and hyphens; a part of file names and addresses",
    "scene": "the kind of picture",
    "model": "the functions, variables and constants of the lesson",
    "colors": "the colour of a symbol, wherever it stands",
    "summary": "two or three sentences, for the page",
    "words_per_minute": "how fast the narration is read",
    "voice": "who speaks: the voice of the language (standard), one by name, or none",
    "pronounce": "words that the voice gets wrong, and what it should say",
    "music": "a sound file of the course's folder, played quietly under what is said; or none",
    "aspect": "the shape of the frames, or several, each laid out anew; --aspect counts first",
    "log": r"the base of a \log that is written without one",
    "role": "claim: to be proved; given: assumed; definition: new; mistake: has to be false; schematic: with dots",
    "waive": "your reason to show what is neither proved nor refuted",
    "data": "a list of numbers, or a CSV file of the script's folder",
    "column": "the name of the file's column",
    "domain": "a relation, or a list of them, that holds",
    "author": "on the title card, on page and transcript, and in the film's tags",
    "licence": "as the author's name",
    "order": "the lessons in the order in which they are learnt, by their scripts' names",
    "prerequisites": "for a lesson, those that come before it: {gradient: [derivative]}",
    "addresses": "where the course is published",
    "brand": "your logo, your typeface, and colours of yours in place of the theme's",
    "typeface": "a font file of this folder for all words, who made it (by), and its licence",
    "font": "a font file of this folder, or several, for letters that the fonts that come along lack",
    "claim": r"a formula with \answer, for which each option's formula is put",
    "why": "why this option is right, or wrong",
}
"""What an editor says of a key, in an author's words."""

FORMULA: Schema = {"anyOf": [TEXT, _table(SHOWN, {"tex": TEXT, "role": _enum(ROLES), "waive": TEXT, "tol": NUMBER})]}
CHOICE = _table(OPTION, {"text": TEXT, "correct": FLAG, "why": TEXT, "answer": TEXT})

ENTRIES = _list(TEXT, 1, LARGEST_SIDE)
ARRAY: Schema = {"anyOf": [TEXT, ENTRIES, _list(ENTRIES, 1, LARGEST_SIDE)]}
VALUES: Mapping[ParameterKind, Schema] = {
    "Function": TEXT,
    "Variable": TEXT,
    "Number": NUMBER,
    "Point": _map(NUMBER) | {"minProperties": 1},
    "Interval": _list(NUMBER, 2, 2),
    "PlaneVector": ARRAY,
    "PlaneMatrix": ARRAY,
    "AnyMatrix": ARRAY,
    "Formula": FORMULA,
    "Prose": TEXT,
    "Picture": {"type": "string"},
    "ProgramLines": {"type": "string"},
    "Flag": FLAG,
    "Question": _table(QUESTION, {"ask": TEXT, "claim": TEXT, "options": _list(CHOICE, LEAST_OPTIONS, MOST_OPTIONS)}),
    "Confusion": _table(CONFUSION, dict.fromkeys(("myth", "wrong", "fact", "right"), TEXT)),
}
SIDE: Schema = {"type": "integer", "minimum": 1}
DECLARED = _table(
    DECLARATION,
    {
        "is": ARRAY,
        "domain": _one_or_several(TEXT),
        "kind": _enum(get_args(Kind)),
        "shape": {"anyOf": [SIDE, _list(SIDE, 2, 2)]},
        "unit": TEXT,
        "data": {"anyOf": [TEXT, _list(NUMBER, 1)]},
        "column": TEXT,
    },
)
WHOLE: Schema = {"type": "integer", "minimum": 0}
SPOKEN: Mapping[str, Schema] = {
    "language": _enum(get_args(LanguageName)),
    "theme": _enum(get_args(ThemeName)),
    "aspect": _one_or_several(_enum(get_args(AspectName))),
    "log": {"enum": [*get_args(LogBase), *(int(base) for base in get_args(LogBase) if base.isdigit())]},
    "words_per_minute": {"type": "integer", "minimum": SLOWEST, "maximum": FASTEST},
    "voice": _enum(get_args(VoiceName)),
    "pronounce": _map(TEXT),
    "music": {"anyOf": [_enum([SILENCE]), _table(MUSIC, dict.fromkeys(("file", "by", "licence"), TEXT))]},
}
"""What a course says for all of its lessons, and a lesson for itself."""


def script_schema(catalogue: Mapping[str, SceneSignature]) -> Schema:
    """The JSON Schema (2020-12) of the scripts whose scenes are those of `catalogue`."""
    values = {
        "id": NAME,
        "title": TEXT,
        "course": _table(COURSE, {"track": TEXT, "unit": TEXT, "number": WHOLE, "level": TEXT, "minutes": WHOLE}),
        "summary": TEXT,
        "model": _map({"anyOf": [ARRAY, {"type": "null"}, DECLARED]}),
        **SPOKEN,
        "colors": _map(_enum(get_args(ColourName))),
        "sections": _list(_section(list(catalogue.values())), 1),
    }
    return {"$schema": DIALECT, "title": "A lesson"} | _table(lesson_table(text), values)


def course_schema() -> Schema:
    """The JSON Schema (2020-12) of `course.yaml`."""
    colour = {"type": "string", "pattern": rf"^{HEX.pattern}$"}
    colours = {name: _for_themes(colour) for name in get_args(ColourName)}
    typeface = {"type": "object", "properties": dict.fromkeys(("file", "by", "licence"), TEXT)}
    brand = {
        "logo": _for_themes(TEXT),
        "colors": {"properties": colours, "additionalProperties": False},
        "typeface": typeface | {"required": ["file", "licence"], "additionalProperties": False},
    }
    lessons = _list(TEXT, most=MOST_LESSONS)
    values = {
        **dict.fromkeys(("title", "author", "licence"), TEXT),
        **SPOKEN,
        "order": lessons,
        "prerequisites": _map(lessons),
        "addresses": _list({"type": "string", "pattern": rf"^{ADDRESS.pattern}$"}, most=MOST_ADDRESSES),
        "brand": {"type": "object", "properties": brand, "additionalProperties": False},
        "font": {"anyOf": [TEXT, _list(TEXT, 1, MOST_FONTS)]},
    }
    table = _table(course_table(no_file), values)
    return {"$schema": DIALECT, "title": "A course"} | table | {"type": ["object", "null"]}


def _for_themes(value: Schema) -> Schema:
    """One value for all themes, or one for each."""
    each = {"properties": dict.fromkeys(THEMES, value), "additionalProperties": False}
    return {"anyOf": [value, {"type": "object"} | each]}


def _section(scenes: Sequence[SceneSignature]) -> Schema:
    act = {"do": TEXT, "with": {"type": "object"}, "show": _one_or_several(FORMULA)}
    step = {"id": NAME, "say": TEXT, "rest": NUMBER | {"minimum": 0, "maximum": LONGEST_REST}}
    beside = {"beside": _table(beside_step_table(text), act)}
    steps = _table(step_table(text, text), act | step | beside)
    scene = {"scene": _described((one.name, one.summary) for one in scenes), "with": {"type": "object"}}
    given = [_when(_named(one), _given(one.parameters, {})) for one in scenes]
    guest = _table(beside_table(text), scene) | {"allOf": given}
    values = scene | {"id": NAME, "title": TEXT, "steps": _list(steps, 1), "beside": guest, "continues": FLAG}
    rules = [rule for one in scenes for rule in _rules(one)]
    return _table(section_table(text, text, text), values) | {"allOf": rules}


def _rules(scene: SceneSignature) -> Iterator[Schema]:
    """What a section keeps that names the scene: as its own, and beside; one that continues another gives nothing."""
    yield _when(_named(scene) | {"continues": {"const": False}}, _given(scene.parameters, {}), ["scene"])
    yield _when(_named(scene), {"properties": {"steps": {"items": _step_of(scene)}}})
    guest = {"beside": {"properties": _named(scene), "required": ["scene"]}}
    beside = {"properties": {"beside": _step_of(scene)}}
    yield _when(guest, {"properties": {"steps": {"items": beside}}})


def _named(scene: SceneSignature) -> Schema:
    return {"scene": {"const": scene.name}}


def _step_of(scene: SceneSignature) -> Schema:
    every = (*scene.actions, STAY)
    rules = [_when({"do": {"const": one.name}}, _of_action(one)) for one in every]
    return {"properties": {"do": _described((one.name, one.describes) for one in every)}, "allOf": rules}


def _of_action(action: ActionSignature) -> Schema:
    rule = _given(action.parameters, {})
    return rule | {"required": [*rule["required"], "show"]} if action.shows else rule


def _described(words: Iterable[tuple[str, str]]) -> Schema:
    return {"oneOf": [{"const": word, "description": said} for word, said in words]}


def _when(properties: Schema, then: Schema, required: Sequence[str] = ()) -> Schema:
    """A rule for what has these properties; those `required`, or else all of them, have to be there."""
    return {"if": {"properties": properties, "required": list(required or properties)}, "then": then}


def _given(parameters: Sequence[Parameter], properties: Schema) -> Schema:
    """What a mapping with these properties and a `with:` for the parameters keeps."""
    needed = [one.name for one in parameters if one.required]
    given = {
        "properties": {one.name: _value(one) for one in parameters}, "required": needed, "additionalProperties": False,
    }  # fmt: skip
    return {"properties": {**properties, "with": given}, "required": ["with"] if needed else []}


def _value(parameter: Parameter) -> Schema:
    limits = [limit for limit in parameter.limits if not limit.length]
    if parameter.kind == "Count":
        one = WHOLE | {key: at for limit in limits for key, at in (("minimum", limit.least), ("maximum", limit.most))}
    else:
        one = _enum(parameter.words) if parameter.kind == "Word" else VALUES[parameter.kind]
    lengths = [limit for limit in parameter.limits if limit.length]
    return _list(one, *((lengths[0].least, lengths[0].most) if lengths else ())) if parameter.many else one
