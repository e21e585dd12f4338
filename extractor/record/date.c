/* Dates: from the matches of rules/date.rules to records. */
#include "record/collect.h"
#include "record/datecontext.h"
#include "record/datevalue.h"

static const char *const WEEKDAYS[] = { "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu" };

/* A printed weekday that is not that day's is told; day and month win. */
static str weekday_conflict(extraction *x, const date_reading *r) {
    if (r->form != DATE_FULL || r->weekday < 0 || !r->day.year) return STR_NONE;
    int real = calendar_weekday(r->day);
    if (real == r->weekday) return STR_NONE;
    warn(x, STR("weekday-mismatch"), r->at,
         arena_format(x->home, "%.*s is a %s, not a %s", STR_ARG(calendar_text(x->home, r->day)), WEEKDAYS[real], WEEKDAYS[r->weekday]));
    return STR("weekday");
}

static void add_record(extraction *x, date_readings *all, size_t i, calendar_day published) {
    const date_reading *r = &all->items[i];
    str value = date_value(x->home, all, i, published);
    *vec_add(x->home, &x->out->dates) = (date_record){ .at = r->at, .type = date_type(r, value), .value = value,
                                                       .conflict = weekday_conflict(x, r), .rule = r->rule, .bare = r->bare };
}

void dates_collect(extraction *x) {
    date_readings all = { 0 };
    const match_list *found = matcher_found(x->matcher, KIND_DATE);
    for (size_t i = 0; i < found->n; i++) *vec_add(x->home, &all) = date_read(x, &found->items[i]);
    calendar_day published = dates_settle(x, &all);
    for (size_t i = 0; i < all.n; i++) add_record(x, &all, i, published);
}
