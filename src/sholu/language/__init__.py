"""What is known of each language, one pack a language, data first."""

from sholu.language.finding import Finder
from sholu.language.identify import identify
from sholu.language.pack import Pack, available, pack
from sholu.language.passages import passages

__all__ = ["Finder", "Pack", "available", "identify", "pack", "passages"]
