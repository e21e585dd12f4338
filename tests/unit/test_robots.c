/* SPDX-License-Identifier: MIT */
/* extractor/fetch/robots, wildcard: what robots.txt allows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "fetch/robots.h"
#include "fetch/wildcard.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define SITE "https://kabar.example.id"

static arena home;

static robots of(const char *text) { return robots_read(&home, str_of(text), STR("petik")); }

typedef struct {
    const char *text, *path;
    bool allowed;
} decision;

static void check(const decision *d, size_t n) {
    for (size_t i = 0; i < n; i++) {
        robots r = of(d[i].text);
        str parts[] = { STR(SITE), str_of(d[i].path) };
        if (robots_allows(&r, arena_join(&home, parts, 2)) != d[i].allowed)
            fail_msg("%s %s, by\n%s", d[i].path, d[i].allowed ? "is not allowed" : "is allowed", d[i].text);
    }
    arena_reset(&home);
}

static void patterns_match(void **state) {
    static const struct {
        const char *pattern, *path;
        bool matches;
    } CASES[] = {
        { "", "/", true }, { "/", "/a", true }, { "/a", "/", false }, { "$", "/", false }, { "$", "", true },
        { "*", "", true }, { "*$", "/a/b", true }, { "/a$", "/a", true }, { "/a$", "/ab", false }, { "/a$b", "/a$bc", true },
        { "/a*c", "/abc", true }, { "/a*c", "/ab", false }, { "/a*c$", "/abcbc", true }, { "/a*c$", "/abcb", false },
        { "/a*a$", "/a", false }, { "/a*a$", "/aa", true }, { "/*.php$", "/x.php?.php", true }, { "/a**b", "/axb", true },
        { "*/a", "/b/a", true }, { "/*/*/x", "/a/x", false }, { "/*/*/x", "/a/b/x", true }, { "/a*$", "/a", true },
        { "/ab*bc", "/abc", false }, { "/ab*bc", "/abbc", true }, { "*a*b*c$", "/cabcc", true },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        if (wildcard_matches(str_of(CASES[i].pattern), str_of(CASES[i].path)) != CASES[i].matches)
            fail_msg("%s and %s", CASES[i].pattern, CASES[i].path);
}

static void hostile_patterns_take_no_time(void **state) {
    (void)state;
    enum { N = 200000 };
    char *pattern = malloc(N), *path = malloc(N);
    for (size_t i = 0; i < N; i++) pattern[i] = i % 2 ? 'a' : '*', path[i] = 'a';
    assert_true(wildcard_matches((str){ pattern, N }, (str){ path, N }));
    pattern[N - 1] = 'b';
    assert_false(wildcard_matches((str){ pattern, N }, (str){ path, N }));
    free(pattern);
    free(path);
}

