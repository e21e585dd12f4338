/* SPDX-License-Identifier: MIT */
/* W3C Web Annotations: each passage of an article that a record stands for, with the record as its body. */
#include <stdlib.h>

#include "base/digest.h"
#include "store/json.h"
#include "store/open.h"
#include "store/writer.h"
#include "text/utf8.h"

/* Code points before and behind a passage that a selector quotes. */
enum { AROUND = 32 };

typedef struct {
    const char *value;    /* what the body says the passage is */
    table_id table;       /* whose columns are the fields */
    const char *mentions; /* the passages are those of its mentions, of this kind; NULL: its own */
} annotation_kind;

static const annotation_kind KINDS[] = {
    { "date", TABLE_DATES, NULL },
    { "official", TABLE_OFFICIALS, "official" },
    { "institution", TABLE_INSTITUTIONS, "institution" },
    { "statement", TABLE_STATEMENTS, NULL },
    { "point", TABLE_POINTS, NULL },
    { "repeat", TABLE_REPEATS, NULL },
    { "regulation", TABLE_REGULATIONS, NULL },
    { "event", TABLE_EVENTS, NULL },
};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

/* The columns before the fields: text, start, end, the rule of a mention, and what tells the passage from others of its kind. */
enum { AT_TEXT, AT_START, AT_END, AT_RULE, AT_RECORD, AT_NUMBER, FIELDS };

typedef struct {
    sqlite3 *db;
    sqlite3_stmt *articles, *passages[KIND_COUNT];
    arena home; /* the article's */
} annotations;

/* The article that is being written. */
enum { OF_ID, OF_DIGEST, OF_INPUT, OF_SOURCE, OF_URL, OF_TEXT, OF_RULES, OF_PETIK };
typedef struct {
    str text;
    point_index points;
    sqlite3_stmt *row;
} subject;

/* A column that is a field of the body: what the article says, but for what the target says and for fingerprints. */
static bool is_field(const schema_column *c) {
    static const char *const OTHERS[] = { "text", "start", "end", "words" };
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strcmp(c->name, OTHERS[i]) == 0) return false;
    return c->origin == FROM_ARTICLE;
}

static sqlite3_stmt *query_passages(sqlite3 *db, const annotation_kind *k, error *e) {
    buf sql = buf_make(SIZE_MAX);
    const schema_table *t = schema_get(k->table);
    const char *record = k->table == TABLE_REPEATS ? "point" : "number";
    if (k->mentions)
        buf_add(&sql, STR("SELECT m.\"text\", m.\"start\", m.\"end\", m.\"rule\", r.\"number\", m.\"number\""));
    else
        buf_format(&sql, "SELECT r.\"text\", r.\"start\", r.\"end\", NULL, r.\"%s\", r.\"number\"", record);
    for (size_t i = 0; i < t->column_count; i++)
        if (is_field(&t->columns[i])) buf_format(&sql, ", r.\"%s\"", t->columns[i].name);
    buf_format(&sql, " FROM \"%s\" r", t->name);
    if (k->mentions)
        buf_format(&sql, " JOIN \"mentions\" m ON m.\"article\" = r.\"article\" AND m.\"kind\" = '%s' AND m.\"record\" = r.\"number\"",
                   k->mentions);
    buf_format(&sql, " WHERE r.\"article\" = ?1 ORDER BY r.\"%s\", %s.\"number\"", record, k->mentions ? "m" : "r");
    buf_add_char(&sql, '\0');
    sqlite3_stmt *s = store_query(db, sql.p, e);
    buf_free(&sql);
    return s;
}

static void annotations_close(void *state) {
    annotations *a = state;
    sqlite3_finalize(a->articles);
    for (size_t i = 0; i < KIND_COUNT; i++) sqlite3_finalize(a->passages[i]);
    arena_free(&a->home);
    free(a);
}

