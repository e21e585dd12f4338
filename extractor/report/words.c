/* SPDX-License-Identifier: MIT */
#include "report/words.h"

#include "base/calendar.h"
#include "report/html.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const char *const WORDS[WORD_COUNT][LANGUAGE_COUNT] = {
    [WORD_ABOUT] = { "Apa, kapan, seberapa banyak", "What, when, how much" },
    [WORD_ADDRESSEES] = { "Ditujukan kepada", "Addressed to" },
    [WORD_ALL] = { "Semua", "All" },
    [WORD_ALSO_IN] = { "Juga dimuat di", "Also in" },
    [WORD_ARTICLE] = { "Artikel", "Article" },
    [WORD_ARTICLES] = { "Artikel", "Articles" },
    [WORD_ARTICLES_LEAD] = {
      "Semua artikel menurut bulan terbit, yang terbaru lebih dulu.",
      "All articles by month of publication, the newest first." },
    [WORD_CLEAR] = { "Kosongkan saringan", "Clear filters" },
    [WORD_CONFLICT] = { "hari yang tercetak bukan hari pada tanggal itu", "the printed weekday is not that day's" },
    [WORD_CUE] = { "Kata pengantar", "Reporting words" },
    [WORD_DATE] = { "Tanggal", "Date" },
    [WORD_DATES] = { "Tanggal", "Dates" },
    [WORD_DECLARED_BY] = { "Dinyatakan oleh", "Declared by" },
    [WORD_DEGREES] = { "Gelar", "Degrees" },
    [WORD_EVENT] = { "Peristiwa", "Event" },
    [WORD_EVENTS] = { "Peristiwa", "Events" },
    [WORD_FAILED] = { "Data pencarian tidak dapat dimuat:", "The data of the search cannot be loaded:" },
    [WORD_FIGURES] = { "Angka dalam tabel", "The figures as a table" },
    [WORD_FILE] = { "Berkas", "File" },
    [WORD_FILTERS] = { "Cari dan saring", "Search and filter" },
    [WORD_FIRST_SEEN] = { "Pertama terlihat", "First seen" },
    [WORD_FOUND_BY] = { "Ditemukan lewat", "Found by" },
    [WORD_FROM_DAY] = { "Terbit dari tanggal", "Published from" },
    [WORD_HOW_TO_READ] = { "Cara membaca laporan ini", "How to read this report" },
    [WORD_HOW_TO_READ_TEXT] = {
      "Catatan diambil oleh program menurut aturan tertulis, bukan oleh orang. Setiap catatan menunjuk tempatnya dalam "
      "artikel dan aturan yang menemukannya. Bacalah kalimatnya sebelum mengutip.",
      "The records were taken by a program that follows written rules, not by people. Each names its place in the article and "
      "the rule that found it. Read the passage before you quote it." },
    [WORD_IDENTITY] = { "Orang yang sama", "Same person" },
    [WORD_IN_LIST] = { "Nomor dalam daftar", "Number in the list" },
    [WORD_INSTITUTION] = { "Lembaga", "Institution" },
    [WORD_INSTITUTIONS] = { "Lembaga", "Institutions" },
    [WORD_ISSUER] = { "Penerbit aturan", "Issued by" },
    [WORD_KIND] = { "Jenis", "Kind" },
    [WORD_LAST_SEEN] = { "Terakhir terlihat", "Last seen" },
    [WORD_LEADER] = { "Dipimpin oleh", "Led by" },
    [WORD_MARKS] = { "Tanda dalam teks", "Marks in the text" },
    [WORD_MONTH] = { "Bulan", "Month" },
    [WORD_NAVIGATION] = { "Halaman", "Pages" },
    [WORD_NEXT] = { "Berikutnya", "Next" },
    [WORD_NO_ARTICLES] = { "Tidak ada artikel.", "There are no articles." },
    [WORD_NO_RESULTS] = { "Tidak ada yang ditemukan.", "Nothing was found." },
    [WORD_NO_SPEAKER] = { "Tanpa nama pembicara", "Nobody named" },
    [WORD_NO_TITLE] = { "Artikel tanpa judul", "Article without a title" },
    [WORD_NONE] = { "Tidak ada.", "None." },
    [WORD_NUMBER] = { "Nomor", "Number" },
    [WORD_OFFICE] = { "Jabatan", "Office" },
    [WORD_OFFICIAL] = { "Pejabat", "Official" },
    [WORD_OFFICIAL_HINT] = { "Ketik nama atau jabatan, lalu pilih dari daftar.", "Type a name or an office, then choose from the list." },
    [WORD_OFFICIALS] = { "Pejabat", "Officials" },
    [WORD_OFFICIALS_LEAD] = { "Semua pejabat menurut abjad.", "All officials in alphabetical order." },
    [WORD_OPEN] = { "tidak pasti", "open" },
    [WORD_ORGANISER] = { "Penyelenggara", "Organiser" },
    [WORD_ORIGINAL] = { "Artikel asli", "Original article" },
    [WORD_OTHER] = { "Lainnya", "Other" },
    [WORD_OUTLET] = { "Media", "Outlet" },
    [WORD_OUTLETS] = { "Media", "Outlets" },
    [WORD_PAGE] = { "Halaman", "Page" },
    [WORD_PAGES] = { "Halaman daftar", "Pages of the list" },
    [WORD_PARTICIPANTS] = { "Peserta", "Participants" },
    [WORD_PASSAGE] = { "Kalimat dalam artikel asli", "Passage in the original" },
    [WORD_PERIOD] = { "Masa terbit", "Published" },
    [WORD_PLACE] = { "Tempat", "Place" },
    [WORD_POINT] = { "Poin", "Point" },
    [WORD_POINTS] = { "Poin", "Points" },
    [WORD_POINTS_BY_TOPIC] = { "Poin menurut topik", "Points by topic" },
    [WORD_PREVIOUS] = { "Sebelumnya", "Previous" },
    [WORD_PUBLISHED] = { "Terbit", "Published" },
    [WORD_RANK] = { "Pangkat", "Rank" },
    [WORD_READ_BY] = { "Dibacakan oleh", "Read by" },
    [WORD_RECORDS] = { "Catatan dari artikel ini", "Records of this article" },
    [WORD_REGION] = { "Kode wilayah", "Region code" },
    [WORD_REGULATION] = { "Peraturan", "Regulation" },
    [WORD_REGULATIONS] = { "Peraturan", "Regulations" },
    [WORD_REPORT] = { "Laporan Petik", "Petik report" },
    [WORD_RESULTS] = { "Hasil", "Results" },
    [WORD_RULE] = { "Aturan", "Rule" },
    [WORD_RULES] = { "Aturan", "Rules" },
    [WORD_RULES_LEAD] = {
      "Setiap catatan menyebut aturan yang menemukannya. Di sini tertulis di berkas mana aturan itu berada dan mengapa ada.",
      "Every record names the rule that found it. This page says in which file the rule stands and why it is there." },
    [WORD_SAID] = { "Diucapkan", "Said" },
    [WORD_SAME_AS] = { "Singkatan dari", "Short for" },
    [WORD_SEARCH] = { "Cari", "Search" },
    [WORD_SEARCH_HINT] = {
      "Semua kata harus ada dalam pernyataan, nama atau jabatan. Mulai tiga huruf, awal kata sudah cukup.",
      "All words have to be in the statement, name or office. From three letters on, the beginning of a word is enough." },
    [WORD_SEARCH_LEAD] = {
      "Pernyataan dan poin dari semua artikel, yang terbaru lebih dulu.",
      "Statements and points of all articles, the newest first." },
    [WORD_SEARCH_NEEDS] = {
      "Pencarian memerlukan JavaScript. Tanpa itu, bukalah daftar pejabat atau daftar artikel.",
      "The search needs JavaScript. Without it, use the lists of officials and of articles." },
    [WORD_SEARCH_OFFICIAL] = { "Cari di antara pernyataan dan poin pejabat ini", "Search this official's statements and points" },
    [WORD_SEARCHING] = { "Mencari …", "Searching …" },
    [WORD_SKIP] = { "Langsung ke isi", "Skip to the content" },
    [WORD_SOURCE] = { "Sumber", "Source" },
    [WORD_SPEAKER] = { "Pembicara", "Speaker" },
    [WORD_START] = { "Beranda", "Start" },
    [WORD_STATEMENT] = { "Pernyataan", "Statement" },
    [WORD_STATEMENTS] = { "Pernyataan", "Statements" },
    [WORD_STATEMENTS_BY_DATE] = { "Pernyataan menurut tanggal", "Statements by date" },
    [WORD_STATEMENTS_BY_OFFICIAL] = { "Pernyataan menurut pejabat", "Statements by official" },
    [WORD_STATEMENTS_BY_OUTLET] = { "Pernyataan menurut media", "Statements by outlet" },
    [WORD_STATEMENTS_OVER_TIME] = { "Pernyataan dari waktu ke waktu", "Statements over time" },
    [WORD_TERMS] = { "Jabatan dari waktu ke waktu", "Offices over time" },
    [WORD_TERMS_NOTE] = {
      "Tanggal terbit artikel pertama dan terakhir yang menyebut jabatan itu; masa jabatan bisa lebih lama.",
      "Dates of the first and the last article that name the office; the term itself may be longer." },
    [WORD_TO_DAY] = { "sampai tanggal", "to" },
    [WORD_TOPIC] = { "Topik", "Topic" },
    [WORD_UNDATED] = { "Tanpa tanggal", "Undated" },
    [WORD_UNKNOWN] = { "tidak diketahui", "not known" },
    [WORD_VALUE] = { "Artinya", "Means" },
    [WORD_WARNINGS] = { "Yang meragukan", "Doubtful" },
    [WORD_WHY] = { "Alasan", "Reason" },
    [WORD_WORDS_FIELD] = { "Kata", "Words" },
    [WORD_YEAR] = { "Tahun", "Year" },
};

