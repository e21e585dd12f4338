/* SPDX-License-Identifier: MIT */
#include "store/schema.h"

#include <assert.h>
#include <string.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* name, required or not, what it means; INT and TEXT are packed with the article's records, the others come from the store. */
#define INT(name, required, means) { name, COLUMN_INTEGER, FORMAT_NONE, FROM_ARTICLE, required, NULL, NULL, means }
#define TEXT(name, required, means) { name, COLUMN_TEXT, FORMAT_NONE, FROM_ARTICLE, required, NULL, NULL, means }
#define ONE_OF(name, required, values, means) { name, COLUMN_TEXT, FORMAT_NONE, FROM_ARTICLE, required, NULL, values, means }
#define DATED(name, means) { name, COLUMN_TEXT, FORMAT_DATE, FROM_ARTICLE, false, NULL, NULL, means }
#define LISTED(name, means) { name, COLUMN_TEXT, FORMAT_LIST, FROM_ARTICLE, true, NULL, NULL, means }
#define STORED(name, required, means) { name, COLUMN_INTEGER, FORMAT_NONE, FROM_STORE, required, NULL, NULL, means }
#define STORED_TEXT(name, required, means) { name, COLUMN_TEXT, FORMAT_NONE, FROM_STORE, required, NULL, NULL, means }
#define STORED_TIME(name, required, means) { name, COLUMN_TEXT, FORMAT_DATE, FROM_STORE, required, NULL, NULL, means }
#define REFERS(name, required, table, means) { name, COLUMN_INTEGER, FORMAT_NONE, FROM_STORE, required, table, NULL, means }
#define WEB(name, required, means) { name, COLUMN_TEXT, FORMAT_ADDRESS, FROM_STORE, required, NULL, NULL, means }
#define ID(means) STORED("id", true, means)
#define ARTICLE REFERS("article", true, "articles", "the article that it stands in")
#define NUMBER INT("number", true, "its place among the article's records of this kind, from 1")
#define HOLDER(means) REFERS("holder", false, "holders", means)
#define PASSAGE(what) \
    TEXT("text", true, what " as printed"), \
    INT("start", true, "where it begins in the article's text, in Unicode code points from 0"), \
    INT("end", true, "where it ends, in code points; the character at this place is no longer part of it")
#define RULE TEXT("rule", true, "the rule that made the record")
#define REGION TEXT("region", false, "Kemendagri code of the region, such as 35.71")

#define ACTING "Pj|Plt|Plh|Pjs"
#define FORCES "pledge|appeal|obligation|prohibition"
#define TYPES "government|election|military|police|legislature|judiciary|party|forum|education|company|media|civil|other"
#define ORIGINS "json-ld|meta|time-element|url|feed|body|option"
#define REFUSALS "index-page|search-page|video-page|photo-page|error-page|paywall|feed|no-text"

static const schema_column RULESETS[] = {
    ID("number of the rule set"),
    STORED_TEXT("digest", true, "sha256 of the rule files and lists"),
    STORED_TEXT("petik", true, "version of petik that the rules ran in"),
};

static const schema_column RULES[] = {
    REFERS("ruleset", true, "rulesets", "the set that it belongs to"),
    STORED_TEXT("name", true, "what records call it"),
    STORED_TEXT("makes", true, "the kind of record that it makes"),
    STORED_TEXT("status", true, "draft, stable or retired"),
    STORED_TEXT("file", true, "the rule file"),
    STORED("line", true, "line in that file, from 1"),
    STORED_TEXT("why", false, "why the rule is there"),
};

static const schema_column RUNS[] = {
    ID("number of the run"),
    REFERS("ruleset", true, "rulesets", "the rules that it used"),
    STORED_TIME("started", true, "when it began, UTC"),
    STORED_TIME("ended", false, "when it ended, UTC; null when it was cut off"),
    STORED("articles", true, "articles and pages that were stored, counted in articles with a version of their own"),
    STORED("known", true, "inputs that were known already"),
    STORED("failed", true, "inputs that could not be read"),
    STORED("status", false, "exit status; null when it was cut off"),
};

static const schema_column PERSONS[] = {
    ID("number of the person: the least number among those of its names in offices"),
    STORED_TEXT("name", true, "the fullest form of the name"),
};

