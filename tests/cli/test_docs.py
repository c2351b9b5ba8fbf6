"""`docs/commands.md` against the commands: every command, option, quality, product and exit code is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from mathora.cli import COMMANDS, FAILED, FAULTY, INTERRUPTED, group
from mathora.export import PRODUCTS
from mathora.plan import QUALITIES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text()
SECTIONS = {part.split("`", 1)[0].split()[1]: part for part in PAGE.split("\n## `")[1:]}


def options_of(name: str) -> set[str]:
    command = group.get_command(click.Context(group), name)
    assert command is not None
    commands = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    return {option for one in commands for each in one.params if isinstance(each, click.Option) for option in each.opts}


def test_every_command_has_a_section():
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_section_names_the_commands_options_and_no_others(name):
    assert set(re.findall(r"--[a-z][a-z-]*", SECTIONS[name])) == options_of(name)


def test_qualities_products_and_exit_codes():
    assert [name for name in (*QUALITIES, *PRODUCTS) if name not in SECTIONS["render"]] == []
    assert re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE) == [
        str(code) for code in (0, FAULTY, 2, FAILED, INTERRUPTED)
    ]


@pytest.mark.parametrize("line", re.findall(r"^    mathora (prove .*)$", PAGE, re.MULTILINE))
def test_an_example_of_a_proof(line, run, monkeypatch):
    monkeypatch.chdir(Path(__file__).resolve().parents[2])
    result = run(*shlex.split(line))
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "verdict:  proved")
