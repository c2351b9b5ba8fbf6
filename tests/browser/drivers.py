"""The browsers that the film is played in, behind one small face: Chromium, Firefox, WebKit.

Owns: `BROWSERS`: for each browser its name, the programs that it needs, and how it is started.

A driver has one page. It can `open(url)`, `run(script)` (the body of an asynchronous function in the page; its JSON
value comes back), `press(key)`, `shoot(path)`, `close()`. Chromium is Playwright's; Firefox is driven by WebDriver BiDi
(W3C), which it speaks itself, WebKit by WebDriver (W3C) on a screen of its own.
"""

import base64
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from chromium import installed_browser

ENTER, SPACE, RIGHT = "\ue007", " ", "\ue014"
"""Keys as WebDriver names them."""

_PLAYWRIGHT_KEYS = {ENTER: "Enter", SPACE: "Space", RIGHT: "ArrowRight"}

SCRIPT_SECONDS = 120
"""How long a script in the page may take, at most."""

PROGRAMS_OF_WEBKIT = ("WebKitWebDriver", "Xvfb")
DECODERS_OF_WEBKIT = ("libgstlibav.so", "libgstvideoparsersbad.so")


class Chromium:
    """A page of the Chromium that all tests share; the lambda gives it only if it is wanted."""

    def __init__(self, chromium):
        self.page = chromium().new_page(viewport={"width": 1280, "height": 800})

    def open(self, url):
        self.page.goto(url)

    def run(self, script):
        return self.page.evaluate(f"async () => {{ {script} }}")

    def press(self, key):
        self.page.keyboard.press(_PLAYWRIGHT_KEYS[key])

    def shoot(self, path):
        self.page.screenshot(path=path)

    def close(self):
        self.page.close()


