/* SPDX-License-Identifier: MIT */
#include "report/passages.h"

#include <stdio.h>

#include "base/buf.h"
#include "base/table.h"
#include "report/fragment.h"
#include "report/wording.h"
#include "store/json.h"

enum { MOST_BOUND = 16, MOST_ALSO = 5 };

/* A query that grows with the question. */
typedef struct {
    buf sql;
    str bound[MOST_BOUND];
    size_t n;
} query;

/* Adds a condition; where it has ?, text is bound. */
static void add_condition(query *q, const char *sql, str text) {
    buf_format(&q->sql, " AND %s", sql);
    if (text.p) q->bound[q->n++] = text;
}

/* The words of --about as FTS5 takes them: each in quotation marks, so that nothing else in them has a meaning. */
static str search_words(arena *a, str about) {
    buf b = buf_make(1 << 16);
    bool prefix;
    for (str words = wording_next(&about, &prefix); words.n; words = wording_next(&about, &prefix)) {
        buf_add_char(&b, '"');
        for (size_t i = 0; i < words.n; i++)
            if (words.p[i] != '"') buf_add_char(&b, words.p[i]);
        buf_add(&b, prefix ? STR("\"* ") : STR("\" "));
    }
    str out = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* Points have no index of their words: each that can have them is looked at (is_about), of the articles that have them anywhere. */
static void add_likely(query *q, arena *a, str about) {
    enum { MOST_LIKELY = 4 };
    add_condition(q, "x.article IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH ?)", search_words(a, about));
    str rest = str_trim(wording(a, about));
    for (int i = 0; i < MOST_LIKELY && rest.n; i++) {
        const str parts[] = { STR("%"), str_split(&rest, ' '), STR("%") };
        add_condition(q, "x.text LIKE ?", arena_join(a, parts, 3));
    }
}

/* Conditions on articles. day: what is compared with the days. */
static void add_article_conditions(query *q, const question *of, const char *day) {
    char condition[160];
    snprintf(condition, sizeof condition, "%s >= ?", day);
    if (of->since) add_condition(q, condition, str_of(of->since));
    snprintf(condition, sizeof condition, "substr(%s, 1, %zu) <= ?", day, of->until ? strlen(of->until) : 0);
    if (of->until) add_condition(q, condition, str_of(of->until));
    str outlet = str_of(of->outlet);
    if (of->outlet) {
        add_condition(q, "(instr(lower(a.outlet), lower(?))", outlet);
        buf_add(&q->sql, STR(" OR instr(lower(a.url), lower(?)))"));
        q->bound[q->n++] = outlet;
    }
}

#define ARTICLE_COLUMNS "a.published, a.outlet, a.title, a.url, a.source, a.digest, a.archive, a.story, a.fetched"
static const char STATEMENTS[] =
    "SELECT x.id, x.article, x.start, x.\"end\", x.text, x.speaker, x.office, p.name, x.rule, " ARTICLE_COLUMNS ", x.around_start, x.around_end, "
    "x.words, x.kind, x.said, x.speaker_from, x.cue, x.speaker_rule, x.read_by ";
static const char POINTS[] =
    "SELECT x.id, x.article, x.start, x.\"end\", x.text, x.by, x.office, p.name, x.rule, " ARTICLE_COLUMNS ", x.start, x.\"end\", NULL, x.force, "
    "x.topic, x.\"to\" ";
enum { AT_STORY = 16, AT_AROUND = 18, AT_WORDS = 20, AT_OWN = 21 };

static void compose(query *q, arena *a, const question *of) {
    const char *day = of->points ? "a.published" : "coalesce(x.said, a.published)";
    const char *from = of->points ? "points" : "statements";
    buf_add(&q->sql, str_of(of->points ? POINTS : STATEMENTS));
    buf_add(&q->sql, STR("FROM "));
    if (of->who != ASKED_ANYBODY) buf_format(&q->sql, "temp.asked w CROSS JOIN %s x ON x.holder = w.holder ", from);
    else buf_format(&q->sql, "%s x ", from);
    buf_add(&q->sql, STR("JOIN articles a ON a.id = x.article LEFT JOIN holders h ON h.id = x.holder "
                         "LEFT JOIN persons p ON p.id = h.person WHERE a.replaced_by IS NULL"));
    if (of->direct) add_condition(q, "x.kind = 'direct'", STR_NONE);
    if (of->force) add_condition(q, "x.force = ?", str_of(of->force));
    if (of->topic) add_condition(q, "instr(lower(x.topic), lower(?))", str_of(of->topic));
    add_article_conditions(q, of, day);
    if (of->about && of->points) add_likely(q, a, str_of(of->about));
    else if (of->about)
        add_condition(q, "x.id IN (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?)", search_words(a, str_of(of->about)));
    buf_format(&q->sql, " ORDER BY %s, x.id", day);
    bool chosen_later = of->unique || (of->points && of->about);
    if (of->limit && !chosen_later) buf_format(&q->sql, " LIMIT %ld", of->limit);
    buf_add_char(&q->sql, '\0');
}

static sqlite3_stmt *prepare(sqlite3 *db, const query *q, error *e) {
    sqlite3_stmt *s = q->sql.full ? NULL : store_query(db, q->sql.p, e);
    for (size_t i = 0; s && i < q->n; i++) sqlite3_bind_text(s, (int)i + 1, q->bound[i].p, (int)q->bound[i].n, SQLITE_STATIC);
    return s;
}

/* Articles with the same words, of which the first few are named. */
typedef struct {
    int64_t article;
    str name; /* "outlet, day", as JSON */
} same_words;
typedef struct {
    same_words first[MOST_ALSO + 1];
    size_t n;
} same_list;

/* What goes with the answers. */
typedef struct {
    sqlite3 *db;
    const question *of;
    arena keys;       /* of seen */
    table seen;       /* words that were answered, with unique */
    table words;      /* fingerprints of words to places in same */
    VEC(same_list) same;
    sqlite3_stmt *text, *also;
    int64_t article;  /* whose text is at hand */
    arena row;        /* of one answer */
    buf body, link, copy, others;
} answering;

static str cut_points(str text, int64_t start, int64_t end) {
    size_t at = 0, from = 0;
    int64_t points = 0;
    for (; at < text.n && points < end; points++) {
        if (points == start) from = at;
        for (at++; at < text.n && ((unsigned char)text.p[at] & 0xC0) == 0x80;) at++;
    }
    return str_cut(text, points <= start ? at : from, at);
}

/* The text of the article, read once for all passages of it that follow each other. */
static str article_text(answering *w, int64_t article) {
    if (article != w->article) {
        buf_clear(&w->body);
        sqlite3_bind_int64(w->text, 1, article);
        if (sqlite3_step(w->text) == SQLITE_ROW) buf_add(&w->body, store_text(w->text, 0));
        sqlite3_reset(w->text);
        w->article = article;
    }
    return buf_str(&w->body);
}

/* The paragraph of a passage. */
static str paragraph_of(str text, str within) {
    size_t start = (size_t)(within.p - text.p), end = start + within.n;
    while (start > 0 && text.p[start - 1] != '\n') start--;
    while (end < text.n && text.p[end] != '\n') end++;
    return str_cut(text, start, end);
}

static same_list read_same(answering *w, int64_t words) {
    same_list list = { .n = 0 };
    buf name = buf_make(4096), quoted = buf_make(1 << 16);
    sqlite3_bind_int64(w->also, 1, words);
    while (list.n <= MOST_ALSO && sqlite3_step(w->also) == SQLITE_ROW) {
        str outlet = store_text(w->also, 0), day = store_text(w->also, 1);
        buf_clear(&name);
        buf_clear(&quoted);
        buf_format(&name, "%.*s%s%.*s", STR_ARG(outlet.p ? outlet : store_text(w->also, 2)), day.p ? ", " : "", STR_ARG(day));
        json_quote(&quoted, buf_str(&name));
        list.first[list.n++] = (same_words){ sqlite3_column_int64(w->also, 3), arena_copy(&w->keys, buf_str(&quoted)) };
    }
    sqlite3_reset(w->also);
    buf_free(&name);
    buf_free(&quoted);
    return list;
}

/* Some of the other articles with the same words, as a JSON list; looked up once for the same words. */
static str others_with(answering *w, const passage *p, sqlite3_stmt *s) {
    if (sqlite3_column_type(s, AT_WORDS) == SQLITE_NULL) return STR_NONE;
    int64_t words = sqlite3_column_int64(s, AT_WORDS);
    str key = arena_format(&w->keys, "%lld", (long long)words);
    uint32_t at = table_put(&w->words, key, (uint32_t)w->same.n);
    if (at == w->same.n) *vec_add(&w->keys, &w->same) = read_same(w, words);
    const same_list *list = &w->same.items[at];
    size_t n = 0;
    buf_clear(&w->others);
    for (size_t i = 0; i < list->n && n < MOST_ALSO; i++) {
        if (list->first[i].article == p->article) continue;
        buf_add(&w->others, n++ ? STR(", ") : STR("["));
        buf_add(&w->others, list->first[i].name);
    }
    if (n) buf_add_char(&w->others, ']');
    return n ? buf_str(&w->others) : STR_NONE;
}

/* Whether the words were answered already; of what has no fingerprint the text counts. */
static bool answered(answering *w, const passage *p, sqlite3_stmt *s) {
    bool hashed = sqlite3_column_type(s, AT_WORDS) != SQLITE_NULL;
    str key = hashed ? arena_format(&w->keys, "%lld", (long long)sqlite3_column_int64(s, AT_WORDS))
                     : arena_format(&w->keys, "%lld %.*s", (long long)sqlite3_column_int64(s, AT_STORY), STR_ARG(p->text));
    if (table_get(&w->seen, key) != TABLE_NONE) return true;
    table_put(&w->seen, key, 1);
    return false;
}

static passage read_passage(answering *w, sqlite3_stmt *s) {
    passage p = { .id = sqlite3_column_int64(s, 0), .article = sqlite3_column_int64(s, 1), .start = sqlite3_column_int64(s, 2),
                  .end = sqlite3_column_int64(s, 3) };
    str *const texts[] = { &p.text, &p.name, &p.office, &p.person, &p.rule, &p.published, &p.outlet, &p.title, &p.url, &p.source, &p.digest, &p.archive };
    for (int i = 0; i < 12; i++) *texts[i] = store_text(s, 4 + i);
    str *const said[] = { &p.kind, &p.said, &p.from, &p.cue, &p.finder, &p.reader }, *const declared[] = { &p.force, &p.topic, &p.to };
    for (int i = 0; i < (w->of->points ? 3 : 6); i++) *(w->of->points ? declared : said)[i] = store_text(s, AT_OWN + i);
    return p;
}

static void complete(answering *w, passage *p, sqlite3_stmt *s) {
    str text = article_text(w, p->article), fetched = store_text(s, AT_STORY + 1);
    str around = cut_points(text, sqlite3_column_int64(s, AT_AROUND), sqlite3_column_int64(s, AT_AROUND + 1));
    p->around = w->of->points ? paragraph_of(text, around) : around;
    buf_clear(&w->link);
    buf_clear(&w->copy);
    fragment_address(&w->link, p->url, p->text);
    fragment_archive(&w->copy, p->url, p->published.p ? p->published : fetched);
    p->link = w->link.n ? buf_str(&w->link) : STR_NONE;
    p->copy = w->copy.n ? buf_str(&w->copy) : STR_NONE;
    p->also = others_with(w, p, s);
}

static bool is_about(answering *w, str text) {
    if (!w->of->about) return true;
    arena_reset(&w->row);
    return wording_about(&w->row, wording(&w->row, text), str_of(w->of->about));
}

static int answer_all(answering *w, sqlite3_stmt *s, passage_function each, void *payload, error *e) {
    long given = 0;
    int code, status = 0;
    while (status == 0 && (code = sqlite3_step(s)) == SQLITE_ROW) {
        passage p = read_passage(w, s);
        if (w->of->points && !is_about(w, p.text)) continue;
        if (w->of->unique && answered(w, &p, s)) continue;
        complete(w, &p, s);
        status = each(&p, payload);
        if (w->of->limit && ++given == w->of->limit) return status;
    }
    return status ? status : code == SQLITE_DONE ? 0 : store_error(w->db, e);
}

static const char ALSO[] =
    "SELECT a.outlet, substr(a.published, 1, 10), a.source, a.id FROM statements x JOIN articles a ON a.id = x.article "
    "WHERE x.words = ?1 AND a.replaced_by IS NULL GROUP BY x.words, x.article";

int passages_each(sqlite3 *db, const question *q, passage_function each, void *payload, error *e) {
    arena home = { 0 };
    query sought = { .sql = buf_make(1 << 16) };
    answering w = { .db = db, .of = q, .body = buf_make(SIZE_MAX), .link = buf_make(1 << 20), .copy = buf_make(1 << 20), .others = buf_make(1 << 20) };
    w.seen = table_make(&w.keys, 256);
    w.words = table_make(&w.keys, 256);
    compose(&sought, &home, q);
    sqlite3_stmt *s = prepare(db, &sought, e);
    w.text = store_query(db, "SELECT text FROM articles WHERE id = ?", e);
    w.also = store_query(db, ALSO, e);
    int status = s && w.text && w.also ? answer_all(&w, s, each, payload, e) : e->code;
    sqlite3_finalize(s);
    sqlite3_finalize(w.text);
    sqlite3_finalize(w.also);
    buf_free(&sought.sql);
    buf_free(&w.body);
    buf_free(&w.link);
    buf_free(&w.copy);
    buf_free(&w.others);
    arena_free(&w.keys);
    arena_free(&w.row);
    arena_free(&home);
    return status;
}

int passages_searched(searched *out, arena *a, sqlite3 *db, const question *q, error *e) {
    query sought = { .sql = buf_make(1 << 16) };
    *out = (searched){ 0, STR_NONE, STR_NONE };
    buf_add(&sought.sql, STR("SELECT count(*), substr(min(a.published), 1, 10), substr(max(a.published), 1, 10) FROM articles a "
                             "WHERE a.replaced_by IS NULL AND a.refused IS NULL"));
    add_article_conditions(&sought, q, "a.published");
    buf_add_char(&sought.sql, '\0');
    sqlite3_stmt *s = prepare(db, &sought, e);
    buf_free(&sought.sql);
    if (!s) return e->code;
    bool found = sqlite3_step(s) == SQLITE_ROW;
    if (found) {
        str first = store_text(s, 1), last = store_text(s, 2);
        *out = (searched){ sqlite3_column_int64(s, 0), first.p ? arena_copy(a, first) : STR_NONE, last.p ? arena_copy(a, last) : STR_NONE };
    }
    sqlite3_finalize(s);
    return found ? 0 : store_error(db, e);
}
