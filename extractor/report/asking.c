/* SPDX-License-Identifier: MIT */
#include "report/asking.h"

#include "base/buf.h"
#include "record/nameform.h"
#include "record/officekey.h"
#include "record/region.h"
#include "report/wording.h"

typedef struct {
    sqlite3 *db;
    arena home;
    lexicon words;
    const word_list *shorts;
    sqlite3_stmt *add, *acting, *of_office;
} asking;

/* "35", "35.71", "35.71.01". */
static bool is_code(str s) {
    if (s.n < 2) return false;
    for (size_t i = 0; i < s.n; i++)
        if (i % 3 == 2 ? s.p[i] != '.' : !ascii_digit(s.p[i])) return false;
    return s.n % 3 == 2;
}

static int add_holder(asking *q, int64_t holder, error *e) {
    sqlite3_bind_int64(q->add, 1, holder);
    return store_step(q->db, q->add, e);
}

/* Adds the holders that a query gives, with up to two texts bound. */
static int add_found(asking *q, const char *sql, str first, str second, error *e) {
    sqlite3_stmt *s = store_query(q->db, sql, e);
    if (!s) return e->code;
    store_bind(s, 1, first);
    if (second.p) store_bind(s, 2, second);
    int code = SQLITE_DONE, status = 0;
    while (status == 0 && (code = sqlite3_step(s)) == SQLITE_ROW) status = add_holder(q, sqlite3_column_int64(s, 0), e);
    sqlite3_finalize(s);
    return status < 0 ? status : code == SQLITE_DONE ? 0 : store_error(q->db, e);
}

/* How many are asked about so far; negative: an error. */
static int count(const asking *q, error *e) {
    return (int)store_number(q->db, "SELECT count(*) FROM temp.asked", -1, e);
}

static const char BY_KEY[] = "SELECT h.id FROM offices o JOIN holders h ON h.office = o.id WHERE o.key = ?1";
static const char BY_KEY_ACTING[] =
    "SELECT h.id FROM offices o JOIN holders h ON h.office = o.id WHERE o.key = ?1 AND EXISTS "
    "(SELECT 1 FROM officials f WHERE f.holder = h.id AND f.acting = ?2)";

static bool held_acting(asking *q, int64_t holder, str acting) {
    sqlite3_bind_int64(q->acting, 1, holder);
    sqlite3_bind_text(q->acting, 2, acting.p, (int)acting.n, SQLITE_STATIC);
    bool held = sqlite3_step(q->acting) == SQLITE_ROW;
    sqlite3_reset(q->acting);
    return held;
}

/* One who could be meant, if the acting status fits. */
static int add_meant(asking *q, int64_t holder, str acting, error *e) {
    return !acting.p || held_acting(q, holder, acting) ? add_holder(q, holder, e) : 0;
}

static int add_of_office(asking *q, int64_t office, str acting, error *e) {
    int code = SQLITE_DONE, status = 0;
    sqlite3_bind_int64(q->of_office, 1, office);
    while (status == 0 && (code = sqlite3_step(q->of_office)) == SQLITE_ROW)
        status = add_meant(q, sqlite3_column_int64(q->of_office, 0), acting, e);
    sqlite3_reset(q->of_office);
    return status < 0 ? status : code == SQLITE_DONE ? 0 : store_error(q->db, e);
}

/* The longest of the words that wording gave, which few offices have. */
static str longest(str words) {
    str best = STR("");
    for (str rest = str_trim(words); rest.p;) {
        str word = str_split(&rest, ' ');
        if (word.n > best.n) best = word;
    }
    return best;
}

/* Whether small letters stand in s, whatever its case. */
static bool has_letters(str s, str small) {
    for (size_t i = 0; i + small.n <= s.n; i++) {
        size_t k = 0;
        while (k < small.n && ascii_lower(s.p[i + k]) == small.p[k]) k++;
        if (k == small.n) return true;
    }
    return false;
}

/* Holders of offices that have all the words, looked at one by one: there are no more than some thousands. */
static int add_offices(asking *q, str asked, str written, str acting, error *e) {
    sqlite3_stmt *s = store_query(q->db, "SELECT id, title, \"of\", key FROM offices", e);
    if (!s) return e->code;
    arena row = { 0 };
    str rare = longest(asked), other = longest(written);
    int code = SQLITE_DONE, status = 0;
    while (status == 0 && (code = sqlite3_step(s)) == SQLITE_ROW) {
        const str parts[] = { store_text(s, 1), STR(" "), store_text(s, 2), STR(" "), store_text(s, 3) };
        bool likely = has_letters(parts[0], rare) || has_letters(parts[2], rare) || has_letters(parts[4], rare);
        if (!likely && !has_letters(parts[2], other) && !has_letters(parts[4], other)) continue;
        str office = wording(&row, arena_join(&row, parts, 5));
        if (wording_has(office, asked) || wording_has(office, written)) status = add_of_office(q, sqlite3_column_int64(s, 0), acting, e);
        arena_reset(&row);
    }
    sqlite3_finalize(s);
    arena_free(&row);
    return status < 0 ? status : code == SQLITE_DONE ? 0 : store_error(q->db, e);
}

