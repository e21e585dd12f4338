/* SPDX-License-Identifier: MIT */
#include "fetch/sourcevalue.h"

#include "base/address.h"
#include "base/limits.h"
#include "fetch/weblink.h"
#include "fetch/wildcard.h"

#define DURATION "no length of time: write 500ms, 2s, 1.5m, 12h or 7d"

static bool fails(source_value *v, str word, const char *what) {
    v->word = word;
    v->what = what;
    return false;
}

static bool has_space(str s) {
    for (size_t i = 0; i < s.n; i++)
        if (ascii_space(s.p[i])) return true;
    return false;
}

bool source_value_contact(source_value *v, void *field, str value) {
    size_t at = str_find(value, STR("@"), 0);
    bool mail = at != SIZE_MAX && at > 0 && at + 1 < value.n && str_find(value, STR("@"), at + 1) == SIZE_MAX && !has_space(value);
    if (!mail && !address_is_web(value)) return fails(v, value, "no e-mail address, and none of the web");
    *(str *)field = arena_copy(v->a, value);
    return true;
}

bool source_value_text(source_value *v, void *field, str value) {
    *(str *)field = arena_copy(v->a, value);
    return true;
}

bool source_value_path(source_value *v, void *field, str value) {
    str parts[] = { value.p[0] == '/' ? STR("") : v->folder, value };
    *(str *)field = arena_join(v->a, parts, 2);
    return true;
}

bool source_value_address(source_value *v, void *field, str value) {
    source_texts *texts = field;
    str address = weblink_resolve(v->a, STR_NONE, value);
    if (!address.p) return fails(v, value, "no address: write https://…");
    *vec_add(v->a, texts) = address;
    return true;
}

bool source_value_pattern(source_value *v, void *field, str value) {
    source_texts *texts = field;
    bool begins = value.p[0] == '/' || value.p[0] == '*' || address_is_web(value);
    if (!begins || has_space(value)) return fails(v, value, "no pattern: it begins with /, * or https://, and has no spaces");
    *vec_add(v->a, texts) = wildcard_encode(v->a, value);
    return true;
}

bool source_value_zone(source_value *v, void *field, str value) {
    static const struct {
        str name;
        int minutes;
    } ZONES[] = { { { "WIB", 3 }, 420 }, { { "WITA", 4 }, 480 }, { { "WIT", 3 }, 540 }, { { "UTC", 3 }, 0 } };
    for (size_t i = 0; i < sizeof ZONES / sizeof *ZONES; i++) {
        if (!str_eq_fold(value, ZONES[i].name)) continue;
        *(int *)field = ZONES[i].minutes;
        return true;
    }
    bool formed = value.n == 6 && (value.p[0] == '+' || value.p[0] == '-') && value.p[3] == ':';
    long hours = formed ? str_number(str_cut(value, 1, 3)) : -1, minutes = formed ? str_number(str_cut(value, 4, 6)) : -1;
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) return fails(v, value, "no time zone: write WIB, WITA, WIT, UTC or +07:00");
    *(int *)field = (int)(hours * 60 + minutes) * (value.p[0] == '-' ? -1 : 1);
    return true;
}

/* Milliseconds of a unit; 0: it is none. */
static long unit_of(str unit) {
    static const struct {
        str name;
        long milliseconds;
    } UNITS[] = { { { "ms", 2 }, 1 }, { { "s", 1 }, 1000 }, { { "m", 1 }, 60000 }, { { "h", 1 }, 3600000 }, { { "d", 1 }, 86400000 } };
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (str_eq(unit, UNITS[i].name)) return UNITS[i].milliseconds;
    return 0;
}

/* Milliseconds of "1.5s", -1: none, or more than LIMIT_SPAN_DAYS; "0" needs no unit. */
static long milliseconds(str value) {
    size_t digits = 0, end;
    while (digits < value.n && ascii_digit(value.p[digits])) digits++;
    long whole = str_number(str_cut(value, 0, digits)), part = 0, scale = 1;
    end = digits;
    if (end < value.n && value.p[end] == '.') {
        for (end++; end < value.n && ascii_digit(value.p[end]) && scale < 1000000; end++, scale *= 10) part = part * 10 + (value.p[end] - '0');
        if (scale == 1) return -1;
    }
    if (str_eq(value, STR("0"))) return 0;
    long unit = unit_of(str_cut(value, end, value.n)), most = LIMIT_SPAN_DAYS * 86400000L;
    if (whole < 0 || unit == 0 || whole > most / unit) return -1;
    return whole * unit + part * unit / scale;
}

bool source_value_pause(source_value *v, void *field, str value) {
    long n = milliseconds(value);
    if (n < 0) return fails(v, value, DURATION);
    *(long *)field = n;
    return true;
}

bool source_value_bound(source_value *v, void *field, str value) {
    long n = milliseconds(value);
    if (n <= 0) return fails(v, value, n == 0 ? "no bound: it has to be more than 0" : DURATION);
    *(long *)field = n;
    return true;
}

bool source_value_number(source_value *v, void *field, str value) {
    long n = str_number(value);
    if (n <= 0) return fails(v, value, "no number from 1 to 999999999");
    *(long *)field = n;
    return true;
}

bool source_value_days(source_value *v, void *field, str value) {
    long n = str_eq(value, STR("all")) ? 0 : str_number(value);
    if (n < 0 || (n == 0 && value.p[0] == '0')) return fails(v, value, "no number of days: write 30, or all");
    *(long *)field = n;
    return true;
}

bool source_value_revisit(source_value *v, void *field, str value) {
    source_times *times = field;
    *times = (source_times){ 0 };
    if (str_eq(value, STR("none"))) return true;
    for (size_t i = 0, end; i < value.n; i = end + 1) {
        for (end = i; end < value.n && !ascii_space(value.p[end]);) end++;
        if (end == i) continue;
        str word = str_cut(value, i, end);
        long seconds = milliseconds(word) / 1000;
        if (milliseconds(word) < 0) return fails(v, word, DURATION);
        if (seconds == 0) return fails(v, word, "too soon: an article is fetched again after a second at least");
        if (times->n && times->items[times->n - 1] >= seconds) return fails(v, word, "no later than the one before it");
        *vec_add(v->a, times) = seconds;
    }
    return true;
}
