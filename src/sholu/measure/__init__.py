"""How well the house reads: readings against hand-made gold, as printed tables."""

from sholu.measure.report import measure

__all__ = ["measure"]
