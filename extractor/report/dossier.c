/* SPDX-License-Identifier: MIT */
#include "report/dossier.h"

/* Which columns come before the cells: number, id, official, start, end, text. */
enum { FIRST_CELL = 6 };

#define HELD " LEFT JOIN holders h ON h.id = r.holder"
#define WHERE " WHERE r.article = ?1 ORDER BY r.number"

static const struct {
    const char *query;
    size_t cells;
} SHEETS[SHEET_COUNT] = {
    [SHEET_STATEMENTS] = { "SELECT r.number, r.id, coalesce(h.person, h.id), r.start, r.\"end\", r.text, r.kind, r.speaker, r.office, r.speaker_from, "
                           "r.speaker_rule, r.read_by, r.said, r.cue, r.rule, h.because FROM statements r" HELD WHERE,
                           STATEMENT_CELLS },
    [SHEET_POINTS] = { "SELECT r.number, r.id, coalesce(h.person, h.id), r.start, r.\"end\", r.text, r.force, r.topic, r.by, r.office, r.\"to\", r.item, "
                       "r.rule, h.because FROM points r" HELD WHERE,
                       POINT_CELLS },
    [SHEET_EVENTS] = { "SELECT r.number, 0, 0, r.start, r.\"end\", r.text, r.kind, r.date, r.place, r.organiser, r.leader, r.participants, r.rule "
                       "FROM events r" WHERE,
                       EVENT_CELLS },
    [SHEET_OFFICIALS] = { "SELECT r.number, h.office, coalesce(h.person, h.id), 0, 0, r.name, r.title, r.acting, r.\"of\", r.region, r.rank, r.degrees, "
                          "h.because FROM officials r" HELD WHERE,
                          OFFICIAL_CELLS },
    [SHEET_INSTITUTIONS] = { "SELECT r.number, 0, 0, 0, 0, r.name, r.type, r.region, r.same_as FROM institutions r" WHERE, INSTITUTION_CELLS },
    [SHEET_DATES] = { "SELECT r.number, 0, 0, r.start, r.\"end\", r.text, r.type, r.value, r.conflict, r.rule FROM dates r" WHERE, DATE_CELLS },
    [SHEET_REGULATIONS] = { "SELECT r.number, 0, 0, r.start, r.\"end\", r.text, r.kind, r.no, r.year, r.issuer, r.rule FROM regulations r" WHERE,
                            REGULATION_CELLS },
    [SHEET_WARNINGS] = { "SELECT r.number, 0, 0, r.start, r.\"end\", r.message, r.code FROM warnings r" WHERE, WARNING_CELLS },
    [SHEET_BYLINES] = { "SELECT r.number, 0, 0, 0, 0, r.name, r.role FROM bylines r" WHERE, BYLINE_CELLS },
    [SHEET_MENTIONS] = { "SELECT r.record, 0, 0, r.start, r.\"end\", r.text, r.kind, r.rule FROM mentions r WHERE r.article = ?1 ORDER BY r.kind, r.record, "
                         "r.number",
                         MENTION_CELLS },
    [SHEET_REPEATS] = { "SELECT r.point, 0, 0, r.start, r.\"end\", r.text FROM repeats r WHERE r.article = ?1 ORDER BY r.point, r.number", 0 },
};

static const char ARTICLE[] = "SELECT source, url, outlet, title, dateline, published, published_from, section, text FROM articles WHERE id = ?1";

int dossier_open(dossier_reader *r, sqlite3 *db, error *e) {
    *r = (dossier_reader){ .db = db };
    r->article = store_query(db, ARTICLE, e);
    bool opened = r->article != NULL;
    for (size_t i = 0; i < SHEET_COUNT && opened; i++) {
        r->sheets[i] = store_query(db, SHEETS[i].query, e);
        opened = r->sheets[i] != NULL;
    }
    return opened ? 0 : e->code;
}

void dossier_close(dossier_reader *r) {
    sqlite3_finalize(r->article);
    for (size_t i = 0; i < SHEET_COUNT; i++) sqlite3_finalize(r->sheets[i]);
}

static str copy_cell(sqlite3_stmt *s, arena *a, int column) {
    str text = store_text(s, column);
    return text.p ? arena_copy(a, text) : STR_NONE;
}

static size_t offset(sqlite3_stmt *s, int column) {
    int64_t n = sqlite3_column_int64(s, column);
    return n > 0 ? (size_t)n : 0;
}

static int read_sheet(sheet *out, sqlite3_stmt *s, size_t cells, arena *a, int64_t article) {
    int code;
    sqlite3_bind_int64(s, 1, article);
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        sheet_row *row = vec_add(a, out);
        str *to = arena_raw(a, (cells + 1) * sizeof *to);
        row->number = sqlite3_column_int64(s, 0);
        row->id = sqlite3_column_int64(s, 1);
        row->official = sqlite3_column_int64(s, 2);
        row->start = offset(s, 3);
        row->end = offset(s, 4);
        row->text = copy_cell(s, a, 5);
        for (size_t i = 0; i < cells; i++) to[i] = copy_cell(s, a, FIRST_CELL + (int)i);
        row->cells = to;
    }
    sqlite3_reset(s);
    return code;
}

static int read_article(dossier *d, sqlite3_stmt *s, arena *a, int64_t id) {
    str *const fields[] = { &d->source, &d->url, &d->outlet, &d->title, &d->dateline, &d->published, &d->published_from, &d->section, &d->text };
    sqlite3_bind_int64(s, 1, id);
    int code = sqlite3_step(s);
    if (code == SQLITE_ROW) {
        for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) *fields[i] = copy_cell(s, a, (int)i);
        code = SQLITE_DONE;
    }
    sqlite3_reset(s);
    return code;
}

int dossier_read(dossier *out, dossier_reader *r, arena *a, int64_t id, error *e) {
    *out = (dossier){ 0 };
    int code = read_article(out, r->article, a, id);
    for (size_t i = 0; i < SHEET_COUNT && code == SQLITE_DONE; i++) code = read_sheet(&out->sheets[i], r->sheets[i], SHEETS[i].cells, a, id);
    return code == SQLITE_DONE ? 0 : store_error(r->db, e);
}
