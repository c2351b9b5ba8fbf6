"""What a list says of chance first is known in what it claims behind: true claims are proved, false ones are not."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.prove import Task
from mathora.prove.task import decided

MODEL = read_model(
    ModelSource(
        declarations=(
            *(Declaration(head=Text.written(name), kind="random") for name in "XY"),
            *(Declaration(head=Text.written(name)) for name in (r"\mu", "p", "w", "x")),
            Declaration(head=Text.written(r"\sigma"), kind="positive"),
        )
    )
)
HALVES = r"P(X = 1) = \frac12, \; P(X = 2) = \frac12"
VERDICTS = [
    ("proved", r"X \sim \operatorname{Bin}(10, 0.5), \quad P(X = 5) \approx 0.246"),
    ("refuted", r"X \sim \operatorname{Bin}(10, 0.5), \quad P(X = 5) = 0.5"),
    ("proved", r"X \sim \operatorname{Poisson}(2), \; \mathbb{E}[X] = 2, \; \operatorname{Var}(X) = 2"),
    ("refuted", r"X \sim \operatorname{Poisson}(2), \; \mathbb{E}[X] = 2, \; \operatorname{Var}(X) = 4"),
    ("proved", r"X \sim \mathcal{N}(\mu, \sigma^2), \; \operatorname{Var}(X) = \sigma^2"),
    ("refuted", r"X \sim \mathcal{N}(\mu, \sigma^2), \; \operatorname{Var}(X) = \sigma"),
    ("proved", r"X, Y \sim \mathcal{N}(0, 1), \; \mathbb{E}[X + Y] = 0"),
    ("refuted", r"X, Y \sim \mathcal{N}(0, 1), \; \mathbb{E}[X + Y] = 1"),
    ("proved", r"X \perp Y, \; \mathbb{E}[XY] = \mathbb{E}[X] \mathbb{E}[Y]"),
    ("refuted", r"X \perp Y, \; \mathbb{E}[XY] = \mathbb{E}[X] + \mathbb{E}[Y]"),
    ("proved", r"X \sim \mathcal{N}(0, 1), \; Y = 2X + 1, \; \operatorname{Var}(Y) = 4"),
    ("refuted", r"X \sim \mathcal{N}(0, 1), \; Y = 2X + 1 \Rightarrow \operatorname{Var}(Y) = 5"),
    ("refuted", r"X \sim \mathcal{N}(1, 2), \; Y = 3X \Rightarrow Y \sim \mathcal{N}(3, 6)"),
    ("undecided", r"X \sim \mathcal{N}(1, 2), \; Y = 3X \Rightarrow Y \sim \mathcal{N}(3, 18)"),
    ("undecided", r"X, Y \sim \mathcal{N}(0, 1) \Rightarrow X + Y \sim \mathcal{N}(0, 2)"),
    ("notation", r"X, Y \sim \mathcal{N}(0, 1), \; X \perp Y \Rightarrow X + Y \sim \mathcal{N}(0, 2)"),
    ("refuted", r"X, Y \sim \mathcal{N}(0, 1), \; X \perp Y \Rightarrow X + Y \sim \mathcal{N}(0, 1)"),
    ("proved", r"X \sim \mathcal{N}(\mu, \sigma^2) \Rightarrow \frac{X - \mu}{\sigma} \sim \mathcal{N}(0, 1)"),
    ("definition", r"X \sim \mathcal{N}(0, \sigma^2), \; y = wx + X"),
    ("definition", r"X \sim p, \; \mathbb{E}[X] = \sum_x x \, P(X = x)"),
    ("proved", HALVES + r", \; \mathbb{E}[X] = \frac32"),
    ("refuted", HALVES + r", \; \mathbb{E}[X] = 2"),
    ("refuted", HALVES + r" \text{, so } \mathbb{E}[X] = 2"),
    ("proved", HALVES + r" \Rightarrow \operatorname{Var}(2X) = 1"),
    ("refuted", HALVES + r", \; \operatorname{Var}(2X) = \frac12"),
    ("refuted", HALVES + r", \; P(X \ge 2) = 1"),
    ("refuted", HALVES + r", \; P(X = 3) = 0.1"),
    ("definition", r"P(X = 1) = 0.5, \; P(X = 2) = 0.4"),
    ("definition", r"P(X = 1) = 0.5, \; P(X = 2) = 0.4, \; \mathbb{E}[X] = 2"),
]


@pytest.mark.parametrize(("kind", "tex"), VERDICTS)
def test_a_claim_behind_laws_of_chance_has_this_verdict(kind, tex):
    assert decided(Task(read(Text.written(tex), MODEL), MODEL, "claim", None, ())).kind == kind
