#!/bin/sh
# Brings the system libraries that Manim's and skia's wheels need; with the argument "tests", also the programs that tests
# run: three browsers, ffmpeg, LaTeX and a voice.
# Does nothing when they are there. Without root or sudo it says exactly which packages to ask for, in one request, and
# stops. On macOS it takes Homebrew's packages, which need no root.
set -eu

brewed="cairo pango pkgconf"
needed="python3-venv python3-dev gcc g++ pkg-config libcairo2-dev libpango1.0-dev libegl1 libgl1"
# command:package; a package without a command has a hyphen for it
programs="chromium:chromium firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb -:gstreamer1.0-libav
  -:gstreamer1.0-plugins-bad ffmpeg:ffmpeg latex:texlive-latex-base dvisvgm:dvisvgm espeak-ng:espeak-ng"

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# A Python that is not Debian's (pyenv, uv) brings its own venv and headers.
own_python() { "${PYTHON:-python3}" -c 'import ensurepip, sysconfig, pathlib, sys; sys.exit(not (pathlib.Path(sysconfig.get_path("include")) / "Python.h").exists())' 2>/dev/null; }

if ! command -v dpkg-query >/dev/null 2>&1 && command -v brew >/dev/null 2>&1; then
  missing=""
  for package in $brewed; do brew list --versions "$package" >/dev/null 2>&1 || missing="$missing $package"; done
  [ -n "$missing" ] || exit 0
  echo "mathora: installing Homebrew packages:$missing" >&2
  # shellcheck disable=SC2086  # a list of package names
  exec brew install --quiet $missing
fi

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "mathora: this is not Debian or Ubuntu; make sure that these are here: a C++ compiler, pkg-config," >&2
  echo "         the headers of Python, cairo and pango, and the libraries libEGL and libGL" >&2
  [ "$(uname 2>/dev/null)" != Darwin ] || echo "         on macOS, with Homebrew: brew install $brewed" >&2
  exit 0
fi

missing="" for_tests=""
for package in $needed; do
  case "$package" in python3-*) own_python && continue ;; esac
  installed "$package" || missing="$missing $package"
done
for program in $programs; do
  case "$program" in
  -:*) installed "${program#*:}" ;;
  *) command -v "${program%:*}" >/dev/null 2>&1 ;;
  esac || for_tests="$for_tests ${program#*:}"
done
[ "${1:-}" = tests ] && wanted=$for_tests || wanted=""
[ -n "$missing$wanted" ] || exit 0

if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
else
  echo "mathora: these system packages are missing, and installing them needs root:" >&2
  echo "         sudo apt-get install -y$missing$wanted" >&2
  echo "         ask for them, then run the same make command again" >&2
  [ "$wanted" = "$for_tests" ] || echo "         who means to run the tests too asks in the same breath for$for_tests" >&2
  exit 3
fi

echo "mathora: installing system packages:$missing$wanted" >&2
export DEBIAN_FRONTEND=noninteractive
$as_root dpkg --configure -a >/dev/null 2>&1 || true # what an interrupted set-up left half done
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of package names
[ -z "$missing" ] || $as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
for package in $wanted; do
  $as_root apt-get install -y -qq --no-install-recommends "$package" >/dev/null ||
    echo "mathora: no $package can be installed here: THE TESTS THAT NEED IT WILL BE SKIPPED" >&2
done
