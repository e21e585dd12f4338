/* SPDX-License-Identifier: MIT */
/* record/calendar: months, weekdays, steps, ISO texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/calendar.h"
#include "base/clock.h"

static calendar_day day(int year, int month, int d) {
    return (calendar_day){ year, month, d };
}

static void assert_day(calendar_day got, int year, int month, int d) {
    assert_int_equal(got.year, year);
    assert_int_equal(got.month, month);
    assert_int_equal(got.day, d);
}

static void months_have_their_lengths(void **state) {
    (void)state;
    assert_int_equal(calendar_month_days(2023, 2), 28);
    assert_int_equal(calendar_month_days(2024, 2), 29);
    assert_int_equal(calendar_month_days(1900, 2), 28);
    assert_int_equal(calendar_month_days(2000, 2), 29);
    assert_int_equal(calendar_month_days(2024, 4), 30);
    assert_int_equal(calendar_month_days(2024, 12), 31);
}

static void real_days_are_valid(void **state) {
    (void)state;
    assert_true(calendar_valid(day(2024, 2, 29)));
    assert_false(calendar_valid(day(2023, 2, 29)));
    assert_false(calendar_valid(day(2024, 13, 1)));
    assert_false(calendar_valid(day(2024, 0, 1)));
    assert_false(calendar_valid(day(2024, 4, 31)));
    assert_false(calendar_valid(day(2024, 4, 0)));
    assert_false(calendar_valid(day(0, 4, 1)));
}

static void weekdays_are_known(void **state) {
    (void)state;
    assert_int_equal(calendar_weekday(day(2024, 10, 15)), 1); /* a Tuesday */
    assert_int_equal(calendar_weekday(day(1945, 8, 17)), 4);  /* a Friday */
    assert_int_equal(calendar_weekday(day(2000, 1, 1)), 5);
    assert_int_equal(calendar_weekday(day(1970, 1, 1)), 3);
    assert_int_equal(calendar_weekday(day(1600, 2, 29)), 1);
}

static void days_are_added(void **state) {
    (void)state;
    assert_day(calendar_add(day(2024, 2, 28), 2), 2024, 3, 1);
    assert_day(calendar_add(day(2025, 1, 1), -1), 2024, 12, 31);
    assert_day(calendar_add(day(2024, 1, 1), 366), 2025, 1, 1);
    assert_int_equal(calendar_between(day(2024, 1, 1), day(2025, 1, 1)), 366);
    assert_int_equal(calendar_between(day(2024, 3, 1), day(2024, 2, 28)), -2);
    for (int n = -700000; n < 800000; n += 997) /* there and back */
        assert_int_equal(calendar_between(day(2024, 2, 29), calendar_add(day(2024, 2, 29), n)), n);
}

static void months_are_added(void **state) {
    (void)state;
    assert_day(calendar_add_months(day(2024, 1, 31), 1), 2024, 2, 29);
    assert_day(calendar_add_months(day(2024, 12, 1), 1), 2025, 1, 1);
    assert_day(calendar_add_months(day(2024, 1, 15), -1), 2023, 12, 15);
}

static void days_are_compared(void **state) {
    (void)state;
    assert_true(calendar_compare(day(2024, 1, 2), day(2024, 1, 10)) < 0);
    assert_true(calendar_compare(day(2025, 1, 1), day(2024, 12, 31)) > 0);
    assert_int_equal(calendar_compare(day(2024, 5, 5), day(2024, 5, 5)), 0);
}

static void texts_are_read(void **state) {
    (void)state;
    calendar_day d;
    assert_true(calendar_read(&d, STR("2024-10-15T09:30:00+07:00")));
    assert_day(d, 2024, 10, 15);
    assert_true(calendar_read(&d, STR("2024-10")));
    assert_day(d, 2024, 10, 0);
    assert_true(calendar_read(&d, STR("2024")));
    assert_day(d, 2024, 0, 0);
    assert_false(calendar_read(&d, STR("2024-02-30")));
    assert_false(calendar_read(&d, STR("kemarin")));
    assert_false(calendar_read(&d, STR("")));
}

static void texts_are_written(void **state) {
    (void)state;
    arena a = { 0 };
    assert_true(str_eq(calendar_text(&a, day(2024, 1, 5)), STR("2024-01-05")));
    assert_true(str_eq(calendar_text(&a, day(2024, 1, 0)), STR("2024-01")));
    assert_true(str_eq(calendar_text(&a, day(987, 0, 0)), STR("0987")));
    arena_free(&a);
}

static void weeks_are_of_their_thursdays_year(void **state) {
    (void)state;
    arena a = { 0 };
    assert_true(str_eq(calendar_week(&a, day(2024, 10, 17)), STR("2024-W42")));
    assert_true(str_eq(calendar_week(&a, day(2024, 12, 30)), STR("2025-W01")));
    assert_true(str_eq(calendar_week(&a, day(2021, 1, 3)), STR("2020-W53")));
    assert_true(str_eq(calendar_week(&a, day(2023, 1, 1)), STR("2022-W52")));
    arena_free(&a);
}

static void minutes_are_read(void **state) {
    (void)state;
    assert_int_equal(calendar_minute(STR("2024-10-15T09:30:00+07:00")), 570);
    assert_int_equal(calendar_minute(STR("2024-10-15T00:00")), 0);
    assert_int_equal(calendar_minute(STR("2024-10-15")), -1);
    assert_int_equal(calendar_minute(STR("2024-10-15T25:00")), -1);
    assert_int_equal(calendar_minute(STR_NONE), -1);
}

static void the_nearest_year_is_found(void **state) {
    (void)state;
    assert_day(calendar_nearest(day(0, 12, 30), day(2025, 1, 3)), 2024, 12, 30);
    assert_day(calendar_nearest(day(0, 1, 5), day(2024, 12, 30)), 2025, 1, 5);
    assert_int_equal(calendar_nearest(day(0, 2, 30), day(2024, 12, 30)).year, 0);
}

static void times_go_there_and_back(void **state) {
    (void)state;
    static const struct { int64_t seconds; const char *text; } CASES[] = {
        { 0, "1970-01-01T00:00:00Z" }, { 951782400, "2000-02-29T00:00:00Z" }, { 1795847713, "2026-11-28T06:35:13Z" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char text[CLOCK_TEXT];
        clock_text(text, CASES[i].seconds);
        assert_string_equal(text, CASES[i].text);
        assert_int_equal(clock_seconds(str_of(text)), CASES[i].seconds);
    }
    assert_int_equal(clock_seconds(STR("")), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_have_their_lengths), cmocka_unit_test(real_days_are_valid), cmocka_unit_test(weekdays_are_known),
        cmocka_unit_test(days_are_added),            cmocka_unit_test(months_are_added),    cmocka_unit_test(days_are_compared),
        cmocka_unit_test(texts_are_read),            cmocka_unit_test(texts_are_written),
        cmocka_unit_test(weeks_are_of_their_thursdays_year), cmocka_unit_test(minutes_are_read),
        cmocka_unit_test(the_nearest_year_is_found),
        cmocka_unit_test(times_go_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
