"""Make the table of word classes that roles are learned with (`data/models/word_classes.txt`).

    python -m benchmarks.word_classes

Words are those that the development sets and our own articles have at least twice; k-means puts
those together whose vectors in en_core_web_md point the same way. No label is looked at.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.development import SETS, parsed
from benchmarks.marked_articles import role_articles
from dateline.geoparsing.word_classes import WORD_CLASSES
from dateline.language_model import load

__all__ = ["main"]

MODEL: Final = "en_core_web_md"
LEAST: Final = 2
CLASSES: Final = (96, 400)


def main() -> None:
    language = load(MODEL).nlp
    docs = [doc for name in SETS for doc in parsed(name, MODEL)]
    docs += language.pipe([article.text for article in role_articles()])
    count = Counter(
        form for doc in docs for token in doc for form in {token.lemma_.lower(), token.lower_}
    )
    words = sorted(
        word
        for word, number in count.items()
        if number >= LEAST and word.isalpha() and language.vocab[word].has_vector
    )
    vectors = np.array([language.vocab[word].vector for word in words], np.float64)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    coarse, fine = (_clusters(vectors, number) for number in CLASSES)
    lines = [f"{word} {a} {b}\n" for word, a, b in zip(words, coarse, fine, strict=True)]
    WORD_CLASSES.write_text("".join(lines), encoding="utf-8")
    print(f"{len(words)} words")


def _clusters(vectors: NDArray[np.float64], number: int) -> NDArray[np.int32]:
    from sklearn.cluster import KMeans

    found: NDArray[np.int32] = KMeans(number, n_init=1, random_state=0).fit_predict(vectors)
    return found


if __name__ == "__main__":
    main()
