/* SPDX-License-Identifier: MIT */
/* extractor/fetch/sitemap, finding: sitemaps in XML and in lines, gzip, and telling what a file is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/buf.h"
#include "base/limits.h"
#include "fetch/finding.h"
#include "fetch/sitemap.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define BASE "https://warta.example/sitemap.xml"
#define URLSET(urls) "<?xml version=\"1.0\" encoding=\"UTF-8\"?><urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">" urls "</urlset>"

enum { WIB = 420 };

static arena home;

static int tear_down(void **state) {
    (void)state;
    arena_free(&home);
    return 0;
}

static void assert_same(str got, const char *want, const char *what) {
    bool same = want ? got.p != NULL && str_eq(got, str_of(want)) : got.p == NULL;
    if (!same) fail_msg("\"%.*s\", not \"%s\": %s", STR_ARG(got), want ? want : "(nothing)", what);
}

static int read_bytes(found_list *out, str bytes, error *e) {
    *out = (found_list){ 0 };
    return sitemap_read(out, &home, bytes, STR(""), STR(BASE), WIB, e);
}

static void entries_are_read(void **state) {
    static const struct { const char *text, *url, *published, *title; bool more; } CASES[] = {
        { URLSET("<url><loc>https://warta.example/a</loc><lastmod>2024-10-15T09:30:00+07:00</lastmod></url>"),
          "https://warta.example/a", "2024-10-15T09:30:00+07:00", NULL, false },
        { URLSET("<url><loc>\n https://warta.example/a?x=1&amp;y=2\n</loc><lastmod>2024-10-15</lastmod></url>"),
          "https://warta.example/a?x=1&y=2", "2024-10-15", NULL, false },
        { URLSET("<url><loc>https://warta.example/a?x=1&y=2</loc><lastmod>2024-10-15 09:30</lastmod></url>"),
          "https://warta.example/a?x=1&y=2", "2024-10-15T09:30+07:00", NULL, false },
        { URLSET("<url><loc><![CDATA[/a]]></loc><lastmod>segera</lastmod></url>"), "https://warta.example/a", NULL, NULL, false },
        { "<urlset xmlns=\"salah\"><url><loc>/a</loc></url>", "https://warta.example/a", NULL, NULL, false },
        { "<urlset><url><image:image><image:loc>/b.jpg</image:loc></image:image><loc>/a</loc></url></urlset>", "https://warta.example/a", NULL, NULL, false },
        { "<urlset xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>/a</loc><n:news><n:publication><n:name>Warta</n:name>"
          "</n:publication><n:publication_date>2024-10-15T09:30:00+07:00</n:publication_date><n:title>Rapat &amp;amp; desa</n:title></n:news>"
          "<lastmod>2024-10-16</lastmod></url></urlset>", "https://warta.example/a", "2024-10-15T09:30:00+07:00", "Rapat & desa", false },
        { "<urlset><url><loc>/a</loc><news:news><news:title>Rapat</news:title></news:news><lastmod>2024-10-16</lastmod></url></urlset>",
          "https://warta.example/a", "2024-10-16", "Rapat", false },
        { "<sitemapindex><sitemap><loc>/s1.xml.gz</loc><lastmod>2024-10-15</lastmod></sitemap></sitemapindex>",
          "https://warta.example/s1.xml.gz", "2024-10-15", NULL, true },
        { "https://warta.example/a\n", "https://warta.example/a", NULL, NULL, false },
        { "\xef\xbb\xbfhttps://warta.example/a\r\n# lain\r\n", "https://warta.example/a", NULL, NULL, false },
        { "<rss><channel><item><link>/a</link><title>Rapat</title></item></channel></rss>", "https://warta.example/a", NULL, "Rapat", false },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        found_list got;
        error e = { 0 };
        if (read_bytes(&got, str_of(CASES[i].text), &e) || got.n != 1) fail_msg("%zu found, %s: %s", got.n, e.text, CASES[i].text);
        assert_same(got.items[0].url, CASES[i].url, CASES[i].text);
        assert_same(got.items[0].published, CASES[i].published, CASES[i].text);
        assert_same(got.items[0].title, CASES[i].title, CASES[i].text);
        assert_int_equal(got.items[0].more, CASES[i].more);
    }
}

static void what_leads_nowhere_is_left_out(void **state) {
    (void)state;
    found_list got;
    assert_int_equal(read_bytes(&got, STR(URLSET("<url><loc>mailto:a@warta.example</loc></url><url/><url><loc/></url>")), NULL), 0);
    assert_int_equal(got.n, 0);
    assert_int_equal(read_bytes(&got, STR(URLSET("")), NULL), 0);
}

static void what_is_no_sitemap_is_told(void **state) {
    static const struct { const char *text, *message; } CASES[] = {
        { "<!DOCTYPE html><title>404</title>", BASE ": no sitemap, but <title>" },
        { "<Error><Code>AccessDenied</Code></Error>", BASE ": no sitemap, but <error>" },
        { "tidak ada", BASE ": no sitemap" },
        { "", BASE ": no sitemap" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        found_list got;
        error e = { 0 };
        assert_int_equal(read_bytes(&got, str_of(CASES[i].text), &e), ERROR_INPUT);
        assert_string_equal(e.text, CASES[i].message);
        assert_false(sitemap_is_one(str_of(CASES[i].text)));
    }
    assert_true(sitemap_is_one(STR(URLSET(""))));
    assert_true(sitemap_is_one(STR("\n<!-- a --><sm:sitemapindex xmlns:sm=\"x\">")));
}

/* The bytes as gzip, in the arena. */
static str packed(str bytes) {
    z_stream z = { 0 };
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
    size_t room = deflateBound(&z, bytes.n);
    char *to = arena_raw(&home, room);
    z.next_in = (Bytef *)(uintptr_t)bytes.p, z.avail_in = (uInt)bytes.n, z.next_out = (Bytef *)to, z.avail_out = (uInt)room;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    deflateEnd(&z);
    return (str){ to, room - z.avail_out };
}

