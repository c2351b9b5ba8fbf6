"""What a scene needs of its values: the rows of its `needs`, and what they mean for one section.

Owns: `read_needs` (the table in a scene's file) and `needs_of` (each row with the values of a section and its steps).

A row is a parameter, its needs and the reason: `("tangent.at", "inside(span), slope(function, moves, frozen)", "a
tangent stands there")`; several parameters have commas between them, too. A parameter is the scene's (`frozen`), an
action's (`tangent.at`), or the scene's when that action is played (`walk.at`). The arguments are what `SceneNeed` says.

Laws:
- The table is read as text; a row that names what is not there is a fault of the scene's file.
- A need is told where its value is written; a name that the section gives, and an action needs, at what
  the action was given with it, else at the action.
- A need whose parameter or argument is left out needs nothing; a line that is not there is told. What may be missing is
  an argument that a need can do without, and an interval: then the function's own domain stands for it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from mathora.lesson import (
    NEEDS,
    ActionSignature,
    ActionUse,
    Argument,
    ArrayValue,
    CountValue,
    FlagValue,
    IntervalValue,
    ListValue,
    NameValue,
    Need,
    NumberValue,
    Parameter,
    ParameterKind,
    PointValue,
    Prose,
    SceneNeed,
    SceneSignature,
    Shown,
    Text,
    Value,
    WordValue,
    did_you_mean,
)

CALL = re.compile(r"([a-z_]+)\(([^()]*)\)")
BETWEEN = re.compile(r"(?<=\)), *")
TO = re.compile(r"(-?\d+) to (-?\d+)")
SO_FAR = re.compile(r"([a-z_]+) so far")
BEFORE = re.compile(r"([a-z_]+) before ([a-z_ ]+)")
AFTER = re.compile(r"([a-z_]+) after ([a-z_]+)")
LAST = re.compile(r"last of ([a-z_. ]+)")
LATEST = re.compile(r"latest of ([a-z_ ]+)")
SINCE = re.compile(r"([a-z_]+) since ([a-z_]+)")
THE = re.compile(r"the (\\?[A-Za-z]+)")
"""A name that the scene itself writes, such as `the \\eta`."""
OWN = "scene"
LINES = ("shown", "shown before")

PLACED = (NumberValue, PointValue, IntervalValue, CountValue)
"""What an action finds wrong with these values of the scene's is told where they stand; of others, at the action."""

UNTOLD = ListValue(items=())  # no value at all; not even none
USES = "uses"  # how often the action was played, up to here

FUNCTIONS = "all functions"
"""All functions that the section names, in its steps, too."""

WORDS: Mapping[str, ParameterKind] = {USES: "Count", FUNCTIONS: "Function", **dict.fromkeys(LINES, "Formula")}
"""Of what kind is what these stand for."""

ByName = Mapping[str, Value]


# ── the table ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def read_needs(
    table: ast.expr, parameters: Sequence[Parameter], actions: Sequence[ActionSignature], named: Mapping[str, str]
) -> tuple[tuple[SceneNeed, ...], tuple[tuple[str, str], ...]]:
    """The rows of a table, and what is wrong with it: message and hint. What is `named` stands in braces in it."""
    try:
        rows = [(str(at), str(needs).format_map(named), str(why)) for at, needs, why in ast.literal_eval(table)]
    except (ValueError, TypeError, LookupError):
        hint = 'write (("at", "inside(span)", "the map shows no more"),)'
        return (), (("needs are rows of a parameter, its needs, and why", hint),)
    known = _Known(parameters, actions)
    read = [
        known.need(at.strip(), one, why)
        for some, needs, why in rows
        for at in some.split(",")
        for one in BETWEEN.split(needs)
    ]
    rows_read = tuple(one for one in read if isinstance(one, SceneNeed))
    return rows_read, tuple(one for one in read if isinstance(one, tuple))


