/* SPDX-License-Identifier: MIT */
/* extractor/report: escaping, marks in a text, charts, the index of words, dates and numbers in two languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/address.h"
#include "report/html.h"
#include "report/marking.h"
#include "report/searchdata.h"
#include "report/timescale.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static arena home;
static buf out = { .max = 1 << 20 };

static int tear_down(void **state) {
    (void)state;
    buf_free(&out);
    arena_free(&home);
    return 0;
}

/* Compares what was written, and empties it. */
static void assert_written(const char *want) {
    assert_string_equal(arena_copy(&home, buf_str(&out)).p, want);
    buf_clear(&out);
}

/* ---- Escaping */

static void text_is_never_markup(void **state) {
    static const struct { const char *text, *html, *attribute, *string; } CASES[] = {
        { "", "", "", "\"\"" },
        { "Bupati", "Bupati", "Bupati", "\"Bupati\"" },
        { "<script>", "&lt;script&gt;", "&lt;script&gt;", "\"\\u003cscript>\"" },
        { "</script>&amp;", "&lt;/script&gt;&amp;amp;", "&lt;/script&gt;&amp;amp;", "\"\\u003c/script>&amp;\"" },
        { "\"a\" 'b'", "\"a\" 'b'", "&quot;a&quot; &#39;b&#39;", "\"\\u0022a\\u0022 'b'\"" },
        { "a\\b\n", "a\\b\n", "a\\b\n", "\"a\\u005cb\\u000a\"" },
        { "\x01\x1f\x7f", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd", "\"\\u0001\\u001f\\u007f\"" },
        { "\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa", "\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa", "\xe2\x80\xa8\xe2\x80\xa9\xe2\x80\xaa", "\"\\u2028\\u2029\xe2\x80\xaa\"" },
        { "\xe2", "\xe2", "\xe2", "\"\xe2\"" },
        { "\xf0\x9f\xa6\x9c > \xe2\x80\x9ckutip\xe2\x80\x9d", "\xf0\x9f\xa6\x9c &gt; \xe2\x80\x9ckutip\xe2\x80\x9d", "\xf0\x9f\xa6\x9c &gt; \xe2\x80\x9ckutip\xe2\x80\x9d",
          "\"\xf0\x9f\xa6\x9c > \xe2\x80\x9ckutip\xe2\x80\x9d\"" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        html_text(&out, str_of(CASES[i].text));
        assert_written(CASES[i].html);
        html_attribute(&out, str_of(CASES[i].text));
        assert_written(CASES[i].attribute);
        html_string(&out, str_of(CASES[i].text));
        assert_written(CASES[i].string);
    }
    html_text(&out, STR("a\0b"));
    assert_written("a\xef\xbf\xbd" "b");
    html_string(&out, STR_NONE);
    assert_written("null");
}

static void only_the_web_is_linked_to(void **state) {
    static const char *const WEB[] = { "http://a", "https://warta.example/x?y=1#z", "HTTPS://A/" };
    static const char *const OTHERS[] = { "", "http://", "https://", "javascript:alert(1)", " https://a", "https://a b", "https://a\n", "data:text/html,x",
                                          "java\tscript:alert(1)", "//a", "ftp://a", "mailto:a@b", "corpus/a.txt", "https:/a", "vbscript:x" };
    (void)state;
    for (size_t i = 0; i < COUNT(WEB); i++) assert_true(address_is_web(str_of(WEB[i])));
    for (size_t i = 0; i < COUNT(OTHERS); i++)
        if (address_is_web(str_of(OTHERS[i]))) fail_msg("of the web: %s", OTHERS[i]);
}

/* ---- Marks */

/* Marks as "kind,number,start,end;…"; a "+" behind: the record again. */
static text_marks marks_of(const char *list) {
    text_marks marks = { 0 };
    for (str rest = str_of(list); rest.n;) {
        str part = str_split(&rest, ';');
        text_mark *m = vec_add(&home, &marks);
        m->again = str_ends(part, STR("+"));
        if (m->again) part.n--;
        char letter = str_split(&part, ',').p[0];
        while (marking_letter(m->kind) != letter) m->kind++;
        m->number = str_number(str_split(&part, ','));
        m->start = (size_t)str_number(str_split(&part, ','));
        m->end = (size_t)str_number(str_split(&part, ','));
    }
    return marks;
}

static void assert_marked(const char *text, const char *list, const char *want) {
    text_marks marks = marks_of(list);
    marking_write(&out, &home, str_of(text), &marks, LANGUAGE_INDONESIAN, false);
    assert_written(want);
}

static void words_become_links(void **state) {
    (void)state;
    assert_marked("satu dua", "", "<p>satu dua</p>\n");
    assert_marked("", "d,1,0,4", "");
    assert_marked("satu dua", "d,1,5,8", "<p>satu <a class=\"m d\" href=\"#d1\" id=\"m-d1\">dua</a></p>\n");
    assert_marked("a<b>\nc", "o,2,0,4", "<p><a class=\"m o\" href=\"#o2\" id=\"m-o2\">a&lt;b&gt;</a></p>\n<p>c</p>\n");
    assert_marked("satu dua satu", "o,1,0,4;o,1,9,13+",
                  "<p><a class=\"m o\" href=\"#o1\" id=\"m-o1\">satu</a> dua <a class=\"m o\" href=\"#o1\">satu</a></p>\n");
}

static void offsets_are_code_points(void **state) {
    (void)state;
    assert_marked("\xf0\x9f\xa6\x9c\xc3\xa9 dua", "d,1,3,6", "<p>\xf0\x9f\xa6\x9c\xc3\xa9 <a class=\"m d\" href=\"#d1\" id=\"m-d1\">dua</a></p>\n");
    assert_marked("\xf0\x9f\xa6\x9c\xc3\xa9", "d,1,0,1;d,2,1,2",
                  "<p><a class=\"m d\" href=\"#d1\" id=\"m-d1\">\xf0\x9f\xa6\x9c</a><a class=\"m d\" href=\"#d2\" id=\"m-d2\">\xc3\xa9</a></p>\n");
}

#define LABEL_S1 "<a class=\"n s\" id=\"m-s1\" href=\"#s1\" aria-label=\"Pernyataan 1\">P1</a>"

static void passages_have_labels(void **state) {
    (void)state;
    assert_marked("satu dua", "s,1,5,8", "<p>satu " LABEL_S1 "<span class=\"m s\" data-r=\"s1\">dua</span><span class=\"z s\"></span></p>\n");
    assert_marked("ab\ncd", "s,1,1,4",
                  "<p>a" LABEL_S1 "<span class=\"m s\" data-r=\"s1\">b</span></p>\n<p><span class=\"m s\" data-r=\"s1\">c</span><span class=\"z s\"></span>d</p>\n");
}

static void overlaps_are_cut_at_borders(void **state) {
    (void)state;
    assert_marked("Ketua KPU Rina", "o,1,0,14;i,1,6,9",
                  "<p><a class=\"m o\" href=\"#o1\" id=\"m-o1\">Ketua </a><a class=\"m o i\" data-r=\"i1 o1\" href=\"#i1\" id=\"m-i1\">KPU</a>"
                  "<a class=\"m o\" href=\"#o1\" tabindex=\"-1\"> Rina</a></p>\n");
    assert_marked("abc", "o,1,0,3;i,1,0,3",
                  "<p><a class=\"m o i\" data-r=\"i1 o1\" href=\"#i1\" id=\"m-i1\">abc</a><span id=\"m-o1\"></span></p>\n");
    assert_marked("abcd", "s,1,0,3;d,1,2,4",
                  "<p>" LABEL_S1 "<span class=\"m s\" data-r=\"s1\">ab</span><a class=\"m s d\" data-r=\"d1 s1\" href=\"#d1\" id=\"m-d1\">c</a>"
                  "<span class=\"z s\"></span><a class=\"m d\" href=\"#d1\" tabindex=\"-1\">d</a></p>\n");
}

static void wrong_marks_are_left_out(void **state) {
    (void)state;
    assert_marked("abc", "d,1,7,9", "<p>abc</p>\n");
    assert_marked("abc", "d,1,1,1;d,2,2,1", "<p>abc</p>\n");
    assert_marked("abc", "d,1,1,99", "<p>a<a class=\"m d\" href=\"#d1\" id=\"m-d1\">bc</a></p>\n");
}

static void the_first_line_is_a_heading(void **state) {
    text_marks marks = { 0 };
    (void)state;
    marking_write(&out, &home, STR("Judul\nIsi"), &marks, LANGUAGE_INDONESIAN, true);
    assert_written("<h1>Judul</h1>\n<p>Isi</p>\n");
}

/* Text must come out whole however marks lie; tags are taken out, labels too. */
static void no_text_is_lost(void **state) {
    static const char TEXT[] = "Bupati \xf0\x9f\xa6\x9c Sikka\nhadir di KPU.";
    static const char WITHOUT_LINES[] = "Bupati \xf0\x9f\xa6\x9c Sikkahadir di KPU.";
    static const char KINDS[] = "spoidr";
    (void)state;
    srand(7);
    for (int round = 0; round < 500; round++) {
        text_marks marks = { 0 };
        for (int i = rand() % 12; i > 0; i--) {
            size_t start = (size_t)(rand() % 30);
            text_mark *m = vec_add(&home, &marks);
            while (marking_letter(m->kind) != KINDS[rand() % 6]) m->kind = (mark_kind)((m->kind + 1) % MARK_KINDS);
            m->number = i;
            m->start = start;
            m->end = start + (size_t)(rand() % 10);
        }
        marking_write(&out, &home, str_of(TEXT), &marks, LANGUAGE_INDONESIAN, false);
        buf plain = buf_make(4096);
        for (size_t i = 0; i < out.n; i++) {
            if (str_starts(str_cut(buf_str(&out), i, out.n), STR("<a class=\"n"))) i = str_find(buf_str(&out), STR("</a>"), i);
            if (out.p[i] == '<') i = str_find(buf_str(&out), STR(">"), i);
            else if (out.p[i] != '\n') buf_add_char(&plain, out.p[i]);
        }
        assert_string_equal(arena_copy(&home, buf_str(&plain)).p, WITHOUT_LINES);
        buf_free(&plain);
        buf_clear(&out);
    }
}

/* ---- Charts */

static void ceilings_are_round(void **state) {
    static const size_t CASES[][2] = { { 0, 1 }, { 1, 1 }, { 2, 2 }, { 3, 5 }, { 6, 10 }, { 11, 20 }, { 50, 50 }, { 51, 100 }, { 630292, 1000000 } };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) assert_int_equal(chart_ceiling(CASES[i][0]), CASES[i][1]);
}

