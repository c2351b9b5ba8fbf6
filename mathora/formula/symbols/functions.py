r"""Standard functions: each one's spelling, words, look, meaning, numbers, domain, derivative and inverse, in one row.

Owns: `SYMBOLS`, the functions that a formula names, and `UNNAMED`, those that it writes with signs (`n!`, `|x|`) or
that SymPy's answers bring. What reads, speaks, draws, proves or computes a function looks here.

Laws:
- A new function is a new row. Everything is data, so that nothing is imported: what speaks, draws or computes looks up
  in its own library, or in its own code, what the row names.
- What NumPy computes, JavaScript computes too, so that a curve that can be drawn can be moved on the page: `Computed`
  asks for both. `Balls` and `Uncomputed` say that a function lacks them, and why.
- `domain`, `poles`, `derivative` and `Composed` are formulas in x, in the language of lessons.

Sources: NIST Digital Library of Mathematical Functions, https://dlmf.nist.gov, chapters 4, 5 and 7.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from mathora.formula.symbols import javascript as js

# ── how values are computed ───────────────────────────────────────────────────────────────────────────────────────────


class Computed(NamedTuple):
    """Numbers as arrays, in JavaScript and as balls.

    `array`: NumPy's name, or own code of `meaning.code`. `javascript`: a function expression. `ball`: Arb's method,
    or own code of `balls.numbers`. `exact`: points at which the value is a whole number, and this number.
    `integrand`: `meromorphic` if Arb's integrator takes the function as it is, or Arb's method that watches its cut.
    """

    array: str
    javascript: str
    ball: str
    exact: tuple[tuple[int, int], ...] = ()
    integrand: str = ""


class Reciprocal(NamedTuple):
    """1 / f(x), however it is computed; `of` is f by its SymPy class."""

    of: str


class AtReciprocal(NamedTuple):
    """f(1 / x), however it is computed; `of` is f by its SymPy class."""

    of: str


class Balls(NamedTuple):
    """A value that can be proved and not drawn: balls by Arb's method or own code, no real arrays and no JavaScript."""

    ball: str
    exact: tuple[tuple[int, int], ...] = ()
    integrand: str = ""


class Composed(NamedTuple):
    """The value is that of a formula in x, and so are its conditions."""

    latex: str


class Uncomputed(NamedTuple):
    """No numbers: it is about matrices, sets or chance, or SymPy works it out by itself."""


Values: TypeAlias = Computed | Reciprocal | AtReciprocal | Balls | Composed | Uncomputed

# ── functions ─────────────────────────────────────────────────────────────────────────────────────────────────────────

Family = Literal["circular", "hyperbolic", "arc", "area", "logarithm", "extremum", "activation", "other"]


class FunctionSymbol(NamedTuple):
    r"""A function that formulas name.

    `latex` is what is written, `\name` if empty; both `\name` and `\operatorname{name}` are read, except for a `drawn`
    letter. `sympy`: the class, or own code of `meaning.standard`; empty if there is no meaning. `domain`: where it
    has a real value; `poles`: what to keep out of in the complex plane; empty: nothing. `derivative` holds where the
    function has one; empty if no formula of `SYMBOLS` says it. `inverse`: by name, on the principal branch.
    """

    name: str
    spoken: str
    family: Family
    sympy: str
    values: Values
    latex: str = ""
    drawn: str = ""
    domain: str = ""
    poles: str = ""
    derivative: str = ""
    inverse: str = ""


def _operator(name: str) -> str:
    return rf"\operatorname{{{name}}}"


def _table(*rows: FunctionSymbol) -> dict[str, FunctionSymbol]:
    return {row.name: row for row in rows}


_S = FunctionSymbol
_AT_ZERO: Final = ((0, 0),)
_ONE_AT_ZERO: Final = ((0, 1),)
_WHOLE: Final = "meromorphic"

