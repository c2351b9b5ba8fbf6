"""Lessons that nobody would write, made for every scene: functions with poles, jumps, kinks, of all scales, complex or
constant; points anywhere; any order of actions.

`lessons` is a strategy of scripts; `outcome` checks one and draws every frame of its steps, small.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from mathora.lesson import ActionSignature, Fault, Faulty, Parameter, SceneSignature
from mathora.plan import FrameFormat, StepFailed
from mathora.prove import prove_lesson
from mathora.prove.task import Decide
from mathora.script import read_script
from mathora.stage.draw import draw_steps
from tests.scenes.theatre import SCENES, catalogue, viewed

FRAMES = {"16:9": FrameFormat(128, 72, 4), "9:16": FrameFormat(72, 128, 4), "1:1": FrameFormat(96, 96, 4)}
NAMES = ("x", "y", "z")

SHAPES = (
    "{a}^2 + 3 {b}^2", "-{a}^2 - {b}^2 + 1", r"{a}^2 - {b}^2", "{a} {b}", "{a} + 2 {b}", r"{a}^3 - 3 {a} + {b}",
    r"\frac{{1}}{{{a}}} + {b}", r"\frac{{1}}{{{a} - 0.3}}", r"\frac{{{b}}}{{{a}^2 + {b}^2}}", r"\tan {a} + {b}",
    r"\sqrt{{{a}}} + {b}", r"\sqrt{{-1 - {a}^2}} + {b}", r"\sqrt{{1 - {a}^2 - {b}^2}}", r"\ln {a} + {b}^2",
    r"\left|{a}\right| + {b}", r"\max({a}, {b})", r"\min({a}, 1) + {b}", r"\lfloor {a} \rfloor + {b}^2",
    r"\sin(9 {a}) + {b}", r"e^{{{a}}} + {b}", r"e^{{-{a}^2 - {b}^2}}", r"e^{{9 {a}}} {b}", r"\arcsin {a} + {b}",
    "0 {a} + 0 {b} + 3", "{a}^2 + 0 {b}", r"\arctan(50 {a}) + {b}", r"{a}^{{{b}}}", r"\frac{{{a}}}{{{a}}} + {b}",
)  # fmt: skip
SCALES = ("{0}", r"10^9 ({0})", r"10^{{-9}} ({0})", "100000 + {0}", "-({0})")
DOMAINS = ("", "", "", "0 \\le x \\le 1", "-1 \\le x \\le 4", "x \\ge 1", "0 < x < 3")
NUMBERS = (
    "0",
    "1",
    "-1",
    "0.5",
    "2",
    "-2",
    "7",
    "0.3",
    r"\frac{1}{3}",
    r"\sqrt{2}",
    "0.000000001",
    "1000000000",
    "0.123",
)
INTERVALS = (
    ("-2", "2"), ("0", "1"), ("-5", "5"), ("0.001", "1"), ("1000000", "1000002"), ("-0.000001", "0.000001"), ("0", "9"),
)  # fmt: skip
PROSE = ("Words", "A longer sentence, in which $x$ stands too, and which goes on for a while until it ends.", "Ωμέγα")
COUNTS = (0, 1, 2, 3, 5, 20, 300, 1000000)


@dataclass(frozen=True)
class Outcome:
    """What became of a script: refused by `check` with faults, drawn, or failed while it was drawn."""

    script: str
    faults: tuple[Fault, ...] = ()
    failed: str = ""
    drawn: int = 0


@cache
def starter(name: str) -> dict[str, Any]:
    """A scene's starter: its model, colours and sections."""
    file = Path(catalogue()[name].file).with_suffix(".yaml")
    found = yaml.safe_load((SCENES / file.name).read_text(encoding="utf-8")) if (SCENES / file.name).exists() else {}
    return {"model": {}, "sections": [{}], **found}


@st.composite
def functions(draw: st.DrawFn) -> tuple[dict[str, Any], tuple[str, ...]]:
    """A function `f` of one to three variables as a model, and its variables."""
    count = draw(st.sampled_from((2, 2, 2, 1, 1, 3)))
    names = NAMES[:count]
    body = draw(st.sampled_from(SHAPES)).format(a="x", b="y" if count > 1 else "1")
    if count > 2:
        body += " + z"
    domain = draw(st.sampled_from(DOMAINS))
    whole = draw(st.sampled_from(SCALES)).format(body)
    declared = {"is": whole, "domain": domain} if domain else whole
    return {f"f({', '.join(names)})": declared, "q": None}, names


def _question(draw: st.DrawFn) -> dict[str, Any]:
    count = draw(st.integers(2, 6))
    options = [{"text": f"Option {k}", "why": "Because", "correct": k == 0} for k in range(count)]
    return {"ask": draw(st.sampled_from(PROSE)), "options": options}


def _point(draw: st.DrawFn, names: tuple[str, ...]) -> dict[str, str]:
    kept = names if draw(st.integers(0, 9)) else names[1:] or names
    return {name: draw(st.sampled_from(NUMBERS)) for name in kept}


