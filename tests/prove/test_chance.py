"""Chance: what holds of events, and beside it what students take for true."""

import pytest

from mathora.formula import read, read_model
from mathora.formula.meaning.events import Experiment, Level
from mathora.formula.tree.defining import defining
from mathora.lesson import Declaration, Faulty, ModelSource, Text
from mathora.prove.task import Task, decided
from tests.corpus.adapter import with_free_names

EVENTS = {letter: {"kind": "event"} for letter in ("A", "B", "C", "D", "T")} | {"X": {"kind": "random"}}
TEST = {r"P(D)": "0.01", r"P(T \mid D)": "0.99", r"P(T \mid \bar{D})": "0.05"}
RATES = {"p": {"domain": "0 < p < 1"}, "s": {}, "f": {}, "P(D)": "p", r"P(T \mid D)": "s", r"P(T \mid D^c)": "f"}
DISJOINT = {"B": {"kind": "event", "domain": r"A \cap B = \emptyset"}}


def model(extra=()):
    entries = {**EVENTS, **dict(extra)}
    declarations = []
    for head, what in entries.items():
        fields = {"is": what} if isinstance(what, str) else what
        domain = (Text.written(fields["domain"]),) if "domain" in fields else ()
        body = Text.written(fields["is"]) if "is" in fields else None
        declarations.append(Declaration(head=Text.written(head), body=body, domain=domain, kind=fields.get("kind")))
    return read_model(ModelSource(declarations=tuple(declarations)))


def verdict(tex, extra=(), **more):
    known = model(extra)
    return decided(Task(read(Text.written(tex), known), known, **more))


@pytest.mark.parametrize(
    ("true", "false", "extra"),
    [
        (r"P(A \cup B) = P(A) + P(B) - P(A \cap B)", r"P(A \cup B) = P(A) + P(B)", {}),
        (r"P(A \mid B) = \frac{P(B \mid A) P(A)}{P(B)}", r"P(A \mid B) = \frac{P(B \mid A)}{P(B)}", {}),
        (r"P(A \mid B) P(B) = P(B \mid A) P(A)", r"P(A \mid B) = P(B \mid A)", {}),
        (r"P(A^c) = 1 - P(A)", r"P(A^c) = P(A) - 1", {}),
        (
            r"P(B) = P(B \mid A) P(A) + P(B \mid \bar{A}) P(\bar{A})",
            r"P(B) = P(B \mid A) P(A) + P(B \mid \bar{A}) P(A)",
            {},
        ),
        (r"P(A, B, C) = P(A) P(B \mid A) P(C \mid A, B)", r"P(A, B, C) = P(A) P(B) P(C)", {}),
        (r"P(A \mid B) + P(A^c \mid B) = 1", r"P(A \mid B) + P(A \mid B^c) = 1", {}),
        (r"P(A \cap B) \le P(A)", r"P(A \cap B) < P(A)", {}),
        (r"P(A \cup B) = P(A) + P(B)", r"P(A \cup B) = P(A)", DISJOINT),
        (r"P(\overline{A \cup B}) = P(\bar{A} \cap \bar{B})", r"P(\overline{A \cup B}) = P(\bar{A} \cup \bar{B})", {}),
        (r"\Pr(\lnot A) = 1 - \Pr(A)", r"\Pr(\lnot A) = 1 + \Pr(A)", {}),
        (r"P(D \mid T) = \frac{1}{6}", r"P(D \mid T) = 0.99", TEST),
        (r"P(D \mid T) \approx 0.167", r"P(D \mid T) \approx 0.168", TEST),
        (r"P(D \mid T) = \frac{s p}{s p + f (1 - p)}", r"P(D \mid T) = \frac{s p}{s p + f p}", RATES),
        (r"P(X \ge 3) = 1 - P(X < 3)", r"P(X \ge 3) = 1 - P(X \le 3)", {}),
        (r"P(X = 1 \lor X = 2) = P(X = 1) + P(X = 2)", r"P(X \ge 1 \lor X = 2) = P(X \ge 1) + P(X = 2)", {}),
        (
            r"P(\text{ill} \mid \text{hot}) P(\text{hot}) = P(\text{ill}, \text{hot})",
            r"P(\text{ill} \mid \text{hot}) = P(\text{ill}, \text{hot})",
            {},
        ),
    ],
)
def test_what_is_true_is_proved_and_what_is_false_refuted(true, false, extra):
    assert verdict(true, extra).kind == "proved"
    assert verdict(false, extra).kind == "refuted"


