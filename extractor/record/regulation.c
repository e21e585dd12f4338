#include "record/collect.h"

void regulations_collect(extraction *x) {
    const match_list *found = matcher_found(x->matcher, KIND_REGULATION);
    for (size_t i = 0; i < found->n; i++) {
        const rule_match *m = &found->items[i];
        *vec_add(x->home, &x->out->regulations) = (regulation_record){
            .at = m->at, .kind = value_of(x, m, REGULATION_KIND), .number = value_of(x, m, REGULATION_NUMBER),
            .year = str_number(value_of(x, m, REGULATION_YEAR)), .rule = rule_id(m) };
    }
}
