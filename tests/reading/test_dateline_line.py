"""A dateline is told by its shape; whatever else opens a text is none."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.reading.dateline_line import find_agency, find_dateline

TITLE = "Bridge closed after night of shelling\n\n"


def parts(text: str) -> tuple[str, list[str], str, str] | None:
    """The dateline as printed, its places, its agency and its day."""
    found = find_dateline(text)
    if found is None:
        return None
    places = [text[start:end] for start, end in found.places]
    return text[found.start : found.end], places, found.agency, found.day_text


@pytest.mark.parametrize("closing", [" /", " •", " ·"])
def test_a_slash_or_a_bullet_closes_one_in_capitals_before_a_paragraph(closing: str) -> None:
    report = "Two drones struck the pumping station of the oil field late on Monday, a guard said."
    found = parts(f"{TITLE}ERBIL{closing} {report}")
    assert found is not None and found[1] == ["ERBIL"]
    assert parts(f"{TITLE}Erbil{closing} {report}") is None
    assert parts(f"{TITLE}ERBIL{closing} Home") is None  # the way to a page


@pytest.mark.parametrize(
    "line",
    [
        "KYIV 24/7: It rained.",
        "GOOD FRIDAY. It rained.",
        "Thread 3/7: It rained.",
        "Reunion, 9/11: It rained.",
    ],
)
def test_what_only_looks_like_a_day_makes_no_dateline(line: str) -> None:
    assert parts(f"{TITLE}{line}") is None


@pytest.mark.parametrize(
    ("line", "places", "agency", "day"),
    [
        ("WASHINGTON: The envoy left.", ["WASHINGTON"], "", ""),
        ("VALPARAÍSO, Feb 1995 — Rain.", ["VALPARAÍSO"], "", "Feb 1995"),
        ("TERMEZ, May 25 1997. The flag went up.", ["TERMEZ"], "", "May 25 1997"),
        ("Dili, May 28, 2006. Markets opened.", ["Dili"], "", "May 28, 2006"),
        ("CHERNIHIV, 6 Oct. The clerk asked.", ["CHERNIHIV"], "", "6 Oct."),
        ("SAN JUAN DE LAS LOMAS, Chiapas — Rain.", ["SAN JUAN DE LAS LOMAS", "Chiapas"], "", ""),
        ("BEIRUT (Meridian Wire) - Shells fell.", ["BEIRUT"], "Meridian Wire", ""),
        ("KHARTOUM, April 19 — Guns fell silent.", ["KHARTOUM"], "", "April 19"),
        ("Goma, DR Congo – Rebels withdrew.", ["Goma", "DR Congo"], "", ""),
        (
            "TUZLA, Bosnia and Herzegovina, July 8 -- Rain.",
            ["TUZLA", "Bosnia and Herzegovina"],
            "",
            "July 8",
        ),
        ("SRINAGAR, JAMMU AND KASHMIR – Rain.", ["SRINAGAR", "JAMMU AND KASHMIR"], "", ""),
        ("ALEPPO, Syria (Northline) — Snow fell.", ["ALEPPO", "Syria"], "Northline", ""),
        ("GENEVA/BEIRUT, Dec 13 (AFP) - Talks.", ["GENEVA", "BEIRUT"], "AFP", "Dec 13"),
        ("Kyiv, Ukraine — Trams ran.", ["Kyiv", "Ukraine"], "", ""),
        ("(AFP) BEIRUT - Talks went on.", ["BEIRUT"], "AFP", ""),
        ("(SANAA) — Talks went on.", ["SANAA"], "", ""),
        ("DEIR ez-ZOR: A bridge fell.", ["DEIR ez-ZOR"], "", ""),
        ("SANA'A, Yemen, Dec 4 (Northline) - Rain.", ["SANA'A", "Yemen"], "Northline", "Dec 4"),
        ("near MOSUL, Iraq (AP) — Dust rose.", ["MOSUL", "Iraq"], "AP", ""),
        ("NORTH OF RAQQA, Syria — Dust rose.", ["RAQQA", "Syria"], "", ""),
        ("Akkum, Jordan–Syria border – Rain.", ["Akkum", "Jordan", "Syria"], "", ""),
        ("AKKUM, Syria-Iraq border — Rain.", ["AKKUM", "Syria", "Iraq"], "", ""),
        ("JUBA, South Sudan: Markets opened.", ["JUBA", "South Sudan"], "", ""),
        ("RAMALLAH, West Bank — Markets opened.", ["RAMALLAH", "West Bank"], "", ""),
        ("THE HAGUE, Netherlands (AP) — Judges met.", ["THE HAGUE", "Netherlands"], "AP", ""),
        ("ST. PETERSBURG, Fla. — It rained.", ["ST. PETERSBURG", "Fla."], "", ""),
        ("CHARLESTON, W.Va. -- It rained.", ["CHARLESTON", "W.Va."], "", ""),
        ("RIO de JANEIRO: It rained.", ["RIO de JANEIRO"], "", ""),
        ("TEL AVIV and GAZA CITY — A truce held.", ["TEL AVIV", "GAZA CITY"], "", ""),
        ("DAMASCUS, Dec. 16 (Xinhua) -- It rained.", ["DAMASCUS"], "Xinhua", "Dec. 16"),
        ("MOSCOW, December 16. /TASS/. It rained.", ["MOSCOW"], "TASS", "December 16"),
        ("Madrid, 16 dic (EFE).- Llovió.", ["Madrid"], "EFE", "16 dic"),
        ("Alep (Syrie) (AFP) - Il a plu.", ["Alep", "Syrie"], "AFP", ""),
        ("Berlin/Damaskus (dpa) - Es regnete.", ["Berlin", "Damaskus"], "dpa", ""),
        ("New Delhi [India], May 6 (ANI): Rain.", ["New Delhi", "India"], "ANI", "May 6"),
        ("BAGHDAD (Reuters) Gunmen fled.", ["BAGHDAD"], "Reuters", ""),
        ("DAMASCUS—It rained.", ["DAMASCUS"], "", ""),
        ("LUANDA 3/6 -- It rained.", ["LUANDA"], "", "3/6"),
        ("JAYAPURA (21.09.2024) – It rained.", ["JAYAPURA"], "", "21.09.2024"),
        ("JAYAPURA, Sept 21. -- It rained.", ["JAYAPURA"], "", "Sept 21"),
        ("KISORO, Uganda, Tuesday. It rained.", ["KISORO", "Uganda"], "", "Tuesday"),
        ("AMMAN — AFP — It rained.", ["AMMAN"], "AFP", ""),
        ("BOWLING GREEN, Ohio (AP) \x97 It rained.", ["BOWLING GREEN", "Ohio"], "AP", ""),
        ("МОСКВА, 16 дек — РИА Новости. Шёл снег.", ["МОСКВА"], "RIA Novosti", "16 дек"),
        ("КИЕВ, 5 апреля (Интерфакс) - Снег.", ["КИЕВ"], "Interfax", "5 апреля"),
        ("دمشق (رويترز) - هطل المطر", ["دمشق"], "Reuters", ""),
        ("بيروت، 16 ديسمبر (أ ف ب) - هطل المطر", ["بيروت"], "AFP", "16 ديسمبر"),
        ("دمشق – سانا: هطل المطر", ["دمشق"], "SANA", ""),
        ("Reuters - Shells fell on the port.", [], "Reuters", ""),
        ("Segou, 6 May (AMAP) Two boats sank.", ["Segou"], "AMAP", "6 May"),
        ("Baghdad / INA – It rained.", ["Baghdad"], "INA", ""),
        ("AMSTERDAM, Monday.— It rained.", ["AMSTERDAM"], "", "Monday."),
        ("Hama, SANA- It rained.", ["Hama"], "SANA", ""),
        ("ADDIS ABABA- It rained.", ["ADDIS ABABA"], "", ""),
        ("May 3, 2021 (KOSTI) – It rained.", ["KOSTI"], "", "May 3, 2021"),
        ("May 3, 2021 (Reuters) – It rained.", [], "Reuters", "May 3, 2021"),
        ("(New York, May 3, 2021) – It rained.", ["New York"], "", "May 3, 2021"),
        ("Tyre, Lebanon CNN — It rained.", ["Tyre", "Lebanon"], "CNN", ""),
        ("GANJA, MAY 3, ARMENPRESS. It rained.", ["GANJA"], "Armenpress", "MAY 3"),
        ("Uvira, DR Congo | It rained.", ["Uvira", "DR Congo"], "", ""),
        ("UVIRA | Xinhua | It rained.", ["UVIRA"], "Xinhua", ""),
        ("KUT/ Aswat al-Iraq: It rained.", ["KUT"], "Aswat al-Iraq", ""),
        ("Shafaq News/ It rained.", [], "Shafaq News", ""),
        ("SEVERN, Md. (ABC7) — It rained.", ["SEVERN", "Md."], "ABC7", ""),
    ],
)
def test_the_usual_shapes_are_read(line: str, places: list[str], agency: str, day: str) -> None:
    found = parts(TITLE + line)
    assert found is not None
    assert found[1:] == (places, agency, day)
    assert parts(line) == found  # at the very start too


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE: Shells fell on the port.",
        "UPDATE 1 (Northline) - Shells fell.",
        "WARNING: graphic pictures.",
        "EDITOR'S NOTE: names were changed.",
        "Q&A: what comes next?",
        "TERROR IN THE VALLEY: what is known",
        "NATO: We will stay.",
        "Haddad: we will rebuild it.",
        "Haddad — who visited in May — said nothing.",
        "However, Haddad – backed by the mayor – held on.",
        "The war — now in its sixth year — goes on.",
        "In Aleppo, Syria — The streets are empty.",
        "But Aleppo — The city is quiet.",
        "President Haddad — The man who stayed.",
        "The town of Hama - The people left.",
        "Syria: what comes next",
        "Segou (AMAP) Two boats sank.",
        "Segou, 6 May (AMAP) and the days after.",
        "Provinces, SANA- It rained.",
        "Pre- and post-war Aleppo are two cities.",
        "AFRICA | NEWS | SPORT",
        "Home | World | Africa",
        "He/ She must sign.",
        "May 3, 2021 (updated) – It rained.",
        "Aleppo, once the largest city, was quiet.",
        "Aleppo-based activists - a handful - said so.",
        "“We left,” he said — and wept.",
        "On Thursday, Dec 15 - two days later - they left.",
        "Monday — The siege goes on.",
        "Day 5 — The siege goes on.",
        "It was 10:30: nothing moved.",
        "Photo: Rana Haddad",
        "https://example.org: a link",
        "ALEPPO",
        ":",
        "—",
        "(AP)",
        "()",
        "",
    ],
)
def test_a_label_or_an_ordinary_sentence_is_no_dateline(line: str) -> None:
    assert find_dateline(TITLE + line) is None
    assert find_dateline(line) is None


def test_a_title_is_not_taken_for_a_dateline() -> None:
    assert find_dateline("ALEPPO: A city waits\n\nThe streets were empty on Monday.") is None


def test_a_first_paragraph_without_a_title_is_searched() -> None:
    found = parts("HOMS, Syria (AP) — Snow fell.\n\nIt was the first snow of the year.")
    assert found is not None
    assert found[1] == ["HOMS", "Syria"]


def test_a_first_paragraph_of_one_sentence_is_searched_though_it_could_be_a_title() -> None:
    rest = "How many have crossed since Monday nobody knows.\n\nThey came on foot."
    found = parts(f"Nizip, Turkey – {rest}")
    assert found is not None
    assert found[1] == ["Nizip", "Turkey"]
    assert find_dateline(f"Nizip – {rest}") is None
    assert find_dateline("Nizip, Turkey – What we know\n\nThey came on foot.") is None


def test_a_dateline_below_a_byline_is_found_in_capitals_only() -> None:
    assert parts(f"{TITLE}By Rana Haddad\n\nHOMS: Snow fell.") == ("HOMS:", ["HOMS"], "", "")
    assert find_dateline(f"{TITLE}By Rana Haddad\n\nHaddad — She is a poet.") is None


def test_a_dateline_behind_a_headline_on_the_same_line_is_found() -> None:
    text = "Fire destroys a mill near the river. ST. PAUL -- A fire broke out on Monday."
    assert parts(text) == ("ST. PAUL --", ["ST. PAUL"], "", "")


def test_a_town_in_small_letters_with_its_country_may_stand_before_a_colon() -> None:
    report = "Israeli helicopters rocketed a base in the hills near the town at dawn yesterday."
    places = ["Marjayoun", "Lebanon"]
    found = parts(f"{TITLE}Marjayoun, Lebanon: {report}")
    assert found == ("Marjayoun, Lebanon:", places, "", "")
    assert parts(f"Marjayoun, Lebanon: {report}") is None  # a title
    assert parts(f"{TITLE}Marjayoun, Lebanon: two dead.\n\n{report}") is None  # an item of a list
    assert parts(f"{TITLE}Marjayoun: {report}") is None
    assert parts(f"{TITLE}Voters in Marjayoun, Lebanon: {report}") is None


@pytest.mark.parametrize(
    ("line", "place"),
    [("Kut (Marsh News) It rained.", None), ("Kut (MarshNews) It rained.", "Kut")],
)
def test_a_name_that_only_a_site_has_closes_a_dateline_in_small_letters(
    line: str, place: str | None
) -> None:
    found = parts(line)
    assert (found and found[1]) == (place and [place])


def test_a_dash_may_end_the_first_line() -> None:
    assert parts("Tyre, Lebanon CNN —\n\nIt rained.") == (
        "Tyre, Lebanon CNN —",
        ["Tyre", "Lebanon"],
        "CNN",
        "",
    )


def test_speakers_of_an_interview_are_no_datelines() -> None:
    assert find_dateline(TITLE + "HADDAD: No.\nQUESTION: Why?\nHADDAD: No.\nQUESTION: Why?") is None


def test_the_agency_of_the_dateline_goes_before_the_one_at_the_end() -> None:
    assert find_agency(f"{TITLE}HOMS (Northline) — Snow fell.\n— Reuters") == "Northline"
    assert find_agency(f"{TITLE}HOMS: Snow fell.\n— Reuters") == "Reuters"
    assert find_agency(f"{TITLE}Snow fell.") == ""


PIECES = st.sampled_from(
    [
        *("HOMS", "Syria", "Kyiv", "دمشق", "МОСКВА", "al-Bab", "of", "The", "May 21"),
        *("Dec. 16, 2016", "(AP)", "(", ")", "[", "]", "/TASS/", "/", " - ", " — ", "--", ":"),
        *(": ", ".", ". ", ", ", ",", "،", "\n", "\n\n", " ", "\u00a0", "\0", "\ud800", "İ"),
        *("ß", "’", "_", "Reuters", "AFP", "said"),
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=80))
@example("(AP)\n")
@example("A" * 5000)
@example(("A. " * 200) + "HOMS — ")
def test_the_parser_never_fails_and_its_spans_lie_in_order_in_the_text(text: str) -> None:
    found = find_dateline(text)
    if found is None:
        return
    assert 0 <= found.start < found.end <= len(text)
    assert text[found.start : found.end].strip() == text[found.start : found.end]
    assert found.places or found.agency
    edges = [edge for place in found.places for edge in place]
    assert edges == sorted(edges)
    for start, end in found.places:
        assert found.start <= start < end <= found.end
        assert text[start:end] == text[start:end].strip()
    assert find_agency(text) == found.agency or not found.agency


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("By Lena Ostrow in Tbilisi", "Tbilisi"),
        ("By Ida de Falkenrath in San José", "San José"),
        ("Our correspondent, Bouaké, October 2002", "Bouaké"),
        ("From our own correspondent in Hodeida", "Hodeida"),
        ("By Lena Ostrow\nBBC News, Tbilisi", "Tbilisi"),
    ],
)
def test_a_line_that_says_who_writes_from_where_is_a_dateline(line: str, place: str) -> None:
    text = f"{TITLE}{line}\n\nThey came down the road in no hurry."
    found = find_dateline(text)
    assert found is not None
    assert [text[start:end] for start, end in found.places] == [place]


@pytest.mark.parametrize(
    "text",
    [
        TITLE + "Sirte, February 2017\n\nThere is a hotel here.",
        TITLE + "MILTON FREE OBSERVER — Visitors will pay more.",
        "By Lena Ostrow in Tbilisi",
        TITLE + "ZARQA, Jordan\n\nRain fell.",
        "Markets opened in Dili on May 28. Rain fell.",
    ],
)
def test_a_heading_and_a_papers_name_are_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "places", "agency", "day"),
    [
        (
            "PUERTO NUEVO (Coastline Press)\n\nMen took a barge.",
            ["PUERTO NUEVO"],
            "Coastline Press",
            "",
        ),
        ("ZARQA, Jordan, 9 September 2017\n\nRain.", ["ZARQA", "Jordan"], "", "9 September 2017"),
        (
            "Ouargla, 3 March (Southern Courier)\n\nRain.",
            ["Ouargla"],
            "Southern Courier",
            "3 March",
        ),
    ],
)
def test_a_line_of_its_own_below_the_title_is_a_dateline(
    line: str, places: list[str], agency: str, day: str
) -> None:
    found = parts(TITLE + line)
    assert found is not None
    assert found[1:] == (places, agency, day)
