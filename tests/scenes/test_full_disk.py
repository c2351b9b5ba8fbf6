"""A section is drawn in memory: where no byte can be written, its clips are the same."""

import multiprocessing
import resource
import signal

from theatre import SMALL, proven_section, viewed

from mathora.stage.draw import draw_steps

SECTION = """
  - id: title
    title: A title
    scene: Title
    with: {function: L, knobs: [w_1, w_2]}
    steps:
      - {do: card, say: Hello.}
"""


def draw(answer, *, full):
    if full:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    view, source = viewed(proven_section(SECTION), SMALL["16:9"])
    (step,) = draw_steps(view, source, [0])
    answer.send((step.video, step.still))


def test_a_clip_is_whole_or_not_there_however_little_room_there_is():
    found = []
    for full in (True, False):
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.get_context("fork").Process(target=draw, args=(theirs,), kwargs={"full": full})
        process.start()
        found.append(ours.recv() if ours.poll(120) else None)
        process.join()
    assert found[0] == found[1] is not None
