/* SPDX-License-Identifier: MIT */
#include "fetch/feeddate.h"

#include "page/moment.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2100, LONGEST_DATE = 200, LONGEST_ZONE = 5, FARTHEST_ZONE = 14 };

/* What months begin with; Indonesian and English, and their abbreviations. */
static const struct { const char *start; int month; } MONTHS[] = {
    { "jan", 1 }, { "feb", 2 },  { "peb", 2 },  { "mar", 3 },  { "apr", 4 },  { "mei", 5 },  { "may", 5 },  { "jun", 6 },
    { "jul", 7 }, { "agu", 8 },  { "agt", 8 },  { "ags", 8 },  { "aug", 8 },  { "sep", 9 },  { "okt", 10 }, { "oct", 10 },
    { "nov", 11 }, { "nop", 11 }, { "des", 12 }, { "dec", 12 },
};

/* Zones by name. Of names that several have, the one that feeds mean. */
static const struct { const char *name; int zone; } ZONES[] = {
    { "z", 0 },       { "ut", 0 },      { "utc", 0 },      { "gmt", 0 },      { "wet", 0 },      { "wib", 420 },    { "wita", 480 },
    { "wit", 540 },   { "est", -300 },  { "edt", -240 },   { "cst", -360 },   { "cdt", -300 },   { "mst", -420 },   { "mdt", -360 },
    { "pst", -480 },  { "pdt", -420 },  { "akst", -540 },  { "akdt", -480 },  { "hst", -600 },   { "ast", -240 },   { "adt", -180 },
    { "bst", 60 },    { "west", 60 },   { "cet", 60 },     { "cest", 120 },   { "met", 60 },     { "mest", 120 },   { "eet", 120 },
    { "eest", 180 },  { "msk", 180 },   { "msd", 240 },    { "ict", 420 },    { "sgt", 480 },    { "myt", 480 },    { "hkt", 480 },
    { "pht", 480 },   { "awst", 480 },  { "jst", 540 },    { "kst", 540 },    { "aest", 600 },   { "aedt", 660 },   { "nzst", 720 },
    { "nzdt", 780 },
};

/* What is known so far of a date that is read from front to back; -1: not yet. */
typedef struct {
    str s;
    size_t i;
    int year, month, day, hour, minute, second;
    bool zoned;
    int zone;
} reading;

static bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

static size_t count_digits(str s, size_t i) {
    size_t n = 0;
    while (i + n < s.n && ascii_digit(s.p[i + n])) n++;
    return n;
}

static int number_at(str s, size_t i, size_t n) { return (int)str_number(str_cut(s, i, i + n)); }

static int month_of(str word) {
    if (word.n < 3) return 0;
    for (size_t i = 0; i < sizeof MONTHS / sizeof *MONTHS; i++)
        if (str_eq_fold(str_cut(word, 0, 3), str_of(MONTHS[i].start))) return MONTHS[i].month;
    return 0;
}

static bool zone_of(str word, int *zone) {
    for (size_t i = 0; word.n <= LONGEST_ZONE && i < sizeof ZONES / sizeof *ZONES; i++) {
        if (!str_eq_fold(word, str_of(ZONES[i].name))) continue;
        *zone = ZONES[i].zone;
        return true;
    }
    return false;
}

/* +0700, -07:00, +7 at i; how long it is, or 0. */
static size_t offset_at(str s, size_t i, int *zone) {
    if (i >= s.n || (s.p[i] != '+' && s.p[i] != '-')) return 0;
    size_t n = count_digits(s, i + 1), end = i + 1 + n;
    int hours, minutes = 0;
    if (n == 3 || n == 4) {
        hours = number_at(s, i + 1, n - 2);
        minutes = number_at(s, end - 2, 2);
    } else if (n == 1 || n == 2) {
        hours = number_at(s, i + 1, n);
        if (end < s.n && s.p[end] == ':' && count_digits(s, end + 1) == 2) {
            minutes = number_at(s, end + 1, 2);
            end += 3;
        }
    } else {
        return 0;
    }
    if (hours > FARTHEST_ZONE || minutes > 59) return 0;
    *zone = (s.p[i] == '-' ? -1 : 1) * (hours * 60 + minutes);
    return end - i;
}

/* The length of pm, p.m., am at i behind an hour; 0: none. *after: it is the second half of the day. */
static size_t half_at(str s, size_t i, bool *after) {
    char first = ascii_lower(s.p[i]);
    size_t m = i + 1 < s.n && s.p[i + 1] == '.' ? i + 2 : i + 1;
    if ((first != 'a' && first != 'p') || m >= s.n || ascii_lower(s.p[m]) != 'm' || (m + 1 < s.n && is_letter(s.p[m + 1]))) return 0;
    *after = first == 'p';
    return m + 1 - i;
}

static void take_word(reading *r) {
    size_t start = r->i;
    bool after;
    size_t half = r->hour >= 0 && r->hour <= 12 ? half_at(r->s, start, &after) : 0;
    if (half) {
        r->hour = r->hour % 12 + (after ? 12 : 0);
        r->i += half;
        return;
    }
    while (r->i < r->s.n && (is_letter(r->s.p[r->i]) || (r->s.p[r->i] & 0x80))) r->i++;
    str word = str_cut(r->s, start, r->i);
    int month = month_of(word), zone;
    if (r->month < 0 && month) {
        r->month = month;
    } else if (r->hour >= 0 && !r->zoned && zone_of(word, &zone)) {
        r->zoned = true;
        r->zone = zone;
        size_t n = offset_at(r->s, r->i, &zone); /* GMT+7 */
        if (n) r->zone = zone;
        r->i += n;
    }
}

