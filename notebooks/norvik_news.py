"""Articles of an invented town, for the notebooks: some hundred of them, the same each time.

Norvik argues about a bridge, a ferry and a budget for two years. Its papers quote the same people under full names, surnames and
roles, print each other's quotes again, and now and then a whole article.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple


class Person(NamedTuple):
    """Somebody whom the papers ask."""

    name: str
    pronoun: str
    role: str
    weight: int
    """How often they are asked."""
    begins: int = 0
    """The day of the two years on which they begin to speak."""

    @property
    def surname(self) -> str:
        """The last name."""
        return self.name.split()[-1]


PEOPLE = (
    Person("Rosa Lindqvist", "she", "Mayor", 16),
    Person("Tom Okafor", "he", "Harbour Master", 12),
    Person("Marta Quiroga", "she", "council member", 9),
    Person("Piet Haas", "he", "union leader", 8),
    Person("Aline Costa", "she", "Transport Minister", 7),
    Person("Viktor Brandt", "he", "ferry owner", 6),
    Person("Samira Haddad", "she", "economist", 5),
    Person("Jon Vale", "he", "police spokesman", 4),
    Person("Ingrid Solberg", "she", "Mayor", 14, begins=400),  # after an election
    Person("Kofi Mensah", "he", "school director", 3),
)
PAPERS = ("Norvik Gazette", "Harbour Post", "Island Wire")
TOPICS = {
    "bridge": (
        "The old bridge was built for horses, and nobody here rides any more",
        "Closing the bridge costs every family in the north an hour a day",
        "We will reopen the bridge before the first snow, or I will carry people across myself",
        "A panic with a barrier in front of it is still a panic",
        "Engineers have looked at every bolt, and every bolt has looked back",
    ),
    "ferry": (
        "The ferry has not missed a morning since my grandfather bought it",
        "Nobody asked the people who wait on the pier in the rain",
        "A second boat would pay for itself in three summers",
        "We cannot run a town on a timetable that the tide writes",
        "I would sell the ferry tomorrow if anybody could tell me to whom",
    ),
    "budget": (
        "This budget has more holes than the harbour road",
        "Every krone that goes into the bridge comes out of the schools",
        "We have saved for nine years, and this is what it was for",
        "The ministry promised the money in writing, and I have kept the letter",
        "Somebody will pay for it, and we would like to know who",
    ),
}
ENDINGS = (
    "", "", "", ", and the council knows it", ", whatever the ministry says this week", ", as anybody on the quay can tell you",
    ", and I have said so for six years", ", but nobody in the town hall wants to hear it", ", and our children will ask us why",
    ", which is more than I can say of the road to the north",
)  # fmt: skip
HEADLINES = {
    "bridge": ("Norvik bridge stays closed", "New doubts about the bridge", "Bridge opens to walkers"),
    "ferry": ("Ferry stops for repairs", "Council looks for a second ferry", "Queues at the pier"),
    "budget": ("Budget passed by one vote", "Schools fear for their money", "Norvik argues about the budget"),
}
VERBS = ("said", "told reporters", "warned", "wrote in a letter to the council", "replied")
FILLERS = (
    "Some two hundred people had come to the quay in spite of the rain.",
    "The meeting in the town hall lasted until midnight.",
    "The council will vote again in two weeks.",
    "Traffic in the north of the town came to a stand for an hour.",
    "A decision by the ministry is expected in spring.",
)
FIRST_DAY = date(2023, 1, 2)
_DAYS = 728


def articles(count: int = 300, seed: int = 7) -> Iterator[dict[str, str]]:
    """The articles, by day, each with "id", "text" and "published"."""
    chance = random.Random(seed)
    days = sorted(chance.randrange(_DAYS) for _ in range(count))
    earlier: list[str] = []
    for number, day in enumerate(days):
        paper = chance.choice(PAPERS)
        if earlier and chance.random() < 0.06:
            text = chance.choice(earlier[-20:])  # a copy from the wire
        else:
            text = _article(chance, day)
            earlier.append(text)
        published = FIRST_DAY + timedelta(days=day)
        yield {"id": f"{paper.lower().replace(' ', '-')}-{number:03}", "text": text, "published": published.isoformat()}


def _article(chance: random.Random, day: int) -> str:
    topic = chance.choices(list(TOPICS), [5, 3, 3] if day < 400 else [2, 4, 5])[0]
    present = [
        person for person in PEOPLE if person.begins <= day and not (person.name == "Rosa Lindqvist" and day >= 400)
    ]
    speakers = _some(chance, present, chance.choice((1, 2, 2, 3)))
    said = [words + chance.choice(ENDINGS) for words in chance.sample(TOPICS[topic], len(speakers) + 1)]
    paragraphs = [chance.choice(HEADLINES[topic])]
    for number, person in enumerate(speakers):
        other = chance.choice([each for each in present if each is not person])
        paragraphs.append(_paragraph(chance, person, said[number], other, first=number == 0))
    first = speakers[0]
    paragraphs.append(
        f"{first.surname} also criticised the plans of the town. “{said[-1]},” {first.pronoun} added. {chance.choice(FILLERS)}"
    )
    return "\n\n".join(paragraphs) + "\n"


def _some(chance: random.Random, people: list[Person], count: int) -> list[Person]:
    chosen: list[Person] = []
    while len(chosen) < count:
        person = chance.choices(people, [each.weight for each in people])[0]
        if person not in chosen:
            chosen.append(person)
    return chosen


def _paragraph(chance: random.Random, person: Person, words: str, other: Person, *, first: bool) -> str:
    weekday = chance.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))
    verb = chance.choice(VERBS)
    filler = chance.choice(FILLERS)
    known = f"{person.role} {person.name}"
    forms = (
        f"{known} {verb} on {weekday}: “{words}.” {filler}",
        f"“{words},” {known} {verb}. {filler}",
        f"{known} said on {weekday} that {other.name} was wrong. “{words},” {person.pronoun} said.",
        f"According to {known}, {words[0].lower() + words[1:]}. {filler}",
    )
    return ("NORVIK – " if first else "") + chance.choice(forms)
