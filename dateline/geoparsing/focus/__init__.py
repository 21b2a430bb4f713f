"""The one place an article is about."""
