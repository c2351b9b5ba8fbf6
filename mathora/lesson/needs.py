"""What a scene may need of the values that a script gives it: of which kinds, and how an author mends it.

Owns: `NEEDS`, a row for each need, and `NeedForm`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mathora.lesson.parameter_kinds import ParameterKind
from mathora.lesson.vocabulary import NeedName


@dataclass(frozen=True, slots=True)
class NeedForm:
    """What a need is of (kinds of parameters), against what (the kinds of its arguments, the last `optional` of which
    may be left out; None is any kind), and how an author mends what does not keep it. `whole`: a list is looked at as
    one.
    """

    of: tuple[ParameterKind, ...]
    given: tuple[ParameterKind | None, ...] = ()
    optional: int = 0
    mend: str = ""
    whole: bool = False


_ALONG: tuple[ParameterKind, ...] = ("Function", "Variable", "Point")
"""A function; if it is seen along one of its variables, that one, and a point that holds the others."""

_LINES: tuple[ParameterKind, ...] = ("Formula", "Formula")  # the line that the step shows, and the last one before it
_ANY: tuple[ParameterKind | None, ...] = (None, None, None)
"""Lists of whatever kind: only how many there are in each of them counts."""

_PLACE: tuple[ParameterKind, ...] = ("Number", "Interval", "Point", "Function")
"""Where a point is, and the picture that it is on: its span, what is held, the other functions."""

_NEAR: tuple[ParameterKind, ...] = ("Function", "Number", "Interval", "Interval", "Point", "Function")
"""A function near a place, and the picture of it: its span and heights, what is held, the other functions."""

_AMONG: tuple[ParameterKind, ...] = ("Function", "Variable", "Variable", "Interval", "Interval")
"""A curve among points of data, and the picture of both: its span and heights."""

_LEAVES: tuple[ParameterKind, ...] = ("Flag", "Formula", "Formula", "Formula")
"""Of a tree, whether its ways may end early, and the chances of each level's branches."""

_DATA: tuple[ParameterKind, ...] = ("Variable", "Variable", "Interval", "Interval")
"""Points of data, and the picture of them: its span and heights."""

_LISTED: tuple[ParameterKind, ...] = ("Number", "Function", "Point", "Prose")

