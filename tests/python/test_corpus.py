"""Many articles together."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import networkx
import pullquote
import pytest
import samples
from pullquote import Document, InvalidInputError
from pullquote.corpus import Corpus, Profile, collect
from pullquote.corpus._names import key_of
from pullquote.corpus._similar import Groups


def article(
    entities: Sequence[tuple[Any, ...]], quotes: Sequence[tuple[Any, ...]] = (), day: str | None = None, body: str = ""
) -> Document:
    """A document of entities (label, name, aliases, role) and quotes (speaker, words, about, kind)."""
    text = body
    found: list[dict[str, Any]] = []
    for label, name, *more in entities:
        mention = {"start": len(text), "end": len(text) + len(name), "kind": "name", "confidence": 1}
        entity = samples.entity(len(found), label, name, [mention], named=not name.islower())
        found.append(entity | dict(zip(("aliases", "role"), more, strict=False)))
        text += name + "\n"
    said: list[dict[str, Any]] = []
    for speaker, words, *more in quotes:
        quote = samples.document()["quotes"][2] | {"id": len(said), "kind": "direct", "speaker": speaker}
        quote["content"] = [{"start": len(text), "end": len(text) + len(words)}]
        said.append(quote | dict(zip(("about", "kind"), more, strict=False)))
        text += words + "\n"
    source = {
        "schema": 1,
        "id": None,
        "published": day,
        "text": text,
        "sections": [],
        "entities": found,
        "quotes": said,
    }
    return Document.from_dict(source)


def named(corpus: Corpus, label: str = "PERSON") -> dict[str, Profile]:
    return {profile.name: profile for profile in corpus.profiles(label)}


# ---- linking --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "one", "other"),
    [
        ("PERSON", "Lucía Ferreyra", "LUCIA FERREYRA"),
        ("PERSON", "Mr. John Q. Vale", "John Vale"),
        ("PERSON", "Siobhan O’Dea", "Siobhan O'Dea"),
        ("ORG", "The Harbour Guild, Inc.", "Harbour Guild"),
        ("ORG", "Norvik's", "Norvik"),
        ("LOC", "Norvik", "norvik"),
    ],
)
def test_names_that_are_the_same(label: str, one: str, other: str) -> None:
    assert key_of(label, one).replace("’", "'") == key_of(label, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("PERSON", "Ana Ruiz"), ("ORG", "Ana Ruiz")),
        (("PERSON", "Ana Ruiz"), ("PERSON", "Ana Soto")),
        (("PERSON", "J. Vale"), ("PERSON", "P. Vale")),
        (("LOC", "Georgia", {"country": "GE", "type": "country"}), ("LOC", "Georgia")),
        (
            ("LOC", "Sucre", {"country": "BO", "type": "capital"}),
            ("LOC", "La Paz", {"country": "BO", "type": "capital"}),
        ),
        (("ORG", "!!"), ("ORG", "??")),
    ],
)
def test_names_that_differ(one: tuple[Any, ...], other: tuple[Any, ...]) -> None:
    assert key_of(*one) != key_of(*other)


def test_a_country_is_known_under_all_its_names() -> None:
    texts = ["Ana Ruiz flew to Burma on Monday.", "Ana Ruiz flew to Myanmar on Monday."]
    (country,) = collect(pullquote.pipe(texts)).profiles("LOC")
    assert country.articles == 2
    assert set(country.names) == {"Burma", "Myanmar"}


def test_an_id_of_the_users_links_before_all_else() -> None:
    assert key_of("ORG", "Big Bow", None, "Q7") == key_of("ORG", "International Ribbon Works", None, "Q7")
    assert key_of("ORG", "Big Bow", None, "Q7") != key_of("ORG", "Big Bow")


def test_a_short_name_joins_the_long_one_that_nearly_all_mean() -> None:
    long = article(
        [("PERSON", "Ana Ruiz", ["Ruiz"], "Mayor"), ("ORG", "Harbour Guild of Norvik", ["HGN"])],
        [(0, "We will not sell.")],
    )
    short = article([("PERSON", "Ruiz"), ("ORG", "HGN")], [(0, "Nobody asked me.")])
    corpus = collect([short, long, long])
    people = named(corpus)
    assert list(people) == ["Ana Ruiz"]
    ruiz = people["Ana Ruiz"]
    assert (ruiz.articles, ruiz.quoted_in, ruiz.quotes, ruiz.distinct_quotes, ruiz.words) == (3, 3, 3, 2, 11)
    assert ruiz.names == ("Ana Ruiz", "Ruiz")
    assert ruiz.roles == (("Mayor", 2),)
    assert list(named(corpus, "ORG")) == ["Harbour Guild of Norvik"]


def test_a_short_name_that_several_share_stays_by_itself() -> None:
    corpus = collect(
        [
            article([("PERSON", "Ana Ruiz", ["Ruiz"])]),
            article([("PERSON", "Tomás Ruiz", ["Ruiz"])]),
            article([("PERSON", "Ruiz")]),
        ]
    )
    assert len(corpus.profiles("PERSON")) == 3
    # Until one of them is meant nearly always.
    for _ in range(5):
        corpus.add(article([("PERSON", "Ana Ruiz", ["Ruiz"])]))
    assert set(named(corpus)) == {"Ana Ruiz", "Tomás Ruiz"}


def test_a_role_in_front_of_a_name_is_no_part_of_it() -> None:
    titled = article([("PERSON", "Harbour Master Tom Okafor", ["Tom Okafor"])], [(0, "No.")])
    plain = article([("PERSON", "Tom Okafor", [], "the harbour master of Norvik")])
    other = article([("PERSON", "Ana Maria Ruiz"), ("PERSON", "Maria Ruiz", [], "mayor")])
    for documents in ([titled, titled, plain, other], [other, plain, titled, titled]):
        people = named(collect(documents))
        assert set(people) == {"Tom Okafor", "Ana Maria Ruiz", "Maria Ruiz"}
        assert (people["Tom Okafor"].articles, people["Tom Okafor"].quotes) == (3, 2)


def test_names_that_are_short_for_each_other_make_no_circle() -> None:
    corpus = collect(
        [
            article([("ORG", "Alpha Beta", ["Gamma"])]),
            article([("ORG", "Gamma", ["Alpha Beta"])]),
            article([("ORG", "Gamma")]),
        ]
    )
    (profile,) = corpus.profiles()
    assert profile.articles == 3


def test_what_add_gives_leads_to_profiles() -> None:
    corpus = Corpus()
    added = corpus.add(
        article([("PERSON", "Ruiz"), ("DATE", "Monday"), ("PERSON", "the mayors")], [(0, "No."), (None, "Yes.")])
    )
    corpus.add(article([("PERSON", "Ana Ruiz", ["Ruiz"])]))
    assert added.article == 0
    assert added.entities[1:] == (None, None)  # a date, and what is never named
    assert added.entities[0] is not None
    assert corpus.profile_of(added.entities[0]) == named(corpus)["Ana Ruiz"].id
    assert len(added.quotes) == 2
    assert len(corpus) == 2


# ---- counts ---------------------------------------------------------------------------------------------------------


def test_who_is_quoted_and_who_is_only_mentioned() -> None:
    corpus = collect(
        [
            article(
                [("PERSON", "Ana Ruiz"), ("PERSON", "Tom Okafor"), ("LOC", "Norvik")],
                [(0, "Tom is wrong.", [1, 2]), (0, "old", [], "scare"), (None, "Who knows?", [0])],
                "2024-03-02",
            ),
            article([("PERSON", "Tom Okafor")], [(0, "I am right about this.")], "2024-01-05"),
            article([("PERSON", "Tom Okafor")], [(0, "Norvik?")]),
            article([("PERSON", "Mia Lund")], [], "2023-12-31"),
        ]
    )
    people = named(corpus)
    assert list(people) == ["Tom Okafor", "Ana Ruiz", "Mia Lund"]  # who says most comes first
    assert [(p.quotes, p.quoted_in, p.articles, p.words) for p in people.values()] == [
        (2, 2, 3, 6),
        (1, 1, 1, 3),
        (0, 0, 1, 0),
    ]
    assert (people["Tom Okafor"].first, people["Tom Okafor"].last) == ("2024-01-05", "2024-03-02")
    assert corpus.timeline() == {"2024-01-05": 1, "2024-03-02": 1}
    assert corpus.timeline(by="year") == {"2024": 2}
    assert corpus.timeline(people["Ana Ruiz"].id, by="month") == {"2024-03": 1}
    assert corpus.timelines(by="month") == {
        p.id: corpus.timeline(p.id, by="month") for p in people.values() if p.quotes
    }
    with pytest.raises(InvalidInputError, match="week"):
        corpus.timeline(by="week")
    place = named(corpus, "LOC")["Norvik"]
    assert corpus.about() == {(people["Ana Ruiz"].id, people["Tom Okafor"].id): 1, (people["Ana Ruiz"].id, place.id): 1}


def test_the_network(tmp_path: Path) -> None:
    corpus = collect(
        [
            article(
                [("PERSON", "Ana\x01 Ruiz"), ("ORG", "Ferry & Sons"), ("LOC", "Norvik")],
                [(0, "Ferry & Sons lied.", [1])],
            )
        ]
        * 2
    )
    corpus.write_graphml(tmp_path / "a.graphml")
    for network in (corpus.network(), networkx.read_graphml(tmp_path / "a.graphml", node_type=int)):
        assert len(network) == 2  # Norvik neither speaks nor is spoken about
        ((speaker, other, weight),) = network.edges(data="weight")
        assert weight == 2
        assert network.nodes[other]["name"] == "Ferry & Sons"
        assert network.nodes[speaker] == {
            "name": "Ana\ufffd Ruiz",
            "label": "PERSON",
            "articles": 2,
            "quotes": 2,
            "words": 8,
        }


def test_without_networkx() -> None:
    program = (
        "import sys; sys.modules['networkx'] = None; from pullquote.corpus import Corpus\n"
        "try: Corpus().network()\nexcept ImportError as error: print(error)"
    )
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout == "a network needs networkx: pip install 'pullquote[network]'\n"


# ---- near-duplicates ------------------------------------------------------------------------------------------------


def test_repeated_quotes() -> None:
    said = "We will not sell the bridge to anybody, and certainly not to Norvik"
    variants = [said, f"“{said.upper()}!”", "Well, " + said, said + " or its friends"]
    documents = [article([("PERSON", "Ana Ruiz")], [(0, words)]) for words in variants]
    documents.append(
        article([("PERSON", "Ana Ruiz")], [(0, "We will not sell the ferry, the pier or the two old cranes")])
    )
    corpus = collect(documents)
    (group,) = corpus.repeated_quotes()
    assert (group.text, group.size, group.first) == (said, 4, 0)
    assert named(corpus)["Ana Ruiz"].distinct_quotes == 2


def test_a_few_words_repeat_only_from_the_same_mouth() -> None:
    corpus = collect(
        [article([("PERSON", name)], [(0, "No comment.")]) for name in ("Ana Ruiz", "Ana Ruiz", "Tom Okafor")]
    )
    (group,) = corpus.repeated_quotes()
    assert group.size == 2
    assert all(profile.distinct_quotes == 1 for profile in corpus.profiles("PERSON"))


def test_copies_of_articles() -> None:
    words = random.Random(1)
    body = " ".join(
        words.choice(["ferry", "pier", "crane", "mayor", "storm", "harbour", "rope"]) + str(words.randrange(99))
        for _ in range(300)
    )
    cut = " ".join(body.split()[:240])
    other = " ".join(reversed(body.split()))
    corpus = collect([article([], body=text) for text in (other, body, cut, "Wire copy. " + body)])
    (group,) = corpus.copies()
    assert (group.text, group.first, group.size) == ("1", 1, 3)


def test_groups_agree_with_comparing_each_with_each() -> None:
    # Texts far from the limit on both sides: near ones are found whatever the bands, and far ones never joined.
    words = random.Random(7)
    vocabulary = [f"w{number}" for number in range(2000)]
    originals = [words.choices(vocabulary, k=30) for _ in range(200)]
    groups = Groups(shingle=2, least=0.5)
    for number, original in enumerate(originals):
        assert groups.add(" ".join(original), number, "") == (number, True)
    missed = 0
    for number, original in enumerate(originals):
        changed = [*original]
        changed[words.randrange(30)] = "changed"
        found, new = groups.add(" ".join(changed), number, "")
        missed += new
        assert new or found == number
    assert missed <= 2


def test_cost_is_linear_where_all_is_alike() -> None:
    def seconds(count: int) -> float:
        groups = Groups(shingle=2, least=0.95)
        start = time.process_time()
        for number in range(count):
            groups.add(f"the same words for each of them but {number} and {number + 1} and {number + 2}", number, "")
        return time.process_time() - start

    assert min(seconds(4000) for _ in range(2)) < 30 * min(seconds(400) for _ in range(3))


def test_answers_do_not_depend_on_the_process() -> None:
    program = "from pullquote.corpus._similar import _shingles; print(sorted(_shingles('a b c d', 2)))"
    answers = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={"PYTHONHASHSEED": seed, "PATH": ""}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1
