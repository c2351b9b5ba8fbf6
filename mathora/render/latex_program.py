r"""Real LaTeX at the edge: sources in, pages out, from the machine's own `latex` and `dvisvgm`.

Owns: `LatexPages`, which holds a lesson's pages; `set_pages`; the programs, their bounds, and what is said when they
are missing.

Laws:
- One run sets all formulas of a lesson, a page each. Only what a scene makes itself is set later, one by one.
- LaTeX runs in a private folder that is gone afterwards, without a shell (`-no-shell-escape`), reading and writing
  nothing outside (`openin_any=p`, `openout_any=p`), within bounded time and memory. It sees no file of the author's.
- A character that LaTeX lacks marks its page as missing; any other complaint is a failure, told in a sentence.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from mathora.bounds import LOOK_SECONDS, limit_process, resident
from mathora.formula import TexPage, tex_sources
from mathora.formula.typeset.latex_source import PACKAGES
from mathora.plan import SectionView
from mathora.render.clip import TexName
from mathora.render.files import scratch_folder

if TYPE_CHECKING:
    from mathora.prove import Proven

PROGRAMS = {"latex": "texlive-latex-base", "dvisvgm": "dvisvgm"}
"""What has to be there, and the package of Debian or Ubuntu that brings it."""

SECONDS = 120.0  # wall clock for one program on all formulas of a lesson; both need milliseconds for one
MEMORY = 1 << 30  # what a program may hold, in bytes

LARGEST_FILE = 1 << 28

_PREAMBLE = (
    r"\documentclass{article}"
    + "".join(rf"\usepackage{{{package}}}" for package in PACKAGES)
    + r"""
\tracinglostchars=2 \setcounter{MaxMatrixCols}{200} \setlength\fboxrule{.5pt}
\def\ink#1{\special{color push rgb #1}}
\def\off{\special{color pop}}
\catcode`\#=12 \def\hash{#}\catcode`\#=6
\makeatletter
\def\strike#1#2{\mathpalette\strike@{{#1}{#2}}}
\def\strike@#1#2{\strike@@#1#2}
\def\strike@@#1#2#3{\setbox4\hbox{$\m@th#1#3$}\special{dvisvgm:raw <g
  transform='matrix(.996264 0 0 .996264 {?x} {?y})'><line stroke='\hash#2' stroke-width='.5' x1='0'
  y1='\strip@pt\dp4' x2='\strip@pt\wd4' y2='-\strip@pt\ht4'/></g>}\box4}
\makeatother
\def\formula#1#2{\message{^^Jmathora:#1^^J}\setbox0\hbox{\ink{1 1 1}\rule{10pt}{10pt}\off\kern-10pt$\displaystyle #2$}%
  \shipout\box0 }
\begin{document}
"""
)


_MARK = "mathora:"
LATEX = ("latex", "-no-shell-escape", "-interaction=nonstopmode", "formulas.tex")
DVISVGM = (
    "dvisvgm", "--no-fonts", "--no-specials=ps", "--page=1-", "--precision=6", "--cache=none", "--bbox=none",
    "--output=%9p.svg", "--verbosity=1", "formulas.dvi",
)  # fmt: skip
_BOUNDS = {
    "openin_any": "p", "openout_any": "p", "shell_escape": "f", "max_print_line": "10000", "SOURCE_DATE_EPOCH": "0",
    "MKTEXTFM": "0", "MKTEXPK": "0", "MKTEXMF": "0", "MKTEXTEX": "0",
}  # fmt: skip


class LatexFailed(OSError):
    """LaTeX or dvisvgm did not do what they should; the message says what, for whoever keeps the machine."""


def missing_programs() -> str:
    """What to ask for, if LaTeX is not here; empty if it is."""
    packages = [package for program, package in PROGRAMS.items() if shutil.which(program) is None]
    if not packages:
        return ""
    them = "it" if len(packages) == 1 else "them"
    command = f"sudo apt-get install -y {' '.join(packages)}"
    return f"--tex latex needs {' and '.join(packages)}: ask for {them} with {command}"


def versions() -> dict[str, str]:
    """Of both programs, as they say them: pixels depend on them. Raises `LatexFailed`."""
    with scratch_folder("mathora-latex-") as folder:
        return {program: _run([program, "--version"], folder).partition("\n")[0] for program in PROGRAMS}


@dataclass(frozen=True, slots=True)
class LatexPages:
    """The pages of a lesson by their sources; called with one, it gives its page, and sets it if it is new."""

    kept: Mapping[str, TexPage]
    _late: dict[str, TexPage] = field(default_factory=dict, compare=False, repr=False)

    def only(self, view: SectionView) -> LatexPages:
        """The pages of one section's formulas and names."""
        own = tex_sources([*(formula.tree for formula in view.formulas), *view.symbols])
        return LatexPages({source: self.kept[source] for source in own if source in self.kept})

    def __call__(self, source: str) -> TexPage:
        """The page of a source; raises `LatexFailed`."""
        if source in self.kept:
            return self.kept[source]
        if source not in self._late:
            (self._late[source],) = set_pages([source])
        return self._late[source]