NEEDS: Mapping[NeedName, NeedForm] = {
    "variables": NeedForm(("Function",), ("Count", "Count"), 1, "give a function of so many variables"),
    "bounded": NeedForm(("Function",), (), 0, r"state its domain in the model, such as domain: 0 \le x \le 3"),
    "seen": NeedForm(("Function",), ("Interval", "Point"), 2, "choose other values, or another span"),
    "stands": NeedForm(("Function",), _PLACE, 4, "choose a place where the function has a value"),
    "held_in_sight": NeedForm(("Number",), ("Function", *_PLACE[1:]), 3, "choose a place nearer to what is shown"),
    "touched": NeedForm(("Function",), _PLACE, 4, "choose a place beside poles, jumps and kinks"),
    "reaches": NeedForm(("Number",), ("Function", *_PLACE), 4, "choose another reach, or another place"),
    "leaves": NeedForm(("Number",), ("Function", *_PLACE), 4, "choose a curve that bends, or a longer reach"),
    "gapped": NeedForm(("Function",), ("Function", "Number", *_PLACE), 4, "give that, such as h^2 for x^2"),
    "newtons": NeedForm(("Count",), ("Function", "Count", *_PLACE), 4, "begin elsewhere, or take fewer steps"),
    "repeats": NeedForm(("Count",), ("Function", "Count", *_PLACE), 4, "begin elsewhere, or take fewer steps"),
    "rolls_down": NeedForm(("Count",), ("Function", "Number", "Number", "Count", "Point"), 1, "take smaller steps"),
    "meets": NeedForm(("Function",), ("Function", "Interval", "Point"), 2, "give a span in which both do"),
    "beside": NeedForm(("Number",), ("Function", "Number", "Point"), 1, "choose another gap"),
    "kept": NeedForm(("Number",), _NEAR, 4, "choose another place, or a wider band"),
    "indexed": NeedForm(("Function",), ("Count", "Count", "Point"), 1, "begin at another index, or take fewer terms"),
    "along_with": NeedForm(("Function",), ("Function", "Interval", "Point"), 1, "give both on one span"),
    "leads_on": NeedForm(("Function",), ("Function", "Interval", "Point"), 1, "let one of them change"),
    "goes_round": NeedForm(("Function",), ("Function", "Interval", "Point", "Word"), 2, "give a circle that grew"),
    "near_one": NeedForm(("Function",), ("Function", "Interval", "Point"), 1, "give a circle of a radius nearer to 1"),
    "area_of_one": NeedForm(("Function",), ("Point", "Interval"), 2, "give a density that stays bounded"),
    "in_sight": NeedForm(("Interval",), ("Function", "Point"), 1, "choose a span nearer to the mean"),
    "counts_degrees": NeedForm(("Number",), (), 0, "write the number alone, such as 45"),
    "sum_of_one": NeedForm(
        ("Function",), ("Interval", "Point", "Point", "Function"), 4, "give probabilities, or another span"
    ),
    "somewhere": NeedForm(("Function",), ("Interval",), 1, "give another function, or a place where it has values"),
    "everywhere": NeedForm(("Function",), ("Interval",), 1, "choose a place without poles and gaps"),
    "varies": NeedForm(("Function",), ("Interval",), 1, "give a function whose values differ there"),
    "line_seen": NeedForm(("Number",), ("Function", "Interval"), 1, "choose another level, or another span"),
    "varies_on": NeedForm(
        ("Function",), ("Function", "Number", "Interval"), 0, "give a constraint on which the function varies"
    ),
    "peaks_on": NeedForm(
        ("Function",), ("Word", "Function", "Number", "Interval"), 0, "give a wider span, or the other kind"
    ),
    "inside": NeedForm(("Number", "Point", "Interval"), ("Interval",), 0, "choose another value, or a wider span"),
    "from_to": NeedForm(("Number", "Interval"), ("Interval",), 0, "choose another value"),
    "reaches_over": NeedForm(("Interval",), ("Count",), 0, "choose ends that lie further apart"),
    "framed": NeedForm(("Point",), ("Function", "Interval", "Interval"), 0, "choose another place, or a wider window"),
    "within": NeedForm(
        ("Number", "Point", "Interval"), ("Function", "Variable", "Point"), 2, "choose a value of the function's domain"
    ),
    "coordinates": NeedForm(("Point",), ("Function",), 0, "give each variable of the function a value, and no other"),
    "same_variables": NeedForm(("Function",), ("Function",), 0, "declare both with the same letters in one order"),
    "freezes": NeedForm(("Point",), ("Function", "Variable"), 0, "give each variable but the one that moves a value"),
    "of": NeedForm(("Variable",), ("Function",), 0, "name a variable of the function"),
    "among": NeedForm(("Variable",), ("Variable",), 0, "name one of them"),
    "value": NeedForm(("Number", "Point"), _ALONG, 2, "choose a place where the function has a value"),
    "slope": NeedForm(("Number", "Point"), _ALONG, 2, "choose a place beside poles, jumps and kinks"),
    "given": NeedForm(()),
    "line_of": NeedForm(("Count",), ("ProgramLines",), 0, "count the lines from the top, blank ones too"),
    "fewer": NeedForm(("Formula",), ("Count",), 0, "leave the last ones out", whole=True),
    "joins": NeedForm(("Count",), ("Count",), 0, "take fewer, or smaller layers", whole=True),
    "hides": NeedForm(("Count",), ("Count",), 0, "give a hidden layer, and few neurons behind it", whole=True),
    "beyond": NeedForm(("Count",), ("Count",), 0, "give a larger number"),
    "at_least": NeedForm(("Count",), ("Count",), 0, "give a larger number"),
    "shorter": NeedForm(("Number",), ("Number",), 0, "give a shorter one"),
    "on_axes": NeedForm(("Point",), ("Interval", "Interval"), 0, "choose another place, or wider axes"),
    "of_box": NeedForm(("Function",), ("Number",), 0, "write c (s - 2c)^2 for a cut c from a sheet of side s"),
    "laddered": NeedForm(("Number",), ("Number", "Number"), 0, "choose one that keeps the steps equal"),
    "distinct": NeedForm(("Number", "Count", "Function", "Prose"), (None,), 1, "give each only once", whole=True),
    "settled": NeedForm(("Function",), ("Point", "Count"), 2, "give each variable but the first a number"),
    "parameter": NeedForm(("Variable",), ("Function",), 0, "name a variable of the function, but not the first"),
    "nonnegative": NeedForm(("Function",), ("Point", "Interval"), 2, "give a function that is nowhere below zero"),
    "one_free": NeedForm(("Function",), ("Point",), 1, "give 'held:' a number for each variable but one"),
    "on_curve": NeedForm(("Number",), ("Function", "Point"), 1, "choose a place where the function has a value"),
    "touches": NeedForm(("Number",), ("Function", "Point"), 1, "choose a place beside poles, jumps and kinks"),
    "follows": NeedForm(("Number",), ("Function", "Word", "Point"), 1, "choose a place beside poles, jumps and kinks"),
    "computes": NeedForm(("Function",), ("Point",), 0, "give each input a number at which each step has a value"),
    "goes_on": NeedForm(
        ("Point",), ("Function", "Point"), 0, "give each input a number at which each step has a value"
    ),
    "inputs": NeedForm(("Point",), ("Function",), 0, "name inputs: what no definition of the model computes"),
    "used": NeedForm(("Variable",), ("Function",), 0, "name what the function is computed from"),
    "positive": NeedForm(("Number",), (), 0, "give a number above zero"),
    "heads": NeedForm(
        ("Formula",), ("Function", "Point"), 0, r"write a vector of its variables, such as \nabla L, (1, 2) or a name"
    ),
    "in_a_row": NeedForm(("Function",), (), 0, "give a function that is computed by a few steps in a row"),
    "adds_up": NeedForm(("Point",), ("Function", "Point", "Point"), 1, "choose a smaller change"),
    "sides_of_area": NeedForm(
        ("Point",), ("Function", "Function"), 0, "give each variable a number at which both functions are above zero"
    ),
    "lengthens": NeedForm(
        ("Point",),
        ("Function", "Function", "Point"),
        0,
        "choose a change that makes both functions larger, at most 100 times",
    ),
    "carries": NeedForm(("Number",), ("Function", "Point"), 0, "choose another length"),
    "steep": NeedForm(("Point",), ("Function",), 0, "choose a place where the gradient is not zero"),
    "bends": NeedForm(("Point",), ("Function", "Point"), 0, "choose a surface that is no plane, or another step"),
    "runs_along": NeedForm(
        ("Function",),
        ("Function", "Point", "Point", "Interval"),
        0,
        "define it as the surface so far along the step, such as L(1 + 0.8 h, 1 + 0.6 h)",
    ),
    "discernible": NeedForm(("Point",), ("Function", "Interval"), 0, "choose a place where the ground is steeper"),
    "reached": NeedForm(("Number",), ("Function", "Interval"), 0, "choose a height between them"),
    "even": NeedForm(("Number",), (), 0, "choose equal steps", whole=True),
    "levels_out": NeedForm(("Function",), (), 0, "give a function with a highest or lowest point inside its domain"),
    "descends": NeedForm(
        ("Count",),
        ("Function", "Point", "Number", "Count", "Interval", "Number"),
        1,
        "take fewer steps, a smaller step size, or another start",
    ),
    "rolls_over": NeedForm(
        ("Number",), ("Function", "Point", "Formula", "Interval"), 0, "let the balls roll less far, or widen the span"
    ),
    "few_leaves": NeedForm(("Prose",), (*_ANY[:2], "Count"), 0, "join some outcomes to one", whole=True),
    "stays": NeedForm(("Function",), ("Point", "Point", "Interval"), 2, "give a span that holds all of it"),
    "aims": NeedForm(("Point",), ("Function", "Number", "Interval"), 0, "take a smaller step size, or a wider span"),
    "term": NeedForm(("Formula",), (), 0, "write only what the number is called, or the number"),
    "cancels": NeedForm(
        ("Formula",), _LINES, 0, "name a factor of both, or a term that is there twice; factor it out in a step before"
    ),
    "factors_out": NeedForm(("Formula",), _LINES, 0, "name a factor of every term, and write it before the bracket"),
    "distributes": NeedForm(("Formula",), _LINES, 0, "name the factor before the bracket, and write it in every term"),
    "drops": NeedForm(
        ("Formula",), ("Variable", *_LINES), 0, "name a term without the variable, and write what is left"
    ),
    "lowers": NeedForm(("Variable",), _LINES, 0, "write d/dx before the power, or f(x) = before it and then f'(x) ="),
    "substitutes": NeedForm(("Point",), _LINES, 1, "give numbers for what stands in the line before"),
    "takes_across": NeedForm(
        ("Formula",),
        _LINES,
        0,
        "name a term of one side and write it with the other sign, or a factor and divide by it",
    ),
    "called": NeedForm(("Number", "Count"), ("Word",), 0, "give that number, or leave the name out of the model"),
    "own_letter": NeedForm((), ("Word",), 0, "take another letter in the model"),
    "position": NeedForm(("Count",), _ANY, 2, "counting begins with 1"),
    "still_open": NeedForm((), ("Count", "Count"), 0, "leave this step out", whole=True),
    "levels": NeedForm(("Prose",), ("Count", *_ANY[1:]), 0, "leave this step out", whole=True),
    "runs": NeedForm(("Function",), ("Count", *_ANY), 0, "add another run, or leave this step out"),
    "as_many_items": NeedForm(_LISTED, _ANY[1:2], 0, "give one for each", whole=True),
    "names_value": NeedForm(("Formula",), ("Number",), 0, "write what has that value, or a name without one"),
    "without": NeedForm((*_LISTED, "Count"), _ANY[1:2], 0, "leave one of them out", whole=True),
    "same_variable": NeedForm(("Function",), (), 0, "declare all with one letter, such as f(x) and g(x)", whole=True),
    "two": NeedForm(("Point",), (), 0, "write such as {x: 1, y: 2}"),
    "nonzero": NeedForm(("Number", "Point"), (), 0, "choose another number"),
    "plain_fraction": NeedForm(("Number",), (), 0, r"write such as 1/3 or \frac{3}{4}"),
    "fractions": NeedForm(("AnyMatrix",), (), 0, "take round numbers such as 1.4 for its entries"),
    "shows": NeedForm(("Interval",), ("Function", "Interval", "Point"), 1, "choose heights that hold more of it"),
    "shares": NeedForm(
        ("Count",), ("Number", "Count", "Word", "Prose"), 0, "choose another place, or entries that are not all 0"
    ),
    "numbered": NeedForm(("Prose",), (*_ANY[1:2], "Function"), 1, "give 'outcomes:', a number for each", whole=True),
    "paired": NeedForm(("Prose",), _ANY[1:2], 0, "give both, or leave both out", whole=True),
    "spread_out": NeedForm(("Number",), ("Flag",), 0, "leave 'normal:' out", whole=True),
    "left": NeedForm(
        ("Count",), ("Count", *_LEAVES), 1, "name leaves that can be reached, and one of them", whole=True
    ),
    "leaf_of": NeedForm(("Count",), _LEAVES, 1, "leaves are counted from 1, from the top"),
    "other_than": NeedForm(("Count", "Number", "Function"), (None,), 0, "name two different ones"),
    "size": NeedForm(("AnyMatrix",), ("Count", "AnyMatrix"), 1, "take a smaller one"),
    "as_many_rows": NeedForm(("AnyMatrix",), ("AnyMatrix",), 0, "give one for each row"),
    "multiplies": NeedForm(("AnyMatrix",), ("AnyMatrix",), 0, "give two whose shapes fit, or leave this step out"),
    "row_of": NeedForm(("Count",), ("AnyMatrix",), 0, "rows are counted from 1"),
    "column_of": NeedForm(("Count",), ("AnyMatrix",), 0, "columns are counted from 1"),
    "chances": NeedForm(("AnyMatrix",), ("Word",), 1, "give numbers from 0 to 1 that add up to 1"),
    "names_groups": NeedForm(("Prose",), ("Variable",), 1, "give as many names as there are groups", whole=True),
    "names_rows": NeedForm(("Prose",), ("AnyMatrix",), 0, "give as many names as the matrix has rows", whole=True),
    "settles_down": NeedForm(("AnyMatrix",), ("Word", "AnyMatrix"), 2, "leave this step out, or begin elsewhere"),
    "settles_all": NeedForm(("AnyMatrix",), ("Word",), 1, "leave this step out"),
    "square": NeedForm(("AnyMatrix",), ("Count",), 0, "give one of that size"),
    "splits": NeedForm(
        ("AnyMatrix",), ("AnyMatrix", "AnyMatrix", "Word"), 1, "give other vectors, or leave this step out", whole=True
    ),
    "shifts": NeedForm(("AnyMatrix",), ("AnyMatrix",), 0, "give others, such as [1, 0, -1]", whole=True),
    "ways": NeedForm(("AnyMatrix",), ("Count", "Count"), 0, "take fewer states, or show the matrix as a formula"),
    "slides_in": NeedForm(("AnyMatrix",), ("AnyMatrix",), 0, "give a smaller one: two matrices, or two vectors"),
    "place_in": NeedForm(("Count",), ("AnyMatrix", "AnyMatrix", "Count"), 0, "places are counted from 1"),
    "direction": NeedForm(("PlaneVector",), (), 0, "give another vector"),
    "basis": NeedForm(("PlaneVector",), ("PlaneVector",), 0, "give another vector"),
    "on_kept_lines": NeedForm(
        ("PlaneVector",), ("PlaneMatrix",), 0, "give one arrow on each line, or none", whole=True
    ),
    "keeps_lines": NeedForm(("PlaneMatrix",), (), 0, "leave this step out, or give another matrix"),
    "form_value": NeedForm(("Number",), ("PlaneMatrix",), 0, "choose a value that it has"),
    "data": NeedForm(("Variable",), (), 0, "declare it in the model: x_i: {data: [1, 2, 3]}"),
    "as_many": NeedForm(("Variable",), ("Variable",), 0, "give each point a number in both"),
    "spreads": NeedForm(("Variable",), ("Variable",), 0, "give data that lie along some direction"),
    "place_of": NeedForm(("Number",), ("Variable",), 0, "name the place of one of the points"),
    "point_of": NeedForm(("Count",), _DATA, 3, "points are counted from 1, in the order of the data"),
    "sighted": NeedForm(
        ("Variable",), ("Variable", "Interval", "Interval"), 0, "choose axes that hold all points, and little more"
    ),
    "divides": NeedForm(
        ("Function",),
        ("Variable", "Variable", "Number", "Interval", "Interval", "Point"),
        1,
        "choose other parameters, another level, or a wider span",
    ),
    "flows": NeedForm(("Function",), ("Interval", "Interval", "Function"), 1, "give a field with a direction there"),
    "onward": NeedForm(
        ("Number",),
        ("Function", "Point", "Function", "Interval", "Interval"),
        3,
        "take a smaller step, or begin elsewhere",
    ),
    "groups": NeedForm(("Variable",), ("Count",), 1, "number the groups 0, 1, 2, …"),
    "of_squares": NeedForm(
        ("Function",), ("Function", "Variable", "Variable", "Point"), 0, "give a multiple of it, or leave this step out"
    ),
    "rolls_on": NeedForm(
        ("Count",),
        (*_AMONG, "Point", "Function", "Point", "Number", "Count"),
        0,
        "take fewer steps, a smaller step size, or wider 'heights:'",
    ),
    "among_data": NeedForm(
        ("Point",), (*_AMONG, "Point", "Function", "Point"), 2, "choose other parameters, or wider 'heights:'"
    ),
    "has_parameters": NeedForm(("Function",), (), 0, "write its parameters behind its variable"),
    "parameters": NeedForm(("Point",), ("Function", "Count"), 1, "name its parameters alone"),
    "of_parameters": NeedForm(("Function",), ("Function",), 0, "declare it with these variables"),
    "fits": NeedForm(("Point",), ("Function", "Variable"), 0, "choose other parameters, or leave that row of data out"),
    "crosses": NeedForm(("Function",), ("Interval", "Point"), 2, "give a span in which it has some, and few"),
    "turns": NeedForm(("Function",), ("Word", "Interval", "Point"), 3, "give a span in which it turns"),
    "one_way": NeedForm(
        ("Function",), ("Interval", "Point", "Function"), 3, "give a span, or a domain, on which it only rises or falls"
    ),
    "stretches": NeedForm(("Function",), ("Interval", "Point"), 1, "choose a stretch without a pole"),
    "leads_into": NeedForm(
        ("Function",), ("Function", "Interval", "Point"), 1, "choose steps on which both have values"
    ),
    "encloses": NeedForm(
        ("Function",), ("Function", "Interval", "Interval", "Point"), 2, "choose a stretch without a pole"
    ),
    "moment": NeedForm(("Function",), ("Count", "Point", "Interval", "Flag"), 3, "leave this step out"),
    "balances": NeedForm(
        ("Function",), ("Count", "Point", "Interval", "Flag"), 3, "leave this step out, or give a span"
    ),
    "some_outcome": NeedForm(
        ("Number", "Interval"),
        ("Number", "Number", "Function", "Interval", "Number", "Number"),
        6,
        "choose an event with one of the outcomes",
    ),
    "least": NeedForm(("Function",), ("Variable", "Variable", "Point", "Function"), 2, "take fewer parameters"),
    "lowest": NeedForm(("Function",), ("Point",), 0, "give other data, other parameters, or another start"),
    "swept": NeedForm(("Number",), ("Function", "Interval", "Point"), 2, "choose another end"),
    "expands": NeedForm(("Count",), ("Function", *_PLACE), 4, "choose a lower degree, or a place without a kink"),
    "held_by": NeedForm(("Variable",), ("Point",), 0, "name one that 'held:' gives a value"),
    "holds": NeedForm(("Point",), ("Function",), 0, "leave it out, or name a variable of the function"),
    "defined_at": NeedForm(("Function",), ("Number",), 0, "leave that number out"),
    "outcomes": NeedForm(("Function",), ("Interval", "Point", "Prose"), 2, "give a span; more bars come by become"),
    "approached": NeedForm(("Number",), _NEAR, 4, "leave it out, and the curve says it"),
    "anchored": NeedForm(("Number",), ("Number", "Number"), 1, "give 'around:', or play 'level' before"),
    "settles": NeedForm(("Function",), ("Interval", "Point"), 2, "leave this step out"),
    "lands": NeedForm(("Number",), ("Interval", "Number", "Number", "Number"), 2, "hop less far, or give a wider span"),
    "off_edge": NeedForm(("Point",), ("Interval",), 0, "choose another value, or a wider span"),
    "band": NeedForm(("Number",), ("Number", "Interval"), 0, "choose a narrower band, or a wider span"),
    "terms": NeedForm(("Function",), ("Count", "Interval"), 0, "take fewer terms, or a wider span"),
    "iterates": NeedForm(
        ("Count",), ("Function", "Point", "Number", "Function", "Point"), 0, "take fewer steps, or another start"
    ),
}
"""Need → its form. What each means is computed in `prove.fit`, of the steps of a calculation in `prove.gate`; a scene's
row names one: `"slope(function)"`."""
