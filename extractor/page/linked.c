/* SPDX-License-Identifier: MIT */
#include "page/linked.h"

#include <jansson.h>

#include "base/limits.h"
#include "page/entity.h"
#include "page/mend.h"

enum { MOST_DEPTH = 6 };

typedef struct {
    arena *home;
    const json_t *all; /* the block, for references by @id */
    const json_t *best;
    int rank; /* of best */
    int people; /* looked at so far */
    str other; /* the type of the first object that is no article */
} search;

static str text_of(search *s, const json_t *v) {
    if (!json_is_string(v)) return STR_NONE;
    str out = str_trim(entity_decode(s->home, (str){ json_string_value(v), json_string_length(v) }));
    return out.n ? out : STR_NONE;
}

/* The first of several types, or the only one. */
static str type_of(const json_t *o) {
    const json_t *type = json_object_get(o, "@type");
    if (json_is_array(type)) type = json_array_get(type, 0);
    return json_is_string(type) ? str_of(json_string_value(type)) : STR_NONE;
}

static bool ends_fold(str s, str end) { return s.n >= end.n && str_eq_fold(str_cut(s, s.n - end.n, s.n), end); }

/* How much an object is the page's article: 3 by its type, 1 a page that has dates; 0: it is none. */
static int rank_of(const json_t *o) {
    str type = type_of(o);
    bool dated = json_object_get(o, "datePublished") != NULL;
    if (ends_fold(type, STR("Article")) || ends_fold(type, STR("BlogPosting")) || ends_fold(type, STR("Posting")) || str_eq(type, STR("Report")))
        return dated ? 4 : 3;
    if (dated && (json_object_get(o, "headline") || json_object_get(o, "articleBody"))) return 2;
    return dated && ends_fold(type, STR("WebPage")) ? 1 : 0;
}

/* The objects of a block: alone, in arrays, in @graph, as the main entity of another. */
static void search_objects(search *s, const json_t *v, int depth) {
    if (depth > MOST_DEPTH) return;
    size_t i;
    json_t *each;
    if (json_is_array(v)) {
        json_array_foreach(v, i, each) search_objects(s, each, depth + 1);
        return;
    }
    if (!json_is_object(v)) return;
    int rank = rank_of(v);
    if (rank > s->rank) s->best = v, s->rank = rank;
    if (!rank && !s->other.p) s->other = type_of(v);
    search_objects(s, json_object_get(v, "@graph"), depth + 1);
    search_objects(s, json_object_get(v, "mainEntity"), depth + 1);
    if (!json_is_string(json_object_get(v, "mainEntityOfPage"))) search_objects(s, json_object_get(v, "mainEntityOfPage"), depth + 1);
}

/* The object in the block that has that @id and more than it. */
static const json_t *referred(const json_t *v, const char *id, int depth) {
    size_t i;
    json_t *each;
    const char *key;
    if (depth > MOST_DEPTH) return NULL;
    if (json_is_array(v)) {
        json_array_foreach(v, i, each) {
            const json_t *found = referred(each, id, depth + 1);
            if (found) return found;
        }
    } else if (json_is_object(v)) {
        const char *own = json_string_value(json_object_get(v, "@id"));
        if (own && strcmp(own, id) == 0 && json_object_get(v, "name")) return v;
        json_object_foreach((json_t *)(uintptr_t)v, key, each) {
            const json_t *found = json_is_object(each) || json_is_array(each) ? referred(each, id, depth + 1) : NULL;
            if (found) return found;
        }
    }
    return NULL;
}

static const json_t *resolved(search *s, const json_t *v) {
    const char *id = json_string_value(json_object_get(v, "@id"));
    if (!json_is_object(v) || json_object_get(v, "name") || !id) return v;
    const json_t *found = referred(s->all, id, 0);
    return found ? found : v;
}

