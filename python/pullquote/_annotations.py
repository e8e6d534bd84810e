"""Articles that people have annotated, from files or from lists, checked."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from pullquote import _labelstudio
from pullquote._core import LABELS
from pullquote.errors import InputFileError, InputTypeError, InvalidInputError

if TYPE_CHECKING:
    from collections.abc import Iterator

Source: TypeAlias = "str | os.PathLike[str] | Iterable[Mapping[str, Any]]"
Spans: TypeAlias = list[tuple[int, int]]

_OTHER_NAMES = {"organization": "ORG", "location": "LOC", "facility": "FAC"}


@dataclass(frozen=True)
class Attribution:
    """Who said what, by which words."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass
class Annotated:
    """An article and what annotators marked in it; None of what they were not asked for."""

    id: str
    text: str
    published: str | None = None
    publisher: str = ""
    entities: list[tuple[int, int, str]] | None = None
    attributions: list[Attribution] | None = None
    others: list[list[Attribution]] = field(default_factory=list)
    """The attributions that other annotators marked."""


def read(source: Source, argument: str = "articles") -> Iterator[Annotated]:
    """The annotated articles of a file of JSON lines, of what Label Studio exports as JSON, or of a list of mappings.

    Raises:
        InputFileError: the file cannot be read.
        InputTypeError: the argument, or an article in it, has the wrong type.
        InvalidInputError: an article cannot be; `where` says which one, such as "gold.jsonl:17".
    """
    given: Any = source
    if isinstance(given, (str, os.PathLike)):
        path = os.fspath(given)
        yield from _export(path) if path.lower().endswith(".json") else _lines(path)
    elif isinstance(given, Iterable) and not isinstance(given, Mapping):
        for number, article in enumerate(given):
            yield _article(article, f"{argument}[{number}]", number + 1)
    else:
        what = f"expected a file or a list of mappings, found {type(given).__name__}"
        raise InputTypeError(what, where=argument, code="input-type")


def _lines(path: str) -> Iterator[Annotated]:
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                where = f"{path}:{number}"
                try:
                    text = line.decode("utf-8-sig" if number == 1 else "utf-8")
                    article = json.loads(text) if text.strip() else None
                except ValueError as error:
                    raise _wrong(f"not a line of JSON: {error}", where) from None
                if article is not None:
                    yield _article(article, where, number)
    except OSError as error:
        if isinstance(error, InputFileError):
            raise
        raise InputFileError(f"cannot be read: {error.strerror or error}", where=path, code="input-file") from None


def _export(path: str) -> Iterator[Annotated]:
    try:
        with open(path, encoding="utf-8-sig") as file:
            tasks = json.load(file)
    except ValueError as error:
        hint = "a .json file is what Label Studio exports as JSON; for an article a line, call it .jsonl"
        raise _wrong(f"not JSON: {error}", path, hint) from None
    except OSError as error:
        raise InputFileError(f"cannot be read: {error.strerror or error}", where=path, code="input-file") from None
    if not isinstance(tasks, list):
        raise _wrong("expected a list of tasks", path, "export from Label Studio as JSON, not JSON-MIN")
    try:
        articles = _labelstudio.articles(tasks)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise _wrong(
            f"not a task of Label Studio: {what}", path, "export from Label Studio as JSON, not JSON-MIN"
        ) from None
    for number, article in enumerate(articles):
        yield _article(article, f"{path}[{number}]", number + 1)


def _wrong(what: str, where: str, hint: str = "") -> InvalidInputError:
    return InvalidInputError(what, where=where, hint=hint, code="invalid-input")


def _article(source: Any, where: str, number: int) -> Annotated:
    if not isinstance(source, Mapping):
        raise InputTypeError(f"expected a mapping, found {type(source).__name__}", where=where, code="input-type")
    text = source.get("text")
    if not isinstance(text, str):
        raise _wrong('"text" is missing, or no string', where)
    article = Annotated(str(source.get("id", number)), text)
    article.published = source.get("published") or source.get("date") or None
    article.publisher = str(source.get("publisher") or "")
    try:
        if source.get("entities") is not None:
            article.entities = [(*_span((start, end), text), _label(label)) for start, end, label in source["entities"]]
        if source.get("attributions") is not None:
            article.attributions = _attributions(source["attributions"], text)
        for others in source.get("other_annotators") or ():
            article.others.append(_attributions(others, text))
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        hint = 'an article is {"text", "entities": [[start, end, label]]} or {"text", "attributions": [{"source", "cue", "content"}]}'
        raise _wrong(f"no annotated article: {what}", where, hint) from None
    return article


def _attributions(source: Any, text: str) -> list[Attribution]:
    found = []
    for item in source:
        parts = {part: [_span(span, text) for span in item[part]] for part in ("source", "cue", "content")}
        found.append(Attribution(**parts))
    return found


def _span(span: Any, text: str) -> tuple[int, int]:
    start, end = span
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError(f"expected offsets, found {span!r}")
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no such place: {start} to {end}, in a text of {len(text)} characters")
    return start, end


def _label(name: str) -> str:
    label = _OTHER_NAMES.get(name.lower(), name.upper())
    if label not in LABELS:
        raise ValueError(f"no such label: {name!r}; there are {', '.join(LABELS)}")
    return label
