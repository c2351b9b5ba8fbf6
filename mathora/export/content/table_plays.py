"""The interactives of tables and trees: a row that is chosen, an entry of a product, a chance that moves.

Law: a value comes from the script's parameters or from the model's functions; nothing is written again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mathora.export.content.sliders import between, counted, function_of, names, numbers
from mathora.export.content.speller import Speller
from mathora.export.content.story import DialsPlay, Slider, marked
from mathora.formula.meaning.read_values import read_matrix
from mathora.lesson import ArrayValue, ListValue, Section, Value, WordValue

FURTHEST, FINE = 5.0, 0.25  # how often a row may be added to another, and in which steps; a chance moves in hundredths
CHAIN = 20  # so many steps of a chain are seen
PAIRS = {4: ((0,), (1,), (2,), (3,)), 8: ((0, 4), (1, 5), (3, 6), (2, 7))}
"""By how many parts two or three sets make: which of them are in the first set and not in the second, the other way
round, in both, and in neither."""


def table(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A table of values, with a row that the student chooses."""
    listed = values.get("functions")
    found = [function_of(one, speller) for one in listed.items] if isinstance(listed, ListValue) else []
    functions = [one for one in found if one is not None and len(one.variables) == 1]
    places = numbers(values.get("places"), speller)
    if not functions or not places:
        return None
    low, high = min(places), max(places)
    variable = speller.symbol(functions[0].variables[0])
    if all(one == int(one) for one in places):
        dial = Slider((variable.spelling,), low, max(high, low + 1.0), 1.0, places[0])
    else:
        dial = between((variable.spelling,), low, high if high > low else low + 1.0, places[0])
    return DialsPlay(
        "table",
        (dial,),
        {f"column {place}": one.javascript() for place, one in enumerate(functions)},
        {},
        {"places": places, "symbol": marked(variable), "heads": [marked(speller.symbol(one.key)) for one in functions]},
    )


