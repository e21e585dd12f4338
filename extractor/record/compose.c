/* SPDX-License-Identifier: MIT */
#include "record/compose.h"

#include "base/calendar.h"
#include "record/kind.h"

typedef struct {
    article_record *r;
    arena *home;
    matcher *m;
    char *text; /* room for all lines */
    size_t n;
    VEC(span) kept; /* lines of the text */
} composer;

enum { TITLE_LONGEST = 220 };

/* The day of publication that a line or a dateline tells, unless it is known already. */
static void read_published(composer *c, const rule_match *f, int day, int month, int year) {
    str y = match_value(c->m, f, year);
    if (c->r->published.p || !y.p) return;
    calendar_day told = { (int)str_number(y), (int)str_number(match_value(c->m, f, month)), (int)str_number(match_value(c->m, f, day)) };
    if (!calendar_valid(told)) return;
    c->r->published = calendar_text(c->home, told);
    c->r->published_from = STR("body");
}

/* The page may have told the name already. */
static bool has_byline(const article_record *r, str name) {
    for (size_t i = 0; i < r->byline.n; i++)
        if (str_eq_fold(r->byline.items[i].name, name)) return true;
    return false;
}

/* "A dan B" are two. */
static void add_bylines(composer *c, str names, str role) {
    for (size_t from = 0; from < names.n;) {
        size_t joint = str_find(names, STR(" dan "), from), end = joint == SIZE_MAX ? names.n : joint;
        str name = str_trim(str_cut(names, from, end));
        if (name.n && !has_byline(c->r, name)) *vec_add(c->home, &c->r->byline) = (byline_entry){ arena_copy(c->home, name), arena_copy(c->home, role) };
        from = end + sizeof " dan " - 1;
    }
}

static void read_furniture(composer *c, const rule_match *f) {
    str name = match_value(c->m, f, FURNITURE_NAME), role = match_value(c->m, f, FURNITURE_ROLE);
    str publisher = match_value(c->m, f, FURNITURE_PUBLISHER);
    if (name.n && role.n) add_bylines(c, name, role);
    if (publisher.n && !c->r->publisher.p) c->r->publisher = arena_copy(c->home, publisher);
    read_published(c, f, FURNITURE_DAY, FURNITURE_MONTH, FURNITURE_YEAR);
}

/* The part of a line that stays; empty when it is furniture as a whole. */
static span without_furniture(composer *c, str clean, span line) {
    for (;;) {
        matcher_line(c->m, c->home, clean, line, KIND_FURNITURE);
        const match_list *found = matcher_found(c->m, KIND_FURNITURE);
        if (found->n == 0) return line;
        const rule_match *f = &found->items[found->n - 1];
        read_furniture(c, f);
        if (f->at.start == line.start) return (span){ line.start, line.start };
        line = span_trim(clean, (span){ line.start, f->at.start });
    }
}

/* Lines of bars and dots are nothing to read. */
static bool says_something(str s) {
    for (size_t i = 0; i < s.n; i = word_skip(s, i))
        if (WORD_BYTE[(unsigned char)s.p[i]]) return true;
    return false;
}

/* Runs of spaces become one: copied up to and with the first space of each run. */
static void append_collapsed(composer *c, str line) {
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == ' ' && i > 0 && line.p[i - 1] == ' ') continue;
        c->text[c->n++] = line.p[i];
    }
}

static void append(composer *c, str line) {
    size_t start = c->n + (c->n > 0);
    if (c->n) c->text[c->n++] = '\n';
    if (str_has_double_space(line)) {
        append_collapsed(c, line);
    } else {
        memcpy(c->text + c->n, line.p, line.n);
        c->n += line.n;
    }
    *vec_add(c->home, &c->kept) = (span){ start, c->n };
}

static bool ends_like_prose(str s) {
    static const char *const ENDS[] = { ".", ".”", ".\"", ",", ":", ";" };
    for (size_t k = 0; k < sizeof ENDS / sizeof *ENDS; k++)
        if (str_ends(s, str_of(ENDS[k]))) return true;
    return false;
}

static bool has_dateline(composer *c, str text, span line) {
    matcher_line(c->m, c->home, text, line, KIND_DATELINE);
    const match_list *found = matcher_found(c->m, KIND_DATELINE);
    if (found->n == 0) return false;
    str place = match_value(c->m, &found->items[0], DATELINE_PLACE), publisher = match_value(c->m, &found->items[0], DATELINE_PUBLISHER);
    if (place.n && !c->r->dateline.p) {
        c->r->dateline = place;
        c->r->lead = found->items[0].at.end;
    }
    if (publisher.n && !c->r->publisher.p) c->r->publisher = publisher;
    read_published(c, &found->items[0], DATELINE_DAY, DATELINE_MONTH, DATELINE_YEAR);
    return true;
}

/* Looks for the dateline in the first paragraphs, and for a title in the first line if none is known. */
static bool read_head(composer *c, str text, bool titled) {
    size_t n = c->kept.n < 3 ? c->kept.n : 3;
    bool prose = false;
    for (size_t i = titled; i < n && !c->r->dateline.p; i++) prose = has_dateline(c, text, c->kept.items[i]) && i == 0;
    if (titled || prose || c->kept.n < 2) return titled;
    str first = str_span(text, c->kept.items[0]);
    if (first.n > TITLE_LONGEST || ends_like_prose(first)) return false;
    c->r->title = first;
    return true;
}

static bool same_line(str a, str b) {
    for (;;) { /* spaces apart */
        while (a.n && ascii_space(a.p[0])) a = str_cut(a, 1, a.n);
        while (b.n && ascii_space(b.p[0])) b = str_cut(b, 1, b.n);
        if (!a.n || !b.n) return a.n == b.n;
        if (a.p[0] != b.p[0]) return false;
        a = str_cut(a, 1, a.n);
        b = str_cut(b, 1, b.n);
    }
}

bool compose_text(article_record *r, arena *a, matcher *m, str clean, str title) {
    title = str_trim(title);
    composer c = { .r = r, .home = a, .m = m, .text = arena_raw(a, clean.n + title.n + 2) };
    if (title.n) append(&c, title);
    while (clean.p) {
        str line = str_split(&clean, '\n');
        span at = span_trim(line, (span){ 0, line.n });
        if (!says_something(str_span(line, at))) continue;
        at = without_furniture(&c, line, at);
        if (span_empty(at)) continue;
        if (title.n && c.kept.n == 1 && same_line(str_span(line, at), title)) continue;
        append(&c, str_span(line, at));
    }
    str text = { c.text, c.n };
    bool titled = read_head(&c, text, title.n > 0);
    r->text = text;
    if (title.n) r->title = str_span(text, c.kept.items[0]);
    return titled;
}
