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