def _one(draw: st.DrawFn, parameter: Parameter, names: tuple[str, ...]) -> Any:
    """A value of a parameter's kind."""
    made: dict[str, Callable[[], Any]] = {
        "Function": lambda: "f",
        "Variable": lambda: draw(st.sampled_from((*names, *names, *names, "q"))),
        "Number": lambda: draw(st.sampled_from(NUMBERS)),
        "Point": lambda: _point(draw, names),
        "Interval": lambda: list(draw(st.sampled_from(INTERVALS))),
        "Formula": lambda: draw(st.sampled_from(("f", "1 = 1", "x^2"))),
        "Count": lambda: draw(st.sampled_from(COUNTS)),
        "Flag": lambda: draw(st.booleans()),
        "Word": lambda: draw(st.sampled_from(parameter.words)),
        "Question": lambda: _question(draw),
        "Confusion": lambda: {"myth": draw(st.sampled_from(PROSE)), "fact": "A fact"},
    }
    return made.get(parameter.kind, lambda: draw(st.sampled_from(PROSE)))()


def _given(
    draw: st.DrawFn, parameters: tuple[Parameter, ...], names: tuple[str, ...], kept: dict[str, Any]
) -> dict[str, Any]:
    """Values for parameters; those of a starter are kept half the time, optional ones are left out half the time."""
    given = {}
    for one in parameters:
        if one.name in kept and draw(st.booleans()):
            given[one.name] = kept[one.name]
        elif one.required or draw(st.booleans()):
            many = draw(st.integers(0, 4)) if one.many else 0
            given[one.name] = [_one(draw, one, names) for _ in range(many)] if one.many else _one(draw, one, names)
    return given


@st.composite
def lessons(draw: st.DrawFn, names: tuple[str, ...] = ()) -> str:
    """A script with one section, of one of the scenes named (of all)."""
    scene = catalogue()[draw(st.sampled_from(names or tuple(sorted(catalogue()))))]
    base = starter(scene.name)
    section = base["sections"][0]
    own = draw(st.booleans())  # the starter's own function and values, or those that are made
    model, variables = draw(functions())
    if own:
        variables = _variables(base["model"]) or variables
    kept = section.get("with", {})
    given = dict(kept) if own else _given(draw, scene.parameters, variables, _plain(kept, scene))
    steps = [_step(draw, scene, variables, section.get("steps", []), own=own) for _ in range(draw(st.integers(1, 4)))]
    whole = {
        "id": "drawn", "title": "A title", "language": draw(st.sampled_from(("en", "de"))),
        "course": {"track": "T", "unit": "U", "number": 1, "level": "Easy", "minutes": 1},
        "model": {**base["model"], **{key: value for key, value in model.items() if key not in base["model"]}},
        "sections": [{"id": "one", "title": "One", "scene": scene.name, "with": given, "steps": steps}],
    }  # fmt: skip
    return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=1000)


def _variables(model: dict[str, Any]) -> tuple[str, ...]:
    head = next((key for key in model if "(" in key and not key.startswith("\\")), "")
    return tuple(one.strip() for one in head.partition("(")[2].rstrip(")").split(",") if one.strip())


def _plain(kept: dict[str, Any], scene: SceneSignature) -> dict[str, Any]:
    """What of a starter's values speaks of no function of its own."""
    free = {"Prose", "Count", "Flag", "Word", "Question", "Confusion", "Interval"}
    return {one.name: kept[one.name] for one in scene.parameters if one.name in kept and one.kind in free}


def _step(
    draw: st.DrawFn, scene: SceneSignature, names: tuple[str, ...], steps: list[dict[str, Any]], *, own: bool
) -> dict[str, Any]:
    """One action with values of its own, or one of the starter's steps as it is."""
    if own and steps and draw(st.booleans()):
        return {
            key: value for key, value in draw(st.sampled_from(steps)).items() if key in ("do", "with", "show", "say")
        }
    action: ActionSignature = draw(st.sampled_from(scene.actions))
    step: dict[str, Any] = {"do": action.name, "say": "Words."}
    if action.parameters:
        step["with"] = _given(draw, action.parameters, names, {})
    if action.shows or not draw(st.integers(0, 4)):
        step["show"] = draw(st.sampled_from(("1 = 1", r"\frac{1}{2} + \frac{1}{3} = \frac{5}{6}")))
    return step


def outcome(script: str, decide: Decide, aspect: str = "16:9") -> Outcome:
    """What `check` says of a script, and what becomes of its steps when they are drawn."""
    try:
        proven = prove_lesson(read_script(script, "drawn.yaml", catalogue()), decide)
    except Faulty as faulty:
        return Outcome(script, faults=faulty.faults)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told with the script that made it
        return Outcome(script, failed=f"check: {error!r}")
    view, source = viewed(proven, FRAMES[aspect])
    try:
        drawn = sum(1 for _ in draw_steps(view, source, range(len(view.steps))))
    except StepFailed as failed:
        return Outcome(script, failed=str(failed))
    return Outcome(script, drawn=drawn)
