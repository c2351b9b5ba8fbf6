"""What was spoken once is found again, unless it was damaged."""

import os

import pytest
from spoken_lesson import hum

from mathora.render.files import drop_unused
from mathora.voice.store import SpeechStore


def same(one, other):
    return one.rate == other.rate and one.phrases == other.phrases and (one.samples == other.samples).all()


@pytest.fixture
def store(tmp_path):
    return SpeechStore(tmp_path)


def test_a_speech_is_found_as_it_was(store):
    speech = hum(0.3, ("a", "bc"))
    store.add("ab12", speech)
    assert same(store.find("ab12"), speech)
    assert store.find("ab13") is None


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:90] + b"x" + data[91:], lambda _: b""])
def test_a_damaged_speech_is_absent_and_can_be_spoken_again(store, damage):
    store.add("ab12", hum(0.3))
    (path,) = store.root.rglob("*.speech")
    path.write_bytes(damage(path.read_bytes()))
    assert store.find("ab12") is None
    store.add("ab12", hum(0.3))
    assert store.find("ab12") is not None


def test_what_was_unused_longest_goes_first(store):
    for at, key in enumerate(("aa", "bb", "cc")):
        store.add(key, hum(1))
        os.utime(store._path(key), (at, at))
    store.find("aa")
    size = store._path("aa").stat().st_size
    assert drop_unused(store.root, 2 * size) == size
    assert [store.find(key) is not None for key in ("aa", "bb", "cc")] == [True, False, True]
