# Mathora: two commands on a fresh machine, `make render` and `make test`.
# Both set up what they need (system libraries, .venv, locked versions) and spend nothing on it the next time.

PYTHON  ?= python3
QUALITY ?= 1080p60
L       ?=
F       ?= tests/corpus/lesson_formulas.yaml
JOBS    ?= 3

bin := .venv/bin
run := $(bin)/python -m

# A name of a file reaches the shell as it was given, whatever is in it: L="scripts/my lesson's.yaml".
override L := $(value L)
override F := $(value F)
export L F PYTHON QUALITY

# No Python that is started here takes a module from where the shell's environment points, such as a course's folder.
# Bytecode is kept: the tests start hundreds of interpreters, and compiling all modules anew costs each of them seconds.
unexport PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: .venv/ready .venv/ready-tests help render check storyboard test long quick lint types bench corpus fuzz hunt draws odd faults fresh starters saves golden licences messages scenes pictures screenshots lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "%-14s%s\n", $$1, $$2 }' $(MAKEFILE_LIST)

render: .venv/ready ## prove and render every lesson (QUALITY=720p30, L=lesson for one)
	@$(bin)/mathora render $${L:+"$$L"} --quality "$$QUALITY"

check: .venv/ready ## prove every lesson, draw nothing
	@$(bin)/mathora check $${L:+"$$L"}

storyboard: .venv/ready ## one contact sheet of every step's last frame
	@$(bin)/mathora storyboard $${L:+"$$L"}

test: .venv/ready-tests ## all tests but the long ones, in parallel
	@$(run) pytest -n $(JOBS) --dist worksteal -m "not long and not bench and not fuzz"

long: .venv/ready-tests ## what takes minutes: the many cases of which `make test` takes a few, in parallel
	@$(run) pytest -n $(JOBS) --dist worksteal -m long

quick: .venv/ready-tests ## the tests that take seconds
	@$(run) pytest -n $(JOBS) --dist worksteal -m "not slow and not long and not bench and not fuzz"

lint: .venv/ready-tests ## ruff
	@$(run) ruff check .

types: .venv/ready-tests ## mypy, strict
	@$(run) mypy

bench: .venv/ready-tests ## our speed against stock Manim's, as ratios measured side by side
	@$(run) bench

corpus: .venv/ready-tests ## score a formula corpus (F=file)
	@$(run) tests.corpus "$$F"

fuzz: .venv/ready-tests ## 500,000 random and damaged inputs to everything that reads (N=number for each reader and seed)
	@MATHORA_FUZZ=$(or $(N),10000) $(run) pytest -n $(JOBS) -m fuzz

hunt: .venv/ready-tests ## 1,000 formulas composed to be true, and broken, against numbers (N=number, SEED=seed)
	@$(run) tests.prove.hunt $(or $(N),1000) $(or $(SEED),0)

draws: .venv/ready-tests ## make 3,000 lessons for all scenes (N=number, SEED=seed), check them and draw what is accepted
	@$(run) tests.draws $(or $(N),3000) $(or $(SEED),0)

odd: .venv/ready-tests ## the starters of all scenes with one thing put otherwise, 4,900 of them: told, or drawn
	@$(run) tests.draws.one_off

faults: .venv/ready-tests ## kill, corrupt and starve many more builds than the suite does
	@MATHORA_KILLS=504 $(run) pytest -n $(JOBS) tests/render

fresh: ## as root: both commands on a bare Debian (SUITE=bookworm, ROOTS=folder, TESTS=test, quick or none)
	@QUALITY=480p15 TESTS=$(or $(TESTS),test) sh setup/fresh.sh $(or $(SUITE),bookworm) "$(or $(ROOTS),/var/tmp/mathora-fresh)"

starters: .venv/ready-tests ## make a film of what `mathora new` writes for each scene
	@MATHORA_STARTERS=1 $(run) pytest -n $(JOBS) tests/cli/test_new.py -k film

saves: .venv/ready-tests ## a preview in a browser: a hundred saves, half of them broken
	@MATHORA_SAVES=100 $(run) pytest tests/browser/test_preview.py

licences: .venv/ready-tests ## the table of docs/licences.md, anew from what is installed
	@$(run) tests.licences

golden: .venv/ready-tests ## draw the golden frames anew; look at them before committing
	@$(run) tests.golden

scenes: .venv/ready-tests ## print docs/scenes.md anew, with a picture of each scene's actions
	@$(run) tests.docs.scene_pictures
	@$(bin)/mathora scenes --markdown > docs/scenes.md

messages: .venv/ready-tests ## print docs/faults.md anew: every fault of `check`, with what mends it
	@$(run) tests.docs.fault_page

pictures := one-knob/freeze gradient/stack right-angle/arrow best-box/optimum by-rule/line quick-check/reveal

pictures: .venv/ready ## draw the pictures of the docs anew
	@mkdir -p docs/pictures
	@for step in $(pictures); do \
	  $(bin)/mathora still scripts/partial-derivatives.yaml $$step --quality 720p30 >/dev/null && \
	  cp media/partial-derivatives.still/$$(echo $$step | tr / .).png docs/pictures/; \
	done
	@rm -rf media/new-course && mkdir -p media && cd media && ../$(bin)/mathora new course new-course >/dev/null && \
	  ../$(bin)/mathora storyboard new-course --quality 480p15 --out new-course/media >/dev/null && \
	  cp new-course/media/first-lesson.storyboard/storyboard.png ../docs/pictures/first-lesson.png

screenshots: .venv/ready-tests ## page and slides: phone and desktop, light and dark, into media/screenshots
	@$(run) tests.browser

resolve := -m uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --upgrade --generate-hashes \
  --no-header --no-annotate

lock: .venv/ready-tests ## resolve the locked versions anew, for every Python from 3.11 on
	@$(run) pip install --quiet uv
	@$(bin)/python $(resolve) --extra checkout --output-file setup/requirements.lock pyproject.toml
	@$(bin)/python $(resolve) --all-extras --constraints setup/requirements.lock --output-file setup/tests.lock pyproject.toml

clean: ## forget the set-up and the products
	@rm -f .venv/ready && rm -rf .venv media

.venv/ready:
	@sh setup/packages.sh

.venv/ready-tests:
	@sh setup/packages.sh tests
