"""What a preview shows, as a value: the lesson's steps with their pictures, and what is wrong with the file.

Owns: `ShownLesson`, `ShownStep`, `ShownFault`; `of_lesson`, `of_faults`, `shown_faults`, `changed_step`, and
`step_around`. Pure.

Laws:
- Faults take no step and no picture away; what is shown then is said to be of an earlier version.
- A step keeps its picture until a newer one is there, and says meanwhile that it is an earlier one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from difflib import SequenceMatcher
from typing import Any

from mathora.lesson import Fault, Lesson, Section, Step


@dataclass(frozen=True, slots=True)
class ShownStep:
    """A step: where it stands, what is said, and the key of its picture ("" if there is none yet).

    `late` says that the picture is of an earlier version; `trouble` why it could not be drawn.
    """

    address: str
    section: str
    action: str
    line: int
    say: str
    picture: str = ""
    late: bool = True
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class ShownFault:
    """A fault as an author reads it, with the file and the line that it quotes; so many signs are underlined."""

    file: str
    line: int
    column: int
    length: int
    rule: str
    message: str
    hint: str
    quoted: str


@dataclass(frozen=True, slots=True)
class ShownLesson:
    """All that the page shows. `focus` is the address of the step in large, `busy` what is being done, in words;
    `product` the lesson page's path among the products, "" if it has none yet. `remarks` are what is not well composed
    on the pictures that are there, though all of it can be read.
    """

    title: str
    file: str
    steps: tuple[ShownStep, ...] = ()
    faults: tuple[ShownFault, ...] = ()
    focus: str = ""
    busy: str = ""
    product: str = ""
    remarks: tuple[ShownFault, ...] = ()

    def json(self) -> dict[str, Any]:
        """As JSON's kinds."""
        return asdict(self)

    def with_step(self, address: str, **changes: Any) -> ShownLesson:  # noqa: ANN401 - a step's own fields
        """With another picture, or trouble, of a step; as it was if there is no such step any more."""
        steps = tuple(replace(step, **changes) if step.address == address else step for step in self.steps)
        return replace(self, steps=steps)


def of_lesson(
    lesson: Lesson, keys: Mapping[str, str], drawn: Mapping[str, str], before: ShownLesson, focus: str
) -> ShownLesson:
    """A lesson that holds: `keys` are its steps' by address, `drawn` those whose pictures are there.

    A step without a picture of its own goes on with the one that it had `before`.
    """
    old = {step.address: step for step in before.steps}
    steps = []
    for section in lesson.sections:
        for step in section.steps:
            address = f"{section.id}/{step.id}"
            picture = drawn.get(address) or (old[address].picture if address in old else "")
            late = picture != keys[address]
            steps.append(_shown(section, step, address, picture, late=late))
    addresses = [step.address for step in steps]
    kept = next((one for one in (focus, before.focus) if one in addresses), addresses[0])
    return ShownLesson(lesson.title.text.value, lesson.file, tuple(steps), (), kept)


def _shown(section: Section, step: Step, address: str, picture: str, *, late: bool) -> ShownStep:
    return ShownStep(
        address=address,
        section=section.title.text.value,
        action=step.action.value,
        line=step.action.place.line,
        say=step.say.text.value,
        picture=picture,
        late=late,
    )


def of_faults(faults: Sequence[Fault], lines: Mapping[str, Sequence[str]], before: ShownLesson) -> ShownLesson:
    """A lesson that does not hold: its faults, each with its line of `lines`, by file; the steps are those of the
    version before.
    """
    steps = tuple(replace(step, late=True) for step in before.steps)
    return replace(before, faults=shown_faults(faults, lines), busy="", steps=steps, remarks=())


def shown_faults(faults: Sequence[Fault], lines: Mapping[str, Sequence[str]]) -> tuple[ShownFault, ...]:
    """Faults in their order, each with its line of `lines`, by file."""
    return tuple(_fault(fault, lines.get(fault.place.file, ())) for fault in sorted(faults))


def _fault(fault: Fault, lines: Sequence[str]) -> ShownFault:
    place = fault.place
    quoted = lines[place.line - 1] if place.line <= len(lines) else ""
    length = max(1, min(fault.length, len(quoted) - place.column + 1))
    return ShownFault(place.file, place.line, place.column, length, fault.rule, fault.message, fault.hint, quoted)


def changed_step(before: str, after: str, lesson: Lesson) -> str:
    """The address of the step in which the text was changed; of the last change if there are several, "" for none, and
    for a text that is seen for the first time.
    """
    one, other = before.splitlines(), after.splitlines()
    changes = [code for code in SequenceMatcher(None, one, other, autojunk=False).get_opcodes() if code[0] != "equal"]
    if not changes or not before:
        return ""
    return step_around(max(changes[-1][4], 1), lesson)


def step_around(line: int, lesson: Lesson) -> str:
    """The address of the step that a line belongs to; "" above the first one."""
    begun = [(step.action.place.line, address) for address, step in lesson.steps.items()]
    return max((one for one in begun if one[0] <= line), default=(0, ""))[1]
