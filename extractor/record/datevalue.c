#include "record/datevalue.h"

#include "record/datecontext.h"

enum { COMPARED = 300 }; /* how many dates around a clock time are looked at */

/* "3", "1.000", "1,5"; false: no number. Tenths are of the unit. */
static bool read_count(long *whole, long *tenths, str s) {
    *whole = *tenths = 0;
    size_t i = 0;
    for (; i < s.n && s.p[i] != ','; i++) {
        if (s.p[i] == '.') continue;
        if (!ascii_digit(s.p[i]) || *whole > 99999) return false;
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

/* "3D" of "P3D", with the T of a clock unit apart; STR_NONE: no number. */
static str length_part(arena *a, str count, str unit, bool *clock) {
    long n, tenths, factor = factor_of(&unit);
    if (!unit.n || !read_count(&n, &tenths, count)) return STR_NONE;
    *clock = unit.p[0] == 'T';
    if (*clock) unit = str_cut(unit, 1, unit.n);
    n = n * factor + tenths * factor / 10;
    if (tenths && factor == 1) return arena_format(a, "%ld.%ld%.*s", n, tenths, STR_ARG(unit));
    return arena_format(a, "%ld%.*s", n, STR_ARG(unit));
}

static str length_value(arena *a, const date_reading *r) {
    bool clock = false, more_clock = false;
    str one = length_part(a, r->count, r->unit, &clock);
    if (!one.p) return STR_NONE;
    str two = r->more.p && r->more_unit.p ? length_part(a, r->more, r->more_unit, &more_clock) : STR_NONE;
    return arena_format(a, "P%s%.*s%s%.*s", clock ? "T" : "", STR_ARG(one), two.p && more_clock && !clock ? "T" : "", STR_ARG(two));
}

static str month_text(arena *a, calendar_day d) {
    return calendar_text(a, (calendar_day){ d.year, d.month, 0 });
}

static str with_clock(arena *a, const date_reading *r, calendar_day d) {
    str day = calendar_text(a, d);
    if (r->hour < 0) return day;
    str start = arena_format(a, "%.*sT%02d:%02d", STR_ARG(day), r->hour, r->minute < 0 ? 0 : r->minute);
    if (r->end_hour < 0) return start;
    return arena_format(a, "%.*s/%.*sT%02d:%02d", STR_ARG(start), STR_ARG(day), r->end_hour, r->end_minute);
}

/* n units from a day: a day for days and weeks, a month or a year for longer ones. */
static str moved(arena *a, date_reading *r, calendar_day from, long n, str unit) {
    long factor = factor_of(&unit);
    n *= factor;
    if (!unit.n || n > 30000 || n < -30000) return STR_NONE;
    if (unit.p[0] == 'Y') return from.year && from.year + n > 0 ? calendar_text(a, (calendar_day){ from.year + (int)n, 0, 0 }) : STR_NONE;
    if (unit.p[0] == 'M' && from.month) return month_text(a, calendar_add_months((calendar_day){ from.year, from.month, 1 }, (int)n));
    bool week = unit.p[0] == 'W';
    if (!from.day || (!week && unit.p[0] != 'D')) return STR_NONE;
    r->day = calendar_add(from, (int)n * (week ? 7 : 1));
    return with_clock(a, r, r->day);
}

static str relative_value(arena *a, date_reading *r, calendar_day from) {
    return str_eq(r->unit, STR("W")) ? STR_NONE : moved(a, r, from, r->shift, r->unit); /* a week is no point */
}

static str counted_value(arena *a, date_reading *r, calendar_day from) {
    long n, tenths;
    bool number = read_count(&n, &tenths, r->count) && !tenths;
    str value = number ? moved(a, r, from, r->form == DATE_AGO ? -n : n, r->unit) : STR_NONE;
    return !value.p && r->form == DATE_AHEAD ? length_value(a, r) : value;
}

static str part_value(arena *a, const date_reading *r, calendar_day published) {
    int year = r->from.year ? r->from.year : published.year;
    if (!year) return STR_NONE;
    if (r->pointing == POINT_NEXT || r->pointing == POINT_NEXT_YEAR) year++;
    if (r->pointing == POINT_LAST || r->pointing == POINT_LAST_YEAR) year--;
    return calendar_text(a, (calendar_day){ year, r->from.month, 0 });
}

static str part_of_month_value(arena *a, const date_reading *r, calendar_day published) {
    if (!published.month) return STR_NONE;
    int n = r->pointing == POINT_NEXT ? 1 : r->pointing == POINT_LAST ? -1 : 0;
    return month_text(a, calendar_add_months((calendar_day){ published.year, published.month, 1 }, n));
}

static str range_value(arena *a, const date_reading *r) {
    return arena_format(a, "%.*s/%.*s", STR_ARG(calendar_text(a, r->from)), STR_ARG(calendar_text(a, r->to)));
}

static str day_value(arena *a, const date_reading *r) {
    if (!r->range) return calendar_valid(r->from) ? with_clock(a, r, r->from) : STR_NONE;
    return calendar_valid(r->from) && calendar_valid(r->to) ? range_value(a, r) : STR_NONE;
}

static str month_value(arena *a, const date_reading *r) {
    if (!r->from.year || !r->from.month) return STR_NONE;
    return r->range ? range_value(a, r) : month_text(a, r->from);
}

/* The day of a clock time: the last one before it, in its paragraph also the next one behind it. */
static calendar_day clock_day(const date_readings *all, size_t i, calendar_day published) {
    size_t here = all->items[i].paragraph;
    for (size_t k = i; k-- > 0 && k + COMPARED > i && all->items[k].paragraph == here;)
        if (all->items[k].day.year) return all->items[k].day;
    for (size_t k = i + 1; k < all->n && k < i + COMPARED && all->items[k].paragraph == here; k++)
        if (all->items[k].day.year) return all->items[k].day;
    for (size_t k = i; k-- > 0 && k + COMPARED > i;)
        if (all->items[k].day.year) return all->items[k].day;
    return published;
}

static str clock_value(arena *a, const date_readings *all, size_t i, calendar_day published) {
    calendar_day d = clock_day(all, i, published);
    return d.day ? with_clock(a, &all->items[i], d) : STR_NONE;
}

str date_value(arena *a, date_readings *all, size_t i, calendar_day published) {
    date_reading *r = &all->items[i];
    if (r->vague) return STR_NONE;
    switch (r->form) {
    case DATE_FULL: return day_value(a, r);
    case DATE_OF_MONTH: return month_value(a, r);
    case DATE_OF_YEAR: return !r->from.year ? STR_NONE : r->range ? range_value(a, r) : calendar_text(a, (calendar_day){ r->from.year, 0, 0 });
    case DATE_OF_WEEK: return r->day.year ? with_clock(a, r, r->day) : STR_NONE;
    case DATE_RELATIVE: return relative_value(a, r, dates_reference(all, i, published));
    case DATE_AGO:
    case DATE_AHEAD: return counted_value(a, r, dates_reference(all, i, published));
    case DATE_PART: return part_value(a, r, published);
    case DATE_PART_OF_MONTH: return part_of_month_value(a, r, published);
    case DATE_CLOCK: return clock_value(a, all, i, published);
    case DATE_LENGTH: return length_value(a, r);
    default: return STR_NONE;
    }
}

str date_type(const date_reading *r, str value) {
    if (r->hour >= 0 || r->form == DATE_OPEN_CLOCK) return STR("TIME");
    if (r->form == DATE_SET) return STR("SET");
    bool length = r->form == DATE_LENGTH || (value.n && value.p[0] == 'P');
    return length ? STR("DURATION") : STR("DATE");
}
