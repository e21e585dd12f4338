/* From an HTML page to an article: what is a page, its charset, what is cut out, its text and facts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>

#include "page/charset.h"
#include "page/page.h"
#include "page/strip.h"

static void assert_str(str s, const char *expected) {
    if (!expected) {
        assert_null(s.p);
        return;
    }
    char *c = malloc(s.n + 1);
    if (s.n) memcpy(c, s.p, s.n);
    c[s.n] = '\0';
    assert_string_equal(c, expected);
    free(c);
}

static void recognises(void **state) {
    static const char *const pages[] = { "<!DOCTYPE html>", "<!doctype HTML PUBLIC \"x\">", "<html>", "<HTML lang=id>",
                                         " \n\t<body>", "\xef\xbb\xbf<html>", "<!-- x --><!-- y -->\n<head >",
                                         "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "<p>Rapat", "<br/>", "<h1>J</h1>" };
    static const char *const others[] = { "", "<", "<h", "<html", "Rapat <p>digelar</p>", "<htmlx>", "< p>", "<3 Kota",
                                          "<!-- never closed <html>", "<rss version=\"2.0\">", "<?xml version=\"1.0\"?>",
                                          "{\"a\": \"<html>\"}" };
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
        if (!page_is_html(str_of(pages[i]))) fail_msg("no page: %s", pages[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (page_is_html(str_of(others[i]))) fail_msg("a page: %s", others[i]);
}

static void converts(void **state) {
    static const struct { const char *from; size_t n; const char *to; } cases[] = {
#define CASE(from, to) { from, sizeof(from) - 1, to }
        CASE("abc", "abc"),
        CASE("\xef\xbb\xbf\xc3\xa9", "\xc3\xa9"),
        CASE("\xff\xfe" "a\0\xe9\0", "a\xc3\xa9"),
        CASE("\xfe\xff" "\0a\0\xe9", "a\xc3\xa9"),
        CASE("\x93" "Kota\x94 \xe9", "\xe2\x80\x9cKota\xe2\x80\x9d \xc3\xa9"),
        CASE("<meta charset=utf-8>\xc3\xa9", "<meta charset=utf-8>\xc3\xa9"),
        CASE("<meta charset=\"utf-8\">\xc3\xa9\xff.", "<meta charset=\"utf-8\">\xc3\xa9\xef\xbf\xbd."),
        CASE("<META content='text/html; CHARSET=ISO-8859-1'>\x93", "<META content='text/html; CHARSET=ISO-8859-1'>\xe2\x80\x9c"),
        CASE("<meta charset=iso-8859-2>\xb1", "<meta charset=iso-8859-2>\xc4\x85"),
        CASE("<meta charset=no-such>\xe9", "<meta charset=no-such>\xc3\xa9"),
        CASE("<meta charset=iso-8859-1>\xc3\xa9", "<meta charset=iso-8859-1>\xc3\xa9"),
#undef CASE
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        assert_str(charset_convert(&a, (str){ cases[i].from, cases[i].n }, STR_NONE), cases[i].to);
        arena_free(&a);
    }
}

static void strips(void **state) {
    static const struct { const char *from, *to; } cases[] = {
        { "a<b>c</b>", "a<b>c</b>" },
        { "a<script>if (x < 1) y('</p>')</script>b", "ab" },
        { "a<SCRIPT src=\"a>b\"></Script >b", "ab" },
        { "a<style>p{}</style>b<svg><path/></svg>c<svg/>d", "abcd" },
        { "a<!-- <p>x</p> -->b<!---->c", "abc" },
        { "a<!-- never closed <p>b", "a never closed <p>b" },
        { "a<scripts>b", "a<scripts>b" },
        { "a<script>never closed <p>b", "anever closed <p>b" },
        { "a<", "a<" },
        { "a<script", "a" },
        { "<title>a < b</title>", "<title>a < b</title>" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        assert_str(strip_page(&a, str_of(cases[i].from)).html, cases[i].to);
        arena_free(&a);
    }
    arena a = { 0 };
    stripped s = strip_page(&a, STR("<script type='application/ld+json'>{1}</script><script>x</script>"
                                    "<script type=\"application/LD+JSON\" id=x>{2}</script>"));
    assert_int_equal(s.linked_data.n, 2);
    assert_str(s.linked_data.items[0], "{1}");
    assert_str(s.linked_data.items[1], "{2}");
    arena_free(&a);
}

static void text_of_page(void **state) {
    static const struct { const char *html, *text; } cases[] = {
        { "<p>satu</p><p>dua</p>", "satu\ndua" },
        { "<p>satu <b>tebal</b>, <i>miring</i>.</p>", "satu tebal, miring." },
        { "<p>  satu\n\t dua &nbsp; tiga</p>", "satu dua tiga" },
        { "<p>satu<br>dua<br><br>tiga<br/> <br/>empat</p>", "satu dua\ntiga\nempat" },
        { "<div>satu<div>dua</div>tiga</div>", "satu\ndua\ntiga" },
        { "<ul><li>satu<li>dua</ul>", "satu\ndua" },
        { "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc" },
        { "<p>a &amp; b &lt; c &#8220;d&#8221; &eacute;</p>", "a & b < c \xe2\x80\x9c" "d\xe2\x80\x9d \xc3\xa9" },
        { "<nav>menu</nav><p>isi</p><aside>lain</aside><footer>kaki</footer><form>x</form>", "isi" },
        { "<p>isi</p><figure><img><figcaption>foto</figcaption></figure><p>lagi</p>", "isi\nlagi" },
        { "<p>isi<script>x()</script> lagi</p><!-- y -->", "isi lagi" },
        { "<html><head><title>J</title></head><body><h1>J</h1><p>isi</p></body></html>", "isi" },
        { "<p>tidak <b>ditutup<p>dua", "tidak ditutup\ndua" },
        { "<html></html>", "" },
        { "<script>x</script>", "" },
        { "", "" },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        error e = { 0 };
        page p;
        assert_int_equal(page_text(&a, str_of(cases[i].html), STR_NONE, &p, &e), 0);
        assert_str(p.text, cases[i].text);
        arena_free(&a);
    }
}

#define LONG "Rapat digelar di kantor dinas dan dihadiri oleh para kepala bidang serta perwakilan warga kelurahan. "

static void picks_article(void **state) {
    (void)state;
    arena a = { 0 };
    error e = { 0 };
    page p;
    assert_int_equal(page_text(&a, STR("<p>luar</p><article>pendek</article><article><p>" LONG LONG LONG "akhir</p>"
                                       "</article><article>" LONG "</article>"), STR_NONE, &p, &e), 0);
    assert_true(str_starts(p.text, STR("Rapat digelar")));
    assert_true(str_ends(p.text, STR("akhir")));
    assert_int_equal(page_text(&a, STR("<p>luar</p><main><p>" LONG LONG LONG "utama</p></main>"), STR_NONE, &p, &e), 0);
    assert_true(str_starts(p.text, STR("Rapat digelar")));
    assert_int_equal(page_text(&a, STR("<p>luar</p><article>pendek</article>"), STR_NONE, &p, &e), 0);
    assert_str(p.text, "luar\npendek");
    arena_free(&a);
}

static void reads_facts(void **state) {
    static const struct { const char *head, *title, *published, *from, *url, *publisher; } cases[] = {
        { "<title> J &amp; K </title>", "J & K", NULL, NULL, NULL, NULL },
        { "<title>T</title><h1>H <b>1</b></h1>", "H 1", NULL, NULL, NULL, NULL },
        { "<title>T</title><h1>H</h1><meta property=og:title content=' O '>", "O", NULL, NULL, NULL, NULL },
        { "<meta name=\"og:site_name\" content=\"Kabar\"><meta property='og:url' content='http://a/'>", NULL, NULL, NULL,
          "http://a/", "Kabar" },
        { "<link rel=canonical href='http://b/'><meta property='og:url' content='http://a/'>", NULL, NULL, NULL,
          "http://b/", NULL },
        { "<time>kemarin</time><time datetime='2024-10-13'>x</time>", NULL, "2024-10-13", "time-element", NULL, NULL },
        { "<time datetime='2024-10-13'></time><meta property='article:published_time' content='2024-10-14'>", NULL,
          "2024-10-14", "meta", NULL, NULL },
        { "<meta property='article:published_time' content='2024-10-14'>"
          "<script type='application/ld+json'>{\"datePublished\" : \"2024-10-15T09:00+07:00\",}</script>", NULL,
          "2024-10-15T09:00+07:00", "json-ld", NULL, NULL },
        { "<script type='application/ld+json'>{\"datePublished\": \"\"}</script><time datetime=2024>", NULL, "2024",
          "time-element", NULL, NULL },
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        arena a = { 0 };
        error e = { 0 };
        page p;
        assert_int_equal(page_text(&a, str_of(cases[i].head), STR_NONE, &p, &e), 0);
        assert_str(p.title, cases[i].title);
        assert_str(p.published, cases[i].published);
        assert_str(p.published_from, cases[i].from);
        assert_str(p.url, cases[i].url);
        assert_str(p.publisher, cases[i].publisher);
        arena_free(&a);
    }
}

/* A page cut at every byte is still read, and nothing is read past its end. */
static void cut_pages(void **state) {
    static const char html[] = "\xef\xbb\xbf<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>J</title>"
                               "<script type='application/ld+json'>{\"datePublished\": \"2024\"}</script><!-- c --></head>"
                               "<body><svg a='>'></svg><p class=\"x\">isi \xc3\xa9 &amp; lagi<br><br>akhir</p></body></html>";
    (void)state;
    for (size_t n = 0; n < sizeof html; n++) {
        char *cut = malloc(n + 1);
        memcpy(cut, html, n);
        arena a = { 0 };
        error e = { 0 };
        page p;
        page_is_html((str){ cut, n });
        assert_int_equal(page_text(&a, (str){ cut, n }, STR_NONE, &p, &e), 0);
        arena_free(&a);
        free(cut);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(recognises),   cmocka_unit_test(converts),    cmocka_unit_test(strips),
        cmocka_unit_test(text_of_page), cmocka_unit_test(picks_article), cmocka_unit_test(reads_facts),
        cmocka_unit_test(cut_pages),
    };
    return cmocka_run_group_tests_name("page", tests, NULL, NULL);
}
