"""Normal forms: rewriting a difference until it is visibly zero. Every rule is an exact identity.

Owns: `rational`, `exponential`, `logarithmic`, and `zero`, by any of them; each says True if the difference is
identically zero and False if it cannot see that (it may be zero all the same). `sign_cases`; `without_extremes`.

Laws:
- A rule holds wherever both sides have a value; what it divides by is a denominator that the formula itself has.
- No rule uses a float.
"""

from __future__ import annotations

from itertools import product
from math import lcm

import sympy
from sympy import S

from mathora.formula.meaning.types import Expr

MOST_OPERATIONS = 4000  # an expression that has grown past this is left to other tactics
MOST_SIGNS = 5  # signs that are tried together: 2⁵ cases

_CIRCULAR = (sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc)
_HYPERBOLIC = (sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch)


def rational(difference: Expr) -> bool:
    """Zero as a rational function of its atoms: the numerator over a common denominator expands to 0."""
    if difference == 0:
        return True
    if sympy.count_ops(difference) > MOST_OPERATIONS:
        return False
    numerator, _ = sympy.fraction(sympy.together(difference))
    expanded = sympy.expand(numerator)
    if expanded == 0:
        return True
    return bool(sympy.expand(sympy.expand(expanded, power_exp=True, power_base=True)) == 0)


def zero(difference: Expr) -> bool:
    """Zero by any of the normal forms of this module, or by gamma functions."""
    if rational(difference) or exponential(difference):
        return True
    return bool(difference.has(sympy.factorial, sympy.binomial, sympy.gamma)) and rational(sympy.gammasimp(difference))


def exponential(difference: Expr) -> bool:
    """Zero after sines, cosines and their kin are written with exponentials of independent arguments.

    sin a = (t − 1/t) / 2i with t = e^{ia}; arguments are brought to integer multiples of common parts, so that
    addition theorems, multiple angles and powers all become identities of rational functions in the t.
    """
    if not difference.has(*_CIRCULAR, *_HYPERBOLIC, sympy.exp) and not any(
        map(_is_symbolic_power, difference.atoms(sympy.Pow))
    ):
        return False
    expanded = difference.replace(lambda part: isinstance(part, (*_CIRCULAR, *_HYPERBOLIC)), _as_exponentials)
    expanded = expanded.replace(
        _is_symbolic_power, lambda part: sympy.exp(part.exp * sympy.expand_log(sympy.log(part.base)))
    )
    if sympy.count_ops(expanded) > MOST_OPERATIONS:
        return False
    generators = _generators(expanded)
    if generators is None:
        return False
    return rational(expanded.replace(lambda part: isinstance(part, sympy.exp) or _is_e_power(part), generators))


def _is_e_power(part: Expr) -> bool:
    return bool(part.is_Pow and part.base is S.Exp1)


def _is_symbolic_power(part: Expr) -> bool:
    """`2^x`, `a^x` with a > 0: a power that an exponential can stand for."""
    return bool(part.is_Pow and part.base is not S.Exp1 and part.base.is_positive and not part.exp.is_number)


def _as_exponentials(part: Expr) -> Expr:
    """One trigonometric or hyperbolic function by exponentials; a constant angle (x + π/4) is split off exactly."""
    hyperbolic = isinstance(part, _HYPERBOLIC)
    angle = sympy.expand(part.args[0])
    unit = S.One if hyperbolic else S.ImaginaryUnit
    turns = S.Pi * S.ImaginaryUnit / unit
    fixed = sympy.Add(*(term for term in sympy.Add.make_args(angle) if (term / turns).is_rational))
    moving = angle - fixed
    turn, back = (sympy.expand_complex(sympy.exp(sign * unit * fixed)) for sign in (1, -1))
    plus, minus = turn * sympy.exp(unit * moving), back * sympy.exp(-unit * moving)
    sine, cosine = (plus - minus) / (2 * unit), (plus + minus) / 2
    name = type(part).__name__.removesuffix("h")
    forms = {
        "sin": lambda: sine,
        "cos": lambda: cosine,
        "tan": lambda: sine / cosine,
        "cot": lambda: cosine / sine,
        "sec": lambda: 1 / cosine,
        "csc": lambda: 1 / sine,
    }
    return forms[name]()


def _generators(expression: Expr) -> Expr:
    """A function from e^a to a monomial of independent positive (or unimodular) generators; None if there is none."""
    exponents = [
        part.exp for part in expression.atoms(sympy.exp, sympy.Pow) if isinstance(part, sympy.exp) or _is_e_power(part)
    ]
    denominators: dict[Expr, int] = {}
    for exponent in exponents:
        for monomial, coefficient in _terms(exponent).items():
            denominators[monomial] = lcm(denominators.get(monomial, 1), int(coefficient.q))
    names = {
        monomial: sympy.Dummy(f"t{place}", **({} if monomial.has(S.ImaginaryUnit) else {"positive": True}))
        for place, monomial in enumerate(denominators)
    }

    names |= {one: one.args[0] for one in names if isinstance(one, sympy.log) and one.args[0].is_positive}
    denominators |= {one: 1 for one in names if isinstance(one, sympy.log) and one.args[0].is_positive}

    def replaced(part: Expr) -> Expr:
        return sympy.Mul(
            *(
                names[monomial] ** (coefficient * denominators[monomial])
                for monomial, coefficient in _terms(part.exp).items()
            )
        )

    return replaced


