"""Packages that a feature needs and the library does without."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pullquote.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def needs(feature: str, package: str, extra: str) -> Iterator[None]:
    """Around an import: says what to install where `package` is missing. Other failures of the import stay themselves."""
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != package.partition(".")[0]:
            raise
        raise MissingExtraError(
            f"{feature} needs {package}", hint=f"pip install 'pullquote[{extra}]'", code="missing-extra"
        ) from None
