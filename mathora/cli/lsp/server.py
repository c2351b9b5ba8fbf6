"""The language server: an editor's messages in, answers out.

Owns: `serve`, and `Editor`, which knows the open scripts.

Laws:
- A change is answered when typing pauses; what an older text gave is never shown over a newer one.
- Columns of the protocol are UTF-16 code units, ours are code points.
"""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from mathora.cli.course import COURSE_FILE, settings_in
from mathora.cli.cursor import tell_cursor
from mathora.cli.lessons import Ready, StandingCheck
from mathora.cli.lsp.answers import defined_at, explained, named_alike, step_at, suggestions
from mathora.cli.lsp.mends import Mend, mends_of
from mathora.cli.options import cache_of, settings_for
from mathora.lesson import Fault, Faulty, SceneSignature
from mathora.prove import Proven
from mathora.render import ClipStore
from mathora.render.keys import sections_to_draw
from mathora.render.stills import still_there

LOOKED_AT = ("480p15", "720p30", "1080p60", "draft")
"""What preview, storyboard and render draw in, unless another size is asked for."""

PAUSE = 0.06  # seconds without another change after which a text is looked at

KINDS = {
    "scene": lsp.CompletionItemKind.Class,
    "action": lsp.CompletionItemKind.Method,
    "parameter": lsp.CompletionItemKind.Property,
    "name": lsp.CompletionItemKind.Variable,
    "command": lsp.CompletionItemKind.Keyword,
    "move": lsp.CompletionItemKind.Event,
}


@dataclass
class OpenScript:
    """A script as it is edited: its text, and what was proved of it last."""

    text: str = ""
    version: int = 0
    proven: Proven | None = None
    faults: tuple[Fault, ...] = ()
    timer: threading.Timer | None = field(default=None, repr=False)

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.text.splitlines()


class Editor:
    """All open scripts of an editor."""

    def __init__(self, server: LanguageServer, options: Mapping[str, Any]) -> None:
        self._server, self.out = server, Path(options["out"])
        self._scripts: dict[str, OpenScript] = {}
        self._judge = ThreadPoolExecutor(1)
        self._standing = StandingCheck(cache_of(self.out))

    def script(self, uri: str) -> OpenScript:
        """The open script of an address."""
        return self._scripts.setdefault(uri, OpenScript())

    def catalogue(self, uri: str) -> Mapping[str, SceneSignature]:
        """The scenes that it can name."""
        return self._standing.catalogue(path_of(uri))

    def changed(self, uri: str, text: str) -> None:
        """Its text is another; it is judged when typing pauses."""
        script = self.script(uri)
        script.text, script.version = text, script.version + 1
        if script.timer is not None:
            script.timer.cancel()
        script.timer = threading.Timer(PAUSE, lambda: self._judge.submit(self._look, uri, script.version))
        script.timer.daemon = True
        script.timer.start()

    def closed(self, uri: str) -> None:
        """It is edited no more."""
        script = self._scripts.pop(uri, None)
        if script and script.timer:
            script.timer.cancel()
        self._publish(uri, (), [])

    def close(self) -> None:
        """Ends the prover."""
        self._judge.shutdown(wait=True, cancel_futures=True)
        self._standing.close()

    def picture(self, uri: str, line: int) -> str:
        """The last frame of the step whose action stands in a line, as Markdown, if it was drawn; else "".

        It is looked for in the sizes in which authors draw; nothing is drawn here.
        """
        script = self.script(uri)
        if script.proven is None or not (address := step_at(script.proven.lesson, script.lines, line)):
            return ""
        ready = Ready(path_of(uri), script.proven, self.catalogue(uri))
        store = ClipStore(cache_of(self.out))
        for quality in LOOKED_AT:
            settings = settings_for(ready, {"quality": quality, "out": self.out})
            keys = {at: key for one in sections_to_draw(script.proven, settings, {}) for at, key in one.keys.items()}
            if found := still_there(store, keys[address]):
                return f"\n\n![The last frame of {address}]({found[0].absolute().as_uri()})"
        return f"\n\n*No picture of {address} is drawn yet: `mathora preview` or `mathora storyboard` does.*"

    def _look(self, uri: str, version: int) -> None:
        """Reads the text, proves it if it can be read, and shows what is wrong."""
        script = self.script(uri)
        if script.version != version:
            return
        lines, path = script.lines, path_of(uri)
        try:
            faults: tuple[Fault, ...] = ()
            if is_lesson(path, script.text):
                script.proven, faults = self._standing.check(script.text, path)
            elif path.name == COURSE_FILE and (path.parent / "scripts").is_dir():
                settings_in(script.text, path, path.parent / "scripts")
        except Faulty as faulty:
            faults = faulty.faults
        except Exception as error:  # noqa: BLE001 - the server lives on, and says what happened
            self._server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"Mathora: {error}"))
            return
        if script.version == version:
            script.faults = faults
            self._publish(uri, faults, lines)

    def _publish(self, uri: str, faults: tuple[Fault, ...], lines: list[str]) -> None:
        file = str(path_of(uri))
        shown = [diagnostic(one, lines) if one.place.file == file else elsewhere(one) for one in faults]
        self._server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, shown))


