r"""Notations that stand for others, unfolded before a formula is judged; what is displayed keeps them.

Owns: `unfolded`.

| notation | unfolded |
| --- | --- |
| `D_u f(1, 2)` | `\nabla f(1, 2) \cdot u` |
| `\max f`, `\max f(x)` of a function of x | `\max_x f(x)` |
| `\nabla_\theta J(\theta)`; `\nabla_w \sigma(w^\top x)`, where σ has no variable w | the gradient of what follows |
| `(f \circ g)(x)`, `(f + g)'(x)` | see `compounds` |
| `\mathbf{1}\{x > 0\}`, `\mathbf{1}_{x > 0}`, `\mathbf{1}_{(0, \infty)}(x)` | 1 where it holds, 0 otherwise |
| `\mathbb{E}[\mathbf{1}_A \mathbf{1}_B]`, `\operatorname{Var}(\mathbf{1}_A)` | `P(A, B)`, `P(A) - P(A)^2` |
| `\rho(X, Y)`, `\sigma(X)` of random quantities | `\operatorname{Corr}(X, Y)`, `\operatorname{SD}(X)` |
| `a_{n-1}`, where the model says what `a_n` is | that formula at n − 1 |
| `\iint_D f \, dA` (see `regions`) | `\int_0^1 \int_0^x f \, dy \, dx` |
| `f'(1)`, `\int_0^2 f(x)\,dx` of cases; `\frac{\partial}{\partial x_j} \sum_k x_k^2` | see `breaks`, `member_slopes` |
| `\int_0^1 \int_x^1 e^{y^2}\,dy\,dx`, `\lim_{(x,y) \to (0,0)}` | see `turned_order`, `limits_of_two` |
| `\operatorname{div} F`, `\operatorname{curl} F`, `\operatorname{grad} f` | `\nabla \cdot F`, … |
| `I_2`, `I A` of a matrix A, where the model has no I (see `identities`) | the matrix, `A` |
| `e^{tA} = B` (see `exponentials`) | `\frac{d}{dt} B = AB`, and B is I where `t = 0` |
| `\delta_{ij}`, `\operatorname{proj}_u v` (see `known_names`) | 1 or 0, `\frac{u \cdot v}{u \cdot u} u` |
| `n \text{ is even}`, `v \in \ker A`, `0.\overline{3}` | see `predicates`, `orders`, `spans`, `shorthand` |
| `D_f = [-1, \infty)`; `\operatorname{sgn} x`, `\lim_{x \to \pm\infty}`, `f^{-1}(x)` | `natural_domain`, `splitting` |
| `\log(ab) = \log a + \log b` (see `logarithms`) | `\ln(ab) = \ln a + \ln b` |
| `e^{j\omega t}` of the imaginary unit (see `known_names`) | `e^{i\omega t}` |
| `D_{KL}(p \| q) = \ln 2` of known tuples (see `informations`) | `\sum_i p_i \ln \frac{p_i}{q_i} = \ln 2` |
| `\Phi(z)`, where the model has no such name | `\frac{1 + \operatorname{erf}(z / \sqrt{2})}{2}` |
| `\prod_i e^{x_i}`, `\ln \prod_i x_i` (see `products`) | `e^{\sum_i x_i}`, `\sum_i \ln x_i` |
| `F(r) \propto \frac{1}{r^2}`, where F is known (see `proportions`) | the same ratio at all r |
| `x \in \{1, 2\}`, `x = \pm 1` within a statement | `x = 1` or `x = 2`, `x = 1` or `x = -1` |
| `\{x \in \mathbb{R} \mid x^2 = 1\} = \{1, -1\}` | for all x: `x^2 = 1` exactly where `x = 1` or `x = -1` |
| `A \Rightarrow B \Rightarrow C` | `A \Rightarrow B` and `B \Rightarrow C` |
| `\lnot \forall x : x^2 > 0` | `\exists x : x^2 \le 0` |
| `x, y > 0` as a condition | `x > 0` and `y > 0` |
| `\sqrt{5} \approx 2 + \frac14 = 2.25`, `\frac1n \to 0` | see `chains` |
| `f(x) = x^2 \Rightarrow f'(3) = 6` (see `premises`) | `\left.\frac{d}{dx} x^2\right|_{x = 3} = 6` |
| `\underbrace{x + x}_{2x} = 6`, `\text{if } A \text{ then } B` (see `notes`) | with `x + x = 2x`; `A \Rightarrow B` |
| `x = 2, x^2 = 4`; `a_n = n^2, a_5 = 25` (see `lists`, `sequences`) | `x = 2 \Rightarrow x^2 = 4`; `5^2 = 25` |
| `\exists N \; \forall n \ge N : \frac1n < \varepsilon` (see `late_members`) | the same of M = εN |
| `\lfloor n/2 \rfloor + \lceil n/2 \rceil = n` (see `remainders`) | the same of 2n and of 2n + 1 |
| `\sin x = 0 \iff x = k\pi` (see `full_turns`, `one_turn`) | the same of points of the circle |
| `\mathbb{E}[X \mid Y = 1]` of a table (see `joint_tables`) | the number |
| `|A \cup B| \le |A| + |B|` (see `cardinalities`) | the same of chances |
| `p \to q \equiv \lnot p \lor q` | `(p \Rightarrow q) \Leftrightarrow (\lnot p \lor q)` |
| `\lnot \forall x\, P(x) \iff \exists x\, \lnot P(x)` (see `quantifier_laws`) | the same of letters |
| `A \cup B = B \cup A`, `[0, 2] \cap (1, 3] = (1, 2]` | the same of each element (see `elements`) |
| `f(\{1, 2\})`, `\{1, 2\} \cup \{2, 5\}`, `\left\|\{1, 2\}\right\|` | `\{f(1), f(2)\}`, `\{1, 2, 5\}`, 2 |

Law: the search and the kernel see the unfolded formula only; a certificate is tied to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.calculus.breaks import case_by_case, up_to_letters
from mathora.formula.calculus.compounds import of_compound
from mathora.formula.calculus.implicit import separated, with_rates, with_slopes
from mathora.formula.calculus.initial_values import with_solution_put_in
from mathora.formula.calculus.member_slopes import with_member_slopes
from mathora.formula.calculus.natural_domain import domain_said
from mathora.formula.calculus.premises import with_functions_put_in
from mathora.formula.calculus.short_calculus import (
    by_defined_name,
    by_substitution,
    by_usual_letter,
    by_usual_vector,
    gradient_in_row,
    of_accumulated,
    parametric_slope,
    under_one_sign,
)
from mathora.formula.inspection.logarithms import with_natural_logarithms
from mathora.formula.inspection.subscripts import written_out
from mathora.formula.linear_algebra.entries import of_each_member, with_entries, with_ranges
from mathora.formula.linear_algebra.identities import with_identities
from mathora.formula.linear_algebra.inverses import by_inverse
from mathora.formula.linear_algebra.known_names import (
    is_delta,
    of_known_name,
    with_delta_apart,
    with_imaginary_unit,
    with_totients,
)
from mathora.formula.linear_algebra.orders import quadratic_form
from mathora.formula.linear_algebra.orientation import with_points_turned
from mathora.formula.linear_algebra.spans import of_spans
from mathora.formula.linear_algebra.transforms import with_transforms
from mathora.formula.linear_algebra.vectors import of_vectors
from mathora.formula.predicates.predicates import predicate, with_subjects
from mathora.formula.predicates.solutions import spectrum
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import is_random, measure_of, speaks_of_chance
from mathora.formula.tree.defining import assumed_in_full
from mathora.formula.tree.model import Model
from mathora.formula.tree.regrouping import denied, spelled_statement
from mathora.formula.unfolding.best import best_of_function, best_over_set
from mathora.formula.unfolding.cardinalities import of_cardinalities
from mathora.formula.unfolding.chains import link_by_link
from mathora.formula.unfolding.conventions import MEASURES, with_means
from mathora.formula.unfolding.elements import counted, of_each_number, of_letters, of_numbers
from mathora.formula.unfolding.exponentials import exponential_said
from mathora.formula.unfolding.families import given_set, of_family
from mathora.formula.unfolding.full_turns import with_full_turns
from mathora.formula.unfolding.generating import taylor_series
from mathora.formula.unfolding.informations import of_known_chances
from mathora.formula.unfolding.joint_tables import with_joint_table
from mathora.formula.unfolding.late_members import with_late_members
from mathora.formula.unfolding.laws_claimed import with_laws_claimed, with_one_premise
from mathora.formula.unfolding.limits_of_two import limit_of_two
from mathora.formula.unfolding.lists import as_implication, with_both_roots
from mathora.formula.unfolding.notes import with_notes_said
from mathora.formula.unfolding.one_turn import within_one_turn
from mathora.formula.unfolding.products import of_likelihood, of_powers, telescoped, with_logarithms_inside
from mathora.formula.unfolding.proportions import proportional
from mathora.formula.unfolding.propositions import proposition, without_truths
from mathora.formula.unfolding.quantifier_laws import law_of_quantifiers
from mathora.formula.unfolding.regions import with_regions_in_full
from mathora.formula.unfolding.remainders import by_remainders
from mathora.formula.unfolding.sequences import with_members_worked_out
from mathora.formula.unfolding.shorthand import in_full, with_imaginary_roots
from mathora.formula.unfolding.splitting import inverse_said, of_each_order, of_wave, slope_of_inverse, split
from mathora.formula.unfolding.turned_order import in_one_order
from mathora.formula.unfolding.values_meant import (
    of_all_there,
    of_whole_numbers,
    on_interval,
    within_kinds,
    without_known_kinds,
)

_NABLA: Final[dict[str, t.NablaKind]] = {"grad": "gradient", "div": "divergence", "curl": "curl", "rot": "curl"}
_NORMAL: Final = t.Symbol(r"\Phi")
_BASES: Final = frozenset(map(str, range(2, 11)))


def unfolded(node: t.Node, model: Model, givens: Sequence[t.Node] = (), *, assumed: bool = False) -> t.Node:
    """The formula in the notations that are judged. In one that is assumed no list is an implication."""
    node = with_logarithms_inside(with_natural_logarithms(node), model)
    node = with_totients(with_imaginary_unit(node, model), model, givens)
    node = by_usual_letter(with_delta_apart(with_transforms(node, model), model), model)
    givens = tuple(by_usual_letter(one, model) for one in givens)
    node = with_joint_table(with_means(node, model, givens), model, givens)
    node = t.together(assumed_in_full(node, model)) if assumed else with_both_roots(node)
    rows = t.statements(node) if isinstance(node, t.Aligned | t.Logic) else ()
    node = with_identities(with_entries(t.together(rows) if rows else node, model), model)
    node = exponential_said(node, model) or node
    node = with_regions_in_full(with_points_turned(node, model), model)
    node = _with_maps_said(node, model)
    node = on_interval(node, model) or (None if assumed else proportional(node, model, givens)) or node
    turned = (
        None if assumed else with_full_turns(node, model) or within_one_turn(node, model) or by_inverse(node, model)
    )
    node = of_all_there(node, model) or turned or node
    node = with_notes_said(
        of_whole_numbers(with_subjects(t.regrouped(of_each_member(node, model))), model), model, givens
    )
    if not assumed:
        node = with_members_worked_out(with_laws_claimed(node, model, givens), model, () if assumed else givens)
        node = with_one_premise(as_implication(node, model, givens))
    node = with_solution_put_in(node, model, givens)
    rates = with_rates(node, model) or separated(node, model)
    node = rates or with_functions_put_in(with_ranges(node, model), model, givens)
    node = (None if rates else with_slopes(written_out(node, model), model, givens)) or node
    node = of_wave(node, model, givens) or of_each_order(node, model, givens)
    if any(part == t.Constant("i") for _, part in t.walk(node)):
        node = with_imaginary_roots(node)
    node = by_remainders(node, model, givens) or with_late_members(node, model)
    node = of_cardinalities(node, model) or up_to_letters(with_member_slopes(node, model), model)
    whole = proposition(node, model) or law_of_quantifiers(node, model) or of_letters(node, model, givens)
    if whole is None:
        whole = _unfolded(link_by_link(node, model), model, speaks_of_chance(node, model))
        whole = within_kinds(of_numbers(whole, model) or whole, model)
    match node, whole:
        case t.Relation((new, *said)), t.Relation((_, *others)) if _says_what_it_is(new, said, model):
            return replace(whole, operands=(new, *others))
        case _:
            return whole


def _with_maps_said(node: t.Node, model: Model) -> t.Node:
    r"""`f \colon x \mapsto x^2`, and `f \colon \mathbb{R} \to \mathbb{R}, \; x \mapsto x^2`, as what f(x) is."""
    match node:
        case t.Signature(head, letter, body, r"\mapsto") if symbol_key(head) in model.functions:
            return t.Relation((t.Application(head, None, (letter,)), body), ("=",))
        case t.Listing((t.Signature(head) as takes, t.Relation((letter, body), (sign,)))) if sign == r"\mapsto":
            return t.Listing((takes, _with_maps_said(t.Signature(head, letter, body, sign), model)))
        case _:
            return node


def _says_what_it_is(left: t.Node, said: Sequence[t.Node], model: Model) -> bool:
    r"""Whether it is known by its spelling, and said all the same: `\Phi(x) = …`, `\delta_{ij} = …`."""
    normal = isinstance(left, t.Application) and left.head == _NORMAL and isinstance(left.arguments[0], t.Symbol)
    names = {part.name for one in said for part in t.symbols(one)}
    return normal or (is_delta(left, model) and r"\delta" not in names)


def _unfolded(node: t.Node, model: Model, by_chance: bool) -> t.Node:  # noqa: C901, FBT001, PLR0911 - a row each
    """A part, its own parts first; what nothing is said of stays the very same.

    Where the formula speaks of chance, the indicator of an event is no number of its own.
    """
    if (known := of_known_name(node, model)) is not None:
        return _unfolded(known, model, by_chance)
    found = _of_chance(node, model) or quadratic_form(node, model)
    found = found or of_spans(node, model) or of_vectors(node, model)
    if found is not None:
        return found
    if isinstance(node, t.Symbol):
        is_event = by_chance and not isinstance(node.subscript, t.Relation | t.SetLiteral)
        named = of_family(node, model) or given_set(node, model)
        return named or (node if is_event or symbol_key(node) in model else _indicator(node))
    whole = t.with_each(node, lambda one: _unfolded(one, model, by_chance))
    full = in_full(whole) or predicate(whole, model) or spectrum(whole, model)
    full = full or case_by_case(whole, model) or split(whole) or inverse_said(whole, model) or domain_said(whole, model)
    full = full or by_substitution(whole, model) or parametric_slope(whole, model) or best_over_set(whole, model)
    full = full or by_usual_vector(whole, model) or by_defined_name(whole, model) or of_powers(whole, model)
    full = full or telescoped(whole, model) or of_likelihood(whole, model) or gradient_in_row(whole, model)
    full = full or of_accumulated(whole, model) or slope_of_inverse(whole, model) or taylor_series(whole, model)
    if full is not None:
        return full
    match whole:
        case t.Application(head, None, arguments):
            return _applied(head, arguments, model) or whole
        case t.Component(t.Group(t.Number(digits, False)), t.Number(base)) if (
            digits.isdigit() and base in _BASES and all(int(one) < int(base) for one in digits)
        ):
            return t.Number(str(int(digits, int(base))))
        case t.Product(factors, operators):
            return _joined(whole, factors, operators, model)
        case t.Relation():
            found = (
                of_each_number(whole, model)
                or _of_each(whole, model, by_chance)
                or of_known_chances(whole, model)
                or under_one_sign(whole, model)
                or in_one_order(whole, model)
            )
            return found or limit_of_two(whole, model) or whole
        case t.Logic():
            said = without_truths(whole)
            return without_known_kinds(spelled_statement(said), model) if isinstance(said, t.Logic) else said
        case t.Negation(operand):
            return denied(operand) or whole
        case _:
            return counted(whole) or whole


def _of_each(node: t.Relation, model: Model, by_chance: bool) -> t.Node | None:  # noqa: FBT001
    """`x, y > 0` as two orders."""
    match node:
        case t.Relation((t.Listing(items), *rest), (sign, *_)) if sign != r"\sim":
            each = (t.Relation((one, *rest), node.operators) for one in items)
            return t.together(tuple(_unfolded(one, model, by_chance) for one in each))
        case _:
            return None


def _applied(head: t.Node, arguments: tuple[t.Node, ...], model: Model) -> t.Node | None:  # noqa: PLR0911 - a row each
    match head, arguments:
        case t.FunctionName("grad" | "div" | "curl" | "rot" as word), _:
            field = arguments[0] if len(arguments) == 1 else t.Tuple(arguments)
            if isinstance(field, t.Application) and isinstance(field.head, t.Symbol):
                there = t.Application(t.Nabla(_NABLA[word], None, field.head), None, field.arguments)
                return of_vectors(there, model) or there
            return t.Nabla(_NABLA[word], None, field)
        case t.FunctionName("max" | "min" as word), (value,):
            return best_of_function(word, value, model)
        case t.Prime(t.FunctionName(), order), (t.Symbol() as letter,):
            return t.Derivative(
                "d", t.Group(t.Application(head.operand, None, arguments)), (letter,), (order,), inline=False
            )
        case t.Symbol(), (value,) if head == _NORMAL and symbol_key(head) not in model:
            part = t.Application(t.FunctionName("erf"), None, (t.Quotient(value, t.Root(None, t.Number("2"))),))
            return t.Group(t.Quotient(t.Addition((t.Number("1"), part), ("+",)), t.Number("2")))
        case t.Group() | t.Prime(t.Group()), _:
            return of_compound(head, arguments, model)
        case t.Nabla("gradient", t.Symbol() as name, t.Symbol() as function), _ if (
            name not in (own := getattr(model.named(function), "parameters", (name,))) or arguments == own
        ) and name in (part for one in arguments for _, part in t.walk(one)):
            return t.Nabla("gradient", name, t.Application(function, None, arguments))
        case t.Symbol(), (t.SetLiteral(items),) if getattr(model.named(head), "parameters", ()):
            return t.SetLiteral(tuple(t.Application(head, None, (one,)) for one in items))
        case t.Directional(along, operand), _:
            slope = t.Application(t.Nabla("gradient", None, operand), None, arguments)
            return t.Group(t.Product((slope, along), (r"\cdot",)))
        case _:
            return None


# ── indicators and chance ─────────────────────────────────────────────────────────────────────────────────────────────


def _indicator(node: t.Symbol) -> t.Node:
    """`1_A` as a number, any other name as it is."""
    return (_zero_or_one(node.subscript) or node) if t.is_indicator(node) and node.subscript is not None else node


def _zero_or_one(event: t.Node) -> t.Node | None:
    """1 where an event happens or a condition holds, else 0; of a bare event, where a letter of its own is positive."""
    match event:
        case t.SetLiteral((only,)) | t.Group(only):
            return _zero_or_one(only)
        case t.Relation() | t.Logic():
            return t.Group(t.Cases((t.Case(t.Number("1"), event), t.Case(t.Number("0"), t.UprightWords("otherwise")))))
        case t.Symbol():
            return _zero_or_one(t.Relation((t.Symbol(r"\omega", subscript=event), t.Number("0")), (">",)))
        case t.Complement(inner) | t.Overline(inner):
            value = _zero_or_one(inner)
            return None if value is None else t.Group(t.Addition((t.Number("1"), value), ("-",)))
        case t.SetOperation(operands, operators) if r"\setminus" not in operators:
            values = t.all_known(map(_zero_or_one, operands))
            return None if values is None else _combined(values, operators)
        case _:
            return None


def _combined(values: Sequence[t.Node], operators: Sequence[str]) -> t.Node:
    whole = values[0]
    for sign, one in zip(operators, values[1:], strict=True):
        both = t.side_by_side((whole, one))
        whole = both if sign == r"\cap" else t.Group(t.Addition((whole, one, both), ("+", "-")))
    return whole


def _joined(whole: t.Product, factors: tuple[t.Node, ...], operators: tuple[t.Times, ...], model: Model) -> t.Node:
    r"""A product in which `\mathbf{1} \{x > 0\}`, `\rho (X, Y)` and `\sigma (X)` are one factor each."""
    found, signs = [factors[0]], list[t.Times]()
    for sign, one in zip(operators, factors[1:], strict=True):
        merged = None if sign else _as_one(found[-1], one, model)
        if merged is None:
            found.append(one)
            signs.append(sign)
        else:
            found[-1] = merged
    if len(found) == len(factors):
        return whole
    return found[0] if len(found) == 1 else t.Product(tuple(found), tuple(signs))


def _as_one(before: t.Node, one: t.Node, model: Model) -> t.Node | None:
    if not isinstance(before, t.Symbol):
        return None
    if t.is_indicator(before) and before.subscript is None and isinstance(one, t.SetLiteral):
        return _zero_or_one(one)
    if (
        t.is_indicator(before)
        and isinstance(before.subscript, t.IntervalSet | t.SetLiteral)
        and isinstance(one, t.Group)
    ):
        return _zero_or_one(t.Relation((one.body, before.subscript), (r"\in",)))
    items = one.items if isinstance(one, t.Tuple) else (one.body,) if isinstance(one, t.Group) else ()
    name = model.named(before)
    if not items or (name is not None and name.body is not None) or not all(is_random(item, model) for item in items):
        return None
    measure = MEASURES.get((symbol_key(before), len(items)))
    if measure is not None:
        return t.Application(t.FunctionName(measure), None, items)
    return t.Application(before, None, items) if len(items) > 1 else None  # a function of which nothing is known


def _of_chance(node: t.Node, model: Model) -> t.Node | None:
    """The expectation, variance or covariance of indicators as probabilities; None for anything else."""
    measure = measure_of(node, model)
    if measure not in {"E", "Var", "Cov"} or not isinstance(node, t.Application):
        return None
    events = [_events(one) for one in node.arguments]
    if not all(events):
        return None
    chances = [t.Application(t.Symbol("P"), None, some) for some in events]
    joint = t.Application(t.Symbol("P"), None, tuple(event for some in events for event in some))
    alone = t.Power(joint, t.Number("2")) if len(events) == 1 else t.side_by_side(chances)
    if measure == "E":
        return joint if len(events) == 1 else None
    return t.Group(t.Addition((joint, alone), ("-",))) if len(events) == (1 if measure == "Var" else 2) else None


def _events(node: t.Node) -> tuple[t.Node, ...]:
    r"""The events of a product of indicators; none if it is anything else."""
    factors = list(node.factors) if isinstance(node, t.Product) else [node]
    found: list[t.Node] = []
    while factors:
        one = factors.pop(0)
        if isinstance(one, t.Power) and isinstance(one.exponent, t.Number):
            one = one.base
        if not isinstance(one, t.Symbol) or not t.is_indicator(one):
            return ()
        held = one.subscript if one.subscript is not None or not factors else factors.pop(0)
        if isinstance(held, t.SetLiteral) and len(held.items) == 1:
            held = held.items[0]
        if not isinstance(held, (t.Symbol, t.Relation, t.SetOperation, t.Complement)):
            return ()
        found.append(held)
    return tuple(found)
