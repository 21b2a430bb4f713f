"""Which of a table's columns holds what: recognised by usual names, or told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from dateline.errors import ReadingError
from dateline.tables import ARTICLES

__all__ = [
    "FIELDS",
    "TELL_THE_TEXT",
    "USUAL_NAMES",
    "column_named",
    "further_name",
    "holds_teasers",
    "holds_text",
    "others",
    "plain_name",
    "recognise",
]

USUAL_NAMES: Final[dict[str, str]] = {
    "text": (
        "text, full text, fulltext, body, body text, article text, article body, article content, "
        "body content, "
        "content, contents, article, articles, story, story text, texte, contenu, corps, "
        "texte intégral, texto, contenido, cuerpo, conteúdo, corpo, volltext, inhalt, artikeltext, "
        "artikel, testo, contenuto, tekst, inhoud, текст, содержание, статья, текст статьи, зміст, "
        "النص, نص, المحتوى, محتوى, نص المقال, متن الخبر, metin, içerik, haber metni, treść, "
        "tekst artykułu, текст статті, стаття, متن, متن خبر, נוסח, טקסט, תוכן, "
        "正文, 内容, 內容, 全文, 文章, 文章内容, 本文, 記事, 記事本文, 본문, 내용, 기사 본문, "
        "full content, "
        "article full text, news text, news content, post text, raw text, clean text, body html, "
        "content html, content text, html content, selftext, transcript, "
        # weaker: what is left where a table has no text of its own
        "narrative, incident narrative, maintext, main text, paragraphs, lead paragraph, "
        "abstract note, description, summary, abstract, teaser, lead, snippet, excerpt, "
        "анонс, résumé, zusammenfassung, resumen, resumo, riassunto, "
        "samenvatting, аннотация, ملخص, 摘要, 요약"
    ),
    "title": (
        "title, headline, headlines, heading, article title, article headline, news title, "
        "titre, titel, título, titulo, titular, überschrift, schlagzeile, titolo, kop, tytuł, "
        "заголовок, название, назва, כותרת, العنوان, عنوان, عنوان المقال, تیتر, başlık, "
        "haber başlığı, manchete, subject, 标题, 標題, 题目, 新闻标题, "
        "タイトル, 見出し, 제목, 기사 제목"
    ),
    "published": (
        "published, publication date, date published, published date, publish date, publishdate, "
        "pubdate, pub date, published at, published on, date of publication, article date, "
        "datetime, date time, date, timestamp, seen date, seendate, issued, created at, "
        "created, day, datum, erscheinungsdatum, veröffentlicht, "
        "fecha, fecha de publicación, date de publication, "
        "publié le, data, data di pubblicazione, publicado, data de publicação, publicado em, "
        "fecha publicación, veröffentlichungsdatum, publikationsdatum, veröffentlicht am, "
        "publicatiedatum, data publikacji, data wydania, pubblicato, pubblicato il, "
        "дата, дата публикации, опубликовано, дата выхода, дата публікації, опубліковано, "
        "التاريخ, تاريخ, تاريخ النشر, تاریخ, تاریخ انتشار, תאריך, תאריך פרסום, "
        "tarih, yayın tarihi, "
        "日期, 发布日期, 發布日期, 发布时间, 發布時間, 发表时间, 时间, "
        "日付, 掲載日, 公開日, 날짜, 게시일, 일자, "
        "created utc, published utc, publish time, published time, publication datetime, "
        "publicationdate, published date time, article published, date publication, "
        "date of article, news date, dt, date publish, publishing date, pub date time, "
        "first published, published on date"
    ),
    "source": (
        "source, outlet, publication, publication title, publication name, pubtitle, pub title, "
        "container title, newspaper, publisher, media, media name, medium, "
        "source name, source title, news source, site, website, domain, "
        "journal, quelle, zeitung, fuente, medio, diario, fonte, testata, bron, źródło, "
        "источник, издание, сми, газета, джерело, видання, المصدر, مصدر, الصحيفة, منبع, روزنامه, "
        "מקור, עיתון, kaynak, gazete, veículo, jornal, krant, giornale, gazeta, periódico, "
        "来源, 來源, 媒体, 媒體, 报纸, 報紙, 新聞, メディア, 新聞社, "
        "매체, 언론사, 출처, outlet name, media outlet, news outlet, "
        "publisher name, site name, provider, channel, channel name, channel title, "
        "source hostname, source domain, source uri, clean url, hostname, from"
    ),
    "author": (
        "author, authors, byline, by line, writer, journalist, reporter, creator, auteur, auteurs, "
        "autor, autoren, verfasser, autores, autore, автор, авторы, الكاتب, كاتب, المؤلف, نویسنده, "
        "yazar, autorzy, autori, journaliste, periodista, redakteur, מחבר, 作者, 记者, 記者, "
        "著者, 기자, 작성자, author name, author names, username, user name, screen name"
    ),
    "url": (
        "url, link, article url, article link, source url, web url, weburl, permalink, uri, href, "
        "web address, lien, enlace, adresse, ссылка, посилання, адрес, رابط, الرابط, لینک, קישור, "
        "bağlantı, collegamento, odnośnik, 链接, 連結, 网址, 網址, "
        "リンク, 링크, page url, story url, canonical url, document url"
    ),
    "agency": (
        "agency, news agency, wire, wire service, wire agency, agence, agentur, agencia, agenzia, "
        "агентство, الوكالة, وكالة, ajans"
    ),
    "identifier": (
        "id, identifier, article id, unit id, uid, uuid, guid, doc id, docid, document id, "
        "story id, key, accession number, no, nr"
    ),
}

FIELDS: Final = tuple(USUAL_NAMES)
"""What a column can hold."""

_TEASER: Final = frozenset(
    (
        *("description", "summary", "abstract", "teaser", "lead", "snippet", "анонс", "résumé"),
        *("excerpt", "abstract note", "lead paragraph"),
        *("zusammenfassung", "resumen", "resumo", "riassunto", "samenvatting", "аннотация"),
        *("ملخص", "摘要", "요약"),
    )
)

_WRAPPED: Final = re.compile(
    r"\A(?:_source|properties|attributes|fields|node|doc|record) "
    r"| (?:rendered|main|html|plain|original|value|#text)\Z"
)

TELL_THE_TEXT: Final = "say which column does"
"""What to do where no column is known to hold the text; how is for the command or page to say."""

_HXL: Final = re.compile(r"#(?P<tag>[a-z_]+)(?:\s*\+(?P<attribute>[a-z_]+))?", re.IGNORECASE)

_SHOWN: Final = 20


def recognise(
    columns: Sequence[str], told: Mapping[str, str], *, headlines: bool = False
) -> tuple[dict[str, str], list[str]]:
    """Find out which column holds what.

    A name is recognised in any case, with spaces, underscores, hyphens or camel case. Where several
    fit, the more usual one is taken and the others stay further columns.

    Args:
        columns: Names as they stand in the file.
        told: Field → column, which goes before the usual names; a column that this file does not
            have is noted and the usual names are tried. An empty one says that no column has it.
        headlines: Where there is no column of texts, titles stand for them, and that is noted.

    Returns:
        Field → column, and notes.

    Raises:
        ReadingError: No column is known to hold the text.
    """
    found: dict[str, str] = {}
    notes = []
    by_plain = {plain_name(name): name for name in reversed(columns)}
    by_plain = {_inner_name(name): name for name in reversed(columns)} | by_plain
    for field, theirs in told.items():
        if not theirs:
            continue
        column = column_named(theirs, columns)
        if column is None:
            notes.append(f"No column {theirs!r} for {field}; the usual names were tried.")
        else:
            found[field] = column
    for field in FIELDS:
        if field in found or not told.get(field, "any"):
            continue
        for name in _ordered(field):
            column = by_plain.get(name)
            if column is not None and column not in found.values():
                found[field] = column
                break
    if "text" not in found and headlines and "title" in found:
        found["text"] = found["title"]
        notes.append("It has no column of texts: each article is its headline alone.")
    if "text" not in found:
        raise ReadingError(
            f"no column is known to hold the text among {_list(columns)}",
            "one named text, body, content, article …",
            TELL_THE_TEXT,
        )
    if "text" not in told and holds_teasers(found["text"]):
        notes.append(f"Its texts stand in {found['text']!r}, which may be teasers only.")
    return found, notes


def column_named(name: str, columns: Sequence[str]) -> str | None:
    """The column of this name, exactly or as names are compared; None where there is none."""
    if name in columns:
        return name
    return next((column for column in columns if plain_name(column) == plain_name(name)), None)


def holds_text(columns: Sequence[str]) -> bool:
    """Whether one of these names is a usual one for the text."""
    names = {named(name) for name in columns for named in (plain_name, _inner_name)}
    return not names.isdisjoint(_ordered("text"))


def holds_teasers(column: str) -> bool:
    """Whether the usual contents of a column of this name are beginnings of texts, not texts."""
    return plain_name(column) in _TEASER


def others(field: str, columns: Sequence[str], found: Mapping[str, str]) -> list[str]:
    """Columns that have a usual name for a field too, the most usual first."""
    by_plain = {plain_name(name): name for name in columns if name not in found.values()}
    return [by_plain[name] for name in _ordered(field) if name in by_plain]


def further_name(column: str) -> str:
    """What a further column is called beside our own: `language` becomes `language as given`."""
    taken = any(ours.name == column for ours in ARTICLES.columns)
    return f"{column} as given" if taken else column


def _inner_name(name: str) -> str:
    """A name without what services and databases wrap around: `_source title`, `title rendered`.

    Of a tag of HXL that is its word, or of one on where a row is from its attribute: `#date+start`,
    `#meta+source`.
    """
    if tag := _HXL.match(name):
        return tag["attribute"] if tag["tag"].lower() == "meta" and tag["attribute"] else tag["tag"]
    return plain_name(_WRAPPED.sub("", name))


def _ordered(field: str) -> list[str]:
    return [plain_name(name) for name in USUAL_NAMES[field].split(", ")]


def plain_name(name: str) -> str:
    """A name as names are compared: `Article_Title` and `articleTitle` are `article title`."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", unicodedata.normalize("NFC", name))
    return " ".join(re.sub(r"[\W_]+", " ", spaced).casefold().split())


def _list(columns: Sequence[str]) -> str:
    shown = ", ".join(repr(name[:40]) for name in columns[:_SHOWN])
    rest = len(columns) - _SHOWN
    return (shown or "none") + (f" and {rest} more" if rest > 0 else "")