/* The name of a thing that is a string, an object with a name, or a list of them. */
static str name_of(search *s, const json_t *v) {
    if (json_is_array(v)) v = json_array_get(v, 0);
    v = resolved(s, v);
    if (json_is_string(v)) return text_of(s, v);
    str name = text_of(s, json_object_get(v, "name"));
    return name.p || !json_is_array(json_object_get(v, "name")) ? name : text_of(s, json_array_get(json_object_get(v, "name"), 0));
}

static void add_person(search *s, linked_facts *f, const json_t *v, str role) {
    if (++s->people > LIMIT_PAGE_PEOPLE) return;
    v = resolved(s, v);
    str name = name_of(s, v);
    if (!name.p) return;
    str type = json_is_object(v) ? type_of(v) : STR_NONE;
    *vec_add(s->home, &f->people) = (linked_person){ name, role, type.p && !str_eq(type, STR("Person")) };
}

static void add_people(search *s, linked_facts *f, const char *key, str role) {
    const json_t *v = json_object_get(s->best, key);
    size_t i;
    json_t *each;
    if (json_is_array(v)) json_array_foreach(v, i, each) add_person(s, f, each, role);
    else if (v) add_person(s, f, v, role);
    const json_t *names = json_is_object(v) ? json_object_get(v, "name") : NULL;
    for (i = 1; json_is_array(names) && i < json_array_size(names); i++) add_person(s, f, json_array_get(names, i), role);
}

static str address_of(search *s) {
    str url = text_of(s, json_object_get(s->best, "url"));
    const json_t *page = json_object_get(s->best, "mainEntityOfPage");
    if (!url.p) url = json_is_object(page) ? text_of(s, json_object_get(page, "@id")) : text_of(s, page);
    return url;
}

static void take(search *s, linked_facts *f) {
    f->type = arena_copy(s->home, type_of(s->best));
    f->article = s->rank > 1;
    f->headline = text_of(s, json_object_get(s->best, "headline"));
    f->description = text_of(s, json_object_get(s->best, "description"));
    f->published = text_of(s, json_object_get(s->best, "datePublished"));
    f->modified = text_of(s, json_object_get(s->best, "dateModified"));
    f->section = name_of(s, json_object_get(s->best, "articleSection"));
    f->publisher = name_of(s, json_object_get(s->best, "publisher"));
    f->language = name_of(s, json_object_get(s->best, "inLanguage"));
    f->url = address_of(s);
    f->body = text_of(s, json_object_get(s->best, "articleBody"));
    const json_t *open = json_object_get(s->best, "isAccessibleForFree");
    f->closed = json_is_false(open) || str_eq_fold(text_of(s, open), STR("false"));
    add_people(s, f, "author", STR("author"));
    add_people(s, f, "editor", STR("editor"));
    add_people(s, f, "contributor", STR("contributor"));
    if (f->people.n == 0) add_people(s, f, "creator", STR("creator"));
}

linked_facts linked_read(arena *a, const str *blocks, size_t n, size_t *broken) {
    linked_facts out = { .article = false };
    int rank = 0;
    for (size_t i = 0; i < n; i++) {
        str block = mend_json(a, blocks[i], false);
        bool small = block.n <= LIMIT_LINKED;
        json_t *all = small ? json_loadb(block.p, block.n, JSON_ALLOW_NUL, NULL) : NULL;
        if (!all && small) {
            block = mend_json(a, blocks[i], true);
            all = json_loadb(block.p, block.n, JSON_ALLOW_NUL | JSON_DISABLE_EOF_CHECK, NULL);
        }
        if (!all) {
            ++*broken;
            continue;
        }
        search s = { .home = a, .all = all };
        search_objects(&s, all, 0);
        if (s.rank > rank) {
            out = (linked_facts){ .type = out.type };
            take(&s, &out);
            rank = s.rank;
        } else if (!rank && !out.type.p && s.other.p) {
            out.type = arena_copy(a, s.other);
        }
        json_decref(all);
    }
    return out;
}
