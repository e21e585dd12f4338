/* SPDX-License-Identifier: MIT */
/* Manual pages, as scdoc source. */
#include <string.h>

#include "command/help.h"
#include "manual/manual.h"
#include "record/kind.h"
#include "store/shape.h"

/* Text that means itself to scdoc, a paragraph on one line: marks at the start of a line mean something. */
static void put_text(FILE *to, const char *text) {
    for (const char *c = text; *c; c++) {
        if (strchr("\\*_#[]<>~-+`", *c)) fputc('\\', to);
        fputc(*c == '\n' && c[1] ? ' ' : *c, to);
    }
}

/* Usage: words in capitals are what somebody has to put there. */
static void put_usage(FILE *to, const char *usage) {
    static const char *const CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    while (*usage) {
        size_t n = strspn(usage, CAPITALS);
        char one[64] = "";
        if (n > 0) {
            fprintf(to, "_%.*s_", (int)n, usage);
        } else {
            n = strcspn(usage, CAPITALS);
            memcpy(one, usage, n < sizeof one ? n : sizeof one - 1);
            put_text(to, one);
        }
        usage += n;
    }
}

static void put_head(FILE *to, const char *name, int section) {
    fprintf(to, "%s(%d) \"petik %s\" \"petik\"\n\n", name, section, petik_version());
}

static void put_option(FILE *to, const option_row *row) {
    fprintf(to, "*-%c*, *--%s*", row->letter, row->name);
    if (row->value) fprintf(to, "=_%s_", row->value);
    fputs("\n\t", to);
    put_text(to, row->help);
    fputs(".\n\n", to);
}

static void put_options(FILE *to, unsigned mask) {
    fputs("# OPTIONS\n\n", to);
    for (option_id i = 0; i < OPTION_COUNT; i++)
        if (option_get(i)->commands & mask) put_option(to, option_get(i));
}

/* Help has its examples first, and behind an empty line what else there is to say. */
static void put_examples(FILE *to, const char *examples) {
    const char *end = strstr(examples, "\n\n");
    size_t n = end ? (size_t)(end - examples) + 1 : strlen(examples);
    fputs("# EXAMPLES\n\n```\n", to);
    for (size_t i = 0; i < n; i++) {
        if (examples[i] == '\\') fputc('\\', to);
        fputc(examples[i], to);
    }
    fputs("```\n\n", to);
}

static void put_rest(FILE *to, const char *examples) {
    const char *end = strstr(examples, "\n\n");
    if (!end) return;
    put_text(to, end + 2);
    fputc('\n', to);
}

static void put_statuses(FILE *to) {
    for (size_t i = 0; help_status_get(i); i++) {
        fprintf(to, "*%s*\n\t", help_status_get(i)->status);
        put_text(to, help_status_get(i)->means);
        fputs(".\n\n", to);
    }
}

static void put_commands(FILE *to) {
    for (size_t i = 0; command_get(i); i++) {
        fprintf(to, "*petik-%s*(1)\n\t", command_get(i)->name);
        put_text(to, command_get(i)->summary);
        fputs(".\n\n", to);
    }
}

static void put_kinds(FILE *to) {
    for (const rule_kind *k = RECORD_KINDS; k->name; k++) {
        fprintf(to, "*%s* (stage %d%s)\n\t", k->name, (int)k->stage, k->exclusive ? "" : "; matches may overlap");
        for (size_t i = 0; i < RULE_FIELDS && k->fields[i]; i++) fputs(i ? " " : "", to), put_text(to, k->fields[i]);
        fputs("\n\n", to);
    }
}

/* What a key holds: "text, or null: headline". */
static void put_value(FILE *to, const shape_node *n) {
    const schema_column *c = shape_column(n);
    bool list = c->format == FORMAT_LIST;
    fputs(c->values ? "one of " : list ? "list of texts" : c->type == COLUMN_INTEGER ? "number" : c->format == FORMAT_DATE ? "text, ISO 8601" : "text", to);
    for (const char *v = c->values; v && *v; v++)
        if (*v == '|') fputs(", ", to);
        else put_text(to, (char[2]){ *v, 0 });
    fputs(c->required ? ": " : ", or null: ", to);
    put_text(to, c->means);
}

static void put_path(FILE *to, const char *const *path, size_t depth) {
    fputc('*', to);
    for (size_t i = 0; i <= depth; i++) fputs(i ? "." : "", to), put_text(to, path[i]);
    fputc('*', to);
}

static void put_record(FILE *to) {
    const char *path[8] = { NULL };
    for (size_t i = 0; i < shape_count(); i++) {
        const shape_node *n = shape_get(i);
        if (n->depth >= sizeof path / sizeof *path) continue;
        path[n->depth] = n->key;
        put_path(to, path, n->depth);
        fputs("\n\t", to);
        if (n->kind == SHAPE_VALUE) put_value(to, n);
        else if (n->kind == SHAPE_LIST) fputs("list of objects: ", to), put_text(to, schema_get(n->table)->means);
        else fputs(n->kind == SHAPE_MAYBE ? "object, or null: " : "object: ", to), put_text(to, n->means);
        fputs("\n\n", to);
    }
}

static void put_lines(FILE *to, FILE *from) {
    for (int c; (c = getc(from)) != EOF;) putc(c, to);
    putc('\n', to);
}

void page_of_command(FILE *to, const command *c, FILE *more) {
    char name[64];
    snprintf(name, sizeof name, "petik-%s", c->name);
    put_head(to, name, 1);
    fprintf(to, "# NAME\n\n%s - ", name);
    put_text(to, c->summary);
    fprintf(to, "\n\n# SYNOPSIS\n\n*petik %s* [_OPTION_]... ", c->name);
    put_usage(to, c->usage);
    fputs("\n\n# DESCRIPTION\n\n*petik ", to);
    fputs(c->name, to);
    fputs("*: ", to);
    put_text(to, c->summary);
    fputs(".\n\n", to);
    put_rest(to, c->examples);
    if (more) put_lines(to, more);
    put_options(to, c->mask);
    put_examples(to, c->examples);
    fputs("# EXIT STATUS\n\nAs *petik*(1) says.\n\n# SEE ALSO\n\n*petik*(1), *petik-records*(5), *petik-rules*(5)\n", to);
}

static const struct {
    const char *name;
    void (*put)(FILE *to);
} PARTS[] = { { "@commands", put_commands }, { "@statuses", put_statuses }, { "@kinds", put_kinds }, { "@record", put_record } };

static int put_part(FILE *to, const char *name) {
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        if (strcmp(PARTS[i].name, name) != 0) continue;
        PARTS[i].put(to);
        return 0;
    }
    fprintf(stderr, "petik-manual: there is no %s\n", name);
    return -1;
}

int page_of_template(FILE *to, FILE *from) {
    char line[1024];
    int status = 0;
    while (status == 0 && fgets(line, sizeof line, from)) {
        char *version = strstr(line, "@version");
        if (version) {
            fprintf(to, "%.*s%s%s", (int)(version - line), line, petik_version(), version + strlen("@version"));
        } else if (line[0] == '@') {
            line[strcspn(line, "\n")] = 0;
            status = put_part(to, line);
        } else {
            fputs(line, to);
        }
    }
    return status;
}
