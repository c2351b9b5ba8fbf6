"""`mathora doctor`: what this machine has, what is missing, for which products, and the command that mends it.

Owns: the table of what Mathora can use.

Law: it changes nothing unless `--fix` is said; then only what cannot harm: packages into a virtual environment of one's
own, and drawn clips that are forgotten where the disk is nearly full. What wants `sudo` is told, never run.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import click

from mathora.cli import FAILED
from mathora.cli.options import cache_of, json_option, out_option

State = Literal["ok", "weak", "missing"]
System = Literal["apt", "dnf", "brew", "wsl", "other"]

GIB = 1 << 30
LEAST_MEMORY, LEAST_DISK = 2 * GIB, 2 * GIB
"""For one worker at 1080p60, and for the clips and products of a lesson of ten minutes."""

NATIVE = ("manim", "av", "typst", "flint", "contourpy")
GL = ("skia",)  # packages that stand on system libraries: whether they are there shows when these are imported

EXTRAS: Mapping[str, tuple[str, ...]] = {"lsp": ("pygls",), "cluster": ("distributed",)}
"""Packages without which one command, or one option, does not work; named as in `mathora[preview]`."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "firefox", "firefox-esr", "microsoft-edge", "safari")
INSTALLERS: Mapping[str, System] = {"apt-get": "apt", "dnf": "dnf", "brew": "brew"}
MENDS: Mapping[str, Mapping[System, str]] = {
    "drawing": {
        "apt": "sudo apt-get install -y libcairo2 libpango-1.0-0 libpangocairo-1.0-0",
        "dnf": "sudo dnf install -y cairo pango",
        "brew": "brew install cairo pango",
        "other": "install the libraries cairo and pango",
    },
    "gl": {
        "apt": "sudo apt-get install -y libegl1 libgl1",
        "dnf": "sudo dnf install -y mesa-libEGL mesa-libGL",
        "brew": "brew reinstall python",
        "other": "install the libraries EGL and GL",
    },
    "voice": {
        "apt": "pip install hibari-tts; sudo apt-get install -y espeak-ng",
        "dnf": "pip install hibari-tts; sudo dnf install -y espeak-ng",
        "brew": "pip install hibari-tts; brew install espeak-ng",
        "other": "pip install hibari-tts; install espeak-ng",
    },
    "latex": {
        "apt": "sudo apt-get install -y texlive-latex-base dvisvgm",
        "dnf": "sudo dnf install -y texlive-latex texlive-dvisvgm",
        "brew": "brew install --cask mactex-no-gui",
        "other": "install TeX Live with latex and dvisvgm",
    },
    "browser": {
        "apt": "sudo apt-get install -y firefox-esr || sudo apt-get install -y firefox",
        "dnf": "sudo dnf install -y firefox",
        "brew": "brew install --cask firefox",
        "wsl": "winget install Mozilla.Firefox",
        "other": "install a browser",
    },
}
VOICES = ("hibari-tts",)  # packages without which films are made as well, but silent

