"""Method: how the page comes to what it shows, what it cannot do, and where the data come from."""

from __future__ import annotations

import json
from typing import Any, Final

import pandas as pd
import streamlit as st

from dateline.credits import BORDERS, PLACE_NAMES
from dateline.resources import data_folder

__all__ = ["show"]

_ROLES: Final = (
    ("event", "Something reported happens, happened or may happen there", "shown", "solid line"),
    (
        "setting",
        "Words are spoken, talks held, decisions announced there",
        "on request",
        "dashes",
    ),
    ("dateline", "Where the article was filed", "on request", "small capitals"),
    ("actor", "The name stands for a government, an army, a people", "on request", "dots"),
    ("demonym", "An adjective or a people: Syrian, Russians", "never", "thin line"),
    ("name", "Part of something else's name: the Geneva talks", "never", "thin line"),
    ("comparison", "Invoked as a parallel: “another Sarajevo”", "on request", "wavy line"),
    (
        "background",
        "None of these: origin, biography, distant generality",
        "on request",
        "thin dots",
    ),
)

_WAY: Final = """
**From an article to the map.** A language model parses each article. Names that may be places
come from that parse and from the gazetteer; a trained classifier says how likely each is one, and
where it begins and ends. Every name then has candidates in the gazetteer (there are places
called Tripoli in two countries), and a trained ranking chooses among them by what else the
article names, by size and by how well the name fits. Where a name would lie says again whether it
is one of a place: a surname that some hamlet abroad bears goes, a town among the article's other
places comes in. Last, every mention gets a *role* by rules and a trained model over its sentence,
and what is likely of each is weighed against what is likely of all the others in the article.

**Why roles.** About every second place in a news article is not where anything happened: a
capital that stands for a government, a dateline, a nationality, a parallel from history. The map
shows mentions whose role is *event* unless you ask for more.

**Why here?** Click a place in an article: the page shows the sentence, the role and what decided
it, how sure the choice is, and what else was considered.

**Precision.** A town is a dot, a feature such as a bridge a diamond, a district or province a
ring at its point, a country a pale shade of its shape. What could not be placed is counted in the
corner of the map. A mark that is less sure than even is lighter.

**Counts** are of *articles mentioning*, never of events. Copies of one text, as of an agency's
report, are found by what they share word for word; the page can count each text once.

**Dates spoken of** are those an article names to the month or better, reckoned from its day of
publication. **Who speaks** is the kind of speaker of a quotation.

**Search.** All words must occur, in any of their English forms; "quotation marks" find exactly
these words in this order. `OR`, `NOT` or `-word`, and brackets; `evacu*` for words that begin so,
`alepo~` for words spelt nearly so; `title:bread`, `source:gazette`. The best match comes first:
words that are rare in the corpus weigh more, and a title twice.
"""

_RATES: Final = {"precision": "Precision", "recall": "Recall", "f1": "F1", "cases": "Cases"}

_TABLES: Final = (
    (
        "By set: names found exactly, and found and put in the right place.",
        "sets",
        {
            "label": "Set",
            "articles": "Articles",
            "mentions": "Mentions",
            "names f1": "Names, F1",
            "places f1": "Places, F1",
        },
    ),
    ("By role, on the articles on conflicts.", "roles", {"label": "Role", **_RATES}),
    ("Places by part of the world, all sets together.", "regions", {"label": "Part", **_RATES}),
    ("Other things it reads out of a text.", "others", {"label": "What", "value": "Share right"}),
)
"""Caption; key in data/quality.json; its columns with the names shown."""

_LIMITS: Final = """
* Only English is parsed. Articles in other languages are kept and searchable, but not mapped.
* A role is a judgement, and so is a place; both can be wrong. The table below says how often they
  were on texts the models had not seen.
* Coverage is not what happened: places where reporters can go are mentioned more.
* An area is shown by one point. “North of Idlib” stands at Idlib; the receipt says so.
* A quotation without marks, and a speaker named far away, are missed.
* No tone is scored, nothing is summarised by a machine, and no casualties are added up.
"""


def show() -> None:
    """Draw the page."""
    st.title("Method", anchor=False)
    text, _ = st.columns([3, 1])
    with text:
        st.markdown(_WAY)
        st.subheader("Roles", anchor=False)
        columns = ["Role", "What the place does in its sentence", "On the map", "In the text"]
        st.table(pd.DataFrame(_ROLES, columns=columns), hide_index=True, border="horizontal")
        st.subheader("What it cannot do", anchor=False)
        st.markdown(_LIMITS)
        _quality()
        st.subheader("Borders, data and programs", anchor=False)
        st.markdown(BORDERS)
        st.markdown(PLACE_NAMES)
        st.markdown(
            "Everything runs on the machine that serves this page: no text, no search and no piece "
            "of the map is asked of any other."
        )


def _quality() -> None:
    """What was measured, as `benchmarks/quality.py` wrote it."""
    measured = json.loads((data_folder() / "quality.json").read_text("utf-8"))
    st.subheader("How well, as measured", anchor=False)
    st.markdown(
        f"Taken on {measured['measured']} with {measured['model']} and gazetteer "
        f"{measured['gazetteer'][:8]}. Each text was read by models that had not seen it. F1 is "
        "the harmonic mean of precision (what was found is right) and recall (what is there was "
        "found), 1 at best; a place counts as right within 161 km, a mark on the map within 25. "
        "Below 30 cases a figure says little."
    )
    for caption, name, labels in _TABLES:
        st.caption(caption)
        frame = pd.DataFrame(measured[name])[list(labels)].rename(columns=labels)
        rates, counts = (frame.select_dtypes(kind).columns for kind in ("float", "int"))
        formats: dict[Any, Any] = {
            **dict.fromkeys(rates, "{:.3f}"),
            **dict.fromkeys(counts, "{:,}"),
        }
        st.table(frame.style.format(formats), hide_index=True, border="horizontal")
