"""Precision, recall and F1 of whatever was annotated and found."""

from __future__ import annotations

from dataclasses import dataclass


def share(part: float, whole: float) -> float:
    """In per cent; 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def head(name: str, width: int) -> str:
    """The names of the columns of `Tally.line`."""
    return f"{name:{width}}{'precision':>9}{'recall':>9}{'F1':>9}{'gold':>9}{'found':>9}"


@dataclass
class Tally:
    """Things of one kind: annotated, found, and both."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def add(self, gold: int, found: int, right: int) -> None:
        """Counts one article's."""
        self.gold += gold
        self.found += found
        self.right += right

    def f1(self) -> float:
        """The harmonic mean of precision and recall, in per cent."""
        return share(2 * self.right, self.gold + self.found)

    def line(self, name: str, width: int) -> str:
        """A row of the table, whose first column is so wide."""
        precision, recall = share(self.right, self.found), share(self.right, self.gold)
        return f"{name:{width}}{precision:9.1f}{recall:9.1f}{self.f1():9.1f}{self.gold:9}{self.found:9}"
