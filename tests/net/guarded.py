# SPDX-License-Identifier: MIT
"""Nothing that is fetched leads the program to addresses of private networks: it refuses before it connects.

The sources are on 127.0.0.2, which alone is allowed; listeners on the rest of loopback count who comes. Addresses beyond loopback are tried last, when
the guard has shown that it refuses."""
import os
import socket

import faults
import listings
from listener import Listener
from program import Program, together
from smallhost import SmallHost

ALLOWED = "127.0.0.2/32"
BEYOND = ["http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://192.168.1.1/", "http://172.16.0.1/", "http://100.64.0.1/", "http://[fe80::1]/",
          "http://[fd00::1]/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[64:ff9b::a00:1]/", "http://[2002:a00:1::]/"]


def has_ipv6():
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
        return True
    except OSError:
        return False


def traps_of(port, six):
    """Spellings of loopback with this port."""
    names = ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.0.0.1", "0177.0.0.1", "0.0.0.0", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::]"]
    return [f"http://{name}:{port}/rahasia" for name in names] + ([f"http://[::1]:{six.port}/rahasia"] if six else [])


def run_guarded(petik, folder, targets, direct):
    """Pages that redirect to the targets, or a feed that leads to them; (done, host, addresses of the pages, store's addresses)."""
    with SmallHost(3, host="127.0.0.2") as host:
        if direct:
            items = "".join(f"<item><title>Berita {i}</title><link>{t}berita-desa-{1000 + i}</link></item>" for i, t in enumerate(targets))
            host.pages["/feed"] = listings.rss(host.stories, host.root).replace("</channel>", items + "</channel>")
            addresses = [f"{t}berita-desa-{1000 + i}" for i, t in enumerate(targets)]
        else:
            addresses = [host.add(faults.redirect(t), 9000 + i) for i, t in enumerate(targets)]
        program = Program(petik, folder).write({"desa": {"feed": host.feed, "follow": ["http://*", "https://*"]}})
        done = program.run(allow=ALLOWED)
        return done, sorted(host.addresses()), addresses, program.stored()


def check_targets(tally, petik, folder, what, targets, traps):
    """A few targets at a time, for of many that are alike not all are told. Whether all were refused. No spelling may be one that a name server is asked
    for."""
    for direct in (False, True):
        for k in range(0, len(targets), 6):
            name = f"{what}, {'in a feed' if direct else 'by redirects'}, {k}"
            done, good, addresses, stored = run_guarded(petik, os.path.join(folder, name), targets[k:k + 6], direct)
            lines = done.err.splitlines()
            together(tally, f"{name}: refused", (done.status == 1, done), (all(t.connections == 0 for t in traps), [(t.host, t.requests()) for t in traps]),
                     (0 < len(lines) <= len(addresses), done),
                     (all("address" in line or "network" in line for line in lines), done),
                     (stored == good, f"{stored}\n{done}"), (done.seconds < 15, done.seconds))
            if any(t.connections for t in traps) or stored != good:
                return False
    return True


def check_source(tally, petik, folder, trap):
    """An address of sources.conf is refused no less; --allow-private allows it."""
    program = Program(petik, folder).write({"desa": {"feed": trap.root + "/feed"}})
    for allow in (None, ALLOWED):
        done = program.run(allow=allow)
        together(tally, f"a source on loopback, allowed {allow}", (done.status == 75, done), (done.says(trap.root + "/feed", "loopback"), done), (trap.connections == 0, trap.requests()))
    with SmallHost(2) as host:
        program = Program(petik, folder + "-all").write({"desa": {"feed": host.feed}})
        done = program.run("--allow-private", allow=None)
        tally.check(done.status == 0 and program.stored() == host.addresses(), "--allow-private", done)


def check_six(tally, petik, folder):
    """A source on ::1, when that is allowed."""
    with SmallHost(2, host="::1") as host:
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.run(allow="::1")
        tally.check(done.status == 0 and program.stored() == host.addresses(), "a source over IPv6", done)


def check_listings(tally, petik, folder, trap):
    """Sitemaps of an index, Sitemap lines of robots.txt and --health-url are no way around it."""
    with SmallHost(2, host="127.0.0.2") as host:
        host.pages["/sitemap.xml"] = (f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{trap.root}/sitemap-1.xml</loc></sitemap>'
                                      f"<sitemap><loc>{host.root}/sitemap-2.xml</loc></sitemap></sitemapindex>")
        host.pages["/sitemap-2.xml"] = listings.sitemap(host.stories, host.root)
        program = Program(petik, folder).write({"desa": {"sitemap": host.root + "/sitemap.xml"}})
        done = program.run(allow=ALLOWED)
        together(tally, "a sitemap on loopback in an index", (done.status == 1, done), (trap.connections == 0, trap.requests()), (trap.root in done.err, done),
                 (program.stored() == host.addresses(), done))


def check(tally, petik, folder, _venv):
    with Listener(lambda c, _: c.reply(200, faults.PAGE)) as trap:
        six = Listener(lambda c, _: c.reply(200, faults.PAGE), "::1") if has_ipv6() else None
        traps = [t for t in (trap, six) if t]
        if six:
            check_six(tally, petik, os.path.join(folder, "six"))
        check_source(tally, petik, os.path.join(folder, "source"), trap)
        check_listings(tally, petik, os.path.join(folder, "listings"), trap)
        if check_targets(tally, petik, folder, "loopback", traps_of(trap.port, six), traps):
            check_targets(tally, petik, folder, "beyond", BEYOND, traps)
        else:
            tally.skip("private networks: the guard let somebody into loopback")
        for t in traps:
            t.close()
