"""Reporting verbs that the user knows, from the forms in which they may be handed over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from pullquote._core import MANNERS, Verbs
from pullquote.errors import InputFileError, InputTypeError, InvalidInputError, PullquoteError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pullquote.types import Manner

ReportingVerbs: TypeAlias = "str | os.PathLike[str] | Mapping[str, Manner] | Iterable[str]"


def read(source: ReportingVerbs) -> dict[str, Manner]:
    """The manner of each verb.

    Raises:
        InputFileError: a file cannot be read.
        InputTypeError: a value has the wrong type.
        InvalidInputError: a verb cannot be; `where` says which one.
    """
    verbs: dict[str, Manner] = {}
    for where, verb, manner in _entries(source):
        if not isinstance(verb, str) or not isinstance(manner, str):
            wrong = manner if isinstance(verb, str) else verb
            raise InputTypeError(f"expected a string, found {type(wrong).__name__}", where=where, code="input-type")
        if manner not in MANNERS:
            hint = "the manners are " + ", ".join(MANNERS)
            raise InvalidInputError(f"no such manner: {manner!r}", where=where, hint=hint, code="invalid-input")
        try:
            Verbs([(verb, manner)])
        except PullquoteError as error:
            error.where = where
            raise
        verbs.setdefault(verb, manner)
    return verbs


def _entries(source: Any) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(source, (str, os.PathLike)):
        yield from _lines(os.fspath(source))
    elif isinstance(source, Mapping):
        for verb, manner in source.items():
            yield f"verbs[{verb!r}]", verb, manner
    elif isinstance(source, Iterable) and not isinstance(source, bytes):
        for number, verb in enumerate(source):
            yield f"verbs[{number}]", verb, "said"
    else:
        what = f"expected a file, a mapping or a list of verbs, found {type(source).__name__}"
        raise InputTypeError(what, where="verbs", code="input-type")


def _lines(path: str) -> Iterator[tuple[str, str, str]]:
    """A verb a line, with its manner after a comma; "#" opens a comment."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise InputFileError(f"cannot be read: {error.strerror or error}", where=path, code="input-file") from None
    for number, line in enumerate(content.splitlines(), 1):
        where = f"{path}:{number}"
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").split("#")[0].strip()
        except UnicodeDecodeError:
            raise InvalidInputError("not UTF-8", where=where, code="invalid-input") from None
        if text:
            verb, _, manner = text.partition(",")
            yield where, verb.strip(), manner.strip() or "said"
