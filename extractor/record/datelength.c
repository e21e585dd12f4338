/* SPDX-License-Identifier: MIT */
#include "record/datelength.h"

enum { MOST = 99999, FARTHEST = 30000 }; /* numbers beyond which nothing is counted; days and months, nothing moved */

/* "3", "1.000", "1,5"; false: no number. Tenths are of the unit. */
static bool read_count(long *whole, long *tenths, str s) {
    *whole = *tenths = 0;
    size_t i = 0;
    for (; i < s.n && s.p[i] != ','; i++) {
        if (s.p[i] == '.') continue;
        if (!ascii_digit(s.p[i]) || *whole > MOST) return false;
        *whole = *whole * 10 + (s.p[i] - '0');
    }
    if (i + 1 < s.n && ascii_digit(s.p[i + 1])) *tenths = s.p[i + 1] - '0';
    return s.n > 0;
}

/* Takes "10Y" apart: how many, and the rest. */
static long factor_of(str *unit) {
    size_t n = 0;
    while (n < unit->n && ascii_digit(unit->p[n])) n++;
    long factor = n ? str_number(str_cut(*unit, 0, n)) : 1;
    *unit = str_cut(*unit, n, unit->n);
    return factor;
}

/* ---- lengths */

/* Half a unit is written in the next smaller one. */
static bool halved(long *n, str *unit, bool *clock) {
    static const struct {
        const char *unit, *smaller;
        long times;
    } SMALLER[] = { { "Y", "M", 12 }, { "TH", "M", 60 }, { "D", "H", 24 }, { "TM", "S", 60 } };
    for (size_t k = 0; k < sizeof SMALLER / sizeof *SMALLER; k++) {
        if (!str_eq(*unit, str_of(SMALLER[k].unit))) continue;
        *n = SMALLER[k].times / 2;
        *clock = unit->p[0] != 'Y';
        *unit = str_of(SMALLER[k].smaller);
        return true;
    }
    return false;
}

/* "3D" of "P3D", with the T of a clock unit apart; STR_NONE: no number. */
static str length_part(arena *a, str count, str unit, int times, bool *clock) {
    long n, tenths, factor = factor_of(&unit);
    if (!unit.n || !read_count(&n, &tenths, count)) return STR_NONE;
    if (n == 0 && tenths == 5 && factor == 1 && halved(&n, &unit, clock)) return arena_format(a, "%ld%.*s", n, STR_ARG(unit));
    *clock = unit.p[0] == 'T';
    if (*clock) unit = str_cut(unit, 1, unit.n);
    n = (n * factor + tenths * factor / 10) * times;
    if (tenths && factor == 1) return arena_format(a, "%ld.%ld%.*s", n, tenths, STR_ARG(unit));
    return arena_format(a, "%ld%.*s", n, STR_ARG(unit));
}

str length_value(arena *a, const date_reading *r) {
    bool clock = false, more_clock = false;
    str one = length_part(a, r->count, r->unit, r->times, &clock);
    if (!one.p) return STR_NONE;
    str two = r->more.p && r->more_unit.p ? length_part(a, r->more, r->more_unit, 1, &more_clock) : STR_NONE;
    if (two.p && clock && !more_clock) return arena_format(a, "P%.*sT%.*s", STR_ARG(two), STR_ARG(one)); /* "2 jam 1 hari" */
    return arena_format(a, "P%s%.*s%s%.*s", clock ? "T" : "", STR_ARG(one), two.p && more_clock && !clock ? "T" : "", STR_ARG(two));
}

/* ---- moving */

typedef enum { BY_YEARS, BY_MONTHS, BY_DAYS, BY_MINUTES } step_size;

/* How far, and the finest unit that is counted. */
typedef struct {
    long months, days, minutes;
    step_size finest;
} steps;

static void step_by(steps *s, long tenths, str unit) {
    static const struct {
        const char *unit;
        step_size size;
        long months, days, seconds; /* of one unit */
    } UNITS[] = {
        { "Y", BY_YEARS, 12, 0, 0 },  { "M", BY_MONTHS, 1, 0, 0 },    { "W", BY_DAYS, 0, 7, 0 },      { "D", BY_DAYS, 0, 1, 0 },
        { "TH", BY_MINUTES, 0, 0, 3600 }, { "TM", BY_MINUTES, 0, 0, 60 }, { "TS", BY_MINUTES, 0, 0, 1 },
    };
    for (size_t k = 0; k < sizeof UNITS / sizeof *UNITS; k++) {
        if (!str_eq(unit, str_of(UNITS[k].unit))) continue;
        s->months += tenths * UNITS[k].months / 10;
        s->days += tenths * UNITS[k].days / 10;
        s->minutes += tenths * UNITS[k].seconds / 600;
        bool part_of_year = UNITS[k].size == BY_YEARS && tenths % 10; /* "setengah tahun" */
        step_size size = part_of_year ? BY_MONTHS : UNITS[k].size;
        if (size > s->finest) s->finest = size;
    }
}

static bool add_steps(steps *s, str count, str unit) {
    long n, tenths, factor = factor_of(&unit);
    if (!unit.n || !read_count(&n, &tenths, count)) return false;
    step_by(s, (n * 10 + tenths) * factor, unit);
    return true;
}

/* Before the year 1 there is nothing to go to. */
static bool too_far(const steps *s, calendar_day from, int sign) {
    return s->months > FARTHEST || s->days > FARTHEST || s->minutes > FARTHEST || from.year * 12L + sign * s->months < 12;
}

static str moved_minutes(arena *a, date_reading *r, date_moment from, long minutes) {
    enum { DAY = 24 * 60 };
    if (from.minute < 0) return STR_NONE;
    long at = from.minute + minutes, days = at / DAY - (at % DAY < 0);
    at -= days * DAY;
    r->day = calendar_add(from.day, (int)days);
    r->hour = (int)(at / 60);
    r->minute = (int)(at % 60);
    return arena_format(a, "%.*sT%02d:%02d", STR_ARG(calendar_text(a, r->day)), r->hour, r->minute);
}

static str moved_months(arena *a, calendar_day from, long months, bool years) {
    if (years) {
        long year = from.year + months / 12;
        return from.year && year > 0 ? calendar_text(a, (calendar_day){ (int)year, 0, 0 }) : STR_NONE;
    }
    if (!from.month) return STR_NONE;
    calendar_day d = calendar_add_months((calendar_day){ from.year, from.month, 1 }, (int)months);
    return d.year > 0 ? calendar_text(a, (calendar_day){ d.year, d.month, 0 }) : STR_NONE;
}

str length_moved(arena *a, date_reading *r, date_moment from, int sign) {
    steps s = { .finest = BY_YEARS };
    if (!add_steps(&s, r->count, r->unit)) return STR_NONE;
    if (r->more.p && r->more_unit.p) add_steps(&s, r->more, r->more_unit);
    if (too_far(&s, from.day, sign)) return STR_NONE;
    if (s.finest <= BY_MONTHS) return moved_months(a, from.day, sign * s.months, s.finest == BY_YEARS);
    if (!from.day.day) return STR_NONE;
    from.day = calendar_add_months(from.day, (int)(sign * s.months));
    from.day = calendar_add(from.day, (int)(sign * s.days));
    if (from.day.year < 1) return STR_NONE;
    if (s.finest == BY_MINUTES) return moved_minutes(a, r, from, sign * s.minutes);
    r->day = from.day;
    return calendar_text(a, r->day);
}
