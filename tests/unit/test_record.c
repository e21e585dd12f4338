/* SPDX-License-Identifier: MIT */
/* extractor/record: regions, offices, people, clauses. Dates have test_date.c and test_calendar.c. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "record/clause.h"
#include "record/office.h"
#include "record/people.h"
#include "record/region.h"
#include "shipped.h"

static void assert_str(str got, const char *want) { assert_string_equal(arena_copy(&home, got).p, want); }

/* ---- regions */

static void assert_region(const char *phrase, region_level level, const char *code) {
    str got = region_code(&words, str_of(phrase), level);
    if (!str_eq(got, str_of(code))) fail_msg("%s: \"%.*s\", not \"%s\"", phrase, STR_ARG(got), code);
}

static void a_level_word_tells_regions_of_one_name_apart(void **state) {
    (void)state;
    assert_region("Kota Kediri", REGION_ANY, "35.71");
    assert_region("Kabupaten Kediri", REGION_ANY, "35.06");
    assert_region("Kab. Kediri", REGION_ANY, "35.06");
    assert_region("Pemkot Kediri", REGION_ANY, "35.71");
    assert_region("Pemkab Kediri", REGION_ANY, "35.06");
    assert_region("Bawaslu Kota Kediri", REGION_ANY, "35.71");
    assert_region("Kediri", REGION_ANY, "");
    assert_region("Kediri", REGION_KOTA, "35.71");
    assert_region("Kediri", REGION_KABUPATEN, "35.06");
    assert_region("Polres Kediri Kota", REGION_KABUPATEN, "35.71");
    assert_region("Kediri Kota", REGION_ANY, "35.71");
    assert_region("Kota Kediri", REGION_KABUPATEN, "35.71"); /* what is written counts more */
}

static void provinces_are_known_by_their_short_names(void **state) {
    (void)state;
    assert_region("Sumatera Utara", REGION_ANY, "12");
    assert_region("Sumut", REGION_ANY, "12");
    assert_region("Polda Sumut", REGION_PROVINCE, "12");
    assert_region("Nusa Tenggara Timur (NTT)", REGION_ANY, "53");
    assert_region("Provinsi Jawa Timur", REGION_ANY, "35");
    assert_region("Polda Bengkulu", REGION_ANY, "17");
    assert_region("Kota Bengkulu", REGION_ANY, "17.71");
    assert_region("Gorontalo", REGION_PROVINCE, "75");
    assert_region("Gorontalo", REGION_KOTA, "75.71");
    assert_region("Gorontalo", REGION_KABUPATEN, "75.01");
}

static void what_ends_with_no_region_has_no_code(void **state) {
    (void)state;
    assert_region("", REGION_ANY, "");
    assert_region("Dinas Perhubungan", REGION_ANY, "");
    assert_region("Komisi II DPR", REGION_ANY, "");
    assert_region("Kota", REGION_ANY, "");
    assert_region(" Kota", REGION_ANY, "");
    assert_region(")", REGION_ANY, "");
    assert_region("(NTT)", REGION_ANY, "");
    assert_region("Dinas Sosial Kota Ternate ", REGION_ANY, "82.71");
}

static void a_region_without_that_level_is_taken_as_it_is(void **state) {
    (void)state;
    assert_region("Sikka", REGION_KOTA, "53.07");
    assert_region("Ternate", REGION_KABUPATEN, "82.71");
    assert_region("Sikka", REGION_PROVINCE, "");
}

/* ---- offices */

