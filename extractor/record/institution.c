/* Institutions: every match is one at its place; those of one name, case and spacing aside, are one record. */
#include "record/collect.h"
#include "record/region.h"

static size_t record_for(extraction *x, table *seen, const rule_match *m) {
    str name = text_of(x, m->at);
    char *fold = arena_alloc(x->home, name.n + 1);
    for (size_t i = 0; i < name.n; i++) fold[i] = ascii_lower(name.p[i]);
    uint32_t number = table_put(seen, (str){ fold, name.n }, (uint32_t)x->out->institutions.n);
    if (number == x->out->institutions.n) {
        str type = value_of(x, m, INSTITUTION_TYPE);
        *vec_add(x->home, &x->out->institutions) = (institution_record){
            .name = name, .type = type.n ? type : STR("other"), .region = region_code(x->words->regions, name, REGION_ANY) };
    }
    return number;
}

void institutions_collect(extraction *x) {
    const match_list *found = matcher_found(x->matcher, KIND_INSTITUTION);
    table seen = table_make(x->home, found->n + 1);
    for (size_t i = 0; i < found->n; i++) {
        size_t k = record_for(x, &seen, &found->items[i]);
        *vec_add(x->home, &x->out->institutions.items[k].mentions) = (mention){ found->items[i].at, rule_id(&found->items[i]) };
    }
}
