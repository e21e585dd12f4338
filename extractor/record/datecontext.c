#include "record/datecontext.h"

/* Without a year anywhere, the weekdays of an article fit one year in five or six: years from 2000 on are tried, up to
 * the one in which this list of rules was made. */
enum { OLDEST = 2000, NEWEST = 2026, YEARS = NEWEST - OLDEST + 1 };

/* Days within which a date without a year is near the day of writing, and beyond which it is far from it; how many
 * dates are compared with one another. */
enum { NEAR = 45, FAR = 90, COMPARED = 300 };

static int distance(calendar_day a, calendar_day b) {
    int n = calendar_between(a, b);
    return n < 0 ? -n : n;
}

/* The day and month of d in the year that brings it nearest to near. */
static calendar_day nearest(calendar_day d, calendar_day near) {
    calendar_day best = { 0 };
    for (int year = near.year - 1; year <= near.year + 1; year++) {
        calendar_day c = { year, d.month, d.day };
        if (calendar_valid(c) && (!best.year || distance(c, near) < distance(best, near))) best = c;
    }
    return best;
}

static bool is_day(const date_reading *r) {
    return r->form == DATE_FULL && r->from.month && r->from.day;
}

static bool tells_day(const date_reading *r) {
    return is_day(r) && r->weekday >= 0;
}

static bool fits_weekday(const date_reading *r, calendar_day d) {
    return calendar_valid(d) && calendar_weekday(d) == r->weekday;
}

/* ---- the address */

static int digits_at(str s, size_t i, size_t n) {
    return i + n <= s.n ? (int)str_number(str_cut(s, i, i + n)) : -1;
}

/* A date in an address: /2024/10/15/, 2024-10-15 or 20241015. */
static calendar_day day_in_address(str url) {
    for (size_t i = 0; i + 8 <= url.n; i++) {
        if ((i && ascii_digit(url.p[i - 1])) || digits_at(url, i, 4) < OLDEST) continue;
        size_t gap = ascii_digit(url.p[i + 4]) ? 0 : 1, end = i + 8 + 2 * gap;
        bool even = !gap || (i + 7 < url.n && url.p[i + 4] == url.p[i + 7] && (url.p[i + 4] == '/' || url.p[i + 4] == '-'));
        if (!even || (end < url.n && !gap && ascii_digit(url.p[end]))) continue;
        calendar_day d = { digits_at(url, i, 4), digits_at(url, i + 4 + gap, 2), digits_at(url, i + 6 + 2 * gap, 2) };
        if (calendar_valid(d)) return d;
    }
    return (calendar_day){ 0 };
}

/* ---- the body */

static void count_year(int mentions[YEARS], int year) {
    if (year >= OLDEST && year <= NEWEST) mentions[year - OLDEST]++;
}

static void count_years(const extraction *x, const date_readings *all, int mentions[YEARS]) {
    for (size_t i = 0; i < all->n; i++) count_year(mentions, all->items[i].from.year);
    const match_list *laws = matcher_found(x->matcher, KIND_REGULATION);
    for (size_t i = 0; i < laws->n; i++) count_year(mentions, (int)str_number(value_of(x, &laws->items[i], REGULATION_YEAR)));
}

/* How many of the printed weekdays do not fit when the first date that has one is of this year. */
static int misfits(const date_readings *all, int year) {
    int n = 0;
    calendar_day pivot = { 0 };
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (!tells_day(r)) continue;
        calendar_day d = pivot.year ? nearest(r->from, pivot) : (calendar_day){ year, r->from.month, r->from.day };
        if (!pivot.year && calendar_valid(d)) pivot = d;
        n += !fits_weekday(r, d);
    }
    return n;
}

static bool any_weekday(const date_readings *all) {
    for (size_t i = 0; i < all->n; i++)
        if (tells_day(&all->items[i])) return true;
    return false;
}

