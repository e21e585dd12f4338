/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/limits.h"
#include "source/capture.h"
#include "source/listing.h"
#include "source/object.h"
#include "source/reader.h"
#include "source/sibling.h"
#include "source/warc.h"
#include "text/utf8.h"

/* How much of an input is looked at to tell its kind. */
enum { PEEK_SIZE = 4096 };

typedef enum { KIND_LINES, KIND_OBJECT, KIND_TEXT, KIND_WARC } kind;

struct source {
    const char *const *paths;
    size_t n, next;
    const volatile sig_atomic_t *stop;
    listing *walk;     /* the folder that is being read, or NULL */
    const char *path; /* of the open stream; lent by paths or walk */
    stream *in;       /* NULL between inputs */
    reader lines;
    warc records;
    kind kind;
    uint64_t taken; /* by the streams before this one */
    uint64_t from, until; /* the bytes of all files, in a row, of which what begins there is read */
    uint64_t base;  /* bytes of the files before the one at hand */
    uint64_t size;  /* bytes of the one at hand; 0 for what is no file */
    uint64_t place; /* where in it the record read last begins; never goes back */
};

int source_open(source **out, const char *const *paths, size_t n, const volatile sig_atomic_t *stop, error *e) {
    source *s = calloc(1, sizeof *s);
    if (!s) return error_set(e, ERROR_LIMIT, "out of memory");
    s->paths = paths;
    s->n = n;
    s->stop = stop;
    s->until = UINT64_MAX;
    *out = s;
    return 0;
}

static size_t mark_length(str s) { return str_starts(s, STR("\xef\xbb\xbf")) ? 3 : 0; }

static size_t skip_space(str s, size_t i) {
    while (i < s.n && ascii_space(s.p[i])) i++;
    return i;
}

static bool has_ending(const char *path, str ending) {
    str s = str_of(path);
    if (str_ends(s, STR(".gz"))) s.n -= 3;
    return str_ends(s, ending);
}

/* An object begins with a key, or ends at once; prose that begins with a brace does not. When the line after the
 * first begins with a key, one object goes over several lines. */
static kind recognise(const char *path, str head) {
    if (has_ending(path, STR(".jsonl")) || has_ending(path, STR(".ndjson"))) return KIND_LINES;
    if (str_starts(head, STR("WARC/1.")) || str_starts(head, STR("WARC/0.")) || has_ending(path, STR(".warc"))) return KIND_WARC;
    size_t i = skip_space(head, mark_length(head));
    if (i == head.n || head.p[i] != '{') return has_ending(path, STR(".json")) ? KIND_OBJECT : KIND_TEXT;
    size_t first = skip_space(head, i + 1);
    if (first < head.n && head.p[first] != '"' && head.p[first] != '}' && !has_ending(path, STR(".json")))
        return KIND_TEXT;
    const char *feed = memchr(head.p + i, '\n', head.n - i);
    size_t second = feed ? skip_space(head, (size_t)(feed - head.p)) : head.n;
    return second < head.n && head.p[second] == '"' ? KIND_OBJECT : KIND_LINES;
}

static void end_stream(source *s) {
    if (!s->in) return;
    s->taken += stream_taken(s->in);
    stream_close(s->in);
    s->in = NULL;
}

/* Why a file that begins so is not read, NULL when it is. The lines of a file that is no text would each be an error. */
static const char *refusal(kind k, str head) {
    static const struct { str begins; const char *why; } foreign[] = {
        { { "filedesc://", 11 }, "an ARC file, which is not read; warcio recompress OLD NEW.warc.gz makes a WARC file of it" },
        { { "\x28\xb5\x2f\xfd", 4 }, "compressed with Zstandard, which is not read; unpack it with zstd -d" },
        { { "\xfd" "7zXZ", 5 }, "compressed with xz, which is not read; unpack it with xz -d" },
        { { "BZh", 3 }, "compressed with bzip2, which is not read; unpack it with bzip2 -d" },
    };
    bool text = !memchr(head.p, '\0', head.n);
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
        if (str_starts(head, foreign[i].begins) && (i == 0 || !text)) return foreign[i].why;
    return (k == KIND_LINES || k == KIND_OBJECT) && !text ? "not text: it holds NUL bytes" : NULL;
}

