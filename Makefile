# SPDX-License-Identifier: MIT
# petik: "make help" lists the targets.
CC      ?= cc
PREFIX  ?= /usr/local
LIBDIR  ?= $(PREFIX)/lib
DESTDIR ?=
BUILD   ?= build
MODE    ?= release
JOBS    ?= $(shell nproc 2>/dev/null || echo 1)
GOLD    ?= ../shared/gold
BESIDE  ?= ../shared
VERSION := $(shell sed -n 's/^\#define PETIK_VERSION "\(.*\)"/\1/p' include/petik.h)
MAJOR   := $(firstword $(subst ., ,$(VERSION)))

PACKAGES := libpcre2-8 libutf8proc libxml-2.0 jansson zlib nettle sqlite3 libcurl
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes
ifdef CI
WARN += -Werror
endif
FLAGS_release := -O3 -DNDEBUG
FLAGS_debug   := -O0 -g
FLAGS_asan    := -O1 -g -fsanitize=address -fno-omit-frame-pointer -DPETIK_ARENA_MALLOC
FLAGS_ubsan   := -O1 -g -fsanitize=undefined -fno-sanitize-recover=undefined
FLAGS_tsan    := -O1 -g -fsanitize=thread
FLAGS_cover   := -O0 -g --coverage
CFLAGS  ?= $(FLAGS_$(MODE))
ALLFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64 -fPIC -fvisibility=hidden -pthread \
            -ffile-prefix-map=$(CURDIR)=. -Iinclude -Iextractor $(WARN) $(CPPFLAGS) $(CFLAGS)
# The day of what is made, where a format wants one: that of the last commit, else (in a tarball) of the files. The same at any place and time.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(or $(shell git log -1 --format=%ct 2>/dev/null),$(shell date -r include/petik.h +%s))
endif
export SOURCE_DATE_EPOCH
# Asked for only when something is compiled: make deps must work without pkg-config.
LIBCFLAGS = $(shell pkg-config --cflags $(PACKAGES))
LIBS      = $(shell pkg-config --libs $(PACKAGES)) -lm -pthread

