"""The deck of manim-slides: `manim-slides present` plays the same clips, one slide a step.

The format is manim-slides 5's `PresentationConfig`: paths are relative to the folder above the file's own. It is read
in the machine's own encoding, so that it is written in ASCII.
A step has no reversed clip, so going back plays it forwards.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from mathora.export.content.story import Story, spoken


def write_manim_slides(story: Story, clips: Mapping[str, str]) -> str:
    """The deck as JSON; `clips` are addresses by moment id."""
    slides = [
        {
            "loop": False,
            "auto_next": False,
            "playback_rate": 1.0,
            "reversed_playback_rate": 1.0,
            "notes": spoken(moment.say),
            "dedent_notes": False,
            "skip_animations": False,
            "file": clips[moment.id],
            "rev_file": clips[moment.id],
        }
        for moment in story.moments
    ]
    deck = {
        "slides": slides,
        "resolution": [story.width, story.height],
        "background_color": "#10141b" if story.dark else "#fbfaf6",
    }
    return json.dumps(deck, indent=2) + "\n"
