"""`pullquote evaluate`: how well a model finds entities in articles that people have annotated."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from pullquote._cli.common import DONE, STATUSES, count, fail
from pullquote._core import LABELS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from pullquote import Document

SUMMARY = "score entities against annotated articles"

_DESCRIPTION = """\
Score the entities that are found against articles that people have annotated.

GOLD has an article on each line: {"text": ..., "entities": [[start, end, label], ...]} and, if known, "id" and "published".
Offsets are Unicode code points, end exclusive; labels are those of documents, or Person, Organization, Location, Facility,
Date, Money, Product and Misc. A mention is right where its words and its label are: a quotation mark, a full stop or a
possessive 's at its edge makes no difference.
"""

_WORD = re.compile(r"\w+(?:[.'’&-]\w+)*")
_OTHER_NAMES = {
    "organization": "ORG",
    "location": "LOC",
    "facility": "FAC",
}

Mention = tuple[frozenset[int], str]


def add(parser: argparse.ArgumentParser) -> None:
    """Says what the command takes."""
    from pullquote._cli.extract import add_extractor

    parser.description = _DESCRIPTION
    parser.epilog = STATUSES
    parser.add_argument("gold", metavar="GOLD", help="annotated articles, one a line")
    parser.add_argument("--worst", metavar="N", type=count, default=5, help="how many of the worst articles to name")
    add_extractor(parser)


def run(options: argparse.Namespace) -> int:
    """Extracts, scores, prints."""
    from pullquote._cli.extract import make_extractor

    gold = list(_read(options.gold))
    extractor = make_extractor(options)
    documents = extractor.pipe((article["text"] for article in gold), threads=options.threads)
    scores = Scores()
    for article, document in zip(gold, documents, strict=True):
        scores.add(article, document)
    print("\n".join(scores.lines(options.worst)))
    return DONE


def _read(name: str) -> Iterator[dict[str, Any]]:
    try:
        with open(name, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _article(line, f"{name}:{number}", number)
    except (OSError, UnicodeDecodeError) as error:
        fail(f"cannot read {name}: {error}")


def _article(line: str, where: str, number: int) -> dict[str, Any]:
    try:
        article = json.loads(line)
        entities = [(int(start), int(end), _label(label)) for start, end, label in article["entities"]]
        return {"id": str(article.get("id", number)), "text": str(article["text"]), "entities": entities}
    except (ValueError, KeyError, TypeError) as error:
        fail(f"{where}: no annotated article: {error}")


def _label(name: str) -> str:
    label = _OTHER_NAMES.get(name.lower(), name.upper())
    if label not in LABELS:
        raise ValueError(f"no such label: {name!r}; there are {', '.join(LABELS)}")
    return label


@dataclass
class Tally:
    """Mentions of one kind: annotated, found, and both."""

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
        return 200 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    def line(self, name: str) -> str:
        """A row of the table."""
        precision = 100 * self.right / self.found if self.found else 0.0
        recall = 100 * self.right / self.gold if self.gold else 0.0
        return f"{name:12}{precision:9.1f}{recall:9.1f}{self.f1():9.1f}{self.gold:9}{self.found:9}"


@dataclass
class Scores:
    """What was right, by label, and what was taken for what."""

    labels: dict[str, Tally] = field(default_factory=lambda: {label: Tally() for label in LABELS})
    every: Tally = field(default_factory=Tally)
    boundaries: Tally = field(default_factory=Tally)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles: list[tuple[float, int, str]] = field(default_factory=list)

    def add(self, article: dict[str, Any], document: Document) -> None:
        """Compares one article."""
        words = _words(article["text"])
        gold = _bags(words, article["entities"])
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
        self.articles.append((mine.f1(), errors, article["id"]))

    def _confuse(self, gold: set[Mention], found: set[Mention]) -> None:
        labels = dict(found - gold)
        for span, label in gold - found:
            self.confusion[label, labels.pop(span, "(nothing)")] += 1
        for label in labels.values():
            self.confusion["(nothing)", label] += 1

    def lines(self, worst: int) -> Iterator[str]:
        """The report."""
        yield f"{'':12}{'precision':>9}{'recall':>9}{'F1':>9}{'gold':>9}{'found':>9}"
        for label, tally in self.labels.items():
            yield tally.line(label)
        yield self.every.line("all")
        yield self.boundaries.line("boundaries")
        if self.confusion:
            yield ""
            yield "annotated as, found as (nothing: no mention of these very words)"
            for (gold, found), number in sorted(self.confusion.items(), key=lambda item: (-item[1], item[0])):
                yield f"{gold:12}{found:12}{number:6}"
        yield ""
        yield "worst articles: F1, mentions that are wrong or missing"
        for f1, errors, name in islice(sorted(self.articles), worst):
            yield f"{f1:6.1f}{errors:6}  {name}"


def _words(text: str) -> list[int]:
    """The number of the word that each character belongs to, -1 between words."""
    numbers = [-1] * len(text)
    for number, match in enumerate(_WORD.finditer(text)):
        end = match.end()
        if match.group().endswith(("'s", "’s")) and len(match.group()) > 2:
            end -= 2
        numbers[match.start() : end] = [number] * (end - match.start())
    return numbers


def _bags(words: list[int], mentions: list[tuple[int, int, str]]) -> set[Mention]:
    bags = {(frozenset(words[start:end]) - {-1}, label) for start, end, label in mentions}
    return {bag for bag in bags if bag[0]}
