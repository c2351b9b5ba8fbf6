"""Programs that some tests run. The set-up for tests installs them; where it cannot, both say so."""

import shutil

import pytest

from mathora.render.latex_program import missing_programs

needs_latex = pytest.mark.skipif(bool(missing_programs()), reason=f"LATEX IS NOT TESTED: {missing_programs()}")
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="FFMPEG IS NOT TESTED: it is not installed")
needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="ESPEAK-NG IS NOT TESTED: not installed")
