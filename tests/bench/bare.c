/* SPDX-License-Identifier: MIT */
/* Parses HTML files with htmlReadMemory and nothing else: what "petik extract" is compared with. Prints nothing. */
#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_all(const char *path, long *n) {
    FILE *f = fopen(path, "rb");
    if (!f) return NULL;
    char *bytes = NULL;
    if (fseek(f, 0, SEEK_END) == 0 && (*n = ftell(f)) >= 0 && (bytes = malloc((size_t)*n + 1)) != NULL) {
        rewind(f);
        *n = (long)fread(bytes, 1, (size_t)*n, f);
    }
    fclose(f);
    return bytes;
}

int main(int argc, char **argv) {
    int flags = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_COMPACT;
    for (int i = 1; i < argc; i++) {
        long n = 0;
        char *bytes = read_all(argv[i], &n);
        if (!bytes) return perror(argv[i]), 1;
        xmlFreeDoc(htmlReadMemory(bytes, (int)n, NULL, "UTF-8", flags));
        free(bytes);
    }
    return 0;
}
