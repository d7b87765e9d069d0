# make run: everything that a first look needs.  make test: everything that must hold.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SOURCES := pyproject.toml build_snapshot.py
SHOW = $(BIN)/si-kg query --format table
TRIPLES ?= 100000

.PHONY: run test lint bench golden clean

run: $(VENV)/run
	$(BIN)/si-kg build
	$(BIN)/si-kg validate
	$(SHOW) definitions-of concept=empowerment lang=nl
	$(SHOW) participation-levels lang=en
	$(SHOW) promises lang=nl

test: lint
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

golden: $(VENV)/test
	$(BIN)/si-kg build
	$(BIN)/pytest tests/test_golden.py tests/test_notebooks.py --update-golden

clean:
	rm -rf $(VENV) src/si_kg/shipped dist .mypy_cache .pytest_cache .ruff_cache

$(VENV)/run: $(SOURCES) | $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/test: $(SOURCES) | $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev,all]'
	touch $@ $(VENV)/run

$(VENV):
	$(PYTHON) -m venv $@
