"""What a picture shows, in its scene's own words: the action's sentence with the script's values put in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from string import Formatter

from mathora.export.content.speller import Speller
from mathora.export.content.story import spoken
from mathora.lesson import (
    ActionUse,
    Argument,
    ArrayValue,
    CountValue,
    FlagValue,
    IntervalValue,
    ListValue,
    NameValue,
    NumberValue,
    PointValue,
    ProgramValue,
    Prose,
    SceneSignature,
    SceneUse,
    Section,
    Shown,
    Step,
    Text,
    Value,
    WordValue,
)


def picture_in_words(section: Section, step: Step, catalogue: Mapping[str, SceneSignature], speller: Speller) -> str:
    """The sentence of the step's action, and of the one beside it; a clause with a field that the script gives no value
    for is left out.
    """
    pairs = zip(section.scenes, step.acts, strict=False)
    said = (_in_words_of(scene, act, catalogue, speller) for scene, act in pairs)
    return " ".join(filter(None, said))


def _in_words_of(scene: SceneUse, act: ActionUse, catalogue: Mapping[str, SceneSignature], speller: Speller) -> str:
    offered = catalogue.get(scene.scene.value)
    action = offered.action(act.action.value) if offered else None
    if action is None:
        return ""
    values = {name: _in_words(value, speller) for name, value in _values((*scene.arguments, *act.arguments)).items()}
    first, *clauses = re.split(r"(?=[,;:] )", speller.words.sentence(action.describes))
    known = [clause for clause in clauses if _fields(clause) <= values.keys()]
    sentence = "".join((first, *known)).format_map(defaultdict(str, values))
    return " ".join(sentence.split()).rstrip(".") + "."


def _fields(clause: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(clause) if name}


def _values(arguments: Iterable[Argument]) -> dict[str, Value]:
    """By name; a step's own argument comes after its section's and counts."""
    return {argument.name: argument.value for argument in arguments}


def _in_words(value: Value, speller: Speller) -> str:  # noqa: PLR0911 - one answer for each kind
    joining = speller.words.joining
    match value:
        case NameValue(tex=tex) | ArrayValue(tex=tex):
            return speller.declared(tex.value).spoken
        case NumberValue(tex=tex):
            return _number_in_words(tex, speller)
        case PointValue(coordinates=coordinates):
            return joining.both.join(
                joining.equals.format(name=speller.declared(key.value).spoken, value=_number_in_words(at, speller))
                for key, at in coordinates
            )
        case IntervalValue(low=low, high=high):
            return joining.span.format(low=_number_in_words(low, speller), high=_number_in_words(high, speller))
        case CountValue(number=count):
            return speller.words.count(count)
        case WordValue(text=text) | FlagValue(text=text) | ProgramValue(text=text):
            return "; ".join(filter(None, map(str.strip, text.value.splitlines())))
        case Prose():
            return spoken(speller.sentence(value))
        case Shown(tex=tex):
            return speller.spelling(tex).spoken
        case ListValue(items=items):
            return ", ".join(_in_words(item, speller) for item in items)
        case _:
            return ""


def _number_in_words(text: Text, speller: Speller) -> str:
    """A plain number as it is written, anything else as it is said."""
    plain = re.fullmatch(r"-?\d+(\.\d+)?", text.value)
    return speller.words.number(text.value) if plain else speller.declared(text.value).spoken
