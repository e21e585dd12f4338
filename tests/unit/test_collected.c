/* SPDX-License-Identifier: MIT */
/* extractor/store: what is collected; stores of an older version. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/collected.h"
#include "store/schema.h"

static char folder[] = "/tmp/petik-collected-XXXXXX";
static char path[64];

static int set_up(void **state) {
    (void)state;
    if (!mkdtemp(folder)) return -1;
    snprintf(path, sizeof path, "%s/a.db", folder);
    return 0;
}

static void remove_store(void) {
    static const char *const ENDINGS[] = { "", "-wal", "-shm" };
    char name[80];
    for (int i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "%s%s", path, ENDINGS[i]);
        unlink(name);
    }
}

static int tear_down(void **state) {
    (void)state;
    remove_store();
    return rmdir(folder);
}

static sqlite3 *open_store(void) {
    sqlite3 *db;
    error e = { 0 };
    if (store_open(&db, path, STORE_WRITE, &e) < 0) fail_msg("%s", e.text);
    return db;
}

/* Everything that a store is made of, in one text. */
static str schema_text(arena *a) {
    sqlite3 *db = open_store();
    error e = { 0 };
    sqlite3_stmt *s = store_query(db, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master ORDER BY type, name", &e);
    str all = STR("");
    while (sqlite3_step(s) == SQLITE_ROW) all = arena_format(a, "%.*s%s\n", STR_ARG(all), (const char *)sqlite3_column_text(s, 0));
    sqlite3_finalize(s);
    assert_int_equal(store_number(db, "PRAGMA user_version", 0, &e), SCHEMA_VERSION);
    sqlite3_close(db);
    return all;
}

/* A store as version 1 made it: without what version 2 added. */
static void make_version_1(void) {
    error e = { 0 };
    sqlite3 *db = open_store();
    assert_int_equal(store_run(db, "DROP TABLE addresses; DROP TABLE hosts; DROP TABLE harvests; PRAGMA user_version = 1;"
                               "INSERT INTO rulesets VALUES (1, 'sha256:0', '0.1.0')", &e), 0);
    sqlite3_close(db);
}

static void older_stores_become_new_ones(void **state) {
    (void)state;
    arena a = { 0 };
    error e = { 0 };
    str want = schema_text(&a);
    make_version_1();
    sqlite3 *db = NULL;
    assert_int_equal(store_open(&db, path, STORE_READ, &e), ERROR_OUTPUT);
    assert_non_null(strstr(e.text, "made by an older petik"));
    assert_string_equal(schema_text(&a).p, want.p);
    db = open_store();
    e = (error){ 0 };
    assert_int_equal(store_number(db, "SELECT count(*) FROM rulesets", 0, &e), 1);
    sqlite3_close(db);
    remove_store();
    arena_free(&a);
}

static const collected_address PAGE = { .url = { "https://a.id/1", 14 }, .source = { "a", 1 }, .kind = COLLECTED_PAGE, .via = { "https://a.id/feed", 17 },
                                        .title = { "Judul", 5 }, .published = { "2026-11-27T08:00+07:00", 22 }, .found = { "2026-11-27T02:00:00Z", 20 },
                                        .due = { "2026-11-27T02:00:00Z", 20 } };

static void write_changes(const collected_change *c, const collected_harvest *h) {
    sqlite3 *db = open_store();
    collected_writer w = { 0 };
    error e = { 0 };
    store_run(db, "INSERT OR IGNORE INTO rulesets VALUES (1, 'sha256:0', '0.1.0');"
              "INSERT OR IGNORE INTO runs VALUES (1, 1, '2026-11-27T02:00:00Z', NULL, 0, 0, 0, NULL)", &e);
    assert_int_equal(collected_open(&w, db, &e), 0);
    assert_int_equal(collected_write(&w, c, &e), 0);
    if (h) assert_int_equal(collected_write_harvest(&w, 1, h, &e), 0);
    collected_close(&w);
    sqlite3_close(db);
}

static void rows_are_kept(void **state) {
    (void)state;
    arena a = { 0 };
    error e = { 0 };
    collected *c = NULL;
    collected_address row = PAGE;
    collected_host server = { .origin = STR("https://a.id"), .robots = STR("User-agent: *\n"), .robots_status = 200, .robots_fetched = PAGE.found, .failures = 2 };
    const collected_harvest taken = { .source = STR("a"), .listings = 1, .found = 2, .fetched = 3, .articles = 4, .unchanged = 5, .gone = 6,
                                      .forbidden = 7, .failed = 8, .left = 9 };
    collected_change change = { .found = { &row, 1, 1 }, .hosts = { &server, 1, 1 } };
    assert_int_equal(collected_reader_open(&c, path, &e), 0);
    assert_null(c); /* no store: nothing is known */
    assert_false(collected_find(&row, &a, NULL, PAGE.url));
    write_changes(&change, &taken);
    assert_int_equal(collected_reader_open(&c, path, &e), 0);
    collected_list due = collected_due(&a, c, STR("a"), STR("2026-11-27T02:00:00Z"), 10);
    assert_int_equal(due.n, 1);
    assert_string_equal(due.items[0].title.p, "Judul");
    assert_int_equal(collected_due(&a, c, STR("a"), STR("2026-11-27T01:59:59Z"), 10).n, 0);

    /* What was found before is not written over by what is found again, but by what was fetched. */
    row.fetched = row.captured = STR("2026-11-27T03:00:00Z");
    row.due = STR_NONE;
    row.status = 200;
    row.etag = STR("\"x\"");
    row.digest = STR("sha256:A");
    row.failures = 3;
    write_changes(&change, NULL);
    assert_true(collected_find(&row, &a, c, PAGE.url));
    assert_int_equal(row.status, 0);
    row.fetched = row.captured = STR("2026-11-27T03:00:00Z");
    row.due = STR_NONE;
    row.status = 200;
    row.etag = STR("\"x\"");
    row.failures = 3;
    change = (collected_change){ .fetched = { &row, 1, 1 } };
    write_changes(&change, NULL);
    collected_address again;
    assert_true(collected_find(&again, &a, c, PAGE.url));
    assert_int_equal(again.status, 200);
    assert_int_equal(again.failures, 3);
    assert_int_equal(again.kind, COLLECTED_PAGE);
    assert_string_equal(again.etag.p, "\"x\"");
    assert_string_equal(again.captured.p, "2026-11-27T03:00:00Z");
    assert_null(again.modified.p);
    assert_int_equal(collected_due(&a, c, STR("a"), STR("2099-01-01T00:00:00Z"), 10).n, 0);

    collected_host found;
    assert_true(collected_find_host(&found, &a, c, server.origin));
    assert_string_equal(found.robots.p, "User-agent: *\n");
    assert_int_equal(found.failures, 2);
    assert_null(found.until.p);
    collected_harvest last;
    assert_true(collected_last_harvest(&last, &a, c, STR("a")));
    assert_int_equal(last.listings, 1);
    assert_int_equal(last.left, 9);
    assert_false(collected_last_harvest(&last, &a, c, STR("b")));
    collected_reader_close(c);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(older_stores_become_new_ones),
        cmocka_unit_test(rows_are_kept),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
