"""What most often lies behind a syntax error, looked for in the lines before it; and what no parser tells.

Owns: `odd_lines` (what is wrong whether YAML takes it or not) and `cause` (why YAML stopped here).

Laws:
- Only lines are looked at, each a few times; a cause is told at its own line and column, with what to write.
- Characters are named, never shown: what cannot be seen in an editor cannot be seen in a message.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mathora.lesson import Fault
from mathora.script.scalars import LineIndex

BLANKS = "\u00a0\u1680\u180e\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
"""Blanks that are none for YAML: no-break, zero-width, wide."""

ODD_INDENT = re.compile(rf" *([{BLANKS}])[ {BLANKS}]*(?:[\w-]+ *:(?: |$)|- )")
ODD_AFTER = re.compile(rf" *(?:- +)?(?:[\w-]+:|-)([{BLANKS}])")
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")  # signs that turn the order of what is read around

UNSEEN = re.compile("(?<=\\w)[\u00ad\u180e\u200b\u2060\ufeff](?=\\w)")
"""Signs between letters that nobody sees, hears or means."""

CONFLICT = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?: |$)")

KEY = re.compile(r"( *)(?:- +)?([A-Za-z_][\w-]*|'[^']*'|\"[^\"]*\") *:(?: |$)")
NO_BLANK = re.compile(r" *(?:- +)?([A-Za-z_]\w*):([^\s:/\\].*)")
WIDE_COLON = re.compile(r" *(?:- +)?([A-Za-z_]\w*) *([\uff1a\ufe55\ufe13]) *(.*)")
NO_DASH = re.compile(r" *(-(?=\w+:(?: |$)|\{)|[+*] *(?=\w+: )|[\u2010-\u2015\u2212\u2022\u2023\u00b7] *)(\S.*)")
TWO_DASHES = re.compile(r" *- +(- +)(\w+:.*)")
ALONE = re.compile(r" *- +([A-Za-z_][\w-]*) *")  # an entry of a list that is one word

BLOCK = re.compile(r"( *)(?:- +)?[^\s#][^:]*: +[|>][-+0-9]* *(?:#.*)?$")
FLOW = re.compile(r"\{ *[\w\\]+: ")  # a mapping in braces, as under `with:`, not a text

UNPARTED = re.compile(r"[{,] *[\w\\]+: [^,:{}\[\]]+ (?=\w+: )(\w+)")
DOUBLED = re.compile(r"[,{\[] *(,)")
COMMA = "write {{…, {}: …}}"  # two keys of a mapping in braces with no comma between them

OPENED = re.compile(r" *(?:- +)*(?:[^\s#'\"\[{|>][^:]*: +)?([\[{\"']|[|>](?=\S*[^\s\d+-]))")
"""A text that begins as something else does; `|2-` alone is a sign of YAML's, `|x|` is a formula."""

BRACED = re.compile(
    r"\[(?:[^{}]*,)?([^,{}]*(?:\\\w+|[\^_])\{[^,]*)(?:,.*)?\]"
)  # a list in brackets, and its first entry with braces

LATEX = re.compile(r"\\|[\^_]\{")  # a command, or a script in braces

COMMENT = re.compile(r"(?<=\s)#")
EMPTIED = re.compile(r":\s+#.*[\]}]\s*$")
"""A colon, and behind it nothing but a comment that closes what was opened."""

CLOSING_LOST = "' #' starts a comment: what stands behind it is lost, also what closes this"
ENTRIES = r"put each entry with braces in quotes: [['\frac{1}{2}', 0], [0, 1]]"
QUOTES = "put the whole text in quotes, or the comment in a line of its own above"
BEFORE = 4  # so many lines before an error are looked at: what YAML cannot read is often noticed late

NAMES = {
    "[": "a list", "{": "a mapping", '"': "a quotation", "'": "a quotation",
    "|": "a text in the lines below", ">": "a text in the lines below",
}  # fmt: skip


def named(character: str) -> str:
    """A character that cannot be seen, as a message names it."""
    name = unicodedata.name(character, "no letter").lower()
    return f"U+{ord(character):04X} ({name})"


def odd_lines(source: str, lines: LineIndex) -> Iterator[Fault]:
    """Blanks that are none where YAML needs blanks, signs that turn the reading order, marks of a merge."""
    for start, line in _lines(source):
        for odd, where in ((ODD_INDENT, "before this key"), (ODD_AFTER, "behind this")):
            if found := odd.match(line):
                message = f"the blank {where} is {named(found[1])}, which is none for YAML"
                hint = "replace it by an ordinary blank"
                yield Fault(lines.place(start + found.start(1)), "odd-blank", message, hint)
                break
        else:
            for sign in UNSEEN.finditer(line):
                message = f"{named(sign[0])} stands here, which cannot be seen"
                yield Fault(lines.place(start + sign.start()), "odd-blank", message, "delete it")
        for sign in DIRECTION.finditer(line):
            message = f"{named(sign[0])} turns the order in which the text is read"
            yield Fault(lines.place(start + sign.start()), "reading-order", message, "delete it")
        if CONFLICT.match(line):
            message, hint = "a mark of two versions that were not merged", "keep one version, and delete the marks"
            yield Fault(lines.place(start), "merge-conflict", message, hint, len(line))