_CIRCULAR: Final = _table(
    _S("sin", "sine", "circular", "sin", Computed("sin", "Math.sin", "sin", _AT_ZERO, _WHOLE),
       derivative=r"\cos x", inverse="arcsin"),
    _S("cos", "cosine", "circular", "cos", Computed("cos", "Math.cos", "cos", _ONE_AT_ZERO, _WHOLE),
       derivative=r"-\sin x", inverse="arccos"),
    _S("tan", "tangent", "circular", "tan", Computed("tan", "Math.tan", "tan", _AT_ZERO, _WHOLE),
       domain=r"\cos x \ne 0", poles=r"\cos x \ne 0", derivative=r"1 + \tan^2 x", inverse="arctan"),
    _S("cot", "cotangent", "circular", "cot", Reciprocal("tan"),
       domain=r"\sin x \ne 0", poles=r"\sin x \ne 0", derivative=r"-1 - \cot^2 x", inverse="arccot"),
    _S("sec", "secant", "circular", "sec", Reciprocal("cos"),
       domain=r"\cos x \ne 0", poles=r"\cos x \ne 0", derivative=r"\sec x \tan x", inverse="arcsec"),
    _S("csc", "cosecant", "circular", "csc", Reciprocal("sin"),
       domain=r"\sin x \ne 0", poles=r"\sin x \ne 0", derivative=r"-\csc x \cot x", inverse="arccsc"),
    _S("arcsin", "arc sine", "arc", "asin", Computed("arcsin", "Math.asin", "asin", _AT_ZERO),
       domain=r"\left|x\right| \le 1", derivative=r"\frac{1}{\sqrt{1 - x^2}}", inverse="sin"),
    _S("arccos", "arc cosine", "arc", "acos", Computed("arccos", "Math.acos", "acos", ((1, 0),)),
       domain=r"\left|x\right| \le 1", derivative=r"-\frac{1}{\sqrt{1 - x^2}}", inverse="cos"),
    _S("arctan", "arc tangent", "arc", "atan", Computed("arctan", "Math.atan", "atan", _AT_ZERO),
       poles=r"x^2 \ne -1", derivative=r"\frac{1}{1 + x^2}", inverse="tan"),
    _S("arccot", "arc cotangent", "arc", "", Composed(r"\frac{\pi}{2} - \arctan x"), _operator("arccot"),
       derivative=r"-\frac{1}{1 + x^2}", inverse="cot"),
    _S("arcsec", "arc secant", "arc", "asec", AtReciprocal("acos"), _operator("arcsec"),
       domain=r"\left|x\right| \ge 1", poles=r"x \ne 0",
       derivative=r"\frac{1}{\left|x\right| \sqrt{x^2 - 1}}", inverse="sec"),
    _S("arccsc", "arc cosecant", "arc", "acsc", AtReciprocal("asin"), _operator("arccsc"),
       domain=r"\left|x\right| \ge 1", poles=r"x \ne 0",
       derivative=r"-\frac{1}{\left|x\right| \sqrt{x^2 - 1}}", inverse="csc"),
)  # fmt: skip

_HYPERBOLIC: Final = _table(
    _S("sinh", "hyperbolic sine", "hyperbolic", "sinh", Computed("sinh", "Math.sinh", "sinh", _AT_ZERO, _WHOLE),
       derivative=r"\cosh x", inverse="arsinh"),
    _S("cosh", "hyperbolic cosine", "hyperbolic", "cosh", Computed("cosh", "Math.cosh", "cosh", _ONE_AT_ZERO, _WHOLE),
       derivative=r"\sinh x", inverse="arcosh"),
    _S("tanh", "hyperbolic tangent", "hyperbolic", "tanh", Computed("tanh", "Math.tanh", "tanh", _AT_ZERO, _WHOLE),
       poles=r"\cosh x \ne 0", derivative=r"1 - \tanh^2 x", inverse="artanh"),
    _S("coth", "hyperbolic cotangent", "hyperbolic", "coth", Reciprocal("tanh"),
       domain=r"x \ne 0", poles=r"\sinh x \ne 0", derivative=r"1 - \coth^2 x", inverse="arcoth"),
    _S("sech", "hyperbolic secant", "hyperbolic", "sech", Reciprocal("cosh"), _operator("sech"),
       poles=r"\cosh x \ne 0", derivative=r"-\operatorname{sech} x \tanh x", inverse="arsech"),
    _S("csch", "hyperbolic cosecant", "hyperbolic", "csch", Reciprocal("sinh"), _operator("csch"),
       domain=r"x \ne 0", poles=r"\sinh x \ne 0", derivative=r"-\operatorname{csch} x \coth x", inverse="arcsch"),
    _S("arsinh", "area hyperbolic sine", "area", "asinh", Computed("arcsinh", "Math.asinh", "asinh", _AT_ZERO),
       _operator("arsinh"), derivative=r"\frac{1}{\sqrt{x^2 + 1}}", inverse="sinh"),
    _S("arcosh", "area hyperbolic cosine", "area", "acosh", Computed("arccosh", "Math.acosh", "acosh", ((1, 0),)),
       _operator("arcosh"), domain=r"x \ge 1", derivative=r"\frac{1}{\sqrt{x^2 - 1}}", inverse="cosh"),
    _S("artanh", "area hyperbolic tangent", "area", "atanh", Computed("arctanh", "Math.atanh", "atanh", _AT_ZERO),
       _operator("artanh"), domain=r"\left|x\right| < 1", poles=r"x^2 \ne 1",
       derivative=r"\frac{1}{1 - x^2}", inverse="tanh"),
    _S("arcoth", "area hyperbolic cotangent", "area", "acoth", AtReciprocal("atanh"), _operator("arcoth"),
       domain=r"\left|x\right| > 1", poles=r"x^2 \ne 1", derivative=r"\frac{1}{1 - x^2}", inverse="coth"),
    _S("arsech", "area hyperbolic secant", "area", "asech", AtReciprocal("acosh"), _operator("arsech"),
       domain=r"0 < x \le 1", poles=r"x \ne 0", derivative=r"-\frac{1}{x \sqrt{1 - x^2}}", inverse="sech"),
    _S("arcsch", "area hyperbolic cosecant", "area", "acsch", AtReciprocal("asinh"), _operator("arcsch"),
       domain=r"x \ne 0", poles=r"x \ne 0",
       derivative=r"-\frac{1}{\left|x\right| \sqrt{1 + x^2}}", inverse="csch"),
)  # fmt: skip

