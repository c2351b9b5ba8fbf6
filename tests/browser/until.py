"""Waiting inside the page, frame by frame: Playwright's own way needs `eval`, which the page's policy forbids."""

import json


def until(page, condition, argument=None, seconds=10):
    """Waits until `condition` (the body of a function of `it`, the argument) is true; fails after so many seconds."""
    page.evaluate(
        f"""it => new Promise((done, fail) => {{
          const deadline = performance.now() + {seconds * 1000};
          const look = () => {{
            if ({condition}) done(true);
            else if (performance.now() > deadline) fail(new Error("never came true: " + {json.dumps(condition)}));
            else requestAnimationFrame(look);
          }};
          look();
        }})""",
        argument,
    )
