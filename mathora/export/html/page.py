"""`index.html`, the lesson page: the film with its chapters and captions, and under it the whole lesson.

Owns: what the page's template and its scripts get. Its markup, its look and its behaviour stand in `web/`.

Laws:
- Everything that can be read stands in the markup; scripts only add what moves, so the page is whole without them.
- Nothing is fetched: fonts, tracks, styles and scripts are inside; films and pictures lie beside it, or inside too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import TypeVar

from mathora.export.content.story import (
    AreaPlay,
    ChapterStory,
    Check,
    ComputationPlay,
    CurvePlay,
    DialsPlay,
    MapPlay,
    PlanePlay,
    Spelling,
    Story,
    marked,
    spoken,
)
from mathora.export.html.branding import brand_style
from mathora.export.html.computation import computation_code, computations_data
from mathora.export.html.document import document
from mathora.export.html.markup import Markup, data_block, data_url, element, icon, join
from mathora.export.html.sentences import content_key
from mathora.export.html.templates import fill_in
from mathora.export.html.tracks import caption_track, chapter_track, description_track
from mathora.export.html.web_files import PAGE_SCRIPTS, PAGE_STYLES, one_script, one_style
from mathora.words import Catalogue

AnyPlay = TypeVar("AnyPlay", CurvePlay, AreaPlay, DialsPlay, MapPlay, PlanePlay)


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
    tracks = {
        "captions": caption_track(story),
        "descriptions": description_track(story),
        "chapters": chapter_track(story),
    }
    body = fill_in(
        "page.html",
        story=story,
        files=files,
        film_data=Markup(files.film_data),
        tracks=_sources(tracks),
        clip_tracks={chapter.id: _clip_tracks(chapter, files) for chapter in story.chapters},
        fresh={chapter.id: _fresh(chapter) for chapter in story.chapters},
        data=data_block("lesson-data", page_data(story)),
    )
    written = body.replace(files.film_data, "") if files.film_data else body
    return document(
        language=story.words.language,
        head=head,
        body=body,
        styles=(fonts(written), one_style(PAGE_STYLES), brand_style(story.brand)),
        scripts=(one_script(PAGE_SCRIPTS, _functions(story)),),
        fetches=True,
    )


def _sources(tracks: Mapping[str, str]) -> Mapping[str, str]:
    """WebVTT as addresses, by kind: a page opened from a file may load no other text."""
    return {kind: data_url("text/vtt", content.encode()) for kind, content in tracks.items()}


def _clip_tracks(chapter: ChapterStory, files: PageFiles) -> Mapping[str, str]:
    """What is told along with a section's clip, by kind; where the film is inside, its clock is the film's."""
    zero = chapter.start if chapter.id in files.clips else 0.0
    return _sources({"captions": caption_track(chapter, zero), "descriptions": description_track(chapter, zero)})


def _fresh(chapter: ChapterStory) -> Mapping[str, tuple[Spelling, ...]]:
    """The formulas to show with each step, by its id: one that already stood there a step before is not shown again."""
    standing: tuple[Spelling, ...] = ()
    found = {}
    for moment in chapter.moments:
        found[moment.id] = tuple(one for one in moment.shows if one not in standing)
        standing = moment.shows or standing
    return found


def page_data(story: Story) -> dict[str, object]:
    """What the page's scripts must know: ids, times, keys of progress, the interactives' numbers. No markup or code."""
    return {
        "id": story.id,
        "words": _script_words(story.words),
        "duration": story.duration,
        "sections": [_section_data(chapter) for chapter in story.chapters],
        "questions": [
            _question_data(f"{chapter.id}-check-{number}", check)
            for chapter in story.chapters
            for number, check in enumerate(chapter.checks, 1)
        ],
        "curves": [_curve_data(chapter, play) for chapter, play in _plays(story, CurvePlay)],
        "areas": [_area_data(chapter, play) for chapter, play in _plays(story, AreaPlay)],
        "dials": [_dials_data(chapter, play) for chapter, play in _plays(story, DialsPlay)],
        "computations": computations_data(story),
        "maps": [_map_data(chapter, play) for chapter, play in _plays(story, MapPlay)],
        "planes": [_plane_data(chapter, play) for chapter, play in _plays(story, PlanePlay)],
    }


def _plays(story: Story, kind: type[AnyPlay]) -> list[tuple[ChapterStory, AnyPlay]]:
    """The interactives of one kind, each with its chapter."""
    return [(chapter, chapter.play) for chapter in story.chapters if isinstance(chapter.play, kind)]


def _script_words(words: Catalogue) -> dict[str, object]:
    """What the page's scripts say, by the interactive that says it."""
    return {
        **asdict(words.script),
        "curve": asdict(words.curve_play),
        "point": asdict(words.point_play),
        "area": asdict(words.area_play),
        "map": asdict(words.map_play),
        "dials": {kind: asdict(said) for kind, said in words.dials_plays.items()},
        "computation": asdict(words.computation_play),
        "plane": asdict(words.plane_play),
    }


