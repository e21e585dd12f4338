#include "record/lexicon.h"

lexicon lexicon_make(const ruleset *rs) {
    return (lexicon){
        .titles = { ruleset_list(rs, "headtitles"), ruleset_list(rs, "commandtitles"), ruleset_list(rs, "seattitles"),
                    ruleset_list(rs, "villagetitles"), ruleset_list(rs, "bodytitles"), ruleset_list(rs, "ministers") },
        .acting = ruleset_list(rs, "acting"),
        .quote_verbs = ruleset_list(rs, "quoteverbs"),
        .corps = ruleset_list(rs, "corps"),
        .body_titles = ruleset_list(rs, "bodytitles"),
        .not_names = ruleset_list(rs, "notname"),
        .regions = ruleset_list(rs, "regions"),
        .districts = ruleset_list(rs, "districts"),
        .honorifics = ruleset_list(rs, "honorifics"),
        .ranks = ruleset_list(rs, "ranks"),
        .degrees = ruleset_list(rs, "degrees"),
        .head_titles = ruleset_list(rs, "headtitles"),
        .units = ruleset_list(rs, "unitwords"),
        .pronouns = ruleset_list(rs, "pronouns"),
        .openers = ruleset_list(rs, "openers"),
        .topics = ruleset_list(rs, "topics"),
        .predicates = ruleset_list(rs, "predicates"),
        .no_clause = ruleset_list(rs, "noclause"),
        .no_source = ruleset_list(rs, "nosource"),
        .stops = ruleset_list(rs, "subjectstops"),
        .verbs = ruleset_list(rs, "reportverbs"),
        .starters = ruleset_list(rs, "starters"),
        .scare = ruleset_list(rs, "titlewords"),
    };
}