static void spans_lie_within_their_scale(void **state) {
    (void)state;
    chart_span(&out, 20240101, 20241231, 20240101, 20241231);
    assert_non_null(strstr(arena_copy(&home, buf_str(&out)).p, "<rect x=\"0.00%\" width=\"100.00%\""));
    buf_clear(&out);
    chart_span(&out, 0, 20241231, 20240101, 20241231);
    assert_written("");
}

/* Rows as "label=count …", and what unit they have. */
static void assert_scale(const timescale_count *counts, size_t n, word unit, const char *want) {
    timescale_counts list = { 0 };
    word got;
    for (size_t i = 0; i < n; i++) *vec_add(&home, &list) = counts[i];
    chart_rows rows = timescale_rows(&got, &home, &list, LANGUAGE_ENGLISH);
    for (size_t i = 0; i < rows.n; i++) buf_format(&out, "%s%.*s=%zu", i ? "; " : "", STR_ARG(rows.items[i].label), rows.items[i].value);
    assert_written(want);
    if (n) assert_int_equal(got, unit);
}

static void time_is_told_by_day_month_or_year(void **state) {
    static const timescale_count DAYS[] = { { 20241017, 2 }, { 20241015, 1 }, { 20241000, 9 }, { 0, 5 } };
    static const timescale_count MONTHS[] = { { 20241215, 1 }, { 20240901, 2 }, { 20240902, 3 } };
    static const timescale_count YEARS[] = { { 20240000, 1 }, { 20220101, 4 } };
    (void)state;
    assert_scale(DAYS, COUNT(DAYS), WORD_DATE, "15 October 2024=1; 16 October 2024=0; 17 October 2024=2");
    assert_scale(MONTHS, COUNT(MONTHS), WORD_MONTH, "September 2024=5; October 2024=0; November 2024=0; December 2024=1");
    assert_scale(YEARS + 0, 1, WORD_YEAR, "2024=1");
    assert_scale(YEARS, 0, WORD_YEAR, "");
}

