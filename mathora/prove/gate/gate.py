r"""The proof gate: a lesson goes in, a `Proven` comes out, or all that is wrong with it.

Owns: `prove_lesson` and the faults of formulas.

Laws:
- Every formula displayed anywhere is judged, and so is every number in a sentence that comes from the model.
- All faults of a lesson are reported together.
- A fresh name is defined by its first appearance and known from then on; a constraint is assumed from where it is
  given.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from mathora.formula import Formula, Model, Node, read, read_model, tree, walk, write_latex
from mathora.formula.inspection.rounding import last_place
from mathora.formula.tree.defining import defining
from mathora.lesson import (
    OF_FUNCTION,
    CheckedNumber,
    Declaration,
    Fault,
    Faulty,
    Lesson,
    NameValue,
    Need,
    Option,
    Place,
    Question,
    Role,
    Text,
    refuse,
)
from mathora.prove.gate.answers import answered, option_fault
from mathora.prove.gate.calculating import STEPS, step_fault
from mathora.prove.gate.displayed import Asked, Claimed, Counted, Entry, Given, Labelled, Needed, Pointed, displayed
from mathora.prove.gate.fitting import (
    CHANCE,
    contradicted,
    empty_domains,
    misfit_values,
    name_of,
    seen,
    texts_of,
    unfit,
)
from mathora.prove.gate.labels import miscounted, stated_by
from mathora.prove.gate.parameters import parameter_faults
from mathora.prove.gate.proven import Proven
from mathora.prove.task import Decide, Task
from mathora.prove.verdict import Receipt, Verdict


def prove_lesson(lesson: Lesson, decide: Decide) -> Proven:
    """The proven lesson; raises `Faulty` with all of its formulas' faults. `decide` gives each formula's verdict."""
    gate = _Gate(read_model(lesson.model), decide, {name_of(one): one for one in lesson.model.declarations})
    gate.faults += empty_domains(lesson.model, gate.model, decide)
    gate.faults += misfit_values(lesson.model, gate.model, decide)
    contradiction = contradicted(lesson.model, gate.model, decide)
    gate.faults += contradiction
    for entry in displayed(lesson):
        told = len(gate.faults)
        gate.pass_through(entry)
        if contradiction and (not isinstance(entry, Claimed) or CHANCE.search(entry.text.value)):
            del gate.faults[told:]  # of chances that contradict each other all is false
    for rule in lesson.colours:
        gate.colour(rule.symbol)
    if gate.faults:
        raise Faulty(gate.faults)
    return Proven(lesson, gate.model, tuple(gate.receipts), tuple(gate.formulas))


class _Gate:
    """What has come through so far: the growing model, the constraints, receipts and faults."""

    def __init__(self, model: Model, decide: Decide, declared: Mapping[str, Declaration]) -> None:
        self.model = model
        self._declared = declared
        self.faults: list[Fault] = []
        self.receipts: list[Receipt] = []
        self.formulas: list[Formula] = []
        self._decide = decide
        self._givens: tuple[Node, ...] = ()
        self._seen: dict[str, Verdict] = {}
        self._unread: set[Place] = set()
        self._false: dict[tuple[str, str], str] = {}

    def pass_through(self, entry: Entry) -> None:
        """One entry judged; its faults join the others."""
        try:
            match entry:
                case Claimed():
                    self._claimed(entry)
                case Pointed():
                    self._pointed(entry)
                case Counted(address=address, number=number):
                    self._counted(number, address)
                case Asked(address=address, question=question):
                    self._asked(question, address)
                case Given():
                    self._parameter(entry)
                case Labelled():
                    self._labelled(entry)
                case Needed():
                    self._needed(entry)
        except Faulty as faulty:
            self.faults.extend(faulty.faults)

    def _verdict(
        self,
        formula: Formula,
        role: Role | Literal["function"] = "claim",
        tol: Fraction | None = None,
        assumed: tuple[Node, ...] = (),
    ) -> Verdict:
        task = Task(formula, self.model, role, tol, (*self._givens, *assumed))
        key = repr((formula.tree, role, tol, hash(self.model), len(self._givens), assumed))
        if key not in self._seen:
            self._seen[key] = self._decide(task)
        return self._seen[key]

    # ---- formulas

    def _claimed(self, entry: Claimed) -> None:
        self._unread.add(entry.text.place)
        formula = self._read(entry.text)
        self._unread.discard(entry.text.place)
        tol = None if entry.shown is None or entry.shown.tol is None else self._tolerance(entry.shown.tol)
        verdict = self._verdict(formula, entry.role, tol)
        if entry.lenient and verdict.kind == "refuted":
            verdict = replace(verdict, kind="mistake")
        if entry.shown is not None and entry.shown.waive is not None and verdict.kind == "undecided":
            verdict = replace(verdict, waived=entry.shown.waive.value)
        fault = fault_of(entry.text, entry.role, verdict)
        if fault is not None:
            self.faults.append(fault)
            return
        if not entry.lenient:
            self._remember(formula, entry.role, verdict)
        role = entry.role if entry.shown is not None else "prose"
        tex = entry.text.value
        self.receipts.append(Receipt(entry.text.place, entry.address, tex, tex, role, verdict))

    def _pointed(self, entry: Pointed) -> None:
        """What a narration points at is a part of a formula that the section's picture has."""
        term = write_latex(self._read(entry.text).tree)
        for text in entry.among:
            with suppress(Faulty):  # what cannot be read has its fault already
                if any(write_latex(node) == term for _, node in tree.walk(read(text, self.model).tree)):
                    return
        message = f"the narration points at {term}, which is a part of no formula that stands there"
        self.faults.append(entry.text.fault("points-at-nothing", message, _POINT))

    def _read(self, text: Text) -> Formula:
        formula = read(text, self.model)
        self.formulas.append(formula)
        return formula

    def _remember(self, formula: Formula, role: Role, verdict: Verdict) -> None:
        """A constraint is assumed and a fresh name known from here on; what a wrong answer says defines nothing."""
        if role == "given":
            self._givens = (*self._givens, formula.tree)
        if verdict.kind == "definition":
            self.model = defining(self.model, formula.tree)

    def _tolerance(self, text: Text) -> Fraction:
        written = None
        with suppress(Faulty):
            written = read(text, self.model).tree
        match written:
            case tree.Number(value=value):
                return value
            case tree.Quotient(numerator=tree.Number() as above, denominator=tree.Number() as below) if below.value:
                return above.value / below.value
            case _:
                raise Faulty([text.fault("bad-tolerance", "expected a number such as 0.01", "write tol: 0.01")])

    def _parameter(self, entry: Given) -> None:
        faults = parameter_faults(entry.value, self.model, self._read, self._holds)
        self.faults += faults
        self._unread.update(text.place for text in texts_of(entry.value) for one in faults if one.place in text.places)
        if not faults and isinstance(entry.value, NameValue) and entry.value.of == "function":
            self._function(entry.value.tex)

    def _function(self, name: Text) -> None:
        """A scene draws a function from its values, so it has to have some."""
        verdict = self._verdict(self._read(name), "function")
        if verdict.kind != "proved":
            message = f"found '{name.value}', expected a function with numbers for its values: {verdict.why}"
            declared = self._declared.get(name.value)
            at = name if declared is None else declared.body or declared.head
            hint = _COMPUTED if "can be computed" in verdict.why else _STATE
            self.faults += {at.fault("not-a-function", message, hint)}.difference(self.faults)
            self._unread.add(name.place)

    def _labelled(self, entry: Labelled) -> None:
        """What a picture says of its parameters; a parameter that cannot be read may have its fault already."""
        text = entry.text
        relation = entry.claim.relation
        named = (entry.claim.at, *WORD.findall(relation))
        false = (self._false.get((entry.address, one), relation) for one in named)
        if text is None or any(one != relation for one in false):  # a false one of the same values has been told
            return
        counts = [need for need in entry.scene.needs if need.name == "variables"]
        if OF_FUNCTION & {*named} and unfit(counts, self.model, self._decide, self._unread, self._declared):
            return  # told with the other needs: such a function has no place in the claim
        try:
            stated = stated_by(entry, text, self.model)
        except Faulty as faulty:
            self.faults += [fault for fault in faulty.faults if fault not in self.faults]
            return
        verdict = self._verdict(stated.formula, assumed=stated.assumed)
        if verdict.kind == "proved":
            tex = write_latex(stated.formula.tree)
            self.receipts.append(Receipt(text.place, entry.address, text.value, tex, "label", verdict))
        elif verdict.kind == "refuted" or not entry.claim.measured:
            rule = "label-false" if verdict.kind == "refuted" else "label-undecided"
            says = f"found {entry.claim.at}: {text.value}, but the picture says {stated.expected}: {verdict.why}"
            counted = miscounted(entry)
            self._false[entry.address, entry.claim.at] = relation
            message, hint = counted or (says, _AGREE if rule == "label-false" else _STATE)
            self.faults.append(text.fault(rule, message, hint))

    def _needed(self, entry: Needed) -> None:
        """What a scene needs of its values; one that cannot be read, or breaks a claim, has its fault already."""
        told, needs = {fault.place for fault in self.faults}, entry.scene.needs
        lines = {need: {text.place for given in need.given for text in texts_of(given)} for need in needs}
        steps = [need for need in needs if need.name in STEPS and not lines[need] & told]
        asked = [need for need in seen(needs, entry.seen, self.model) if not _told(need, told)]
        found = unfit(asked, self.model, self._decide, self._unread, self._declared, told)
        self.faults += [fault for fault in found if fault.place not in told]  # the model's own may be found again
        self.faults += filter(None, (step_fault(need, self.model, self._holds) for need in steps))

    def _holds(self, formula: Formula) -> bool:
        return self._verdict(formula).kind == "proved"

    def colour(self, symbol: Text) -> None:
        """A colour's symbol has to be one that the lesson knows."""
        try:
            self._read(symbol)
        except Faulty as faulty:
            self.faults.extend(faulty.faults)

    # ---- numbers in sentences

    def _counted(self, number: CheckedNumber, address: str) -> None:
        source, shown = self._read(number.source), Formula(number.shown, read(_in_tex(number.shown), self.model).tree)
        exact = not number.rounded and not any(_is_rounded(part) for _, part in walk(shown.tree))
        places = [last_place(one.tree) for one in (source, shown)]
        exact = exact or (places[0] is not None and places[1] is not None and places[1] < places[0])  # `[0.96](1)`
        relation = tree.Relation((source.tree, shown.tree), ("=" if exact else r"\approx",))
        self.formulas.append(shown)
        verdict = self._verdict(Formula(number.source, relation))
        if verdict.kind == "refuted" and verdict.witness is not None:
            message = f"number is false: {number.source.value} is {verdict.witness.left}, not {number.shown.value}"
            hint = "decimals and percentages are rounded at their last place, and so is a whole number behind 'about'; "
            hint += "a value halfway between two takes one place more"
            self.faults.append(number.shown.fault("number-false", message, hint))
        elif verdict.kind != "proved":
            message = f"number could not be checked: {verdict.why}"
            self.faults.append(number.shown.fault("number-undecided", message, _NUMBERS))
        else:
            receipt = Receipt(number.shown.place, address, number.shown.value, write_latex(relation), "number", verdict)
            self.receipts.append(receipt)

    # ---- questions

    def _asked(self, question: Question, address: str) -> None:
        if question.claim is None:
            return
        claim = read(question.claim, self.model, placeholder=True)
        self.formulas.append(claim)
        for option in question.options:
            try:
                self._option(claim, option, address)
            except Faulty as faulty:
                self.faults.extend(faulty.faults)

    def _option(self, claim: Formula, option: Option, address: str) -> None:
        if option.answer is None:
            text = option.text.text
            refuse(
                text,
                "missing-answer",
                r"this option has no answer: to put for \answer",
                r"write answer: and what stands for \answer",
            )
        answer = self._read(option.answer)
        whole = Formula(option.answer, answered(claim.tree, answer.tree))
        verdict = self._verdict(whole)
        found = option_fault(option, option.answer, verdict)
        if found is not None:
            self.faults.append(found)
            return
        if not option.correct:
            verdict = replace(verdict, kind="mistake")
        receipt = Receipt(option.answer.place, address, option.answer.value, write_latex(whole.tree), "option", verdict)
        self.receipts.append(receipt)


