"""Sections and steps: their tables, and what holds among them.

Owns: `section_table`, `step_table` and those of what stands beside; `section_reader`. Ids are unique, scenes and
actions exist, a step without an id is named after its action; what stands beside is read as the section's own is.

Law: a section that continues the one before has its scenes and what they are given, and goes on from its steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from mathora.lesson import (
    STAY,
    ActionSignature,
    ActionUse,
    Argument,
    Fault,
    Faulty,
    FontValue,
    SceneSignature,
    SceneUse,
    Section,
    Step,
    Text,
    did_you_mean,
    refuse,
)
from mathora.script.fields import (
    Field,
    Gathering,
    Reader,
    fields,
    flag,
    mapping,
    one_or_several,
    plain_name,
    seconds,
    several,
    text,
)
from mathora.script.glyphs import undrawable_in
from mathora.script.needs import lacking, move_faults, need_faults
from mathora.script.nodes import ListNode, MapNode, ScalarNode, YamlNode
from mathora.script.pictures import Pictures
from mathora.script.prose import LONGEST_TITLE, narration, prose, short
from mathora.script.scene_needs import needs_of
from mathora.script.values import arguments, shown

LONGEST_REST = 60
MOST_STEPS = 200
NOT = frozenset({"", "false", "False", "no", "No", "off"})  # after `continues:`; what means yes is asked to be `true`
MOST_LISTED = 12  # so many scenes are named where another was; of more, the command tells


def section_table(scene_name: Reader[Text], beside: Reader[Any], step: Reader[Any]) -> tuple[Field, ...]:
    """The keys of a section."""
    return (
        Field("id", plain_name, required=True),
        Field("title", short(prose, LONGEST_TITLE), required=True),
        Field("scene", scene_name, required=True),
        Field("with", _given),
        Field("beside", beside),
        Field("continues", flag),
        Field("steps", several(step, "steps", least=1, most=MOST_STEPS), required=True),
    )


def beside_table(scene_name: Reader[Text]) -> tuple[Field, ...]:
    """The keys of a second scene, which stands beside the section's own."""
    return (Field("scene", scene_name, required=True), Field("with", _given))


def step_table(action_name: Reader[Text], beside: Reader[Any]) -> tuple[Field, ...]:
    """The keys of a step."""
    return (
        Field("id", plain_name),
        Field("do", action_name, required=True, name="action"),
        Field("with", _given),
        Field("say", narration, required=True),
        Field("show", one_or_several(shown, "formulas")),
        Field("beside", beside),
        Field("rest", seconds(LONGEST_REST)),
    )


def beside_step_table(action_name: Reader[Text]) -> tuple[Field, ...]:
    """The keys of what the second scene does in a step."""
    return (
        Field("do", action_name, required=True, name="action"),
        Field("with", _given),
        Field("show", one_or_several(shown, "formulas")),
    )


def section_reader(
    catalogue: Mapping[str, SceneSignature], pictures: Pictures, fonts: Sequence[FontValue] = ()
) -> Reader[Section]:
    """A reader of a lesson's sections, one after the other; a section's scene decides how its steps are read.

    `fonts` are the course's own.
    """
    return _Sections(catalogue, pictures, fonts)


