/* SPDX-License-Identifier: MIT */
#include "store/canned.h"

/* A condition that an empty parameter always meets. */
#define HAS(column, parameter) "(" parameter " = '' OR " column " LIKE '%' || " parameter " || '%')"
#define EQUALS(column, parameter) "(" parameter " = '' OR " column " = " parameter ")"
/* The words of a parameter as one phrase, so that no sign in them is taken for an operator. */
#define PHRASE(parameter) "'\"' || replace(" parameter ", '\"', '\"\"') || '\"'"

static const canned_query QUERIES[] = {
    { "office_said", "What holders of an office said",
      "Statements by office, in the order of days. Office: a part of its name, such as Wali Kota; from, until: days, such as 2024-10-15; all "
      "may be empty.",
      "SELECT coalesce(said, published) AS day, speaker, office, kind, text, outlet, title, url FROM said "
      "WHERE speaker IS NOT NULL AND " HAS("office", ":office")
      " AND (:from = '' OR coalesce(said, published) >= :from) AND (:until = '' OR substr(coalesce(said, published), 1, 10) <= :until) "
      "ORDER BY day, article, start" },
    { "person_said", "What a person said",
      "Statements by the speaker's name or the name over all articles; a part of it is enough.",
      "SELECT coalesce(said, published) AS day, speaker, office, kind, text, outlet, title, url FROM said "
      "WHERE speaker LIKE '%' || :name || '%' OR person LIKE '%' || :name || '%' ORDER BY day, article, start" },
    { "office_held", "Who held an office",
      "Persons in an office, with the first and last day on which an article calls them so. Office: a part of its title; region: its "
      "Kemendagri code, such as 35.71; either may be empty.",
      "SELECT title, \"of\", region, acting, person, first_seen, last_seen, articles FROM terms "
      "WHERE " HAS("title || ' ' || coalesce(\"of\", '')", ":office") " AND " EQUALS("region", ":region")
      " ORDER BY title, region, first_seen" },
    { "search_statements", "Search in statements",
      "Statements that have these words in this order.",
      "SELECT s.published, s.speaker, s.office, s.kind, s.text, s.outlet, s.title, s.url FROM statements_fts f "
      "JOIN said s ON s.id = f.rowid WHERE statements_fts MATCH " PHRASE(":words") " ORDER BY s.published, s.id" },
    { "points_by_topic", "Points by topic",
      "How often each topic was pledged, asked, obliged or forbidden, in how many articles and outlets.",
      "SELECT topic, force, count(*) AS points, count(DISTINCT article) AS articles, count(DISTINCT outlet) AS outlets, "
      "min(published) AS first, max(published) AS last FROM declared GROUP BY topic, force ORDER BY points DESC, topic, force" },
    { "points_of_topic", "Points about one topic",
      "Who declared what to whom. Topic and force may be empty.",
      "SELECT published, force, topic, \"by\", office, \"to\", text, outlet, title, url FROM declared "
      "WHERE " EQUALS("topic", ":topic") " AND " EQUALS("force", ":force") " ORDER BY published, article, start" },
    { "regulations_named", "Regulations most named",
      "Laws, decrees and letters by the number of articles that name them.",
      "SELECT r.kind, r.no, r.year, max(r.issuer) AS issuer, count(DISTINCT r.article) AS articles, count(DISTINCT a.outlet) AS outlets, "
      "min(a.published) AS first, max(a.published) AS last, min(r.text) AS text FROM regulations r JOIN articles a ON a.id = r.article "
      "WHERE a.replaced_by IS NULL GROUP BY r.kind, r.no, r.year, CASE WHEN r.no IS NULL THEN r.text END "
      "ORDER BY articles DESC, r.kind, r.year, r.no" },
    { "same_words", "The same words in several outlets",
      "Statements that more than one outlet prints with the same words.",
      "SELECT min(text) AS text, min(speaker) AS speaker, count(DISTINCT outlet) AS outlets, group_concat(DISTINCT outlet) AS printed_by, "
      "count(DISTINCT article) AS articles, min(published) AS first, max(published) AS last FROM said WHERE words IS NOT NULL "
      "GROUP BY words HAVING count(DISTINCT outlet) > 1 ORDER BY outlets DESC, articles DESC, first" },
    { "same_story", "The same story in several outlets",
      "Articles that are nearly the same, by the first of them.",
      "SELECT story, min(title) AS title, count(*) AS articles, count(DISTINCT outlet) AS outlets, group_concat(DISTINCT outlet) AS printed_by, "
      "min(published) AS first, max(published) AS last FROM articles WHERE replaced_by IS NULL AND story IS NOT NULL "
      "GROUP BY story HAVING count(*) > 1 ORDER BY articles DESC, story" },
    { "speakers", "Who was quoted most",
      "Speakers and the office that articles give them, by statements.",
      "SELECT coalesce(person, speaker) AS speaker, office, count(*) AS statements, sum(kind = 'direct') AS direct, "
      "count(DISTINCT article) AS articles, count(DISTINCT outlet) AS outlets FROM said WHERE speaker IS NOT NULL "
      "GROUP BY coalesce(person, speaker), office ORDER BY statements DESC, speaker" },
    { "name_evidence", "Why names are one person",
      "Each name in an office, the person that it was linked to, and the evidence. Name: a part of it, or nothing.",
      "SELECT h.name, o.title, o.\"of\", o.region, p.name AS person, h.because FROM holders h LEFT JOIN offices o ON o.id = h.office "
      "LEFT JOIN persons p ON p.id = h.person WHERE " HAS("h.name || ' ' || coalesce(p.name, '')", ":name") " ORDER BY person, h.id" },
    { "changed_articles", "Articles that changed",
      "Articles that were read more than once with other content or other rules.",
      "SELECT a.source, a.title, a.version AS old, b.version AS new, a.digest <> b.digest AS other_text, "
      "a.ruleset <> b.ruleset AS other_rules, a.id, b.id AS replaced_by FROM articles a JOIN articles b ON b.id = a.replaced_by "
      "ORDER BY b.id DESC" },
};
enum { QUERY_COUNT = sizeof QUERIES / sizeof *QUERIES };

const canned_query *canned_get(size_t i) { return i < QUERY_COUNT ? &QUERIES[i] : NULL; }
