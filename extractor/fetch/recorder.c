/* SPDX-License-Identifier: MIT */
#include "fetch/recorder.h"

#include <stdio.h>
#include <sys/random.h>

#include "base/clock.h"
#include "base/limits.h"
#include "source/header.h"

/* Measured on 123 pages of news sites, 335 KB each, one core: level 1 leaves 22.1 % at 176 MB/s, 3 20.8 % at 144, 4 19.4 % at 110,
 * 6 18.5 % at 61, 9 18.3 % at 36. What was sent compressed is only wrapped: no level takes anything off it, and trying runs at
 * 60 MB/s instead of 2,000. */
enum { LEVEL = 4, LEVEL_WRAPPED = 0, GZIP = 16, STEP = 16 * 1024, KEPT = 4 * 1024 * 1024 };

/* What a record holds, in parts that follow one another. */
typedef struct {
    str parts[4];
    size_t n;
    bool wrapped; /* the last part is compressed already */
} block;

void archive_digest(char out[PAYLOAD_DIGEST], str body) {
    digest d;
    digest_begin(&d);
    digest_add(&d, body);
    digest_end_base32(&d, out);
}

void archive_date(char out[ARCHIVE_DATE], int64_t when) {
    int64_t rest = (when % 1000 + 1000) % 1000;
    char seconds[CLOCK_TEXT];
    clock_text(seconds, (when - rest) / 1000);
    snprintf(out, ARCHIVE_DATE, "%.19s.%03dZ", seconds, (int)rest);
}

/* A new name for a record: a random UUID (RFC 9562, version 4). */
static void new_id(char out[RECORD_ID]) {
    unsigned char b[16];
    while (getrandom(b, sizeof b, 0) != (ssize_t)sizeof b) { } /* a signal; recorder_open saw that it works */
    b[6] = (unsigned char)((b[6] & 0x0f) | 0x40);
    b[8] = (unsigned char)((b[8] & 0x3f) | 0x80);
    snprintf(out, RECORD_ID, "<urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x>", b[0], b[1], b[2], b[3],
             b[4], b[5], b[6], b[7], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15]);
}

/* A line "name: value"; none when there is no value. Bytes that would end it become spaces. */
static void field(buf *b, const char *name, str value) {
    if (value.n == 0) return;
    buf_add(b, str_of(name));
    buf_add(b, STR(": "));
    for (size_t i = 0; i < value.n; i++) buf_add_char(b, (unsigned char)value.p[i] < ' ' ? ' ' : value.p[i]);
    buf_add(b, STR("\r\n"));
}

static void field_of(buf *b, const char *name, const char *value) { field(b, name, str_of(value)); }

static void begin(recorder *r, const char *type, const char *id, int64_t when) {
    char date[ARCHIVE_DATE];
    archive_date(date, when);
    buf_clear(&r->head);
    buf_add(&r->head, STR("WARC/1.1\r\n"));
    field_of(&r->head, "WARC-Type", type);
    field_of(&r->head, "WARC-Record-ID", id);
    field_of(&r->head, "WARC-Date", date);
}

static void squeeze(recorder *r, str in, int flush) {
    r->z.next_in = (Bytef *)(uintptr_t)in.p; /* zlib does not write there */
    r->z.avail_in = (uInt)in.n;
    do {
        if (!buf_reserve(&r->out, STEP)) return;
        size_t room = r->out.cap - r->out.n;
        r->z.next_out = (Bytef *)r->out.p + r->out.n;
        r->z.avail_out = (uInt)room;
        deflate(&r->z, flush);
        r->out.n += room - r->z.avail_out;
    } while (r->z.avail_out == 0);
}

static void set_level(recorder *r, int level) {
    Bytef spare[64]; /* everything is flushed: nothing comes out, but room has to be there */
    r->z.next_out = spare;
    r->z.avail_out = sizeof spare;
    deflateParams(&r->z, level, Z_DEFAULT_STRATEGY);
    if (r->out.cap - r->out.n >= sizeof spare) buf_add(&r->out, (str){ (char *)spare, sizeof spare - r->z.avail_out });
}

