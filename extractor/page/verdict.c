#include "page/verdict.h"

page_verdict verdict_of(const page_facts *f) {
    (void)f;
    return (page_verdict){ STR_NONE, STR_NONE };
}
