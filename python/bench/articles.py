"""News-like articles in any number, for timing: invented people, bodies and events, a length and a density of quotations
as newspapers have them. The same seed gives the same articles.

    python articles.py COUNT > articles.jsonl
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta

FIRST = [
    "Ana",
    "Boris",
    "Chidi",
    "Dalia",
    "Emeka",
    "Farah",
    "Goran",
    "Hana",
    "Ivo",
    "Jelena",
    "Kofi",
    "Leila",
    "Mario",
    "Nadia",
    "Omar",
    "Petra",
    "Ravi",
    "Sofia",
    "Tomas",
    "Yusuf",
]
SYLLABLES = [
    "ba",
    "bel",
    "cor",
    "da",
    "den",
    "fa",
    "gar",
    "ho",
    "il",
    "jan",
    "ka",
    "lin",
    "mar",
    "nov",
    "or",
    "pe",
    "quin",
    "ros",
    "sil",
    "tor",
    "ul",
    "ver",
    "wen",
    "yan",
    "zo",
]
ROLES = [
    "Finance Minister",
    "Mayor",
    "opposition leader",
    "police spokesman",
    "chief economist",
    "union president",
    "Foreign Minister",
    "club captain",
    "hospital director",
    "company spokeswoman",
]
BODIES = [
    "Ministry of Ports",
    "{} Bank",
    "University of {}",
    "{} Dockers' Union",
    "{} Electric Corp.",
    "Supreme Court",
    "{} City Council",
]
SUBJECTS = [
    "the new harbour",
    "the budget",
    "the strike",
    "the bridge over the river",
    "the price of bread",
    "the election",
    "the drought",
    "a plan to close two schools",
    "the loan",
    "the inquiry",
]
PREDICATES = [
    "will be decided before the end of the year",
    "has cost more than anybody expected",
    "cannot go on without the islands",
    "was agreed behind closed doors",
    "is the only way out of the crisis",
    "would hurt those who have least",
    "needs another look",
    "had been delayed three times since 2019",
    "came as no surprise to the families",
    "should have been stopped in March",
]
VERBS = [
    "said",
    "said",
    "said",
    "said",
    "told reporters",
    "warned",
    "added",
    "argued",
    "insisted",
    "wrote on Twitter",
    "explained",
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
FILLERS = (
    "The talks began on {day} and ended without a vote.",
    "About {number},000 people live in {place}, a town {number} kilometres from the border.",
    "The {body} spent ${number} million on it last year, a tenth more than in 2018.",
    "Rain had closed the road to {place} for most of the week, and traders waited in their cars.",
    "Shares in the company fell {number} percent in {place} after the news.",
    "{person} took office in {month} after {other} stepped down over the affair.",
    "It is the third time since {month} that {subject} has come before the {body}.",
)
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


class _Writer:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.people = [
            (f"{self.pick(FIRST)} {self.name()}", self.pick(ROLES)) for _ in range(self.random.randint(3, 6))
        ]
        self.bodies = [self.pick(BODIES).format(self.name()) for _ in range(4)]
        self.places = [self.name() for _ in range(4)]
        self.curly = self.random.random() < 0.5

    def pick(self, values: list[str]) -> str:
        return self.random.choice(values)

    def name(self) -> str:
        return "".join(self.random.choice(SYLLABLES) for _ in range(self.random.randint(2, 3))).capitalize()

    def clause(self) -> str:
        return f"{self.pick(SUBJECTS)} {self.pick(PREDICATES)}"

    def quoted(self, text: str) -> str:
        return f"“{text}”" if self.curly else f'"{text}"'

    def source(self) -> str:
        full, role = self.random.choice(self.people)
        return self.pick(
            [
                full,
                full.split()[-1],
                f"{role} {full}",
                "she",
                "he",
                f"the {role.lower()}",
                f"the {self.pick(self.bodies)}",
            ]
        )

    def sentence(self) -> str:
        kind = self.random.random()
        first = self.clause()
        first = first[0].upper() + first[1:]
        if kind < 0.18:
            more = self.quoted(f"We know that {self.clause()}.")
            return f"{self.quoted(first + ',')} {self.source()} {self.pick(VERBS)}. {more}"
        if kind < 0.26:
            source = self.source()
            return f"{source[0].upper()}{source[1:]} said {self.pick(SUBJECTS)} {self.quoted(self.pick(PREDICATES))}."
        if kind < 0.42:
            source = self.source()
            return f"{source[0].upper()}{source[1:]} {self.pick(['said that', 'said', 'denied that', 'argued that'])} {self.clause()}."
        if kind < 0.47:
            return f"According to {self.source()}, {self.clause()}."
        return self.random.choice(FILLERS).format(
            day=self.pick(DAYS),
            number=self.random.randint(2, 90),
            place=self.pick(self.places),
            body=self.pick(self.bodies),
            person=self.random.choice(self.people)[0],
            other=self.random.choice(self.people)[0],
            month=self.pick(MONTHS),
            subject=self.pick(SUBJECTS),
        )

    def article(self) -> str:
        headline = f"{self.pick(self.bodies)} divided over {self.pick(SUBJECTS)}"
        opening = f"{self.places[0].upper()} ({self.name()} Wire) - {' '.join(self.sentence() for _ in range(2))}"
        body = [
            " ".join(self.sentence() for _ in range(self.random.randint(1, 4)))
            for _ in range(self.random.randint(8, 22))
        ]
        body.insert(len(body) // 2, f"Read more: {self.clause().capitalize()}")
        return "\n\n".join([headline, f"By {self.people[-1][0]}", opening, *body])


def generate(count: int, seed: int = 1) -> Iterator[dict[str, str]]:
    """Articles as dicts with "id", "published" (YYYY-MM-DD) and "text"."""
    for number in range(count):
        published = date(2019, 1, 1) + timedelta(days=number % 2000)
        text = _Writer(seed * 1_000_003 + number).article()
        yield {"id": f"made-{number}", "published": published.isoformat(), "text": text}


if __name__ == "__main__":
    for article in generate(int(sys.argv[1])):
        print(json.dumps(article, ensure_ascii=False))
