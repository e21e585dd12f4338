/* extractor/fetch/weblink and links: addresses in one spelling, the links and feeds of a page, what looks like an article. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fetch/links.h"
#include "fetch/weblink.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define BASE "https://warta.example/daerah/kota/berita.html?hal=2"

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_resolved),
        cmocka_unit_test(addresses_have_parts),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
