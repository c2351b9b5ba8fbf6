"""The last frames of steps, and nothing else: how an author looks at a lesson before it is rendered.

Owns: `render_stills`, `stills_of_sections`, `Stills`, and `still_there`, one that was drawn before.

Laws:
- Stills are jobs of the same crew as clips, kept in the same store. What a film was drawn of is not drawn again.
- A step that fails costs itself and what follows from it in its section; the others are there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mathora.lesson import Fault, Faulty
from mathora.plan import SILENCE, StepFacts, WordTimes, alive, in_motion, plan, stands_still, too_full_steps
from mathora.plan.digest import digest_of
from mathora.render.clip import LostStep, RenderSettings, composition_remarks, picture_faults
from mathora.render.drawing import Errand, draw_stale
from mathora.render.keys import SectionToDraw, sections_to_draw
from mathora.render.latex_program import pages_of, programs_of
from mathora.render.progress import StepTimes
from mathora.render.store import ClipStore
from mathora.render.worker import Drawer, stills_of
from mathora.render.workplaces import ExecutorMaker, processes

if TYPE_CHECKING:
    from mathora.prove import Proven


@dataclass(frozen=True, slots=True)
class Stills:
    """Pictures by `section/step`, in the lesson's order, and steps that could not be drawn; what cannot be read, and
    what is not well composed though it can be read.
    """

    pictures: Mapping[str, Path]
    lost: tuple[LostStep, ...]
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]


def render_stills(  # noqa: PLR0913 - which, where and by whom
    proven: Proven,
    settings: RenderSettings,
    folder: Path,
    wanted: Callable[[str], bool] = lambda _: True,
    *,
    voice: Mapping[str, WordTimes] = SILENCE,
    drawer: Drawer = stills_of,
    executors: ExecutorMaker = processes,
) -> Stills:
    """The last frame of each step whose address is `wanted`, as `folder/section.step.png`. Raises `OSError`.

    `voice["section/step"]` is when a step is said, for what cannot be read in that time; else it is read at a pace.
    """
    sections = sections_to_draw(proven, settings, programs_of(settings.tex))
    return stills_of_sections(
        sections, proven, settings, folder, wanted, voice=voice, drawer=drawer, executors=executors
    )


def stills_of_sections(  # noqa: PLR0913 - as above
    sections: Sequence[SectionToDraw],
    proven: Proven,
    settings: RenderSettings,
    folder: Path,
    wanted: Callable[[str], bool],
    *,
    voice: Mapping[str, WordTimes] = SILENCE,
    drawer: Drawer = stills_of,
    executors: ExecutorMaker = processes,
) -> Stills:
    """As `render_stills`, of sections whose keys are known."""
    store = ClipStore(settings.cache)
    keys = {address: key for section in sections for address, key in section.keys.items() if wanted(address)}
    alone = {address: digest_of(["still", key]) for address, key in keys.items()}
    lost: tuple[LostStep, ...] = ()
    with store.in_use():
        found = {at: still_there(store, key) for at, key in keys.items()}
        if stale := {at: alone[at] for at, still in found.items() if not still}:
            pages = pages_of(settings.tex, proven)
            errand = Errand(sections, stale, settings, drawer, executors, pages, shares=1)
            lost = draw_stale(errand, store, StepTimes(settings.cache / "times.json"))
            found |= {at: still_there(store, keys[at]) for at in stale}
        facts: dict[str, StepFacts] = {}
        for address, still in found.items():
            if still:
                (folder / picture_name(address)).write_bytes(still[0].read_bytes())
                facts[address] = still[1]
    pictures = {address: folder / picture_name(address) for address in facts}
    faults = _faults(facts, proven, settings.frames.rate, voice)
    return Stills(pictures, lost, faults, composition_remarks(facts, proven.lesson))


def still_there(store: ClipStore, key: str) -> tuple[Path, StepFacts] | None:
    """The last frame of the step with this key, drawn for a clip or alone; None if it was not drawn yet."""
    return store.find_still(key) or store.find_still(digest_of(["still", key]))


def _faults(
    facts: Mapping[str, StepFacts], proven: Proven, rate: int, voice: Mapping[str, WordTimes]
) -> tuple[Fault, ...]:
    """What cannot be read on the pictures, and in the time for which they would stand in the film."""
    faults = picture_faults(facts, proven.lesson)
    if [*proven.lesson.steps] != [*facts]:
        return tuple(sorted([*faults, *too_full_steps(proven, facts, rate, voice)]))
    taken = {at: replace(one, ticks=in_motion(one.moves), loops=alive(rate)) for at, one in facts.items()}
    try:
        timeline = plan(proven, taken, rate, voice)
    except Faulty as faulty:
        return tuple(sorted([*faults, *faulty.faults]))
    return tuple(sorted([*faults, *stands_still(proven.lesson, timeline, taken)]))


def picture_name(address: str) -> str:
    """The name of a step's picture: `section.step.png`."""
    return f"{address.replace('/', '.')}.png"
