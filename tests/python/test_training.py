"""Models of the user's own: what they learn, that they are the same each time, and what cannot be learned from."""

from __future__ import annotations

import json
import os
import signal
import struct
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from command import COMMAND, DONE, INTERRUPTED, WRONG_USAGE, run, write_jsonl
from pullquote import Extractor, InputFileError, InputTypeError, InvalidInputError, ModelError, PullquoteError, training
from pullquote.extractor import SHIPPED_MODEL

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
HEADER, SECTION = 32, 40  # bytes of the model file's header, and of each entry of its table
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


# ---- attributions that start from the base's -------------------------------------------------------------------------

# People who say nothing in marks, and whatever else they say is no matter of this annotator's.
QUOTED_ONLY = [
    {
        "text": text,
        "attributions": [{"source": [[0, 9]], "cue": [[10, 14]], "content": [[16, text.index("”")]]}],
    }
    for text in (
        f"{who} said “{what} was late.” {who} {verb} that the {noun} was closed. {who} {verb} that rain would come."
        for who, verb in (
            ("The mayor", "said"),
            ("The nurse", "denied"),
            ("The pilot", "claimed"),
            ("The judge", "said"),
        )
        for what, noun in (("The ferry", "road"), ("A train", "bridge"), ("His aunt", "old harbour"))
    )
]
QUOTED = "Ana Reyes said “the school was late.”"
UNQUOTED = "Tom Okafor said that the tunnel was closed."


def contents(extractor: Extractor) -> list[str]:
    return [quote.text for quote in extractor.extract(f"{QUOTED} {UNQUOTED}").quotes]


@pytest.fixture(scope="module")
def adapted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("adapted") / "own.pqm"
    training.train(QUOTED_ONLY, path)
    return path


def test_attributions_are_adapted_to_what_is_marked(adapted: Path) -> None:
    assert contents(Extractor()) == ["the school was late.", "that the tunnel was closed"]
    assert contents(Extractor(adapted)) == ["the school was late."]
    # What no article speaks of stays: according to whom.
    other = "According to the ministry, the budget will rise."
    assert [quote.source for quote in Extractor(adapted).extract(other).quotes] == [
        quote.source for quote in Extractor().extract(other).quotes
    ]


def test_the_way_to_learn_attributions_is_one_of_two(adapted: Path, tmp_path: Path) -> None:
    replaced = tmp_path / "replaced.pqm"
    training.train(QUOTED_ONLY, replaced, attributions="replace")
    assert replaced.stat().st_size < adapted.stat().st_size
    with pytest.raises(InvalidInputError) as caught:
        training.train(QUOTED_ONLY, tmp_path / "own.pqm", attributions="mend")  # type: ignore[arg-type]
    assert caught.value.where == "attributions"
    assert "'adapt', 'replace'" in str(caught.value)
    gold = write_jsonl(tmp_path / "gold.jsonl", QUOTED_ONLY)
    for way, expected in (("adapt", adapted), ("replace", replaced)):
        own = tmp_path / f"{way}.own.pqm"
        assert run("train", gold, "-o", own, "--attributions", way).status == DONE
        assert own.read_bytes() == expected.read_bytes()
    assert run("train", gold, "-o", tmp_path / "own.pqm", "--attributions", "mend").status == WRONG_USAGE


def test_a_base_without_attributions_can_only_be_added_to(tmp_path: Path) -> None:
    base, own = tmp_path / "base.pqm", tmp_path / "own.pqm"
    base.write_bytes(without_attributions(SHIPPED_MODEL))
    with pytest.raises(ModelError) as caught:
        training.train(QUOTED_ONLY, own, base=base)
    assert caught.value.where == str(base)
    assert "no attributions" in caught.value.what
    assert "--attributions replace" in str(caught.value)
    gold = write_jsonl(tmp_path / "gold.jsonl", QUOTED_ONLY)
    done = run("train", gold, "-o", own, "--base", base)
    assert done.status == WRONG_USAGE
    assert "no attributions" in done.errors
    assert not own.exists()
    training.train(QUOTED_ONLY, own, base=base, attributions="replace")
    assert "the school was late." in contents(Extractor(own))


def without_attributions(model: Path | str) -> bytes:
    """A model file in which the sections of attributions have names that nobody asks for."""
    content = bytearray(Path(model).read_bytes())
    (sections,) = struct.unpack_from("<I", content, 12)
    for at in range(HEADER, HEADER + sections * SECTION, SECTION):
        content[at : at + 5] = content[at : at + 5].replace(b"quote", b"other")
    struct.pack_into("<Q", content, 24, checksum(bytes(content[HEADER : HEADER + sections * SECTION])))
    return bytes(content)


def checksum(content: bytes) -> int:
    """The model file's; see cpp/src/model/checksum.h."""

    def step(total: int, word: int) -> int:
        product = (total ^ word) * 0x9E3779B97F4A7C15 % 2**64
        return (product << 29 | product >> 35) % 2**64

    words = struct.unpack(f"<{len(content) // 8}Q", content)
    whole = len(words) // 4 * 4
    lanes = [1, 2, 3, 4]
    for place, word in enumerate(words[:whole]):
        lanes[place % 4] = step(lanes[place % 4], word)
    total = step(0x9E3779B97F4A7C15, len(content))
    for word in (*words[whole:], *lanes):
        total = step(total, word)
    return total ^ (total >> 32)


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