/* ---- Words of the interface */

static void dates_and_numbers_are_written_out(void **state) {
    static const struct { const char *iso, *id, *en; } CASES[] = {
        { "2024-10-15", "15 Oktober 2024", "15 October 2024" },
        { "2024-10-15T08:05:00+07:00", "15 Oktober 2024, 08.05", "15 October 2024, 08:05" },
        { "2024-08", "Agustus 2024", "August 2024" },
        { "2024", "2024", "2024" },
        { "2024-10-15/2024-10-17", "2024-10-15/2024-10-17", "2024-10-15/2024-10-17" },
        { "2024-W42", "2024-W42", "2024-W42" },
        { "P3D", "P3D", "P3D" },
        { "kemarin", "kemarin", "kemarin" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        words_date(&out, LANGUAGE_INDONESIAN, str_of(CASES[i].iso));
        assert_written(CASES[i].id);
        words_date(&out, LANGUAGE_ENGLISH, str_of(CASES[i].iso));
        assert_written(CASES[i].en);
    }
    words_number(&out, LANGUAGE_INDONESIAN, 1234567);
    assert_written("1.234.567");
    words_number(&out, LANGUAGE_ENGLISH, 1005);
    assert_written("1,005");
}

static void every_word_is_there_in_both_languages(void **state) {
    (void)state;
    for (word w = 0; w < WORD_COUNT; w++)
        for (language l = 0; l < LANGUAGE_COUNT; l++)
            if (!word_in(l, w).n) fail_msg("word %d lacks language %d", (int)w, (int)l);
    for (key_group g = 0; g < KEYS_COUNT; g++)
        for (size_t i = 0; word_key(g, i).p; i++) assert_true(word_of_key(LANGUAGE_ENGLISH, g, word_key(g, i)).n > 0);
}

/* ---- The index of words */

static void words_are_cut_and_folded(void **state) {
    static const char *const WANTED[] = { "2", "banjir", "caf\xc3\xa9", "desa", "jum", "\xe6\x9d\xb1\xe4\xba\xac" };
    wordindex x = wordindex_make();
    (void)state;
    wordindex_add_text(&x, STR("Banjir \xe2\x80\x9c" "DESA\xe2\x80\x9d, CAF\xc3\x89; Jum\xe2\x80\x99 2 \xf0\x9f\xa6\x9c \xe6\x9d\xb1\xe4\xba\xac"), 4);
    assert_int_equal(x.postings.n, COUNT(WANTED));
    for (size_t i = 0; i < COUNT(WANTED); i++) {
        uint32_t at = table_get(&x.terms, str_of(WANTED[i]));
        if (at == TABLE_NONE) fail_msg("no word %s", WANTED[i]);
        assert_string_equal(arena_copy(&home, buf_str(&x.postings.items[at].steps)).p, "F");
    }
    wordindex_free(&x);
}

static void items_are_told_by_steps(void **state) {
    wordindex x = wordindex_make();
    (void)state;
    wordindex_add(&x, STR("a"), 0);   /* 1: B */
    wordindex_add(&x, STR("a"), 0);   /* again: nothing */
    wordindex_add(&x, STR("a"), 31);  /* 31: f */
    wordindex_add(&x, STR("a"), 63);  /* 32: 0, more; 1 */
    wordindex_add(&x, STR("a"), 1100); /* 1037 = 13 + 0 * 32 + 1 * 1024 */
    assert_string_equal(arena_copy(&home, buf_str(&x.postings.items[0].steps)).p, "BfgBtgB");
    wordindex_free(&x);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_never_markup),
        cmocka_unit_test(only_the_web_is_linked_to),
        cmocka_unit_test(words_become_links),
        cmocka_unit_test(offsets_are_code_points),
        cmocka_unit_test(passages_have_labels),
        cmocka_unit_test(overlaps_are_cut_at_borders),
        cmocka_unit_test(wrong_marks_are_left_out),
        cmocka_unit_test(the_first_line_is_a_heading),
        cmocka_unit_test(no_text_is_lost),
        cmocka_unit_test(ceilings_are_round),
        cmocka_unit_test(spans_lie_within_their_scale),
        cmocka_unit_test(time_is_told_by_day_month_or_year),
        cmocka_unit_test(dates_and_numbers_are_written_out),
        cmocka_unit_test(every_word_is_there_in_both_languages),
        cmocka_unit_test(words_are_cut_and_folded),
        cmocka_unit_test(items_are_told_by_steps),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
