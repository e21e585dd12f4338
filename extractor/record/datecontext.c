/* SPDX-License-Identifier: MIT */
#include "record/datecontext.h"

#include "record/datepublished.h"

/* Days beyond which a date without a year is far from the day of writing; how many dates are compared with one another; how
 * many bytes are between months in a row, at most. */
enum { FAR = 90, COMPARED = 300, IN_A_ROW = 6 };

static bool points_ahead(date_pointing p) {
    return p == POINT_NEXT || p == POINT_TOMORROW || p == POINT_NEXT_YEAR;
}

static bool points_back(date_pointing p) {
    return p == POINT_LAST || p == POINT_YESTERDAY || p == POINT_LAST_YEAR;
}

static calendar_day pointed(const date_reading *r, calendar_day base) {
    calendar_day d = calendar_nearest(r->from, base);
    if (!d.year) return d;
    if (points_ahead(r->pointing) && calendar_compare(d, base) < 0 && calendar_distance(d, base) > 31) d.year++;
    if (points_back(r->pointing) && calendar_compare(d, base) > 0) d.year--;
    return d;
}

/* The year in which a weekday fits, of those around base's; base's when none does. */
static int fitting_year(const date_reading *r, int year) {
    static const int TRIED[] = { 0, -1, 1 };
    for (size_t k = 0; r->weekday >= 0 && k < sizeof TRIED / sizeof *TRIED; k++)
        if (date_fits_weekday(r, (calendar_day){ year + TRIED[k], r->from.month, r->from.day })) return year + TRIED[k];
    return year;
}

/* The year with which the same day and month are printed elsewhere in the article; 0: none. */
static int printed_year(const date_readings *all, const date_reading *r) {
    for (size_t i = 0; i < all->n && i < COMPARED; i++) {
        const date_reading *d = &all->items[i];
        if (date_is_day(d) && !d->bare && !d->range && d->from.month == r->from.month && d->from.day == r->from.day) return d->from.year;
    }
    return 0;
}

/* The year of a day without one: the nearest to base, or as it points; a day that far off goes by its weekday. */
static int missing_year(const date_readings *all, const date_reading *r, calendar_day base) {
    int year = printed_year(all, r);
    if (year || !base.day) return year ? year : fitting_year(r, base.year);
    calendar_day d = pointed(r, base);
    return d.year && calendar_distance(d, base) > FAR && !date_fits_weekday(r, d) ? fitting_year(r, d.year) : d.year;
}

/* The day of the month that is nearest to base, or as it points. */
static calendar_day nearest_month(const date_reading *r, calendar_day base) {
    bool back = points_back(r->pointing), ahead = !back && (points_ahead(r->pointing) || r->future);
    calendar_day best = { 0 };
    for (int n = -1; n <= 1; n++) {
        calendar_day d = calendar_add_months((calendar_day){ base.year, base.month, 1 }, n);
        d.day = r->from.day;
        bool wrong = (ahead && calendar_compare(d, base) < 0) || (back && calendar_compare(d, base) > 0);
        if (!calendar_valid(d) || wrong) continue;
        if (!best.year || calendar_distance(d, base) < calendar_distance(best, base)) best = d;
    }
    return best;
}

static void fill_month_of_day(date_reading *r, calendar_day base) {
    if (r->form != DATE_FULL || r->from.month || !r->from.day || !base.day) return;
    r->day = r->from = nearest_month(r, base);
}

static void fill_day(const date_readings *all, date_reading *r, calendar_day base) {
    if (!r->from.year && base.year) {
        r->from.year = missing_year(all, r, base);
        if (r->range && !r->to.year) r->to.year = r->from.year + (r->from.month > r->to.month);
    }
    if (calendar_valid(r->from)) r->day = r->from;
}

static int month_number(calendar_day d) {
    return d.year * 12 + d.month - 1;
}

/* The year of a month without one: nearest to base's month, or as it points. */
static void fill_month(date_reading *r, calendar_day base) {
    if (r->from.year || !base.year) return;
    int year = base.year;
    if (base.month) {
        int ahead = month_number((calendar_day){ year, r->from.month, 0 }) - month_number(base);
        bool next = points_ahead(r->pointing), last = points_back(r->pointing);
        if (r->pointing == POINT_NEXT_YEAR) year++;
        else if (r->pointing == POINT_LAST_YEAR) year--;
        else if (r->pointing == POINT_THIS) year += 0;
        else if ((ahead <= -6 && !last) || (next && ahead < 0)) year++;
        else if ((ahead > 6 && !next) || (last && ahead > 0)) year--;
    }
    r->from.year = year;
    if (r->range) r->to.year = year + (r->to.month < r->from.month);
}

