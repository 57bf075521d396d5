# make demo: install, run a whole session, leave things to look at in out/
# make gallery: print the kits and draw the pictures of docs/gallery
# make test: install, then every check (style, types, import directions, tests)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: install demo gallery test format goldens locale lock clean

install: $(VENV)/.installed

$(VENV)/.installed: pyproject.toml requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	touch $@

demo: install
	$(BIN)/python -m eclaireurs_play.cli.demo out

gallery: install
	$(BIN)/python docs/gallery/build.py

test: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

goldens: install
	$(BIN)/pytest -q tests/playthroughs tests/layout tests/printing tests/table --regenerate

locale: install
	$(BIN)/pybabel -q compile -d src/eclaireurs_play/cli/locale

lock:
	uv pip compile pyproject.toml --group dev --universal --no-emit-index-url --no-header \
		--python-version 3.11 -o requirements-dev.txt

clean:
	rm -rf $(VENV) out dist build
