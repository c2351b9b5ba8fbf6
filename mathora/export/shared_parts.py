"""What the products of one lesson are made from, each thing made once and only if a product asks for it.

Owns: `SharedParts`, the things that products share: the story, the film, its sections, the pictures.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from mathora.export.content.story import Story, spoken
from mathora.export.content.telling import story_of
from mathora.export.film.excerpt import excerpt, step_excerpt
from mathora.export.film.sound import encoded, with_music
from mathora.export.film.video import CUT, write_film
from mathora.export.order import Order
from mathora.export.slides.pictures import stills
from mathora.plan import Timeline
from mathora.render.clip import Clip
from mathora.render.parts import PartStore


@dataclass(frozen=True)
class SharedParts:
    """The shared things of one order; `parts` keeps what can serve the next."""

    order: Order
    parts: PartStore

    @cached_property
    def story(self) -> Story:
        """The lesson in all its tongues."""
        order = self.order
        story = story_of(order.proven, order.timeline, order.clips, order.frames, order.catalogue)
        return replace(story, voice=order.spoken.credit)

    @cached_property
    def film(self) -> Path:
        """The whole film."""
        order, story = self.order, self.story
        tags = {"title": spoken(story.title), "album": spoken(story.unit), "genre": spoken(story.track)}
        sound = self.sound
        if order.music:
            first = order.timeline.slots[0].address
            sound = {first: with_music(order.timeline, order.spoken.speeches, order.music, self.parts)}
            tags["comment"] = "; ".join(filter(None, (self._credit.get("comment"), story.music)))
        return self._film(order.timeline, tags, sound, order.handovers)

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
            chapter.id: self._film(
                excerpt(self.order.timeline, chapter.id),
                {"title": spoken(chapter.title), "album": spoken(self.story.title)},
                self.sound,
            )
            for chapter in self.story.chapters
        }

    @cached_property
    def clips(self) -> Mapping[str, Path]:
        """Each step's clip by moment id: as it was drawn, or, if it is spoken, with its hold and its sound."""
        if not self.sound:
            return {moment.id: moment.clip for moment in self.story.moments}
        return {
            moment.id: self._film(step_excerpt(self.order.timeline, moment.id), {}, self.sound)
            for moment in self.story.moments
        }

    def _film(
        self,
        timeline: Timeline,
        tags: Mapping[str, str],
        sound: Mapping[str, Path],
        handovers: Mapping[str, Clip] = CUT,
    ) -> Path:
        """A film of a part of the lesson; found again if nothing of that part has changed."""
        language = self.story.words.film_code
        tags = {**self._credit, **tags}
        shown = {address for slot in timeline.slots for address in (slot.address, slot.before) if address}
        drawn = [self.order.clips[address] for address in sorted(shown)]
        led = sorted((address, clip.digest) for address, clip in handovers.items())
        heard = [path.name for slot in timeline.slots if (path := sound.get(slot.address))]
        made_from = (timeline, [(clip.digest, clip.loop_digests) for clip in drawn], led, heard, tags, language)
        return self.parts.part(
            ".mp4",
            made_from,
            lambda path: write_film(path, timeline, self.order.clips, tags, language, sound=sound, handovers=handovers),
        )

    @cached_property
    def stills(self) -> Mapping[str, bytes]:
        """The last frame of every step as JPEG, by moment id."""
        return stills(self.story, self.parts)

    @property
    def film_name(self) -> str:
        """Where the film lies: it is kept under another name, by what it is made from."""
        return f"{self.order.id}.mp4"

    @cached_property
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
