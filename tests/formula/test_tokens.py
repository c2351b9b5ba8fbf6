"""Tokens: every character is part of one, or is a fault; spellings are normalised; spans are the text's."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mathora.formula.reader.commands import IGNORED, SPACES
from mathora.formula.reader.tokens import END, MOST_DIGITS, MOST_TOKENS, SIDES, tokenize
from mathora.lesson import Faulty, Text


def words(tex):
    return [token.text for token in tokenize(Text.written(tex))][:-1]


def rules(tex):
    with pytest.raises(Faulty) as faulty:
        tokenize(Text.written(tex))
    return [(fault.rule, fault.place.column, fault.hint) for fault in faulty.value.faults]


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("xy", ["x", "y"]),
        (r"2\alpha x_1", ["2", r"\alpha", "x", "_", "1"]),
        ("0.35", ["0.35"]),
        ("12.", ["12", "."]),
        (r"1{,}000{,}000", [r"1{,}000{,}000"]),
        (r"1{,}0000", ["1", "{", ",", "}", "0000"]),
        ("x:=1", ["x", ":=", "1"]),
        (r"\text{for all } x", ["for all ", "x"]),
        (r"\operatorname*{arg\,min}", [r"arg\,min"]),
        (r"\begin{aligned} x \\ y \end{aligned}", ["aligned", "x", r"\\", "y", "aligned"]),
        ("a\n  b", ["a", "b"]),
        (r"a,\ b \not\ c", ["a", ",", "b", r"\not", "c"]),
        ("", []),
    ],
)
def test_a_text_becomes_its_words(tex, expected):
    assert words(tex) == expected


@pytest.mark.parametrize(
    ("spelling", "normal"),
    [
        (r"\leq", r"\le"), (r"\geqslant", r"\ge"), (r"\neq", r"\ne"), (r"\lvert", "|"), (r"\Vert", r"\|"),
        (r"\gets", r"\leftarrow"),
        (r"\implies", r"\Rightarrow"), (r"\rightarrow", r"\to"), (r"\lbrace", r"\{"), (r"\cfrac", r"\frac"),
        (r"\not=", r"\ne"), (r"\not \in", r"\notin"), (r"\not\mid", r"\nmid"),
    ],
)  # fmt: skip
def test_every_thing_has_one_word(spelling, normal):
    assert words(spelling) == [normal]


def test_greek_letters_are_letters_and_other_commands_are_marks():
    assert [token.kind for token in tokenize(Text.written(r"\alpha \frac"))] == ["letter", "mark", END]


def test_spaces_and_sizes_leave_their_trace_on_the_token_behind_them():
    tokens = tokenize(Text.written(r"x\,y \bigr| \left( ("))
    assert [token.spaced for token in tokens[:2]] == [False, True]
    assert [token.side for token in tokens[2:5]] == ["right", "left", ""]


def test_spans_are_those_of_the_text():
    tex = r"\frac{1}{2} \leq 0.35\, x"
    for token in tokenize(Text.written(tex))[:-1]:
        assert tex[token.start : token.stop].strip() in (token.text, r"\leq")


@pytest.mark.parametrize(
    ("tex", "column", "hint"),
    [
        ("x ≤ 3", 3, r"write \le"), ("2×3", 2, r"write \times"), ("x²", 2, "write ^2"), ("a$b", 2, "dollar"),
        ("x; \x00", 4, "plain ASCII"), ("é", 1, "plain ASCII"), ("\\", 1, "plain ASCII"),
    ],
)  # fmt: skip
def test_a_character_that_formulas_do_not_have_is_a_fault_with_what_to_write(tex, column, hint):
    ((rule, place, found),) = rules(tex)
    assert (rule, place) == ("unknown-character", column)
    assert hint in found


@pytest.mark.parametrize(
    "tex", ["x" * 4001, "x " * (MOST_TOKENS + 1), "1" * (MOST_DIGITS + 1), "1{,}000" + "{,}000" * 12]
)
def test_what_is_too_long_is_refused_before_it_is_read(tex):
    assert rules(tex)[0][0] == "too-long"


@pytest.mark.parametrize("tex", [r"x + \left", r"x + \left0", r"x + \big x", r"x + \right\alpha"])
def test_a_size_without_its_bracket_is_told_where_it_stands(tex):
    assert rules(tex)[0][:2] == ("syntax", 5)


@example(r"x \textstyle y")
@example(r"x \left")
@example(r"\left(x \quad y\right)")
@given(st.text(max_size=60))
def test_no_character_is_lost(tex):
    try:
        tokens = tokenize(Text.written(tex))
    except Faulty:
        return
    covered = {place for token in tokens for place in range(token.start, token.stop)}
    dropped = "".join(character for place, character in enumerate(tex) if place not in covered)
    for command in sorted((*IGNORED, *SPACES, *SIDES), reverse=True):  # how it is set; a size goes with its bracket
        dropped = dropped.replace(command, "")
    assert all(part in " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85~\\,;:!" or part.isspace() for part in dropped)
    assert tokens[-1].kind == END