/* Any of the words, as FTS5 takes them: names that fit have one of them at least. */
static str any_word(arena *a, str words) {
    buf b = buf_make(1 << 16);
    for (str rest = str_trim(words); rest.p;) {
        str word = str_split(&rest, ' ');
        if (word.n) buf_format(&b, "%s\"%.*s\"", b.n ? " OR " : "", STR_ARG(word));
    }
    str out = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

/* People of that name, a form of it, and bodies without an office that have all the words. */
static int add_names(asking *q, str who, str asked, str written, str acting, error *e) {
    sqlite3_stmt *s = store_query(q->db, "SELECT h.id, h.name, h.office FROM holders_fts f CROSS JOIN holders h ON h.id = f.rowid "
                                         "WHERE holders_fts MATCH ?1", e);
    if (!s) return e->code;
    const str both[] = { asked, written };
    str any = any_word(&q->home, arena_join(&q->home, both, 2));
    arena row = { 0 };
    int code = SQLITE_DONE, status = 0;
    sqlite3_bind_text(s, 1, any.p, (int)any.n, SQLITE_STATIC);
    while (any.n && status == 0 && (code = sqlite3_step(s)) == SQLITE_ROW) {
        str name = store_text(s, 1);
        bool body = sqlite3_column_type(s, 2) == SQLITE_NULL;
        bool named = !acting.p && name_words(who) <= name_words(name) && names_fit(who, name, q->shorts) != NAMES_DIFFER;
        str words = body && !named ? wording(&row, name) : STR_NONE;
        if (named || (body && (wording_has(words, asked) || wording_has(words, written))))
            status = add_meant(q, sqlite3_column_int64(s, 0), acting, e);
        arena_reset(&row);
    }
    sqlite3_finalize(s);
    arena_free(&row);
    return status < 0 ? status : code == SQLITE_DONE ? 0 : store_error(q->db, e);
}

static int add_fitting(asking *q, str who, str acting, error *e) {
    str asked = wording(&q->home, who), written = wording(&q->home, office_written_out(&q->home, &q->words, who));
    int status = add_offices(q, asked, written, acting, e);
    return status < 0 ? status : add_names(q, who, asked, written, acting, e);
}

static const char SAME_PERSONS[] =
    "SELECT h.id FROM holders h WHERE h.person IN (SELECT g.person FROM temp.asked a CROSS JOIN holders g ON g.id = a.holder "
    "WHERE g.person > 0 AND g.name LIKE ?1)";

/* Everything that the persons found by name are called. */
static int add_persons(asking *q, str who, error *e) {
    str last = str_last_word(who);
    return add_found(q, SAME_PERSONS, arena_join(&q->home, (const str[]){ STR("%"), last, STR("%") }, 3), STR_NONE, e);
}

static int resolve(asked_kind *kind, asking *q, str who, error *e) {
    str rest = who;
    if (is_code(who)) {
        *kind = ASKED_REGION;
        return add_found(q, "SELECT h.id FROM offices o JOIN holders h ON h.office = o.id WHERE o.region = ?1 OR o.region LIKE ?1 || '.%'", who,
                         STR_NONE, e);
    }
    str acting = STR_NONE;
    official_record o = office_read(&q->home, &q->words, &rest, &acting);
    if (o.title.p) {
        int status = add_found(q, acting.p ? BY_KEY_ACTING : BY_KEY, office_key(&q->home, &q->words, &o), acting, e);
        if (status < 0) return status;
    }
    *kind = ASKED_OFFICE;
    int found = count(q, e);
    if (found != 0) return found < 0 ? e->code : 0;
    *kind = ASKED_NAMES;
    int status = add_fitting(q, rest, acting, e);
    if (status == 0 && !acting.p) status = add_persons(q, rest, e);
    found = count(q, e);
    if (found == 0) *kind = ASKED_NOBODY;
    return found < 0 ? e->code : status;
}

/* Whether somebody typed all in small letters. */
static bool is_lower(str s) {
    for (size_t i = 0; i < s.n; i++)
        if (ascii_upper(s.p[i])) return false;
    return true;
}

static str capitalised(arena *a, str s) {
    str out = arena_copy(a, s);
    for (size_t i = 0; i < out.n; i++)
        if ((i == 0 || out.p[i - 1] == ' ') && ascii_upper((char)(out.p[i] & ~32))) ((char *)out.p)[i] = (char)(out.p[i] & ~32);
    return out;
}

int asking_resolve(asked_kind *kind, sqlite3 *db, const ruleset *rules, const char *who, error *e) {
    *kind = ASKED_ANYBODY;
    if (!who) return 0;
    asking q = { .db = db, .shorts = ruleset_list(rules, "nameshorts") };
    q.words = lexicon_make(rules, &q.home);
    int status = store_run(db, "CREATE TEMP TABLE asked(holder INTEGER PRIMARY KEY)", e);
    if (status == 0) {
        q.add = store_query(db, "INSERT OR IGNORE INTO temp.asked VALUES (?)", e);
        q.acting = store_query(db, "SELECT 1 FROM officials WHERE holder = ? AND acting = ? LIMIT 1", e);
        str asked = str_trim(str_of(who));
        if (is_lower(asked)) asked = capitalised(&q.home, asked);
        q.of_office = store_query(db, "SELECT id FROM holders WHERE office = ?", e);
        status = q.add && q.acting && q.of_office ? resolve(kind, &q, asked, e) : e->code;
    }
    sqlite3_finalize(q.add);
    sqlite3_finalize(q.acting);
    sqlite3_finalize(q.of_office);
    arena_free(&q.home);
    return status;
}
