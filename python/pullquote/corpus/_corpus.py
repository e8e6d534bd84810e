"""What is kept of a corpus, and what it says."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pullquote.corpus._names import LINKED, key_of, words_of
from pullquote.corpus._similar import Group, Groups

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from pullquote import Document

# A name that other articles use for short, such as a surname or an acronym, is taken for the one whom nearly all of them mean.
_DOMINANT = 0.8
_FEW = 5
_LONGEST_TITLE = 5  # words
_PARTS_OF_DATE = {"day": 10, "month": 7, "year": 4}


class Added(NamedTuple):
    """What became of a document."""

    article: int
    """Its number, from 0."""
    copies: int
    """The group of articles that it nearly repeats."""
    entities: tuple[int | None, ...]
    """For each entity the number that `Corpus.profile_of` takes; None for dates, amounts and what is never named."""
    quotes: tuple[int, ...]
    """For each quote the group of quotes that it nearly repeats."""


class Profile(NamedTuple):
    """Somebody or something across articles."""

    id: int
    label: str
    name: str
    """The name that most articles use."""
    names: tuple[str, ...]
    """All its full names, the most frequent first."""
    roles: tuple[tuple[str, int], ...]
    """Its roles and how many articles give each, the most frequent first."""
    articles: int
    """How many articles mention it."""
    mentions: int
    quoted_in: int
    """How many articles quote it. An entity with 0 is only ever mentioned."""
    quotes: int
    distinct_quotes: int
    """Quotes, each near-duplicate counted once."""
    words: int
    """Words of its quotes."""
    first: str | None
    """The day of the first dated article that mentions it, as YYYY-MM-DD."""
    last: str | None


class _Known:
    """What is counted for a key."""

    __slots__ = (
        "articles",
        "days",
        "distinct",
        "first",
        "kinds",
        "last",
        "mentions",
        "names",
        "quoted",
        "quotes",
        "roles",
        "words",
    )

    def __init__(self) -> None:
        self.names: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()
        self.days: Counter[str] = Counter()
        self.kinds: Counter[str] = Counter()
        self.articles = self.mentions = self.quoted = self.quotes = self.distinct = self.words = 0
        self.first: str | None = None
        self.last: str | None = None

    def add(self, other: _Known) -> None:
        self.names += other.names
        self.roles += other.roles
        self.days += other.days
        self.kinds += other.kinds
        for count in ("articles", "mentions", "quoted", "quotes", "distinct", "words"):
            setattr(self, count, getattr(self, count) + getattr(other, count))
        self.saw(other.first)
        self.saw(other.last)

    def saw(self, day: str | None) -> None:
        if day:
            self.first = min(self.first or day, day)
            self.last = max(self.last or day, day)


class Corpus:
    """Takes documents, and says what they hold together.

    An entity is linked over articles by its name: case, accents, honorifics and legal forms are passed over, and a place is
    known by its value where it has one. A title in front of a full name is passed over where it is the role of whom other
    articles call so. A short name, such as a surname or an acronym, joins the one long name that nearly all articles use it
    for; where several share it, it stays by itself.
    """

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self._labelled: list[str] = []  # the key of each number
        self._known: list[_Known] = []
        self._short: dict[str, Counter[int]] = {}
        self._about: Counter[tuple[int, int]] = Counter()
        self._quotes = Groups(shingle=2, least=0.5)
        self._articles = Groups(shingle=4, least=0.5)
        self._count = 0
        self._links: list[int] | None = None

    def __len__(self) -> int:
        """How many articles it has taken."""
        return self._count

    def add(self, document: Document) -> Added:
        """Takes a document. Nothing of it is kept but counts, and the first of each quote."""
        content = document.to_dict()
        article = self._count
        self._count += 1
        self._links = None
        copies, _ = self._articles.add(content["text"], article, content["id"] or str(article))
        day = content["published"]
        entities = [self._entity(entity, day) for entity in content["entities"]]
        groups = []
        quoted: set[int] = set()
        for quote in content["quotes"]:
            text = " ".join(span["text"] for span in quote["content"])
            words = len(text.split())
            speaker = None if quote["speaker"] is None else entities[quote["speaker"]]
            # A few words, such as "no comment", are a repetition only from the same mouth.
            compared = text if words > _FEW else f"{article if speaker is None else self._labelled[speaker]} {text}"
            group, new = self._quotes.add(compared, article, text)
            groups.append(group)
            if speaker is None or quote["kind"] == "scare":
                continue
            known = self._known[speaker]
            known.quotes += 1
            known.distinct += new
            known.words += words
            known.kinds[quote["kind"]] += 1
            if day:
                known.days[day] += 1
            quoted.add(speaker)
            for other in {entities[number] for number in quote["about"]}:
                if other is not None and other != speaker:
                    self._about[speaker, other] += 1
        for speaker in quoted:
            self._known[speaker].quoted += 1
        return Added(article, copies, tuple(entities), tuple(groups))

    def _entity(self, entity: dict[str, Any], day: str | None) -> int | None:
        label = entity["label"]
        if label not in LINKED or not entity["named"]:
            return None
        key = key_of(label, entity["name"], entity["value"], entity.get("external_id"))
        number = self._keys.setdefault(key, len(self._known))
        if number == len(self._known):
            self._known.append(_Known())
            self._labelled.append(key)
        known = self._known[number]
        known.names[entity["name"]] += 1
        if entity["role"]:
            known.roles[entity["role"]] += 1
        known.articles += 1
        known.mentions += len(entity["mentions"])
        known.saw(day)
        for short in {key_of(label, alias) for alias in entity["aliases"]} - {key}:
            self._short.setdefault(short, Counter())[number] += 1
        return number

    # ---- linking ----------------------------------------------------------------------------------------------------

    def _linked(self) -> list[int]:
        """For each key the key whose profile it belongs to. Made when asked for: later articles may change it."""
        if self._links is None:
            links = [self._untitled(number) for number in range(len(self._known))]
            for short, meant in self._short.items():
                number = self._keys.get(short)
                if number is None or links[number] != number:
                    continue
                best, votes = max(meant.items(), key=lambda item: (item[1], -item[0]))
                longer = len(self._labelled[best]) > len(short)
                # What leads back here would make a circle.
                if longer and votes >= _DOMINANT * meant.total() and self._last(links, best) != number:
                    links[number] = best
            self._links = [self._last(links, number) for number in range(len(links))]
        return self._links

    def _untitled(self, number: int) -> int:
        """Whom "Harbour Master Tom Okafor" names: the Tom Okafor to whom other articles give the role of a harbour master."""
        label, *words = self._labelled[number].split(" ")
        if label == "PERSON" and words[0] != "id":
            for start in range(1, min(len(words) - 1, _LONGEST_TITLE + 1)):
                other = self._keys.get(f"PERSON {' '.join(words[start:])}")
                if other is not None and any({*words[:start]} <= words_of(role) for role in self._known[other].roles):
                    return other
        return number

    @staticmethod
    def _last(links: list[int], number: int) -> int:
        while links[number] != number:
            number = links[number]
        return number

    def profile_of(self, entity: int) -> int:
        """The id of the profile of an entity, by the number that `add` gave it."""
        return self._linked()[entity]

    def links(self) -> list[int]:
        """For each entity, by the number that `add` gave it, the id of its profile."""
        return list(self._linked())

    def _merged(self) -> dict[int, _Known]:
        merged: dict[int, _Known] = {}
        for number, link in enumerate(self._linked()):
            merged.setdefault(link, _Known()).add(self._known[number])
        return merged

    # ---- what it says -----------------------------------------------------------------------------------------------

    def profiles(self, label: str | None = None) -> list[Profile]:
        """Who and what the articles speak of: those who say most first, then those whom most articles mention.

        Args:
            label: only entities of this label, such as "PERSON".
        """
        found = [self._profile(number, known) for number, known in self._merged().items()]
        found = [profile for profile in found if label is None or profile.label == label]
        return sorted(found, key=lambda profile: (-profile.words, -profile.articles, -profile.mentions, profile.id))

    def _profile(self, number: int, known: _Known) -> Profile:
        # The name of the key itself before that of short ones which joined it.
        own = self._known[number].names
        names = sorted(known.names, key=lambda name: (name not in own, -known.names[name], name))
        return Profile(
            id=number,
            label=self._labelled[number].partition(" ")[0],
            name=names[0],
            names=tuple(names),
            roles=tuple(known.roles.most_common()),
            articles=known.articles,
            mentions=known.mentions,
            quoted_in=known.quoted,
            quotes=known.quotes,
            distinct_quotes=known.distinct,
            words=known.words,
            first=known.first,
            last=known.last,
        )

    def timeline(self, profile: int | None = None, *, by: str = "day") -> dict[str, int]:
        """Quotes with a known speaker of each day, month or year on which there are some, in their order.

        Args:
            profile: only quotes of this one.
            by: "day", "month" or "year".
        """
        counts: Counter[str] = Counter()
        for number, days in self.timelines(by=by).items():
            if profile is None or number == profile:
                counts.update(days)
        return dict(sorted(counts.items()))

    def timelines(self, *, by: str = "day") -> dict[int, dict[str, int]]:
        """`timeline` of each profile that is quoted in dated articles.

        Args:
            by: "day", "month" or "year".
        """
        if by not in _PARTS_OF_DATE:
            from pullquote.errors import InvalidInputError

            raise InvalidInputError(f"expected day, month or year, found {by!r}", where="by", code="invalid-input")
        counts: dict[int, Counter[str]] = {}
        for link, known in zip(self._linked(), self._known, strict=True):
            for day, count in known.days.items():
                counts.setdefault(link, Counter())[day[: _PARTS_OF_DATE[by]]] += count
        return {number: dict(sorted(counts[number].items())) for number in sorted(counts)}

    def about(self) -> dict[tuple[int, int], int]:
        """How many quotes of a profile mention another: {(speaker, other): quotes}."""
        links = self._linked()
        counts: Counter[tuple[int, int]] = Counter()
        for (speaker, other), count in self._about.items():
            if links[speaker] != links[other]:
                counts[links[speaker], links[other]] += count
        return dict(counts)

    def repeated_quotes(self, least: int = 2) -> list[Group]:
        """Quotes that come at least so often, each in nearly the same words, the most frequent first."""
        return self._quotes.repeated(least)

    def copies(self, least: int = 2) -> list[Group]:
        """Articles that come at least so often, such as copies from a wire. Their text is the id of the first, or its number."""
        return self._articles.repeated(least)

    def network(self) -> Any:
        """Who speaks about whom, as a `networkx.DiGraph`: an edge from each speaker to whom the quotes mention.

        Nodes are ids of profiles with name, label, articles, quotes and words; edges have a weight, the number of quotes.
        Needs the extra: ``pip install 'pullquote[network]'``.
        """
        from pullquote.corpus._network import graph

        return graph(self.profiles(), self.about())

    def write_graphml(self, path: str | os.PathLike[str]) -> None:
        """Writes `network` in GraphML, for Gephi, Cytoscape and the like."""
        from pullquote.corpus._network import write

        write(self.network(), path)


def collect(documents: Iterable[Document]) -> Corpus:
    """A corpus of documents."""
    corpus = Corpus()
    for document in documents:
        corpus.add(document)
    return corpus