static const schema_column OFFICES[] = {
    ID("number of the office"),
    STORED_TEXT("title", true, "the office's written-out standard spelling"),
    STORED_TEXT("of", false, "jurisdiction or body, as it was written first"),
    { "region", COLUMN_TEXT, FORMAT_NONE, FROM_STORE, false, NULL, NULL, "Kemendagri code of the region, such as 35.71" },
    STORED_TEXT("key", true, "what makes offices the same: title, region and body in small letters, without abbreviations"),
};

static const schema_column HOLDERS[] = {
    ID("number of this name in this office"),
    REFERS("office", false, "offices", "the office; null: somebody without one, or a body, that speaks"),
    STORED_TEXT("name", true, "the name as articles give it in full"),
    REFERS("person", false, "persons", "whose name it is, over all articles; null for a body, and until names are linked"),
    STORED_TEXT("because", false, "the evidence that decided whose name it is"),
};

static const schema_column OVERRULES[] = {
    STORED("number", true, "line of the list"),
    { "kind", COLUMN_TEXT, FORMAT_NONE, FROM_STORE, true, NULL, "same|apart", "same: both are one person; apart: they are two" },
    STORED_TEXT("name", true, "name of the one"),
    STORED_TEXT("office", false, "the office's key; null: whatever the office"),
    STORED_TEXT("other_name", true, "name of the other"),
    STORED_TEXT("other_office", false, "that office's key; null: whatever the office"),
};

static const schema_column ARTICLES[] = {
    ID("number of the article's version"),
    TEXT("source", true, "path as given, a line's own id, path:line, path@offset in a web archive, or address"),
    { "url", COLUMN_TEXT, FORMAT_ADDRESS, FROM_ARTICLE, false, NULL, NULL, "address of the article" },
    TEXT("outlet", false, "who published it: the publisher, else the address's host"),
    TEXT("title", false, "headline"),
    TEXT("publisher", false, "publisher as the page or input names it"),
    TEXT("dateline", false, "place at the start of the article"),
    DATED("published", "when it was published"),
    ONE_OF("published_from", false, ORIGINS, "where that date was found"),
    DATED("modified", "when the page says that it was changed"),
    DATED("fetched", "when it was fetched"),
    TEXT("section", false, "section of the site"),
    TEXT("language", false, "language that the page declares"),
    ONE_OF("refused", false, REFUSALS, "why the page is no article; null for an article"),
    TEXT("text", true, "the article: title on the first line, then one paragraph a line"),
    TEXT("digest", true, "sha256 of the text; the id of petik extract"),
    STORED_TEXT("identity", true, "what the versions of an article have in common: its source; of a line without an id or an archived page its address; else of standard input its digest"),
    STORED_TEXT("input", true, "sha256 of what was read, with what was known of it"),
    STORED_TEXT("archive", false, "the archived copy: path@offset of the record in a web archive"),
    STORED("version", true, "1, or more when the source was read before with other content or other rules"),
    REFERS("replaced_by", false, "articles", "the next version of the same source; null for the newest"),
    REFERS("story", false, "articles", "the first article that is nearly the same; its own id when it is the first; null for short texts"),
    STORED("simhash", false, "fingerprint of the words, as a signed 64-bit number; articles that differ in few bits of both fingerprints are nearly the same"),
    STORED("simhash_pairs", false, "fingerprint of pairs of words that follow each other"),
    REFERS("run", true, "runs", "the run that stored it"),
    REFERS("ruleset", true, "rulesets", "the rules that read it"),
};

static const schema_column BYLINES[] = {
    ARTICLE,
    NUMBER,
    TEXT("name", true, "name of who made the article"),
    TEXT("role", false, "reporter, editor, photographer, contributor or agency"),
};

static const schema_column DATES[] = {
    ARTICLE,
    NUMBER,
    PASSAGE("the expression"),
    ONE_OF("type", true, "DATE|TIME|DURATION|SET", "TIMEX3 type"),
    TEXT("value", false, "ISO 8601 date, time, interval or duration; null when it stays open"),
    ONE_OF("conflict", false, "weekday", "weekday: the printed weekday is not that day's"),
    RULE,
};