def test_conditional_probabilities_need_their_condition_and_say_so_in_their_own_words():
    assert verdict(r"P(A \mid B) P(B) = P(A \cap B)").conditions == ("P(B) > 0",)
    assert verdict(r"P(A \mid \emptyset) = 1 - P(A)").kind == "refuted"


def test_a_counterexample_counts_outcomes():
    witness = verdict(r"P(A \mid B) = \frac{P(A)}{P(B)}").witness
    assert witness is not None
    assert all(count.isdigit() for name, count in witness.at if name.startswith(r"\#"))


def test_what_holds_for_counts_only_is_neither_proved_nor_refuted():
    assert verdict(r"P(X \ge 1) = 1 - P(X = 0)").kind == "undecided"
    assert verdict(r"P(X = k) = P(X \ge k)", {"k": {}}).kind == "refuted"


def test_what_is_not_known_is_stated_and_known_from_then_on():
    first = read(Text.written("P(D) = 0.3"), model()).tree
    assert verdict("P(D) = 0.3").kind == "definition"
    known = defining(model(), first)
    again = {tex: decided(Task(read(Text.written(tex), known), known)).kind for tex in ("P(D) = 0.3", "P(D) = 0.4")}
    assert again == {"P(D) = 0.3": "proved", "P(D) = 0.4": "refuted"}
    assert decided(Task(read(Text.written(r"P(D^c) = 0.7"), known), known)).kind == "proved"


@pytest.mark.parametrize("tex", ["P(D) = 1.5", "P(D) = -0.1", r"P(D \cup D^c) = 0.5", r"P(D \cap T) = 0.5"])
def test_nothing_is_stated_that_no_probability_can_be(tex):
    assert verdict(tex, {"P(D)": "0.4"}).kind == "refuted"


def test_known_probabilities_may_not_contradict_each_other():
    found = verdict("P(D) = 0.9", {"P(D)": "0.9", r"P(D \cup T)": "0.5"})
    assert found.kind == "refuted"
    assert "contradict" in found.reason


def test_the_definition_of_a_conditional_probability_is_one():
    assert verdict(r"P(A \mid B) = \frac{P(A \cap B)}{P(B)}").kind == "definition"
    assert verdict(r"P(A \mid B) = \frac{P(A \cap B)}{P(A)}").kind == "refuted"


def test_what_is_given_of_probabilities_can_be_given():
    assert verdict(r"P(A \cap B) = P(A) \, P(B \mid A)", role="given").kind == "given"


def test_a_running_event_is_not_decided():
    tex = r"P(B) = \sum_{i=1}^{n} P(B \mid A_i) P(A_i)"
    assert verdict(tex, {"n": {"kind": "natural"}, "A_i": {"kind": "event"}}).kind == "undecided"


def test_an_event_is_no_number():
    assert "write P(A)" in verdict("A = 1").reason


@pytest.mark.parametrize("tex", [r"P(A \mid Q)", r"P(\bar{Q})", "P(Q^c)"])
def test_an_event_that_is_not_declared_is_a_fault(tex):
    with pytest.raises(Faulty):
        read(Text.written(tex), model())


def test_outcomes_obey_the_order_of_numbers():
    levels = (Level(r"X \ge 3", "X", r"\ge", 3), Level(r"X \le 2", "X", r"\le", 2))
    both = Experiment((r"X \ge 3", r"X \le 2"), levels=levels)
    assert both.everything == {0b00, 0b01, 0b10}
    assert Experiment(both.events, levels=levels, counting=True).everything == {0b01, 0b10}


