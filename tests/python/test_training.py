"""Models of the user's own: what they learn, that they are the same each time, and what cannot be learned from."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from command import COMMAND, DONE, INTERRUPTED, WRONG_USAGE, run, write_jsonl
from pullquote import Extractor, InputFileError, InputTypeError, InvalidInputError, ModelError, PullquoteError, training

NAMES = ("Zorbly", "Quimble", "Fnordax", "Brindle", "Plimsol")
VERBS = ("blorped", "snarfled")


def lesson(number: int) -> dict[str, Any]:
    """An article of an invented tongue in which products have names, and people blorp."""
    text, entities, attributions = "", [], []
    for k in range(6):
        name = f"{NAMES[(number + k) % len(NAMES)]} {100 * (number + k)}"
        source, cue = ("the mayor", "a nurse", "the crew")[(number + k) % 3], VERBS[k % 2]
        content = f"that the {name} was late"
        start = len(text)
        text += f"On that day {source} {cue} {content}. "
        at = start + len("On that day ")
        attributions.append(
            {
                "source": [[at, at + len(source)]],
                "cue": [[at + len(source) + 1, at + len(source) + 1 + len(cue)]],
                "content": [[text.index(content, start), text.index(content, start) + len(content)]],
            }
        )
        place = text.index(name, start)
        entities.append([place, place + len(name), "Product"])
    return {"id": str(number), "text": text, "entities": entities, "attributions": attributions}


LESSONS = [lesson(number) for number in range(24)]
OTHER = "On that day the pilot blorped that the Quimble 77 was early."


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "own.pqm"
    training.train(LESSONS, path)
    return path


def labels(extractor: Extractor) -> list[tuple[str, str]]:
    return [(entity.name, entity.label) for entity in extractor.extract(OTHER).entities if entity.named]


def test_a_model_knows_what_it_was_taught(model: Path) -> None:
    own = Extractor(model)
    assert ("Quimble 77", "PRODUCT") in labels(own)
    assert ("Quimble 77", "PRODUCT") not in labels(Extractor())
    cues = [cue.text for quote in own.extract(OTHER).quotes for cue in quote.cue]
    assert cues == ["blorped"]


def test_the_same_articles_give_the_same_bytes(model: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.pqm"
    training.train(write_jsonl(tmp_path / "gold.jsonl", LESSONS), again)
    assert again.read_bytes() == model.read_bytes()
    assert sorted(os.listdir(tmp_path)) == ["again.pqm", "gold.jsonl"]


def test_what_is_not_taught_is_the_base_models(tmp_path: Path) -> None:
    told: list[str] = []
    lessons = [{"text": article["text"], "entities": article["entities"]} for article in LESSONS[:6]]
    path = tmp_path / "own.pqm"
    training.train(lessons, path, tell=told.append)
    assert told
    assert all(line.startswith("mentions: ") for line in told)
    text = "“We won the cup,” said Ana Reyes."
    (quote,) = Extractor(path).extract(text).quotes
    assert (quote.text, quote.manner) == ("We won the cup", "said")


@pytest.mark.parametrize(
    ("articles", "error", "where", "what"),
    [
        ([], InvalidInputError, "articles", 'no article has "entities"'),
        (LESSONS[:2], InvalidInputError, "articles", "2 articles with entities are too few"),
        ([*LESSONS[:3], {"text": "a", "entities": [[0, 2, "ORG"]]}], InvalidInputError, "articles[3]", "no such place"),
        ([{"text": "a", "entities": [[0, 1, "Planet"]]}], InvalidInputError, "articles[0]", "no such label: 'Planet'"),
        ([{"text": "a", "attributions": [{"cue": []}]}], InvalidInputError, "articles[0]", "'source' is missing"),
        ([{"entities": []}], InvalidInputError, "articles[0]", '"text" is missing'),
        ([3], InputTypeError, "articles[0]", "found int"),
    ],
)
def test_what_cannot_be_learned_from_is_refused(
    articles: Any, error: type[PullquoteError], where: str, what: str, tmp_path: Path
) -> None:
    with pytest.raises(error) as caught:
        training.train(articles, tmp_path / "own.pqm")
    assert caught.value.where == where
    assert what in caught.value.what
    assert not list(tmp_path.iterdir())


def test_files_that_cannot_be_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputFileError):
        training.train(tmp_path / "none.jsonl", tmp_path / "own.pqm")
    with pytest.raises(InputFileError):
        training.train(LESSONS[:3], tmp_path / "none" / "own.pqm")
    with pytest.raises(ModelError):
        training.train(LESSONS[:3], tmp_path / "own.pqm", base=tmp_path / "none.pqm")


# ---- the command ----------------------------------------------------------------------------------------------------


def test_the_command_learns(model: Path, tmp_path: Path) -> None:
    gold = write_jsonl(tmp_path / "gold.jsonl", LESSONS)
    own = tmp_path / "own.pqm"
    done = run("train", gold, "-o", own)
    assert done.status == DONE
    assert done.error_lines == [f"pullquote: {own}: {own.stat().st_size:,} bytes"]
    assert own.read_bytes() == model.read_bytes()
    article = tmp_path / "article.txt"
    article.write_text(OTHER, encoding="utf-8")
    assert '"label": "PRODUCT"' in run("extract", article, "--model", own, "--format", "json").output


def test_a_bad_line_is_named(tmp_path: Path) -> None:
    gold = write_jsonl(tmp_path / "gold.jsonl", [*LESSONS[:3], {"text": "a", "entities": [[1, 1, "ORG"]]}])
    done = run("train", gold, "-o", tmp_path / "own.pqm")
    assert done.status == WRONG_USAGE
    assert f"{gold}:4" in done.errors
    gold.write_text("{\n", encoding="utf-8")
    assert f"{gold}:1" in run("train", gold, "-o", tmp_path / "own.pqm").errors


def test_interrupting_leaves_no_file(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join(json.dumps(lesson(number)) + "\n" for number in range(3000)), encoding="utf-8")
    own = tmp_path / "own.pqm"
    with subprocess.Popen([*COMMAND, "train", str(gold), "-o", str(own)], stderr=subprocess.PIPE) as process:
        time.sleep(4)
        assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == INTERRUPTED
    assert os.listdir(tmp_path) == ["gold.jsonl"]
