/* SPDX-License-Identifier: MIT */
#include "record/datepublished.h"

/* Days within which a date without a year is near the day of writing; the years that an address may have; how many
 * years are tried at most, and for how many mentions a year that is told counts. */
enum { NEAR = 45, FIRST_ADDRESS = 1995, LAST_ADDRESS = 2100, MOST_YEARS = 128, KNOWN = 5 };

/* ---- the address */

static int digits_at(str s, size_t i, size_t n) {
    return i + n <= s.n ? (int)str_number(str_cut(s, i, i + n)) : -1;
}

/* A date in an address: /2024/10/15/, 2024-10-15 or 20241015. */
static calendar_day day_in_address(str url) {
    for (size_t i = 0; i + 8 <= url.n; i++) {
        int year = digits_at(url, i, 4);
        if ((i && ascii_digit(url.p[i - 1])) || year < FIRST_ADDRESS || year > LAST_ADDRESS) continue;
        size_t gap = ascii_digit(url.p[i + 4]) ? 0 : 1, end = i + 8 + 2 * gap;
        bool even = !gap || (i + 7 < url.n && url.p[i + 4] == url.p[i + 7] && (url.p[i + 4] == '/' || url.p[i + 4] == '-'));
        if (!even || (end < url.n && !gap && ascii_digit(url.p[end]))) continue;
        calendar_day d = { year, digits_at(url, i + 4 + gap, 2), digits_at(url, i + 6 + 2 * gap, 2) };
        if (calendar_valid(d)) return d;
    }
    return (calendar_day){ 0 };
}

/* ---- the body */

/* The years that are tried for an article that prints none, and how often it names each of them. */
typedef struct {
    int oldest, newest;
    int mentions[MOST_YEARS];
} year_span;

static int year_listed(const extraction *x, str name) {
    const word_list *l = ruleset_list(x->rules, "newsyears");
    const list_entry *entry = l ? list_find(l, name) : NULL;
    return entry ? (int)str_number(entry->column[0]) : 0;
}

/* What the rule set has; an article is no younger than the day on which it was fetched. */
static year_span span_of_years(const extraction *x) {
    calendar_day fetched;
    year_span s = { .oldest = year_listed(x, STR("oldest")), .newest = year_listed(x, STR("newest")) };
    if (x->out->fetched.p && calendar_read(&fetched, x->out->fetched)) s.newest = fetched.year;
    if (s.newest - s.oldest >= MOST_YEARS) s.oldest = s.newest - MOST_YEARS + 1;
    return s;
}

static void count_year(year_span *s, int year, int times) {
    if (year >= s->oldest && year <= s->newest) s->mentions[year - s->oldest] += times;
}

static void count_years(year_span *s, const extraction *x, const date_readings *all) {
    for (size_t i = 0; i < all->n; i++) count_year(s, all->items[i].from.year, 1);
    const match_list *laws = matcher_found(x->matcher, KIND_REGULATION);
    for (size_t i = 0; i < laws->n; i++) count_year(s, (int)str_number(value_of(x, &laws->items[i], REGULATION_YEAR)), 1);
}

/* How many of the printed weekdays do not fit when the first date that has one is of this year. */
static int misfits(const date_readings *all, int year) {
    int n = 0;
    calendar_day pivot = { 0 };
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (!date_tells_day(r)) continue;
        calendar_day d = pivot.year ? calendar_nearest(r->from, pivot) : (calendar_day){ year, r->from.month, r->from.day };
        if (!pivot.year && calendar_valid(d)) pivot = d;
        n += !date_fits_weekday(r, d);
    }
    return n;
}

static bool any_weekday(const date_readings *all) {
    for (size_t i = 0; i < all->n; i++)
        if (date_tells_day(&all->items[i])) return true;
    return false;
}

