"""What the page's script has to know of a computation: which step needs what, and its functions as code.

Owns: `computations_data`, `computation_code`.
"""

from __future__ import annotations

from mathora.export.content.story import ChapterStory, ComputationPlay, FittedData, Story


def computations_data(story: Story) -> list[dict[str, object]]:
    """One entry for each section with a computation. No markup or code."""
    return [_data(chapter, chapter.play) for chapter in story.chapters if isinstance(chapter.play, ComputationPlay)]


def _data(chapter: ChapterStory, play: ComputationPlay) -> dict[str, object]:
    return {
        "place": f"{chapter.id}-play",
        "start": play.start,
        "spans": play.spans,
        "spoken": [one.name.spelling.spoken for one in (*play.inputs, *play.steps)],
        "steps": [
            {
                "needs": step.needs,
                "value": f"{chapter.id} step {place}",
                "partials": [f"{chapter.id} step {place} by {index}" for index in range(len(step.needs))],
            }
            for place, step in enumerate(play.steps)
        ],
        "fitted": play.fitted and _fitted(chapter, play.fitted),
    }


def _fitted(chapter: ChapterStory, fitted: FittedData) -> dict[str, object]:
    return {
        "points": fitted.points,
        "curve": f"{chapter.id} curve",
        "across": fitted.across,
        "up": fitted.up,
        "names": [{"base": letter, "index": "", "colour": colour} for letter, colour in fitted.names],
    }


def computation_code(chapter: ChapterStory, play: ComputationPlay) -> list[tuple[str, str]]:
    """The functions of a computation, by the keys of its data."""
    entries = [(f"{chapter.id} curve", play.fitted.curve)] if play.fitted else []
    for place, step in enumerate(play.steps):
        entries.append((f"{chapter.id} step {place}", step.value))
        entries += [(f"{chapter.id} step {place} by {index}", code) for index, code in enumerate(step.partials)]
    return entries
