"""Put right: from a receipt to a correction, at once on the whole page, and back again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from typing import Any, Final
from unicodedata import bidirectional

import streamlit as st

from components import putting_right, session
from components.choice import Choice
from components.pages.labels import candidate_label, escaped
from components.pages.online import online
from components.pages.shown import Opened, Shown
from components.pages.taking_back import may_correct, part_of, remember, write
from components.putting_right import Counted, Option, Said
from components.receipt import sentence_span
from dateline.corpus import Corpus
from dateline.corrections import (
    NOT_A_PLACE,
    SCOPES,
    Correction,
    Reach,
    Scope,
    notes,
    stamped,
)
from dateline.corrections.found_places import search
from dateline.corrections.listing import becomes, place_name
from dateline.errors import DatelineError
from dateline.gazetteer import Place
from dateline.gazetteer.countries import country_names
from dateline.hosting import without_paths
from dateline.plural import plural
from dateline.query.wording import ROLE_MEANINGS

__all__ = ["offer", "show"]

Row = Mapping[Hashable, Any]

_ISOLATE: Final = "\u2067"
"""Before a sentence that is read from the right, so that its full stop stands at its end."""

_ISOLATED: Final = "\u2069"
"""After it."""


def offer(shown: Shown, opened: Opened) -> str:
    """What the button under a receipt says."""
    return "Put right" if may_correct(shown, opened) else "Wrong place?"


def show(shown: Shown, opened: Opened | None) -> None:
    """Open the dialog for the mention whose receipt is open, if there is one."""
    found = [] if opened is None else opened.mentions.to_dict("records")
    rows = [row for row in found if row["start"] == shown.choice.mention]
    if opened is None or not rows:
        return
    if may_correct(shown, opened):
        _put_right(shown, opened, rows[0])
    else:
        _leave_note(shown, opened, rows[0])


@st.dialog("Put right", width="medium")
def _put_right(shown: Shown, opened: Opened, mention: Row) -> None:
    part = part_of(shown.corpus, opened)
    _quote(opened, mention)

    def count(place: str, role: str) -> dict[Scope, Counted]:
        # What it would touch can be said before it is said what it becomes.
        said = Said("mention", place or ("" if role else NOT_A_PLACE), role, "")
        meant = {
            scope: _correction(opened, mention, replace(said, scope=scope)) for scope in SCOPES
        }
        return {
            scope: _counted(part, meant[scope], reach, yours=opened.own, said=bool(place or role))
            for scope, reach in zip(meant, part.reach(list(meant.values())), strict=True)
        }

    remark = ""
    if opened.own:
        remark = "This article is yours, for this visit; so is what you put right in it."
    elif shown.corpus.parts:
        remark = "Articles that you brought yourself are not touched by this."
    said = putting_right.form(
        now=_now(mention),
        candidates=_candidates(shown.corpus, mention),
        role=mention["role"] if isinstance(mention["role"], str) else "",
        roles=ROLE_MEANINGS,
        search=lambda name: [_option(place) for place in search(name)],
        online=online(),
        count=count,
        remark=remark,
    )
    if said is not None:
        try:
            _do(shown, opened, mention, said)
        except DatelineError as error:
            st.caption(escaped(without_paths(str(error))))
        else:
            st.rerun()


@st.dialog("Wrong place?")
def _leave_note(shown: Shown, opened: Opened, mention: Row) -> None:
    folder = part_of(shown.corpus, opened).folder
    note = notes.Note(
        key=str(opened.row["key"]),
        start=str(mention["start"]),
        end=str(mention["end"]),
        surface=str(mention["surface"]),
        place=str(mention["gazetteer_id"]),
        note="",
    )
    is_kept = folder is not None and notes.is_kept(folder)
    to_send = f"{note.surface} in article {note.key}, {note.start} to {note.end}, {note.place}: "
    here = st.empty()
    with here.container():
        _quote(opened, mention)
        said = putting_right.note_form(now=_now(mention), to_send="" if is_kept else to_send)
    if said is not None and folder is not None:
        try:
            notes.add(folder, replace(note, note=said))
        except DatelineError as error:
            st.caption(escaped(without_paths(str(error))))
        else:
            here.text(f"Thank you. Whoever keeps the corpus will find: “{said}”")


def _quote(opened: Opened, mention: Row) -> None:
    """The sentence, with the mention in it."""
    first, last = sentence_span(opened.text, mention)
    start, end = int(mention["start"]), int(mention["end"])
    stretches = (opened.text[first:start], opened.text[start:end], opened.text[end:last])
    before, surface, after = map(_spaced, stretches)
    sentence = f"{before}**{surface}**{after}"
    from_right = _is_from_right("".join(stretches))
    st.markdown(f"{_ISOLATE}{sentence}{_ISOLATED}" if from_right else sentence)


def _is_from_right(text: str) -> bool:
    """Whether its first letter is of a script that is read from the right."""
    classes = (bidirectional(character) for character in text)
    return next((one for one in classes if one in ("L", "R", "AL")), "L") != "L"


def _spaced(text: str) -> str:
    """Text as Markdown shows it literally, with a space at the ends where there was one."""
    before, after = (" " * part.isspace() for part in (text[:1], text[-1:]))
    return f"{before}{escaped(text)}{after}"


def _now(mention: Row) -> str:
    return escaped(str(mention["label"]) or "not placed")


def _candidates(corpus: Corpus, mention: Row) -> list[Option]:
    rows = [corpus.places.iloc[int(other["place_id"])] for other in mention["runners_up"]]
    return [
        Option(str(row["gazetteer_id"]), escaped(f"{candidate_label(row)} · {row['precision']}"))
        for row in rows
        if row["gazetteer_id"] != mention["gazetteer_id"]
    ]


def _option(place: Place) -> Option:
    country = country_names().get(place.country_code, "")
    where = ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, country))))
    people = f" · {plural(place.population, 'inhabitant')}" if place.population else ""
    return Option(place.gazetteer_id, escaped(f"{where} · {place.precision}{people}"))


def _correction(opened: Opened, mention: Row, said: Said) -> Correction:
    """What was said, as it would be read back from the file."""
    cells = {
        "scope": said.scope,
        "key": "" if said.scope == "surface" else str(opened.row["key"]),
        "start": str(mention["start"]) if said.scope == "mention" else "",
        "end": str(mention["end"]) if said.scope == "mention" else "",
        "surface": str(mention["surface"]),
        "place": said.place,
        "role": said.role,
        "note": said.note,
    }
    return Correction.of(cells)


def _counted(
    part: Corpus, correction: Correction, reach: Reach, *, yours: bool, said: bool
) -> Counted:
    """How much a correction would touch, in words."""
    surface, many = escaped(correction.surface), plural(reach.mentions, "mention")
    where = "your articles" if yours else "the corpus"
    label = {
        "mention": "this mention",
        "article": f"every “{surface}” in this article: {many}",
        "surface": f"every “{surface}” in {where}: {many} in {plural(reach.articles, 'article')}",
    }[correction.scope]
    if not reach.mentions:
        return Counted(label, "Touches nothing: a closer correction speaks for it.", 0)
    if correction.scope == "mention":
        return Counted(label, "", reach.mentions)
    names = {"": "not placed", NOT_A_PLACE: "no place"}
    now = " · ".join(
        f"{names.get(place) or place_name(part, place)} {count:,}" for place, count in reach.now[:6]
    )
    sentence = f"Now: {now}."
    if said:
        sentence = f"Touches {many}{_how_many_change(reach)}. {sentence}"
    return Counted(label, escaped(sentence), reach.mentions)


def _how_many_change(reach: Reach) -> str:
    is_one = reach.mentions == 1
    if reach.changed == reach.mentions:
        return "" if is_one else ", all of which change"
    if not reach.changed:
        return ", which is that already" if is_one else ", all of which are that already"
    return f"; {reach.changed:,} of them {'changes' if reach.changed == 1 else 'change'}"


def _do(shown: Shown, opened: Opened, mention: Row, said: Said) -> None:
    """Write it down, and let what is looked at follow the place."""
    part = part_of(shown.corpus, opened)
    correction = stamped(_correction(opened, mention, said))
    (reach,) = part.reach([correction])
    take_back = write(part, correction, is_own=opened.own)
    after = part.put_right([*part.corrections, correction], part.given_groups)
    sentence = (
        f"“{mention['surface']}” → {becomes(correction, after)}, "
        f"{plural(reach.mentions, 'mention')}"
    )
    remember(sentence, take_back, is_own=opened.own)
    session.change(_followed, str(opened.row["key"]), str(mention["gazetteer_id"]), correction)


def _followed(choice: Choice, article: str, former: str, correction: Correction) -> Choice:
    """The same article and mention, and the place it has now where the former one was chosen."""
    query = choice.query
    if correction.place and former in query.places.include:
        now = (correction.place_id,) if correction.place_id else ()
        kept = [
            one for place in query.places.include for one in (now if place == former else (place,))
        ]
        query = replace(query, places=replace(query.places, include=tuple(dict.fromkeys(kept))))
    if correction.role and query.roles and correction.role not in query.roles:
        query = replace(query, roles=(*query.roles, correction.role))
    gone = correction.place == NOT_A_PLACE
    mention = -1 if gone else choice.mention
    return replace(choice, query=query, article=article, mention=mention)
