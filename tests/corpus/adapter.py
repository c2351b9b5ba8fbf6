r"""A formula corpus (YAML) → entries whose model is written in the lesson's own language.

The corpus writes its models in Python's syntax with flattened names (`w1` for `w_1`, `yhat` for `\hat{y}`): trusted
test data, translated here through Python's own parser, and evaluated nowhere. Names that a formula uses and its model
does not declare are real variables, as the corpus means them; a name of several letters (`\operatorname{eval}`) is not.
A row may have `lets` instead, a lesson's own model, and a `role`, a `tol`, and `givens` that are stated before it.
"""

from __future__ import annotations

import ast
import functools
import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import yaml

from mathora.formula import Formula, Node, read, read_model
from mathora.formula.reader.commands import ACCENTS, GREEK
from mathora.formula.reader.lookahead import introduced_with_primes
from mathora.formula.reader.tokens import tokenize
from mathora.lesson import Declaration, Faulty, Kind, ModelSource, Role, Text
from mathora.script.data import declarations

CORPUS: Final = Path(__file__).with_name("lesson_formulas.yaml")
FURTHER: Final = Path(__file__).with_name("further_formulas.yaml")

_YAML: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_KINDS: Final[dict[str, Kind]] = {
    "real": "real", "complex": "complex", "integer": "integer", "natural": "natural", "set": "set", "vector": "vector",
    "matrix": "matrix",
}  # fmt: skip
_SIGNS: Final = {
    "positive": "{} > 0", "negative": "{} < 0", "nonnegative": r"{} \ge 0", "nonpositive": r"{} \le 0",
    "nonzero": r"{} \ne 0",
}  # fmt: skip
_CALLS: Final = {
    "Max": r"\max", "Min": r"\min", "log": r"\ln", "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan",
    "det": r"\det", "grad": r"\nabla ", "sign": r"\operatorname{sgn}",
}  # fmt: skip
_FORMS: Final = {
    "Abs": r"\left|{}\right|", "abs": r"\left|{}\right|", "sqrt": r"\sqrt{{{}}}", "factorial": "({})!",
    "binomial": r"\binom{{{}}}{{{}}}", "Rational": r"\frac{{{}}}{{{}}}", "floor": r"\lfloor {} \rfloor",
    "ceiling": r"\lceil {} \rceil", "diff": r"\frac{{\partial}}{{\partial {1}}}\left({0}\right)", "Matrix": "{}",
    "Derivative": r"\frac{{\partial}}{{\partial {1}}}\left({0}\right)", "transpose": "({})^T", "norm": r"\|{}\|",
    "Integer": "{}", "Interval": "[{}, {}]",
}  # fmt: skip
_OPERATORS: Final[dict[type[ast.AST], str]] = {
    ast.Add: "({} + ({}))", ast.Sub: "({} - ({}))", ast.Mult: r"({}) \cdot ({})", ast.Div: r"\frac{{{}}}{{{}}}",
    ast.Pow: "({})^{{{}}}", ast.Lt: "{} < {}", ast.LtE: r"{} \le {}", ast.Gt: "{} > {}", ast.GtE: r"{} \ge {}",
    ast.NotEq: r"{} \ne {}", ast.Eq: "{} = {}", ast.MatMult: "({}) ({})",
}  # fmt: skip
_CONSTANTS: Final = {"E": "e", "pi": r"\pi", "oo": r"\infty", "inf": r"\infty", "I": "i", "Reals": r"\mathbb{R}"}
_FUNCTION_LETTERS: Final = "fghFGHuvPpq"
MOST_NAMES: Final = 60
_STANDARD: Final = frozenset(["sin", "cos", "tan", "cot", "sec", "csc", "exp", "sinh", "cosh", "tanh", "ln"])


@dataclass(frozen=True)
class Entry:
    """One formula of a corpus with its model and the verdict that is expected of it."""

    id: str
    text: Text
    source: ModelSource
    verdict: str
    reference: object
    why: str
    role: Role = "claim"
    tol: Fraction | None = None
    givens: tuple[Text, ...] = ()


def written(file: Path) -> Any:
    """What is in a corpus file."""
    return yaml.load(file.read_text(encoding="utf-8"), _YAML)  # noqa: S506 - both are safe loaders


@functools.cache
def entries(file: Path = CORPUS) -> tuple[Entry, ...]:
    """All formulas of a corpus file, in its order."""
    rows = written(file)["formulas"]
    return tuple(_entry(row, number, file) for number, row in enumerate(rows, start=1))


