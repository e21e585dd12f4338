# SPDX-License-Identifier: MIT
"""robots.txt, delays, one request at a time a host and many hosts at once; cookies stay where they are set."""
import os

import faults
from listener import Listener, at_once, gaps
from program import Program, side_by_side, together
from smallhost import SmallHost

JITTER = 0.75  # the least share of a delay that may be kept


def check_delays(tally, petik, folder):
    """The delay of sources.conf, the longer one of robots.txt, two hosts side by side."""
    with SmallHost(4) as near, SmallHost(4, first=100, host="127.0.0.2", robots="User-agent: *\nCrawl-delay: 1\n") as far:
        program = Program(petik, folder).write({"dekat": {"feed": near.feed, "delay": "600ms"}, "jauh": {"feed": far.feed, "delay": "100ms"}})
        done = program.run("-j", "2")
        spans = [(h.requests()[0].time, h.requests()[-1].time) for h in (near, far) if h.requests()]
        together(tally, "a run with delays", (done.status == 0 and not done.err, done), (len(program.stored()) == 8, len(program.stored())))
        for host, delay, what in ((near, 0.6, "delay"), (far, 1.0, "Crawl-delay")):
            found = gaps(r for r in host.requests() if r.path != "/robots.txt")
            together(tally, f"{what} is kept", (found and min(found) >= delay * JITTER, found), (found and max(found) < delay * 2 + 1, found), (at_once(host.requests()) == 1, "several at once"))
        together(tally, "two hosts are asked side by side", (len(spans) == 2 and spans[0][0] < spans[1][1] and spans[1][0] < spans[0][1], spans), (done.seconds < 9, done.seconds))


def check_one_host(tally, petik, folder):
    """Two sources on one host share its delay and its robots.txt."""
    with SmallHost(3) as host:
        host.pages["/feed2"] = host.pages["/feed"]
        extra = host.add(None, 9100)
        program = Program(petik, folder).write({"satu": {"feed": host.root + "/feed2", "delay": "300ms"}, "dua": {"feed": host.feed, "delay": "300ms"}})
        done = program.run()
        found = gaps(r for r in host.requests() if r.path != "/robots.txt")
        together(tally, "two sources of one host take turns", (done.status == 0 and not done.err, done), (found and min(found) >= 0.3 * JITTER, found),
                 (at_once(host.requests()) == 1, "several at once"), (len(host.asked("/robots.txt")) == 1, host.requests()),
                 (sorted(program.stored()) == sorted([*host.addresses(), extra]), program.stored()),
                 (all(len(host.asked(s.path)) == 1 for s in host.stories), host.requests()))


def check_robots(tally, petik, folder):
    """What robots.txt forbids is not asked for; it is asked first, and not again in the next run."""
    with SmallHost(4) as host:
        path = host.stories[1].path
        host.pages["/robots.txt"] = f"User-agent: *\nDisallow: {path[:-3]}*$\nAllow: {host.stories[2].path}\nDisallow: /rahasia\n"
        host.pages["/lewat"] = faults.redirect("/rahasia/1")
        host.pages["/rahasia/1"] = host.page_of(host.stories[3])
        led = host.add(faults.redirect("/rahasia/1"), 9000)
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.run()
        asked = [r.path for r in host.requests()]
        wanted = [a for a in host.addresses() if a != host.root + path]
        together(tally, "robots.txt is obeyed, also behind redirects", (asked and asked[0] == "/robots.txt", asked), (path not in asked, asked), ("/rahasia/1" not in asked, asked),
                 (program.stored() == wanted, program.stored()), (led in done.err or done.status == 0, done), (done.status in (0, 1), done))
        program.run()
        tally.check(len(host.asked("/robots.txt")) == 1 and not host.asked(path), "robots.txt is kept for the next run", host.requests())


