"""The schema accepts what `check` accepts, and refuses what is wrong in form, before anyone runs `check`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from mathora.lesson import Faulty
from mathora.script import course_schema, read_course, read_script, script_schema, starter_course, starter_script
from tests.standard_scenes import standard_scenes

ROOT = Path(__file__).resolve().parents[2]
STANDARD = dict(standard_scenes())
OF_FORM = {
    *("missing-key", "unknown-key", "unknown-parameter", "missing-parameter", "unknown-scene", "unknown-action"),
    *("unknown-word", "not-a-plain-name", "too-few", "out-of-limits", "missing-show"),
}
"""Rules of `check` that an editor can hold a script against while one types."""

BAD = sorted(
    path
    for path in (Path(__file__).parent / "bad").glob("*.yaml")
    if (rules := set(re.findall(r" \[([a-z-]+)\](?: =| ~)", path.with_suffix(".txt").read_text()))) and rules <= OF_FORM
)


class Loader(yaml.SafeLoader):
    """As editors read YAML: `2024-01-01` is a text, `on` and `off` are words."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in rows if tag.rpartition(":")[2] not in ("timestamp", "bool", "merge")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), list("tf"))


def errors(text: str, catalogue) -> list[str]:
    return errors_by(script_schema(catalogue), text)


def errors_by(schema, text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(schema).iter_errors(yaml.load(text, Loader))]  # noqa: S506


@pytest.mark.parametrize("schema", [script_schema(STANDARD), course_schema()], ids=["script", "course"])
def test_it_is_a_schema(schema):
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("script", sorted((ROOT / "scripts").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_lesson_keeps_it(script):
    assert errors(script.read_text(), STANDARD) == []


@pytest.mark.parametrize("name", STANDARD)
def test_what_new_writes_keeps_it(name):
    scene = STANDARD[name]
    for text in ("", Path(scene.file).with_suffix(".yaml").read_text()):
        assert errors(starter_script("a", "b", 1, [(scene, text)], "x"), STANDARD) == []


@pytest.mark.parametrize(
    "changed",
    [
        ("title: Slopes", "title: 2024"),
        ("say: Here it is.", "say: yes"),
        ("say: Here it is.", "say: Here.\n        show: [1 = 1, {tex: c = 2, role: given}]\n        rest: 1.5"),
        ("{x: 1}", r"{x: '\frac{1}{2}'}, levels: [1, '2'], smooth: false, style: thick, span: [0, 1], label: f"),
        ("f(x): x^2", "f(x): {is: x^2, domain: x > 0}\n  c:\n  A: {kind: matrix, shape: [2, 3]}\n  k: 3"),
        ("model:", "colors: {x: blue}\ntheme: light\nlanguage: de\nwords_per_minute: 140\nmodel:"),
        ("model:", "voice: none\npronounce: {Euler: oiler}\nmodel:"),
        (
            "    steps:",
            (
                "    beside: {scene: Slope, with: {function: f, at: {x: 1}}}\n    continues: false\n    steps:\n"
                "      - {do: draw, say: Both., beside: {do: draw}}"
            ),
        ),
        ("do: draw", "do: stay\n        show: f(1) = 1"),
    ],
    ids=lambda pair: pair[1][:20],
)
def test_what_check_accepts_it_accepts(changed, good, catalogue):
    text = good.replace(*changed)
    assert text != good
    assert read_script(text, "x.yaml", catalogue)
    assert errors(text, catalogue) == []


@pytest.mark.parametrize("script", BAD, ids=lambda path: path.stem)
def test_what_is_wrong_in_form_it_refuses(script, catalogue):
    assert errors(script.read_text(), catalogue) != []


@pytest.mark.parametrize(
    "planted",
    [
        ("with: {function: f, at: {x: 1}}", "with: {function: f}"),
        ("at: {x: 1}", "at: {}"),
        ("at: {x: 1}", "at: {x: 1}, span: [1]"),
        ("at: {x: 1}", "at: {x: 1}, style: wide"),
        ("do: draw", "do: drow"),
        ("do: draw", "do: slide"),
        ("do: draw", "do: draw\n        with: {to: 1}"),
        ("scene: Slope", "scene: Slopes"),
        ("    steps:", "    beside: {scene: Slope, with: {function: f}}\n    steps:"),
        ("    steps:", "    beside: {scene: Slopes}\n    steps:"),
        ("    steps:", "    continues: yes\n    steps:"),
        ("say: Here it is.", "say: Here.\n        show: {tex: x, role: wish}"),
    ],
    ids=lambda pair: pair[1][:24],
)
def test_a_planted_fault_is_refused_by_both(planted, good, catalogue):
    text = good.replace(*planted)
    assert text != good
    assert errors(text, catalogue) != []
    with pytest.raises(Faulty):
        read_script(text, "x.yaml", catalogue)


def test_there_are_scripts_that_are_wrong_in_form_only():
    assert len(BAD) > 10


@pytest.mark.parametrize(
    "text",
    [
        starter_course("null", "x"),
        "# nothing yet",
        "{}",
        "title: 2024\nauthor: on\norder: [1, two]\nprerequisites: {two: [1]}\naddresses: [https://example.org/a]",
        "language: de\ntheme: light\nvoice: none\nwords_per_minute: 120\npronounce: {Euler: oiler}",
        'brand: {colors: {orange: {dark: "#ff7f50", light: "#964b00"}, blue: "#4dc3ff"}}',
    ],
    ids=lambda text: text[:16],
)
def test_a_course_that_holds_keeps_its_schema(text):
    assert read_course(text, "course.yaml")
    assert errors_by(course_schema(), text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("authr: A", "theme: pink", "order: one", "prerequisites: [one]", "words_per_minute: fast"),
        *("addresses: ['javascript:alert(1)']", "brand: {colors: {navy: '#4dc3ff'}}", "brand: {colors: {blue: blue}}"),
        *("brand: {icon: a.png}", "brand: {logo: {dim: a.png}}"),
        *("brand: {typeface: a.ttf}", "brand: {typeface: {file: a.ttf, by: A}}"),
    ],
)
def test_a_course_that_is_wrong_in_form_does_not(text):
    assert errors_by(course_schema(), text) != []
    with pytest.raises(Faulty):
        read_course(text, "course.yaml")