static void gzip_is_undone(void **state) {
    static const char TEXT[] = URLSET("<url><loc>/a</loc></url><url><loc>/b</loc></url>");
    (void)state;
    found_list got;
    str gzip = packed(str_of(TEXT));
    assert_int_equal(read_bytes(&got, gzip, NULL), 0);
    assert_int_equal(got.n, 2);
    for (size_t n = 0; n < gzip.n; n++) {
        error e = { 0 };
        assert_int_equal(read_bytes(&got, arena_copy(&home, str_cut(gzip, 0, n)), &e), ERROR_INPUT);
        assert_true(got.n <= 2);
    }
    assert_int_equal(read_bytes(&got, str_cut(gzip, 0, gzip.n - 4), NULL), ERROR_INPUT);
    assert_int_equal(got.n, 2);
}

static void bombs_are_refused(void **state) {
    (void)state;
    size_t n = LIMIT_INFLATED + 1;
    char *zeros = calloc(1, n);
    assert_non_null(zeros);
    error e = { 0 };
    found_list got;
    assert_int_equal(read_bytes(&got, packed((str){ zeros, n }), &e), ERROR_LIMIT);
    assert_string_equal(e.text, BASE ": longer than 50 MB when inflated");
    assert_int_equal(got.n, 0);
    free(zeros);
}

static void no_more_than_the_limit(void **state) {
    (void)state;
    buf b = buf_make(LIMIT_INFLATED);
    buf_add(&b, STR("<urlset>"));
    for (size_t i = 0; i < LIMIT_FOUND + 10; i++) buf_format(&b, "<url><loc>/%zu</loc></url>", i);
    found_list got;
    assert_int_equal(read_bytes(&got, buf_str(&b), NULL), 0);
    assert_int_equal(got.n, LIMIT_FOUND);
    buf_free(&b);
}

static void kinds_are_told(void **state) {
    static const struct { const char *text; finding_kind kind; size_t n; } CASES[] = {
        { "<rss><item><title>a</title></item></rss>", FINDING_FEED, 1 },
        { "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{}]}", FINDING_FEED, 1 },
        { "{\"items\": []}", FINDING_FEED, 0 },
        { URLSET("<url><loc>/a</loc></url>"), FINDING_SITEMAP, 1 },
        { "https://warta.example/a\nhttps://warta.example/b", FINDING_SITEMAP, 2 },
        { "<!doctype html><link rel=alternate type=application/rss+xml href=/feed><a href=/a>a</a>", FINDING_PAGE, 2 },
        { "<div><a href=/a>a</a></div>", FINDING_PAGE, 1 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        finding_kind kind;
        found_list got = { 0 };
        error e = { 0 };
        if (finding_read(&kind, &got, &home, str_of(CASES[i].text), STR(""), STR(BASE), WIB, &e)) fail_msg("%s: %s", CASES[i].text, e.text);
        assert_int_equal(kind, CASES[i].kind);
        assert_int_equal(got.n, CASES[i].n);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entries_are_read),
        cmocka_unit_test(what_leads_nowhere_is_left_out),
        cmocka_unit_test(what_is_no_sitemap_is_told),
        cmocka_unit_test(gzip_is_undone),
        cmocka_unit_test(bombs_are_refused),
        cmocka_unit_test(no_more_than_the_limit),
        cmocka_unit_test(kinds_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
