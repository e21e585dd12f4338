#include "library/inputof.h"

petik_input input_of(article *a, const char *published) {
    petik_part *more = arena_alloc(&a->home, a->more.n * sizeof *more + 1);
    for (size_t i = 0; i < a->more.n; i++) more[i] = (petik_part){ a->more.items[i].p, a->more.items[i].n };
    return (petik_input){ .bytes = a->bytes.p,
                          .length = a->bytes.n,
                          .source = a->source,
                          .url = a->url,
                          .title = a->title,
                          .published = a->published,
                          .published_from = a->listed && !a->published ? "feed" : NULL,
                          .published_else = a->listed ? a->listed : published,
                          .fetched = a->fetched,
                          .publisher = a->publisher,
                          .charset = a->charset,
                          .more = more,
                          .more_count = a->more.n };
}
