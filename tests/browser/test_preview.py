"""`mathora preview` in a real browser: the picture is that of the last text that holds, however often one saves.

The suite saves six times; `make saves` a hundred times, and then the memory has to be flat as well.
"""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from until import until

SAVES = int(os.environ.get("MATHORA_SAVES", "6"))
WARM, SPAN = 10, 10
"""Pairs of saves after which all is imported, and over how many the memory is then looked at."""
MOST = 3 + (os.cpu_count() or 1)
"""The command, what counts its processes' files, one that proves, and one for each core that draws."""
LESSON = """\
id: slopes
title: Slopes
course: {{track: Maths, unit: Curves, number: 1, level: Easy, minutes: 1}}
model:
  f(x): x^2
sections:
  - id: by-hand
    title: By hand
    scene: WorkedExample
    with: {{function: f}}
    steps:
      - do: line
        with: {{reason: The curve}}
        say: Version {number}.
        show: f(x) + {number} = x^2 + {number}
"""
BREAKS = (
    lambda good: good.replace("= x^2", "= x^3"),
    lambda good: good[: len(good) // 2],
    lambda good: good.replace("do: line", "do: lien"),
    lambda _: "",
)
FAULTY = "!document.getElementById('faults').hidden"
FRESH = (
    "document.getElementById('say').textContent === it"
    " && document.getElementById('faults').hidden"
    " && document.getElementById('state').textContent === 'up to date'"
    " && document.getElementById('picture').complete && document.getElementById('picture').naturalWidth"
    " && document.querySelector('#storyboard img').src === document.getElementById('picture').src"
)
PIXELS = """() => {
  const picture = document.getElementById('picture'), canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return canvas.toDataURL();
}"""


@pytest.fixture
def course(tmp_path):
    (tmp_path / "scripts").mkdir()
    return tmp_path


@pytest.fixture
def preview(course):
    """The command, started in the course; its address is the last word of its first line."""
    (course / "scripts" / "slopes.yaml").write_text(LESSON.format(number=0))
    command = [Path(sys.executable).with_name("mathora"), "preview", "--quality", "draft", "--voice", "none"]
    with subprocess.Popen(command, cwd=course, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield psutil.Process(process.pid), process.stdout.readline().split()[-1]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def family(process):
    return [process, *process.children(recursive=True)]


@pytest.mark.slow
def test_no_picture_is_stale_no_process_leaks_and_memory_stays(browser, course, preview):
    process, address = preview
    page = browser.new_page()
    inspector = page.context.new_cdp_session(page)
    page.goto(address)
    script = course / "scripts" / "slopes.yaml"

    def seen(number):
        """The picture of a version, as the browser shows it when it says that all is up to date."""
        until(page, FRESH, f"Version {number}.", seconds=120)
        return hashlib.sha256(page.evaluate(PIXELS).encode()).hexdigest()

    def nodes():
        inspector.send("HeapProfiler.collectGarbage")
        return inspector.send("Memory.getDOMCounters")["nodes"]

    pictures, processes, memory, elements = {seen(0): 0}, {process.pid: process}, [], []
    for pair in range(SAVES // 2):
        number = 0 if pair % 5 == 4 else pair + 1  # now and then an earlier version comes back
        good = LESSON.format(number=number)
        before = page.evaluate(PIXELS)
        script.write_text(BREAKS[pair % len(BREAKS)](good))
        if pair % 3 != 2:  # else the next save comes before anybody has seen this one
            until(page, FAULTY, seconds=120)
            assert page.evaluate(PIXELS) == before, "a broken file takes the picture away"
            assert page.locator("#large").get_attribute("class") == "late"
        script.write_text(good)
        assert pictures.setdefault(seen(number), number) == number, "the picture of an earlier version is shown as new"
        here = family(process)
        assert len(here) <= MOST
        processes |= {one.pid: one for one in here}
        elements.append(nodes())
        memory.append(sum(one.memory_info().rss for one in here))
    assert len(pictures) == len(set(pictures.values())), "one version has two pictures"
    assert set(elements) == {elements[0]}
    assert not memory[WARM + SPAN :] or min(memory[-SPAN:]) < 1.05 * min(memory[WARM : WARM + SPAN]), memory
    page.close()
    process.send_signal(signal.SIGINT)
    assert psutil.wait_procs(processes.values(), 60)[1] == []
