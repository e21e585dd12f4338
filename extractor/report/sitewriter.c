/* SPDX-License-Identifier: MIT */
#include "report/sitewriter.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/limits.h"

/* Files that wait at most. */
enum { WAITING = 64, LONGEST_NAME = 128 };

typedef struct {
    char name[LONGEST_NAME];
    buf content;
} waiting_file;

/* A ring: the maker of pages owns the slots from first + count on, the thread the one at first. */
struct site_writer {
    int root;
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    waiting_file files[WAITING];
    size_t first, count;
    bool ended;
    int failure; /* errno of the first failure */
};

/* Makes the folders of a name, as mkdir -p. */
static void make_parents(int root, const char *name) {
    char part[LONGEST_NAME];
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/')) {
        snprintf(part, sizeof part, "%.*s", (int)(slash - name), name);
        mkdirat(root, part, 0777); /* what fails here fails again when the file is opened */
    }
}

static bool write_all(int file, str s) {
    while (s.n) {
        ssize_t n = write(file, s.p, s.n);
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) s = str_cut(s, (size_t)n, s.n);
    }
    return true;
}

/* 0 or errno. */
static int write_file(int root, const char *name, str content) {
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    errno = 0;
    int file = openat(root, name, flags, 0666);
    if (file < 0 && errno == ENOENT) {
        make_parents(root, name);
        file = openat(root, name, flags, 0666);
    }
    if (file < 0) return errno;
    int why = write_all(file, content) ? 0 : errno;
    if (close(file) != 0 && !why) why = errno;
    return why;
}

static void *run(void *payload) {
    site_writer *w = payload;
    pthread_mutex_lock(&w->lock);
    for (;;) {
        while (w->count == 0 && !w->ended) pthread_cond_wait(&w->changed, &w->lock);
        if (w->count == 0) break;
        waiting_file *f = &w->files[w->first];
        bool failed = w->failure != 0;
        pthread_mutex_unlock(&w->lock);
        int why = failed ? 0 : write_file(w->root, f->name, buf_str(&f->content));
        pthread_mutex_lock(&w->lock);
        if (why && !w->failure) w->failure = why;
        w->first = (w->first + 1) % WAITING;
        if (w->count-- == WAITING) pthread_cond_signal(&w->changed);
    }
    pthread_mutex_unlock(&w->lock);
    return NULL;
}

site_writer *site_writer_start(int root) {
    site_writer *w = calloc(1, sizeof *w);
    if (!w) return NULL;
    w->root = root;
    for (size_t i = 0; i < WAITING; i++) w->files[i].content = buf_make(LIMIT_OUTPUT);
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->changed, NULL);
    int why = pthread_create(&w->thread, NULL, run, w);
    if (!why) return w;
    pthread_cond_destroy(&w->changed);
    pthread_mutex_destroy(&w->lock);
    free(w);
    errno = why;
    return NULL;
}

int site_writer_add(site_writer *w, const char *name, str content) {
    pthread_mutex_lock(&w->lock);
    while (w->count == WAITING) pthread_cond_wait(&w->changed, &w->lock);
    waiting_file *f = &w->files[(w->first + w->count) % WAITING];
    int why = w->failure;
    pthread_mutex_unlock(&w->lock);
    if (why) return why;
    snprintf(f->name, sizeof f->name, "%s", name);
    buf_clear(&f->content);
    buf_add(&f->content, content);
    if (f->content.full) return ENOMEM;
    pthread_mutex_lock(&w->lock);
    if (w->count++ == 0) pthread_cond_signal(&w->changed);
    pthread_mutex_unlock(&w->lock);
    return 0;
}

int site_writer_end(site_writer *w, const char *path, error *e) {
    if (!w) return 0;
    pthread_mutex_lock(&w->lock);
    w->ended = true;
    pthread_cond_signal(&w->changed);
    pthread_mutex_unlock(&w->lock);
    pthread_join(w->thread, NULL);
    int why = w->failure;
    for (size_t i = 0; i < WAITING; i++) buf_free(&w->files[i].content);
    pthread_cond_destroy(&w->changed);
    pthread_mutex_destroy(&w->lock);
    free(w);
    return why ? error_set(e, ERROR_OUTPUT, "%s: %s", path ? path : "", strerror(why)) : 0;
}
