/* SPDX-License-Identifier: MIT */
#include "record/lexicon.h"

static const char *const TITLES[] = { "headtitles", "commandtitles", "seattitles", "villagetitles", "bodytitles", "ministers",
                                       "contracted", "shortheads", NULL };
static const char *const NO_NAMES[] = { "notname", "headtitles", "commandtitles", "seattitles", "villagetitles", "bodytitles", "ministers",
                                         "contracted", "shortheads", "passiveverbs", NULL };
static const char *const HONOURS[] = { "ranks", "honorifics", "corps", NULL };

static const char *const BODIES[] = { "central", "civil", "companies", "universities", "parties", "forums", "offices", NULL };

static word_list merged(const ruleset *rs, arena *a, const char *const *names) {
    const word_list *lists[16];
    size_t n = 0;
    for (; names[n]; n++) lists[n] = ruleset_list(rs, names[n]);
    return list_merged(a, lists, n);
}

lexicon lexicon_make(const ruleset *rs, arena *a) {
    return (lexicon){
        .titles = merged(rs, a, TITLES),
        .honours = merged(rs, a, HONOURS),
        .no_names = merged(rs, a, NO_NAMES),
        .bodies = merged(rs, a, BODIES),
        .acting = ruleset_list(rs, "acting"),
        .quote_verbs = ruleset_list(rs, "quoteverbs"),
        .report_verbs = ruleset_list(rs, "reportverbs"),
        .source_words = ruleset_list(rs, "sourcewords"),
        .body_titles = ruleset_list(rs, "bodytitles"),
        .not_names = ruleset_list(rs, "notname"),
        .regions = ruleset_list(rs, "regions"),
        .degrees = ruleset_list(rs, "degrees"),
        .units = ruleset_list(rs, "unitwords"),
        .pronouns = ruleset_list(rs, "pronouns"),
        .openers = ruleset_list(rs, "openers"),
        .topics = ruleset_list(rs, "topics"),
        .predicates = ruleset_list(rs, "predicates"),
        .no_clause = ruleset_list(rs, "noclause"),
        .no_source = ruleset_list(rs, "nosource"),
        .stops = ruleset_list(rs, "subjectstops"),
        .adverbs = ruleset_list(rs, "adverbs"),
        .prepositions = ruleset_list(rs, "prepositions"),
        .shared_titles = ruleset_list(rs, "sharedtitles"),
        .particles = ruleset_list(rs, "particles"),
        .starters = ruleset_list(rs, "starters"),
        .scare = ruleset_list(rs, "titlewords"),
        .given_names = ruleset_list(rs, "givennames"),
        .districts = ruleset_list(rs, "districts"),
        .place_words = ruleset_list(rs, "placewords"),
        .body_links = ruleset_list(rs, "bodylinks"),
        .inst_heads = ruleset_list(rs, "instheads"),
        .bare_heads = ruleset_list(rs, "bareheads"),
        .inst_words = ruleset_list(rs, "instwords"),
        .head_titles = ruleset_list(rs, "headtitles"),
        .seat_titles = ruleset_list(rs, "seattitles"),
        .holder_links = ruleset_list(rs, "holderlinks"),
        .name_links = ruleset_list(rs, "namelinks"),
        .pointers = ruleset_list(rs, "pointers"),
        .who_words = ruleset_list(rs, "whowords"),
        .body_shorts = ruleset_list(rs, "bodyshorts"),
        .nation_words = ruleset_list(rs, "nationwords"),
        .persons = ruleset_list(rs, "persons"),
        .contracted = ruleset_list(rs, "contracted"),
        .undertakings = ruleset_list(rs, "undertakings"),
        .modals = ruleset_list(rs, "modals"),
        .directives = ruleset_list(rs, "directives"),
        .answer_verbs = ruleset_list(rs, "answerverbs"),
        .certain = ruleset_list(rs, "certain"),
        .hold_verbs = ruleset_list(rs, "holdverbs"),
        .place_preps = ruleset_list(rs, "placeprepositions"),
        .sites = ruleset_list(rs, "sites"),
        .weekdays = ruleset_list(rs, "weekdays"),
        .superiors = ruleset_list(rs, "superiors"),
        .levels = ruleset_list(rs, "levels"),
        .governments = ruleset_list(rs, "governments"),
        .unit_titles = ruleset_list(rs, "unittitles"),
    };
}
