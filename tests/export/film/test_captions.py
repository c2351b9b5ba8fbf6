"""The film's text track has no gaps: silence is an empty sample."""

from mathora.export.film.captions import text_samples
from mathora.plan import Cue, Timeline


class Told:
    """A timeline of two captions."""

    cues = (Cue(10, 20, ("One",)), Cue(20, 35, ("Two", "lines")))
    end = 40


def test_samples_follow_each_other_to_the_end():
    samples = list(text_samples(Told()))
    assert [start for start, _, _ in samples] == [0, 10, 20, 35]
    assert sum(length for _, length, _ in samples) == Told.end
    assert all(start + length == samples[at + 1][0] for at, (start, length, _) in enumerate(samples[:-1]))


def test_a_sample_is_the_length_of_its_text_and_the_text():
    _, one, two, last = (sample for _, _, sample in text_samples(Told()))
    assert one == b"\x00\x03One"
    assert two == b"\x00\x09Two\nlines"
    assert last == b"\x00\x00"


def test_nothing_said_is_one_silence():
    silent = Timeline(60, (), ())
    assert list(text_samples(silent)) == []
