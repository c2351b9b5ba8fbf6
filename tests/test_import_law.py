"""The design's law: arrows point down. The table says what each room may import; every import is held against it."""

import ast
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

ROOMS: dict[str, set[str]] = {
    "isolated": set(),
    "bounds": set(),
    "lesson": set(),
    "words": {"lesson"},
    "script": {"lesson"},
    "formula": {"lesson", "words"},
    "prove": {"isolated", "bounds", "lesson", "formula"},
    "plan": {"lesson", "words", "formula", "prove"},
    "encoder": {"plan"},
    "stage": {"lesson", "words", "formula", "prove", "plan", "encoder"},
    "render": {"isolated", "bounds", "lesson", "formula", "prove", "plan", "encoder", "stage"},
    "voice": {"lesson", "words", "formula", "prove", "plan", "render"},
    "export": {"lesson", "words", "formula", "prove", "plan", "render", "voice"},
    "cli": {"isolated", "lesson", "script", "formula", "prove", "plan", "stage", "render", "voice", "export"},
    "scenes": {"stage"},
}
"""Room → the rooms below it that it may import."""

THIRD_PARTIES: dict[str, set[str]] = {
    "PIL": {"export"},
    "av": {"encoder", "render", "voice", "export"},
    "click": {"cli"},
    "contourpy": {"stage"},
    "dask": {"render"},
    "distributed": {"render"},
    "flint": {"formula", "prove"},
    "fontTools": {"export", "stage"},
    "hibari": {"voice"},
    "jinja2": {"export"},
    "lsprotocol": {"cli"},
    "manim": {"stage", "scenes"},
    "markupsafe": {"export"},
    "numpy": {"formula", "prove", "encoder", "stage", "scenes", "voice", "export"},
    "pptx": {"export"},
    "psutil": {"bounds"},
    "pygls": {"cli"},
    "rich": {"cli"},
    "skia": {"stage"},
    "starlette": {"cli"},
    "sympy": {"formula", "prove"},
    "typst": {"stage", "export"},
    "uvicorn": {"cli"},
    "watchfiles": {"cli"},
    "yaml": {"script"},
}
"""Package → the only rooms that may import it. One that is not in the table may be imported nowhere."""

SUBPACKAGES: dict[str, dict[str, set[str]]] = {
    "formula": {
        "symbols": set(),
        "tree": {"symbols"},
        "inspection": {"symbols", "tree"},
        "linear_algebra": {"tree"},
        "calculus": {"symbols", "tree"},
        "predicates": {"symbols", "tree", "linear_algebra", "calculus"},
        "unfolding": {"symbols", "tree", "inspection", "linear_algebra", "calculus", "predicates"},
        "reader": {"symbols", "tree", "inspection", "linear_algebra", "predicates"},
        "speech": {"symbols", "tree", "typeset"},
        "typeset": {"symbols", "tree", "reader"},
        "meaning": {"symbols", "tree", "inspection", "reader"},
        "curves": {"meaning"},
    },
    "prove": {
        "kernel": set(),
        "verdict": {"kernel"},
        "balls": set(),
        "goal": {"verdict", "balls"},
        "tactics": {"verdict", "balls", "goal"},
        "judge": {"kernel", "verdict", "balls", "goal", "tactics"},
        "fit": set(),
        "task": {"kernel", "verdict", "judge", "fit"},
        "budget": {"task", "verdict"},
        "worker": {"verdict", "judge", "task", "budget"},
        "store": {"kernel", "verdict", "task", "worker"},
        "gate": {"kernel", "verdict", "task"},
        "standing": {"budget", "worker", "store", "gate"},
    },
    "stage": {
        "arrays": set(),
        "curves": set(),
        "theme": set(),
        "layout": {"arrays"},
        "invariants": set(),
        "parameters": set(),
        "text": {"arrays", "layout", "parameters", "theme"},
        "plane": {"arrays", "layout", "theme", "text", "parameters"},
        "serial": set(),
        "space": {"arrays", "layout", "theme", "text", "parameters", "plane", "serial"},
        "map": {"arrays", "layout", "theme", "text", "parameters", "plane", "space"},
        "film": {"arrays", "serial", "space"},
        "writing": {"arrays", "theme", "text"},
        "motion": set(),
        "action": set(),
        "accompaniment": set(),
        "loop_motions": {"arrays", "layout", "text"},
        "panel": {"layout", "motion", "text"},
        "scene": {
            *("accompaniment", "action", "invariants", "layout", "motion", "panel", "parameters", "loop_motions"),
            *("text", "writing"),
        },
        "figures": {
            *("arrays", "layout", "theme", "text", "parameters", "plane", "space", "map", "motion", "writing"),
            *("action", "scene", "loop_motions", "invariants"),
        },
        "scene_class": {"scene"},
        "composition": {"arrays", "layout", "theme", "text", "plane", "space", "figures"},
        "living": {"figures", "scene", "loop_motions", "text"},
        "loops": {"film", "living", "scene", "loop_motions", "text"},
        "draw": {"composition", "film", "layout", "loops", "parameters", "plane", "scene", "scene_class", "text"},
    },
    "stage/figures": {
        "elements": set(),
        "curve": {"elements"},
        "linear": {"elements"},
        "chance": {"elements"},
        "data": {"elements"},
        "matrix": {"elements"},
        "graph": {"elements", "data", "matrix"},
        "surface": {"elements", "data"},
        "box": {"elements"},
        "pages": {"elements"},
    },
    "export": {
        "products": set(),
        "order": set(),
        "publish": set(),
        "note": set(),
        "storyboard": {"publish", "note"},
        "receipt": set(),
        "content": set(),
        "film": set(),
        "html": {"content"},
        "slides": {"content", "html"},
        "shared_parts": {"order", "content", "film", "slides"},
        "making": {"products", "receipt", "content", "html", "slides", "shared_parts"},
        "exporting": {"products", "order", "publish", "note", "content", "making", "shared_parts"},
    },
}
"""Room, or package of one → its sub-packages and modules → those beside them that they may import.
A room's `__init__` joins them."""

