/* The public interface: rules, text, records and the writer put together. */
#include "petik.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/limits.h"

struct petik_rules { int stub; };
struct petik_extractor { buf out; };

const char *petik_version(void) { return PETIK_VERSION; }
int petik_rules_open(petik_rules **out, const char *folder, unsigned flags, petik_error *e) {
    (void)folder; (void)flags; (void)e;
    *out = calloc(1, sizeof **out);
    return PETIK_OK;
}
void petik_rules_free(petik_rules *r) { free(r); }
const char *petik_rules_digest(const petik_rules *r) { (void)r; return "sha256:0"; }
const char *petik_rules_folder(const petik_rules *r) { (void)r; return "rules"; }
size_t petik_rules_count(const petik_rules *r) { (void)r; return 0; }
petik_rule petik_rules_get(const petik_rules *r, size_t i) { (void)r; (void)i; return (petik_rule){ .id = "" }; }
int petik_extractor_open(petik_extractor **out, const petik_rules *r, petik_error *e) {
    (void)r; (void)e;
    *out = calloc(1, sizeof **out);
    (*out)->out = buf_make(LIMIT_OUTPUT);
    return PETIK_OK;
}
void petik_extractor_free(petik_extractor *x) { if (x) { buf_free(&x->out); free(x); } }
int petik_extract(petik_extractor *x, const petik_input *in, petik_error *e) {
    (void)e;
    buf_clear(&x->out);
    buf_format(&x->out, "{\"source\": \"%s\", \"bytes\": %zu}\n", in->source ? in->source : "", in->length);
    return PETIK_OK;
}
const char *petik_json(petik_extractor *x, size_t *length) { *length = x->out.n; return x->out.p ? x->out.p : ""; }
petik_counts petik_count(const petik_extractor *x) { (void)x; return (petik_counts){ 0 }; }