def _section_data(chapter: ChapterStory) -> dict[str, object]:
    return {
        "id": chapter.id,
        "key": content_key(chapter.id, *(moment.say for moment in chapter.moments)),
        "start": chapter.start,
        "end": chapter.end,
        "moments": [{"id": moment.id, "start": moment.start} for moment in chapter.moments],
    }


def _question_data(place: str, check: Check) -> dict[str, object]:
    return {
        "place": place,
        "key": content_key(check.ask, *(choice.text for choice in check.choices)),
        "options": [content_key(choice.text) for choice in check.choices],
        "correct": [choice.correct for choice in check.choices].index(True),
    }


def _curve_of(chapter: ChapterStory, play: CurvePlay | AreaPlay) -> dict[str, object]:
    """Whose curve is drawn, over what."""
    return {
        "place": f"{chapter.id}-play",
        "name": play.name,
        "symbol": play.at.line,
        "colour": play.at.colour,
        "nameColour": play.colour,
        "domain": play.domain,
        "heights": play.heights,
    }


def _curve_data(chapter: ChapterStory, play: CurvePlay) -> dict[str, object]:
    return {
        **_curve_of(chapter, play),
        "volume": f"{chapter.id} value",
        "sheet": play.sheet,
        "slope": f"{chapter.id} slope",
        "start": play.start,
        "best": {"at": play.best[0], "value": play.best[1]} if play.best else None,
        "rests": [{"at": rest.at, "kind": rest.kind} for rest in play.rests],
    }


def _area_data(chapter: ChapterStory, play: AreaPlay) -> dict[str, object]:
    return {**_curve_of(chapter, play), "function": f"{chapter.id} value", "over": play.over}


def _map_data(chapter: ChapterStory, play: MapPlay) -> dict[str, object]:
    return {
        "place": f"{chapter.id}-play",
        "function": f"{chapter.id} function",
        "partials": [f"{chapter.id} partial {index}" for index in (1, 2)],
        "span": play.span,
        "start": play.start,
        "rate": play.rate,
        "momentum": play.momentum,
        "levels": play.levels,
        "names": [marked(one) for one in play.variables],
        "spoken": [one.spelling.spoken for one in play.variables],
    }


def _dials_data(chapter: ChapterStory, play: DialsPlay) -> dict[str, object]:
    return {
        "place": f"{chapter.id}-play",
        "kind": play.kind,
        "functions": {name: f"{chapter.id} {name}" for name in play.functions},
        "dials": [
            {"name": spoken(one.name), "low": one.low, "high": one.high, "step": one.step, "start": one.start}
            for one in play.dials
        ],
        "names": dict(play.names),
        **play.data,
    }


def _plane_data(chapter: ChapterStory, play: PlanePlay) -> dict[str, object]:
    return {
        "place": f"{chapter.id}-play",
        "matrix": play.matrix,
        "start": play.start,
        "reach": play.reach,
        "colour": play.vector.colour,
        "spoken": play.vector.spelling.spoken,
    }


def _functions(story: Story) -> str:
    """The model's functions as code, by the keys of `page_data`; made by SymPy's printer from proved trees."""
    entries: list[tuple[str, str]] = []
    for chapter in story.chapters:
        match chapter.play:
            case CurvePlay() as play:
                entries += [(f"{chapter.id} value", play.function), (f"{chapter.id} slope", play.slope)]
            case AreaPlay() as play:
                entries.append((f"{chapter.id} value", play.function))
            case MapPlay() as play:
                entries.append((f"{chapter.id} function", play.function))
                entries += [(f"{chapter.id} partial {index}", code) for index, code in enumerate(play.partials, 1)]
            case DialsPlay() as play:
                entries += [(f"{chapter.id} {name}", code) for name, code in play.functions.items()]
            case ComputationPlay() as play:
                entries += computation_code(chapter, play)
            case None:
                pass
    lines = "".join(f'  "{key}": {code},\n' for key, code in entries)
    return f"const FUNCTIONS = {{\n{lines}}};\n"
