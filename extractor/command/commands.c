/* SPDX-License-Identifier: MIT */
/* The subcommands, and how all of them end. */
#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "command/command.h"

static const command COMMANDS[] = {
    { "extract", "[FILE|DIR|-]...", "read articles and write their records as JSON Lines",
      "  petik extract articles/ > records.jsonl           every article of a folder, sorted by path\n"
      "  petik extract -j 0 -o records.jsonl dump.jsonl.gz all processors; the file appears when all is done\n"
      "  zcat dump.jsonl.gz | petik extract | petik show   standard input; a summary to read\n"
      "  petik extract --published 2024-10-15 berita.txt   dates without a year are counted from this day\n"
      "  petik extract -s crawl.warc.gz > records.jsonl    the pages of a web archive\n"
      "  petik extract --shard 3/16 archive/ > 03.jsonl    the third of sixteen parts\n\n"
      "Reads plain text, HTML, JSON Lines with the keys id, url, title, text (or html), published, publisher and\n"
      "fetched, and WARC files, each also gzipped; in folders the files that end in .txt .html .htm .jsonl .ndjson\n"
      ".json .warc.\n\n"
      "--shard divides the bytes of all files: at lines of JSON Lines, at records of WARC files, else between files (as in JSON\n"
      "Lines that are gzipped). What comes before the part in its first file is read as well, for line numbers and names. Each\n"
      "part needs a store (--db), a report and files of its own.\n",
      extract_main, OPTION_FOR_EXTRACT },
    { "run", "SOURCES.CONF", "collect news sites: fetch, archive, extract and store what is new",
      "  petik run sources.conf                          what sources.conf says, into news.db and archive/ beside it\n"
      "  petik run --dry-run sources.conf                which pages would be fetched\n"
      "  petik run --since 2026-11-20 --limit 50 -s sources.conf\n"
      "                                                  a first look, with a summary of each source\n"
      "  17 1 * * * cd news && petik run sources.conf     in a crontab: silent unless something is wrong\n\n"
      "What the store knows is not fetched again; a run that was cut off is gone on with. \"petik sources\" writes sources.conf.\n",
      run_main, OPTION_FOR_RUN },
    { "fetch", "SOURCES.CONF", "collect news sites, but only archive what is new",
      "  petik fetch sources.conf                        as petik run does, without records\n"
      "  petik extract --db news.db archive/             then, or elsewhere, read the archive\n",
      fetch_main, OPTION_FOR_FETCH },
    { "rules", "check|list|explain [FILE|DIR|-]...", "check the rules, list them, or see why they found what they did",
      "  petik rules check                       run every sample of every rule\n"
      "  petik rules check --rules my-rules      the same for rules of one's own\n"
      "  petik rules list | grep statement       what there is, where it stands and why\n"
      "  petik rules explain article.txt         each record's rule; how speakers were found\n",
      rules_main, OPTION_FOR_RULES },
    { "said", "[WHO]...", "what somebody said: a name, an office, an institution or a region's code",
      "  petik said Pj Wali Kota Kediri -d news.db           whoever held it, in the order of days\n"
      "  petik said Zanariah --about 'netral*' -d news.db    only where words stand; \"in a row\" with marks\n"
      "  petik said 35.71 --since 2024-09 --csv -d news.db   all who hold an office in a region\n",
      said_main, OPTION_FOR_SAID },
    { "points", "[WHO]...", "what was pledged, asked, obliged or forbidden, and by whom",
      "  petik points --topic neutrality -d news.db          of a topic, whoever declared them\n"
      "  petik points Bawaslu Kota Kediri --force appeal -d news.db\n",
      points_main, OPTION_FOR_POINTS },
    { "officials", "[OFFICE]...", "who held an office when, and the articles that show it",
      "  petik officials Wali Kota Kediri -d news.db         Pj, Plt and elected in one line of time\n"
      "  petik officials Zanariah -d news.db                 the offices of a person\n",
      officials_main, OPTION_FOR_OFFICIALS },
    { "persons", "[NAME]...", "who is taken for one person over articles, and why; and decisions against that",
      "  petik persons --several -d news.db                  persons with several names or offices\n"
      "  petik persons --overrule decided.txt -d news.db     same or apart, name, office, name, office, with tabs\n",
      persons_main, OPTION_FOR_PERSONS },
    { "show", "[FILE|-]...", "a summary to read of what petik extract wrote",
      "  petik extract articles/ | petik show    who said how much, which dates, which points\n"
      "  petik show records.jsonl | less\n",
      show_main, OPTION_FOR_SHOW },
    { "score", "GOLD PREDICTED", "compare records with those that people wrote",
      "  petik score gold.jsonl records.jsonl    precision, recall and F1 of each kind of record\n",
      score_main, OPTION_FOR_SCORE },
    { "export", "--db FILE", "what a store holds, as CSV, JSON Lines or Web Annotations",
      "  petik export --db news.db --csv tables          a CSV file (RFC 4180) of each table, and datapackage.json\n"
      "  petik export --db news.db --csv tables --csv-safe\n"
      "                                                  the same, to be opened in a spreadsheet\n"
      "  petik export --db news.db --jsonl | petik show  the records as petik extract wrote them\n"
      "  petik export --db news.db --annotations -o annotations.jsonl\n"
      "                                                  every passage as a W3C Web Annotation\n\n"
      "Of an article that was read more than once the newest version is written.\n",
      export_main, OPTION_FOR_EXPORT },
    { "schema", "[markdown|json-schema|datapackage|datasette]", "what tables, columns and records are, for people and programs",
      "  petik schema > codebook.md                      every table, view and column, to read\n"
      "  petik schema json-schema > petik.schema.json    JSON Schema of the lines that petik extract writes\n"
      "  petik schema datapackage                        Frictionless data package of the files of petik export --csv\n"
      "  petik schema datasette --db news.db > metadata.json\n"
      "  datasette news.db -m metadata.json              titles, descriptions, units and questions for Datasette\n\n"
      "--db is only asked what the database is called (default: news.db); it need not be there.\n",
      schema_main, OPTION_FOR_SCHEMA },
    { "report", "--db FILE -o DIR", "static pages of a store: officials, statements, articles with the records marked",
      "  petik extract --db news.db articles/             fill a store\n"
      "  petik report --db news.db -o report              then open report/index.html; no server is needed\n"
      "  petik report --db news.db -o report --english    the interface in English\n\n"
      "DIR appears when all is done. A report that stood there is replaced; a folder with other files is left alone.\n",
      report_main, OPTION_FOR_REPORT },
    { "sources", "add|check|read URL|FILE...", "write and check sources.conf, and see what a feed, a sitemap or a page leads to",
      "  petik sources add https://warta.example >>sources.conf\n"
      "                                                   try a site's feeds and sitemaps; look at the block that it writes\n"
      "  petik sources check sources.conf                 the place of the first fault\n"
      "  petik sources read rss.xml                       addresses, days and titles of a feed's items\n"
      "  petik sources read sitemap.xml.gz --json         the same as JSON Lines\n"
      "  petik sources read beranda.html --base https://warta.example/\n"
      "                                                   the feeds that a page names, and its links\n",
      sources_main, OPTION_FOR_SOURCES },
};

const command *command_get(size_t i) { return i < sizeof COMMANDS / sizeof *COMMANDS ? &COMMANDS[i] : NULL; }

const command *command_find(const char *name) {
    for (size_t i = 0; command_get(i); i++)
        if (strcmp(COMMANDS[i].name, name) == 0) return &COMMANDS[i];
    return NULL;
}

int usage_error(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("petik: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return EXIT_USAGE;
}

int finish_stdout(void) {
    errno = 0;
    bool failed = fflush(stdout) != 0 || ferror(stdout);
    if (failed && errno != EPIPE) fprintf(stderr, "petik: standard output: %s\n", strerror(errno ? errno : EIO));
    return failed ? EXIT_OUTPUT : EXIT_DONE;
}
