/* SPDX-License-Identifier: MIT */
/* extractor/fetch/weblink and links: addresses in one spelling, the links and feeds of a page, what looks like an article. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/limits.h"
#include "fetch/host.h"
#include "fetch/links.h"
#include "fetch/weblink.h"
#include "shipped.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define BASE "https://warta.example/daerah/kota/berita.html?hal=2"

static void assert_same(str got, const char *want, const char *what) {
    bool same = want ? got.p != NULL && str_eq(got, str_of(want)) : got.p == NULL;
    if (!same) fail_msg("\"%.*s\", not \"%s\": %s", STR_ARG(got), want ? want : "(nothing)", what);
}

static void links_are_resolved(void **state) {
    static const struct { const char *base, *link, *whole; } CASES[] = {
        { "", "https://warta.example/a", "https://warta.example/a" },
        { "", "HTTPS://Warta.EXAMPLE/A", "https://warta.example/A" },
        { "", " http://warta.example\n", "http://warta.example/" },
        { "", "http://warta.example:80/a", "http://warta.example/a" },
        { "", "https://warta.example:443/a", "https://warta.example/a" },
        { "", "https://warta.example:8443/a", "https://warta.example:8443/a" },
        { "", "https://warta.example/a/../b/./c#bagian", "https://warta.example/b/c" },
        { "", "https://warta.example/a?x=1&utm_source=rss&y=2&fbclid=abc", "https://warta.example/a?x=1&y=2" },
        { "", "https://warta.example/a?utm_source=rss", "https://warta.example/a" },
        { "", "https://warta.example/a?utmost=1", "https://warta.example/a?utmost=1" },
        { "", "https://warta.example/pasar pagi", "https://warta.example/pasar%20pagi" },
        { "", "https://warta.example/pasar%20pagi%2f", "https://warta.example/pasar%20pagi%2f" },
        { "", "https://warta.example/caf\xc3\xa9?q={x}", "https://warta.example/caf%C3%A9?q=%7Bx%7D" },
        { "", "https://warta.example/a\r\n  b", "https://warta.example/a%20%20b" },
        { "", "https://warta.example\\a\\b", "https://warta.example/a/b" },
        { BASE, "lain.html", "https://warta.example/daerah/kota/lain.html" },
        { BASE, "../lain.html", "https://warta.example/daerah/lain.html" },
        { BASE, "/lain", "https://warta.example/lain" },
        { BASE, "?hal=3", "https://warta.example/daerah/kota/berita.html?hal=3" },
        { BASE, "#atas", BASE },
        { BASE, "//foto.example/1.jpg", "https://foto.example/1.jpg" },
        { BASE, "http://lain.example", "http://lain.example/" },
        { BASE, "", NULL },
        { BASE, "javascript:void(0)", NULL },
        { BASE, "mailto:redaksi@warta.example", NULL },
        { BASE, "ftp://warta.example/a", NULL },
        { BASE, "https://orang:sandi@warta.example/a", NULL },
        { BASE, "https://", NULL },
        { "", "lain.html", NULL },
        { "", "https://127.0.0.1:8080/a", "https://127.0.0.1:8080/a" },
        { "", "http://[::1]:80/a", "http://[::1]/a" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        str got = weblink_resolve(&home, str_of(CASES[i].base), str_of(CASES[i].link));
        assert_same(got, CASES[i].whole, CASES[i].link);
        if (got.p) assert_int_equal(got.p[got.n], 0);
    }
    assert_same(weblink_resolve(&home, STR(""), (str){ "https://a.example/\0b", 20 }), NULL, "a NUL");
}

static void addresses_have_parts(void **state) {
    (void)state;
    str url = STR("https://warta.example:8443/a/b?c=d");
    assert_same(weblink_origin(url), "https://warta.example:8443", "origin");
    assert_same(weblink_authority(url), "warta.example:8443", "authority");
    assert_same(weblink_target(url), "/a/b?c=d", "target");
    assert_same(weblink_target(STR("https://warta.example")), "/", "no path");
    assert_same(weblink_authority(STR("http://[::1]:80/")), "[::1]:80", "of IPv6");
}

static found_list links_of(const char *html) {
    found_list out = { 0 };
    error e = { 0 };
    if (links_read(&out, &home, str_of(html), STR(""), STR(BASE), &e)) fail_msg("%s: %s", html, e.text);
    return out;
}

static void links_of_a_page_are_read(void **state) {
    static const struct { const char *html, *url, *title; } CASES[] = {
        { "<a href=/a>Rapat desa</a>", "https://warta.example/a", "Rapat desa" },
        { "<a href='/a'><h2>Rapat</h2><span>desa</span></a>", "https://warta.example/a", "Rapat desa" },
        { "<a href='/a'>Ra<b>pat</b>\n  desa</a>", "https://warta.example/a", "Rapat desa" },
        { "<a href='/a'><img src=x></a><a href='/a#atas'>Rapat</a><a href='/a'>A</a>", "https://warta.example/a", "Rapat" },
        { "<a href='/a'><img src=x></a>", "https://warta.example/a", NULL },
        { "<a href='/a'>Rapat &amp; desa", "https://warta.example/a", "Rapat & desa" },
        { "<a href='/a'>Rapat<script>x()</script></a>", "https://warta.example/a", "Rapat" },
        { "<A HREF='/a?x=1&amp;y=2&utm_source=beranda'>Rapat</A>", "https://warta.example/a?x=1&y=2", "Rapat" },
        { "<base href='https://lain.example/b/'><base href='/c/'><a href='a'>Rapat</a>", "https://lain.example/b/a", "Rapat" },
        { "<a name=x>tidak</a><a href='javascript:x()'>tidak</a><a href=''>tidak</a><a href=a>Rapat</a>",
          "https://warta.example/daerah/kota/a", "Rapat" },
        { "<meta charset=windows-1252><a href='/caf\xe9'>Caf\xe9</a>", "https://warta.example/caf%C3%A9", "Café" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        found_list got = links_of(CASES[i].html);
        if (got.n != 1) fail_msg("%zu links: %s", got.n, CASES[i].html);
        assert_same(got.items[0].url, CASES[i].url, CASES[i].html);
        assert_same(got.items[0].title, CASES[i].title, CASES[i].html);
    }
    found_list two = links_of("<a href=/a>A<a href=/b>B</a>");
    assert_int_equal(two.n, 2);
    assert_same(two.items[0].title, "A", "a link within a link ends it");
    assert_int_equal(links_of("").n, 0);
}

static void feeds_of_a_page_are_found(void **state) {
    static const struct { const char *html, *url; } CASES[] = {
        { "<link rel=alternate type=application/rss+xml title=Warta href=/feed/>", "https://warta.example/feed/" },
        { "<LINK REL='ALTERNATE home' TYPE='application/atom+xml; charset=utf-8' HREF='?feed=atom'>",
          "https://warta.example/daerah/kota/berita.html?feed=atom" },
        { "<link rel=alternate type=application/feed+json href=feed.json>", "https://warta.example/daerah/kota/feed.json" },
        { "<link rel=feed href=/f>", "https://warta.example/f" },
        { "<link rel=alternate type=application/json href=/wp-json/1>", NULL },
        { "<link rel=alternate hreflang=en href=/en>", NULL },
        { "<link rel=stylesheet type=application/rss+xml href=/x>", NULL },
        { "<link rel=alternate type=application/rss+xml>", NULL },
        { "<a rel=alternate type=application/rss+xml href=/feed>RSS</a>", NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        found_list got = { 0 };
        assert_int_equal(links_feeds(&got, &home, str_of(CASES[i].html), STR(""), STR(BASE), NULL), 0);
        if (got.n != (CASES[i].url != NULL)) fail_msg("%zu feeds: %s", got.n, CASES[i].html);
        if (got.n) assert_same(got.items[0].url, CASES[i].url, CASES[i].html);
    }
}

static void articles_are_told_from_sections(void **state) {
    static const struct { const char *path; bool article; } CASES[] = {
        { "/daerah/2024/10/15/rapat-desa", true },
        { "/2024/10/rapat.html", true },
        { "/berita/2024-10-15/rapat", true },
        { "/20241015/rapat", true },
        { "/read/123456/rapat", true },
        { "/d-7654321", true },
        { "/warga-perbaiki-jembatan-gantung", true },
        { "/kota/warga_perbaiki_jembatan_gantung.html", true },
        { "/kota/Warga.Perbaiki.Jembatan.Gantung", true },
        { "/?p=1234", true },
        { "/detail.php?news_id=77", true },
        { "/", false },
        { "", false },
        { "/daerah/", false },
        { "/daerah/jawa-timur", false },
        { "/2024/10/15/", false },
        { "/2024/10", false },
        { "/indeks/2024/10/15", false },
        { "/tag/warga-perbaiki-jembatan-gantung", false },
        { "/penulis/123456/budi", false },
        { "/category/berita-kota-dan-desa/", false },
        { "/daerah/page/12345", true },
        { "/daerah/page/12", false },
        { "/pedoman-pemberitaan-media-siber", false },
        { "/tentang-kami-dan-susunan-redaksi", false },
        { "/foto/2024/10/15/warga-perbaiki-jembatan.jpg", false },
        { "/feed/", false },
        { "/daerah?page=2", false },
        { "/daerah?id=", false },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        str parts[] = { STR("https://warta.example"), str_of(CASES[i].path) };
        if (links_may_be_article(arena_join(&home, parts, 2), ruleset_list(&rules, "linkwords")) != CASES[i].article) fail_msg("%s", CASES[i].path);
    }
}

static void any_page_is_survived(void **state) {
    static const char TEXT[] = "<!doctype html><base href='/b/'><link rel=alternate type=application/rss+xml href=/f><div><a href='/caf\xc3\xa9'>x&amp;y</a>";
    (void)state;
    for (size_t n = 0; n < sizeof TEXT; n++) {
        char *copy = malloc(n + 1);
        assert_non_null(copy);
        memcpy(copy, TEXT, n);
        found_list out = { 0 };
        links_read(&out, &home, (str){ copy, n }, STR(""), STR(BASE), NULL);
        links_feeds(&out, &home, (str){ copy, n }, STR(""), STR(BASE), NULL);
        free(copy);
    }
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void hostile_pages_are_quick(void **state) {
    static const char *const AGAIN[] = { "<a href=x>y", "<div><a href=", "<a href='", "<base href=x>", "<link rel=alternate type=text/xml href=x>", "<a href=/a/../>y</a>",
                                         "<b><p></b>", "<a href=\"http://[\">", "\xff" };
    (void)state;
    for (size_t i = 0; i < COUNT(AGAIN); i++) {
        arena own = { 0 };
        found_list out = { 0 };
        buf b = buf_make(LIMIT_RESPONSE);
        while (b.n < LIMIT_RESPONSE / 4) buf_add(&b, str_of(AGAIN[i]));
        double before = seconds();
        assert_int_equal(links_read(&out, &own, buf_str(&b), STR(""), STR(BASE), NULL), 0);
        assert_int_equal(links_feeds(&out, &own, buf_str(&b), STR(""), STR(BASE), NULL), 0);
        if (seconds() - before > 20) fail_msg("%.1f seconds: %s", seconds() - before, AGAIN[i]);
        buf_free(&b);
        arena_free(&own);
    }
}

static void hosts_are_under_sites(void **state) {
    static const struct { const char *host, *site; } CASES[] = {
        { "warta.example", "warta.example" },     { "rss.warta.example", "warta.example" }, { "www.era.id", "era.id" },
        { "news.warta.co.id", "warta.co.id" },    { "warta.co.id", "warta.co.id" },         { "a.kota.go.id", "kota.go.id" },
        { "a.sukamaju.desa.id", "sukamaju.desa.id" }, { "co.warta.com", "warta.com" },      { "127.0.0.1", "127.0.0.1" },
        { "localhost", "localhost" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        assert_same(host_site(str_of(CASES[i].host), ruleset_list(&rules, "linkwords")), CASES[i].site, CASES[i].host);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hosts_are_under_sites),
        cmocka_unit_test(links_are_resolved),
        cmocka_unit_test(addresses_have_parts),
        cmocka_unit_test(links_of_a_page_are_read),
        cmocka_unit_test(feeds_of_a_page_are_found),
        cmocka_unit_test(articles_are_told_from_sections),
        cmocka_unit_test(any_page_is_survived),
        cmocka_unit_test(hostile_pages_are_quick),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
