"""Scores of quotes: precision and recall at each confidence, by kind and publisher, what goes wrong, and how far people agree."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pullquote._cli.tally import Tally, head, share
from pullquote._cli.words import bag

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pullquote import Document
    from pullquote._annotations import Annotated, Attribution

_THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_WIDTH = 14  # of the first column
_KINDS = ("direct", "mixed", "indirect")
_QUOTED = re.compile(r'"[^"\n]{1,4000}(?:"|\n|$)|“[^”\n]{1,4000}(?:”|\n|$)|‘(?=\w)[^’\n]{3,4000}[.,?!]’')
_ERRORS = {
    "unmarked": "found: nobody marked a content there",
    "other content": "found: less than half of the content in common",
    "other source": "found: another source",
    "other cue": "found: another cue",
    "unseen": "missed: nothing found there",
    "misread": "missed: something else found there",
}

Words = frozenset[int]


class Parts(NamedTuple):
    """The words of each part of an attribution."""

    source: Words
    cue: Words
    content: Words
    confidence: float = 1.0


@dataclass
class QuoteScores:
    """What was right."""

    at: dict[float, Tally] = field(default_factory=lambda: {least: Tally() for least in _THRESHOLDS})
    publishers: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in _KINDS})
    """Of each kind of annotated content: how many, found, and found with their source."""
    errors: Counter[str] = field(default_factory=Counter)
    people: Tally = field(default_factory=Tally)
    people_errors: Counter[str] = field(default_factory=Counter)
    others: int = 0
    articles: list[tuple[float, int, str]] = field(default_factory=list)

    def add(self, article: Annotated, words: list[int], document: Document) -> None:
        """Compares one article."""
        gold = _parts(words, article.attributions or [])
        found = []
        for quote in document.quotes:
            if quote.kind != "scare" and (quote.source or quote.cue):
                source, cue, content = (
                    bag(words, [(span.start, span.end) for span in part])
                    for part in (quote.source, quote.cue, quote.content)
                )
                if content:
                    found.append(Parts(source, cue, content, quote.confidence))
        for least, tally in self.at.items():
            sure = [parts for parts in found if parts.confidence >= least]
            tally.add(len(gold), len(sure), len(_related(gold, sure)))
        related = _related(gold, found)
        mine = Tally(len(gold), len(found), len(related))
        self.publishers[article.publisher].add(mine.gold, mine.found, mine.right)
        self.articles.append((mine.f1(), mine.gold + mine.found - 2 * mine.right, article.id))
        self._count_kinds(article.text, words, gold, found)
        self.errors.update(_errors(gold, found, related))
        for other in article.others:
            marked = _parts(words, other)
            agreed = _related(gold, marked)
            self.people.add(len(gold), len(marked), len(agreed))
            self.people_errors.update(_errors(gold, marked, agreed))
            self.others += 1

    def _count_kinds(self, text: str, words: list[int], gold: list[Parts], found: list[Parts]) -> None:
        quoted = bag(words, [match.span() for match in _QUOTED.finditer(text)])
        mates = _pairs(gold, found)
        for number, parts in enumerate(gold):
            inside = len(parts.content & quoted)
            kind = "direct" if inside >= 0.9 * len(parts.content) else "mixed" if inside else "indirect"
            tally = self.kinds[kind]
            tally.gold += 1
            mate = found[mates[number]] if number in mates else None
            if mate and _same_content(parts, mate):
                tally.found += 1
                tally.right += _touches(parts.source, mate.source)

    def lines(self, worst: int) -> Iterator[str]:
        """The report."""
        yield head("quotes", _WIDTH)
        yield self.at[0.0].line("all", _WIDTH)
        yield ""
        yield head("confidence", _WIDTH)
        for least, tally in self.at.items():
            yield tally.line(f"{least:.1f} or more", _WIDTH)
        yield ""
        yield f"{'kind':{_WIDTH}}{'found':>9}{'with source':>13}{'gold':>9}"
        for kind, tally in self.kinds.items():
            yield f"{kind:{_WIDTH}}{share(tally.found, tally.gold):9.1f}{share(tally.right, tally.gold):13.1f}{tally.gold:9}"
        if any(self.publishers):
            yield ""
            yield head("publisher", _WIDTH)
            for publisher, tally in sorted(self.publishers.items()):
                yield tally.line(publisher or "(none)", _WIDTH)
        yield ""
        yield "what goes wrong"
        yield from _error_lines(self.errors)
        if self.others:
            yield ""
            yield head("other people", _WIDTH)
            yield self.people.line(f"{self.others} readings", _WIDTH)
            yield ""
            yield "what other people mark otherwise"
            yield from _error_lines(self.people_errors)
        yield ""
        yield "worst articles: F1, quotes that are wrong or missing"
        for f1, errors, name in islice(sorted(self.articles), worst):
            yield f"{f1:6.1f}{errors:6}  {name}"


def _parts(words: list[int], attributions: Sequence[Attribution]) -> list[Parts]:
    every = [Parts(bag(words, a.source), bag(words, a.cue), bag(words, a.content)) for a in attributions]
    return [parts for parts in every if parts.content]


def _touches(one: Words, other: Words) -> bool:
    return bool(one & other) or (not one and not other)


def _same_content(one: Parts, other: Parts) -> bool:
    return 2 * len(one.content & other.content) >= len(one.content | other.content)


def _pairs(gold: list[Parts], found: list[Parts]) -> dict[int, int]:
    """Annotated attributions and found ones, one to one, those that share most words of content first."""
    owners = defaultdict(list)
    for number, parts in enumerate(gold):
        for word in parts.content:
            owners[word].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for number, parts in enumerate(found):
        for word in parts.content:
            shared.update((number, owner) for owner in owners.get(word, ()))
    pairs: dict[int, int] = {}
    taken = set()
    for (one, owner), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if one not in taken and owner not in pairs:
            taken.add(one)
            pairs[owner] = one
    return pairs


def _related(gold: list[Parts], found: list[Parts]) -> dict[int, int]:
    """Of the pairs, those that say the same."""
    return {
        owner: number
        for owner, number in _pairs(gold, found).items()
        if _same_content(gold[owner], found[number])
        and _touches(gold[owner].source, found[number].source)
        and _touches(gold[owner].cue, found[number].cue)
    }


def _errors(gold: list[Parts], found: list[Parts], related: dict[int, int]) -> Iterator[str]:
    """What is wrong with each found attribution that is, and how each annotated one was missed."""
    right = set(related.values())
    for number, parts in enumerate(found):
        if number in right:
            continue
        near = [other for other in gold if parts.content & other.content]
        same = [other for other in near if _same_content(other, parts)]
        if not near:
            yield "unmarked"
        elif not same:
            yield "other content"
        elif not any(_touches(parts.source, other.source) for other in same):
            yield "other source"
        else:
            yield "other cue"
    for number, parts in enumerate(gold):
        if number not in related:
            seen = any(parts.content & other.content for other in found)
            yield "misread" if seen else "unseen"


def _error_lines(errors: Counter[str]) -> Iterator[str]:
    return (f"{errors[error]:6}  {meaning}" for error, meaning in _ERRORS.items())
