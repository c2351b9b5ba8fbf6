"""YAML text as a tree of places: scalars, lists and mappings that know where each character was written.

Owns: the one use of PyYAML, the limits on a script's size, and everything that is wrong with a script as YAML.

Laws:
- Only PyYAML's event parser is used: no value is constructed, no tag resolved, so a script can make no object.
- Every source, however hostile, gives a node or `Faulty`, in time linear in its length: length, depth and the number
  of nodes (aliases counted as often as they are used) are bounded.
- Every scalar is a `Text`: `text.places[i]` is where `text.value[i]` was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from mathora.lesson import Fault, Faulty, Place, Text
from mathora.script.scalars import LineIndex, index_places, lossy_escape
from mathora.script.yaml_causes import DIRECTION, named, odd_lines
from mathora.script.yaml_errors import escape_fault, syntax_fault

LONGEST_SOURCE = 1 << 20
DEEPEST = 20
MOST_NODES = 50_000
ODD_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")
BLOCKS = ("|", ">")
UNSEEN = re.compile("^[\u200b\u2060\ufeff\u00ad]|[\u200b\u2060\ufeff\u00ad]$")
"""Signs without a width, which mean nothing at the ends of a value."""

MERGED = "<<"
NULLS = ("", "~", "null", "Null", "NULL")


COMMENT_BEHIND = re.compile(r"[ \t]*(#[^\n]*)")
COMMENT_LINE = re.compile(r"\n[ \t]*(#[ \t][^\n]*)")


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A single value; `plain` if it was written without quotes and not as a block.

    `comment` is what is wrong with a `#` here if this is a sentence: one that ends a plain sentence takes the rest of
    it away, one in a block is read out. After a formula, a name or a number it is an ordinary comment.
    """

    text: Text
    plain: bool
    comment: Fault | None = None

    @property
    def place(self) -> Place:
        """Where its first character was written."""
        return self.text.place

    @property
    def missing(self) -> bool:
        """Whether nothing was written here (`say:` and a line's end, or `~`)."""
        return self.plain and self.text.value in NULLS


