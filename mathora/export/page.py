"""`index.html`, the lesson page: the film with its chapters and captions, and under it the whole lesson.

Owns: the order and the landmarks of the page. Its parts are written by `page_chapter` and `page_play`, its look and its
behaviour stand in `web/`.

Laws:
- Everything that can be read stands in the markup; scripts only add what moves, so the page is whole without them.
- Nothing is fetched: fonts, tracks, styles and scripts are inside; films and pictures lie beside it, or inside too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mathora.export.markup import Markup, data_block, document, element, icon, join
from mathora.export.page_chapter import chapter_article
from mathora.export.page_video import captions_switch, video_element
from mathora.export.sentences import clock, content_key, iso_duration, prose
from mathora.export.standing import what_holds
from mathora.export.story import BoxPlay, Chapter, MapPlay, Story, spoken
from mathora.export.tracks import caption_track, chapter_track, description_track
from mathora.export.web_files import PAGE_SCRIPTS, PAGE_STYLES, one_script, one_style


@dataclass(frozen=True, slots=True)
class PageFiles:
    """Where a page finds what it shows: addresses relative to it, or `data:` URLs. `film_data` is the film itself in
    base64 if it is inside the page. `stills` are by moment id. `clips` are by section id, none if the film is inside:
    then a section's clip is a part of it. `downloads` are name and address of the other products.
    """

    film: str
    film_data: str
    poster: str
    stills: Mapping[str, str]
    clips: Mapping[str, str]
    downloads: tuple[tuple[str, str], ...]


def write_page(story: Story, files: PageFiles, fonts: Callable[[str], str]) -> str:
    """The whole page as HTML; `fonts` gives `@font-face` rules for the characters of a text."""
    title = f"{spoken(story.title)} · {spoken(story.unit)}"
    head = join(
        (
            element("title", None, title),
            element("meta", {"name": "description", "content": spoken(story.summary)}),
            element("meta", {"name": "color-scheme", "content": "light dark"}),
            element("link", {"rel": "icon", "href": icon()}),
        )
    )
    body = element(
        "body",
        None,
        element("a", {"class": "skip", "href": "#lesson"}, "Skip to the lesson"),
        element("header", {"class": "wide masthead"}, *_masthead(story)),
        element(
            "main",
            None,
            _cinema(story, files),
            _shelf(story, files),
            element(
                "div",
                {"class": "wide body"},
                _contents(story),
                element(
                    "div",
                    {"id": "lesson", "tabindex": "-1"},
                    *(
                        chapter_article(story, chapter, number, files.stills, files.clips.get(chapter.id, ""))
                        for number, chapter in enumerate(story.chapters, 1)
                    ),
                ),
            ),
        ),
        element(
            "footer",
            {"class": "wide foot"},
            *(element("p", None, sentence) for sentence in what_holds(story)),
        ),
        element("div", {"id": "announcer", "class": "unseen", "role": "status", "aria-live": "polite"}),
        data_block("lesson-data", page_data(story)),
        Markup(f'<script type="application/octet-stream" id="film-data">{files.film_data}</script>')
        if files.film_data
        else None,
    )
    return document(
        head=head,
        body=body,
        styles=(fonts(body.replace(files.film_data, "") if files.film_data else body), one_style(PAGE_STYLES)),
        scripts=(one_script(PAGE_SCRIPTS, _functions(story)),),
        fetches=True,
    )


def _masthead(story: Story) -> tuple[Markup, ...]:
    crumbs = (prose(story.track), prose(story.unit))
    facts = (f"Lesson {story.number:02d}", story.level, f"{story.minutes} min")
    return (
        element(
            "div",
            None,
            element("ol", {"class": "crumbs", "aria-label": "Course"}, *(element("li", None, one) for one in crumbs)),
            element("h1", None, prose(story.title)),
        ),
        element(
            "div",
            {"class": "about"},
            element("p", {"class": "summary"}, prose(story.summary)) if story.summary else None,
            element(
                "ul",
                {"class": "facts", "aria-label": "About this lesson"},
                *(element("li", None, fact) for fact in facts),
            ),
        ),
    )


def _cinema(story: Story, files: PageFiles) -> Markup:
    tracks = {
        "captions": caption_track(story),
        "descriptions": description_track(story),
        "chapters": chapter_track(story),
    }
    name = f"Film: {spoken(story.title)}"
    video = video_element(story, name, files.film, tracks, id="film", preload="metadata", poster=files.poster)
    entries = (
        element(
            "li",
            {"data-section": chapter.id, "data-number": str(number)},
            element(
                "a",
                {"href": f"#{chapter.id}", "data-seek": f"{chapter.start:.3f}", "data-section": chapter.id},
                element("span", {"class": "mark", "data-part": "mark", "aria-hidden": "true"}, str(number)),
                element(
                    "span",
                    None,
                    prose(chapter.title),
                    element("span", {"class": "unseen", "data-part": "watched", "hidden": True}, " (watched)"),
                ),
                element("time", {"datetime": iso_duration(chapter.start)}, clock(chapter.start)),
            ),
        )
        for number, chapter in enumerate(story.chapters, 1)
    )
    resume = element(
        "div",
        {"class": "resume", "id": "resume", "hidden": True},
        element("span", None, "You stopped at ", element("span", {"data-part": "position"}), "."),
        element("button", {"type": "button", "data-part": "go"}, "Go on from there"),
    )
    note = element("p", {"class": "note", "id": "film-note", "role": "status"})
    under = element("div", {"class": "under"}, note, captions_switch("the film"))
    return element(
        "section",
        {"class": "cinema", "aria-label": "Film"},
        element(
            "div",
            {"class": "wide"},
            element("div", {"class": "screen"}, video, under, resume),
            element(
                "nav",
                {"class": "chapters", "aria-labelledby": "chapters-title"},
                element(
                    "div",
                    {"class": "reel"},
                    element("h2", {"id": "chapters-title"}, "Chapters"),
                    element("ol", None, *entries),
                ),
            ),
        ),
    )


def _shelf(story: Story, files: PageFiles) -> Markup:
    progress = element(
        "div",
        {"class": "progress"},
        element(
            "progress",
            {"id": "watched", "max": str(len(story.chapters)), "value": "0", "aria-labelledby": "progress-text"},
        ),
        element("span", {"id": "progress-text"}, f"0 of {len(story.chapters)} sections watched"),
        element("button", {"type": "button", "id": "reset"}, "Reset progress"),
        element("span", {"id": "remembers", "class": "unseen"}),
    )
    links = (element("li", None, element("a", {"href": address}, name)) for name, address in files.downloads)
    takeaway = (
        element("ul", {"class": "takeaway", "aria-label": "This lesson in other forms"}, *links)
        if files.downloads
        else None
    )
    return element("section", {"class": "wide shelf", "aria-label": "Progress and downloads"}, progress, takeaway)


def _contents(story: Story) -> Markup:
    entries = (
        element("li", None, element("a", {"href": f"#{chapter.id}"}, prose(chapter.title)))
        for chapter in story.chapters
    )
    return element(
        "nav",
        {"class": "contents", "aria-labelledby": "contents-title"},
        element("h2", {"id": "contents-title"}, "In this lesson"),
        element("ol", None, *entries),
    )


def page_data(story: Story) -> dict[str, object]:
    """What the page's scripts must know: ids, times, keys of progress, the interactives' numbers. No markup or code."""
    return {
        "id": story.id,
        "duration": story.duration,
        "sections": [
            {
                "id": chapter.id,
                "key": content_key(chapter.id, *(moment.say for moment in chapter.moments)),
                "start": chapter.start,
                "end": chapter.end,
                "moments": [{"id": moment.id, "start": moment.start} for moment in chapter.moments],
            }
            for chapter in story.chapters
        ],
        "questions": [
            {
                "place": f"{chapter.id}-check-{number}",
                "key": content_key(check.ask, *(choice.text for choice in check.choices)),
                "options": [content_key(choice.text) for choice in check.choices],
                "correct": [choice.correct for choice in check.choices].index(True),
            }
            for chapter in story.chapters
            for number, check in enumerate(chapter.checks, 1)
        ],
        "boxes": [_box_data(chapter, chapter.play) for chapter in story.chapters if isinstance(chapter.play, BoxPlay)],
        "maps": [_map_data(chapter, chapter.play) for chapter in story.chapters if isinstance(chapter.play, MapPlay)],
    }


def _box_data(chapter: Chapter, play: BoxPlay) -> dict[str, object]:
    return {
        "place": f"{chapter.id}-play",
        "volume": f"{chapter.id} volume",
        "slope": f"{chapter.id} slope",
        "name": play.name,
        "symbol": play.cut.base,
        "colour": play.cut.colour,
        "nameColour": play.colour,
        "domain": play.domain,
        "sheet": play.sheet,
        "start": play.start,
        "best": {"at": play.best[0], "value": play.best[1]},
        "rests": [{"at": rest.at, "kind": rest.kind} for rest in play.rests],
    }


def _map_data(chapter: Chapter, play: MapPlay) -> dict[str, object]:
    return {
        "place": f"{chapter.id}-play",
        "function": f"{chapter.id} function",
        "partials": [f"{chapter.id} partial {index}" for index in (1, 2)],
        "span": play.span,
        "start": play.start,
        "rate": play.rate,
        "levels": play.levels,
        "names": [{"base": one.base, "index": one.index, "colour": one.colour} for one in play.variables],
        "spoken": [one.spelling.spoken for one in play.variables],
    }


def _functions(story: Story) -> str:
    """The model's functions as code, by the keys of `page_data`; made by SymPy's printer from proved trees."""
    entries: list[tuple[str, str]] = []
    for chapter in story.chapters:
        match chapter.play:
            case BoxPlay() as play:
                entries += [(f"{chapter.id} volume", play.volume), (f"{chapter.id} slope", play.slope)]
            case MapPlay() as play:
                entries.append((f"{chapter.id} function", play.function))
                entries += [(f"{chapter.id} partial {index}", code) for index, code in enumerate(play.partials, 1)]
            case None:
                pass
    lines = "".join(f'  "{key}": {code},\n' for key, code in entries)
    return f"const FUNCTIONS = {{\n{lines}}};\n"
