/* SPDX-License-Identifier: MIT */
/* Articles one after another out of files, folders and standard input. What a thing is, is told from its content:
 *
 *   gzip             whatever is in it, members in a row
 *   JSON Lines       one article a line; keys id, url, title, text (or html), published, publisher, fetched
 *   a JSON object    over several lines: one article with the same keys
 *   WARC             each page or text that was fetched with success; the address, time and charset are the record's
 *   anything else    one article: plain text, or HTML, which petik_extract recognises
 *
 * One bad file, line or record costs itself and one error; the articles after it are still delivered. Memory does not grow
 * with the number or size of the inputs: it holds one article, and at most one line
 * or record. */
#ifndef PETIK_SOURCE_SOURCE_H
#define PETIK_SOURCE_SOURCE_H

#include <signal.h>

#include "base/arena.h"
#include "base/error.h"

/* Start with {0}, use again for article after article, end with article_free. Strings are the article's own, closed
 * by NUL, and NULL when not known. */
typedef struct {
    arena home; /* owns everything here */
    str bytes;  /* text or HTML as it was found */
    VEC(str) more; /* further pages of the same article, whose files lie beside it */
    const char *source; /* the path as given ("-" for standard input), a line's own id, path:line, or of a WARC record path@offset */
    const char *url, *title, *published, *publisher, *fetched;
    const char *charset; /* what an HTTP header said of bytes */
    const char *listed; /* when a listing said that it was published: for an article that does not say it itself */
    const void *note;   /* what a collector tells of it (fetch/collector.h), in home */
    bool archived; /* from a web archive: source is the record's place in it */
    bool several;  /* from a file that can hold several states of one article: lines, a web archive */
    bool placed;   /* source is a place in a file, of a line or record, not a name of its own */
} article;

typedef struct source source;

enum { SOURCE_ARTICLE = 0, SOURCE_END = 1 };

/* Reads the n paths in order; "-" is standard input. paths must outlive the source. *stop (NULL is allowed), set by a
 * signal handler, ends the source after the article it is at. *out belongs to the caller (source_close). */
int source_open(source **out, const char *const *paths, size_t n, const volatile sig_atomic_t *stop, error *e);
/* Before the first source_next: of all inputs only the i-th of n parts is read, from 1. What the parts deliver, one after
 * another, is what the whole delivers. The bytes of all files are divided; an article is of the part in which its file,
 * or in JSON Lines and WARC files its line or record (its gzip member), begins. What stands before it in a file is read as
 * well, so that lines have their numbers and records their names. ERROR_USAGE: standard input is among the inputs. */
int source_shard(source *s, uint64_t i, uint64_t n, error *e);
/* SOURCE_ARTICLE: *out is the next article. SOURCE_END: there is none. Negative: e says what could not be read, as
 * "path:line:column: what" with columns in bytes from 1; call again for what comes after it. */
int source_next(article *out, source *s, error *e);
/* Instead of source_next: passes to the next file without opening it. 0: *path is that file's, lent until the next call; "-" is standard
 * input. SOURCE_END: there is none. Negative: as source_next says of a name that cannot be read; call again. */
int source_path(const char **path, source *s, error *e);
/* Bytes read so far from files and standard input, before inflating. */
uint64_t source_taken(const source *s);
void source_close(source *s);
void article_free(article *a);

#endif
