/* SPDX-License-Identifier: MIT */
/* extractor/fetch/sourcefile, sourcevalue: sources.conf. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/limits.h"
#include "fetch/sourcefile.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define CONTACT "contact = meja@kabar.example.id\n"
#define FEED "feed = https://kabar.example.id/rss\n"
/* Three lines that are well. */
#define SOURCE CONTACT "[kabar]\n" FEED

static char folder[64], path[128];

static int set_up(void **state) {
    (void)state;
    strcpy(folder, "/tmp/petik-sources-XXXXXX");
    if (!mkdtemp(folder)) return -1;
    snprintf(path, sizeof path, "%s/sources.conf", folder);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static void put(str text) {
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(text.p, 1, text.n, f), text.n);
    assert_int_equal(fclose(f), 0);
}

static source_file of(const char *text) {
    source_file out;
    error e = { 0 };
    put(str_of(text));
    if (source_file_read(&out, path, &e)) fail_msg("%s", e.text);
    return out;
}

/* want: the message without the folder's name. */
static void assert_fault(str text, const char *want) {
    source_file out;
    error e = { 0 };
    put(text);
    int code = source_file_read(&out, path, &e);
    if (code != ERROR_USAGE || !str_starts(str_of(e.text), str_of(path)))
        fail_msg("%d, \"%s\" instead of \"%s\"", code, e.text, want);
    if (strcmp(e.text + strlen(folder) + 1, want) != 0) fail_msg("\"%s\", not \"%s\"", e.text + strlen(folder) + 1, want);
    source_file_free(&out);
}

static void assert_texts(source_texts got, const char *want) {
    char text[512] = "";
    for (size_t i = 0; i < got.n; i++) {
        strcat(text, i ? " " : "");
        strcat(text, got.items[i].p);
    }
    assert_string_equal(text, want);
}

static void defaults_are_told(void **state) {
    (void)state;
    char beside[160];
    source_file f = of(SOURCE);
    assert_string_equal(f.contact.p, "meja@kabar.example.id");
    snprintf(beside, sizeof beside, "%s/news.db", folder);
    assert_string_equal(f.db.p, beside);
    snprintf(beside, sizeof beside, "%s/archive", folder);
    assert_string_equal(f.archive.p, beside);
    assert_null(f.certificates.p);
    assert_int_equal(f.connect, 15000);
    assert_int_equal(f.wait, 30000);
    assert_int_equal(f.stall, 30000);
    assert_int_equal(f.whole, 120000);
    assert_int_equal(f.patience, 120000);
    assert_int_equal(f.sources.n, 1);
    const fetch_source *s = &f.sources.items[0];
    assert_string_equal(s->name.p, "kabar");
    assert_int_equal(s->line, 2);
    assert_texts(s->feeds, "https://kabar.example.id/rss");
    assert_int_equal(s->sitemaps.n + s->starts.n + s->follow.n + s->leave.n + s->revisit.n, 0);
    assert_null(s->publisher.p);
    assert_int_equal(s->zone, 420);
    assert_int_equal(s->delay, 2000);
    assert_int_equal(s->limit, 1000);
    assert_int_equal(s->days, 30);
    source_file_free(&f);
    source_file_free(NULL);
}

