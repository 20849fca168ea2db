# `make all` is what CI runs. Tools are pinned here and not in go.mod, so that
# they do not weigh on the program's own dependencies.
LINT     := 2.15.0
GOLANGCI := $(if $(filter $(LINT),$(shell golangci-lint version --short 2>/dev/null)),golangci-lint,go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v$(LINT))
VULN     := go run golang.org/x/vuln/cmd/govulncheck@v1.3.0
GO       := CGO_ENABLED=0 go
VERSION  ?= $(shell git describe --tags --always --dirty 2>/dev/null)
LDFLAGS  := -s -w -X main.version=$(VERSION)
FUZZTIME ?= 30s
KILLS    ?= 200
Q        ?= who ordered the sirens?

.PHONY: all fmt fmt-check lint vuln test short build run ask bench eval fuzz crash train shots walls golden cover docker clean

all: fmt-check lint test build ## everything that must pass

fmt: ## rewrite all files in the one format
	$(GOLANGCI) fmt

fmt-check: ## fail when a file is not formatted
	$(GOLANGCI) fmt --diff

lint:
	$(GOLANGCI) run ./...
	cd tools && $(GOLANGCI) run ./...

vuln: ## known faults in what we depend on
	$(VULN) ./...
	cd tools && $(VULN) ./...

test: ## the whole suite, with the race detector and in random order
	go test -race -shuffle=on ./...
	go -C tools vet ./...
	go -C tools test -shuffle=on ./...

short: ## without the long ones
	go test -short ./...
	go -C tools test -short ./...

build: ## one static binary, ./verbatim
	$(GO) build -ldflags '$(LDFLAGS)' -o verbatim ./cmd/verbatim

run: build ## the bot when a token is set, else the playground
	./verbatim

ask: build ## make ask Q="who ...?"
	./verbatim ask --why "$(Q)"

bench:
	go test -run '^$$' -bench . -benchmem ./...
	go -C tools test -run '^$$' -bench . -benchmem ./...

eval: build ## quality on the evaluation sets in VERBATIM_SHARED
	./.ci/eval ./verbatim

fuzz: ## every fuzz target for FUZZTIME
	@for p in $$(go list ./...); do \
	  for f in $$(go test -list '^Fuzz' $$p | grep '^Fuzz' || true); do \
	    echo "$$p $$f"; go test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p || exit 1; \
	  done; \
	done

crash: ## the crash tests with KILLS kills each: one process, three with three NATS servers, and bots (a tenth)
	VERBATIM_TEST_KILLS=$(KILLS) go test -count=1 -timeout 60m -v -run '^Test(Crash|Failover)$$' ./index ./cluster/journal ./cmd/verbatim

train: ## learn the models again from VERBATIM_SHARED; each writes its own file
	go generate ./...

shots: ## the pictures of the README, by a Chromium
	go -C tools run ./browser/shot ../contrib/pages

walls: ## files, exported names, calls back up: how well the packages are divided
	go -C tools run ./walls

golden: ## rewrite golden files; read the diff before you commit it
	go test $$(grep -rl '"update"' --include=*_test.go --exclude-dir=tools . | xargs -n1 dirname | sort -u) -update
	cd tools && go test $$(grep -rl '"update"' --include=*_test.go . | xargs -n1 dirname | sort -u) -update

cover: ## uncovered lines, as a page
	go test -coverprofile cover.out -coverpkg ./... ./...
	go tool cover -html cover.out

docker:
	docker build --build-arg VERSION=$(VERSION) -t verbatim .

clean:
	rm -f verbatim cover.out
