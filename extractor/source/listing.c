/* SPDX-License-Identifier: MIT */
#include "source/listing.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/limits.h"
#include "source/sibling.h"

/* A name in a folder; those of folders end in '/', so that sorting names sorts paths. */
typedef struct {
    arena home;
    VEC(const char *) names;
    size_t next;
    dev_t device;
    ino_t node;
} level;

struct listing {
    level levels[LIMIT_DEPTH];
    size_t depth; /* levels in use */
    size_t count;
    arena home;       /* of path */
    const char *path; /* the file lent last */
};

bool listing_takes(const char *name) {
    static const char *const endings[] = { ".txt", ".html", ".htm", ".jsonl", ".ndjson", ".json", ".warc" };
    str s = sibling_without_page(str_of(name));
    if (s.n == 0 || name[0] == '.') return false;
    if (str_ends(s, STR(".gz"))) s.n -= 3;
    if (str_ends(s, STR(".gold.json"))) return false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (s.n > strlen(endings[i]) && str_ends(s, str_of(endings[i]))) return true;
    return false;
}

static int compare_names(const void *a, const void *b) {
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *join(arena *a, str folder_path, const char *name) {
    const char *slash = str_ends(folder_path, STR("/")) ? "" : "/";
    return arena_format(a, "%s%s%s", folder_path.p, slash, name).p;
}

/* Files that vanished since the folder was read are kept: opening them says so. */
static void add_entry(level *l, str path, const char *name) {
    struct stat s;
    if (name[0] == '.') return;
    const char *full = join(&l->home, path, name);
    if (sibling_is_later(full)) return; /* it is read with its first page */
    bool there = stat(full, &s) == 0;
    if (there && S_ISDIR(s.st_mode)) *vec_add(&l->home, &l->names) = arena_format(&l->home, "%s/", name).p;
    else if (listing_takes(name) && (!there || S_ISREG(s.st_mode)))
        *vec_add(&l->home, &l->names) = arena_copy(&l->home, str_of(name)).p;
}

static bool is_above(const listing *f, const struct stat *s) {
    for (size_t i = 0; i < f->depth; i++)
        if (f->levels[i].device == s->st_dev && f->levels[i].node == s->st_ino) return true;
    return false;
}

/* Goes down into the folder at path; path is copied. */
static int enter(listing *f, const char *path, error *e) {
    struct stat s;
    if (f->depth == LIMIT_DEPTH)
        return error_set(e, ERROR_INPUT, "%s: more than %d folders within folders", path, LIMIT_DEPTH);
    if (stat(path, &s) != 0) return error_set(e, ERROR_INPUT, "%s: %s", path, strerror(errno));
    if (is_above(f, &s)) return error_set(e, ERROR_INPUT, "%s: a loop of links, leads to a folder above it", path);
    DIR *d = opendir(path);
    if (!d) return error_set(e, ERROR_INPUT, "%s: %s", path, strerror(errno));
    level *l = &f->levels[f->depth];
    *l = (level){ .device = s.st_dev, .node = s.st_ino };
    str copy = arena_copy(&l->home, str_of(path));
    *vec_add(&l->home, &l->names) = copy.p; /* names[0] is the folder's own path */
    l->next = 1;
    struct dirent *entry;
    while ((errno = 0, entry = readdir(d)) != NULL) add_entry(l, copy, entry->d_name);
    int status = errno == 0 ? 0 : error_set(e, ERROR_INPUT, "%s: %s", path, strerror(errno));
    closedir(d);
    qsort(l->names.items + 1, l->names.n - 1, sizeof *l->names.items, compare_names);
    f->depth++;
    return status;
}

int listing_open(listing **out, const char *path, error *e) {
    listing *f = calloc(1, sizeof *f);
    if (!f) return error_set(e, ERROR_LIMIT, "%s: out of memory", path);
    int status = enter(f, path, e);
    if (status < 0) {
        listing_close(f);
        return status;
    }
    *out = f;
    return 0;
}

int listing_next(const char **path, listing *f, error *e) {
    while (f->depth > 0) {
        level *l = &f->levels[f->depth - 1];
        if (l->next == l->names.n) {
            arena_free(&l->home);
            f->depth--;
            continue;
        }
        arena_reset(&f->home);
        f->path = join(&f->home, str_of(l->names.items[0]), l->names.items[l->next++]);
        str s = str_of(f->path);
        if (!str_ends(s, STR("/"))) {
            f->count++;
            *path = f->path;
            return LISTING_FILE;
        }
        int status = enter(f, arena_copy(&f->home, str_cut(s, 0, s.n - 1)).p, e);
        if (status < 0) return status;
    }
    return LISTING_END;
}

size_t listing_count(const listing *f) { return f->count; }

void listing_close(listing *f) {
    if (!f) return;
    while (f->depth > 0) arena_free(&f->levels[--f->depth].home);
    arena_free(&f->home);
    free(f);
}
