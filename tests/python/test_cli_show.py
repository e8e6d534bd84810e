"""`pullquote show`: an article in the terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pullquote
import pytest
import samples
from command import DONE, SOME_FAILED, run, write_jsonl
from pullquote import Document
from pullquote._cli.terminal import render

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def document() -> Document:
    return Document.from_dict(samples.document())


def test_words_stay_as_they_are(document: Document) -> None:
    coloured = render(document, True)
    plain = render(document, False)
    assert ESCAPE.sub("", coloured) == plain
    assert "\x1b" not in plain
    without_notes = re.sub("‹[^›]*›", "", plain)
    assert without_notes == f"bridge · 2024-03-14\n\n{samples.TEXT}"


def test_styles(document: Document) -> None:
    coloured = render(document, True)
    assert "\x1b[34mAna Ruiz\x1b[0m" in coloured
    assert "\x1b[4mWe will reopen the bridge.\x1b[0m”\x1b[2m‹Ana Ruiz›\x1b[0m" in coloured
    assert "\x1b[2mRead more: Ten bridges to see\x1b[0m" in coloured
    assert "\x1b[3;36mMonday\x1b[0m" in coloured  # a date inside of a cue
    assert "\x1b[34mShe" not in coloured  # only names are coloured
    assert all(line.count("\x1b[0m") * 2 == line.count("\x1b[") for line in coloured.splitlines())


def test_an_article_cannot_command_a_terminal() -> None:
    text = "Mayor Ana\x1b[31m Ruiz\u202e said: “No\x1b]0;title\x07\x9b31m way”.\r\nMore"
    shown = render(pullquote.extract(text, id="\x1b[2J"), True)
    assert all(character.isprintable() or character == "\n" for character in ESCAPE.sub("", shown))


def test_show_reads_articles_and_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(samples.TEXT, encoding="utf-8")
    result = run("show", path)
    assert (result.status, result.errors) == (DONE, "")
    assert "Mayor Ana Ruiz said on Monday" in result.output
    assert "\x1b" not in result.output
    assert "\x1b[34m" in run("show", path, "--color", "always").output
    mixed = write_jsonl(
        tmp_path / "m.jsonl",
        [samples.document(), {"id": "new", "text": "Tom Okafor left."}, {"schema": 1, "quotes": 3}],
    )
    result = run("show", mixed)
    assert result.status == SOME_FAILED
    assert result.output.startswith("bridge · 2024-03-14\n")
    assert "‹Tom Okafor›" in result.output
    assert result.output.endswith("new\n\nTom Okafor left.\n")
    assert run("show", "-", "-i", "jsonl", stdin=json.dumps(samples.document()).encode()).status == DONE
