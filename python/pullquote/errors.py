"""What can go wrong. Each class is also the builtin that a caller expects, and says what, where, and what to do.

What an article says never raises: these are raised for what cannot be an article, for a model file, and for an option.
"""

from __future__ import annotations

__all__ = [
    "InputFileError",
    "InputTypeError",
    "InvalidInputError",
    "MissingExtraError",
    "ModelError",
    "PullquoteError",
]


class PullquoteError(Exception):
    """Base of all errors that this package raises.

    Attributes:
        what: what is wrong.
        where: the place, such as a file, an argument, or the path of a value; may be empty.
        hint: what the caller can do; may be empty.
        code: a stable name of the kind of error, such as "model-corrupt".
    """

    def __init__(self, what: str, *, where: str = "", hint: str = "", code: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint
        self.code = code

    def __str__(self) -> str:
        """All three in one line: what (where): hint."""
        text = self.what
        if self.where:
            text += f" ({self.where})"
        if self.hint:
            text += f": {self.hint}"
        return text

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process boundaries whole."""
        return _restore, (type(self), self.what, self.where, self.hint, self.code)


def _restore(kind: type[PullquoteError], what: str, where: str, hint: str, code: str) -> PullquoteError:
    return kind(what, where=where, hint=hint, code=code)


class InputTypeError(PullquoteError, TypeError):
    """An argument has the wrong type: a text that is neither str nor bytes, for example."""


class InvalidInputError(PullquoteError, ValueError):
    """An argument has the right type and cannot be: a date that is not in the calendar, a text of more than 2 GiB, a
    pattern that is no regular expression."""


class InputFileError(PullquoteError, OSError):
    """A file that an argument names cannot be read."""


class ModelError(PullquoteError, OSError):
    """The model file is missing, altered, or of another version; `code` says which."""


class MissingExtraError(PullquoteError, ImportError):
    """A feature needs a package that is not installed; `hint` says what to install."""