static void bodies_of_one_name_are_the_same(void **state) {
    (void)state;
    assert_true(office_same_body(STR("Kota Kediri"), STR("Kediri")));
    assert_true(office_same_body(STR("Kediri"), STR("Kota Kediri")));
    assert_true(office_same_body(STR("Kabupaten Biak Numfor"), STR("Biak Numfor")));
    assert_true(office_same_body(STR("Bawaslu"), STR("Bawaslu Kota Kediri")));
    assert_true(office_same_body(STR("Provinsi Bali"), STR("Bali")));
    assert_true(office_same_body(STR("KPU KOTA AMBON"), STR("KPU Kota Ambon")));
    assert_true(office_same_body(STR_NONE, STR("Kediri")));
    assert_true(office_same_body(STR("Kediri"), STR("")));
    assert_true(office_same_body(STR("Kediri"), STR("Kediri")));
    assert_false(office_same_body(STR("Kediri"), STR("Blitar")));
    assert_false(office_same_body(STR("Bone"), STR("Bonebolango")));
    assert_false(office_same_body(STR("Bawaslu"), STR("KPU Kota Kediri")));
}

static void offices_are_written_in_one_line(void **state) {
    (void)state;
    assert_str(office_line(&home, STR("Pj"), STR("Wali Kota"), STR("Kota Kediri")), "Pj Wali Kota Kediri");
    assert_str(office_line(&home, STR_NONE, STR("Ketua"), STR("KPU Kota Kediri")), "Ketua KPU Kota Kediri");
    assert_str(office_line(&home, STR("Plt"), STR("Bupati"), STR_NONE), "Plt Bupati");
    assert_str(office_line(&home, STR_NONE, STR("Camat"), STR("Suwawa")), "Camat Suwawa");
}

/* ---- people */

static void words_of_names_are_compared_with_slips(void **state) {
    (void)state;
    assert_true(name_word_same(STR("Taufik"), STR("TAUFIK")));
    assert_true(name_word_same(STR("Kurniawan"), STR("Kurniawann")));
    assert_true(name_word_same(STR("Kurniawan"), STR("Kurniawen")));
    assert_true(name_word_same(STR("Kurniawan"), STR("Kurnawan")));
    assert_false(name_word_same(STR("Kurniawan"), STR("Kurnawin")));
    assert_false(name_word_same(STR("Kurniawan"), STR("Gurniawan"))); /* the first letter has to be the same */
    assert_false(name_word_same(STR("Rina"), STR("Rini")));           /* short words are other names */
    assert_false(name_word_same(STR("Rina"), STR("")));
    assert_true(name_word_same(STR("Wijaya"), STR("Wijaja")));
}

static void people_are_found_by_parts_of_their_names(void **state) {
    (void)state;
    people p = { 0 };
    size_t andi = people_add(&p, &home, STR("Andi Wijaya Kusuma"), 10), rina = people_add(&p, &home, STR("Rina Latuconsina"), 50);
    assert_int_not_equal(andi, rina);
    assert_int_equal(people_find(&p, STR("Andi"), 100), andi);
    assert_int_equal(people_find(&p, STR("Kusuma"), 100), andi);
    assert_int_equal(people_find(&p, STR("Andi Kusuma"), 100), andi);
    assert_true(people_find(&p, STR("Kusuma Andi"), 100) == PEOPLE_NONE); /* words stand in order */
    assert_true(people_find(&p, STR("Budi"), 100) == PEOPLE_NONE);
    assert_true(people_find(&p, STR(""), 100) == PEOPLE_NONE);
    assert_int_equal(people_find(&p, STR("RINA"), 100), rina);
    assert_int_equal(people_find(&p, STR("Latuconsinna"), 100), rina);
}

static void a_fuller_name_replaces_the_shorter(void **state) {
    (void)state;
    people p = { 0 };
    size_t who = people_add(&p, &home, STR("Ridwan"), 5);
    assert_int_equal(people_add(&p, &home, STR("Ridwan Soamole"), 40), who);
    assert_str(p.list.items[who].name, "Ridwan Soamole");
    assert_int_equal(p.list.items[who].words, 2);
    assert_int_equal(people_add(&p, &home, STR("Soamole"), 60), who);
    assert_str(p.list.items[who].name, "Ridwan Soamole");
    assert_int_equal(p.list.n, 1);
}

