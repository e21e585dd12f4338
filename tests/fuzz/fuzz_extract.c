/* libFuzzer: any bytes as one article, with the shipped rules. The rules and the extractor live as long as the process. */
#include <stdlib.h>

#include "petik.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static petik_rules *rules;
    static petik_extractor *x;
    petik_error e = { 0 };
    if (!x && (petik_rules_open(&rules, "rules", 0, &e) || petik_extractor_open(&x, rules, &e))) abort();
    petik_input in = { .bytes = (const char *)bytes, .length = length, .source = "fuzz" };
    size_t n = 0;
    if (petik_extract(x, &in, &e) == PETIK_OK && (!petik_json(x, &n) || n == 0)) abort();
    return 0;
}
