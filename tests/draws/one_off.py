"""`python -m tests.draws.one_off [SCENE…]`: what `mathora new` writes for each scene, with one thing put otherwise.

Each value of each starter section is replaced by odd ones of its kind, each parameter that is left out is given, each
step is left out, told twice and swapped with the next: one at a time, as an author errs. Each such lesson is checked,
and drawn if `check` accepts it. Tells what fails, and what `check` could not look at; ends with 1 if there is any.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml

from mathora.lesson import Parameter
from mathora.prove.worker import Prover
from tests.draws.scripts import FRAMES, outcome, starter
from tests.scenes.theatre import catalogue

MORE = {
    r"\Xi(r_1, r_2, r_3)": r"\left|r_1\right| + r_2 + r_3",
    r"\Upsilon(r_1)": r"r_1^2 - 1",
    r"\Lambda(r_1, r_2)": "r_1 r_2",
    "r_8": "3",
    "r_9": None,
}
"""What every model has besides: functions of one, two and three other variables, a number, a name without a value."""

LONG = "Words that are many more than anybody would ever write in such a place, and that go on and on until they end"
ODD: dict[str, list[Any]] = {
    "Function": [r"\Xi", r"\Upsilon", r"\Lambda", "r_8"],
    "Variable": ["r_9", "r_1", "r_8"],
    "Number": ["0", "-1", "1000000000", "0.000000001", r"-\frac{7}{3}", "50", "r_9"],
    "Interval": [["0", "0"], ["2", "1"], ["-1000000000", "1000000000"], ["0", "0.000000001"], ["5", "6"], ["-3", "-2"]],
    "Count": [0, 1, 2, 7, 64, 100000],
    "Flag": [True, False],
    "Prose": ["", LONG, "Ωμέγα $x^{$", "שלום"],
    "Formula": ["0", "r_9", "1 = 1", r"\Xi"],
}
GIVEN = 4  # of these, so many stand where nothing was given

Section = dict[str, Any]


@dataclass(frozen=True)
class OneOff:
    """A section of a scene's starter with one thing put otherwise, and what that is, in words."""

    scene: str
    section: Section
    what: str

    @property
    def script(self) -> str:
        """The lesson."""
        base = starter(self.scene)
        course = {"track": "T", "unit": "U", "number": 1, "level": "Easy", "minutes": 1}
        whole = {"id": "odd", "title": "A title", "course": course, "model": {**base["model"], **MORE}}
        whole |= {"colors": base.get("colors", {}), "sections": [self.section]}
        return yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=1000)


def others(parameter: Parameter, value: Any) -> list[Any]:
    """Odd values of a parameter's kind, other than the one that is given."""
    odd = ODD.get(parameter.kind, [])
    if parameter.kind == "Word":
        odd = [*parameter.words]
    elif parameter.kind == "Point" and isinstance(value, dict):
        first = next(iter(value))
        odd = [{**value, key: at} for key in value for at in ("0", "-5", "1000000000", "0.000000001")]
        odd += [{key: at for key, at in value.items() if key != first}, {**value, "r_9": "1"}]
    if parameter.many and isinstance(value, list):
        odd = [[], value[:1], value * 2, value[::-1], *([one, *value[1:]] for one in odd)]
    elif not odd and isinstance(value, list):
        odd = [[], value[:1], value * 2, ["0", "0"], ["1000000000", "1"], ["1", "2", "3"], [["0", "0"], ["0", "0"]]]
    return [one for one in odd if one != value]


def _values(at: Section, parameters: tuple[Parameter, ...]) -> Iterator[tuple[dict[str, Any], str]]:
    """What may stand in a section's or a step's `with` in place of what does, and what is new in it."""
    given = at.get("with") or {}
    for one in parameters:
        if one.name in given:
            yield from (({**given, one.name: odd}, f"{one.name}: {odd}") for odd in others(one, given[one.name]))
            yield {key: value for key, value in given.items() if key != one.name}, f"without {one.name}"
        else:
            odds = ([odd] if one.many else odd for odd in ODD.get(one.kind, [])[:GIVEN])
            yield from (({**given, one.name: odd}, f"with {one.name}: {odd}") for odd in odds)


def one_offs(name: str) -> Iterator[OneOff]:
    """All of a scene."""
    scene = catalogue()[name]
    actions = {one.name: one.parameters for one in scene.actions}
    for section in starter(name)["sections"]:
        steps = section.get("steps", [])
        for given, what in _values(section, scene.parameters):
            yield OneOff(name, {**section, "with": given}, what)
        for at, step in enumerate(steps):
            for given, what in _values(step, actions.get(step["do"], ())):
                yield OneOff(
                    name, {**section, "steps": [*steps[:at], {**step, "with": given}]}, f"{step['do']}: {what}"
                )
        for orders, what in ((_left_out, "left out"), (_twice, "twice"), (_swapped, "swapped")):
            for at, order in enumerate(orders(steps)):
                yield OneOff(name, {**section, "steps": order}, f"step {at + 1} {what}")


def _left_out(steps: list[Section]) -> Iterator[list[Section]]:
    yield from ([*steps[:at], *steps[at + 1 :]] for at in range(len(steps)) if len(steps) > 1)


def _twice(steps: list[Section]) -> Iterator[list[Section]]:
    again = ({key: value for key, value in deepcopy(step).items() if key != "id"} for step in steps)
    yield from ([*steps[: at + 1], step] for at, step in enumerate(again))


def _swapped(steps: list[Section]) -> Iterator[list[Section]]:
    yield from ([*steps[:at], steps[at + 1], steps[at], *steps[at + 2 :]] for at in range(len(steps) - 1))


def main() -> int:
    """Makes, checks and draws; tells what it found."""
    seen: Counter[str] = Counter()
    with Prover() as prover:
        for name in sys.argv[1:] or sorted(catalogue()):
            for one in one_offs(name):
                found = outcome(one.script, prover.decide, aspect=list(FRAMES)[sum(seen.values()) % len(FRAMES)])
                blind = next((fault.message for fault in found.faults if "a fault of ours" in fault.message), "")
                seen["failed" if found.failed or blind else "refused" if found.faults else "drawn"] += 1
                if found.failed or blind:
                    sys.stdout.write(f"{name}, {one.section['id']}, {one.what}: {found.failed or blind}\n")
                    sys.stdout.flush()
    sys.stdout.write(f"{dict(seen)}\n")
    return 1 if seen["failed"] else 0


if __name__ == "__main__":
    sys.exit(main())