static const schema_column OFFICIALS[] = {
    ARTICLE,
    NUMBER,
    TEXT("name", false, "name as the article gives it in full; null when it names only the office"),
    TEXT("title", true, "office, in its written-out standard spelling"),
    ONE_OF("acting", false, ACTING, "acting status; null when it is held in full"),
    TEXT("of", false, "jurisdiction or body as written"),
    REGION,
    TEXT("rank", false, "rank in police or army"),
    TEXT("degrees", false, "academic degrees and titles"),
    INT("person", true, "officials of one article with the same number here are one person"),
    HOLDER("this name in this office, over all articles; null without a name"),
};

static const schema_column INSTITUTIONS[] = {
    ARTICLE,
    NUMBER,
    TEXT("name", true, "name as written in full"),
    ONE_OF("type", false, TYPES, "what kind of institution it is"),
    REGION,
    TEXT("same_as", false, "the record whose abbreviation this one is"),
};

static const schema_column MENTIONS[] = {
    ARTICLE,
    ONE_OF("kind", true, "official|institution", "what is mentioned"),
    INT("record", true, "number of that record in the article"),
    INT("number", true, "which of its mentions, from 1"),
    PASSAGE("the mention"),
    RULE,
};

static const schema_column STATEMENTS[] = {
    ID("number of the statement"),
    ARTICLE,
    NUMBER,
    ONE_OF("kind", true, "direct|indirect", "quoted in the speaker's words, or told in the reporter's"),
    PASSAGE("the words"),
    TEXT("speaker", false, "name of the speaker; null when nobody can be named"),
    TEXT("office", false, "the speaker's office as of this article"),
    ONE_OF("speaker_from", false, "cue|coreference|headline", "how the speaker was found"),
    TEXT("speaker_rule", false, "the rule that found the speaker"),
    TEXT("read_by", false, "who read the words for the speaker"),
    HOLDER("the speaker's name in that office, or the name alone, over all articles"),
    DATED("said", "the day on which it was said, when the sentence or its paragraph tells"),
    TEXT("cue", false, "the words that say that somebody speaks, such as ujarnya"),
    INT("cue_start", false, "where the cue begins, in code points"),
    INT("cue_end", false, "where the cue ends, in code points"),
    INT("around_start", true, "where the sentences that the statement and its cue stand in begin, in code points"),
    INT("around_end", true, "where those sentences end, in code points"),
    INT("continues_start", false, "where the statement that this one goes on with begins, in code points"),
    INT("continues_end", false, "where that statement ends, in code points"),
    INT("words", false, "fingerprint of the words, a signed 64-bit number; equal in statements that say the same words; null under four words"),
    RULE,
};

static const schema_column POINTS[] = {
    ID("number of the point"),
    ARTICLE,
    NUMBER,
    PASSAGE("the point"),
    INT("item", false, "the number that the article gives it in a list"),
    ONE_OF("force", true, FORCES, "what kind of point it is"),
    TEXT("topic", false, "what it is about"),
    TEXT("by", false, "name of who declares it"),
    TEXT("office", false, "the declarer's office as of this article, or the declaring body"),
    HOLDER("the declarer's name in that office, or the name alone, over all articles"),
    LISTED("to", "who it is addressed to"),
    RULE,
};

static const schema_column REPEATS[] = {
    ARTICLE,
    INT("point", true, "number of the point in the article"),
    INT("number", true, "which of the repetitions, from 1"),
    PASSAGE("the same point said again,"),
};

static const schema_column REGULATIONS[] = {
    ARTICLE,
    NUMBER,
    PASSAGE("the regulation"),
    TEXT("kind", true, "kind of law, decree or letter"),
    { "no", COLUMN_TEXT, FORMAT_NONE, FROM_ARTICLE, false, NULL, NULL, "its number" },
    INT("year", false, "its year"),
    TEXT("issuer", false, "who issued it"),
    RULE,
};

static const schema_column EVENTS[] = {
    ARTICLE,
    NUMBER,
    TEXT("kind", true, "kind of event"),
    PASSAGE("the event"),
    DATED("date", "when it was"),
    TEXT("place", false, "where it was"),
    TEXT("organiser", false, "who held it"),
    TEXT("leader", false, "who led it"),
    LISTED("participants", "who took part: people by name, bodies as written"),
    RULE,
};

