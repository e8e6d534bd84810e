"""`pullquote evaluate`, on articles written here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pullquote
from command import run

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ana Reyes met officials in Peru on Monday.\n"


def write(path: Path, *entities: list[object]) -> Path:
    """A file with one annotated article."""
    path.write_text(json.dumps({"id": "one", "text": TEXT, "entities": list(entities)}) + "\n", encoding="utf-8")
    return path


def annotated() -> list[list[object]]:
    """What the package itself finds, as annotations."""
    return [
        [mention.start, mention.end, entity.label]
        for entity in pullquote.extract(TEXT).entities
        for mention in entity.mentions
        if mention.kind == "name"
    ]


def test_its_own_answers_are_right(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", *annotated())
    result = run("evaluate", gold)
    assert result.status == 0
    table = {line.split()[0]: line.split()[1:] for line in result.output.splitlines()[1:] if line and line[0].isalpha()}
    assert table["all"] == ["100.0", "100.0", "100.0", str(len(annotated())), str(len(annotated()))]
    assert "(nothing)" not in result.output


def test_a_quotation_mark_at_the_edge_makes_no_difference_and_a_label_does(tmp_path: Path) -> None:
    assert next(TEXT[int(str(start)) : int(str(end))] for start, end, _ in annotated()) == "Ana Reyes"
    wrong = [[0, 9, "Organization"], *[[start, int(str(end)) + 1, label] for start, end, label in annotated()[1:]]]
    result = run("evaluate", write(tmp_path / "gold.jsonl", *wrong))
    lines = result.output.splitlines()
    assert next(line for line in lines if line.startswith("boundaries")).split()[1:4] == ["100.0"] * 3
    assert ["ORG", "PERSON", "1"] in [line.split() for line in lines]
    assert lines[-1].split()[1:] == ["2", "one"]


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    gold = write(tmp_path / "gold.jsonl", [0, 3, "Planet"])
    result = run("evaluate", gold)
    assert result.status == 2
    assert "no annotated article: no such label: 'Planet'; there are PERSON" in result.errors
    assert f"({gold}:1)" in result.errors


SAID = "“We won the cup,” said Ana Reyes. Omar Silva denied that it was lost.\n"


def attribution(source: str, cue: str, content: str) -> dict[str, list[list[int]]]:
    places = {"source": source, "cue": cue, "content": content}
    return {
        part: [[SAID.index(words), SAID.index(words) + len(words)]] if words else [] for part, words in places.items()
    }


FIRST = attribution("Ana Reyes", "said", "We won the cup")
SECOND = attribution("Omar Silva", "denied", "that it was lost")


def quotes(tmp_path: Path, *attributions: object, **others: object) -> list[list[str]]:
    """The lines of the report, word by word."""
    gold = tmp_path / "gold.jsonl"
    article = {"id": "one", "text": SAID, "publisher": "Gazette", "attributions": attributions} | others
    gold.write_text(json.dumps(article) + "\n", encoding="utf-8")
    result = run("evaluate", gold)
    assert result.status == 0, result.errors
    return [line.split() for line in result.output.splitlines()]


def test_quotes_are_scored_at_each_confidence(tmp_path: Path) -> None:
    lines = quotes(tmp_path, FIRST, SECOND)
    assert ["all", "100.0", "100.0", "100.0", "2", "2"] in lines
    found = {line[0]: line[-1] for line in lines if line[1:3] == ["or", "more"]}
    assert found["0.0"] == "2"
    confidence = [quote.confidence for quote in pullquote.extract(SAID).quotes]
    assert found["0.9"] == str(sum(share >= 0.9 for share in confidence))
    assert ["direct", "100.0", "100.0", "1"] in lines
    assert ["indirect", "100.0", "100.0", "1"] in lines
    assert ["Gazette", "100.0", "100.0", "100.0", "2", "2"] in lines


def test_quotes_go_wrong_in_several_ways(tmp_path: Path) -> None:
    wrong = {**FIRST, "source": SECOND["source"]}
    lines = quotes(tmp_path, wrong)
    errors = {" ".join(line[1:]): int(line[0]) for line in lines if len(line) > 2 and line[1] in ("found:", "missed:")}
    assert errors == {
        "found: nobody marked a content there": 1,
        "found: less than half of the content in common": 0,
        "found: another source": 1,
        "found: another cue": 0,
        "missed: nothing found there": 0,
        "missed: something else found there": 1,
    }


def test_people_are_compared_with_each_other(tmp_path: Path) -> None:
    lines = quotes(tmp_path, FIRST, SECOND, other_annotators=[[FIRST], [FIRST, SECOND]])
    assert ["2", "readings", "100.0", "75.0", "85.7", "4", "3"] in lines


def test_articles_may_have_both(tmp_path: Path) -> None:
    entities = [
        [entity.mentions[0].start, entity.mentions[0].end, entity.label]
        for entity in pullquote.extract(SAID).entities
        if entity.named
    ]
    lines = quotes(tmp_path, FIRST, entities=entities)
    assert [line[0] for line in lines if line and line[0] in ("boundaries", "quotes")] == ["boundaries", "quotes"]


def test_articles_without_annotations_are_refused(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"text": SAID}) + "\n", encoding="utf-8")
    result = run("evaluate", gold)
    assert result.status == 2
    assert 'no article has "entities" or "attributions"' in result.errors
