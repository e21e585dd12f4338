/* SPDX-License-Identifier: MIT */
#include "base/calendar.h"

int calendar_month_days(int year, int month) {
    static const int DAYS[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : DAYS[month - 1];
}

bool calendar_valid(calendar_day d) {
    return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= calendar_month_days(d.year, d.month);
}

/* Days since 1970-01-01 and back: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
static int to_number(calendar_day d) {
    int y = d.month <= 2 ? d.year - 1 : d.year, era = y / 400, of_era = y - era * 400;
    int of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static calendar_day from_number(int n) {
    n += 719468;
    int era = n / 146097, of_era = n - era * 146097;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100), m = (5 * of_year + 2) / 153;
    int month = m < 10 ? m + 3 : m - 9;
    return (calendar_day){ year + era * 400 + (month <= 2), month, of_year - (153 * m + 2) / 5 + 1 };
}

int calendar_weekday(calendar_day d) {
    return ((to_number(d) + 3) % 7 + 7) % 7;
}

calendar_day calendar_add(calendar_day d, int n) {
    return from_number(to_number(d) + n);
}

calendar_day calendar_add_months(calendar_day d, int n) {
    int months = d.year * 12 + d.month - 1 + n;
    calendar_day r = { months / 12, months % 12 + 1, d.day };
    if (r.day > calendar_month_days(r.year, r.month)) r.day = calendar_month_days(r.year, r.month);
    return r;
}

int calendar_compare(calendar_day a, calendar_day b) {
    if (a.year != b.year) return a.year - b.year;
    return a.month != b.month ? a.month - b.month : a.day - b.day;
}

int calendar_between(calendar_day a, calendar_day b) {
    return to_number(b) - to_number(a);
}

int calendar_distance(calendar_day a, calendar_day b) {
    int n = calendar_between(a, b);
    return n < 0 ? -n : n;
}

calendar_day calendar_nearest(calendar_day d, calendar_day near) {
    calendar_day best = { 0 };
    for (int year = near.year - 1; year <= near.year + 1; year++) {
        calendar_day c = { year, d.month, d.day };
        if (calendar_valid(c) && (!best.year || calendar_distance(c, near) < calendar_distance(best, near))) best = c;
    }
    return best;
}

static long part(str s, size_t from, size_t n) {
    return s.n >= from + n ? str_number(str_cut(s, from, from + n)) : -1;
}

bool calendar_read(calendar_day *out, str iso) {
    *out = (calendar_day){ 0 };
    long year = part(iso, 0, 4), month = iso.n > 4 && iso.p[4] == '-' ? part(iso, 5, 2) : 0;
    long day = month > 0 && iso.n > 7 && iso.p[7] == '-' ? part(iso, 8, 2) : 0;
    if (year < 1 || month < 0 || month > 12 || day < 0) return false;
    if (day && day > calendar_month_days((int)year, (int)month)) return false;
    *out = (calendar_day){ (int)year, (int)month, (int)day };
    return true;
}

bool calendar_is_written(str iso) {
    calendar_day day;
    return (iso.n == 4 || iso.n == 7 || iso.n == 10) && calendar_read(&day, iso) && (iso.n < 7 || day.month) && (iso.n < 10 || day.day);
}

int calendar_minute(str iso) {
    if (iso.n < 16 || iso.p[10] != 'T' || iso.p[13] != ':') return -1;
    long hour = part(iso, 11, 2), minute = part(iso, 14, 2);
    return hour < 0 || hour > 23 || minute < 0 || minute > 59 ? -1 : (int)(hour * 60 + minute);
}

static void write_number(char *out, int value, int digits) {
    for (; digits > 0; value /= 10) out[--digits] = (char)('0' + value % 10);
}

str calendar_text(arena *a, calendar_day d) {
    char *p = arena_raw(a, 11);
    write_number(p, d.year, 4);
    p[4] = p[7] = '-';
    if (d.month) write_number(p + 5, d.month, 2);
    if (d.month && d.day) write_number(p + 8, d.day, 2);
    size_t n = !d.month ? 4 : !d.day ? 7 : 10;
    p[n] = 0;
    return (str){ p, n };
}

str calendar_week(arena *a, calendar_day d) {
    calendar_day thursday = calendar_add(d, 3 - calendar_weekday(d)); /* a week is of the year that its Thursday is of */
    int week = calendar_between((calendar_day){ thursday.year, 1, 1 }, thursday) / 7 + 1;
    return arena_format(a, "%04d-W%02d", thursday.year, week);
}
