"""The roles of all mentions of an article.

Each is heard alone first (`roles.model`), then with all others of the article (`roles.rereading`),
then with those it stands in a list with (`roles.agreement`), last with the one whose place it only
locates (`roles.locating`). Every decision carries the words a reader can check it by.

    >>> from dateline.language_model import load
    >>> language = load()
    >>> reader = RoleReader.load(language.name)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from dateline.findings import ROLES, Role
from dateline.geoparsing.roles.agreement import agreed
from dateline.geoparsing.roles.direction import direction_before
from dateline.geoparsing.roles.facts import MentionFacts, Resolved, Spanned, mention_facts
from dateline.geoparsing.roles.locating import followed
from dateline.geoparsing.roles.model import RoleModel, role_features
from dateline.geoparsing.roles.receipt import in_its_sentence
from dateline.geoparsing.roles.rereading import (
    REREADING,
    Surroundings,
    reread,
    surroundings,
)
from dateline.geoparsing.trained_files import home_of
from dateline.geoparsing.trees import Trees
from dateline.language_model.parsed_text import text_of

if TYPE_CHECKING:
    from dateline.gazetteer import Gazetteer

__all__ = ["REREADING_FILE", "RoleDecision", "RoleReader", "settled"]

REREADING_FILE: Final = "roles_reread.txt"
"""Name of the file of the trees over `REREADING`, beside the role model's."""


@dataclass(frozen=True, slots=True)
class RoleDecision:
    """The role of one mention.

    Attributes:
        role: One of `dateline.findings.ROLES`.
        rule: What decided, in a few words; never empty.
        direction: Words before the name that shift or narrow the place, or empty.
    """

    role: Role
    rule: str
    direction: str


def settled(
    trees: Trees | None, shared: Surroundings, alone: Sequence[NDArray[np.float64]]
) -> list[NDArray[np.float64]]:
    """What is likely of each mention in the end, float64, shape (8,).

    Args:
        trees: Over `REREADING`; without them, and in an excerpt, which has no others to hear,
            each is heard alone and with its list only.
        shared: What the mentions share.
        alone: What is likely of each heard alone.
    """
    heard = reread(trees, shared, alone) if trees and shared.article else alone
    return followed(shared.follows, agreed(shared.joined, heard))


@dataclass(frozen=True)
class RoleReader:
    """Reads an article's roles with what was trained for one language model.

    Attributes:
        model: What it hears of each mention alone.
        trees: What it makes of all.
    """

    model: RoleModel
    trees: Trees

    @staticmethod
    @lru_cache(maxsize=4)
    def load(language_model: str, folder: Path | None = None) -> RoleReader:
        """Read what was trained for a language model.

        Args:
            language_model: `en_core_web_md` or `en_core_web_sm`.
            folder: Where the trained files of all language models lie; None for ours.

        Returns:
            The reader, the same object at every call in one process.

        Raises:
            ModelError: A file is missing or damaged, or was made for another language model.
        """
        model = RoleModel.load(language_model, folder)
        path = home_of(language_model, folder) / REREADING_FILE
        return RoleReader(model, Trees.read(path, REREADING))

    def assign(
        self,
        doc: Doc,
        spans: Sequence[Spanned],
        resolutions: Sequence[Resolved],
        *,
        dateline_span: tuple[int, int] | None,
        gazetteer: Gazetteer,
        year: int = 0,
    ) -> list[RoleDecision]:
        """Decide the role of every mention.

        Args:
            doc: The parsed article.
            spans: Mentions in text order, as code points `.start` and `.end`.
            resolutions: One for each, with its gazetteer `.row` or None.
            dateline_span: Code points of the dateline, or None.
            gazetteer: That the rows point into.
            year: As for `role_features`.

        Returns:
            One decision for each mention, in the same order.
        """
        facts = mention_facts(doc, spans, resolutions, dateline_span, gazetteer)
        return self.decide_all(doc, facts, year=year)

    def decide_all(
        self, doc: Doc, facts: Sequence[MentionFacts], *, year: int = 0
    ) -> list[RoleDecision]:
        """Decide the role of every mention of which the facts are known.

        Args:
            doc, facts: The parsed article, and its mentions in text order.
            year: As for `role_features`.

        Returns:
            One decision for each.
        """
        text = text_of(doc)
        syntax, frames, rulings, named = role_features(doc, facts, year=year)
        alone = [
            self.model.weighed(ruling, own) for ruling, own in zip(rulings, named, strict=True)
        ]
        shared = surroundings(text, syntax, facts, frames, rulings)
        chances = settled(self.trees, shared, alone)
        out = []
        for fact, frame, ruling, before, chance in zip(
            facts, frames, rulings, alone, chances, strict=True
        ):
            if ruling is not None and ruling.sure:
                role, reason = ruling.role, ruling.reason
            else:
                best = int(chance.argmax())
                role = ROLES[best]
                beside = "" if best == before.argmax() else ", with the article's other names"
                where = f"{in_its_sentence(syntax, frame)}{beside}"
                reason = f"learned: {where}, p={chance[best]:.2f}"
            out.append(RoleDecision(role, reason, direction_before(text, fact.start)))
        return out
