/* SPDX-License-Identifier: MIT */
/* extractor/fetch/feed, feeddate, xmlmend: feeds as sites write them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/limits.h"
#include "fetch/feed.h"
#include "fetch/feeddate.h"
#include "fetch/xmlmend.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define BASE "https://warta.example/feed/"
#define RSS(items) "<rss version=\"2.0\"><channel><title>Warta</title><link>https://warta.example</link>" items "</channel></rss>"
#define ATOM(entries) "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Warta</title>" entries "</feed>"
#define ITEM(inner) "<item><title>Judul</title><link>/a</link>" inner "</item>"

#define BYTES(s) { s, sizeof(s) - 1 }

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

static found_list read_bytes(str bytes, const char *charset) {
    found_list out = { 0 };
    error e = { 0 };
    if (feed_items(&out, &home, bytes, str_of(charset), STR(BASE), WIB, &e)) fail_msg("%.*s: %s", STR_ARG(bytes), e.text);
    return out;
}

static found_list read_feed(const char *text) { return read_bytes(str_of(text), ""); }

typedef struct {
    const char *text, *value; /* value NULL: nothing */
} form;

static void dates_are_read(void **state) {
    static const form FORMS[] = {
        { "Tue, 15 Oct 2024 09:30:00 +0700", "2024-10-15T09:30:00+07:00" },
        { "Tue, 15 Oct 2024 09:30:00 GMT", "2024-10-15T09:30:00+00:00" },
        { "Tue, 15 Oct 2024 09:30:00 UT", "2024-10-15T09:30:00+00:00" },
        { "Tue, 15 Oct 2024 09:30:00 Z", "2024-10-15T09:30:00+00:00" },
        { "Tue, 15 Oct 2024 09:30:00 EST", "2024-10-15T09:30:00-05:00" },
        { "Tue, 15 Oct 2024 09:30 WIB", "2024-10-15T09:30+07:00" },
        { "Tue, 15 Oct 2024 09:30:00 WITA", "2024-10-15T09:30:00+08:00" },
        { "Tue, 15 Oct 2024 09:30:00 WIT", "2024-10-15T09:30:00+09:00" },
        { "Tue, 15 Oct 2024 09:30:00 GMT+7", "2024-10-15T09:30:00+07:00" },
        { "Tue, 15 Oct 2024 09:30:00 UTC+08:00", "2024-10-15T09:30:00+08:00" },
        { "Tue, 15 Oct 2024 09:30:00 GMT+0700 (WIB)", "2024-10-15T09:30:00+07:00" },
        { "Tue, 15 Oct 2024 09:30:00 -0330", "2024-10-15T09:30:00-03:30" },
        { "Tue, 15 Oct 2024 09:30:00", "2024-10-15T09:30:00+07:00" },
        { "15 Oct 24 09:30 +0700", "2024-10-15T09:30+07:00" },
        { "15 Oct 99 09:30 GMT", "1999-10-15T09:30+00:00" },
        { "Tuesday, 15-Oct-24 09:30:00 GMT", "2024-10-15T09:30:00+00:00" },
        { "Tue Oct 15 09:30:00 2024", "2024-10-15T09:30:00+07:00" },
        { "Tue Oct 15 09:30:00 WIB 2024", "2024-10-15T09:30:00+07:00" },
        { "Oct 15, 2024 9:30 PM", "2024-10-15T21:30+07:00" },
        { "Selasa, 15 Oktober 2024 09.30 WIB", "2024-10-15T09:30+07:00" },
        { "Sel, 15 Okt 2024 | 09:30 WITA", "2024-10-15T09:30+08:00" },
        { "Jum'at, 2 Agustus 2024", "2024-08-02" },
        { "Minggu, 05 Mei 2024 00:00:00 +0700", "2024-05-05T00:00:00+07:00" },
        { "Tue, 15 Oct 2024 24:00:00 +0700", "2024-10-16T00:00:00+07:00" },
        { "2024-10-15T09:30:00+07:00", "2024-10-15T09:30:00+07:00" },
        { "2024-10-15T09:30:00+07:00Z", "2024-10-15T09:30:00+07:00" },
        { "2024-10-15T09:30:00.123Z", "2024-10-15T09:30:00+00:00" },
        { "2024-10-15T09:30Z", "2024-10-15T09:30+00:00" },
        { "2024-10-15 09:30:00", "2024-10-15T09:30:00+07:00" },
        { "2024-10-15 09:30:00 EST", "2024-10-15T09:30:00-05:00" },
        { "2024-10-15 09:30:00 WITA", "2024-10-15T09:30:00+08:00" },
        { "2024-10-15", "2024-10-15" },
        { "20241015T093000Z", "2024-10-15T09:30:00+00:00" },
        { "15/10/2024 09:30", "2024-10-15T09:30+07:00" },
        { "1728959400", "2024-10-15T02:30:00+00:00" },
        { "Jan. 2, 2024 03:04 p.m.", "2024-01-02T15:04+07:00" },
        { "Tue, Oct 15 2024 09:30:00 -700", "2024-10-15T09:30:00-07:00" },
        { "Tue, 15 Oct 2024 09:30:00+0700", "2024-10-15T09:30:00+07:00" },
        { "Tue,15 Oct 2024, 09:30 +0000 GMT", "2024-10-15T09:30+00:00" },
        { "Tuesday, 15. October 2024 - 09:30", "2024-10-15T09:30+07:00" },
        { "2024-Oct-15 09:30", "2024-10-15T09:30+07:00" },
        { "2024-10-15T09:30:00 +07:00", "2024-10-15T09:30:00+07:00" },
        { "2024-10-15T9:30:00Z", "2024-10-15T09:30:00+00:00" },
        { "2024-10-15T09:30:00+7", "2024-10-15T09:30:00+07:00" },
        { "2024-10-15 at 09:30:00", "2024-10-15T09:30:00+07:00" },
        { "2024-10-15T24:00:00Z", "2024-10-16T00:00:00+00:00" },
        { "2024-10", NULL },
        { "31 Feb 2024", NULL },
        { "Tue, 15 Oct", NULL },
        { "kemarin", NULL },
        { "", NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(FORMS); i++) assert_same(feed_date(&home, str_of(FORMS[i].text), WIB), FORMS[i].value, FORMS[i].text);
}

/* The title of the only item. */
static void titles_are_plain(void **state) {
    static const form FORMS[] = {
        { RSS("<item><title>Rapat &amp;amp; musyawarah</title></item>"), "Rapat & musyawarah" },
        { RSS("<item><title><![CDATA[Rapat <b>besar</b> &amp; kecil]]></title></item>"), "Rapat besar & kecil" },
        { RSS("<item><title>Rapat & musyawarah &nbsp;&ldquo;desa&rdquo;</title></item>"), "Rapat & musyawarah “desa”" },
        { RSS("<item><title>\n  Rapat\n  desa\n</title></item>"), "Rapat desa" },
        { RSS("<item><title>Rapat &lt;i&gt;desa&lt;/i&gt;</title></item>"), "Rapat desa" },
        { RSS("<item><title>Rapat <i>desa</b></title></item>"), "Rapat desa" },
        { RSS("<item><title>Rapat\x01\x0b desa &#145;ini&#146; &#1;</title></item>"), "Rapat desa ‘ini’" },
        { RSS("<item><title>Beras < 12 ribu</title></item>"), "Beras < 12 ribu" },
        { RSS("<item><title>Rapat &tidakada; desa</title></item>"), "Rapat &tidakada; desa" },
        { RSS("<item><title>&lt;![CDATA[Rapat desa]]&gt;</title></item>"), "Rapat desa" },
        { RSS("<item><title></title></item>"), NULL },
        { RSS("<item><title>Rapat\xc2\x9b" "31m\x7f" "desa \xc2\xa0 \xc2\xab" "a\xc2\xbb</title></item>"), "Rapat 31mdesa «a»" },
        { RSS("<item><media:title>Foto</media:title><dc:title>Rapat</dc:title></item>"), "Rapat" },
        { RSS("<item><description>Rapat</description></item>"), NULL },
        { "<rss xmlns:media=\"http://search.yahoo.com/mrss/\"><channel><item><title>Rapat</title><media:title>Foto</media:title></item></channel></rss>",
          "Rapat" },
        { ATOM("<entry><title type=\"html\">&lt;b&gt;Rapat&lt;/b&gt; &amp;amp; desa</title></entry>"), "Rapat & desa" },
        { ATOM("<entry><title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><b>Rapat</b> desa</div></title></entry>"), "Rapat desa" },
        { ATOM("<entry><title mode=\"base64\">UmFwYXQgZGVzYQ==</title></entry>"), "Rapat desa" },
        { ATOM("<entry><title type=\"application/octet-stream\">UmFwYXQgZGVzYQ==</title></entry>"), "Rapat desa" },
        { ATOM("<entry><title type=\"application/octet-stream\">Rapat desa!</title></entry>"), "Rapat desa!" },
        { ATOM("<entry><title>Rapat</title><source><title>Lain</title></source></entry>"), "Rapat" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        found_list got = read_feed(FORMS[i].text);
        assert_int_equal(got.n, 1);
        assert_same(got.items[0].title, FORMS[i].value, FORMS[i].text);
    }
}

/* The address of the only item. */
static void links_are_chosen(void **state) {
    static const form FORMS[] = {
        { RSS("<item><link>https://warta.example/a</link></item>"), "https://warta.example/a" },
        { RSS("<item><link><![CDATA[ https://warta.example/a?x=1&y=2 ]]></link></item>"), "https://warta.example/a?x=1&y=2" },
        { RSS("<item><link>https://warta.example/a?x=1&y=2</link></item>"), "https://warta.example/a?x=1&y=2" },
        { RSS("<item><link>https://warta.example/a?x=1&amp;amp;y=2</link></item>"), "https://warta.example/a?x=1&y=2" },
        { RSS("<item><link>/a</link></item>"), "https://warta.example/a" },
        { RSS("<item><link href=\"/a\"/></item>"), "https://warta.example/a" },
        { RSS("<item><link>/a</link><atom:link rel=\"alternate\" href=\"/b\"/></item>"), "https://warta.example/a" },
        { RSS("<item><atom:link rel=\"self\" href=\"/b\"/><link>/a</link></item>"), "https://warta.example/a" },
        { RSS("<item><atom:link href=\"/b\"/></item>"), "https://warta.example/b" },
        { RSS("<item><guid>https://warta.example/a</guid></item>"), "https://warta.example/a" },
        { RSS("<item><guid isPermaLink=\"false\">https://warta.example/a</guid></item>"), NULL },
        { RSS("<item><guid>12345</guid></item>"), NULL },
        { RSS("<item><guid>https://warta.example/?p=1</guid><link>/a</link></item>"), "https://warta.example/a" },
        { RSS("<item><link>tag:warta,2024:1</link><guid>https://warta.example/a</guid></item>"), "https://warta.example/a" },
        { RSS("<ITEM><LINK>/a</LINK></ITEM>"), "https://warta.example/a" },
        { "<rss xml:base=\"https://lain.example/b/\"><channel><item><link>c</link></item></channel></rss>", "https://lain.example/b/c" },
        { "<rdf:RDF xmlns=\"http://purl.org/rss/1.0/\"><channel/><item rdf:about=\"https://warta.example/x\"><link>/a</link></item></rdf:RDF>",
          "https://warta.example/a" },
        { ATOM("<entry><link rel=\"edit\" href=\"/e\"/><link rel=\"alternate\" type=\"text/html\" href=\"/a\"/></entry>"), "https://warta.example/a" },
        { ATOM("<entry><link rel=\"alternate\" type=\"application/json\" href=\"/j\"/><link href=\"/a\"/></entry>"), "https://warta.example/a" },
        { ATOM("<entry><link href=\"/a\"/><link href=\"/b\"/></entry>"), "https://warta.example/a" },
        { ATOM("<entry xml:base=\"https://lain.example/b/\"><link href=\"c\"/></entry>"), "https://lain.example/b/c" },
        { ATOM("<entry xml:base=\"../x/\"><link href=\"c\"/></entry>"), "https://warta.example/x/c" },
        { ATOM("<entry><link rel=\"self\" href=\"/a\"/></entry>"), NULL },
        { ATOM("<entry><source><link href=\"/b\"/></source><link href=\"/a\"/></entry>"), "https://warta.example/a" },
        { "<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\"><atom:entry><atom:link href=\"/a\"/></atom:entry></atom:feed>", "https://warta.example/a" },
        { "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><entry><link rel=\"alternate\" href=\"/a\"/></entry></feed>", "https://warta.example/a" },
        { "{\"items\": [{\"id\": \"1\", \"url\": \"/a\"}]}", "https://warta.example/a" },
        { "{\"items\": [{\"id\": \"https://warta.example/a\"}]}", "https://warta.example/a" },
        { "{\"items\": [{\"id\": 7}]}", NULL },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        found_list got = read_feed(FORMS[i].text);
        assert_int_equal(got.n, 1);
        assert_same(got.items[0].url, FORMS[i].value, FORMS[i].text);
    }
}

static void first_publication_counts(void **state) {
    static const form FORMS[] = {
        { RSS(ITEM("<pubDate>Tue, 15 Oct 2024 09:30:00 +0700</pubDate><dc:date>2024-10-16</dc:date>")), "2024-10-15T09:30:00+07:00" },
        { RSS(ITEM("<dc:date>2024-10-16</dc:date><pubDate>segera</pubDate>")), "2024-10-16" },
        { RSS(ITEM("<pubdate>2024-10-15 09:30</pubdate>")), "2024-10-15T09:30+07:00" },
        { RSS(ITEM("<dcterms:modified>2024-10-17</dcterms:modified><dcterms:issued>2024-10-16</dcterms:issued>")), "2024-10-16" },
        { RSS(ITEM("<itunes:published>2024-10-17</itunes:published>")), NULL },
        { ATOM("<entry><updated>2024-10-17T00:00:00Z</updated><published>2024-10-15T00:00:00Z</published></entry>"), "2024-10-15T00:00:00+00:00" },
        { ATOM("<entry><updated>2024-10-17T00:00:00Z</updated></entry>"), "2024-10-17T00:00:00+00:00" },
        { ATOM("<entry><modified>2024-10-17</modified><issued>2024-10-15</issued><created>2024-10-14</created></entry>"), "2024-10-15" },
        { "{\"items\": [{\"date_modified\": \"2024-10-17\", \"date_published\": \"2024-10-15T09:30:00+07:00\"}]}", "2024-10-15T09:30:00+07:00" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        found_list got = read_feed(FORMS[i].text);
        assert_int_equal(got.n, 1);
        assert_same(got.items[0].published, FORMS[i].value, FORMS[i].text);
    }
}

static void encodings_are_told(void **state) {
    static const struct { str bytes; const char *charset; } CASES[] = {
        { BYTES("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" RSS("<item><title>Caf\xc3\xa9</title></item>")), "" },
        { BYTES("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" RSS("<item><title>Caf\xc3\xa9</title></item>")), "" },
        { BYTES("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" RSS("<item><title>Caf\xc3\xa9</title></item>")), "iso-8859-1" },
        { BYTES("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" RSS("<item><title>Caf\xe9</title></item>")), "" },
        { BYTES("\n\n<?xml version=\"1.0\" encoding=\"windows-1252\"?>" RSS("<item><title>Caf\xe9</title></item>")), "" },
        { BYTES(RSS("<item><title>Caf\xe9</title></item>")), "" },
        { BYTES("\xef\xbb\xbf\n<?xml version=\"1.0\" encoding=\"UTF-16\"?>" RSS("<item><title>Caf\xc3\xa9</title></item>")), "" },
        { BYTES("<?xml version=\"1.0\" encoding=\"tidak-ada\"?>" RSS("<item><title>Caf\xc3\xa9</title></item>")), "" },
        { BYTES("<br />\n<b>Warning</b>: include() in <b>x.php</b>\n<?xml version=\"1.0\"?>" RSS("<item><title>Caf&eacute;</title></item>")), "" },
        { BYTES("\xff\xfe<\0r\0s\0s\0>\0<\0i\0t\0e\0m\0>\0<\0t\0i\0t\0l\0e\0>\0C\0a\0f\0\xe9\0<\0/\0t\0i\0t\0l\0e\0>\0"), "" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        found_list got = read_bytes(CASES[i].bytes, CASES[i].charset);
        assert_int_equal(got.n, 1);
        assert_same(got.items[0].title, "Café", CASES[i].bytes.p);
        if (i != 8) assert_true(feed_is_one(CASES[i].bytes));
    }
}

static void what_is_no_feed_is_told(void **state) {
    static const form FORMS[] = {
        { "<!DOCTYPE html><html><body><p>item</p></body></html>", BASE ": no feed, but <html>" },
        { "<urlset><url><loc>/a</loc></url></urlset>", BASE ": no feed, but <urlset>" },
        { "rapat", BASE ": no XML" },
        { "", BASE ": no XML" },
        { "{\"a\": 1}", BASE ": JSON, but no feed" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(FORMS); i++) {
        found_list out = { 0 };
        error e = { 0 };
        assert_false(feed_is_one(str_of(FORMS[i].text)));
        assert_int_equal(feed_read(&out, &home, str_of(FORMS[i].text), STR(""), STR(BASE), WIB, &e), ERROR_INPUT);
        assert_string_equal(e.text, FORMS[i].value);
        assert_int_equal(out.n, 0);
    }
    assert_true(feed_is_one(STR("<?xml version=\"1.0\"?><!-- a > b --><!DOCTYPE rss [<!ENTITY x \"<y>\">]>\n<rdf:RDF>")));
    assert_true(feed_is_one(STR("{\"version\": \"https:\\/\\/jsonfeed.org\\/version\\/1.1\"")));
}

static void items_without_a_link_are_left_out(void **state) {
    (void)state;
    static const char TEXT[] = RSS("<atom:link rel=\"next\" href=\"?hal=2\"/>" ITEM("") "<item><title>B</title></item>");
    found_list out = { 0 }, all = read_feed(TEXT);
    assert_int_equal(all.n, 3);
    assert_int_equal(feed_read(&out, &home, str_of(TEXT), STR(""), STR(BASE), WIB, NULL), 0);
    assert_int_equal(out.n, 2);
    assert_false(out.items[0].more);
    assert_true(out.items[1].more);
    assert_same(out.items[1].url, BASE "?hal=2", "the next page");
}

/* An item that is not closed, an end without a start, a first element that is closed too early. */
static void structure_is_mended(void **state) {
    static const char *const TEXTS[] = {
        "<rss><channel><item><link>/a</link><item><link>/b</link></item></channel></rss>",
        "<rss><channel><item><link>/a</item></b></x><item><link>/b</link></channel>",
        "<rss><channel><item><link>/a</link><description><p>x<br>y</description></item><item><link>/b</link></item>",
        "<rss><channel></channel><item a=1 b='2 c><link>/a</link></item><item><link>/b</link></item></rss>",
        "<rss><item><link>/a</link><description><![CDATA[x ]]]]></description></item><item><link>/b</link></item></rss>",
        "<rss><item><link>/a</link><x a=\"1\" a=\"2\"/></item><!-- <item> --><item><link>/b</link></item></rss>",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        found_list got = read_feed(TEXTS[i]);
        if (got.n != 2) fail_msg("%zu items: %s", got.n, TEXTS[i]);
        assert_same(got.items[1].url, "https://warta.example/b", TEXTS[i]);
    }
}

static void any_cut_is_survived(void **state) {
    static const char TEXT[] = "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE rss [ <!ENTITY a \"b\"> ]><!-- c -->" RSS(
        ITEM("<pubDate>Tue, 15 Oct 2024 09:30:00 +0700</pubDate><description><![CDATA[<p>Caf\xc3\xa9 &amp;</p>]]></description>")
        ITEM("<guid isPermaLink='false'>x &#8217; &eacute;</guid>"));
    (void)state;
    for (size_t n = 0; n < sizeof TEXT; n++) {
        char *copy = malloc(n + 1); /* of its own, so that a sanitizer sees its end */
        assert_non_null(copy);
        memcpy(copy, TEXT, n);
        for (int noise = 0; noise < 2; noise++) {
            found_list out = { 0 };
            if (noise && n > 0) copy[n - 1] = '\xff';
            feed_read(&out, &home, (str){ copy, n }, STR(""), STR(BASE), WIB, NULL);
            assert_true(out.n <= 2);
        }
        free(copy);
    }
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void repeat(buf *b, const char *s, size_t n) {
    while (b->n < n) buf_add(b, str_of(s));
}

/* Ten megabytes of each are read in bounded time and space. */
static void hostile_feeds_are_quick(void **state) {
    static const struct { const char *start, *again; } CASES[] = {
        { "<rss><channel>", "<item>" },
        { "<rss>", "<a>" },
        { "<rss>", "<a></b>" },
        { "<rss><item><title>", "&" },
        { "<rss><item><title>", "&#" },
        { "<rss>", "<![CDATA[" },
        { "<rss>", "<!--" },
        { "<rss>", "<?" },
        { "<rss>", "<a b=\"" },
        { "<rss>", "<a b='\"" },
        { "<rss ", "a=1 " },
        { "<rss ", "a" },
        { "", "<!DOCTYPE" },
        { "<!DOCTYPE rss [", "<!ENTITY a \"" },
        { "<rss><item><title>", "<" },
        { "<rss><item><link>", "a/../" },
        { "<feed>", "<entry xml:base=\"a\"><link href=\"b\"/>" },
        { "{\"items\": ", "[" },
        { "{\"items\": [", "{}," },
        { "", "\xff" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        arena own = { 0 };
        found_list out = { 0 };
        buf b = buf_make(LIMIT_RESPONSE);
        buf_add(&b, str_of(CASES[i].start));
        repeat(&b, CASES[i].again, LIMIT_RESPONSE - 100);
        double before = seconds();
        feed_read(&out, &own, buf_str(&b), STR(""), STR(BASE), WIB, NULL);
        if (seconds() - before > 20) fail_msg("%.1f seconds: %s", seconds() - before, CASES[i].again);
        assert_true(out.n <= LIMIT_FOUND);
        buf_free(&b);
        arena_free(&own);
    }
}

static void entities_do_not_grow(void **state) {
    static const char BOMB[] = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"tawa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d SYSTEM \"file:///etc/hostname\">]>"
        "<rss><item><title>&c;&d;</title><link>/a</link></item></rss>";
    (void)state;
    found_list got = read_feed(BOMB);
    assert_int_equal(got.n, 1);
    assert_same(got.items[0].title, "&c;&d;", "entities of the document type are text");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read),
        cmocka_unit_test(titles_are_plain),
        cmocka_unit_test(links_are_chosen),
        cmocka_unit_test(first_publication_counts),
        cmocka_unit_test(encodings_are_told),
        cmocka_unit_test(what_is_no_feed_is_told),
        cmocka_unit_test(items_without_a_link_are_left_out),
        cmocka_unit_test(structure_is_mended),
        cmocka_unit_test(any_cut_is_survived),
        cmocka_unit_test(hostile_feeds_are_quick),
        cmocka_unit_test(entities_do_not_grow),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