def _lines(source: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in source.split("\n"):
        yield start, line.removesuffix("\r")
        start += len(line) + 1


def cause(source: str, index: int, lines: LineIndex) -> Fault | None:
    """What lies behind a syntax error at `index`, if it is one of the usual things."""
    starts = [(start, line) for start, line in _lines(source) if start <= index]
    near = [(start, line) for start, line in starts if line.strip()][-BEFORE:]
    if not near:
        return None
    for look in (
        _directive,
        _wide_colon,
        _block,
        _question,
        _opened,
        _emptied,
        _comment,
        _no_blank,
        _dash,
        _two_dashes,
        _no_colon,
        _indent,
    ):
        if found := look(near, index):
            start, length, message, hint = found
            return Fault(lines.place(start), "yaml", message, hint, length)
    return None


def comment_within(source: str, index: int, lines: LineIndex) -> Fault | None:
    """A ` #` behind the bracket or brace at `index`, in its line: it takes what would close it away."""
    sign = COMMENT.search(source, index, max(index, source.find("\n", index)))
    if sign is None:
        return None
    return Fault(lines.place(sign.start()), "comment-in-text", CLOSING_LOST, QUOTES)


Found = tuple[int, int, str, str] | None  # where, how long, the message and the hint

Near = Sequence[tuple[int, str]]


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _directive(near: Near, _index: int) -> Found:
    """A line that starts with a percent sign: a comment in LaTeX, a directive in YAML."""
    found = next(((start, line) for start, line in near if line.startswith("%")), None)
    if found is None:
        return None
    start, line = found
    return start, len(line), "a '%' starts no comment here", f"write '# {line[1:].strip()[:30]}', or delete it"


def _wide_colon(near: Near, _index: int) -> Found:
    """A colon as Chinese and Japanese keyboards write it, behind a key."""
    for start, line in reversed(near):
        if found := WIDE_COLON.fullmatch(line):
            message = f"this colon is {named(found[2])}, which is none for YAML"
            return start + found.start(2), 1, message, f"write '{found[1]}: {found[3].strip()[:30]}'"
    return None


def _block(near: Near, _index: int) -> Found:
    """The text after `>-` stands no deeper than its key."""
    for (_, head), (start, line) in pairwise(near):
        opened = BLOCK.match(head)
        if opened and not KEY.match(line):
            deep = _key_width(head)
            if _width(line) <= deep:
                hint = f"put {deep + 2} blanks before it: two more than before the key"
                return start + _width(line), len(line.strip()), "this text stands no deeper than its key", hint
    return None


def _key_width(line: str) -> int:
    """How deep a line's key stands, behind a dash if there is one."""
    return len(line) - len(re.sub(r"^ *(?:- +)?", "", line))


def _question(near: Near, index: int) -> Found:
    """A question mark in a text inside braces or brackets, where YAML has another use for it."""
    start, line = near[-1]
    at = index - start
    if line[at : at + 1] != "?" or not re.search(r"[{\[]", line[:at]):
        return None
    began = max(line.rfind(one, 0, at) for one in (": ", ", ", "[", "{")) + 1
    text = re.split(r", |[}\]]", line[began:])[0].strip()
    began += len(line[began:]) - len(line[began:].lstrip())
    quote = '"' if "'" in text else "'"
    message = "a '?' ends this text, which stands in braces or brackets"
    return start + began, len(text), message, f"put the text in quotes: {quote}{text}{quote}"


def _opened(near: Near, index: int) -> Found:
    """A text that starts with a bracket, a brace or a quote, and goes on behind it."""
    start, line = near[-1]
    opened = OPENED.match(line)
    if opened is None or index <= start + opened.start(1) or index > start + len(line):
        return None
    at = opened.start(1)
    text = line[at:].rstrip()
    quote = "'" if "'" not in text else '"'
    inner = text.replace('"', r"\"") if quote == '"' else text
    if parted := UNPARTED.search(text):
        return (
            start + at + parted.start(1),
            len(parted[1]),
            "a comma is missing before this key",
            COMMA.format(parted[1]),
        )
    if FLOW.match(text) and not LATEX.search(text):
        return _broken_off(start, line, index)
    if broken := _broken(text):
        return start + at, len(text), f"the braces of a formula end this {broken[0]}", broken[1]
    message = f"this text starts with {text[0]}, which begins {NAMES[text[0]]}"
    return start + at, 1, message, f"put the whole text in quotes: {quote}{inner}{quote}"


def _broken(text: str) -> tuple[str, str] | None:
    """What the braces of a formula end, and what to write."""
    if FLOW.match(text):
        return "mapping, which stands in braces too", r"put a value with braces in quotes: {to: '\frac{1}{2}'}"
    if text.startswith("[["):
        return "matrix, which stands in brackets", ENTRIES
    braced = BRACED.fullmatch(text)
    return braced and (
        "list, which stands in brackets",
        f"put each entry with braces in quotes: ['{braced[1].strip()}', …]",
    )


def _broken_off(start: int, line: str, index: int) -> Found:
    """What YAML stopped at in a mapping in braces without LaTeX."""
    if doubled := DOUBLED.search(line):
        return start + doubled.start(1), 1, "a comma too many: nothing stands before it", "take it out"
    behind = line[index - start :].rstrip()
    if behind[:1] in set("}]"):
        return index, 1, f"nothing that is open here ends with {behind[0]}", "take it out, or close what was opened"
    if line[: index - start].rstrip()[-1:] in set("'\""):
        message = "the quotes around this text end in the midst of it"
        return index, len(behind), message, 'put it between the other quotes: "Bayes\' rule", \'the "best" line\''
    message = "something stands behind the brace that ends this mapping"
    return index, len(behind), message, "put it into the braces, with a comma before it, or take it out"


def _emptied(near: Near, index: int) -> Found:
    """A value in brackets or braces that is a colour without quotes: `{dark: #1b5bbf}`."""
    for start, line in reversed(near):
        sign = COMMENT.search(line)
        if sign and start + sign.start() < index and EMPTIED.search(line):
            return start + sign.start(), len(line) - sign.start(), CLOSING_LOST, QUOTES
    return None


def _comment(near: Near, index: int) -> Found:
    """A plain text of several lines that ` #` ends."""
    for (start, line), (after, follows) in reversed([*pairwise(near)]):
        sign = COMMENT.search(line)
        if sign and after <= index and not KEY.match(follows) and '"' not in line and "'" not in line:
            message = "' #' starts a comment: what stands behind it is lost"
            hint = QUOTES
            return start + sign.start(), len(line) - sign.start(), message, hint
    return None


def _no_blank(near: Near, _index: int) -> Found:
    for start, line in reversed(near):
        if (found := NO_BLANK.fullmatch(line)) and not KEY.match(line):
            at = start + found.end(1)
            return at, 1, "a blank is missing behind this colon", f"write '{found[1]}: {found[2].strip()[:30]}'"
    return None


def _dash(near: Near, _index: int) -> Found:
    for start, line in reversed(near):
        if found := NO_DASH.fullmatch(line):
            blank = "a blank is missing behind this dash"
            message = blank if found[1] == "-" else f"an entry of a list begins with '-', not with {named(found[1][0])}"
            return start + found.start(1), 1, message, f"write '- {found[2][:30]}'"
    return None


def _two_dashes(near: Near, _index: int) -> Found:
    for start, line in reversed(near):
        if found := TWO_DASHES.fullmatch(line):
            return (
                start + found.start(1),
                1,
                "a second dash begins a list within the list",
                f"write '- {found[2][:30]}'",
            )
    return None


def _no_colon(near: Near, index: int) -> Found:
    """A line without a colon, such as `f(x) = x^2` in a model, `say Hello` or `- lift`, before one that has one."""
    for (start, line), (after, follows) in pairwise(near[-2:]):
        text = line.strip()
        if alone := ALONE.fullmatch(line):
            if KEY.match(follows) and alone.start(1) == _width(follows) and after <= index:
                hint = f"write which key it belongs to, such as 'do: {alone[1]}'"
                return start + alone.start(1), len(alone[1]), "this word has no key before it", hint
        elif (
            ":" not in text
            and (text[0].isalpha() or text[0] == "\\")
            and _width(line) == _width(follows)
            and after <= index
        ):
            name, _, value = text.partition("=" if "=" in text else " ")
            hint = f"write '{name.strip()}: {value.strip()[:30] or '…'}'"
            return start + _width(line), len(text), "this line has no colon behind its key", hint
    return None


def _indent(near: Near, _index: int) -> Found:
    """A key or a dash that stands a little deeper, or less deep, than those above."""
    start, line = near[-1]
    dashes = [_width(one) for _, one in near[:-1] if one.lstrip().startswith("- ")]
    if line.lstrip().startswith("- ") and dashes and 0 < abs(_width(line) - dashes[-1]) <= 1:
        message = f"this dash stands {_width(line)} blanks deep, the one above {dashes[-1]}"
        return start + _width(line), 1, message, f"put {dashes[-1]} blanks before it"
    here = KEY.match(line)
    above = [one for _, one in near[:-1] if KEY.match(one)]
    if here is None or not above:
        return None
    wide, wanted = _width(line), _key_width(above[-1])
    if line.lstrip().startswith("- ") or wide == wanted or abs(wide - wanted) > 1:
        return None
    hint = f"put {wanted} blanks before it, as before '{above[-1].strip()[:20]}'"
    return start + wide, 1, f"this key stands {wide} blanks deep, the one above {wanted}", hint
