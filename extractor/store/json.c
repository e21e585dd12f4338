/* SPDX-License-Identifier: MIT */
#include "store/json.h"

typedef struct {
    buf *out;
    const article_record *article;
    const point_index *points;
} writer;

/* Bytes that JSON strings cannot hold as they are. */
static bool special(unsigned char c) {
    return c < 0x20 || c == '"' || c == '\\';
}

#define EACH(byte) (0x0101010101010101u * (byte))
/* Nonzero when one of eight bytes is zero (Mycroft's test). */
static uint64_t has_zero(uint64_t w) {
    return (w - EACH(1)) & ~w & EACH(0x80);
}

/* The end of the run of plain bytes at i: eight at a time, then one at a time. */
static size_t plain_end(str s, size_t i) {
    uint64_t w;
    for (; i + 8 <= s.n; i += 8) {
        memcpy(&w, s.p + i, 8);
        uint64_t low = (w - EACH(0x20)) & ~w & EACH(0x80);
        if (low | has_zero(w ^ EACH('"')) | has_zero(w ^ EACH('\\'))) break;
    }
    while (i < s.n && !special((unsigned char)s.p[i])) i++;
    return i;
}

static void escape(buf *out, unsigned char c) {
    switch (c) {
    case '"': buf_add(out, STR("\\\"")); break;
    case '\\': buf_add(out, STR("\\\\")); break;
    case '\n': buf_add(out, STR("\\n")); break;
    case '\r': buf_add(out, STR("\\r")); break;
    case '\t': buf_add(out, STR("\\t")); break;
    default: buf_format(out, "\\u%04x", c);
    }
}

static void add_escaped(buf *out, str s) {
    for (size_t i = 0; i < s.n;) {
        size_t k = plain_end(s, i);
        buf_add(out, str_cut(s, i, k));
        if (k < s.n) escape(out, (unsigned char)s.p[k++]);
        i = k;
    }
}

/* What a record has, which is UTF-8. */
static void quote(buf *out, str s) {
    if (!s.p) {
        buf_add(out, STR("null"));
        return;
    }
    buf_add_char(out, '"');
    add_escaped(out, s);
    buf_add_char(out, '"');
}

void json_quote(buf *out, str s) {
    size_t good = utf8_check(s);
    if (good == s.n) {
        quote(out, s);
        return;
    }
    buf_add_char(out, '"');
    for (; good < s.n; good = utf8_check(s)) {
        add_escaped(out, str_cut(s, 0, good));
        buf_add(out, STR("\xEF\xBF\xBD"));
        s = str_cut(s, good + 1, s.n);
    }
    add_escaped(out, s);
    buf_add_char(out, '"');
}

static void add_number(buf *out, size_t n) {
    char digits[24];
    size_t k = sizeof digits;
    do digits[--k] = (char)('0' + n % 10); while (n /= 10);
    buf_add(out, (str){ digits + k, sizeof digits - k });
}

/* "key": in front of a value; the first key of an object has no comma. name is the literal `, "key": `. */
static void key(buf *out, str name) {
    char last = out->n ? out->p[out->n - 1] : '{';
    bool first = last == '{' || last == '[';
    buf_add(out, first ? str_cut(name, 2, name.n) : name);
}

#define KEY(name) ((str){ ", \"" name "\": ", sizeof ", \"" name "\": " - 1 })

static void text_key(buf *out, str name, str value) {
    key(out, name);
    quote(out, value);
}

static void number_key(buf *out, str name, long value) {
    key(out, name);
    if (value < 0) buf_add(out, STR("null")); else add_number(out, (size_t)value);
}

static void open_item(buf *out) {
    if (out->p[out->n - 1] == '}') buf_add(out, STR(", "));
    buf_add_char(out, '{');
}

void json_list(buf *out, const str *items, size_t n) {
    buf_add_char(out, '[');
    for (size_t k = 0; k < n; k++) {
        if (k) buf_add(out, STR(", "));
        quote(out, items[k]);
    }
    buf_add_char(out, ']');
}

static void offsets(const writer *w, span at) {
    key(w->out, KEY("start"));
    add_number(w->out, point_of(w->points, at.start));
    key(w->out, KEY("end"));
    add_number(w->out, point_of(w->points, at.end));
}

