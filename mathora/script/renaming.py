r"""Names of scenes' own sections, exchanged where two of them mean different things by one: so any can share a lesson.

Laws:
- A name is exchanged where it is one: in the model, under `colors:`, in values and formulas, and in a sentence between
  dollars or where a number comes from. A word of a sentence stays.
- The first of two sections keeps its names; the same sections give the same names. What speaks of chances keeps its P.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from mathora.lesson import ActionSignature, SceneSignature, Text
from mathora.script.nodes import ListNode, MapNode, ScalarNode, YamlNode, compose

HEAD = re.compile(r"(\\?[A-Za-z]+(?:_\w+)?)(?:\((.*)\))?: *(.*)")
"""A line of a model: a name, its variables, what it is."""

NAME = re.compile(r"\\?[A-Za-z]+(?:_\w+)?")
CHANCES = ("P",)  # of these a model says what is known: `P(D): 0.02` declares no variable D

VARIABLE = frozenset({("", "{kind: real}"), ("", "")})
"""What a line says of a name that may have any value, as a function's variable does."""

LETTER = re.compile(r"\\[A-Za-z]+|(?<![A-Za-z])[A-Za-z](?![A-Za-z])")
LETTERS = {"lower": "ghkqrsuvtzabcmnpwxy", "upper": "FGKMQSUVWABCN"}
GREEK = (
    *(r"\alpha", r"\beta", r"\gamma", r"\lambda", r"\tau", r"\omega"),
    *(r"\mu", r"\rho", r"\kappa", r"\nu", r"\xi", r"\zeta"),
)
IN_SENTENCE = re.compile(r"\$([^$]*)\$|\]\(((?:[^()]|\([^()]*\))*)\)")
SENTENCES = ("say", "title", "ask", "text", "why", "myth", "fact")
NO_FORMULAS = ("id", "scene", "do")


def side_by_side(scenes: Sequence[tuple[SceneSignature, str]]) -> list[str]:
    """The own sections of scenes, each given with its scene, in which no name means two things."""
    meanings = [_meanings(text) for _, text in scenes]
    known = {name: own[name] for own in meanings for name in CHANCES if any(given for given, _ in own.get(name, ()))}
    taken = {letter for _, text in scenes for letter in LETTER.findall(text)}
    found = []
    for (scene, text), own in zip(scenes, meanings, strict=True):
        others = dict[str, str]()
        for name, meant in [*own.items(), *own.items()]:  # twice: what is said by an exchanged name is another thing
            another = known.get(name, meant) != meant or (name in known and others.keys() & _speaks_of(meant))
            if another and name not in others and (fresh := _free(name, taken)):
                others[name] = fresh
                taken.add(fresh.partition("_")[0])
        known |= {others.get(name, name): meant for name, meant in own.items()}
        found.append(_renamed(text, others, scene) if others else text)
    return found


def _meanings(text: str) -> dict[str, frozenset[tuple[str, str]]]:
    """What a section's model says of each name: of functions their variables and bodies."""
    found: dict[str, frozenset[tuple[str, str]]] = {}
    model = re.search(r"^model:\n((?:[ \t]+.*\n)*)", text, re.MULTILINE)
    for line in model[1].splitlines() if model else ():
        if declared := HEAD.fullmatch(re.sub(r"(?:^|\s+)#.*", "", line).strip()):
            name, variables, body = declared[1], declared[2] or "", declared[3]
            meant = VARIABLE if ("", body) in VARIABLE and not variables else frozenset({(variables, body)})
            found[name] = meant if found.get(name, VARIABLE) == VARIABLE else found[name] | meant
            for one in NAME.findall("" if name in CHANCES else variables):
                found.setdefault(one, VARIABLE)
    return found


def _speaks_of(meant: frozenset[tuple[str, str]]) -> set[str]:
    return {name for said in meant for part in said for name in NAME.findall(part)}


def _free(name: str, taken: set[str]) -> str:
    """Another name of its kind that nobody has; "" if there is none."""
    base, mark, index = name.partition("_")
    latin = "" if base.startswith("\\") else LETTERS["upper" if base.isupper() else "lower"]
    letters: Sequence[str] = (*latin, *GREEK)
    fresh = next((letter for letter in letters if letter not in taken), "")
    return fresh and f"{fresh}{mark}{index}"


def _renamed(text: str, names: Mapping[str, str], scene: SceneSignature) -> str:
    """The section with other names, its comments too."""
    lines = [[*line] for line in text.splitlines()]
    for formula in _formulas(compose(text, ""), scene):
        for name, fresh in names.items():
            for found in _written(name).finditer(formula.value):
                at, behind = formula.at(found.start()), formula.value[found.end() : found.end() + 1]
                apart = " " if fresh.startswith("\\") and behind.isalpha() else ""
                lines[at.line - 1][at.column - 1 : at.column - 1 + len(found[0])] = [
                    fresh.partition("_")[0] + apart,
                    *[""] * (len(found[0]) - 1),
                ]
    return "".join(f"{_comment_renamed(''.join(line), names)}\n" for line in lines)


def _comment_renamed(line: str, names: Mapping[str, str]) -> str:
    """The line with the names of its comment exchanged; `a` is a word there."""
    start = re.search(r"(?:^|\s)#", line)
    if start is None:
        return line
    words = re.compile("|".join(_written(name).pattern for name in names if name not in {"a", "i"}) or "(?!)")
    bases = {name.partition("_")[0]: fresh.partition("_")[0] for name, fresh in names.items()}
    return line[: start.end()] + words.sub(lambda found: bases[found[0]], line[start.end() :])


def _written(name: str) -> re.Pattern[str]:
    r"""Where a name stands: `x`, `dx`, but not in `\max`, `x_i`, `w_x`; of `x_i` the letter, with any index."""
    base, _, index = name.partition("_")
    word = re.escape(base)
    behind = "(?=_)" if index else "(?![A-Za-z_])"
    return re.compile(rf"(?:(?<![A-Za-z\\_])|(?<=[^A-Za-z\\]d))(?!(?<=_\{{){word}\}}){word}{behind}")


def _formulas(node: YamlNode, scene: SceneSignature, *, sentence: bool = False) -> Iterator[Text]:
    """What is a formula of a section's texts, keys too."""
    match node:
        case ScalarNode(text=text) if sentence:
            yield from (text.cut(*found.span(found.lastindex or 0)) for found in IN_SENTENCE.finditer(text.value))
        case ScalarNode(text=text):
            yield text
        case ListNode(items=items):
            for one in items:
                yield from _formulas(one, scene, sentence=sentence)
        case MapNode(entries=entries):
            written = {key.value: value for key, value in entries}
            for key, value in entries:
                if key.value == "with" and isinstance(value, MapNode):
                    yield from _given(value, scene, _owner(written, scene))
                elif key.value not in NO_FORMULAS:
                    yield key
                    yield from _formulas(value, scene, sentence=sentence or key.value in SENTENCES)


def _owner(written: Mapping[str, YamlNode], scene: SceneSignature) -> SceneSignature | ActionSignature | None:
    """Whose parameters stand under `with:`, a step's or a section's."""
    do = written.get("do")
    return scene.action(do.text.value) if isinstance(do, ScalarNode) else scene


def _given(node: MapNode, scene: SceneSignature, owner: SceneSignature | ActionSignature | None) -> Iterator[Text]:
    """What is a formula of the values under `with:`; the parameters' own names are none."""
    kinds = {one.name: one.kind for one in owner.parameters} if owner else {}
    for key, value in node.entries:
        yield from _formulas(value, scene, sentence=kinds.get(key.value) == "Prose")
