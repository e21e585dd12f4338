/* SPDX-License-Identifier: MIT */
/* Every limit of the program, with its reason. Sizes are bytes unless the name says otherwise. */
#ifndef PETIK_BASE_LIMITS_H
#define PETIK_BASE_LIMITS_H

enum {
    /* The longest article in 40,000 looked at had 61 KB of text; a page of a site has up to 3 MB of markup. What is
     * larger than this is a dump, not an article, and is refused with a message. */
    LIMIT_ARTICLE = 16 * 1024 * 1024,
    /* One JSON Lines line: an article's text, escaped, and its metadata. */
    LIMIT_LINE = 64 * 1024 * 1024,
    /* One WARC record that is held: a page, the HTTP header before it, and what sending it in chunks adds. */
    LIMIT_RECORD = LIMIT_ARTICLE + 1024 * 1024,
    /* The header of a WARC record or an HTTP response; servers send no more than 16 KB. */
    LIMIT_HEADER = 64 * 1024,
    /* Compressed and compressed again: more than this is no page's. */
    LIMIT_CODINGS = 4,
    /* One article's output line: its text twice over and its records. */
    LIMIT_OUTPUT = 256 * 1024 * 1024,
    /* A rule file or list; the largest shipped one (districts) has 200 KB. */
    LIMIT_RULE_FILE = 8 * 1024 * 1024,
    /* Folders within folders: deeper than this is a loop of links. */
    LIMIT_DEPTH = 64,
    /* A quotation that runs over more paragraphs than this was never closed. */
    LIMIT_QUOTE_PARAGRAPHS = 12,
    /* PCRE2: rules match within a sentence or paragraph; patterns that need more than this are wrong patterns. */
    LIMIT_MATCH_STEPS = 200000,
    LIMIT_MATCH_DEPTH = 2000,
    LIMIT_MATCH_HEAP_KB = 4096,
    LIMIT_JIT_STACK = 1024 * 1024,
    /* A window given in bytes looks no farther than this. */
    LIMIT_WINDOW = 4096,
    /* A clause, with what leads up to it, is sought no farther than this; longer sentences are lists or machine-made. */
    LIMIT_CLAUSE = 3000,
    /* Elements within one another: browsers nest no deeper, and what is deeper becomes a sibling. The parser looks through
     * all that are open for what an end tag closes. */
    LIMIT_NESTING = 512,
    /* Meta elements of a page that are listed, and people that its JSON-LD names; pages have some fifty, and ten. */
    LIMIT_PAGE_FACTS = 1000,
    LIMIT_PAGE_PEOPLE = 50,
    /* One block of JSON-LD: the parser takes up to eighty times its size. A live blog's has some hundred kilobytes. */
    LIMIT_LINKED = 4 * 1024 * 1024,
    /* A title of a page; the longest in 40,000 had 300 bytes. A heading around a whole article is none. */
    LIMIT_TITLE = 2000,
    /* The text of a page's JSON-LD times the units of the page that are sought in it, or the text of a page times the lines
     * of the next; the largest pages have a tenth. */
    LIMIT_PAGE_SEARCH = 1024 * 1024 * 1024,
    /* A run of capitalised words in which body and name of an official are sought; no more than 32 words of it are looked
     * at, and a line all in capitals would be one run. */
    LIMIT_RUN = 1024,
    /* Mentions of one official: an article that names somebody more often is machine-made. */
    LIMIT_MENTIONS = 1000,
    /* People of one article: names beyond it are not told apart any more. */
    LIMIT_PEOPLE = 500,
    /* Records of one kind in one article: beyond it the article is machine-made. */
    LIMIT_RECORDS = 100000,
    /* Milliseconds that the store is waited for while another process writes to it. */
    LIMIT_LOCK_MS = 5000,
    /* A response as it is sent, and undone of its compression: pages of sites have up to 3 MB, sitemaps may have 50 MB. */
    LIMIT_RESPONSE = 10 * 1024 * 1024,
    LIMIT_INFLATED = 50 * 1024 * 1024,
    /* Bodies that are held at a time: where others are as long, a response waits until some of them have been looked at. */
    LIMIT_HELD = 32 * 1024 * 1024,
    /* Redirects of one address (RFC 9110 names no number; browsers take 20, robots.txt at least five). */
    LIMIT_REDIRECTS = 10,
    /* What is read of a robots.txt (RFC 9309 asks for 500 KiB at least). */
    LIMIT_ROBOTS = 512 * 1024,
    /* A line of it; what follows is not looked at (Google's parser cuts there: eight addresses of 2083 bytes). */
    LIMIT_ROBOTS_LINE = 2083 * 8 - 1,
    /* Seconds that a robots.txt can ask for between requests: a week. More is meant as "never", for which there is Disallow. */
    LIMIT_CRAWL_DELAY = 7 * 24 * 3600,
    /* What one listing can lead to: a sitemap has no more than 50,000 addresses. */
    LIMIT_FOUND = 50000,
    /* Elements of a feed or sitemap within one another: they have ten, what they quote of pages some fifty; libxml2 stops at 256. */
    LIMIT_FEED_NESTING = 200,
    /* Elements of one item, which are held together: its own, and those within these (a whole article's in XHTML). */
    LIMIT_FEED_CHILDREN = 10000,
    LIMIT_FEED_ELEMENTS = 2000,
    /* Text that is kept of one of them, and its attributes; whole articles stand in feeds, but only titles, links and dates are read. */
    LIMIT_FEED_TEXT = 64 * 1024,
    LIMIT_FEED_ATTRIBUTES = 32,
    /* An address; longer ones are traps or faults. */
    LIMIT_ADDRESS = 2000,
    /* The longest time that sources.conf can name, in days: ten years. */
    LIMIT_SPAN_DAYS = 3653,
    /* A WARC file is ended beyond this; web archives keep files of 1 GB. */
    LIMIT_ARCHIVE = 1024 * 1024 * 1024,
    /* Requests under way at a time, each to another host. */
    LIMIT_REQUESTS = 32,
    /* Worker threads. */
    LIMIT_WORKERS = 256,
    /* Parts that inputs are divided into: more tasks than a job array has, few enough that sizes times parts fit 64 bits. */
    LIMIT_SHARDS = 1000000
};

#endif
