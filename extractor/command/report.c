/* SPDX-License-Identifier: MIT */
/* petik report: static pages of a store. */
#include "command/command.h"
#include "command/interrupt.h"
#include "report/newsroom.h"

static int exit_of(int status) {
    switch (status) {
    case 0: return EXIT_DONE;
    case ERROR_BUSY: return EXIT_TRY_LATER;
    default: return EXIT_OUTPUT;
    }
}

int report_main(const options *o) {
    error e = { 0 };
    sqlite3 *db;
    newsroom_options n = { o->value[OPTION_ENGLISH] ? LANGUAGE_ENGLISH : LANGUAGE_INDONESIAN, petik_version(), interrupt_flag() };
    if (o->operand_count) return usage_error("report reads a store, not %s; see \"petik report --help\"", o->operands[0]);
    if (!o->value[OPTION_DB]) return usage_error("report needs --db FILE, a store that petik extract --db has written");
    if (!o->value[OPTION_FOLDER]) return usage_error("report needs -o DIR, the folder to write");
    interrupt_catch();
    int status = store_open(&db, o->value[OPTION_DB], STORE_READ, &e);
    if (status == 0) {
        status = newsroom_write(db, o->value[OPTION_FOLDER], &n, &e);
        sqlite3_close(db);
    }
    if (status < 0) fprintf(stderr, "petik: %s\n", e.text);
    return status > 0 ? interrupt_status() : exit_of(status);
}
