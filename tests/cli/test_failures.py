"""What is not an author's fault: ours, the machine's, an interruption."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from mathora.cli import COMMANDS, lessons


@pytest.fixture
def failing(monkeypatch, write):
    """`check` runs into this exception."""
    write("slopes")

    def fail_with(error: BaseException) -> None:
        def fail(*_, **__):
            raise error

        monkeypatch.setattr(lessons.StandingProver, "prove", fail)

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
    assert "known here: 'check', 'sheet'" in run("voice", "slopes").stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("help",), "Usage: mathora [OPTIONS]"),
        (("help", "check"), "Usage: mathora check"),
        (("version",), "mathora, version"),
    ],
)
def test_what_other_programs_have_as_commands_is_answered(words, said, run):
    result = run(*words)
    assert (result.exit_code, result.stdout.startswith(said)) == (0, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("render", "--quality", "1080p"), "there is no '1080p': did you mean '1080p60'?"),
        (("render", "--aspect", "9x16"), "did you mean '9:16'?"),
        (("still", "a/b/c", "--theme", "Dark"), "did you mean 'dark'?"),
        (("render", "--tex", "Latex"), "did you mean 'latex'?"),
        (("render", "--only", "mp4", "pdf"), "'pdf' is a product, and no script."),
        (("schema", "--to", "nope/x"), "There is no folder 'nope' for 'x'."),
        (("schema", "--to", "scripts"), "'scripts' is a directory."),
        (("schema", "--to", ""), "the name is empty"),
        (("check", "--out", ""), "the name is empty"),
        (("check", "scripts/a"), "There is no script 'scripts/a'"),
        (("render", "--voice", "nobody"), "no program 'nobody': write hibari, espeak-ng, none, or"),
        (("new", "lesson", "Überblick"), "such as 'uberblick'."),
        (("verify",), "There is no 'media' here."),
    ],
)
def test_wrong_usage_is_told_with_what_was_meant(words, told, run, course):
    result = run(*words)
    assert (result.exit_code, told in result.stderr) == (2, True), result.output
    assert [path.name for path in course.rglob("*")] == ["scripts"]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps(run, command):
    result = run(command, "--help")
    assert (result.exit_code, result.stdout.startswith(f"Usage: mathora {command}")) == (0, True)


def test_the_list_of_commands_says_what_each_does_in_a_whole_sentence(run):
    listed = run("--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line for line in listed if not line.endswith(".") or line.endswith("..")] == []


def test_a_package_that_was_lost_is_named_with_what_brings_it(run, failing):
    failing(ModuleNotFoundError(name="flint"))
    result = run("check")
    assert result.exit_code == 3
    assert result.stderr.startswith("The package flint is not installed: `mathora doctor` says")


def test_the_version(run):
    assert run("--version").exit_code == 0


def program(course, code="main(['check'])", environment=(), **how):
    """The command as a process of its own, in the course's folder."""
    lines = f"import sys; sys.argv[0] = 'mathora'\nfrom mathora.cli import lessons, main\n{code}\n"
    return subprocess.run(
        [sys.executable, "-c", lines], cwd=course, env={**os.environ, **dict(environment)}, text=True, check=False,
        **{"capture_output": True, **how},
    )  # fmt: skip


SIGNALLED = """
import signal
def prove(*_, **__):
    signal.raise_signal(signal.{name})
    while {waits}:  # until it is heard: a thread beside may put Python's note of it off
        pass
lessons.StandingProver.prove = prove
main(['check'])
"""


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
def test_whoever_is_asked_to_end_says_so_and_ends(course, write, name, code):
    write("slopes")
    heard = "signal.default_int_handler" if name == "SIGINT" else "signal.SIG_DFL"
    fresh = (
        f"import signal; signal.signal(signal.{name}, {heard})\n"  # who started the tests may have it ignored: nohup
    )
    result = program(course, fresh + SIGNALLED.format(name=name, waits=True))
    assert result.returncode == code
    assert "What is finished is kept" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_hang_up_that_is_to_be_ignored_is(course, write):
    """As under nohup."""
    write("slopes")
    ignored = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
    code = ignored + SIGNALLED.format(name="SIGHUP", waits=False).replace(
        "main(", "lessons.Lessons._ready = lambda *_: 1 / 0\nmain("
    )
    assert program(course, code).returncode == 3  # it went on, into a mistake


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_behind_the_command_ends_it_without_a_traceback(course, write, name):
    write("slopes")
    heard = "signal.default_int_handler" if name == "SIGINT" else "signal.SIG_DFL"
    late = (
        f"import signal, threading; signal.signal(signal.{name}, {heard})\n"
        f"threading._register_atexit(lambda: signal.raise_signal(signal.{name}))\nmain(['check'])"
    )
    result = program(course, late)
    assert (result.returncode, "Traceback" in result.stderr) == (-getattr(signal, name), False)


