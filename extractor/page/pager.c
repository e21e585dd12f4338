/* SPDX-License-Identifier: MIT */
#include "page/pager.h"

#include "base/address.h"

/* Whether a link leads to another page of the article: the same path, or none, and the page in the query; or the page behind the
 * path, as WordPress has it. */
static bool leads_on(const page_facts *f, str link, long number) {
    str own = address_path(f->address), path = address_path(link);
    long page = address_page(link);
    if (page == 0 || page == number + 1) return path.n == 0 || str_eq(path, own);
    if (page > 0 || own.n == 0 || !str_starts(path, own) || path.n != own.n + 2) return false;
    return path.p[own.n] == '/' && path.p[own.n + 1] == '0' + number + 1;
}

page_pager pager_find(const page_facts *f, long number) {
    const page_tree *t = &f->tree;
    unit_range around = facts_around(f);
    long own = address_page(f->address);
    page_pager out = { .next = STR_NONE, .number = number ? number : own > 1 ? own : 1 };
    if (own == 0 && !number) return out;
    if (f->meta.next.n && leads_on(f, f->meta.next, out.number)) out.next = f->meta.next;
    for (uint32_t i = 0; i < t->elements.n && !out.next.n; i++) {
        const page_element *el = &t->elements.items[i];
        if (!(el->tag & TAG_LINK) || el->first > around.to || el->last < around.from) continue;
        if (f->body.grades.away[i] & (AWAY_COMMENTS | AWAY_TEASER)) continue;
        str link = tree_attribute(t, i, "href");
        if (link.n && leads_on(f, link, out.number)) out.next = link;
    }
    return out;
}
