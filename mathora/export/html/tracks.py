"""WebVTT tracks that stand in the page and beside it: captions, chapters, descriptions.

The format is WebVTT (W3C Candidate Recommendation, 2019). Times are the film's; those of a section's clip count from
`zero`, the film's time at which that clip starts.

Law: no word of a lesson is markup: a cue's text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable

from mathora.export.content.story import ChapterStory, Story, spoken


def caption_track(told: Story | ChapterStory, zero: float = 0.0) -> str:
    """What is said in a lesson or in one section, with formulas in words."""
    return _track(
        (caption.start - zero, caption.end - zero, "\n".join(caption.lines))
        for moment in told.moments
        for caption in moment.captions
    )


def description_track(told: Story | ChapterStory, zero: float = 0.0) -> str:
    """One cue per step of a lesson or of one section: what the picture shows, in its scene's own words."""
    return _track((one.start - zero, one.end - zero, one.picture) for one in told.moments if one.picture)


def chapter_track(story: Story) -> str:
    """One cue per section: its title."""
    return _track((chapter.start, chapter.end, spoken(chapter.title)) for chapter in story.chapters)


def _track(cues: Iterable[tuple[float, float, str]]) -> str:
    blocks = (f"{_stamp(start)} --> {_stamp(end)}\n{_cue_text(words)}\n" for start, end, words in cues)
    return "WEBVTT\n\n" + "\n".join(blocks)


def _stamp(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{thousandths:03d}"


def _cue_text(words: str) -> str:
    """Text that no cue syntax can leave: no markup, no arrow, no empty line."""
    lines = (line.strip() for line in words.splitlines())
    safe = "\n".join(line for line in lines if line)
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