def programs_of(tex: TexName) -> dict[str, str]:
    """What of the machine typesets, for a clip's key: programs by version; raises `LatexFailed`."""
    return {"preamble": _PREAMBLE, **versions()} if tex == "latex" else {}


def pages_of(tex: TexName, proven: Proven) -> LatexPages | None:
    """All formulas of a lesson and the names of its model, set in one run; None if Typst sets them in the workers.

    Raises `LatexFailed`.
    """
    if tex == "typst":
        return None
    trees = [formula.tree for formula in proven.formulas] + [name.symbol for name in proven.model.names.values()]
    sources = tex_sources(trees)
    return LatexPages(dict(zip(sources, set_pages(sources), strict=True)))


def set_pages(sources: Sequence[str]) -> list[TexPage]:
    """The page of each source (ours, by `write_tex`), in one run of each program; raises `LatexFailed`."""
    with scratch_folder("mathora-latex-") as folder:
        formulas = "".join(f"\\formula{{{number}}}{{{source}}}\n" for number, source in enumerate(sources))
        (folder / "formulas.tex").write_text(f"{_PREAMBLE}{formulas}\\end{{document}}\n", encoding="utf-8")
        lacking = set(_lacking(_run(LATEX, folder, complaints=True), sources))
        _run(DVISVGM, folder)
        pages = [folder / f"{number + 1:09}.svg" for number in range(len(sources))]
        if not all(page.is_file() for page in pages):
            raise LatexFailed("LaTeX did not set all formulas of the lesson")
        return [TexPage(page.read_text(encoding="utf-8"), at in lacking) for at, page in enumerate(pages)]


def _lacking(log: str, sources: Sequence[str]) -> Iterator[int]:
    """The numbers of the sources with a character that LaTeX lacks; raises `LatexFailed` for any other complaint."""
    number = 0
    for line in log.splitlines():
        if line.startswith(_MARK):
            number = int(line.removeprefix(_MARK))
        elif line.startswith(("! LaTeX Error: Unicode character", "Missing character:")):
            yield number
        elif line.startswith("! "):
            raise LatexFailed(f"LaTeX cannot set {sources[number]}: {line.removeprefix('! ')}")


def _run(command: Sequence[str], folder: Path, *, complaints: bool = False) -> str:
    """What a program prints, run in a folder within its bounds; `complaints`: it may end with some."""
    process = subprocess.Popen(
        command, cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    with process:
        limit_process(process.pid, MEMORY, LARGEST_FILE)
        try:
            printed = _printed(process, command[0])
        except BaseException:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise
    if process.returncode and not complaints:
        raise LatexFailed(f"{command[0]} failed: {printed.strip().splitlines()[-1:]}")
    return printed


def _printed(process: subprocess.Popen[bytes], name: str) -> str:
    """What a program prints until it ends; it is looked at meanwhile. Raises `LatexFailed`."""
    give_up = time.monotonic() + SECONDS
    while True:
        try:
            return process.communicate(timeout=LOOK_SECONDS)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            if resident(process.pid) > MEMORY:
                raise LatexFailed(f"{name} took more than {MEMORY >> 20} MiB of memory") from None
            if time.monotonic() > give_up:
                raise LatexFailed(f"{name} took longer than {SECONDS:g} seconds") from None


def _environment(folder: Path) -> dict[str, str]:
    """The machine's programs, and nothing else of the user's: neither files nor settings."""
    own = dict.fromkeys(("HOME", "TMPDIR", "TEXMFHOME", "TEXMFVAR", "TEXMFCONFIG"), str(folder))
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", **own, **_BOUNDS}
