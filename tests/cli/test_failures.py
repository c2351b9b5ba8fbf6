"""What is not an author's fault: ours, the machine's, an interruption."""

from __future__ import annotations

import pytest

from mathora.cli import COMMANDS, lessons


@pytest.fixture
def failing(monkeypatch, write):
    """`check` runs into this exception."""
    write("slopes")

    def fail_with(error: BaseException) -> None:
        def fail(*_, **__):
            raise error

        monkeypatch.setattr(lessons, "prove_lesson", fail)

    return fail_with


def test_a_mistake_of_ours_says_that_it_is_ours(run, failing):
    failing(ZeroDivisionError("oh"))
    result = run("check")
    assert result.exit_code == 3
    assert "This is a mistake of Mathora's, not of your lesson: ZeroDivisionError: oh" in result.stderr
    assert "Traceback" not in result.stderr
    assert "mathora --traceback" in result.stderr


def test_its_traceback_can_be_seen(run, failing):
    failing(ZeroDivisionError("oh"))
    assert "Traceback (most recent call last)" in run("--traceback", "check").stderr


def test_a_machine_that_refuses_is_not_called_a_mistake(run, failing):
    failing(OSError(28, "No space left on device"))
    result = run("check")
    assert result.exit_code == 3
    assert result.stderr.startswith("The machine refused: [Errno 28] No space left on device")


def test_an_interruption(run, failing):
    failing(KeyboardInterrupt())
    result = run("check")
    assert (result.exit_code, "Interrupted." in result.stderr) == (130, True)


def test_a_misspelt_command(run):
    result = run("chekc")
    assert result.exit_code == 2
    assert "did you mean 'check'?" in result.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps(run, command):
    result = run(command, "--help")
    assert (result.exit_code, result.stdout.startswith(f"Usage: mathora {command}")) == (0, True)


def test_the_version(run):
    assert run("--version").exit_code == 0