static void of_two_people_the_one_seen_last_is_meant(void **state) {
    (void)state;
    people p = { 0 };
    size_t first = people_add(&p, &home, STR("Muhammad Rizal"), 10), second = people_add(&p, &home, STR("Muhammad Yusuf"), 90);
    assert_int_equal(people_find(&p, STR("Muhammad"), 50), first);
    assert_int_equal(people_find(&p, STR("Muhammad"), 200), second);
    people_alias(&p, second, STR("Ucup"));
    people_alias(&p, PEOPLE_NONE, STR("Nobody"));
    assert_int_equal(people_find(&p, STR("Ucup"), 200), second);
    people_alias(&p, second, STR("Yus")); /* the first alias stays */
    assert_true(people_find(&p, STR("Yus"), 200) == PEOPLE_NONE);
}

static void there_are_only_so_many_people(void **state) {
    (void)state;
    people p = { 0 };
    for (int i = 0; i < LIMIT_PEOPLE; i++) { /* names that are no slips of one another */
        int b = 'a' + i % 26, c = 'a' + i / 26 % 26, d = 'a' + i / 676;
        assert_int_equal(people_add(&p, &home, arena_format(&home, "N%c%c%c%c%c%c", b, b, c, c, d, d), 0), i);
    }
    assert_true(people_add(&p, &home, STR("Rina"), 0) == PEOPLE_NONE);
    assert_int_equal(p.list.n, LIMIT_PEOPLE);
}

static void mentions_are_found_by_place(void **state) {
    (void)state;
    people p = { 0 };
    for (size_t i = 0; i < 5; i++) *vec_add(&home, &p.mentions) = (person_mention){ { i * 10, i * 10 + 4 }, i };
    assert_int_equal(people_at(&p, 20)->person, 2);
    assert_null(people_at(&p, 21));
    assert_int_equal(people_before(&p, 21, 0)->person, 2);
    assert_int_equal(people_before(&p, 20, 0)->person, 1);
    assert_null(people_before(&p, 20, 15));
    assert_null(people_before(&p, 0, 0));
    assert_int_equal(people_before(&p, 1000, 0)->person, 4);
}

/* ---- clauses */

static const char *trimmed(const char *text) {
    str s = str_of(text);
    return arena_copy(&home, str_span(s, clause_trim(s, (span){ 0, s.n }))).p;
}

static void clauses_are_trimmed(void **state) {
    (void)state;
    assert_string_equal(trimmed(" , warga pulang. "), "warga pulang");
    assert_string_equal(trimmed("; warga pulang,"), "warga pulang");
    assert_string_equal(trimmed("warga pulang..."), "warga pulang...");
    assert_string_equal(trimmed(" , . "), "");
    assert_string_equal(trimmed(""), "");
    str s = STR("satu dua  tiga");
    assert_int_equal(clause_words(s, (span){ 0, s.n }), 3);
    assert_int_equal(clause_words(s, (span){ 5, 9 }), 1);
    assert_int_equal(clause_words(s, (span){ 4, 5 }), 0);
}

/* An extraction that has a document and word lists, as clause functions need. */
static extraction over(document *d, const char *text) {
    *d = document_make(&home, str_of(text), false, &rules.words);
    return (extraction){ .home = &home, .rules = &rules, .words = &words, .doc = d };
}

static void a_clause_is_looked_for_within_bounds(void **state) {
    (void)state;
    document d;
    extraction x = over(&d, "Satu dua. Tiga empat lima. Enam.");
    span s = clause_range(&x, 15);
    assert_int_equal(s.start, 10);
    assert_int_equal(s.end, 26);
    char *endless = arena_alloc(&home, 100001);
    memset(endless, 'a', 100000);
    x = over(&d, endless);
    s = clause_range(&x, 50000);
    assert_true(s.start >= 50000 - LIMIT_CLAUSE && s.start <= 50000 && s.end >= 50000 && s.end <= 50000 + LIMIT_CLAUSE);
    s = clause_range(&x, 0);
    assert_int_equal(s.start, 0);
    assert_true(s.end <= LIMIT_CLAUSE);
}

