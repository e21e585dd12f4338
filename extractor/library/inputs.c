/* SPDX-License-Identifier: MIT */
/* The public reader: source/ behind the types of petik.h. */
#include <stdlib.h>
#include <string.h>

#include "library/inputof.h"
#include "library/passon.h"

struct petik_reader {
    source *from;
    article at;
    char **paths; /* own copies: source_open lends them */
    size_t count;
};

int petik_reader_open(petik_reader **out, const char *const *paths, size_t n, petik_error *pe) {
    error e = { 0 };
    petik_reader *r = calloc(1, sizeof *r);
    *out = NULL;
    if (r) r->paths = calloc(n + 1, sizeof *r->paths);
    if (!r || !r->paths) {
        free(r);
        return pass_on(pe, &(error){ .text = "out of memory" }, PETIK_ERROR_LIMIT);
    }
    for (; r->count < n && (r->paths[r->count] = strdup(paths[r->count])); r->count++) {}
    int status = r->count < n ? error_set(&e, ERROR_LIMIT, "out of memory") : 0;
    if (!status) status = source_open(&r->from, (const char *const *)r->paths, n, NULL, &e);
    if (status) {
        petik_reader_free(r);
        return pass_on(pe, &e, status);
    }
    *out = r;
    return PETIK_OK;
}

int petik_reader_next(petik_reader *r, petik_input *out, petik_error *pe) {
    error e = { 0 };
    int status = source_next(&r->at, r->from, &e);
    *out = (petik_input){ 0 };
    if (status == SOURCE_END) return PETIK_END;
    if (status < 0) return pass_on(pe, &e, status);
    *out = input_of(&r->at, NULL);
    return PETIK_OK;
}

int petik_reader_file(petik_reader *r, const char **path, petik_error *pe) {
    error e = { 0 };
    *path = NULL;
    int status = source_path(path, r->from, &e);
    if (status == SOURCE_END) return PETIK_END;
    return pass_on(pe, &e, status);
}

void petik_reader_free(petik_reader *r) {
    if (!r) return;
    source_close(r->from);
    article_free(&r->at);
    for (size_t i = 0; i < r->count; i++) free(r->paths[i]);
    free(r->paths);
    free(r);
}
