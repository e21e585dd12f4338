/* SPDX-License-Identifier: MIT */
#include "record/datereading.h"

enum { FIRST_YEAR = 1500, LAST_YEAR = 2100, BEFORE = 90, BEHIND_QUOTE = 160, QUOTED_WORD = 20 };

static int number(const extraction *x, const rule_match *m, int field) {
    return (int)str_number(value_of(x, m, field));
}

static date_form form_named(str name) {
    static const struct {
        const char *name;
        date_form form;
    } FORMS[] = {
        { "day", DATE_FULL },       { "month", DATE_OF_MONTH }, { "year", DATE_OF_YEAR },  { "weekday", DATE_OF_WEEK },
        { "relative", DATE_RELATIVE }, { "ago", DATE_AGO },     { "ahead", DATE_AHEAD },   { "part", DATE_PART },
        { "partmonth", DATE_PART_OF_MONTH }, { "clock", DATE_CLOCK }, { "openclock", DATE_OPEN_CLOCK },
        { "duration", DATE_LENGTH }, { "set", DATE_SET },       { "after", DATE_AFTER },   { "before", DATE_BEFORE },
        { "term", DATE_TERM },       { "era", DATE_ERA },
    };
    for (size_t k = 0; k < sizeof FORMS / sizeof *FORMS; k++)
        if (str_eq(name, str_of(FORMS[k].name))) return FORMS[k].form;
    return DATE_OPEN;
}

static date_pointing pointing_named(str name) {
    static const char *const NAMES[] = { "", "next", "last", "this", "nextweek", "lastweek", "nextyear", "lastyear",
                                         "yesterday", "tomorrow" };
    for (size_t k = 1; k < sizeof NAMES / sizeof *NAMES; k++)
        if (str_eq(name, str_of(NAMES[k]))) return (date_pointing)k;
    return POINT_NONE;
}

/* "24" is 2024; a year that cannot be meant is unknown. */
static int year_of(const extraction *x, const rule_match *m, int field) {
    int year = number(x, m, field);
    if (year >= 0 && year < 100 && value_of(x, m, field).n == 2) year += year < 70 ? 2000 : 1900;
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* Forms whose numbers are counts, not days. */
static bool is_length(date_form form) {
    return form == DATE_LENGTH || form == DATE_AGO || form == DATE_AHEAD || form == DATE_AFTER || form == DATE_BEFORE;
}

static int at_least_0(int n) {
    return n < 0 ? 0 : n;
}

static void read_days(date_reading *r, const extraction *x, const rule_match *m) {
    r->from = (calendar_day){ year_of(x, m, DATE_YEAR), at_least_0(number(x, m, DATE_MONTH)), at_least_0(number(x, m, DATE_DAY)) };
    if (is_length(r->form)) return;
    r->to = (calendar_day){ year_of(x, m, DATE_LASTYEAR), at_least_0(number(x, m, DATE_LASTMONTH)), at_least_0(number(x, m, DATE_LASTDAY)) };
    if (r->form == DATE_FULL && !r->from.day) {
        r->from = r->to;
        r->to = (calendar_day){ 0 };
    }
    r->range = r->form == DATE_FULL ? r->to.day > 0 : r->form == DATE_OF_MONTH ? r->to.month > 0 : r->to.year > 0;
    if (r->form == DATE_OF_MONTH && !r->range) { /* "Januari … 2025" */
        if (!r->from.year) r->from.year = r->to.year;
        r->to = (calendar_day){ 0 };
    }
    if (!r->range) return;
    if (!r->from.month) r->from.month = r->to.month;
    if (!r->to.month) r->to.month = r->from.month;
}

/* One of a range's two years gives the other. */
static void share_years(date_reading *r) {
    if (!r->range || r->form == DATE_OF_YEAR) return;
    bool turns = r->from.month > r->to.month; /* from December into January */
    if (!r->from.year && r->to.year) r->from.year = r->to.year - turns;
    if (!r->to.year && r->from.year) r->to.year = r->from.year + turns;
}

/* Whether one of the words between two places is in the list. */
static bool any_word(const extraction *x, const char *list, size_t from, size_t to) {
    const word_list *l = ruleset_list(x->rules, list);
    str text = x->doc->text;
    for (size_t i = from; i < to;) {
        size_t end = i;
        while (end < to && WORD_BYTE[(unsigned char)text.p[end]]) end++;
        if (end > i && l && list_find(l, str_cut(text, i, end))) return true;
        i = end + 1;
    }
    return false;
}

/* The last quotation that ends before at in its paragraph, or NULL. */
static const quote *quote_before(const extraction *x, size_t at, span within) {
    size_t low = 0, high = x->doc->quotes.n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (x->doc->quotes.items[mid].at.start < at) low = mid + 1; else high = mid;
    }
    for (size_t i = low; i-- > 0 && low - i < 20;) {
        const quote *q = &x->doc->quotes.items[i];
        if (q->at.end <= within.start) break;
        if (!q->single && q->at.end <= at) return q;
    }
    return NULL;
}

