#!/bin/sh
# Brings `.venv` with the locked packages of rendering; with the argument "tests", also those of the tests.
# Does nothing when all is there. `.venv/ready` says for which folder, Python and locks it was finished, and is gone while
# packages are changed: what was interrupted, moved to another folder, or lost its Python to an upgrade is made anew.
set -eu

cd "$(dirname "$0")/.."
: "${PYTHON:=python3}"
export PYTHON
python=.venv/bin/python

place() { echo "$(pwd -P) $($python -c 'import sys; print(sys.implementation.cache_tag)' 2>/dev/null || echo nothing)"; }
locked() { cat "$@" | cksum; }
ready() { printf '%s\n%s\n' "$(place)" "$(locked setup/requirements.lock pyproject.toml setup/*.sh)"; }
tests_ready() { printf '%s\n%s\n' "$(ready)" "$(locked setup/tests.lock)"; }
is() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }
finish() { echo "$2" > "$1.new" && mv "$1.new" "$1"; }

# Python obeys PYTHONPATH before our first line, and somebody's may name a course's folder: the command is told not to.
# Where the checkout's name is long or has a blank, pip has a shell start the command, in its second line.
isolate() {
  sed -e '1s/python[^ ]*$/& -I/' -e '2s/ "$0" "$@"/ -I&/' .venv/bin/mathora > .venv/bin/mathora.new
  chmod +x .venv/bin/mathora.new && mv .venv/bin/mathora.new .venv/bin/mathora
}

# Python compiles what it uses, when it first does; what no command imports stays half the size.
install() { $python -m pip install --quiet --disable-pip-version-check --no-compile "$@"; }

if ! is .venv/ready "$(ready)"; then
  sh setup/system.sh "$@"
  "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mathora needs Python 3.11 or newer; this is %s (set PYTHON=)" % sys.version.split()[0])'
  finished=$(head -n 1 .venv/ready 2>/dev/null || true)
  rm -f .venv/ready .venv/ready-tests
  [ "$finished" = "$(place)" ] || rm -rf .venv
  [ -d .venv ] || "$PYTHON" -m venv .venv
  echo "mathora: installing the locked Python packages (once)" >&2
  install --require-hashes -r setup/requirements.lock
  install --no-deps --no-build-isolation --editable .
  # From Python 3.12 on, the first compilation of pydub warns of its source: nothing that a teacher can mend.
  $python -W ignore -m compileall -q .venv/lib/python*/site-packages/pydub
  isolate
  finish .venv/ready "$(ready)"
fi

if [ "${1:-}" = tests ] && ! is .venv/ready-tests "$(tests_ready)"; then
  sh setup/system.sh tests
  rm -f .venv/ready .venv/ready-tests
  echo "mathora: installing the locked Python packages of the tests (once)" >&2
  install --require-hashes -r setup/tests.lock
  finish .venv/ready "$(ready)"
  finish .venv/ready-tests "$(tests_ready)"
fi