WSL = "wsl --install -d Ubuntu-24.04, and Mathora in there: the renderer needs Linux or macOS"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What was found of one thing, which products need it, and the command that mends it if it is not `ok`.

    `fix` is the part of it, as a program with its arguments, that `--fix` may run.
    """

    name: str
    state: State
    found: str
    products: str
    mend: str = ""
    fix: tuple[str, ...] = ()


@click.command()
@click.option("--fix", "fixes", is_flag=True, help="Mend what can be mended without sudo and without harm.")
@out_option
@json_option
@click.pass_context
def command(ctx: click.Context, out: Path, *, fixes: bool, as_json: bool) -> None:
    """Say what is there, what is missing, and how to get it.

    Each thing is told with the products that need it, and the command that brings it on this system. Nothing is changed
    without --fix. Exit code 3 if something is missing without which no film can be made.
    """
    from mathora.cli.events import emit
    from mathora.cli.faults import harmless

    findings = [look(out) for look in LOOKS]
    if fixes and _fixed(findings):
        findings = [look(out) for look in LOOKS]
    wide = max(len(one.found) for one in findings)
    for one in findings:
        if as_json:
            emit("found", **asdict(one), needed=one.name in NEEDED)
            continue
        click.echo(harmless(f"{one.state:8} {one.name:10} {one.found:{wide}}  {one.products}"))
        if one.mend:
            click.echo(harmless(f"{'':19} = {one.mend}"))
    lacking = [one.name for one in findings if one.state == "missing" and one.name in NEEDED]
    if not as_json:
        click.echo(f"\nNo film can be made without: {', '.join(lacking)}" if lacking else "\nFilms can be made here.")
    ctx.exit(FAILED if lacking else 0)


def _fixed(findings: Sequence[Diagnosis]) -> bool:
    """Runs what may be run, told on stderr; whether anything was. Packages go into a virtual environment only."""
    own, run = sys.prefix != sys.base_prefix, False
    for one in findings:
        if not one.fix:
            continue
        if sys.executable in one.fix and not own:
            click.echo(f"{one.name}: left as it is, this Python is not a virtual environment: {one.mend}", err=True)
            continue
        click.echo(f"{one.name}: {shlex.join(one.fix)}", err=True)
        done = subprocess.run(one.fix, stdout=sys.stderr, check=False)
        click.echo(f"{one.name}: {'done' if not done.returncode else 'that failed'}", err=True)
        run = True
    return run


def bringing(*packages: str) -> tuple[str, ...]:
    """The command that brings packages into this Python's environment. One that uv made has no pip."""
    from importlib.util import find_spec

    if find_spec("pip") is None and shutil.which("uv"):
        return ("uv", "pip", "install", "--python", sys.executable, *packages)
    return (sys.executable, "-m", "pip", "install", *packages)


def system() -> System:
    """How things are installed here."""
    if sys.platform == "win32":
        return "wsl"
    return next((name for program, name in INSTALLERS.items() if shutil.which(program)), "other")


def _mend(name: str) -> str:
    return MENDS[name].get(system(), WSL if system() == "wsl" else MENDS[name]["other"])


def _python(_: Path) -> Diagnosis:
    version = ".".join(map(str, sys.version_info[:3]))
    return Diagnosis("python", "ok", version, f"everything; this one is {sys.executable}")


def _libraries(_: Path) -> Diagnosis:
    from importlib.metadata import PackageNotFoundError, requires, version

    def is_there(name: str) -> bool:
        try:
            return bool(version(name))
        except PackageNotFoundError:
            return False

    stated = [one for one in requires("mathora") or () if "extra ==" not in one]
    names = [name for one in stated if (name := re.split(r"[^\w.-]", one)[0]) not in VOICES]
    if missing := [name for name in names if not is_there(name)]:
        fix = bringing(*missing)
        return Diagnosis("libraries", "missing", f"no {', '.join(missing)}", "everything", shlex.join(fix), fix)
    return Diagnosis("libraries", "ok", f"{len(names)} packages", "everything")


def _drawing(_: Path) -> Diagnosis:
    return _imported("drawing", NATIVE, "all pictures: cairo, pango")


def _gl(_: Path) -> Diagnosis:
    return _imported("gl", GL, "all pictures: EGL, GL; no graphics card is needed")