/* Whether a date is that of the words before it: a word or two in quotation marks are not said by anybody. */
static bool dates_speech(const quote *said, size_t at) {
    return said && at - said->at.end < BEHIND_QUOTE && said->at.end - said->at.start > QUOTED_WORD;
}

static bool followed_by_verb(const extraction *x, size_t end) {
    return end + 3 < x->doc->text.n && str_eq(str_cut(x->doc->text, end, end + 3), STR(", m"));
}

static void look_around(date_reading *r, const extraction *x) {
    const document *d = x->doc;
    if (d->sentences.n == 0) return;
    r->paragraph = document_paragraph(d, r->at.start);
    r->spoken = document_quote(d, r->at.start) != NULL;
    r->sentence = document_sentence(d, r->at.start);
    size_t from = d->sentences.items[r->sentence].at.start;
    const quote *said = quote_before(x, r->at.start, d->paragraphs.items[r->paragraph].at);
    if (said && said->at.end > from) from = said->at.end;
    if (r->at.start - from > BEFORE) from = r->at.start - BEFORE;
    r->reported = !r->spoken && (dates_speech(said, r->at.start) || followed_by_verb(x, r->at.end));
    r->future = any_word(x, "futurewords", from, r->at.end);
}

static int clock_part(const extraction *x, const rule_match *m, int field) {
    return value_of(x, m, field).p ? number(x, m, field) : -1;
}

/* Of the hours of half a day, those of a part of the day that lie in the second half: "6-12" of the night. */
static int hour_of_day(int hour, str later) {
    str last = later;
    int first = (int)str_number(str_split(&last, '-'));
    return first > 0 && hour >= first && hour <= str_number(last) ? (hour + 12) % 24 : hour;
}

/* "34", or "34:56" with its seconds. */
static void read_minute(date_reading *r, str minute) {
    r->minute = minute.n >= 2 ? (int)str_number(str_cut(minute, 0, 2)) : -1;
    r->second = minute.n == 5 ? (int)str_number(str_cut(minute, 3, 5)) : -1;
}

static void read_clock(date_reading *r, const extraction *x, const rule_match *m) {
    r->hour = clock_part(x, m, DATE_HOUR);
    read_minute(r, value_of(x, m, DATE_MINUTE));
    r->end_hour = r->end_minute = -1;
    str later = value_of(x, m, DATE_PART_OF_DAY);
    if (r->hour < 0) return;
    if (later.p) r->hour = hour_of_day(r->hour, later);
    if (!r->count.p || str_eq(r->unit, STR("D"))) return;
    r->end_hour = (int)str_number(r->count);
    r->end_minute = (int)str_number(r->unit);
}

/* A count of days away from the day of writing. */
static void read_shift(date_reading *r) {
    r->has_shift = r->count.p && str_eq(r->unit, STR("D")) && (r->form == DATE_FULL || r->form == DATE_RELATIVE);
    bool back = r->count.n > 1 && r->count.p[0] == '-';
    long shift = str_number(back ? str_cut(r->count, 1, r->count.n) : r->count);
    r->shift = back ? (int)-shift : (int)shift;
}

date_reading date_read(const extraction *x, const rule_match *m) {
    date_reading r = { .form = form_named(value_of(x, m, DATE_FORM)), .at = m->at, .rule = rule_id(m) };
    r.count = value_of(x, m, DATE_COUNT);
    r.unit = value_of(x, m, DATE_UNIT);
    r.weekday = clock_part(x, m, DATE_WEEKDAY);
    str shift = value_of(x, m, DATE_SHIFT);
    r.pointing = pointing_named(shift.p ? shift : r.unit);
    r.formal = str_eq(r.rule, STR("date.weekday-words"));
    int times = r.form == DATE_LENGTH ? number(x, m, DATE_DAY) : 1;
    r.times = times > 0 ? times : 1;
    read_clock(&r, x, m);
    read_days(&r, x, m);
    share_years(&r);
    read_shift(&r);
    r.more = value_of(x, m, DATE_LASTDAY);
    r.more_unit = value_of(x, m, DATE_LASTMONTH);
    r.vague = r.form == DATE_OF_YEAR ? r.unit.p != NULL : is_length(r.form) && value_of(x, m, DATE_LASTYEAR).p;
    r.bare = !date_has_year(&r);
    look_around(&r, x);
    return r;
}

bool date_has_year(const date_reading *r) {
    return r->from.year > 0;
}

bool date_is_day(const date_reading *r) {
    return r->form == DATE_FULL && r->from.month && r->from.day;
}

bool date_tells_day(const date_reading *r) {
    return date_is_day(r) && r->weekday >= 0;
}

bool date_fits_weekday(const date_reading *r, calendar_day d) {
    return calendar_valid(d) && calendar_weekday(d) == r->weekday;
}