def _told(need: Need, told: Collection[Place]) -> bool:
    """Whether something is wrong already where a need is told, or with the value that it is of."""
    return need.at.place in told or any(text.place in told for text in texts_of(need.subject))


def _in_tex(shown: Text) -> Text:
    """A number as it stands in a formula: there a sign of per cent has a backslash, and a minus is a hyphen."""
    shown = Text(shown.value.replace("\N{MINUS SIGN}", "-"), shown.places)
    if not shown.value.endswith("%"):
        return shown
    last = len(shown.value) - 1
    return Text(rf"{shown.value[:last]}\%", (*shown.places[:last], shown.at(last), *shown.places[last:]))


def _is_rounded(part: Node) -> bool:
    """Whether it says by itself where it was rounded."""
    return isinstance(part, tree.Percent) or (isinstance(part, tree.Number) and part.decimals > 0)


# ── faults ────────────────────────────────────────────────────────────────────────────────────────────────────────────

WORD = re.compile("[a-z_]+")
COMMA = re.compile(r"(?<![\d{,])(\d+),(\d+)(?![\d},])")
ONE_PLACE = re.compile(r"\s*(\\?[A-Za-z]+(?:_\w)?)\s*=\s*(-?[\d.]+)\s*")
_FALSE = "write what holds, state under which condition it does, or show it with role: mistake"
_NUMBERS = "give what it is made of values in the model, or write the number without its formula"
_AGREE = "change it, or what it has to agree with, so that this holds"
_STATE = "state in the model what it needs: a domain:, a value, or a kind:"
_POINT = "point at a part of a formula that it shows, written as it stands there"
_COMPUTED = r"write its values by what can be worked out: \sin, \ln, e^x, \sqrt{x}, cases, a sum with an end"
_WAIVE = "write a step between, state what is assumed, or show it all the same with waive: and your reason"
_MISTAKE = "a mistake is a formula that is false: an equation, or an inequality; leave role: mistake out"
_EXPECTED: Mapping[str, tuple[str, str, str]] = {
    "proved": ("mistake-true", "formula is marked as a mistake, but it is true", "leave out role: mistake"),
    "undecided": ("mistake-undecided", "formula is marked as a mistake, but could not be refuted", _MISTAKE),
}


