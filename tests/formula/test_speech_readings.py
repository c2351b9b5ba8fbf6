"""No two small formulas with different values are spoken alike: every combination of constructs, two deep and wider.

The value of a construct whose meaning does not matter here (a sum, a derivative, a floor) is an arbitrary function of
its parts: it only has to differ where they differ.
"""

import cmath
import math
from collections import defaultdict
from zlib import crc32

import pytest

from mathora.formula import read, read_model, speak
from mathora.formula import tree as t
from mathora.lesson import Declaration, Faulty, ModelSource, Text

MODEL = read_model(
    ModelSource(
        declarations=tuple(
            Declaration(head=Text.written(head), kind="real" if len(head) == 1 else None)
            for head in ("a", "b", "k", "n", "f(x)")
        )
    )
)
NAMES = {"a": 0.73, "b": 1.31, "k": 0.4, "n": 3.3, "f": 0}

PAIRS = [
    "{0} + {1}",
    "{0} - {1}",
    "{0} {1}",
    r"{0} \cdot {1}",
    r"\frac{{{0}}}{{{1}}}",
    "{0}^{{{1}}}",
    r"\binom{{{0}}}{{{1}}}",
    r"\max({0}, {1})",
]
SINGLES = [
    "-{0}",
    "({0})",
    "({0})^2",
    "|{0}|",
    r"\lfloor {0} \rfloor",
    r"\sqrt{{{0}}}",
    r"\sqrt[3]{{{0}}}",
    "{0}!",
    "f({0})",
    r"\ln({0})",
    r"\sin {0}",
    r"\sin^2 {0}",
    r"\sum_{{k=1}}^{{n}} {0}",
    r"\lim_{{k \to 0}} {0}",
    r"\frac{{d}}{{da}} {0}",
    r"\int {0}\,da",
    r"\left.{0}\right|_{{a = 1}}",
]
SMALL = ["a", "2"]


def grown(one, other):
    singles = [single.format(x) for single in SINGLES for x in one]
    pairs = [pair.format(x, y) for pair in PAIRS for x in one for y in other]
    return singles + pairs + [pair.format(y, x) for pair in PAIRS for x in one for y in other]


VALUES = {
    t.Number: lambda node, _parts: complex(float(node.text)),
    t.Symbol: lambda node, _parts: complex(NAMES[node.name]),
    t.Group: lambda _node, parts: parts[0],
    t.Signed: lambda _node, parts: -parts[0],
    t.Addition: lambda node, parts: (
        parts[0] + sum(part if sign == "+" else -part for sign, part in zip(node.operators, parts[1:], strict=True))
    ),
    t.Product: lambda _node, parts: math.prod(parts, start=1 + 0j),
    t.Quotient: lambda _node, parts: parts[0] / parts[1],
    t.Power: lambda _node, parts: parts[0] ** parts[1],
}


def arbitrary(node, parts):
    own = crc32(f"{type(node).__name__} {getattr(node, 'name', '')}".encode()) / 2**32
    return own + sum((own + place) * cmath.sin(part + own) for place, part in enumerate(parts, start=1))


def value(node):
    return VALUES.get(type(node), arbitrary)(node, [value(child) for child in node.children])


def spoken_values(texts):
    """Spoken words → value → a formula that is spoken so and has that value."""
    heard = defaultdict(dict)
    for text in texts:
        try:
            node = read(Text.written(text), MODEL).tree
            found = value(node)
        except (Faulty, OverflowError, ZeroDivisionError):
            continue
        heard[speak(node)].setdefault(complex(round(found.real, 6), round(found.imag, 6)), text)
    return heard


def ambiguous(texts):
    return [tuple(values.values()) for values in spoken_values(texts).values() if len(values) > 1]


def test_all_formulas_two_deep():
    two = grown(SMALL, SMALL)
    assert len(spoken_values(two)) > 60
    assert not ambiguous(SMALL + two)


@pytest.mark.slow
def test_all_formulas_three_deep():
    three = grown(grown(SMALL, SMALL), SMALL)
    assert len(spoken_values(three)) > 2000
    assert not ambiguous(three)


def test_the_check_sees_two_values_for_one_sound(monkeypatch):
    monkeypatch.setitem(globals(), "speak", lambda _node: "the same")
    assert ambiguous(["a", "2"])
