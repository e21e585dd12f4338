/* SPDX-License-Identifier: MIT */
#include "base/digest.h"

void digest_begin(digest *d) {
    sha256_init(d);
}

void digest_add(digest *d, str bytes) {
    if (bytes.n) sha256_update(d, bytes.n, (const uint8_t *)bytes.p);
}

void digest_end(digest *d, char out[DIGEST_TEXT]) {
    static const char HEX[] = "0123456789abcdef";
    uint8_t bytes[SHA256_DIGEST_SIZE];
    sha256_digest(d, sizeof bytes, bytes);
    memcpy(out, "sha256:", 7);
    for (size_t i = 0; i < sizeof bytes; i++) {
        out[7 + 2 * i] = HEX[bytes[i] >> 4];
        out[8 + 2 * i] = HEX[bytes[i] & 15];
    }
    out[DIGEST_TEXT - 1] = 0;
}

void digest_end_base32(digest *d, char out[DIGEST_BASE32]) {
    static const char LETTERS[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    uint8_t bytes[SHA256_DIGEST_SIZE + 1] = { 0 }; /* one more: the last letter reaches beyond */
    char *to = out + 7;
    sha256_digest(d, SHA256_DIGEST_SIZE, bytes);
    memcpy(out, "sha256:", 7);
    for (size_t bit = 0; bit < 8 * SHA256_DIGEST_SIZE; bit += 5) {
        unsigned pair = (unsigned)bytes[bit / 8] << 8 | bytes[bit / 8 + 1];
        *to++ = LETTERS[pair >> (11 - bit % 8) & 31];
    }
    memcpy(to, "====", 5);
}