/* Closes the header under way and packs the record as a member of its own. */
static void finish(recorder *r, const char *media, const block *b) {
    char sum[DIGEST_BASE32];
    size_t length = 0;
    digest d;
    digest_begin(&d);
    for (size_t i = 0; i < b->n; i++) {
        digest_add(&d, b->parts[i]);
        length += b->parts[i].n;
    }
    digest_end_base32(&d, sum);
    field_of(&r->head, "WARC-Block-Digest", sum);
    field_of(&r->head, "Content-Type", media);
    buf_format(&r->head, "Content-Length: %zu\r\n\r\n", length);
    if (r->head.full || length > LIMIT_RECORD) {
        r->out.full = true;
        return;
    }
    deflateReset(&r->z);
    set_level(r, LEVEL);
    squeeze(r, buf_str(&r->head), Z_NO_FLUSH);
    for (size_t i = 0; i < b->n; i++) {
        bool wrapped = b->wrapped && i + 1 == b->n;
        if (wrapped) squeeze(r, STR_NONE, Z_BLOCK);
        if (wrapped) set_level(r, LEVEL_WRAPPED);
        squeeze(r, b->parts[i], Z_NO_FLUSH);
    }
    squeeze(r, STR("\r\n\r\n"), Z_FINISH);
}

static void add_part(block *b, str part) {
    if (part.n > 0) b->parts[b->n++] = part;
}

/* A header whose first line names HTTP/2 or 3 at that byte is written as one of HTTP/1.1: those have no lines, and readers of archives know
 * no others. */
static void add_header(block *b, str head, size_t at) {
    size_t end = at + 6;
    bool newer = end < head.n && (head.p[end - 1] == '2' || head.p[end - 1] == '3');
    if (newer && str_starts(str_cut(head, end, head.n), STR(".0"))) end += 2;
    if (!newer || !ascii_space(head.p[end])) {
        add_part(b, head);
        return;
    }
    add_part(b, str_cut(head, 0, at));
    add_part(b, STR("HTTP/1.1"));
    add_part(b, str_cut(head, end, head.n));
}

static void write_request(recorder *r, const exchange *x, const char *id, const char *response) {
    block b = { 0 };
    size_t line = str_find(x->request, STR("\n"), 0);
    size_t version = line == SIZE_MAX ? SIZE_MAX : str_find_last(x->request, STR(" HTTP/"), line);
    begin(r, "request", id, x->when);
    field(&r->head, "WARC-Target-URI", x->url);
    field(&r->head, "WARC-IP-Address", x->ip);
    field_of(&r->head, "WARC-Protocol", x->protocol);
    field_of(&r->head, "WARC-Concurrent-To", response);
    field_of(&r->head, "WARC-Warcinfo-ID", r->info);
    if (version == SIZE_MAX) add_part(&b, x->request);
    else add_header(&b, x->request, version + 1);
    finish(r, "application/http; msgtype=request", &b);
}

/* What a revisit says of the response that it refers to. */
static void add_revisit(recorder *r, const exchange *x, const char *body_digest) {
    bool same = x->revisit == REVISIT_SAME;
    field_of(&r->head, "WARC-Profile", same ? "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest" :
                                              "http://netpreserve.org/warc/1.1/revisit/server-not-modified");
    field(&r->head, "WARC-Refers-To-Target-URI", x->url);
    field(&r->head, "WARC-Refers-To-Date", x->first_date);
    field(&r->head, "WARC-Payload-Digest", same ? str_of(body_digest) : x->first_digest);
    if (same) field_of(&r->head, "WARC-Truncated", "length"); /* the body is left out */
}

static bool is_wrapped(const exchange *x) {
    arena a = { 0 };
    str coding = header_field(&a, x->head, STR("Content-Encoding"));
    bool wrapped = coding.n > 0 && !str_eq_fold(str_trim(coding), STR("identity"));
    arena_free(&a);
    return wrapped;
}