@functools.cache
def readable() -> tuple[Node, ...]:
    """The formulas of both corpora that the reader does not refuse."""
    return tuple(tree for entry in (*entries(), *entries(FURTHER)) if (tree := read_or_none(entry)) is not None)


def read_or_none(entry: Entry) -> Node | None:
    """An entry's formula; None for the few that the reader has to refuse."""
    try:
        return formula_of(entry).tree
    except Faulty:
        assert entry.verdict in {"ambiguous", "undecided", "refuted", "notation"}, f"{entry.id} cannot be read"
        return None


def _entry(row: dict[str, Any], number: int, file: Path) -> Entry:
    text = Text.written(row["tex"], file.name, number)
    source = declared(row["lets"]) if "lets" in row else model_source(row.get("model") or {}, row["tex"])
    return Entry(
        row["id"],
        text,
        with_free_names(text, source),
        row["verdict"],
        row.get("ref"),
        row.get("why", ""),
        role=row.get("role") or ("given" if row["verdict"] == "constraint" else "claim"),
        tol=Fraction(str(row["tol"])) if "tol" in row else None,
        givens=tuple(map(Text.written, row.get("givens", ()))),
    )


def declared(lets: dict[str, Any] | None) -> ModelSource:
    """A lesson's own model, as a script has it."""
    found: list[Declaration] = []
    for head, entry in (lets or {}).items():
        data = entry.get("data") if isinstance(entry, dict) else None
        numbers = [Text.written(str(one)) for one in data or ()]
        found += declarations(Text.written(str(head)), numbers) if data else [_let(str(head), entry)]
    return ModelSource(declarations=tuple(found))


def _let(head: str, entry: Any) -> Declaration:
    fields = entry if isinstance(entry, dict) else {} if entry is None else {"is": entry}
    domain, shape = fields.get("domain", []), fields.get("shape")
    return Declaration(
        head=Text.written(head),
        body=Text.written(str(fields["is"])) if "is" in fields else None,
        domain=tuple(map(Text.written, [domain] if isinstance(domain, str) else domain)),
        kind=fields.get("kind"),
        shape=(shape, 1) if isinstance(shape, int) else tuple(shape) if shape else None,
        unit=Text.written(str(fields["unit"])) if "unit" in fields else None,
    )


def formula_of(entry: Entry) -> Formula:
    """The entry's formula, read with its model; raises `Faulty`."""
    return read(entry.text, read_model(entry.source))


def with_free_names(text: Text, source: ModelSource) -> ModelSource:
    """The model with a declaration for every undeclared name of one letter: a real variable, or an unknown function."""
    while (added := _undeclared(text, source)) and len(source.declarations) < MOST_NAMES:
        extra = tuple(Declaration(head=Text.written(_head(name, text.value))) for name in added)
        source = ModelSource(declarations=source.declarations + extra)
    return source


def _undeclared(text: Text, source: ModelSource) -> list[str]:
    try:
        read(text, read_model(source))
    except Faulty as faulty:
        said = [re.match("unknown name (.+?); ", fault.message) for fault in faulty.faults]
        free = {found[1] for found in said if found is not None}
        return [name for name in sorted(free) if not name.startswith((r"\operatorname", r"\text"))]
    return []


def _head(name: str, tex: str) -> str:
    """A name as a function of as many parameters as it is applied to, if it looks like one; else as a variable."""
    names = introduced_with_primes(tokenize(Text.written(tex)), ())
    primed = re.search(re.escape(name) + "'", tex) and name + "'" not in names
    letter = re.fullmatch(r"(\w)(_\\[a-z]+|)", name)  # f, and f_\theta
    listed = re.search(r"(?<![A-Za-z])" + re.escape(name) + r"\([\w', ]*,[\w', ]*\)", tex)  # Q(s, a)
    if not primed and not listed and not (letter and letter[1] in _FUNCTION_LETTERS and name + "(" in tex):
        return name
    arguments = re.search(re.escape(name) + r"'*\(([^()]*)\)", tex)
    count = arguments[1].count(",") + 1 if arguments else 1
    return f"{name}({', '.join(['x', 'y', 'z', 's', 't'][:count])})"