# V=1 shows the commands.
ifndef V
Q = @echo "  $@" &&
endif
OUT      := $(BUILD)$(if $(filter-out release,$(MODE)),/$(MODE))
PETIK    ?= $(OUT)/petik
SOURCES  := $(sort $(wildcard extractor/*/*.c))
OBJECTS  := $(SOURCES:%.c=$(OUT)/obj/%.o)
COMMANDS := $(filter $(OUT)/obj/extractor/command/%,$(OBJECTS))
MANUAL   := $(filter $(OUT)/obj/extractor/manual/%,$(OBJECTS))
LIBOBJ   := $(filter-out $(COMMANDS) $(MANUAL),$(OBJECTS)) $(OUT)/obj/assets.o
ASSETS   := extractor/report/report.css extractor/report/report.js
UNITS    := $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(sort $(wildcard tests/unit/test_*.c)))
RULES    := $(wildcard rules/*.rules rules/lists/*.txt)
SUITES   := unit rules cases cli kills corpus pages installed manual docs readers python gold dates web warc feeds robots net net-kills

all: $(OUT)/petik $(OUT)/libpetik.a $(OUT)/libpetik.so $(OUT)/rules.checked $(OUT)/completion.made ## build the program and the library (the default)

# Files that change when the compiler or its flags do; what is built with them depends on them.
stamp = @mkdir -p $(@D); echo '$(subst ','\'',$(1))' | cmp -s - $@ || echo '$(subst ','\'',$(1))' >$@

$(OUT)/flags: FORCE
	$(call stamp,$(CC) $(ALLFLAGS))

$(OUT)/obj/%.o: %.c $(OUT)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALLFLAGS) $(LIBCFLAGS) -MMD -MP -c $< -o $@

# The files of a report's pages are part of the program.
$(OUT)/assets.c: extractor/report/embed.py $(ASSETS)
	@mkdir -p $(@D)
	$(Q)python3 extractor/report/embed.py $(ASSETS) >$@

$(OUT)/obj/assets.o: $(OUT)/assets.c extractor/report/assets.h $(OUT)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALLFLAGS) -c $< -o $@

$(OUT)/libpetik.a: $(LIBOBJ)
	@rm -f $@
	$(Q)ar rcsD $@ $^

# What extraction needs and no more: the linker takes out of the archive what the public functions use, so that a program that
# extracts does not load what collects and stores.
$(OUT)/libpetik.so: $(filter $(OUT)/obj/extractor/library/%,$(OBJECTS)) $(OUT)/libpetik.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,libpetik.so.$(MAJOR) -Wl,--as-needed -o $@ $^ $(LIBS)

$(OUT)/petik: $(COMMANDS) $(OUT)/libpetik.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

# Manual pages and completion come out of the program's own tables.
$(OUT)/petik-manual: $(MANUAL) $(filter-out %/main.o,$(COMMANDS)) $(OUT)/libpetik.a
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(OUT)/completion.made: $(OUT)/petik-manual
	@mkdir -p $(OUT)/completion
	$(Q)for shell in bash zsh fish; do $(OUT)/petik-manual $$shell >$(OUT)/completion/petik.$$shell || exit 1; done
	@touch $@

$(OUT)/man.made: $(OUT)/petik-manual $(wildcard docs/man/*.in)
	@rm -rf $(OUT)/man && mkdir -p $(OUT)/man
	$(Q)$(OUT)/petik-manual pages docs/man $(OUT)/man
	@for page in $(OUT)/man/*.scd; do scdoc <$$page >$${page%.scd} || { rm -f $${page%.scd}; exit 1; }; done
	@touch $@

# The shipped rules are checked, samples and all, when they are built, not at every start.
$(OUT)/rules.checked: $(OUT)/petik $(RULES)
	$(Q)$(OUT)/petik rules check --rules rules
	@touch $@

$(OUT)/unit/%: tests/unit/%.c $(OUT)/libpetik.a $(OUT)/flags
	@mkdir -p $(@D)
	$(Q)$(CC) $(ALLFLAGS) $(LIBCFLAGS) -MMD -MP -MF $@.d -o $@ $< $(OUT)/libpetik.a -lcmocka $(LIBS)

-include $(OBJECTS:.o=.d) $(UNITS:=.d)

## everyday

run: deps ## install what is missing, build, extract the corpus and show what was found
	@$(MAKE) --no-print-directory -j$(JOBS) all
	$(OUT)/petik extract corpus/articles -o $(BUILD)/demo.jsonl
	$(OUT)/petik show $(BUILD)/demo.jsonl
	@rm -f $(BUILD)/demo.db*
	$(OUT)/petik extract --db $(BUILD)/demo.db corpus/outlets
	$(OUT)/petik said Pj Wali Kota Pasuruan --unique --db $(BUILD)/demo.db

check: deps ## install what is missing, build, and run every test; the last line is the sum
	@$(MAKE) --no-print-directory -j$(JOBS) programs
	@python3 tests/run-check $(MAKE) --no-print-directory -s -- $(SUITES)

programs: all $(UNITS)

unit: $(UNITS) ## unit tests (cmocka)
	@python3 tests/run-unit '$(WRAP)' $(UNITS)

rules: $(OUT)/petik ## the samples of every rule, the form of every list
	@sh tests/run-rules $(PETIK) rules

cases: $(OUT)/petik ## tests/cases: an input and its expected records
	@python3 tests/run-cases $(PETIK) tests/cases

cli: $(OUT)/petik ## the command line
	@tests/cli/run $(PETIK) $(CLI)

corpus: $(OUT)/petik ## the corpus: validity, same bytes at any -j, floors of the scores
	@python3 tests/run-corpus $(PETIK) corpus/articles tests/corpus/floors.txt

installed: all ## make install to a scratch folder, and a C program that uses the library from there
	@sh tests/run-installed '$(MAKE) --no-print-directory' $(VERSION) $(PACKAGES)

manual: $(OUT)/petik $(OUT)/completion.made deps-man ## manual pages and completion: made without warnings, every option in its page, bash completes
	@python3 tests/run-manual $(OUT) '$(MAKE) --no-print-directory -s MODE=$(MODE)'

docs: $(OUT)/petik ## the commands that README.md and docs/ show, and what they write
	@python3 tests/run-docs $(PETIK)

documents: deps deps-documents ## the same with GNU parallel and R, which it installs
	@$(MAKE) --no-print-directory -s docs

slurm: deps deps-slurm ## the job array of docs/CLUSTER.md on a Slurm of one node (root)
	@$(MAKE) --no-print-directory -s -j$(JOBS) all
	@PATH="$$PATH:/usr/sbin" python3 tests/run-slurm $(PETIK)

readers: $(OUT)/petik $(OUT)/archive-fill ## what petik writes, to DuckDB, pandas, Frictionless, JSON Schema, Datasette and warcio (in build/venv)
	@python3 tests/run-readers $(PETIK) $(BUILD)/venv corpus $(OUT)/archive-fill

python: all ## the Python package: its wheel in a virtual environment of its own (build/pyvenv), python/tests
	@python3 tests/run-python $(PETIK) $(OUT)/libpetik.so $(BUILD)/pyvenv

spark: deps deps-spark ## petik.spark on a standalone cluster on loopback, a worker killed meanwhile (Java 17; build/sparkvenv, half a gigabyte)
	@$(MAKE) --no-print-directory -s -j$(JOBS) all
	@python3 tests/run-spark $(PETIK) $(OUT)/libpetik.so $(BUILD)/sparkvenv

gold: $(OUT)/petik ## articles and gold beside the repository, where there are any: validity, floors of the scores
	@python3 tests/run-gold $(PETIK) $(GOLD) tests/gold/floors.txt

dates: $(OUT)/petik ## date expressions of other projects' tests, where they lie beside the repository
	@python3 tests/run-dates $(PETIK) $(GOLD)

pages: $(OUT)/petik ## the corpus's web pages: text, title, time, byline and verdict, floors of the scores
	@python3 tests/run-pages $(PETIK) corpus/pages tests/pages/floors.txt

web: $(OUT)/petik ## web pages beside the repository, where there are any: validity, floors of the scores
	@python3 tests/run-web $(PETIK) $(BESIDE)/html tests/pages/web-floors.txt

warc: $(OUT)/petik ## WARC files of other projects' tests, where they lie beside the repository
	@python3 tests/run-warc $(PETIK) $(BESIDE)/suites

robots: $(OUT)/robots-ask ## robots.txt files of other projects' tests, where they lie beside the repository
	@python3 tests/run-robots $(OUT)/robots-ask $(BESIDE)/suites

$(OUT)/robots-ask: tests/robots/ask.c
$(OUT)/archive-fill: tests/archive/fill.c
$(OUT)/robots-ask $(OUT)/archive-fill: $(OUT)/libpetik.a $(OUT)/flags
	$(Q)$(CC) $(ALLFLAGS) $(LIBCFLAGS) -o $@ $(filter %.c,$^) $(OUT)/libpetik.a $(LIBS)

feeds: $(OUT)/petik ## feeds of another project's tests, where they lie beside the repository: link, title and date of their items
	@python3 tests/run-feeds $(PETIK) $(BESIDE)/suites

browser: $(OUT)/petik deps-browser ## petik report's pages in headless Chromium: search, filters, keyboard, accessibility
	@sh tests/run-browser $(PETIK) $(BUILD)/browser

kills: $(OUT)/petik-batches ## petik extract --db killed at any moment and started again; the same rows at any -j
	@python3 tests/run-kills $(OUT)/petik-batches corpus rules $(KILLS)

NGINX    := PATH="$$PATH:/usr/sbin:$(CURDIR)/$(BUILD)/nginx/usr/sbin"

net: $(OUT)/petik deps-net ## petik run and fetch against nginx and a server that does everything wrong, on loopback (TOPICS)
	@$(NGINX) python3 tests/run-net $(PETIK) $(BUILD)/netvenv $(TOPICS)

net-kills: $(OUT)/petik-batches deps-net ## petik run killed at any moment and started again: nothing is lost, nothing fetched twice
	@$(NGINX) python3 tests/run-net-kills $(OUT)/petik-batches $(KILLS)

# The program with small batches: many commits in a short run.
$(OUT)/batches.o: extractor/store/database.c $(OUT)/obj/extractor/store/database.o
	$(Q)$(CC) $(ALLFLAGS) $(LIBCFLAGS) -DPETIK_BATCH_ARTICLES=20 -c $< -o $@

$(OUT)/petik-batches: $(COMMANDS) $(OUT)/batches.o $(OUT)/libpetik.a
	$(Q)$(CC) $(CFLAGS) -o $@ $^ $(LIBS)

bless: $(OUT)/petik ## rewrite the expectations of tests/cases; read the diff
	@python3 tests/run-cases --bless $(PETIK) tests/cases

score: $(OUT)/petik ## precision and recall on the gold beside the repository
	@sh tests/run-score $(PETIK) $(GOLD)

bench: $(OUT)/petik $(OUT)/bare ## throughput, start-up, memory, instructions per byte; pages against the bare parser
	@python3 tests/bench/run $(PETIK) $(GOLD)
	@python3 tests/bench/pages $(PETIK) $(OUT)/bare $(BESIDE)/html

bench-store: $(OUT)/petik ## the store: what it costs to fill, its size, how long questions take (N articles, 10000)
	@python3 tests/bench/store $(PETIK) corpus rules $(N)

bench-spark: ## after make spark: pages a second an executor core and size of output, on a standalone cluster on loopback (N rounds)
	@$(BUILD)/sparkvenv/bin/python tests/bench/spark $(BESIDE)/html/pages $(N)

bench-net: $(OUT)/petik deps-net ## petik run: pages a second from a site behind nginx, memory, requests of a second run (N articles, 10000)
	@$(NGINX) python3 tests/bench/net $(PETIK) $(N)

$(OUT)/bare: tests/bench/bare.c $(OUT)/flags
	$(Q)$(CC) $(ALLFLAGS) $(LIBCFLAGS) -o $@ $< $(LIBS)

## deeper tests

SMALL    := unit cases cli corpus
VALGRIND := valgrind -q --error-exitcode=99 --leak-check=full --suppressions=$(CURDIR)/tests/valgrind.supp

asan ubsan tsan: deps ## unit tests, cases, cli and corpus with a sanitizer
	@$(MAKE) --no-print-directory -j$(JOBS) MODE=$@ programs
	@python3 tests/run-check $(MAKE) --no-print-directory -s MODE=$@ -- $(SMALL)

threads: deps ## the library's test of threads with the thread sanitizer
	@$(MAKE) --no-print-directory -s -j$(JOBS) MODE=tsan UNITS=$(BUILD)/tsan/unit/test_library unit

valgrind: deps-valgrind ## the same under valgrind, less what depends on time or address space
	@$(MAKE) --no-print-directory -j$(JOBS) MODE=debug programs
	@printf '#!/bin/sh\nexec %s "$$@"\n' '$(VALGRIND) $(CURDIR)/$(BUILD)/debug/petik' >$(BUILD)/debug/petik-valgrind
	@chmod +x $(BUILD)/debug/petik-valgrind
	@python3 tests/run-check $(MAKE) --no-print-directory -s MODE=debug WRAP='$(VALGRIND)' \
	    PETIK='$(CURDIR)/$(BUILD)/debug/petik-valgrind' CLI="$$(grep -LE 'ulimit|sleep' tests/cli/*.sh | \
	    sed 's|.*/||; s|\.sh$$||' | tr '\n' ' ')" -- $(SMALL)

robust: $(OUT)/petik ## hostile inputs and web pages under a time limit (LIMIT, seconds for one)
	@python3 tests/run-check $(MAKE) --no-print-directory -s MODE=$(MODE) PETIK=$(PETIK) -- robust-articles robust-pages

robust-articles: $(OUT)/petik
	@python3 tests/run-robust $(PETIK) $(LIMIT)

robust-pages: $(OUT)/petik
	@python3 tests/run-page-robust $(PETIK) $(LIMIT)

fuzz: ## libFuzzer for a minute, with clang
	@if command -v clang >/dev/null; then \
	    $(MAKE) --no-print-directory CC=clang BUILD=$(BUILD)/fuzz CFLAGS='-O1 -g -fsanitize=fuzzer-no-link,address' run-fuzz; \
	else echo "fuzz: needs clang (apt-get install clang); make robust needs nothing"; fi

run-fuzz: $(OUT)/libpetik.a
	clang $(ALLFLAGS) -fsanitize=fuzzer $(LIBCFLAGS) -o $(OUT)/fuzz_extract tests/fuzz/fuzz_extract.c $(OUT)/libpetik.a $(LIBS)
	mkdir -p $(OUT)/inputs && cp corpus/articles/*.txt corpus/pages/*.html $(OUT)/inputs/
	$(OUT)/fuzz_extract -max_total_time=60 -timeout=10 -dict=tests/fuzz/page.dict $(OUT)/inputs

cover: deps ## lines that the tests run (gcov)
	@$(MAKE) --no-print-directory -j$(JOBS) MODE=cover programs
	@find $(BUILD)/cover -name '*.gcda' -delete
	@python3 tests/run-check $(MAKE) --no-print-directory -s MODE=cover -- $(SMALL) rules
	@python3 tests/run-cover $(BUILD)/cover/obj

lint: deps-lint ## the laws of the tree: includes, names, lengths, warnings, cppcheck
	@PATH="$(CURDIR)/$(BUILD)/lintvenv/bin:$$PATH" python3 tests/lint/run '$(CC)' $(ALLFLAGS) $(LIBCFLAGS)

format: ## clang-format on what is not committed, where it is installed
	@if command -v clang-format >/dev/null; then clang-format -i $$(git diff --name-only HEAD -- '*.c' '*.h'); \
	else echo "format: needs clang-format (apt-get install clang-format)"; fi

## packaging

man: deps-man ## manual pages, in build/man (by scdoc)
	@$(MAKE) --no-print-directory $(OUT)/man.made

PUT      := $(DESTDIR)$(PREFIX)
PUTLIB   := $(DESTDIR)$(LIBDIR)
install: all $(if $(shell command -v scdoc 2>/dev/null),$(OUT)/man.made) ## PREFIX (/usr/local), LIBDIR and DESTDIR; manual pages where they are made or scdoc is there
	install -d $(PUT)/bin $(PUTLIB)/pkgconfig $(PUT)/include $(PUT)/share/petik/rules/lists $(PUT)/share/doc/petik
	install -m 755 $(OUT)/petik $(PUT)/bin/petik
	install -m 644 $(OUT)/libpetik.a $(PUTLIB)/libpetik.a
	install -m 755 $(OUT)/libpetik.so $(PUTLIB)/libpetik.so.$(VERSION)
	ln -sf libpetik.so.$(VERSION) $(PUTLIB)/libpetik.so.$(MAJOR)
	ln -sf libpetik.so.$(MAJOR) $(PUTLIB)/libpetik.so
	install -m 644 include/petik.h $(PUT)/include/petik.h
	printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$(patsubst $(PREFIX)/%,$${prefix}/%,$(LIBDIR))' 'includedir=$${prefix}/include' '' 'Name: petik' \
	    'Description: checkable records from Indonesian regional news' 'Version: $(VERSION)' \
	    'Requires.private: $(PACKAGES)' 'Libs: -L$${libdir} -lpetik' 'Libs.private: -lm -pthread' \
	    'Cflags: -I$${includedir}' >$(PUTLIB)/pkgconfig/petik.pc
	install -m 644 $(wildcard rules/*.rules) $(PUT)/share/petik/rules
	install -m 644 $(wildcard rules/lists/*.txt) $(PUT)/share/petik/rules/lists
	install -d $(PUT)/lib/systemd/system $(PUT)/lib/sysusers.d
	install -m 644 docs/COLLECTING.md docs/sources.conf docs/petik.cron $(PUT)/share/doc/petik
	install -m 644 docs/systemd/petik.sysusers $(PUT)/lib/sysusers.d/petik.conf
	for unit in petik.service petik.timer petik-failed@.service; do \
	    sed 's|@PREFIX@|$(PREFIX)|g' docs/systemd/$$unit >$(PUT)/lib/systemd/system/$$unit || exit 1; done
	install -D -m 644 $(OUT)/completion/petik.bash $(PUT)/share/bash-completion/completions/petik
	install -D -m 644 $(OUT)/completion/petik.zsh $(PUT)/share/zsh/site-functions/_petik
	install -D -m 644 $(OUT)/completion/petik.fish $(PUT)/share/fish/vendor_completions.d/petik.fish
	if [ -e $(OUT)/man.made ]; then install -d $(PUT)/share/man/man1 $(PUT)/share/man/man5 && \
	    install -m 644 $(OUT)/man/*.1 $(PUT)/share/man/man1 && install -m 644 $(OUT)/man/*.5 $(PUT)/share/man/man5; fi

reproducible: deps-man ## two builds in different folders, zones and locales give the same bytes (half a minute)
	@sh tests/run-reproducible '$(MAKE)' $(JOBS) $(VERSION)

deb-check: deps-deb ## Debian packages: built twice, compared, installed and tried in a clean Debian 12 by debootstrap (root; three minutes)
	@sh tests/run-deb $(BUILD)/deb $(JOBS) '$(BASE)'

dist: ## build/petik-VERSION.tar.gz of what is committed
	@mkdir -p $(BUILD)
	git archive --format=tar.gz --prefix=petik-$(VERSION)/ -o $(BUILD)/petik-$(VERSION).tar.gz HEAD
	@echo $(BUILD)/petik-$(VERSION).tar.gz

clean: ## remove what was built
	rm -rf $(BUILD)

help: ## this list
	@sed -n 's/^\([a-z][a-z -]*\):[^=].*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "  make %-18s %s\n", $$1, $$2 }'

## Debian packages: "thing|package", the thing a command or (with a dot or dash) a library that pkg-config knows

NEEDS := cc|gcc ar|binutils pkg-config|pkg-config python3|python3 python:ensurepip|python3-venv /usr/include/stdio.h|libc6-dev \
         libpcre2-8.pc|libpcre2-dev libutf8proc.pc|libutf8proc-dev libxml-2.0.pc|libxml2-dev jansson.pc|libjansson-dev \
         zlib.pc|zlib1g-dev nettle.pc|nettle-dev sqlite3.pc|libsqlite3-dev libcurl.pc|libcurl4-openssl-dev cmocka.pc|libcmocka-dev jq|jq

deps: ## install what is missing to build and test (Debian: apt-get, as root or with sudo)
	@sh tests/run-deps '$(NEEDS)'

deps-lint:
	@sh tests/run-deps '$(NEEDS) pmccabe|pmccabe cppcheck|cppcheck'
	-@test -x $(BUILD)/lintvenv/bin/reuse || { python3 -m venv $(BUILD)/lintvenv && $(BUILD)/lintvenv/bin/pip -q install 'reuse>=5,<7'; } || \
	    echo "lint: reuse is not installed"

deps-man: # without it there are no manual pages
	-@sh tests/run-deps 'scdoc|scdoc' || echo "man: scdoc is not installed"

deps-deb:
	-@sh tests/run-deps '$(NEEDS) /usr/share/doc/build-essential|build-essential scdoc|scdoc dh|debhelper debootstrap|debootstrap lintian|lintian' || echo "deb-check: not all is installed"

deps-valgrind:
	@sh tests/run-deps '$(NEEDS) valgrind|valgrind'

deps-browser: # its tests are skipped where there is no browser
	-@sh tests/run-deps 'chromium|chromium chromedriver|chromium-driver /usr/share/doc/python3-venv|python3-venv' || echo "browser: not installed"

deps-documents: # what is missing is skipped
	-@sh tests/run-deps 'parallel|parallel Rscript|r-base-core /usr/lib/R/site-library/jsonlite|r-cran-jsonlite /usr/lib/R/site-library/DBI|r-cran-dbi /usr/lib/R/site-library/RSQLite|r-cran-rsqlite' || \
	    echo "documents: not all is installed"

deps-slurm: # without it its test is skipped
	-@PATH="$$PATH:/usr/sbin" sh tests/run-deps 'munged|munge slurmctld|slurmctld slurmd|slurmd sbatch|slurm-client' || echo "slurm: not installed"

deps-spark: # without it its tests are skipped
	-@sh tests/run-deps 'java|openjdk-17-jre-headless /usr/share/doc/python3-venv|python3-venv' || echo "spark: Java is not installed"

deps-net: # where there is no nginx its tests are skipped, or done with the tests' own server
	@sh tests/run-deps-nginx $(BUILD)/nginx
	-@sh tests/run-deps 'openssl|openssl' || echo "net: openssl is not installed"

FORCE:
.PHONY: FORCE all programs run check man deps-man reproducible deb-check deps-deb $(SUITES) bless score bench bench-store bench-net bench-spark asan ubsan tsan valgrind robust robust-articles \
        robust-pages fuzz run-fuzz cover lint browser spark slurm documents threads deps-browser deps-spark \
        deps-slurm deps-documents deps-net \
        format install dist clean help deps deps-lint deps-valgrind
