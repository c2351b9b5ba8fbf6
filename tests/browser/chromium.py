"""Which browser is installed, and how it is started."""

import shutil

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def installed_browser():
    """The program's path, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)
