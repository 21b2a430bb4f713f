"""From what was found in each article to the tables of a corpus, and back."""

from dateline.assembly.putting_together import article_key, articles_of, tables_of

__all__ = ["article_key", "articles_of", "tables_of"]
