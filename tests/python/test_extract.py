"""Extraction of one article: what goes in, what comes out, and from how many threads."""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime
from pathlib import Path

import pullquote
import pytest
import samples
from pullquote.extractor import SHIPPED_MODEL


def test_the_article_is_read() -> None:
    document = pullquote.extract(samples.TEXT, id="a", published="2024-03-14")
    assert document.text is samples.TEXT
    assert (document.id, document.published) == ("a", date(2024, 3, 14))
    assert "Ana Ruiz" in [entity.name for entity in document.entities]
    assert any("reopen the bridge" in quote.text for quote in document.quotes)


def test_dates_sums_and_countries_have_values() -> None:
    text = "The mayor of Cusco said on Wednesday that Peru had paid $120-million.\n"
    values = {entity.name: entity.value for entity in pullquote.extract(text, published="2019-01-25").entities}
    assert values["Wednesday"] == {"type": "date", "iso": "2019-01-23", "start": "2019-01-23", "end": "2019-01-23"}
    assert values["$120-million"] == {"type": "money", "amount": 120_000_000, "currency": "USD"}
    assert values["Peru"] == {"type": "country", "country": "PE", "alpha3": "PER"}
    assert values["Cusco"] is None
    undated = {entity.name: entity.value for entity in pullquote.extract(text).entities}
    assert undated["Wednesday"] == {"type": "date", "iso": None, "start": None, "end": None}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        pytest.param(
            'Ana Reyes said that Keller once described the harbour plan as "a costly mess" when she was mayor.',
            "Ana Reyes",
            'that Keller once described the harbour plan as "a costly mess" when she was mayor',
            id="a quotation inside what is said",
        ),
        pytest.param(
            'Ms Keller said on Monday that what Reyes called "the great swindle" would cost the town two million.',
            "Ms Keller",
            'that what Reyes called "the great swindle" would cost the town two million',
            id="a relative clause inside what is said",
        ),
        pytest.param(
            'The protesters marched to the gate while chanting, "No more cuts."',
            "The protesters",
            "No more cuts.",
            id="a participle before a quotation",
        ),
        pytest.param(
            'Ana Reyes released a statement saying, "The plan is dead."',
            "Ana Reyes",
            "The plan is dead.",
            id="a participle of what somebody released",
        ),
    ],
)
def test_a_quotation_goes_to_whoever_says_the_whole(text: str, source: str, content: str) -> None:
    quotes = [quote for quote in pullquote.extract(text).quotes if quote.cue]
    assert [(quote.source[0].text, quote.content[0].text) for quote in quotes] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        (
            'Ana Reyes released a statement saying, "The plan is dead."',
            "released a statement saying",
            "The plan is dead.",
        ),
        ('Ana Reyes attacked the plan for its cost, saying, "It is a trap."', "saying", "It is a trap."),
        (
            "“Nobody wants it”, Ana Reyes said: “not the town, and not the port.”",
            "said",
            "not the town, and not the port.",
        ),
    ],
)
def test_each_quote_has_a_cue_of_its_own(text: str, cue: str, content: str) -> None:
    quotes = pullquote.extract(text).quotes
    assert [quote.cue[0].text for quote in quotes if quote.content[-1].text == content] == [cue]
    cues = [span.start for quote in quotes for span in quote.cue]
    assert len(cues) == len(set(cues))


def test_nothing_is_asked_but_a_text() -> None:
    document = pullquote.extract("")
    assert (document.id, document.published, document.text) == (None, None, "")
    assert (document.sections, document.entities, document.quotes) == ((), (), ())


@pytest.mark.parametrize("published", ["2024-03-14", date(2024, 3, 14), datetime(2024, 3, 14, 23, 59)])
def test_a_day_in_each_form(published: str | date) -> None:
    assert pullquote.extract("x", published=published).published == date(2024, 3, 14)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2000-02-29"])
def test_days_at_the_ends_of_the_calendar(published: str) -> None:
    document = pullquote.extract("x", published=published)
    assert document.published == date.fromisoformat(published)
    assert document.to_dict()["published"] == published


def test_bytes_are_utf_8() -> None:
    assert pullquote.extract(samples.TEXT.encode()) == pullquote.extract(samples.TEXT)
    broken = b"Ana \xff\xc3 Ruiz\xe2\x80"
    assert pullquote.extract(broken).text == broken.decode("utf-8", "replace")


def test_a_subclass_of_str_becomes_a_str() -> None:
    class Shifted(str):
        __slots__ = ()

        def __getitem__(self, key: object) -> str:
            return "?"

    document = pullquote.extract(Shifted(samples.TEXT))
    assert type(document.text) is str
    assert document == pullquote.extract(samples.TEXT)


