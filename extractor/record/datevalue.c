/* SPDX-License-Identifier: MIT */
#include "record/datevalue.h"

#include "record/datecontext.h"

/* How many dates around a clock time are looked at; how many bytes are between it and a date just behind it, at most, and
 * between what is counted and the date that says the same (", yakni "). */
enum { COMPARED = 300, BESIDE = 2, APPOSED = 12 };

static str month_text(arena *a, calendar_day d) {
    return calendar_text(a, (calendar_day){ d.year, d.month, 0 });
}

/* "pukul 23.00-01.00" ends on the next day. */
static bool past_midnight(const date_reading *r) {
    return r->end_hour >= 0 && r->end_hour * 60 + r->end_minute < r->hour * 60 + (r->minute < 0 ? 0 : r->minute);
}

static str with_clock(arena *a, const date_reading *r, calendar_day d) {
    str day = calendar_text(a, d);
    if (r->hour < 0) return day;
    int minute = r->minute < 0 ? 0 : r->minute;
    if (r->second >= 0) return arena_format(a, "%.*sT%02d:%02d:%02d", STR_ARG(day), r->hour, minute, r->second);
    str start = arena_format(a, "%.*sT%02d:%02d", STR_ARG(day), r->hour, minute);
    if (r->end_hour < 0) return start;
    str end = past_midnight(r) ? calendar_text(a, calendar_add(d, 1)) : day;
    return arena_format(a, "%.*s/%.*sT%02d:%02d", STR_ARG(start), STR_ARG(end), r->end_hour, r->end_minute);
}

static date_moment seen_from(const date_view *v, size_t i) {
    calendar_day day = dates_reference(v->all, i, v->now.day);
    return (date_moment){ day, calendar_compare(day, v->now.day) ? -1 : v->now.minute };
}

static str relative_value(const date_view *v, size_t i) {
    date_reading *r = &v->all->items[i];
    date_moment from = seen_from(v, i);
    if (str_eq(r->unit, STR("W"))) return from.day.day ? calendar_week(v->home, calendar_add(from.day, 7 * r->shift)) : STR_NONE;
    int sign = r->shift < 0 ? -1 : 1;
    r->count = arena_format(v->home, "%d", sign * r->shift);
    str value = length_moved(v->home, r, from, sign);
    return value.p && r->day.year ? with_clock(v->home, r, r->day) : value;
}

static str counted_value(const date_view *v, size_t i, date_moment from, int sign) {
    date_reading *r = &v->all->items[i];
    str value = length_moved(v->home, r, from, sign);
    return !value.p && r->form != DATE_AGO ? length_value(v->home, r) : value;
}

static date_moment moment_of(const date_reading *r) {
    return (date_moment){ r->day, r->hour < 0 ? -1 : r->hour * 60 + (r->minute < 0 ? 0 : r->minute) };
}

/* What "kemudian" counts from: the last day that was told before it; for years also the last year; for hours the last hour
 * of its paragraph. */
static date_moment told_before(const date_view *v, size_t i) {
    const date_reading *here = &v->all->items[i];
    bool years = str_ends(here->unit, STR("Y")), hours = str_starts(here->unit, STR("T"));
    for (size_t k = i; k-- > 0 && k + COMPARED > i;) {
        const date_reading *r = &v->all->items[k];
        if (hours && r->paragraph != here->paragraph) break;
        if (years && r->form == DATE_OF_YEAR && r->from.year) return (date_moment){ { r->from.year, 0, 0 }, -1 };
        if (r->day.year && (!hours || r->hour >= 0)) return moment_of(r);
    }
    return (date_moment){ v->now.day, -1 };
}

/* "sehari sebelumnya, Senin (14/10)" is the day that is printed behind it. */
static const date_reading *apposed(const date_view *v, size_t i) {
    const date_reading *r = &v->all->items[i], *next = i + 1 < v->all->n ? r + 1 : NULL;
    bool beside = next && next->sentence == r->sentence && next->at.start - r->at.end <= APPOSED;
    return beside && next->form == DATE_FULL && !next->range && next->day.year ? next : NULL;
}

static str following_value(const date_view *v, size_t i, int sign) {
    date_reading *r = &v->all->items[i];
    const date_reading *printed = str_ends(r->unit, STR("D")) || str_ends(r->unit, STR("W")) ? apposed(v, i) : NULL;
    if (!printed) return counted_value(v, i, told_before(v, i), sign);
    r->day = printed->day;
    return calendar_text(v->home, r->day);
}

