"""An article with its quotes and entities marked in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pullquote._html.escape import escaped
from pullquote._html.marks import DEEPEST, Mark, marked, nesting_order
from pullquote._values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Json = dict[str, Any]

_TAGS = {"headline": "h3", "caption": "p", "byline": "p", "dateline": "p", "boilerplate": "p", "paragraph": "p"}
NOBODY = "nobody named"


def article(document: Json) -> str:
    """The sections of a document, one element each."""
    text = document["text"]
    marks = sorted([*_mentions(document), *_quotes(document)], key=nesting_order)
    out = []
    for kind, start, end, inside in _sections(document, marks):
        content = marked(text, inside, start, end).strip("\n")
        if kind == "boilerplate":
            content = f"<small>{content}</small>"
        tag = _TAGS.get(kind, "p")
        out.append(f'<{tag} class="pq-{kind}" dir="auto">{content}</{tag}>')
    return "\n".join(out)


def _sections(document: Json, marks: list[Mark]) -> Iterator[tuple[str, int, int, list[Mark]]]:
    """Kind, start, end and marks of each section, and of what stands between sections and is not blank."""
    following = iter(marks)
    mark = next(following, None)
    reaching: list[Mark] = []  # from an earlier section into this one
    for kind, start, end in _blocks(document):
        inside = reaching
        while mark is not None and mark.start < end:
            if mark.end > start:
                inside.append(mark)
            mark = next(following, None)
        yield kind, start, end, inside
        # No more of them can be open at once; a list without bound would make the cost that of sections times marks.
        reaching = [mark for mark in inside if mark.end > end][:DEEPEST]


def _blocks(document: Json) -> Iterator[tuple[str, int, int]]:
    text = document["text"]
    place = 0
    for section in sorted(document["sections"], key=lambda section: section["start"]):
        start, end = max(section["start"], place), section["end"]
        if start >= end:
            continue
        if not text[place:start].isspace() and place < start:
            yield "paragraph", place, start
        yield section["kind"], start, end
        place = end
    if text[place:].strip():
        yield "paragraph", place, len(text)


def _mentions(document: Json) -> Iterator[Mark]:
    for entity in document["entities"]:
        about = f"{entity['name']} · {entity['label']}"
        if entity["role"]:
            about += f" · {entity['role']}"
        if value := shown(entity["value"]):
            about += f" · {value}"
        for mention in entity["mentions"]:
            opening = f'<u class="pq-e pq-{entity["label"]} pq-{mention["kind"]}" title="{escaped(about)}">'
            yield Mark(mention["start"], mention["end"], opening, "</u>")


def _quotes(document: Json) -> Iterator[Mark]:
    for quote in document["quotes"]:
        card, label = _card(quote, document["entities"])
        opening = f'<mark class="pq-q pq-{quote["kind"]}" role="group" aria-label="{escaped(label)}"'
        last = len(quote["content"]) - 1
        for number, span in enumerate(quote["content"]):
            focus = "" if number else ' tabindex="0"'
            speaker = _speaker(quote, document["entities"]) if number == last else ""
            yield Mark(span["start"], span["end"], f"{opening}{focus}>", "</mark>", card + speaker)
        for part in ("cue", "source"):
            for span in quote[part]:
                yield Mark(span["start"], span["end"], f'<span class="pq-{part}">', "</span>")


def _card(quote: Json, entities: list[Json]) -> tuple[str, str]:
    """What hovering a quote shows, and the same for a screen reader."""
    speaker = None if quote["speaker"] is None else entities[quote["speaker"]]
    name = speaker["name"] if speaker else " ".join(span["text"] for span in quote["source"]) or NOBODY
    role = speaker["role"] if speaker else None
    facts = quote_facts(
        quote["kind"],
        quote["polarity"],
        quote["manner"],
        " … ".join(span["text"] for span in quote["cue"]),
        quote["confidence"],
        [entities[number]["name"] for number in quote["about"]],
    )
    card = f'<span class="pq-card" hidden="hidden" aria-hidden="true">{speaker_line(name, role)}<span>{escaped(facts)}</span></span>'
    return card, f"Quote by {name}, {role or ''}: {facts}".replace(", :", ":")


def _speaker(quote: Json, entities: list[Json]) -> str:
    """Who speaks, for readers without the style sheet: they have no card."""
    if quote["speaker"] is None:
        return ""
    return f'<small class="pq-plain"> [{escaped(entities[quote["speaker"]]["name"])}]</small>'


def speaker_line(name: str, role: str | None) -> str:
    """Who speaks, as HTML."""
    return f"<b>{escaped(name)}</b>" + (f" <i>{escaped(role)}</i>" if role else "")


def quote_facts(kind: str, polarity: str, manner: str | None, cue: str, confidence: float, about: Sequence[str]) -> str:
    """What there is to say of a quote besides its words and its speaker, on one line of plain text."""
    facts = [
        kind,
        "" if polarity == "asserted" else polarity,
        manner or "",
        f"“{cue}”" if cue else "",
        f"{round(100 * confidence)} % sure",
        "about " + ", ".join(about) if about else "",
    ]
    return " · ".join(fact for fact in facts if fact)