def check_cookies(tally, petik, folder):
    """A cookie that a host sets comes back to it, and never to another, whatever domain it claims."""
    with SmallHost(3) as host, SmallHost(3, first=100, host="127.0.0.2") as other:
        feed = host.pages["/feed"]
        lines = ("Set-Cookie: sesi=abc; Path=/", "Set-Cookie: luas=1; Domain=127.0.0.2; Path=/", "Set-Cookie: semua=1; Domain=example; Path=/")
        host.pages["/feed"] = lambda c, _: c.reply(200, feed, *lines, kind="application/rss+xml")
        wall = host.page_of(host.stories[2])

        def walled(c, request):
            """As sites do that set a cookie by a redirect to themselves."""
            if "izin=1" in request.headers.get("cookie", ""):
                return c.reply(200, wall)
            return c.reply(302, "", f"Location: {host.stories[2].path}", "Set-Cookie: izin=1; Path=/")
        host.pages[host.stories[2].path] = walled
        other.pages[other.stories[0].path] = faults.redirect(host.root + host.stories[0].path)
        program = Program(petik, folder).write({"satu": {"feed": host.feed}, "dua": {"feed": other.feed}})
        done = program.run()
        seen = {r.path: r.headers.get("cookie", "") for r in host.requests()}
        together(tally, "cookies come back to their host alone", (set(host.addresses()) <= set(program.stored()), done),
                 ("sesi=abc" in seen.get(host.stories[1].path, ""), seen), (not any("cookie" in r.headers for r in other.requests()), [r.headers for r in other.requests()]),
                 (not any("luas" in v or "semua" in v for v in seen.values()), seen))


def check_headers(tally, petik, folder):
    """Requests say what they want, and give away nothing: no Referer to other hosts, no name or password."""
    with SmallHost(2) as host:
        Program(petik, folder).write({"desa": {"feed": host.feed}}).run()
        tally.check(0 < host.connections <= 2, "connections are used again", f"{host.connections} connections for {len(host.requests())} requests")
        for request in host.requests():
            together(tally, f"headers for {request.path[:30]}", (request.method == "GET", request), (request.headers.get("host") == f"{host.host}:{host.port}", request.headers),
                     ("authorization" not in request.headers and "proxy-authorization" not in request.headers, request.headers),
                     ("accept" in request.headers, request.headers))


def check_many(tally, petik, folder):
    """Hosts that say nothing cost their own time, together and not one after the other."""
    silent = [Listener(lambda c, _: c.hold(), f"127.0.1.{i + 1}") for i in range(12)]
    with SmallHost(6) as host:
        sources = {f"diam{i}": {"feed": s.root + "/feed"} for i, s in enumerate(silent)}
        program = Program(petik, folder).write({**sources, "desa": {"feed": host.feed, "delay": "50ms"}})
        done = program.run()
        together(tally, "twelve hosts that say nothing beside a good one", (done.status == 1, done), (program.stored() == host.addresses(), program.stored()),
                 (done.seconds < 10, done.seconds), (all(s.root in done.err for s in silent), done), (len(done.err.splitlines()) <= 24, done),
                 (host.requests() and host.requests()[-1].time - host.requests()[0].time < 2.5, "the good host had to wait"))
    for s in silent:
        s.close()


def check_elsewhere(tally, petik, folder):
    """A feed whose articles are on another host: that host's robots.txt and delay count there."""
    with SmallHost(3) as host, SmallHost(4, first=100, host="127.0.0.2") as other:
        other.pages["/robots.txt"] = f"User-agent: *\nCrawl-delay: 0.5\nDisallow: {other.stories[1].path}\n"
        host.pages["/feed"] = other.pages["/feed"]
        program = Program(petik, folder).write({"desa": {"feed": host.feed, "follow": f"{other.root}/*"}})
        done = program.run()
        found = gaps(r for r in other.requests() if r.path != "/robots.txt")
        wanted = [a for a in other.addresses() if a != other.root + other.stories[1].path]
        together(tally, "articles on another host than their feed", (done.status == 0, done), (program.stored() == wanted, program.stored()),
                 (other.requests() and other.requests()[0].path == "/robots.txt", other.requests()), (found and min(found) >= 0.5 * JITTER, found))


def check_proxies(tally, petik, folder):
    """A proxy of the surroundings would reach what the guard refuses: what is asked of it is none of ours."""
    with SmallHost(2) as host, Listener(lambda c, _: c.reply(502, "")) as proxy:
        program = Program(petik, folder).write({"desa": {"feed": host.feed}})
        done = program.finish(program.start(http_proxy=proxy.root, all_proxy=proxy.root, HTTPS_PROXY=proxy.root))
        together(tally, "no proxy is taken out of the surroundings", (proxy.connections == 0, proxy.requests()), (done.status == 0, done))


def check(tally, petik, folder, _venv):
    side_by_side(tally, (check_delays, check_one_host, check_robots, check_cookies, check_headers, check_many, check_elsewhere, check_proxies), petik, folder)