# ── expectations and distributions ──

LAWS = [
    ("proved", r"\mathbb{E}[aX + b] = a\,\mathbb{E}[X] + b", {}, ()),
    ("proved", r"\mathbb{E}[X + Y] = \mathbb{E}[X] + \mathbb{E}[Y]", {}, ()),
    ("refuted", r"\mathbb{E}[XY] = \mathbb{E}[X]\,\mathbb{E}[Y]", {}, ()),
    ("proved", r"\operatorname{Var}(aX + b) = a^2 \operatorname{Var}(X)", {}, ()),
    ("refuted", r"\operatorname{Var}(aX + b) = a \operatorname{Var}(X) + b", {}, ()),
    ("proved", r"\operatorname{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]^2", {}, ()),
    ("refuted", r"\operatorname{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]", {}, ()),
    (
        "proved",
        r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y) + 2\operatorname{Cov}(X, Y)",
        {},
        (),
    ),
    ("refuted", r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)", {}, ()),
    ("proved", r"\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)", {}, (r"X \perp Y",)),
    ("proved", r"\operatorname{Cov}(X, Y) = \mathbb{E}[XY] - \mathbb{E}[X]\mathbb{E}[Y]", {}, ()),
    ("proved", r"\operatorname{Cov}(X, X) = \operatorname{Var}(X)", {}, ()),
    ("proved", r"\mathbb{E}[X]^2 \le \mathbb{E}[X^2]", {}, ()),
    ("undecided", r"\mathbb{E}[X]^2 < \mathbb{E}[X^2]", {}, ()),
    ("refuted", r"\mathbb{E}[X^2] = \mathbb{E}[X]^2", {}, ()),
    ("proved", r"\operatorname{Var}(X) \ge 0", {}, ()),
    ("proved", r"\operatorname{Cov}(X, Y)^2 \le \operatorname{Var}(X) \operatorname{Var}(Y)", {}, ()),
    ("undecided", r"\operatorname{Var}(X) = \mathbb{E}\left[(X - \mu)^2\right] = \mathbb{E}[X^2] - \mu^2", {}, ()),
    (
        "proved",
        r"\operatorname{Var}(X) = \mathbb{E}\left[(X - \mu)^2\right] = \mathbb{E}[X^2] - \mu^2",
        {"X": {"kind": "random"}, r"\mu": {"is": r"\mathbb{E}[X]"}},
        (),
    ),
    (
        "proved",
        r"\mathbb{E}[X] = np",
        {"X": {"domain": r"X \sim \operatorname{Bin}(n, p)"}, "n": {"kind": "natural"}, "p": {"domain": "0 < p < 1"}},
        (),
    ),
    (
        "proved",
        r"\operatorname{Var}(X) = np(1-p)",
        {"X": {"domain": r"X \sim \operatorname{Bin}(n, p)"}, "n": {"kind": "natural"}, "p": {"domain": "0 < p < 1"}},
        (),
    ),
    (
        "refuted",
        r"\operatorname{Var}(X) = np",
        {"X": {"domain": r"X \sim \operatorname{Bin}(n, p)"}, "n": {"kind": "natural"}, "p": {"domain": "0 < p < 1"}},
        (),
    ),
    (
        "proved",
        r"E[X] = \mu",
        {r"\mu": {}, r"\sigma": {"kind": "positive"}, "X": {}},
        (r"X \sim \mathcal{N}(\mu, \sigma^2)",),
    ),
    (
        "proved",
        r"\operatorname{Var}(X) = \sigma^2",
        {r"\mu": {}, r"\sigma": {"kind": "positive"}, "X": {}},
        (r"X \sim \mathcal{N}(\mu, \sigma^2)",),
    ),
    (
        "refuted",
        r"\operatorname{Var}(X) = \sigma",
        {r"\mu": {}, r"\sigma": {"kind": "positive"}, "X": {}},
        (r"X \sim \mathcal{N}(\mu, \sigma^2)",),
    ),
    ("proved", r"P(-1 \le X \le 1) \approx 0.683", {"X": {}}, (r"X \sim \mathcal{N}(0, 1)",)),
    ("refuted", r"P(-1 \le X \le 1) \approx 0.954", {"X": {}}, (r"X \sim \mathcal{N}(0, 1)",)),
    ("proved", r"P(X = 2) = \binom{4}{2} \frac{1}{16}", {"X": {}}, (r"X \sim \operatorname{Bin}(4, \frac12)",)),
    ("proved", r"P(X \ge 1) = 1 - P(X = 0)", {"X": {}}, (r"X \sim \operatorname{Bin}(10, 0.1)",)),
    ("refuted", r"P(X = 2) = \frac14", {"X": {}}, (r"X \sim \operatorname{Bin}(4, \frac12)",)),
    (
        "proved",
        r"P(X = k) = \binom{n}{k} p^k (1-p)^{n-k}",
        {
            "X": {"domain": r"X \sim \operatorname{Bin}(n, p)"},
            "n": {"kind": "natural"},
            "k": {"kind": "natural"},
            "p": {"domain": "0 < p < 1"},
        },
        (),
    ),
    (
        "proved",
        r"P(X = k) = \frac{\lambda^k e^{-\lambda}}{k!}",
        {
            "X": {"domain": r"X \sim \operatorname{Poisson}(\lambda)"},
            "k": {"kind": "natural"},
            r"\lambda": {"kind": "positive"},
        },
        (),
    ),
    (
        "proved",
        r"\mathbb{E}[X] = \lambda",
        {"X": {"domain": r"X \sim \operatorname{Poisson}(\lambda)"}, r"\lambda": {"kind": "positive"}},
        (),
    ),
    (
        "proved",
        r"\mathbb{E}[X] = \frac{1}{\lambda}",
        {"X": {"domain": r"X \sim \operatorname{Exp}(\lambda)"}, r"\lambda": {"kind": "positive"}},
        (),
    ),
    ("proved", r"\mathbb{E}[X] = \frac{a+b}{2}", {"X": {"domain": r"X \sim \mathcal{U}(a, b)"}, "a": {}, "b": {}}, ()),
    (
        "proved",
        r"\operatorname{Var}(X) = \frac{(b-a)^2}{12}",
        {"X": {"domain": r"X \sim \mathcal{U}(a, b)"}, "a": {}, "b": {}},
        (),
    ),
    (
        "refuted",
        r"\operatorname{Var}(X) = \frac{b-a}{12}",
        {"X": {"domain": r"X \sim \mathcal{U}(a, b)"}, "a": {}, "b": {}},
        (),
    ),
    ("definition", r"\mathbb{E}[X] = \sum_{k=1}^{6} k \cdot \frac16 = 3.5", {}, ()),
    ("refuted", r"\operatorname{Var}(X) = -1", {}, ()),
    ("notation", r"X \sim \mathcal{N}(0, 1)", {}, ()),
    (
        "proved",
        r"\mathbb{E}[X] = \frac{1}{p}",
        {"X": {"domain": r"X \sim \operatorname{Geom}(p)"}, "p": {"domain": "0 < p < 1"}},
        (),
    ),
    ("refuted", r"\operatorname{Var}(3X) = 3 \operatorname{Var}(X)", {}, ()),
    ("proved", r"\mathbb{E}[NX] = N\,\mathbb{E}[X]", {}, ()),
]


