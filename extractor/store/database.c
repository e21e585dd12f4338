/* SPDX-License-Identifier: MIT */
#include "store/database.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "store/naming.h"
#include "store/overrule.h"
#include "store/person.h"
#include "store/simhash.h"
#include "store/story.h"
#include "store/tablewriter.h"

/* A batch is one transaction: so many articles, or what came in so many seconds, so that what trickles in is soon seen.
 * tests/run-kills wants many in a short run. */
#ifndef PETIK_BATCH_ARTICLES
#define PETIK_BATCH_ARTICLES 2000
#endif
enum { BATCH_ARTICLES = PETIK_BATCH_ARTICLES, BATCH_SECONDS = 2 };

struct database {
    sqlite3 *db, *reading; /* reading: for database_knows */
    int lock; /* a descriptor of the file, which other writers are kept out with */
    arena home;
    table_writer tables[TABLE_COUNT];
    version_queries versions, known; /* known: over reading */
    collected_writer collected;
    sqlite3_stmt *replace, *text;
    holder_index holders;
    story_index stories;
    const ruleset *rules;
    int64_t ruleset, run;
    size_t in_batch;
    bool batch_open, overruled;
    time_t batch_start;
    VEC(int64_t) official_holders; /* of the article at hand, by number; 0: none */
};

static const char *utc_now(char out[CLOCK_TEXT]) {
    clock_text(out, clock_wall() / 1000);
    return out;
}

static int begin_batch(database *d, error *e) {
    if (d->batch_open) return 0;
    if (store_run(d->db, "BEGIN IMMEDIATE", e) < 0) return e->code;
    d->batch_open = true;
    d->batch_start = time(NULL);
    d->in_batch = 0;
    return 0;
}

static int end_batch(database *d, error *e) {
    if (!d->batch_open) return 0;
    d->batch_open = false;
    return store_run(d->db, "COMMIT", e);
}

/* Counts what was written, and ends the batch when it is large or old enough. */
static int end_full_batch(database *d, error *e) {
    d->in_batch++;
    return d->in_batch < BATCH_ARTICLES && time(NULL) - d->batch_start < BATCH_SECONDS ? 0 : end_batch(d, e);
}

static int add_rules(database *d, const ruleset *rules, error *e) {
    sqlite3_stmt *add = d->tables[TABLE_RULES].add;
    for (size_t i = 0; i < rules->source.rules.n; i++) {
        const rule *r = rules->source.rules.items[i];
        const char *file = strrchr(r->place.path, '/');
        sqlite3_bind_int64(add, 1, d->ruleset);
        store_bind(add, 2, r->id);
        store_bind(add, 3, str_of(rules->kinds[r->kind].name));
        store_bind(add, 4, str_of(RULE_STATUS_NAMES[r->status]));
        store_bind(add, 5, str_of(file ? file + 1 : r->place.path));
        sqlite3_bind_int64(add, 6, (int64_t)r->place.line);
        store_bind(add, 7, r->why.n ? r->why : STR_NONE);
        if (store_step(d->db, add, e) < 0) return e->code;
    }
    return 0;
}

/* The number of the rule set, written when it is new. */
static int find_ruleset(database *d, const ruleset *rules, const char *version, error *e) {
    sqlite3_stmt *s = store_query(d->db, "SELECT id FROM rulesets WHERE digest = ? AND petik = ?", e);
    if (!s) return e->code;
    store_bind(s, 1, str_of(rules->digest));
    store_bind(s, 2, str_of(version));
    bool there = sqlite3_step(s) == SQLITE_ROW;
    d->ruleset = there ? sqlite3_column_int64(s, 0) : ++d->tables[TABLE_RULESETS].last;
    sqlite3_finalize(s);
    if (there) return 0;
    s = d->tables[TABLE_RULESETS].add;
    sqlite3_bind_int64(s, 1, d->ruleset);
    store_bind(s, 2, str_of(rules->digest));
    store_bind(s, 3, str_of(version));
    return store_step(d->db, s, e) < 0 ? e->code : add_rules(d, rules, e);
}

static int begin_run(database *d, error *e) {
    char now[CLOCK_TEXT];
    sqlite3_stmt *s = store_query(d->db, "INSERT INTO runs VALUES (?, ?, ?, NULL, 0, 0, 0, NULL)", e);
    if (!s) return e->code;
    d->run = ++d->tables[TABLE_RUNS].last;
    sqlite3_bind_int64(s, 1, d->run);
    sqlite3_bind_int64(s, 2, d->ruleset);
    store_bind(s, 3, str_of(utc_now(now)));
    int status = store_step(d->db, s, e);
    sqlite3_finalize(s);
    return status;
}