def _terms(exponent: Expr) -> dict[Expr, Expr]:
    """An exponent as rational multiples of monomials (`2ix/3` is 2/3 of `ix`)."""
    found: dict[Expr, Expr] = {}
    for term in sympy.Add.make_args(sympy.expand(exponent)):
        coefficient, monomial = term.as_coeff_Mul(rational=True)
        found[monomial] = found.get(monomial, S.Zero) + coefficient
    return {monomial: coefficient for monomial, coefficient in found.items() if coefficient != 0}


def logarithmic(difference: Expr) -> bool:
    """Zero after logarithms and powers of positive things are taken apart: ln(ab) = ln a + ln b, (ab)^r = a^r b^r.

    Arguments of real logarithms are positive, so ln of a product is the sum of ln |factor|.
    """
    if not difference.has(sympy.log, sympy.Pow):
        return False
    opened = difference.replace(lambda part: isinstance(part, sympy.log), _opened_log)
    opened = opened.replace(lambda part: part.is_Pow and not part.exp.is_integer, _opened_power)
    return opened != difference and (rational(opened) or exponential(opened))


def _opened_log(part: Expr) -> Expr:
    argument = part.args[0]
    if argument.is_Rational:
        return sympy.expand_log(sympy.log(argument))
    constant, factors = _factors(argument)
    if factors is None:
        return part
    total = sympy.expand_log(sympy.log(constant))
    for base, exponent in factors:
        total += exponent * sympy.log(base if base.is_positive else sympy.Abs(base))
    return total


def _opened_power(part: Expr) -> Expr:
    """A real power of a nonnegative product, as a product of powers of the factors' sizes."""
    if part.base.is_number or not part.exp.is_Rational:
        return part
    constant, factors = _factors(part.base)
    if factors is None:
        return part
    total = constant**part.exp
    for base, exponent in factors:
        size = base if base.is_nonnegative else sympy.Abs(base)
        total *= size ** (exponent * part.exp)
    return total


def _factors(expression: Expr) -> tuple[Expr, list[tuple[Expr, Expr]] | None]:
    """A positive constant and the other factors with their exponents, numerator and denominator factored."""
    numerator, denominator = sympy.fraction(sympy.together(expression))
    constant, found = S.One, []
    for part, sign in ((sympy.factor(numerator), 1), (sympy.factor(denominator), -1)):
        for factor in sympy.Mul.make_args(part):
            base, exponent = factor.as_base_exp()
            if factor.is_number:
                constant *= abs(factor) ** sign
            elif exponent.is_real and (base.is_real or base.is_extended_real):
                found.append((base, exponent * sign))
            else:
                return constant, None
    return constant, found


def sign_cases(difference: Expr, nonzero: frozenset[Expr] = frozenset()) -> list[Expr]:
    """The difference in each combination of signs of what stands in |…|, sgn, max and min; empty if there is nothing.

    |u| is u where u ≥ 0 and −u where u ≤ 0: if the difference is zero in all combinations it is zero everywhere. sgn
    0 is neither, so where sgn u stands the case u = 0 is put in as well, which needs u to be a variable, unless u is
    known to be `nonzero`.
    """
    opened = without_extremes(difference)
    signed = {part.args[0] for part in opened.atoms(sympy.sign)} - nonzero
    arguments = sorted({part.args[0] for part in opened.atoms(sympy.Abs, sympy.sign)}, key=str)
    if not arguments and opened != difference:
        return [opened]
    if not arguments or len(arguments) > MOST_SIGNS or not all(argument.is_Symbol for argument in signed):
        return []
    cases = []
    for signs in product(*((1, -1, 0) if argument in signed else (1, -1) for argument in arguments)):
        chosen = dict(zip(arguments, signs, strict=True))
        case = opened.replace(
            lambda part: isinstance(part, (sympy.Abs, sympy.sign)), lambda part, chosen=chosen: _in_case(part, chosen)
        )
        cases.append(case.xreplace({argument: S.Zero for argument, sign in chosen.items() if sign == 0}))
    return cases


def without_extremes(expression: Expr) -> Expr:
    """Maxima and minima of two written with |a − b|."""
    return expression.replace(
        lambda part: isinstance(part, (sympy.Max, sympy.Min)) and len(part.args) == 2,  # noqa: PLR2004
        _opened_extreme,
    )


def _opened_extreme(part: Expr) -> Expr:
    one, other = part.args
    sign = 1 if isinstance(part, sympy.Max) else -1
    return (one + other + sign * sympy.Abs(one - other)) / 2


def _in_case(part: Expr, signs: dict[Expr, int]) -> Expr:
    sign = signs.get(part.args[0])
    if sign is None:
        return part
    return sign * part.args[0] if isinstance(part, sympy.Abs) else S(sign)
