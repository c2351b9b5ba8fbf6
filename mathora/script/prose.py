r"""Sentences of the author's: words, `$…$` formulas and `[9.8](V(0.35))` checked numbers.

Owns: the little language inside texts. Nothing else has a meaning there: no Markdown, no markup; `\$` and `\[` are
a dollar and a bracket. In a narration `{cut}` calls a move of the picture, `{$w_1$}` lights a term; `\{` is a brace.

Law: joining what the pieces were cut from gives back the text; every piece knows where it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from mathora.lesson import CheckedNumber, Maths, MoveCue, Prose, TermCue, Text, Words, refuse
from mathora.script.fields import Gathering, sentence
from mathora.script.nodes import YamlNode

LONGEST_PROSE = 4000
LONGEST_TITLE, LONGEST_LESSON_TITLE = 80, 120  # a section's stands in one line; a lesson's has a card

LONGEST_ON_CARD, LONGEST_CREDIT = 60, 120
"""Track and unit share one of the card's lines, the author and the licence another."""

IN_THE_FIRST = "shorten it; what else there is to say, say in the first step"
LONGEST_WORD = re.compile(r"[^\W_]{46,}")  # a word that no line of a caption or of a picture holds

ABOUT = r"(?:about|around|roughly|approximately|circa|ca\.|rund|etwa|ungefähr|annähernd)"
"""Words behind which a whole number is rounded, in the languages of lessons."""

SHOWN_NUMBER = re.compile(rf"(?P<about>{ABOUT} )?(?P<number>[-−]?[0-9]+(?:\.[0-9]+)?)(?P<percent>\\?%)?")
COMMA = re.compile(r"[-−]?[0-9][0-9,. ]*,[0-9,. ]*[0-9]%?")
LED = re.compile(r"([-−]?[0-9]+(?:\.[0-9]+)?)(\D+)$")
ABOUT_BEFORE = re.compile(rf"(?<!\w){ABOUT}\s+$", re.IGNORECASE)
PRICES = re.compile(r"\$[0-9][^$]*\s\$[0-9]")
APART = re.compile(r"\[[-−]?[0-9.]+\\?%?\]\s+\(")
LATEX = r"\\(?:[A-Za-z]{2,}|[]()%&_#])"
MARK = re.compile(rf"\\[$\[]|{LATEX}|\$|\[")
EMPHASIS = ("textbf", "textit", "textsl", "textsc", "texttt", "textrm", "emph", "underline", "bf", "it")
NARRATION_MARK = re.compile(rf"\\[$\[{{]|{LATEX}|\$|\[|\{{(?:[a-z][a-z_]*\}}|\$)?")
BRACED = re.compile(r"(?:\{[^{}]*\})*")  # what belongs to a command of LaTeX, and calls no move

ProsePart = Words | Maths | CheckedNumber


def prose(node: YamlNode) -> Prose:
    """A text with its formulas and checked numbers; raises `Faulty` for all that is wrong in it."""
    return read_prose(_whole(node))


def narration(node: YamlNode) -> Prose:
    """What is said: a text in which `{cut}` may call a move; raises `Faulty` likewise."""
    return read_prose(_whole(node), NARRATION_MARK)


def _whole(node: YamlNode) -> Text:
    whole = sentence(node)
    if len(whole.value) > LONGEST_PROSE:
        message = f"{len(whole.value)} characters, at most {LONGEST_PROSE} in one text"
        refuse(whole.cut(0, 1), "too-long", message, "make several steps of it")
    for word in LONGEST_WORD.finditer(whole.value):
        if any(letter.lower() != letter.upper() for letter in word[0]):  # scripts of one case write without blanks
            message = f"a word of {len(word[0])} letters fits no line"
            refuse(whole.cut(*word.span()), "long-word", message, "part it by a blank or a hyphen")
    return whole


def short(
    read: Callable[[YamlNode], Prose], most: int, what: str = "a title", hint: str = IN_THE_FIRST
) -> Callable[[YamlNode], Prose]:
    """A reader of titles, or of `what` else, as wide as about `most` letters; of formulas each second sign counts."""

    def read_short(node: YamlNode) -> Prose:
        found = read(node)
        if (length := letters(found)) > most:
            message = f"{what} as wide as {length} letters is too long for its place, expected at most {most}"
            refuse(found.text, "long-title", message, hint)
        return found

    return read_short