/* The year of an article in which no date has one: weekdays decide, then the years that it speaks of, then the newest. */
static int guess_year(const extraction *x, const date_readings *all, int known) {
    int mentions[YEARS] = { 0 }, last = 0, best = 0, best_score = 0;
    count_years(x, all, mentions);
    if (known >= OLDEST && known <= NEWEST) mentions[known - OLDEST] += 5;
    for (int k = 0; k < YEARS; k++) if (mentions[k]) last = k;
    bool weekdays = any_weekday(all);
    for (int k = 0; k < YEARS; k++) {
        if (!weekdays && !mentions[k]) continue;
        int often = mentions[k] < 9 ? mentions[k] : 9;
        int score = 100000 - 1000 * misfits(all, OLDEST + k) + (often ? 300 + 10 * often : 0) + (last && k == last + 1 ? 100 : 0) + k;
        if (score > best_score) {
            best = OLDEST + k;
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
        if (!is_day(r) || !r->from.year || !calendar_valid(r->from)) continue;
        if (!tells_day(r)) {
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
        if (tells_day(&all->items[i]) && calendar_valid(d)) return d;
    }
    for (size_t i = 0; year && i < all->n; i++) {
        calendar_day d = { year, all->items[i].from.month, all->items[i].from.day };
        if (is_day(&all->items[i]) && calendar_valid(d)) return d;
    }
    return (calendar_day){ year, 0, 0 };
}

static calendar_day own_day(const date_reading *r, calendar_day near) {
    return r->from.year ? r->from : nearest(r->from, near);
}

/* The last day of a range that begins on d. */
static calendar_day last_day(const date_reading *r, calendar_day d) {
    calendar_day last = { d.year + (r->to.month < d.month), r->to.month, r->to.day };
    return calendar_valid(last) ? last : d;
}

/* "besok, 29 Oktober" and "Selasa (21/10) kemarin" outside of quotations fix the day of writing. */
static bool fixed_by_words(const extraction *x, const date_reading *r, calendar_day d, calendar_day *out) {
    if (r->spoken || r->range || !calendar_valid(d)) return false;
    int shift = r->has_shift ? r->shift : -1;
    if (!r->has_shift && !str_ends(text_of(x, r->at), STR(" kemarin"))) return false;
    *out = calendar_add(d, -shift);
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
        if (!tells_day(r) || r->future || r->spoken || r->reported || r->formal) continue;
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
    while ((left = told_after(&next, all, day, anchor)) > 0 && distance(next, day) <= 1) day = next;
    return left > 1 ? told : day;
}

/* What the dates of an article say of the day on which it was written. */
typedef struct {
    calendar_day said, told; /* the last days on which somebody spoke, and on which something happened */
    calendar_day formal;     /* the last that is written as an appointment is */
    calendar_day fixed;      /* the day itself, by "besok, 29 Oktober" */
    calendar_day ahead;      /* the first day that is still to come */
} day_hints;

static void add_hint(day_hints *h, const extraction *x, const date_reading *r, calendar_day d) {
    calendar_day fixed;
    if (fixed_by_words(x, r, d, &fixed)) take_latest(&h->fixed, fixed);
    if (r->future || (r->spoken && !r->has_shift)) {
        if (calendar_valid(d) && (!h->ahead.year || calendar_compare(d, h->ahead) < 0)) h->ahead = d;
    } else if (!r->has_shift) {
        take_latest(r->reported ? &h->said : r->formal ? &h->formal : &h->told, r->range ? last_day(r, d) : d);
    }
}

/* The day of publication as a careful reader would take it: the last day that is reported as past. */
static calendar_day day_in_body(const extraction *x, const date_readings *all, calendar_day anchor) {
    day_hints h = { .said = { 0 } };
    for (size_t i = 0; i < all->n; i++) {
        const date_reading *r = &all->items[i];
        if (!tells_day(r) && !(is_day(r) && r->has_shift)) continue;
        calendar_day d = own_day(r, anchor);
        if (r->from.year || distance(d, anchor) <= NEAR) add_hint(&h, x, r, d);
    }
    calendar_day day = h.said.year ? behind_speech(all, h.said, h.told, anchor) : h.told.year ? h.told : h.formal;
    if (h.fixed.year && (!day.year || (calendar_compare(h.fixed, day) > 0 && distance(h.fixed, day) <= 14))) day = h.fixed;
    if (day.year) return with_bare_weekdays(all, day);
    return h.ahead.year ? before_future(all, h.ahead) : day;
}

/* ---- filling in */

static calendar_day pointed(const date_reading *r, calendar_day base, str text) {
    calendar_day d = nearest(r->from, base);
    if (!d.year) return d;
    bool next = str_ends(text, STR("mendatang")) || str_ends(text, STR("depan")) || str_ends(text, STR("nanti"));
    bool last = str_ends(text, STR(" lalu")) || str_ends(text, STR("silam"));
    if (next && calendar_compare(d, base) < 0 && distance(d, base) > 31) d.year++;
    if (last && calendar_compare(d, base) > 0) d.year--;
    return d;
}

/* The year in which a weekday fits, of those around base's; base's when none does. */
static int fitting_year(const date_reading *r, int year) {
    static const int TRIED[] = { 0, -1, 1 };
    for (size_t k = 0; r->weekday >= 0 && k < sizeof TRIED / sizeof *TRIED; k++)
        if (fits_weekday(r, (calendar_day){ year + TRIED[k], r->from.month, r->from.day })) return year + TRIED[k];
    return year;
}

/* The year with which the same day and month are printed elsewhere in the article; 0: none. */
static int printed_year(const date_readings *all, const date_reading *r) {
    for (size_t i = 0; i < all->n && i < COMPARED; i++) {
        const date_reading *d = &all->items[i];
        if (is_day(d) && !d->bare && !d->range && d->from.month == r->from.month && d->from.day == r->from.day) return d->from.year;
    }
    return 0;
}

/* The year of a day without one: the nearest to base, or as it points; a day that far off goes by its weekday. */
static int missing_year(const extraction *x, const date_readings *all, const date_reading *r, calendar_day base) {
    int year = printed_year(all, r);
    if (year || !base.day) return year ? year : fitting_year(r, base.year);
    calendar_day d = pointed(r, base, text_of(x, r->at));
    return d.year && distance(d, base) > FAR && !fits_weekday(r, d) ? fitting_year(r, d.year) : d.year;
}

static void fill_day(const extraction *x, const date_readings *all, date_reading *r, calendar_day base) {
    if (!r->from.year && base.year) {
        r->from.year = missing_year(x, all, r, base);
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
        bool next = r->pointing == POINT_NEXT, last = r->pointing == POINT_LAST;
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
        if (!is_day(r) || !r->day.year) continue;
        calendar_day d = r->range ? weekday_in(r, all->items[i].weekday) : r->weekday == all->items[i].weekday ? r->day : (calendar_day){ 0 };
        if (!d.year || distance(d, base) > 7) continue;
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
    case POINT_NEXT: r->day = calendar_add(base, back ? 7 - back : 7); break;
    case POINT_LAST: r->day = calendar_add(base, back ? -back : -7); break;
    case POINT_THIS: r->day = calendar_add(base, week); break;
    case POINT_NEXT_WEEK: r->day = calendar_add(base, week + 7); break;
    case POINT_LAST_WEEK: r->day = calendar_add(base, week - 7); break;
    default: r->day = printed.year ? printed : calendar_add(base, -back);
    }
}

static void set_published(extraction *x, calendar_day d, str from) {
    x->out->published = calendar_text(x->home, d);
    x->out->published_from = from;
}

static calendar_day find_published(extraction *x, const date_readings *all) {
    calendar_day day = { 0 };
    bool given = x->out->published.p && calendar_read(&day, x->out->published);
    if (given && day.day) return day;
    calendar_day url = x->out->url.p ? day_in_address(x->out->url) : (calendar_day){ 0 };
    if (url.year && (!given || url.year == day.year)) {
        if (!given) set_published(x, url, STR("url"));
        return url;
    }
    calendar_day anchor = first_anchor(x, all, day.year), body = { 0 };
    if (anchor.day) body = day_in_body(x, all, anchor);
    if (given) return body.year == day.year ? body : day;
    if (body.year) set_published(x, body, STR("body"));
    return body.year ? body : anchor.day ? anchor : (calendar_day){ 0 };
}

calendar_day dates_settle(extraction *x, date_readings *all) {
    calendar_day base = find_published(x, all);
    for (size_t i = 0; i < all->n; i++) {
        date_reading *r = &all->items[i];
        if (is_day(r)) fill_day(x, all, r, base);
        if (r->form == DATE_OF_MONTH) fill_month(r, base);
    }
    for (size_t i = 0; i < all->n; i++)
        if (all->items[i].form == DATE_OF_WEEK) fill_weekday(all, i, base);
    return base;
}

/* Whether a reading can be the day on which something in its paragraph was said. */
static bool is_speech_day(const date_reading *d, calendar_day published) {
    return !d->spoken && !d->future && !d->range && d->day.year && distance(d->day, published) <= 31;
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
