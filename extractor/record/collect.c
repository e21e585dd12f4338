/* SPDX-License-Identifier: MIT */
#include "record/collect.h"

#include "record/speaker.h"

void warn(extraction *x, str code, span at, str message) {
    *vec_add(x->home, &x->out->warnings) = (warning_record){ code, message, at };
}

void people_warn(extraction *x, size_t whose, span name) {
    if (!people_misspelled(&x->people, whose, text_of(x, name))) return;
    warn(x, STR("name-variant"), name, arena_format(x->home, "also spelled %.*s", STR_ARG(x->people.list.items[whose].name)));
}

size_t offices_from(const extraction *x, size_t i) {
    size_t low = 0, high = x->offices.n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (x->offices.items[mid].at.start < i) low = mid + 1; else high = mid;
    }
    return low;
}

static void report_failures(extraction *x) {
    const rule *last;
    size_t n = matcher_failures(x->matcher, &last);
    if (n == 0) return;
    warn(x, STR("rule-limit"), (span){ 0, 0 },
         arena_format(x->home, "%zu tries of rules reached a limit, the last of %.*s", n, STR_ARG(last->id)));
}

void records_collect(extraction *x) {
    x->people.given = x->words->given_names;
    matcher_begin(x->matcher, x->home, x->doc);
    matcher_run(x->matcher, 1);
    dates_collect(x);
    regulations_collect(x);
    matcher_run(x->matcher, 2);
    officials_collect(x);
    matcher_run(x->matcher, 3);
    speakers_learn(x);
    institutions_collect(x); /* people may have shortened some */
    offices_link(x);
    statements_collect(x);
    readings_apply(x);
    headlines_collect(x);
    points_collect(x);
    points_link(x);
    events_collect(x);
    officials_finish(x);
    regions_tell_apart(x);
    report_failures(x);
}
