"""The `mathora` command: argv, what is shown, exit codes. One module for each command; no logic.

Laws:
- Exit codes: 0 fine · 1 the lesson has faults · 2 wrong usage · 3 the machine or we failed · 130 interrupted (143, 129:
  by SIGTERM, SIGHUP) · 141 nobody reads on (`| head`).
- An author's mistake is shown as faults, never as a traceback; a failure of ours says that it is ours.
- A command's imports are made when it runs: `mathora check` never imports Manim; and none are where a command is given
  again and nothing has changed (`mathora.cli.repeated`).
"""

from __future__ import annotations

import atexit
import errno
import gc
import importlib
import io
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from mathora.cli.events import emit
from mathora.cli.repeated import Repeatable
from mathora.isolated import module_path

FAULTY, FAILED, INTERRUPTED, UNREAD = 1, 3, 130, 141

UNIX_ONLY = ("fcntl",)  # modules that drawing needs and Windows lacks

GARBAGE = 50_000
"""Objects after which circles of them are looked for. Python's 700 costs a command a tenth of its time, in vain."""

COMMANDS = (
    *("check", "render", "preview", "prove", "storyboard", "still", "lsp"),
    *("voice", "publish-notes", "new", "scenes", "schema", "doctor", "verify", "gc"),
)


ASKED = {"help": "--help", "version": "--version"}
"""What many programs answer to as commands, and the options that say it here."""


class Ended(BaseException):
    """Somebody asked this process to end: with the signal of this number."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


class Guessing(click.Group):
    """A group of commands that guesses what was meant by the name of none."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's, with a guess at what was meant."""
        from mathora.lesson import did_you_mean  # `mathora --version` needs no vocabulary

        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            ctx.fail(f"No such command '{args[0]}': {did_you_mean(args[0], known)}")
        return super().resolve_command(ctx, args)


class Mathora(Guessing):
    """The group of commands; imports a command's module when it is called, and answers for what goes wrong in it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands, most used first."""
        return list(COMMANDS)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click's; `help check` is `check --help`."""
        return super().parse_args(ctx, [*args[1:], ASKED[args[0]]] if args and args[0] in ASKED else args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The `command` of the module that has the command's name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"mathora.cli.{cmd_name.replace('-', '_')}").command
        return command

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's signature
        """Runs the command; an exception that is not click's is a failure, told in a sentence or two."""
        try:
            return None if _is_said_again(ctx.obj) else super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            click.echo("\nInterrupted. What is finished is kept; the next run goes on from there.", err=True)
            ctx.exit(INTERRUPTED)
        except Ended as ended:
            with suppress(OSError):  # a terminal that hung up cannot be told
                click.echo("\nEnded. What is finished is kept; the next run goes on from there.", err=True)
            ctx.exit(128 + ended.number)
        except BrokenPipeError:
            _drop_what_is_unwritten()
            ctx.exit(UNREAD)
        except ModuleNotFoundError as missing:
            cannot = "This system cannot draw: proving works here, for the rest take WSL 2 or a container (see README)."
            lacks = f"The package {missing.name} is not installed: `mathora doctor` says how to get what is missing."
            _tell(ctx, cannot if missing.name in UNIX_ONLY else lacks)
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                ctx.fail(f"No file can have so long a name: {str(error.filename)[:60]}…")
            if isinstance(error, NotADirectoryError | FileExistsError | IsADirectoryError):
                ctx.fail(_in_the_way(error))
            _tell(ctx, f"The machine refused: {error}")
        except Exception as error:  # noqa: BLE001 - the last line of defence: whatever it is, it is ours
            _tell(ctx, f"This is a mistake of Mathora's, not of your lesson: {type(error).__name__}: {error}")


def _is_said_again(repeatable: Repeatable | None) -> bool:
    """Whether the command has its answer already, which is said then."""
    began = time.perf_counter()
    told = repeatable.answer() if repeatable is not None else None
    for one in told or ():
        if repeatable is not None and "--json" in repeatable.words:
            took = {"seconds": round(time.perf_counter() - began, 3)} if "seconds" in one.values else {}
            emit(one.event, **{**one.values, **took})
        else:
            click.echo(one.line, err=True)
    return told is not None


def _in_the_way(error: OSError) -> str:
    """That a file stands where a folder has to be, or a folder where a file has to."""
    path = Path(os.fsdecode(error.filename2 or error.filename or "?"))
    file = next((one for one in (path, *path.parents) if one.exists() and not one.is_dir()), None)
    stands, needed = ("file", "folder") if file else ("folder", "file")
    return f"'{file or path}' is a {stands}, where a {needed} has to be: move it elsewhere, or delete it."


def _tell(ctx: click.Context, message: str) -> None:
    where = "To see where, run it again as: mathora --traceback …"
    if ctx.find_root().params.get("traceback"):
        where = traceback.format_exc()
    with suppress(OSError):  # what refused may be what is written to, such as a file on a full disk
        click.echo(f"{message}\n{where}", err=True)
    _drop_what_is_unwritten()
    ctx.exit(FAILED)


def _drop_what_is_unwritten() -> None:
    """The interpreter's last flush is to be quiet too, where a stream takes nothing."""
    for number, stream in ((1, sys.stdout), (2, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)


@click.group(cls=Mathora, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--traceback", is_flag=True, help="Show where in Mathora a failure of ours came from.")
@click.version_option(package_name="mathora")
def group(*, traceback: bool) -> None:
    """Animated mathematics lessons in which every formula on screen has been checked."""
    del traceback  # read by `Mathora.invoke` where a failure is told


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script; from here on, nothing is imported from the current folder."""
    try:
        Path.cwd()
    except FileNotFoundError:
        click.echo("The folder in which this was started is not there any more. Go to your course's folder.", err=True)
        sys.exit(click.UsageError.exit_code)
    sys.path[:] = module_path()
    gc.set_threshold(GARBAGE, 20, 20)
    os.environ.pop("SOURCE_DATE_EPOCH", None)  # no product has a date; a wrong one would stop a library
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that has no such sign shows another
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        with _listening():
            group(args=words, prog_name="mathora", obj=Repeatable(words))
    except Ended as ended:  # before the command began, or after its end
        sys.exit(128 + ended.number)
    except SystemExit as ended:
        if arguments is None and ended.code in {0, FAULTY}:
            _leave(int(ended.code))
        raise


def _leave(code: int) -> None:
    """Ends the process if nothing of it goes on: to take apart what was imported costs half a second, for nothing."""
    if threading.active_count() > 1:
        return
    atexit._run_exitfuncs()  # noqa: SLF001 - what waits for the end gets it
    with suppress(OSError, ValueError, AttributeError):  # what cannot be written is told as ever, by the interpreter
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


@contextmanager
def _listening() -> Iterator[None]:
    """SIGTERM and SIGHUP end a command as Ctrl-C does: workers first. One that is ignored (nohup) stays so. Behind the
    command they end the process at once, and so does Ctrl-C.
    """

    def end(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # once is enough: what cleans up is not disturbed
        raise Ended(number)

    heard: dict[int, object] = {signal.SIGINT: signal.default_int_handler}
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            heard[number] = end
            signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in heard.items():
            if signal.getsignal(number) == handler:
                signal.signal(number, signal.SIG_DFL)