def test_a_signal_between_the_command_and_its_end_is_no_traceback(course, write):
    write("slopes")
    late = (
        "import signal, mathora.cli as cli\nsignal.signal(signal.SIGTERM, signal.SIG_DFL)\ncheck = cli.group\n"
        "def group(**given):\n    try: check(**given)\n    finally: signal.raise_signal(signal.SIGTERM)\n"
        "cli.group = group\nmain(['check'])"
    )
    result = program(course, late)
    assert (result.returncode, "Traceback" in result.stderr) == (143, False)


@pytest.mark.parametrize("inside", [".cache", ".cache/parts"])
def test_a_file_where_a_folder_has_to_be_is_wrong_usage_and_named(course, write, run, inside):
    write("slopes")
    stands = course / "media" / inside
    stands.parent.mkdir(parents=True)
    stands.write_text("mine")
    result = run("storyboard", "--quality", "draft")
    assert (result.exit_code, f"media/{inside}' is a file, where a folder has to be" in result.stderr) == (2, True)


def test_nobody_who_reads_on_is_no_failure(course, write):
    write("slopes")
    reads, writes = os.pipe()
    os.close(reads)
    result = program(course, capture_output=False, stdout=writes, stderr=subprocess.PIPE)
    os.close(writes)
    assert (result.returncode, result.stderr) == (141, "")


def test_what_cannot_be_written_is_told_once(course, write):
    write("slopes")
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        result = program(course, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert result.returncode == 3
    assert result.stderr.startswith("The machine refused: [Errno 28]")
    assert "Exception ignored" not in result.stderr


def test_a_full_place_for_what_is_told_is_a_failure(course, write):
    write("slopes", show="f(2) = 5")
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        result = program(course, capture_output=False, stdout=subprocess.PIPE, stderr=full)
    assert result.returncode == 3


def test_products_cannot_lie_in_a_file(run, write):
    write("slopes")
    result = run("check", "--out", "/dev/null/x")
    assert result.exit_code == 2
    assert "'/dev/null/x' cannot be a folder: '/dev/null' is a file." in result.stderr


def test_a_folder_that_was_deleted_under_who_stands_in_it_is_said(course):
    code = f"import os, shutil; shutil.rmtree({str(course)!r})\nmain(['check'])"
    result = program(course, code)
    assert (result.returncode, result.stderr.startswith("The folder in which this was started is not there")) == (
        2,
        True,
    )


def test_a_bare_environment_and_a_foreign_one_have_no_effect(course, write):
    write("slopes", show="f'(x) = 3x, \\quad 1 \\ne 2")
    (course / "startup.py").write_text("raise SystemExit(9)")
    foreign = {
        "PYTHONSTARTUP": str(course / "startup.py"), "SOURCE_DATE_EPOCH": "soon", "LC_ALL": "xx_YY.nonsense",
        "LANG": "de_DE.ISO-8859-1", "PYTHONIOENCODING": "ascii", "PYTHONHASHSEED": "7", "TZ": "Nowhere/Nothing",
        "COLUMNS": "wide", "TERM": "nothing",
    }  # fmt: skip
    plain = program(course)
    assert plain.returncode == 1
    assert "formula is false" in plain.stderr
    strange = program(course, environment=foreign)
    assert (strange.returncode, "Traceback" in strange.stderr) == (1, False)
    assert "formula is false" in strange.stderr
    bare = subprocess.run(
        [sys.executable, "-c", "from mathora.cli import main; main(['check'])"], cwd=course, env={},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (bare.returncode, bare.stderr) == (1, plain.stderr)


def test_no_product_sees_a_date_from_the_environment(course):
    code = "try: main(['--version'])\nfinally: import os; assert 'SOURCE_DATE_EPOCH' not in os.environ"
    assert program(course, code, {"SOURCE_DATE_EPOCH": "soon"}).returncode == 0


def test_where_drawing_is_not_possible_that_is_said(course, write):
    write("slopes")
    code = "import sys; sys.modules['fcntl'] = None\nmain(['render'])"
    result = program(course, code)
    assert result.returncode == 3
    assert result.stderr.startswith("This system cannot draw: proving works here")
