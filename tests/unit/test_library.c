/* SPDX-License-Identifier: MIT */
/* The public interface as its users see it: threads that share a rule set, the reader, the schema. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "petik.h"

enum { THREADS = 4 };

typedef struct {
    const petik_rules *rules;
    char *out; /* the records of all articles, in order */
    size_t n, cap;
    size_t articles, failures;
} reading;

static void append(reading *r, const char *p, size_t n) {
    if (r->n + n + 1 > r->cap) {
        r->cap = 2 * (r->n + n + 1);
        r->out = realloc(r->out, r->cap);
    }
    memcpy(r->out + r->n, p, n);
    r->n += n;
    r->out[r->n] = 0;
}

/* Reads the corpus with a reader and an extractor of its own. */
static void *read_corpus(void *payload) {
    static const char *const PATHS[] = { "corpus/articles", "no-such-path", "corpus/pages" };
    reading *r = payload;
    petik_error e = { 0 };
    petik_extractor *x = NULL;
    petik_reader *from = NULL;
    petik_input in;
    if (petik_extractor_open(&x, r->rules, &e) || petik_reader_open(&from, PATHS, 3, &e)) r->failures = 100;
    for (int status; from && (status = petik_reader_next(from, &in, &e)) != PETIK_END; e.code = 0) {
        if (status != PETIK_OK || petik_extract(x, &in, &e) != PETIK_OK) {
            r->failures++;
            continue;
        }
        size_t n;
        const char *json = petik_json(x, &n);
        append(r, json, n);
        r->articles++;
    }
    petik_reader_free(from);
    petik_extractor_free(x);
    return NULL;
}

static void threads_share_rules(void **state) {
    (void)state;
    petik_rules *rules;
    petik_error e = { 0 };
    assert_int_equal(petik_rules_open(&rules, "rules", 0, &e), PETIK_OK);
    reading alone = { .rules = rules }, each[THREADS];
    pthread_t threads[THREADS];
    read_corpus(&alone);
    assert_true(alone.articles > 50);
    assert_int_equal(alone.failures, 1);
    for (size_t i = 0; i < THREADS; i++) {
        each[i] = (reading){ .rules = rules };
        assert_int_equal(pthread_create(&threads[i], NULL, read_corpus, &each[i]), 0);
    }
    for (size_t i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(each[i].n, alone.n);
        assert_memory_equal(each[i].out, alone.out, alone.n);
        free(each[i].out);
    }
    free(alone.out);
    petik_rules_free(rules);
}

static void reader_says_what_is_bad(void **state) {
    (void)state;
    static const char *const PATHS[] = { "no-such-path" };
    petik_reader *r;
    petik_input in;
    petik_error e = { 0 };
    assert_int_equal(petik_reader_open(&r, PATHS, 1, &e), PETIK_OK);
    assert_true(petik_reader_next(r, &in, &e) < 0);
    assert_true(strncmp(e.text, "no-such-path", 12) == 0);
    assert_int_equal(petik_reader_next(r, &in, &e), PETIK_END);
    assert_null(in.bytes);
    petik_reader_free(r);
    assert_int_equal(petik_reader_open(&r, NULL, 0, &e), PETIK_OK);
    assert_int_equal(petik_reader_next(r, &in, &e), PETIK_END);
    petik_reader_free(r);
    petik_reader_free(NULL);
}

/* The files that are named are those that the articles come from, read one by one. */
static void reader_names_files(void **state) {
    (void)state;
    static const char *const PATHS[] = { "corpus/pages", "no-such-path", "-" };
    petik_reader *names, *articles;
    petik_input in;
    petik_error e = { 0 };
    const char *path;
    size_t n = 0;
    assert_int_equal(petik_reader_open(&names, PATHS, 3, &e), PETIK_OK);
    assert_int_equal(petik_reader_open(&articles, PATHS, 1, &e), PETIK_OK);
    while (petik_reader_next(articles, &in, &e) == PETIK_OK) {
        assert_int_equal(petik_reader_file(names, &path, &e), PETIK_OK);
        assert_string_equal(path, in.source);
        n++;
    }
    assert_true(n > 20);
    assert_int_equal(petik_reader_file(names, &path, &e), PETIK_ERROR_INPUT);
    assert_null(path);
    assert_string_equal(e.text, "no-such-path: No such file or directory");
    assert_int_equal(petik_reader_file(names, &path, &e), PETIK_OK);
    assert_string_equal(path, "-");
    assert_int_equal(petik_reader_file(names, &path, &e), PETIK_END);
    petik_reader_free(articles);
    petik_reader_free(names);
}

static void schema_is_given(void **state) {
    (void)state;
    char *text;
    petik_error e = { 0 };
    assert_int_equal(petik_schema(&text, "datapackage", &e), PETIK_OK);
    assert_non_null(strstr(text, "\"officials[].mentions[].text\""));
    assert_non_null(strstr(text, "\"statements[].speaker.name\""));
    petik_string_free(text);
    assert_int_equal(petik_schema(&text, "json-schema", &e), PETIK_OK);
    assert_int_equal(text[strlen(text) - 1], '\n');
    petik_string_free(text);
    assert_int_equal(petik_schema(&text, "xml", &e), PETIK_ERROR_USAGE);
    assert_null(text);
    assert_int_equal(e.code, PETIK_ERROR_USAGE);
    petik_string_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_share_rules),
        cmocka_unit_test(reader_says_what_is_bad),
        cmocka_unit_test(reader_names_files),
        cmocka_unit_test(schema_is_given),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
