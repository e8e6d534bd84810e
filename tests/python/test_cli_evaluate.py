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
    assert f"{gold}:1: no annotated article: no such label: 'Planet'" in result.errors