def fault_of(text: Text, role: Role, verdict: Verdict) -> Fault | None:
    """What is wrong with a formula of this role and verdict, if anything."""
    if role == "mistake":
        if verdict.kind == "mistake":
            return None
        rule, message, hint = _EXPECTED.get(
            verdict.kind, ("mistake-unclear", "formula is marked as a mistake, but claims nothing", _MISTAKE)
        )
        return text.fault(rule, message, hint)
    if verdict.kind == "schematic" and role != "schematic":
        return text.fault(
            "formula-schematic", "formula has an ellipsis, so it cannot be proved", "write role: schematic"
        )
    if verdict.holds:
        return None
    if verdict.kind == "refuted":
        return text.fault("formula-false", _false(verdict), _comma(text) or _one_place(text) or _FALSE)
    reason = f": {verdict.why}" if verdict.why else ""
    return text.fault("formula-undecided", f"formula could not be proved{reason}", _WAIVE)


def _comma(text: Text) -> str:
    """What to ask of a formula with a comma between digits: was it a decimal?"""
    found = COMMA.search(text.value)
    if found is None:
        return ""
    before, after = found.groups()
    return f"is {found[0]} a decimal? {before}.{after} is one; of a list, write a blank: {before}, {after}"


def _one_place(text: Text) -> str:
    """How to say of a name that it has one value now: as a formula, that is said of all its values."""
    found = ONE_PLACE.fullmatch(text.value)
    return (
        f"in a sentence, say it in words: ${found[1]}$ is {found[2]}; what is assumed has role: given" if found else ""
    )


def _false(verdict: Verdict) -> str:
    ground = str(verdict.witness) if verdict.witness is not None else verdict.reason
    return f"formula is false in {verdict.link}: {ground}" if verdict.link else f"formula is false: {ground}"
