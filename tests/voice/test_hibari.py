"""The voice that comes along: exact times, the same samples everywhere, no sign left out that `check` lets pass."""

import hashlib
import subprocess
import sys

import numpy as np
import pytest

from mathora.voice.hibari import MARKS, HibariVoice
from mathora.voice.speech import VoiceFailed
from mathora.voice.wording import SIGNS

pytest.importorskip("onnxruntime", reason="the voice is not on this platform")

SENTENCE = ["So", "take", "one", "freedom", "away,", "and", "hold", "the", "other", "one", "still."]


@pytest.fixture(scope="module")
def voice():
    return HibariVoice()


@pytest.fixture(scope="module")
def speech(voice):
    return voice.say(SENTENCE)


def digest(speech):
    return hashlib.sha256(speech.samples.tobytes() + repr(speech.phrases).encode()).hexdigest()


def loudness(speech, begin, end):
    return float(np.sqrt(np.mean(speech.samples[begin:end].astype(float) ** 2)))


def test_words_sound_and_pauses_do_not(speech):
    sounding = [loudness(speech, *phrase) for phrase in speech.phrases]
    pause = speech.phrases[4][1], speech.phrases[5][0]  # after "away,"
    assert pause[1] - pause[0] > 0.05 * speech.rate
    assert min(sounding) > 4 * loudness(speech, pause[0] + 1200, pause[1] - 1200)


def test_the_first_word_begins_where_the_sound_does(speech):
    loud = np.flatnonzero(abs(speech.samples.astype(int)) > 0.05 * abs(speech.samples.astype(int)).max())
    assert abs(speech.phrases[0][0] - loud[0]) < 0.02 * speech.rate
    assert abs(speech.phrases[-1][1] - loud[-1]) < 0.2 * speech.rate


def test_it_is_said_the_same_again_and_in_another_process(voice, speech, tmp_path):
    assert digest(voice.say(SENTENCE)) == digest(speech)
    program = (
        "from mathora.voice.hibari import HibariVoice; import hashlib;"
        f"s = HibariVoice().say({SENTENCE!r});"
        "print(hashlib.sha256(s.samples.tobytes() + repr(s.phrases).encode()).hexdigest())"
    )
    environment = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Tokyo", "OMP_NUM_THREADS": "2"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == digest(speech)


def test_what_is_read_as_several_words_has_one_time(voice):
    phrases = ["Dr.", "Smith", "paid", "1,000", "for", "12%", "of", "it,", "3/4", "on", "10/12/2019."]
    times = np.array(voice.say(phrases).phrases)
    lengths = dict(zip(phrases, (times[:, 1] - times[:, 0]) / 24000, strict=True))
    assert lengths["1,000"] > lengths["for"]
    assert lengths["10/12/2019."] > 0.8
    assert (times[1:, 0] >= times[:-1, 1]).all()


def test_a_phrase_of_several_words_and_one_without_sound(voice):
    times = np.array(voice.say(["Hold", "w two", "—", "still."]).phrases)
    assert times[2][0] == times[2][1] == times[1][1]
    assert times[1][1] - times[1][0] > 0.3 * 24000


def test_a_very_long_sentence_is_said_whole(voice):
    phrases = ["and so on"] * 150
    times = np.array(voice.say(phrases).phrases) / 24000
    assert (times[:, 1] - times[:, 0]).min() > 0.1


def test_nothing_to_say_is_told(voice):
    with pytest.raises(VoiceFailed, match="has a sound"):
        voice.say(["…", "—"])


@pytest.mark.parametrize("sign", sorted(SIGNS))
def test_every_sign_that_check_lets_pass_is_a_pause_or_has_a_sound(voice, sign):
    """Between words: none of them costs the words beside it their sound, or falls out of a number."""
    tokens = list(voice._parts(list(enumerate(["five", f"5{sign}6", "six"]))))
    heard = [phrase for part in tokens for phoneme, phrase in part if phoneme not in MARKS]
    assert {0, 1, 2} <= set(heard)


def test_the_key_names_all_that_decides_the_sound(voice):
    named = " ".join(voice.key)
    assert all(name in named for name in ("hibari-tts 0.2.1", "onnxruntime ", "numpy ", "scipy "))
    assert any(len(part) == 64 for part in voice.key)