static void groups_are_found(void **state) {
    static const decision CASES[] = {
        { "", "/", true },
        { "Disallow: /", "/a", true }, /* nobody's */
        { "User-agent: *\nDisallow: /a", "/a", false },
        { "User-agent: *\nDisallow: /\n\nUser-agent: petik\nDisallow: /b", "/a", true },
        { "User-agent: petik\nDisallow: /b\n\nUser-agent: *\nDisallow: /", "/a", true },
        { "User-agent: petik\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", true },
        { "User-agent: petik\n\nUser-agent: *\nDisallow: /", "/a", false }, /* one group of both */
        { "User-agent: Petik/2.0 (news)\nDisallow: /", "/a", false },
        { "User-agent: petikbot\nDisallow: /", "/a", true },
        { "User-agent: * and all\nDisallow: /", "/a", false },
        { "User-agent: petik\nAllow: /a\n\nUser-agent: lain\nAllow: /\n\nUser-agent: petik\nDisallow: /", "/b", false },
        { "User-agent: petik\nAllow: /a\n\nUser-agent: lain\nAllow: /\n\nUser-agent: petik\nDisallow: /", "/a", true },
        { "User-agent: lain\nSitemap: " SITE "/s.xml\nNote: x\nUser-agent: petik\nDisallow: /", "/a", false },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void slips_are_understood(void **state) {
    static const decision CASES[] = {
        { "\xEF\xBB\xBFUser-agent: *\nDisallow: /", "/a", false },
        { "\xEFUser-agent: *\nDisallow: /", "/a", false },
        { "User-agent: *\rDisallow: /", "/a", false },
        { "User-agent: *\r\n\r\nDisallow: /\r\n", "/a", false },
        { "  USERAGENT :*  \n\tdisalow\t: /a # all of it", "/a", false },
        { "user agent: *\nDissallow: /", "/a", false },
        { "user-agent *\ndisallow /", "/a", false },
        { "user-agent * \ndisallow / a", "/a", true }, /* three words are no line */
        { "user-agent: *\nDisallow: /a#b", "/a", false },
        { ": *\nuser-agent: *\n:\n/\n\ndisallow: /", "/a", false },
    };
    (void)state;
    check(CASES, COUNT(CASES));
    robots r = robots_read(&home, STR("user-agent: *\0x\ndisallow: /a\0b\n"), STR("petik"));
    assert_false(robots_allows(&r, STR(SITE "/ac")));
}

static void the_longest_rule_decides(void **state) {
    static const decision CASES[] = {
        { "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true },
        { "User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/c", false },
        { "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true },
        { "User-agent: *\nAllow: /a\nDisallow: /a", "/a", true },
        { "User-agent: *\nDisallow: /\nAllow: /berita/index.html", "/berita/", true },
        { "User-agent: *\nDisallow: /\nAllow: /berita/index.html", "/berita/a", false },
        { "User-agent: *\nDisallow: /", "/robots.txt", true },
        { "User-agent: *\nDisallow: /robots", "/robots.html", false },
        { "User-agent: *\nDisallow: /*?page=", "/tag?page=2", false },
        { "User-agent: *\nDisallow: /*?page=", "/tag", true },
        { "User-agent: *\nDisallow: /?", "?a=1", false },
        { "User-agent: *\nDisallow: /#x\n", "/a", false },
        { "User-agent: *\nDisallow: /b", "/a#/b", true },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void spellings_are_one(void **state) {
    static const decision CASES[] = {
        { "User-agent: *\nDisallow: /caf\xC3\xA9", "/caf%C3%A9", false },
        { "User-agent: *\nDisallow: /caf%c3%a9", "/caf%C3%A9", false },
        { "User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9", false },
        { "User-agent: *\nDisallow: /100%", "/100%", false },
        { "User-agent: *\nDisallow: /%zz", "/%zz", false },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void delays_are_read(void **state) {
    static const struct {
        const char *text;
        long delay;
    } CASES[] = {
        { "User-agent: *\nDisallow: /a", -1 },
        { "User-agent: *\nCrawl-delay: 10", 10000 },
        { "User-agent: *\nCrawl-delay: 0", 0 },
        { "User-agent: *\nCrawl-delay: 1.5 # s", 1500 },
        { "User-agent: *\nCrawl-delay: 0,25 s", 250 },
        { "User-agent: *\nCrawl-delay: .0625", 62 },
        { "User-agent: *\nCrawl-delay: soon", -1 },
        { "User-agent: *\nCrawl-delay: .", -1 },
        { "User-agent: *\nCrawl-delay: -1", -1 },
        { "User-agent: *\nCrawl-delay: 99999999999999999999", LIMIT_CRAWL_DELAY * 1000L },
        { "User-agent: *\nCrawl-delay: 10\n\nUser-agent: petik\nDisallow: /a", -1 },
        { "User-agent: lain\nCrawl-delay: 60\nUser-agent: *\nDisallow: /a", -1 },
        { "User-agent: petik\nCrawl-delay: 5\nDisallow: /a\nUser-agent: petik\nCrawl-delay: 3", 5000 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        robots r = of(CASES[i].text);
        if (r.delay != CASES[i].delay) fail_msg("%ld, not %ld, of %s", r.delay, CASES[i].delay, CASES[i].text);
    }
    arena_reset(&home);
}

static void sitemaps_are_listed(void **state) {
    (void)state;
    robots r = of("Sitemap: " SITE "/a.xml\nUser-agent: lain\nDisallow: /\nsite-map:/b.xml\nSitemap:\n");
    assert_int_equal(r.sitemaps.n, 2);
    assert_string_equal(r.sitemaps.items[0].p, SITE "/a.xml");
    assert_string_equal(r.sitemaps.items[1].p, "/b.xml");
    arena_reset(&home);
}

static void sizes_are_bounded(void **state) {
    (void)state;
    size_t n = LIMIT_ROBOTS + 100;
    char *text = malloc(n);
    memset(text, '#', n);
    memcpy(text, "User-agent: *\n", 14);
    memcpy(text + LIMIT_ROBOTS - 12, "\nAllow: /a/bc", 13); /* cut before the c */
    memcpy(text + LIMIT_ROBOTS - 30, "\nDisallow: /a", 13);
    robots r = robots_read(&home, (str){ text, n }, STR("petik"));
    assert_int_equal(r.rules.n, 1);
    assert_false(robots_allows(&r, STR(SITE "/a/b")));
    memset(text, 'a', n);
    memcpy(text, "User-agent: *\nDisallow: /", 25);
    r = robots_read(&home, (str){ text, 100000 }, STR("petik"));
    assert_int_equal(r.rules.n, 1);
    assert_int_equal(r.rules.items[0].pattern.n, LIMIT_ROBOTS_LINE - 10);
    free(text);
    arena_reset(&home);
}

static int tear_down(void **state) {
    (void)state;
    arena_free(&home);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match),
        cmocka_unit_test(hostile_patterns_take_no_time),
        cmocka_unit_test(groups_are_found),
        cmocka_unit_test(slips_are_understood),
        cmocka_unit_test(the_longest_rule_decides),
        cmocka_unit_test(spellings_are_one),
        cmocka_unit_test(delays_are_read),
        cmocka_unit_test(sitemaps_are_listed),
        cmocka_unit_test(sizes_are_bounded),
    };
    return cmocka_run_group_tests_name("robots", tests, NULL, tear_down);
}
