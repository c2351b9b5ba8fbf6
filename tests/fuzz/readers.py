"""What is fed with damaged input: each reader of what somebody else has written, and what it reads gladly.

Whatever it is given, a reader gives a value or says what is wrong; its `read` here raises for anything else.
"""

import io
import json
import re
import string
import tempfile
import wave
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from bad_scenes import BAD_SCENES, SCENE
from PIL import Image

from mathora.export.note import NotedProduct, damaged, digest_in, read_note, write_note
from mathora.export.receipt import proofs
from mathora.formula import Model, read
from mathora.lesson import Faulty, Text
from mathora.prove import prove_lesson, verified
from mathora.prove.store import VerdictStore
from mathora.prove.task import Task, decided
from mathora.prove.verdict import Verdict
from mathora.render.progress import StepTimes
from mathora.script import read_course, read_script, read_signatures
from mathora.script.data import column
from mathora.script.pictures import picture_of
from mathora.voice.programs import decoded
from mathora.voice.speech import VoiceFailed
from tests.script.conftest import GOOD
from tests.standard_scenes import standard_scenes

ROOT = Path(__file__).resolve().parents[2]
LESSONS = sorted((ROOT / "scripts").glob("*.yaml"))
COURSE = """\
title: Maths for all
licence: CC BY 4.0
order: [derivative, cards]
prerequisites: {cards: [derivative]}
addresses: [https://example.org/maths]
language: de
brand: {colors: {blue: "#4dc3ff"}, logo: logo.svg}
words_per_minute: 120
pronounce: {Euler: oiler, Gauss: gowss}
"""
PROVED = r"""
id: proved
title: Proved
course: {track: T, unit: U, number: 1, level: Easy, minutes: 3}
model:
  f(x): x^2
  a: {kind: positive}
sections:
  - id: by-hand
    title: By hand
    scene: WorkedExample
    with: {function: f}
    steps:
      - {do: line, with: {reason: The slope}, say: Here., show: "f'(x) = 2x"}
      - {do: line, with: {reason: The area}, say: There., show: '\int_0^a f(x) \, dx = \frac{a^3}{3}'}
"""
DATA = 'size;"price; net"\n1,5;2\n-3;2e3\n\n0.25;"7"\n'
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><g><path fill="url(#a)" d="M0 0 L1 1"/></g></svg>'
SIGNS = [
    *" \n\t\r\0\x07\x85\u2028\u202e\ufeff\ud800é∂𝄞:-?,[]{}#&*!|>'\"%@`$\\~=<>;/^_+", *string.ascii_letters,
    *string.digits, "\n  ", "\n\n", ": ", "- ", "&a ", "*a", "<<: ", "!!python/name:os ", "|\n", ">-\n", "---\n", "# ",
    "show: ", "say: ", "{do: draw, say: a}", "role: given", "$x$", r"\frac{1}{0}", r"\int_0^\infty", "1e999", "-0",
    "99999999999", "nan", "True", "null", "f(x)", "[91](…)", "{cut}", "…",
]  # fmt: skip
ODD: list[Any] = [
    None, True, -1, 0, 10**40, 1e308, float("inf"), "", "\0", "\ud800", "x" * 300, r"\frac{1}{0}", "../../etc/passwd",
    [], {}, [[[[]]]], [None], {"a": None}, "1/0", "0" * 64,
]  # fmt: skip
NAME = Text.written("file", "x.yaml", 1, 1)


@dataclass(frozen=True)
class Reader:
    """Makes an input that is damaged by chance, and reads it. `slow`: it takes more than a few milliseconds."""

    make: Callable[[Random], Any]
    read: Callable[[Any], None]
    slow: bool = False


