r"""One formula judged by itself: the pure part of `mathora prove`.

Owns: `prove_one`, and what is declared for it on the command line.

`--let 'V(x) = x(6-2x)^2'` declares a name with its body, `--let x` a free variable; `--assume 'x > 0'` is a statement
that is taken as true, as a `role: given` is in a script. Where no script declares anything, letters that
nobody declared are variables with real values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mathora.formula import Formula, Model, Node, read, read_model, speak, write_latex
from mathora.lesson import Declaration, Fault, Faulty, ModelSource, Text, refuse
from mathora.prove.task import Decide, Task
from mathora.prove.verdict import Verdict


@dataclass(frozen=True)
class Judgement:
    """One formula judged: what it was read as (LaTeX in its normal form, spoken English), and its verdict.

    `free` are the names that nobody declared and that were taken as real variables, as written.
    """

    formula: Formula
    verdict: Verdict
    reading: str
    spoken: str
    free: tuple[str, ...]

    @property
    def proved(self) -> bool:
        """Whether it was proved; every other verdict is an exit code 1."""
        return self.verdict.kind == "proved"


def prove_one(
    tex: Text, declared: ModelSource | None, decide: Decide, *, let: Sequence[Text] = (), assume: Sequence[Text] = ()
) -> Judgement:
    """The verdict on `tex` in the model of a script with further declarations and assumptions.

    Without a script (`declared` is None) undeclared letters are real variables. `decide` gives the verdict (a worker's
    `decide`, usually). Raises `Faulty` if anything cannot be read.
    """
    known = () if declared is None else declared.declarations
    source = ModelSource(declarations=(*known, *map(declaration, let)))
    letters = _letters((tex, *assume), source) if declared is None else ()
    model = read_model(_with(source, letters))
    givens: tuple[Node, ...] = ()
    for one in assume:
        assumed = read(one, model)
        told = decide(Task(assumed, model, role="given", givens=givens))
        if told.kind == "refuted":
            refuse(one, "contradiction", f"'{one.value}' cannot be assumed: {told.why}", "change it, or leave it out")
        givens += (assumed.tree,)
    formula = read(tex, model)
    verdict = decide(Task(formula, model, givens=givens))
    free = tuple(one.value for one in letters)
    return Judgement(formula, verdict, write_latex(formula.tree), speak(formula.tree), free)


def declaration(text: Text) -> Declaration:
    """`V(x) = x(6-2x)^2`, `V(x): x(6-2x)^2`, `x`, `n: integer`… as one entry of a model. Raises `Faulty`.

    The kinds are the model's: real, positive, nonnegative, integer, natural, complex.
    """
    depth = 0
    for offset, character in enumerate(text.value):
        depth += (character in "({[") - (character in ")}]")
        if depth == 0 and character in "=:":
            width = 2 if text.value.startswith(":=", offset) else 1
            return _declared(text.cut(0, offset).stripped(), text.cut(offset + width, len(text.value)).stripped())
    return Declaration(head=text.stripped())


def _declared(head: Text, body: Text) -> Declaration:
    match body.value:
        case "real" | "positive" | "nonnegative" | "integer" | "natural" | "complex" as kind:
            return Declaration(head=head, kind=kind)
        case "":
            raise Faulty(
                [
                    Fault(
                        head.place,
                        "syntax",
                        "nothing stands behind the sign of equality",
                        "write a value behind it, or leave the sign out",
                    )
                ]
            )
        case _:
            return Declaration(head=head, body=body)


def _with(source: ModelSource, letters: Sequence[Text]) -> ModelSource:
    return ModelSource(declarations=(*source.declarations, *(Declaration(head=name) for name in letters)))


def _letters(texts: Sequence[Text], source: ModelSource) -> tuple[Text, ...]:
    """The undeclared letters (with their scripts) of the texts, in the order in which they are met."""
    found: dict[str, Text] = {}
    while True:
        more = {name.value: name for name in _unknown(texts, read_model(_with(source, tuple(found.values()))))}
        if not more.keys() - found.keys():
            return tuple(found.values())
        found |= more


def _unknown(texts: Sequence[Text], model: Model) -> Iterator[Text]:
    for text in texts:
        try:
            read(text, model)
        except Faulty as faulty:
            for fault in faulty.faults:
                start = fault.place.column - text.place.column
                name = text.cut(start, start + fault.length)
                if fault.rule == "unknown-name" and not name.value.startswith((r"\operatorname", r"\text")):
                    yield name
