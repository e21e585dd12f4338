/* SPDX-License-Identifier: MIT */
#include "store/person.h"

#include <stdlib.h>

#include "store/personlink.h"

typedef struct {
    int64_t person; /* within its article */
    size_t holder;
} article_official;

typedef struct {
    sqlite3 *db;
    arena home;
    name_links links;
    sqlite3_stmt *near;
    int64_t article; /* the article at hand, and its officials */
    VEC(article_official) of_article;
    table paired;    /* pairs of holders that some article gives to one person */
} linking;

/* Runs a query and hands each row on. */
static int each_row(linking *l, const char *sql, void (*take)(linking *l, sqlite3_stmt *s), error *e) {
    sqlite3_stmt *s = store_query(l->db, sql, e);
    if (!s) return e->code;
    int code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) take(l, s);
    sqlite3_finalize(s);
    return code == SQLITE_DONE ? 0 : store_error(l->db, e);
}

static str kept(linking *l, sqlite3_stmt *s, int column) {
    str text = store_text(s, column);
    return text.p ? arena_copy(&l->home, text) : STR_NONE;
}

static void take_holder(linking *l, sqlite3_stmt *s) {
    name_holder *h = vec_add(&l->home, &l->links.holders);
    h->id = sqlite3_column_int64(s, 0);
    h->office = sqlite3_column_int64(s, 1);
    h->name = kept(l, s, 2);
    h->title = kept(l, s, 3);
    h->region = kept(l, s, 4);
    h->key = kept(l, s, 5);
}

/* The place of a name by its number; SIZE_MAX: none. */
static size_t place_of(const linking *l, int64_t id) {
    size_t low = 0, high = l->links.holders.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (l->links.holders.items[middle].id < id) low = middle + 1; else high = middle;
    }
    return low < l->links.holders.n && l->links.holders.items[low].id == id ? low : SIZE_MAX;
}

/* The earlier or later of two days, where one is known. */
static str bound_day(linking *l, str old, str day, int sign) {
    if (!day.n || (old.n && sign * memcmp(day.p, old.p, day.n < old.n ? day.n : old.n) >= 0)) return old;
    return arena_copy(&l->home, day);
}

static bool pair_known(const linking *l, size_t a, size_t b) {
    str key = { (const char *)(const size_t[]){ a, b }, 2 * sizeof(size_t) };
    return table_get(&l->paired, key) != TABLE_NONE;
}

/* Offices that the article at hand gives to one person. */
static void add_pairs(linking *l, int64_t article, int64_t person, size_t holder) {
    for (size_t i = 0; i < l->of_article.n; i++) {
        const article_official *o = &l->of_article.items[i];
        size_t a = o->holder < holder ? o->holder : holder, b = a == holder ? o->holder : holder;
        if (o->person != person || a == b || pair_known(l, a, b)) continue;
        const size_t key[] = { a, b };
        table_put(&l->paired, arena_copy(&l->home, (str){ (const char *)key, sizeof key }), 1);
        *vec_add(&l->home, &l->links.pairs) = (name_pair){ a, b, article };
    }
    *vec_add(&l->home, &l->of_article) = (article_official){ person, holder };
}

/* Officials of the newest versions, article by article. */
static void take_official(linking *l, sqlite3_stmt *s) {
    int64_t article = sqlite3_column_int64(s, 0);
    size_t i = place_of(l, sqlite3_column_int64(s, 2));
    if (i == SIZE_MAX) return;
    name_holder *h = &l->links.holders.items[i];
    str day = store_text(s, 3);
    h->seen = true;
    h->first = bound_day(l, h->first, day, 1);
    h->last = bound_day(l, h->last, day, -1);
    if (article != l->article) l->of_article.n = 0;
    l->article = article;
    add_pairs(l, article, sqlite3_column_int64(s, 1), i);
}

static void take_speaker(linking *l, sqlite3_stmt *s) {
    size_t i = place_of(l, sqlite3_column_int64(s, 0));
    if (i != SIZE_MAX) l->links.holders.items[i].seen = true;
}

static void take_decision(linking *l, sqlite3_stmt *s) {
    name_decision d = { place_of(l, sqlite3_column_int64(s, 1)), place_of(l, sqlite3_column_int64(s, 2)),
                        str_eq(store_text(s, 0), STR("same")), sqlite3_column_int64(s, 3) };
    if (d.a != SIZE_MAX && d.b != SIZE_MAX && d.a != d.b) *vec_add(&l->home, &l->links.decisions) = d;
}

static int load(linking *l, error *e) {
    int status = each_row(l, "SELECT h.id, h.office, h.name, o.title, o.region, o.key FROM holders h LEFT JOIN offices o ON o.id = h.office "
                             "ORDER BY h.id", take_holder, e);
    if (status == 0)
        status = each_row(l, "SELECT f.article, f.person, f.holder, substr(a.published, 1, 10) FROM officials f JOIN articles a ON a.id = f.article "
                             "WHERE f.holder > 0 AND a.replaced_by IS NULL ORDER BY f.article, f.number", take_official, e);
    if (status == 0)
        status = each_row(l, "SELECT h.id FROM holders h WHERE h.office IS NULL AND (EXISTS (SELECT 1 FROM statements s "
                             "JOIN articles a ON a.id = s.article WHERE s.holder = h.id AND a.replaced_by IS NULL) OR EXISTS (SELECT 1 "
                             "FROM points p JOIN articles a ON a.id = p.article WHERE p.holder = h.id AND a.replaced_by IS NULL))",
                          take_speaker, e);
    if (status == 0)
        status = each_row(l, "SELECT d.kind, x.id, y.id, d.number FROM overrules d JOIN holders x ON x.name = d.name COLLATE NOCASE "
                             "JOIN holders y ON y.name = d.other_name COLLATE NOCASE "
                             "LEFT JOIN offices o ON o.id = x.office LEFT JOIN offices p ON p.id = y.office "
                             "WHERE (d.office IS NULL OR d.office = o.key) AND (d.other_office IS NULL OR d.other_office = p.key) "
                             "ORDER BY d.number, 2, 3", take_decision, e);
    return status;
}