typedef struct {
    const char *key, *in[LANGUAGE_COUNT];
} key_row;

static const key_row KIND_KEYS[] = {
    { "direct", { "Kutipan langsung", "Direct quotation" } },
    { "indirect", { "Kutipan tak langsung", "Indirect speech" } },
};
static const key_row FORCE_KEYS[] = {
    { "pledge", { "Janji", "Pledge" } },
    { "appeal", { "Imbauan", "Appeal" } },
    { "obligation", { "Kewajiban", "Obligation" } },
    { "prohibition", { "Larangan", "Prohibition" } },
};
static const key_row TOPIC_KEYS[] = {
    { "neutrality", { "Netralitas", "Neutrality" } },
    { "money-politics", { "Politik uang", "Money politics" } },
    { "sara", { "SARA", "Ethnicity, religion, race" } },
    { "hoax", { "Hoaks", "Hoaxes" } },
    { "hate-speech", { "Ujaran kebencian", "Hate speech" } },
    { "unity", { "Persatuan", "Unity" } },
    { "security", { "Keamanan", "Security" } },
    { "public-service", { "Pelayanan publik", "Public service" } },
    { "organisers", { "Penyelenggara pemilu", "Election organisers" } },
    { "social-media", { "Media sosial", "Social media" } },
    { "budget", { "Anggaran", "Budget" } },
    { "health", { "Kesehatan", "Health" } },
    { "education", { "Pendidikan", "Education" } },
    { "environment", { "Lingkungan", "Environment" } },
    { "disaster", { "Bencana", "Disaster" } },
    { "corruption", { "Korupsi", "Corruption" } },
    { "participation", { "Partisipasi", "Participation" } },
    { "law", { "Hukum", "Law" } },
};
static const key_row FROM_KEYS[] = {
    { "cue", { "kata pengantar di dekat kutipan", "words beside the quotation" } },
    { "coreference", { "kata ganti atau sebutan lain", "a pronoun or another phrase" } },
    { "headline", { "judul", "the headline" } },
};
static const key_row TYPE_KEYS[] = {
    { "government", { "Pemerintah", "Government" } },
    { "election", { "Penyelenggara pemilu", "Election body" } },
    { "military", { "Militer", "Military" } },
    { "police", { "Kepolisian", "Police" } },
    { "legislature", { "Legislatif", "Legislature" } },
    { "judiciary", { "Peradilan", "Judiciary" } },
    { "party", { "Partai", "Party" } },
    { "forum", { "Forum", "Forum" } },
    { "education", { "Pendidikan", "Education" } },
    { "company", { "Perusahaan", "Company" } },
    { "media", { "Media", "Media" } },
    { "civil", { "Masyarakat sipil", "Civil society" } },
    { "other", { "Lainnya", "Other" } },
};
static const key_row DATE_KEYS[] = {
    { "DATE", { "Tanggal", "Date" } },
    { "TIME", { "Waktu", "Time" } },
    { "DURATION", { "Lama waktu", "Duration" } },
    { "SET", { "Berulang", "Recurring" } },
};
static const key_row EVENT_KEYS[] = {
    { "declaration", { "Deklarasi", "Declaration" } },
    { "pledge", { "Ikrar", "Pledge" } },
    { "signing", { "Penandatanganan", "Signing" } },
    { "agreement", { "Nota kesepahaman", "Agreement" } },
    { "muster", { "Apel", "Muster" } },
    { "outreach", { "Sosialisasi", "Outreach" } },
    { "meeting", { "Rapat", "Meeting" } },
    { "inauguration", { "Pelantikan", "Inauguration" } },
    { "religious", { "Kegiatan keagamaan", "Religious event" } },
    { "drill", { "Simulasi", "Drill" } },
    { "campaign", { "Kampanye", "Campaign" } },
    { "press", { "Jumpa pers", "Press conference" } },
    { "opening", { "Peresmian", "Opening" } },
    { "market", { "Pasar", "Market" } },
    { "festival", { "Festival", "Festival" } },
    { "operation", { "Operasi", "Operation" } },
    { "protest", { "Unjuk rasa", "Protest" } },
};
static const key_row ROLE_KEYS[] = {
    { "reporter", { "reporter", "reporter" } },
    { "editor", { "editor", "editor" } },
    { "photographer", { "fotografer", "photographer" } },
    { "contributor", { "kontributor", "contributor" } },
    { "agency", { "kantor berita", "agency" } },
    { "initials", { "inisial", "initials" } },
};
static const key_row PUBLISHED_KEYS[] = {
    { "json-ld", { "menurut data halaman (JSON-LD)", "from the page's data (JSON-LD)" } },
    { "meta", { "menurut data halaman", "from the page's data" } },
    { "time-element", { "menurut halaman", "from the page" } },
    { "url", { "menurut alamat", "from the address" } },
    { "feed", { "menurut umpan", "from the feed" } },
    { "body", { "dihitung dari teks", "worked out from the text" } },
    { "option", { "ditentukan pengguna", "given by the user" } },
};
static const key_row SPEAKER_KEYS[] = {
    { "speaker.named", { "nama di dekat kutipan", "a name beside the words" } },
    { "speaker.office", { "jabatan di dekat kutipan", "an office beside the words" } },
    { "speaker.title", { "sebutan jabatan saja", "a title alone" } },
    { "speaker.pronoun", { "kata ganti", "a pronoun" } },
    { "speaker.suffix", { "akhiran -nya", "the ending -nya" } },
    { "speaker.pointed", { "sebutan yang menunjuk kembali", "a phrase that points back" } },
    { "speaker.body", { "lembaga di dekat kutipan", "a body beside the words" } },
    { "speaker.group", { "kelompok orang", "a group of people" } },
    { "speaker.carried", { "pembicara sebelumnya berlanjut", "the same speaker goes on" } },
    { "speaker.headline", { "judul", "the headline" } },
    { "speaker.nobody", { "tidak ada yang dapat disebut", "nobody can be named" } },
    { "speaker.read", { "dibacakan oleh orang lain", "read by somebody else" } },
};

