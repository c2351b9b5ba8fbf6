r"""Tree → LaTeX, in one normal form: what the reader reads back is the same tree.

Owns: `write_latex`, and `symbol_key`, the canonical name of a symbol.

Laws:
- `read(write_latex(tree)).tree == tree` for every tree that a reading gave.
- The same mathematics is written the same way: no space or brace that the tree does not need.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from mathora.formula import tree as t
from mathora.formula.symbols.functions import SYMBOLS
from mathora.formula.tree import Node

_ENDS_IN_COMMAND: Final = re.compile(r"\\[A-Za-z]+\Z")


def write_latex(node: Node) -> str:
    """The LaTeX of a tree."""
    rule = _RULES.get(type(node))
    if rule is None:
        raise TypeError(f"no LaTeX for a {type(node).__name__}")
    return rule(node)


def symbol_key(node: Node) -> str:
    r"""The canonical name of a symbol: `w_1`, `\eta`, `\hat{y}_i`, `\nabla L`, `w_{\text{new}}`."""
    if isinstance(node, t.Symbol) and not (
        node.style or node.accents or node.subscript or node.marks or node.superscript
    ):
        return node.name
    return write_latex(node)


def join(*parts: str) -> str:
    r"""Parts in a row, with a space only where a command would swallow the next letter (`\pi x`)."""
    whole = ""
    for part in parts:
        if part and part[0].isalpha() and part[0].isascii() and _ENDS_IN_COMMAND.search(whole):
            whole += " "
        whole += part
    return whole


def script(mark: str, node: Node) -> str:
    """`_1`, `^{n+1}`: braces only where more than one token stands."""
    inner = write_latex(node)
    return f"{mark}{inner}" if re.fullmatch(r"[0-9A-Za-z]|\\[A-Za-z]+", inner) else f"{mark}{{{inner}}}"


def _braced(node: Node) -> str:
    return "{" + write_latex(node) + "}"


def _number(node: t.Number) -> str:
    if not node.grouped:
        return node.text
    whole, point, rest = node.text.partition(".")
    return f"{int(whole):,}".replace(",", "{,}") + point + rest


def _word(function: str) -> str:
    return SYMBOLS[function].latex or f"\\{function}"


def _symbol(node: t.Symbol) -> str:
    base = node.name if not node.style else rf"\{node.style}{{{node.name}}}"
    for accent in reversed(node.accents):
        base = join(f"\\{accent}", base) if accent in ("Delta", "delta") else rf"\{accent}{{{base}}}"
    subscript = script("_", node.subscript) if node.subscript else ""
    above = write_latex(node.superscript) if node.superscript else ""
    superscript = f"^{{{above if isinstance(node.superscript, t.Layer) else f'({above})'}}}" if above else ""
    marks = "^*" if node.marks == "*" else node.marks
    return base + subscript + superscript + marks


def _infix(parts: tuple[Node, ...], operators: tuple[str, ...]) -> str:
    return _joined([write_latex(one) for one in parts], operators)


def _joined(parts: Sequence[str], operators: Sequence[str]) -> str:
    signed = (one for pair in zip(operators, parts[1:], strict=True) for one in pair)
    return " ".join(one for one in (parts[0], *signed) if one)


def _product(node: t.Product) -> str:
    if node.operators[0]:
        return _infix(node.factors, tuple(map(_operator, node.operators)))
    texts = [write_latex(factor) for factor in node.factors]
    return join(texts[0], *(f" {text}" if text[0].isdigit() else text for text in texts[1:]))  # n 2^n


def _quotient(node: t.Quotient) -> str:
    if node.style == "/":
        return f"{write_latex(node.numerator)}/{write_latex(node.denominator)}"
    if node.style == "div":
        return join(write_latex(node.numerator), r" \div ", write_latex(node.denominator))
    return rf"\{node.style}{_braced(node.numerator)}{_braced(node.denominator)}"


def _order(times: int) -> str:
    return script("^", t.Number(str(times))) if times > 1 else ""


def _derivative(node: t.Derivative) -> str:
    if node.style in ("subscript", "subscripts"):
        return join(_signs(node), " ", write_latex(node.operand))
    above = node.sign + _order(node.order)
    below = [
        join(node.sign, write_latex(variable)) + _order(times)
        for variable, times in zip(node.variables, node.orders, strict=True)
    ]
    if node.inline:
        above = join(above, " " if node.order > 1 else "", write_latex(node.operand))
    if node.style == "/":
        return f"{above}/{below[0]}"
    fraction = rf"\{node.style}{{{above}}}{{{' '.join(below)}}}"
    return fraction if node.inline else f"{fraction} {write_latex(node.operand)}"


def _transpose(node: t.Transpose) -> str:
    operand = write_latex(node.operand)
    if isinstance(node.operand, t.Symbol) and node.operand.superscript and node.mark in ("T", r"\top"):
        return f"{operand[:-1]}{node.mark}}}"  # A^{[l]T}
    return operand + ("^{" + node.mark + "}" if "{" in node.mark or "-" in node.mark else "^" + node.mark)


def _nth_derivative(node: t.NthDerivative) -> str:
    order, operand = script("^", node.order), write_latex(node.operand)
    above = join(node.sign + order, " ", operand) if node.inline else node.sign + order
    fraction = rf"\{node.style}{{{above}}}{{{join(node.sign, write_latex(node.variable))}{order}}}"
    return fraction if node.inline else f"{fraction} {operand}"


def _signs(node: t.Derivative) -> str:
    r"""`\partial_{xy}`, `\partial_x^2 \partial_y`."""
    if node.style == "subscript":
        return rf"{node.sign}_{{{join(*map(write_latex, node.variables))}}}"
    written = [
        node.sign + script("_", variable) + _order(times)
        for variable, times in zip(node.variables, node.orders, strict=True)
    ]
    return " ".join(written)


def _application(node: t.Application) -> str:
    head = write_latex(node.head) + (script("^", node.power) if node.power else "")
    inner = ", ".join(write_latex(argument) for argument in node.arguments)
    if not node.bracket:
        return join(head, " ", inner) if inner[0].isalnum() else join(head, inner)
    return head + fence(node.bracket, inner, tall=_tall(*node.arguments))


def fence(opening: str, inner: str, *, tall: bool, closing: str = "") -> str:
    r"""`inner` in brackets, in growing ones (`\left(…\right)`) if it is taller than a line."""
    closing = closing or _CLOSING[opening]
    opening, closing = (r"\{" if opening == "{" else opening), (r"\}" if closing == "}" else closing)
    return rf"\left{opening}{inner}\right{closing}" if tall else join(opening, inner, closing)


def _tall(*nodes: Node) -> bool:
    tall = (t.Quotient, t.Binomial, t.Matrix, t.Big, t.Integral, t.Cases, t.Derivative)
    return any(
        isinstance(part, tall) and getattr(part, "style", "") not in _FLAT for node in nodes for _, part in t.walk(node)
    )


def _fenced(opening: str, *nodes: Node, closing: str = "") -> str:
    return fence(opening, ", ".join(map(write_latex, nodes)), tall=_tall(*nodes), closing=closing)


def _prime(node: t.Prime) -> str:
    operand = write_latex(node.operand)
    if node.mark == "number":
        return f"{operand}^{{({node.order})}}"
    if node.mark == "dot":
        return rf"\{'d' * node.order}ot{{{operand}}}"
    return operand + "'" * node.order


def _nabla(node: t.Nabla) -> str:
    sign = {"gradient": "", "divergence": r" \cdot", "curl": r" \times", "hessian": "^2", "laplacian": "^2"}[node.kind]
    subscript = script("_", node.subscript) if node.subscript else ""
    return join(r"\nabla" + subscript + sign, " ", write_latex(node.operand))


def _evaluated(node: t.Evaluated) -> str:
    ends = script("_", node.lower) + (script("^", node.upper) if node.upper else "")
    inner = write_latex(node.body)
    return (rf"\left[{inner}\right]" if node.bracket == "[" else rf"\left.{inner}\right|") + ends


def _limit(node: t.Limit) -> str:
    side = f"^{node.side}" if node.side else ""
    return rf"\lim_{{{write_latex(node.variable)} \to {write_latex(node.target)}{side}}} {write_latex(node.body)}"


def _big(node: t.Big) -> str:
    scripts = (script("_", node.under) if node.under else "") + (script("^", node.over) if node.over else "")
    return join(node.operator + scripts, " ", write_latex(node.body))


def _integral(node: t.Integral) -> str:
    scripts = (script("_", node.lower) if node.lower else "") + (script("^", node.upper) if node.upper else "")
    body = [write_latex(node.body)] if node.body else []
    return join(node.operator + scripts, " ", r" \, ".join([*body, *map(write_latex, node.differentials)]))


def _said(node: t.Logic, operands: Sequence[str]) -> str:
    """Statements with what joins them; a condition behind a blank, a comma or a colon."""
    parting = {"()": r" \quad ", "": r" \quad ", ",": r", \quad ", ":": r": \quad "}.get(node.operators[0])
    parting = ": " if isinstance(node.operands[0], t.Symbol) and node.operators == (":",) else parting
    return parting.join(operands) if parting else _joined(operands, [*map(_operator, node.operators)])


def _operator(sign: str) -> str:
    """A relation or connective; words in a text of their own."""
    return rf"\text{{ {sign} }}" if sign[:1].isalpha() else sign


def _quantified(node: t.Quantified) -> str:
    parting = " " if isinstance(node.body, t.Quantified) else " : " if node.colon else r"\, "
    return join(node.quantifier, " ", write_latex(node.bound), parting, write_latex(node.body))


def _matrix(node: t.Matrix) -> str:
    rows = r" \\ ".join(" & ".join(map(write_latex, row)) for row in node.rows)
    if node.ruled:
        columns = "c" * node.ruled + "|" + "c" * (len(node.rows[0]) - node.ruled)
        return rf"\begin{{array}}{{{columns}}} {rows} \end{{array}}"
    return rf"\begin{{{node.bracket}}} {rows} \end{{{node.bracket}}}"


def _case(node: t.Case) -> str:
    return write_latex(node.value) + (f" & {write_latex(node.condition).lstrip()}" if node.condition else "")


def _aligned(node: t.Aligned) -> str:
    rows = r" \\ ".join(_row(row, mark) for row, mark in zip(node.rows, node.marks, strict=True))
    return rf"\begin{{aligned}} {rows} \end{{aligned}}"


def _row(row: Node, mark: int | None) -> str:
    if not isinstance(row, t.Relation | t.Logic) or mark is None:
        return write_latex(row)
    return _marked(row, *t.sign_at(row, mark))


def _marked(node: Node, path: tuple[int, ...], index: int) -> str:
    """A statement with an `&` before a sign of it, or of a statement in it."""
    assert isinstance(node, t.Relation | t.Logic)  # noqa: S101 - for the types: only these have signs
    written = [write_latex(one) for one in node.operands]
    if path:
        written[path[0]] = _marked(node.operands[path[0]], path[1:], index)
        return (
            _said(node, written) if isinstance(node, t.Logic) else _joined(written, [*map(_operator, node.operators)])
        )
    operators = [*map(_operator, node.operators)]
    operators[index] = f"&{operators[index]}"
    return _joined(written, operators)


def _annotated(node: t.Annotated) -> str:
    mark = "^" if node.kind == "overbrace" else "_"
    return rf"\{node.kind}{_braced(node.body)}" + (script(mark, node.note) if node.note else "")


def _root(node: t.Root) -> str:
    degree = f"[{write_latex(node.degree)}]" if node.degree else ""
    return rf"\sqrt{degree}{_braced(node.radicand)}"


def _norm(node: t.Norm) -> str:
    return join(r"\left\|", write_latex(node.body), r"\right\|") + (script("_", node.order) if node.order else "")


_PARTINGS: Final = {r"\mid": r" \mid ", r"\|": r" \| ", ";": "; "}
_FLAT: Final = ("/", "subscript", "subscripts")
_CLOSING: Final = {"(": ")", "[": "]", "{": "}"}
_RULES: Final[dict[type[Node], Callable[..., str]]] = {
    t.Number: _number,
    t.Constant: lambda node: rf"\mathrm{{{node.name}}}" if node.upright else node.name,
    t.FunctionName: lambda node: _word(node.name) + (script("_", node.subscript) if node.subscript else ""),
    t.Layer: lambda node: f"[{write_latex(node.index)}]",
    t.UprightWords: lambda node: rf"\text{{{node.text}}}",
    t.UnitName: lambda node: rf"\text{{{node.text}}}",
    t.Dots: lambda node: node.mark,
    t.Placeholder: lambda _: r"\answer",
    t.Blank: lambda _: "",
    t.Symbol: _symbol,
    t.Signed: lambda node: join(node.sign, write_latex(node.operand)),
    t.Addition: lambda node: _infix(node.terms, node.operators),
    t.Product: _product,
    t.Quotient: _quotient,
    t.Power: lambda node: write_latex(node.base) + script("^", node.exponent),
    t.Transpose: _transpose,
    t.Complement: lambda node: write_latex(node.operand) + {"c": r"^\complement"}.get(node.mark, node.mark),
    t.Root: _root,
    t.Factorial: lambda node: write_latex(node.operand) + node.marks,
    t.Binomial: lambda node: rf"\binom{_braced(node.upper)}{_braced(node.lower)}",
    t.Percent: lambda node: write_latex(node.operand) + r"\%",
    t.Degrees: lambda node: write_latex(node.operand) + r"^\circ",
    t.Quantity: lambda node: rf"{write_latex(node.value)} \, {write_latex(node.unit)}",
    t.Group: lambda node: _fenced(node.bracket, node.body),
    t.Absolute: lambda node: rf"\left|{write_latex(node.body)}\right|",
    t.Norm: _norm,
    t.InnerProduct: lambda node: fence(
        r"\langle ", f"{write_latex(node.left)}, {write_latex(node.right)}", tall=_tall(node), closing=r"\rangle"
    ),
    t.Rounded: lambda node: join(rf"\l{node.kind}", " ", write_latex(node.body), rf" \r{node.kind}"),
    t.Tuple: lambda node: _fenced(node.bracket, *node.items, closing="" if node.bracket == "(" else r"\rangle"),
    t.Listing: lambda node: ", ".join(map(write_latex, node.items)),
    t.IntervalSet: lambda node: _fenced(node.left, node.lower, node.upper, closing=node.right),
    t.SetLiteral: lambda node: _fenced("{", *node.items),
    t.SetBuilder: lambda node: rf"\{{{write_latex(node.element)} \mid {write_latex(node.condition)}\}}",
    t.SetOperation: lambda node: _infix(node.operands, node.operators),
    t.Matrix: _matrix,
    t.Case: _case,
    t.Cases: lambda node: r"\begin{cases} " + r" \\ ".join(map(_case, node.rows)) + r" \end{cases}",
    t.Application: _application,
    t.Parted: lambda node: join(write_latex(node.left), _PARTINGS[node.sign], write_latex(node.right)),
    t.Overline: lambda node: rf"\overline{_braced(node.body)}",
    t.Component: lambda node: write_latex(node.body) + script("_", node.index),
    t.Congruence: lambda node: rf"{write_latex(node.chain)} \pmod{_braced(node.modulus)}",
    t.Noted: lambda node: (
        rf"{write_latex(node.left)} \overset{_braced(node.note)}{{{node.sign}}} {write_latex(node.right)}"
    ),
    t.Prime: _prime,
    t.NthPrime: lambda node: f"{write_latex(node.operand)}^{{({write_latex(node.order)})}}",
    t.Derivative: _derivative,
    t.NthDerivative: _nth_derivative,
    t.Differential: lambda node: join(node.sign, write_latex(node.variable)),
    t.Nabla: _nabla,
    t.Directional: lambda node: f"D{script('_', node.along)} {write_latex(node.operand)}",
    t.Evaluated: _evaluated,
    t.Limit: _limit,
    t.Big: _big,
    t.Integral: _integral,
    t.Extremum: lambda node: join(f"{_word(node.operator)}_{_braced(node.under)}", " ", write_latex(node.body)),
    t.Relation: lambda node: _infix(node.operands, node.operators),
    t.Signature: lambda node: (
        rf"{write_latex(node.function)} \colon {write_latex(node.domain)} {node.arrow} {write_latex(node.codomain)}"
    ),
    t.Logic: lambda node: _said(node, [write_latex(one) for one in node.operands]),
    t.Negation: lambda node: join(r"\lnot", write_latex(node.operand)),
    t.Quantified: _quantified,
    t.Aligned: _aligned,
    t.Annotated: _annotated,
}