/* Whether an article in which the name speaks names an official or institution of the region. */
static bool near_region(int64_t holder, str region, void *payload) {
    linking *l = payload;
    sqlite3_bind_int64(l->near, 1, holder);
    sqlite3_bind_text(l->near, 2, region.p, (int)region.n, SQLITE_STATIC);
    bool near = sqlite3_step(l->near) == SQLITE_ROW;
    sqlite3_reset(l->near);
    return near;
}

static const char NEAR[] =
    "SELECT 1 FROM (SELECT article FROM statements WHERE holder = ?1 UNION SELECT article FROM points WHERE holder = ?1) s "
    "JOIN articles a ON a.id = s.article WHERE a.replaced_by IS NULL AND ("
    "EXISTS (SELECT 1 FROM institutions i WHERE i.article = s.article AND i.region = ?2) OR "
    "EXISTS (SELECT 1 FROM officials f WHERE f.article = s.article AND f.region = ?2)) LIMIT 1";

/* Whose name a holder is: the least number of its group; 0: nobody's, when it is no office's and of no official. */
static int64_t person_of(const linking *l, size_t i) {
    const name_holder *h = &l->links.holders.items[i];
    size_t root = i;
    while (l->links.holders.items[root].parent != root) root = l->links.holders.items[root].parent;
    bool alone = root == i && h->next == SIZE_MAX;
    return (alone && !h->office) || !h->seen ? 0 : l->links.holders.items[root].id;
}

/* The fullest name of a group: the most words, then the most letters, then the first. */
static str fullest(const linking *l, size_t root) {
    const name_holder *best = &l->links.holders.items[root];
    for (size_t i = root; i != SIZE_MAX; i = l->links.holders.items[i].next) {
        const name_holder *h = &l->links.holders.items[i];
        if (!h->seen || (best->seen && (h->words < best->words || (h->words == best->words && h->name.n <= best->name.n)))) continue;
        best = h;
    }
    return best->name;
}

static int save_persons(linking *l, error *e) {
    sqlite3_stmt *s = store_query(l->db, "INSERT INTO persons(id, name) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET name = excluded.name "
                                         "WHERE name <> excluded.name", e);
    int status = s ? 0 : e->code;
    for (size_t i = 0; i < l->links.holders.n && status == 0; i++) {
        if (l->links.holders.items[i].parent != i) continue;
        int64_t id = 0;
        for (size_t k = i; k != SIZE_MAX && !id; k = l->links.holders.items[k].next) id = person_of(l, k);
        if (!id) continue;
        sqlite3_bind_int64(s, 1, id);
        store_bind(s, 2, fullest(l, i));
        status = store_step(l->db, s, e);
    }
    sqlite3_finalize(s);
    return status;
}

static int save_holders(linking *l, error *e) {
    sqlite3_stmt *s = store_query(l->db, "UPDATE holders SET person = ?1, because = ?2 WHERE id = ?3 AND "
                                         "(person IS NOT ?1 OR because IS NOT ?2)", e);
    int status = s ? 0 : e->code;
    for (size_t i = 0; i < l->links.holders.n && status == 0; i++) {
        const name_holder *h = &l->links.holders.items[i];
        int64_t person = person_of(l, i);
        str alone = h->office ? STR("named in this office") : STR("speaks without an office");
        if (person) sqlite3_bind_int64(s, 1, person); else sqlite3_bind_null(s, 1);
        store_bind(s, 2, !h->seen ? STR("in no newest version") : h->because.p ? h->because : alone);
        sqlite3_bind_int64(s, 3, h->id);
        status = store_step(l->db, s, e);
    }
    sqlite3_finalize(s);
    return status;
}

int persons_link(sqlite3 *db, const ruleset *rules, error *e) {
    linking l = { .db = db };
    l.paired = table_make(&l.home, 1024);
    l.links = (name_links){ .home = &l.home,
                            .shorts = ruleset_list(rules, "nameshorts"),
                            .heads = ruleset_list(rules, "headtitles"),
                            .nation = ruleset_list(rules, "ministers"),
                            .near_region = near_region,
                            .payload = &l };
    l.near = store_query(db, NEAR, e);
    int status = l.near ? load(&l, e) : e->code;
    if (status == 0) {
        names_link(&l.links);
        status = save_persons(&l, e);
    }
    if (status == 0) status = save_holders(&l, e);
    if (status == 0) status = store_run(db, "DELETE FROM persons WHERE id NOT IN (SELECT person FROM holders WHERE person > 0)", e);
    sqlite3_finalize(l.near);
    arena_free(&l.home);
    return status;
}
