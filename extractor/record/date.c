#include "record/collect.h"

void dates_collect(extraction *x) {
    const match_list *found = matcher_found(x->matcher, KIND_DATE);
    for (size_t i = 0; i < found->n; i++)
        *vec_add(x->home, &x->out->dates) = (date_record){ .at = found->items[i].at, .type = STR("DATE"), .value = STR_NONE, .rule = rule_id(&found->items[i]) };
}
