/* SPDX-License-Identifier: MIT */
#include "page/facts.h"

#include "base/address.h"

enum { BEFORE_TITLE = 12, BEHIND_ARTICLE = 14 };

unit_range facts_around(const page_facts *f) {
    const page_tree *t = &f->tree;
    uint32_t n = (uint32_t)t->units.n, from = 0, to = n;
    const page_body *b = &f->body;
    if (b->units.n) {
        from = b->units.items[0];
        to = b->units.items[b->units.n - 1] + 1;
    }
    if (f->title.heading && t->elements.items[f->title.heading].first < from) from = t->elements.items[f->title.heading].first;
    from = from > BEFORE_TITLE ? from - BEFORE_TITLE : 0;
    uint32_t end = to + BEHIND_ARTICLE < n ? to + BEHIND_ARTICLE : n;
    for (uint32_t i = to; i < end && b->units.n; i++)
        if (t->units.items[i].level == 1) end = i; /* the next article */
    return (unit_range){ from, end };
}

const rule_match *facts_match(const page_facts *f, const char *kind, str line) {
    int k = ruleset_kind(f->rules, kind);
    if (k < 0) return NULL;
    matcher_line(f->matcher, f->home, line, (span){ 0, line.n }, k);
    const match_list *found = matcher_found(f->matcher, k);
    return found->n ? &found->items[0] : NULL;
}

str facts_value(const page_facts *f, const rule_match *found, const char *field) {
    const rule_kind *k = &f->rules->kinds[found->rule->kind];
    for (int i = 0; i < RULE_FIELDS && k->fields[i]; i++)
        if (strcmp(k->fields[i], field) == 0) return match_value(f->matcher, found, i);
    return STR_NONE;
}

const rule_match *facts_site(const page_facts *f, const char *what, str from, str value) {
    for (str host = address_host(f->address); value.n && host.n;) {
        str line = arena_format(f->home, "%.*s %s %.*s %.*s", STR_ARG(host), what, STR_ARG(from), STR_ARG(value));
        const rule_match *found = facts_match(f, "site", line);
        if (found) return found;
        const char *dot = memchr(host.p, '.', host.n);
        host = dot ? str_cut(host, (size_t)(dot - host.p) + 1, host.n) : STR("");
    }
    return NULL;
}
