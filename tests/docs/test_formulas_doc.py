"""`docs/formulas.md` is true: every example has the verdict that it says, and every command prints what is shown."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from mathora.cli import group
from mathora.formula import read, read_model
from mathora.formula.reader import tokens
from mathora.formula.reader.cursor import DEEPEST
from mathora.lesson import Declaration, Faulty, Kind, ModelSource, Role, Text
from mathora.prove import Task, VerdictKind, prove_lesson, prove_one, worker
from mathora.prove.task import decided
from mathora.script import read_script, read_signature
from mathora.script.model import DECLARATION, model
from mathora.script.nodes import compose
from tests.script.bad_scenes import CHECK, SCENE
from tests.script.test_docs import whole

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "formulas.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+) ?(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match[1], match[3]) for match in BLOCK.finditer(PAGE)]
COMMENT = re.compile(r"\s+%\s.*")


@dataclass(frozen=True)
class Example:
    """A formula of the page, the verdict that it says, and the model; None: letters are free numbers."""

    verdict: str
    tex: str
    source: ModelSource | None
    role: Role = "claim"

    def judged(self) -> str:
        """The verdict that it has; `refused` if it cannot be read."""
        text = Text.written(self.tex, "formulas.md")
        try:
            if self.source is None:
                return prove_one(text, None, decided).verdict.kind
            known = read_model(self.source)
            return decided(Task(read(text, known), known, self.role)).kind
        except Faulty:
            return "refused"


def examples(page: str) -> Iterator[Example]:
    """The examples of a page: `verdict: tex  % comment` lines, under a model and `---` if there is one; `as given,
    refuted: tex` says a role.
    """
    for match in BLOCK.finditer(page):
        if match[1] != "formula":
            continue
        above, hyphens, below = match[3].rpartition("---\n")
        source = model(compose(above, "formulas.md"), lambda _name: None) if hyphens else None
        for line in below.splitlines():
            verdict, _, tex = COMMENT.sub("", line).partition(": ")
            said, _, kind = verdict.rpartition(", ")
            role = next((one for one in get_args(Role) if said == f"as {one}"), "claim")
            yield Example(kind, tex, source, role)


EXAMPLES = list(examples(PAGE))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.verdict}: {example.tex}")
def test_an_example_has_the_verdict_that_it_says(example):
    assert example.judged() == example.verdict


@pytest.mark.parametrize(
    "planted",
    [
        "```formula\nproved: 1 + 1 = 3\n```",
        "```formula\nx:\n---\nproved: 1/2x = x\n```",
        "```formula\nproved: y = \n```",
    ],
)
def test_a_planted_wrong_example_is_caught(planted):
    (example,) = examples(planted)
    assert example.judged() != example.verdict


def test_every_block_is_of_a_form_that_is_checked():
    assert {kind for kind, _ in BLOCKS} == {"formula", "yaml", "console"}
    assert len(re.findall(r"^```", PAGE, re.MULTILINE)) == 2 * len(BLOCKS)


@pytest.mark.parametrize("steps", [text for kind, text in BLOCKS if kind == "yaml"])
def test_steps_of_the_page_hold(steps):
    catalogue = {one.name: one for one in (read_signature(SCENE, "slope.py"), read_signature(CHECK, "check.py"))}
    lesson = read_script(whole("steps", steps), "example.yaml", catalogue)
    assert prove_lesson(lesson, decided).lesson is lesson


@pytest.mark.parametrize("shown", [text for kind, text in BLOCKS if kind == "console"])
def test_a_command_prints_what_is_shown(shown):
    command, _, output = shown.partition("\n")
    result = CliRunner().invoke(group, shlex.split(command.removeprefix("$ mathora ")), prog_name="mathora")
    assert result.stdout == output
    assert result.exit_code == (0 if "verdict:  proved" in output else 1)


def test_every_verdict_kind_key_and_role_is_explained():
    known = [*get_args(VerdictKind), *(field.key for field in DECLARATION if field.key != "is")]
    assert [word for word in known if f"| {word} |" not in PAGE and f"**`{word}`**" not in PAGE] == []
    assert [kind for kind in get_args(Kind) if kind not in PAGE] == []
    assert [role for role in get_args(Role) if role != "claim" and f"**{role}**" not in PAGE] == []


def test_every_refusal_of_the_table_is_one_and_every_cure_can_be_read():
    rows = re.findall(r"^\| `([^`]+)` \| [^`|]+ \| (.+) \|$", PAGE, re.MULTILINE)
    heads = ("f(x)", "g(x)", "L(x, y)", "x")
    known = read_model(ModelSource(declarations=tuple(Declaration(head=Text.written(head)) for head in heads)))
    assert len(rows) == 10
    for refused, cures in rows:
        with pytest.raises(Faulty):
            read(Text.written(refused), known)
        for cure in re.findall(r"`([^`]+)`", cures):
            assert cure == r"\log(x)" or read(Text.written(cure), known)


def test_the_bounds_are_those_of_the_reader_and_the_prover():
    bounds = (tokens.MOST_CHARACTERS, tokens.MOST_TOKENS, tokens.MOST_DIGITS, DEEPEST)
    told = re.search(r"at most (\d+) characters, (\d+) signs,\s+numbers of (\d+) digits and brackets (\d+) deep", PAGE)
    assert told is not None
    assert tuple(map(int, told.groups())) == bounds
    assert (worker.SECONDS, worker.MEMORY) == (9.0, 2 << 30)


LETTERS = [*"xyabcCnkuvwABSX", "w_1", "w_2", r"\theta", r"\eta", "f(x)", "L(x, y)", "V(x)", "P(A)"]
ALL = read_model(ModelSource(declarations=tuple(Declaration(head=Text.written(head)) for head in LETTERS)))
TABLE = PAGE.split("## What can be written")[1].split("```")[0]
SPANS = re.findall(r"`([^`]+)`", TABLE)
FRAMES = (
    "%s",
    "%s x",
    "x %s y",
    "x = 1 %s y = 1",
    "x \\in %s",
    "S %s S",
    "x %s",
    "%s = x",
    "%s{Q} := 1",
    "%s{x}{y}",
    "%s x \\, dx \\, dy",
)


def readable(span: str) -> bool:
    """Whether a construct, with something in place of its dots, can stand in a formula."""
    tex = span.replace(r"\|", "|").replace("aligned} …", "aligned} x &= y").replace("…", "x")
    for frame in FRAMES:
        try:
            read(Text.written(frame % tex), ALL)
        except Faulty:
            continue
        return True
    return False


@pytest.mark.parametrize("span", SPANS)
def test_a_construct_of_the_table_can_be_read(span):
    assert readable(span)


@pytest.mark.parametrize("planted", [r"\dddot{x}", r"\newcommand{\a}{b}", r"\overrightarrow{x}", "2 2"])
def test_a_planted_construct_is_caught(planted):
    assert not readable(planted)
