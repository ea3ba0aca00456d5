# What the names say. PYTHON may name another interpreter of 3.11 or newer.
PYTHON ?= python3
# Processes that run the tests side by side, each with stores of its own; one where they all share a Neo4j that is named.
TESTERS ?= $(if $(PLOEG_TEST_NEO4J),0,2)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: install install-dev demo test check lock clean

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Ploeg needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.lock pyproject.toml hatch_build.py $(shell find viz/web -name node_modules -prune -o -type f -print) | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: install
	$(BIN)/ploeg demo

test: install-dev
	$(BIN)/python -m pytest -n $(TESTERS) --dist loadfile

check: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/python hatch_build.py check

lock: install-dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra build --extra notebook --extra dev pyproject.toml -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf $(VENV) .pytest_cache .hypothesis .mypy_cache .ruff_cache

.PHONY: bench evaluation advogato antwerp amsterdam

bench: install-dev
	$(BIN)/python -m bench.paths
	$(BIN)/python -m bench.limit
	$(BIN)/python -m bench.match
	$(BIN)/python -m bench.team
	$(BIN)/python -m bench.layout
	$(BIN)/python -m bench.map
	$(BIN)/python -m bench.bridging
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.growth
	$(BIN)/python -m bench.memory
	$(BIN)/python -m bench.snapshot
	$(BIN)/python -m bench.others
	$(BIN)/python -m bench.measures
	$(BIN)/python -m bench.with_neo4j
	$(BIN)/python -m bench.product
	$(BIN)/python -m bench.mixed

evaluation: advogato antwerp amsterdam
	$(BIN)/python -m evaluation.trust
	$(BIN)/python -m evaluation.matching
	$(BIN)/python -m evaluation.suspects
	$(BIN)/python -m evaluation.load
	$(BIN)/python -m evaluation.duplicates
	$(BIN)/python -m evaluation.communities
	$(BIN)/python -m evaluation.classic
	$(BIN)/python -m evaluation.privacy.attack

advogato: install-dev
	$(BIN)/python -m evaluation.advogato
	$(BIN)/python -m evaluation.advogato --dated

antwerp: install-dev
	$(BIN)/python -m evaluation.antwerp

amsterdam: install-dev
	$(BIN)/python -m evaluation.amsterdam
