/* SPDX-License-Identifier: MIT */
#include "source/warc.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/limits.h"
#include "source/header.h"

/* FIRST_PEEK: most headers are shorter. BEHIND: what is looked at behind a record; two line ends belong there. LINE_START: so
 * much of a first line says that a record begins. SEARCH: what is searched at once, at least. */
enum { FIRST_PEEK = 2048, BEHIND = 16, LINE_START = 8, SEARCH = 4096 };

/* So often what was passed over is searched: each time is the reading of a large record. */
enum { MOST_RETURNS = 16 };

static const char CUT_HEADER[] = "cut short: the file ends within its header";
static const char CUT_RECORD[] = "cut short: the file ends within the record";
static const char HOLDS_RECORD[] = "its Content-Length is wrong: another record begins within it";

void warc_start(warc *w, reader *in, const char *path) {
    *w = (warc){ .in = in, .path = path, .begun = UINT64_MAX, .told = UINT64_MAX };
}

static str from_byte(str s, size_t i) { return str_cut(s, i < s.n ? i : s.n, s.n); }

/* "WARC/1.0". */
static bool begins_record(str s) {
    return s.n >= LINE_START && memcmp(s.p, "WARC/", 5) == 0 && ascii_digit(s.p[5]) && s.p[6] == '.' && ascii_digit(s.p[7]);
}

/* Names what begins at the next byte. */
static void name_record(warc *w) {
    w->place = reader_place(w->in);
    if (!stream_packed(w->in->in)) {
        snprintf(w->name, sizeof w->name, "@%" PRIu64, w->place);
        return;
    }
    member m = reader_member(w->in, w->place);
    if (m.file != w->begun) snprintf(w->name, sizeof w->name, "@%" PRIu64, m.file);
    else snprintf(w->name, sizeof w->name, "@%" PRIu64 "+%" PRIu64, m.file, w->place - m.stream);
    w->begun = m.file;
}

/* The record just named is bad; the next is looked for behind its first byte. */
static int refuse(warc *w, const char *what, error *e) {
    w->lost = true;
    w->rest = 0;
    w->from = w->place + 1;
    if (reader_fault(w->in) == what) w->told = stream_member(w->in->in);
    return error_set(e, ERROR_INPUT, "%s%s: %s", w->path, w->name, what);
}

/* The stream ended: WARC_END, or once for each break what broke it; after that it may go on. */
static int end_or_break(warc *w, error *e) {
    const char *fault = reader_fault(w->in);
    if (!fault) return WARC_END;
    uint64_t broken = stream_member(w->in->in), at = stream_packed(w->in->in) ? broken : reader_place(w->in);
    bool told = broken == w->told;
    w->told = broken;
    if (!told) error_set(e, ERROR_INPUT, "%s@%" PRIu64 ": %s", w->path, at, fault);
    w->lost = true;
    reader_recover(w->in);
    w->from = reader_place(w->in);
    return told ? 0 : ERROR_INPUT;
}

/* The first place in s from which a record may begin: at the start of a line or member, not before w->from. */
static size_t find_start(const warc *w, str s) {
    uint64_t place = reader_place(w->in);
    size_t i = w->from > place ? (size_t)(w->from - place) : 0;
    while ((i = str_find(s, STR("WARC/"), i)) != SIZE_MAX) {
        bool line = i > 0 && s.p[i - 1] == '\n';
        if (begins_record(from_byte(s, i)) && (line || reader_member(w->in, place + i).stream == place + i)) return i;
        i++;
    }
    return SIZE_MAX;
}

/* Goes to where the next record begins: 0, WARC_END or an error. */
static int find_record(warc *w, error *e) {
    while (w->lost) {
        str s = reader_peek(w->in, SEARCH);
        size_t i = find_start(w, s);
        if (i != SIZE_MAX) {
            reader_skip(w->in, i);
            w->lost = false;
        } else if (s.n > LINE_START && !w->in->ended) {
            reader_skip(w->in, s.n - LINE_START); /* with the byte before a start that is not whole yet */
        } else {
            reader_skip(w->in, s.n);
            int status = end_or_break(w, e);
            if (status != 0) return status;
        }
    }
    return 0;
}