@dataclass(frozen=True, slots=True)
class ListNode:
    """A list, as a block of dashes or in brackets."""

    items: tuple[YamlNode, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping; no key stands twice, and every key is a scalar. `braces`: it is written in one line, `{a: 1}`."""

    entries: tuple[tuple[Text, YamlNode], ...]
    place: Place
    braces: bool = False


YamlNode = ScalarNode | ListNode | MapNode


def compose(source: str, file: str) -> YamlNode:
    """The tree of a script's only document.

    Raises `Faulty` for what is not YAML, and for YAML that a lesson must not use: tags, duplicate keys, keys that are
    no scalars, several documents, aliases into themselves, control characters, and anything beyond the limits.
    """
    lines = LineIndex(source, file)
    _refuse_odd_characters(source, lines)
    composer = _Composer(source, lines)
    odd = tuple(odd_lines(source, lines))
    try:
        node = composer.document()
    except Faulty as faulty:
        raise Faulty(odd or faulty.faults) from None
    if odd:
        raise Faulty(odd)
    return node


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _stop(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _refuse_odd_characters(source: str, lines: LineIndex) -> None:
    if len(source) > LONGEST_SOURCE:
        message = f"the script has {len(source)} characters, at most {LONGEST_SOURCE} are read"
        raise Faulty([Fault(lines.place(0), "too-big", message, "make two lessons of it")])
    odd = ODD_BREAK.search(source)
    if odd is not None:
        message = f"unusual line break U+{ord(odd.group()):04X}"
        raise Faulty([Fault(lines.place(odd.start()), "yaml", message, "use an ordinary line break")])


@dataclass(slots=True)
class _Composer:
    """Events to nodes; collects what can be collected and stops at what breaks the rest."""

    source: str
    lines: LineIndex
    faults: list[Fault] = field(default_factory=list)
    anchors: dict[str, tuple[YamlNode, int] | None] = field(default_factory=dict)
    unused: dict[str, Place] = field(default_factory=dict)
    nodes: int = 0

    def document(self) -> YamlNode:
        events = self._events()
        next(events)  # the stream's start
        if isinstance(next(events), yaml.StreamEndEvent):
            place, hint = self.lines.place(0), "start with 'id: my-lesson'"
            raise Faulty([Fault(place, "empty-script", "the script is empty", hint)])
        node = self._node(next(events), events, 0)
        next(events)  # the document's end
        after = next(events)
        if not isinstance(after, yaml.StreamEndEvent):
            message = "a second document starts here; a script is one document"
            self.faults.append(Fault(self._place(after), "yaml", message, "remove the '---'"))
        for name, place in self.unused.items():
            message, hint = f"'&{name}' is no part of the text, and no '*{name}' uses it", "put the text in quotes"
            self.faults.append(Fault(place, "yaml-alias", message, hint, 1 + len(name)))
        if self.faults:
            raise Faulty(self.faults)
        return node

    def _events(self) -> Iterator[yaml.Event]:
        try:
            loader = yaml.SafeLoader(self.source)
        except yaml.YAMLError as error:
            raise Faulty([syntax_fault(error, self.lines)]) from None
        try:
            while loader.check_event():
                yield loader.get_event()  # type: ignore[no-untyped-call]
        except yaml.YAMLError as error:
            raise Faulty([*self.faults, syntax_fault(error, self.lines)]) from None
        except (ValueError, OverflowError):  # PyYAML converts an escape's or a directive's digits unchecked
            place = self.lines.place(loader.index)
            message = "this number is not the code of a character, nor a version of YAML"
            raise Faulty([*self.faults, Fault(place, "yaml", message, "write the character itself")]) from None

    def _place(self, event: yaml.Event) -> Place:
        return self.lines.place(_start(event))

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> YamlNode:
        self._count(1, event)
        if depth > DEEPEST:
            message, hint = f"nested more than {DEEPEST} deep", "a lesson needs no more than eight levels"
            raise Faulty([*self.faults, Fault(self._place(event), "too-deep", message, hint)])
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        tag, anchor = getattr(event, "tag", None), getattr(event, "anchor", None)
        if tag is not None:
            hint = "a lesson needs no tags: leave it out; a text that starts with ! has to be in quotes"
            self.faults.append(
                Fault(
                    self._place(event),
                    "yaml-tag",
                    f"tag '{tag.replace('tag:yaml.org,2002:', '!!')}' is not allowed",
                    hint,
                )
            )
        before = self.nodes
        if anchor is not None:
            self.anchors[anchor] = None  # being written: an alias to it from inside has no end
            self.unused[anchor] = self._place(event)
        node: YamlNode
        if isinstance(event, yaml.ScalarEvent):
            node = self._scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._list(event, events, depth)
        else:
            node = self._map(event, events, depth)
        if anchor is not None:
            self.anchors[anchor] = (node, self.nodes - before + 1)
        return node

    def _count(self, nodes: int, event: yaml.Event) -> None:
        self.nodes += nodes
        if self.nodes > MOST_NODES:
            message = f"more than {MOST_NODES} values, aliases counted as often as they are used"
            raise Faulty([*self.faults, Fault(self._place(event), "too-big", message, "make two lessons of it")])

    def _alias(self, event: yaml.AliasEvent) -> YamlNode:
        place = self._place(event)
        if event.anchor not in self.anchors:
            message = f"no '&{event.anchor}' stands before this '*{event.anchor}'"
            hint = "a text that starts with * has to be in quotes"
            raise Faulty([*self.faults, Fault(place, "yaml-alias", message, hint)])
        target = self.anchors[event.anchor]
        if target is None:
            message = f"'*{event.anchor}' stands inside its own '&{event.anchor}'"
            raise Faulty([*self.faults, Fault(place, "yaml-alias", message, "write the value out")])
        self._count(target[1], event)
        self.unused.pop(event.anchor, None)
        return target[0]

    def _scalar(self, event: yaml.ScalarEvent) -> ScalarNode:
        start, stop = _start(event), _stop(event)
        places = index_places(event.value, event.style, self.source, start, stop)
        text = Text(event.value, tuple(self.lines.place(index) for index in places))
        self._refuse_escapes(event, text)
        if unseen := UNSEEN.search(event.value):
            message = f"{named(unseen[0])} stands at an end of this value, where it cannot be seen"
            self.faults.append(Fault(text.at(unseen.start()), "odd-blank", message, "delete it"))
        return ScalarNode(text, plain=event.style is None, comment=self._comment(event.style, start, stop))

    def _comment(self, style: str | None, start: int, stop: int) -> Fault | None:
        if style is None and (behind := COMMENT_BEHIND.match(self.source, stop)):
            message = "' #' starts a comment: what stands behind it is lost"
            hint = "put the whole text in quotes, or the comment in a line of its own above"
        elif style in BLOCKS and (behind := COMMENT_LINE.search(self.source, start, stop)):
            message = "in a text after | or > this line is no comment: it is a part of the text"
            hint = "move the comment above the text's key; if it belongs to the text, put the text in quotes"
        else:
            return None
        return Fault(self.lines.place(behind.start(1)), "comment-in-text", message, hint, len(behind[1].rstrip()))

    def _refuse_escapes(self, event: yaml.ScalarEvent, text: Text) -> None:
        if event.style != '"':
            return
        escape = lossy_escape(self.source, _start(event), _stop(event))
        if escape is not None:
            self.faults.append(escape_fault(self.lines, escape))
            return
        for offset, character in enumerate(text.value):
            if unicodedata.category(character) in ("Cc", "Cs") and character != "\n":
                message = f"character U+{ord(character):04X} cannot be shown"
                self.faults.append(Fault(text.at(offset), "control-character", message, "delete it"))
            elif DIRECTION.fullmatch(character):
                message = f"{named(character)} turns the order in which the text is read"
                self.faults.append(Fault(text.at(offset), "reading-order", message, "delete it"))

    def _list(self, event: yaml.SequenceStartEvent, events: Iterator[yaml.Event], depth: int) -> ListNode:
        items: list[YamlNode] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(self._node(inner, events, depth + 1))
        return ListNode(tuple(items), self._place(event))

    def _map(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> MapNode:
        entries: dict[str, tuple[Text, YamlNode]] = {}
        while not isinstance(inner := next(events), yaml.MappingEndEvent):
            key = self._node(inner, events, depth + 1)
            value = self._node(next(events), events, depth + 1)
            if not isinstance(key, ScalarNode):
                message = "a key has to be a word, here it is a list or a mapping"
                hint = "a text that starts with [ or { has to be in quotes"
                self.faults.append(Fault(key.place, "yaml-key", message, hint))
            elif key.text.value == MERGED:
                message, hint = "a lesson has no merge keys", "write the keys themselves here"
                self.faults.append(Fault(key.place, "yaml-key", message, hint, len(MERGED)))
            elif key.text.value in entries:
                first = entries[key.text.value][0].place
                message = f"key '{key.text.value}' stands here twice; first in line {first.line}"
                hint = "leave one of them out"
                self.faults.append(key.text.fault("duplicate-key", message, hint))
            else:
                entries[key.text.value] = (key.text, value)
        return MapNode(tuple(entries.values()), self._place(event), bool(getattr(event, "flow_style", False)))
