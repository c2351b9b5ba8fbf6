"""A script's text to a `Lesson`, or to all of its faults.

Owns: the tables of a lesson, its course, sections and steps, and what holds among them: ids are unique, scenes and
actions exist, a step without an id is named after its action.

Law: for every string, `read_script` gives a `Lesson` or raises `Faulty`, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Any, get_args

from mathora.lesson import (
    ActionSignature,
    Argument,
    ColourName,
    ColourRule,
    Course,
    LanguageName,
    Lesson,
    Pronunciation,
    SceneSignature,
    Section,
    Step,
    Text,
    ThemeName,
    VoiceName,
    did_you_mean,
)
from mathora.script.fields import (
    Field,
    Gathering,
    Reader,
    fields,
    mapping,
    named,
    one_of,
    one_or_several,
    plain_name,
    refuse,
    seconds,
    several,
    shorten,
    text,
    whole,
)
from mathora.script.model import model
from mathora.script.needs import need_faults
from mathora.script.nodes import ListNode, MapNode, ScalarNode, YamlNode, compose
from mathora.script.prose import prose
from mathora.script.values import arguments, shown

LONGEST_REST = 60
SLOWEST, FASTEST = 40, 400
"""Words per minute: slower than anyone speaks, faster than anyone reads."""

MOST_SECTIONS = 500
MOST_STEPS = 200

COURSE = (
    Field("track", prose, required=True),
    Field("unit", prose, required=True),
    Field("number", whole(0, 9999), required=True),
    Field("level", text, required=True),
    Field("minutes", whole(1, 999), required=True),
)


def _course(node: YamlNode) -> Course:
    return Course(**fields(node, COURSE, "the course"))


def _colours(node: YamlNode) -> tuple[ColourRule, ...]:
    entries = mapping(node, "colours, such as {w_1: blue}").entries
    read = one_of(get_args(ColourName))
    gathering = Gathering()
    rules = [(symbol, gathering.take(named, symbol.value, read, value)) for symbol, value in entries]
    gathering.close()
    return tuple(ColourRule(symbol=symbol, colour=colour) for symbol, colour in rules if colour)


def _pronunciations(node: YamlNode) -> tuple[Pronunciation, ...]:
    entries = mapping(node, "words and what is said for them, such as {Euler: oiler}").entries
    gathering = Gathering()
    rules = []
    for word, value in entries:
        if not word.value.isalnum():
            hint = "one word of letters and digits, as it stands in the text"
            gathering.add(word.place, "not-a-word", f"'{shorten(word.value)}' is not a word", hint, len(word.value))
        said = gathering.take(named, word.value, text, value)
        if said is not None:
            rules.append(Pronunciation(word=word, said=said))
    gathering.close()
    return tuple(rules)


LESSON = (
    Field("id", plain_name, required=True),
    Field("language", one_of(get_args(LanguageName))),
    Field("title", prose, required=True),
    Field("course", _course, required=True),
    Field("summary", prose),
    Field("model", model),
    Field("colors", _colours, name="colours"),
    Field("theme", one_of(get_args(ThemeName))),
    Field("words_per_minute", whole(SLOWEST, FASTEST)),
    Field("voice", one_of(get_args(VoiceName))),
    Field("pronounce", _pronunciations),
)


def lesson_table(section: Reader[Any]) -> tuple[Field, ...]:
    """The keys of a lesson."""
    sections = several(section, "sections", least=1, most=MOST_SECTIONS)
    return (*LESSON, Field("sections", sections, required=True))


def section_table(scene_name: Reader[Text], step: Reader[Any]) -> tuple[Field, ...]:
    """The keys of a section."""
    return (
        Field("id", plain_name, required=True),
        Field("title", prose, required=True),
        Field("scene", scene_name, required=True),
        Field("with", _given),
        Field("steps", several(step, "steps", least=1, most=MOST_STEPS), required=True),
    )


def step_table(action_name: Reader[Text]) -> tuple[Field, ...]:
    """The keys of a step."""
    return (
        Field("id", plain_name),
        Field("do", action_name, required=True, name="action"),
        Field("with", _given),
        Field("say", prose, required=True),
        Field("show", one_or_several(shown, "formulas")),
        Field("rest", seconds(LONGEST_REST)),
    )


def read_script(source: str, file: str, catalogue: Mapping[str, SceneSignature]) -> Lesson:
    """The lesson that `source` is; `file` names it in places, `catalogue` holds the scenes that it may name.

    Raises `Faulty` with all of its faults.
    """
    document = compose(source, file)
    gathering = Gathering()
    values = gathering.take(fields, document, lesson_table(_section_reader(catalogue)), "the lesson")
    _refuse_repeated(_items(document, "sections"), "section", gathering)
    gathering.close()
    return Lesson(file=file, **values or {})


def _section_reader(catalogue: Mapping[str, SceneSignature]) -> Reader[Section]:
    """A reader of sections; a section's scene decides how its parameters and steps are read."""

    def scene_name(node: YamlNode) -> Text:
        name = text(node)
        if name.value not in catalogue:
            hint = did_you_mean(name.value, list(catalogue)) or "this course has no scenes"
            refuse(name, "unknown-scene", f"there is no scene '{name.value}'", hint)
        return name

    def read(node: YamlNode) -> Section:
        named = _peek(node, "scene")
        scene = catalogue.get(named.text.value.strip()) if isinstance(named, ScalarNode) else None
        step_nodes = _items(node, "steps")
        names = iter(_step_ids(step_nodes))
        table = section_table(scene_name, _step_reader(scene, names))
        gathering = Gathering()
        values = gathering.take(fields, node, table, "a section") or {}
        values.pop("with", None)
        given = gathering.take(_arguments, node, named, scene)
        _refuse_repeated(step_nodes, "step", gathering)
        if scene is not None and given is not None:
            gathering.faults.extend(need_faults(scene, given, values.get("steps", ())))
        gathering.close()
        return Section(arguments=given or (), claims=scene.claims if scene else (), **values)

    return read


