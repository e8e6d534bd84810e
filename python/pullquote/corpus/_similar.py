"""Near-duplicates, found while texts come in.

Each text becomes the set of its shingles, runs of a few words, as hashes. Two texts are near-duplicates when their sets overlap
enough (Jaccard). To find them without comparing each with each, every set has a short MinHash signature (Broder 1997): the least
hash under each of several permutations, which two sets share as often as they overlap. Signatures are cut into bands, and a text
is compared only with those that share a band. What is kept of a text is its least hashes, of which the overlap is estimated;
where there are no more than these, it is exact.

The cost of a text is that of its shingles and of a fixed number of comparisons, so a corpus costs time and memory linear in its size,
even where everything is alike.
"""

from __future__ import annotations

import re
from array import array
from hashlib import blake2b
from typing import NamedTuple

_BANDS = 8
_ROWS = 2
_KEPT = 64
# As permutations: all bits flipped by fixed random masks.
_MASKS = [int.from_bytes(blake2b(bytes([i]), digest_size=8).digest(), "big") for i in range(_BANDS * _ROWS)]
_WORD = re.compile(r"\w+")


class Group(NamedTuple):
    """Texts that say nearly the same."""

    id: int
    """Its number, in the order of first appearance."""
    text: str
    """The first of them."""
    first: int
    """The number of the article that had it first."""
    size: int
    """How many there are."""


class Groups:
    """Puts each text that comes into the group of those it nearly repeats, or into a new one.

    Args:
        shingle: words of a shingle.
        least: the Jaccard overlap from which on two texts are near-duplicates.
    """

    def __init__(self, shingle: int, least: float) -> None:
        self._shingle = shingle
        self._least = least
        self._bands: dict[tuple[int, ...], int] = {}
        self._sketches: list[array[int]] = []
        self.texts: list[str] = []
        self.firsts: list[int] = []
        self.counts: list[int] = []

    def add(self, text: str, article: int, shown: str) -> tuple[int, bool]:
        """The group of a text and whether it is new. `shown` is what is kept of a text that begins one."""
        hashes = _shingles(text, self._shingle)
        signature = [min(value ^ mask for value in hashes) for mask in _MASKS]
        bands = [(band, *signature[band * _ROWS : (band + 1) * _ROWS]) for band in range(_BANDS)]
        sketch = array("Q", sorted(hashes)[:_KEPT])
        candidates = dict.fromkeys(self._bands[band] for band in bands if band in self._bands)
        best = max(((_overlap(sketch, self._sketches[group]), -group) for group in candidates), default=(0.0, 0))
        new = best[0] < self._least
        if new:
            group = len(self._sketches)
            self._sketches.append(sketch)
            self.texts.append(shown)
            self.firsts.append(article)
            self.counts.append(0)
        else:
            group = -best[1]
        self.counts[group] += 1
        for band in bands:
            self._bands.setdefault(band, group)
        return group, new

    def repeated(self, least: int) -> list[Group]:
        """Groups of at least so many, the largest first."""
        found = [
            Group(*each) for each in zip(range(len(self.counts)), self.texts, self.firsts, self.counts, strict=True)
        ]
        return sorted((group for group in found if group.size >= least), key=lambda group: (-group.size, group.id))


def _shingles(text: str, size: int) -> set[int]:
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[i : i + size]) for i in range(max(len(words) - size, 0) + 1)}
    # Not Python's own hash, which differs from run to run.
    return {int.from_bytes(blake2b(run.encode("utf-8", "replace"), digest_size=8).digest(), "big") for run in runs}


def _overlap(first: array[int], second: array[int]) -> float:
    """The Jaccard overlap of the sets whose least hashes these are."""
    both = {*first} & {*second}
    # Each set is cut off, and says nothing of hashes above its last.
    least = sorted({*first, *second})[:_KEPT]
    return sum(value in both for value in least) / len(least)
