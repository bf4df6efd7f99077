"""What is known of each language, one pack a language, data first."""

from sholu.language.identify import identify, passages
from sholu.language.pack import Pack, available, pack

__all__ = ["Pack", "available", "identify", "pack", "passages"]