static const schema_column WARNINGS[] = {
    ARTICLE,
    NUMBER,
    TEXT("code", true, "what the warning is about"),
    TEXT("message", true, "what is doubtful"),
    INT("start", true, "where, in code points"),
    INT("end", true, "where it ends, in code points"),
};

static const schema_column ADDRESSES[] = {
    WEB("url", true, "the address, as listings lead to it"),
    STORED_TEXT("source", true, "the source in sources.conf that led to it first"),
    { "kind", COLUMN_TEXT, FORMAT_NONE, FROM_STORE, true, NULL, "feed|sitemap|start|page", "what is expected there" },
    WEB("via", false, "the listing that it was found in"),
    STORED_TEXT("title", false, "title as that listing has it"),
    STORED_TIME("published", false, "publication as that listing has it"),
    STORED_TIME("found", true, "when it was found, UTC"),
    STORED_TIME("fetched", false, "when it was asked for last, UTC; null: not yet"),
    STORED_TIME("due", false, "when it is to be asked for next, UTC; null: not again"),
    STORED("status", false, "HTTP status of the last answer; null: there was none"),
    STORED_TEXT("etag", false, "ETag of the last content"),
    STORED_TEXT("modified", false, "Last-Modified of the last content, as sent"),
    STORED_TIME("captured", false, "when the last content came, UTC"),
    STORED_TEXT("digest", false, "payload digest of the last content, as web archives write it"),
    STORED_TEXT("archive", false, "the archived copy of the last content: path@offset of the record in a web archive"),
    WEB("moved", false, "where redirects led"),
    STORED("failures", true, "how often in a row it could not be had"),
    STORED_TEXT("problem", false, "why it could not be had last; null: it could"),
};

static const schema_column HOSTS[] = {
    STORED_TEXT("origin", true, "scheme, host, and port when it is not the usual one"),
    STORED_TEXT("robots", false, "robots.txt as it was answered, up to its 524,288th byte; null: there is none"),
    STORED("robots_status", false, "HTTP status of that answer; null: there was none"),
    STORED_TIME("robots_fetched", false, "when it was asked for, UTC"),
    STORED_TIME("until", false, "until when the host is left alone, UTC, since it asked for it or was out of order"),
    STORED("failures", true, "how often in a row it was out of order"),
};

static const schema_column HARVESTS[] = {
    REFERS("run", true, "runs", "the run"),
    STORED_TEXT("source", true, "the source in sources.conf"),
    STORED("listings", true, "feeds, sitemaps and start pages that were read, also those that had not changed"),
    STORED("found", true, "addresses of articles that they lead to"),
    STORED("fetched", true, "pages that were fetched"),
    STORED("articles", true, "articles among them"),
    STORED("unchanged", true, "pages that were asked for again and had not changed"),
    STORED("gone", true, "pages that are not there (any more)"),
    STORED("forbidden", true, "pages that robots.txt forbids"),
    STORED("failed", true, "listings and pages that could not be had"),
    STORED("left", true, "pages that were left for the next run"),
};

#define TABLE(id, name, columns, key, search, indexes, means) \
    [id] = { name, means, key, search, columns, COUNT(columns), indexes }