@pytest.mark.parametrize(("kind", "tex", "lets", "givens"), LAWS)
def test_laws_of_expectation_and_distributions(kind, tex, lets, givens):
    declarations = tuple(
        Declaration(
            head=Text.written(head),
            body=Text.written(fields["is"]) if "is" in fields else None,
            domain=(Text.written(fields["domain"]),) if "domain" in fields else (),
            kind=fields.get("kind"),
        )
        for head, fields in lets.items()
    )
    known = read_model(with_free_names(Text.written(tex), ModelSource(declarations=declarations)))
    assumed = tuple(read(Text.written(one), known).tree for one in givens)
    assert decided(Task(read(Text.written(tex), known), known, givens=assumed)).kind == kind


def test_a_counterexample_of_expectations_says_which_values_are_equally_likely():
    found = verdict(r"\mathbb{E}[X^2] = \mathbb{E}[X]^2")
    assert found.witness is not None
    assert ("X", "(0, 1, 2, 5)") in found.witness.at


@pytest.mark.parametrize(
    ("tex", "lets", "told"),
    [
        (
            "P(X > t) = 1 - e^{-t}",
            {"X": {"domain": r"X \sim \operatorname{Exp}(1)"}, "t": {"kind": "positive"}},
            "t = ",
        ),
        (
            r"\operatorname{Var}(X) = p",
            {"X": {"domain": r"X \sim \operatorname{Ber}(p)"}, "p": {"domain": "0 < p < 1"}},
            "p = ",
        ),
        ("H(X, Y) = H(X) + H(Y)", {"X": {"kind": "random"}, "Y": {"kind": "random"}}, "X = ("),
        (r"P(A \cap B) = P(A) P(B)", {}, "A"),
    ],
)
def test_a_refutation_names_the_parameters_or_the_outcomes(tex, lets, told):
    found = verdict(tex, lets)
    assert found.kind == "refuted"
    assert told in found.why