def _imported(name: str, packages: Sequence[str], products: str) -> Diagnosis:
    """Whether packages can be imported, by a process that does it."""
    from mathora.isolated import module_path, python_environment

    program = f"import sys; sys.path[:] = {module_path()!r}; import {', '.join(packages)}"
    done = subprocess.run(
        [sys.executable, "-c", program], env=python_environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        why = (done.stderr.strip().splitlines() or ["a library ends it"])[-1]
        return Diagnosis(name, "missing", why[:60], products, _mend(name))
    return Diagnosis(name, "ok", ", ".join(packages[:4]), products)


def _fonts(_: Path) -> Diagnosis:
    from importlib.util import find_spec

    if find_spec("font_source_sans_pro"):
        return Diagnosis("fonts", "ok", "Source Sans, New Computer Modern", "all text and formulas; they come along")
    fix = bringing("font-source-sans-pro")
    return Diagnosis("fonts", "missing", "no Source Sans", "all text", shlex.join(fix), fix)


def _cores(_: Path) -> Diagnosis:
    return Diagnosis("cores", "ok", str(os.cpu_count() or 1), "as many steps are drawn at once; --workers")


def _memory(_: Path) -> Diagnosis:
    limit = Path("/sys/fs/cgroup/memory.max")  # of a container
    allowed = limit.read_text(encoding="ascii").strip() if limit.is_file() else ""
    total = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else LEAST_MEMORY
    total = min(total, int(allowed)) if allowed.isdigit() else total
    enough = total >= LEAST_MEMORY
    mend = "" if enough else "mathora render --workers 1 --quality 720p30"
    return Diagnosis("memory", "ok" if enough else "weak", f"{total / GIB:.1f} GiB", "1 to 2 GiB for each worker", mend)


def _disk(out: Path) -> Diagnosis:
    place = next(folder for folder in (out.absolute(), *out.absolute().parents) if folder.is_dir())
    free = shutil.disk_usage(place).free
    if not os.access(place, os.W_OK):
        return Diagnosis("disk", "missing", f"{place} cannot be written", "all products", "use --out FOLDER")
    if free >= LEAST_DISK:
        return Diagnosis("disk", "ok", f"{free / GIB:.1f} GiB free", "all products")
    keeping = ("gc", "--keep", "500M", "--out", str(out))
    return Diagnosis(
        "disk", "weak", f"{free / GIB:.1f} GiB free", "all products", shlex.join(("mathora", *keeping)),
        (sys.argv[0], *keeping),
    )  # fmt: skip


def _cache(out: Path) -> Diagnosis:
    cache = cache_of(out)
    kept = sum(path.lstat().st_size for path in cache.rglob("*")) if cache.is_dir() else 0
    products = "what is drawn and spoken already, in media/.cache"
    if cache.is_dir() and not os.access(cache, os.W_OK):
        mend = f"chmod -R u+w {shlex.quote(str(cache))}"
        return Diagnosis("cache", "missing", f"{cache} cannot be written", products, mend)
    return Diagnosis("cache", "ok", f"{kept / GIB:.1f} GiB kept" if kept else "empty", products)


def _latex(_: Path) -> Diagnosis:
    here = all(map(shutil.which, ("latex", "dvisvgm")))
    products = "only --tex latex; formulas are set by Typst, which comes along"
    return Diagnosis("latex", "ok", "latex, dvisvgm", products) if here else _absent("latex", products)


def _browser(_: Path) -> Diagnosis:
    found = next(filter(shutil.which, BROWSERS), "open" if sys.platform == "darwin" else "")
    products = "only to look at page and slides"
    return Diagnosis("browser", "ok", found, products) if found else _absent("browser", products)


def _voice(_: Path) -> Diagnosis:
    from mathora.voice.voices import VOICES as OFFERED

    here = [name for name, offer in OFFERED.items() if not offer.missing()]
    products = "sound of films and slides: hibari speaks English, espeak-ng German"
    state: State = "ok" if len(here) == len(OFFERED) else "weak" if here else "missing"
    mend, fix = ("", ()) if state == "ok" else (_mend("voice"), () if "hibari" in here else bringing(*VOICES))
    return Diagnosis("voice", state, ", ".join(here) or "none", products, mend, fix)


def _absent(name: str, products: str) -> Diagnosis:
    return Diagnosis(name, "missing", "none", products, _mend(name))


def _lsp(_: Path) -> Diagnosis:
    return _extra("lsp", "only mathora lsp, for editors")


def _cluster(_: Path) -> Diagnosis:
    return _extra("cluster", "only --cluster: Dask")


def _extra(name: str, products: str) -> Diagnosis:
    """Packages that one asks for: they are told, and not brought by `--fix`."""
    from importlib.util import find_spec

    missing = [one for one in EXTRAS[name] if find_spec(one) is None]
    if not missing:
        return Diagnosis(name, "ok", ", ".join(EXTRAS[name]), products)
    return Diagnosis(name, "missing", f"no {', '.join(missing)}", products, shlex.join(bringing(*missing)))


LOOKS: tuple[Callable[[Path], Diagnosis], ...] = (
    *(_python, _libraries, _drawing, _gl, _fonts, _cores, _memory, _disk, _cache, _voice, _latex, _browser),
    *(_lsp, _cluster),
)
"""One look for each thing; one that is new is one row."""

NEEDED = ("libraries", "drawing", "gl", "fonts", "disk", "cache")  # without these no film can be made