static int load_stories(database *d, error *e) {
    sqlite3_stmt *s = store_query(d->db, "SELECT story, simhash, simhash_pairs, id FROM articles INDEXED BY articles_story WHERE story > 0 ORDER BY story, id", e);
    if (!s) return e->code;
    int code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        fingerprint print = { (uint64_t)sqlite3_column_int64(s, 1), (uint64_t)sqlite3_column_int64(s, 2) };
        story_add(&d->stories, (story_entry){ print, sqlite3_column_int64(s, 3), sqlite3_column_int64(s, 0) });
    }
    sqlite3_finalize(s);
    return code == SQLITE_DONE ? 0 : store_error(d->db, e);
}

/* Keeps other writers out for the whole run: numbers of rows are counted in memory. */
static int take_lock(database *d, const char *path, long wait, error *e) {
    const struct timespec pause = { 0, 50 * 1000 * 1000 };
    d->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (d->lock < 0) return error_set(e, ERROR_OUTPUT, "%s: %s", path, strerror(errno));
    for (long waited = 0; flock(d->lock, LOCK_EX | LOCK_NB) != 0; waited += 50) {
        if (waited >= wait) return error_set(e, ERROR_BUSY, "%s: another run writes to it; try later", path);
        nanosleep(&pause, NULL);
    }
    return 0;
}

static const char TUNING[] =
    "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;"
    "PRAGMA wal_autocheckpoint = 32000; PRAGMA journal_size_limit = 67108864";

static int open_all(database *d, const char *path, const ruleset *rules, const char *version, long wait, error *e) {
    if (take_lock(d, path, wait, e) < 0 || store_open(&d->db, path, STORE_WRITE, e) < 0) return e->code;
    if (store_run(d->db, TUNING, e) < 0) return e->code;
    for (table_id t = 0; t < TABLE_COUNT; t++)
        if (table_writer_open(&d->tables[t], d->db, t, e) < 0) return e->code;
    if (versions_open(&d->versions, d->db, e) < 0 || collected_open(&d->collected, d->db, e) < 0) return e->code;
    d->replace = store_query(d->db, "UPDATE articles SET replaced_by = ? WHERE id = ?", e);
    d->text = store_query(d->db, "SELECT text FROM articles WHERE id = ?", e);
    if (e->code || begin_batch(d, e) < 0) return e->code;
    if (find_ruleset(d, rules, version, e) < 0 || begin_run(d, e) < 0 || end_batch(d, e) < 0) return e->code;
    if (store_open(&d->reading, path, STORE_READ, e) < 0 || store_run(d->reading, STORE_MODEST, e) < 0) return e->code;
    if (versions_open(&d->known, d->reading, e) < 0 || holder_open(&d->holders, d->db, e) < 0) return e->code;
    return load_stories(d, e);
}