static const struct {
    const key_row *rows;
    size_t n;
} KEYS[KEYS_COUNT] = {
    [KEYS_KIND] = { KIND_KEYS, COUNT(KIND_KEYS) },
    [KEYS_FORCE] = { FORCE_KEYS, COUNT(FORCE_KEYS) },
    [KEYS_TOPIC] = { TOPIC_KEYS, COUNT(TOPIC_KEYS) },
    [KEYS_FROM] = { FROM_KEYS, COUNT(FROM_KEYS) },
    [KEYS_TYPE] = { TYPE_KEYS, COUNT(TYPE_KEYS) },
    [KEYS_DATE] = { DATE_KEYS, COUNT(DATE_KEYS) },
    [KEYS_EVENT] = { EVENT_KEYS, COUNT(EVENT_KEYS) },
    [KEYS_ROLE] = { ROLE_KEYS, COUNT(ROLE_KEYS) },
    [KEYS_PUBLISHED] = { PUBLISHED_KEYS, COUNT(PUBLISHED_KEYS) },
    [KEYS_SPEAKER] = { SPEAKER_KEYS, COUNT(SPEAKER_KEYS) },
};

static const char *const MONTHS[LANGUAGE_COUNT][12] = {
    { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember" },
    { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December" },
};

str word_in(language l, word w) { return str_of(WORDS[w][l]); }

str word_of_key(language l, key_group g, str key) {
    for (size_t i = 0; i < KEYS[g].n; i++)
        if (str_eq(key, str_of(KEYS[g].rows[i].key))) return str_of(KEYS[g].rows[i].in[l]);
    return key;
}

str word_key(key_group g, size_t i) { return i < KEYS[g].n ? str_of(KEYS[g].rows[i].key) : STR_NONE; }

void words_number(buf *b, language l, size_t n) {
    if (n >= 1000) {
        words_number(b, l, n / 1000);
        buf_format(b, "%c%03zu", l == LANGUAGE_ENGLISH ? ',' : '.', n % 1000);
    } else {
        html_number(b, (int64_t)n);
    }
}

void words_date(buf *b, language l, str iso) {
    calendar_day d;
    int minute = iso.p ? calendar_minute(iso) : -1;
    bool exact = iso.n <= 7 || iso.n == 10 || (iso.n > 10 && iso.p[10] == 'T');
    if (!iso.p) {
        buf_add(b, word_in(l, WORD_UNKNOWN));
    } else if (!exact || !calendar_read(&d, iso) || str_find(iso, STR("/"), 0) != SIZE_MAX || d.month > 12) {
        buf_add(b, iso);
    } else {
        if (d.day) html_number(b, d.day);
        if (d.day) buf_add_char(b, ' ');
        if (d.month) buf_add(b, str_of(MONTHS[l][d.month - 1]));
        if (d.month) buf_add_char(b, ' ');
        html_number(b, d.year);
        if (minute >= 0) buf_format(b, l == LANGUAGE_ENGLISH ? ", %02d:%02d" : ", %02d.%02d", minute / 60, minute % 60);
    }
}
