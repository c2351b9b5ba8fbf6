"""What was spoken once is found again, unless it was damaged."""

import pytest
from spoken_lesson import hum

from mathora.voice.store import SpeechStore


def same(one, other):
    return one.rate == other.rate and one.phrases == other.phrases and (one.samples == other.samples).all()


def test_a_speech_is_said_once_and_found_as_it_was(tmp_path):
    said = hum(0.3, ("a", "bc"))
    assert same(SpeechStore(tmp_path).speech("ab12", lambda: said), said)
    assert same(SpeechStore(tmp_path).speech("ab12", lambda: pytest.fail("it is there")), said)
    other = hum(0.2)
    assert same(SpeechStore(tmp_path).speech("ab13", lambda: other), other)


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:90] + b"x" + data[91:], lambda _: b""])
def test_a_damaged_speech_is_said_again(tmp_path, damage):
    store, said = SpeechStore(tmp_path), []
    say = lambda: said.append("again") or hum(0.3)  # noqa: E731 - short
    store.speech("ab12", say)
    (path,) = tmp_path.rglob("*.speech")
    path.write_bytes(damage(path.read_bytes()))
    assert same(store.speech("ab12", say), hum(0.3))
    assert said == ["again", "again"]
