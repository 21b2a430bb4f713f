"""What the words beside a toponym say of where it lies."""

from __future__ import annotations

import pytest

from dateline.geoparsing.resolution.groups import group_mentions
from dateline.language_model import LanguageModel
from tests.geoparsing.resolution.bracketed import DEMONYMS, groups, unmarked


@pytest.mark.parametrize(
    ("marked", "containers", "stated"),
    [
        ("In [Odessa], [Texas], a teacher wept.", ("Texas",), True),
        ("Near [Tripoli] ([Lebanon]) it rained.", ("Lebanon",), True),
        ("Not [Tripoli], the capital of [Libya].", ("Libya",), True),
        ("They took [Beni], seat of [Myagdi], at dawn.", ("Myagdi",), True),
        ("Shells hit [Hama], and the town of [Rastan] was cut off.", (), False),
        ("In [Douma], a spokesman in [Beirut] said.", (), False),
        ("Roads to [Mosul] in northern [Iraq] are shut.", ("Iraq",), False),
        ("They live in [Oregon], [Washington] and [Idaho].", ("Washington",), False),
        ("In [Washington], [Oregon], [Idaho] and [Utah] it snowed.", ("Oregon", "Idaho"), False),
        ("[Paris] and [London] agreed.", (), False),
        ("Nine died in the [Mukuru] slums in [Nairobi].", ("Nairobi",), True),
        ("A shop in the [Hodan] district of [Mogadishu] burned.", ("Mogadishu",), True),
        ("Rain fell on the [Maaser] oil refinery in northern [Iraq].", ("Iraq",), True),
        ("The [Kurt] said in [Ankara] that it rained.", (), False),
        ("[Goma]\n\n[Congo] voted.", (), False),
        ("Nine died in [Djugu] territory, [Ituri], on Monday.", ("Ituri",), True),
        ("Clashes in [Nasir] town ([Upper Nile]) went on.", ("Upper Nile",), True),
        ("In [Nowhere] (X), [Djaiba], [Djugu] territory, it rained.", (), False),
        ("Rain fell in [Poonch] district, [Doda] and [Kulgam].", ("Doda",), False),
        ("In [Poonch] a district, [Doda], was closed.", (), False),
        ("From [Cordoba], [Spain], and [Merida], [Venezuela], they flew.", ("Spain",), True),
        ("From [Lima], [Ohio], [Rome], [Italy], and [Bonn], [Texas], he flew.", ("Ohio",), True),
        ("From [Cordoba], [Spain], [Rome], and [Merida], they flew.", ("Spain", "Rome"), False),
        ("From [Oregon], [Idaho] and [Nevada] it came.", ("Idaho",), False),
    ],
)
def test_what_follows_may_contain(marked: str, containers: tuple[str, ...], stated: bool) -> None:
    first = groups(marked)[0]
    assert (first.containers, first.stated) == (containers, stated)


@pytest.mark.parametrize(
    ("marked", "container"),
    [
        ("[Syria]'s northern [Idlib] burned.", "Syria"),
        ("The [Libyan] city of [Sebha] was calm.", "Libyan"),
        ("The [Lebanese] army entered [Tripoli].", None),
    ],
)
def test_what_comes_before_may_contain(marked: str, container: str | None) -> None:
    last = groups(marked)[-1]
    if container is None:
        assert not last.stated
    else:
        assert last.containers == (container,)


@pytest.mark.parametrize(
    ("marked", "unit"),
    [
        ("Villages in [Aleppo] province fell.", "province"),
        ("Villages in the province of [Aleppo] fell.", "province"),
        ("A [Washington] state farm burned.", "state"),
        ("Farms in the US state of [Georgia] burned.", "state"),
        ("Farms in the Mexican state of [Puebla] burned.", "state"),
        ("Farms in the Rakhine state of [Myanmar] burned.", ""),
        ("The province of [Aleppo] fell.", "province"),
        ("Shops in the Xyzzyqw district of [Kharkiv] burned.", ""),
        ("A barn in [Logan] County burned.", "county"),
        ("Floods cut off [Logan] and Mingo counties.", "county"),
        ("Villages in [Idlib], Hama and Deir Ezzor provinces fell.", "province"),
        ("Shells hit [Aleppo], and other cities waited.", ""),
        (f"Shells hit [Aleppo], {'A' * 60} and more.", ""),  # tried once, not in every division
        ("Shells hit [Aleppo].", ""),
    ],
)
def test_a_word_beside_says_what_division_is_meant(marked: str, unit: str) -> None:
    assert groups(marked)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "definite"),
    [
        ("Shells fell on the left bank of the Dnipro.", True),
        ("Shells fell on Dnipro.", False),
        ("The Dnipro mayor spoke.", False),
    ],
)
def test_an_article_is_a_names_own_where_no_other_noun_takes_it(
    language: LanguageModel, text: str, definite: bool
) -> None:
    start = text.index("Dnipro")
    (group,) = group_mentions(language.nlp(text), [(start, start + 6)], DEMONYMS.__contains__)
    assert group.definite == definite


def test_a_government_in_a_town_is_not_a_place_there() -> None:
    assert groups("The [Fatah] government in [Ramallah] fell.")[0].containers == ()


@pytest.mark.parametrize(
    ("marked", "containers"),
    [
        ("Several men were hurt at [Kawito base], [Pretoria] announced.", ()),
        ("Rebels have seized [Kawito base], [Pretoria] says.", ()),
        ("In [Lebanon], [Israel] has struck a depot.", ()),
        ("The trial was held in [Odessa], [Texas], in May.", ("Texas",)),
        ("In [Odessa], [Texas] police said, nobody was hurt.", ("Texas",)),
    ],
)
def test_who_acts_after_the_comma_contains_nothing(
    language: LanguageModel, marked: str, containers: tuple[str, ...]
) -> None:
    text, spans = unmarked(marked)
    first = group_mentions(language.nlp(text), spans, DEMONYMS.__contains__)[0]
    assert first.containers == containers
