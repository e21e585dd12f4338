/* SPDX-License-Identifier: MIT */
/* Dates: from the matches of rules/date.rules to records. */
#include "record/collect.h"
#include "record/datecontext.h"
#include "record/datevalue.h"

/* The name of a weekday, 0: Monday, as the list has it. */
static str weekday_name(const extraction *x, int weekday) {
    const word_list *l = ruleset_list(x->rules, "weekdays");
    for (size_t i = 0; l && i < l->entries.n; i++)
        if (str_number(l->entries.items[i].column[0]) == weekday) return l->entries.items[i].canonical;
    return STR("?");
}

/* A printed weekday that is not that day's is told; day and month win. */
static str weekday_conflict(extraction *x, const date_reading *r) {
    if (r->form != DATE_FULL || r->weekday < 0 || !r->day.year) return STR_NONE;
    int real = calendar_weekday(r->day);
    if (real == r->weekday) return STR_NONE;
    warn(x, STR("weekday-mismatch"), r->at,
         arena_format(x->home, "%.*s is a %.*s, not a %.*s", STR_ARG(calendar_text(x->home, r->day)),
                      STR_ARG(weekday_name(x, real)), STR_ARG(weekday_name(x, r->weekday))));
    return STR("weekday");
}

static void add_record(extraction *x, const date_view *v, size_t i) {
    const date_reading *r = &v->all->items[i];
    str value = date_value(v, i);
    *vec_add(x->home, &x->out->dates) = (date_record){ .at = r->at, .type = date_type(r, value), .value = value,
                                                       .conflict = weekday_conflict(x, r), .rule = r->rule, .bare = r->bare };
}

void dates_collect(extraction *x) {
    date_readings all = { 0 };
    const match_list *found = matcher_found(x->matcher, KIND_DATE);
    for (size_t i = 0; i < found->n; i++) *vec_add(x->home, &all) = date_read(x, &found->items[i]);
    calendar_day published = dates_settle(x, &all);
    date_view v = { x->home, &all, { published, calendar_minute(x->out->published) } };
    for (size_t i = 0; i < all.n; i++) add_record(x, &v, i);
}