def _step_reader(scene: SceneSignature | None, names: Iterator[str]) -> Reader[Step]:
    """A reader of steps of `scene`; `names` gives the id of each step in turn."""
    actions = {action.name: action for action in scene.actions} if scene else {}

    def action_name(node: YamlNode) -> Text:
        name = text(node)
        if scene is not None and name.value not in actions:
            message = f"scene {scene.name} has no action '{name.value}'"
            refuse(name, "unknown-action", message, did_you_mean(name.value, list(actions)))
        return name

    table = step_table(action_name)

    def read(node: YamlNode) -> Step:
        name = next(names)
        done = _peek(node, "do")
        action = actions.get(done.text.value.strip()) if isinstance(done, ScalarNode) else None
        gathering = Gathering()
        values = gathering.take(fields, node, table, "a step") or {}
        values.pop("with", None)
        given = gathering.take(_arguments, node, done, action)
        gathering.close()
        return Step(**{**values, "id": name}, arguments=given or ())

    return read


def _given(node: YamlNode) -> MapNode:
    return mapping(node, "parameters, such as {at: 1}")


def _arguments(
    node: YamlNode, named: YamlNode | None, owner: SceneSignature | ActionSignature | None
) -> tuple[Argument, ...]:
    """The `with:` of a section or step, held against its scene's or action's parameters; none if that is unknown."""
    given = _peek(node, "with")
    if owner is None or named is None or not isinstance(given, MapNode | None):
        return ()
    kind = "scene" if isinstance(owner, SceneSignature) else "action"
    return arguments(given, owner.parameters, f"{kind} {owner.name}", named.place)


def _peek(node: YamlNode, key: str) -> YamlNode | None:
    """What stands under a key, before its table is read."""
    entries = node.entries if isinstance(node, MapNode) else ()
    return next((value for name, value in entries if name.value == key), None)


def _items(node: YamlNode, key: str) -> tuple[YamlNode, ...]:
    listed = _peek(node, key)
    return listed.items if isinstance(listed, ListNode) else ()


def _written(node: YamlNode, key: str) -> Text | None:
    value = _peek(node, key)
    return value.text if isinstance(value, ScalarNode) and not value.missing else None


def _refuse_repeated(nodes: Sequence[YamlNode], what: str, gathering: Gathering) -> None:
    """A fault for each id that a sibling before it has."""
    first: dict[str, Text] = {}
    for node in nodes:
        name = _written(node, "id")
        if name is None:
            continue
        if name.value in first:
            message = f"a second {what} '{name.value}'; the first is in line {first[name.value].place.line}"
            gathering.add(name.place, "duplicate-id", message, "", len(name.value))
        first.setdefault(name.value, name)


def _step_ids(nodes: Sequence[YamlNode]) -> list[str]:
    """Given ids, else the action's name, with `-2`, `-3` … from its second use on; a given id is not taken again."""
    given = [_written(node, "id") for node in nodes]
    taken = {name.value for name in given if name is not None}
    names: list[str] = []
    for node, name in zip(nodes[:MOST_STEPS], given, strict=False):
        if name is not None:
            names.append(name.value)
            continue
        action = _written(node, "do")
        base = action.value.strip().replace("_", "-") if action else "step"
        names.append(next(one for one in (base if n == 1 else f"{base}-{n}" for n in count(1)) if one not in taken))
        taken.add(names[-1])
    return names
