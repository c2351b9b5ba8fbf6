"""The interactives of tables and trees: a row that is chosen, an entry of a product, a chance that moves.

Law: a value comes from the script's parameters or from the model's functions; nothing is written again.
"""

from __future__ import annotations

from mathora.export.content.given import GivenParts
from mathora.export.content.sliders import between, counted
from mathora.export.content.story import DialsPlay, Slider, marked
from mathora.lesson import WordValue

FURTHEST, FINE = 5.0, 0.25  # how often a row may be added to another, and in which steps; a chance moves in hundredths
CHAIN = 20  # so many steps of a chain are seen
PAIRS = {4: ((0,), (1,), (2,), (3,)), 8: ((0, 4), (1, 5), (3, 6), (2, 7))}
"""By how many parts two or three sets make: which of them are in the first set and not in the second, the other way
round, in both, and in neither."""


def table(given: GivenParts) -> DialsPlay | None:
    """A table of values, with a row that the student chooses."""
    functions = [one for one in given.functions("functions") if len(one.variables) == 1]
    places = given.numbers("places")
    if not functions or not places:
        return None
    low, high = min(places), max(places)
    variable = given.speller.symbol(functions[0].variables[0])
    if all(one == int(one) for one in places):
        dial = Slider((variable.spelling,), low, max(high, low + 1.0), 1.0, places[0])
    else:
        dial = between((variable.spelling,), low, high if high > low else low + 1.0, places[0])
    return DialsPlay(
        "table",
        (dial,),
        {"places": places, "symbol": marked(variable), "heads": [given.label(one.key) for one in functions]},
        {f"column {place}": one.javascript() for place, one in enumerate(functions)},
    )


def two_way(given: GivenParts) -> DialsPlay | None:
    """A table of counts: which of its entries is looked at."""
    rows, columns = (given.names(part) for part in ("rows", "columns"))
    entries = given.numbers("entries")
    if not rows or not columns or len(entries) != len(rows) * len(columns):
        return None
    words, width = given.words("two-way"), len(columns)
    return DialsPlay(
        "two-way",
        (counted(words["row"], len(rows)), counted(words["column"], width)),
        {
            "rows": rows,
            "columns": columns,
            "entries": [entries[start : start + width] for start in range(0, len(entries), width)],
        },
    )


def tree(given: GivenParts) -> DialsPlay | None:
    """A tree of probabilities: the chance of the first branch of each fork of two levels, and a leaf."""
    levels = [part for part in ("first", "second", "third") if part in given.values]
    outcomes = [given.names(part) for part in levels]
    chances = [given.numbers(f"{part}_chances") for part in levels]
    forks = 1
    for named, shares in zip(outcomes, chances, strict=True):
        if not named or len(shares) != forks * len(named):
            return None
        forks *= len(named)
    if not levels:
        return None
    words = given.words("tree")
    first = outcomes[0][0]
    dials = [Slider((words["chance"].format(outcome=first),), 0.0, 1.0, 0.01, chances[0][0])]
    for fork, parent in enumerate(outcomes[0] if len(outcomes) > 1 else ()):
        name = words["given"].format(outcome=outcomes[1][0], parent=parent)
        dials.append(Slider((name,), 0.0, 1.0, 0.01, chances[1][fork * len(outcomes[1])]))
    dials.append(counted(words["leaf"], forks))
    return DialsPlay("tree", tuple(dials), {"outcomes": outcomes, "chances": chances})


def venn(given: GivenParts) -> DialsPlay | None:
    """The first two sets of a Venn diagram: how many are in each, and in both; of twelve where nothing is counted."""
    sets, counts = given.names("sets")[:2], given.numbers("counts")
    if len(sets) < 2:  # noqa: PLR2004 - a pair
        return None
    parts = PAIRS.get(len(counts))
    one, other, both, none = [sum(counts[at] for at in part) for part in parts] if parts else (5.0, 3.0, 2.0, 2.0)
    whole = all(number == int(number) for number in counts)
    most, step = one + other + both + none, 1.0 if whole else 0.01
    starts = (one + both, other + both, both)
    labels = (*sets, given.words("venn")["both"])
    dials = tuple(Slider((name,), 0.0, most, step, at) for name, at in zip(labels, starts, strict=True))
    return DialsPlay("venn", dials, {"sets": sets, "all": most})


def product(given: GivenParts) -> DialsPlay | None:
    """A product of matrices: which of its entries is worked out."""
    left, right = (given.matrix(part) for part in ("left", "right"))
    if not left or not right or len(left[0]) != len(right):
        return None
    words = given.words("product")
    dials = (counted(words["row"], len(left)), counted(words["column"], len(right[0])))
    return DialsPlay("product", dials, {"left": left, "right": right})


def elimination(given: GivenParts) -> DialsPlay | None:
    """A matrix: which row changes, and how often which other one is added to it."""
    matrix, right = (given.matrix(part) for part in ("matrix", "right"))
    if not matrix or (right and len(right) != len(matrix)) or len(matrix) == 1:
        return None
    words = given.words("elimination")
    rows = [[*row, *(right[at] if right else ())] for at, row in enumerate(matrix)]
    dials = (
        counted(words["row"], len(rows), 2),
        Slider((words["times"],), -FURTHEST, FURTHEST, FINE, 0.0),
        counted(words["of"], len(rows)),
    )
    return DialsPlay("elimination", dials, {"rows": rows, "bar": len(matrix[0])})


def chain(given: GivenParts) -> DialsPlay | None:
    """A Markov chain: where it begins, how many steps it goes, and how likely its first state stays."""
    states, matrix = given.names("states"), given.matrix("matrix")
    if not states or {len(matrix), *map(len, matrix)} != {len(states)}:
        return None
    by, at = given.values.get("by"), given.matrix("at")
    columns = isinstance(by, WordValue) and by.text.value == "columns"
    moves = [list(row) for row in (zip(*matrix, strict=True) if columns else matrix)]
    shares = [row[0] for row in at] if at else [1.0, *(0.0 for _ in states[1:])]
    words = given.words("chain")
    dials = (
        counted(words["steps"], CHAIN, first=0, start=0),
        counted(words["begin"], len(states), 1 + shares.index(max(shares))),
        Slider((words["stay"].format(state=states[0]),), 0.0, 1.0, 0.01, moves[0][0]),
    )
    return DialsPlay("chain", dials, {"states": states, "moves": moves, "most": CHAIN})


def convolution(given: GivenParts) -> DialsPlay | None:
    """A kernel over a signal: where it lies. What is written as two vectors runs along one row."""
    signal, kernel = (given.matrix(part) for part in ("signal", "kernel"))
    if not signal or not kernel:
        return None
    if len(signal[0]) == len(kernel[0]) == 1:
        signal, kernel = ((tuple(row[0] for row in one),) for one in (signal, kernel))
    down, across = len(signal) - len(kernel) + 1, len(signal[0]) - len(kernel[0]) + 1
    if min(down, across) < 1:
        return None
    words = given.words("convolution")
    dials = [counted(words["row"], down)] if len(signal) > 1 else []
    dials.append(counted(words["column"], across))
    return DialsPlay("convolution", tuple(dials), {"signal": signal, "kernel": kernel})
