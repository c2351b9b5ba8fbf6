r"""Quick checks and confusions, as a script writes them.

Owns: the tables of a question, its options and a confusion, and what must hold among their parts before any
mathematics: exactly one correct option, a claim with `\answer` for options that are formulas.
"""

from __future__ import annotations

import re
from typing import Any

from mathora.lesson import Confusion, Maths, Option, Question, Shown, Text, refuse
from mathora.script.fields import Field, Gathering, fields, flag, several, tex
from mathora.script.nodes import YamlNode
from mathora.script.prose import prose, short

PLACEHOLDER = re.compile(r"\\answer(?![A-Za-z])")
LEAST_OPTIONS, MOST_OPTIONS, LONGEST_OPTION = 2, 6, 160


def _claim(node: YamlNode) -> Text:
    claim = tex(node)
    if not PLACEHOLDER.search(claim.value):
        hint = r"put \answer where an option's formula goes"
        refuse(claim, "no-answer-in-claim", r"the claim has no '\answer'", hint)
    return claim


OPTION = (
    Field("text", short(prose, LONGEST_OPTION, "an option", "shorten it, and say the rest"), required=True),
    Field("correct", flag),
    Field("why", prose, required=True),
    Field("answer", tex),
)


def _option(node: YamlNode) -> tuple[YamlNode, dict[str, Any]]:
    return node, fields(node, OPTION, "an option")


QUESTION = (
    Field("ask", prose, required=True),
    Field("claim", _claim),
    Field("options", several(_option, "options", least=LEAST_OPTIONS, most=MOST_OPTIONS), required=True),
)


def question(node: YamlNode) -> Question:
    """A quick check; an option that is one formula is its own `answer`."""
    values = fields(node, QUESTION, "a question")
    claim: Text | None = values.get("claim")
    gathering = Gathering()
    options: list[tuple[YamlNode, dict[str, Any]]] = values["options"]
    correct = [option for _, option in options if option.get("correct")]
    if len(correct) != 1:
        message = f"{len(correct)} options are marked 'correct: true', expected exactly one"
        gathering.add(node.place, "one-correct-option", message, "mark the right one, and no other")
    texts = [option["text"].text.value for _, option in options]
    for index, (at, _) in enumerate(options):
        if texts[index] in texts[:index]:
            gathering.add(
                at.place, "same-option", "this option is one of those before it", "write another, or leave it out"
            )
    formal = next(((at, one) for at, one in options if one.get("answer") or _formulas(one)), None)
    if claim is None and formal is not None:
        hint = r"add 'claim:' with \answer to the question, so that the options can be proved or refuted"
        has = "an 'answer'" if formal[1].get("answer") else "a formula"
        message = f"this option has {has}, and the question has no 'claim'"
        gathering.add(formal[0].place, "claim-missing", message, hint)
    read = [gathering.take(_judged, at, option, claim) for at, option in options]
    gathering.close()
    return Question(ask=values["ask"], claim=claim, options=tuple(option for option in read if option))


def _formulas(option: dict[str, Any]) -> list[Maths]:
    return [piece for piece in option["text"].pieces if isinstance(piece, Maths)]


def _judged(node: YamlNode, values: dict[str, Any], claim: Text | None) -> Option:
    """The option, with an answer if there is a claim to put it into."""
    formulas = _formulas(values)
    answer: Text | None = values.get("answer")
    gathering = Gathering()
    if claim is not None and answer is None:
        if len(formulas) == len(values["text"].pieces) == 1:
            answer = formulas[0].tex
        else:
            hint = r"add 'answer:', the formula that goes for \answer in the claim"
            gathering.add(node.place, "answer-missing", "the question has a claim, and this option no 'answer'", hint)
    gathering.close()
    return Option(text=values["text"], correct=bool(values.get("correct")), why=values["why"], answer=answer)


def _mistake(node: YamlNode) -> Shown:
    return Shown(tex=tex(node), role="mistake")


CONFUSION = (
    Field("myth", prose, required=True),
    Field("wrong", _mistake),
    Field("fact", prose, required=True),
    Field("right", lambda node: Shown(tex=tex(node))),
)


def confusion(node: YamlNode) -> Confusion:
    """A myth and its fact; `wrong` has to be refuted, `right` to be proved."""
    return Confusion(**fields(node, CONFUSION, "a confusion"))
