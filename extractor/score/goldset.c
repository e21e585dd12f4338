/* SPDX-License-Identifier: MIT */
#include "score/goldset.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/table.h"

static int read_pair(goldset *set, const char *folder, str name, error *e) {
    const char *gold = arena_format(&set->home, "%s/%.*s.gold.json", folder, STR_ARG(name)).p;
    const char *path = arena_format(&set->home, "%s/%.*s.txt", folder, STR_ARG(name)).p;
    str text;
    int status = jsonlist_read_one(&set->gold, gold, e);
    if (status == ERROR_NONE) status = file_read(&text, &set->home, path, LIMIT_ARTICLE, ERROR_INPUT, e);
    if (status != ERROR_NONE) return status;
    *vec_add(&set->home, set) = (gold_article){ .id = name, .gold = set->gold.items[set->gold.n - 1],
                                                .text = text, .has_text = true, .own_text = true };
    return status;
}

static int read_folder(goldset *set, const char *folder, error *e) {
    str ending = STR(".gold.json");
    name_list names = { 0 };
    int status = file_names(&names, &set->home, folder, ending.p, ERROR_INPUT, e);
    if (status == ERROR_NONE && names.n == 0)
        status = error_set(e, ERROR_INPUT, "%s: no .gold.json file in this folder", folder);
    for (size_t i = 0; i < names.n && status == ERROR_NONE; i++)
        status = read_pair(set, folder, str_cut(names.items[i], 0, names.items[i].n - ending.n), e);
    return status;
}

static int read_file(goldset *set, const char *path, error *e) {
    int status = jsonlist_read(&set->gold, path, e);
    for (size_t i = 0; i < set->gold.n && status == ERROR_NONE; i++) {
        gold_article g = { .id = json_text(set->gold.items[i], "id"), .gold = set->gold.items[i] };
        if (g.id.n == 0) return error_set(e, ERROR_INPUT, "%s: object %zu has no id", path, i + 1);
        *vec_add(&set->home, set) = g;
    }
    return status;
}

/* "corpus/kanigaran.txt" -> "kanigaran"; "s001" stays. */
static str source_name(str source) {
    size_t slash = str_find_last(source, STR("/"), source.n);
    if (slash != SIZE_MAX) source = str_cut(source, slash + 1, source.n);
    if (str_ends(source, STR(".txt"))) source.n -= 4;
    else if (str_ends(source, STR(".html"))) source.n -= 5;
    return source;
}

static str source_of(const json_t *object) {
    const json_t *source = json_object_get(object, "source");
    return json_is_object(source) ? json_text(source, "path") : json_text(object, "source");
}

/* Read from the last to the first, so that the last one of a name is kept. */
static void join_predictions(goldset *set) {
    table by_source = table_make(&set->home, set->pred.n), by_id = table_make(&set->home, set->pred.n);
    for (size_t i = set->pred.n; i-- > 0;) {
        const json_t *p = set->pred.items[i];
        str name = source_name(source_of(p)), id = json_text(p, "id");
        table_put(&by_source, name.n ? name : id, (uint32_t)i);
        if (id.n) table_put(&by_id, id, (uint32_t)i);
    }
    for (size_t k = 0; k < set->n; k++) {
        uint32_t i = table_get(&by_source, set->items[k].id), j = table_get(&by_id, set->items[k].id);
        if (i == TABLE_NONE || (j != TABLE_NONE && j > i)) i = j;
        if (i != TABLE_NONE) set->items[k].pred = set->pred.items[i];
    }
}

static int join_texts(goldset *set, const char *path, error *e) {
    int status = jsonlist_read(&set->texts, path, e);
    if (status != ERROR_NONE) return status;
    table by_id = table_make(&set->home, set->texts.n);
    for (size_t i = set->texts.n; i-- > 0;) {
        str id = json_text(set->texts.items[i], "id");
        if (id.n) table_put(&by_id, id, (uint32_t)i);
    }
    for (size_t k = 0; k < set->n; k++) {
        uint32_t i = table_get(&by_id, set->items[k].id);
        if (i == TABLE_NONE)
            return error_set(e, ERROR_INPUT, "%s: no article %.*s", path, STR_ARG(set->items[k].id));
        set->items[k].text = json_text(set->texts.items[i], "text");
        set->items[k].has_text = set->items[k].own_text = true;
    }
    return status;
}

int goldset_open(goldset *set, const char *gold, const char *pred, const char *texts, error *e) {
    struct stat info;
    *set = (goldset){ 0 };
    if (stat(gold, &info)) return error_set(e, ERROR_INPUT, "%s: %s", gold, strerror(errno));
    int status = S_ISDIR(info.st_mode) ? read_folder(set, gold, e) : read_file(set, gold, e);
    if (status == ERROR_NONE) status = jsonlist_read(&set->pred, pred, e);
    if (status == ERROR_NONE) join_predictions(set);
    if (status == ERROR_NONE && texts) status = join_texts(set, texts, e);
    for (size_t k = 0; k < set->n && status == ERROR_NONE; k++) {
        gold_article *a = &set->items[k];
        if (a->has_text || !a->pred) continue;
        a->text = json_text(a->pred, "text");
        a->has_text = true;
    }
    return status;
}

void goldset_free(goldset *set) {
    jsonlist_free(&set->gold);
    jsonlist_free(&set->pred);
    jsonlist_free(&set->texts);
    arena_free(&set->home);
    *set = (goldset){ 0 };
}
