"""A quote with the words around it."""

from __future__ import annotations

from typing import Any

from pullquote._html.escape import plain

_AROUND = 180  # code points before and after
_BETWEEN = 280  # between the parts of a quote
_LONGEST = 4000  # of one part: no quote may make the page unusable


def pieces(text: str, sections: list[dict[str, Any]], quote: dict[str, Any]) -> list[str]:
    """Kinds and texts in turn: "q" is said, "c" the cue, "s" the source, and "" what stands around."""
    spans = sorted(
        (span["start"], span["end"], kind)
        for part, kind in (("content", "q"), ("cue", "c"), ("source", "s"))
        for span in quote[part]
    )
    first, last = spans[0][0], max(end for _, end, _ in spans)
    around = [(s["start"], s["end"]) for s in sections if s["start"] < last and s["end"] > first]
    start = min((start for start, _ in around), default=0)
    end = max((end for _, end in around), default=len(text))
    out: list[str] = []
    before = text[max(start, first - _AROUND) : first]
    if first - _AROUND > start:
        before = "… " + before.partition(" ")[2]
    out += ["", before]
    place = first
    for begin, finish, kind in spans:
        begin = max(begin, place)
        if begin >= finish:
            continue
        out += ["", _shortened(text[place:begin], _BETWEEN), kind, _shortened(text[begin:finish], _LONGEST)]
        place = finish
    after = text[place : min(end, place + _AROUND)]
    if place + _AROUND < end:
        after = after.rpartition(" ")[0] + " …"
    out += ["", after]
    return _joined(out)


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most // 2]} … {text[-most // 2 :]}"


def _joined(parts: list[str]) -> list[str]:
    out: list[str] = []
    for kind, words in zip(parts[::2], parts[1::2], strict=True):
        if words:
            out += [kind, plain(words)]
    return out
