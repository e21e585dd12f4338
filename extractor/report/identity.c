/* SPDX-License-Identifier: MIT */
#include "report/identity.h"

#include "base/buf.h"
#include "record/officekey.h"

static const char PERSONS[] =
    "SELECT p.id, p.name, h.name, o.title, o.\"of\", o.region, min(substr(a.published, 1, 10)), max(substr(a.published, 1, 10)), "
    "count(DISTINCT a.id), h.because FROM persons p JOIN holders h ON h.person = p.id LEFT JOIN offices o ON o.id = h.office "
    "LEFT JOIN officials f ON f.holder = h.id LEFT JOIN articles a ON a.id = f.article AND a.replaced_by IS NULL WHERE 1";
static const char ORDER[] = " GROUP BY h.id ORDER BY p.name, p.id, h.id";

static str office_of(arena *a, str title, str of) {
    return title.p ? office_name(a, title, of) : STR_NONE;
}

int persons_each(sqlite3 *db, asked_kind who, bool several, person_function each, void *payload, error *e) {
    arena row = { 0 };
    buf sql = buf_make(1 << 16);
    buf_add(&sql, str_of(PERSONS));
    if (who != ASKED_ANYBODY)
        buf_add(&sql, STR(" AND p.id IN (SELECT g.person FROM temp.asked w CROSS JOIN holders g ON g.id = w.holder)"));
    if (several) buf_add(&sql, STR(" AND (SELECT count(*) FROM holders g WHERE g.person = p.id) > 1"));
    buf_format(&sql, "%s%c", ORDER, '\0');
    sqlite3_stmt *s = store_query(db, sql.p, e);
    buf_free(&sql);
    int code = SQLITE_DONE, status = s ? 0 : e->code;
    while (status == 0 && (code = sqlite3_step(s)) == SQLITE_ROW) {
        const person_name p = { .person_id = sqlite3_column_int64(s, 0), .person = store_text(s, 1), .name = store_text(s, 2),
                                .office = office_of(&row, store_text(s, 3), store_text(s, 4)), .region = store_text(s, 5), .first = store_text(s, 6),
                                .last = store_text(s, 7), .articles = sqlite3_column_int64(s, 8), .because = store_text(s, 9) };
        status = each(&p, payload);
        arena_reset(&row);
    }
    if (status == 0 && code != SQLITE_DONE) status = store_error(db, e);
    sqlite3_finalize(s);
    arena_free(&row);
    return status;
}
