/* SPDX-License-Identifier: MIT */
#include "store/plain.h"

static void add_fact(buf *out, size_t *n, str fact) {
    if (!fact.n) return;
    if ((*n)++) buf_add(out, STR(" | "));
    buf_add(out, fact);
}

static void add_byline(buf *out, size_t *n, const article_record *r) {
    for (size_t i = 0; i < r->byline.n; i++) {
        add_fact(out, n, r->byline.items[i].name);
        buf_format(out, " (%.*s)", STR_ARG(r->byline.items[i].role));
    }
}

/* One line of what is known beside the text; nothing when nothing is. */
static void add_facts(buf *out, const article_record *r) {
    size_t n = 0;
    add_fact(out, &n, r->published);
    add_byline(out, &n, r);
    add_fact(out, &n, r->publisher);
    add_fact(out, &n, r->url);
    if (n) buf_add(out, STR("\n\n"));
}

static void add_lines(buf *out, str text) {
    while (text.p) {
        buf_add(out, str_split(&text, '\n'));
        buf_add(out, STR("\n\n"));
    }
}

void plain_article(buf *out, const article_record *r) {
    str rest = r->text;
    if (!rest.n) {
        str why = r->warnings.n ? r->warnings.items[0].message : STR("no text");
        buf_format(out, "[%.*s: %.*s]\n\n", STR_ARG(r->source), STR_ARG(why));
        return;
    }
    if (r->title.n) {
        buf_add(out, str_split(&rest, '\n'));
        buf_add(out, STR("\n\n"));
    }
    add_facts(out, r);
    if (rest.p) add_lines(out, rest);
}
