/* SPDX-License-Identifier: MIT */
/* petik rules explain: why the records of articles are what they are. */
#include "command/command.h"
#include "command/pipeline.h"
#include "library/inputof.h"

static bool explain_one(petik_extractor *x, article *a) {
    petik_input in = input_of(a, NULL);
    petik_error e = { 0 };
    if (petik_extract(x, &in, &e) != PETIK_OK) {
        fprintf(stderr, "petik: %s\n", e.text);
        return false;
    }
    size_t n;
    const char *lines = petik_explain(x, &n);
    fwrite(lines, 1, n, stdout);
    return true;
}

int explain_inputs(const petik_rules *rules, const char *const *paths, size_t n) {
    error e = { 0 };
    source *in;
    petik_extractor *x;
    petik_error why = { 0 };
    if (petik_extractor_open(&x, rules, &why) != PETIK_OK) {
        fprintf(stderr, "petik: %s\n", why.text);
        return EXIT_RULES;
    }
    int status = EXIT_INPUTS;
    if (source_open(&in, paths, n, NULL, &e) < 0) {
        fprintf(stderr, "petik: %s\n", e.text);
        goto done;
    }
    article a = { 0 };
    status = EXIT_DONE;
    for (int got = source_next(&a, in, &e); got != SOURCE_END; e.code = 0, got = source_next(&a, in, &e)) {
        if (got < 0) fprintf(stderr, "petik: %s\n", e.text);
        if (got < 0 || !explain_one(x, &a)) status = EXIT_INPUTS;
    }
    article_free(&a);
    source_close(in);
done:
    petik_extractor_free(x);
    return status == EXIT_DONE ? finish_stdout() : status;
}