static void skip_blank(reader *r) {
    for (;;) {
        str s = reader_peek(r, 1);
        size_t i = 0;
        while (i < s.n && (s.p[i] == '\r' || s.p[i] == '\n')) i++;
        reader_skip(r, i);
        if (i < s.n || i == 0) return;
    }
}

/* Whether what broke the stream is in the member that holds a byte: that much is not to be trusted. */
static const char *fault_at(const warc *w, uint64_t place) {
    const char *fault = reader_fault(w->in);
    return fault && reader_member(w->in, place).file == stream_member(w->in->in) ? fault : NULL;
}

/* What is wrong behind a record whose block ends with byte i of s, NULL when nothing is: there are the line ends that belong
 * there, or a new record, a new member or the end. */
static const char *wrong_behind(const warc *w, str s, size_t i) {
    uint64_t place = reader_place(w->in);
    if (s.n < i + BEHIND && place + i > 0) {
        const char *fault = fault_at(w, place + i - 1);
        if (fault) return fault;
    }
    if (s.n < i) return CUT_RECORD;
    str rest = from_byte(s, i);
    if (str_starts(rest, STR("\r\n\r\n"))) return NULL;
    size_t k = 0;
    while (k < rest.n && (rest.p[k] == '\r' || rest.p[k] == '\n')) k++;
    if (k == rest.n || k >= BEHIND || begins_record(from_byte(rest, k))) return NULL;
    uint64_t next = reader_next_member(w->in, place + i > 0 ? place + i - 1 : 0);
    return next <= place + i + k ? NULL : "its Content-Length is wrong: the record does not end there";
}

/* Whether another record than the one at w->place begins, with its member, within the first n bytes. */
static bool holds_record(const warc *w, str s, size_t n) {
    uint64_t place = reader_place(w->in), next = place > w->place ? place - 1 : place;
    while ((next = reader_next_member(w->in, next)) < place + n)
        if (begins_record(from_byte(s, (size_t)(next - place)))) return true;
    return false;
}

/* Passes over what is left of the record lent. When that does not end where it should, the record is refused, and in a plain
 * file what was passed over is searched. */
static int pass_record(warc *w, error *e) {
    const char *wrong = NULL;
    bool large = w->rest > LIMIT_RECORD;
    while (w->rest > 0 && !wrong) {
        str s = reader_peek(w->in, LINE_START);
        size_t n = s.n < w->rest ? s.n : (size_t)w->rest;
        if (large && holds_record(w, s, n)) wrong = HOLDS_RECORD;
        if (!wrong) reader_skip(w->in, n);
        if (!wrong) w->rest -= n;
        if (n == 0) wrong = wrong_behind(w, s, 1);
    }
    if (large && !wrong) wrong = wrong_behind(w, reader_peek(w->in, BEHIND), 0);
    if (!wrong) return 0;
    int status = refuse(w, wrong, e);
    if (w->returns < MOST_RETURNS && reader_seek(w->in, w->place)) w->returns++;
    w->from = w->place + 1;
    return status;
}

/* Bytes of s up to another line that begins a record, or all. A header cut short would go on in the next one's. */
static size_t find_other(str s) {
    size_t i = 0;
    while ((i = str_find(s, STR("\nWARC/"), i)) != SIZE_MAX && !begins_record(from_byte(s, i + 1))) i++;
    return i == SIZE_MAX ? s.n : i + 1;
}

/* Bytes of the header that begins here; 0 when it does not end within the limit, and *wrong says why. */
static size_t find_header(const char **wrong, const warc *w) {
    size_t size = FIRST_PEEK;
    for (;; size *= 2) {
        str s = reader_peek(w->in, size);
        s.n = s.n < size ? s.n : size;
        size_t end = header_end(s), other = find_other(str_cut(s, 0, end ? end : s.n));
        if (end > 0 && other == end) return end;
        const char *fault = fault_at(w, w->place);
        *wrong = other < s.n ? "cut short: another record begins within its header" : fault ? fault : "its header does not end";
        if (!fault && s.n < size && other == s.n) *wrong = CUT_HEADER;
        if (s.n < size || size >= LIMIT_HEADER || other < s.n) return 0;
    }
}

