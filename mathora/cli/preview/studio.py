"""What happens behind a preview: after each save the lesson is checked, and its stale pictures are drawn.

Laws:
- One thread checks and draws; a save during a drawing waits for the few pictures under way, and for no more.
- What is looked at is drawn first: the step in large, then its section, then the others.
- Nothing here knows of browsers: what is to be shown is handed to `publish`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from mathora.cli.course import read_text
from mathora.cli.lessons import Ready, StandingCheck
from mathora.cli.options import Look, cache_of, looks, settings_for
from mathora.cli.preview.session import ShownLesson, changed_step, of_faults, of_lesson, shown_faults, step_around
from mathora.lesson import Fault, Faulty
from mathora.plan import StepFacts, plan
from mathora.plan.digest import digest_of
from mathora.prove import Proven
from mathora.render import ClipStore, RenderSettings, StepsLost, render_lesson
from mathora.render.clip import composition_remarks
from mathora.render.keys import SectionToDraw, sections_to_draw
from mathora.render.parts import PartStore
from mathora.render.stills import still_there, stills_of_sections
from mathora.render.workplaces import WarmWorkers
from mathora.voice.speaking import begin_as_asked
from mathora.voice.store import SpeechStore

T = TypeVar("T")

BATCH = 4  # pictures that are drawn before a save is looked for again


class Studio:
    """Follows one script. `publish` is called, in the studio's thread, with all that is to be shown, as often as it
    changes; `folder` is a scratch folder for pictures and films, `options` are the command's.
    """

    def __init__(
        self, script: Path, folder: Path, options: Mapping[str, Any], publish: Callable[[ShownLesson], None]
    ) -> None:
        self.script, self.folder = script, folder
        self._options, self._publish = options, publish
        self._shown = ShownLesson(script.stem, str(script), busy="checking")
        self._pictures: dict[str, Path] = {}
        self._films: SimpleQueue[tuple[str, Future[Path]]] = SimpleQueue()
        self._cursor: SimpleQueue[int] = SimpleQueue()
        self._wake, self._saved, self._ended = threading.Event(), threading.Event(), threading.Event()
        self._workers = WarmWorkers(os.cpu_count() or 1)
        self._standing = StandingCheck(self._cache)
        self._text = ""
        self._proven: Proven | None = None
        self._settings: RenderSettings | None = None
        self._keys: Mapping[str, str] = {}
        self._facts: dict[str, StepFacts] = {}  # of the pictures that are there and not late
        self._sections: Sequence[SectionToDraw] = ()
        self._thread = threading.Thread(target=self._run, name="studio")

    # ── what others call, from any thread ─────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Checks and draws for the first time."""
        self._thread.start()
        self.saved()

    def saved(self) -> None:
        """A file of the course was saved."""
        self._saved.set()
        self._wake.set()

    def looked_at(self, line: int) -> None:
        """An editor's cursor is in this line of the script."""
        self._cursor.put(line)
        self._wake.set()

    def film(self, address: str) -> Future[Path]:
        """The film of a step as it stands now, with its sound; `KeyError` for an address that is not there."""
        wanted: Future[Path] = Future()
        self._films.put((address, wanted))
        self._wake.set()
        return wanted

    def picture(self, key: str) -> Path | None:
        """The file of a picture by its key."""
        return self._pictures.get(key)

    @property
    def shown(self) -> ShownLesson:
        """What is shown now."""
        return self._shown

    def close(self) -> None:
        """Ends the thread and the workers, when what is under way is done."""
        self._ended.set()
        self._wake.set()
        self._thread.join()
        self._workers.close()
        self._standing.close()

    # ── the studio's own thread ───────────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        while not self._ended.is_set():
            self._wake.wait()
            self._wake.clear()
            try:
                self._work()
            except Exception as error:  # noqa: BLE001 - the preview lives on, and says what happened
                self._show(replace(self._shown, busy=f"this went wrong: {type(error).__name__}: {error}"))

    def _work(self) -> None:
        """All that waits: a save first, then films, then pictures, a few at a time."""
        pictures: Iterator[Sequence[str]] = iter(())
        while not self._ended.is_set():
            if self._saved.is_set():
                self._saved.clear()
                self._check()
                pictures = self._batches()
            elif self._follow_cursor():
                pictures = self._batches()
            elif not self._make_film():
                batch = next(pictures, None)
                if batch is None:
                    return self._show(replace(self._shown, busy=""))
                self._draw(batch)
        return None

    def _show(self, shown: ShownLesson) -> None:
        if shown != self._shown:
            self._shown = shown
            self._publish(shown)

    def _check(self) -> None:
        """Reads and proves the script; what does not hold is shown, and the pictures stay."""
        text, before = "", self._text
        try:
            text = read_text(self.script)
            proven, faults = self._standing.check(text, self.script)
            if faults:
                raise Faulty(faults)  # noqa: TRY301 - told like the others
        except Faulty as faulty:
            lines = {str(self.script): text.splitlines(), **_lines_elsewhere(faulty.faults, self.script)}
            return self._show(of_faults(faulty.faults, lines, self._shown))
        if theme := self._options.get("theme"):
            proven = replace(proven, lesson=replace(proven.lesson, theme=theme))
        look = next(looks(proven, self._options))
        self._text, self._proven = text, look.proven
        ready = Ready(self.script, look.proven, self._standing.catalogue(self.script))
        self._settings = settings_for(ready, self._options, look.aspect)
        self._find(look, changed_step(before, text, look.proven.lesson))
        return None

    def _follow_cursor(self) -> bool:
        """Shows the step under the cursor in large, if the cursor went to another one."""
        line = 0
        with suppress(Empty):
            while True:
                line = self._cursor.get_nowait()
        address = step_around(line, self._proven.lesson) if line and self._proven else ""
        if address in ("", self._shown.focus):
            return False
        self._show(replace(self._shown, focus=address))
        return True

    def _find(self, look: Look, focus: str) -> None:
        """Shows the lesson with the pictures that are there already."""
        store = ClipStore(self._cache)
        self._sections = sections_to_draw(self._certain[0], self._certain[1], {})
        self._keys = {address: key for section in self._sections for address, key in section.keys.items()}
        drawn, self._facts = {}, {}
        for address, key in self._keys.items():
            if found := still_there(store, key):
                drawn[address] = key
                self._pictures[key], self._facts[address] = found
        page = Path(look.name, "index.html")
        product = page.as_posix() if (self._options["out"] / page).is_file() else ""
        now = of_lesson(look.proven.lesson, self._keys, drawn, self._shown, focus)
        self._show(self._with_remarks(replace(now, product=product)))
        shown = {step.picture for step in self._shown.steps}
        self._pictures = {key: path for key, path in self._pictures.items() if key in shown}

    def _batches(self) -> Iterator[Sequence[str]]:
        """The steps whose pictures are late: the one in large, then those of its section, then the others."""
        focus = self._shown.focus
        late = [step.address for step in self._shown.steps if step.late and not self._shown.faults]
        here = focus.partition("/")[0]
        yield from ([one] for one in late if one == focus)
        sections = dict.fromkeys([here, *(one.partition("/")[0] for one in late)])
        for section in sections:
            waiting = [one for one in late if one != focus and one.partition("/")[0] == section]
            yield from (waiting[at : at + BATCH] for at in range(0, len(waiting), BATCH))

    def _draw(self, batch: Sequence[str]) -> None:
        self._show(replace(self._shown, busy=f"drawing {batch[0]}"))
        proven, settings = self._certain
        stills = stills_of_sections(
            self._sections, proven, settings, self.folder, batch.__contains__, executors=self._workers
        )
        shown = self._shown
        for address, path in stills.pictures.items():
            key = self._keys[address]
            self._pictures[key] = kept = path.with_name(f"{key}.png")
            path.replace(kept)
            shown = shown.with_step(address, picture=key, late=False, trouble="")
            if found := still_there(ClipStore(self._cache), key):
                self._facts[address] = found[1]
        for lost in stills.lost:
            shown = shown.with_step(lost.address, trouble=lost.reason)
        self._show(self._with_remarks(shown))

    def _with_remarks(self, shown: ShownLesson) -> ShownLesson:
        """With what is not well composed on the pictures that are there."""
        remarks = composition_remarks(self._facts, self._certain[0].lesson)
        return replace(shown, remarks=shown_faults(remarks, {str(self.script): self._text.splitlines()}))

    def _make_film(self) -> bool:
        """Makes a film if one waits."""
        try:
            address, wanted = self._films.get_nowait()
        except Empty:
            return False
        try:
            wanted.set_result(self._film(address))
        except (KeyError, StepsLost, OSError) as error:
            wanted.set_exception(error)
        return True

    def _film(self, address: str) -> Path:
        """A step's film: drawn if it is not yet, spoken, and timed as in the lesson's.

        Its name is made of its picture, its captions with their times, and its speech: none of an earlier version is
        given.
        """
        from mathora.export.exporting import program_digest
        from mathora.export.film.sound import encoded  # only who asks for a film waits for it
        from mathora.export.film.video import write_film

        key = self._keys[address]
        proven, settings = self._certain
        self._show(replace(self._shown, busy=f"filming {address}"))
        with ClipStore(self._cache).in_use():  # what it is made of is not collected meanwhile
            rendered = render_lesson(proven, settings, wanted=address.__eq__, executors=self._workers)
            alone = _only(proven, address)
            speaking, _ = begin_as_asked(alone, self.script, self._options["voice"], SpeechStore(self._cache))
            spoken = speaking()
            timeline = plan(alone, rendered.facts, settings.frames.rate, spoken.times)
            path = self.folder / f"{digest_of([key, repr(timeline), spoken.keys])}.mp4"
            if not path.exists():
                parts = PartStore(self._cache, program_digest())
                sound = {address: encoded(speech, parts) for address, speech in spoken.speeches.items()}
                write_film(path.with_suffix(".part"), timeline, rendered.clips, {}, sound=sound)
                path.with_suffix(".part").replace(path)
        return path

    @property
    def _cache(self) -> Path:
        return cache_of(self._options["out"])

    @property
    def _certain(self) -> tuple[Proven, RenderSettings]:
        """The last version that holds. Raises `KeyError` if there was none."""
        if self._proven is None or self._settings is None:
            raise KeyError(str(self.script))
        return self._proven, self._settings


def _lines_elsewhere(faults: Sequence[Fault], script: Path) -> dict[str, list[str]]:
    """The lines of the other files that faults are in, as far as they can be read."""
    found: dict[str, list[str]] = {}
    for file in {one.place.file for one in faults} - {str(script)}:
        with suppress(Faulty):
            found[file] = read_text(Path(file)).splitlines()
    return found


def _only(proven: Proven, address: str) -> Proven:
    """A lesson of this step alone."""
    section_id, _, step_id = address.partition("/")
    section = next(one for one in proven.lesson.sections if one.id == section_id)
    alone = replace(section, steps=tuple(step for step in section.steps if step.id == step_id))
    return replace(proven, lesson=replace(proven.lesson, sections=(alone,)))