@dataclass(slots=True)
class _Sections:
    """Reads sections in their order. `before` is the one read last; None if there was none, or if it was faulty."""

    catalogue: Mapping[str, SceneSignature]
    pictures: Pictures
    fonts: Sequence[FontValue]
    before: Section | None = None
    begun: bool = False

    def __call__(self, node: YamlNode) -> Section:
        before, begun = self.before, self.begun
        self.before, self.begun = None, True
        fresh = _word(node, "continues") in NOT
        self.before = self._fresh(node) if fresh else self._continuing(node, before, begun=begun)
        if faults := [*undrawable_in(self.before, self.fonts)]:
            raise Faulty(faults)
        return self.before

    def _fresh(self, node: YamlNode) -> Section:
        own = self.catalogue.get(_word(node, "scene"))
        guest = self.catalogue.get(_word(peek(node, "beside"), "scene"))
        gathering = Gathering()
        values = gathering.take(self._values, node, own, guest, beside=peek(node, "beside") is not None) or {}
        given = gathering.take(_arguments, node, "scene", own, self.pictures) or ()
        beside = values.get("beside")
        steps = values.get("steps", ())
        if own is not None and not gathering.faults:
            gathering.faults += [*lacking(own, values["scene"], given), *need_faults(own, given, steps)]
        if guest is not None and beside is not None:
            gathering.faults += lacking(guest, beside.scene, beside.arguments)
            gathering.faults += need_faults(guest, beside.arguments, _beside(steps))
        gathering.faults += _moves(steps, own, guest)
        gathering.faults += _idle(steps, beside)
        gathering.close()
        return _needing(Section(arguments=given, claims=own.claims if own else (), **values), own, guest)

    def _continuing(self, node: YamlNode, before: Section | None, *, begun: bool) -> Section:
        """A section with `continues: true`."""
        gathering = Gathering()
        if not begun:
            hint = "leave 'continues:' out"
            gathering.add(node.place, "nothing-to-continue", "there is no section before this one", hint)
        for key in ("with", "beside"):
            if begun and (given := peek(node, key)):
                message = f"'{key}:' stands in a section that continues the one before, and has what that has"
                gathering.add(given.place, "given-before", message, f"leave '{key}:' out")
        if before is not None and (found := _word(node, "scene")) not in ("", before.scene.value):
            message = f"found {found}, but the section before, which this one continues, is a {before.scene.value}"
            place = _written(node, "scene")
            at, hint = place.place if place else node.place, "name the same scene, or leave 'continues:' out"
            gathering.add(at, "continues-another", message, hint, len(found))
        own = self.catalogue.get(_word(node, "scene"))
        guest = self.catalogue.get(before.beside.scene.value) if before and before.beside else None
        values = gathering.take(self._values, node, own, guest, beside=guest is not None or before is None) or {}
        gathering.close()
        if before is None:  # it was faulty, and has told so
            return Section(**values)
        values |= {"arguments": before.arguments, "claims": before.claims, "beside": before.beside}
        section = Section(before=(*before.before, *before.steps), **values)
        every = (*section.before, *section.steps)
        if own is not None:
            gathering.faults += need_faults(own, section.arguments, every)
        if guest is not None and section.beside is not None:
            gathering.faults += need_faults(guest, section.beside.arguments, _beside(every))
        gathering.faults += _moves(section.steps, own, guest)
        gathering.close()
        return _needing(section, own, guest)

    def _values(
        self, node: YamlNode, own: SceneSignature | None, guest: SceneSignature | None, *, beside: bool
    ) -> dict[str, Any]:
        """What a section's keys say, but `with:`; `beside`: a second scene stands in it, also if it is not known."""
        step_nodes = items(node, "steps")
        reader = _Steps(own, guest, iter(_step_ids(step_nodes)), self.pictures, beside=beside)
        table = section_table(self._scene_name, self._guest, reader)
        gathering = Gathering()
        values = gathering.take(fields, node, table, "a section") or {}
        refuse_repeated(step_nodes, "step", gathering)
        gathering.close()
        return {key: value for key, value in values.items() if key not in ("with", "continues")}

    def _guest(self, node: YamlNode) -> SceneUse:
        """The `beside:` of a section."""
        scene = self.catalogue.get(_word(node, "scene"))
        gathering = Gathering()
        values = gathering.take(fields, node, beside_table(self._scene_name), "'beside'") or {}
        given = gathering.take(_arguments, node, "scene", scene, self.pictures) or ()
        gathering.close()
        return SceneUse(scene=values["scene"], arguments=given, claims=scene.claims if scene else ())

    def _scene_name(self, node: YamlNode) -> Text:
        name = text(node)
        if name.value not in self.catalogue:
            hint = did_you_mean(name.value, list(self.catalogue)) or "this course has no scenes"
            if hint.count(",") > MOST_LISTED:
                hint = f"'mathora scenes' tells what each of the {len(self.catalogue)} scenes shows"
            refuse(name, "unknown-scene", f"there is no scene '{name.value}'", hint)
        return name


@dataclass(slots=True)
class _Steps:
    """Reads the steps of a section; `names` gives the id of each in turn."""

    own: SceneSignature | None
    guest: SceneSignature | None
    names: Iterator[str]
    pictures: Pictures
    beside: bool

    def __call__(self, node: YamlNode) -> Step:
        name = next(self.names)
        values = _act(node, self.own, step_table(_action_name(self.own), self._guest), "a step", self.pictures)
        return Step(**{**values, "id": name})

    def _guest(self, node: YamlNode) -> ActionUse:
        """The `beside:` of a step."""
        if not self.beside:
            message = "the step says what a second scene does, and none stands beside the section's"
            hint = "name one in the section, 'beside: {scene: …}', or leave this out"
            raise Faulty([Fault(node.place, "nothing-beside", message, hint)])
        table = beside_step_table(_action_name(self.guest))
        return ActionUse(**_act(node, self.guest, table, "'beside'", self.pictures))


def _act(
    node: YamlNode, scene: SceneSignature | None, table: Sequence[Field], what: str, pictures: Pictures
) -> dict[str, Any]:
    """What a step says of a scene, by the vocabulary's names."""
    action = scene.action(_word(node, "do")) if scene else None
    gathering = Gathering()
    values = gathering.take(fields, node, table, what) or {}
    given = gathering.take(_arguments, node, "do", action, pictures) or ()
    gathering.close()
    return {**{key: value for key, value in values.items() if key != "with"}, "arguments": given}


