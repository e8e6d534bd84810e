"""`pullquote evaluate`: how well a model finds entities and quotes in articles that people have annotated."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from pullquote._cli.common import DONE, STATUSES, count, fail
from pullquote._cli.tally import Tally, head
from pullquote._cli.words import words_of
from pullquote._core import LABELS
from pullquote.errors import PullquoteError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pullquote import Document
    from pullquote._annotations import Annotated

SUMMARY = "score entities and quotes against annotated articles"

_WIDTH = 12  # of the first column

_DESCRIPTION = """\
Score the entities and quotes that are found against articles that people have annotated.

GOLD has an article on each line: {"text": ...} with "entities": [[start, end, label], ...], or "attributions":
[{"source": [[start, end], ...], "cue": [...], "content": [...]}, ...], or both, and if known "id", "published" and "publisher".
Offsets are Unicode code points, end exclusive; labels are those of documents, or Person, Organization, Location, Facility,
Date, Money, Product and Misc. A file whose name ends in .json is what Label Studio exports as JSON from the tasks that
`pullquote extract --format labelstudio` wrote.

A mention is right where its words and its label are: a quotation mark, a full stop or a possessive 's at its edge makes no
difference. A quote is right where it shares half of its words or more with an annotated content (of those in either), and
its source and its cue each share a word with the annotated ones.
"""

Mention = tuple[frozenset[int], str]


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    from pullquote._cli.extract import add_extractor

    parser.description = _DESCRIPTION
    parser.epilog = STATUSES
    parser.add_argument("gold", metavar="GOLD", help="annotated articles, one a line, or a Label Studio export (.json)")
    parser.add_argument("--worst", metavar="N", type=count, default=5, help="how many of the worst articles to name")
    add_extractor(parser)


def run(options: argparse.Namespace) -> int:
    """Extracts, scores, prints."""
    from pullquote import _annotations
    from pullquote._cli.evaluate_quotes import QuoteScores
    from pullquote._cli.extract import make_extractor

    try:
        gold = list(_annotations.read(options.gold))
    except PullquoteError as error:
        fail(str(error))
    extractor = make_extractor(options)
    documents = extractor.pipe(
        ({"text": article.text, "published": article.published} for article in gold), threads=options.threads
    )
    scores, quotes = Scores(), QuoteScores()
    for article, document in zip(gold, documents, strict=True):
        if article.entities is not None:
            scores.add(article, document)
        if article.attributions is not None:
            quotes.add(article, words_of(article.text), document)
    if not scores.articles and not quotes.articles:
        fail(f'{options.gold}: no article has "entities" or "attributions"')
    if scores.articles:
        print("\n".join(scores.lines(options.worst)))
    if scores.articles and quotes.articles:
        print()
    if quotes.articles:
        print("\n".join(quotes.lines(options.worst)))
    return DONE


@dataclass
class Scores:
    """What was right, by label, and what was taken for what."""

    labels: dict[str, Tally] = field(default_factory=lambda: {label: Tally() for label in LABELS})
    every: Tally = field(default_factory=Tally)
    boundaries: Tally = field(default_factory=Tally)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles: list[tuple[float, int, str]] = field(default_factory=list)

    def add(self, article: Annotated, document: Document) -> None:
        """Compares one article."""
        words = words_of(article.text)
        gold = _bags(words, article.entities or [])
        found = _bags(
            words,
            [
                (mention.start, mention.end, entity.label)
                for entity in document.entities
                for mention in entity.mentions
                if mention.kind == "name"
            ],
        )
        for label, tally in self.labels.items():
            of_gold = {mention for mention in gold if mention[1] == label}
            of_found = {mention for mention in found if mention[1] == label}
            tally.add(len(of_gold), len(of_found), len(of_gold & of_found))
        mine = Tally()
        mine.add(len(gold), len(found), len(gold & found))
        self.every.add(mine.gold, mine.found, mine.right)
        spans = {span for span, _ in gold}, {span for span, _ in found}
        self.boundaries.add(len(spans[0]), len(spans[1]), len(spans[0] & spans[1]))
        self._confuse(gold, found)
        errors = mine.gold + mine.found - 2 * mine.right
        self.articles.append((mine.f1(), errors, article.id))

    def _confuse(self, gold: set[Mention], found: set[Mention]) -> None:
        labels = dict(found - gold)
        for span, label in gold - found:
            self.confusion[label, labels.pop(span, "(nothing)")] += 1
        for label in labels.values():
            self.confusion["(nothing)", label] += 1

    def lines(self, worst: int) -> Iterator[str]:
        """The report."""
        yield head("", _WIDTH)
        for label, tally in self.labels.items():
            if tally.gold or tally.found:
                yield tally.line(label, _WIDTH)
        yield self.every.line("all", _WIDTH)
        yield self.boundaries.line("boundaries", _WIDTH)
        if self.confusion:
            yield ""
            yield "annotated as, found as (nothing: no mention of these very words)"
            for (gold, found), number in sorted(self.confusion.items(), key=lambda item: (-item[1], item[0])):
                yield f"{gold:{_WIDTH}}{found:{_WIDTH}}{number:6}"
        yield ""
        yield "worst articles: F1, mentions that are wrong or missing"
        for f1, errors, name in islice(sorted(self.articles), worst):
            yield f"{f1:6.1f}{errors:6}  {name}"


def _bags(words: list[int], mentions: list[tuple[int, int, str]]) -> set[Mention]:
    bags = {(frozenset(words[start:end]) - {-1}, label) for start, end, label in mentions}
    return {bag for bag in bags if bag[0]}