def torn(chance: Random, whole: Any, pieces: list[Any]) -> Any:
    """A text, or bytes, of which some are lost, doubled or exchanged."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(whole) + 1), chance.randint(0, 12)
        begin = chance.randrange(len(whole) + 1)
        put = chance.choice([whole[:0], chance.choice(pieces), whole[begin : begin + chance.randint(0, 40)]])
        whole = whole[:at] + put + whole[at + chance.choice([0, length]) :]
    return whole


def upset(chance: Random, content: Any) -> Any:
    """JSON of which a part is something else, or missing."""
    if isinstance(content, (dict, list)) and content and chance.random() < 0.8:
        keys = list(content) if isinstance(content, dict) else list(range(len(content)))
        key = chance.choice(keys)
        if isinstance(content, dict) and chance.random() < 0.1:
            return {name: value for name, value in content.items() if name != key}
        changed = content.copy()
        changed[key] = upset(chance, content[key])
        return changed
    if isinstance(content, str) and chance.random() < 0.5:
        return torn(chance, content, SIGNS)
    return chance.choice(ODD)


def text(*good: str) -> Callable[[Random], str]:
    """Damaged texts, of these that are right."""
    return lambda chance: torn(chance, chance.choice(good), SIGNS)


def octets(*good: bytes) -> Callable[[Random], bytes]:
    """Damaged bytes."""
    pieces = [bytes([one]) for one in range(256)] + [b"\0" * 4, b"\xff" * 4, b"\x7f\xff\xff\xff"]
    return lambda chance: torn(chance, chance.choice(good), pieces)


def json_text(good: Callable[[], str]) -> Callable[[Random], str]:
    """Damaged JSON, in its values or as a text; what is right is made when it is needed."""

    def make(chance: Random) -> str:
        written = json.dumps(upset(chance, json.loads(good())))
        return torn(chance, written, SIGNS) if chance.random() < 0.3 else written

    return make


def faulty(call: Callable[[], object], source: str) -> None:
    """Does it; each fault is at a place of the source, in words, with a remedy."""
    lines = re.split(r"\r*\n|\r", source)  # what ends a line for editors, and for YAML
    try:
        call()
    except Faulty as found:
        for fault in found.faults:
            assert fault.message
            assert fault.hint, fault
            if fault.place.file == "x.yaml":
                assert 1 <= fault.place.line <= len(lines), fault
                assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1, fault


def script(source: str, catalogue: Any) -> None:
    faulty(lambda: read_script(source, "x.yaml", catalogue), source)


def in_a_file(read_it: Callable[[Path], object]) -> Callable[[str], None]:
    """Reads a text as the file that it stands in."""

    def read_text(source: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "file.json"
            path.write_text(source, encoding="utf-8", errors="surrogatepass")
            read_it(path)

    return read_text


def _note(path: Path) -> None:
    path = path.rename(path.with_name(".products.json"))
    for entry in read_note(path.parent).values():
        list(damaged(entry, path.parent))


def _times(path: Path) -> None:
    StepTimes(path).frames("one/a")


def _verdicts(path: Path) -> None:
    store = VerdictStore(path, lambda _: Verdict("undecided", reason="not known"))
    store.decide(Task(read(Text.written("1 + 1 = 2"), Model.empty()), Model.empty()))


def _receipt(source: str) -> None:
    with suppress(ValueError):
        content = json.loads(source)
        verified(content if isinstance(content, dict) else {})


@cache
def _good_note() -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "film.mp4").write_bytes(b"film")
        entry = NotedProduct("k", {"film.mp4": digest_in(folder / "film.mp4")})
        write_note(folder, {"mp4": entry, "page": entry})
        return (folder / ".products.json").read_text()


@cache
def _good_verdicts() -> str:
    with tempfile.TemporaryDirectory() as name:
        store = VerdictStore(Path(name) / "verdicts.json", decided)
        store.decide(Task(read(Text.written("1 + 1 = 2"), Model.empty()), Model.empty()))
        store.save()
        return (Path(name) / "verdicts.json").read_text()


@cache
def _good_receipt() -> str:
    return proofs(prove_lesson(read_script(PROVED, "x.yaml", standard_scenes()), decided), {})


def _sound() -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(800))
    return made.getvalue()


def _recording(content: bytes) -> None:
    with suppress(VoiceFailed):
        decoded(content, "one.wav")


def _image(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (12, 7), "red").save(out, form)
    return out.getvalue()


def _picture(data: bytes) -> None:
    faulty(lambda: picture_of(NAME, data), "file")


READERS: Mapping[str, Reader] = {
    "script": Reader(text(GOOD), lambda source: script(source, BAD_SCENES)),
    "lesson": Reader(
        text(*(path.read_text(encoding="utf-8") for path in LESSONS)),
        lambda source: script(source, standard_scenes()),
        slow=True,
    ),
    "course": Reader(
        text(COURSE), lambda source: faulty(lambda: read_course(source, "x.yaml", lambda _: SVG.encode()), source)
    ),
    "data": Reader(text(DATA), lambda source: faulty(lambda: column(source, "x.yaml", None, NAME), source)),
    "scene": Reader(text(SCENE), lambda source: faulty(lambda: read_signatures(source, "x.yaml"), source)),
    "drawing": Reader(text(SVG), lambda source: _picture(source.encode("utf-8", "surrogatepass"))),
    "picture": Reader(octets(_image("PNG"), _image("JPEG")), _picture),
    "recording": Reader(octets(_sound()), _recording),
    "receipt": Reader(json_text(_good_receipt), _receipt, slow=True),
    "note": Reader(json_text(_good_note), in_a_file(_note)),
    "times": Reader(json_text(lambda: '{"frames": {"one/a": 12}, "pace": 3.5}'), in_a_file(_times)),
    "verdicts": Reader(json_text(_good_verdicts), in_a_file(_verdicts), slow=True),
}
"""By what they read."""
