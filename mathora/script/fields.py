"""Reading a mapping by a table: a row is a key, its reader, and whether it has to be there.

Owns: `Field`, `Gathering` and the faults of keys and plain values that all tables share.

Laws:
- A reader takes a node and gives a value, or raises `Faulty` with all that is wrong below that node.
- A table's faults are gathered: one bad key hides no other.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NoReturn, ParamSpec, TypeVar

from mathora.lesson import Fault, Faulty, Place, Text, did_you_mean, nearest, refuse
from mathora.script.nodes import ListNode, MapNode, ScalarNode, YamlNode
from mathora.script.yaml_causes import named as unseen_name

P = ParamSpec("P")
T = TypeVar("T")
W = TypeVar("W", bound=str)
Reader = Callable[[YamlNode], T]

PLAIN_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_NAME = 64
MOST_LISTED = 100
LONGEST_QUOTED = 40
OF_A_VALUE = ("wrong-type", "missing-value", "unknown-word", "not-a-plain-name", "too-few")
"""Rules whose messages say what is wrong with a value, and need its key to say where."""
WHOLE = re.compile(r"[0-9]{1,13}")
DECIMAL = re.compile(r"[+-]?([0-9]{1,12}(\.[0-9]{1,12})?|\.[0-9]{1,12})")
CLOCK = re.compile(r"([0-9]{1,4}):([0-5][0-9])")
KEY_AND_VALUE = re.compile(r"([^:=]*[^:=\s])\s*([:=])\s*(\S.*)", re.DOTALL)
PAIRS = re.compile(r"([^\s,=(){}]+)\s*=\s*(-?[\d.]+)")  # `x = 1, y = 2`, as mathematicians write a point

QUOTED = "a text that starts with [ or {, or has ': ' in it, has to be in quotes"
EMPTY = "write it in its place; the lines of a text after | or > stand deeper than its key"
LISTED = re.compile(r"(?:[\w.,+/^\\ -]|(?<=\w)[:?&=%~@#](?=[\w/]))+")  # what can stand between brackets as it is
NOT_A_NUMBER = re.compile(r"[+-]?\.?(nan|inf|infinity)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping: `name` is the vocabulary's word for it where that differs from the author's."""

    key: str
    read: Reader[Any]
    required: bool = False
    name: str = ""


