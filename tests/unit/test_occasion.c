/* SPDX-License-Identifier: MIT */
/* extractor/record/occasion: the day of a statement, and the sentences it stands in. extractor/report/wording: words of --about. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/occasion.h"
#include "report/wording.h"
#include "rule/ruleset.h"
#include "shipped.h"

/* An article with one statement and up to two dates; all of them are parts of the text. */
typedef struct {
    const char *published;
    const char *text, *words, *cue;
    struct { const char *text, *value, *type; } dates[2];
} telling;

static span place_of(str text, const char *part) {
    if (!part) return (span){ 0, 0 };
    size_t at = str_find(text, str_of(part), 0);
    assert_true(at != SIZE_MAX);
    return (span){ at, at + strlen(part) };
}

static void read(const telling *t, str *said, str *around) {
    article_record a = { .text = str_of(t->text), .published = str_of(t->published) };
    document d = document_make(&home, a.text, false, &rules.words);
    statement_record s = { .at = place_of(a.text, t->words), .cue = place_of(a.text, t->cue) };
    for (int i = 0; i < 2 && t->dates[i].text; i++)
        *vec_add(&home, &a.dates) = (date_record){ .at = place_of(a.text, t->dates[i].text), .value = str_of(t->dates[i].value),
                                                   .type = str_of(t->dates[i].type ? t->dates[i].type : "DATE") };
    *said = statement_said(&a, &d, &s);
    *around = str_span(a.text, statement_around(&d, &s));
}

static void assert_said(const telling *t, const char *want) {
    str said, around;
    read(t, &said, &around);
    bool right = want ? str_eq(said, str_of(want)) : said.p == NULL;
    if (!right) fail_msg("%s: \"%.*s\", not \"%s\"", t->text, STR_ARG(said), want ? want : "none");
}

#define SAID(want, ...) assert_said(&(const telling){ "2024-10-20", __VA_ARGS__ }, want)

static void the_day_stands_beside_the_cue(void **state) {
    (void)state;
    SAID("2024-10-15", "\"Kami siap,\" kata Adi, Selasa (15/10/2024).", "Kami siap", "kata", { { "Selasa (15/10/2024)", "2024-10-15", NULL } });
    SAID("2024-10-15", "Adi, Selasa (15/10/2024), mengatakan warga siap.", "warga siap", "mengatakan", { { "Selasa (15/10/2024)", "2024-10-15", NULL } });
    SAID("2024-10-15", "Selasa pagi, Adi berkata: \"Kami siap.\"", "Kami siap.", "berkata", { { "Selasa pagi", "2024-10-15T07:00", NULL } });
}

static void of_two_days_the_nearer_to_the_cue_counts(void **state) {
    (void)state;
    SAID("2024-10-15", "Pada 1 Oktober rapat batal, kata Adi, Selasa (15/10), warga siap.", "warga siap", "kata",
         { { "1 Oktober", "2024-10-01", NULL }, { "Selasa (15/10)", "2024-10-15", NULL } });
}

static void other_days_do_not_count(void **state) {
    (void)state;
    /* within the words themselves */
    SAID(NULL, "\"Rapat 15 Oktober batal,\" kata Adi.", "Rapat 15 Oktober batal", "kata", { { "15 Oktober", "2024-10-15", NULL } });
    /* in another sentence */
    SAID(NULL, "Rapat digelar 15 Oktober. \"Kami siap,\" kata Adi.", "Kami siap", "kata", { { "15 Oktober", "2024-10-15", NULL } });
    SAID(NULL, "\"Kami siap,\" kata Adi. Rapat digelar 15 Oktober.", "Kami siap", "kata", { { "15 Oktober", "2024-10-15", NULL } });
    /* after the article */
    SAID(NULL, "\"Kami siap,\" kata Adi soal rapat 25 Oktober.", "Kami siap", "kata", { { "25 Oktober", "2024-10-25", NULL } });
    SAID("2024-10-20", "\"Kami siap,\" kata Adi, 20 Oktober.", "Kami siap", "kata", { { "20 Oktober", "2024-10-20", NULL } });
    /* no day: a month, a span, a duration, nothing */
    SAID(NULL, "\"Kami siap,\" kata Adi, Oktober.", "Kami siap", "kata", { { "Oktober", "2024-10", NULL } });
    SAID(NULL, "\"Kami siap,\" kata Adi, 1-3 Oktober.", "Kami siap", "kata", { { "1-3 Oktober", "2024-10-01/2024-10-03", NULL } });
    SAID(NULL, "\"Kami siap,\" kata Adi, tiga hari.", "Kami siap", "kata", { { "tiga hari", "P3D", "DURATION" } });
    SAID(NULL, "\"Kami siap,\" kata Adi, kemarin dulu.", "Kami siap", "kata", { { "kemarin dulu", NULL, NULL } });
    SAID(NULL, "\"Kami siap,\" kata Adi.", "Kami siap", "kata", { { NULL, NULL, NULL } });
}