def _action_name(scene: SceneSignature | None) -> Reader[Text]:
    """A reader of an action of `scene`; of any name, where that is not known."""

    def read(node: YamlNode) -> Text:
        name = text(node)
        if scene is not None and scene.action(name.value) is None:
            known = [action.name for action in (*scene.actions, STAY)]
            message = f"scene {scene.name} has no action '{name.value}'"
            refuse(name, "unknown-action", message, did_you_mean(name.value, known))
        return name

    return read


def _given(node: YamlNode) -> MapNode:
    return mapping(node, "parameters, such as {at: 1}")


def _arguments(
    node: YamlNode, key: str, owner: SceneSignature | ActionSignature | None, pictures: Pictures
) -> tuple[Argument, ...]:
    """The `with:` beside a `scene:` or `do:` (`key`), held against its parameters; none if that is unknown."""
    given, named = peek(node, "with"), peek(node, key)
    if owner is None or named is None or not isinstance(given, MapNode | None):
        return ()
    kind = "scene" if isinstance(owner, SceneSignature) else "action"
    return arguments(given, owner.parameters, f"{kind} {owner.name}", named.place, pictures)


def _moves(steps: Sequence[Step], own: SceneSignature | None, guest: SceneSignature | None) -> Iterator[Fault]:
    """What the steps' narrations call wrongly, if their scenes are known."""
    scenes = [scene for scene in (own, guest) if scene is not None]
    return (fault for step in steps if own is not None for fault in move_faults(step, scenes))


def _needing(section: Section, own: SceneSignature | None, guest: SceneSignature | None) -> Section:
    """The section with what its scenes need of the values of all their steps."""
    steps, beside = (*section.before, *section.steps), section.beside
    if guest is not None and beside is not None:
        needs = needs_of(guest, beside.scene, beside.arguments, _beside(steps))
        section = replace(section, beside=replace(beside, needs=needs))
    if own is not None:
        needs = needs_of(own, section.scene, section.arguments, steps)
        section = replace(section, needs=needs)
    return section


def _idle(steps: Sequence[Step], guest: SceneUse | None) -> Iterator[Fault]:
    """A first step in which nothing happens, and a scene that stays in all steps, or has none, and so never stands."""
    if steps and all(_stays(act) for act in steps[0].acts):
        message, hint = "nothing stands yet that could stay", "let another action come before, or begin with one"
        yield _nothing_stands(steps[0], message, hint)
        return
    for acts in (steps, _beside(steps)):
        if acts and all(map(_stays, acts)):
            hint = "let it do something, or give the section to the other scene alone"
            yield _nothing_stands(acts[0], "this scene stays in every step: nothing of it ever stands", hint)
    if guest is not None and steps and not _beside(steps):
        message = "no step says what this scene does beside: nothing of it ever stands"
        yield guest.scene.fault("nothing-stands", message, "give a step 'beside: {do: …}', or leave the scene out")


def _stays(act: ActionUse) -> bool:
    return act.action.value == STAY.name and not act.show


def _nothing_stands(act: ActionUse, message: str, hint: str) -> Fault:
    return Fault(act.action.place, "nothing-stands", message, hint, len(act.action.value))


def _beside(steps: Sequence[Step]) -> tuple[ActionUse, ...]:
    return tuple(step.beside for step in steps if step.beside is not None)


def peek(node: YamlNode | None, key: str) -> YamlNode | None:
    """What stands under a key, before its table is read."""
    entries = node.entries if isinstance(node, MapNode) else ()
    return next((value for name, value in entries if name.value == key), None)


def items(node: YamlNode, key: str) -> tuple[YamlNode, ...]:
    """The items of a list under a key; none, if there is no such list."""
    listed = peek(node, key)
    return listed.items if isinstance(listed, ListNode) else ()


def _word(node: YamlNode | None, key: str) -> str:
    """The word under a key, without the blanks around it; "" if there is none."""
    value = peek(node, key)
    return value.text.value.strip() if isinstance(value, ScalarNode) else ""


def _written(node: YamlNode, key: str) -> Text | None:
    value = peek(node, key)
    return value.text if isinstance(value, ScalarNode) and not value.missing else None


def refuse_repeated(nodes: Sequence[YamlNode], what: str, gathering: Gathering) -> None:
    """A fault for each id that a sibling before it has."""
    first: dict[str, Text] = {}
    for node in nodes:
        name = _written(node, "id")
        if name is None:
            continue
        if name.value in first:
            message = f"a second {what} '{name.value}'; the first is in line {first[name.value].place.line}"
            gathering.faults.append(name.fault("duplicate-id", message, "give this one another"))
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
