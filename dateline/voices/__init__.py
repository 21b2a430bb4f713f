"""Who speaks in an article: quotations with their speakers, people and organisations.

>>> find_quotes(nlp("“The bridge is gone,” said a baker."))
(Quote(start=1, end=20, speaker='a baker', …, speaker_kind='resident'),)

`quotations` finds the passages in quotation marks, `surroundings` what stands around each;
`attributions` looks there for who speaks and `naming` makes a speaker of those words, a pronoun's
by its `antecedents`. `saying` knows verbs of speech and kinds of speakers. `names` and `people`
join what an article calls one person or organisation.
"""

from __future__ import annotations

from spacy.tokens import Doc

from dateline.findings import NameMention, Quote
from dateline.language_model.parsed_text import text_of
from dateline.voices.attributions import Attributions
from dateline.voices.names import find_names
from dateline.voices.parsed import Parsed
from dateline.voices.places import without_places
from dateline.voices.quotations import Passage, is_title, paragraphs, passages
from dateline.voices.saying import kind_of

__all__ = ["find_names", "find_quotes", "without_places"]

_SHORT = 4
"""Below this many words a passage is a quotation only if somebody says it."""


def find_quotes(doc: Doc, names: tuple[NameMention, ...] | None = None) -> tuple[Quote, ...]:
    """Find the quotations of one article and say who speaks.

    A quotation interrupted by its attribution is two, one that goes on over paragraphs is one a
    paragraph, and one within another belongs to it. Words in marks that nobody says (a nickname, a
    title, so-called things) are left out where they are short.

    Args:
        doc: The parsed text, with tagger, parser and entity recognition.
        names: What `find_names` gives of it, where that is known already.

    Returns:
        Non-overlapping quotations in the order of the text; spans leave the marks outside.
        `speaker` is the full name where the article has it, the words of the text for a source
        without a name, and empty where the text does not tell.
    """
    text = text_of(doc)
    parts = paragraphs(text)
    found = passages(text, parts)
    if not found:
        return ()
    parsed = Parsed(doc, text, found, find_names(doc) if names is None else names)
    speakers = Attributions(parsed, parts).speakers()
    described: dict[str, str] = {}
    for speaker in speakers:
        described[speaker.name] = (
            f"{described.get(speaker.name, speaker.name)} {speaker.description}"
        )
    kinds = {name: kind_of(words) for name, words in described.items()}
    return tuple(
        Quote(
            passage.start,
            passage.end,
            speaker.name,
            speaker.start,
            speaker.end,
            kinds[speaker.name] if speaker.name else "other",
        )
        for passage, speaker in zip(found, speakers, strict=True)
        if not is_title(text, passage) and (speaker.name or not _mere_words(text, passage))
    )


def _mere_words(text: str, passage: Passage) -> bool:
    """Too little to be speech when nobody says it."""
    words = text[passage.start : passage.end].split()
    return len(words) < _SHORT and text[passage.end - 1] not in ",?!"
