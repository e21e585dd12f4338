/* SPDX-License-Identifier: MIT */
/* Parts of addresses, as far as they are needed. Nothing is decoded. */
#ifndef PETIK_BASE_ADDRESS_H
#define PETIK_BASE_ADDRESS_H

#include "base/str.h"

/* Keys that lead to a further page of an article: "page=", "halaman=", "hal="; ends with NULL. */
extern const char *const ADDRESS_PAGE_KEYS[];

/* Whether it has a scheme and a host. */
bool address_is_whole(str address);
/* Whether a link can lead there: http or https, a host, no white space or control characters. */
bool address_is_web(str address);
/* Scheme and host of a whole address, without a slash; "" of others. */
str address_origin(str address);
/* The host without "www."; "" when there is none. */
str address_host(str address);
/* The path, without what follows it and without a slash at its end; an address that is only a path is one. */
str address_path(str address);
/* Which page of an article it leads to by its query; 0: all pages in one; -1: it does not say. */
long address_page(str address);
/* The length of "2" or "all" at the start; 0: neither. */
size_t address_page_value(str s);

#endif
