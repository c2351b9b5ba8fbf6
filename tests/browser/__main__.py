"""`make screenshots`: page, slides and transcript of every rendered lesson, phone and desktop, light and dark.

Looks at what `make render` left in `media/`; the pictures go to `media/screenshots/`.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))

from chromium import FLAGS, installed_browser

MEDIA = Path("media")
SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
PRODUCTS = ("index.html", "slides.html", "transcript.html")


def main():
    program = installed_browser()
    pages = sorted(page for name in PRODUCTS for page in MEDIA.glob(f"*/{name}"))
    if program is None or not pages:
        sys.exit("screenshots need a browser (chromium) and rendered lessons (make render)")
    out = MEDIA / "screenshots"
    out.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for page in pages:
            for size, viewport in SIZES.items():
                for scheme in ("light", "dark"):
                    name = f"{page.parent.name}.{page.stem}.{size}.{scheme}.png"
                    shoot(browser, page, out / name, viewport=viewport, color_scheme=scheme)
                    sys.stdout.write(f"{out / name}\n")
        browser.close()


LOADED = """() => {
  const film = document.getElementById('film');
  const seen = !film || film.readyState > 0 || new Promise(done => film.addEventListener('loadedmetadata', done));
  const faded = new Promise(done => {  // the browser's own waiting ring over a film
    let frames = 60;
    const next = () => (frames-- ? requestAnimationFrame(next) : done());
    next();
  });
  return Promise.all([document.fonts.ready, seen]).then(() => faded).then(() => true);
}"""

RICHEST = """() => {
  const formulas = slide => slide.querySelectorAll('.formulas math').length;
  const slides = [...document.querySelectorAll('.slides section[id]')];
  location.hash = `#/${slides.reduce((best, one) => formulas(one) > formulas(best) ? one : best).id}`;
  return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
}"""


def shoot(browser, page, target, **look):
    """The whole page with its clips' pictures, as it stands when everything is loaded; of the slides the title, and
    that with most formulas.
    """
    context = browser.new_context(**(look | {"reduced_motion": "no-preference" if page.stem == "index" else "reduce"}))
    opened = context.new_page()
    opened.goto(page.resolve().as_uri(), wait_until="load")
    opened.evaluate(LOADED)
    opened.screenshot(path=target, full_page=page.stem != "slides")
    if page.stem == "slides":
        opened.evaluate(RICHEST)
        opened.screenshot(path=target.with_stem(f"{target.stem}.formulas"))
    context.close()


main()
