"""Sentences: words, formulas, checked numbers, and what is only a dollar or a bracket."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.lesson import CheckedNumber, Faulty, Maths, Text, Words
from mathora.script.prose import NARRATION_MARK, read_prose


def pieces(value: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for piece in read_prose(Text.written(value)).pieces:
        match piece:
            case Words():
                found.append(("words", piece.text.value))
            case Maths():
                found.append(("maths", piece.tex.value))
            case CheckedNumber():
                found.append(("number", piece.shown.value, piece.source.value))
    return found


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Just words.", [("words", "Just words.")]),
        ("Hold $w_2$ still.", [("words", "Hold "), ("maths", "w_2"), ("words", " still.")]),
        ("$a$$b$", [("maths", "a"), ("maths", "b")]),
        ("$ x $", [("maths", "x")]),
        (r"It costs \$5.", [("words", "It costs $5.")]),
        (r"$\text{\$5}$", [("maths", r"\text{\$5}")]),
        ("[9.8](V(0.35))", [("number", "9.8", "V(0.35)")]),
        ("volume [16](V(1)), slope [-9](V'(1.5))", [
            ("words", "volume "), ("number", "16", "V(1)"), ("words", ", slope "), ("number", "-9", "V'(1.5)"),
        ]),
        (r"[91\%](B)", [("number", "91%", "B")]),
        ("so [91%](B) it is", [("words", "so "), ("number", "91%", "B"), ("words", " it is")]),
        ("or [about 91](100 B)", [("words", "or about "), ("number", "91", "100 B")]),
        ("see [1] and (2)", [("words", "see [1] and (2)")]),
        (r"\[a](b)", [("words", "[a](b)")]),
        ("a \\ b", [("words", "a \\ b")]),
        ("<b>&amp;</b> *not* _markup_", [("words", "<b>&amp;</b> *not* _markup_")]),
    ],
)  # fmt: skip
def test_pieces(value, expected):
    assert pieces(value) == expected


@pytest.mark.parametrize("text", ["[about 91](B)", "It is about [91](B).", "etwa [91](B)", "Roughly [91](B)"])
def test_behind_a_word_that_says_so_a_whole_number_is_rounded(text):
    (number,) = [one for one in read_prose(Text.written(text)).pieces if isinstance(one, CheckedNumber)]
    assert number.rounded


@pytest.mark.parametrize("text", ["[91](B)", "what it is about: [91](B)", "gabout [91](B)"])
def test_elsewhere_it_is_exact(text):
    (number,) = [one for one in read_prose(Text.written(text)).pieces if isinstance(one, CheckedNumber)]
    assert not number.rounded


@pytest.mark.parametrize("text", ["It costs $5 or $6.", "from $1,000 to $2,000"])
def test_two_prices_are_no_formula(text):
    with pytest.raises(Faulty, match="two dollars with an amount behind each of them"):
        read_prose(Text.written(text))


@pytest.mark.parametrize(
    "text", [r"now \(x^2\) stands", r"at \alpha", r"half, \frac12", r"so \[x^2\] is", r"$x$ is 5\% of it"]
)
def test_latex_outside_of_dollars_is_told(text):
    with pytest.raises(Faulty, match="where LaTeX means nothing"):
        read_prose(Text.written(text))


@pytest.mark.parametrize("text", ["It is [4] (f(2)).", r"It is [-9.8]  (f(2))", "[25%] (f(0.5))"])
def test_a_number_apart_from_what_it_comes_from_is_told(text):
    with pytest.raises(Faulty, match="a blank stands between a number and what it comes from"):
        read_prose(Text.written(text))


def test_each_piece_knows_where_it_was_written():
    prose = read_prose(Text.written(r"A \$ $x^2$ [4](x)", "x.yaml", 3, 7))
    words, maths, _, number = prose.pieces
    assert isinstance(words, Words)
    assert isinstance(maths, Maths)
    assert isinstance(number, CheckedNumber)
    assert [str(words.text.at(offset)) for offset in (0, 2, 3)] == ["x.yaml:3:7", "x.yaml:3:10", "x.yaml:3:11"]
    assert str(maths.tex.place) == "x.yaml:3:13"
    assert str(number.shown.place) == "x.yaml:3:19"
    assert str(number.source.place) == "x.yaml:3:22"


@given(st.text(st.sampled_from("ab1.$[]()\\ "), min_size=1, max_size=25))
def test_law_the_pieces_are_cut_from_the_text(value):
    try:
        prose = read_prose(Text.written(value))
    except Faulty:
        return
    for piece in prose.pieces:
        for part in (
            (piece.text,)
            if isinstance(piece, Words)
            else (piece.tex,)
            if isinstance(piece, Maths)
            else (piece.shown, piece.source)
        ):
            assert all(value[place.column - 1] == sign for sign, place in zip(part.value, part.places, strict=False))


def test_a_fault_in_one_piece_does_not_hide_the_text_before_it():
    with pytest.raises(Faulty, match="never closed"):
        read_prose(Text.written("[1](x) and $x"))


def test_a_narration_calls_moves_and_the_calls_are_no_words():
    found = read_prose(Text.written("Hold $w_2$ still, and {cut} a plane {fall}. A \\{brace}."), NARRATION_MARK)
    said = "".join(piece.text.value if isinstance(piece, Words) else "w" for piece in found.pieces)
    assert said == "Hold w still, and a plane . A {brace}."
    assert [(cue.name.value, cue.piece, cue.offset) for cue in found.cues] == [("cut", 2, 12), ("fall", 2, 20)]


def test_a_narration_points_at_terms_and_does_not_say_them():
    found = read_prose(Text.written("On top {$P(T \\mid D)$} the likelihood, {$P(D)$}the prior."), NARRATION_MARK)
    assert "".join(piece.text.value for piece in found.pieces) == "On top the likelihood, the prior."
    assert [(cue.tex.value, cue.piece, cue.offset) for cue in found.pointed] == [
        (r"P(T \mid D)", 0, 7), ("P(D)", 0, 23),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "rules"), [("A {$a$ b} c", ["open-cue"]), ("A {$a} b", ["open-formula"]), ("A {$$} b", ["empty-formula"])]
)
def test_a_brace_that_points_holds_one_formula(said, rules):
    with pytest.raises(Faulty) as caught:
        read_prose(Text.written(said), NARRATION_MARK)
    assert [fault.rule for fault in caught.value.faults] == rules


def test_elsewhere_braces_are_braces():
    assert read_prose(Text.written("A {cut} here")).cues == ()
