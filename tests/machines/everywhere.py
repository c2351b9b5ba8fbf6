"""What both stand-ins do: the processes that Mathora starts are on the same machine as itself."""

import sys
from itertools import repeat
from pathlib import Path

SWELL = "--swell"


class Swelling:
    """A task whose unpickling takes three gigabytes, slowly enough to be seen."""

    def __reduce__(self):
        return (list, (repeat(0, 400_000_000),))


def run(stand_in, arguments):
    """The command, or with `--swell` what becomes of a proof that takes far too much memory."""
    from mathora.cli import main  # noqa: PLC0415 - only now, when what is hidden is hidden
    from mathora.prove import worker  # noqa: PLC0415 - as above

    name, folder = Path(stand_in).stem, str(Path(stand_in).parent)
    worker.CHILD = f"import sys; sys.path.insert(0, {folder!r}); import {name}; {name}.hide()\n{worker.CHILD}"
    if arguments == [SWELL]:
        with worker.Prover(memory=300 << 20) as prover:
            sys.stdout.write(str(prover.decide(Swelling())))
    else:
        main(arguments)
