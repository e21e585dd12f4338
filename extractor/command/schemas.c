/* SPDX-License-Identifier: MIT */
/* petik schema: what the tables and records are, for people and programs. */
#include "base/limits.h"
#include "base/nearest.h"
#include "command/command.h"
#include "command/output.h"
#include "store/describe.h"

static const char *const DATABASE = "news";

/* What Datasette calls a database: its file's name without folder and ending. */
static const char *database_name(arena *home, const char *path) {
    str name = str_of(path ? path : DATABASE);
    size_t slash = str_find_last(name, STR("/"), name.n);
    if (slash != SIZE_MAX) name = str_cut(name, slash + 1, name.n);
    size_t dot = str_find_last(name, STR("."), name.n);
    if (dot != SIZE_MAX && dot > 0) name.n = dot;
    return arena_copy(home, name).p;
}

static int unknown_form(const char *name) {
    const char *names[16];
    size_t n = 0;
    for (; n < sizeof names / sizeof *names && description_get(n); n++) names[n] = description_get(n)->name;
    const char *near = nearest_name(name, names, n);
    if (near) return usage_error("unknown form %s; did you mean %s?", name, near);
    return usage_error("unknown form %s; \"petik schema --help\" lists them", name);
}

static const description *find_form(const char *name) {
    for (size_t i = 0; description_get(i); i++)
        if (strcmp(description_get(i)->name, name) == 0) return description_get(i);
    return NULL;
}

static int write_form(const description *form, const char *database, const char *path, output *o, error *e) {
    buf text = buf_make(LIMIT_OUTPUT);
    int status = form->write(&text, database, e);
    if (status == 0) status = output_open(o, path, e);
    if (status == 0) status = output_write(o, buf_str(&text), e);
    if (status == 0) status = output_commit(o, e);
    buf_free(&text);
    output_drop(o);
    return status;
}

int schema_main(const options *o) {
    error e = { 0 };
    output out = { 0 };
    arena home = { 0 };
    const char *path = o->value[OPTION_OUTPUT], *name = o->operand_count ? o->operands[0] : description_get(0)->name;
    const description *form = find_form(name);
    if (o->operand_count > 1) return usage_error("one form at a time: %s or %s", o->operands[0], o->operands[1]);
    if (!form) return unknown_form(name);
    int status = write_form(form, database_name(&home, o->value[OPTION_DB]), path ? path : "-", &out, &e);
    if (status < 0 && !out.gone) fprintf(stderr, "petik: %s\n", e.text);
    arena_free(&home);
    return status < 0 ? EXIT_OUTPUT : EXIT_DONE;
}
