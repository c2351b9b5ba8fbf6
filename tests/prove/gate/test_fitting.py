"""What scenes need is asked once, told once, and told where an author mends it."""

from dataclasses import replace

import pytest
from claims import modelled

from mathora.formula import read_model
from mathora.lesson import Declaration, IntervalValue, ModelSource, NameValue, Need, NumberValue, Text, WordValue
from mathora.prove.gate.fitting import contradicted, empty_domains, misfit_values, name_of, seen, texts_of, unfit
from mathora.prove.task import Fit, decided

MODEL = modelled({"f(x)": {"is": "x^2"}, "g(x)": {"is": r"\sqrt{-1 - x^2}", "domain": (r"0 \le x \le 1",)}})


def need(name, subject, *given, at="f"):
    return Need(at=Text.written(at), parameter="function", name=name, subject=subject, given=given, why="it is drawn")


def function(name):
    return NameValue(tex=Text.written(name, "x.yaml", 3, 7), of="function")


ONE, TWO = (need("variables", function("f"), count) for count in (1, 2))


class Deciding:
    """What decides, and what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, task):
        self.asked.append(task)
        return decided(task)


def told(needs, unread=(), declared=()):
    deciding = Deciding()
    return unfit(needs, MODEL, deciding, unread, dict(declared)), deciding.asked


def test_needs_that_are_met_are_asked_together():
    assert told([ONE, need("somewhere", function("f"), None)])[1] == [
        Fit((ONE, need("somewhere", function("f"), None)), MODEL)
    ]
    assert told([]) == ([], [])


def test_a_need_that_is_not_met_is_a_fault_with_its_reason_and_its_mend():
    ((fault,), _) = told([ONE, TWO])
    assert fault.rule == "does-not-fit"
    assert "expected a function of two variables" in fault.message
    assert fault.hint.startswith("it is drawn: ")


def test_what_is_wrong_for_one_reason_is_told_once():
    assert len(told([TWO, replace(TWO, at=Text.written("f", "x.yaml", 9, 1))])[0]) == 1


def test_a_value_that_could_not_be_read_is_passed_over():
    assert told([TWO], unread={TWO.subject.tex.place}) == ([], [])


def test_a_function_without_values_on_its_domain_is_the_models_fault():
    declared = Declaration(head=Text.written("g(x)"), domain=(Text.written(r"0 \le x \le 1", "model.yaml", 2, 5),))
    ((fault,), _) = told([need("somewhere", function("g"), at="g")], declared={"g": declared}.items())
    assert (fault.place.file, fault.hint) == ("model.yaml", "state a domain on which it has values")


@pytest.mark.parametrize(
    ("domain", "said"),
    [
        (r"1 \le x \le 0", "no x is in this domain: from 1 to 0"),
        (r"0 < x \le 0", "no x is in this domain"),
        ("2 < 1 < x", "2 < 1 is false, so nothing is in this domain"),
        (r"0 \le x \le 0", None),
        (r"0 \le x \le 1", None),
        ("1 < 2 < x", None),
    ],
)
def test_a_domain_without_any_value_is_told(domain, said):
    source = ModelSource(
        declarations=(Declaration(head=Text.written("h(x)"), body=Text.written("x"), domain=(Text.written(domain),)),)
    )
    model = read_model(source)
    faults = empty_domains(source, model, decided)
    assert [fault.rule for fault in faults] == (["empty-domain"] if said else [])
    assert all(said in fault.message for fault in faults)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"body": "2.5", "kind": "natural"}, [r"(2.5) \in \mathbb{N} is false"]),
        ({"body": "2", "kind": "natural"}, []),
        ({"body": "-1", "kind": "positive"}, ["(-1) > 0 is false"]),
        ({"body": "3", "domain": ["n < 3"]}, ["(3) < 3 is false"]),
        ({"body": "3", "domain": [r"n \le 3"]}, []),
        ({"kind": "natural"}, []),
    ],
)
def test_a_value_outside_its_kind_or_its_domain_is_told_at_the_value(more, said):
    body = Text.written(more["body"]) if "body" in more else None
    domain = tuple(map(Text.written, more.get("domain", ())))
    kind = more.get("kind", "real")
    source = ModelSource(declarations=(Declaration(head=Text.written("n"), body=body, kind=kind, domain=domain),))
    faults = misfit_values(source, read_model(source), decided)
    assert [fault.message for fault in faults] == said
    assert all(fault.place == body.place for fault in faults)


def chances(**values):
    known = tuple(Declaration(head=Text.written(key), kind="event") for key in "DT")
    known += tuple(Declaration(head=Text.written(head), body=Text.written(body)) for head, body in values.items())
    source = ModelSource(declarations=known)
    return [fault.rule for fault in contradicted(source, read_model(source), decided)]


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        ({"P(D)": "0.4", "P(T)": "0.7"}, []),
        ({"P(D)": "1.2"}, ["contradiction"]),
        ({"P(D)": "-0.1"}, ["contradiction"]),
        ({"P(D)": "0.4", r"P(D \cap T)": "0.5"}, ["contradiction"]),
        ({"P(D)": "0.4", "P(T)": "0.7", r"P(D \cap T)": "0.05"}, ["contradiction"]),
        ({"P(D)": "0.4", "P(T)": "0.7", r"P(D \cap T)": "0.1"}, []),
        ({"P(D)": "0", r"P(T \mid D)": "0.5"}, ["contradiction"]),
    ],
)
def test_the_first_probability_that_contradicts_those_before_it_is_told(values, rules):
    assert chances(**values) == rules


def test_a_letter_that_no_picture_has_may_be_a_scenes_own():
    letter = need("called", function("f"), WordValue(text=Text.written("x")))
    step = need("cancels", function("f"))
    assert seen([ONE, letter, step], [Text.written("f(x) = 1")], MODEL) == [ONE, letter]
    assert seen([ONE, letter, step], [Text.written("1 = 1")], MODEL) == [ONE]
    assert seen([ONE, step], [], MODEL) == [ONE]


def test_what_is_read_of_a_value_is_all_of_its_maths():
    number = NumberValue(tex=Text.written("2"))
    interval = IntervalValue(low=Text.written("0"), high=Text.written("1"))
    assert [one.value for value in (number, interval, None, 3) for one in texts_of(value)] == ["2", "0", "1"]
    assert name_of(Declaration(head=Text.written("V (x)"))) == "V"
