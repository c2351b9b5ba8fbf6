r"""A new lesson's text, to be changed: a section for each scene, with comments that teach. And a new `course.yaml`'s.

Owns: the first lines of every new script, how sections are joined into one lesson, what is written for a scene that
brings no section of its own, and what a new course says.

A scene may bring one: a YAML file beside the scene's, of the same name, with `model:`, `colors:` and `sections:`, each
with indented lines below it. Its lines are taken as they are, comments too, but for names by which another scene means
something else (`renaming`); of two lines of colours that say something of the same name, the first counts.

Law: the same scenes give the same text; the file of a scene's own section is read as text, never evaluated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from unicodedata import combining, normalize

from mathora.lesson import ActionSignature, Parameter, ParameterKind, SceneSignature
from mathora.script.fields import LONGEST_NAME, PLAIN_NAME
from mathora.script.renaming import side_by_side

HEAD = """\
# yaml-language-server: $schema={schema}
# A lesson. Change whatever you like, save, and look what comes of it:
#   mathora check {id}
#       proves every formula, in seconds, and draws nothing
#   mathora storyboard {id}
#       draws the last frame of every step
#   mathora render {id}
#       makes the film, the slides and the page, in media/{id}/
#   mathora scenes
#       tells which scenes there are; with a scene's name, what it can do
id: {id}
title: {title}
course: {{track: {track}, unit: First steps, number: {number}, level: Easy, minutes: {minutes}}}
"""
WORDS_A_MINUTE = 300  # of a section as it is written, with its keys and formulas: about half of them are said

COURSE = """\
# yaml-language-server: $schema={schema}
# What all lessons of this course have in common. All of it may be left out; a lesson's own word counts first.
# To say one of the things below, take its # away.
title: {title}  # the track of the lessons that `mathora new lesson` writes
#author: A. Teacher                          # on the title card, on page and transcript
#licence: CC BY 4.0
#order: [first-lesson]                       # the lessons as they are learnt, by their scripts' names
#prerequisites: {{}}                           # what a lesson needs: {{second-lesson: [first-lesson]}}
#addresses: [https://example.org/my-course]  # where it is published
#language: en                                # what Mathora says by itself; or de
#theme: dark                                 # or light
#aspect: [16:9, 9:16]                        # the shapes of films: wide, for phones, 1:1; each laid out anew
#log: 10                                     # the base of a \\log without one; or e, or 2
#voice: standard                             # or none
#words_per_minute: 150
#pronounce: {{Euler: oiler}}                   # for the voice alone
#font: NotoSansHebrew-Regular.ttf            # a file of this folder, for letters that Latin, Greek, Cyrillic lack
#music: none                                 # or {{file: calm.mp3, licence: CC BY 4.0}}, quietly under the voice
#brand: {{colors: {{orange: {{dark: "#ff7f50", light: "#964b00"}}}}}}   # and logo, typeface: files of this folder
"""
MODEL, COLOURS, SECTIONS = "model", "colors", "sections"
COMMENTS = {
    MODEL: "# Functions, variables and constants. Everything is drawn, proved and computed from these lines.",
    COLOURS: "# A symbol has its colour everywhere.",
    SECTIONS: "# A section is a chapter: its scene is the kind of picture. A step is one thing that happens.",
}
LINE = 110
FUNCTION, VALUE = "H(x, y)", "x^2 + 2 y^2"

EXAMPLES: Mapping[ParameterKind, str] = {
    "Function": "H",
    "Variable": "x",
    "Number": "1",
    "Point": "{x: 1, y: 1}",
    "Interval": "[-2, 2]",
    "PlaneVector": "[1, 2]",
    "PlaneMatrix": "[[2, 1], [1, 2]]",
    "AnyMatrix": "[[2, 1], [1, 2]]",
    "Formula": "H",
    "Prose": "Words of yours",
    "Picture": "pictures/mine.png",
    "ProgramLines": "print(1)",
    "Flag": "true",
    "Question": "{ask: One and one is …, options: [{text: two, correct: true, why: Count.}, {text: one, why: Count.}]}",
    "Confusion": "{myth: What is often believed, fact: What is true}",
}


def starter_script(
    name: str, track: str, number: int, scenes: Sequence[tuple[SceneSignature, str]], schema: str
) -> str:
    """The script of a new lesson.

    `name` is its id, `track` the course's name in letters, digits and blanks, `number` its place there; `scenes` are
    its scenes in their order, each with the text of its own section, which is "" where it has none; `schema` is where
    editors find the schema, from the script's folder.
    """
    texts = side_by_side([(scene, text or _plain_section(scene)) for scene, text in scenes])
    parts = [*map(_blocks, texts)]
    words = sum(len(line.split()) for part in parts for line in part.get(SECTIONS, ()))
    minutes = max(1, words // WORDS_A_MINUTE)
    head = HEAD.format(id=name, title=_title(name), track=_title(track), number=number, minutes=minutes, schema=schema)
    blocks = {key: list(_joined(part.get(key, ()) for part in parts)) for key in (MODEL, COLOURS)}
    blocks[SECTIONS] = [
        line
        for (scene, _), part in zip(scenes, parts, strict=True)
        for line in ("", *_announced(scene, part.get(SECTIONS, ())), *part.get(SECTIONS, ()))
    ]
    written = ["\n".join((COMMENTS[key], f"{key}:", *lines)) for key, lines in blocks.items() if lines]
    return "\n".join((head, "\n\n".join(written))) + "\n"


def starter_course(name: str, schema: str) -> str:
    """The `course.yaml` of a new course; `schema` is where editors find its schema."""
    return COURSE.format(title=_title(name), schema=schema)


def plain_name_of(words: str) -> str:
    """The nearest name that a lesson may have: small letters, digits, hyphens."""
    plain = "".join(sign for sign in normalize("NFKD", words.casefold()) if not combining(sign))
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST_NAME].rstrip("-")
    return name if PLAIN_NAME.fullmatch(name) else "my-lesson"


def _title(name: str) -> str:
    words = re.sub(r"[\W_]+", " ", name).strip() or "Lessons"
    return "'Null'" if words.lower() == "null" else f"{words[:1].upper()}{words[1:]}"


def _blocks(text: str) -> dict[str, list[str]]:
    """The lines below each key that stands at a line's start."""
    blocks: dict[str, list[str]] = {}
    key = ""
    for line in text.splitlines():
        if found := re.match(r"(\w+):", line):
            key = found[1]
        elif line.strip() and key:
            blocks.setdefault(key, []).append(line)
    return blocks