/* The day of that weekday in a printed range of up to three days; year 0: none. */
static calendar_day weekday_in(const date_reading *range, int weekday) {
    int days = range->range && calendar_valid(range->from) && calendar_valid(range->to) ? calendar_between(range->from, range->to) : -1;
    for (int n = 0; n <= days && days < 3; n++)
        if (calendar_weekday(calendar_add(range->from, n)) == weekday) return calendar_add(range->from, n);
    return (calendar_day){ 0 };
}

/* A dated day of that weekday, printed elsewhere in the article, not more than a week from base. */
static calendar_day printed_weekday(const date_readings *all, size_t i, calendar_day base) {
    calendar_day found = { 0 };
    for (size_t k = i > COMPARED ? i - COMPARED : 0; k < all->n && k < i + COMPARED; k++) {
        const date_reading *r = &all->items[k];
        if (!date_is_day(r) || !r->day.year) continue;
        calendar_day d = r->range ? weekday_in(r, all->items[i].weekday) : r->weekday == all->items[i].weekday ? r->day : (calendar_day){ 0 };
        if (!d.year || calendar_distance(d, base) > 7) continue;
        if (k > i && found.year) break;
        found = d;
    }
    return found;
}

static void fill_weekday(const date_readings *all, size_t i, calendar_day base) {
    date_reading *r = &all->items[i];
    if (!base.day) return;
    int today = calendar_weekday(base), back = (today - r->weekday + 7) % 7, week = r->weekday - today;
    calendar_day printed = printed_weekday(all, i, base);
    switch (r->pointing) {
    case POINT_TOMORROW:
    case POINT_NEXT: r->day = calendar_add(base, back ? 7 - back : 7); break;
    case POINT_YESTERDAY:
    case POINT_LAST: r->day = calendar_add(base, back ? -back : -7); break;
    case POINT_THIS: r->day = calendar_add(base, week); break;
    case POINT_NEXT_WEEK: r->day = calendar_add(base, week + 7); break;
    case POINT_LAST_WEEK: r->day = calendar_add(base, week - 7); break;
    default: r->day = printed.year ? printed : calendar_add(base, -back);
    }
}

/* Months in a row, "April, Mei, dan Juni", are of one year: the last one's. */
static void join_months(date_readings *all) {
    for (size_t i = all->n; i-- > 1;) {
        const date_reading *next = &all->items[i];
        date_reading *r = &all->items[i - 1];
        bool row = r->form == DATE_OF_MONTH && next->form == DATE_OF_MONTH && next->at.start - r->at.end <= IN_A_ROW;
        if (row && r->bare && !r->range && r->from.month < next->from.month && next->from.year) r->from.year = next->from.year;
    }
}

calendar_day dates_settle(extraction *x, date_readings *all) {
    calendar_day base = date_published(x, all);
    for (size_t i = 0; i < all->n; i++) {
        date_reading *r = &all->items[i];
        fill_month_of_day(r, base);
        if (date_is_day(r)) fill_day(all, r, base);
        if (r->form == DATE_OF_MONTH) fill_month(r, base);
    }
    join_months(all);
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].form == DATE_OF_WEEK) fill_weekday(all, i, base);
    return base;
}

/* Whether a reading can be the day on which something in its paragraph was said: what is counted from what was told, and
 * clock times, whose day is that of others, are none. */
static bool is_speech_day(const date_reading *d, calendar_day published) {
    bool own = d->form != DATE_AFTER && d->form != DATE_BEFORE && d->form != DATE_CLOCK;
    return own && !d->spoken && !d->future && !d->range && d->day.year && calendar_distance(d->day, published) <= 31;
}

calendar_day dates_reference(const date_readings *all, size_t i, calendar_day published) {
    const date_reading *r = &all->items[i];
    if (!r->spoken || !published.day) return published;
    for (size_t k = i + 1; k < all->n && k < i + COMPARED && all->items[k].paragraph == r->paragraph; k++)
        if (is_speech_day(&all->items[k], published)) return all->items[k].day;
    for (size_t k = i; k-- > 0 && k + COMPARED > i && all->items[k].paragraph == r->paragraph;)
        if (is_speech_day(&all->items[k], published)) return all->items[k].day;
    return published;
}
