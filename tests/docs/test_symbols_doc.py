"""The tables of `docs/formulas.md` are the rows of the code: `python -m tests.docs.test_symbols_doc` prints them."""

from pathlib import Path

from mathora.formula.symbols.functions import SYMBOLS, Balls, Composed, FunctionSymbol, Uncomputed
from mathora.formula.symbols.units import UNITS

PAGE = Path(__file__).resolve().parents[2] / "docs" / "formulas.md"


def code(tex: str) -> str:
    return f"`{tex}`".replace(r"\left|x\right|", "|x|").replace("|", r"\|") if tex else ""


def row(symbol: FunctionSymbol) -> str:
    drawn = not isinstance(symbol.values, Balls | Uncomputed)
    proved = bool(symbol.sympy) or isinstance(symbol.values, Composed)
    use = "proved, drawn" if drawn else "proved" if proved else "displayed"
    cells = (symbol.latex or rf"\{symbol.name}", symbol.domain, symbol.derivative)
    return f"| {' | '.join(map(code, cells))} | {symbol.inverse} | {use} | {symbol.spoken} |".replace("|  |", "| |")


def tables() -> str:
    functions = "\n".join(row(symbol) for symbol in SYMBOLS.values())
    head = "| function | real for | derivative | inverse | can be | spoken |\n| --- | --- | --- | --- | --- | --- |"
    return f"{head}\n{functions}\n\nUnits: {', '.join(code(unit) for unit in UNITS)}.\n"


def test_the_tables_are_printed_from_the_rows():
    assert tables() in PAGE.read_text(encoding="utf-8")


if __name__ == "__main__":
    print(tables())  # noqa: T201 - this is what it is for