@dataclass(slots=True)
class Gathering:
    """Collects the faults of several readers, to raise them together."""

    faults: list[Fault] = field(default_factory=list)

    def take(self, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What `read` gives for these arguments; if it raises `Faulty`, its faults are kept and it gives None."""
        try:
            return read(*args, **kwargs)
        except Faulty as faulty:
            self.faults += faulty.faults
            return None

    def add(self, place: Place, rule: str, message: str, hint: str = "", length: int = 1) -> None:
        """Adds a fault of one's own."""
        self.faults.append(Fault(place, rule, message, hint, length))

    def close(self) -> None:
        """Raises `Faulty` if there was any fault."""
        if self.faults:
            raise Faulty(self.faults)


def shorten(value: str) -> str:
    """`value` in one line, short enough for a message."""
    line = " ".join(value.split())
    return line if len(line) <= LONGEST_QUOTED else line[: LONGEST_QUOTED - 1] + "…"


def no_file(name: Text) -> NoReturn:
    """Where no file may be read."""
    message = f"the file '{shorten(name.value)}' cannot be read here"
    refuse(name, "no-file", message, "check the lesson where its file stands: mathora check FILE")


def found(node: YamlNode) -> str:
    """What stands at a node, in an author's words."""
    if isinstance(node, ScalarNode):
        if node.missing:
            return "nothing"
        return f"'{shorten(node.text.value)}'"
    return "a list" if isinstance(node, ListNode) else "a mapping"


def expected(node: YamlNode, what: str, hint: str = "") -> NoReturn:
    """Raises `Faulty`: a value of the wrong type, or none at all."""
    length = len(node.text.value) if isinstance(node, ScalarNode) else 1
    if isinstance(node, ScalarNode) and node.missing:
        missing = f"a value is missing, expected {what}"
        raise Faulty([Fault(node.place, "missing-value", missing, hint or f"write {what} behind the colon")])
    message = f"found {found(node)}, expected {what}"
    hint = hint or (_of_clock(node.text.value) if isinstance(node, ScalarNode) else "")
    raise Faulty([Fault(node.place, "wrong-type", message, hint or f"write {what}", max(1, length))])


def _of_clock(written: str) -> str:
    """How `1:30` is mended; empty for what is written otherwise."""
    clock = CLOCK.fullmatch(written)
    whole = 60 * int(clock[1]) + int(clock[2]) if clock else 0
    return f"write one number, such as {whole} for {written}; a ratio is a/b" if clock else ""


def mapping(node: YamlNode, what: str) -> MapNode:
    """`node` as a mapping; `what` names it in the fault."""
    if isinstance(node, MapNode):
        return node
    written = KEY_AND_VALUE.fullmatch(node.text.value) if isinstance(node, ScalarNode) else None
    key, sign, value = written.groups() if written else ("", "", "")
    if isinstance(node, ScalarNode) and (pairs := PAIRS.findall(node.text.value)) and sign == "=":
        expected(node, what, f"write {{{', '.join(f'{name}: {number}' for name, number in pairs)}}}")
    lacks = "a blank is missing behind the colon" if sign == ":" else "a colon and a blank stand behind a key"
    expected(node, what, f"{lacks}: write '{shorten(f'{key}: {value}')}'" if written else "")


def fields(node: YamlNode, table: Sequence[Field], what: str) -> dict[str, Any]:
    """The values of a mapping by the vocabulary's names; absent optional keys are left out."""
    entries = mapping(node, f"{what}: a mapping with the keys {', '.join(row.key for row in table)}").entries
    rows = {row.key: row for row in table}
    gathering = Gathering()
    values: dict[str, Any] = {}
    for key, value in entries:
        row = rows.get(key.value)
        if row is None:
            hint = key_hint(key.value, value, list(rows), braces=mapping(node, what).braces)
            gathering.faults.append(key.fault("unknown-key", f"unknown key '{key.value}' in {what}", hint))
        else:
            values[row.name or row.key] = gathering.take(named, key.value, row.read, value)
    there = {key.value if key.value in rows else meant_key(key.value, list(rows)) for key, _ in entries}
    for row in table:
        if row.required and row.key not in there:
            gathering.add(node.place, "missing-key", f"{what} has no '{row.key}'", f"add '{row.key}:'")
    gathering.close()
    return values


def meant_key(key: str, known: Sequence[str]) -> str:
    """The key that is meant by one that is none, as `key_hint` tells it; empty if nobody can say."""
    head = "".join(one for one in key if not _is_unseen(one)).partition(":")[0]
    return head if head in known else nearest(key, known)


def _is_unseen(one: str) -> bool:
    return (one.isspace() and one != " ") or unicodedata.category(one) == "Cf"


def key_hint(key: str, value: YamlNode, known: Sequence[str], *, braces: bool) -> str:
    """How to mend a key that is none: often it is a part of a text."""
    if unseen := [*filter(_is_unseen, key)]:
        plain = "".join(one for one in key if one not in unseen)
        hint = f"{unseen_name(unseen[0])} stands in it, which cannot be seen: "
        return hint + (f"did you mean '{plain}'?" if plain in known else "write the key anew")
    for sign, slip in ((":", "a blank is missing behind the colon"), ("=", "behind a key stands a colon")):
        head, found, rest = (part.strip() for part in key.partition(sign))
        if found and head in known:
            return f"{slip}: write '{head}: {rest}'"
    if braces and isinstance(value, ScalarNode) and value.missing:
        if key.isdecimal():
            return f"inside {{ }} a comma ends a value: a number has a decimal point, as in 1.{key}"
        if key.endswith(")"):
            return "inside { } a comma ends a value: a vector is written as [1, 2]"
        return "inside { } a comma ends a text: a text with a comma has to be in quotes"
    return did_you_mean(key, known)


def named(key: str, read: Reader[T], node: YamlNode) -> T:
    """What `read` gives; a fault of the value itself then begins with its key."""
    try:
        return read(node)
    except Faulty as faulty:
        raise Faulty(
            replace(fault, message=f"{key}: {fault.message}")
            if fault.rule in OF_A_VALUE and fault.place == node.place
            else fault
            for fault in faulty.faults
        ) from None


def scalar(node: YamlNode, what: str, hint: str = "") -> ScalarNode:
    """`node` as a single value that is there; `hint` mends a list or a mapping."""
    if not isinstance(node, ScalarNode):
        expected(node, what, hint)
    if node.missing or not node.text.value.strip():
        expected(node, what, "" if node.plain else EMPTY)
    return node


def text(node: YamlNode) -> Text:
    """A text of one or more characters, without the blanks around it."""
    return scalar(node, "a text", QUOTED).text.stripped()


def sentence(node: YamlNode) -> Text:
    """A text in which a `#` would be a word's, no comment's."""
    if isinstance(node, ScalarNode) and node.comment:
        raise Faulty([node.comment])
    return text(node)


def tex(node: YamlNode) -> Text:
    """A formula as LaTeX, without dollars."""
    whole = scalar(node, "a formula", QUOTED).text.stripped()
    if whole.value.startswith("$"):
        refuse(whole, "dollars", "a formula stands here anyway", "leave the dollars out")
    if hint := _of_clock(whole.value):
        message = f"found '{whole.value}', which is a time or a ratio, no number"
        refuse(whole, "wrong-type", message, hint)
    return whole


def plain_name(node: YamlNode) -> str:
    """A name that can be part of a file's name and of an address in a page: `one-knob`."""
    what = "a name of small letters, digits and single hyphens that starts with a letter, such as 'one-knob'"
    written = scalar(node, what).text
    if not PLAIN_NAME.fullmatch(written.value) or len(written.value) > LONGEST_NAME:
        message = f"found {found(node)}, expected {what}, at most {LONGEST_NAME} long"
        refuse(written, "not-a-plain-name", message, "it names files and addresses; the title may say anything")
    return written.value


def whole(low: int, high: int, what: str = "") -> Reader[int]:
    """A reader of whole numbers from `low` to `high`; `what` is said to be expected."""
    what = what or f"a whole number from {low} to {high}"

    def read(node: YamlNode) -> int:
        written = scalar(node, what).text
        if not WHOLE.fullmatch(written.value) or not low <= int(written.value) <= high:
            expected(node, what)
        return int(written.value)

    return read


def seconds(longest: int) -> Reader[float]:
    """A reader of a duration in seconds, not negative and at most `longest`."""

    def read(node: YamlNode) -> float:
        what = f"seconds, a number from 0 to {longest}"
        written = scalar(node, what).text
        if not DECIMAL.fullmatch(written.value) or not 0 <= float(written.value) <= longest:
            expected(node, what)
        return abs(float(written.value))  # -0 is 0

    return read


def flag(node: YamlNode) -> bool:
    """YAML 1.2's booleans: `true` or `false`, without quotes."""
    if not isinstance(node, ScalarNode) or not node.plain or node.text.value not in ("true", "false"):
        expected(node, "true or false")
    return node.text.value == "true"


def one_of(words: Sequence[W]) -> Reader[W]:
    """A reader of one of some words."""

    def read(node: YamlNode) -> W:
        what = "one of " + ", ".join(words)
        written = scalar(node, what).text
        for word in words:
            if word == written.value:
                return word
        near = did_you_mean(written.value, words)
        hint = near if near.startswith("did") else "write one of them"  # all words stand in the message
        raise Faulty([written.fault("unknown-word", f"found {found(node)}, expected {what}", hint)])

    return read


def several(
    read: Reader[T], what: str, *, least: int = 0, most: int = MOST_LISTED, once: bool = False
) -> Reader[tuple[T, ...]]:
    """A reader of lists of what `read` reads, at least `least` and at most `most` of them, none twice if `once`."""

    def read_list(node: YamlNode) -> tuple[T, ...]:
        if not isinstance(node, ListNode):
            one = node.text.value if isinstance(node, ScalarNode) else ""
            written = f"[{one}]" if LISTED.fullmatch(one) else "[a, b]"
            expected(node, f"a list of {what}", f"each entry starts with '- ', or write {written}")
        if len(node.items) < least:
            message = f"found {len(node.items)} {what}, expected at least {least}"
            raise Faulty([Fault(node.place, "too-few", message, f"add {least - len(node.items)} more")])
        if len(node.items) > most:
            message = f"found {len(node.items)} {what}, expected at most {most}"
            raise Faulty([Fault(node.items[most].place, "too-many", message, "leave this one and those after it out")])
        gathering = Gathering()
        values = [gathering.take(read, item) for item in node.items]
        for index, (item, value) in enumerate(zip(node.items, values, strict=True)):
            if once and value is not None and value in values[:index]:
                message, hint = f"{found(item)} stands here twice", "leave one of them out"
                gathering.faults.append(Fault(item.place, "repeated", message, hint, len(found(item)) - 2))
        gathering.close()
        return tuple(value for value in values if value is not None)

    return read_list


def one_or_several(read: Reader[T], what: str, *, most: int = MOST_LISTED, once: bool = False) -> Reader[tuple[T, ...]]:
    """A reader of one value or a list of them."""
    read_list = several(read, what, least=1, most=most, once=once)

    def read_either(node: YamlNode) -> tuple[T, ...]:
        return read_list(node) if isinstance(node, ListNode) else (read(node),)

    return read_either
