"""The voice of English lessons: hibari-tts, whose weights come in its package. Nothing is fetched.

Owns: `HibariVoice`, `make_ready`, and how its network is asked for the time of every phoneme.

Laws:
- One thread and seed 0: the same phrases give the same samples in any process. The key holds the package's version, the
  digest of all its files that decide the sound, and the versions of what computes them.
- Every phoneme has a phrase; its duration is the network's own, so that the phrases' times are exact (25 ms).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, cached_property
from importlib import metadata, util
from pathlib import Path
from typing import Any

import numpy as np

from mathora.voice.speech import Speech, VoiceFailed, Wave, finished

PACKAGE = "hibari-tts"
NEEDS = (PACKAGE, "onnxruntime", "numpy", "scipy")  # the distributions whose version decides samples

NAME = "heart"
DURATIONS = "/Clip_output_0"  # the node of the network that says how long each phoneme is, in units of 25 ms
LONGEST = 400  # phonemes that the network is given at once
MARKS = frozenset(';:,.!?—…"()“” ')  # phonemes that are pauses: no sound of a word

CLAUSE_ENDS = (",", ";", ":", "—")


def missing() -> str:
    """Why this voice cannot speak here; empty if it can. Imports nothing."""
    modules = {PACKAGE: "hibari", "onnxruntime": "onnxruntime"}
    absent = [name for name, module in modules.items() if not util.find_spec(module)]
    return f"{' and '.join(absent)} {'is' if len(absent) == 1 else 'are'} not installed" if absent else ""


@dataclass(frozen=True)
class HibariVoice:
    """The voice `heart` of hibari-tts."""

    @cached_property
    def credit(self) -> str:
        """Who it is."""
        return f"{NAME}, {PACKAGE} {metadata.version(PACKAGE)}"

    @cached_property
    def key(self) -> tuple[str, ...]:
        """Versions, and the digest of the package's programs, lexicons and weights."""
        spec = util.find_spec("hibari")
        folder = Path(spec.origin).parent if spec and spec.origin else Path()
        found = hashlib.sha256()
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".onnx", ".gz", ".json"}:
                found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
        return (NAME, found.hexdigest(), *(f"{name} {_version(name)}" for name in NEEDS))

    def say(self, phrases: Sequence[str]) -> Speech:
        """The phrases sentence by sentence."""
        from hibari import dsp  # noqa: PLC0415 - imported when it speaks

        noise = np.random.default_rng(0)
        waves: list[Wave] = []
        heard: dict[int, tuple[float, float]] = {}
        now = 0.0
        for sentence in _sentences(phrases):
            for part in self._parts(sentence):
                ids = [0, *(_network().vocab[phoneme] for phoneme, _ in part), 0]
                *spectrum, durations = _network().sess.run(
                    None, {"ids": np.asarray([ids], np.int64), "speed": np.ones(1, np.float32)}
                )
                wave = dsp.synth(*(one[0] for one in spectrum), noise)
                seconds = len(wave) / dsp.SR
                at = now + np.concatenate([[0.0], np.cumsum(durations.reshape(-1))]) * seconds / durations.sum()
                for place, (phoneme, phrase) in enumerate(part, 1):
                    if phoneme not in MARKS:
                        begin, _ = heard.get(phrase, (float(at[place]), 0.0))
                        heard[phrase] = begin, float(at[place + 1])
                waves.append(wave)
                now += seconds
        if not waves:
            raise VoiceFailed(f"nothing in '{' '.join(phrases)}' has a sound")
        return finished(np.concatenate(waves), dsp.SR, _all_times(heard, len(phrases)))

    def _parts(self, sentence: Sequence[tuple[int, str]]) -> Iterator[list[tuple[str, int]]]:
        """What the network is given at once: phonemes, each with the number of its phrase."""
        tokens = self._tokens(sentence)
        part: list[tuple[str, int]] = []
        for token, phrase in tokens:
            own = [(phoneme, phrase) for phoneme in token if phoneme in _network().vocab]
            clause = len(part) > LONGEST // 2 and "".join(one for one, _ in part).rstrip().endswith(CLAUSE_ENDS)
            if part and (clause or len(part) + len(own) > LONGEST):
                yield part
                part = []
            part += own
        if any(phoneme not in MARKS for phoneme, _ in part):
            yield part

    def _tokens(self, sentence: Sequence[tuple[int, str]]) -> list[tuple[str, int]]:
        """Each token's phonemes with the number of its phrase; numbers and abbreviations are read by the package."""
        from hibari.g2p.normalize import normalize  # noqa: PLC0415

        written = [word for _, word in sentence]
        read = normalize(" ".join(written)).split()
        owners = [sentence[at][0] for at in _origins(written, read)]
        g2p, found, word = _network().g2p, [], 0
        for token in g2p.phonemize_tokens(g2p.tokenize(" ".join(read))):
            phonemes = (token.phonemes or "") + (" " if token.whitespace else "")
            found.append((phonemes, owners[min(word, len(owners) - 1)]))
            word += bool(token.whitespace)
        return found


def make_ready() -> None:
    """Loads what speaks, network and lexicon, before it is known what there is to say."""
    if not missing():
        HibariVoice().say(["Ready."])


@cache
def _network() -> Any:  # noqa: ANN401 - the package has no types
    """The network, loaded once in a process: a voice that comes from another brings none along."""
    from hibari import Hibari  # noqa: PLC0415 - imported when it speaks
    from hibari.tts import ASSETS  # noqa: PLC0415

    return Hibari(model=_with_output(Path(ASSETS, "hibari.onnx").read_bytes(), DURATIONS), threads=1)


def _sentences(phrases: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    """The words of each sentence, each with the number of its phrase."""
    from hibari import Hibari  # noqa: PLC0415 - as above

    words = [(number, word) for number, phrase in enumerate(phrases) for word in phrase.split()]
    done = 0
    for sentence in Hibari.split_sentences(" ".join(word for _, word in words)):
        count = len(sentence.split())
        yield words[done : done + count]
        done += count


def _origins(written: Sequence[str], read: Sequence[str]) -> list[int]:
    """For each word that is read the word that it comes from: itself, or its share of what stood in its place."""
    found: list[int] = []
    for _, a, b, c, d in SequenceMatcher(None, written, read, autojunk=False).get_opcodes():
        found += [min(a + (b - a) * at // (d - c), len(written) - 1) for at in range(d - c)]
    return found


def _all_times(heard: dict[int, tuple[float, float]], count: int) -> list[tuple[float, float]]:
    """A time for each phrase: one without a sound of its own (a dash) is heard with the end of the one before."""
    times: list[tuple[float, float]] = []
    for phrase in range(count):
        before = times[-1][1] if times else 0.0
        times.append(heard.get(phrase, (before, before)))
    return times


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"


def _with_output(network: bytes, name: str) -> bytes:
    """An ONNX model that also gives the value `name` (floats) of its graph.

    A protocol buffer that is followed by another is their union (protobuf.dev, encoding, "Last One Wins"): what follows
    is a model (field 7: graph) whose graph (field 12: output) has this one output (1: name, 2: type, 1: tensor).
    """
    of_floats = b"\x0a\x02\x08\x01"
    return network + _field(7, _field(12, _field(1, name.encode()) + _field(2, of_floats)))


def _field(number: int, content: bytes) -> bytes:
    """A field of bytes, shorter than 128, of a protocol buffer."""
    return bytes([number << 3 | 2, len(content)]) + content
