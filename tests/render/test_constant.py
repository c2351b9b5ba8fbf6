"""`--constant-frame-rate`: a frame at every tick, the same pictures, kept like any clip."""

import av
import numpy as np
from fake_lessons import inline, settings

from mathora.encoder import ClipEncoder, PixelBox
from mathora.export.film.video import write_film
from mathora.plan import Chapter, FrameFormat, Slot, StepFacts, Timeline
from mathora.render import Clip, constant_clips
from mathora.render.files import digest

FRAMES = FrameFormat(64, 48, 30)


def test_a_film_of_constant_clips_has_a_frame_at_every_tick(tmp_path):
    path, still = tmp_path / "clip.mp4", tmp_path / "still.png"
    with ClipEncoder(path, FRAMES) as encoder:
        for tick, grey in ((0, 20), (1, 90), (5, 200)):
            encoder.show(tick, np.full((48, 64, 4), grey, np.uint8), [PixelBox(0, 0, 64, 48)])
    still.write_bytes(b"picture")
    clip = Clip("a/one", "key", path, still, "digest", digest(b"picture"), StepFacts(ticks=(0, 1, 5), motion=6))
    timeline = Timeline(30, (Slot("a", "one", 0, 6, 14, "", ()),), (Chapter("a", "A", 0, 20),))
    clips = constant_clips({"a/one": clip}, timeline, settings(tmp_path), inline)
    write_film(tmp_path / "film.mp4", timeline, clips, {})
    with av.open(str(tmp_path / "film.mp4")) as film:
        stream = film.streams.video[0]
        pictures = list(film.decode(stream))
        assert stream.average_rate == 30
    assert [picture.pts * picture.time_base * 30 for picture in pictures] == list(range(20))
    greys = [int(np.median(picture.to_ndarray(format="gray"))) for picture in pictures]
    assert greys[1:5] == [greys[1]] * 4
    assert len(set(greys)) == 3
    again = constant_clips({"a/one": clip}, timeline, settings(tmp_path), inline)
    assert again["a/one"].digest == clips["a/one"].digest
