/* SPDX-License-Identifier: MIT */
/* extractor/page: what is a page, and whole small pages. Each topic has tests of its own (test_strip.c, test_tree.c …). */
#include "pages.h"

#include <stdlib.h>

#include "base/limits.h"

#define TITLE "Warga Perbaiki Jembatan Gantung"

static void recognises(void **state) {
    static const char *const PAGES[] = { "<!DOCTYPE html>", "<!doctype HTML PUBLIC \"x\">", "<html>", "<HTML lang=id>",
                                         " \n\t<body>", "\xef\xbb\xbf<html>", "<!-- x --><!-- y -->\n<head >",
                                         "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "<p>Rapat", "<br/>", "<h1>J</h1>", "<blockquote>" };
    static const char *const OTHERS[] = { "", "<", "<h", "<html", "Rapat <p>digelar</p>", "<htmlx>", "< p>", "<3 Kota",
                                          "<!-- never closed <html>", "<rss version=\"2.0\">", "<?xml version=\"1.0\"?>",
                                          "{\"a\": \"<html>\"}" };
    static const char *const MARKUP[] = { "<rss version=\"2.0\">", " <?xml version=\"1.0\"?><urlset>", "<html>" };
    (void)state;
    for (size_t i = 0; i < COUNT(PAGES); i++)
        if (!page_is_html(str_of(PAGES[i]))) fail_msg("no page: %s", PAGES[i]);
    for (size_t i = 0; i < COUNT(OTHERS); i++)
        if (page_is_html(str_of(OTHERS[i]))) fail_msg("a page: %s", OTHERS[i]);
    for (size_t i = 0; i < COUNT(MARKUP); i++)
        if (!page_is_markup(str_of(MARKUP[i]))) fail_msg("no markup: %s", MARKUP[i]);
    assert_false(page_is_markup(STR("Rapat")));
}

#define P1 SENTENCE SENTENCE "satu."
#define P2 SENTENCE SENTENCE "dua."
#define P3 SENTENCE SENTENCE "tiga."
#define ARTICLE "<h1>" TITLE "</h1><p>" P1 "</p><p>" P2 "</p><p>" P3 "</p>"
#define ALL P1 "\n" P2 "\n" P3

static void the_article_is_the_text(void **state) {
    static const struct { const char *html, *text; } CASES[] = {
        { "<html><body>" ARTICLE, ALL },
        { "<html><body><nav><a href=/>Beranda</a></nav><div>" ARTICLE "</div><footer>Hak cipta milik redaksi.</footer>", ALL },
        { "<html><body><div class=post><h1>" TITLE "</h1><div class=entry-content>" P1 "<br><br>" P2 "<br><br>" P3 "</div></div>", ALL },
        { "<html><body>" ARTICLE "<div class=related-posts><p>" SENTENCE "</p></div>", ALL },
        { "<html><body>" ARTICLE "<div id=comments><p>" SENTENCE "</p></div>", ALL },
        { "<html><body><h1>" TITLE "</h1><p>" P1 "</p><p>Baca juga: <a href=/x>Pemkab Buka Formasi Guru</a></p><p>" P2 "</p><p>" P3 "</p>", ALL },
        { "<html><body><h1>" TITLE "</h1><p>" P1 "</p><h2>Alasan warga</h2><p>" P2 "</p>", P1 "\nAlasan warga\n" P2 },
        { "<html><body><h1>" TITLE "</h1><p>" P1 "</p><ol><li>Jembatan ditutup.<li>Warga memutar.</ol><p>" P2 "</p>",
          P1 "\n1. Jembatan ditutup.\n2. Warga memutar.\n" P2 },
        { "<html><body><h1>" TITLE "</h1><figure><img src=x><figcaption>Warga di jembatan</figcaption></figure><p>" P1 "</p><p>" P2 "</p>", P1 "\n" P2 },
        { "<html><body><h1>" TITLE "</h1><p>" P1 "</p><p>" P2 "</p><p style='display:none'>" P3 "</p>", P1 "\n" P2 },
        { "<html><body><h1>" TITLE "</h1><p>" P1 "<script>x()</script></p><!-- y --><p>" P2 "</p>", P1 "\n" P2 },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page p = page_from(CASES[i].html, NULL);
        assert_told(p.text, CASES[i].text, CASES[i].html);
        assert_told(p.title, TITLE, CASES[i].html);
    }
}

static void facts_are_read(void **state) {
    static const struct { const char *head, *published, *from, *url, *publisher; } CASES[] = {
        { "", NULL, NULL, NULL, NULL },
        { "<meta name=\"og:site_name\" content=\"Kabar\"><meta property='og:url' content='http://a/'>", NULL, NULL, "http://a/", "Kabar" },
        { "<link rel=canonical href='http://b/'><meta property='og:url' content='http://a/'>", NULL, NULL, "http://b/", NULL },
        { "<link rel=canonical href='/x'><meta property='og:url' content='http://a/y'>", NULL, NULL, "http://a/x", NULL },
        { "<base href='http://c/'><link rel=canonical href='/x'>", NULL, NULL, "http://c/x", NULL },
        { "<meta property='article:published_time' content='2024-10-14T09:00+07:00'>", "2024-10-14T09:00+07:00", "meta", NULL, NULL },
        { "<meta property='article:published_time' content='2024-10-14T09:00'>" LD("{\"@type\":\"NewsArticle\",\"datePublished\" : \"2024-10-14T10:00+07:00\",}"),
          "2024-10-14T10:00+07:00", "json-ld", NULL, NULL },
        { LD("{\"@type\":\"NewsArticle\",\"datePublished\": \"\"}") "<meta name=pubdate content=2024-10-14>", "2024-10-14", "meta", NULL, NULL },
        { "<meta name=pubdate content=kemarin>", NULL, NULL, NULL, NULL },
        { LD("{\"@type\":\"NewsArticle\",\"publisher\":{\"name\":\"Kabar Desa\"},\"url\":\"http://d/\"}"), NULL, NULL, "http://d/", "Kabar Desa" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page p = page_from(arena_format(&home, "<html><head>%s</head><body>%s", CASES[i].head, ARTICLE).p, NULL);
        assert_told(p.published, CASES[i].published, CASES[i].head);
        assert_told(p.published_from, CASES[i].from, CASES[i].head);
        assert_told(p.url, CASES[i].url, CASES[i].head);
        assert_told(p.publisher, CASES[i].publisher, CASES[i].head);
    }
}

static void visible_times_are_read(void **state) {
    static const struct { const char *shown, *published, *from; } CASES[] = {
        { "<time>kemarin</time><time datetime='2024-10-13'>x</time>", "2024-10-13", "time-element" },
        { "<p>Rabu, 23 Oktober 2024 14:22 WIB</p>", "2024-10-23T14:22+07:00", "body" },
        { "<time datetime='2024-10-23'></time><p>Rabu, 23 Oktober 2024 14:22 WIB</p>", "2024-10-23T14:22+07:00", "body" },
        { "<meta name=pubdate content=2024-10-23T14:22Z><p>Rabu, 23 Oktober 2024 14:22 WIB</p>", "2024-10-23T14:22+07:00", "meta" },
        { "<p>1 Januari 1970</p>", NULL, NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page p = page_from(arena_format(&home, "<html lang=id><body><h1>%s</h1>%s<p>%s</p><p>%s</p>", TITLE, CASES[i].shown, P1, P2).p, NULL);
        assert_told(p.published, CASES[i].published, CASES[i].shown);
        assert_told(p.published_from, CASES[i].from, CASES[i].shown);
    }
}

static void languages_are_codes(void **state) {
    static const struct { const char *html, *language; } CASES[] = {
        { "<html lang=id-ID>", "id" }, { "<html lang=IN>", "id" }, { "<html lang=en_US>", "en" }, { "<html lang=x>", NULL }, { "<html lang=deutsch>", NULL }, { "<html>", NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        page p = page_from(arena_format(&home, "%s<body>%s", CASES[i].html, ARTICLE).p, NULL);
        assert_told(p.language, CASES[i].language, CASES[i].html);
    }
}

static void json_ld_helps_out(void **state) {
    (void)state;
    str text = arena_join(&home, (str[]){ STR(SENTENCE), STR(SENTENCE), STR(SENTENCE), STR(SENTENCE), STR(SENTENCE) }, 5);
    const char *html = arena_format(&home, "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"%s\",\"articleBody\":\"%.*s\"}"
                                           "</script></head><body><h1>%s</h1><div id=app></div>", TITLE, STR_ARG(text), TITLE).p;
    page p = page_from(html, NULL);
    assert_told(p.text, arena_copy(&home, str_trim(text)).p, "a page whose text a script would show");
    assert_int_equal(p.notes.n, 1);
    assert_told(p.notes.items[0].code, "text-from-json-ld", "its note");
}

static void a_page_too_large_is_an_error(void **state) {
    (void)state;
    size_t n = LIMIT_ARTICLE + 1;
    char *html = calloc(1, n);
    memset(html, ' ', n);
    memcpy(html, "<html>", 6);
    page p;
    error e = { 0 };
    page_source from = { .html = { html, n } };
    assert_int_equal(page_read(&p, &home, &from, &rules, matching, &e), ERROR_LIMIT);
    assert_non_null(strstr(e.text, "16 MB"));
    free(html);
}

/* A page cut at every byte is still read, and nothing is read past its end. */
static void cut_pages(void **state) {
    static const char HTML[] = "\xef\xbb\xbf<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>J</title>" LD("{\"datePublished\": \"2024\"}")
                               "<!-- c --></head><body><svg a='>'></svg><iframe src=x></iframe><p class=\"x\" style='display:none'>isi \xc3\xa9 &amp; lagi"
                               "<br><br>akhir</p><ol start=2><li>satu</ol></body></html>";
    (void)state;
    for (size_t n = 0; n < sizeof HTML; n++) {
        char *cut = malloc(n + 1);
        memcpy(cut, HTML, n);
        arena a = { 0 };
        error e = { 0 };
        page p;
        page_source from = { .html = { cut, n } };
        page_is_markup(from.html);
        int status = page_read(&p, &a, &from, &rules, matching, &e);
        bool empty = n < (size_t)(strstr(HTML, "<html>") - HTML) + sizeof "<h" - 1; /* a doctype alone is no page */
        if (status != 0 && !(empty && status == ERROR_INPUT)) fail_msg("status %d at %zu", status, n);
        arena_free(&a);
        free(cut);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recognises),
        cmocka_unit_test(the_article_is_the_text),
        cmocka_unit_test(facts_are_read),
        cmocka_unit_test(visible_times_are_read),
        cmocka_unit_test(languages_are_codes),
        cmocka_unit_test(json_ld_helps_out),
        cmocka_unit_test(a_page_too_large_is_an_error),
        cmocka_unit_test(cut_pages),
    };
    return cmocka_run_group_tests_name("page", tests, pages_set_up, pages_tear_down);
}
