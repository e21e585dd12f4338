/* SPDX-License-Identifier: MIT */
#include "report/timescale.h"

#include "base/calendar.h"

/* Units of one chart; of months and days, as many as a narrow screen shows apart. */
enum { MOST_DAYS = 62, MOST_MONTHS = 96, MOST_YEARS = 120 };

typedef enum { UNIT_DAY, UNIT_MONTH, UNIT_YEAR } unit_kind;

/* The number of a day's unit, counted from year 0; -1: not known that well. */
static int unit_of(unit_kind k, int day) {
    calendar_day d = { day / 10000, day / 100 % 100, day % 100 }, origin = { 1, 1, 1 };
    if (!d.year || (k != UNIT_YEAR && !d.month) || (k == UNIT_DAY && !d.day)) return -1;
    return k == UNIT_YEAR ? d.year : k == UNIT_MONTH ? d.year * 12 + d.month - 1 : calendar_between(origin, d);
}

static str label_of(arena *a, unit_kind k, int unit, language in) {
    const calendar_day origin = { 1, 1, 1 };
    calendar_day d = k == UNIT_YEAR ? (calendar_day){ unit, 0, 0 } : k == UNIT_MONTH ? (calendar_day){ unit / 12, unit % 12 + 1, 0 } : calendar_add(origin, unit);
    buf b = buf_make(256);
    words_date(&b, in, calendar_text(a, d));
    str label = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return label;
}

/* First and last unit; false: there is none. */
static bool bounds(int *first, int *last, unit_kind k, const timescale_counts *counts) {
    bool any = false;
    for (size_t i = 0; i < counts->n; i++) {
        int unit = unit_of(k, counts->items[i].day);
        if (unit < 0) continue;
        if (!any || unit < *first) *first = unit;
        if (!any || unit > *last) *last = unit;
        any = true;
    }
    return any;
}

chart_rows timescale_rows(word *unit, arena *a, const timescale_counts *counts, language in) {
    static const word NAMES[] = { WORD_DATE, WORD_MONTH, WORD_YEAR };
    static const int MOST[] = { MOST_DAYS, MOST_MONTHS, MOST_YEARS };
    chart_rows rows = { 0 };
    int first = 0, last = 0;
    unit_kind k = UNIT_DAY;
    while (k < UNIT_YEAR && (!bounds(&first, &last, k, counts) || last - first >= MOST[k])) k++;
    *unit = NAMES[k];
    if (!bounds(&first, &last, k, counts)) return rows;
    if (last - first >= MOST[k]) first = last - MOST[k] + 1;
    for (int i = first; i <= last; i++) vec_add(a, &rows)->label = label_of(a, k, i, in);
    for (size_t i = 0; i < counts->n; i++) {
        int at = unit_of(k, counts->items[i].day);
        if (at >= first) rows.items[at - first].value += counts->items[i].count;
    }
    return rows;
}
