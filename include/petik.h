/* SPDX-License-Identifier: MIT */
/* petik: checkable records from Indonesian regional news.
 *
 * One rule set is loaded once and then shared, unchanged, by any number of threads; each thread has an extractor of
 * its own and hands it one article after another:
 *
 *     petik_error e = {0};
 *     petik_rules *rules;
 *     petik_extractor *x;
 *     if (petik_rules_open(&rules, "rules", 0, &e) || petik_extractor_open(&x, rules, &e)) { … e.text … }
 *     petik_input in = { .bytes = text, .length = strlen(text), .source = "a.txt" };
 *     if (petik_extract(x, &in, &e) == PETIK_OK) fwrite(petik_json(x, &n), 1, n, stdout);
 *     petik_extractor_free(x);
 *     petik_rules_free(rules);
 *
 * Functions that can fail return PETIK_OK (0) or one of the negative codes below; the text in the petik_error that
 * the caller passes (NULL is allowed) is one line that begins with the place. */
#ifndef PETIK_H
#define PETIK_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PETIK_VERSION "0.1.0"

#if defined(__GNUC__)
#define PETIK_API __attribute__((visibility("default")))
#else
#define PETIK_API
#endif

enum {
    PETIK_OK = 0,
    PETIK_END = 1,           /* petik_reader_next: there is nothing more */
    PETIK_ERROR_INPUT = -1,  /* this article is bad (not text, too large); others are not concerned */
    PETIK_ERROR_RULES = -2,  /* the rule set does not load */
    PETIK_ERROR_OUTPUT = -3, /* a result could not be written */
    PETIK_ERROR_LIMIT = -4,  /* a limit was reached */
    PETIK_ERROR_USAGE = -5   /* the call itself is wrong */
};

/* Start with {0}. Set by the first function that fails; further failures leave it as it is until code is 0 again. */
typedef struct {
    int code;
    char text[1024]; /* one line, closed by NUL: "rules/date.rules:12:9: unknown list @mounths" */
} petik_error;

typedef struct petik_rules petik_rules;
typedef struct petik_extractor petik_extractor;

/* The version of the library, "0.1.0"; a static string. */
PETIK_API const char *petik_version(void);

/* For petik_rules_open: run every sample of every rule; one that fails is an error. */
#define PETIK_RULES_CHECK 1u

/* Loads every *.rules file of a folder, and the word lists of its folder lists/. NULL or "" takes the rules that came
 * with the library: $PETIK_RULES, else the installed ones, else those of the source tree that the program was built
 * in. On success *out belongs to the caller (petik_rules_free), after all extractors that use it are gone. */
PETIK_API int petik_rules_open(petik_rules **out, const char *folder, unsigned flags, petik_error *e);
PETIK_API void petik_rules_free(petik_rules *r);
/* "sha256:" and 64 hexadecimal digits over the rule files and lists; lives as long as the rules. */
PETIK_API const char *petik_rules_digest(const petik_rules *r);
/* The folder that the rules were read from; lives as long as the rules. */
PETIK_API const char *petik_rules_folder(const petik_rules *r);

/* One rule, as "petik rules list" prints it; the strings live as long as the rules. */
typedef struct {
    const char *id, *file, *status, *makes, *why;
    unsigned line;           /* in file, from 1 */
    unsigned samples, todos; /* yes and no samples; samples that are known not to pass yet */
} petik_rule;
PETIK_API size_t petik_rules_count(const petik_rules *r);
/* The i-th rule in the order of files and lines; i < petik_rules_count. */
PETIK_API petik_rule petik_rules_get(const petik_rules *r, size_t i);

/* One of an article's pages. */
typedef struct {
    const char *bytes;
    size_t length; /* bytes */
} petik_part;

/* What an article is made of. Only bytes and length are needed; strings that are not known are NULL. Everything is
 * read during the call and may be freed after it. */
