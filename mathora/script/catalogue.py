"""What a scene offers, read from its file's text; the file is parsed, never imported.

Owns: the way from a scene class's annotations and `@action` methods to a `SceneSignature`, and the faults of scene
files that do not keep the form which `mathora.lesson.signature` describes.
"""

from __future__ import annotations

import ast
import re
from contextlib import suppress
from string import Formatter
from typing import Any, get_args

from mathora.lesson import (
    LISTED_PARTS,
    OF_FUNCTION,
    PLAY_PARTS,
    ActionSignature,
    LessonPart,
    Movable,
    Parameter,
    ParameterKind,
    ParameterLimit,
    Place,
    PlayKind,
    SceneClaim,
    SceneNeed,
    SceneSignature,
    did_you_mean,
)
from mathora.script.defaults import default_of
from mathora.script.fields import Gathering
from mathora.script.lineage import Neighbour, scene_classes
from mathora.script.scene_needs import read_needs

CLAIMS = "claims"
MEASURED = "measured"  # behind a claim: the scene measures it on its picture where no proof decides it

LIMITS = "limits"
MOVE = re.compile(r"[a-z][a-z_]*")
LENGTH = re.compile(r"len\((.*)\)")
LESSON_PARTS: tuple[LessonPart, ...] = get_args(LessonPart)
KINDS: tuple[ParameterKind, ...] = get_args(ParameterKind)


def read_signature(source: str, file: str) -> SceneSignature:
    """The signature of the one scene in `source`; raises `Faulty` for a file that is malformed."""
    return read_signatures(source, file)[-1]


def read_signatures(source: str, file: str, neighbour: Neighbour = lambda _: None) -> tuple[SceneSignature, ...]:
    """The signatures of the scenes in `source`, parents first; parents in other files are found by `neighbour`.

    Raises `Faulty` for a file that is malformed.
    """
    return tuple(_Reader(file).scene(node) for node in scene_classes(source, file, neighbour))


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


