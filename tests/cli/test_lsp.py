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
from bad_scenes import BAD_SCENES
from lsprotocol import types as lsp
from pytest_lsp import client_capabilities, make_test_lsp_client

from mathora.cli.lsp.answers import (
    defined_at,
    explained,
    known_commands,
    named_alike,
    names_of_model,
    step_at,
    suggestions,
)
from mathora.cli.lsp.mends import mends_of
from mathora.cli.lsp.server import Editor, diagnostic
from mathora.lesson import Fault, Faulty, Place
from mathora.script import read_script, read_signature

SCENE = '''
class Cards(LessonScene):
    """Cards that are turned."""

    height: Number
    style: Literal["thin", "thick"] = "thin"

    @action("The next card turns.", moves=("flip",))
    def turn(self, step: StepView, to: Number, slowly: Flag = False) -> None: ...
'''
CATALOGUE = {"Cards": read_signature(SCENE, "cards.py")}
TEXT = """\
id: slopes
model:
  f(x): x^2
  w_1: {kind: real}
sections:
  - id: one
    scene: Cards
    with: {height: 1, }
    steps:
      - do: turn
        with: {to: 1, }
        say: Here {} is $f$ and \\fr
""".splitlines()


def offered(line, column):
    return [one.word for one in suggestions(TEXT, line, column, CATALOGUE)]


def test_what_may_stand_at_a_place_is_offered():
    assert offered(7, 12) == ["Cards"]
    assert offered(10, 13) == ["turn"]
    assert offered(8, 23) == ["height", "style"]
    assert offered(11, 23) == ["to", "slowly"]
    assert offered(12, 20) == ["flip"]
    assert "\\frac" in offered(12, len(TEXT[11]) + 1)
    assert offered(12, 15) == ["f", "w_1"]


def test_commands_that_are_understood_are_offered():
    assert {"\\frac", "\\alpha", "\\sin", "\\le", "\\nabla"} <= set(known_commands())


def test_names_of_the_model_and_where_they_are_declared():
    assert names_of_model(TEXT) == ["f", "w_1"]
    assert defined_at(TEXT, 12, TEXT[11].index("$f") + 2) == (3, 3)
    assert defined_at(TEXT, 1, 1) is None


def test_what_a_parameter_and_a_name_are_is_told_where_they_stand():
    def told(line, word):
        return explained(TEXT, line, TEXT[line - 1].index(word) + 2, CATALOGUE, None)

    assert told(7, "Cards") == "**Cards**: Cards that are turned."
    assert told(10, "turn") == "**turn**: The next card turns."
    assert told(8, "height") == "**height**: Number"
    assert told(11, "to:") == "**to**: Number"
    assert told(12, "f$") == "`f(x): x^2`"
    assert told(1, "slopes") == ""


def test_a_name_is_lit_wherever_it_stands():
    assert [*named_alike(TEXT, 12, TEXT[11].index("$f") + 2)] == [(3, 3, 1), (12, TEXT[11].index("$f") + 2, 1)]
    assert [*named_alike(TEXT, 12, 10)] == []


def mended(rule, hint, marked):
    """The line with its mend written in; the underlined part stands in « »."""
    start, end = marked.index("«"), marked.index("»") - 1
    line = marked.replace("«", "").replace("»", "")
    found = mends_of(Fault(Place("x.yaml", 1, start + 1), rule, "", hint, end - start), line)
    return [line[: one.column - 1] + one.text + line[one.column - 1 + one.length :] for one in found]


IN_QUOTES = "a text that contains ': ' has to be in quotes; a nested key has to be indented"


