/* SPDX-License-Identifier: MIT */
#include "page/meta.h"

#include "base/limits.h"
#include "page/entity.h"

/* The number of a name in the list; some sites write article:published:time for article:published_time. */
static uint32_t find_name(arena *a, const word_list *names, str key) {
    uint32_t word = phrase_find(&names->index, key);
    size_t colon = str_find_last(key, STR(":"), key.n);
    if (word != PHRASE_NONE || colon == SIZE_MAX) return word;
    return phrase_find(&names->index, arena_join(a, (str[]){ str_cut(key, 0, colon), STR("_"), str_cut(key, colon + 1, key.n) }, 3));
}

static void read_meta(page_meta *m, const page_tree *t, uint32_t i, const word_list *names) {
    static const char *const KEYS[] = { "property", "name", "itemprop", "http-equiv" };
    str content = tree_attribute(t, i, "content");
    if (content.n == 0 || m->facts.n >= LIMIT_PAGE_FACTS) return;
    for (size_t k = 0; k < sizeof KEYS / sizeof *KEYS; k++) {
        str key = tree_attribute(t, i, KEYS[k]);
        uint32_t word = key.n ? find_name(t->home, names, key) : PHRASE_NONE;
        if (word == PHRASE_NONE) continue;
        str fact = names->entries.items[names->entry_of.items[word]].canonical;
        *vec_add(t->home, &m->facts) = (meta_fact){ fact, str_trim(entity_decode(t->home, content)), word };
        return;
    }
}

static void read_link(page_meta *m, const page_tree *t, uint32_t i) {
    str rel = tree_attribute(t, i, "rel"), address = tree_attribute(t, i, "href");
    if (address.n == 0) return;
    if (!m->canonical.p && str_eq_fold(rel, STR("canonical"))) m->canonical = address;
    if (!m->next.p && str_eq_fold(rel, STR("next"))) m->next = address;
}

page_meta meta_read(const page_tree *t, const ruleset *rules) {
    page_meta m = { .title = STR_NONE };
    const word_list *names = ruleset_list(rules, "pagemeta");
    for (uint32_t i = 0; i < t->elements.n; i++) {
        const page_element *el = &t->elements.items[i];
        if (names && tree_is(el, "meta")) read_meta(&m, t, i, names);
        else if (tree_is(el, "link")) read_link(&m, t, i);
        else if (!m.base.p && tree_is(el, "base")) m.base = tree_attribute(t, i, "href");
        else if (!m.title.p && tree_is(el, "title")) m.title = tree_line(t, i);
        else if (!m.language.p && tree_is(el, "html")) m.language = tree_attribute(t, i, "lang");
    }
    return m;
}

str meta_get(const page_meta *m, const char *fact) {
    const meta_fact *best = NULL;
    for (size_t i = 0; i < m->facts.n; i++) {
        const meta_fact *f = &m->facts.items[i];
        if (str_eq(f->fact, str_of(fact)) && (!best || f->order < best->order)) best = f;
    }
    return best ? best->content : STR_NONE;
}