static int start_stream(source *s, error *e) {
    int status = stream_open(&s->in, s->path, s->stop, e);
    if (status < 0) return status;
    reader_start(&s->lines, s->in);
    str head = reader_peek(&s->lines, PEEK_SIZE);
    s->kind = recognise(s->path, head);
    const char *why = refusal(s->kind, head);
    if (why) {
        end_stream(s);
        return error_set(e, ERROR_INPUT, "%s: %s", s->path, why);
    }
    if (s->kind == KIND_WARC) warc_start(&s->records, &s->lines, s->path);
    else if (s->kind != KIND_TEXT) reader_skip(&s->lines, mark_length(head)); /* of texts it tells the charset */
    return 0;
}

/* Whether what begins at a byte of the file at hand is read. */
static bool is_before(const source *s, uint64_t place) { return s->base + place < s->from; }
static bool is_behind(const source *s, uint64_t place) { return s->base + place >= s->until; }
static bool is_ours(const source *s) { return !is_before(s, 0) && !is_behind(s, 0); }

/* Goes to the next file: 0, SOURCE_END, or an error about a name that is passed. */
static int next_path(source *s, error *e) {
    s->base += s->size;
    s->size = 0;
    for (;;) {
        struct stat what;
        if (s->walk) {
            int status = listing_next(&s->path, s->walk, e);
            if (status < 0) return status;
            if (status == LISTING_FILE) {
                if (stat(s->path, &what) == 0 && S_ISREG(what.st_mode)) s->size = (uint64_t)what.st_size;
                return 0;
            }
            bool empty = listing_count(s->walk) == 0;
            listing_close(s->walk);
            s->walk = NULL;
            if (empty)
                return error_set(e, ERROR_INPUT, "%s: a folder without articles (.txt .html .htm .jsonl .ndjson .json .warc)",
                                 s->paths[s->next - 1]);
        }
        if (s->next == s->n) return SOURCE_END;
        s->path = s->paths[s->next++];
        if (strcmp(s->path, "-") == 0) return 0;
        if (stat(s->path, &what) != 0) return error_set(e, ERROR_INPUT, "%s: %s", s->path, strerror(errno));
        if (S_ISREG(what.st_mode)) s->size = (uint64_t)what.st_size;
        if (!S_ISDIR(what.st_mode)) return 0;
        int status = listing_open(&s->walk, s->path, e);
        if (status < 0) return status;
    }
}

/* A file of records is divided between them; of gzip, where a line begins is not known. */
static bool is_divided(const source *s) {
    return s->size > 0 && (s->kind == KIND_WARC || (s->kind == KIND_LINES && !stream_packed(s->in)));
}

/* Opens the next file of which something is read: 0, SOURCE_END or an error. */
static int next_stream(source *s, error *e) {
    for (;;) {
        error why = { 0 };
        int status = next_path(s, &why);
        if (status == SOURCE_END) return SOURCE_END;
        bool ours = is_ours(s);
        if (status == 0 && (ours || (is_before(s, 0) && !is_before(s, s->size ? s->size - 1 : 0)))) {
            s->place = 0;
            status = start_stream(s, &why);
            if (status == 0 && (ours || is_divided(s))) return 0;
            end_stream(s);
        }
        if (status < 0 && ours) return error_set(e, status, "%s", why.text);
    }
}

int source_shard(source *s, uint64_t i, uint64_t n, error *e) {
    for (size_t k = 0; k < s->n; k++)
        if (strcmp(s->paths[k], "-") == 0) return error_set(e, ERROR_USAGE, "standard input cannot be divided");
    for (;;) {
        error again = { 0 }; /* told when it is read */
        if (next_path(s, &again) == SOURCE_END) break;
    }
    uint64_t all = s->base, each = all / n, rest = all % n;
    s->from = each * (i - 1) + rest * (i - 1) / n;
    s->until = i == n ? UINT64_MAX : each * i + rest * i / n;
    s->next = 0;
    s->base = s->size = 0;
    return 0;
}

