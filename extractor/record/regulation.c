/* Regulations: from the matches of rules/regulation.rules to records. */
#include "record/collect.h"

/* A year at the end of a number: "13/2024", "100.3/812/DIKBUD/2025"; -1: none. */
static long year_in(str number) {
    size_t stroke = str_find_last(number, STR("/"), number.n);
    if (stroke == SIZE_MAX || number.n - stroke != 5) return -1;
    long year = str_number(str_cut(number, stroke + 1, number.n));
    return year >= 1900 && year <= 2100 ? year : -1;
}

/* "13/2024" is number 13 of 2024; a longer number keeps its parts. */
static str without_year(str number) {
    size_t stroke = str_find(number, STR("/"), 0);
    return stroke != SIZE_MAX && number.n - stroke == 5 && year_in(number) > 0 ? str_cut(number, 0, stroke) : number;
}

void regulations_collect(extraction *x) {
    const match_list *found = matcher_found(x->matcher, KIND_REGULATION);
    for (size_t i = 0; i < found->n; i++) {
        const rule_match *m = &found->items[i];
        str number = value_of(x, m, REGULATION_NUMBER);
        long year = str_number(value_of(x, m, REGULATION_YEAR));
        *vec_add(x->home, &x->out->regulations) = (regulation_record){
            .at = m->at, .kind = value_of(x, m, REGULATION_KIND), .number = year < 0 ? without_year(number) : number,
            .year = year < 0 ? year_in(number) : year, .rule = rule_id(m) };
    }
}
