/* SPDX-License-Identifier: MIT */
#include "base/clock.h"

#include <time.h>

#include "base/calendar.h"

static int64_t milliseconds(clockid_t which) {
    struct timespec t;
    clock_gettime(which, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int64_t clock_steady(void) { return milliseconds(CLOCK_MONOTONIC); }

int64_t clock_wall(void) { return milliseconds(CLOCK_REALTIME); }

void clock_text(char out[CLOCK_TEXT], int64_t seconds) {
    time_t at = (time_t)seconds;
    struct tm t;
    gmtime_r(&at, &t);
    strftime(out, CLOCK_TEXT, "%Y-%m-%dT%H:%M:%SZ", &t);
}

int64_t clock_seconds(str text) {
    calendar_day day = { 0 };
    if (text.n < 19 || !calendar_read(&day, text)) return 0;
    int64_t seconds = (int64_t)calendar_between((calendar_day){ 1970, 1, 1 }, day) * 86400;
    return seconds + calendar_minute(text) * 60 + str_number(str_cut(text, 17, 19));
}
