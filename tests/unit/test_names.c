/* SPDX-License-Identifier: MIT */
/* extractor/record, extractor/store: which names and offices are the same over articles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/nameform.h"
#include "record/officekey.h"
#include "record/region.h"
#include "store/personlink.h"
#include "shipped.h"

/* ---- forms of names */

static void assert_fit(const char *a, const char *b, name_fit want) {
    const word_list *shorts = ruleset_list(&rules, "nameshorts");
    name_fit there = names_fit(str_of(a), str_of(b), shorts), back = names_fit(str_of(b), str_of(a), shorts);
    if (there != want || back != want) fail_msg("%s, %s: %d and %d, not %d", a, b, (int)there, (int)back, (int)want);
}

static void the_same_words_are_the_same_name(void **state) {
    (void)state;
    assert_fit("Taufik Kurniawan", "Taufik Kurniawan", NAMES_SAME);
    assert_fit("Taufik Kurniawan", "TAUFIK KURNIAWAN", NAMES_SAME);
    assert_fit("M. Taufik", "M Taufik", NAMES_SAME);
    assert_fit("Misman", "Misman", NAMES_SAME);
    assert_fit("Br. Simamora", "Br. Simamora", NAMES_SAME);
    assert_fit("Siti Aminah", "Siti  Aminah", NAMES_SAME);
}

static void a_shorter_form_fits(void **state) {
    (void)state;
    assert_fit("Taufik", "Taufik Kurniawan", NAMES_FIT);
    assert_fit("Kurniawan", "Taufik Kurniawan", NAMES_FIT);
    assert_fit("Taufik Kurniawan", "Taufik Hadi Kurniawan", NAMES_FIT);
    assert_fit("M. Taufik", "Muhammad Taufik", NAMES_FIT);
    assert_fit("M Taufik", "Muhammad Taufik", NAMES_FIT);
    assert_fit("Moh. Taufik Kurniawan", "Mohammad Taufik Kurniawan", NAMES_FIT);
    assert_fit("Muh. Yusuf", "Muhammad Yusuf", NAMES_FIT);
    assert_fit("Abd. Rahman", "Abdul Rahman", NAMES_FIT);
    assert_fit("Taufik", "M. Taufik", NAMES_FIT);
    assert_fit("Andi Baso P.", "Andi Baso Palinrungi", NAMES_FIT);
    assert_fit("I Gusti Putra", "I Gusti Ngurah Putra", NAMES_FIT);
}

static void a_slip_fits(void **state) {
    (void)state;
    assert_fit("Taufik Kurniawan", "Taufik Kurniawa", NAMES_FIT);
    assert_fit("Rakhmadsyah Lubis", "Rakhmatsyah Lubis", NAMES_FIT);
    assert_fit("Affifuddin Hasan", "Afifuddin Hasan", NAMES_FIT);
}

static void other_names_do_not_fit(void **state) {
    (void)state;
    assert_fit("Siti Aminah", "Siti Aisyah", NAMES_DIFFER);
    assert_fit("Siti Aminah", "Aminah Siti", NAMES_DIFFER);
    assert_fit("Taufik Kurniawan", "Taufik Hidayat", NAMES_DIFFER);
    assert_fit("M. Taufik", "Muhammad Yusuf", NAMES_DIFFER);
    assert_fit("M. Taufik", "A. Taufik", NAMES_DIFFER);
    assert_fit("Andi", "Budi", NAMES_DIFFER);
    assert_fit("Anto", "Antok", NAMES_DIFFER); /* too short for a slip */
    assert_fit("Agus Salim", "Agus Halim", NAMES_DIFFER);
    assert_fit("M. T.", "Muhammad Taufik", NAMES_DIFFER); /* no word is the same */
    assert_fit("Taufik Kurniawan Hadi", "Taufik Hidayat Nur", NAMES_DIFFER);
}

static void names_of_nothing_end(void **state) {
    (void)state;
    assert_fit("", "", NAMES_DIFFER);
    assert_fit("", "Taufik", NAMES_DIFFER);
    assert_fit(" ", "Taufik", NAMES_DIFFER);
    assert_fit(".", "Taufik", NAMES_DIFFER);
    assert_fit("Teungku ", "Teungku", NAMES_SAME);
    assert_int_equal(names_fit(STR_NONE, STR("Taufik"), NULL), NAMES_DIFFER);
    assert_int_equal(name_words(STR_NONE), 0);
    assert_int_equal(name_words(STR("")), 0);
    assert_int_equal(name_words(STR("  ")), 0);
    assert_int_equal(name_words(STR("Teungku ")), 1);
    assert_int_equal(name_words(STR("M. Taufik  Kurniawan, ")), 3);
}

/* ---- offices */

static const char *key_of(const char *title, const char *of, const char *region) {
    official_record o = { .title = str_of(title), .of = of ? str_of(of) : STR_NONE, .region = region ? str_of(region) : STR_NONE };
    return arena_copy(&home, office_key(&home, &words, &o)).p;
}