static void everything_is_read(void **state) {
    (void)state;
    char beside[160];
    source_file f = of("# all\n"
                       "contact = https://kabar.example.id/petik\n"
                       "db = kabar.db\narchive=/archives/petik\ncertificates = ca/own.pem\n"
                       "connect = 5s\nwait = 500ms\nstall=1.5s\nwhole = 10m\npatience = 0\n"
                       "zone = WITA\ndelay = 4s\nlimit = 7\ndays = all\nrevisit = 1d 7d\nleave = */iklan/*\nleave = /tag/\n"
                       "\n"
                       "[satu]\n"
                       "feed = https://Satu.example.id:443/rss#x   # the fragment goes\n"
                       "feed = https://satu.example.id/2.xml?a=1\n"
                       "sitemap = http://satu.example.id/news.xml\n"
                       "start = https://satu.example.id\n"
                       "follow = /berita/*\n"
                       "follow = https://*.example.id/caf\xC3\xA9/\n"
                       "publisher = Kabar \"Satu\" \xE2\x80\x93 Ende\n"
                       "[dua-2.x_Y]\n"
                       "  start =   https://dua.example.id/  \n"
                       "leave = /foto/\nzone = -03:30\ndelay = 0\nlimit = 1\ndays = 2\nrevisit = none\n"
                       "[ tiga ]\n" FEED "zone = wit\nrevisit = 12h\n");
    assert_string_equal(f.contact.p, "https://kabar.example.id/petik");
    snprintf(beside, sizeof beside, "%s/kabar.db", folder);
    assert_string_equal(f.db.p, beside);
    assert_string_equal(f.archive.p, "/archives/petik");
    snprintf(beside, sizeof beside, "%s/ca/own.pem", folder);
    assert_string_equal(f.certificates.p, beside);
    assert_int_equal(f.connect, 5000);
    assert_int_equal(f.wait, 500);
    assert_int_equal(f.stall, 1500);
    assert_int_equal(f.whole, 600000);
    assert_int_equal(f.patience, 0);
    assert_int_equal(f.sources.n, 3);
    const fetch_source *s = f.sources.items;
    assert_texts(s->feeds, "https://satu.example.id/rss https://satu.example.id/2.xml?a=1");
    assert_texts(s->sitemaps, "http://satu.example.id/news.xml");
    assert_texts(s->starts, "https://satu.example.id/");
    assert_texts(s->follow, "/berita/* https://*.example.id/caf%C3%A9/");
    assert_texts(s->leave, "*/iklan/* /tag/");
    assert_string_equal(s->publisher.p, "Kabar \"Satu\" \xE2\x80\x93 Ende");
    assert_int_equal(s->zone, 480);
    assert_int_equal(s->delay, 4000);
    assert_int_equal(s->limit, 7);
    assert_int_equal(s->days, 0);
    assert_int_equal(s->revisit.n, 2);
    assert_int_equal(s->revisit.items[0], 86400);
    assert_int_equal(s->revisit.items[1], 604800);
    s++;
    assert_string_equal(s->name.p, "dua-2.x_Y");
    assert_texts(s->leave, "/foto/");
    assert_int_equal(s->feeds.n, 0);
    assert_int_equal(s->zone, -210);
    assert_int_equal(s->delay, 0);
    assert_int_equal(s->limit, 1);
    assert_int_equal(s->days, 2);
    assert_int_equal(s->revisit.n, 0);
    s++;
    assert_string_equal(s->name.p, "tiga");
    assert_texts(s->leave, "*/iklan/* /tag/");
    assert_int_equal(s->zone, 540);
    assert_int_equal(s->revisit.n, 1);
    assert_int_equal(s->revisit.items[0], 43200);
    source_file_free(&f);
}

static void line_ends_and_marks_are_read(void **state) {
    (void)state;
    source_file f = of("\xEF\xBB\xBF" "contact = meja@kabar.example.id\r\n\r\n[a]\r\nfeed = https://kabar.example.id/rss\r\n[b]\r\nstart = https://b.example.id/");
    assert_int_equal(f.sources.n, 2);
    assert_string_equal(f.contact.p, "meja@kabar.example.id");
    assert_texts(f.sources.items[0].feeds, "https://kabar.example.id/rss");
    source_file_free(&f);
    f = of(CONTACT);
    assert_int_equal(f.sources.n, 0);
    source_file_free(&f);
}

