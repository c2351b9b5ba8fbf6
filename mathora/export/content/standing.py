"""What has been proved of a lesson and what has not, in words: said on every product that speaks of it.

Law: the numbers are those of the proof gate's receipt; nothing is claimed of what the gate does not see.
"""

from __future__ import annotations

from mathora.export.content.story import Story


def what_holds(story: Story) -> tuple[str, ...]:
    """The sentences; none for a lesson without formulas."""
    counts, words = dict(story.verdicts), story.words.standing
    total = sum(counts.values())
    if not total:
        return ()
    said = (forms.of(counts[kind]) for kind, forms in words.verdicts.items() if counts.get(kind))
    return words.total.of(total, verdicts="; ".join(said)), words.rest
