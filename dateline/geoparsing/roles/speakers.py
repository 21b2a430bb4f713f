"""Who speaks, where a place is told of them: "a medic working in X, said"."""

from __future__ import annotations

from typing import Final

from dateline.geoparsing.roles.syntax import VERBS, Syntax

__all__ = ["speaking_chain"]

_CLIMBED: Final = 5  # words between a place and the verb of who speaks there


def speaking_chain(syntax: Syntax, token: int) -> tuple[int, int]:
    """From a noun phrase up to the one that is the subject of a verb.

    "A medic *working* in X, said", "officials in X say": appositions, participles and relative
    clauses are climbed.

    Args:
        syntax: The article.
        token: Where to begin: the word a place is attached to.

    Returns:
        The subject's noun and its verb, or -1 twice.
    """
    for _ in range(_CLIMBED):
        if token < 0:
            break
        relation, above = syntax.dep[token], syntax.head[token]
        if relation in ("nsubj", "nsubjpass", "agent") and syntax.pos[above] in VERBS:
            return token, above
        if relation not in ("appos", "acl", "relcl", "prep", "pobj", "conj") or above == token:
            break
        token = above
    return -1, -1
