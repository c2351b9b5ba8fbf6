"""The values that a script gives to scenes and actions, one reader for each kind of parameter.

Owns: the table from parameter kind to reader, and how a `with:` is held against a signature.

Law: a value is read by its parameter's kind alone, never by how it looks: `yes` or `[0, 3]` mean what the kind says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Literal

from mathora.lesson import (
    Argument,
    ArrayKind,
    ArrayValue,
    CountValue,
    Fault,
    FlagValue,
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    Parameter,
    ParameterKind,
    PictureValue,
    Place,
    PointValue,
    Prose,
    Shown,
    Text,
    Value,
    WordValue,
    refuse,
)
from mathora.script.arrays import array_tex
from mathora.script.fields import (
    DECIMAL,
    NOT_A_NUMBER,
    Field,
    Gathering,
    Reader,
    expected,
    fields,
    flag,
    key_hint,
    mapping,
    meant_key,
    named,
    one_of,
    scalar,
    sentence,
    several,
    tex,
    text,
    whole,
)
from mathora.script.nodes import ListNode, MapNode, YamlNode
from mathora.script.pictures import PATH, Pictures, picture_of
from mathora.script.programs import program
from mathora.script.prose import letters, prose
from mathora.script.questions import confusion, question

MOST_COUNTED = 10**12
ROLES = ("claim", "given", "definition", "mistake", "schematic")

SHOWN = (Field("tex", tex, required=True), Field("role", one_of(ROLES)), Field("waive", sentence), Field("tol", tex))


def shown(node: YamlNode) -> Shown:
    """A displayed formula: its LaTeX, or a mapping with `tex`, `role`, `waive`, `tol`."""
    return Shown(**fields(node, SHOWN, "a formula")) if isinstance(node, MapNode) else Shown(tex=tex(node))


def number_text(node: YamlNode) -> Text:
    """A number in the model's language, as written; never NaN, infinity or a float's exponent."""
    what = "a number, such as 0.35, -2 or \\frac{1}{3}"
    written = tex(scalar(node, what))
    if NOT_A_NUMBER.fullmatch(written.value):
        expected(node, what)
    mantissa, exponent, power = written.value.lower().partition("e")
    if exponent and DECIMAL.fullmatch(mantissa) and DECIMAL.fullmatch(power):
        hint = rf"write {mantissa} \cdot 10^{{{power}}}"
        refuse(written, "wrong-type", f"found '{written.value}', expected {what}", hint)
    return written


def number(node: YamlNode) -> NumberValue:
    """A number in the model's language."""
    return NumberValue(tex=number_text(node))


def name_of(kind: Literal["variable", "function"]) -> Reader[NameValue]:
    """A reader of a name of the model."""
    return lambda node: NameValue(tex=tex(scalar(node, f"the name of a {kind} of the model")), of=kind)


def point(node: YamlNode) -> PointValue:
    """`{w_1: 1, w_2: 1}`, at least one coordinate."""
    entries = mapping(node, "a point, such as {w_1: 1, w_2: 1}").entries
    if not entries:
        expected(node, "a point with at least one coordinate, such as {w_1: 1}")
    gathering = Gathering()
    coordinates = [(key, gathering.take(named, key.value, number_text, value)) for key, value in entries]
    gathering.close()
    return PointValue(coordinates=tuple((key, value) for key, value in coordinates if value is not None))


def interval(node: YamlNode) -> IntervalValue:
    """`[0, 3]`; that the first is below the second is checked here for decimals."""
    if not isinstance(node, ListNode) or len(node.items) != 2:  # noqa: PLR2004 - an interval has two ends
        expected(node, "an interval of two numbers, such as [0, 3]")
    low, high = several(number_text, "numbers")(node)
    if DECIMAL.fullmatch(low.value) and DECIMAL.fullmatch(high.value) and Decimal(low.value) >= Decimal(high.value):
        message = f"the interval goes from {low.value} to {high.value}, expected the smaller number first"
        empty = Decimal(low.value) == Decimal(high.value)
        hint = "give it two different ends" if empty else f"write [{high.value}, {low.value}]"
        refuse(low, "empty-interval", message, hint)
    return IntervalValue(low=low, high=high)


def array_of(kind: ArrayKind) -> Reader[ArrayValue]:
    """A reader of a vector or a matrix."""
    return lambda node: ArrayValue(tex=array_tex(node), of=kind)


def count(node: YamlNode, most: str = "from 0 to a million millions") -> CountValue:
    """A whole number from 0 on; `most` is what is said to be expected."""
    number_of = whole(0, MOST_COUNTED, f"a whole number {most}")(node)
    return CountValue(text=text(node), number=number_of)


def switch(node: YamlNode) -> FlagValue:
    """`true` or `false`."""
    on = flag(node)
    return FlagValue(text=text(node), on=on)