def test_offsets_are_code_points() -> None:
    text = "😀🇺🇸 é ﷽ \ud83d Ana Ruiz said: “No.”\r\n" + samples.TEXT
    document = pullquote.extract(text)
    mentions = [mention for entity in document.entities for mention in entity.mentions]
    assert text.index("Ana Ruiz") in [mention.start for mention in mentions]
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text


def test_boilerplate_is_asked_for() -> None:
    text = samples.TEXT + "\nRead more: Ana Ruiz meets Boris Petrov in Lisbon\n"
    names = {entity.name for entity in pullquote.extract(text).entities}
    with_boilerplate = pullquote.extract(text, boilerplate=True)
    assert "Boris Petrov" not in names
    assert "Boris Petrov" in {entity.name for entity in with_boilerplate.entities}
    assert pullquote.Extractor(boilerplate=True).extract(text) == with_boilerplate


def test_an_extractor_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "own.pqm"
    path.write_bytes(Path(SHIPPED_MODEL).read_bytes())
    extractor = pullquote.Extractor(path)
    assert (extractor.model, extractor.boilerplate) == (str(path), False)
    assert extractor.extract(samples.TEXT) == pullquote.extract(samples.TEXT)
    assert "own.pqm" in repr(extractor)
    again = pickle.loads(pickle.dumps(extractor))
    assert again.model == str(path)
    with pytest.raises(AttributeError):
        extractor.boilerplate = True  # type: ignore[misc]


def test_the_shipped_extractor_is_pickled_without_its_path() -> None:
    pickled = pickle.dumps(pullquote.Extractor(boilerplate=True))
    assert b"en.pqm" not in pickled
    again = pickle.loads(pickled)
    assert (again.model, again.boilerplate) == (SHIPPED_MODEL, True)


def test_entities_stay_the_same_without_quotes() -> None:
    extractor = pullquote.Extractor(quotes=False)
    whole, without = pullquote.extract(samples.TEXT), extractor.extract(samples.TEXT)
    assert (len(whole.quotes) > 0, without.quotes) == (True, ())
    assert [entity.name for entity in without.entities] == [entity.name for entity in whole.entities]
    assert list(extractor.pipe([samples.TEXT])) == [without]


def test_a_speaker_whom_only_a_quote_gives_is_not_found_without_quotes() -> None:
    text = 'Fishermen from 13 villages said: "We will not pay the fee."'
    assert any(not entity.named for entity in pullquote.extract(text).entities)
    assert all(entity.named for entity in pullquote.Extractor(quotes=False).extract(text).entities)


def test_an_extractor_without_quotes_is_pickled_as_such() -> None:
    extractor = pullquote.Extractor(quotes=False)
    again = pickle.loads(pickle.dumps(extractor))
    assert (extractor.quotes, again.quotes, pullquote.Extractor().quotes) == (False, False, True)
    assert "quotes=False" in repr(again)


def test_threads_share_an_extractor() -> None:
    texts = [samples.TEXT.replace("Ruiz", name) for name in ("Ruiz", "Petrov", "Ng", "Sá")] * 25
    expected = [pullquote.extract(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(pullquote.extract, texts)) == expected


def test_the_first_call_may_come_from_many_threads() -> None:
    program = """
import sys, threading
sys.setswitchinterval(1e-6)
import pullquote
from pullquote import extractor
opened = []
class Counted(extractor.Extractor):
    def __init__(self, *a, **k):
        opened.append(1)
        super().__init__(*a, **k)
extractor.Extractor = Counted
start = threading.Barrier(8)
def work():
    start.wait()
    pullquote.extract("Ana Ruiz said no.")
threads = [threading.Thread(target=work) for _ in range(8)]
for t in threads: t.start()
for t in threads: t.join()
print(len(opened))
"""
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "1"


def test_the_gil_is_released() -> None:
    # While one thread extracts a long article, this one goes on: it counts, which it could not with the GIL held.
    text = samples.TEXT * 5_000
    done = threading.Event()

    def work() -> None:
        pullquote.extract(text)
        done.set()

    pullquote.extract("")
    thread = threading.Thread(target=work)
    thread.start()
    turns = 0
    while not done.wait(0.001):
        turns += 1
    thread.join()
    assert turns >= 10


def test_any_verb_may_follow_a_long_quotation() -> None:
    said = "This harbour is one of the busiest on the whole of the coast, and it has been so for two hundred years"
    document = pullquote.extract(f"“{said},” the keeper of the light intones.")
    assert [quote.source[0].text for quote in document.quotes] == ["the keeper of the light"]
    assert [part.text for part in document.quotes[0].content] == [said]
    document = pullquote.extract("“The Harbour,” a new musical, opens on Friday.")
    assert all(not quote.source for quote in document.quotes)