class _Known:
    """The parameters that a row can name."""

    def __init__(self, parameters: Sequence[Parameter], actions: Sequence[ActionSignature]) -> None:
        self._scene = {one.name: one for one in parameters}
        self._actions = {action.name: {one.name: one for one in action.parameters} for action in actions}

    def need(self, at: str, need: str, why: str) -> SceneNeed | tuple[str, str]:
        """One need of a row, or what is wrong with it."""
        call = CALL.fullmatch(need)
        name = next((one for one in NEEDS if call and one == call[1]), None)
        if call is None or name is None:
            return f"'{need}' is no need", did_you_mean(call[1] if call else need, list(NEEDS))
        action, _, parameter = at.rpartition(".")
        form, subject = NEEDS[name], self._named(action, parameter)
        given = tuple(one.strip() for one in call[2].split(",") if one.strip())
        kinds = [self._kind(one, action) for one in given]
        if subject is None or (form.of and subject.kind not in form.of):
            return f"'{at}: {need}': found {at}, expected {' or '.join(form.of)}", ""
        if name == "given":
            return SceneNeed(at, name, given, why)
        fitting = all(kind == wanted or (kind and not wanted) for kind, wanted in zip(kinds, form.given, strict=False))
        if not fitting or not len(form.given) - form.optional <= len(kinds) <= len(form.given):
            found = ", ".join(kind or f"no parameter {one}" for one, kind in zip(given, kinds, strict=True))
            wanted = ", ".join(kind or "any" for kind in form.given)
            return f"'{at}: {need}': found ({found}), expected ({wanted})", ""
        return SceneNeed(at, name, given, why)

    def _named(self, action: str, parameter: str) -> Parameter | None:
        if action == OWN:
            return self._scene.get(parameter)
        own = self._actions.get(action, {}) if action else {}
        if action and action not in self._actions:
            return None
        return own.get(parameter) or self._scene.get(parameter)

    def _kind(self, given: str, action: str) -> ParameterKind | None:
        since = SINCE.fullmatch(given)
        if given.isdecimal() or (since and set(since.groups()) <= set(self._actions)):
            return "Count"
        if given in WORDS:
            return WORDS[given]
        latest = LATEST.fullmatch(given)
        if THE.fullmatch(given) or (latest and set(latest[1].split()) <= set(self._actions)):
            return "Word"
        if TO.fullmatch(given):
            return "Interval"
        if found := SO_FAR.fullmatch(given) or AFTER.fullmatch(given) or BEFORE.fullmatch(given):
            given = found[1]
        if last := LAST.fullmatch(given):
            given = last[1].split()[0]
            return self._scene[given].kind if given in self._scene else None
        if since:
            named = self._named(action, since[1]) if since[2] in self._actions else None
        elif "." in given:
            named = self._named(*given.split(".", 1))
        else:
            named = self._named(action, given)
        return named.kind if named else None


# ── one section ───────────────────────────────────────────────────────────────────────────────────────────────────────


def needs_of(
    scene: SceneSignature, name: Text, arguments: Sequence[Argument], steps: Sequence[ActionUse]
) -> tuple[Need, ...]:
    """What the scene needs of the values of this section; what has no place of its own is told at the scene's name."""
    section = _Section(scene, arguments, steps)
    return tuple(need for row in scene.needs if row.name != "given" for need in section.needs(row, name))


def _defaults(parameters: Sequence[Parameter]) -> dict[str, Value]:
    return {one.name: one.default for one in parameters if one.default is not None}


