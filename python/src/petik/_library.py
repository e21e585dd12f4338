# SPDX-License-Identifier: MIT
"""The C library, loaded by cffi: declarations of petik.h, where the file is, and its errors as exceptions."""
from __future__ import annotations

import os

from cffi import FFI

ffi = FFI()
# As in include/petik.h; a test compares them.
ffi.cdef("""
typedef struct { int code; char text[1024]; } petik_error;
typedef struct petik_rules petik_rules;
typedef struct petik_extractor petik_extractor;
typedef struct petik_reader petik_reader;
const char *petik_version(void);
int petik_rules_open(petik_rules **out, const char *folder, unsigned flags, petik_error *e);
void petik_rules_free(petik_rules *r);
const char *petik_rules_digest(const petik_rules *r);
const char *petik_rules_folder(const petik_rules *r);
typedef struct { const char *bytes; size_t length; } petik_part;
typedef struct {
    const char *bytes;
    size_t length;
    const char *source;
    const char *url;
    const char *title;
    const char *published;
    const char *published_from;
    const char *published_else;
    const char *fetched;
    const char *publisher;
    const char *charset;
    const petik_part *more;
    size_t more_count;
} petik_input;
int petik_extractor_open(petik_extractor **out, const petik_rules *r, petik_error *e);
void petik_extractor_free(petik_extractor *x);
int petik_extract(petik_extractor *x, const petik_input *in, petik_error *e);
const char *petik_json(petik_extractor *x, size_t *length);
const char *petik_refused(const petik_extractor *x);
int petik_reader_open(petik_reader **out, const char *const *paths, size_t n, petik_error *e);
int petik_reader_next(petik_reader *r, petik_input *out, petik_error *e);
int petik_reader_file(petik_reader *r, const char **path, petik_error *e);
void petik_reader_free(petik_reader *r);
int petik_schema(char **out, const char *what, petik_error *e);
void petik_string_free(char *s);
""")

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.join(HERE, "..", "..", "..")


def _load():
    """$PETIK_LIBRARY; else the package's own; else the tree's, when the package is used in its tree; else the system's."""
    named = os.environ.get("PETIK_LIBRARY")
    if named:
        return ffi.dlopen(named)
    for path in os.path.join(HERE, "libpetik.so"), os.path.join(TREE, "build", "libpetik.so"):
        if os.path.isfile(path):
            return ffi.dlopen(path)
    return ffi.dlopen("libpetik.so.0")


lib = _load()


def rules_folder() -> str | None:
    """$PETIK_RULES; else the package's own rules; else the tree's; else None: the library's own search."""
    named = os.environ.get("PETIK_RULES")
    if named:
        return named
    for path in os.path.join(HERE, "rules"), os.path.join(TREE, "rules"):
        if os.path.isdir(os.path.join(path, "lists")):
            return os.path.normpath(path)
    return None


class Error(Exception):
    """What could not be read or loaded: one line that begins with the place."""

    #: values of code, as in petik.h
    INPUT, RULES, OUTPUT, LIMIT, USAGE = -1, -2, -3, -4, -5

    def __init__(self, code: int, text: str):
        super().__init__(code, text)
        #: what kind of error it is: Error.INPUT, Error.RULES, Error.LIMIT, Error.USAGE
        self.code = code
        #: the whole line
        self.text = text

    @property
    def place(self) -> str | None:
        """Where it is: "rules/date.rules:12:9", "news.jsonl:7", a path; None when the line names no place."""
        place, colon, _ = self.text.partition(": ")
        return place if colon else None

    def __str__(self) -> str:
        return self.text


def check(status: int, e) -> None:
    """Raises what a function of the library said."""
    if status < 0:
        raise Error(status, ffi.string(e.text).decode("utf-8", "replace") or "petik: unknown error")


def schema(what: str = "datapackage") -> str:
    """What "petik schema WHAT" prints: "datapackage" (the tables) or "json-schema" (the records), as JSON."""
    e, out = ffi.new("petik_error *"), ffi.new("char **")
    check(lib.petik_schema(out, what.encode(), e), e)
    try:
        return ffi.string(out[0]).decode()
    finally:
        lib.petik_string_free(out[0])


def version() -> str:
    """The version of the C library."""
    return ffi.string(lib.petik_version()).decode()
