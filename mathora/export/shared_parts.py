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
from mathora.export.film.video import write_film
from mathora.export.order import Order
from mathora.export.slides.pictures import stills
from mathora.voice.loudness import levelled
from mathora.voice.speech import Samples


@dataclass(frozen=True)
class SharedParts:
    """The shared things of one order; `folder` is where a film is put that no product keeps."""

    order: Order
    folder: Path

    @cached_property
    def story(self) -> Story:
        """The lesson in all its tongues."""
        order = self.order
        story = story_of(order.proven, order.timeline, order.clips, order.frames, order.catalogue)
        return replace(story, voice=order.spoken.credit)

    @cached_property
    def film(self) -> Path:
        """The whole film as a file in the bench's folder."""
        path = self.folder / f"{self.order.id}.mp4"
        story = self.story
        tags = {"title": spoken(story.title), "album": spoken(story.unit), "genre": spoken(story.track)}
        write_film(
            path,
            self.order.timeline,
            self.order.clips,
            {**tags, **self._credit},
            story.words.film_code,
            sound=self.sound,
            handovers=self.order.handovers,
        )
        return path

    @cached_property
    def sound(self) -> Mapping[str, Samples]:
        """Each step's speech as loud as it should be; none if nobody speaks."""
        return levelled(self.order.spoken.speeches)

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
        """Each section's clip, its steps with their holds, as a file in the bench's folder; by section id."""
        order, language = self.order, self.story.words.film_code
        made = {}
        for chapter in self.story.chapters:
            made[chapter.id] = self.folder / f"{chapter.id}.section.mp4"
            tags = {"title": spoken(chapter.title), "album": spoken(self.story.title)}
            part, tags = excerpt(order.timeline, chapter.id), {**tags, **self._credit}
            write_film(made[chapter.id], part, order.clips, tags, language, sound=self.sound)
        return made

    @cached_property
    def clips(self) -> Mapping[str, Path]:
        """Each step's clip by moment id: as it was drawn, or, if it is spoken, with its hold and its sound as a file in
        the bench's folder.
        """
        if not self.sound:
            return {moment.id: moment.clip for moment in self.story.moments}
        order, language = self.order, self.story.words.film_code
        made = {}
        for moment in self.story.moments:
            made[moment.id] = self.folder / f"{moment.id.replace('/', '.')}.step.mp4"
            part = step_excerpt(order.timeline, moment.id)
            write_film(made[moment.id], part, order.clips, self._credit, language, sound=self.sound)
        return made

    @cached_property
    def stills(self) -> Mapping[str, bytes]:
        """The last frame of every step as JPEG, by moment id."""
        return stills(self.story)

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
