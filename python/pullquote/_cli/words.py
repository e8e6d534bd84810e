"""The words of a text, by which what was found is compared with what was annotated."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+(?:[.'’&-]\w+)*")


def words_of(text: str) -> list[int]:
    """The number of the word that each character belongs to, -1 between words."""
    numbers = [-1] * len(text)
    for number, match in enumerate(_WORD.finditer(text)):
        end = match.end()
        if match.group().endswith(("'s", "’s")) and len(match.group()) > 2:
            end -= 2
        numbers[match.start() : end] = [number] * (end - match.start())
    return numbers


def bag(words: list[int], spans: list[tuple[int, int]]) -> frozenset[int]:
    """The numbers of the words that the spans touch."""
    return frozenset(number for start, end in spans for number in words[start:end]) - {-1}
