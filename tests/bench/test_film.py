"""What of a film stands and what jumps is found on its frames."""

import numpy as np
import pytest

from bench.film import _new, at_once, jumps, lag, stills
from mathora.voice.loudness import FILM_RATE

HIGH, WIDE = 90, 160


def film(*pictures):
    """The pictures as a film of ten frames a second."""
    return [(0.1 * at, picture.astype(np.int16)) for at, picture in enumerate(pictures)]


def box(left, light=200, size=30):
    """A picture with a bright square whose left side is at a pixel."""
    picture = np.full((HIGH, WIDE), 20)
    picture[20 : 20 + size, left : left + size] = light
    return picture


def test_a_picture_stands_from_its_frame_to_the_next():
    assert [*stills([0.0, 0.1, 0.2, 4.0, 4.1])] == [(0.2, pytest.approx(3.8))]


def test_the_authors_rest_is_no_still():
    assert [*stills([0.0, 0.1, 4.1], [(2.1, 4.1)])] == [(0.1, pytest.approx(2.0))]
    assert [*stills([0.0, 0.1, 4.1], [(0.1, 4.1)])] == []


def test_what_comes_at_once_jumps():
    nothing, there = box(0, 20), box(60)
    ((at, share),) = jumps(film(*[nothing] * 4, *[there] * 4))
    assert (at, share) == (pytest.approx(0.4), pytest.approx(900 / (HIGH * WIDE)))


def test_what_moves_or_fades_does_not_jump():
    assert [*jumps(film(*(box(6 * at) for at in range(12))))] == []
    assert [*jumps(film(*(box(60, 20 + 30 * at) for at in range(7)), box(60), box(60)))] == []


def grid(shift):
    """A picture with thin lines, moved to the right by some pixels."""
    picture = np.full((HIGH, WIDE), 20)
    picture[:, shift::12] = 200
    return picture


def test_thin_lines_that_set_out_or_arrive_do_not_jump():
    way = [grid(at) for at in (0, 0, 0, 0, 2, 4, 6, 8, 10, 10, 10, 10)]
    assert [*jumps(film(*way))] == []


def test_what_comes_at_once_beside_a_grid_that_moves_jumps():
    way = [np.hstack([grid(at), box(60 if at >= 6 else 0, 200 if at >= 6 else 20)]) for at in range(12)]
    ((at, _),) = jumps(film(*way))
    assert at == pytest.approx(0.6)


def test_a_picture_that_only_the_codec_makes_clearer_is_the_same():
    noise = np.random.default_rng(0).integers(-30, 30, (HIGH, WIDE))
    assert not at_once(box(60) + noise, box(60))
    assert at_once(box(0, 20) + noise, box(60))


def test_what_is_small_is_not_seen_to_jump():
    nothing, there = box(0, 20), box(60, size=8)
    assert [*jumps(film(*[nothing] * 4, *[there] * 4))] == []


def test_what_is_shown_once_more_is_not_new():
    there, other = box(60), box(66)
    assert [at for at, _ in _new(film(there, there + 3, other, other))] == [0.0, pytest.approx(0.2)]


@pytest.mark.parametrize("late", [0.0, 0.07, -0.03])
def test_where_a_speech_lies_is_found_in_the_sound(late):
    speech = np.random.default_rng(0).standard_normal(FILM_RATE).astype(np.float32)
    sound = np.zeros(4 * FILM_RATE, np.float32)
    begin = round((1.0 + late) * FILM_RATE)
    sound[begin : begin + FILM_RATE] = speech
    assert lag(sound, speech, 1.0) == pytest.approx(late, abs=1e-3)
