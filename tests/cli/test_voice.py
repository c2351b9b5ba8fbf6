"""`mathora voice`: what is to be read aloud, file by file, and which recordings there are none of."""

import json

import pytest


@pytest.fixture(autouse=True)
def decides_here(prover_here): ...


def events(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_sheet_names_a_file_for_each_step_that_is_spoken(run, write):
    write("slopes")
    result = run("voice", "sheet", "slopes")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[:2] == ["voice/slopes/by-hand.line.wav", "    Here is f."]
    (event,) = events(run("voice", "sheet", "slopes", "--json"))
    assert (event["step"], event["file"]) == ("by-hand/line", "voice/slopes/by-hand.line.wav")


def test_a_step_without_a_recording_is_told_and_is_no_fault(run, write):
    write("slopes")
    result = run("voice", "check", "slopes")
    assert (result.exit_code, "the voice speaks this step" in result.stdout) == (0, True)


@pytest.mark.parametrize("name", ["by-hand.line.wav", "by-hand.lime.wav"])
def test_a_recording_that_is_no_sound_or_of_no_step_is_a_fault(run, write, course, name):
    write("slopes")
    (course / "voice" / "slopes").mkdir(parents=True)
    (course / "voice" / "slopes" / name).write_bytes(b"no sound")
    assert run("voice", "check", "slopes").exit_code == 1


def test_of_a_lesson_that_does_not_hold_nothing_is_read(run, write):
    write("slopes", show="f'(x) = 3x")
    result = run("voice", "sheet", "slopes")
    assert (result.exit_code, result.stdout) == (1, "")
