/* SPDX-License-Identifier: MIT */
#include "report/terms.h"

#include "base/buf.h"
#include "record/officekey.h"
#include "store/json.h"

/* The days are texts of one form, so that the least and greatest with the article's number behind them are those articles.
 * Articles without a day count only when none has one. */
enum { BEHIND_DAY = 13 }; /* a space and the number in twelve digits */
static const char TERMS[] =
    "SELECT o.id, h.person, o.title, o.\"of\", o.region, f.acting, coalesce(p.name, h.name), "
    "coalesce(min(substr(a.published, 1, 10) || ' ' || printf('%012d', a.id)), min(' ' || printf('%012d', a.id))), "
    "coalesce(max(substr(a.published, 1, 10) || ' ' || printf('%012d', a.id)), max(' ' || printf('%012d', a.id))), "
    "count(DISTINCT a.id), '[' || group_concat(DISTINCT a.id) || ']' "
    "FROM holders h JOIN offices o ON o.id = h.office JOIN officials f ON f.holder = h.id "
    "JOIN articles a ON a.id = f.article LEFT JOIN persons p ON p.id = h.person WHERE a.replaced_by IS NULL";
static const char ORDER[] = " GROUP BY o.id, coalesce(h.person, -h.id), f.acting ORDER BY o.region, o.key, 8, 7, f.acting";

typedef struct {
    sqlite3 *db;
    sqlite3_stmt *article, *names;
    buf forms;
    arena texts; /* of one term */
} telling_terms;

static term_article read_article(telling_terms *w, str day_and_number) {
    term_article t = { .id = 0 };
    str number = str_last_word(day_and_number);
    for (size_t i = 0; i < number.n; i++) t.id = t.id * 10 + (number.p[i] - '0');
    sqlite3_bind_int64(w->article, 1, t.id);
    if (sqlite3_step(w->article) == SQLITE_ROW) {
        str *const texts[] = { &t.published, &t.outlet, &t.title, &t.url, &t.source };
        for (int i = 0; i < 5; i++) {
            str text = store_text(w->article, i);
            *texts[i] = text.p ? arena_copy(&w->texts, text) : STR_NONE;
        }
    }
    sqlite3_reset(w->article);
    return t;
}

/* The forms of a person's name in an office, as a JSON list of "form: evidence". */
static str read_names(telling_terms *w, int64_t person, int64_t office) {
    size_t n = 0;
    buf_clear(&w->forms);
    sqlite3_bind_int64(w->names, 1, person);
    sqlite3_bind_int64(w->names, 2, office);
    while (sqlite3_step(w->names) == SQLITE_ROW) {
        str name = store_text(w->names, 0), why = store_text(w->names, 1);
        buf_add(&w->forms, n++ ? STR(", ") : STR("["));
        json_quote(&w->forms, arena_join(&w->texts, (const str[]){ name, why.p ? STR(": ") : STR(""), why }, 3));
    }
    sqlite3_reset(w->names);
    buf_add(&w->forms, n ? STR("]") : STR("[]"));
    return buf_str(&w->forms);
}

static int tell(telling_terms *w, sqlite3_stmt *s, term_function each, void *payload) {
    term t = { .office_id = sqlite3_column_int64(s, 0), .person_id = sqlite3_column_int64(s, 1), .title = store_text(s, 2),
               .of = store_text(s, 3), .region = store_text(s, 4), .acting = store_text(s, 5), .person = store_text(s, 6),
               .articles = sqlite3_column_int64(s, 9), .shown_by = store_text(s, 10) };
    str first = store_text(s, 7), last = store_text(s, 8);
    t.first = first.n > BEHIND_DAY ? str_cut(first, 0, first.n - BEHIND_DAY) : STR_NONE;
    t.last = last.n > BEHIND_DAY ? str_cut(last, 0, last.n - BEHIND_DAY) : STR_NONE;
    t.office = office_name(&w->texts, t.title, t.of);
    t.names = read_names(w, t.person_id, t.office_id);
    t.first_article = read_article(w, first);
    t.last_article = read_article(w, last);
    int status = each(&t, payload);
    arena_reset(&w->texts);
    return status;
}

static sqlite3_stmt *prepare(sqlite3 *db, asked_kind who, const char *since, const char *until, error *e) {
    buf sql = buf_make(1 << 16);
    buf_add(&sql, str_of(TERMS));
    if (who != ASKED_ANYBODY) buf_add(&sql, STR(" AND h.id IN (SELECT holder FROM temp.asked)"));
    if (since) buf_add(&sql, STR(" AND a.published >= ?1"));
    if (until) buf_add(&sql, STR(" AND substr(a.published, 1, length(?2)) <= ?2"));
    buf_format(&sql, "%s%c", ORDER, '\0');
    sqlite3_stmt *s = store_query(db, sql.p, e);
    if (s && since) sqlite3_bind_text(s, 1, since, -1, SQLITE_STATIC);
    if (s && until) sqlite3_bind_text(s, 2, until, -1, SQLITE_STATIC);
    buf_free(&sql);
    return s;
}

int terms_each(sqlite3 *db, asked_kind who, const char *since, const char *until, term_function each, void *payload, error *e) {
    telling_terms w = { .db = db, .forms = buf_make(1 << 20) };
    sqlite3_stmt *s = prepare(db, who, since, until, e);
    w.article = store_query(db, "SELECT published, outlet, title, url, source FROM articles WHERE id = ?", e);
    w.names = store_query(db, "SELECT name, because FROM holders WHERE person = ? AND office = ? ORDER BY id", e);
    int code = SQLITE_DONE, status = s && w.article && w.names ? 0 : e->code;
    while (status == 0 && (code = sqlite3_step(s)) == SQLITE_ROW) status = tell(&w, s, each, payload);
    if (status == 0 && code != SQLITE_DONE) status = store_error(db, e);
    sqlite3_finalize(s);
    sqlite3_finalize(w.article);
    sqlite3_finalize(w.names);
    buf_free(&w.forms);
    arena_free(&w.texts);
    return status;
}
