# SPDX-License-Identifier: MIT
"""Pages as regional news sites write them: some kilobytes of article within twenty and more of everything else."""
import html
import json

SITE = "Kabar Tanjung"
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DAYS = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()
PLACES = ["Tanjung Barat", "Tanjung Timur", "Muara Kuning", "Bukit Seribu", "Kota Lama", "Pesisir", "Hulu Sungai", "Pulau Dalam"]
SERVICES = ["Tentang Kami", "Redaksi", "Pedoman Media Siber", "Kode Etik Jurnalistik", "Karier", "Kontak", "Info Iklan", "Disclaimer"]

STYLE = "".join(f".kt-{name}{{{rule}}}" for name, rule in (
    (f"{part}{size}", f"display:flex;flex-wrap:wrap;margin:0 auto {size * 4}px;padding:{size}px {size * 2}px;max-width:{1140 - size * 20}px;"
                      f"border-bottom:{size % 3}px solid #e{size}e{size}e{size}")
    for part in ("kolom", "kotak", "baris", "judul", "sisi", "kaki") for size in range(1, 9)))

SCRIPT = """
window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments);}gtag('js',new Date());gtag('config','G-KT%s');
(function(w,d){var s=d.createElement('script');s.async=!0;s.src='/assets/js/pustaka.min.js?v=%s';d.head.appendChild(s);
w.ktUnit=w.ktUnit||[];w.ktUnit.push({"slot":"div-kt-%s","sizes":[[728,90],[970,250],[320,100]],"bids":[{"bidder":"lelang","params":{"placementId":%s}}]});
d.addEventListener('DOMContentLoaded',function(){var t=d.querySelectorAll('img[data-src]');for(var i=0;i<t.length;i++){t[i].src=t[i].getAttribute('data-src');}
if(d.cookie.indexOf('setuju=1')<0){var c=d.getElementById('kuki');if(c){c.style.display='block';}}});})(window,document);
"""


def text(value):
    return html.escape(value, quote=False)


def day_of(when):
    return f"{DAYS[when.weekday()]}, {when.day} {MONTHS[when.month - 1]} {when.year} | {when:%H:%M} WIB"


def menu(sections):
    items = "".join(f'<li class="menu-item menu-item-{i}"><a href="/{s}/" data-gtm="menu-{s}"><span>{s.title()}</span></a><ul class="sub-menu">'
                    + "".join(f'<li><a href="/{s}/?wilayah={p.lower().replace(" ", "-")}">{p}</a></li>' for p in PLACES) + "</ul></li>"
                    for i, s in enumerate(sections))
    return f'<nav id="menu-utama" class="kt-baris2" role="navigation"><ul class="menu">{items}</ul></nav>'


def card(story, kind):
    return (f'<div class="kt-{kind} item-berita"><a href="{story.path}" class="thumb" title="{html.escape(story.title)}"><img width="300" height="169" '
            f'src="/assets/img/kosong.gif" data-src="/uploads/{story.when:%Y/%m}/foto-{story.number}-300x169.jpg" alt="{html.escape(story.title)}" '
            f'loading="lazy"></a><div class="isi-item"><span class="kanal">{story.section.title()}</span><h3><a href="{story.path}">{text(story.title)}</a></h3>'
            f'<time>{day_of(story.when)}</time></div></div>')


def facts(story, root):
    """What the page tells machines."""
    return json.dumps({
        "@context": "https://schema.org", "@type": "NewsArticle", "mainEntityOfPage": {"@type": "WebPage", "@id": root + story.path},
        "headline": story.title, "datePublished": story.when.isoformat(), "dateModified": story.modified.isoformat(),
        "image": {"@type": "ImageObject", "url": f"{root}/uploads/{story.when:%Y/%m}/foto-{story.number}.jpg", "width": 1200, "height": 675},
        "author": {"@type": "Person", "name": story.reporter}, "articleSection": story.section.title(), "inLanguage": "id-ID",
        "publisher": {"@type": "Organization", "name": SITE, "logo": {"@type": "ImageObject", "url": f"{root}/assets/img/logo.png"}},
        "description": story.summary}, ensure_ascii=False).replace("</", "<\\/")