typedef struct {
    const char *bytes; /* text in UTF-8, or Windows-1252, which is recognised; or an HTML page, which is too */
    size_t length;     /* bytes */
    const char *source;    /* record "source": a path, an address; also what errors call the article */
    const char *url;
    const char *title;     /* when it is known apart from the text */
    const char *published; /* ISO 8601 date or time */
    const char *published_from; /* json-ld, meta, time-element, url, feed, body, option: where published, or published_else, is from; NULL: option */
    const char *published_else; /* the same, for an article that neither the caller nor its page knows a date of */
    const char *fetched;   /* ISO 8601 time */
    const char *publisher;
    const char *charset;   /* what an HTTP header said of bytes ("iso-8859-1"), NULL when none did */
    const petik_part *more; /* of an HTML page: the article's further pages, in order */
    size_t more_count;
} petik_input;

PETIK_API int petik_extractor_open(petik_extractor **out, const petik_rules *r, petik_error *e);
PETIK_API void petik_extractor_free(petik_extractor *x);
/* Extracts one article; what the extractor held of the article before is gone. */
PETIK_API int petik_extract(petik_extractor *x, const petik_input *in, petik_error *e);
/* The article's record, one JSON object closed by a line feed (length counts it), as contract "the article record"
 * says; lent until the next petik_extract or petik_extractor_free. "" before the first article. */
PETIK_API const char *petik_json(petik_extractor *x, size_t *length);

/* The last article as plain text for people: title, a line of what is known of it, its paragraphs with empty lines between; of a
 * page that is no article one line in square brackets. length in bytes; lent as petik_json's is. */
PETIK_API const char *petik_text(petik_extractor *x, size_t *length);

/* Why the last article is none, when it was a page that is no article: "index-page", "search-page", "video-page", "photo-page",
 * "error-page", "paywall", "feed" or "no-text"; a static string, NULL for an article. Its record has no text then, and a
 * warning of that code that says more. */
PETIK_API const char *petik_refused(const petik_extractor *x);

/* Why the last article's records are what they are, in lines for people: each record's rule, and for each statement how
 * the speaker was found and who else was named before. length in bytes; lent as petik_json's is. */
PETIK_API const char *petik_explain(petik_extractor *x, size_t *length);

/* How many records the last article had, for summaries. */
typedef struct {
    size_t dates, officials, institutions, statements, points, regulations, warnings, events;
} petik_counts;
PETIK_API petik_counts petik_count(const petik_extractor *x);

/* Reads articles one after another out of files, folders and standard input ("-"), as petik extract does: gzip, JSON Lines, one
 * JSON object, WARC, HTML and plain text are told from their content. Memory holds one article, and one line or record.
 * A reader is used by one thread at a time. */
typedef struct petik_reader petik_reader;
/* Reads the n paths in order, which are copied; a folder's files in the order of their names. A path that is not there is an
 * error of petik_reader_next. On success *out belongs to the caller (petik_reader_free). */
PETIK_API int petik_reader_open(petik_reader **out, const char *const *paths, size_t n, petik_error *e);
/* PETIK_OK: *out is the next article, for petik_extract; what it points to is lent until the next call or petik_reader_free, and
 * strings are closed by NUL. PETIK_END: there is none. Negative: one file, line or record could not be read, and e says which, as
 * "path:line:column: what"; call again, with e.code set to 0, for what comes after it. */
PETIK_API int petik_reader_next(petik_reader *r, petik_input *out, petik_error *e);
/* Instead of petik_reader_next, to divide work by files: *path is the next file that would be read, in the same order, and is passed
 * unopened. Lent until the next call or petik_reader_free. PETIK_END: there is none. Negative: a name that cannot be read, told as
 * petik_reader_next tells it; call again, with e.code set to 0. */
PETIK_API int petik_reader_file(petik_reader *r, const char **path, petik_error *e);
PETIK_API void petik_reader_free(petik_reader *r);

/* What the records are, for programs: *out is what "petik schema WHAT" prints, for "datapackage" or "json-schema", closed by NUL; it
 * belongs to the caller (petik_string_free). Another what is PETIK_ERROR_USAGE. */
PETIK_API int petik_schema(char **out, const char *what, petik_error *e);
PETIK_API void petik_string_free(char *s);

#ifdef __cplusplus
}
#endif
#endif