static void faults_are_told(void **state) {
    static const struct {
        const char *text, *fault;
    } CASES[] = {
        { "", "sources.conf:1:1: no contact: sites have to know whom to write to; add contact = an e-mail or web address" },
        { "[a]\n" FEED, "sources.conf:1:1: no contact: sites have to know whom to write to; add contact = an e-mail or web address" },
        { "contact = meja\n", "sources.conf:1:11: \"meja\" is no e-mail address, and none of the web" },
        { "contact = a@b@c\n", "sources.conf:1:11: \"a@b@c\" is no e-mail address, and none of the web" },
        { "contact = ftp://a.example.id/\n", "sources.conf:1:11: \"ftp://a.example.id/\" is no e-mail address, and none of the web" },
        { CONTACT "contact = a@b\n", "sources.conf:2:1: contact is said already, on line 1" },
        { SOURCE "  contact = a@b\n", "sources.conf:4:3: contact is said for all, before the first source" },
        { CONTACT FEED, "sources.conf:2:1: feed is said in a source, behind [name]" },
        { CONTACT "publisher = A\n", "sources.conf:2:1: publisher is said in a source, behind [name]" },
        { CONTACT "  fed = a\n", "sources.conf:2:3: no key \"fed\"; did you mean feed?" },
        { SOURCE "pubisher=A\n", "sources.conf:4:1: no key \"pubisher\"; did you mean publisher?" },
        { SOURCE "q=A\n", "sources.conf:4:1: no key \"q\"" },
        { SOURCE "a very long key that stands here, and that nobody would ever mean by anything = A\n",
          "sources.conf:4:1: no key \"a very long key that stands here, and that nobody would ever\"" },
        { SOURCE "delay\n", "sources.conf:4:1: neither \"key = value\" nor \"[name]\"" },
        { SOURCE " = 2s\n", "sources.conf:4:2: no key before =" },
        { SOURCE "delay =\n", "sources.conf:4:7: delay has no value" },
        { SOURCE "delay = # 2s\n", "sources.conf:4:7: delay has no value" },
        { SOURCE "delay = 2\n", "sources.conf:4:9: \"2\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = 2 s\n", "sources.conf:4:9: \"2 s\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = -2s\n", "sources.conf:4:9: \"-2s\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = .5s\n", "sources.conf:4:9: \".5s\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = 1.s\n", "sources.conf:4:9: \"1.s\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = 2S\n", "sources.conf:4:9: \"2S\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = 9999999999s\n", "sources.conf:4:9: \"9999999999s\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = 9999d\n", "sources.conf:4:9: \"9999d\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "delay = 2s\nzone = WIB\ndelay = 3s\n", "sources.conf:6:1: delay is said already, on line 4" },
        { CONTACT "wait = 0s\n", "sources.conf:2:8: \"0s\" is no bound: it has to be more than 0" },
        { CONTACT "wait = lama\n", "sources.conf:2:8: \"lama\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "limit = 0\n", "sources.conf:4:9: \"0\" is no number from 1 to 999999999" },
        { SOURCE "limit = 1e3\n", "sources.conf:4:9: \"1e3\" is no number from 1 to 999999999" },
        { SOURCE "days = 0\n", "sources.conf:4:8: \"0\" is no number of days: write 30, or all" },
        { SOURCE "days = 30d\n", "sources.conf:4:8: \"30d\" is no number of days: write 30, or all" },
        { SOURCE "revisit = 1d  7\n", "sources.conf:4:15: \"7\" is no length of time: write 500ms, 2s, 1.5m, 12h or 7d" },
        { SOURCE "revisit = 7d 1d\n", "sources.conf:4:14: \"1d\" is no later than the one before it" },
        { SOURCE "revisit = 0\n", "sources.conf:4:11: \"0\" is too soon: an article is fetched again after a second at least" },
        { SOURCE "zone = WIBB\n", "sources.conf:4:8: \"WIBB\" is no time zone: write WIB, WITA, WIT, UTC or +07:00" },
        { SOURCE "zone = +0700\n", "sources.conf:4:8: \"+0700\" is no time zone: write WIB, WITA, WIT, UTC or +07:00" },
        { SOURCE "zone = +07:60\n", "sources.conf:4:8: \"+07:60\" is no time zone: write WIB, WITA, WIT, UTC or +07:00" },
        { SOURCE "zone = +15:00\n", "sources.conf:4:8: \"+15:00\" is no time zone: write WIB, WITA, WIT, UTC or +07:00" },
        { SOURCE "feed = kabar.example.id/rss\n", "sources.conf:4:8: \"kabar.example.id/rss\" is no address: write https://\xE2\x80\xA6" },
        { SOURCE "feed = ftp://kabar.example.id/\n", "sources.conf:4:8: \"ftp://kabar.example.id/\" is no address: write https://\xE2\x80\xA6" },
        { SOURCE "follow = berita/\n", "sources.conf:4:10: \"berita/\" is no pattern: it begins with /, * or https://, and has no spaces" },
        { SOURCE "leave = /a /b\n", "sources.conf:4:9: \"/a /b\" is no pattern: it begins with /, * or https://, and has no spaces" },
        { CONTACT "[a]\n[b]\n" FEED, "sources.conf:2:1: [a] has no address: feed, sitemap or start" },
        { CONTACT "[a]\nlimit = 1\n", "sources.conf:2:1: [a] has no address: feed, sitemap or start" },
        { SOURCE "[kabar]\n", "sources.conf:4:2: there is a [kabar] already, on line 2" },
        { CONTACT " [kabar\n", "sources.conf:2:2: no ] behind the name" },
        { CONTACT "[kabar] feed\n", "sources.conf:2:9: something behind [name]" },
        { CONTACT "[]\n", "sources.conf:2:1: no name in []" },
        { CONTACT "[ka bar]\n", "sources.conf:2:4: names have letters, digits, . - and _" },
        { SOURCE "publisher = Kab\xFF\n", "sources.conf:4:16: not UTF-8" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) assert_fault(str_of(CASES[i].text), CASES[i].fault);
    assert_fault(STR(SOURCE "publisher = a\0b\n"), "sources.conf:4:14: a NUL byte, which no text has");
}

/* The examples that are shipped; the test runs in the tree. */
static void examples_are_read(void **state) {
    (void)state;
    arena a = { 0 };
    error e = { 0 };
    str text;
    source_file f;
    if (file_read(&text, &a, "docs/COLLECTING.md", LIMIT_RULE_FILE, ERROR_INPUT, &e)) skip();
    size_t start = str_find(text, STR("```conf\n"), 0), end = str_find(text, STR("\n```"), start + 1);
    assert_true(start != SIZE_MAX && end != SIZE_MAX);
    put(str_cut(text, start + 8, end));
    const char *const paths[] = { path, "docs/sources.conf" };
    for (size_t i = 0; i < 2; i++) {
        if (source_file_read(&f, paths[i], &e)) fail_msg("%s", e.text);
        assert_int_equal(f.sources.n, 2);
        assert_int_equal(f.sources.items[0].leave.n, 2);
        assert_int_equal(f.sources.items[1].zone, 480);
        source_file_free(&f);
    }
    arena_free(&a);
}

static void long_words_are_cut_between_letters(void **state) {
    (void)state;
    char text[400] = SOURCE "zone = ", want[400] = "sources.conf:4:8: \"";
    for (int i = 0; i < 50; i++) strcat(text, "\xE2\x80\x93");
    for (int i = 0; i < 20; i++) strcat(want, "\xE2\x80\x93");
    strcat(want, "\" is no time zone: write WIB, WITA, WIT, UTC or +07:00");
    assert_fault(str_of(text), want);
    strcpy(text, SOURCE "zone = x");
    for (int i = 0; i < 50; i++) strcat(text, "\xE2\x80\x93");
    strcpy(want, "sources.conf:4:8: \"x");
    for (int i = 0; i < 19; i++) strcat(want, "\xE2\x80\x93");
    strcat(want, "\" is no time zone: write WIB, WITA, WIT, UTC or +07:00");
    assert_fault(str_of(text), want);
}

static void what_cannot_be_read_is_told(void **state) {
    (void)state;
    source_file f;
    error e = { 0 };
    assert_int_equal(source_file_read(&f, "nowhere/sources.conf", &e), ERROR_INPUT);
    assert_string_equal(e.text, "nowhere/sources.conf: No such file or directory");
    size_t n = LIMIT_RULE_FILE + 1;
    char *text = malloc(n);
    memset(text, '#', n);
    put((str){ text, n });
    e = (error){ 0 };
    assert_int_equal(source_file_read(&f, path, &e), ERROR_INPUT);
    assert_true(str_find(str_of(e.text), STR("larger than 8388608 bytes"), 0) != SIZE_MAX);
    free(text);
}

static void files_without_a_folder_have_none(void **state) {
    (void)state;
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    put(STR(SOURCE));
    assert_int_equal(chdir(folder), 0);
    source_file f;
    error e = { 0 };
    assert_int_equal(source_file_read(&f, "sources.conf", &e), 0);
    assert_string_equal(f.db.p, "news.db");
    source_file_free(&f);
    assert_int_equal(chdir(here), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_are_told),
        cmocka_unit_test(everything_is_read),
        cmocka_unit_test(line_ends_and_marks_are_read),
        cmocka_unit_test(faults_are_told),
        cmocka_unit_test(examples_are_read),
        cmocka_unit_test(long_words_are_cut_between_letters),
        cmocka_unit_test(what_cannot_be_read_is_told),
        cmocka_unit_test(files_without_a_folder_have_none),
    };
    return cmocka_run_group_tests_name("sourcefile", tests, set_up, tear_down);
}
