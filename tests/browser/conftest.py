"""One browser for the session, a small lesson's products in a folder. Without a browser they do not run, loudly."""

import inspect
import os
import sys
from pathlib import Path

import pytest
from chromium import FLAGS, installed_browser
from drivers import BROWSERS, WebKit
from playwright.sync_api import sync_playwright
from real_lesson import real_order
from small_lesson import encode, make_lesson

from mathora.export import export_lesson


def pytest_collection_modifyitems(config, items):
    """Where a browser cannot be installed the tests that need it are left out, loudly; in CI that is a failure."""
    mine = [item for item in items if Path(item.path).parent == Path(__file__).parent]
    for name, one in BROWSERS.items():
        needing = [item for item in mine if browser_of(item) == name]
        if not needing or one.here():
            continue
        if os.environ.get("CI"):
            raise pytest.UsageError(f"{name} is not installed, and CI must run the browser tests: {one.packages}")
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]
        sys.stderr.write(f"\n*** NO {name.upper()}: {len(needing)} TESTS DO NOT RUN. Install {one.packages}. ***\n")


def browser_of(item):
    """The browser that a test runs in: the one that it names as its `engine`, else Chromium."""
    return item.callspec.params.get("engine", "chromium") if hasattr(item, "callspec") else "chromium"


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """A test during which WebKit crashes begins once more in a new one; what it finds counts as ever."""
    engine = pyfuncitem.funcargs.get("engine")
    if not isinstance(engine, WebKit):
        return None
    from selenium.common.exceptions import TimeoutException, WebDriverException  # noqa: PLC0415 - where WebKit is

    given = {name: pyfuncitem.funcargs[name] for name in inspect.signature(pyfuncitem.obj).parameters}
    try:
        pyfuncitem.obj(**given)
    except TimeoutException:
        raise
    except WebDriverException:
        engine.restart()
        pyfuncitem.obj(**given)
    return True


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=installed_browser(), args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="module", params=BROWSERS)
def engine(request):
    """Each of the browsers, with a page of its own."""
    started = BROWSERS[request.param].start(lambda: request.getfixturevalue("browser"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def lesson(tmp_path_factory):
    """The folder of the small lesson with all its products that a browser opens."""
    return make_lesson(tmp_path_factory.mktemp("media"))


@pytest.fixture(scope="session")
def ordered(tmp_path_factory):
    """What was ordered of a script that went through the real reader, proof gate and timeline."""
    return real_order(tmp_path_factory.mktemp("real"), ("page", "transcript"), encode=encode)


@pytest.fixture(scope="session")
def real(ordered, tmp_path_factory):
    """The folder of that lesson's products."""
    return export_lesson(ordered, tmp_path_factory.mktemp("products")).folder


class Visit:
    """A page with what it asked for, what it ran and what went wrong."""

    def __init__(self, page):
        self.page = page
        self.requests = []
        self.errors = []
        self._heard = {
            "request": lambda request: self.requests.append(request.url),
            "pageerror": lambda error: self.errors.append(str(error)),
            "console": lambda message: self.errors.append(message.text) if message.type == "error" else None,
            "dialog": lambda dialog: (self.errors.append("dialog"), dialog.dismiss()),
        }
        for event, hear in self._heard.items():
            page.on(event, hear)

    def leave(self):
        """The page is another's from now on: it is empty, remembers nothing, and nobody listens."""
        for event, hear in self._heard.items():
            self.page.remove_listener(event, hear)
        for other in self.page.context.pages:
            if other is not self.page:
                other.close()
        self.page.emulate_media(media="null")
        self.page.set_viewport_size(DESKTOP)
        self.page.evaluate("Storage.prototype.setItem = () => {}; localStorage.clear(); sessionStorage.clear()")
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)

    @property
    def outside(self):
        return [url for url in self.requests if not url.startswith(("file:", "data:", "blob:"))]


DESKTOP = {"width": 1280, "height": 800}


@pytest.fixture(scope="session")
def standing():
    """A page of the usual look that no test uses now, or none: another profile costs more than most tests."""
    return []


@pytest.fixture
def visit(browser, standing):
    """Opens a file where nothing is remembered; whatever it opens must stay clean: no error, nothing from elsewhere."""
    contexts, visits, usual = [], [], []

    def open_page(path, fragment="", *, before="", context=None, **options):
        look = {"viewport": DESKTOP} | options
        if look == {"viewport": DESKTOP} and not before and context is None and not usual:
            page = standing.pop() if standing else browser.new_context(**look).new_page()
            usual.append(Visit(page))
            visits.append(usual[0])
        else:
            made = context or browser.new_context(**look)
            contexts.append(made)
            page = made.new_page()
            visits.append(Visit(page))
        page.set_default_timeout(10_000)
        if before:
            page.add_init_script(before)
        page.goto(Path(path).as_uri() + fragment)
        return visits[-1]

    yield open_page
    for made in set(contexts):
        made.close()
    for one in usual:
        one.leave()
        standing.append(one.page)
    for one in visits:
        assert not one.errors
        assert not one.outside