PURE_ROOMS = {"lesson", "words", "script", "formula", "plan", "prove", "scenes"}
PURE_MODULES = {
    *("__future__", "abc", "ast", "bisect", "collections", "contextlib", "copy", "dataclasses", "decimal", "difflib"),
    *("colorsys", "enum", "fractions", "functools", "graphlib", "hashlib", "heapq", "html", "itertools", "json"),
    *("cmath", "math", "operator", "re", "string", "struct", "textwrap", "tomllib", "types", "typing", "unicodedata"),
    *("xml", "zlib"),
}
"""The standard library's modules without file, clock, chance, environment or terminal; pure rooms import no other.
`cmath` is as pure as `math`: functions of numbers."""

TOUCHES = {"open", "print", "input", "breakpoint", "help", "__import__", "exec", "eval", "compile"}
"""Built-ins that touch the world or evaluate text: no pure room names them, called or handed on."""

WORLDLY = {"np.random", "np.load", "np.save", "np.savez", "np.fromfile", "np.memmap", "np.loadtxt", "np.savetxt"}
"""Numpy's own doors to files and chance."""

EDGES = {"prove/__init__.py", "prove/standing.py", "prove/worker.py", "prove/store.py", "words/__init__.py"}
"""What stands at the edge of a pure room: killable proof workers, the file of cached verdicts, and who joins them; and
who reads the languages' files, which come with the package."""


def imports_of(source: str) -> Iterator[tuple[int, str]]:
    """Every module that a source imports, wherever it stands (imports inside functions count too)."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}"
            yield node.lineno, node.module or ""
            if node.module == "mathora":
                yield from ((node.lineno, f"mathora.{alias.name}") for alias in node.names)


def touches_of(source: str) -> Iterator[tuple[int, str]]:
    """Every built-in of `TOUCHES` and every name of `WORLDLY` that a source names, called or not."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Name) and node.id in TOUCHES:
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in WORLDLY:
            yield node.lineno, ast.unparse(node)


def beside(module: str, owner: str) -> str | None:
    """The sub-package (or module) of a room, or of a package in it (`stage/figures`), that a dotted name leads into;
    None for the owner itself and for others.
    """
    own, parts = ["mathora", *owner.split("/")], module.split(".")
    return parts[len(own)] if parts[: len(own)] == own and len(parts) > len(own) else None


def room_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "mathora" and len(parts) > 1 else None