static void offices_are_the_same_however_they_are_written(void **state) {
    (void)state;
    const char *health = key_of("Kepala", "Dinas Kesehatan Kota Kediri", "35.71");
    assert_string_equal(key_of("Kepala", "Dinas Kesehatan (Dinkes) Kota Kediri", "35.71"), health);
    assert_string_equal(key_of("Kepala", "Dinkes Kota Kediri", "35.71"), health);
    assert_string_equal(key_of("Kepala", "Dinas Kesehatan  Kediri", "35.71"), health);
    assert_string_not_equal(key_of("Kepala", "Dinas Kesehatan Kabupaten Kediri", "35.06"), health);
    assert_string_not_equal(key_of("Kepala", "Dinas Sosial Kota Kediri", "35.71"), health);
    assert_string_not_equal(key_of("Sekretaris", "Dinas Kesehatan Kota Kediri", "35.71"), health);
    assert_string_equal(key_of("Wali Kota", "Kediri", "35.71"), key_of("Wali Kota", "Kota Kediri", "35.71"));
    assert_string_not_equal(key_of("Wali Kota", "Kediri", "35.71"), key_of("Bupati", "Kediri", "35.06"));
    assert_string_not_equal(key_of("Bupati", "Kediri", "35.06"), key_of("Wakil Bupati", "Kediri", "35.06"));
    assert_string_equal(key_of("Presiden", "RI", NULL), key_of("Presiden", NULL, NULL));
    assert_string_equal(key_of("Presiden", "Republik Indonesia", NULL), key_of("Presiden", NULL, NULL));
    assert_string_equal(key_of("Kapolres", "Kediri Kota", "35.71"), key_of("Kapolres", "Kediri", "35.71"));
    assert_string_equal(key_of("Ketua", "DPRD (", NULL), key_of("Ketua", "DPRD", NULL));
    assert_string_equal(key_of("Ketua", "DPRD )", NULL), key_of("Ketua", "DPRD )", NULL));
}

/* ---- persons */

typedef struct {
    const char *name, *title, *region, *key; /* the same key: the same office; NULL: no office */
    const char *first, *last;
} somebody;

enum { MOST = 6 };

/* The groups of people after linking, as letters: "aab" says that the first two are one person. */
static const char *linked(const somebody *people, size_t n, const name_decision *d, const name_pair *pair) {
    static char out[MOST + 1];
    name_links x = { .home = &home, .shorts = ruleset_list(&rules, "nameshorts"), .heads = ruleset_list(&rules, "headtitles"),
                     .nation = ruleset_list(&rules, "ministers") };
    for (size_t i = 0; i < n; i++) {
        int64_t office = people[i].key ? (int64_t)i + 1 : 0;
        for (size_t k = i; people[i].key && k-- > 0;)
            if (people[k].key && strcmp(people[k].key, people[i].key) == 0) office = (int64_t)k + 1;
        *vec_add(&home, &x.holders) = (name_holder){
            .id = (int64_t)i + 1, .office = office, .name = str_of(people[i].name), .title = str_of(people[i].title), .region = str_of(people[i].region),
            .key = str_of(people[i].key), .first = str_of(people[i].first), .last = str_of(people[i].last), .seen = true };
    }
    if (d) *vec_add(&home, &x.decisions) = *d;
    if (pair) *vec_add(&home, &x.pairs) = *pair;
    names_link(&x);
    char letter = 'a', letters[MOST] = { 0 };
    for (size_t i = 0; i < n; i++) {
        size_t root = i;
        while (x.holders.items[root].parent != root) root = x.holders.items[root].parent;
        if (!letters[root]) letters[root] = letter++;
        out[i] = letters[root];
    }
    out[n] = '\0';
    return out;
}

#define LINKED(people) linked(people, sizeof people / sizeof *people, NULL, NULL)
#define MAYOR "Wali Kota", "35.71", "wali kota|35.71|"

static void a_short_form_in_the_same_office_is_the_same_person(void **state) {
    (void)state;
    const somebody people[] = { { "Taufik Kurniawan", MAYOR, "2024-01-01", "2024-02-01" }, { "M. Taufik Kurniawan", MAYOR, "2024-01-01", "2024-02-01" },
                                { "Taufik", MAYOR, "2024-01-01", "2024-02-01" }, { "Rina Wati", MAYOR, "2025-03-01", "2025-04-01" } };
    assert_string_equal(LINKED(people), "aaab");
}

static void a_short_form_of_two_holders_is_nobodys(void **state) {
    (void)state;
    const somebody people[] = { { "Taufik", MAYOR, NULL, NULL }, { "Taufik Kurniawan", MAYOR, NULL, NULL }, { "Taufik Hidayat", MAYOR, NULL, NULL } };
    assert_string_equal(LINKED(people), "abc");
}

static void namesakes_in_two_regions_are_two(void **state) {
    (void)state;
    const somebody people[] = { { "Siti Aminah", "Camat", "35.71", "camat|35.71|mojoroto", "2024-01-01", "2024-02-01" },
                                { "Siti Aminah", "Camat", "33.74", "camat|33.74|tugu", "2024-01-01", "2024-02-01" } };
    assert_string_equal(LINKED(people), "ab");
}