static int annotations_open(void **out, const writing *w, error *e) {
    static const char *const EVERY = "SELECT a.id, a.digest, a.input, a.source, a.url, a.text, s.digest, s.petik "
                                     "FROM articles a JOIN rulesets s ON s.id = a.ruleset ORDER BY a.id";
    static const char *const NEWEST = "SELECT a.id, a.digest, a.input, a.source, a.url, a.text, s.digest, s.petik "
                                      "FROM articles a JOIN rulesets s ON s.id = a.ruleset WHERE a.replaced_by IS NULL ORDER BY a.id";
    annotations *a = calloc(1, sizeof *a);
    *out = NULL;
    if (!a) return error_set(e, ERROR_LIMIT, "out of memory");
    a->db = w->db;
    a->articles = store_query(w->db, w->every_version ? EVERY : NEWEST, e);
    bool good = a->articles != NULL;
    for (size_t i = 0; i < KIND_COUNT && good; i++) good = (a->passages[i] = query_passages(w->db, &KINDS[i], e)) != NULL;
    if (!good) annotations_close(a);
    else *out = a;
    return good ? 0 : e->code;
}

/* The byte at which code point n begins; the end of the text when it has no more. */
static size_t byte_of(const point_index *x, size_t n) {
    size_t low = 0, high = x->text.n; /* the last byte that no more than n code points begin before */
    while (low < high) {
        size_t middle = high - (high - low) / 2;
        if (point_of(x, middle) <= n) low = middle;
        else high = middle - 1;
    }
    return low;
}

/* An IRI that is this annotation's whenever it is written: a UUID (RFC 9562, version 8) of what it is made from. */
static void add_id(buf *out, const subject *of, const annotation_kind *k, sqlite3_stmt *row) {
    char hash[DIGEST_TEXT];
    digest sha;
    digest_begin(&sha);
    static const int PARTS[] = { OF_SOURCE, OF_INPUT, OF_DIGEST, OF_RULES };
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        digest_add(&sha, store_text(of->row, PARTS[i]));
        digest_add(&sha, STR("\n"));
    }
    digest_add(&sha, str_of(k->value));
    for (int i = AT_RECORD; i <= AT_NUMBER; i++) {
        digest_add(&sha, STR("/"));
        digest_add(&sha, store_text(row, i));
    }
    digest_end(&sha, hash);
    const char *h = hash + sizeof "sha256:" - 1;
    buf_format(out, "urn:uuid:%.8s-%.4s-8%.3s-a%.3s-%.12s", h, h + 8, h + 13, h + 17, h + 20);
}

/* Whether a byte may stand in an IRI as it is; of a path, so that ? and # may not. */
static bool in_path(unsigned char c) {
    return c >= 0x80 || (c > 0x20 && c != 0x7F && !strchr("\"#%<>?[\\]^`{|}", c));
}

/* What the passage is in: the address, else the source as a relative IRI. */
static void add_source(buf *out, arena *home, str url, str source) {
    bool address = str_starts(source, STR("http://")) || str_starts(source, STR("https://"));
    if (url.n || address) {
        json_quote(out, url.n ? url : source);
        return;
    }
    buf iri = buf_make(SIZE_MAX);
    size_t colon = str_find(source, STR(":"), 0), slash = str_find(source, STR("/"), 0);
    if (colon != SIZE_MAX && colon < slash) buf_add(&iri, STR("./")); /* else what is before the colon were a scheme */
    for (size_t i = 0; i < source.n; i++) {
        unsigned char c = (unsigned char)source.p[i];
        if (in_path(c)) buf_add_char(&iri, (char)c);
        else buf_format(&iri, "%%%02X", c);
    }
    json_quote(out, iri.n ? arena_copy(home, buf_str(&iri)) : STR(""));
    buf_free(&iri);
}

