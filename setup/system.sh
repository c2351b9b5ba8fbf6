#!/bin/sh
# Brings the system libraries that Manim's and skia's wheels need; with the argument "tests", also the programs that tests
# run: three browsers, ffmpeg, LaTeX and a voice.
# Does nothing when they are there. Without root or sudo it says exactly which packages to ask for, and stops.
set -eu

needed="python3-venv python3-dev gcc g++ pkg-config libcairo2-dev libpango1.0-dev libegl1 libgl1"
case "${1:-}" in # command:package; a package without a command has a hyphen for it
tests)
  programs="chromium:chromium firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb -:gstreamer1.0-libav"
  programs="$programs -:gstreamer1.0-plugins-bad ffmpeg:ffmpeg latex:texlive-latex-base dvisvgm:dvisvgm espeak-ng:espeak-ng"
  ;;
*) programs="" ;;
esac

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# A Python that is not Debian's (pyenv, uv) brings its own venv and headers.
own_python() { "${PYTHON:-python3}" -c 'import ensurepip, sysconfig, pathlib, sys; sys.exit(not (pathlib.Path(sysconfig.get_path("include")) / "Python.h").exists())' 2>/dev/null; }

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "mathora: this is not Debian or Ubuntu; make sure that these are here: a C++ compiler, pkg-config," >&2
  echo "         the headers of Python, cairo and pango, and the libraries libEGL and libGL" >&2
  exit 0
fi

missing=""
for package in $needed; do
  case "$package" in python3-*) own_python && continue ;; esac
  installed "$package" || missing="$missing $package"
done
wanted=""
for program in $programs; do
  case "$program" in
  -:*) installed "${program#*:}" || wanted="$wanted ${program#*:}" ;;
  *) command -v "${program%:*}" >/dev/null 2>&1 || wanted="$wanted ${program#*:}" ;;
  esac
done
[ -n "$missing$wanted" ] || exit 0

if [ "$(id -u)" = 0 ]; then as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then as_root="sudo"
else
  echo "mathora: these system packages are missing, and installing them needs root:" >&2
  echo "         sudo apt-get install -y$missing$wanted" >&2
  echo "         ask for them, then run the same make command again" >&2
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