static void passage(const writer *w, span at) {
    text_key(w->out, KEY("text"), str_span(w->article->text, at));
    offsets(w, at);
}

static void mentions(const writer *w, const mention *items, size_t n) {
    key(w->out, KEY("mentions"));
    buf_add_char(w->out, '[');
    for (size_t i = 0; i < n; i++) {
        open_item(w->out);
        passage(w, items[i].at);
        text_key(w->out, KEY("rule"), items[i].rule);
        buf_add_char(w->out, '}');
    }
    buf_add_char(w->out, ']');
}

static void dates(const writer *w) {
    for (size_t i = 0; i < w->article->dates.n; i++) {
        const date_record *d = &w->article->dates.items[i];
        open_item(w->out);
        passage(w, d->at);
        text_key(w->out, KEY("type"), d->type);
        text_key(w->out, KEY("value"), d->value);
        text_key(w->out, KEY("conflict"), d->conflict);
        text_key(w->out, KEY("rule"), d->rule);
        buf_add_char(w->out, '}');
    }
}

static void officials(const writer *w) {
    for (size_t i = 0; i < w->article->officials.n; i++) {
        const official_record *o = &w->article->officials.items[i];
        open_item(w->out);
        text_key(w->out, KEY("name"), o->name);
        text_key(w->out, KEY("title"), o->title);
        text_key(w->out, KEY("acting"), o->acting);
        text_key(w->out, KEY("of"), o->of);
        text_key(w->out, KEY("region"), o->region);
        text_key(w->out, KEY("rank"), o->rank);
        text_key(w->out, KEY("degrees"), o->degrees);
        mentions(w, o->mentions.items, o->mentions.n);
        buf_add_char(w->out, '}');
    }
}

static void institutions(const writer *w) {
    for (size_t i = 0; i < w->article->institutions.n; i++) {
        const institution_record *o = &w->article->institutions.items[i];
        open_item(w->out);
        text_key(w->out, KEY("name"), o->name);
        text_key(w->out, KEY("type"), o->type);
        text_key(w->out, KEY("region"), o->region);
        mentions(w, o->mentions.items, o->mentions.n);
        text_key(w->out, KEY("same_as"), o->same_as);
        buf_add_char(w->out, '}');
    }
}

static void statements(const writer *w) {
    for (size_t i = 0; i < w->article->statements.n; i++) {
        const statement_record *s = &w->article->statements.items[i];
        open_item(w->out);
        text_key(w->out, KEY("kind"), s->direct ? STR("direct") : STR("indirect"));
        passage(w, s->at);
        key(w->out, KEY("speaker"));
        buf_add_char(w->out, '{');
        text_key(w->out, KEY("name"), s->speaker.name);
        text_key(w->out, KEY("office"), s->speaker.office);
        text_key(w->out, KEY("from"), s->speaker.from);
        text_key(w->out, KEY("rule"), s->speaker.rule);
        text_key(w->out, KEY("read_by"), s->speaker.read_by);
        buf_add_char(w->out, '}');
        key(w->out, KEY("cue"));
        if (span_empty(s->cue)) buf_add(w->out, STR("null"));
        else {
            buf_add_char(w->out, '{');
            passage(w, s->cue);
            buf_add_char(w->out, '}');
        }
        text_key(w->out, KEY("rule"), s->rule);
        key(w->out, KEY("continues"));
        if (span_empty(s->continues)) buf_add(w->out, STR("null"));
        else {
            buf_add_char(w->out, '{');
            offsets(w, s->continues);
            buf_add_char(w->out, '}');
        }
        buf_add_char(w->out, '}');
    }
}

