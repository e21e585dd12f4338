/* SPDX-License-Identifier: MIT */
#include "page/moment.h"

#include "text/utf8.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2100, FARTHEST_TIME = 40 };

/* A string that is read from front to back. */
typedef struct {
    str s;
    size_t i;
} cursor;

static size_t count_digits(str s, size_t i) {
    size_t n = 0;
    while (i + n < s.n && ascii_digit(s.p[i + n])) n++;
    return n;
}

/* Takes a number of least to most digits, and no more. */
static bool take_number(cursor *c, size_t least, size_t most, int *out) {
    size_t n = count_digits(c->s, c->i);
    if (n < least || n > most) return false;
    *out = (int)str_number(str_cut(c->s, c->i, c->i + n));
    c->i += n;
    return true;
}

static bool take_char(cursor *c, const char *set) {
    if (c->i >= c->s.n || !c->s.p[c->i] || !strchr(set, c->s.p[c->i])) return false;
    c->i++;
    return true;
}

static void skip(cursor *c, const char *set) {
    while (take_char(c, set)) {}
}

static bool set_day(moment *out, int year, int month, int day) {
    out->day = (calendar_day){ year, month, day };
    return year >= FIRST_YEAR && year <= LAST_YEAR && calendar_valid(out->day);
}

/* 2024-10-23, 2024/10/23, 20241023. */
static bool year_first(cursor *c, moment *out) {
    cursor k = *c;
    int year, month, day;
    if (count_digits(k.s, k.i) == 8) {
        year = (int)str_number(str_cut(k.s, k.i, k.i + 4));
        month = (int)str_number(str_cut(k.s, k.i + 4, k.i + 6));
        day = (int)str_number(str_cut(k.s, k.i + 6, k.i + 8));
        k.i += 8;
    } else if (!take_number(&k, 4, 4, &year) || !take_char(&k, "-/.") || !take_number(&k, 1, 2, &month) || !take_char(&k, "-/.") ||
               !take_number(&k, 1, 2, &day)) {
        return false;
    }
    if (!set_day(out, year, month, day)) return false;
    *c = k;
    return true;
}

/* "24" of 23.10.24. */
static bool take_short_year(cursor *c, int *year) {
    cursor k = *c;
    if (!take_number(&k, 2, 2, year) || *year >= 60 || (k.i < k.s.n && strchr(":.", k.s.p[k.i]))) return false;
    *year += 2000;
    *c = k;
    return true;
}

/* 23/10/2024; 10/23/2024 where it can be nothing else. */
static bool year_last(cursor *c, moment *out) {
    cursor k = *c;
    int day, month, year;
    if (!take_number(&k, 1, 2, &day) || !take_char(&k, "-/.") || !take_number(&k, 1, 2, &month) || !take_char(&k, "-/.") ||
        !(take_number(&k, 4, 4, &year) || take_short_year(&k, &year)))
        return false;
    if (month > 12 ? !set_day(out, year, day, month) : !set_day(out, year, month, day)) return false;
    *c = k;
    return true;
}

static int take_month(cursor *c, const word_list *months) {
    const list_entry *entry;
    size_t n = list_longest(months, c->s, c->i, c->s.n, &entry);
    if (!n) return 0;
    c->i += n;
    return (int)str_number(entry->column[0]);
}

/* 23 Oktober 2024, 23-Oct-2024, 23rd October, 2024. */
static bool day_first(cursor *c, moment *out, const word_list *months) {
    cursor k = *c;
    int day, year;
    if (!take_number(&k, 1, 2, &day)) return false;
    skip(&k, "stndrh.");
    skip(&k, " -/,");
    int month = take_month(&k, months);
    if (!month) return false;
    skip(&k, " -/,.'");
    if (!take_number(&k, 4, 4, &year) || !set_day(out, year, month, day)) return false;
    *c = k;
    return true;
}

/* October 23, 2024; Oct 23 14:22:00 2024 is not read. */
static bool month_first(cursor *c, moment *out, const word_list *months) {
    cursor k = *c;
    int day, year, month = take_month(&k, months);
    if (!month) return false;
    skip(&k, " .");
    if (!take_number(&k, 1, 2, &day)) return false;
    skip(&k, "stndrh");
    skip(&k, " ,");
    if (!take_number(&k, 4, 4, &year) || !set_day(out, year, month, day)) return false;
    *c = k;
    return true;
}

/* +07:00, +0700, +07; "GMT" before it has been passed over. */
static bool take_offset(cursor *c, moment *out) {
    cursor k = *c;
    int sign = take_char(&k, "+") ? 1 : take_char(&k, "-") ? -1 : 0, hours, minutes = 0;
    if (!sign) return false;
    size_t n = count_digits(k.s, k.i);
    if (n == 4) {
        hours = (int)str_number(str_cut(k.s, k.i, k.i + 2));
        minutes = (int)str_number(str_cut(k.s, k.i + 2, k.i + 4));
        k.i += 4;
    } else {
        if (!take_number(&k, 1, 2, &hours)) return false;
        if (take_char(&k, ":") && !take_number(&k, 2, 2, &minutes)) return false;
    }
    if (hours > 14 || minutes > 59) return false;
    out->zoned = true;
    out->zone = sign * (hours * 60 + minutes);
    *c = k;
    return true;
}