static int pointed_year(const date_reading *r, calendar_day published) {
    if (r->from.year || !published.year) return r->from.year;
    if (r->pointing == POINT_NEXT || r->pointing == POINT_NEXT_YEAR) return published.year + 1;
    if (r->pointing == POINT_LAST || r->pointing == POINT_LAST_YEAR) return published.year - 1;
    return published.year;
}

static str part_value(arena *a, const date_reading *r, calendar_day published) {
    int year = pointed_year(r, published);
    return year ? calendar_text(a, (calendar_day){ year, r->from.month, 0 }) : STR_NONE;
}

/* The months of the second quarter, or half, of a year. */
static str term_value(arena *a, const date_reading *r, calendar_day published) {
    int year = pointed_year(r, published);
    long months = r->unit.n > 1 ? str_number(str_cut(r->unit, 0, r->unit.n - 1)) : -1, n = str_number(r->count);
    if (!year || months < 1 || n < 1 || n * months > 12) return STR_NONE;
    calendar_day first = { year, (int)((n - 1) * months + 1), 0 }, last = { year, (int)(n * months), 0 };
    return arena_format(a, "%.*s/%.*s", STR_ARG(calendar_text(a, first)), STR_ARG(calendar_text(a, last)));
}

/* A day, month or year before Christ. */
static str era_value(arena *a, const date_reading *r) {
    long year = str_number(r->count);
    return year < 1 ? STR_NONE : arena_format(a, "-%.*s", STR_ARG(calendar_text(a, (calendar_day){ (int)year, r->from.month, r->from.day })));
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

static str year_value(arena *a, const date_reading *r) {
    if (!r->from.year) return STR_NONE;
    return r->range ? range_value(a, r) : calendar_text(a, (calendar_day){ r->from.year, 0, 0 });
}

/* The day of a clock time: the one just behind it, else the last one before it, in its paragraph also the next one. */
static calendar_day clock_day(const date_readings *all, size_t i, calendar_day published) {
    size_t here = all->items[i].paragraph, next = i + 1;
    if (next < all->n && all->items[next].at.start - all->items[i].at.end <= BESIDE && all->items[next].day.year)
        return calendar_add(all->items[next].day, past_midnight(&all->items[i]) ? -1 : 0);
    for (size_t k = i; k-- > 0 && k + COMPARED > i && all->items[k].paragraph == here;)
        if (all->items[k].day.year) return all->items[k].day;
    for (size_t k = i + 1; k < all->n && k < i + COMPARED && all->items[k].paragraph == here; k++)
        if (all->items[k].day.year) return all->items[k].day;
    for (size_t k = i; k-- > 0 && k + COMPARED > i;)
        if (all->items[k].day.year) return all->items[k].day;
    return published;
}

static str clock_value(const date_view *v, size_t i) {
    date_reading *r = &v->all->items[i];
    calendar_day d = clock_day(v->all, i, v->now.day);
    if (!d.day) return STR_NONE;
    r->day = d;
    return with_clock(v->home, r, d);
}

str date_value(const date_view *v, size_t i) {
    date_reading *r = &v->all->items[i];
    arena *a = v->home;
    if (r->vague) return STR_NONE;
    switch (r->form) {
    case DATE_FULL: return day_value(a, r);
    case DATE_OF_MONTH: return month_value(a, r);
    case DATE_OF_YEAR: return year_value(a, r);
    case DATE_OF_WEEK: return r->day.year ? with_clock(a, r, r->day) : STR_NONE;
    case DATE_RELATIVE: return relative_value(v, i);
    case DATE_AGO: return counted_value(v, i, seen_from(v, i), -1);
    case DATE_AHEAD: return counted_value(v, i, seen_from(v, i), 1);
    case DATE_AFTER: return following_value(v, i, 1);
    case DATE_BEFORE: return following_value(v, i, -1);
    case DATE_PART: return part_value(a, r, v->now.day);
    case DATE_PART_OF_MONTH: return part_of_month_value(a, r, v->now.day);
    case DATE_TERM: return term_value(a, r, v->now.day);
    case DATE_ERA: return era_value(a, r);
    case DATE_CLOCK: return clock_value(v, i);
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
