"""Posts: their head nouns, their phrases, and the nominative of a phrase."""

from core.annotating.posts.heads import Head, heads

__all__ = ["Head", "heads"]