def two_way(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A table of counts: which of its entries is looked at."""
    rows, columns = (names(values.get(part), speller) for part in ("rows", "columns"))
    entries = numbers(values.get("entries"), speller)
    if not rows or not columns or len(entries) != len(rows) * len(columns):
        return None
    words, width = speller.words.dials_plays["two-way"].names, len(columns)
    return DialsPlay(
        "two-way",
        (counted(words["row"], len(rows)), counted(words["column"], width)),
        {},
        {},
        {
            "rows": rows,
            "columns": columns,
            "entries": [entries[start : start + width] for start in range(0, len(entries), width)],
        },
    )


def tree(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A tree of probabilities: the chance of the first branch of each fork of two levels, and a leaf."""
    levels = [part for part in ("first", "second", "third") if part in values]
    outcomes = [names(values[part], speller) for part in levels]
    chances = [numbers(values.get(f"{part}_chances"), speller) for part in levels]
    forks = 1
    for named, given in zip(outcomes, chances, strict=True):
        if not named or len(given) != forks * len(named):
            return None
        forks *= len(named)
    if not levels:
        return None
    words = speller.words.dials_plays["tree"].names
    first = outcomes[0][0]
    dials = [Slider((words["chance"].format(outcome=first),), 0.0, 1.0, 0.01, chances[0][0])]
    for fork, parent in enumerate(outcomes[0] if len(outcomes) > 1 else ()):
        name = words["given"].format(outcome=outcomes[1][0], parent=parent)
        dials.append(Slider((name,), 0.0, 1.0, 0.01, chances[1][fork * len(outcomes[1])]))
    dials.append(counted(words["leaf"], forks))
    return DialsPlay("tree", tuple(dials), {}, {}, {"outcomes": outcomes, "chances": chances})


def venn(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """The first two sets of a Venn diagram: how many are in each, and in both; of twelve where nothing is counted."""
    sets, counts = names(values.get("sets"), speller)[:2], numbers(values.get("counts"), speller)
    if len(sets) < 2:  # noqa: PLR2004 - a pair
        return None
    parts = PAIRS.get(len(counts))
    one, other, both, none = [sum(counts[at] for at in part) for part in parts] if parts else (5.0, 3.0, 2.0, 2.0)
    whole = all(number == int(number) for number in counts)
    most, step = one + other + both + none, 1.0 if whole else 0.01
    starts = (one + both, other + both, both)
    labels = (*sets, speller.words.dials_plays["venn"].names["both"])
    dials = tuple(Slider((name,), 0.0, most, step, at) for name, at in zip(labels, starts, strict=True))
    return DialsPlay("venn", dials, {}, {}, {"sets": sets, "all": most})


def product(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A product of matrices: which of its entries is worked out."""
    left, right = (_matrix(values.get(part), speller) for part in ("left", "right"))
    if not left or not right or len(left[0]) != len(right):
        return None
    words = speller.words.dials_plays["product"].names
    dials = (counted(words["row"], len(left)), counted(words["column"], len(right[0])))
    return DialsPlay("product", dials, {}, {}, {"left": left, "right": right})


def elimination(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A matrix: which row changes, and how often which other one is added to it."""
    matrix, right = (_matrix(values.get(part), speller) for part in ("matrix", "right"))
    if not matrix or (right and len(right) != len(matrix)) or len(matrix) == 1:
        return None
    words = speller.words.dials_plays["elimination"].names
    rows = [[*row, *(right[at] if right else ())] for at, row in enumerate(matrix)]
    dials = (
        counted(words["row"], len(rows), 2),
        Slider((words["times"],), -FURTHEST, FURTHEST, FINE, 0.0),
        counted(words["of"], len(rows)),
    )
    return DialsPlay("elimination", dials, {}, {}, {"rows": rows, "bar": len(matrix[0])})


def chain(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A Markov chain: where it begins, how many steps it goes, and how likely its first state stays."""
    states, matrix = names(values.get("states"), speller), _matrix(values.get("matrix"), speller)
    if not states or {len(matrix), *map(len, matrix)} != {len(states)}:
        return None
    by, at = values.get("by"), _matrix(values.get("at"), speller)
    columns = isinstance(by, WordValue) and by.text.value == "columns"
    moves = [list(row) for row in (zip(*matrix, strict=True) if columns else matrix)]
    shares = [row[0] for row in at] if at else [1.0, *(0.0 for _ in states[1:])]
    words = speller.words.dials_plays["chain"].names
    dials = (
        counted(words["steps"], CHAIN, first=0, start=0),
        counted(words["begin"], len(states), 1 + shares.index(max(shares))),
        Slider((words["stay"].format(state=states[0]),), 0.0, 1.0, 0.01, moves[0][0]),
    )
    return DialsPlay("chain", dials, {}, {}, {"states": states, "moves": moves, "most": CHAIN})


def convolution(_: Section, values: Mapping[str, Value], speller: Speller) -> DialsPlay | None:
    """A kernel over a signal: where it lies. What is written as two vectors runs along one row."""
    signal, kernel = (_matrix(values.get(part), speller) for part in ("signal", "kernel"))
    if not signal or not kernel:
        return None
    if len(signal[0]) == len(kernel[0]) == 1:
        signal, kernel = ([[row[0] for row in one]] for one in (signal, kernel))
    down, across = len(signal) - len(kernel) + 1, len(signal[0]) - len(kernel[0]) + 1
    if min(down, across) < 1:
        return None
    words = speller.words.dials_plays["convolution"].names
    dials = [counted(words["row"], down)] if len(signal) > 1 else []
    dials.append(counted(words["column"], across))
    return DialsPlay("convolution", tuple(dials), {}, {}, {"signal": signal, "kernel": kernel})


def _matrix(value: Value | None, speller: Speller) -> Sequence[Sequence[float]]:
    if not isinstance(value, ArrayValue):
        return ()
    return read_matrix(value.tex, speller.proven.model).numbers
