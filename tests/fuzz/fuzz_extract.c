/* SPDX-License-Identifier: MIT */
/* libFuzzer: any bytes as one article, text or web page, with the shipped rules; then as the second page of an article whose
 * first is sound. The rules and the extractor live as long as the process. */
#include <stdlib.h>
#include <string.h>

#include "petik.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static const char FIRST[] =
    "<html lang=id><h1>Warga Perbaiki Jembatan</h1><p>Rapat digelar di kantor dinas dan dihadiri oleh para kepala bidang serta perwakilan "
    "warga.</p><p>Jembatan itu rusak sejak banjir bulan lalu, kata Kepala Desa Sukamaju Ahmad Yani di lokasi pada Senin (7/10/2024).</p>";

static void extract(petik_extractor *x, const petik_input *in) {
    petik_error e = { 0 };
    size_t n = 0;
    if (petik_extract(x, in, &e) == PETIK_OK && (!petik_json(x, &n) || n == 0)) abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length) {
    static petik_rules *rules;
    static petik_extractor *x;
    petik_error e = { 0 };
    if (!x && (petik_rules_open(&rules, "rules", 0, &e) || petik_extractor_open(&x, rules, &e))) abort();
    petik_part more = { .bytes = (const char *)bytes, .length = length };
    extract(x, &(petik_input){ .bytes = more.bytes, .length = length, .source = "fuzz" });
    if (length && bytes[0] == '<')
        extract(x, &(petik_input){ .bytes = FIRST, .length = strlen(FIRST), .source = "fuzz", .more = &more, .more_count = 1 });
    return 0;
}