class _Reader:
    """Reads one scene class, gathering its faults."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._gathering = Gathering()
        self._limits: dict[str, list[ParameterLimit]] = {}

    def scene(self, node: ast.ClassDef) -> SceneSignature:
        summary = (ast.get_docstring(node) or "").partition("\n")[0].strip()
        if not summary:
            message = f"scene {node.name} has no docstring"
            self._fault(node, "scene-summary", message, "its first line is the scene's summary")
        table = self._read_limits(node)
        parameters = tuple(
            self._parameter("", one.target.id, one.annotation, one.value)
            for one in node.body
            if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and _is_public(one)
        )
        actions = tuple(
            self._action(one, marked, parameters)
            for one in node.body
            if isinstance(one, ast.FunctionDef) and (marked := _action_call(one)) is not None
        )
        if not actions:
            message = f"scene {node.name} has no action"
            self._fault(node, "scene-actions", message, '@action("…what is seen…") marks them')
        if table is not None and self._limits:
            message = f"limits of {', '.join(sorted(self._limits))}: no such count or list"
            self._fault(table, "scene-limits", message, "name a scene's parameter, or an action's: 'think.seconds'")
        claims = self._claims(node, {parameter.name for parameter in parameters})
        shows_title = self._stated(node, "shows_title", default=True)
        draws = self._stated(node, "draws_of_lesson", default=())
        movable, texts = self._movable(node, parameters), self._read_on_page(node, parameters, actions)
        needs = self._needed(node, parameters, actions)
        self._gathering.close()
        return SceneSignature(
            node.name, summary, self._file, parameters, actions, claims, shows_title, draws, movable, texts, needs
        )

    def _needed(
        self, node: ast.ClassDef, parameters: tuple[Parameter, ...], actions: tuple[ActionSignature, ...]
    ) -> tuple[SceneNeed, ...]:
        """The rows of the class's `needs`, which `scene_needs` describes."""
        table = _assigned(node, "needs")
        if table is None:
            return ()
        named = _literal(_assigned(node, "named"))
        needs, wrong = read_needs(table, parameters, actions, named if isinstance(named, dict) else {})
        for message, hint in wrong:
            self._fault(table, "scene-needs", message, hint)
        return needs

    def _movable(self, node: ast.ClassDef, parameters: tuple[Parameter, ...]) -> Movable | None:
        """The class's `movable = ("map", {"function": "function", …})`: a kind, a parameter for each of its parts."""
        table = _assigned(node, "movable")
        if table is None:
            return None
        kinds = {(one.name, one.many): one.kind for one in parameters}
        with suppress(ValueError, TypeError, AttributeError):
            kind, named = ast.literal_eval(table)
            parts = {part: of for part, (of, _) in PLAY_PARTS[kind].items()} if kind in PLAY_PARTS else {}
            needed = {part for part in parts if PLAY_PARTS[kind][part][1]}
            if (
                parts
                and needed <= named.keys()
                and all(kinds.get((named[part], part in LISTED_PARTS)) == parts.get(part, "") for part in named)
            ):
                return Movable(kind, named)
        message = f"found movable = {ast.unparse(table)}, expected a kind and a parameter for each of its parts"
        self._fault(table, "scene-movable", message, "; ".join(map(_parts_in_words, PLAY_PARTS)))
        return None

    def _read_on_page(
        self, node: ast.ClassDef, parameters: tuple[Parameter, ...], actions: tuple[ActionSignature, ...]
    ) -> tuple[str, ...]:
        """The class's `read_on_page = ("points", "agenda.ideas")`: texts of the scene's, or of an action's."""
        table = _assigned(node, "read_on_page")
        if table is None:
            return ()
        owned = [("", parameters), *((f"{action.name}.", action.parameters) for action in actions)]
        texts = [f"{owner}{one.name}" for owner, some in owned for one in some if one.kind == "Prose"]
        with suppress(ValueError, TypeError):
            found = tuple(ast.literal_eval(table))
            if set(found) <= set(texts):
                return found
        message = f"found read_on_page = {ast.unparse(table)}, expected a tuple of the names of texts"
        self._fault(table, "scene-reads", message, f"texts here: {', '.join(texts) or 'none'}")
        return ()

    def _read_limits(self, node: ast.ClassDef) -> ast.expr | None:
        """Notes the rows of the class's `limits` by parameter (`layers`, `think.seconds`); the table's expression."""
        table = _assigned(node, LIMITS)
        if table is None:
            return None
        try:
            rows = [(str(of), int(least), int(most), str(why)) for of, least, most, why in ast.literal_eval(table)]
        except (ValueError, TypeError):
            message = "limits are rows of a parameter, the least, the most, and why"
            self._fault(table, "scene-limits", message, 'write (("think.seconds", 1, 60, "each is drawn"),)')
            return None
        for of, least, most, why in rows:
            length = LENGTH.fullmatch(of)
            limit = ParameterLimit(least, most, why, bool(length))
            self._limits.setdefault(length[1] if length else of, []).append(limit)
        return table

    def _claims(self, node: ast.ClassDef, known: set[str]) -> tuple[SceneClaim, ...]:
        """The rows of the class's `claims`, pairs of texts: a parameter, and a relation of parameters."""
        table = _assigned(node, CLAIMS)
        if table is None:
            return ()
        rows: list[tuple[str, ...]] = []
        with suppress(ValueError, TypeError):
            rows = [(str(at), str(relation), *also) for at, relation, *also in ast.literal_eval(table)]
        if not rows or any(set(also) - {MEASURED} for _, _, *also in rows):
            message = "claims are pairs of texts, some followed by 'measured'"
            self._fault(table, "scene-claims", message, 'write (("side", "side = 2 cut"),)')
            return ()
        claims = tuple(SceneClaim(at=at, relation=relation, measured=bool(also)) for at, relation, *also in rows)
        for claim in claims:
            for stranger in sorted({claim.at, *claim.words} - {*known, *OF_FUNCTION}):
                message = f"the claim '{claim.relation}' names {stranger}, which is no parameter of the scene"
                self._fault(table, "scene-claims", message, did_you_mean(stranger, sorted(known)))
        return claims

    def _stated(self, node: ast.ClassDef, name: str, *, default: Any) -> Any:  # noqa: ANN401 - of the default's kind
        """What the class states under a name that `LessonScene` has too: a constant, as `check` reads it."""
        value = _assigned(node, name)
        if value is None:
            return default
        with suppress(ValueError):
            found = ast.literal_eval(value)
            if type(found) is type(default) and (isinstance(found, bool) or set(found) <= set(LESSON_PARTS)):
                return found
        expected = "True or False" if default is True else f"a tuple of {', '.join(LESSON_PARTS)}"
        message = f"found {name} = {ast.unparse(value)}, expected {expected}"
        self._fault(value, "scene-states", message, "write it out: check runs no file of yours")
        return default

    def _action(self, node: ast.FunctionDef, marked: ast.Call, scene: tuple[Parameter, ...]) -> ActionSignature:
        arguments = [*node.args.posonlyargs, *node.args.args]
        if [one.arg for one in arguments[:2]] != ["self", "step"] or node.args.vararg or node.args.kwarg:
            message = f"action {node.name} has to take (self, step: StepView, …) and named parameters"
            self._fault(node, "scene-action", message, "write def draw(self, step: StepView, to: Number) -> None")
        defaults = [*[None] * (len(arguments) - len(node.args.defaults)), *node.args.defaults]
        pairs = [*zip(arguments, defaults, strict=True)][2:]
        pairs += zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True)
        parameters = tuple(
            self._parameter(f"{node.name}.", one.arg, one.annotation or one, value) for one, value in pairs
        )
        known = [parameter.name for parameter in (*scene, *parameters)]
        described = self._description(marked.args[0] if marked.args else marked, known)
        return ActionSignature(node.name, described, parameters, **self._needs(marked, scene, parameters))

    def _needs(self, marked: ast.Call, scene: tuple[Parameter, ...], own: tuple[Parameter, ...]) -> dict[str, Any]:
        """What an action needs of its section, from its `@action(…, takes="points", shows=True, moves=("cut",))`.

        What it `needs` on the stage, the base of the scenes looks up when it is played.
        """
        needs = {one.arg: _literal(one.value) for one in marked.keywords}
        before = needs.pop("needs", ())
        before = (before,) if isinstance(before, str) else before
        takes, shows, moves = needs.pop("takes", ""), needs.pop("shows", False), needs.pop("moves", ())
        quiet = needs.pop("quiet", False)
        lists = [parameter.name for parameter in scene if parameter.many]
        named = isinstance(moves, tuple) and all(isinstance(one, str) and MOVE.fullmatch(one) for one in moves)
        said = isinstance(shows, bool) and quiet in (True, False, *(one.name for one in own if one.many))
        if needs or takes not in ("", *lists) or not named or not said:
            message = (
                "an action's needs are takes=, one of the scene's lists; shows=, True; moves=, a tuple of names; "
                "quiet=, True or a list of its own"
            )
            self._fault(marked, "scene-needs", message, f"lists here: {', '.join(lists) or 'none'}")
            return {}
        before = before if isinstance(before, tuple) else ()
        return {"takes": takes, "shows": shows, "moves": moves, "needs": before, "quiet": quiet}

    def _description(self, node: ast.expr, known: list[str]) -> str:
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or not node.value.strip():
            message = "an action's description is a text in quotes"
            self._fault(node, "scene-description", message, 'write @action("A plane cuts …")')
            return ""
        try:
            named = [field for _, field, _, _ in Formatter().parse(node.value) if field is not None]
        except ValueError as error:
            message = f"the description's braces do not match: {error}"
            self._fault(node, "scene-description", message, "a parameter's name stands in braces: {to}")
            return node.value
        for field in named:
            if field not in known:
                message = f"'{{{field}}}' is no parameter of the action or its scene"
                self._fault(node, "scene-description", message, did_you_mean(field, known))
        return node.value

    def _parameter(self, owner: str, name: str, annotation: ast.AST, value: ast.expr | None) -> Parameter:
        kind, many, words = self._kind(annotation)
        limits = tuple(self._limits.pop(owner + name, ()))
        if any(not many if one.length else kind not in {"Count", "Prose"} for one in limits):
            message = f"the limits of {owner}{name} fit no {kind}"
            self._fault(annotation, "scene-limits", message, "a count and a text have limits, and len(…) of a list")
        default = None if value is None else default_of(value, kind, many=many)
        return Parameter(name, kind, many, value is None, words, limits, default)

    def _kind(self, node: ast.AST) -> tuple[ParameterKind, bool, tuple[str, ...]]:
        """Kind, whether it is many, and a Word's words, of an annotation."""
        match node:
            case (
                ast.BinOp(op=ast.BitOr(), left=of, right=ast.Constant(None))
                | ast.BinOp(op=ast.BitOr(), left=ast.Constant(None), right=of)
            ):
                return self._kind(of)
            case ast.Constant(str(quoted)):
                with suppress(SyntaxError, ValueError, RecursionError, MemoryError):
                    return self._kind(ast.copy_location(ast.parse(quoted, mode="eval").body, node))
            case ast.Subscript(value=outer, slice=inner):
                inside = inner.elts if isinstance(inner, ast.Tuple) else [inner]
                words = tuple(
                    one.value for one in inside if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )
                match _last_name(outer), inside:
                    case "Optional", [of, *_]:
                        return self._kind(of)
                    case "Literal", _ if len(words) == len(inside):
                        return "Word", False, words
                    case "tuple", [of, ast.Constant(value)] if value is ...:
                        kind, _, words = self._kind(of)
                        return kind, True, words
        name = _last_name(node) if isinstance(node, ast.expr) else ""
        kind_named = next((kind for kind in KINDS if kind == name and kind != "Word"), None)
        if kind_named is None:
            found = ast.unparse(node) if isinstance(node, ast.expr) else "nothing"
            expected = ", ".join(kind for kind in KINDS if kind != "Word")
            message = f"found the annotation {found}, expected one of {expected}"
            hint = 'or Literal["a", "b"], tuple[Number, ...], Number | None; what is no parameter starts with \'_\''
            self._fault(node, "scene-parameter", message, hint)
        return kind_named or "Number", False, ()

    def _fault(self, node: ast.AST, rule: str, message: str, hint: str = "") -> None:
        place = Place(getattr(node, "file", self._file), getattr(node, "lineno", 1), getattr(node, "col_offset", 0) + 1)
        self._gathering.add(place, rule, message, hint)