READERS: Mapping[ParameterKind, tuple[Reader[Value], str]] = {
    "Function": (name_of("function"), "functions"),
    "Variable": (name_of("variable"), "variables"),
    "Number": (number, "numbers"),
    "Point": (point, "points"),
    "Interval": (interval, "intervals"),
    "PlaneVector": (array_of("PlaneVector"), "vectors"),
    "PlaneMatrix": (array_of("PlaneMatrix"), "matrices"),
    "AnyMatrix": (array_of("AnyMatrix"), "matrices"),
    "Formula": (shown, "formulas"),
    "Prose": (prose, "texts"),
    "Count": (count, "whole numbers"),
    "Flag": (switch, "flags"),
    "ProgramLines": (program, "programs"),
    "Question": (question, "questions"),
    "Confusion": (confusion, "confusions"),
}


def _reader(parameter: Parameter, pictures: Pictures) -> Reader[Value]:
    if parameter.kind == "Word":
        read_word = one_of(parameter.words)

        def word(node: YamlNode) -> WordValue:
            read_word(node)
            return WordValue(text=text(node))

        one, plural = word, "words"
    elif parameter.kind == "Picture":
        one, plural = _picture_reader(pictures), "pictures"  # type: ignore[assignment] # as below
    else:
        one, plural = READERS[parameter.kind]  # type: ignore[assignment] # all are readers of a Value
        for limit in parameter.limits if parameter.kind == "Count" else ():
            one = one if limit.length else partial(count, most=f"from {limit.least} to {limit.most}")  # type: ignore[assignment]
    if not parameter.many:
        return one
    told_by_limit = any(limit.length for limit in parameter.limits)
    read_many = several(one, plural, least=1 if parameter.required and not told_by_limit else 0)
    return lambda node: ListValue(items=read_many(node))


PICTURE = "the name of a PNG, JPEG or SVG in the course's folder, such as pictures/knobs.png"


def _picture_reader(pictures: Pictures) -> Reader[PictureValue]:
    """A reader of the name of a picture in the course's folder, whose bytes `pictures` gives."""

    def read(node: YamlNode) -> PictureValue:
        name = text(scalar(node, PICTURE))
        if not PATH.fullmatch(name.value):
            expected(node, PICTURE)
        return picture_of(name, pictures(name))

    return read


def arguments(
    given: MapNode | None, parameters: Sequence[Parameter], owner: str, place: Place, pictures: Pictures
) -> tuple[Argument, ...]:
    """The values of a `with:`, in the parameters' order; `owner` names the scene or action in faults at `place`,
    `pictures` gives the bytes of those that are named.
    """
    entries = {key.value: (key, value) for key, value in given.entries} if given else {}
    known = {parameter.name: parameter for parameter in parameters}
    gathering = Gathering()
    for key, written in entries.values():
        if key.value not in known:
            hint = key_hint(key.value, written, list(known), braces=bool(given and given.braces))
            hint = hint or f"{owner} takes no parameters"
            message = f"{owner} has no parameter '{key.value}'"
            gathering.faults.append(key.fault("unknown-parameter", message, hint))
    values: list[Argument] = []
    there = {key if key in known else meant_key(key, list(known)) for key in entries}
    for parameter in parameters:
        if parameter.name in entries:
            value = gathering.take(named, parameter.name, _reader(parameter, pictures), entries[parameter.name][1])
            if value is not None:
                gathering.faults.extend(_beyond(parameter, value, entries[parameter.name]))
                values.append(Argument(name=parameter.name, value=value))
        elif parameter.required and parameter.name not in there:
            hint = f"add '{parameter.name}:' under 'with:', {parameter.written}"
            gathering.add(place, "missing-parameter", f"{owner} needs '{parameter.name}'", hint)
    gathering.close()
    return tuple(values)


def _beyond(parameter: Parameter, value: Value, entry: tuple[Text, YamlNode]) -> Iterator[Fault]:
    """A fault for each count that is more or less than the scene draws, and for a list of more or fewer items."""
    key, node = entry
    items = value.items if isinstance(value, ListValue) else (value,)
    counts = [one for one in items if isinstance(one, CountValue)]
    for one in items:
        if isinstance(one, Prose) and (length := letters(one)) > parameter.widest:
            message = f"{key.value}: found a text as wide as {length} letters, expected at most {parameter.widest}"
            yield Fault(one.text.place, "out-of-limits", message, "shorten it, and say the rest", len(one.text.value))
    for limit in parameter.limits:
        expected_here = f"expected {limit.least} to {limit.most}"
        if limit.length and not limit.least <= len(items) <= limit.most:
            message = f"{key.value}: found {len(items)} of them, {expected_here}"
            yield Fault(node.place, "out-of-limits", message, limit.why)
        for one in () if limit.length else counts:
            if not limit.least <= one.number <= limit.most:
                message = f"{key.value}: found {one.text.value}, {expected_here}"
                hint = limit.why if one.number > limit.most else f"write {limit.least} or more"
                yield one.text.fault("out-of-limits", message, hint)