static void one_name_in_two_offices_of_a_region_is_one(void **state) {
    (void)state;
    const somebody people[] = { { "Zanariah Putri", "Penjabat", "35.71", "penjabat|35.71|", "2024-01-01", "2024-02-01" },
                                { "Zanariah Putri", MAYOR, "2025-01-01", "2025-02-01" },
                                { "Zanariah", "Camat", "35.71", "camat|35.71|kota", "2024-01-01", "2024-02-01" } };
    assert_string_equal(LINKED(people), "aab"); /* one word alone says too little in another office */
}

static void heads_of_two_regions_at_once_are_two(void **state) {
    (void)state;
    const somebody at_once[] = { { "Budi Hartono", "Gubernur", "35", "gubernur|35|", "2024-01-01", "2024-12-01" },
                                 { "Budi Hartono", "Bupati", "35.06", "bupati|35.06|", "2024-03-01", "2024-10-01" } };
    const somebody in_turn[] = { { "Budi Hartono", "Bupati", "35.06", "bupati|35.06|", "2019-01-01", "2023-12-01" },
                                 { "Budi Hartono", "Gubernur", "35", "gubernur|35|", "2024-03-01", "2024-10-01" } };
    assert_string_equal(LINKED(at_once), "ab");
    assert_string_equal(LINKED(in_turn), "aa");
}

static void ministers_are_of_one_government(void **state) {
    (void)state;
    const somebody people[] = { { "Retno Lestari", "Menteri Sosial", NULL, "menteri sosial||", NULL, NULL },
                                { "Retno Lestari", "Menteri Kesehatan", NULL, "menteri kesehatan||", NULL, NULL } };
    assert_string_equal(LINKED(people), "aa");
}

static void an_office_of_no_place_says_nothing(void **state) {
    (void)state;
    const somebody people[] = { { "Joko Santoso", "Kepala Desa", NULL, "kepala desa||", NULL, NULL }, { "Joko", "Kepala Desa", NULL, "kepala desa||", NULL, NULL } };
    assert_string_equal(LINKED(people), "ab");
}

static void articles_tie_two_offices(void **state) {
    (void)state;
    const somebody people[] = { { "Hadi Pranoto", MAYOR, NULL, NULL }, { "Hadi Pranoto", "Ketua", NULL, "ketua||pmi", NULL, NULL },
                                { "Rina Wati", "Ketua", NULL, "ketua||pkk", NULL, NULL } };
    const name_pair right = { 0, 1, 7 }, wrong = { 0, 2, 8 };
    assert_string_equal(linked(people, 3, NULL, &right), "aab");
    assert_string_equal(linked(people, 3, NULL, &wrong), "abc"); /* names that do not fit */
}

static void decisions_come_first(void **state) {
    (void)state;
    const somebody people[] = { { "Taufik Kurniawan", MAYOR, NULL, NULL }, { "Taufik", MAYOR, NULL, NULL }, { "Gus Topik", "Ketua", NULL, "ketua||nu", NULL, NULL } };
    const name_decision same = { 0, 2, true, 1 }, apart = { 1, 0, false, 2 };
    assert_string_equal(linked(people, 3, &same, NULL), "aaa");
    assert_string_equal(linked(people, 3, &apart, NULL), "abc");
}

/* Two that are apart stay so also when a third, which fits both, comes between. */
static void what_is_apart_is_not_joined_by_a_third(void **state) {
    (void)state;
    const somebody people[] = { { "Taufik Kurniawan", MAYOR, NULL, NULL }, { "M. Taufik Kurniawan", MAYOR, NULL, NULL },
                                { "Taufik Hadi Kurniawan", MAYOR, NULL, NULL } };
    const name_decision apart = { 1, 2, false, 1 };
    const char *got = linked(people, 3, &apart, NULL);
    assert_true(got[1] != got[2]);
}

static void nobody_is_linked(void **state) {
    (void)state;
    assert_string_equal(linked(NULL, 0, NULL, NULL), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_words_are_the_same_name),
        cmocka_unit_test(a_shorter_form_fits),
        cmocka_unit_test(a_slip_fits),
        cmocka_unit_test(other_names_do_not_fit),
        cmocka_unit_test(names_of_nothing_end),
        cmocka_unit_test(offices_are_the_same_however_they_are_written),
        cmocka_unit_test(a_short_form_in_the_same_office_is_the_same_person),
        cmocka_unit_test(a_short_form_of_two_holders_is_nobodys),
        cmocka_unit_test(namesakes_in_two_regions_are_two),
        cmocka_unit_test(one_name_in_two_offices_of_a_region_is_one),
        cmocka_unit_test(heads_of_two_regions_at_once_are_two),
        cmocka_unit_test(ministers_are_of_one_government),
        cmocka_unit_test(an_office_of_no_place_says_nothing),
        cmocka_unit_test(articles_tie_two_offices),
        cmocka_unit_test(decisions_come_first),
        cmocka_unit_test(what_is_apart_is_not_joined_by_a_third),
        cmocka_unit_test(nobody_is_linked),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