def _parts_in_words(kind: PlayKind) -> str:
    return f"{kind}: " + ", ".join(f"{part} ({of})" for part, (of, _) in PLAY_PARTS[kind].items())


def _action_call(node: ast.FunctionDef) -> ast.Call | None:
    """A method's `@action(…)`; None for a method that is no action."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call) and _last_name(decorator.func) == "action":
            return decorator
    return None


def _assigned(node: ast.ClassDef, name: str) -> ast.expr | None:
    """What a class states first as `name = …` or `name: ClassVar = …`; None if it does not."""
    for one in node.body:
        if isinstance(one, ast.Assign | ast.AnnAssign):
            targets = one.targets if isinstance(one, ast.Assign) else [one.target]
            if [at.id for at in targets if isinstance(at, ast.Name)] == [name]:
                return one.value
    return None


def _literal(node: ast.expr | None) -> object:
    """The constant that an expression is; None for any other."""
    with suppress(ValueError):
        return ast.literal_eval(node) if node else None
    return None


def _is_public(node: ast.AnnAssign) -> bool:
    annotation = node.annotation.value if isinstance(node.annotation, ast.Subscript) else node.annotation
    hidden = isinstance(node.target, ast.Name) and node.target.id.startswith("_")
    return not hidden and _last_name(annotation) != "ClassVar"