static void without_a_day_of_the_article_all_can_be(void **state) {
    (void)state;
    const telling t = { "2024", "\"Kami siap,\" kata Adi, 25 Oktober.", "Kami siap", "kata", { { "25 Oktober", "2024-10-25", NULL } } };
    assert_said(&t, "2024-10-25");
}

static void assert_around(const char *text, const char *said, const char *cue, const char *want) {
    str day, around;
    read(&(const telling){ NULL, text, said, cue, { { NULL, NULL, NULL } } }, &day, &around);
    assert_string_equal(arena_copy(&home, around).p, want);
}

static void the_sentences_around_are_those_of_words_and_cue(void **state) {
    (void)state;
    assert_around("Hujan turun. \"Kami siap,\" kata Adi. Rapat bubar.", "Kami siap", "kata", "\"Kami siap,\" kata Adi.");
    assert_around("Hujan turun. \"Kami siap. Kami kuat,\" kata Adi. Rapat bubar.", "Kami siap. Kami kuat", "kata", "\"Kami siap. Kami kuat,\" kata Adi.");
    assert_around("Hujan turun. Adi bicara. \"Kami siap.\" Rapat bubar.", "Kami siap.", "bicara", "Adi bicara. \"Kami siap.\"");
    assert_around("Hujan turun.\nKami siap.\nRapat bubar.", "Kami siap.", NULL, "Kami siap.");
    assert_around("Kami siap", "Kami siap", NULL, "Kami siap");
}

/* ---- words */

static bool about(const char *text, const char *sought) {
    return wording_about(&home, wording(&home, str_of(text)), str_of(sought));
}

static void words_are_found_whole(void **state) {
    (void)state;
    static const char TEXT[] = "ASN dilarang mengunggah “dukungan” – di media sosial, Jum'at.";
    assert_true(about(TEXT, "asn"));
    assert_true(about(TEXT, "media ASN"));
    assert_true(about(TEXT, "dukungan di"));
    assert_true(about(TEXT, "\"media sosial\""));
    assert_true(about(TEXT, "\"dukungan di media\""));
    assert_true(about(TEXT, "unggah* dilarang") == false);
    assert_true(about(TEXT, "mengunggah* dilarang"));
    assert_true(about(TEXT, "meng*"));
    assert_true(about(TEXT, "jum'at"));
    assert_true(about(TEXT, "media : sosial"));
    assert_false(about(TEXT, "\"sosial media\""));
    assert_false(about(TEXT, "\"meng*\""));
    assert_false(about(TEXT, "larang"));
    assert_false(about(TEXT, "media politik"));
    assert_false(about(TEXT, ""));
    assert_false(about(TEXT, "*"));
    assert_false(about(TEXT, "\"\""));
    assert_false(about(TEXT, ":"));
    assert_false(about("", "asn"));
}

static void words_come_one_by_one(void **state) {
    (void)state;
    bool prefix;
    str rest = STR(" satu  \"dua tiga\" emp* \"\" \"lima");
    assert_true(str_eq(wording_next(&rest, &prefix), STR("satu")) && !prefix);
    assert_true(str_eq(wording_next(&rest, &prefix), STR("dua tiga")) && !prefix);
    assert_true(str_eq(wording_next(&rest, &prefix), STR("emp*")) && prefix);
    assert_true(str_eq(wording_next(&rest, &prefix), STR("lima")) && !prefix);
    assert_int_equal(wording_next(&rest, &prefix).n, 0);
    assert_int_equal(wording_next(&rest, &prefix).n, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_stands_beside_the_cue),
        cmocka_unit_test(of_two_days_the_nearer_to_the_cue_counts),
        cmocka_unit_test(other_days_do_not_count),
        cmocka_unit_test(without_a_day_of_the_article_all_can_be),
        cmocka_unit_test(the_sentences_around_are_those_of_words_and_cue),
        cmocka_unit_test(words_are_found_whole),
        cmocka_unit_test(words_come_one_by_one),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
