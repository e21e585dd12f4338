/* SPDX-License-Identifier: MIT */
/* extractor/page/moment: times as pages write them. */
#include "pages.h"

static const word_list *months(void) { return ruleset_list(&rules, "months"); }

typedef struct {
    const char *text, *value; /* value NULL: no time */
} form;

static void check(const form *forms, size_t n) {
    for (size_t i = 0; i < n; i++) {
        moment m;
        bool found = moment_read(&m, str_of(forms[i].text), months());
        assert_told(found ? moment_text(&home, m) : STR_NONE, forms[i].value, forms[i].text);
    }
}

static void machines_are_read(void **state) {
    static const form FORMS[] = {
        { "2024-10-23", "2024-10-23" },
        { " 2024-10-23 ", "2024-10-23" },
        { "2024/10/23", "2024-10-23" },
        { "2024.1.5", "2024-01-05" },
        { "20241023", "2024-10-23" },
        { "2024-10-23T14:22", "2024-10-23T14:22" },
        { "2024-10-23t14:22", "2024-10-23T14:22" },
        { "2024-10-23 14:22:05", "2024-10-23T14:22:05" },
        { "2024-10-23T14:22:05.123Z", "2024-10-23T14:22:05+00:00" },
        { "2024-10-23T14:22:05,123456789+07:00", "2024-10-23T14:22:05+07:00" },
        { "2024-10-23T14:22+0700", "2024-10-23T14:22+07:00" },
        { "2024-10-23T14:22+07", "2024-10-23T14:22+07:00" },
        { "2024-10-23T14:22-03:30", "2024-10-23T14:22-03:30" },
        { "2024-10-23 14:22 GMT+8", "2024-10-23T14:22+08:00" },
        { "Wed, 23 Oct 2024 14:22:00 +0700", "2024-10-23T14:22:00+07:00" },
        { "Wed, 23 Oct 2024 14:22:00 GMT", "2024-10-23T14:22:00+00:00" },
        { "1729668120", "2024-10-23T07:22:00+00:00" },
        { "1729668120000", "2024-10-23T07:22:00+00:00" },
    };
    (void)state;
    check(FORMS, COUNT(FORMS));
}

static void readers_are_read(void **state) {
    static const form FORMS[] = {
        { "Rabu, 23 Oktober 2024 14:22 WIB", "2024-10-23T14:22+07:00" },
        { "23.10.24, 14:22", "2024-10-23T14:22" },
        { "Rabu, 23 Okt 2024 | 14.22 WITA", "2024-10-23T14:22+08:00" },
        { "Diterbitkan 3 November 2024, pukul 09.15 WIT", "2024-11-03T09:15+09:00" },
        { "3 NOVEMBER 2024 - 21:40 (WIT)", "2024-11-03T21:40+09:00" },
        { "23/10/2024, 14.22 WITA", "2024-10-23T14:22+08:00" },
        { "Sel, 10/15/2024 - 09:12", "2024-10-15T09:12" },
        { "05/06/2024", "2024-06-05" },
        { "23-10-2024", "2024-10-23" },
        { "23.10.2024", "2024-10-23" },
        { "23/10/24", "2024-10-23" },
        { "23.10.24 14:22", "2024-10-23T14:22" },
        { "October 23, 2024 2:22 pm", "2024-10-23T14:22" },
        { "October 23rd, 2024 12:05 AM", "2024-10-23T00:05" },
        { "Oct. 23, 2024 12:05 p.m.", "2024-10-23T12:05" },
        { "23rd October, 2024", "2024-10-23" },
        { "23-Oct-2024", "2024-10-23" },
        { "Kamis (17/10/2024) siang", "2024-10-17" },
        { "Terbit 2024-10-23 dan diubah 2024-10-24", "2024-10-23" },
        { "Jam 09:00, 23 Oktober 2024", "2024-10-23" },
        { "23 Oktober 2024\n14:22", "2024-10-23" },
        { "23 Oktober 2024 oleh seorang pewarta yang tiba di tempat itu pada 14:22", "2024-10-23" },
    };
    (void)state;
    check(FORMS, COUNT(FORMS));
}

