"""Arguments and options that several commands share."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

import click

if TYPE_CHECKING:
    from mathora.cli.lessons import Ready
    from mathora.lesson import AspectName
    from mathora.prove import Proven
    from mathora.render import RenderSettings

AnyCommand = TypeVar("AnyCommand", bound=Callable[..., Any])


class OneOf(click.Choice[str]):
    """One of some words; who writes another is told which of them is nearest."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """As click's, with a guess at what was meant."""
        from mathora.lesson import did_you_mean  # `mathora --version` needs no vocabulary

        if value not in self.choices:
            self.fail(f"there is no '{value}': {did_you_mean(str(value), self.choices)}", param, ctx)
        return str(value)


class NamedPath(click.Path):
    """What is named; an empty name, as of a variable that is not set, names nothing, and not the folder here."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 - click's signature
        """As click's, of a name that is not empty."""
        return super().convert(value, param, ctx) if value else self.fail("the name is empty: write one", param, ctx)


SCRIPT_PATH = NamedPath(path_type=Path)


def script_arguments(function: AnyCommand) -> AnyCommand:
    """`[SCRIPT]…`: paths, names of files in `scripts/`, or courses' folders; none means all of `scripts/`."""
    return click.argument("named", metavar="[SCRIPT]...", nargs=-1, type=SCRIPT_PATH)(function)


