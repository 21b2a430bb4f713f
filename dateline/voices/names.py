"""People and organisations, joined across an article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Set
from typing import Final, Literal

from spacy.tokens import Doc, Span

from dateline.findings import NameMention
from dateline.language_model.parsed_text import text_of
from dateline.voices.people import SMALL_WORDS, Found, join_people, key_of
from dateline.voices.saying import is_armed_group

__all__ = ["find_names", "has_title"]

_TITLE: Final = re.compile(
    r"(?:(?:the\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Sheikh|Imam|Ayatollah"
    r"|King|Queen|Prince|Princess|President|President-elect|Vice President|Prime Minister"
    r"|Chancellor|Senator|Sen|Rep|Representative|Governor|Gov|Mayor|Gen|General|Lt|Lieutenant"
    r"|Detective|Col|Colonel|Maj|Major|Capt|Captain|Sgt|Sergeant|Brig|Brigadier|Admiral|Adm|Marshal|Rev"
    r"|Reverend|Father|Pope|Judge|Justice|Ambassador|Secretary|Minister|Foreign Minister"
    r"|Defence Minister|Defense Minister|Spokesman|Spokeswoman|Chief)\b\.?\s+)+"
)
_TITLE_BEFORE: Final = re.compile(rf"\b{_TITLE.pattern}\Z")
_LONGEST_TITLE: Final = 40
_EDGE: Final = " \t\r\n\u00a0,.;:!?“”\"‘’'«»()[]—–-*_|/"


def find_names(doc: Doc) -> tuple[NameMention, ...]:
    """Find the people and organisations an article names, and join their mentions.

    A surname is joined to the full name that stands nearest before it (or first after it), an
    acronym to the organisation that it abbreviates, in brackets or by its initials. Places are not
    names.

    Args:
        doc: Parsed by a pipeline with entity recognition.

    Returns:
        Non-overlapping mentions in the order of the text. `canonical` is the fullest form in the
        article, without title and article.
    """
    text = text_of(doc)
    found = list(_entities(doc, text))
    full = {key_of(word) for name in found if name.kind == "person" for word in _surname(name)}
    placed = Counter(e.text for e in doc.ents if e.label_ in _PLACES and " " not in e.text)
    named = Counter(name.surface for name in found)
    parts_of_names = {word for n in found if " " in n.surface for word in n.surface.split()}
    kept = []
    for name in found:
        single = " " not in name.surface
        if single and key_of(name.surface) in full:
            name = name._replace(kind="person")  # Arden in "Arden denied it" may pass for a firm
        elif (single and len(name.surface) > 2 and name.surface.isupper()) or (
            is_armed_group(name.surface) or (not single and _ITS_MEN.match(text, name.end))
        ):
            name = name._replace(kind="organisation")
        elif (
            single
            and placed[name.surface] >= named[name.surface]
            and not _TITLED.search(text, max(0, name.start - 6), name.start)
        ):
            continue  # a place almost everywhere else in the article
        elif single and name.surface.istitle() and _is_common_noun(text, name, parts_of_names):
            continue
        kept.append(name)
    kept = _with_repeats(text, kept)
    people = join_people(text, [name for name in kept if name.kind == "person"])
    organisations = _join_organisations(text, [n for n in kept if n.kind != "person"])
    return tuple(sorted((*people, *organisations), key=lambda name: name.start))


_GAP: Final = 6
"""Signs between two sentences, at the most."""
_ITS_MEN: Final = re.compile(r"\s(?:fighters|gunmen|militants|rebels|insurgents|jihadists)\b")
"""After a name of several words: Abu Sayyaf gunmen. A surname alone may lead them, and be none."""
_OPENS: Final = re.compile(r"(?:\A|[.!?]['\"”’)]*\s|\n|[“\"‘])\s*\Z")


def _opens_sentence(text: str, start: int) -> bool:
    return _OPENS.search(text, max(0, start - _GAP), start) is not None


def _is_common_noun(text: str, name: Found, parts_of_names: Set[str]) -> bool:
    """A capital only where a sentence begins, and none elsewhere: Barrel bombs, barrel bombs."""
    if name.surface in parts_of_names or not _opens_sentence(text, name.start):
        return False
    standing = re.compile(rf"\b{re.escape(name.surface)}\b", re.IGNORECASE)
    found = list(standing.finditer(text))
    return any(match[0].islower() for match in found) and all(
        match[0].islower() or _opens_sentence(text, match.start()) for match in found
    )


def has_title(text: str, start: int) -> bool:
    """Whether a title stands before what begins there: Mr, President, Colonel.

    Args:
        text: The article.
        start: Where the name begins, in code points.
    """
    return _TITLE_BEFORE.search(text, max(0, start - _LONGEST_TITLE), start) is not None


_PLACES: Final = frozenset(("GPE", "LOC", "FAC"))
_NO_NAMES: Final = frozenset(
    (
        *("state", "government", "parliament", "army", "police", "ministry", "council", "house"),
        *("court", "president", "minister", "secretary", "senate", "congress"),
    )
)


def _surname(name: Found) -> list[str]:
    words = name.surface.split()
    return words[-1:] if len(words) > 1 else []


_LONG_WORD: Final = re.compile(r"\w{4,}")
_PART_OF_NAME: Final = re.compile(r"(?:[A-Z][\w'’-]+\s+|[\w’'-]|-)\Z")
_MORE_NAME: Final = re.compile(r"\s+[A-Z]\w|[\w-]|\s*(?:Street|County|Province|City)\b")


def _with_repeats(text: str, found: list[Found]) -> list[Found]:
    """Add surnames of full names where the language model passed over them."""
    people = [name for name in found if name.kind == "person"]
    known = {_surname(name)[0] for name in people if _surname(name)}
    known = {word for word in known if len(word) > 3 and word[0].isupper() and word.isalpha()}
    if not known:
        return found
    taken = {name.start for name in found}
    spans = sorted((name.start, name.end) for name in found)
    added = []
    for match in _LONG_WORD.finditer(text):
        if match[0] not in known:
            continue
        start, end = match.span()
        index = bisect_right(spans, (start, len(text))) - 1
        if start in taken or (index >= 0 and start < spans[index][1]):
            continue
        before = text[max(0, start - 30) : start]
        titled = _TITLED.search(before)
        if not titled and (_PART_OF_NAME.search(before) or _MORE_NAME.match(text, end)):
            continue
        added.append(Found(start, end, match[0], "person"))
    return sorted((*found, *added))


def _entities(doc: Doc, text: str) -> Iterable[Found]:
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            yield from _clean(text, entity, "person")
        elif entity.label_ == "ORG":
            yield from _clean(text, entity, "organisation")
        elif entity.label_ in ("GPE", "LOC", "NORP", "FAC") and _TITLED.search(
            text, max(0, entity.start_char - 6), entity.start_char
        ):
            yield from _clean(text, entity, "person")  # Mr Sudan, Ms. Paris


_TITLED: Final = re.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.?\s+\Z")
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_SMALL_START: Final = re.compile(r"(?:al|el|ash?|ad|ar|an|de|von|van|bin|ibn)[ -][A-Z]|\w[A-Z]")
_ARTICLE: Final = re.compile(r"(?i)the\s+")
_LISTED: Final = re.compile(r"\w[\w'’-]*")
_LIST: Final = re.compile(rf"{_LISTED.pattern}(?:,\s{_LISTED.pattern}){{2,}}")
"""Three names or more that the language model took for one."""
_WHOLE: Final = re.compile(r"(?s).+")


def _clean(text: str, entity: Span, kind: Literal["person", "organisation"]) -> Iterable[Found]:
    """Cut titles, articles, possessives, marks and line ends off; drop what is left of no name."""
    surface = entity.text.split("\n", 1)[0]
    start = entity.start_char
    surface = surface.rstrip(_EDGE.replace(".", "") if surface[-2:-1].isupper() else _EDGE)
    surface = _POSSESSIVE.sub("", surface)
    lead = len(surface) - len(surface.lstrip(_EDGE))
    surface, start = surface[lead:], start + lead
    for pattern in (_ARTICLE, _TITLE):
        if match := pattern.match(surface):
            surface, start = surface[match.end() :], start + match.end()
    if surface.lower() in _NO_NAMES or _TITLE.fullmatch(surface + " "):
        return
    if surface[:1].islower() and not _SMALL_START.match(surface):
        return
    if kind == "person" and (surface.islower() or any(map(str.isdigit, surface))):
        return
    parts = _LISTED.finditer(surface) if _LIST.fullmatch(surface) else _WHOLE.finditer(surface)
    for part in parts:
        if len(part[0]) > 1 and any(map(str.isalpha, part[0])):
            yield Found(start + part.start(), start + part.end(), part[0], kind)


_BRACKETED: Final = re.compile(r"\s*\(\s*([A-Z][A-Za-z.&-]{1,9})\s*[,;)]")


def _initials(surface: str) -> str:
    words = re.findall(r"[^\W\d_]+", surface)
    return "".join(word[0] for word in words if word.casefold() not in SMALL_WORDS).upper()


def _join_organisations(text: str, found: list[Found]) -> list[NameMention]:
    canonical: dict[str, str] = {}
    for name in found:
        plain = name.surface.replace(".", "")
        if " " not in name.surface:
            continue
        if match := _BRACKETED.match(text, name.end):
            canonical.setdefault(match[1].replace(".", "").casefold(), name.surface)
        initials = _initials(plain)
        if len(initials) >= 3 or initials in ("UN", "EU"):
            canonical.setdefault(initials.casefold(), name.surface)
    fullest: dict[str, str] = {}
    for name in found:
        fullest.setdefault(key_of(name.surface), name.surface)
    joined = []
    for name in found:
        plain = name.surface.replace(".", "")
        whole = fullest[key_of(name.surface)]
        if plain.isupper() or plain.casefold() in canonical:
            whole = canonical.get(plain.casefold(), whole)
        joined.append(NameMention(name.start, name.end, name.surface, "organisation", whole))
    return joined