static void points(const writer *w) {
    for (size_t i = 0; i < w->article->points.n; i++) {
        const point_record *p = &w->article->points.items[i];
        open_item(w->out);
        passage(w, p->at);
        number_key(w->out, KEY("number"), p->number);
        text_key(w->out, KEY("force"), p->force);
        text_key(w->out, KEY("topic"), p->topic);
        key(w->out, KEY("by"));
        buf_add_char(w->out, '{');
        text_key(w->out, KEY("name"), p->by.name);
        text_key(w->out, KEY("office"), p->by.office);
        buf_add_char(w->out, '}');
        key(w->out, KEY("to"));
        json_list(w->out, p->to.items, p->to.n);
        text_key(w->out, KEY("rule"), p->rule);
        key(w->out, KEY("again"));
        buf_add_char(w->out, '[');
        for (size_t k = 0; k < p->again.n; k++) {
            open_item(w->out);
            passage(w, p->again.items[k]);
            buf_add_char(w->out, '}');
        }
        buf_add(w->out, STR("]}"));
    }
}

static void regulations(const writer *w) {
    for (size_t i = 0; i < w->article->regulations.n; i++) {
        const regulation_record *r = &w->article->regulations.items[i];
        open_item(w->out);
        passage(w, r->at);
        text_key(w->out, KEY("kind"), r->kind);
        text_key(w->out, KEY("number"), r->number);
        number_key(w->out, KEY("year"), r->year);
        text_key(w->out, KEY("rule"), r->rule);
        text_key(w->out, KEY("issuer"), r->issuer);
        buf_add_char(w->out, '}');
    }
}

static void events(const writer *w) {
    for (size_t i = 0; i < w->article->events.n; i++) {
        const event_record *e = &w->article->events.items[i];
        open_item(w->out);
        text_key(w->out, KEY("kind"), e->kind);
        passage(w, e->at);
        text_key(w->out, KEY("date"), e->date);
        text_key(w->out, KEY("place"), e->place);
        text_key(w->out, KEY("organiser"), e->organiser);
        text_key(w->out, KEY("leader"), e->leader);
        key(w->out, KEY("participants"));
        json_list(w->out, e->participants.items, e->participants.n);
        text_key(w->out, KEY("rule"), e->rule);
        buf_add_char(w->out, '}');
    }
}

static void warnings(const writer *w) {
    for (size_t i = 0; i < w->article->warnings.n; i++) {
        const warning_record *x = &w->article->warnings.items[i];
        open_item(w->out);
        text_key(w->out, KEY("code"), x->code);
        text_key(w->out, KEY("message"), x->message);
        offsets(w, x->at);
        buf_add_char(w->out, '}');
    }
}

static void byline(const writer *w) {
    for (size_t i = 0; i < w->article->byline.n; i++) {
        open_item(w->out);
        text_key(w->out, KEY("name"), w->article->byline.items[i].name);
        text_key(w->out, KEY("role"), w->article->byline.items[i].role);
        buf_add_char(w->out, '}');
    }
}

static void list(const writer *w, str name, void (*items)(const writer *w)) {
    key(w->out, name);
    buf_add_char(w->out, '[');
    items(w);
    buf_add_char(w->out, ']');
}

void json_article(buf *out, const article_record *r, const json_head *head, const point_index *index) {
    writer w = { out, r, index };
    buf_add_char(out, '{');
    text_key(out, KEY("petik"), str_of(head->version));
    text_key(out, KEY("rules"), str_of(head->rules));
    text_key(out, KEY("id"), str_of(head->id));
    text_key(out, KEY("source"), r->source);
    text_key(out, KEY("url"), r->url);
    text_key(out, KEY("fetched"), r->fetched);
    text_key(out, KEY("title"), r->title);
    text_key(out, KEY("publisher"), r->publisher);
    list(&w, KEY("byline"), byline);
    text_key(out, KEY("dateline"), r->dateline);
    key(out, KEY("published"));
    buf_add_char(out, '{');
    text_key(out, KEY("value"), r->published);
    text_key(out, KEY("from"), r->published_from);
    buf_add_char(out, '}');
    text_key(out, KEY("text"), r->text);
    list(&w, KEY("dates"), dates);
    list(&w, KEY("officials"), officials);
    list(&w, KEY("institutions"), institutions);
    list(&w, KEY("statements"), statements);
    list(&w, KEY("points"), points);
    list(&w, KEY("regulations"), regulations);
    list(&w, KEY("warnings"), warnings);
    list(&w, KEY("events"), events);
    text_key(out, KEY("modified"), r->modified);
    text_key(out, KEY("section"), r->section);
    text_key(out, KEY("language"), r->language);
    buf_add(out, STR("}\n"));
}