/* SQLite counts what it allocates, under a lock that both connections share, unless told not to before its first use. */
static void without_statistics(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int database_open(database **out, const char *path, const ruleset *rules, const char *version, long wait, error *e) {
    database *d = calloc(1, sizeof *d);
    *out = NULL;
    without_statistics();
    if (!d) return error_set(e, ERROR_LIMIT, "out of memory");
    d->rules = rules;
    d->stories.home = &d->home;
    d->lock = -1;
    int status = open_all(d, path, rules, version, wait, e);
    if (status < 0) database_drop(d);
    else *out = d;
    return status;
}

void database_input_digest(char out[DIGEST_TEXT], const str *parts, size_t n) {
    digest sha;
    digest_begin(&sha);
    for (size_t i = 0; i < n; i++) {
        uint64_t length = parts[i].p ? parts[i].n : UINT64_MAX; /* so that no two lists of parts are one */
        digest_add(&sha, (str){ (const char *)&length, sizeof length });
        digest_add(&sha, parts[i]);
    }
    digest_end(&sha, out);
}

bool database_knows(database *d, const database_origin *from) {
    return versions_have_input(&d->known, from, d->ruleset);
}

static void bind_number_or_null(sqlite3_stmt *s, int at, int64_t n) {
    if (n) sqlite3_bind_int64(s, at, n);
    else sqlite3_bind_null(s, at);
}

/* The name's number in its office, of an official. */
static int64_t official_holder(database *d, const cell *cells, const cell *key, error *e) {
    if (key->type != CELL_TEXT) return 0;
    const holder_naming n = { .key = key->text,
                              .name = cells[schema_column_of(TABLE_OFFICIALS, "name")].text,
                              .title = cells[schema_column_of(TABLE_OFFICIALS, "title")].text,
                              .of = cells[schema_column_of(TABLE_OFFICIALS, "of")].text,
                              .region = cells[schema_column_of(TABLE_OFFICIALS, "region")].text };
    return holder_find(&d->holders, &n, e);
}

/* What stands behind the cells of a row that names a holder. Negative: an error. */
static int64_t take_holder(database *d, table_id t, const cell *cells, str *rows, error *e) {
    cell last = rows_cell(rows);
    if (t == TABLE_OFFICIALS) {
        int64_t holder = official_holder(d, cells, &last, e);
        *vec_add(&d->home, &d->official_holders) = holder;
        return holder;
    }
    if (last.type == CELL_TEXT) return holder_find(&d->holders, &(holder_naming){ .name = last.text }, e);
    size_t i = last.type == CELL_NUMBER ? (size_t)last.number : 0;
    return i > 0 && i <= d->official_holders.n ? d->official_holders.items[i - 1] : 0;
}

/* Writes one row of a table, and what is searched of it. */
static int add_row(database *d, table_id t, int64_t article, str *rows, error *e) {
    table_writer *w = &d->tables[t];
    cell cells[MOST_COLUMNS];
    int64_t holder = 0;
    table_writer_take(w, cells, rows);
    for (size_t i = 0; i < w->columns; i++)
        if (w->supplies[i] == SUPPLY_HOLDER) holder = take_holder(d, t, cells, rows, e);
    if (holder < 0) return e->code;
    for (size_t i = 0; i < w->columns; i++) {
        switch (w->supplies[i]) {
        case SUPPLY_CELL: table_writer_bind(w->add, (int)i + 1, &cells[i]); break;
        case SUPPLY_ID: sqlite3_bind_int64(w->add, (int)i + 1, ++w->last); break;
        case SUPPLY_ARTICLE: sqlite3_bind_int64(w->add, (int)i + 1, article); break;
        default: bind_number_or_null(w->add, (int)i + 1, holder);
        }
    }
    return table_writer_add(w, d->db, cells, e);
}

/* What the store knows of an article's row. */
typedef struct {
    const char *name;
    int64_t number; /* 0: null, unless text is set */
    const char *text;
} stored_value;

static int write_article(database *d, const cell *cells, const stored_value *values, size_t n, error *e) {
    table_writer *w = &d->tables[TABLE_ARTICLES];
    for (size_t i = 0; i < w->columns; i++) table_writer_bind(w->add, (int)i + 1, &cells[i]);
    for (size_t i = 0; i < n; i++) {
        int at = (int)schema_column_of(TABLE_ARTICLES, values[i].name) + 1;
        if (values[i].text) store_bind(w->add, at, str_of(values[i].text));
        else bind_number_or_null(w->add, at, values[i].number);
    }
    return table_writer_add(w, d->db, cells, e);
}

static fingerprint take_fingerprint(str *rows) {
    cell words = rows_cell(rows), pairs = rows_cell(rows);
    return (fingerprint){ (uint64_t)words.number, (uint64_t)pairs.number };
}

/* A text that is compared with those of stories. */
typedef struct {
    database *d;
    str text;
} comparing;

static bool is_same_story(int64_t article, void *payload) {
    comparing *c = payload;
    sqlite3_bind_int64(c->d->text, 1, article);
    bool same = sqlite3_step(c->d->text) == SQLITE_ROW && shared_triples(c->text, store_text(c->d->text, 0)) >= STORY_SHARED;
    sqlite3_reset(c->d->text);
    return same;
}

static int64_t find_story(database *d, fingerprint print, str text) {
    comparing c = { d, text };
    return story_find(&d->stories, print, is_same_story, &c);
}

/* DATABASE_STORED or DATABASE_KNOWN. */
static int add_article(database *d, const database_origin *from, str *rows, error *e) {
    table_writer *w = &d->tables[TABLE_ARTICLES];
    cell cells[MOST_COLUMNS];
    table_writer_take(w, cells, rows);
    fingerprint print = take_fingerprint(rows);
    version_row v = versions_newest(&d->versions, from->identity);
    if (versions_have_text(&d->versions, &v, from, d->ruleset, cells)) return DATABASE_KNOWN;
    int64_t id = ++w->last, story = print.words ? find_story(d, print, cells[w->search].text) : 0;
    if (print.words && !story) story = id;
    const stored_value values[] = {
        { "id", id, NULL },            { "identity", 0, from->identity }, { "input", 0, from->input }, { "archive", 0, from->archive },
        { "version", v.version + 1, NULL }, { "story", story, NULL },     { "simhash", (int64_t)print.words, NULL },
        { "simhash_pairs", (int64_t)print.pairs, NULL },
        { "run", d->run, NULL },       { "ruleset", d->ruleset, NULL },
    };
    if (write_article(d, cells, values, sizeof values / sizeof *values, e) < 0) return e->code;
    if (story) story_add(&d->stories, (story_entry){ print, id, story });
    if (!v.id) return DATABASE_STORED;
    sqlite3_bind_int64(d->replace, 1, id);
    sqlite3_bind_int64(d->replace, 2, v.id);
    return store_step(d->db, d->replace, e);
}

int database_add(database *d, const database_origin *from, str rows, error *e) {
    if (begin_batch(d, e) < 0) return e->code;
    d->official_holders.n = 0;
    rows_next(&rows); /* the article's own row is the first */
    int status = add_article(d, from, &rows, e);
    if (status != DATABASE_STORED) return status;
    for (table_id t; (t = rows_next(&rows)) != TABLE_COUNT;)
        if (add_row(d, t, d->tables[TABLE_ARTICLES].last, &rows, e) < 0) return e->code;
    return end_full_batch(d, e);
}

static int end_run(database *d, const run_counts *c, error *e) {
    char now[CLOCK_TEXT];
    sqlite3_stmt *s = store_query(d->db, "UPDATE runs SET ended = ?, articles = ?, known = ?, failed = ?, status = ? WHERE id = ?", e);
    if (!s) return e->code;
    store_bind(s, 1, str_of(utc_now(now)));
    sqlite3_bind_int64(s, 2, (int64_t)c->articles);
    sqlite3_bind_int64(s, 3, (int64_t)c->known);
    sqlite3_bind_int64(s, 4, (int64_t)c->failed);
    sqlite3_bind_int(s, 5, c->status);
    sqlite3_bind_int64(s, 6, d->run);
    int status = store_step(d->db, s, e);
    sqlite3_finalize(s);
    return status;
}

int database_collect(database *d, const collected_change *change, bool with_article, error *e) {
    if (begin_batch(d, e) < 0 || collected_write(&d->collected, change, e) < 0) return e->code;
    return with_article ? 0 : end_full_batch(d, e);
}

int database_harvest(database *d, const collected_harvest *harvest, error *e) {
    return begin_batch(d, e) < 0 ? e->code : collected_write_harvest(&d->collected, d->run, harvest, e);
}

int database_overrule(database *d, const char *path, error *e) {
    arena words = { 0 };
    lexicon l = lexicon_make(d->rules, &words);
    int status = begin_batch(d, e);
    if (status == 0) status = overrules_replace(d->db, &l, path, e);
    d->overruled = status == 0;
    arena_free(&words);
    return status;
}

/* Whether something was stored since names were linked last: by this run, or by one that was cut off. */
static bool unlinked(database *d, error *e) {
    return store_number(d->db, "SELECT NOT EXISTS (SELECT 1 FROM runs WHERE ended IS NOT NULL AND id >= (SELECT run FROM articles ORDER BY id DESC LIMIT 1))",
                     0, e) != 0;
}

int database_close(database *d, const run_counts *counts, error *e) {
    int status = begin_batch(d, e);
    if (status == 0 && (d->overruled || unlinked(d, e))) status = persons_link(d->db, d->rules, e);
    if (status == 0) status = e->code;
    if (status == 0) status = end_run(d, counts, e);
    if (status == 0) status = end_batch(d, e);
    database_drop(d);
    return status;
}

void database_drop(database *d) {
    for (table_id t = 0; t < TABLE_COUNT; t++) table_writer_close(&d->tables[t]);
    versions_close(&d->versions);
    versions_close(&d->known);
    collected_close(&d->collected);
    sqlite3_finalize(d->replace);
    sqlite3_finalize(d->text);
    holder_close(&d->holders);
    sqlite3_close(d->reading);
    sqlite3_close(d->db);
    if (d->lock >= 0) close(d->lock);
    arena_free(&d->home);
    free(d);
}
