/* SPDX-License-Identifier: MIT */
#include "command/help.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <curl/curl.h>
#include <jansson.h>
#include <libxml/xmlversion.h>
#include <libxml/globals.h>
#include <pcre2.h>
#include <sqlite3.h>
#include <utf8proc.h>
#include <zlib.h>

#include "petik.h"

enum { OPTION_WIDTH = 24, HELP_WIDTH = 100 };

static void print_options(FILE *to, unsigned mask) {
    fputs("Options:\n", to);
    for (option_id i = 0; i < OPTION_COUNT; i++) {
        const option_row *row = option_get(i);
        if (!(row->commands & mask)) continue;
        int width = fprintf(to, "  -%c, --%s%s%s", row->letter, row->name, row->value ? "=" : "",
                            row->value ? row->value : "");
        fprintf(to, "%*s%s\n", width < OPTION_WIDTH ? OPTION_WIDTH - width : 2, "", row->help);
    }
}

void help_command(FILE *to, const command *c) {
    fprintf(to, "petik %s: %s\n\nExamples:\n%s\nUsage: petik %s [OPTION]... %s\n\n", c->name, c->summary, c->examples,
            c->name, c->usage);
    print_options(to, c->mask);
}

static const help_status STATUSES[] = {
    { "0", "done" },
    { "1", "some inputs failed" },
    { "2", "usage" },
    { "3", "rules do not load" },
    { "4", "nothing found, with --fail-empty" },
    { "5", "output could not be written" },
    { "75", "try later" },
    { "130 or 143", "interrupted" },
};

const help_status *help_status_get(size_t i) { return i < sizeof STATUSES / sizeof *STATUSES ? &STATUSES[i] : NULL; }

/* In lines of HELP_WIDTH. */
static void print_statuses(FILE *to) {
    int column = fprintf(to, "Exit status:");
    for (size_t i = 0; help_status_get(i); i++) {
        char one[128];
        int n = snprintf(one, sizeof one, " %s %s%c", STATUSES[i].status, STATUSES[i].means, help_status_get(i + 1) ? ';' : '.');
        bool fits = column + n <= HELP_WIDTH;
        column = fits ? column + n : n - 1;
        fprintf(to, "%s%s", fits ? "" : "\n", fits ? one : one + 1);
    }
    fputc('\n', to);
}

void help_program(FILE *to) {
    fputs("petik: checkable records from Indonesian regional news\n\n"
          "Examples:\n"
          "  petik extract articles/ > records.jsonl     the records of every article in a folder\n"
          "  petik extract articles/ | petik show        the same, to read\n"
          "  petik help extract                          all about one command\n\n"
          "Usage: petik COMMAND [OPTION]... [ARGUMENT]...\n\n"
          "Commands:\n",
          to);
    for (size_t i = 0; command_get(i); i++) fprintf(to, "  %-10s%s\n", command_get(i)->name, command_get(i)->summary);
    fputs("\nOptions:\n"
          "  -h, --help      show this help, or after a command that of the command\n"
          "  -V, --version   show the version, and those of the libraries\n\n",
          to);
    print_statuses(to);
}

/* libxml2 tells 2.9.14 as "20914". */
static void print_libxml(FILE *to) {
    long v = str_number(str_cut(str_of(xmlParserVersion), 0, strspn(xmlParserVersion, "0123456789")));
    fprintf(to, "libxml2 %ld.%ld.%ld\n", v / 10000, v / 100 % 100, v % 100);
}

void help_version(FILE *to) {
    char pcre[64] = "";
    pcre2_config(PCRE2_CONFIG_VERSION, pcre);
    pcre[strcspn(pcre, " ")] = '\0';
    fprintf(to, "petik %s\npcre2 %s\nutf8proc %s\n", petik_version(), pcre, utf8proc_version());
    print_libxml(to);
    fprintf(to, "jansson %s\nzlib %s\nsqlite %s\n", jansson_version_str(), zlibVersion(), sqlite3_libversion());
    fprintf(to, "libcurl %s\n", curl_version_info(CURLVERSION_NOW)->version);
}
