"""CoNLL: a token a line, with its entity and its part in quotes.

Columns, with tabs between them: token, start, end, entity label and entity number in BIO, and content, cue and source of
quotes in BIO with the number of the quote. Where mentions lie in one another the outer one is written; where quotes do, the
first. A token ends where a span does, so every label covers just its words. A blank line ends a line of the article.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pullquote import Document

COLUMNS = ("token", "start", "end", "entity", "entity_id", "content", "cue", "source")

_TOKEN = re.compile(r"\w+|[^\w\s]")
_LINE = re.compile(r"[^\r\n]+")


def document(source: Document, number: int) -> str:
    """The lines of a document, with two comments in front."""
    content = source.to_dict()
    lines = [
        f"# document = {number}",
        f"# id = {' '.join((content['id'] or '').split())}",
        f"# columns = {' '.join(COLUMNS)}",
    ]
    lines += _lines(content)
    return "\n".join(lines).encode("utf-8", "replace").decode("utf-8") + "\n\n"


def _lines(content: dict[str, Any]) -> Iterator[str]:
    text = content["text"]
    mentions = sorted(
        (
            (m["start"], m["end"], (entity["label"], entity["id"]))
            for entity in content["entities"]
            for m in entity["mentions"]
        ),
        key=lambda span: (span[0], -span[1]),
    )
    columns = [_Column(mentions)]
    columns += [
        _Column(sorted((s["start"], s["end"], (quote["id"],)) for quote in content["quotes"] for s in quote[part]))
        for part in ("content", "cue", "source")
    ]
    cuts = {place for column in columns for start, end, _ in column.spans for place in (start, end)}
    for line in _LINE.finditer(text):
        tokens = list(_tokens(line, cuts))
        for start, end in tokens:
            entity, *parts = [column.at(start) for column in columns]
            cells = [text[start:end], str(start), str(end)]
            cells += [f"{entity[0]}-{entity[1][0]}", str(entity[1][1])] if entity else ["O", "-"]
            cells += [f"{part[0]}-{part[1][0]}" if part else "O" for part in parts]
            yield "\t".join(cells)
        if tokens:
            yield ""


def _tokens(line: re.Match[str], cuts: set[int]) -> Iterator[tuple[int, int]]:
    for token in _TOKEN.finditer(line.string, *line.span()):
        start = token.start()
        for place in range(start + 1, token.end()):
            if place in cuts:
                yield start, place
                start = place
        yield start, token.end()


class _Column:
    """The spans of a column that do not lie in earlier ones, looked up by places that only grow."""

    def __init__(self, spans: Iterable[tuple[int, int, tuple[Any, ...]]]) -> None:
        self.spans: list[tuple[int, int, tuple[Any, ...]]] = []
        for span in spans:
            if not self.spans or span[0] >= self.spans[-1][1]:
                self.spans.append(span)
        self._next = 0
        self._begun = False

    def at(self, place: int) -> tuple[str, tuple[Any, ...]] | None:
        """B or I and the value of the span that covers the place."""
        while self._next < len(self.spans) and self.spans[self._next][1] <= place:
            self._next += 1
            self._begun = False
        if self._next == len(self.spans) or self.spans[self._next][0] > place:
            return None
        letter = "I" if self._begun else "B"
        self._begun = True
        return letter, self.spans[self._next][2]
