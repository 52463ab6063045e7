# `make brief` is all it takes: it sets up what is missing and builds the sample week.

BIN := .venv/bin
export PYTHONPATH :=

.PHONY: help setup brief explore test lint format docs compiled accuracy floors bench lock clean

help:  ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## install what is missing: system packages, .venv, the place index
	@scripts/setup.sh

brief: setup  ## build the sample week into reports/2024-W48
	@$(BIN)/briefing build

explore: setup  ## open the sample week's notebooks in JupyterLab
	@$(BIN)/briefing explore

test: setup  ## run the tests
	@$(BIN)/python -m pytest

lint: setup  ## check style and types, notebooks included
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy briefing tests scripts benchmarks
	@$(BIN)/python scripts/check_notebooks.py notebooks

format: setup  ## put the code into the one style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

docs: setup  ## bring docs/cli.md and docs/extraction.md up to date with what the commands say
	@$(BIN)/python scripts/cli_reference.py
	@$(BIN)/python scripts/extraction_example.py

compiled: setup  ## a wheel in dist/ whose reading is machine code, tested; some minutes
	@scripts/compiled.sh

accuracy: setup  ## measure extraction on the annotated text, where it is there
	@$(BIN)/python -m benchmarks.accuracy table

floors: setup  ## lift the floors of accuracy to what is measured
	@$(BIN)/python -m benchmarks.accuracy raise

bench: setup  ## measure extraction, and the build against the plain papermill and nbconvert chain
	@$(BIN)/python -m benchmarks.bench $(PART)

lock:  ## pin the dependencies anew, for Linux and macOS, Python 3.11 to 3.13
	@scripts/lock.sh

clean:  ## remove what was built and cached; editions and .venv stay
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
