"""What `find_dates` promises, on sentences of our own."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from spacy.language import Language

from dateline import language_model
from dateline.dates import find_dates
from dateline.findings import DateMention

FRIDAY = date(2016, 12, 16)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return language_model.load().nlp


def only(nlp: Language, text: str, published: date | None = FRIDAY) -> DateMention:
    found = find_dates(nlp(text), published)
    assert len(found) == 1, found
    assert text[found[0].start : found[0].end] == found[0].surface
    return found[0]


def days(mention: DateMention) -> tuple[str, str]:
    """Both ends as ISO days, the latter not included."""
    return str(mention.earliest), str(mention.latest)


@pytest.mark.parametrize(
    ("text", "surface", "interval", "precision"),
    [
        ("The dam broke on 13 December 2014.", "13 December 2014", "2014-12-13/2014-12-14", "day"),
        ("The dam broke on Dec. 13, 2014.", "Dec. 13, 2014", "2014-12-13/2014-12-14", "day"),
        ("It fell on the 3rd of May, 2011.", "3rd of May, 2011", "2011-05-03/2011-05-04", "day"),
        ("VARNE, November 30 — The river rose.", "November 30", "2016-11-30/2016-12-01", "day"),
        ("Nov. 30: the river rose.", "Nov. 30", "2016-11-30/2016-12-01", "day"),
        ("Nov. 28-30: no ferry.", "Nov. 28-30", "2016-11-28/2016-12-01", "span"),
        ("The letter is of 19 Aug 11.", "19 Aug 11", "2011-08-19/2011-08-20", "day"),
        ("On 3 May 12 people drowned.", "3 May", "2016-05-03/2016-05-04", "day"),
        ("It was sold in Q2 2011.", "Q2 2011", "2011-04-01/2011-07-01", "quarter"),
        ("H1 of 2011 was bad.", "H1 of 2011", "2011-01-01/2011-07-01", "span"),
        (
            "The second half of last year was dry.",
            "The second half of last year",
            "2015-07-01/2016-01-01",
            "span",
        ),
        (
            "They vote on the last Sunday of May 2017.",
            "the last Sunday of May 2017",
            "2017-05-28/2017-05-29",
            "day",
        ),
        (
            "They voted on the second Monday in September.",
            "the second Monday in September",
            "2016-09-12/2016-09-13",
            "day",
        ),
        ("It froze in winter 1994-95.", "winter 1994-95", "1994-12-01/1995-03-01", "season"),
        ("He led it from mid-2009 on.", "2009", "2009-01-01/2010-01-01", "year"),
        (
            "From July 2011 to May 2012 it was shut.",
            "July 2011 to May 2012",
            "2011-07-01/2012-06-01",
            "span",
        ),
        ("It was built in the eighties.", "the eighties", "1980-01-01/1990-01-01", "decade"),
        ("It was built in the early fifties.", "fifties", "1950-01-01/1960-01-01", "decade"),
        ("By the summer it was dry.", "summer", "2016-06-01/2016-09-01", "season"),
        (
            "It reopens in two weeks' time.",
            "two weeks' time",
            "2016-12-26/2017-01-02",
            "week",
        ),
        ("It opens again this weekend.", "this weekend", "2016-12-17/2016-12-19", "span"),
        ("It was shut again this weekend.", "this weekend", "2016-12-17/2016-12-19", "span"),
        ("He left on the 3rd.", "the 3rd", "2016-12-03/2016-12-04", "day"),
        (
            "In the winter of 1994-95 it froze.",
            "the winter of 1994-95",
            "1994-12-01/1995-03-01",
            "season",
        ),
        ("It ran from Sept. 3-5.", "Sept. 3-5", "2016-09-03/2016-09-06", "span"),
        ("It rained between 3 and 7 May.", "3 and 7 May", "2016-05-03/2016-05-08", "span"),
        ("On the night of 3/4 May it fell.", "3/4 May", "2016-05-03/2016-05-05", "span"),
        ("It rained from 30 April-2 May.", "30 April-2 May", "2016-04-30/2016-05-03", "span"),
        (
            "It rained between 28 July and 3 August 2011.",
            "28 July and 3 August 2011",
            "2011-07-28/2011-08-04",
            "span",
        ),
        (
            "It rained from 28 December to 3 January 2011.",
            "28 December to 3 January 2011",
            "2010-12-28/2011-01-04",
            "span",
        ),
        ("On 1 May they fled.", "1 May", "2016-05-01/2016-05-02", "day"),
        ("It fell on 19-Aug-2011.", "19-Aug-2011", "2011-08-19/2011-08-20", "day"),
        ("It fell the Friday before last.", "Friday before last", "2016-12-02/2016-12-03", "day"),
        ("09.12, 07:12\nThe mill burns.", "09.12", "2016-12-09/2016-12-10", "day"),
        ("In '92 it fell.", "'92", "1992-01-01/1993-01-01", "year"),
        ("It fell in the spring of '14.", "'14", "2014-01-01/2015-01-01", "year"),
        ("He lived there from 1984 to 1987.", "1984 to 1987", "1984-01-01/1988-01-01", "span"),
        ("Between 2003 and 2005 it fell.", "2003 and 2005", "2003-01-01/2006-01-01", "span"),
        ("It was founded in 2012 by soldiers.", "2012", "2012-01-01/2013-01-01", "year"),
        (
            "From Sept. 28 to Oct. 3, 2012, it burned.",
            "Sept. 28 to Oct. 3, 2012",
            "2012-09-28/2012-10-04",
            "span",
        ),
        ("The road opened in March 2011.", "March 2011", "2011-03-01/2011-04-01", "month"),
        ("The road opened last August.", "last August", "2016-08-01/2016-09-01", "month"),
        ("The town was besieged in 1941-42.", "1941-42", "1941-01-01/1943-01-01", "span"),
        ("The war of 1992–1995 ruined it.", "1992–1995", "1992-01-01/1996-01-01", "span"),
        ("It was built in 1987.", "1987", "1987-01-01/1988-01-01", "year"),
        ("It was built in the 1990s.", "the 1990s", "1990-01-01/2000-01-01", "decade"),
        ("It was built in the ’80s.", "the ’80s", "1980-01-01/1990-01-01", "decade"),
        ("It was built in the 19th century.", "the 19th century", "1801-01-01/1901-01-01", "span"),
        (
            "It closed in the summer of 2014.",
            "the summer of 2014",
            "2014-06-01/2014-09-01",
            "season",
        ),
        ("It closed in winter 2014.", "winter 2014", "2014-12-01/2015-03-01", "season"),
        (
            "Sales fell in the third quarter.",
            "the third quarter",
            "2016-07-01/2016-10-01",
            "quarter",
        ),
        (
            "Sales fell in the first quarter of 2015.",
            "the first quarter of 2015",
            "2015-01-01/2015-04-01",
            "quarter",
        ),
        ("It closed two days ago.", "two days ago", "2016-12-14/2016-12-15", "day"),
        ("It closed two weeks ago.", "two weeks ago", "2016-11-28/2016-12-05", "week"),
        ("It closed a decade ago.", "a decade ago", "2000-01-01/2010-01-01", "decade"),
        ("It closed last week.", "last week", "2016-12-05/2016-12-12", "week"),
        ("It closed earlier this week.", "this week", "2016-12-12/2016-12-19", "week"),
        ("It closed last month.", "last month", "2016-11-01/2016-12-01", "month"),
        ("It closed over the weekend.", "the weekend", "2016-12-10/2016-12-12", "span"),
        (
            "It shut for the past five years.",
            "the past five years",
            "2011-12-16/2016-12-17",
            "span",
        ),
        (
            "It closed the day before yesterday.",
            "the day before yesterday",
            "2016-12-14/2016-12-15",
            "day",
        ),
        ("It closed overnight.", "overnight", "2016-12-15/2016-12-17", "span"),
        ("It closed early Tuesday.", "Tuesday", "2016-12-13/2016-12-14", "day"),
        ("It closed on Thursday night.", "Thursday night", "2016-12-15/2016-12-16", "day"),
        ("It closed on 2014-02-28.", "2014-02-28", "2014-02-28/2014-03-01", "day"),
        ("It closed on 13/4/2014.", "13/4/2014", "2014-04-13/2014-04-14", "day"),
        ("It closed on 3.4.2014.", "3.4.2014", "2014-04-03/2014-04-04", "day"),
        ("From 12.10. on it was shut.", "12.10.", "2016-10-12/2016-10-13", "day"),
        (
            "The report covers 1 January - 30 September.",
            "1 January - 30 September",
            "2016-01-01/2016-10-01",
            "span",
        ),
        ("It may reopen after the raid of 17 June.", "17 June", "2016-06-17/2016-06-18", "day"),
        (
            "A year after the coup of 20 December, they met.",
            "20 December",
            "2015-12-20/2015-12-21",
            "day",
        ),
        ("By Monday, he hoped, it would be open.", "Monday", "2016-12-19/2016-12-20", "day"),
        ("The funeral is on Monday.", "Monday", "2016-12-19/2016-12-20", "day"),
        ("It shut in the past 48 hours.", "the past 48 hours", "2016-12-14/2016-12-17", "span"),
        (
            "It shut in the last twelve hours.",
            "the last twelve hours",
            "2016-12-15/2016-12-17",
            "span",
        ),
        ("It opens in the next 24 hours.", "the next 24 hours", "2016-12-16/2016-12-18", "span"),
        ("It opens next on Christmas Eve.", "Christmas Eve", "2016-12-24/2016-12-25", "day"),
        (
            "It closed on New Year’s Day 2011.",
            "New Year’s Day 2011",
            "2011-01-01/2011-01-02",
            "day",
        ),
        ("It closed after 9/11.", "9/11", "2001-09-11/2001-09-12", "day"),
        ("Last summer the mill closed.", "Last summer", "2016-06-01/2016-09-01", "season"),
        ("It closed overnight on Sunday.", "Sunday", "2016-12-11/2016-12-12", "day"),
        (
            "It was built in the last quarter of the 19th century.",
            "the 19th century",
            "1801-01-01/1901-01-01",
            "span",
        ),
    ],
)
def test_an_expression_has_its_span_and_its_interval(
    nlp: Language, text: str, surface: str, interval: str, precision: str
) -> None:
    found = only(nlp, text)
    assert (found.surface, "/".join(days(found)), found.precision) == (surface, interval, precision)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge fell on Monday.", "2016-12-12"),
        ("The ministry said the bridge will reopen on Monday.", "2016-12-19"),
        ("Talks are due to resume on Tuesday.", "2016-12-20"),
        ("They have until Saturday to leave.", "2016-12-17"),
        ("The rebels had held the mill since Sunday.", "2016-12-11"),
        ("Shells hit market on Monday", "2016-12-12"),
        ("Ministers will discuss Monday's raid.", "2016-12-12"),
        ("The mayor leaves office on January 20.", "2017-01-20"),
        ("The mayor took office on February 20.", "2016-02-20"),
        ("The council condemned the October 7 attack.", "2016-10-07"),
        ("The storm struck on Friday, Jan. 15.", "2016-01-15"),
        ("The list is open until 5 p.m. on Tuesday.", "2016-12-20"),
        ("The last of the two lists dates from 6 February.", "2016-02-06"),
    ],
)
def test_the_sentence_tells_whether_a_day_is_past_or_to_come(
    nlp: Language, text: str, day: str
) -> None:
    assert days(only(nlp, text))[0] == day


def test_that_month_is_the_month_spoken_of(nlp: Language) -> None:
    found = find_dates(
        nlp("The dam broke in May 2009. Nine villages were lost that month."), FRIDAY
    )
    assert [days(date) for date in found] == [("2009-05-01", "2009-06-01")] * 2


def test_a_year_earlier_beside_a_quarter_is_that_quarter_of_the_year_before(nlp: Language) -> None:
    text = "The mill lost 3 million in the third quarter; it had lost 6 million a year ago."
    found = find_dates(nlp(text), FRIDAY)
    assert days(found[-1]) == ("2015-07-01", "2015-10-01")


@pytest.mark.parametrize("text", ["In recent days the river rose.", "It rose in recent weeks."])
def test_recent_days_end_at_publication_and_begin_nobody_knows_when(
    nlp: Language, text: str
) -> None:
    found = only(nlp, text)
    assert (found.earliest, found.latest, found.precision) == (None, date(2016, 12, 17), "vague")


def test_coming_weeks_begin_at_publication_and_stay_open(nlp: Language) -> None:
    found = only(nlp, "More rain will fall in the coming weeks.")
    assert (found.earliest, found.latest, found.precision) == (FRIDAY, None, "vague")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("The bridge fell on Monday.", "day"),
        ("The bridge fell yesterday.", "day"),
        ("The bridge fell two weeks ago.", "week"),
        ("The bridge fell last month.", "month"),
        ("The bridge fell in October.", "month"),
        ("The bridge fell on October 3.", "day"),
        ("The bridge fell this year.", "year"),
        ("The bridge fell in the third quarter.", "quarter"),
        ("The bridge has fallen apart in the past five years.", "span"),
        ("The bridge fell last winter.", "season"),
    ],
)
def test_an_undated_article_keeps_relative_dates_unresolved(
    nlp: Language, text: str, precision: str
) -> None:
    found = only(nlp, text, published=None)
    assert (found.earliest, found.latest, found.precision) == (None, None, precision)


def test_an_undated_article_still_knows_full_dates(nlp: Language) -> None:
    assert days(only(nlp, "It fell on 3 May 2011.", published=None)) == ("2011-05-03", "2011-05-04")


def test_a_date_in_figures_that_reads_two_ways_is_not_guessed(nlp: Language) -> None:
    found = only(nlp, "The bridge fell on 3/4/17.")
    assert (found.surface, found.earliest, found.latest) == ("3/4/17", None, None)


@pytest.mark.parametrize(("other", "month"), [("13/4/2014", 4), ("4/13/2014", 3)])
def test_days_in_figures_are_read_as_the_one_that_can_be_read_one_way(
    nlp: Language, other: str, month: int
) -> None:
    first, _ = find_dates(nlp(f"It closed on 3/4/2014 and opened on {other}."), FRIDAY)
    assert first.earliest == date(2014, month, 7 - month)


def test_days_of_either_order_tell_nothing_of_each_other(nlp: Language) -> None:
    text = "It closed on 3/4/2014, opened on 13/4/2014 and fell on 4/13/2015."
    assert find_dates(nlp(text), FRIDAY)[0].earliest is None


def test_every_second_tuesday_is_no_day_and_the_4th_of_a_meeting_that_was_has_been(
    nlp: Language,
) -> None:
    text = "It meets every second Tuesday. It last met on the 4th, and meets again on Monday."
    found = find_dates(nlp(text), FRIDAY)
    assert [days(one)[0] for one in found] == ["2016-12-04", "2016-12-19"]


def test_the_same_day_twice_in_figures_reads_one_way_only(nlp: Language) -> None:
    assert days(only(nlp, "The bridge fell on 4/4/17.")) == ("2017-04-04", "2017-04-05")


def test_29_february_is_the_nearest_there_is(nlp: Language) -> None:
    assert days(only(nlp, "The river rose on 29 February.")) == ("2016-02-29", "2016-03-01")
    far = only(nlp, "The river rose on 29 February.", published=date(2018, 7, 1))
    assert (far.earliest, far.precision) == (None, "day")


@pytest.mark.parametrize(
    "text",
    [
        "The road was closed on 30 February 2011 or so they say.",
        "He came on 2011-02-30.",
    ],
)
def test_a_day_no_calendar_has_is_no_day(nlp: Language, text: str) -> None:
    assert not [d for d in find_dates(nlp(text), FRIDAY) if d.precision == "day"]


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("It shut in May and June 2011.", ["2011-05", "2011-06"]),
        ("It shut in May, June and July 2011.", ["2011-05", "2011-06", "2011-07"]),
        ("It shut in December and January 2011.", ["2010-12", "2011-01"]),
        ("It shut in May, and 2011 people came.", ["2016-05"]),
    ],
)
def test_months_share_the_year_that_the_last_of_them_has(
    nlp: Language, text: str, months: list[str]
) -> None:
    found = [str(one.earliest)[:7] for one in find_dates(nlp(text), FRIDAY)]
    assert found == months


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("They met on 9 and 11 March.", {"9": "2016-03-09", "11 March": "2016-03-11"}),
        (
            "They met on 14, 15 and 17 June 2011.",
            {"14": "2011-06-14", "15": "2011-06-15", "17 June 2011": "2011-06-17"},
        ),
        (
            "They came on the 3rd and 5th of May 2011.",
            {"3rd": "2011-05-03", "5th of May 2011": "2011-05-05"},
        ),
        ("Nov. 2 and 3: rain.", {"Nov. 2": "2016-11-02", "3": "2016-11-03"}),
        (
            "They met on March 9, 11 and 14, 2011.",
            {"March 9": "2011-03-09", "11": "2011-03-11", "14, 2011": "2011-03-14"},
        ),
        (
            "On 28 July and 3 August 2011 it burned.",
            {"28 July": "2011-07-28", "3 August 2011": "2011-08-03"},
        ),
        (
            "On December 28 and January 3, 2011, it burned.",
            {"December 28": "2010-12-28", "January 3, 2011": "2011-01-03"},
        ),
        ("On March 9, 11 people drowned.", {"March 9": "2016-03-09"}),
        ("On March 9 and 11 men drowned.", {"March 9": "2016-03-09"}),
        ("It rained between 3 and 7 May.", {"3 and 7 May": "2016-05-03"}),
        ("They lost 4 to 3, and 9 and 11 in May.", {"May": "2016-05-01"}),
    ],
)
def test_each_of_several_days_that_share_a_month_is_marked(
    nlp: Language, text: str, marks: dict[str, str]
) -> None:
    assert {one.surface: str(one.earliest) for one in find_dates(nlp(text), FRIDAY)} == marks


def test_two_seasons_share_the_year_that_the_last_of_them_has(nlp: Language) -> None:
    found = find_dates(nlp("It rained in winter and spring 2014."), FRIDAY)
    assert [(one.surface, str(one.earliest)) for one in found] == [
        ("winter", "2013-12-01"),
        ("spring 2014", "2014-03-01"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The ice went 11,700 years ago.",
        "He is in his late eighties.",
        "Highs will be in the eighties.",
        "The pump cost 2000 cents.",
        "Some 1850 of the 1900 residents fled.",
        "A 24-year-old baker fled with her five-year-old son.",
        "Every Friday a bell rings.",
        "The siege lasted four years.",
        "A day after the raid the market was empty.",
        "The council passed resolution 2254.",
        "Some 2000 people crossed the river.",
        "You may march, said the guide.",
        "The shares cost $1900.",
        "Theresa May spoke.",
        "She had a score of 1270 points.",
        "The fall of the town was near.",
        "The truce holds for 24 hours.",
        "Eve of the village sold a Christmas tree.",
        "It cites Law 2004-11.",
        "It rose to 20.08 points at 07:12.",
        "It weighs 31.12 kg.",
        "They came in '4x4s and on foot.",
    ],
)
def test_ages_counts_durations_and_what_recurs_are_no_dates(nlp: Language, text: str) -> None:
    assert find_dates(nlp(text), FRIDAY) == ()


def test_arabic_text_without_a_date_has_none(nlp: Language) -> None:
    assert find_dates(nlp("انهار الجسر في المدينة القديمة"), FRIDAY) == ()


def test_a_nul_byte_shifts_no_span(nlp: Language) -> None:
    assert only(nlp, "The bridge\x00 fell on Monday.").start == 20


def test_a_datetime_counts_as_its_day(nlp: Language) -> None:
    found = only(nlp, "It fell yesterday.", published=datetime(2016, 12, 16, 23, 30))
    assert days(found) == ("2016-12-15", "2016-12-16")


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("On 11 September 2011 it burned; on the 13th he flew home.", "2011-09-13"),
        ("It was the fourth raid of June 2011. On the 30th they came again.", "2011-06-30"),
        ("They met on 30 June 2011 and, on the 2nd, in Oslo.", "2011-07-02"),
    ],
)
def test_a_day_of_no_month_is_of_the_month_that_was_told_last(
    nlp: Language, text: str, second: str
) -> None:
    assert [str(one.earliest) for one in find_dates(nlp(text), FRIDAY)][1:] == [second]


@pytest.mark.parametrize(
    "text",
    [
        "The truce was to last 72 hours.",
        "The strike will last five days.",
        "She lives on the 13th floor.",
        "A birdie on the 18th at Augusta won it.",
        "The bar on the 5th and last deck sank.",
        "On the 12th day he slept.",
    ],
)
def test_what_lasts_and_what_is_counted_is_no_date(nlp: Language, text: str) -> None:
    assert find_dates(nlp(text), FRIDAY) == ()


@pytest.mark.parametrize(
    ("text", "surface", "year"),
    [
        ("18 May 09:30 The gates opened.", "18 May", 2016),
        ("It rained on 12 April 60,000 times.", "12 April", 2016),
        ("It rained on 12 April 40.5 tons.", "12 April", 2016),
        ("It rained on 12 April 11.", "12 April 11", 2011),
        ("It rained on 12 April 94.", "12 April 94", 1994),
    ],
)
def test_only_a_number_that_ends_there_is_a_short_year(
    nlp: Language, text: str, surface: str, year: int
) -> None:
    found = find_dates(nlp(text), FRIDAY)[0]
    assert found.surface == surface and found.earliest is not None
    assert found.earliest.year == year


def test_an_old_paper_has_its_own_century(nlp: Language) -> None:
    [found] = find_dates(nlp("It is of 19 Aug 94."), date(1899, 5, 2))
    assert found.earliest == date(1894, 8, 19)


def test_a_day_that_its_month_has_not_is_kept_unresolved(nlp: Language) -> None:
    text = "The dam broke in February 2011. On the 30th, they say."
    assert [one.surface for one in find_dates(nlp(text), FRIDAY)][1:] == ["the 30th"]


def test_a_day_of_no_month_is_unresolved_where_nothing_is_dated(nlp: Language) -> None:
    [found] = find_dates(nlp("He left on the 3rd."), None)
    assert (found.surface, found.earliest, found.latest) == ("the 3rd", None, None)