static void add_target(buf *out, arena *home, const subject *of, sqlite3_stmt *row) {
    sqlite3_int64 from = sqlite3_column_int64(row, AT_START), to = sqlite3_column_int64(row, AT_END);
    size_t start = byte_of(&of->points, from > 0 ? (size_t)from : 0), end = byte_of(&of->points, to > 0 ? (size_t)to : 0);
    size_t before = byte_of(&of->points, from > AROUND ? (size_t)from - AROUND : 0), behind = byte_of(&of->points, to > 0 ? (size_t)to + AROUND : 0);
    buf_add(out, STR("{\"source\": "));
    add_source(out, home, store_text(of->row, OF_URL), store_text(of->row, OF_SOURCE));
    buf_add(out, STR(", \"selector\": [{\"type\": \"TextQuoteSelector\", \"exact\": "));
    json_quote(out, store_text(row, AT_TEXT));
    buf_add(out, STR(", \"prefix\": "));
    json_quote(out, str_cut(of->text, before, start));
    buf_add(out, STR(", \"suffix\": "));
    json_quote(out, str_cut(of->text, end, behind));
    buf_format(out, "}, {\"type\": \"TextPositionSelector\", \"start\": %lld, \"end\": %lld}]}", (long long)from, (long long)to);
}

static void add_field(buf *out, const schema_column *c, str value) {
    bool plain = value.p && (c->type == COLUMN_INTEGER || c->format == FORMAT_LIST);
    buf_format(out, ", \"%s\": ", c->name);
    if (plain) buf_add(out, value);
    else json_quote(out, value);
}

static void add_body(buf *out, const subject *of, const annotation_kind *k, sqlite3_stmt *row) {
    const schema_table *t = schema_get(k->table);
    buf_format(out, "{\"type\": \"TextualBody\", \"purpose\": \"classifying\", \"value\": \"%s\", \"fields\": {\"article\": ", k->value);
    json_quote(out, store_text(of->row, OF_DIGEST));
    int column = FIELDS;
    for (size_t i = 0; i < t->column_count; i++)
        if (is_field(&t->columns[i])) add_field(out, &t->columns[i], store_text(row, column++));
    if (k->mentions) {
        const schema_column *rule = &schema_get(TABLE_MENTIONS)->columns[schema_column_of(TABLE_MENTIONS, "rule")];
        add_field(out, rule, store_text(row, AT_RULE));
    }
    buf_add(out, STR("}}"));
}

/* The fields are a JSON value to who reads the line as linked data. */
#define CONTEXT "[\"http://www.w3.org/ns/anno.jsonld\", {\"fields\": {\"@id\": \"urn:x-petik:fields\", \"@type\": \"@json\"}}]"

static void add_annotation(buf *out, arena *home, const subject *of, const annotation_kind *k, sqlite3_stmt *row) {
    buf_add(out, STR("{\"@context\": " CONTEXT ", \"id\": \""));
    add_id(out, of, k, row);
    buf_add(out, STR("\", \"type\": \"Annotation\", \"motivation\": \"classifying\", \"generator\": {\"type\": \"Software\", \"name\": "));
    str name[] = { STR("petik "), store_text(of->row, OF_PETIK) };
    json_quote(out, arena_join(home, name, 2));
    buf_add(out, STR("}, \"body\": "));
    add_body(out, of, k, row);
    buf_add(out, STR(", \"target\": "));
    add_target(out, home, of, row);
    buf_add(out, STR("}\n"));
}

static int add_kind(annotations *a, buf *out, const subject *of, size_t kind, error *e) {
    sqlite3_stmt *row = a->passages[kind];
    int code;
    sqlite3_bind_int64(row, 1, sqlite3_column_int64(of->row, OF_ID));
    while ((code = sqlite3_step(row)) == SQLITE_ROW) add_annotation(out, &a->home, of, &KINDS[kind], row);
    int status = code == SQLITE_DONE ? 0 : store_error(a->db, e);
    sqlite3_reset(row);
    return status;
}

static int annotations_next(void *state, buf *out, error *e) {
    annotations *a = state;
    int code = sqlite3_step(a->articles), status = 0;
    if (code == SQLITE_DONE) return 0;
    if (code != SQLITE_ROW) return store_error(a->db, e);
    arena_reset(&a->home);
    subject of = { .text = store_text(a->articles, OF_TEXT), .row = a->articles };
    of.points = point_index_make(&a->home, of.text);
    for (size_t i = 0; i < KIND_COUNT && status == 0; i++) status = add_kind(a, out, &of, i, e);
    return status < 0 ? status : 1;
}

const store_writer WRITE_ANNOTATIONS = { annotations_open, annotations_next, annotations_close };
