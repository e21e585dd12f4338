/* SPDX-License-Identifier: MIT */
/* The example of petik.h as a whole program: prints the record of each file.
 *
 * usage: example RULES FILE... */
#include <petik.h>

#include <stdio.h>
#include <stdlib.h>

static char *read_file(const char *path, size_t *length) {
    FILE *f = fopen(path, "rb");
    char *text = malloc(1 << 20);
    *length = f && text ? fread(text, 1, 1 << 20, f) : 0;
    if (f) fclose(f);
    return text;
}

static int print_record(petik_extractor *x, const char *path, petik_error *e) {
    size_t n = 0;
    char *text = read_file(path, &n);
    petik_input in = { .bytes = text, .length = n, .source = path };
    int status = petik_extract(x, &in, e);
    if (status == PETIK_OK) {
        const char *json = petik_json(x, &n);
        fwrite(json, 1, n, stdout);
    }
    free(text);
    return status;
}

int main(int argc, char **argv) {
    petik_error e = { 0 };
    petik_rules *rules = NULL;
    petik_extractor *x = NULL;
    int status = petik_rules_open(&rules, argc > 1 ? argv[1] : NULL, 0, &e);
    if (status == PETIK_OK) status = petik_extractor_open(&x, rules, &e);
    for (int i = 2; i < argc && status == PETIK_OK; i++) status = print_record(x, argv[i], &e);
    if (status != PETIK_OK) fprintf(stderr, "example: %s\n", e.text);
    petik_extractor_free(x);
    petik_rules_free(rules);
    return status == PETIK_OK ? 0 : 1;
}
