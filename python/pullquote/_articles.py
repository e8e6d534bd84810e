"""The forms in which a caller may hand over an article."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from pullquote import _core
from pullquote.errors import InputTypeError, InvalidInputError

ArticleLike: TypeAlias = "str | bytes | Mapping[str, Any]"


def read_article(source: ArticleLike) -> _core.Article:
    """The article of a text or of a mapping, checked.

    Raises:
        InputTypeError: it is none of these forms, or a member has the wrong type.
        InvalidInputError: a mapping without "text", or a date that is not in the calendar.
    """
    if isinstance(source, (str, bytes)):
        return _core.Article(source)
    if not isinstance(source, Mapping):
        raise InputTypeError(
            f"expected str, bytes or a mapping, found {type(source).__name__}",
            where="article",
            hint='for an article with an id pass {"id": …, "text": …}',
            code="input-type",
        )
    if "text" not in source:
        raise InvalidInputError('"text" is missing', where="article", code="invalid-input")
    return _core.Article(source["text"], source.get("id"), source.get("published"))
