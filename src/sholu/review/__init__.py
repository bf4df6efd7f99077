"""Documents with their readings -> the review of their event."""

from sholu.review.review import review

__all__ = ["review"]
