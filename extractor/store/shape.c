/* SPDX-License-Identifier: MIT */
#include "store/shape.h"

#define VALUE(depth, key, table, column) { depth, SHAPE_VALUE, key, table, column, NULL, NULL }
#define OBJECT(depth, key, table, means) { depth, SHAPE_OBJECT, key, table, NULL, NULL, means }
#define MAYBE(depth, key, table, means) { depth, SHAPE_MAYBE, key, table, NULL, NULL, means }
#define LIST(depth, key, table) { depth, SHAPE_LIST, key, table, NULL, NULL, NULL }
#define OF_ITEM(depth, key, table, where) { depth, SHAPE_LIST, key, table, NULL, where, NULL }
#define PASSAGE(depth, table) VALUE(depth, "text", table, "text"), OFFSETS(depth, table)
#define OFFSETS(depth, table) VALUE(depth, "start", table, "start"), VALUE(depth, "end", table, "end")

static const shape_node NODES[] = {
    VALUE(0, "petik", TABLE_RULESETS, "petik"),
    VALUE(0, "rules", TABLE_RULESETS, "digest"),
    VALUE(0, "id", TABLE_ARTICLES, "digest"),
    VALUE(0, "source", TABLE_ARTICLES, "source"),
    VALUE(0, "url", TABLE_ARTICLES, "url"),
    VALUE(0, "fetched", TABLE_ARTICLES, "fetched"),
    VALUE(0, "title", TABLE_ARTICLES, "title"),
    VALUE(0, "publisher", TABLE_ARTICLES, "publisher"),
    LIST(0, "byline", TABLE_BYLINES),
        VALUE(1, "name", TABLE_BYLINES, "name"),
        VALUE(1, "role", TABLE_BYLINES, "role"),
    VALUE(0, "dateline", TABLE_ARTICLES, "dateline"),
    OBJECT(0, "published", TABLE_ARTICLES, "when it was published, and how that is known"),
        VALUE(1, "value", TABLE_ARTICLES, "published"),
        VALUE(1, "from", TABLE_ARTICLES, "published_from"),
    VALUE(0, "text", TABLE_ARTICLES, "text"),
    LIST(0, "dates", TABLE_DATES),
        PASSAGE(1, TABLE_DATES),
        VALUE(1, "type", TABLE_DATES, "type"),
        VALUE(1, "value", TABLE_DATES, "value"),
        VALUE(1, "conflict", TABLE_DATES, "conflict"),
        VALUE(1, "rule", TABLE_DATES, "rule"),
    LIST(0, "officials", TABLE_OFFICIALS),
        VALUE(1, "name", TABLE_OFFICIALS, "name"),
        VALUE(1, "title", TABLE_OFFICIALS, "title"),
        VALUE(1, "acting", TABLE_OFFICIALS, "acting"),
        VALUE(1, "of", TABLE_OFFICIALS, "of"),
        VALUE(1, "region", TABLE_OFFICIALS, "region"),
        VALUE(1, "rank", TABLE_OFFICIALS, "rank"),
        VALUE(1, "degrees", TABLE_OFFICIALS, "degrees"),
        OF_ITEM(1, "mentions", TABLE_MENTIONS, "\"kind\" = 'official' AND \"record\" = ?2"),
            PASSAGE(2, TABLE_MENTIONS),
            VALUE(2, "rule", TABLE_MENTIONS, "rule"),
    LIST(0, "institutions", TABLE_INSTITUTIONS),
        VALUE(1, "name", TABLE_INSTITUTIONS, "name"),
        VALUE(1, "type", TABLE_INSTITUTIONS, "type"),
        VALUE(1, "region", TABLE_INSTITUTIONS, "region"),
        OF_ITEM(1, "mentions", TABLE_MENTIONS, "\"kind\" = 'institution' AND \"record\" = ?2"),
            PASSAGE(2, TABLE_MENTIONS),
            VALUE(2, "rule", TABLE_MENTIONS, "rule"),
        VALUE(1, "same_as", TABLE_INSTITUTIONS, "same_as"),
    LIST(0, "statements", TABLE_STATEMENTS),
        VALUE(1, "kind", TABLE_STATEMENTS, "kind"),
        PASSAGE(1, TABLE_STATEMENTS),
        OBJECT(1, "speaker", TABLE_STATEMENTS, "who says it; all null when nobody can be named"),
            VALUE(2, "name", TABLE_STATEMENTS, "speaker"),
            VALUE(2, "office", TABLE_STATEMENTS, "office"),
            VALUE(2, "from", TABLE_STATEMENTS, "speaker_from"),
            VALUE(2, "rule", TABLE_STATEMENTS, "speaker_rule"),
            VALUE(2, "read_by", TABLE_STATEMENTS, "read_by"),
        MAYBE(1, "cue", TABLE_STATEMENTS, "the words that say that somebody speaks; null when there are none"),
            VALUE(2, "text", TABLE_STATEMENTS, "cue"),
            VALUE(2, "start", TABLE_STATEMENTS, "cue_start"),
            VALUE(2, "end", TABLE_STATEMENTS, "cue_end"),
        VALUE(1, "rule", TABLE_STATEMENTS, "rule"),
        MAYBE(1, "continues", TABLE_STATEMENTS, "the statement that this one goes on with; null when it stands alone"),
            VALUE(2, "start", TABLE_STATEMENTS, "continues_start"),
            VALUE(2, "end", TABLE_STATEMENTS, "continues_end"),
    LIST(0, "points", TABLE_POINTS),
        PASSAGE(1, TABLE_POINTS),
        VALUE(1, "number", TABLE_POINTS, "item"),
        VALUE(1, "force", TABLE_POINTS, "force"),
        VALUE(1, "topic", TABLE_POINTS, "topic"),
        OBJECT(1, "by", TABLE_POINTS, "who declares it; all null when nobody can be named"),
            VALUE(2, "name", TABLE_POINTS, "by"),
            VALUE(2, "office", TABLE_POINTS, "office"),
        VALUE(1, "to", TABLE_POINTS, "to"),
        VALUE(1, "rule", TABLE_POINTS, "rule"),
        OF_ITEM(1, "again", TABLE_REPEATS, "\"point\" = ?2"),
            PASSAGE(2, TABLE_REPEATS),
    LIST(0, "regulations", TABLE_REGULATIONS),
        PASSAGE(1, TABLE_REGULATIONS),
        VALUE(1, "kind", TABLE_REGULATIONS, "kind"),
        VALUE(1, "number", TABLE_REGULATIONS, "no"),
        VALUE(1, "year", TABLE_REGULATIONS, "year"),
        VALUE(1, "rule", TABLE_REGULATIONS, "rule"),
        VALUE(1, "issuer", TABLE_REGULATIONS, "issuer"),
    LIST(0, "warnings", TABLE_WARNINGS),
        VALUE(1, "code", TABLE_WARNINGS, "code"),
        VALUE(1, "message", TABLE_WARNINGS, "message"),
        OFFSETS(1, TABLE_WARNINGS),
    LIST(0, "events", TABLE_EVENTS),
        VALUE(1, "kind", TABLE_EVENTS, "kind"),
        PASSAGE(1, TABLE_EVENTS),
        VALUE(1, "date", TABLE_EVENTS, "date"),
        VALUE(1, "place", TABLE_EVENTS, "place"),
        VALUE(1, "organiser", TABLE_EVENTS, "organiser"),
        VALUE(1, "leader", TABLE_EVENTS, "leader"),
        VALUE(1, "participants", TABLE_EVENTS, "participants"),
        VALUE(1, "rule", TABLE_EVENTS, "rule"),
    VALUE(0, "modified", TABLE_ARTICLES, "modified"),
    VALUE(0, "section", TABLE_ARTICLES, "section"),
    VALUE(0, "language", TABLE_ARTICLES, "language"),
};
enum { NODE_COUNT = sizeof NODES / sizeof *NODES };

size_t shape_count(void) { return NODE_COUNT; }

const shape_node *shape_get(size_t i) { return &NODES[i]; }

size_t shape_end(size_t i) {
    size_t end = i + 1;
    while (end < NODE_COUNT && NODES[end].depth > NODES[i].depth) end++;
    return end;
}

const schema_column *shape_column(const shape_node *n) {
    return &schema_get(n->table)->columns[schema_column_of(n->table, n->column)];
}