class _Section:
    """The values of a section and of its steps, defaults where they are left out."""

    def __init__(self, scene: SceneSignature, arguments: Sequence[Argument], steps: Sequence[ActionUse]) -> None:
        self._actions = {action.name: action for action in scene.actions}
        self._scene = _defaults(scene.parameters) | {one.name: one.value for one in arguments}
        self._steps = [step for step in steps if step.action.value in self._actions]

    def needs(self, row: SceneNeed, name: Text) -> Iterator[Need]:
        """The row, for each time that its action is played; once, if it is the scene's own."""
        action, _, parameter = row.at.rpartition(".")
        uses = [index for index, step in enumerate(self._steps) if step.action.value == action] if action else [None]
        for index in uses:
            values = self._at(index)
            subject = values.get(parameter)
            given = [
                self._line(index, before=one != LINES[0]) if one in LINES else self._given(one, index, values)
                for one in row.given
            ]
            here = name if index is None else self._steps[index].action
            arguments = () if index is None else self._steps[index].arguments
            own = index is None or any(one.name == parameter for one in arguments)
            said = next((_place(one.value) for one in arguments if one.value in given), None)
            form = NEEDS[row.name]
            needed = len(form.given) - form.optional
            if subject is not None and all(
                value is not None or kind == "Interval" or said in LINES
                for value, kind, said in zip(given[:needed], form.given, row.given, strict=False)
            ):
                for one in self._each(subject, whole=NEEDS[row.name].whole):
                    yield Need(
                        at=(_place(one) if own or isinstance(one, PLACED) else said) or here,
                        parameter=parameter,
                        name=row.name,
                        subject=one,
                        given=tuple(given),
                        why=row.why,
                    )

    def _at(self, index: int | None) -> ByName:
        """What has a value in a step."""
        if index is None:
            return self._scene
        step = self._steps[index]
        own = _defaults(self._actions[step.action.value].parameters)
        return self._scene | own | {one.name: one.value for one in step.arguments}

    def _given(self, one: str, index: int | None, values: ByName) -> Value | int | None:
        if one.isdecimal() or one == USES:
            return self._uses(index or 0) if one == USES else int(one)
        if one == FUNCTIONS:
            return ListValue(items=tuple(self._functions()))
        if ends := TO.fullmatch(one):
            return IntervalValue(low=Text.written(ends[1]), high=Text.written(ends[2]))
        if (told := self._told(one, index, values)) is not UNTOLD:
            return told
        last = BEFORE.fullmatch(one)
        actions, _, name = (last[2], "", last[1]) if last else one.rpartition(".")
        if not actions:
            return values.get(name)
        played = actions.split()
        before = [k for k, step in enumerate(self._steps[:index]) if step.action.value in played] if index else []
        return self._at(before[-1]).get(name) if before else self._scene.get(name)

    def _told(self, one: str, index: int | None, values: ByName) -> Value | None:
        """What several steps were given together; `UNTOLD` for another form."""
        if so_far := SO_FAR.fullmatch(one):
            return ListValue(items=tuple(self._so_far(so_far[1], index)))
        if after := AFTER.fullmatch(one):
            return self._moved(values.get(after[1]), after[2], index)
        if last := LAST.fullmatch(one):
            return self._last(last[1].split(), index)
        if latest := LATEST.fullmatch(one):
            return self._latest(latest[1].split(), index)
        if since := SINCE.fullmatch(one):
            return None if index is None else self._sum(since[1], since[2], index)
        return WordValue(text=Text.written(the[1])) if (the := THE.fullmatch(one)) else UNTOLD

    def _moved(self, point: Value | None, action: str, index: int | None) -> Value | None:
        """A point, of which an action moved the coordinate `of` (else the first one) to `to`, or those of the point
        `to`, up to this step.
        """
        if not isinstance(point, PointValue):
            return point
        coordinates = list(point.coordinates)
        for values in (self._at(k) for k in self._played(action, index)):
            of, to = values.get("of"), values.get("to")
            if isinstance(to, PointValue):
                coordinates.extend(to.coordinates)
            if isinstance(to, NumberValue) and coordinates:
                coordinates.append((of.tex if isinstance(of, NameValue) else coordinates[0][0], to.tex))
        return PointValue(coordinates=tuple(coordinates))

    def _last(self, names: Sequence[str], index: int | None) -> Value | None:
        """What the last of some actions was given as `at` or `to`, up to this step, else the scene's own, which is the
        first of the names; None behind an action that has neither: then it is the picture's to choose.
        """
        found = self._scene.get(names[0])
        for k in range(0 if index is None else index + 1):
            action = self._actions[self._steps[k].action.value]
            if action.name in names:
                own = {one.name for one in action.parameters} & {"at", "to"}
                given = [one.value for one in self._steps[k].arguments if one.name in own]
                found = given[0] if given else found if own or k == index else None
        return found

    def _latest(self, names: Sequence[str], index: int | None) -> Value | None:
        """The name of the one of some actions that was played last, up to this step."""
        played = [step.action for step in self._steps[: (index or 0) + 1] if step.action.value in names]
        return WordValue(text=played[-1]) if played else None

    def _played(self, action: str, index: int | None) -> Sequence[int]:
        """The steps that play an action, up to this one."""
        return [k for k in range(0 if index is None else index + 1) if self._steps[k].action.value == action]

    def _line(self, index: int | None, *, before: bool) -> Value | None:
        """The first formula that a step shows, or the last one before it."""
        if index is None:
            return None
        shown = [one for step in self._steps[:index] for one in step.show] if before else self._steps[index].show
        return next(iter(reversed(shown) if before else shown), None)

    def _functions(self) -> Iterator[Value]:
        for value in (*self._scene.values(), *(one.value for step in self._steps for one in step.arguments)):
            for one in value.items if isinstance(value, ListValue) else (value,):
                if isinstance(one, NameValue) and one.of == "function":
                    yield one

    def _uses(self, index: int) -> int:
        """How often a step's action was played, up to this step."""
        return sum(1 for step in self._steps[: index + 1] if step.action.value == self._steps[index].action.value)

    def _so_far(self, name: str, index: int | None) -> Iterator[Value]:
        """What this step's action was given, by all steps up to this one."""
        for k in self._played(self._steps[index or 0].action.value, index):
            if name in (values := self._at(k)):
                yield values[name]

    def _sum(self, name: str, action: str, index: int) -> Value | None:
        """What this step's action was given since another action was played, up to this step; of counts their sum. Of
        the name of an action how often that was played.
        """
        used = self._steps[: index + 1]
        began = max((k for k, step in enumerate(used) if step.action.value == action), default=-1)
        counted = name if name in self._actions else used[index].action.value
        same = [k for k in range(began + 1, index + 1) if used[k].action.value == counted]
        if name in self._actions:
            return CountValue(text=used[index].action, number=len(same))
        given = [value for k in same if (value := self._at(k).get(name)) is not None]
        counts = [value for value in given if isinstance(value, CountValue)]
        if not counts:
            return ListValue(items=tuple(given))
        return CountValue(text=counts[-1].text, number=sum(one.number for one in counts))

    @staticmethod
    def _each(subject: Value, *, whole: bool) -> Sequence[Value]:
        return subject.items if isinstance(subject, ListValue) and not whole else (subject,)


def _place(value: Value) -> Text | None:
    """Where a value begins, if it was written in the script."""
    match value:
        case NameValue(tex=text) | NumberValue(tex=text) | Shown(tex=text) | IntervalValue(low=text):
            found: Text | None = text
        case CountValue(text=text) | FlagValue(text=text) | WordValue(text=text) | Prose(text=text):
            found = text
        case ArrayValue(tex=text):
            found = text.cut(0, 1)  # what is longer was put together from its entries
        case PointValue(coordinates=((_, text), *_)):
            found = text
        case ListValue(items=(first, *_)):
            found = _place(first)
        case _:
            found = None
    return None if found is None or found.place.file == "<default>" else found