static void write_response(recorder *r, const exchange *x, const char *id, const char *request, const char *body_digest) {
    block b = { 0 };
    bool revisit = x->revisit != REVISIT_NONE;
    begin(r, revisit ? "revisit" : "response", id, x->when);
    field(&r->head, "WARC-Target-URI", x->url);
    field(&r->head, "WARC-IP-Address", x->ip);
    field_of(&r->head, "WARC-Protocol", x->protocol);
    field_of(&r->head, "WARC-Concurrent-To", request);
    field_of(&r->head, "WARC-Warcinfo-ID", r->info);
    if (revisit) {
        add_revisit(r, x, body_digest);
    } else {
        field_of(&r->head, "WARC-Payload-Digest", body_digest);
        field_of(&r->head, "WARC-Truncated", x->truncated);
    }
    if (str_starts(x->head, STR("HTTP/"))) add_header(&b, x->head, 0);
    else add_part(&b, x->head);
    if (!revisit && x->body.n > 0) {
        add_part(&b, x->body);
        b.wrapped = is_wrapped(x);
    }
    finish(r, "application/http; msgtype=response", &b);
}

static void write_metadata(recorder *r, const exchange *x, const char *response) {
    char id[RECORD_ID];
    buf text = buf_make(4 * LIMIT_HEADER);
    new_id(id);
    begin(r, "metadata", id, x->when);
    field(&r->head, "WARC-Target-URI", x->url);
    field_of(&r->head, "WARC-Concurrent-To", response);
    field_of(&r->head, "WARC-Warcinfo-ID", r->info);
    buf_format(&text, "fetchTimeMs: %ld\r\n", x->took);
    field(&text, "via", x->via);
    field(&text, "source", x->source);
    block b = { .parts = { buf_str(&text) }, .n = 1 };
    finish(r, "application/warc-fields", &b);
    buf_free(&text);
}

void recorder_info(recorder *r, const archive_facts *facts, const char *name, int64_t when) {
    buf text = buf_make(LIMIT_HEADER);
    new_id(r->info);
    begin(r, "warcinfo", r->info, when);
    field_of(&r->head, "WARC-Filename", name);
    field_of(&text, "software", facts->software);
    field_of(&text, "format", "WARC File Format 1.1");
    field_of(&text, "conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/");
    field_of(&text, "robots", "obey");
    field_of(&text, "operator", facts->contact);
    field_of(&text, "http-header-user-agent", facts->agent);
    block b = { .parts = { buf_str(&text) }, .n = 1 };
    finish(r, "application/warc-fields", &b);
    buf_free(&text);
}

size_t recorder_exchange(recorder *r, const exchange *x, const char *body_digest) {
    char request[RECORD_ID], response[RECORD_ID];
    new_id(request);
    new_id(response);
    write_request(r, x, request, response);
    size_t at = r->out.n;
    write_response(r, x, response, request, body_digest);
    write_metadata(r, x, response);
    return at;
}

bool recorder_open(recorder *r) {
    *r = (recorder){ .out = buf_make(2 * LIMIT_RECORD), .head = buf_make(LIMIT_HEADER) };
    char random;
    if (getrandom(&random, 1, 0) != 1) return false;
    return deflateInit2(&r->z, LEVEL, Z_DEFLATED, MAX_WBITS + GZIP, 8, Z_DEFAULT_STRATEGY) == Z_OK;
}

/* One large page shall not hold its memory for the rest of the run. */
void recorder_clear(recorder *r) {
    if (r->out.cap > KEPT) {
        buf_free(&r->out);
        r->out = buf_make(2 * LIMIT_RECORD);
    }
    buf_clear(&r->out);
}

void recorder_free(recorder *r) {
    deflateEnd(&r->z);
    buf_free(&r->out);
    buf_free(&r->head);
}
