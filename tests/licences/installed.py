"""What the installed packages say of their licences, and which foreign libraries their wheels carry."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LOCK = (ROOT / "setup" / "requirements.lock").read_text(encoding="utf-8")
DOC = ROOT / "docs" / "licences.md"
START, END = "<!-- printed by `make licences` -->\n", "<!-- end of what is printed -->\n"

UNSTATED = {"pyglet": "BSD-3-Clause"}
"""What a package says in its licence file only."""

ELSEWHERE = {
    "audioop-lts": "PSF-2.0",
    "colorama": "BSD-3-Clause",
    "cython": "Apache-2.0",
    "pyobjc-core": "MIT",
    "pyobjc-framework-cocoa": "MIT",
}
"""Packages of the lock that only another Python or another system installs."""


def locked() -> list[str]:
    """The names in the lock that rendering installs, in order."""
    return re.findall(r"^([a-z0-9._-]+)==", LOCK, re.MULTILINE)


def licence(package: Distribution) -> str:
    """The licence, from the best place in the package's metadata: expression, short text, classifier."""
    expression = package.metadata.get("License-Expression")
    if expression:
        return expression
    text = package.metadata.get("License") or ""
    classifiers = [one.split(" :: ")[-1] for one in package.metadata.get_all("Classifier") or [] if "License ::" in one]
    named = [one for one in classifiers if one != "OSI Approved"]
    if text and "\n" not in text and len(text) <= 40:
        return text
    return named[0] if named else UNSTATED.get(package.name.lower(), "")


def table() -> str:
    """Markdown: one row for each package that rendering installs."""
    rows = []
    for name in locked():
        try:
            said = licence(distribution(name))
        except PackageNotFoundError:
            said = f"{ELSEWHERE[name]} (not on Linux, or not with every Python)"
        rows.append(f"| {name} | {said} |")
    return "\n".join(["| package | licence, as the package says |", "| --- | --- |", *rows]) + "\n"


def carried() -> dict[str, set[str]]:
    """Package → the names of the shared libraries that its wheel carries beside its own code."""
    found: dict[str, set[str]] = {}
    for name in locked():
        try:
            files = distribution(name).files or []
        except PackageNotFoundError:
            continue
        shared = [file.name.removeprefix("lib") for file in files if ".libs/" in str(file) and ".so" in file.name]
        libraries = {re.split(r"[-.]", library)[0] for library in shared}
        if libraries:
            found[name] = libraries
    return found
