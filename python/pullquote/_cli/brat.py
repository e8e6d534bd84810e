"""brat: for each article a text and a file of annotations, and one configuration for all.

Mentions, contents, cues and sources are text-bound annotations; relations go from the content of a quote to its cue, its source
and the first mention of its speaker; the mentions of an entity are one equivalence; kind, manner and polarity are attributes.

brat counts code points, knows LF as the end of a line, and splits what crosses one into fragments without the space around
them. Its readers differ in whether they turn CRLF into LF as they open a text; so no text is written with a CR.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pullquote import _core

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pullquote import Document

_PARTS = ("Content", "Cue", "Source")
_FRAGMENT = re.compile(r"[^\s](?:[^\n\t]*[^\s])?")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


def configuration() -> str:
    """What brat must know of the annotations: `annotation.conf`."""
    lines = [
        "[entities]",
        *_core.LABELS,
        *_PARTS,
        "",
        "[events]",
        "",
        "[relations]",
        "Same Arg1:<ENTITY>, Arg2:<ENTITY>, <REL-TYPE>:symmetric-transitive",
    ]
    lines += ["CuedBy Arg1:Content, Arg2:Cue", "Says Arg1:Content, Arg2:Source", "SpokenBy Arg1:Content, Arg2:<ENTITY>"]
    lines += ["", "[attributes]"]
    lines += [f"Kind Arg:Content, Value:{'|'.join(_core.QUOTE_KINDS)}"]
    lines += [f"Manner Arg:Content, Value:{'|'.join(_core.MANNERS)}"]
    lines += [f"Polarity Arg:Content, Value:{'|'.join(_core.POLARITIES)}"]
    return "\n".join(lines) + "\n"


def file_name(source: Document, number: int) -> str:
    """A name for the files of a document, unlike any other's, that no id can lead out of the folder."""
    safe = _UNSAFE.sub("-", source.id or "").strip("-")[:60]
    return f"{number:06}-{safe}" if safe else f"{number:06}"


def text(source: Document) -> str:
    """The words of a document as brat's reader must find them, each where it was: its `.txt` file."""
    return source.text.replace("\r\n", " \n").replace("\r", "\n")


def annotation_lines(source: Document) -> str:
    """The annotations of a document: its `.ann` file."""
    return "".join(line + "\n" for line in _Writer(source.to_dict(), text(source)).lines())


class _Writer:
    def __init__(self, content: dict[str, Any], text: str) -> None:
        self._content = content
        self._text = text
        self._bound = 0
        self._others = 0

    def lines(self) -> Iterator[str]:
        first: list[str] = []
        for entity in self._content["entities"]:
            names = []
            for mention in entity["mentions"]:
                name, line = self._span(entity["label"], [mention])
                names.append(name)
                yield line
            first.append(names[0])
            if len(names) > 1:
                yield f"*\tSame {' '.join(names)}"
            yield self._note(names[0], entity["name"] + (f", {entity['role']}" if entity["role"] else ""))
        for quote in self._content["quotes"]:
            yield from self._quote(quote, first)

    def _quote(self, quote: dict[str, Any], first: list[str]) -> Iterator[str]:
        content, line = self._span("Content", quote["content"])
        yield line
        yield f"A{self._other()}\tKind {content} {quote['kind']}"
        if quote["manner"] is not None:
            yield f"A{self._other()}\tManner {content} {quote['manner']}"
        yield f"A{self._other()}\tPolarity {content} {quote['polarity']}"
        for part, relation in (("cue", "CuedBy"), ("source", "Says")):
            if quote[part]:
                name, line = self._span(part.capitalize(), quote[part])
                yield line
                yield f"R{self._other()}\t{relation} Arg1:{content} Arg2:{name}"
        if quote["speaker"] is not None:
            yield f"R{self._other()}\tSpokenBy Arg1:{content} Arg2:{first[quote['speaker']]}"

    def _span(self, label: str, spans: Iterable[dict[str, Any]]) -> tuple[str, str]:
        self._bound += 1
        pieces = [piece for span in spans for piece in self._pieces(span["start"], span["end"])]
        places = ";".join(f"{start} {end}" for start, end in pieces)
        words = " ".join(re.sub(r"[\n\t]", " ", self._text[start:end]) for start, end in pieces)
        return f"T{self._bound}", f"T{self._bound}\t{label} {places}\t{words}"

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        # No annotation may cross the end of a line. (Nor a tab, which ends a column of the file.)
        found = [match.span() for match in _FRAGMENT.finditer(self._text[start:end])]
        return [(start + first, start + last) for first, last in found] or [(start, end)]

    def _note(self, name: str, note: str) -> str:
        return f"#{self._other()}\tAnnotatorNotes {name}\t{' '.join(note.split())}"

    def _other(self) -> int:
        self._others += 1
        return self._others
