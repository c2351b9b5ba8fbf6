"""`mathora lsp`: what an editor is told, and the protocol with a client that speaks it."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count
from pathlib import Path
from queue import Queue
from types import SimpleNamespace

import pytest
from bad_scenes import BAD, faults_of
from lsprotocol import types as lsp
from pytest_lsp import client_capabilities, make_test_lsp_client

from mathora.cli.lsp.server import Editor, diagnostic


@pytest.mark.parametrize("script", BAD, ids=lambda path: path.stem)
def test_every_kind_of_fault_is_shown_at_its_place(script):
    text = script.read_bytes().decode()
    lines = text.splitlines()
    for fault in faults_of(text, script.name):
        shown = diagnostic(fault, lines)
        begin, end = shown.range.start, shown.range.end
        assert (begin.line, shown.code) == (fault.place.line - 1, fault.rule)
        line = lines[begin.line] if begin.line < len(lines) else ""
        units = line.encode("utf-16-le", "surrogatepass")
        assert units[: 2 * begin.character].decode("utf-16-le", "surrogatepass") == line[: fault.place.column - 1]
        assert begin.character <= end.character <= len(units) // 2


async def session(course, editor, talk):
    """An editor at the other end of the server's pipes; pytest-lsp holds each answer against what that editor takes."""
    client = make_test_lsp_client()
    await client.start_io(str(Path(sys.executable).with_name("mathora")), "lsp", cwd=course)
    able = client_capabilities(editor)
    await client.initialize_session(lsp.InitializeParams(able, root_uri=course.as_uri()))
    await talk(client)
    await client.shutdown_session()
    assert client.error is None


@pytest.mark.slow
@pytest.mark.filterwarnings("error::pytest_lsp.LspSpecificationWarning")
@pytest.mark.parametrize(
    "editor", ["visual-studio-code", *(pytest.param(one, marks=pytest.mark.long) for one in ("neovim", "emacs"))]
)
def test_faults_come_while_one_types_and_formulas_say_why_they_hold(editor, course, write):
    talk = partial(faults_come_and_formulas_are_explained, course, write("slopes"))
    with ThreadPoolExecutor(1) as thread:  # in the tests' own thread a browser's event loop may be running
        thread.submit(asyncio.run, session(course, editor, talk)).result()


async def faults_come_and_formulas_are_explained(course, path, client):
    uri, good = path.as_uri(), path.read_text()
    here = lsp.TextDocumentIdentifier(uri)
    versions = count(1)

    async def told():
        await client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        return client.diagnostics[uri]

    def type_in(text):
        changed = lsp.VersionedTextDocumentIdentifier(next(versions), uri)
        whole = [lsp.TextDocumentContentChangeWholeDocument(text)]
        client.text_document_did_change(lsp.DidChangeTextDocumentParams(changed, whole))

    document = lsp.TextDocumentItem(uri, "yaml", 0, good.replace("= 2x", "= 3x"))
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    (fault,) = await told()
    assert (fault.code, fault.range.start.line) == ("formula-false", 14)

    type_in(good.replace("title: Slopes", "titel: Slopes"))
    (misspelt,) = (fault for fault in await told() if fault.code == "unknown-key")
    asked = lsp.CodeActionParams(here, misspelt.range, lsp.CodeActionContext([misspelt]))
    (action,) = await client.text_document_code_action_async(asked)
    assert (action.title, action.edit.changes[uri][0].new_text) == ("Write 'title'", "title")

    type_in(good)
    assert not await told()
    column = good.splitlines()[14].index("f'(x)")
    on_f, on_slope, spoken_f = lsp.Position(14, column + 1), lsp.Position(14, column + 2), lsp.Position(13, 23)
    hovered = await client.text_document_hover_async(lsp.HoverParams(here, on_slope))
    assert "**proved**" in hovered.contents.value
    assert "read as" in hovered.contents.value
    offered = await client.text_document_completion_async(lsp.CompletionParams(here, lsp.Position(11, 12)))
    assert "line" in {one.label for one in offered}
    cursor = course / "media" / ".cache" / "cursor"
    cursor.touch()  # as a preview does
    lit = await client.text_document_document_highlight_async(lsp.DocumentHighlightParams(here, on_f))
    assert len(lit) > 1
    assert cursor.read_text() == f"15 {path.resolve()}"
    definition = await client.text_document_definition_async(lsp.DefinitionParams(here, spoken_f))
    assert definition.range.start.line == 4


@pytest.fixture
def shown(course):
    """What an editor is told of a file's text, as (line from 1, rule, message)."""
    told = Queue()
    server = SimpleNamespace(text_document_publish_diagnostics=told.put)
    editor = Editor(server, {"out": course / "media"})

    def shown(path, text):
        editor.changed(path.as_uri(), text)
        return [(one.range.start.line + 1, one.code, one.message) for one in told.get(timeout=120).diagnostics]

    yield shown
    editor.close()


def test_a_course_file_is_judged_as_what_it_is_and_other_yaml_not_at_all(shown, course, write):
    write("slopes")
    ((line, rule, _),) = shown(course / "course.yaml", "title: A\norder: [slope]\n")
    assert (line, rule) == (2, "no-lesson")
    assert shown(course / "course.yaml", "title: A\norder: [slopes]\n") == []
    assert shown(course / "compose.yaml", "services: {}\n") == []
    ((line, rule, _), *_) = shown(course / "elsewhere.yaml", "titel: A\nsections: []\n")
    assert (line, rule) == (1, "missing-key")


def test_a_fault_of_another_file_is_told_with_its_place(shown, course, write):
    path = write("slopes")
    (course / "course.yaml").write_text("title: A\ntheme: drak\n")
    ((line, rule, message),) = shown(path, path.read_text())
    assert (line, rule) == (1, "unknown-word")
    assert message.startswith(f"{course / 'course.yaml'}:2:8: ")


def test_what_is_wrong_with_a_scene_of_one_s_own_is_told_with_the_lesson_that_misses_it(shown, with_own_scene, write):
    path = write("slopes", text=write("slopes").read_text().replace("WorkedExample", "Dial"))
    (with_own_scene / "scenes" / "dial.py").write_text("class Dial(")
    assert {rule for _, rule, _ in shown(path, path.read_text())} == {"unknown-scene", "scene-syntax"}


def test_scene_files_are_read_again_only_when_one_was_saved(with_own_scene, write):
    uri, editor = write("slopes").as_uri(), Editor(None, {"out": with_own_scene})
    known = editor.catalogue(uri)
    assert editor.catalogue(uri) is known
    (with_own_scene / "scenes" / "dial.py").unlink()
    assert "Dial" in known
    assert "Dial" not in editor.catalogue(uri)