_NUMBERS: Final = _table(
    _S("exp", "exponential", "other", "exp", Computed("exp", "Math.exp", "exp", _ONE_AT_ZERO, _WHOLE),
       derivative=r"\exp x", inverse="ln"),
    _S("ln", "natural log", "logarithm", "log", Computed("log", "Math.log", "logarithm", ((1, 0),), "log"),
       domain="x > 0", poles=r"x \ne 0", derivative=r"\frac{1}{x}", inverse="exp"),
    _S("log", "log", "logarithm", "log", Computed("log", "Math.log", "logarithm", ((1, 0),), "log"),
       domain="x > 0", poles=r"x \ne 0"),
    _S("lg", "log base ten", "logarithm", "", Composed(r"\log_{10} x"), derivative=r"\frac{1}{x \ln 10}"),
    _S("erf", "error function", "other", "erf", Computed("erf", js.ERF, "erf", _AT_ZERO, _WHOLE), _operator("erf"),
       derivative=r"\frac{2}{\sqrt{\pi}} e^{-x^2}"),
    _S("erfc", "complementary error function", "other", "", Composed(r"1 - \operatorname{erf} x"), _operator("erfc"),
       derivative=r"-\frac{2}{\sqrt{\pi}} e^{-x^2}"),
    _S("Gamma", "gamma function", "other", "gamma", Computed("gamma", js.GAMMA, "gamma", (), _WHOLE), drawn="Γ"),
    _S("sgn", "sign", "other", "sign", Computed("sign", "Math.sign", "sign"), _operator("sgn"), derivative="0"),
    _S("ReLU", "ReLU", "activation", "", Composed(r"\max(0, x)"), _operator("ReLU"),
       derivative=r"\frac{1 + \operatorname{sgn} x}{2}"),
    _S("softplus", "softplus", "activation", "", Composed(r"\ln(1 + e^x)"), _operator("softplus"),
       derivative=r"\frac{1}{1 + e^{-x}}"),
    _S("sigmoid", "sigmoid", "activation", "", Composed(r"\frac{1}{1 + e^{-x}}"), _operator("sigmoid"),
       derivative=r"\frac{1}{2 + e^x + e^{-x}}"),
    _S("max", "maximum", "extremum", "Max", Computed("largest", "Math.max", "largest")),
    _S("min", "minimum", "extremum", "Min", Computed("least", "Math.min", "least")),
    _S("Re", "real part", "other", "re", Balls("real_part"), _operator("Re")),
    _S("Im", "imaginary part", "other", "im", Balls("imaginary_part"), _operator("Im")),
    _S("arg", "argument", "other", "arg", Balls("argument"), domain=r"x \ne 0", poles=r"x \ne 0"),
    _S("gcd", "greatest common divisor", "other", "gcd", Uncomputed()),
    _S("lcm", "least common multiple", "other", "lcm", Uncomputed(), _operator("lcm")),
)  # fmt: skip

_OF_OTHER_THINGS: Final = _table(
    _S("det", "determinant", "other", "det", Uncomputed()),
    _S("tr", "trace", "other", "trace", Uncomputed(), _operator("tr")),
    _S("rank", "rank", "other", "rank", Uncomputed(), _operator("rank")),
    _S("diag", "diagonal", "other", "diag", Uncomputed(), _operator("diag")),
    _S("sup", "supremum", "extremum", "", Uncomputed()),
    _S("inf", "infimum", "extremum", "", Uncomputed()),
    _S("argmax", "argument of the maximum", "extremum", "", Uncomputed(), r"\operatorname*{arg\,max}", "arg max"),
    _S("argmin", "argument of the minimum", "extremum", "", Uncomputed(), r"\operatorname*{arg\,min}", "arg min"),
    _S("dim", "dimension", "other", "", Uncomputed()),
    _S("ker", "kernel", "other", "", Uncomputed()),
    _S("deg", "degree", "other", "", Uncomputed()),
    _S("grad", "gradient", "other", "", Uncomputed(), _operator("grad")),
    _S("div", "divergence", "other", "", Uncomputed(), _operator("div")),
    _S("curl", "curl", "other", "", Uncomputed(), _operator("curl")),
    _S("rot", "curl", "other", "", Uncomputed(), _operator("rot")),
    _S("span", "span", "other", "", Uncomputed(), _operator("span")),
    _S("E", "expectation", "other", "", Uncomputed(), r"\mathbb{E}", "𝔼"),
    _S("Pr", "probability", "other", "", Uncomputed()),
    _S("Var", "variance", "other", "", Uncomputed(), _operator("Var")),
    _S("V", "variance", "other", "", Uncomputed(), r"\mathbb{V}", "𝕍"),
    _S("Cov", "covariance", "other", "", Uncomputed(), _operator("Cov")),
    _S("SD", "standard deviation", "other", "", Uncomputed(), _operator("SD")),
    _S("Corr", "correlation", "other", "", Uncomputed(), _operator("Corr")),
)