static const char *known(str s) { return s.n > 0 ? s.p : NULL; }

/* The path of the file at hand as UTF-8. */
static const char *name_of_file(article *a, const source *s) {
    return arena_copy(&a->home, utf8_mended(&a->home, str_of(s->path))).p;
}

/* The place of byte at in an object that begins on a line: the line and, from 1, the column. */
static void find_place(size_t *line, size_t *column, str json, size_t at) {
    size_t begin = 0;
    for (size_t i = 0; i < at; i++) {
        if (json.p[i] != '\n') continue;
        ++*line;
        begin = i + 1;
    }
    *column = at - begin + 1;
}

/* An article out of one object that begins on a line. */
static int read_object(article *a, source *s, str json, size_t line, error *e) {
    object o;
    if (!object_read(&o, &a->home, json)) {
        size_t column;
        find_place(&line, &column, json, o.at);
        const char *key = object_key(o.about);
        return error_set(e, ERROR_INPUT, "%s:%zu:%zu: %s%s%s", s->path, line, column, key, *key ? " " : "", o.what);
    }
    a->bytes = o.field[FIELD_TEXT].p ? o.field[FIELD_TEXT] : o.field[FIELD_HTML];
    if (!a->bytes.p) return error_set(e, ERROR_INPUT, "%s:%zu: an article without text or html", s->path, line);
    if (a->bytes.n > LIMIT_ARTICLE)
        return error_set(e, ERROR_INPUT, "%s:%zu: longer than %d MB, too long for an article", s->path, line,
                         LIMIT_ARTICLE / 1024 / 1024);
    a->source = known(o.field[FIELD_ID]);
    a->placed = !a->source;
    a->several = s->kind == KIND_LINES;
    if (!a->source && s->kind == KIND_LINES) a->source = arena_format(&a->home, "%s:%zu", name_of_file(a, s), line).p;
    if (!a->source) a->source = name_of_file(a, s);
    a->url = known(o.field[FIELD_URL]);
    a->title = known(o.field[FIELD_TITLE]);
    a->published = known(o.field[FIELD_PUBLISHED]);
    a->publisher = known(o.field[FIELD_PUBLISHER]);
    a->fetched = known(o.field[FIELD_FETCHED]);
    return SOURCE_ARTICLE;
}

/* The next line that is not blank: an article, an error, or SOURCE_END at the end of this stream. */
static int next_line(article *a, source *s, error *e) {
    for (;;) {
        str line;
        error why = { 0 };
        uint64_t place = is_divided(s) ? reader_place(&s->lines) : 0;
        if (place > 0 && is_behind(s, place)) return SOURCE_END;
        int status = reader_line(&line, &s->lines, LIMIT_LINE, &why);
        if (status == READER_END) return SOURCE_END;
        if (is_before(s, place)) continue;
        if (status == ERROR_LIMIT)
            return error_set(e, ERROR_INPUT, "%s:%zu: a line longer than %d MB", s->path, s->lines.line,
                             LIMIT_LINE / 1024 / 1024);
        if (status < 0) return error_set(e, status, "%s", why.text);
        if (skip_space(line, 0) < line.n) return read_object(a, s, line, s->lines.line, e);
    }
}

/* All of a file that lies beside the one at hand. */
static int read_beside(str *out, arena *a, const source *s, const char *path, error *e) {
    stream *in;
    reader r = { 0 };
    str all;
    int status = stream_open(&in, path, s->stop, e);
    if (status < 0) return status;
    reader_start(&r, in);
    status = reader_rest(&all, &r, LIMIT_ARTICLE, e);
    if (status == 0) *out = arena_copy(a, all);
    stream_close(in);
    reader_free(&r);
    return status;
}

/* The further pages of an article in a file; one file that has all pages stands for the first. What cannot be read is left out:
 * the record says then that the article goes on. */