class Firefox:
    """Firefox with a profile of its own, by the BiDi socket that it opens."""

    def __init__(self, _):
        from websocket import create_connection  # noqa: PLC0415 - only where Firefox is

        self.profile = tempfile.TemporaryDirectory(prefix="mathora-firefox-", ignore_cleanup_errors=True)
        (Path(self.profile.name) / "user.js").write_text(
            'user_pref("media.autoplay.default", 0);\nuser_pref("datareporting.policy.dataSubmissionEnabled", false);\n'
            'user_pref("app.update.enabled", false);\nuser_pref("browser.shell.checkDefaultBrowser", false);\n',
            encoding="utf-8",
        )
        command = [_firefox(), "--headless", "--no-remote", "--profile", self.profile.name, "--remote-debugging-port=0"]
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=_quiet_environment()
        )
        address = next(
            found[1] for line in self.process.stderr if (found := re.search(r"listening on (ws://\S+)", line))
        )
        self.socket = create_connection(f"{address}/session", timeout=120, suppress_origin=True)
        self.count = 0
        self.ask("session.new", capabilities={})
        # the first tab leaves the focus in the address bar
        self.context = self.ask("browsingContext.create", type="tab", background=False)["context"]
        self.ask("browsingContext.setViewport", context=self.context, viewport={"width": 1280, "height": 800})

    def ask(self, method, **parameters):
        self.count += 1
        self.socket.send(json.dumps({"id": self.count, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.count:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, url):
        self.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def run(self, script):
        """The value travels as JSON: BiDi's own form of an object is another."""
        answer = self.ask(
            "script.callFunction",
            functionDeclaration=f"async () => JSON.stringify((await (async () => {{ {script} }})()) ?? null)",
            target={"context": self.context},
            awaitPromise=True,
            userActivation=True,
        )
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def press(self, key):
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self.ask("browsingContext.activate", context=self.context)
        actions = [{"type": "key", "id": "keys", "actions": keys}]
        self.ask("input.performActions", context=self.context, actions=actions)

    def shoot(self, path):
        data = self.ask("browsingContext.captureScreenshot", context=self.context)["data"]
        Path(path).write_bytes(base64.b64decode(data))

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait(30)
        self.process.stderr.close()
        self.profile.cleanup()


class WebKit:
    """WebKitGTK's MiniBrowser on a virtual screen.

    Its driver now and then waits for ever for the browser that it was to start: it is then started anew.
    The browser itself crashes now and then on a busy machine: see `restart`.
    """

    def __init__(self, _):
        from urllib3.exceptions import TimeoutError as TimedOut  # noqa: PLC0415 - only where WebKit is

        for last in (False, False, True):
            self._start()
            try:
                self.driver = self._session()
            except TimedOut:
                self._stop()
                if last:
                    raise
            else:
                break
        self.driver.set_window_size(1280, 800)
        self.driver.set_script_timeout(SCRIPT_SECONDS)

    def _start(self):
        """A screen, and the driver on it."""
        from selenium.webdriver.webkitgtk.service import Service  # noqa: PLC0415

        seen, told = os.pipe()
        screen = [shutil.which("Xvfb"), "-displayfd", str(told), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        self.screen = subprocess.Popen(screen, pass_fds=[told], stderr=subprocess.DEVNULL)
        os.close(told)
        with os.fdopen(seen) as numbers:
            display = f":{numbers.readline().strip()}"
        surroundings = _quiet_environment() | {"DISPLAY": display, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
        self.service = Service(shutil.which("WebKitWebDriver"), env=surroundings)
        self.service.start()

    def _session(self):
        """The browser that the driver starts; raises `TimedOut` if it does not."""
        from selenium.webdriver import Remote  # noqa: PLC0415
        from selenium.webdriver.remote.client_config import ClientConfig  # noqa: PLC0415
        from selenium.webdriver.remote.remote_connection import RemoteConnection  # noqa: PLC0415
        from selenium.webdriver.webkitgtk.options import Options  # noqa: PLC0415

        options = Options()
        options.binary_location = str(_mini_browser())
        options.add_argument("--automation")
        asked = ClientConfig(self.service.service_url, timeout=SCRIPT_SECONDS + 30)
        return Remote(RemoteConnection(client_config=asked), options=options)

    def _stop(self):
        self.service.stop()
        self.screen.terminate()
        self.screen.wait(30)

    def open(self, url):
        self.driver.get(url)

    def run(self, script):
        return self.driver.execute_async_script(
            f"const done = arguments[0]; (async () => {{ {script} }})().then(done, (error) => done(`${{error}}`));"
        )

    def press(self, key):
        self.driver.switch_to.active_element.send_keys(key)

    def shoot(self, path):
        self.driver.save_screenshot(str(path))

    def restart(self):
        """Another browser in place of one that crashed."""
        self._stop()
        self.__init__(None)

    def close(self):
        self.driver.quit()
        self._stop()


def _quiet_environment():
    return {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}


def _firefox():
    return shutil.which("firefox-esr") or shutil.which("firefox")


def _mini_browser():
    """WebKitGTK's own test browser, which Debian keeps among its libraries."""
    return next(iter(sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"), reverse=True)), None)


def _webkit_is_here():
    """With all that it needs to play a film."""
    decoders = (any(Path("/usr/lib").glob(f"*/gstreamer-1.0/{name}")) for name in DECODERS_OF_WEBKIT)
    return all(map(shutil.which, PROGRAMS_OF_WEBKIT)) and all(decoders) and _mini_browser() is not None


@dataclass(frozen=True)
class Browser:
    """`here()` says whether it can be started, `start(chromium)` starts it; `packages` are Debian's names of it."""

    here: Callable[[], bool]
    start: Callable[[Callable[[], object]], object]
    packages: str


BROWSERS = {
    "chromium": Browser(lambda: installed_browser() is not None, Chromium, "chromium"),
    "firefox": Browser(lambda: _firefox() is not None, Firefox, "firefox-esr"),
    "webkit": Browser(_webkit_is_here, WebKit, "webkit2gtk-driver xvfb gstreamer1.0-libav gstreamer1.0-plugins-bad"),
}
