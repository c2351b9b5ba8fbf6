"""`python -m tests.draws [COUNT] [SEED] [SCENE…]`: makes lessons for every scene, checks and draws them.

3,000 of them unless told. Tells each that `check` accepts and that cannot be drawn, as a script to try; ends with 1 if
there is any.
"""

import sys
import time
from collections import Counter

from hypothesis import HealthCheck, Phase, given, seed, settings

from mathora.prove.worker import Prover
from tests.draws.scripts import FRAMES, lessons, outcome


def main() -> int:
    """Makes, checks and draws; tells what it found."""
    words = sys.argv[1:]
    count, start, scenes = int(words[0]) if words else 3000, int(words[1]) if len(words) > 1 else 0, tuple(words[2:])
    seen: Counter[str] = Counter()
    began = time.process_time()

    with Prover() as prover:

        @seed(start)
        @settings(
            max_examples=count,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(lessons(scenes))
        def one(script: str) -> None:
            found = outcome(script, prover.decide, aspect=list(FRAMES)[sum(seen.values()) % len(FRAMES)])
            seen["failed" if found.failed else "refused" if found.faults else "drawn"] += 1
            if found.failed:
                sys.stdout.write(f"# {found.failed}\n{found.script}\n---\n")
                sys.stdout.flush()

        one()
    sys.stdout.write(f"{dict(seen)}, {time.process_time() - began:.0f} s\n")
    return 1 if seen["failed"] else 0


sys.exit(main())
