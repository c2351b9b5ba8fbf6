"""Whatever a script contains, a lesson or `Faulty` comes out, in bounded time, with places inside the script."""

from __future__ import annotations

import string

import pytest
from bad_scenes import CHECK, SCENE
from hypothesis import given
from hypothesis import strategies as st

from mathora.lesson import Fault, Faulty, SceneSignature
from mathora.script import read_script, read_signature

from .conftest import GOOD

CATALOGUE: dict[str, SceneSignature] = {
    one.name: one for one in (read_signature(SCENE, "s"), read_signature(CHECK, "c"))
}
SIGNS = (
    "\n\n  :-?,[]{}#&*!|>'\"%@`$\\~=\t\r\0\x07\x85\u2028\u202e\ufeff\ud800é∂𝄞" + string.ascii_letters + string.digits
)


def read(source: str) -> None:
    """Reads; holds every fault's place against the source."""
    lines = source.split("\n")
    for fault in faults_of(source):
        assert 1 <= fault.place.line <= len(lines)
        assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1
        assert fault.shown(lines[fault.place.line - 1])


def faults_of(source: str) -> tuple[Fault, ...]:
    try:
        read_script(source, "x.yaml", CATALOGUE)
    except Faulty as faulty:
        return faulty.faults
    return ()


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text(source):
    read(source)


@given(
    st.lists(
        st.sampled_from(
            [*SIGNS, "id: a\n", "- ", ": ", "&a ", "*a", "<<: ", "!!x ", "|\n", ">-\n  ", "---\n", "...\n"]
        ),
        max_size=60,
    )
)
def test_any_yaml_signs(parts):
    read("".join(parts))


@given(st.integers(0, len(GOOD)), st.integers(0, 12), st.text(st.sampled_from(SIGNS), max_size=12))
def test_any_damage_to_a_good_lesson(start, length, inserted):
    read(GOOD[:start] + inserted + GOOD[start + length :])


@pytest.mark.parametrize(
    "source",
    [
        "[" * 100_000,
        "{" * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "a: " * 100_000,
        "a: &a [*a, *a]\n",
        "&a " * 1000,
        "a: " + "x" * 900_000,
        "a: '" + "\n" * 900_000 + "'",
        "a: |\n" + "  x\n" * 200_000,
        "x" * (1 << 20) + "x",
        "%YAML " + "9" * 10_000 + "\n---\na: b",
        'a: "\\U' + "F" * 8 + '"',
        "\ufeff" * 10,
        "a: " + "$x$" * 100_000,
        GOOD.replace("say: Here it is.", "say: " + "[" * 3000 + "](" * 500),
    ],
    ids=range(16),
)
def test_bombs_end_in_faults(source):
    with pytest.raises(Faulty):
        read_script(source, "x.yaml", CATALOGUE)


def test_no_word_of_a_script_is_run_or_looked_up():
    words = ["__import__('os')", "${HOME}", "{{7*7}}", "%(x)s", "{0.__class__}", "`id`", "$(id)", "file:///etc/passwd"]
    for word in words:
        source = GOOD.replace("title: Slopes", f"title: '{word.replace('$', chr(92) + '$')}'".replace("'os'", "''os''"))
        assert read_script(source, "x.yaml", CATALOGUE).title.pieces[0].text.value == word.replace("'os'", "'os'")
