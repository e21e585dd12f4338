/* SPDX-License-Identifier: MIT */
/* extractor/fetch/guard: where nothing fetched may lead. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

#include <cmocka.h>

#include "fetch/guard.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *refusal(const guard *g, const char *text) {
    struct sockaddr_in v4 = { .sin_family = AF_INET };
    struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };
    if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) return guard_refuses(g, (struct sockaddr *)&v4, sizeof v4);
    if (inet_pton(AF_INET6, text, &v6.sin6_addr) != 1) fail_msg("%s is no address", text);
    return guard_refuses(g, (struct sockaddr *)&v6, sizeof v6);
}

static void special_addresses_are_refused(void **state) {
    static const struct {
        const char *address, *reason;
    } CASES[] = {
        { "127.0.0.1", "a loopback address" },
        { "127.255.255.254", "a loopback address" },
        { "10.0.0.1", "a private address" },
        { "172.16.0.1", "a private address" },
        { "172.31.255.255", "a private address" },
        { "192.168.1.1", "a private address" },
        { "169.254.1.1", "a link-local address" },
        { "169.254.169.254", "a metadata address" },
        { "169.254.170.2", "a metadata address" },
        { "100.100.100.200", "a metadata address" },
        { "100.64.0.1", "a shared address" },
        { "100.127.255.255", "a shared address" },
        { "0.0.0.0", "an address of this network" },
        { "0.1.2.3", "an address of this network" },
        { "192.0.0.8", "an address of protocols" },
        { "192.0.2.1", "a documentation address" },
        { "198.51.100.7", "a documentation address" },
        { "203.0.113.7", "a documentation address" },
        { "192.88.99.1", "a reserved address" },
        { "198.19.255.255", "a benchmarking address" },
        { "224.0.0.1", "a multicast address" },
        { "239.255.255.255", "a multicast address" },
        { "240.0.0.1", "a reserved address" },
        { "255.255.255.255", "the broadcast address" },
        { "::", "an address of this network" },
        { "::1", "a loopback address" },
        { "::7f00:1", "a reserved address" },
        { "::ffff:127.0.0.1", "a loopback address" },
        { "::ffff:169.254.169.254", "a metadata address" },
        { "::ffff:0:127.0.0.1", "a reserved address" },
        { "64:ff9b::10.0.0.1", "a private address" },
        { "64:ff9b:1::8.8.8.8", "a private address" },
        { "100::1", "an address to discard" },
        { "2002:7f00:1::", "a loopback address" },
        { "2002:c0a8:101::1", "a private address" },
        { "2001:0:7f00:1::8080:8080", "a loopback address" },     /* Teredo, of a server that is this machine */
        { "2001:0:808:808::80ff:fffe", "a loopback address" },    /* of a client that is */
        { "2001:0:808:808::3f57:fefe", "a private address" },     /* 192.168.1.1 */
        { "2001:2::1", "a benchmarking address" },
        { "2001:10::1", "a reserved address" },
        { "2001:1::4", "an address of protocols" },
        { "2001:db8::1", "a documentation address" },
        { "3fff:fff::1", "a documentation address" },
        { "5f00::1", "an address of protocols" },
        { "fc00::1", "a private address" },
        { "fdff::1", "a private address" },
        { "fd00:ec2::254", "a metadata address" },
        { "fe80::1", "a link-local address" },
        { "febf::1", "a link-local address" },
        { "fec0::1", "a site-local address" },
        { "ff02::1", "a multicast address" },
        { "4000::1", "a reserved address" },
        { "1::1", "a reserved address" },
    };
    (void)state;
    const guard g = { 0 };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const char *reason = refusal(&g, CASES[i].address);
        if (!reason || strcmp(reason, CASES[i].reason) != 0)
            fail_msg("%s is %s, not %s", CASES[i].address, reason ? reason : "allowed", CASES[i].reason);
    }
}

static void public_addresses_are_not(void **state) {
    static const char *const CASES[] = {
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.1",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.0.9", "192.0.0.10", "192.0.1.0",
        "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "103.10.105.1",
        "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:0:808:808::f7f7:f7f7", "2001:4860:4860::8888", "2400:cb00::1",
        "2001:1::1", "2001:4:112::1", "2001:20::1", "2001:200::1", "2001:db9::1", "3ffe::1", "3fff:1000::1",
    };
    (void)state;
    const guard g = { 0 };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const char *reason = refusal(&g, CASES[i]);
        if (reason) fail_msg("%s is %s", CASES[i], reason);
    }
}

static void what_is_no_ip_address_is_refused(void **state) {
    (void)state;
    const guard g = { .all = true };
    struct sockaddr_un local = { .sun_family = AF_UNIX };
    struct sockaddr_in6 v6 = { .sin6_family = AF_INET6 };
    assert_string_equal(guard_refuses(&g, (struct sockaddr *)&local, sizeof local), "no IP address");
    assert_string_equal(guard_refuses(&g, (struct sockaddr *)&v6, sizeof v6 - 1), "no IP address");
    assert_string_equal(guard_refuses(&g, (struct sockaddr *)&v6, 0), "no IP address");
}

static void networks_are_allowed(void **state) {
    (void)state;
    arena a = { 0 };
    error e = { 0 };
    guard g = { 0 };
    assert_int_equal(guard_allow(&g, &a, STR("127.0.0.1, 10.1.0.0/16 ::1\tfd00:1::/33,,"), &e), 0);
    assert_int_equal(g.networks.n, 4);
    assert_null(refusal(&g, "127.0.0.1"));
    assert_null(refusal(&g, "::ffff:127.0.0.1"));
    assert_non_null(refusal(&g, "127.0.0.2"));
    assert_null(refusal(&g, "10.1.255.255"));
    assert_non_null(refusal(&g, "10.2.0.0"));
    assert_null(refusal(&g, "::1"));
    assert_null(refusal(&g, "fd00:1:7fff::"));
    assert_non_null(refusal(&g, "fd00:1:8000::"));
    assert_null(refusal(&g, "8.8.8.8"));
    g.all = true;
    assert_null(refusal(&g, "169.254.169.254"));
    arena_free(&a);
}

static void what_is_no_network_is_told(void **state) {
    static const char *const CASES[] = { "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0", "::/129", "::1/x", "/8", "10.0.0.0/-1",
                                         "0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000:0000" };
    (void)state;
    arena a = { 0 };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        guard g = { 0 };
        error e = { 0 };
        if (guard_allow(&g, &a, str_of(CASES[i]), &e) != ERROR_USAGE) fail_msg("%s", CASES[i]);
    }
    guard g = { 0 };
    error e = { 0 };
    guard_allow(&g, &a, STR("10.0.0.1 rumah"), &e);
    assert_string_equal(e.text, "\"rumah\" is no network: write 127.0.0.1, 10.1.0.0/16 or fd00::/8");
    assert_int_equal(guard_allow(&g, &a, STR_NONE, &e), 0);
    arena_free(&a);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(special_addresses_are_refused),
        cmocka_unit_test(public_addresses_are_not),
        cmocka_unit_test(what_is_no_ip_address_is_refused),
        cmocka_unit_test(networks_are_allowed),
        cmocka_unit_test(what_is_no_network_is_told),
    };
    return cmocka_run_group_tests_name("guard", tests, NULL, NULL);
}
