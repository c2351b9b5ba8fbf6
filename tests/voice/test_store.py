"""What was spoken once is found again, unless it was damaged."""

import pytest
from spoken_lesson import hum

from mathora.voice.store import SpeechStore


def same(one, other):
    return one.rate == other.rate and one.phrases == other.phrases and (one.samples == other.samples).all()


def test_a_speech_is_found_as_it_was(tmp_path):
    said, store = hum(0.3, ("a", "bc")), SpeechStore(tmp_path)
    store.keep("ab12", said)
    assert same(store.find("ab12"), said)
    assert store.find("ab13") is None


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:90] + b"x" + data[91:], lambda _: b""])
def test_a_damaged_speech_is_not_found(tmp_path, damage):
    store = SpeechStore(tmp_path)
    store.keep("ab12", hum(0.3))
    (path,) = tmp_path.rglob("*.speech")
    path.write_bytes(damage(path.read_bytes()))
    assert store.find("ab12") is None
    store.keep("ab12", hum(0.3))
    assert same(store.find("ab12"), hum(0.3))
