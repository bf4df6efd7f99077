"""Precision, recall and their harmonic mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many are marked, how many were found, and how many of these are right."""

    gold: int
    found: int
    hits: int

    @property
    def precision(self) -> float:
        """Share of the found that are right; 0 where nothing was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the marked that were found; 0 where nothing is marked."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.found
        return 2 * self.hits / total if total else 0.0
