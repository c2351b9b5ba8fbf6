"""What the products of one lesson are made from, each thing made once and only if a product asks for it.

Owns: `SharedParts`, the things that products share: the story, the film, its sections, the pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import Executor, Future
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from mathora.export.content.story import Story, spoken
from mathora.export.content.story_writer import story_of
from mathora.export.film.excerpt import excerpt, step_excerpt
from mathora.export.film.sound import encoded, write_with_music
from mathora.export.film.video import write_film
from mathora.export.order import Order
from mathora.export.slides.pictures import stills
from mathora.plan import Timeline
from mathora.render.clip import Clip
from mathora.render.parts import PartStore
from mathora.render.workplaces import do_each


@dataclass(frozen=True)
class SharedParts:
    """The shared things of one order; `parts` keeps what can serve the next, `folder` what no other order needs: the
    film, which changes with every sentence. What takes long is made `beside` the rest.
    """

    order: Order
    parts: PartStore
    folder: Path
    beside: Executor

    @cached_property
    def story(self) -> Story:
        """The lesson as all products are written from it."""
        order = self.order
        story = story_of(order.proven, order.timeline, order.clips, order.frames, order.catalogue, self.parts)
        return replace(story, voice=order.spoken.credit)

    @cached_property
    def film(self) -> Future[Path]:
        """The whole film: another process joins it, while other products are made."""
        return self.beside.submit(self._joined)

    @property
    def film_name(self) -> str:
        """Where the film lies."""
        return f"{self.order.id}.mp4"

    def _joined(self) -> Path:
        order, story = self.order, self.story
        tags = {"title": spoken(story.title), "album": spoken(story.unit), "genre": spoken(story.track)}
        tags, sound = {**self._credit, **tags}, self.sound
        if order.music:
            whole = self.folder / "music.m4a"
            write_with_music(whole, order.timeline, order.spoken.speeches, order.music)
            sound = {order.timeline.slots[0].address: whole}
            tags["comment"] = "; ".join(filter(None, (tags.get("comment"), story.music)))
        path = self.folder / self.film_name
        write = partial(
            write_film, path, timeline=order.timeline, clips=order.clips, tags=tags, language=story.words.film_code,
            sound=sound, handovers=self.handovers,
        )  # fmt: skip
        do_each([write], 1, order.executors)
        return path

    @cached_property
    def handovers(self) -> Mapping[str, Clip]:
        """How sections give way to each other in the film."""
        return self.order.handovers()

    @cached_property
    def sound(self) -> Mapping[str, Path]:
        """Each step's speech as loud as it should be, encoded; none if nobody speaks."""
        return {address: encoded(speech, self.parts) for address, speech in self.order.spoken.speeches.items()}

    @property
    def _credit(self) -> Mapping[str, str]:
        """Who made it, under which licence, and who speaks, as far as that is said."""
        credit, story = self.order.spoken.credit, self.story
        tags = {"artist": story.author, "copyright": story.licence, "description": " ".join(story.addresses)}
        if credit:
            tags["comment"] = story.words.track.voice.format(credit=credit)
        return {name: value for name, value in tags.items() if value}

    @cached_property
    def sections(self) -> Mapping[str, Path]:
        """Each section's clip, its steps with their holds; by section id."""
        return {
            chapter.id: self._clip(
                excerpt(self.order.timeline, chapter.id),
                {"title": spoken(chapter.title), "album": spoken(self.story.title)},
            )
            for chapter in self.story.chapters
        }

    @cached_property
    def clips(self) -> Mapping[str, Path]:
        """Each step's clip by moment id: as it was drawn, or, if it is spoken, with its hold and its sound."""
        if not self.sound:
            return {moment.id: moment.clip for moment in self.story.moments}
        return {
            moment.id: self._clip(step_excerpt(self.order.timeline, moment.id), {}) for moment in self.story.moments
        }

    def _clip(self, timeline: Timeline, tags: Mapping[str, str]) -> Path:
        """The film of a part of the lesson; found again if nothing of that part has changed."""
        clips, language = self.order.clips, self.story.words.film_code
        tags = {**self._credit, **tags}
        sound = {slot.address: self.sound[slot.address] for slot in timeline.slots if slot.address in self.sound}
        sound = sound or dict([*self.sound.items()][:1])  # of a part in which nobody speaks: for its silence
        shown = {address for slot in timeline.slots for address in (slot.address, slot.before) if address}
        drawn = [(clips[address].digest, clips[address].loop_digests) for address in sorted(shown)]
        heard = [path.name for path in sound.values()]
        return self.parts.part(
            ".mp4",
            (timeline, drawn, heard, tags, language),
            lambda path: write_film(path, timeline, clips, tags, language, sound=sound),
        )

    @cached_property
    def stills(self) -> Mapping[str, bytes]:
        """The last frame of every step as JPEG, by moment id."""
        return stills(self.story, self.parts)

    @property
    def still_names(self) -> Mapping[str, str]:
        """Where the stills lie, by moment id."""
        return {moment.id: f"stills/{moment.id.replace('/', '.')}.jpg" for moment in self.story.moments}

    @cached_property
    def clip_names(self) -> Mapping[str, str]:
        """Where the clips lie, by moment id."""
        return {moment.id: f"clips/{moment.id.replace('/', '.')}.mp4" for moment in self.story.moments}

    @cached_property
    def section_names(self) -> Mapping[str, str]:
        """Where the sections' clips lie, by section id."""
        return {chapter.id: f"sections/{chapter.id}.mp4" for chapter in self.story.chapters}