def head(title, root, path, more=""):
    return (f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
            f'<title>{text(title)} - {SITE}</title><link rel="canonical" href="{root}{path}">'
            f'<link rel="alternate" type="application/rss+xml" title="{SITE}" href="/feed">'
            f'<link rel="alternate" type="application/atom+xml" title="{SITE} Atom" href="/atom.xml">'
            f'<meta property="og:site_name" content="{SITE}"><meta property="og:title" content="{html.escape(title)}">'
            f'<meta property="og:url" content="{root}{path}"><meta property="og:locale" content="id_ID">{more}<style>{STYLE}</style>')


def scripts(number, count):
    return "".join(f"<script>{SCRIPT % (number, k, number * 10 + k, number + k)}</script>" for k in range(count))


def top(sections):
    return ('<body class="single post-template-default"><div id="kuki" style="display:none">Situs ini memakai kuki. <button>Setuju</button></div>'
            f'<header class="kt-kolom1"><a class="logo" href="/"><img src="/assets/img/logo.png" alt="{SITE}"></a><form action="/cari" role="search">'
            f'<input type="search" name="q" placeholder="Cari berita"><button>Cari</button></form></header>{menu(sections)}')


def bottom(sections):
    links = "".join(f'<li><a href="/halaman/{s.lower().replace(" ", "-")}">{s}</a></li>' for s in SERVICES)
    more = "".join(f'<li><a href="/{s}/">{s.title()}</a></li>' for s in sections)
    return (f'<footer class="kt-kaki4"><ul>{links}</ul><ul>{more}</ul><p>&copy; 2026 {SITE}. Hak cipta dilindungi undang-undang.</p></footer>'
            "</body></html>\n")


def article(story, root, sections, related, popular):
    """The whole page of a story; related and popular are others of the site."""
    more = (f'<meta property="og:type" content="article"><meta property="article:published_time" content="{story.when.isoformat()}">'
            f'<meta property="article:modified_time" content="{story.modified.isoformat()}"><meta name="description" content="{html.escape(story.summary)}">'
            f'<script type="application/ld+json">{facts(story, root)}</script>')
    body = [f"<p>{text(p)}</p>" for p in story.paragraphs]
    if related:
        body.insert(min(3, len(body)), f'<p class="baca-juga"><strong>Baca juga: <a href="{related[0].path}">{text(related[0].title)}</a></strong></p>')
    share = "".join(f'<a class="share-{s}" href="https://{s}.example/share?u={root}{story.path}">{s}</a>' for s in ("obrolan", "kicau", "wajah", "surel"))
    return "".join([
        head(story.title, root, story.path, more), scripts(story.number, 3), "</head>", top(sections),
        f'<main class="kt-kolom2"><div class="breadcrumb"><a href="/">Beranda</a> &raquo; <a href="/{story.section}/">{story.section.title()}</a></div>'
        f'<article id="post-{story.number}" class="post kt-kolom3"><header><h1 class="entry-title">{text(story.title)}</h1><div class="meta">'
        f'<span class="author">{text(story.reporter)}</span> - <time datetime="{story.when.isoformat()}">{day_of(story.when)}</time></div>'
        f'<div class="share">{share}</div></header><figure><img src="/uploads/{story.when:%Y/%m}/foto-{story.number}.jpg" alt="">'
        f'<figcaption>Ilustrasi. Foto: {SITE}/{text(story.reporter)}</figcaption></figure><div class="entry-content">', "\n".join(body),
        f'</div><div class="kru">Editor: {text(story.editor)}</div><div class="tags"><a href="/tag/{story.section}">{story.section}</a></div></article>'
        '<section class="terkait"><h2>Berita Terkait</h2>', "".join(card(s, "kotak3") for s in related), "</section>",
        '<aside class="kt-sisi2"><h2>Terpopuler</h2>', "".join(card(s, "sisi1") for s in popular), "</aside></main>",
        scripts(story.number + 1, 2), bottom(sections)])


def section(name, root, sections, stories):
    """A start page: the newest of a section, or of all."""
    path = f"/{name}/" if name else "/"
    return "".join([head(name.title() or "Beranda", root, path, '<meta property="og:type" content="website">'), scripts(1, 2), "</head>", top(sections),
                    f'<main class="kt-kolom2"><h1>{name.title() or SITE}</h1>', "".join(card(s, "kotak2") for s in stories),
                    f'<div class="halaman"><a href="{path}?page=2">Selanjutnya</a></div></main>', bottom(sections)])