/* The year of an article in which no date has one: weekdays decide, then the years that it speaks of, then the newest. */
static int guess_year(const extraction *x, const date_readings *all, int known) {
    year_span s = span_of_years(x);
    int last = 0, best = 0, best_score = 0;
    count_years(&s, x, all);
    count_year(&s, known, KNOWN);
    for (int k = 0; k <= s.newest - s.oldest; k++) if (s.mentions[k]) last = k;
    bool weekdays = any_weekday(all);
    for (int k = 0; k <= s.newest - s.oldest; k++) {
        if (!weekdays && !s.mentions[k]) continue;
        int often = s.mentions[k] < 9 ? s.mentions[k] : 9;
        int score = 100000 - 1000 * misfits(all, s.oldest + k) + (often ? 300 + 10 * often : 0) + (last && k == last + 1 ? 100 : 0) + k;
        if (score > best_score) {
            best = s.oldest + k;
            best_score = score;
        }
    }
    return best;
}

static void take_latest(calendar_day *latest, calendar_day d) {
    if (calendar_valid(d) && (!latest->year || calendar_compare(d, *latest) > 0)) *latest = d;
}

/* The latest printed day with weekday and year; of those still to come the first. */
static calendar_day latest_full(const date_readings *all) {
    calendar_day past = { 0 }, future = { 0 }, other = { 0 };
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (!date_is_day(r) || !r->from.year || !calendar_valid(r->from)) continue;
        if (!date_tells_day(r)) {
            if (!r->future) take_latest(&other, r->from);
        } else if (!r->future) {
            take_latest(&past, r->from);
        } else if (!future.year || calendar_compare(r->from, future) < 0) {
            future = r->from;
        }
    }
    return past.year ? past : future.year ? future : other;
}

/* The first day to start from: a printed one, else the first date with a weekday in the year that fits. */
static calendar_day first_anchor(const extraction *x, const date_readings *all, int known) {
    calendar_day full = latest_full(all);
    if (full.year && (!known || full.year == known)) return full;
    int year = guess_year(x, all, known);
    for (size_t i = 0; year && i < all->n; i++) {
        calendar_day d = { year, all->items[i].from.month, all->items[i].from.day };
        if (date_tells_day(&all->items[i]) && calendar_valid(d)) return d;
    }
    for (size_t i = 0; year && i < all->n; i++) {
        calendar_day d = { year, all->items[i].from.month, all->items[i].from.day };
        if (date_is_day(&all->items[i]) && calendar_valid(d)) return d;
    }
    return (calendar_day){ year, 0, 0 };
}

static calendar_day own_day(const date_reading *r, calendar_day near) {
    return r->from.year ? r->from : calendar_nearest(r->from, near);
}

/* The last day of a range that begins on d. */
static calendar_day last_day(const date_reading *r, calendar_day d) {
    calendar_day last = { d.year + (r->to.month < d.month), r->to.month, r->to.day };
    return calendar_valid(last) ? last : d;
}

/* "besok, 29 Oktober" and "Selasa (21/10) kemarin" outside of quotations fix the day of writing. */
static bool fixed_by_words(const date_reading *r, calendar_day d, calendar_day *out) {
    bool yesterday = r->pointing == POINT_YESTERDAY, tomorrow = r->pointing == POINT_TOMORROW;
    if (r->spoken || r->range || !calendar_valid(d) || !(r->has_shift || yesterday || tomorrow)) return false;
    *out = calendar_add(d, r->has_shift ? -r->shift : yesterday ? 1 : -1);
    return true;
}

/* A weekday alone in reported speech, one or two days behind the last dated day, is the day of writing. */
static calendar_day with_bare_weekdays(const date_readings *all, calendar_day day) {
    int gap = 0;
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (r->form != DATE_OF_WEEK || r->pointing || r->spoken || r->future || !r->reported) continue;
        int behind = (r->weekday - calendar_weekday(day) + 7) % 7;
        if (behind <= 2 && behind > gap) gap = behind;
    }
    return calendar_add(day, gap);
}