def model_source(model: dict[str, Any], tex: str) -> ModelSource:
    """A corpus model in the lesson's own language."""
    names = _Names(tex)
    latex = _Latex(names, model)
    found: dict[str, dict[str, Any]] = {}
    for flat, assumption in model.get("vars", {}).items():
        found.setdefault(names.latex(flat), {}).update(_variable(assumption, names.latex(flat)))
    for head, body in model.get("define", {}).items():
        tree = ast.parse(str(head), mode="eval").body
        found.setdefault(names.head(tree), {})["body"] = latex.visit(ast.parse(str(body), mode="eval").body)
    for flat, interval in model.get("domain", {}).items():
        name = names.latex(flat)
        entry = found.setdefault(name, {})
        entry["domain"] = (*entry.get("domain", ()), _domain(name, str(interval), latex))
    for flat, equation in model.get("solve", {}).items():
        body = latex.visit(ast.parse(equation, mode="eval").body)
        found.setdefault(names.latex(flat), {})["domain"] = (f"{body} = 0",)
    declarations = [_declaration(head, fields) for head, fields in found.items()]
    unknowns = _free_of_bodies(model, names)
    declared = {head.partition("(")[0] for head in found} | _parameters(model, names)
    declarations += [Declaration(head=Text.written(name)) for name in sorted(unknowns - declared)]
    return ModelSource(declarations=tuple(declarations))


def _parameters(model: dict[str, Any], names: _Names) -> set[str]:
    heads = [ast.parse(str(head), mode="eval").body for head in model.get("define", {})]
    return {names.head(one) for head in heads if isinstance(head, ast.Call) for one in head.args}


def _free_of_bodies(model: dict[str, Any], names: _Names) -> set[str]:
    called = {"hessian", "Piecewise", *_CALLS, *_FORMS, *_STANDARD}
    found = set()
    for body in (*model.get("define", {}).values(), *model.get("solve", {}).values()):
        for node in ast.walk(ast.parse(str(body))):
            if isinstance(node, ast.Name) and node.id not in called | _CONSTANTS.keys():
                found.add(names.latex(node.id))
    return found


def _domain(name: str, stated: str, latex: _Latex) -> str:
    """`(0, oo)`, `[0, 3] U (4, 5)`, or a relation in Python's syntax."""
    parts = [part.strip() for part in re.split(r"\s[Uu∪|]\s", stated)]
    intervals = [re.fullmatch(r"([\[(])(.+),([^,]+)([\])])", part) for part in parts]
    if not all(intervals):
        return str(latex.visit(ast.parse(stated, mode="eval").body))
    sets = []
    for found in intervals:
        assert found is not None
        low, high = (latex.visit(ast.parse(end.strip(), mode="eval").body) for end in (found[2], found[3]))
        sets.append(f"{found[1]}{low}, {high}{found[4]}")
    return rf"{name} \in " + r" \cup ".join(sets)


def _variable(assumption: str, name: str) -> dict[str, Any]:
    shape = re.search(r"(matrix|vector)\((\d+)(?:, *(\d+))?\)", assumption)
    if shape:
        rows = int(shape[2])
        columns = int(shape[3] or (rows if shape[1] == "matrix" else 1))
        return {"kind": shape[1], "shape": (rows, columns)}
    words = assumption.split()
    kinds = [_KINDS[word] for word in words if word in _KINDS]
    signs = [word for word in words if word in _SIGNS]
    if len(kinds) + len(signs) != len(words):
        raise ValueError(f"unknown assumption of {name}: {assumption}")
    if kinds == ["integer"] and signs in (["nonnegative"], ["positive"]):
        kinds = ["natural"]
    domain = tuple(_SIGNS[sign].format(name) for sign in signs if (kinds, sign) != (["natural"], "nonnegative"))
    return {"kind": kinds[0] if kinds else "real", "domain": domain}


def _declaration(head: str, fields: dict[str, Any]) -> Declaration:
    body = fields.get("body")
    return Declaration(
        head=Text.written(head),
        body=Text.written(body) if body else None,
        domain=tuple(Text.written(one) for one in fields.get("domain", ())),
        kind=fields.get("kind"),
        shape=fields.get("shape"),
    )


