"""`docs/scenes.md` is what the scenes say of themselves, with a picture of what each action leaves behind."""

import re
from io import BytesIO
from pathlib import Path

import numpy as np
from click.testing import CliRunner
from PIL import Image

from mathora.cli import group
from tests.docs.scene_pictures import FOLDER, HEIGHT, LARGEST, ROOT, WIDTH, drawn, small
from tests.golden.frames import catalogue

PAGE = (ROOT / "docs" / "scenes.md").read_text("utf-8")


def test_it_is_what_the_scenes_say(monkeypatch):
    monkeypatch.chdir(ROOT)
    printed = CliRunner().invoke(group, ["scenes", "--markdown"])
    assert printed.exit_code == 0
    assert printed.stdout == PAGE, "print it anew: make scenes"


def test_every_scene_has_a_chapter_and_each_of_its_actions_a_picture():
    assert re.findall(r"^## (\w+)$", PAGE, re.MULTILINE) == sorted(catalogue())
    drawn = {path.stem for path in FOLDER.glob("*.png")}
    every = [
        (f"{scene.name}.{action.name}", action.describes) for scene in catalogue().values() for action in scene.actions
    ]
    seen = {describes for name, describes in every if name in drawn}
    assert [name for name, describes in every if describes not in seen] == [], "draw them anew: make scenes"
    assert drawn <= {name for name, _ in every}
    assert [row for row in re.findall(r"^\| `\w+` \|.*\|.*\|$", PAGE, re.MULTILINE) if row.endswith("|  |")] == []


def test_pictures_are_small():
    for path in FOLDER.glob("*.png"):
        assert path.stat().st_size <= LARGEST, path.name
        assert Image.open(path).size == (WIDTH, HEIGHT)


def test_a_small_thing_keeps_its_colour_beside_many_shades():
    picture, yellow = Image.effect_noise((2 * WIDTH, 2 * HEIGHT), 80).convert("RGB"), (255, 219, 20)
    picture.paste(yellow, (100, 100, 120, 120))
    picture.save(still := BytesIO(), "PNG")
    kept = Image.open(BytesIO(small(still.getvalue()))).convert("RGB").getpixel((55, 55))
    assert max(abs(one - other) for one, other in zip(kept, yellow, strict=True)) < 20


def test_a_picture_is_what_is_drawn_today(tmp_path):
    for action, picture in drawn(catalogue()["Recap"]):
        (tmp_path / "now.png").write_bytes(picture)
        now, kept = (
            np.asarray(Image.open(path).convert("RGB"), dtype=int)
            for path in (tmp_path / "now.png", FOLDER / f"Recap.{action}.png")
        )
        assert np.abs(now - kept).mean() < 1.0


def test_what_is_linked_is_there():
    for path in re.findall(r"\]\(([\w./-]+\.(?:png|md))", PAGE):
        assert (Path("docs") / path).name
        assert (ROOT / "docs" / path).is_file()
