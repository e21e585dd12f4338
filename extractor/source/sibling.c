/* SPDX-License-Identifier: MIT */
#include "source/sibling.h"

#include <sys/stat.h>

#include "base/address.h"

enum { MOST_PAGES = 40 };

static const char *const ENDINGS[] = { ".html", ".htm" };

static bool is_file(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISREG(s.st_mode);
}

/* The path of a page, when a file is there: base, mark, key, page, ending, ".gz" or not; else NULL. */
static const char *find_page(arena *a, str base, const char *page, str ending) {
    for (const char *mark = "?@"; *mark; mark++) {
        for (size_t k = 0; ADDRESS_PAGE_KEYS[k]; k++) {
            str path = arena_format(a, "%.*s%c%s%s%.*s", STR_ARG(base), *mark, ADDRESS_PAGE_KEYS[k], page, STR_ARG(ending));
            if (is_file(path.p)) return path.p;
            path = arena_format(a, "%.*s.gz", STR_ARG(path));
            if (is_file(path.p)) return path.p;
        }
    }
    return NULL;
}

static const char *find_any(arena *a, str path, const char *page) {
    if (str_ends(path, STR(".gz"))) path.n -= 3;
    const char *found = find_page(a, path, page, STR(""));
    for (size_t i = 0; !found && i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        str ending = str_of(ENDINGS[i]);
        if (str_ends(path, ending)) found = find_page(a, str_cut(path, 0, path.n - ending.n), page, ending);
    }
    return found;
}

sibling_list siblings_find(arena *a, const char *path, bool *whole) {
    sibling_list out = { 0 };
    str first = str_of(path);
    const char *all = find_any(a, first, "all");
    *whole = all != NULL;
    if (all) *vec_add(a, &out) = all;
    for (int n = 2; !all && n <= MOST_PAGES; n++) {
        const char *found = find_any(a, first, arena_format(a, "%d", n).p);
        if (!found) break;
        *vec_add(a, &out) = found;
    }
    return out;
}

/* Whether what stands behind the mark is "page=2" or "page=all", perhaps with an ending: where the ending begins. */
static bool is_page(str s, size_t *ending) {
    for (size_t k = 0; ADDRESS_PAGE_KEYS[k]; k++) {
        if (!str_starts(s, str_of(ADDRESS_PAGE_KEYS[k]))) continue;
        size_t i = strlen(ADDRESS_PAGE_KEYS[k]), digits = i;
        i += address_page_value(str_cut(s, i, s.n));
        *ending = i;
        return i > digits && !str_eq(str_cut(s, digits, i), STR("1")) && (i == s.n || s.p[i] == '.');
    }
    return false;
}

/* Where the mark before the page stands; SIZE_MAX: the name is no further page's. */
static size_t mark_of(str name, size_t *ending) {
    for (size_t i = name.n; i-- > 0 && name.p[i] != '/';) {
        if ((name.p[i] != '?' && name.p[i] != '@') || !is_page(str_cut(name, i + 1, name.n), ending)) continue;
        *ending += i + 1;
        return i;
    }
    return SIZE_MAX;
}

str sibling_without_page(str name) {
    size_t ending, mark = mark_of(name, &ending);
    if (mark == SIZE_MAX) return name;
    str rest = str_cut(name, ending, name.n);
    return rest.n > 0 && !str_eq(rest, STR(".gz")) ? rest : str_cut(name, 0, mark);
}

bool sibling_is_later(const char *path) {
    arena a = { 0 };
    str s = str_of(path);
    size_t ending, mark = mark_of(s, &ending);
    bool there = false;
    if (mark != SIZE_MAX) {
        str base = str_cut(s, 0, mark), rest = str_cut(s, ending, s.n);
        if (str_ends(rest, STR(".gz"))) rest.n -= 3;
        const char *first = arena_format(&a, "%.*s%.*s", STR_ARG(base), STR_ARG(rest)).p;
        there = is_file(first) || is_file(arena_format(&a, "%s.gz", first).p);
    }
    arena_free(&a);
    return there;
}
