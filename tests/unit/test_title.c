/* SPDX-License-Identifier: MIT */
/* extractor/page/title: which of the ways in which a page says its title counts, and what stands beside it. */
#include "pages.h"

#include "page/strip.h"

#define TITLE "Warga Perbaiki Jembatan Gantung"
#define OTHER "Jembatan Gantung Rusak Diperbaiki"

typedef struct {
    const char *html, *title, *site, *heading; /* the name of the element that shows it; NULL: none does */
} title_case;

static void check(const title_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        page_tree t;
        error e = { 0 };
        size_t broken = 0;
        hint_words hints = { ruleset_list(&rules, "pagehints") };
        stripped s = strip_page(&home, str_of(cases[i].html));
        assert_int_equal(tree_read(&t, &home, s.html, &hints, &e), 0);
        page_meta m = meta_read(&t, &rules);
        linked_facts l = linked_read(&home, s.linked_data.items, s.linked_data.n, &broken);
        page_title found = title_find(&t, &m, &l);
        assert_told(found.title, cases[i].title, cases[i].html);
        if (cases[i].site || found.site.n) assert_told(found.site, cases[i].site, cases[i].html);
        const char *shown = found.heading ? (const char *)t.elements.items[found.heading].node->name : "none";
        assert_string_equal(shown, cases[i].heading ? cases[i].heading : "none");
        tree_free(&t);
    }
}

static void one_way_is_enough(void **state) {
    static const title_case CASES[] = {
        { "<h1>" TITLE "</h1><p>x", TITLE, NULL, "h1" },
        { "<title>" TITLE "</title><p>x", TITLE, NULL, NULL },
        { "<meta property=og:title content='" TITLE "'><p>x", TITLE, NULL, NULL },
        { LD("{\"@type\":\"NewsArticle\",\"headline\":\"" TITLE "\"}") "<p>x", TITLE, NULL, NULL },
        { "<div class=post-title>" TITLE "</div><p>x", TITLE, NULL, "div" },
        { "<h1>Warga <b>Perbaiki</b><br> Jembatan Gantung</h1><p>x", TITLE, NULL, "h1" },
        { "<p>x", NULL, NULL, NULL },
        { "<title> </title><h1></h1><p>x", NULL, NULL, NULL },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void what_most_agree_on_counts(void **state) {
    static const title_case CASES[] = {
        { "<meta property=og:title content='" TITLE "'><title>" TITLE "</title><h1>Kabar</h1><h1>" TITLE "</h1>", TITLE, NULL, "h1" },
        { "<meta property=og:title content='" OTHER "'><h1>" TITLE "</h1>", TITLE, NULL, "h1" },
        { "<meta property=og:title content='" OTHER "'><meta name=twitter:title content='" OTHER "'><h1>" TITLE "</h1>", OTHER, NULL, NULL },
        { "<h1 hidden>" OTHER "</h1><h1>" TITLE "</h1>", TITLE, NULL, "h1" },
        { "<nav><h1>Kabar Desa</h1></nav><h2>" TITLE "</h2><p>x", TITLE, NULL, "h2" },
        { "<title>WARGA PERBAIKI JEMBATAN GANTUNG</title><h1>" TITLE "</h1>", TITLE, NULL, "h1" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void the_site_is_none_of_it(void **state) {
    static const title_case CASES[] = {
        { "<title>" TITLE " - Kabar Desa</title><h1>" TITLE "</h1>", TITLE, "Kabar Desa", "h1" },
        { "<title>" TITLE " | Kabar Desa</title><p>x", TITLE, "Kabar Desa", NULL },
        { "<meta property=og:site_name content='Kabar Desa'><title>" TITLE " – Kabar Desa</title><p>x", TITLE, "Kabar Desa", NULL },
        { "<meta property=og:site_name content='Kabar Desa'><title>Kabar Desa: " TITLE "</title><p>x", TITLE, "Kabar Desa", NULL },
        { "<title>" TITLE " - Bagian Kedua yang Panjang Sekali dan Tidak Mungkin Nama Situs</title><p>x",
          TITLE " - Bagian Kedua yang Panjang Sekali dan Tidak Mungkin Nama Situs", NULL, NULL },
        { "<title>Pilkada 2024 - " TITLE "</title><h1>Pilkada 2024 - " TITLE "</h1>", "Pilkada 2024 - " TITLE, NULL, "h1" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void a_heading_around_an_article_is_no_title(void **state) {
    (void)state;
    str long_text = STR(SENTENCE);
    while (long_text.n < 3000) long_text = arena_join(&home, (str[]){ long_text, long_text }, 2);
    const char *html = arena_format(&home, "<title>" TITLE "</title><h1>%.*s</h1>", STR_ARG(long_text)).p;
    const title_case one = { html, TITLE, NULL, NULL };
    check(&one, 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_way_is_enough),
        cmocka_unit_test(what_most_agree_on_counts),
        cmocka_unit_test(the_site_is_none_of_it),
        cmocka_unit_test(a_heading_around_an_article_is_no_title),
    };
    return cmocka_run_group_tests_name("title", tests, pages_set_up, pages_tear_down);
}
