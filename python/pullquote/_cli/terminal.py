"""An article for a terminal: styles switch on and off at the ends of spans."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pullquote import Document

_RESET = "\x1b[0m"
_DIM, _BOLD, _ITALIC = "2", "1", "3"
# Colours of the terminal's own palette, which its user chose to be read on its ground.
_LABELS = {"PERSON": "34", "ORG": "35", "LOC": "32", "FAC": "32", "NORP": "31", "DATE": "36", "MONEY": "36"}
_OTHER = "33"
_COLOURS = {*_LABELS.values(), _OTHER}
_QUOTE = "4"

Styles: TypeAlias = Literal["all", "no colours", "none"]


def render(document: Document, styles: Styles, width: int = 0) -> str:
    """The article with its quotes and entities marked, and its speakers after their quotes; in lines of `width` columns, if not 0."""
    pieces = list(_pieces(document))
    breaks = _breaks("".join(words for words, _ in pieces), width) if width else set()
    out = []
    place = 0
    for words, wanted in pieces:
        cut = "".join("\n" if number in breaks else c for number, c in enumerate(words, place)) if breaks else words
        kept = [style for style in wanted if styles == "all" or (styles == "no colours" and style not in _COLOURS)]
        out.append(_styled(cut, kept))
        place += len(words)
    return "".join(out).rstrip() + "\n"


def _pieces(document: Document) -> Iterator[tuple[str, list[str]]]:
    """What is shown, with the styles of each part."""
    content = document.to_dict()
    text = content["text"]
    head = " · ".join(part for part in (content["id"], content["published"]) if part)
    if head:
        yield _plain(head), [_BOLD]
        yield "\n\n", []
    starts, ends, notes = _changes(content)
    places = sorted({0, len(text), *starts, *ends, *notes})
    # How many open spans ask for a style; a span of a span may ask for the same one.
    active: dict[str, int] = {}
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        for style in ends.get(place, ()):
            active[style] -= 1
        for note in notes.get(place, ()):
            yield f"‹{_plain(note)}›", [_DIM]
        for style in starts.get(place, ()):
            active[style] = active.get(style, 0) + 1
        yield _plain(text[place:following]), sorted((style for style, number in active.items() if number), key=int)


def _breaks(text: str, width: int) -> set[int]:
    """The spaces at which lines end so that none is wider, but for words that are."""
    breaks: set[int] = set()
    column, space, after = 0, -1, 0  # `after`: the column behind the last space of the line
    for place, character in enumerate(text):
        if character == "\n":
            column, space = 0, -1
            continue
        column += _columns(character)
        if character == " ":
            space, after = place, column
        elif column > width and space >= 0:
            breaks.add(space)
            column, space = column - after, -1
    return breaks


def _columns(character: str) -> int:
    if character < "\u0300":
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _changes(content: dict[str, Any]) -> tuple[dict[int, list[str]], dict[int, list[str]], dict[int, list[str]]]:
    """Where styles begin and end, and what is noted where."""
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    notes: dict[int, list[str]] = {}
    for start, end, style in _spans(content):
        starts.setdefault(start, []).append(style)
        ends.setdefault(end, []).append(style)
    for quote in content["quotes"]:
        speaker = quote["speaker"]
        if speaker is not None:
            end = quote["content"][-1]["end"]
            # After the closing mark, where there is one.
            end += content["text"][end : end + 1] in ("”", '"', "’", "'", "»", "“")
            notes.setdefault(end, []).append(content["entities"][speaker]["name"])
    return starts, ends, notes


def _spans(content: dict[str, Any]) -> Iterator[tuple[int, int, str]]:
    for section in content["sections"]:
        if section["kind"] in ("boilerplate", "headline"):
            yield section["start"], section["end"], _DIM if section["kind"] == "boilerplate" else _BOLD
    for entity in content["entities"]:
        for mention in entity["mentions"]:
            if mention["kind"] == "name" and mention["start"] < mention["end"]:
                yield mention["start"], mention["end"], _LABELS.get(entity["label"], _OTHER)
    for quote in content["quotes"]:
        for span in quote["content"]:
            yield span["start"], span["end"], _QUOTE
        for span in quote["cue"]:
            yield span["start"], span["end"], _ITALIC


def _styled(text: str, styles: list[str]) -> str:
    if not text or not styles:
        return text
    # A style that runs over the end of a line would colour the rest of it in some terminals.
    start = f"\x1b[{';'.join(styles)}m"
    return "\n".join(start + line + _RESET if line else "" for line in text.split("\n"))


def _plain(text: str) -> str:
    # What a terminal obeys, and marks that turn the direction of writing, must not come from an article.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c if c.isprintable() or c == "\n" else " " if c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text
    )
