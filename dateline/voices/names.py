"""People and organisations, joined across an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from spacy.tokens import Doc, Span

from dateline.findings import NameMention

__all__ = ["find_names"]

_TITLE: Final = re.compile(
    r"(?:(?:the\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Sheikh|Imam|Ayatollah|King|Queen"
    r"|Prince|Princess|President|President-elect|Vice President|Prime Minister|Chancellor|Senator|Sen|Rep"
    r"|Representative|Governor|Gov|Mayor|Gen|General|Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Sgt"
    r"|Sergeant|Brig|Brigadier|Admiral|Adm|Marshal|Rev|Reverend|Father|Pope|Judge|Justice|Ambassador|Secretary"
    r"|Minister|Foreign Minister|Defence Minister|Defense Minister|Spokesman|Spokeswoman|Chief)\b\.?\s+)+"
)
_MEN: Final = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Father|Pope|Imam|Sheikh|Ayatollah)\.?\s+\Z")
_WOMEN: Final = re.compile(r"\b(?:Mrs|Ms|Miss|Lady|Queen|Princess)\.?\s+\Z")
_SMALL: Final = frozenset("of the for and in on to de la du des al el bin ibn von van".split())
_EDGE: Final = " \t\r\n\u00a0,.;:!?“”\"‘’'«»()[]—–-*_|/"


class _Found(NamedTuple):
    start: int
    end: int
    surface: str
    kind: Literal["person", "organisation"]


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
    text = doc.text  # spaCy puts it together anew each time
    found = list(_entities(doc, text))
    people = _join_people(text, [name for name in found if name.kind == "person"])
    organisations = _join_organisations(text, [n for n in found if n.kind != "person"])
    return tuple(sorted((*people, *organisations), key=lambda name: name.start))


def _entities(doc: Doc, text: str) -> Iterable[_Found]:
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
_ARTICLE: Final = re.compile(r"(?i)the\s+")


def _clean(text: str, entity: Span, kind: Literal["person", "organisation"]) -> Iterable[_Found]:
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
    if kind == "person" and (surface.islower() or any(map(str.isdigit, surface))):
        return
    if len(surface) > 1 and any(map(str.isalpha, surface)):
        yield _Found(start, start + len(surface), surface, kind)


def gender(text: str, start: int) -> str:
    """`m`, `f` or empty, by the title before a name."""
    before = text[max(0, start - 12) : start]
    return "m" if _MEN.search(before) else "f" if _WOMEN.search(before) else ""


def _key(word: str) -> str:
    return word.casefold().strip(".'’")


def _join_people(text: str, found: list[_Found]) -> list[NameMention]:
    full = [name for name in found if " " in name.surface or "\u00a0" in name.surface]
    by_word: dict[str, list[_Found]] = {}
    for name in full:
        words = [_key(word) for word in name.surface.split()]
        for word in dict.fromkeys(words):
            if len(word) > 1 and word not in _SMALL:
                by_word.setdefault(word, []).append(name)
    joined = []
    for name in found:
        words = [_key(word) for word in name.surface.split()]
        bearers = by_word.get(words[-1], []) or (
            by_word.get(words[0], []) if words[1:] == [] else []
        )
        bearers = [
            other
            for other in bearers
            if set(words) <= {_key(word) for word in other.surface.split()}
        ]
        surnames = [other for other in bearers if _key(other.surface.split()[-1]) == words[-1]]
        canonical = name.surface
        if surnames or bearers:
            options = surnames or bearers
            sex = gender(text, name.start)
            fitting = [
                o for o in options if not sex or gender(text, o.start) in ("", sex)
            ] or options
            before = [other for other in fitting if other.start <= name.start]
            canonical = _fullest((before[-1] if before else fitting[0]), full)
        joined.append(NameMention(name.start, name.end, name.surface, "person", canonical))
    return joined


def _fullest(name: _Found, full: list[_Found]) -> str:
    """The longest full name that holds all the words of this one."""
    words = {_key(word) for word in name.surface.split()}
    best = name.surface
    for other in full:
        if len(other.surface) > len(best) and len(other.surface.split()) <= 5:
            if words <= {_key(word) for word in other.surface.split()}:
                best = other.surface
    return best


_BRACKETED: Final = re.compile(r"\s*\(\s*([A-Z][A-Za-z.&-]{1,9})\s*[,;)]")


def _initials(surface: str) -> str:
    words = re.findall(r"[^\W\d_]+", surface)
    return "".join(word[0] for word in words if word.casefold() not in _SMALL).upper()


def _join_organisations(text: str, found: list[_Found]) -> list[NameMention]:
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
        fullest.setdefault(_key(name.surface), name.surface)
    joined = []
    for name in found:
        plain = name.surface.replace(".", "")
        whole = fullest[_key(name.surface)]
        if plain.isupper() or plain.casefold() in canonical:
            whole = canonical.get(plain.casefold(), whole)
        joined.append(NameMention(name.start, name.end, name.surface, "organisation", whole))
    return joined