def diagnostic(fault: Fault, lines: list[str]) -> lsp.Diagnostic:
    """A fault as the protocol has it."""
    hint = f"\n{fault.hint}" if fault.hint else ""
    return lsp.Diagnostic(
        spanned(lines, fault.place.line, fault.place.column, fault.length),
        message=fault.message + hint,
        severity=lsp.DiagnosticSeverity.Error,
        code=fault.rule,
        source="mathora",
    )


def elsewhere(fault: Fault) -> lsp.Diagnostic:
    """A fault of another file, such as `course.yaml` or a table of data: told at the script's first line."""
    hint = f"\n{fault.hint}" if fault.hint else ""
    start = lsp.Position(fault.place.line - 1, fault.place.column - 1)
    where = lsp.Location(Path(fault.place.file).absolute().as_uri(), lsp.Range(start, start))
    return lsp.Diagnostic(
        lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0)),
        message=f"{fault.place}: {fault.message}{hint}",
        severity=lsp.DiagnosticSeverity.Error,
        code=fault.rule,
        source="mathora",
        related_information=[lsp.DiagnosticRelatedInformation(where, fault.message)],
    )


def is_lesson(path: Path, text: str) -> bool:
    """Whether a file that an editor opens is a lesson: editors start the server for every YAML file."""
    if path.parent.name == "scenes" or path.name == COURSE_FILE:
        return False
    return path.parent.name == "scripts" or re.search(r"^sections:", text, re.MULTILINE) is not None


def spanned(lines: list[str], line: int, column: int, length: int = 0) -> lsp.Range:
    """A stretch of a line, from the protocol's point of view."""
    text = lines[line - 1] if line <= len(lines) else ""
    begin, end = (_units(text[:at]) for at in (column - 1, column - 1 + length))
    return lsp.Range(lsp.Position(line - 1, begin), lsp.Position(line - 1, end))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _place(script: OpenScript, position: lsp.Position) -> tuple[int, int]:
    """A position of the protocol as line and column."""
    lines = script.lines
    text = lines[position.line] if position.line < len(lines) else ""
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * position.character]
    return position.line + 1, len(units.decode("utf-16-le", "ignore")) + 1


def path_of(uri: str) -> Path:
    """The file that an address of an editor names."""
    return Path(unquote(urlsplit(uri).path))


def serve(options: Mapping[str, Any]) -> None:
    """Serves an editor until it leaves; what is no message of an editor's is dropped."""
    logging.getLogger("pygls").addHandler(logging.NullHandler())
    made(options).start_io()


def made(options: Mapping[str, Any]) -> LanguageServer:
    """The server with all that it answers."""
    server = LanguageServer("mathora", "1", text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
    editor = Editor(server, options)

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        editor.changed(params.text_document.uri, params.text_document.text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        editor.changed(params.text_document.uri, params.content_changes[-1].text)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        editor.closed(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_COMPLETION, lsp.CompletionOptions(trigger_characters=["\\", " ", "{", ":"]))
    def complete(params: lsp.CompletionParams) -> list[lsp.CompletionItem]:
        uri = params.text_document.uri
        script = editor.script(uri)
        found = suggestions(script.lines, *_place(script, params.position), editor.catalogue(uri))
        return [lsp.CompletionItem(one.word, kind=KINDS[one.kind], detail=one.says) for one in found]

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        uri = params.text_document.uri
        script = editor.script(uri)
        words = explained(script.lines, *_place(script, params.position), editor.catalogue(uri), script.proven)
        words += editor.picture(uri, params.position.line + 1)
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, words)) if words else None

    @server.feature(lsp.TEXT_DOCUMENT_DEFINITION)
    def definition(params: lsp.DefinitionParams) -> lsp.Location | None:
        uri = params.text_document.uri
        script = editor.script(uri)
        found = defined_at(script.lines, *_place(script, params.position))
        return lsp.Location(uri, spanned(script.lines, *found)) if found else None

    @server.feature(lsp.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def alike(params: lsp.DocumentHighlightParams) -> list[lsp.DocumentHighlight]:
        uri = params.text_document.uri
        script = editor.script(uri)
        with suppress(OSError):  # it is asked wherever the cursor rests
            tell_cursor(editor.out, path_of(uri), params.position.line + 1)
        places = named_alike(script.lines, *_place(script, params.position))
        return [lsp.DocumentHighlight(spanned(script.lines, *one)) for one in places]

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION)
    def mends(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        script = editor.script(uri)
        lines, line = script.lines, params.range.start.line
        text = lines[line] if line < len(lines) else ""
        here = [one for one in script.faults if (one.place.file, one.place.line) == (str(path_of(uri)), line + 1)]
        return [
            _mending(uri, fault, mend, lines, likeliest=not number)
            for fault in here
            for number, mend in enumerate(mends_of(fault, text))
        ]

    return server


def _mending(uri: str, fault: Fault, mend: Mend, lines: list[str], *, likeliest: bool) -> lsp.CodeAction:
    edit = lsp.TextEdit(spanned(lines, fault.place.line, mend.column, mend.length), mend.text)
    return lsp.CodeAction(
        mend.says,
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(fault, lines)],
        edit=lsp.WorkspaceEdit(changes={uri: [edit]}),
        is_preferred=likeliest,
    )