/* A whole number of bytes, or UINT64_MAX. */
static uint64_t read_length(str s) {
    uint64_t n = 0;
    if (s.n == 0 || s.n > 18) return UINT64_MAX;
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_digit(s.p[i])) return UINT64_MAX;
        n = n * 10 + (uint64_t)(s.p[i] - '0');
    }
    return n;
}

static str read_url(str s) {
    bool marked = s.n >= 2 && s.p[0] == '<' && s.p[s.n - 1] == '>';
    return marked ? str_cut(s, 1, s.n - 1) : s;
}

static void read_fields(warc_record *out, const warc *w, arena *a, str header) {
    out->name = arena_join(a, (str[]){ str_of(w->path), str_of(w->name) }, 2).p;
    out->type = header_field(a, header, STR("WARC-Type"));
    out->url = read_url(header_field(a, header, STR("WARC-Target-URI")));
    out->date = header_field(a, header, STR("WARC-Date"));
    out->media = header_field(a, header, STR("Content-Type"));
    out->parted = header_field(a, header, STR("WARC-Segment-Number")).n > 0;
}

/* What is wrong with what should be a record's first line, NULL when nothing is. */
static const char *wrong_start(const warc *w, str s) {
    if (begins_record(s)) return NULL;
    const char *fault = s.n < LINE_START ? fault_at(w, w->place) : NULL;
    if (fault) return fault;
    bool cut = s.n < LINE_START && str_starts(STR("WARC/"), str_cut(s, 0, s.n < 5 ? s.n : 5));
    return cut ? CUT_HEADER : "no WARC record begins here";
}

static int read_record(warc_record *out, warc *w, arena *a, error *e) {
    const char *wrong = NULL;
    size_t head = find_header(&wrong, w);
    if (head == 0) return refuse(w, wrong, e);
    str field = header_field(a, str_cut(reader_peek(w->in, head), 0, head), STR("Content-Length"));
    uint64_t length = read_length(field);
    if (length == UINT64_MAX) return refuse(w, field.p ? "its Content-Length is no number" : "it has no Content-Length", e);
    if (length + head > reader_left(w->in)) return refuse(w, CUT_RECORD, e);
    out->whole = length <= LIMIT_RECORD;
    size_t size = head + (out->whole ? (size_t)length : LIMIT_HEADER);
    str s = reader_peek(w->in, size + BEHIND);
    if (holds_record(w, s, s.n < size ? s.n : size)) wrong = HOLDS_RECORD;
    else if (out->whole || s.n < size) wrong = wrong_behind(w, s, size);
    if (wrong) return refuse(w, wrong, e);
    read_fields(out, w, a, str_cut(s, 0, head));
    out->block = str_cut(s, head, size);
    w->rest = head + length;
    return WARC_RECORD;
}

/* Goes to the first byte of what should be a record: 0, WARC_END or an error. */
static int find_next(warc *w, error *e) {
    for (;;) {
        int status = find_record(w, e);
        if (status != 0) return status;
        skip_blank(w->in);
        if (reader_peek(w->in, LINE_START).n > 0) return 0;
        status = end_or_break(w, e);
        if (status != 0) return status;
    }
}

int warc_next(warc_record *out, warc *w, arena *a, error *e) {
    *out = (warc_record){ 0 };
    int status = pass_record(w, e);
    if (status == 0) status = find_next(w, e);
    if (status != 0) return status;
    name_record(w);
    const char *wrong = wrong_start(w, reader_peek(w->in, LINE_START));
    return wrong ? refuse(w, wrong, e) : read_record(out, w, a, e);
}

uint64_t warc_place(const warc *w) {
    if (!stream_packed(w->in->in)) return w->place;
    return w->begun == UINT64_MAX ? 0 : w->begun;
}