/* When all that is printed lies ahead: the last of a bare weekday before it. */
static calendar_day before_future(const date_readings *all, calendar_day ahead) {
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (r->form != DATE_OF_WEEK || r->pointing || r->spoken || r->future) continue;
        int back = (calendar_weekday(ahead) - r->weekday + 7) % 7;
        return calendar_add(ahead, back ? -back : -7);
    }
    return (calendar_day){ 0 };
}

/* The days that are told as past and lie behind day: how many, and the first of them. */
static size_t told_after(calendar_day *first, const date_readings *all, calendar_day day, calendar_day anchor) {
    size_t n = 0;
    *first = (calendar_day){ 0 };
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (!date_tells_day(r) || r->future || r->spoken || r->reported || r->formal) continue;
        calendar_day d = own_day(r, anchor);
        if (!calendar_valid(d) || calendar_compare(d, day) <= 0) continue;
        n++;
        if (!first->year || calendar_compare(d, *first) < 0) *first = d;
    }
    return n;
}

/* What is told of days behind the last speech may lie ahead, unless one follows on the other, or several are left. */
static calendar_day behind_speech(const date_readings *all, calendar_day said, calendar_day told, calendar_day anchor) {
    calendar_day day = said, next;
    size_t left;
    while ((left = told_after(&next, all, day, anchor)) > 0 && calendar_distance(next, day) <= 1) day = next;
    return left > 1 ? told : day;
}

/* What the dates of an article say of the day on which it was written. */
typedef struct {
    calendar_day said, told; /* the last days on which somebody spoke, and on which something happened */
    calendar_day formal;     /* the last that is written as an appointment is */
    calendar_day fixed;      /* the day itself, by "besok, 29 Oktober" */
    calendar_day ahead;      /* the first day that is still to come */
} day_hints;

static void add_hint(day_hints *h, const date_reading *r, calendar_day d) {
    calendar_day fixed;
    if (fixed_by_words(r, d, &fixed)) take_latest(&h->fixed, fixed);
    if (r->future || (r->spoken && !r->has_shift)) {
        if (calendar_valid(d) && (!h->ahead.year || calendar_compare(d, h->ahead) < 0)) h->ahead = d;
    } else if (!r->has_shift) {
        take_latest(r->reported ? &h->said : r->formal ? &h->formal : &h->told, r->range ? last_day(r, d) : d);
    }
}

/* The day of publication as a careful reader would take it: the last day that is reported as past. */
static calendar_day day_in_body(const date_readings *all, calendar_day anchor) {
    day_hints h = { .said = { 0 } };
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (!date_tells_day(r) && !(date_is_day(r) && r->has_shift)) continue;
        calendar_day d = own_day(r, anchor);
        if (r->from.year || calendar_distance(d, anchor) <= NEAR) add_hint(&h, r, d);
    }
    calendar_day day = h.said.year ? behind_speech(all, h.said, h.told, anchor) : h.told.year ? h.told : h.formal;
    if (h.fixed.year && (!day.year || (calendar_compare(h.fixed, day) > 0 && calendar_distance(h.fixed, day) <= 14))) day = h.fixed;
    if (day.year) return with_bare_weekdays(all, day);
    return h.ahead.year ? before_future(all, h.ahead) : day;
}

static void set_published(extraction *x, calendar_day d, str from) {
    x->out->published = calendar_text(x->home, d);
    x->out->published_from = from;
}

calendar_day date_published(extraction *x, const date_readings *all) {
    calendar_day day = { 0 };
    bool given = x->out->published.p && calendar_read(&day, x->out->published);
    if (given && day.day) return day;
    calendar_day url = x->out->url.p ? day_in_address(x->out->url) : (calendar_day){ 0 };
    if (url.year && (!given || url.year == day.year)) {
        if (!given) set_published(x, url, STR("url"));
        return url;
    }
    calendar_day anchor = first_anchor(x, all, day.year), body = { 0 };
    if (anchor.day) body = day_in_body(all, anchor);
    if (given) return body.year == day.year ? body : day;
    if (body.year) set_published(x, body, STR("body"));
    return body.year ? body : anchor.day ? anchor : (calendar_day){ 0 };
}
