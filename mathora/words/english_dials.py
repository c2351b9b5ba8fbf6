"""What the page says in English about its interactives with sliders, by their kinds."""

from __future__ import annotations

from collections.abc import Mapping

from mathora.words.catalogue import DialsPlayWords

DIALS: Mapping[str, DialsPlayWords] = {
    "bars": DialsPlayWords(
        how="Move the parameters and the ends of the event. The bars that belong to it are lit.",
        names={"low": "from", "high": "to"},
        picture="Bars of probabilities, those of the event lit",
        sentence="From {low} to {high}: probability {probability}",
        title="Try it: move the distribution",
    ),
    "density": DialsPlayWords(
        how="Move the parameters and the ends of the interval. The area over it is its probability.",
        names={"low": "from", "high": "to"},
        picture="The curve of a density, the area over an interval shaded",
        sentence="From {low} to {high}: probability {probability}",
        title="Try it: probability as area",
    ),
    "population": DialsPlayWords(
        how="Move the shares, and see who is marked. Each dot is one of the crowd; the marked ones stand above.",
        names={
            "event": "with it",
            "other": "without it",
            "marked": "marked",
            "unmarked": "not marked",
            "prior": "share: {event}",
            "hit": "{marked}, of those {event}",
            "alarm": "{marked}, of those {other}",
        },
        picture="A crowd of dots in groups: above the marked ones, below the others",
        sentence="{marked}: {said}, of these {event}: {hits}. The share {event} among {marked} is {posterior}",
        title="Try it: a crowd and a test",
    ),
    "table": DialsPlayWords(
        how="Move the number. The last row of the table is yours.",
        names={},
        picture="A table of values; the last row is the number that you choose",
        sentence="{at}: {values}",
        title="Try it: a row of your own",
    ),
    "two-way": DialsPlayWords(
        how="Choose an entry by its row and its column. What is it a share of?",
        names={"row": "row", "column": "column"},
        picture="A table of counts with its sums; one entry is lit, with its row and its column",
        sentence="{row}, {column}: {entry}. Of its row that is {across}, of its column {down}, of all {all}",
        title="Try it: a share of what?",
    ),
    "tree": DialsPlayWords(
        how="Move the chances, and choose a leaf. Along its way the chances are multiplied.",
        names={"chance": "chance: {outcome}", "given": "chance: {outcome}, after {parent}", "leaf": "leaf"},
        picture="A tree of probabilities; the way to one leaf is lit",
        sentence="{way}: {product}. All ways that end with {last}: {sum}. This way is {share} of them",
        title="Try it: move the chances",
    ),
    "product": DialsPlayWords(
        how="Choose an entry of the product: a row of the first matrix times a column of the second.",
        names={"row": "row", "column": "column"},
        picture="Two matrices and their product; a row, a column and their entry are lit",
        sentence="Row {row} times column {column}: {work}",
        title="Try it: entry by entry",
    ),
    "elimination": DialsPlayWords(
        how="Add a multiple of one row to another. Which one makes a zero?",
        names={"row": "row that changes", "times": "how often", "of": "row that is added"},
        picture="A matrix, the row that changes lit",
        sentence="Row {row}, and {times} times row {of}: {result}",
        title="Try it: make a zero",
    ),
    "number-line": DialsPlayWords(
        how="Move both numbers. The arrow leads from the first to the second.",
        names={"first": "first number", "second": "second number"},
        picture="A line of numbers with two points, and an arrow from the first to the second",
        sentence="{second} − {less} = {way}; the distance is {distance}",
        title="Try it: two numbers on the line",
    ),
    "vectors": DialsPlayWords(
        how="Take each vector as often as you like. Which points of the plane can you reach?",
        names={"times": "times"},
        picture="Multiples of two vectors, laid end to end, and the arrow that they make together",
        sentence="Together: {sum}, of length {length}",
        title="Try it: combine the vectors",
    ),
    "iteration": DialsPlayWords(
        how="Move where it starts, and what each step is given. Where does it lead?",
        names={},
        picture="A value over the steps of a repeated computation",
        sentence="{name} starts with {first}; after step {steps} it is {last}",
        title="Try it: step after step",
    ),
    "groups": DialsPlayWords(
        how="Move the line. A point on the wrong side of it has a ring.",
        names={},
        picture="Points of two groups, and the line between them",
        sentence="On the wrong side of the line: {wrong} of {count} points",
        title="Try it: separate the groups",
    ),
    "clusters": DialsPlayWords(
        how="Move the centres. Each point has the colour of the nearest one.",
        names={"centre": "centre {number}:"},
        picture="Points in the colours of the centres that are nearest to them",
        sentence="Sum of the squared distances to the nearest centre: {total}",
        title="Try it: move the centres",
    ),
    "sequence": DialsPlayWords(
        how="Move the index along the sequence, and what its terms are given.",
        names={},
        picture="The terms of a sequence as dots over their indices; one is larger",
        sentence="{name}({index}) = {term}; the terms up to it add up to {sum}",
        title="Try it: term by term",
    ),
    "slice": DialsPlayWords(
        how="Move what is held, and the point on the curve that is left. How steep is it there?",
        names={},
        picture="The curve of a function where one variable is held, with its tangent at a point",
        sentence="{held} is held at {fixed}: at {moving} = {at}, {name} is {height}, and the slope {slope}",
        title="Try it: hold one variable still",
    ),
    "slopes": DialsPlayWords(
        how="Move the point. The curve through it follows the marks to both sides: it is the solution there.",
        names={},
        picture="Short marks all over the plane, and the curve through a point that follows them",
        sentence="At {place}, the slope is {slope}",
        title="Try it: another solution",
    ),
    "flow": DialsPlayWords(
        how="Move the point where it begins. Where does the field take it?",
        names={},
        picture="Small arrows all over the plane, and the curve from a point that follows them",
        sentence="At {place}, the field is {field}",
        title="Try it: let it drift",
    ),
    "constraint": DialsPlayWords(
        how="Bring the point onto the constraint, the thick curve, and then to where both arrows lie on one line.",
        names={},
        picture="Level sets, the curve of a constraint, and a point with an arrow for each gradient",
        sentence=(
            "{function} = {value}; {constraint} = {held}, to be held at {level}. "
            "Between the gradients there are {angle} degrees"
        ),
        title="Try it: where is it best?",
    ),
    "chain": DialsPlayWords(
        how="Choose where it begins, and go step by step. Does the start still matter after many steps?",
        names={"steps": "steps", "begin": "begin in state", "stay": "chance to stay: {state}"},
        picture="How likely each state is over the steps, a line for each",
        sentence="From {begin}, after {steps} steps: {shares}",
        title="Try it: step after step",
    ),
    "convolution": DialsPlayWords(
        how="Move the kernel over the signal. Multiply what lies on each other, and add.",
        names={"row": "row", "column": "place along the row"},
        picture="A signal with the kernel over a part of it, the kernel, and the result with one entry lit",
        sentence="At {place}: {work}",
        title="Try it: slide the kernel",
    ),
    "spread": DialsPlayWords(
        how="Turn the line. Each point throws its shadow on it: in which direction do the shadows spread most?",
        names={"angle": "angle in degrees"},
        picture="Points, a line through their mean, and the shadow of each point on it",
        sentence="At {angle} degrees, the shadows' variance is {variance}. The largest is {most}, at {best} degrees",
        title="Try it: turn the line",
    ),
}
