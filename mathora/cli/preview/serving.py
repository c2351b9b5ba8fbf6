"""The preview's page, served to browsers of this machine.

Owns: `serve` and `Pages`, the addresses of a preview.

Laws:
- It listens on 127.0.0.1; a request for another host, or without the token, gets nothing.
- All that a page needs comes from here: its content policy allows no other address.
- Films answer byte ranges, so that chapters and jumps work.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import webbrowser
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from importlib import resources
from pathlib import Path
from types import FrameType
from typing import Any

import click
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from watchfiles import awatch

from mathora.cli.course import COURSE_FILE, home_of, scene_folders
from mathora.cli.cursor import cursor_file, line_of_cursor
from mathora.cli.preview.session import ShownLesson
from mathora.cli.preview.studio import Studio
from mathora.render import StepsLost
from mathora.render.files import scratch_folder

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'self'"
FILES = {
    "": ("index.html", "text/html"),
    "preview.js": ("preview.js", "text/javascript"),
    "preview.css": ("preview.css", "text/css"),
}
WATCHED = (".yaml", ".yml", ".py", ".csv", ".png", ".jpg", ".jpeg", ".svg")
QUIET = 50  # milliseconds without another write after which a save counts as done


class Pages:
    """The addresses of a preview: `/TOKEN/…`. `studio` is set as soon as the application runs."""

    def __init__(self, script: Path, options: Mapping[str, Any], token: str) -> None:
        self._script, self._options = script, options
        self._token = token
        self._waiting: set[asyncio.Queue[ShownLesson]] = set()
        self._ending = asyncio.Event()
        self.studio: Studio

    def end(self) -> None:
        """The streams of events end."""
        self._ending.set()

    def application(self) -> Starlette:
        """The application."""
        out: Path = self._options["out"]
        products = StaticFiles(directory=out, check_dir=False, follow_symlink=False)
        inside = [
            *(Route(f"/{name}", self._file(*file)) for name, file in FILES.items()),
            Route("/events", self._events),
            Route("/picture/{key:str}.png", self._picture),
            Route("/film/{section:str}/{step:str}", self._film),
            Mount("/products", products),
        ]
        hosts = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])
        return Starlette(routes=[Mount(f"/{self._token}", routes=inside)], middleware=[hosts], lifespan=self._alive)

    @asynccontextmanager
    async def _alive(self, _: Starlette) -> AsyncIterator[None]:
        """The studio works, and files are watched, as long as the application runs."""
        loop = asyncio.get_running_loop()

        def publish(shown: ShownLesson) -> None:
            with suppress(RuntimeError):  # the loop is closed: nobody looks any more
                loop.call_soon_threadsafe(self._tell, shown)

        with scratch_folder("mathora-preview-") as folder:
            self.studio = Studio(self._script, folder, self._options, publish)
            self.studio.start()
            watching = asyncio.create_task(self._watch())
            try:
                yield
            finally:
                self._ending.set()
                watching.cancel()
                await asyncio.to_thread(self.studio.close)

    async def _watch(self) -> None:
        """Follows the folders of scripts and scenes, `course.yaml`, and the cursor of an editor that runs `lsp`."""
        folders = {self._script.parent, *(folder for folder in scene_folders(self._script) if folder.is_dir())}

        async def follow(*folders: Path, endings: tuple[str, ...], then: Callable[[], None], deep: bool) -> None:
            found = awatch(*folders, stop_event=self._ending, debounce=QUIET * 4, step=QUIET, recursive=deep)
            async for changes in found:
                if any(path.lower().endswith(endings) for _, path in changes):
                    then()

        saved = self.studio.saved
        with cursor_file(self._options["out"]) as cursor:
            await asyncio.gather(
                follow(*folders, endings=WATCHED, then=saved, deep=True),
                follow(home_of(self._script), endings=(COURSE_FILE,), then=saved, deep=False),
                follow(cursor.parent, endings=(cursor.name,), then=lambda: self._look(cursor), deep=False),
            )

    def _look(self, cursor: Path) -> None:
        """Shows the step where an editor's cursor is, if it is in this script."""
        with suppress(OSError):
            line = line_of_cursor(cursor, self._script)
            if line is not None:
                self.studio.looked_at(line)

    def _tell(self, shown: ShownLesson) -> None:
        for queue in self._waiting:
            queue.put_nowait(shown)

    async def _events(self, _: Request) -> Response:
        """What is to be shown, now and after each change, as server-sent events; only the newest counts."""

        async def stream() -> AsyncIterator[str]:
            queue: asyncio.Queue[ShownLesson] = asyncio.Queue()
            queue.put_nowait(self.studio.shown)
            self._waiting.add(queue)
            try:
                while not self._ending.is_set():
                    with suppress(TimeoutError):
                        shown = await asyncio.wait_for(queue.get(), 1)
                        while not queue.empty():
                            shown = queue.get_nowait()
                        yield f"data: {json.dumps(shown.json())}\n\n"
            finally:
                self._waiting.discard(queue)

        return StreamingResponse(stream(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _picture(self, request: Request) -> Response:
        path = self.studio.picture(request.path_params["key"])
        return Response(status_code=404) if path is None else FileResponse(path, media_type="image/png")

    async def _film(self, request: Request) -> Response:
        """A step's film, made when it is asked for."""
        names = request.path_params
        try:
            path = await asyncio.wrap_future(self.studio.film(f"{names['section']}/{names['step']}"))
        except (KeyError, StepsLost, OSError) as error:
            return JSONResponse({"error": str(error)}, status_code=404)
        return FileResponse(path, media_type="video/mp4", headers={"Cache-Control": "no-store"})

    @staticmethod
    def _file(name: str, kind: str) -> Any:  # noqa: ANN401 - an endpoint of starlette's
        content = resources.files("mathora.cli.preview").joinpath("page", name).read_bytes()
        headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}

        async def answer(_: Request) -> Response:
            return Response(content, media_type=kind, headers=headers)

        return answer


def serve(script: Path, options: Mapping[str, Any]) -> None:
    """Serves a script's preview until it is interrupted. Raises `OSError` if the port is taken."""
    token = secrets.token_urlsafe(16)
    with socket.create_server(("127.0.0.1", options["port"])) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/{token}/"
        click.echo(f"{script} is shown at {address}\nCtrl-C ends it.")
        if options["opens"]:
            webbrowser.open(address)
        pages = Pages(script, options, token)
        settings = uvicorn.Config(pages.application(), log_level="error", lifespan="on", timeout_graceful_shutdown=3)
        _Server(settings, pages).run(sockets=[listener])


class _Server(uvicorn.Server):
    """Ends the streams of events first: they would keep it waiting."""

    def __init__(self, settings: uvicorn.Config, pages: Pages) -> None:
        super().__init__(settings)
        self._pages = pages

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """As uvicorn's, when it is interrupted."""
        self._pages.end()
        super().handle_exit(sig, frame)