/* 14:22, 14.22, 14:22:05.123 at i. false: none. */
static bool take_time(reading *r) {
    str s = r->s;
    size_t n = count_digits(s, r->i), i = r->i + n;
    if (r->hour >= 0 || n > 2 || i + 2 >= s.n + 0 || (s.p[i] != ':' && s.p[i] != '.') || count_digits(s, i + 1) != 2) return false;
    char mark = s.p[i];
    int hour = number_at(s, r->i, n), minute = number_at(s, i + 1, 2);
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return false;
    i += 3;
    if (i < s.n && s.p[i] == mark && (n = count_digits(s, i + 1)) > 0 && n <= 2) {
        r->second = number_at(s, i + 1, n);
        if (r->second > 60) r->second = -1;
        i += 1 + n;
        if (i < s.n && (s.p[i] == '.' || s.p[i] == ',') && (n = count_digits(s, i + 1)) > 0) i += 1 + n;
    }
    r->hour = hour;
    r->minute = minute;
    r->i = i;
    return true;
}

static void take_number(reading *r) {
    if (take_time(r)) return;
    size_t n = count_digits(r->s, r->i);
    int value = n <= 4 ? number_at(r->s, r->i, n) : -1;
    r->i += n;
    if (n == 4 && r->year < 0) r->year = value;
    else if (n <= 2 && r->day < 0) r->day = value;
    else if (n <= 2 && n > 0 && r->year < 0) r->year = value + (value < 70 ? 2000 : 1900);
}

/* A date with the name of a month. */
static bool read_named(moment *out, str s) {
    reading r = { .s = s, .year = -1, .month = -1, .day = -1, .hour = -1, .minute = -1, .second = -1 };
    while (r.i < s.n) {
        char c = s.p[r.i];
        size_t n = r.hour >= 0 ? offset_at(s, r.i, &r.zone) : 0;
        if (n) r.zoned = true, r.i += n;
        else if (ascii_digit(c)) take_number(&r);
        else if (is_letter(c) || (c & 0x80)) take_word(&r);
        else r.i++;
    }
    *out = (moment){ { r.year, r.month, r.day }, .minute = -1, .second = r.second, .zoned = r.zoned, .zone = r.zone };
    if (r.year < FIRST_YEAR || r.year > LAST_YEAR || !calendar_valid(out->day)) return false;
    if (r.hour == 24) out->day = calendar_add(out->day, 1), r.hour = 0;
    if (r.hour >= 0) out->minute = r.hour * 60 + r.minute;
    return true;
}

static bool has_month(str s) {
    for (size_t i = 0; i < s.n; i++) {
        if (!is_letter(s.p[i])) continue;
        size_t start = i;
        while (i < s.n && is_letter(s.p[i])) i++;
        if (month_of(str_cut(s, start, i))) return true;
    }
    return false;
}

/* 20241015T093000 with colons in its time; s itself when it is something else. */
static str with_colons(arena *a, str s) {
    bool compact = count_digits(s, 0) == 8 && s.n >= 15 && ascii_lower(s.p[8]) == 't' && count_digits(s, 9) == 6;
    if (!compact) return s;
    str parts[] = { str_cut(s, 0, 11), STR(":"), str_cut(s, 11, 13), STR(":"), str_cut(s, 13, s.n) };
    return arena_join(a, parts, 5);
}

/* The end of a day, 24:00, as the beginning of the next; what is read of s has to be moved by *days then. */
static str with_day_begun(arena *a, str s, int *days) {
    size_t at = str_find(s, STR("24:00"), 0);
    *days = at != SIZE_MAX && at > 0 && memchr("Tt ", s.p[at - 1], 3);
    str parts[] = { str_cut(s, 0, *days ? at : s.n), STR("00:00"), str_cut(s, *days ? at + 5 : s.n, s.n) };
    return *days ? arena_join(a, parts, 3) : s;
}

/* A date in digits; the zone's name may be one that pages do not have. */
static bool read_digits(moment *out, arena *a, str s) {
    int days;
    if (!moment_read(out, with_day_begun(a, with_colons(a, s), &days), NULL)) return false;
    out->day = calendar_add(out->day, days);
    str last = str_last_word(s);
    size_t start = last.n;
    while (start > 0 && is_letter(last.p[start - 1])) start--;
    if (out->minute >= 0 && !out->zoned) out->zoned = zone_of(str_cut(last, start, last.n), &out->zone);
    return true;
}

str feed_date(arena *a, str s, int zone) {
    moment m;
    s = str_trim(s);
    if (s.n == 0 || s.n > LONGEST_DATE || !(has_month(s) ? read_named(&m, s) : read_digits(&m, a, s))) return STR_NONE;
    if (!m.zoned && m.minute >= 0) m.zoned = true, m.zone = zone;
    return moment_text(a, m);
}
