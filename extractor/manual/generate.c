/* SPDX-License-Identifier: MIT */
/* petik-manual: writes the source of all manual pages into a folder, or the completion of a shell to standard output.
 *
 * usage: petik-manual pages TEMPLATES DIR      TEMPLATES has NAME.in for pages, and what is to be said of subcommands beyond the tables
 *        petik-manual bash|zsh|fish */
#include <errno.h>
#include <string.h>

#include "manual/manual.h"

enum { PATH_SIZE = 1024 };

static FILE *open_in(const char *folder, const char *name, const char *ending, const char *mode) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, ending);
    FILE *f = fopen(path, mode);
    if (!f && mode[0] == 'w') fprintf(stderr, "petik-manual: %s: %s\n", path, strerror(errno));
    return f;
}

static int close_page(FILE *page, int status) {
    bool bad = ferror(page) != 0;
    return fclose(page) != 0 || bad ? -1 : status;
}

static int write_command(const command *c, const char *templates, const char *folder) {
    char name[64];
    snprintf(name, sizeof name, "petik-%s.1", c->name);
    FILE *more = open_in(templates, name, ".in", "r"), *page = open_in(folder, name, ".scd", "w");
    if (page) page_of_command(page, c, more);
    if (more) fclose(more);
    return page ? close_page(page, 0) : -1;
}

static int write_page(const char *name, const char *templates, const char *folder) {
    FILE *from = open_in(templates, name, ".in", "r"), *page = from ? open_in(folder, name, ".scd", "w") : NULL;
    int status = page ? close_page(page, page_of_template(page, from)) : -1;
    if (from) fclose(from);
    else fprintf(stderr, "petik-manual: no %s/%s.in\n", templates, name);
    return status;
}

static int write_pages(const char *templates, const char *folder) {
    static const char *const PAGES[] = { "petik.1", "petik-records.5", "petik-rules.5" };
    int status = 0;
    for (size_t i = 0; status == 0 && i < sizeof PAGES / sizeof *PAGES; i++) status = write_page(PAGES[i], templates, folder);
    for (size_t i = 0; status == 0 && command_get(i); i++) status = write_command(command_get(i), templates, folder);
    return status < 0 ? EXIT_OUTPUT : EXIT_DONE;
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "pages") == 0) return write_pages(argv[2], argv[3]);
    if (argc == 2 && strcmp(argv[1], "bash") == 0) completion_for_bash(stdout);
    else if (argc == 2 && strcmp(argv[1], "zsh") == 0) completion_for_zsh(stdout);
    else if (argc == 2 && strcmp(argv[1], "fish") == 0) completion_for_fish(stdout);
    else return usage_error("usage: petik-manual pages TEMPLATES DIR, or bash, zsh, fish");
    return finish_stdout();
}