def letters(text: Prose) -> int:
    """How many usual letters a text is as wide as, about."""
    words = sum(breadth(one.text.value) for one in text.pieces if isinstance(one, Words))
    return words + sum(len(one.tex.value) // 2 for one in text.pieces if isinstance(one, Maths))


def breadth(words: str) -> int:
    """How many usual letters are as wide: small ones of Latin, of which a Chinese sign or an M is as wide as two."""
    wide = sum(one in "MWmw—…" or unicodedata.east_asian_width(one) in {"W", "F"} for one in words)
    capital = sum(one.isupper() and one not in "MWI" for one in words)
    return len(words) + (4 * wide + capital) // 4


def read_prose(whole: Text, marks: re.Pattern[str] = MARK) -> Prose:
    """The pieces of `whole`, and the moves that it calls if `marks` has them."""
    gathering = Gathering()
    pieces: list[ProsePart] = []
    cues: list[MoveCue | TermCue] = []
    words: list[int] = []  # the offsets of the words' characters since the last formula or number
    at = 0
    while at < len(whole.value):
        mark = marks.search(whole.value, at)
        words += range(at, mark.start() if mark else len(whole.value))
        if mark is None:
            break
        at = mark.end()
        if mark.group().startswith("\\"):
            words.append(mark.start() + 1)
            if mark.group()[1] not in "$[{":
                gathering.take(_refuse_latex, whole.cut(*mark.span()))
                at = BRACED.match(whole.value, at).end()  # type: ignore[union-attr] # it may match nothing
            continue
        if mark.group().startswith("{"):
            left = len(whole.value) if mark.group() == "{$" else at
            cue, at = gathering.take(_cue, whole, mark, len(pieces), len(words)) or (None, left)
            cues += [cue] if cue else []
            continue
        read: Callable[[Text, int], tuple[ProsePart | None, int]] = _maths if mark.group() == "$" else _number
        piece, at = gathering.take(read, whole, mark.start()) or (None, len(whole.value))
        if piece is None:
            words += range(mark.start(), at)
        else:
            if isinstance(piece, CheckedNumber):
                words += range(mark.end(), whole.value.index(piece.shown.value[:1], mark.end()))
            pieces += [*_words(whole, words), piece]
            words = []
    gathering.close()
    moves = tuple(cue for cue in cues if isinstance(cue, MoveCue))
    pointed = tuple(cue for cue in cues if isinstance(cue, TermCue))
    return Prose(text=whole, pieces=(*pieces, *_words(whole, words)), cues=moves, pointed=pointed)


def _refuse_latex(command: Text) -> None:
    plain = command.value[1:] in "]%&_#"
    hint = f"write {command.value[1:]} alone" if plain else "a formula stands between dollars: $…$"
    if command.value[1:] in EMPHASIS:
        hint = "a sentence has no bold or slanted words: write them alone, without the command and its braces"
    refuse(command, "latex-in-words", f"{command.value} stands between words, where LaTeX means nothing", hint)


def _cue(whole: Text, mark: re.Match[str], piece: int, offset: int) -> tuple[MoveCue | TermCue, int]:
    """What a brace calls, `{cut}` or `{$w_1$}`, before a character of a piece; and where to go on."""
    start, end = mark.span()
    cue: MoveCue | TermCue
    if mark.group() == "{":
        hint = r"a move of the picture is called by small letters between braces, as {cut}; for a brace write \{"
        refuse(whole.cut(start, end), "open-cue", "a brace in a narration calls a move, and this one calls none", hint)
    if mark.group() == "{$":
        term, closed = _maths(whole, start + 1)
        if whole.value[closed : closed + 1] != "}":
            hint = "write {$w_1$} before the word with which it is lit"
            refuse(whole.cut(start, start + 1), "open-cue", "this brace does not end behind its formula", hint)
        cue, end = TermCue(tex=term.tex, piece=piece, offset=offset), closed + 1
    else:
        cue = MoveCue(name=whole.cut(start + 1, end - 1), piece=piece, offset=offset)
    return cue, end + _blank_after(whole.value, start, end)


def _blank_after(value: str, start: int, end: int) -> int:
    """1 if the blank behind a mark goes with it: there is one before it, too, or nothing."""
    before, after = value[:start], value[end:]
    return int(after[:1].isspace() and (not before or before[-1].isspace()))


def _words(whole: Text, offsets: list[int]) -> Iterator[Words]:
    if offsets:
        value = "".join(whole.value[offset] for offset in offsets)
        yield Words(text=Text(value, (*(whole.at(offset) for offset in offsets), whole.at(offsets[-1] + 1))))


def _maths(whole: Text, start: int) -> tuple[Maths, int]:
    end = start + 1
    while end < len(whole.value) and whole.value[end] != "$":
        end += 2 if whole.value[end] == "\\" else 1
    if end >= len(whole.value):
        hint = "close the formula with $, or write \\$ for a dollar"
        refuse(whole.cut(start, start + 1), "open-formula", "a formula starts here and is never closed", hint)
    if PRICES.fullmatch(whole.value, start, end + 2):
        hint = "write \\$ for a dollar; a formula has no blank before its last dollar"
        refuse(whole.cut(start, end + 1), "dollars", "two dollars with an amount behind each of them", hint)
    inside = whole.cut(start + 1, end).stripped()
    if not inside.value:
        message = "a formula is missing between the dollars"
        refuse(whole.cut(start, end + 1), "empty-formula", message, "write one, or \\$ for a dollar")
    return Maths(tex=inside), end + 1


def _number(whole: Text, start: int) -> tuple[CheckedNumber | None, int]:
    """A checked number, or None for a bracket that is only a bracket; and where to go on."""
    close = whole.value.find("](", start)
    if apart := APART.match(whole.value, start):
        message = "a blank stands between a number and what it comes from"
        refuse(whole.cut(start, apart.end()), "not-a-number", message, "write [9.8](V(0.35)); for a bracket write \\[")
    if close < 0 or "[" in whole.value[start + 1 : close] or "]" in whole.value[start + 1 : close]:
        return None, start + 1
    shown = whole.cut(start + 1, close)
    written = SHOWN_NUMBER.fullmatch(shown.value)
    if written is None:
        refuse(shown, "not-a-number", f"'{shown.value}' is not a number such as 9.8", _no_number(shown.value))
    end = _closing(whole.value, close + 1)
    if end is None:
        opened = whole.cut(close + 1, close + 2)
        refuse(opened, "open-number", "this parenthesis is never closed", "write [9.8](V(0.35))")
    source = whole.cut(close + 2, end).stripped()
    if not source.value:
        message = "nothing says where the number comes from"
        refuse(whole.cut(close + 1, end + 1), "empty-number", message, "write [9.8](V(0.35))")
    about = bool(written["about"]) or bool(ABOUT_BEFORE.search(whole.value, 0, start))
    return CheckedNumber(shown=_number_text(shown, written), source=source, rounded=about), end + 1


def _no_number(shown: str) -> str:
    """How to mend what stands in the brackets of a number."""
    if COMMA.fullmatch(shown):
        return "write it with a point and no commas, as 1234.5: each language has its own sign on the picture"
    if led := LED.match(shown):
        return f"the number alone stands in the brackets: [{led[1]}](…){led[2]}"
    return "links cannot stand in a text; for a bracket write \\["


def _number_text(shown: Text, written: re.Match[str]) -> Text:
    """The number alone, its sign of per cent without a backslash."""
    number = shown.cut(written.start("number"), written.end("number"))
    if not written["percent"]:
        return number
    sign = shown.at(written.end("percent") - 1)
    return Text(f"{number.value}%", (*number.places[:-1], sign, shown.at(written.end("percent"))))


def _closing(value: str, opening: int) -> int | None:
    depth = 0
    for offset in range(opening, len(value)):
        depth += {"(": 1, ")": -1}.get(value[offset], 0)
        if not depth:
            return offset
    return None
