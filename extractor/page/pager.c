#include "page/pager.h"

static const char *const KEYS[] = { "page=", "halaman=", "hal=" };

/* What an address says of the page: its number, 0 for all pages in one, -1: nothing. */
static long page_of(str address) {
    for (size_t k = 0; k < sizeof KEYS / sizeof *KEYS; k++) {
        str key = str_of(KEYS[k]);
        size_t i = str_find(address, key, 0);
        if (i == SIZE_MAX || i == 0 || (address.p[i - 1] != '?' && address.p[i - 1] != '&')) continue;
        str value = str_cut(address, i + key.n, address.n);
        if (str_starts(value, STR("all"))) return 0;
        size_t n = 0;
        while (n < value.n && ascii_digit(value.p[n])) n++;
        if (n) return str_number(str_cut(value, 0, n));
    }
    return -1;
}

/* The path of an address, without what follows it and without a slash at its end. */
static str path_of(str address) {
    size_t at = str_find(address, STR("://"), 0);
    if (at != SIZE_MAX) {
        size_t slash = str_find(address, STR("/"), at + 3);
        address = slash == SIZE_MAX ? STR("") : str_cut(address, slash, address.n);
    }
    size_t end = 0;
    while (end < address.n && address.p[end] != '?' && address.p[end] != '#') end++;
    while (end > 0 && address.p[end - 1] == '/') end--;
    return str_cut(address, 0, end);
}

/* Whether a link leads to another page of the article: the same path, or none, and the page in the query; or the page behind the
 * path, as WordPress has it. */
static bool leads_on(const page_facts *f, str link, long number) {
    str own = path_of(f->address), path = path_of(link);
    long page = page_of(link);
    if (page == 0 || page == number + 1) return path.n == 0 || str_eq(path, own);
    if (page > 0 || own.n == 0 || !str_starts(path, own) || path.n != own.n + 2) return false;
    return path.p[own.n] == '/' && path.p[own.n + 1] == '0' + number + 1;
}

page_pager pager_find(const page_facts *f, long number) {
    const page_tree *t = &f->tree;
    unit_range around = facts_around(f);
    long own = page_of(f->address);
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
