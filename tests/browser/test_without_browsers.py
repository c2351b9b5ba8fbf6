"""Where a browser is missing, the tests that need it are left out loudly; in CI that is a failure."""

import os
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent / "test_three_browsers.py"


def collected(folder, **more):
    """What pytest says that it would run, on a machine that has no programs."""
    surroundings = {name: value for name, value in os.environ.items() if name not in {"CI", "PATH"}}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", str(TESTS)]
    environment = surroundings | {"PATH": str(folder)} | more
    root = TESTS.parent.parent.parent
    return subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=False)


def test_they_are_left_out_loudly(tmp_path):
    done = collected(tmp_path)
    for name, package in (("CHROMIUM", "chromium"), ("FIREFOX", "firefox-esr"), ("WEBKIT", "webkit2gtk-driver")):
        assert f"*** NO {name}: " in done.stderr
        assert f"Install {package}" in done.stderr
    assert "::test_" not in done.stdout


def test_in_ci_they_must_be_there(tmp_path):
    done = collected(tmp_path, CI="1")
    assert done.returncode != 0
    assert "is not installed, and CI must run the browser tests" in done.stderr + done.stdout