def _joined(parts: Iterator[Sequence[str]]) -> Iterator[str]:
    seen: set[str] = set()
    for line in (line for part in parts for line in part):
        name = line.strip().partition(":")[0]
        if name not in seen:
            seen.add(name)
            yield line


def _announced(scene: SceneSignature, lines: Sequence[str]) -> Iterator[str]:
    """What the scene is for, and which of its actions stand in none of the lines."""
    used = set(re.findall(r"do: (\w+)", "\n".join(lines)))
    yield from _comment("  ", f"{scene.name}: {scene.summary}")
    if further := [action.name for action in scene.actions if action.name not in used]:
        yield from _comment("  ", f"It can do more: {', '.join(further)} (mathora scenes {scene.name}).")


def _comment(indent: str, words: str) -> list[str]:
    return wrap(words, LINE, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")


def _plain_section(scene: SceneSignature) -> str:
    """A section with all that the scene needs, and each of its actions once."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", scene.name)
    lines = [
        f"{MODEL}:\n  {FUNCTION}: {VALUE}\n{SECTIONS}:",
        f"  - id: {plain_name_of(words)}",
        f"    title: {words}",
        f"    scene: {scene.name}",
        *_with("    ", scene.parameters),
        "    steps:",
    ]
    for action in scene.actions:
        lines += _plain_step(action)
    return "\n".join(lines)


def _plain_step(action: ActionSignature) -> Iterator[str]:
    yield from _comment("      ", action.describes)
    yield f"      - do: {action.name}"
    yield from _with("        ", action.parameters)
    yield "        say: Say here what is seen."
    if action.shows:
        yield f"        show: {FUNCTION} = {VALUE}"


def _with(indent: str, parameters: Sequence[Parameter]) -> Iterator[str]:
    """A `with:` of the parameters; those that may be left out stand there as comments."""
    needed = [one for one in parameters if one.required]
    if needed:
        yield f"{indent}with:"
    yield from (f"{indent}  {one.name}: {_example(one)}" for one in needed)
    yield from (f"{indent}# under `with:` also {one.name}: {_example(one)}" for one in parameters if not one.required)


def _example(parameter: Parameter) -> str:
    least = next((limit.least for limit in parameter.limits if not limit.length), 1)
    one = parameter.words[0] if parameter.words else EXAMPLES.get(parameter.kind, str(least))
    times = max(1, *(limit.least for limit in parameter.limits if limit.length), 1)
    return f"[{', '.join([one] * times)}]" if parameter.many else one
