"""Programs that some tests run. The set-up for tests installs them; where it cannot, both say so."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from mathora.render.latex_program import missing_programs


def _node():
    """The machine's node, else the one that playwright carries, which the tests' lock installs; None without both."""
    carried = find_spec("playwright")
    folders = carried.submodule_search_locations if carried else ()
    kept = [Path(folder, "driver", "node") for folder in folders]
    return shutil.which("node") or next((str(path) for path in kept if path.is_file()), None)


NODE = _node()

needs_node = pytest.mark.skipif(NODE is None, reason="JAVASCRIPT IS NOT TESTED: there is no node, and no playwright")
needs_latex = pytest.mark.skipif(bool(missing_programs()), reason=f"LATEX IS NOT TESTED: {missing_programs()}")
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="FFMPEG IS NOT TESTED: it is not installed")
needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="ESPEAK-NG IS NOT TESTED: not installed")
