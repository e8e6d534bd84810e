"""Spans that overlap as they please, written as tags that nest.

Tags must close in the order in which they were opened; quotes and names need not. So the text is walked once, with the open
spans on a stack. Where a span ends that is not the innermost, those inside it are closed with it and opened again. Spans that
begin at one place open the longest first.

A depth beyond which spans are left out keeps the cost linear, whatever a document says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pullquote._html.escape import escaped

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

DEEPEST = 12


class Mark(NamedTuple):
    """A span of the text and its tags. `tail` is HTML after the last of its words, within the tags."""

    start: int
    end: int
    opening: str
    closing: str
    tail: str = ""


def nesting_order(mark: Mark) -> tuple[int, int]:
    """Sorts marks as they must open: the outer before the inner."""
    return mark.start, -mark.end


def marked(text: str, marks: Iterable[Mark], start: int, end: int) -> str:
    """The HTML of text[start:end]. `marks` are in the order of nesting, and are cut off at both ends of the range."""
    return "".join(_pieces(text, marks, start, end))


def _pieces(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[str]:
    stack: list[Mark] = []
    place = start
    for mark in marks:
        first, last = max(mark.start, start), min(mark.end, end)
        if first >= last:
            continue
        place = yield from _close(text, stack, place, first)
        if len(stack) < DEEPEST:
            yield escaped(text[place:first])
            place = first
            stack.append(mark._replace(end=last))
            yield mark.opening
    place = yield from _close(text, stack, place, end)
    yield escaped(text[place:end])


def _close(text: str, stack: list[Mark], place: int, until: int) -> Generator[str, None, int]:
    """Closes the spans that end up to `until`, in the order of their ends. Returns how far the text is written."""
    while stack:
        ending = min(mark.end for mark in stack)
        if ending > until:
            break
        yield escaped(text[place:ending])
        place = ending
        lowest = next(depth for depth, mark in enumerate(stack) if mark.end == ending)
        inner = stack[lowest:]
        del stack[lowest:]
        for mark in reversed(inner):
            yield (mark.tail if mark.end == ending else "") + mark.closing
        for mark in inner:
            if mark.end > ending:
                stack.append(mark)
                yield mark.opening
    return place