static const schema_table TABLES[TABLE_COUNT] = {
    TABLE(TABLE_RULESETS, "rulesets", RULESETS, "id", NULL, "", "sets of rules that articles were read with"),
    TABLE(TABLE_RULES, "rules", RULES, "ruleset,name", NULL, "", "the rules of each set: every record names the one that made it"),
    TABLE(TABLE_RUNS, "runs", RUNS, "id", NULL, "", "runs of petik that wrote to this store"),
    TABLE(TABLE_PERSONS, "persons", PERSONS, "id", NULL, "name", "people over all articles, as far as they held an office"),
    TABLE(TABLE_OFFICES, "offices", OFFICES, "id", NULL, "region", "offices over all articles"),
    TABLE(TABLE_HOLDERS, "holders", HOLDERS, "id", "name", "person;office", "names in offices and other names that speak, whose they are, and why"),
    TABLE(TABLE_OVERRULES, "overrules", OVERRULES, "number", NULL, "", "what people decided about persons, against the evidence of articles"),
    TABLE(TABLE_ARTICLES, "articles", ARTICLES, "id", "text", "identity,version;published,replaced_by,refused,outlet;story,id,simhash,simhash_pairs", "articles and their versions"),
    TABLE(TABLE_BYLINES, "bylines", BYLINES, "article,number", NULL, "", "who wrote, edited and photographed"),
    TABLE(TABLE_DATES, "dates", DATES, "article,number", NULL, "", "expressions of time"),
    TABLE(TABLE_OFFICIALS, "officials", OFFICIALS, "article,number", NULL, "holder,acting", "officials of each article"),
    TABLE(TABLE_INSTITUTIONS, "institutions", INSTITUTIONS, "article,number", NULL, "", "institutions of each article"),
    TABLE(TABLE_MENTIONS, "mentions", MENTIONS, "article,kind,record,number", NULL, "", "every place where an official or institution is named"),
    TABLE(TABLE_STATEMENTS, "statements", STATEMENTS, "id", "text", "article;holder;words,article", "what was said, by whom"),
    TABLE(TABLE_POINTS, "points", POINTS, "id", NULL, "article;holder", "points declared, asked, obliged or forbidden"),
    TABLE(TABLE_REPEATS, "repeats", REPEATS, "article,point,number", NULL, "", "places where an article says a point again"),
    TABLE(TABLE_REGULATIONS, "regulations", REGULATIONS, "article,number", NULL, "", "laws, decrees and letters that are named"),
    TABLE(TABLE_EVENTS, "events", EVENTS, "article,number", NULL, "kind", "declarations, signings, meetings and the like"),
    TABLE(TABLE_WARNINGS, "warnings", WARNINGS, "article,number", NULL, "", "what is doubtful in an article or its records"),
    TABLE(TABLE_ADDRESSES, "addresses", ADDRESSES, "url", NULL, "source,kind,due", "addresses that are collected, and what became of them"),
    TABLE(TABLE_HOSTS, "hosts", HOSTS, "origin", NULL, "", "hosts that are collected from"),
    TABLE(TABLE_HARVESTS, "harvests", HARVESTS, "run,source", NULL, "source", "what each run collected from each source"),
};

static const schema_view VIEWS[VIEW_COUNT] = {
    { "said", "statements of the newest versions, with person, article and outlet",
      "SELECT s.id, s.text, s.kind, s.speaker, s.office, p.name AS person, h.person AS person_id, s.said, a.published, a.outlet, a.title, "
      "a.url, s.article, s.start, s.\"end\", s.speaker_from, s.speaker_rule, a.story, s.words "
      "FROM statements s JOIN articles a ON a.id = s.article LEFT JOIN holders h ON h.id = s.holder "
      "LEFT JOIN persons p ON p.id = h.person WHERE a.replaced_by IS NULL" },
    { "declared", "points of the newest versions, with person, article and outlet",
      "SELECT d.id, d.text, d.force, d.topic, d.by, d.office, p.name AS person, h.person AS person_id, d.\"to\", a.published, a.outlet, "
      "a.title, a.url, d.article, d.start, d.\"end\", d.rule, a.story "
      "FROM points d JOIN articles a ON a.id = d.article LEFT JOIN holders h ON h.id = d.holder "
      "LEFT JOIN persons p ON p.id = h.person WHERE a.replaced_by IS NULL" },
    { "terms", "who held which office: first and last seen, in how many articles",
      "SELECT o.id AS office_id, o.title, o.\"of\", o.region, f.acting, p.id AS person_id, p.name AS person, "
      "min(a.published) AS first_seen, max(a.published) AS last_seen, count(DISTINCT a.id) AS articles "
      "FROM officials f JOIN articles a ON a.id = f.article JOIN holders h ON h.id = f.holder "
      "JOIN offices o ON o.id = h.office LEFT JOIN persons p ON p.id = h.person WHERE a.replaced_by IS NULL "
      "GROUP BY o.id, f.acting, p.id" },
};

const schema_table *schema_get(table_id t) { return &TABLES[t]; }

const schema_view *schema_view_get(size_t i) { return &VIEWS[i]; }

size_t schema_column_of(table_id t, const char *name) {
    size_t i = 0;
    while (i < TABLES[t].column_count && strcmp(TABLES[t].columns[i].name, name) != 0) i++;
    assert(i < TABLES[t].column_count);
    return i;
}