static void take_zone(cursor *c, moment *out) {
    static const struct { str name; int zone; } ZONES[] = {
        { { "WITA", 4 }, 8 * 60 }, { { "WIB", 3 }, 7 * 60 }, { { "WIT", 3 }, 9 * 60 }, { { "GMT", 3 }, 0 }, { { "UTC", 3 }, 0 }, { { "Z", 1 }, 0 },
    };
    skip(c, " (");
    for (size_t k = 0; k < sizeof ZONES / sizeof *ZONES; k++) {
        str name = ZONES[k].name, rest = str_cut(c->s, c->i, c->s.n);
        if (rest.n < name.n || !str_eq_fold(str_cut(rest, 0, name.n), name)) continue;
        char next = rest.n > name.n ? ascii_lower(rest.p[name.n]) : ' ';
        if (next >= 'a' && next <= 'z') continue;
        c->i += name.n;
        out->zoned = true;
        out->zone = ZONES[k].zone;
        break;
    }
    take_offset(c, out);
}

/* am or pm behind a time. */
static void take_half(cursor *c, int *hour) {
    cursor k = *c;
    skip(&k, " ");
    if (k.i + 1 >= k.s.n || ascii_lower(k.s.p[k.i + 1]) != 'm') return;
    char half = ascii_lower(k.s.p[k.i]);
    if ((half != 'a' && half != 'p') || *hour > 12) return;
    *hour = *hour % 12 + (half == 'p' ? 12 : 0);
    k.i += 2;
    *c = k;
}

static bool take_time(cursor *c, moment *out) {
    cursor k = *c;
    int hour, minute, second = -1, part;
    if (!take_number(&k, 1, 2, &hour) || hour > 23 || !take_char(&k, ":.") || !take_number(&k, 2, 2, &minute) || minute > 59) return false;
    cursor after = k;
    if (take_char(&k, ":.") && take_number(&k, 2, 2, &second) && second <= 60) {
        after = k;
        if (take_char(&after, ".,") && take_number(&after, 1, 9, &part)) k = after;
    } else {
        second = -1;
        k = after;
    }
    take_half(&k, &hour);
    out->minute = hour * 60 + minute;
    out->second = second;
    take_zone(&k, out);
    *c = k;
    return true;
}

/* The time that follows the day closely, past commas, bars and "pukul". */
static void read_time(cursor c, moment *out) {
    size_t until = c.s.n - c.i < FARTHEST_TIME ? c.s.n : c.i + FARTHEST_TIME;
    if (c.i < c.s.n && (c.s.p[c.i] == 'T' || c.s.p[c.i] == 't')) c.i++;
    for (; c.i < until; c.i++) {
        if (c.s.p[c.i] == '\n') return;
        if (ascii_digit(c.s.p[c.i])) {
            if (take_time(&c, out)) return;
            c.i += count_digits(c.s, c.i);
        }
    }
}

/* Seconds or milliseconds since 1970, as some pages have it. */
static bool read_epoch(str s, moment *out) {
    if (count_digits(s, 0) != s.n || (s.n != 10 && s.n != 13)) return false;
    long days = 0, seconds = str_number(str_cut(s, 0, 5)) * 100000 + str_number(str_cut(s, 5, 10));
    days = seconds / 86400;
    out->day = calendar_add((calendar_day){ 1970, 1, 1 }, (int)days);
    out->minute = (int)(seconds % 86400 / 60);
    out->second = (int)(seconds % 60);
    out->zoned = true;
    out->zone = 0;
    return out->day.year >= FIRST_YEAR && out->day.year <= LAST_YEAR;
}

static bool begins_word(str s, size_t i) {
    return i == 0 || !(s.p[i - 1] & 0x80 || ascii_digit(s.p[i - 1]) || (ascii_lower(s.p[i - 1]) >= 'a' && ascii_lower(s.p[i - 1]) <= 'z'));
}

bool moment_read(moment *out, str s, const word_list *months) {
    *out = (moment){ .minute = -1, .second = -1 };
    s = str_trim(s);
    if (read_epoch(s, out)) return true;
    for (size_t i = 0; i < s.n; i++) {
        if (!begins_word(s, i)) continue;
        cursor c = { s, i };
        bool digit = ascii_digit(s.p[i]);
        bool found = digit ? year_first(&c, out) || year_last(&c, out) || (months && day_first(&c, out, months))
                           : months && month_first(&c, out, months);
        if (!found) continue;
        read_time(c, out);
        return true;
    }
    *out = (moment){ .minute = -1, .second = -1 };
    return false;
}

str moment_text(arena *a, moment m) {
    str day = calendar_text(a, m.day);
    if (m.minute < 0) return day;
    char seconds[8] = "", zone[16] = "";
    unsigned east = (unsigned)(m.zone < 0 ? -m.zone : m.zone);
    if (m.second >= 0) {
        seconds[0] = ':', seconds[1] = (char)('0' + m.second / 10), seconds[2] = (char)('0' + m.second % 10), seconds[3] = '\0';
    }
    str zoned = m.zoned ? arena_format(a, "%c%02u:%02u", m.zone < 0 ? '-' : '+', east / 60, east % 60) : str_of(zone);
    return arena_format(a, "%.*sT%02d:%02d%s%.*s", STR_ARG(day), m.minute / 60, m.minute % 60, seconds, STR_ARG(zoned));
}

moment moment_in_zone(moment m, int zone) {
    if (!m.zoned || m.minute < 0) return m;
    int minute = m.minute + zone - m.zone, days = 0;
    while (minute < 0) minute += 1440, days--;
    while (minute >= 1440) minute -= 1440, days++;
    m.day = calendar_add(m.day, days);
    m.minute = minute;
    m.zone = zone;
    return m;
}
