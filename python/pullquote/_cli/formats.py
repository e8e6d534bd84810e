"""The formats that are one stream of text: what each writes for a document, and after the last."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pullquote._cli import conll, labelstudio
from pullquote._cli.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from pullquote import Document


class Format(NamedTuple):
    """How a stream is written. Both functions take how many documents went before."""

    document: Callable[[Document, int], str]
    end: Callable[[int], str] = lambda _: ""


def _in_list(element: Callable[[Document], str]) -> Format:
    return Format(
        lambda document, number: (",\n" if number else "[\n") + element(document),
        lambda number: "\n]\n" if number else "[]\n",
    )


def text_format(form: str, single: bool) -> Format:
    """The format of a name. JSON for a single article is an object, and for others a list."""
    if form == "json" and single:
        return Format(lambda document, _: document.to_json(indent=2) + "\n")
    return {
        "text": Format(lambda document, number: ("\n" if number else "") + page(document)),
        "json": _in_list(lambda document: document.to_json(indent=2)),
        "jsonl": Format(lambda document, _: document.to_json() + "\n"),
        "conll": Format(conll.document),
        "labelstudio": _in_list(labelstudio.task),
    }[form]
