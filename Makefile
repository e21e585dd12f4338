# petik: "make help" lists the targets.
CC      ?= cc
PREFIX  ?= /usr/local
BUILD   ?= build
MODE    ?= release
VERSION := $(shell sed -n 's/^\#define PETIK_VERSION "\(.*\)"/\1/p' include/petik.h)

PACKAGES := libpcre2-8 libutf8proc libxml-2.0 jansson zlib libmd
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wvla -Wstrict-prototypes
ifdef CI
WARN += -Werror
endif
FLAGS_release := -O2 -DNDEBUG
FLAGS_debug   := -O0 -g
FLAGS_asan    := -O1 -g -fsanitize=address -fno-omit-frame-pointer -DPETIK_ARENA_MALLOC
FLAGS_ubsan   := -O1 -g -fsanitize=undefined -fno-sanitize-recover=undefined
FLAGS_tsan    := -O1 -g -fsanitize=thread
CFLAGS  ?= $(FLAGS_$(MODE))
ALLFLAGS := -std=c11 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64 -fPIC -fvisibility=hidden -pthread \
            -Iinclude -Iextractor $(WARN) $(CFLAGS)
# Asked for only when something is compiled: make deps must work without pkg-config.
LIBCFLAGS = $(shell pkg-config --cflags $(PACKAGES))
LIBS      = $(shell pkg-config --libs $(PACKAGES)) -lm -pthread

OUT      := $(BUILD)$(if $(filter-out release,$(MODE)),/$(MODE))
SOURCES  := $(sort $(wildcard extractor/*/*.c))
OBJECTS  := $(SOURCES:%.c=$(OUT)/obj/%.o)
MAINOBJ  := $(OUT)/obj/extractor/command/main.o
LIBOBJ   := $(filter-out $(OUT)/obj/extractor/command/%,$(OBJECTS))

all: $(OUT)/petik $(OUT)/libpetik.a $(OUT)/libpetik.so

$(OUT)/obj/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALLFLAGS) $(LIBCFLAGS) -MMD -MP -c $< -o $@

$(OUT)/libpetik.a: $(LIBOBJ)
	@rm -f $@
	ar rcs $@ $^

$(OUT)/libpetik.so: $(LIBOBJ)
	$(CC) $(CFLAGS) -shared -Wl,-soname,libpetik.so.0 -o $@ $^ $(LIBS)

$(OUT)/petik: $(filter $(OUT)/obj/extractor/command/%,$(OBJECTS)) $(OUT)/libpetik.a
	$(CC) $(CFLAGS) -o $@ $^ $(LIBS)

-include $(OBJECTS:.o=.d)

clean:
	rm -rf $(BUILD)

.PHONY: all clean