def json_option(function: AnyCommand) -> AnyCommand:
    """`--json`: events for a tool that listens."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object a line on stdout, for tools.")(
        function
    )


def out_option(function: AnyCommand) -> AnyCommand:
    """`--out FOLDER`: where products go; wrong usage if it is a link that leads nowhere, or lies in a file."""

    def leading(_ctx: click.Context, _parameter: click.Parameter, value: Path) -> Path:
        if value.is_symlink() and not value.exists():
            raise click.UsageError(f"'{value}' is a link to '{value.readlink()}', which is not there.")
        if inside := next((one for one in value.parents if one.exists() and not one.is_dir()), None):
            raise click.UsageError(f"'{value}' cannot be a folder: '{inside}' is a file.")
        return value

    return click.option(
        "--out", default="media", show_default=True, type=NamedPath(file_okay=False, path_type=Path),
        callback=leading, help="Folder for what is made.",
    )(function)  # fmt: skip


def cache_of(out: Path) -> Path:
    """Where drawn clips, speeches, verdicts and parts of products are kept, beside the products."""
    return out / ".cache"


def quality_option(default: str) -> Callable[[AnyCommand], AnyCommand]:
    """`--quality`: size and rate of the frames."""
    from mathora.plan import QUALITIES  # `check` draws nothing and does without it

    names = OneOf(list(QUALITIES))
    return click.option("--quality", type=names, default=default, show_default=True, help="Height and rate of frames.")


def look_options(function: AnyCommand) -> AnyCommand:
    """`--theme` and `--aspect` (several in one run): how it looks."""
    from mathora.lesson import AspectName, ThemeName

    theme = click.option("--theme", type=OneOf(get_args(ThemeName)), help="Instead of the lesson's own.")
    aspect = click.option(
        "--aspect", "aspects", type=OneOf(get_args(AspectName)), multiple=True,
        help="Shape of the frames, laid out anew; may be given more than once. Else what the lesson says, or 16:9.",
    )  # fmt: skip
    return theme(aspect(function))


def section_option(function: AnyCommand) -> AnyCommand:
    """`--section`: how much of it is drawn."""
    return click.option("--section", "sections", metavar="ID", multiple=True, help="Only this one; may be repeated.")(
        function
    )


def drawing_options(function: AnyCommand) -> AnyCommand:
    """`--workers` and `--cluster`: who draws."""
    one = click.option("--workers", type=click.IntRange(1, 256), help="Processes that draw; else one for each core.")
    other = click.option(
        "--cluster", metavar="tcp://HOST:PORT", callback=_cluster, help="Draw on a Dask cluster instead."
    )
    return one(other(function))


def _cluster(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """The address of a Dask scheduler; wrong usage if it is none, or if what talks to it is not installed."""
    if value is None:
        return None
    if not re.fullmatch(r"(?:tcp|tls|wss?)://[^\s/:]+:\d{1,5}|(?:tcp|tls|wss?)://\[[0-9a-fA-F:.]+\]:\d{1,5}", value):
        raise click.BadParameter(f"'{value}' is no address of a Dask scheduler such as tcp://10.0.0.5:8786")
    if importlib.util.find_spec("distributed") is None:
        raise click.UsageError(how_to_bring("cluster"))
    return value


def how_to_bring(extra: str) -> str:
    """That packages have to be brought first for what not everybody uses, and the command that brings them."""
    from mathora.cli.doctor import EXTRAS, bringing

    return f"{extra} needs packages that are not installed. This brings them: {shlex.join(bringing(*EXTRAS[extra]))}"


def tex_option(function: AnyCommand) -> AnyCommand:
    """`--tex`: what typesets the formulas; wrong usage if LaTeX is asked for and not here."""

    def present(_ctx: click.Context, _parameter: click.Parameter, value: str) -> str:
        if value == "latex":
            from mathora.render.latex_program import missing_programs

            if missing := missing_programs():
                raise click.UsageError(missing)
        return value

    return click.option(
        "--tex", type=OneOf(["typst", "latex"]), default="typst", show_default=True, callback=present,
        help="What typesets the formulas; for latex it has to be installed.",
    )(function)  # fmt: skip


def voice_option(function: AnyCommand) -> AnyCommand:
    """`--voice`: who speaks, instead of the lesson's choice: a voice's name, `none`, or a command; wrong usage if there
    is no such program. A command is named here only: a lesson may come from anyone.
    """

    def known(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
        if value is not None:
            from mathora.voice.voices import asked_for

            try:
                asked_for(value, "en")
            except ValueError as error:
                raise click.BadParameter(str(error)) from None
        return value

    return click.option(
        "--voice", metavar="NAME|none|COMMAND", callback=known,
        help="Who speaks, else what the lesson says: hibari, espeak-ng, none, or a command that reads words from its "
        "input and writes a sound file to its output.",
    )(function)  # fmt: skip


def picture_options(quality: str) -> Callable[[AnyCommand], AnyCommand]:
    """All that commands ask which draw whole lessons: of which scripts, how they look, who speaks, who draws."""
    asked = (
        script_arguments, quality_option(quality), out_option, voice_option, look_options, section_option,
        drawing_options, tex_option, json_option,
    )  # fmt: skip
    return lambda function: reduce(lambda made, option: option(made), reversed(asked), function)


@dataclass(frozen=True, slots=True)
class Look:
    """What of a lesson is drawn, and in which shape; `name` is that of the folder for what is made of it."""

    proven: Proven
    aspect: AspectName
    name: str


def looks(proven: Proven, options: Mapping[str, Any]) -> Iterator[Look]:
    """Each shape that the options ask for, of the whole lesson or of some sections; wrong usage if one is not there."""
    from mathora.lesson import did_you_mean

    known, wanted = [section.id for section in proven.lesson.sections], options.get("sections", ())
    for name in wanted:
        if name not in known:
            meant = did_you_mean(name, known)
            raise click.UsageError(f"The lesson {proven.lesson.id} has no section '{name}': {meant}")
    part = proven.part(wanted) if wanted else proven
    for aspect in dict.fromkeys(options.get("aspects") or proven.lesson.aspects):
        yield Look(part, aspect, shaped(".".join([proven.lesson.id, *(one for one in known if one in wanted)]), aspect))


def shaped(name: str, aspect: AspectName) -> str:
    """The folder of what is named so, in this shape: `slopes`, `slopes.9x16`."""
    return name if aspect == "16:9" else f"{name}.{aspect.replace(':', 'x')}"


def settings_for(ready: Ready, options: Mapping[str, Any], aspect: AspectName = "16:9") -> RenderSettings:
    """How a lesson is drawn, by the options of a command."""
    from mathora.plan import QUALITIES
    from mathora.render import RenderSettings

    workers = options.get("workers") or os.cpu_count() or 1
    frames, cache = QUALITIES[options["quality"]].shaped(aspect), cache_of(options["out"])
    return RenderSettings(
        frames, ready.catalogue, cache, workers, options.get("cluster"), tex=options.get("tex", "typst"),
        scene_folders=ready.scene_folders,
    )  # fmt: skip
