# Everything runs from here: `make demo` to look, `make test` and `make check` to work. `make help` lists the targets.
# Set-up needs Python >= 3.11 with pip, and nothing else: uv comes from pip into .bootstrap, the rest through hash-pinned locks into .venv.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

V := .venv
B := .bootstrap
BOOTSTRAPPED := $(B)/bin/uv
UV := bash scripts/uv.sh
UV_VERSION := 0.13.8
PORT ?= 8000
SERVE ?= 1
DEMO := .demo/ledger
BENCH ?=
FAULTS ?=
UPGRADE ?=

# Quiet and local: no telemetry, no version checks, no interpreter fetched behind one's back.
export DO_NOT_TRACK := 1
export SCARF_NO_ANALYTICS := 1
export DAFT_ANALYTICS_ENABLED := 0
export RAY_USAGE_STATS_ENABLED := 0
export HF_HUB_OFFLINE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1
export UV_HTTP_TIMEOUT ?= 180

# The first interpreter that runs, is new enough and can make an environment; `PY=...` on the command line wins.
# A version manager's launcher may exist and still not run, hence the trial. Found once, only when it is needed.
PY = $(eval PY := $$(shell for p in python3.11 python3.12 python3.13 python3 python; do \
	if "$$$$p" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	command -v "$$$$p"; break; fi; done))$(PY)

COMPILE = $(UV) pip compile pyproject.toml -q --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.PHONY: help demo serve test check faults bench lock places clean setup setup-demo chromium

help:
	@echo "make demo    set up, build the sample case, print its incidents, serve the desk (PORT=8000, SERVE=0 stops after the table)"
	@echo "make serve   serve the ledger of the last demo"
	@echo "make test    set up, run all tests (browser tests where Chromium is or can be had)"
	@echo "make check   lint, format, types, layers: prints nothing when all is well"
	@echo "make faults  kill, fill, damage and crowd a ledger at work, 200 times each, and say what it survived (FAULTS='--each 20')"
	@echo "make bench   quality figures beside the figures to beat and the pinned floors (BENCH=claims for one)"
	@echo "make lock    pin what pyproject.toml asks for (UPGRADE=--upgrade renews every pin);  make places  build the places file;  make clean  remove what make made"

$(BOOTSTRAPPED):
	@test -n "$(PY)" || { echo "Stemma needs Python 3.11 or newer with venv and pip: none was found (PY=/path/to/python names one)." >&2; exit 1; }
	@"$(PY)" -m venv --clear $(B)
	@$(B)/bin/python -m pip install -qq "uv==$(UV_VERSION)"

# `uv pip install` here, not `sync`: a demo after the tests must not take the tests' tools away.
$(V)/.ready-demo: requirements.lock pyproject.toml | $(BOOTSTRAPPED)
	@test -x $(V)/bin/python || $(UV) venv -q --python "$(PY)" $(V)
	@$(UV) pip install -q --python $(V)/bin/python --no-deps --require-hashes -r requirements.lock
	@$(UV) pip install -q --python $(V)/bin/python --no-deps --no-build-isolation -e .
	@touch $@

$(V)/.ready: requirements-dev.lock pyproject.toml | $(BOOTSTRAPPED)
	@test -x $(V)/bin/python || $(UV) venv -q --python "$(PY)" $(V)
	@$(UV) pip sync -q --python $(V)/bin/python --require-hashes requirements-dev.lock
	@$(UV) pip install -q --python $(V)/bin/python --no-deps --no-build-isolation -e .
	@touch $(V)/.ready-demo $@

setup-demo: $(V)/.ready-demo
setup: $(V)/.ready

demo: $(V)/.ready-demo
	@$(V)/bin/stemma build samples/case.jsonl --ledger $(DEMO)
	@$(V)/bin/stemma incidents --ledger $(DEMO)
	@if [ "$(SERVE)" != 0 ]; then $(MAKE) --no-print-directory serve; fi

serve: $(V)/.ready-demo
	@exec $(V)/bin/stemma serve --ledger $(DEMO) --port $(PORT)

chromium:
	@bash scripts/chromium.sh

test: $(V)/.ready chromium
	@$(V)/bin/python -m pytest -q -n 2 --dist loadfile

check: $(V)/.ready
	@$(V)/bin/ruff check -q .
	@$(V)/bin/ruff format -q --check .
	@$(V)/bin/mypy --no-error-summary
	@out=$$($(V)/bin/lint-imports 2>&1) || { echo "$$out" >&2; exit 1; }

faults: $(V)/.ready
	@$(V)/bin/python -m tests.faults.campaign $(FAULTS)

bench: $(V)/.ready
	@$(V)/bin/python -m bench $(BENCH)

# The tests' lock is solved first and constrains the demo's, so that both hold the same versions.
lock: | $(BOOTSTRAPPED)
	@$(COMPILE) $(UPGRADE) --extra web --extra custody --extra postgres --extra build --extra dev -o requirements-dev.lock
	@$(COMPILE) $(UPGRADE) --extra web --extra custody --extra build -c requirements-dev.lock -o requirements.lock

places: $(V)/.ready
	@$(V)/bin/python scripts/build_places.py

clean:
	rm -rf $(V) $(B) .demo .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-results
