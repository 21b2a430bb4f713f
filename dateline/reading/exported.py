"""What exports of news databases have in common: many articles a file, in columns of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.reading.columns import FIELDS
from dateline.reading.contents import Aside, Contents, Record
from dateline.reading.counted import counted

__all__ = ["Export"]


@dataclass(slots=True)
class Export:
    """Articles of one file, on the way to its contents.

    Attributes:
        name: The database, for notes.
        articles: Field or further column → value, in the order of the file.
        stated: How many articles the file itself says that it holds, if it does.
        notes: What was decided on the way, in sentences.
        asides: What stands in it and is no article.
    """

    name: str
    articles: Sequence[Mapping[str, str]]
    stated: int | None = None
    notes: list[str] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)

    def contents(self) -> Contents:
        """The articles as records, numbered from 1, or 0 where the file is a single article."""
        found = len(self.articles)
        single = found == 1 and self.stated in (None, 1)
        further = dict.fromkeys(name for article in self.articles for name in article)
        records = [
            Record(0 if single else number, {name: text for name, text in article.items() if text})
            for number, article in enumerate(self.articles, start=1)
        ]
        notes = [f"An export of {self.name}.", *self.notes]
        if self.stated is not None and self.stated != found:
            notes.append(
                f"It says that it holds {counted(self.stated, '# [article|articles]')}; "
                f"{counted(found, '# [was|were]')} found in it."
            )
        return Contents(
            tuple(dict.fromkeys((*FIELDS, *further))),
            records,
            asides=self.asides,
            notes=notes,
            is_table=False,
        )