_SAME_AS: Final = {
    "arcsinh": "arsinh",
    "arccosh": "arcosh",
    "arctanh": "artanh",
    "sign": "sgn",
    "trace": "tr",
    "Tr": "tr",
    "relu": "ReLU",
}
"""Other spellings of a function, kept as the author wrote them."""

_OWN_NAMES: Final = _CIRCULAR | _HYPERBOLIC | _NUMBERS | _OF_OTHER_THINGS
SYMBOLS: Final = _OWN_NAMES | {
    name: _OWN_NAMES[same]._replace(name=name, latex=_operator(name)) for name, same in _SAME_AS.items()
}
"""Each function by the word that names it: `sin`, `max`, `tr`, `Gamma`."""

WORDS: Final = frozenset(name for name, symbol in SYMBOLS.items() if len(symbol.drawn) != 1)
r"""The functions that are spelled in letters of their name: `\sin`, `\operatorname{tr}`."""

EXTREMA: Final = frozenset(name for name, symbol in SYMBOLS.items() if symbol.family == "extremum")
r"""What may have a condition below it: `\max_{x > 0}`."""

ACTIVATIONS: Final = frozenset(name for name, symbol in SYMBOLS.items() if symbol.family == "activation")
"""What a neuron is made of: known, and yet what many a lesson says first, by a letter of its own."""

INVERTIBLE: Final = frozenset(name for name, symbol in SYMBOLS.items() if symbol.family in {"circular", "hyperbolic"})
r"""`\sin^{-1}` is the inverse function; for any other, an exponent −1 is refused as ambiguous."""

CONTINUOUS: Final = frozenset(
    name
    for name, symbol in SYMBOLS.items()
    if symbol.derivative not in {"", "0"} or (symbol.sympy and symbol.family in {"logarithm", "extremum"})
)
"""What is continuous wherever it has a value; what is flat and no constant, jumps."""

SMOOTH: Final = frozenset(
    name
    for name, symbol in SYMBOLS.items()
    if symbol.derivative not in {"", "0"} and not symbol.domain and not isinstance(symbol.values, Composed)
)
"""What has a value, and all derivatives, at each real number."""

UNNAMED: Final[dict[str, Values]] = {
    "Abs": Computed("abs", "Math.abs", "size", (), "real_abs"),
    "floor": Computed("floor", "Math.floor", "floor"),
    "ceiling": Computed("ceil", "Math.ceil", "ceiling"),
    "factorial": Computed("factorial", js.FACTORIAL, "factorial", (), _WHOLE),
    "binomial": Computed("binomial", js.BINOMIAL, "binomial"),
    "Heaviside": Computed("heaviside", js.STEP, "step"),
    "DiracDelta": Computed("impulse", js.IMPULSE, "impulse"),
    "atan2": Computed("arctan2", "Math.atan2", "angle"),
    "acot": AtReciprocal("atan"),
    "Mod": Balls("remainder"),
    "polygamma": Computed("polygamma", js.POLYGAMMA, "polygamma"),
    "sinc": Balls("sinc", _ONE_AT_ZERO),
    "erfc": Balls("erfc", _ONE_AT_ZERO, _WHOLE),
    "loggamma": Balls("lgamma"),
    "zeta": Balls("zeta"),
    "LambertW": Balls("lambertw"),
    "harmonic": Balls("harmonic"),
    "fibonacci": Balls("fibonacci"),
    "KroneckerDelta": Balls("delta"),
    "conjugate": Balls("conjugate"),
    "LargePower": Balls("power"),
    "LargeFactorial": Balls("large_factorial"),
}
"""Functions without a name in formulas, by their SymPy class."""

COMPUTED: Final[dict[str, Values]] = UNNAMED | {
    symbol.sympy: symbol.values for symbol in SYMBOLS.values() if not isinstance(symbol.values, Composed | Uncomputed)
}
"""All functions that have numbers, by their SymPy class."""