def offences(path: str, source: str) -> list[str]:
    """What in the file `path` (relative to the root, e.g. `mathora/prove/gate/gate.py`) breaks the law."""
    parts = path.split("/")
    room = "scenes" if parts[0] == "scenes" else parts[1].removesuffix(".py")
    inside = "/".join(parts[1:])
    if room == "__init__":
        return []
    found = []
    for line, module in imports_of(source):
        target, package = room_of(module), module.split(".")[0]
        if target is not None and target not in ROOMS[room] | {room}:
            found.append(f"{path}:{line}: {room} may not import mathora.{target}")
        for owner, table in SUBPACKAGES.items():
            mine, other = beside(path.removesuffix(".py").replace("/", "."), owner), beside(module, owner)
            if mine not in {None, "__init__"} and other in table and other != mine and other not in table[mine]:
                found.append(f"{path}:{line}: {owner}/{mine} may not import {owner}/{other}")
        neighbour = room == "scenes" and (ROOT / "scenes" / f"{package}.py").is_file()
        ours = package == "mathora" or package in sys.stdlib_module_names or neighbour
        if not ours and room not in THIRD_PARTIES.get(package, set()):
            found.append(f"{path}:{line}: only {sorted(THIRD_PARTIES.get(package, set()))} may import {package}")
        if package in sys.stdlib_module_names - PURE_MODULES and room in PURE_ROOMS and inside not in EDGES:
            found.append(f"{path}:{line}: {room} is pure and may not import {module}")
    if room in PURE_ROOMS and inside not in EDGES:
        found += [f"{path}:{line}: {room} is pure and may not use {name}" for line, name in touches_of(source)]
    return found


def sources() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for top in ("mathora", "scenes") for path in (ROOT / top).rglob("*.py"))


@pytest.mark.parametrize("path", sources())
def test_arrows_point_down(path):
    assert offences(path, (ROOT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("table", [ROOMS, *SUBPACKAGES.values()], ids=["rooms", *SUBPACKAGES])
def test_the_arrows_have_no_circle(table):
    order = tuple(TopologicalSorter(table).static_order())  # raises CycleError
    assert set(order) == set(table)


WORLD = (
    "x = open('a').read()",
    "import io",
    "import importlib",
    "import datetime",
    "import urllib.request",
    "import sqlite3",
    "import multiprocessing",
    "import requests",
    "print('x')",
    "say = print",
    "input()",
    "def f():\n    return __import__('os')",
    "import numpy as np\nx = np.random.rand()",
)
"""Ways to touch the world that no pure room may take."""


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("mathora/formula/reader/reader.py", "from mathora.prove import judge"),
        ("mathora/lesson/source.py", "import mathora.script"),
        ("mathora/plan/timeline.py", "def late():\n    from mathora import render"),
        ("mathora/render/worker.py", "import manim"),
        ("mathora/export/html/page.py", "import sympy"),
        ("mathora/formula/tree/__init__.py", "import os"),
        ("mathora/prove/gate/gate.py", "from time import monotonic"),
        ("scenes/title.py", "from mathora.render import cache"),
        ("mathora/cli/check.py", "import yaml"),
        *(("mathora/formula/tree/node.py", source) for source in WORLD),
        *(("scenes/title.py", source) for source in WORLD),
        ("mathora/lesson/source.py", "import numpy"),
        ("mathora/export/html/page.py", "import ziamath"),
        ("mathora/render/store.py", "import fontTools"),
        ("mathora/cli/check.py", "import requests"),
        ("mathora/formula/tree/node.py", "from mathora.formula.reader.reader import read"),
        ("mathora/formula/tree/regrouping.py", "from mathora.formula.unfolding.unfolding import unfolded"),
        ("mathora/formula/reader/reader.py", "from mathora.formula.unfolding.unfolding import unfolded"),
        ("mathora/stage/text/morph.py", "from mathora.stage.space import figure"),
        ("mathora/prove/tactics/normal.py", "from mathora.prove.gate import gate"),
        ("mathora/export/content/plays.py", "from mathora.export.html import page"),
    ],
)
def test_a_planted_violation_is_caught(path, source):
    assert offences(path, source) != []


def test_no_module_grows_past_400_lines():
    long = {path: lines for path in sources() if (lines := (ROOT / path).read_text().count("\n")) > 400}
    assert long == {}


def test_no_scene_grows_past_200_lines():
    """What is longer asks for a figure, which other scenes can combine; so does a file that scenes share."""
    files = {path: path.read_text().count("\n") for path in (ROOT / "scenes").glob("*.py")}
    long = {path.name: lines for path, lines in files.items() if lines > 200}
    assert long == {}


def test_nothing_evaluates_text():
    """No `eval`, `exec`, `sympify` or `parse_expr` is called anywhere in the library or the scenes."""
    named = {"eval", "exec", "sympify", "parse_expr"}
    methods = {"sympify", "parse_expr"}  # a polynomial's own `eval` evaluates numbers
    calls = [
        f"{path}:{node.lineno}"
        for path in sources()
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (getattr(node.func, "id", None) in named or getattr(node.func, "attr", None) in methods)
    ]
    assert calls == []
