r"""What stands left of `=`, `:=` and `\leftarrow` to get a meaning or a value.

Owns: `is_fresh`, `defines_unknown`, `defines`, `dependents`, `says_unknown`, `by_one_of_several`, `definition`,
`doubt`, `assignment`, `is_renewed`, `bold_numbers`.

Laws:
- Nothing becomes true by a slip: a fresh name that decorates a declared one needs `:=`.
- A function declared without a formula gets it by the first one that stands right of it, of its variables alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import sympy

from mathora.formula import Model, Name, symbol_key, tree, walk, write_latex
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.linear_algebra.known_names import is_delta, is_delta_by_cases
from mathora.formula.meaning.linear import LARGEST_SIDE, described
from mathora.formula.meaning.scope import Mismatch, Undefined, Untranslatable
from mathora.formula.tree.chance import names_divergence, speaks_of_chance
from mathora.formula.tree.defining import recurs
from mathora.formula.tree.rational import rational
from mathora.formula.tree.substitution import bound_names
from mathora.formula.unfolding.generating import activation
from mathora.formula.unfolding.informations import has_value, speaks_of_both
from mathora.formula.unfolding.shorthand import inverts
from mathora.formula.unfolding.softmaxes import is_softmax_otherwise
from mathora.prove.judge.compare import Setting
from mathora.prove.judge.owned import differentiated_by, known_by_quantity, owned
from mathora.prove.judge.valued import has_another_value
from mathora.prove.judge.well_known import otherwise
from mathora.prove.verdict import Verdict, Witness, refuted, undecided


def is_fresh(node: tree.Node, model: Model) -> bool:
    """Whether a left side is a name that the model does not have, alone, with parameters, or before what it acts on."""
    node = node.body if isinstance(node, tree.Component) and isinstance(node.body, tree.Application) else node
    head = node.head if isinstance(node, tree.Application) else node.base if isinstance(node, tree.Power) else node
    if isinstance(node, tree.Product) and isinstance(node.factors[0], tree.Symbol):
        head, placed = node.factors[0], isinstance(node.factors[1], tree.Group) and node.factors[1].bracket == "["
        if head.style != "operatorname" and not (placed and len(node.factors) == 2):  # noqa: PLR2004 - `y[n]`
            return False
    if not isinstance(head, tree.Symbol) or symbol_key(head) in model or _is_conjugate(head, model):
        return False
    if head.name == "1":  # an indicator
        return False
    return partial_by_subscript(head, model) is None


def _is_conjugate(symbol: tree.Symbol, model: Model) -> bool:
    r"""Whether `\bar z` is said of a complex z, which the model has."""
    owner = model.named(replace(symbol, accents=symbol.accents[1:]))
    return symbol.accents[:1] in {("bar",), ("overline",)} and owner is not None and _is_complex(owner)


def _is_complex(owner: Name) -> bool:
    imaginary = owner.body is not None and any(part == tree.Constant("i") for _, part in walk(owner.body))
    return owner.kind == "complex" or (imaginary and not owner.parameters)


def doubt(left: tree.Node, right: tree.Node, model: Model) -> str:  # noqa: C901, PLR0911, PLR0912 - a row for each slip
    """Why a name that is not declared may be a slip: it decorates a declared one, and is not said in terms of it."""
    head = left.head if isinstance(left, tree.Application) else left
    sayings = (owned, *(() if activation(left) else (otherwise,)), has_another_value)  # a value refutes an activation
    if slip := next(filter(None, (said(left, right, model) for said in sayings)), ""):
        return slip
    if names_divergence(head) and not speaks_of_both(left, right):
        return f"{write_latex(head)} is a divergence: say what it is in terms of both distributions"
    if has_value(left, right, model):
        return f"{write_latex(left)} has a value: write it with its logarithm, such as \\ln 2, of chances that sum to 1"
    if isinstance(head, tree.Symbol) and head.style in {"mathbf", "boldsymbol", "mathrm"}:
        known = model.named(replace(head, style="", subscript=None))
        if known is not None and known.is_array:
            return f"{known.key} is slanted in the model: write {known.key}, or {symbol_key(head)} := … for a new name"
    if is_softmax_otherwise(left, right, model):
        return r"a softmax is \frac{e^{z_i}}{\sum_j e^{z_j}}: write so, or := if this is a new name"
    if is_delta(left, model) and not is_delta_by_cases(left, right):
        return f"{write_latex(left)} is 1 where its letters are equal, and 0 elsewhere: write so by cases"
    if not isinstance(head, tree.Symbol) or not (head.accents or head.marks or head.subscript or head.superscript):
        return ""
    if slip := _of_family(head, right, model):
        return slip
    decorated = bool(head.accents or head.marks)
    key = symbol_key(head)
    plain = replace(head, **({"accents": (), "marks": ""} if decorated else {"subscript": None}))
    owner = model.named(plain)
    may_be_conjugate = owner is not None and _is_complex(owner) and bool(head.marks)
    if owner is None or (any(part == plain for _, part in walk(right)) and not may_be_conjugate):
        return ""
    if not decorated and _may_be_entry(head, owner):
        entry = write_latex(tree.Component(tree.Group(plain), head.subscript or tree.Blank()))
        return f"{key} may be an entry: write {entry} for it, or {key} := … if it is a new name"
    if (not decorated and head is not left) or (
        not owner.function and (not decorated or head.accents[:1] in {("Delta",), ("delta",)})
    ):
        return ""
    if may_be_conjugate:
        conjugate = write_latex(replace(plain, accents=("bar",)))
        return f"{key} may be the conjugate: write {conjugate}, or {key} := … if it is a new name"
    if head.accents[:1] == ("Delta",):
        laplacian = rf"\nabla \cdot \nabla {symbol_key(plain)}"
        return f"{key} may be the Laplacian or a difference: write {laplacian}, or {key} := … if it is a new name"
    return f"{key} is not declared: write {key} := … if it is a new name"


def _of_family(head: tree.Symbol, right: tree.Node, model: Model) -> str:
    r"""Why a member of a family is no new name: it is random, has a formula, or `x_1 = x_2` says that both are one."""
    key = symbol_key(head)
    hint = f": write {key} := … if it is a new name"
    if isinstance(right, tree.Symbol) and (right.subscript or right.superscript):
        alike = [replace(one, subscript=None, superscript=None) for one in (head, right)]
        if alike[0] == alike[1]:
            return f"{key} is one of a family, as what stands right{hint}"
    for one in model.names.values():
        index = one.symbol.subscript
        if index is None or replace(one.symbol, subscript=head.subscript) != head:
            continue
        if one.kind == "random" or any(r"\sim" in getattr(said, "operators", ()) for said in one.domain):
            return f"{key} is one of the random {one.key}{hint}"
        counts = isinstance(index, tree.Symbol) and head.subscript is not None and rational(head.subscript) is not None
        if one.body is not None and counts:
            return f"nothing follows for {key} from what the model says of {one.key}{hint}"
    return ""


def _may_be_entry(symbol: tree.Symbol, owner: Name) -> bool:
    """Whether a name may be an entry of a declared vector or matrix: numbers are below it, or a row and a column."""
    below = symbol.subscript
    places = tuple(below.children) if isinstance(below, tree.Listing | tree.Product) else (below,)
    kinds = tree.Number | tree.Symbol if len(places) == 2 else tree.Number  # noqa: PLR2004 - row and column
    return owner.is_array and all(isinstance(one, kinds) for one in places)


def definition(body: tree.Node, setting: Setting) -> Verdict:
    """A fresh name: its body must be readable as something; what cannot be translated is still a definition."""
    try:
        meaning = replace(setting, model=_with_twins(body, setting.model)).meaning(body)
    except Untranslatable:
        return Verdict("definition", method="first appearance of the name")
    except (Mismatch, Undefined) as reason:
        return refuted(str(reason))
    if sympy.S.false in meaning.conditions:
        return refuted("the right side has no value")
    return Verdict("definition", method="first appearance of the name")


def has_meaning(body: tree.Node, setting: Setting) -> bool:
    """Whether what a name is said to be can be calculated with."""
    try:
        replace(setting, model=_with_twins(body, setting.model)).meaning(body)
    except Untranslatable:
        return False
    except (Mismatch, Undefined):
        pass
    return True


def _with_twins(body: tree.Node, model: Model) -> Model:
    r"""The model with the `\mathbf{x}'` of `k(\mathbf{x}, \mathbf{x}') = …` as a vector where `\mathbf{x}` is one."""
    primed = {
        part for _, part in walk(body) if isinstance(part, tree.Symbol) and part.marks and symbol_key(part) not in model
    }
    plain = ((one, model.named(replace(one, marks=""))) for one in primed)
    twins = {symbol_key(one): replace(of, key=symbol_key(one), symbol=one, body=None) for one, of in plain if of}
    return Model({**model.names, **twins}) if twins else model


def assignment(left: tree.Node, right: tree.Node, setting: Setting) -> Verdict:
    """Names, shapes and units of both sides must fit; a free name on the left takes the shape of the right side."""
    reason = ""
    for length in range(1, LARGEST_SIDE + 1):
        try:
            shaped = setting if length == 1 else replace(setting, model=_shaped(left, length, setting.model))
            target, source = (shaped.meaning(side).expression for side in (left, right))
        except Untranslatable as refusal:
            if length == 1 and _shaped(left, 2, setting.model) is not setting.model:
                continue
            return undecided(str(refusal))
        except (Mismatch, Undefined) as mismatch:
            reason = reason or str(mismatch)
            continue
        shapes = [side.shape if isinstance(side, sympy.MatrixBase) else () for side in (target, source)]
        if shapes[0] == shapes[1]:
            return Verdict("assignment", method="names and shapes fit")
        reason = reason or f"{described(source)} is assigned to {described(target)}"
    return refuted(f"shapes do not match: {reason}")


def _shaped(node: tree.Node, length: int, model: Model) -> Model:
    """The model with a free name on the left as a vector of this length."""
    name = model.named(node)
    if name is None or name.body is not None or name.shape is not None or name.kind not in {"real", "vector"}:
        return model
    names = dict(model.names) | {name.key: replace(name, kind="vector", shape=(length, 1))}
    return Model(names)


def defines_unknown(left: tree.Node, right: tree.Node, model: Model) -> bool:
    r"""Whether `J(\theta) = …` gives a declared function its formula: it has none, and is applied to its variables."""
    if not isinstance(left, tree.Application) or not isinstance(left.head, tree.Symbol) or left.power is not None:
        return False
    if (name := model.named(left.head)) is None or not name.parameters or name.body is not None:
        return False
    plain = [one for one in left.arguments if isinstance(one, tree.Symbol) and model.is_free(one)]
    parted = any(isinstance(one, tree.Parted) for one in left.arguments)
    distinct = len(set(plain)) == len(left.arguments)
    return (parted or distinct) and not any(part == left.head for _, part in walk(right))


def defines(left: tree.Node, right: tree.Node, model: Model) -> bool:
    """Whether a left side has a name without a value and a domain, which does not stand right of it."""
    spoken, names = ({_whole(part, model) for _, part in walk(side)} for side in (right, left))
    parts = [part for _, part in walk(left)]
    placed = {one for bar in parts if isinstance(bar, tree.Evaluated) for one in bar.lower.children[:1]}
    placed |= {one for part in parts for one in (*bound_names(part), *differentiated_by(part, model))}
    names = {one for one in names - spoken - placed if isinstance(one, tree.Symbol)}
    known = [model.named(one) for one in names if not partial_by_subscript(one, model)]
    return len(known) == len(names) and any(name is None or not (name.domain or name.body) for name in known)


def _whole(part: tree.Node, model: Model) -> tree.Node:
    """The vector or matrix with a shape of which a name is an entry; anything else as it is."""
    if not isinstance(part, tree.Symbol) or part.subscript is None:
        return part
    array = model.named(plain := replace(part, subscript=None))
    return plain if array is not None and array.shape is not None else part


def dependents(node: tree.Node, model: Model) -> dict[str, tuple[str, ...]]:
    """Free names that the formula differentiates (`dy/dx`) are functions of that variable."""
    found: dict[str, tuple[str, ...]] = {}
    for _, part in walk(node):
        if isinstance(part, tree.Derivative) and part.inline and isinstance(part.operand, tree.Symbol):
            if part.operand in part.variables:
                continue
            key = symbol_key(part.operand)
            name = model.get(key)
            if name is not None and name.body is None and not name.parameters:
                keys = [symbol_key(one) for one in part.variables]
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), *keys)))
    return found


def says_unknown(node: tree.Node, setting: Setting, witness: Witness | None) -> str:
    r"""Why values that contradict a formula are none: it may say what nobody knows yet; "" if they are.

    `m_t = \beta m_{t-1} + (1 - \beta) g_t` and `s^2 = \frac{1}{n} \sum …` say what a name left of `=` is,
    `\frac{dy}{dx} = ky` how y depends on x; and `a_n` and `a_0` are one number where n is 0.
    """
    if witness is not None and setting.dependents:
        name = min(setting.dependents)
        return f"nothing says how {name} depends on {', '.join(setting.dependents[name])}: declare it as a function"
    keys = set() if witness is None else {key for key, _ in witness.at}
    if meant := known_by_quantity(node, keys, setting.model) or next(_meant_as_functions(node, setting), ""):
        return meant
    if _one_name_for_two(node, keys) or _is_one_of_several(keys, setting.model):
        return ONE_OF_SEVERAL
    match node:
        case tree.Relation(operands=(left, right, *_), operators=("=", *_)) if recurs(left, right, setting.model):
            return NOT_KNOWN
        case tree.Relation(operands=(left, right, *_), operators=("=", *_)) if defines(left, right, setting.model):
            squared = isinstance(left, tree.Power) and isinstance(left.base, tree.Symbol)
            mean = isinstance(left, tree.Symbol) and left.accents[:1] in _BARS
            known = (squared or mean) and not is_fresh(left, setting.model)
            data = known and any(isinstance(part, tree.Big) for _, part in walk(right))
            free = witness is not None and not setting.assumed.givens
            variable = setting.model.named(left)  # of a function, and not declared itself: `z = wx + b` beside σ(z)
            said = variable is not None and variable.implicit and _is_equation(tree.Blank(), right, setting.model)
            if data or (free and (said or _is_equation(left, right, setting.model))):
                return NOT_KNOWN
    return ""


def inverts_remainders(node: tree.Node) -> bool:
    r"""Whether a congruence speaks of `a^{-1}`, which is the inverse of a remainder, and that there may be none."""
    return any(
        isinstance(part, tree.Congruence) and any(inverts(one) for _, one in walk(part)) for _, part in walk(node)
    )


def by_one_of_several(node: tree.Node, model: Model) -> bool:
    r"""Whether something is differentiated by `z_j` that speaks of `z_1`, which may be the same."""
    for _, part in walk(node):
        for one in part.variables if isinstance(part, tree.Derivative) else ():
            if not (isinstance(one, tree.Symbol) and isinstance(one.subscript, tree.Symbol)):
                continue
            names = (model.get(key) for key in model.spoken_of((part.children[0],)))
            bodies = [name.body for name in names if name is not None and name.body is not None]
            symbols = [inner for body in (part.children[0], *bodies) for _, inner in walk(body)]
            if any(
                isinstance(other, tree.Symbol)
                and isinstance(other.subscript, tree.Number)
                and replace(other, subscript=None) == replace(one, subscript=None)
                for other in symbols
            ):
                return True
    return False


def _meant_as_functions(node: tree.Node, setting: Setting) -> Iterator[str]:
    r"""Why a side is no number: it is written as a function is, `T(0) =`, `[A](t) =`; or x whose `\dot x` follows."""
    free, follows = setting.model.is_free, not isinstance(node, tree.Relation) or bool(setting.assumed.givens)
    parts = [part for _, part in walk(node)]
    for part in parts:
        for side in part.operands if isinstance(part, tree.Relation) else ():
            match side:
                case tree.Product(factors=(one, tree.Group(body=tree.Symbol() | tree.Number())), operators=("",)):
                    name = one.body if isinstance(one, tree.Group) and one.bracket == "[" else one
                    if isinstance(name, tree.Symbol) and free(name):
                        yield _MEANT.format(write_latex(side))
        if follows and isinstance(part, tree.Symbol) and part.accents[:1] in {("dot",), ("ddot",)} and free(part):
            yield from {
                _MEANT.format(write_latex(one)) for one in parts if one == replace(part, accents=part.accents[1:])
            }


_MEANT = "{} may be of a function: declare it with what it depends on, such as x(t)"
ONE_OF_SEVERAL = "names with a letter as their index may be the same as others here: write the first terms, or a sum"
_BARS = frozenset({("bar",), ("overline",)})
NOT_KNOWN = (
    "what stands left is not known yet: if this says what it is, write role: definition; if it is assumed, role: given"
)


def _is_equation(left: tree.Node, right: tree.Node, model: Model) -> bool:
    """Whether each side has a number of its own that nothing is known of: values of these make any equation true."""
    families = _families(left) | _families(right)
    one, other = _spoken(left, families), _spoken(right, families)
    sides = (other - one,) if isinstance(left, tree.Blank) else (one - other, other - one)
    free = [any(_is_number(key, model) for key in keys) for keys in sides]
    return all(free) and not speaks_of_chance(left, model)


def _families(side: tree.Node) -> set[str]:
    """What stands before a running index: the `x` of a sum over `x_i`."""
    parts = [part for _, part in walk(side)]
    running = {part.index for part in parts if isinstance(part, tree.Big)}
    return {
        symbol_key(_bare(one, indexed=False))
        for one in parts
        if isinstance(one, tree.Symbol)
        and one.subscript is not None
        and any(index in running for _, index in walk(one.subscript))
    }


def _spoken(side: tree.Node, families: set[str]) -> set[str]:
    """The names of a side without bars; those of a family are one, and those that a sum binds are none of its own."""
    bound = {one for _, part in walk(side) for one in bound_names(part)}
    symbols = [one for _, one in walk(side) if isinstance(one, tree.Symbol) and one not in bound]
    whole = {one: symbol_key(_bare(one, indexed=False)) for one in symbols}
    return {whole[one] if whole[one] in families else symbol_key(_bare(one)) for one in symbols}


def _bare(one: tree.Symbol, *, indexed: bool = True) -> tree.Symbol:
    """A name without the bar of a mean, and without its index."""
    bare = replace(one, accents=()) if one.accents[:1] in _BARS else one
    return bare if indexed else replace(bare, subscript=None)


def _is_number(key: str, model: Model) -> bool:
    name = model.get(key)
    if any(key == symbol_key(one) for other in model.names.values() for one in other.parameters):
        return False  # a variable, which stands for every number
    return name is None or (name.body is None and not name.domain and name.kind not in {"event", "random", "set"})


def _one_name_for_two(node: tree.Node, valued: set[str]) -> bool:
    """Whether a name's index is among the valued letters, and another member of its family has an index without it."""
    members: dict[tree.Symbol, set[bool]] = {}
    for _, part in walk(node):
        if isinstance(part, tree.Symbol) and part.subscript is not None:
            spoken = {symbol_key(one) for _, one in walk(part.subscript) if isinstance(one, tree.Symbol)}
            members.setdefault(replace(part, subscript=None), set()).add(bool(spoken & valued))
    return any(len(kinds) > 1 for kinds in members.values())


def _is_one_of_several(keys: set[str], model: Model) -> bool:
    """Whether values were given to `z_i` and to `z_1`, one of which it is."""
    symbols = [name.symbol for name in map(model.get, keys) if name is not None and name.symbol.subscript is not None]
    numbered = {replace(one, subscript=None) for one in symbols if isinstance(one.subscript, tree.Number)}
    return any(replace(one, subscript=None) in numbered for one in symbols if isinstance(one.subscript, tree.Symbol))


def is_renewed(left: tree.Node, right: tree.Node, model: Model) -> bool:
    r"""Whether `w := w - \eta g` gives a declared name a new value."""
    name = model.named(left)
    return name is not None and name.body is None and any(part == left for _, part in walk(right))


def bold_numbers(node: tree.Node, model: Model) -> Iterator[str]:
    """Bold letters of which the model says no shape."""
    for _, part in walk(node):
        if isinstance(part, tree.Symbol) and part.style in {"mathbf", "boldsymbol"}:
            name = model.named(part)
            if name is not None and name.kind == "real" and name.body is None and not name.parameters:
                yield name.key