def test_a_density_of_the_model_is_a_function_and_no_probability():
    assert verdict("p(x) = x^2", {"p(x)": {"is": "x^2"}}).kind == "proved"
    assert verdict(r"p(x \mid z) p(z) = p(z \mid x) p(x)", {"x": {}, "z": {}}).kind == "proved"
    assert verdict(r"p(x \mid z) = p(z \mid x)", {"x": {}, "z": {}}).kind == "refuted"


def test_each_distribution_has_the_moments_of_its_probabilities():
    for law, values in (("Bin", "(3, 0.4)"), ("Ber", "(0.4)")):
        extra = {"X": {"kind": "random", "domain": rf"X \sim \operatorname{{{law}}}{values}"}}
        total = " + ".join(f"{one} P(X = {one})" for one in range(4))
        assert verdict(rf"\mathbb{{E}}[X] = {total}", extra).kind == "proved"


@pytest.mark.parametrize(
    ("law", "found"),
    [
        (r"\operatorname{Bin}(3)", "undecided"),
        (r"\operatorname{Ber}(2)", "refuted"),
        (r"\operatorname{Exp}(-1)", "refuted"),
    ],
)
def test_a_distribution_without_its_parameters_is_none(law, found):
    extra = {"X": {"kind": "random", "domain": rf"X \sim {law}"}}
    assert verdict(r"\mathbb{E}[X] = \operatorname{Var}(X)", extra).kind == found


def test_a_mistake_of_what_is_defined_is_one():
    known = model(TEST)
    defined = read(Text.written(r"P(D \mid T) = \frac{P(D \cap T)}{P(T)}"), known)
    later = defining(known, defined.tree)
    wrong = read(Text.written(r"P(D \mid T) = P(T \mid D)"), later)
    assert decided(Task(wrong, later, role="mistake")).kind == "mistake"


TABLE = {"P(X = -1)": "0.3", "P(X = 1)": "0.2", "P(X = 5)": "0.5"}


@pytest.mark.parametrize(
    "tex", [r"\mathbb{E}[|X|] = 13", r"\mathbb{E}[1/X] = 3", r"P(X^2 > 1) = 0", r"\mathbb{E}[X \mid X > 0] = 2"]
)
def test_what_a_whole_table_determines_is_no_longer_to_be_stated(tex):
    assert verdict(tex, TABLE).kind in {"undecided", "refuted"}
    assert verdict(tex).kind == "definition"
