"""The parts of an article that tell what it is about."""

from __future__ import annotations

from dateline.geoparsing.focus.outline import outline_of

TITLE = "Mill burns at the weir"
LEAD = "The old mill at the weir burned down on Monday night, the fire brigade said."
REST = "Nobody was hurt. The owner was away."


def test_headline_lead_and_first_paragraph_end_one_after_the_other() -> None:
    text = f"{TITLE}\n\n{LEAD} {REST}\n\nThe mayor came."
    parts = outline_of(text)
    assert text[: parts.headline] == TITLE
    assert text[parts.body : parts.lead].strip() == LEAD
    assert text[parts.body : parts.paragraph].strip() == f"{LEAD} {REST}"
    assert parts.end == len(text)


def test_a_full_stop_of_the_dateline_does_not_end_the_lead() -> None:
    text = f"{TITLE}\n\nST. LOWE (W. Wire) — {LEAD} {REST}"
    parts = outline_of(text)
    assert text[parts.body : parts.lead].strip().endswith(LEAD)


def test_without_a_title_the_first_sentence_counts_as_the_headline() -> None:
    text = f"{LEAD} {REST}"
    parts = outline_of(text)
    assert text[: parts.headline] == LEAD
    assert parts.body == 0
