"""What a scene offers, for its readers: as a page of the terminal, and as a chapter of `docs/scenes.md`.

Owns: `terminal_page`, `scenes_document`. Both are made from the same rows: the scene's signature and its own section.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from textwrap import wrap

from mathora.cli.scenes import WIDTH
from mathora.lesson import ActionSignature, Parameter, SceneSignature
from mathora.script import written_default

HEAD = """\
# The scenes

What each scene is for, what it needs under `with:`, and what it does, with the picture that each action leaves
behind. This page is printed from the scenes themselves by `make scenes`; `mathora scenes NAME` tells the same in the
terminal, also of your own scenes, and `mathora new lesson my-lesson --scene NAME` writes the section to start from.

Every scene can also `do: stay`: the picture stays, and the step's formulas come up. Two scenes stand side by side with
`beside:` ([writing a lesson](writing-a-lesson.md#two-scenes-in-one-picture)).
"""


def words_of(parameter: Parameter) -> Iterator[str]:
    """What is to be written, how much of it may be, and whether it has to be."""
    yield parameter.written
    for limit in parameter.limits:
        yield f"{'as many as ' if limit.length else ''}{limit.least} to {limit.most} ({limit.why})"
    if not parameter.required:
        default = written_default(parameter.default)
        yield "may be left out" if default in (None, "[]") else f"may be left out: then {default}"


def _asks(action: ActionSignature) -> Iterator[str]:
    """What a step has to have besides its `with:`, and what its narration may call."""
    if action.takes:
        yield f"takes the next of '{action.takes}'"
    if action.shows:
        yield "needs a formula under `show:`"
    if action.moves:
        yield f"a narration may start {', '.join(f'{{{name}}}' for name in action.moves)}"


# ── the terminal ──────────────────────────────────────────────────────────────────────────────────────────────────────


def terminal_page(scene: SceneSignature, section: str) -> Iterator[str]:
    """The lines of one scene's page; `section` is what the scene brings to start from."""
    yield from wrap(f"{scene.name}: {scene.summary}", WIDTH)
    yield ""
    yield "The section's `with:`" if scene.parameters else "The section needs no `with:`."
    yield from _lines(scene.parameters, "  ")
    if scene.movable:
        yield "\nOn the lesson's page a student moves something of it."
    yield "\nIts steps' `do:`"
    for action in scene.actions:
        yield ""
        yield from wrap(action.describes, WIDTH, initial_indent=f"  {action.name}: ", subsequent_indent="      ")
        yield from _lines(action.parameters, "      with ")
        yield from (f"      {asked}" for asked in _asks(action))
    if section:
        yield "\nA section to start from\n"
        yield from (f"    {line}".rstrip() for line in section.rstrip().splitlines())


def _lines(parameters: Sequence[Parameter], indent: str) -> Iterator[str]:
    wide = max((len(one.name) for one in parameters), default=0)
    for one in parameters:
        yield from wrap(
            "; ".join(words_of(one)), WIDTH,
            initial_indent=f"{indent}{one.name.ljust(wide)}  ", subsequent_indent=" " * (len(indent) + wide + 2),
        )  # fmt: skip


# ── the document ──────────────────────────────────────────────────────────────────────────────────────────────────────


def scenes_document(scenes: Sequence[SceneSignature], sections: Mapping[str, str], pictures: Collection[str]) -> str:
    """`docs/scenes.md`: a chapter for each scene; `sections` are what they bring by their names, `pictures` the names
    (`Scene.action`) of those that are drawn in `docs/pictures/scenes`. An action without one that says the same as
    another scene's, because it is inherited, has that one's.
    """
    seen = {
        action.describes: f"{scene.name}.{action.name}"
        for scene in reversed(scenes)
        for action in scene.actions
        if f"{scene.name}.{action.name}" in pictures
    }
    listed = "\n".join(f"- [`{scene.name}`](#{scene.name.lower()}): {scene.summary}" for scene in scenes)
    chapters = (_chapter(scene, sections.get(scene.name, ""), pictures, seen) for scene in scenes)
    return "\n".join((HEAD, listed, *chapters))


def _chapter(scene: SceneSignature, section: str, pictures: Collection[str], seen: Mapping[str, str]) -> str:
    lines = [f"\n## {scene.name}\n", f"{scene.summary}\n"]
    if scene.parameters:
        lines += ["| `with:` | |", "| --- | --- |", *(_row(one) for one in scene.parameters), ""]
    if scene.movable:
        lines.append("On the lesson's page a student moves something of it.\n")
    lines += ["| `do:` | what is seen | |", "| --- | --- | --- |"]
    lines += [_action_row(scene, action, pictures, seen) for action in scene.actions]
    if section:
        lines += ["", "```yaml", section.rstrip(), "```"]
    return "\n".join(lines) + "\n"


def _row(parameter: Parameter) -> str:
    return f"| `{parameter.name}` | {_cell('; '.join(words_of(parameter)))} |"


def _action_row(
    scene: SceneSignature, action: ActionSignature, pictures: Collection[str], seen: Mapping[str, str]
) -> str:
    given = (f"`{one.name}`: {'; '.join(words_of(one))}" for one in action.parameters)
    said = "<br>".join(map(_cell, (action.describes, *given, *_asks(action))))
    name = f"{scene.name}.{action.name}"
    drawn = name if name in pictures else seen.get(action.describes, "")
    picture = f"![{action.name}](pictures/scenes/{drawn}.png)" if drawn else ""
    return f"| `{action.name}` | {said} | {picture} |"


def _cell(words: str) -> str:
    return words.replace("|", r"\|")
