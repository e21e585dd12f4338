/* SPDX-License-Identifier: MIT */
/* metadata.json for Datasette: what its pages call tables and columns, and questions to begin with. */
#include "store/canned.h"
#include "store/columnsof.h"
#include "store/describe.h"

/* What is no matter of a single column: how the rows of a table are called, sorted and counted. */
typedef struct {
    const char *table; /* or view */
    const char *title;
    const char *label; /* the column that other tables show in the place of a row's number, or NULL */
    const char *sort, *sort_desc;
    const char *facets; /* "kind,outlet"; NULL: the columns that have a list of values */
} page;

static const page PAGES[] = {
    { "rulesets", "Rule sets", "digest", NULL, NULL, NULL },
    { "rules", "Rules", NULL, NULL, NULL, "makes,status" },
    { "runs", "Runs", "started", NULL, "id", NULL },
    { "persons", "Persons", "name", "name", NULL, NULL },
    { "offices", "Offices", "title", "title", NULL, "title" },
    { "holders", "Names in offices", "name", "name", NULL, NULL },
    { "overrules", "Decisions about persons", NULL, NULL, NULL, "kind" },
    { "articles", "Articles", "title", NULL, "published", "outlet,refused" },
    { "bylines", "Bylines", NULL, NULL, NULL, "role" },
    { "dates", "Dates", NULL, NULL, NULL, "type,conflict" },
    { "officials", "Officials", NULL, NULL, NULL, "title,acting" },
    { "institutions", "Institutions", NULL, NULL, NULL, "type" },
    { "mentions", "Mentions", NULL, NULL, NULL, NULL },
    { "statements", "Statements", NULL, NULL, NULL, "kind,speaker_from" },
    { "points", "Points", NULL, NULL, NULL, "force,topic" },
    { "repeats", "Points said again", NULL, NULL, NULL, NULL },
    { "regulations", "Regulations", NULL, NULL, NULL, "kind,year" },
    { "events", "Events", NULL, NULL, NULL, "kind" },
    { "warnings", "Warnings", NULL, NULL, NULL, "code" },
    { "said", "Who said what", NULL, NULL, "published", "kind,outlet" },
    { "declared", "Who declared what", NULL, NULL, "published", "force,topic,outlet" },
    { "terms", "Who held which office", NULL, NULL, "last_seen", "title,acting" },
};

/* How offsets are counted; Datasette has to be told of a unit that physics does not know. */
#define OFFSET_UNIT "codepoint"
static bool is_offset(const schema_column *c) { return c->type == COLUMN_INTEGER && strstr(c->means, "code points"); }

static json_t *page_metadata(const char *table, const char *means) {
    json_t *m = json_object();
    const page *p = NULL;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES && !p; i++)
        if (strcmp(PAGES[i].table, table) == 0) p = &PAGES[i];
    json_object_set_new(m, "title", json_string(p ? p->title : table));
    json_object_set_new(m, "description", json_string(means));
    if (p && p->label) json_object_set_new(m, "label_column", json_string(p->label));
    if (p && p->sort) json_object_set_new(m, "sort", json_string(p->sort));
    if (p && p->sort_desc) json_object_set_new(m, "sort_desc", json_string(p->sort_desc));
    if (p && p->facets) json_object_set_new(m, "facets", describe_names(p->facets));
    return m;
}

static json_t *table_metadata(const schema_table *t) {
    json_t *m = page_metadata(t->name, t->means), *columns = json_object(), *units = json_object();
    for (size_t i = 0; i < t->column_count; i++) {
        const schema_column *c = &t->columns[i];
        json_object_set_new(columns, c->name, json_string(c->means));
        if (is_offset(c)) json_object_set_new(units, c->name, json_string(OFFSET_UNIT));
    }
    json_object_set_new(m, "columns", columns);
    if (json_object_size(units)) json_object_set(m, "units", units);
    json_decref(units);
    return m;
}

/* Views show their table's texts, so its full-text index finds in them. */
static json_t *view_metadata(const view_columns *v) {
    json_t *m = page_metadata(v->view->name, v->view->means), *columns = json_object();
    for (size_t i = 0; i < v->count; i++) {
        const view_column *c = &v->columns[i];
        if (c->from) json_object_set_new(columns, c->name, json_string(c->from->means));
        if (i > 0 || !c->table || !c->table->search) continue;
        char index[64];
        snprintf(index, sizeof index, "%s_fts", c->table->name);
        json_object_set_new(m, "fts_table", json_string(index));
        json_object_set_new(m, "fts_pk", json_string(c->name));
    }
    json_object_set_new(m, "columns", columns);
    return m;
}

static json_t *queries(void) {
    json_t *all = json_object();
    const canned_query *q;
    for (size_t i = 0; (q = canned_get(i)) != NULL; i++)
        json_object_set_new(all, q->name, json_pack("{ssssss}", "title", q->title, "description", q->description, "sql", q->sql));
    return all;
}

int datasette_write(buf *out, const char *database, error *e) {
    json_t *tables = json_object();
    int status = 0;
    for (table_id t = 0; t < TABLE_COUNT; t++) json_object_set_new(tables, schema_get(t)->name, table_metadata(schema_get(t)));
    for (size_t i = 0; i < VIEW_COUNT && status == 0; i++) {
        view_columns v = { 0 };
        status = view_columns_read(&v, i, e);
        if (status == 0) json_object_set_new(tables, v.view->name, view_metadata(&v));
        view_columns_free(&v);
    }
    if (status < 0) {
        json_decref(tables);
        return status;
    }
    return describe_json(out,
                         json_pack("{sssss[s]s{s{sssoso}}}", "title", "petik", "description",
                                   "Checkable records from Indonesian regional news: who said what, when, as what, and where it is printed",
                                   "custom_units", OFFSET_UNIT " = []", "databases", database, "title", "Records of regional news", "queries",
                                   queries(), "tables", tables),
                         e);
}
