/* SPDX-License-Identifier: MIT */
/* petik export: the store's tables as CSV, its records as JSON Lines again, or as W3C Web Annotations. */
#include <errno.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "command/command.h"
#include "command/interrupt.h"
#include "command/output.h"
#include "store/describe.h"
#include "store/open.h"
#include "store/writer.h"

/* One file a table, and the package that describes them. */
enum { FILE_COUNT = TABLE_COUNT + 1 };

typedef struct {
    arena home;
    output files[FILE_COUNT];
    size_t count; /* of files that were opened */
    buf piece;
    error e;
} export;

static int stopped(void) { return *interrupt_flag() != 0; }

/* All that a writer has, to a file. ERROR_LIMIT when one piece is too large. */
static int write_pieces(export *x, output *to, const store_writer *writer, const writing *what) {
    void *state;
    int status = writer->open(&state, what, &x->e), more = status == 0;
    while (more > 0 && !stopped()) {
        buf_clear(&x->piece);
        more = writer->next(state, &x->piece, &x->e);
        if (more > 0 && x->piece.full) more = error_set(&x->e, ERROR_LIMIT, "%s: a row is larger than %d bytes", to->path, LIMIT_OUTPUT);
        if (more > 0 && output_write(to, buf_str(&x->piece), &x->e) < 0) more = x->e.code;
    }
    if (state) writer->close(state);
    return status < 0 ? status : more < 0 ? more : 0;
}

static output *open_file(export *x, const char *path) {
    output *o = &x->files[x->count];
    if (output_open(o, path, &x->e) < 0) return NULL;
    x->count++;
    return o;
}

static int write_package(export *x, output *to) {
    buf_clear(&x->piece);
    int status = datapackage_write(&x->piece, "", &x->e);
    return status < 0 ? status : output_write(to, buf_str(&x->piece), &x->e);
}

/* Files get their names when all of them are written, so that a folder holds one moment of the store. */
static int write_folder(export *x, writing *what, const char *folder) {
    int status = 0;
    if (mkdir(folder, 0777) < 0 && errno != EEXIST) return error_set(&x->e, ERROR_OUTPUT, "%s: %s", folder, strerror(errno));
    for (table_id t = 0; t < TABLE_COUNT && status == 0 && !stopped(); t++) {
        output *o = open_file(x, arena_format(&x->home, "%s/%s.csv", folder, schema_get(t)->name).p);
        what->table = t;
        status = o ? write_pieces(x, o, &WRITE_SHEET, what) : x->e.code;
    }
    if (status == 0 && !stopped()) {
        output *o = open_file(x, arena_format(&x->home, "%s/datapackage.json", folder).p);
        status = o ? write_package(x, o) : x->e.code;
    }
    return status;
}

static int write_lines(export *x, const writing *what, const store_writer *writer, const char *path) {
    output *o = open_file(x, path ? path : "-");
    return o ? write_pieces(x, o, writer, what) : x->e.code;
}

/* Files that were interrupted keep their old content; standard output keeps its whole lines. */
static int commit(export *x) {
    int status = 0;
    for (size_t i = 0; i < x->count && status == 0; i++)
        if (!stopped() || !x->files[i].beside) status = output_commit(&x->files[i], &x->e);
    return status;
}

static int exit_status(const export *x, int status, const char *folder) {
    const output *last = x->count ? &x->files[x->count - 1] : NULL;
    if (status < 0 && !(last && last->gone)) fprintf(stderr, "petik: %s\n", x->e.text);
    if (status < 0) return status == ERROR_BUSY ? EXIT_TRY_LATER : EXIT_OUTPUT;
    if (stopped() && last && last->beside) fprintf(stderr, "petik: %s: interrupted, left as it was\n", folder ? folder : last->path);
    return interrupt_status();
}

static int export_all(sqlite3 *db, const options *o) {
    export x = { .piece = buf_make(LIMIT_OUTPUT) };
    writing what = { .db = db, .every_version = o->value[OPTION_ALL] != NULL, .safe = o->value[OPTION_CSV_SAFE] != NULL };
    const store_writer *lines = o->value[OPTION_ANNOTATIONS] ? &WRITE_ANNOTATIONS : &WRITE_LINES;
    int status = store_run(db, "BEGIN", &x.e); /* what other processes write meanwhile is not seen */
    if (status == 0)
        status = o->value[OPTION_CSV] ? write_folder(&x, &what, o->value[OPTION_CSV]) : write_lines(&x, &what, lines, o->value[OPTION_OUTPUT]);
    if (status == 0) status = commit(&x);
    status = exit_status(&x, status, o->value[OPTION_CSV]);
    for (size_t i = 0; i < x.count; i++) output_drop(&x.files[i]);
    buf_free(&x.piece);
    arena_free(&x.home);
    return status;
}

int export_main(const options *o) {
    sqlite3 *db;
    error e = { 0 };
    bool sheets = o->value[OPTION_CSV] != NULL;
    int forms = sheets + (o->value[OPTION_JSONL] != NULL) + (o->value[OPTION_ANNOTATIONS] != NULL);
    if (!o->value[OPTION_DB] || !*o->value[OPTION_DB]) return usage_error("which store? name it with --db FILE");
    if (o->operand_count) return usage_error("%s: petik export takes no files; name the store with --db FILE", o->operands[0]);
    if (forms != 1) return usage_error("%s of --csv DIR, --jsonl and --annotations", forms ? "only one" : "one");
    if (o->value[OPTION_CSV_SAFE] && !sheets) return usage_error("--csv-safe goes with --csv DIR");
    if (o->value[OPTION_OUTPUT] && sheets) return usage_error("--output goes with --jsonl or --annotations; --csv names its own folder");
    if (store_open(&db, o->value[OPTION_DB], STORE_READ, &e) < 0) {
        fprintf(stderr, "petik: %s\n", e.text);
        return e.code == ERROR_BUSY ? EXIT_TRY_LATER : EXIT_INPUTS;
    }
    interrupt_catch_writing();
    int status = export_all(db, o);
    sqlite3_close(db);
    return status;
}
