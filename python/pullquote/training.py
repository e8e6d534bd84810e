"""Models of your own, learned from articles that you have annotated."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from pullquote import _annotations, _train
from pullquote.errors import InputFileError, InvalidInputError
from pullquote.extractor import SHIPPED_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pullquote._annotations import Annotated, Spans

    Path: TypeAlias = str | os.PathLike[str]
    Articles: TypeAlias = Path | Iterable[Path] | Iterable[Mapping[str, Any]]
    _Annotated: TypeAlias = tuple[str, list[tuple[int, int, str]]]
    _Attributed: TypeAlias = tuple[str, list[tuple[Spans, Spans, Spans]]]

__all__ = ["FEWEST_ARTICLES", "train"]

FEWEST_ARTICLES = 3
"""Each part of a model learns from what the one before says of articles that it has not learned from."""

_WAYS = ("adapt", "replace")
"""What may become of the attributions that the base model has learned."""


def train(
    articles: Articles,
    out: str | os.PathLike[str],
    *,
    base: str | os.PathLike[str] | None = None,
    attributions: Literal["adapt", "replace"] = "adapt",
    tell: Callable[[str], object] | None = None,
) -> None:
    """Learns from annotated articles and writes a model, for ``Extractor(model=out)``.

    Articles with "entities" teach which names are what, articles with "attributions" who said what; one may have both.
    What is not taught is the base model's. What the base has learned of attributions is adapted: it changes as far as the
    articles speak of it. What it has learned of mentions is replaced: nothing of that is kept, so it takes many articles.
    See docs/how-to/train.md for how many are enough.

    The same articles in the same order and the same base give the same bytes. The GIL is released, and Ctrl-C ends the
    training; there is then no new file.

    Args:
        articles: a file of JSON lines, or what Label Studio exports (.json), or mappings, or a list of files:
            {"text", "entities": [[start, end, label], …], "attributions": [{"source", "cue", "content"}, …]}, where each
            part of an attribution is a list of [start, end]. Offsets count code points, and ends are exclusive.
        out: the model file to write.
        base: the model file that gives everything else; the shipped English model if None.
        attributions: "adapt" starts from what the base has learned of attributions; "replace" learns them from the
            articles alone, which takes hundreds.
        tell: called with a line on how far training has come, about once a second.

    Raises:
        InputFileError: a file cannot be read, or `out` not be written.
        InputTypeError: an article has the wrong type.
        InvalidInputError: an article cannot be, or there are too few, or `attributions` is another word; `where` says
            where.
        ModelError: the base model is missing, altered, of another version, or has no attributions to adapt.
    """
    out = os.fspath(out)
    folder = os.path.dirname(out) or "."
    if not os.path.isdir(folder) or not os.access(folder, os.W_OK):
        raise InputFileError("cannot be written: there is no such folder", where=out, code="input-file")
    if attributions not in _WAYS:
        what = f"no such way to learn attributions: {attributions!r}"
        hint = f"one of {', '.join(map(repr, _WAYS))}"
        raise InvalidInputError(what, where="attributions", hint=hint, code="invalid-input")
    annotated, attributed = _sorted(articles)
    _train.learn(
        SHIPPED_MODEL if base is None else os.fspath(base),
        out,
        annotated,
        attributed,
        attributions == "adapt",
        tell or (lambda line: None),
    )


def _sorted(articles: Articles) -> tuple[list[_Annotated], list[_Attributed]]:
    annotated: list[_Annotated] = []
    attributed: list[_Attributed] = []
    for article in _all(articles):
        if article.entities is not None:
            annotated.append((article.text, article.entities))
        if article.attributions is not None:
            attributed.append((article.text, [(a.source, a.cue, a.content) for a in article.attributions]))
    for name, number in (("entities", len(annotated)), ("attributions", len(attributed))):
        if 0 < number < FEWEST_ARTICLES:
            what = f"{number} articles with {name} are too few to learn from"
            hint = f"{FEWEST_ARTICLES} will do, and hundreds are better"
            raise InvalidInputError(what, where="articles", hint=hint, code="invalid-input")
    if not annotated and not attributed:
        what = 'no article has "entities" or "attributions"'
        raise InvalidInputError(what, where="articles", code="invalid-input")
    return annotated, attributed


def _all(articles: Articles) -> Iterator[Annotated]:
    listed: list[Any] = [articles] if isinstance(articles, (str, os.PathLike)) else list(articles)
    if all(isinstance(item, (str, os.PathLike)) for item in listed):
        for item in listed:
            yield from _annotations.read(item)
    else:
        yield from _annotations.read(listed)