@pytest.mark.parametrize(
    ("rule", "hint", "line", "after"),
    [
        ("unknown-command", r"did you mean \frac?", r"show: «\fracc»{1}{2}", r"show: \frac{1}{2}"),
        ("double-quoted-latex", "single quotes", r'with: {a: "x", b: "«\s»in x"}', r"""with: {a: "x", b: '\sin x'}"""),
        ("unknown-key", "did you mean 'title'?", "«titel»: A", "title: A"),
        ("unknown-key", "write a title", "«titel»: A", ""),
        ("spelled-out", r"write \sin", "show: «sin»(x)", r"show: \sin(x)"),
        ("spelled-out", r"write 5\,\text{$}", "show: 5«$»", ""),
        ("unknown-key", "a blank is missing behind the colon: write 'title: A'", "«title:A»", "title: A"),
        ("yaml", "put the text in quotes", "  - say: «@»home's", "  - say: '@home''s'"),
        ("yaml", IN_QUOTES, "say: Now«:» this", "say: 'Now: this'"),
        ("yaml", "put the text in quotes", "with: {a: «@»}", ""),
        ("double-quoted-latex", "single quotes", r'show: "\\frac{1}{2}«\n»u"', r"show: '\frac{1}{2}\nu'"),
        ("dollars", "leave the dollars out", "show: «$x^2$»", "show: x^2"),
    ],
)
def test_what_is_meant_can_be_written_in_place(rule, hint, line, after):
    assert mended(rule, hint, line) == ([after] if after else [])


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("say: Here «$»f is open.", ["say: Here $f$ is open.", r"say: Here \$f is open."]),
        ("say: Now «$»x + 1, say", ["say: Now $x + 1$, say", r"say: Now \$x + 1, say"]),
        (r"say: «$»\frac{1}{2} x.", [r"say: $\frac{1}{2} x$.", r"say: \$\frac{1}{2} x."]),
        ('say: "It costs «$»5 today"', [r'say: "It costs \\$5 today"']),
        ("say: so «$»", [r"say: so \$"]),
    ],
)
def test_a_dollar_alone_is_closed_or_is_money(line, after):
    assert mended("open-formula", "close it", line) == after


@pytest.mark.parametrize(
    ("text", "is_comment"),
    [
        (["a: 1 # f"], True),
        (["# f"], True),
        (["a:", "  # f"], True),
        (["a: '#' # f"], True),
        (["say: it's # f"], True),
        (["a: '# f"], False),
        (["a: x#f"], False),
        (["say: >- # so", "  # f"], False),
        (["- |", "  x # f"], False),
    ],
)
def test_nothing_is_offered_in_a_comment(text, is_comment):
    lines = ["model:", "  f(x): x", *text]
    assert (suggestions(lines, len(lines), len(lines[-1]) + 1, {}) == []) == is_comment


BAD = sorted((Path(__file__).resolve().parents[1] / "script" / "bad").glob("*.yaml"))


def faults_of(text, name):
    try:
        read_script(text, name, BAD_SCENES)
    except Faulty as faulty:
        return faulty.faults
    return ()


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


@pytest.mark.parametrize("script", BAD, ids=lambda path: path.stem)
def test_what_is_offered_as_a_mend_takes_the_fault_away(script):
    text = script.read_bytes().decode()
    for fault in faults_of(text, script.name):
        lines = text.splitlines()
        line = lines[fault.place.line - 1] if fault.place.line <= len(lines) else ""
        for found in mends_of(fault, line):
            at = found.column - 1
            lines[fault.place.line - 1] = line[:at] + found.text + line[at + found.length :]
            left = faults_of("\n".join(lines) + "\n", script.name)
            assert (fault.message, fault.place.line) not in [(one.message, one.place.line) for one in left]


def test_a_step_is_found_by_the_line_of_its_action():
    text = "id: a\ntitle: A\ncourse: {track: T, unit: U, number: 1, level: Easy, minutes: 3}\nsections:\n"
    text += "  - id: one\n    title: One\n    scene: Cards\n    with: {height: 1}\n    steps:\n"
    text += "      - do: turn\n        with: {to: 1}\n        say: Go.\n"
    read = read_script(text, "x.yaml", CATALOGUE)
    assert [step_at(read, text.splitlines(), line) for line in (10, 11, 99)] == ["one/turn", "", ""]


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
