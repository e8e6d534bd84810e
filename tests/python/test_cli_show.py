"""`pullquote show`: an article in the terminal."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pullquote
import pytest
import samples
from command import COMMAND, DONE, SOME_FAILED, run, write_jsonl
from pullquote import Document
from pullquote._cli.terminal import render

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def test_words_stay_as_they_are(document: Document) -> None:
    coloured = render(document, "all")
    plain = render(document, "none")
    assert ESCAPE.sub("", coloured) == plain
    assert "\x1b" not in plain
    without_notes = re.sub("‹[^›]*›", "", plain)
    assert without_notes == f"bridge · 2024-03-14\n\n{samples.TEXT}"


def test_styles(document: Document) -> None:
    coloured = render(document, "all")
    assert "\x1b[34mAna Ruiz\x1b[0m" in coloured
    assert "\x1b[4mWe will reopen the bridge.\x1b[0m”\x1b[2m‹Ana Ruiz›\x1b[0m" in coloured
    assert "\x1b[2mRead more: Ten bridges to see\x1b[0m" in coloured
    assert "\x1b[3;36mMonday\x1b[0m" in coloured  # a date inside of a cue
    assert "\x1b[34mShe" not in coloured  # only names are coloured
    assert all(line.count("\x1b[0m") * 2 == line.count("\x1b[") for line in coloured.splitlines())


def test_marks_without_colours(document: Document) -> None:
    shown = render(document, "no colours")
    assert "\x1b[4mWe will reopen the bridge.\x1b[0m" in shown
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", shown)


def test_lines_break_between_words(document: Document) -> None:
    for width in (1, 20, 40, 79):
        shown = render(document, "all", width)
        plain = ESCAPE.sub("", shown)
        assert plain.split() == ESCAPE.sub("", render(document, "all")).split()
        assert all(len(line) <= width or " " not in line.strip() for line in plain.split("\n"))
        assert all(line.count("\x1b[0m") * 2 == line.count("\x1b[") for line in shown.splitlines())
    wide = render(
        Document.from_dict(
            samples.document() | {"text": "漢字 漢字 e\u0301e\u0301", "sections": [], "entities": [], "quotes": []}
        ),
        "none",
        9,
    )
    assert wide.endswith("\n漢字 漢字\ne\u0301e\u0301\n")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(
    ("settings", "styled", "coloured"),
    [({}, True, True), ({"NO_COLOR": "1"}, True, False), ({"TERM": "dumb"}, False, False)],
)
def test_in_a_terminal(settings: dict[str, str], styled: bool, coloured: bool, tmp_path: Path) -> None:
    import pty

    (tmp_path / "a.txt").write_text(samples.TEXT, encoding="utf-8")
    ours, theirs = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"TERM": "xterm", "COLUMNS": "40"} | settings
    done = subprocess.run([*COMMAND, "show", "a.txt"], cwd=tmp_path, stdout=theirs, env=environment, check=False)
    os.close(theirs)
    shown = os.read(ours, 1 << 16).decode()
    os.close(ours)
    assert done.returncode == DONE
    assert ("\x1b[4m" in shown, "\x1b[34m" in shown) == (styled, coloured)
    assert max(len(ESCAPE.sub("", line)) for line in shown.splitlines()) <= 40


def test_an_article_cannot_command_a_terminal() -> None:
    text = "Mayor Ana\x1b[31m Ruiz\u202e said: “No\x1b]0;title\x07\x9b31m way”.\r\nMore"
    shown = render(pullquote.extract(text, id="\x1b[2J"), "all")
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