static bool has_predicate(const char *text) {
    document d;
    extraction x = over(&d, text);
    return clause_predicate(&x, (span){ 0, d.text.n });
}

static void predicates_are_seen(void **state) {
    (void)state;
    assert_true(has_predicate("warga menjaga kebersihan"));
    assert_true(has_predicate("pasar dibuka lagi"));
    assert_true(has_predicate("rapat berjalan"));
    assert_true(has_predicate("jalan itu rusak"));
    assert_true(has_predicate("anggaran akan cair"));
    assert_false(has_predicate("pentingnya kebersihan"));
    assert_false(has_predicate("berita dan harga beras tersebut"));
    assert_false(has_predicate(""));
}

static void words_are_found_whole(void **state) {
    (void)state;
    static const char *const WORDS[] = { "agar", "untuk", " supaya ", NULL };
    size_t size = 0;
    str s = STR("pagar warga untuk semua agar aman");
    assert_int_equal(clause_find(s, (span){ 0, s.n }, WORDS, &size), 12);
    assert_int_equal(size, 5);
    assert_int_equal(clause_find(s, (span){ 18, s.n }, WORDS, &size), 24);
    assert_true(clause_find(s, (span){ 0, 11 }, WORDS, &size) == SIZE_MAX);
    assert_true(clause_find(s, (span){ 0, 16 }, WORDS, &size) == SIZE_MAX || s.p[12] == 'u');
    s = STR("minta supaya aman");
    assert_int_equal(clause_find(s, (span){ 0, s.n }, WORDS, &size), 5);
}

static const char *before_quote(const char *text) {
    document d;
    extraction x = over(&d, text);
    return arena_copy(&home, text_of(&x, clause_before_quote(&x, (span){ 0, d.text.n }))).p;
}

static void a_clause_ends_before_a_quotation(void **state) {
    (void)state;
    assert_string_equal(before_quote("Ia bilang, “Kami semua siap berangkat.”"), "Ia bilang, ");
    assert_string_equal(before_quote("Program “Warga Peduli” dimulai"), "Program “Warga Peduli” dimulai"); /* a name */
    assert_string_equal(before_quote("Tanpa kutipan"), "Tanpa kutipan");
}

static void verbs_are_told_by_form(void **state) {
    (void)state;
    document d;
    extraction x = over(&d, "menjaga tetap rumah tersebut dinas");
    assert_true(clause_verb_at(&x, 0, d.text.n));
    assert_true(clause_verb_at(&x, 8, d.text.n));  /* listed */
    assert_false(clause_verb_at(&x, 14, d.text.n));
    assert_false(clause_verb_at(&x, 20, d.text.n)); /* looks like one */
    assert_false(clause_verb_at(&x, 29, d.text.n));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_level_word_tells_regions_of_one_name_apart),
        cmocka_unit_test(provinces_are_known_by_their_short_names),
        cmocka_unit_test(what_ends_with_no_region_has_no_code),
        cmocka_unit_test(a_region_without_that_level_is_taken_as_it_is),
        cmocka_unit_test(bodies_of_one_name_are_the_same),
        cmocka_unit_test(offices_are_written_in_one_line),
        cmocka_unit_test(words_of_names_are_compared_with_slips),
        cmocka_unit_test(people_are_found_by_parts_of_their_names),
        cmocka_unit_test(a_fuller_name_replaces_the_shorter),
        cmocka_unit_test(of_two_people_the_one_seen_last_is_meant),
        cmocka_unit_test(there_are_only_so_many_people),
        cmocka_unit_test(mentions_are_found_by_place),
        cmocka_unit_test(clauses_are_trimmed),
        cmocka_unit_test(a_clause_is_looked_for_within_bounds),
        cmocka_unit_test(predicates_are_seen),
        cmocka_unit_test(words_are_found_whole),
        cmocka_unit_test(a_clause_ends_before_a_quotation),
        cmocka_unit_test(verbs_are_told_by_form),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