static void what_is_no_time_is_refused(void **state) {
    static const form FORMS[] = {
        { "", NULL },
        { "kemarin", NULL },
        { "2024", NULL },
        { "23 Oktober", NULL },
        { "Oktober 2024", NULL },
        { "2024-13-01", NULL },
        { "2024-02-30", NULL },
        { "2023-02-29", NULL },
        { "2024-02-29", "2024-02-29" },
        { "32/01/2024", NULL },
        { "13/13/2024", NULL },
        { "0/1/2024", NULL },
        { "17 Agustus 1945", NULL },
        { "1989-12-31", NULL },
        { "2101-01-01", NULL },
        { "20241345", NULL },
        { "172966812", NULL },
        { "99999999999", NULL },
        { "x2024-10-23", NULL },
        { "112024-10-23", NULL },
        { "1/2/99", NULL },
        { "192.168.10.24", NULL },
        { "- - - / / /", NULL },
    };
    (void)state;
    check(FORMS, COUNT(FORMS));
}

static void a_bad_time_leaves_the_day(void **state) {
    static const form FORMS[] = {
        { "2024-10-23T25:00", "2024-10-23" },
        { "2024-10-23 14:60", "2024-10-23" },
        { "2024-10-23 14:22:99", "2024-10-23T14:22" },
        { "2024-10-23T14", "2024-10-23" },
        { "2024-10-23T14:22+99:00", "2024-10-23T14:22" },
        { "2024-10-23 14:22 WIBAWA", "2024-10-23T14:22" },
    };
    (void)state;
    check(FORMS, COUNT(FORMS));
}

static void without_months_numbers_are_read(void **state) {
    (void)state;
    moment m;
    assert_false(moment_read(&m, STR("23 Oktober 2024"), NULL));
    assert_true(moment_read(&m, STR("23/10/2024"), NULL));
    assert_int_equal(m.minute, -1);
    assert_int_equal(m.second, -1);
    assert_false(m.zoned);
}

static void zones_move_days(void **state) {
    static const struct { const char *from; int zone; const char *to; } CASES[] = {
        { "2024-10-23T07:22Z", 7 * 60, "2024-10-23T14:22+07:00" },
        { "2024-10-23T17:00:30Z", 7 * 60, "2024-10-24T00:00:30+07:00" },
        { "2024-10-23T16:59Z", 7 * 60, "2024-10-23T23:59+07:00" },
        { "2024-10-01T00:30+09:00", 0, "2024-09-30T15:30+00:00" },
        { "2024-02-28T20:00Z", 7 * 60, "2024-02-29T03:00+07:00" },
        { "2023-02-28T20:00Z", 9 * 60, "2023-03-01T05:00+09:00" },
        { "2024-12-31T22:00Z", 8 * 60, "2025-01-01T06:00+08:00" },
        { "2025-01-01T01:00+07:00", -8 * 60, "2024-12-31T10:00-08:00" },
        { "2024-10-23T10:00-09:30", 14 * 60, "2024-10-24T09:30+14:00" },
        { "2024-10-23T10:00", 7 * 60, "2024-10-23T10:00" },
        { "2024-10-23", 7 * 60, "2024-10-23" },
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        moment m;
        assert_true(moment_read(&m, str_of(CASES[i].from), NULL));
        assert_told(moment_text(&home, moment_in_zone(m, CASES[i].zone)), CASES[i].to, CASES[i].from);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(machines_are_read),
        cmocka_unit_test(readers_are_read),
        cmocka_unit_test(what_is_no_time_is_refused),
        cmocka_unit_test(a_bad_time_leaves_the_day),
        cmocka_unit_test(without_months_numbers_are_read),
        cmocka_unit_test(zones_move_days),
    };
    return cmocka_run_group_tests_name("moment", tests, pages_set_up, pages_tear_down);
}
