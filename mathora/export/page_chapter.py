"""A section of the lesson page: its clip, its text and formulas, its interactive, its questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mathora.export.chapter_words import confusion_cards, moment_words, points_list
from mathora.export.markup import Child, Markup, element
from mathora.export.page_play import play_figure
from mathora.export.page_video import captions_switch, video_element
from mathora.export.sentences import clock, iso_duration, prose
from mathora.export.story import Chapter, Check, Moment, Spelling, Story, spoken
from mathora.export.tracks import chapter_captions, chapter_descriptions


def chapter_article(story: Story, chapter: Chapter, number: int, stills: Mapping[str, str], clip: str) -> Markup:
    """The section as HTML; `stills` are addresses by moment id, `clip` is that of its own clip. Where that is empty
    the film is inside the page, and the clip is the film from the section's start to its end.

    Where cards say the same as the narration (points, myths) it is folded away; questions come before their answers.
    """
    title = f"{chapter.id}-title"
    heading = element(
        "h2",
        {"id": title},
        element("span", {"class": "number", "aria-hidden": "true"}, f"Part {number}"),
        prose(chapter.title),
    )
    where = {"class": "chapter", "id": chapter.id, "aria-labelledby": title}
    return element("section", where, heading, *_content(story, chapter, stills, clip))


def _content(story: Story, chapter: Chapter, stills: Mapping[str, str], address: str) -> Iterator[Child]:
    clip = _clip(story, chapter, stills, address)
    narration = element("ol", {"class": "moments"}, *_moments(chapter, stills))
    moments = {moment.id: moment for moment in story.moments}
    if chapter.checks:
        for index, check in enumerate(chapter.checks, 1):
            yield _question(f"{chapter.id}-check-{index}", check, moments[check.moment])
        yield _folded("This part of the film, with the answers", clip, narration)
        return
    yield clip
    yield points_list(chapter.points)
    yield from (confusion_cards(cleared) for cleared in chapter.cleared)
    yield _folded("What is said in the film", narration) if chapter.points or chapter.cleared else narration
    yield play_figure(chapter)


def _folded(title: str, *content: Markup) -> Markup:
    return element("details", {"class": "folded"}, element("summary", None, title), *content)


def _moments(chapter: Chapter, stills: Mapping[str, str]) -> Iterator[Markup]:
    """The steps; a formula that already stood there a step before is not shown again."""
    standing: tuple[Spelling, ...] = ()
    for moment in chapter.moments:
        fresh = tuple(one for one in moment.shows if one not in standing)
        standing = moment.shows or standing
        yield _moment(moment, fresh, stills[moment.id])


def _clip(story: Story, chapter: Chapter, stills: Mapping[str, str], address: str) -> Markup:
    length = clock(chapter.end - chapter.start)
    zero = chapter.start if address else 0.0
    tracks = {
        "captions": chapter_captions(chapter, zero),
        "descriptions": chapter_descriptions(chapter, zero),
    }
    poster = stills[chapter.moments[0 if chapter.checks else -1].id]
    video = video_element(story, f"Clip: {spoken(chapter.title)}", address, tracks, preload="none", poster=poster)
    start = element(
        "button",
        {"type": "button", "class": "start", "data-part": "start", "hidden": True},
        Markup('<svg viewBox="0 0 12 14" aria-hidden="true"><path d="M1 0.5v13l10.5-6.5z"/></svg>'),
        element("span", {"data-part": "label"}, f"Watch this part, {length}"),
        element("span", {"class": "unseen"}, f": {spoken(chapter.title)}"),
    )
    where = {"class": "clip", "data-start": f"{chapter.start:.3f}", "data-end": f"{chapter.end:.3f}"}
    note = element("p", {"class": "note", "data-part": "note", "role": "status"})
    under = element("div", {"class": "under"}, note, captions_switch("this part"))
    return element("figure", where, element("div", {"class": "front"}, video, start), under)


def _moment(moment: Moment, shows: tuple[Spelling, ...], still_address: str) -> Markup:
    when = element(
        "a",
        {"class": "when", "href": f"#{moment.id}", "data-seek": f"{moment.start:.3f}"},
        element("span", {"class": "unseen"}, "Watch from "),
        element("time", {"datetime": iso_duration(moment.start)}, clock(moment.start)),
    )
    still = element(
        "img",
        {
            "class": "still",
            "src": still_address,
            "alt": moment.picture,
            "loading": "lazy",
            "width": "960",
            "height": "540",
        },
    )
    return element(
        "li",
        {"class": "moment", "id": moment.id},
        when,
        *moment_words(moment, shows),
        still,
    )


def _question(place: str, check: Check, moment: Moment) -> Markup:
    options = (
        element(
            "label",
            {"class": "option"},
            element("input", {"type": "radio", "name": place, "value": str(index), "aria-label": spoken(choice.text)}),
            element("span", None, prose(choice.text)),
            element("span", {"class": "sign", "data-part": "sign"}),
        )
        for index, choice in enumerate(check.choices)
    )
    reasons = (
        element("template", {"data-part": f"why-{index}"}, _why(choice.correct, prose(choice.why), moment))
        for index, choice in enumerate(check.choices)
    )
    return element(
        "form",
        {"class": "question", "id": place},
        element(
            "fieldset", None, element("legend", None, prose(check.ask)), element("div", {"class": "options"}, *options)
        ),
        element(
            "div",
            {"class": "answering"},
            element(
                "button",
                {"type": "submit", "class": "strong", "data-part": "check", "disabled": True},
                "Check the answer",
            ),
            element("button", {"type": "button", "data-part": "again", "hidden": True}, "Try again"),
        ),
        element("div", {"class": "feedback", "data-part": "feedback", "role": "status", "aria-live": "polite"}),
        *reasons,
    )


def _why(correct: bool, why: Markup, moment: Moment) -> Markup:  # noqa: FBT001 - the two faces of one feedback
    verdict: Child = "Right." if correct else "Not quite."
    link = element(
        "a",
        {"class": "moment-link", "href": f"#{moment.id}", "data-seek": f"{moment.start:.3f}"},
        f"Watch the explanation at {clock(moment.start)}",
    )
    return element(
        "div",
        {"class": "why right" if correct else "why"},
        element("strong", None, verdict),
        element("p", None, why),
        link,
    )