class _Names:
    r"""Flattened names and the LaTeX they stand for: `w1` is `w_1`, `yhat` is `\hat{y}`, `Deltax` is `\Delta x`."""

    def __init__(self, tex: str) -> None:
        self.tex = tex

    def latex(self, flat: str) -> str:
        for command in ("operatorname", "text"):
            if len(flat) > 1 and rf"\{command}{{{flat}}}" in self.tex:
                return rf"\{command}{{{flat}}}"
        if "\\" + flat in GREEK:
            return "\\" + flat
        if flat.startswith("Delta"):
            return rf"\Delta {self.latex(flat.removeprefix('Delta'))}"
        for accent in ACCENTS:
            if flat.endswith(accent) and len(flat) > len(accent):
                return rf"\{accent}{{{self.latex(flat.removesuffix(accent))}}}"
        greek = next((word for word in GREEK if flat.startswith(word[1:])), None)
        base, rest = (greek, flat[len(greek) - 1 :]) if greek else (flat[0], flat[1:])
        return f"{base}_{{{rest.lstrip('_')}}}" if rest else base

    def head(self, tree: ast.expr) -> str:
        match tree:
            case ast.Call(func=ast.Name(id=name), args=parameters):
                return f"{self.latex(name)}({', '.join(map(self.head, parameters))})"
            case ast.Name(id=name):
                return self.latex(name)
        raise ValueError(f"no head of a definition: {ast.unparse(tree)}")


class _Latex(ast.NodeVisitor):
    """Python's syntax of an expression, in LaTeX with more brackets than it needs."""

    def __init__(self, names: _Names, model: dict[str, Any]) -> None:
        self.names = names
        self.model = model

    def generic_visit(self, node: ast.AST) -> str:
        raise ValueError(f"no LaTeX for {ast.unparse(node)}")

    def visit_Constant(self, node: ast.Constant) -> str:
        return str(node.value)

    def visit_Name(self, node: ast.Name) -> str:
        return _CONSTANTS.get(node.id) or self.names.latex(node.id)

    def visit_Compare(self, node: ast.Compare) -> str:
        whole = self.visit(node.left)
        for sign, right in zip(node.ops, node.comparators, strict=True):
            whole = _OPERATORS[type(sign)].format(whole, self.visit(right))
        return whole

    def visit_List(self, node: ast.List) -> str:
        rows = [one.elts if isinstance(one, ast.List) else [one] for one in node.elts]
        entries = r" \\ ".join(" & ".join(map(self.visit, row)) for row in rows)
        return rf"\begin{{bmatrix}} {entries} \end{{bmatrix}}"

    def visit_Tuple(self, node: ast.Tuple) -> str:
        return "(" + ", ".join(map(self.visit, node.elts)) + ")"

    def visit_UnaryOp(self, node: ast.UnaryOp) -> str:
        sign = "-" if isinstance(node.op, ast.USub) else "+"
        return f"({sign}({self.visit(node.operand)}))"

    def visit_BinOp(self, node: ast.BinOp) -> str:
        left, right = self.visit(node.left), self.visit(node.right)
        return _OPERATORS[type(node.op)].format(left, right)

    def visit_Call(self, node: ast.Call) -> str:
        assert isinstance(node.func, ast.Name)
        name = node.func.id
        values = [] if name == "Piecewise" else [self.visit(one) for one in node.args]
        if name == "hessian":
            return self.hessian(values[0])
        if name == "Piecewise":
            return r"\begin{cases} " + r" \\ ".join(map(self.case, node.args)) + r" \end{cases}"
        if name in _FORMS:
            return _FORMS[name].format(*values)
        head = _CALLS.get(name) or ("\\" + name if name in _STANDARD else self.names.latex(name))
        return f"{head}({', '.join(values)})"

    def case(self, node: ast.expr) -> str:
        assert isinstance(node, ast.Tuple)
        value, condition = node.elts
        always = isinstance(condition, ast.Constant)
        return f"{self.visit(value)} & " + (r"\text{otherwise}" if always else self.visit(condition))

    def hessian(self, function: str) -> str:
        heads = [ast.parse(str(one), mode="eval").body for one in self.model["define"]]
        head = next(one for one in heads if isinstance(one, ast.Call) and self.visit(one.func) == function)
        variables = [self.visit(one) for one in head.args]
        rows = [[_second(function, a, b) for b in variables] for a in variables]
        return r"\begin{bmatrix} " + r" \\ ".join(" & ".join(row) for row in rows) + r" \end{bmatrix}"


def _second(function: str, one: str, other: str) -> str:
    below = rf"\partial {one}^2" if one == other else rf"\partial {one} \partial {other}"
    return rf"\frac{{\partial^2 {function}}}{{{below}}}"
