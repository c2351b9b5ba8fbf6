"""`python -m tests.golden [SECTION…]`: draws all golden frames anew, or those of some sections. Look at them before
committing.
"""

import sys

from PIL import Image

from tests.golden.frames import STEPS, differing, drawn, golden, proven


def main() -> None:
    import numpy as np  # noqa: PLC0415 - only here

    if unknown := [section for section in sys.argv[1:] if section not in STEPS]:
        sys.exit(f"no golden section is called {', '.join(unknown)}; there are {', '.join(STEPS)}")
    lesson, changed = proven(), 0
    for section in sys.argv[1:] or STEPS:
        for step, pixels in drawn(lesson, section):
            file = golden(section, step)
            if not file.exists() or differing(np.asarray(Image.open(file)), pixels).any():
                Image.fromarray(pixels).save(file, optimize=True)
                changed += 1
                sys.stdout.write(f"{file.name}\n")
    sys.stdout.write(f"{changed} golden frames changed\n")


main()