static void read_siblings(article *a, const source *s) {
    bool whole;
    if (strcmp(s->path, "-") == 0 || skip_space(a->bytes, 0) == a->bytes.n || a->bytes.p[skip_space(a->bytes, mark_length(a->bytes))] != '<') return;
    sibling_list all = siblings_find(&a->home, s->path, &whole);
    for (size_t i = 0; i < all.n; i++) {
        error ignored = { 0 };
        str bytes;
        if (read_beside(&bytes, &a->home, s, all.items[i], &ignored) != 0) return;
        if (whole) a->bytes = bytes;
        else *vec_add(&a->home, &a->more) = bytes;
    }
}

/* The whole stream as one article; one that holds nothing but white space is none. */
static int whole_stream(article *a, source *s, error *e) {
    size_t limit = s->kind == KIND_OBJECT ? LIMIT_LINE : LIMIT_ARTICLE;
    str all;
    error why = { 0 };
    int status = reader_rest(&all, &s->lines, limit, &why);
    if (status == READER_END) return SOURCE_END;
    if (status == ERROR_LIMIT)
        return error_set(e, ERROR_INPUT, "%s: longer than %zu MB, too long for an article", s->path,
                         limit / 1024 / 1024);
    if (status < 0) return error_set(e, status, "%s", why.text);
    if (skip_space(all, mark_length(all)) == all.n) return SOURCE_END;
    if (s->kind == KIND_OBJECT) return read_object(a, s, all, 1, e);
    status = capture_check(s->path, all, e);
    if (status < 0) return status;
    a->bytes = arena_copy(&a->home, all);
    a->source = name_of_file(a, s);
    read_siblings(a, s);
    return SOURCE_ARTICLE;
}

static void article_reset(article *a) {
    arena kept = a->home;
    arena_reset(&kept);
    *a = (article){ .home = kept };
}

static bool stopped(const source *s) { return s->stop && *s->stop; }

/* The next record that is an article, an error, or SOURCE_END at the end of this stream. */
static int next_record(article *a, source *s, error *e) {
    while (!stopped(s)) {
        warc_record r;
        article_reset(a);
        error why = { 0 };
        int status = warc_next(&r, &s->records, &a->home, &why);
        if (status == WARC_END) return SOURCE_END;
        uint64_t place = is_divided(s) ? warc_place(&s->records) : 0;
        if (place > s->place) s->place = place;
        if (s->place > 0 && is_behind(s, s->place)) return SOURCE_END;
        if (is_before(s, s->place)) continue;
        if (status < 0) return error_set(e, status, "%s", why.text);
        status = capture_read(a, &r, e);
        if (status != CAPTURE_NONE) return status;
    }
    return SOURCE_END;
}

static int next_of_stream(article *a, source *s, error *e) {
    switch (s->kind) {
    case KIND_LINES: return next_line(a, s, e);
    case KIND_WARC: return next_record(a, s, e);
    default: return whole_stream(a, s, e);
    }
}

int source_next(article *out, source *s, error *e) {
    for (;;) {
        article_reset(out);
        if (stopped(s)) return SOURCE_END;
        if (!s->in) {
            int status = next_stream(s, e);
            if (status != 0) return status;
        }
        int status = next_of_stream(out, s, e);
        bool goes_on = s->kind == KIND_LINES || s->kind == KIND_WARC;
        if (!goes_on || status == SOURCE_END) end_stream(s);
        if (status < 0 && stopped(s)) return SOURCE_END; /* it broke because it was stopped */
        if (status != SOURCE_END) return status;
    }
}

int source_path(const char **path, source *s, error *e) {
    end_stream(s);
    int status = next_path(s, e);
    if (status == 0) *path = s->path;
    return status;
}

uint64_t source_taken(const source *s) { return s->taken + (s->in ? stream_taken(s->in) : 0); }

void source_close(source *s) {
    if (!s) return;
    end_stream(s);
    listing_close(s->walk);
    reader_free(&s->lines);
    free(s);
}

void article_free(article *a) {
    arena_free(&a->home);
    *a = (article){ 0 };
}
