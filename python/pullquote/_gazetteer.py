"""What the user knows, from the forms in which it may be handed over, as a gazetteer.

Entries are read one by one and handed on at once, so that a list of millions is never held here. A reader keeps the place
that it is at, and an error says it.
"""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from pullquote._core import Gazetteer
from pullquote.errors import InputFileError, InputTypeError, InvalidInputError, PullquoteError

Path: TypeAlias = "str | os.PathLike[str]"
Fields: TypeAlias = Mapping[str, Any]
Names: TypeAlias = "Path | Mapping[str, Any] | Iterable[Fields] | Gazetteer"
Patterns: TypeAlias = "Path | Mapping[str, Any] | Iterable[Fields]"

_Name: TypeAlias = "str | list[tuple[str, bool]]"


def build(gazetteer: Names | None, patterns: Patterns | None) -> Gazetteer | None:
    """The gazetteer of the arguments of an extractor; None where there are none.

    Raises:
        InputFileError: a file cannot be read.
        InputTypeError: a value has the wrong type.
        InvalidInputError: an entry cannot be; `where` says which one.
    """
    if gazetteer is None and patterns is None:
        return None
    if isinstance(gazetteer, Gazetteer):
        if patterns is not None:
            raise InvalidInputError(
                "a Gazetteer that is made already takes no patterns",
                where="patterns",
                hint="pass the patterns when it is made",
                code="invalid-input",
            )
        return gazetteer
    names = _Reader("gazetteer", "name", gazetteer)
    expressions = _Reader("patterns", "pattern", patterns)
    reader = names
    try:

        def pattern_rows() -> Iterator[tuple[str, str | None, str | None, str]]:
            nonlocal reader
            reader = expressions
            yield from map(_pattern, expressions)

        return Gazetteer._build(map(_entry, names), pattern_rows())
    except PullquoteError as error:
        if isinstance(error, InputFileError):
            raise
        # The core knows the name or pattern that is wrong, and not where it came from.
        if error.where:
            error.what += f": {error.where!r}"
        error.where = reader.place
        raise


def _wrong_type(what: str) -> InputTypeError:
    return InputTypeError(what, code="input-type")


def _wrong(what: str, hint: str = "") -> InvalidInputError:
    return InvalidInputError(what, hint=hint, code="invalid-input")


class _Reader:
    """The entries of an argument. `place` is where the last one that it gave stands."""

    def __init__(self, argument: str, key: str, source: Any) -> None:
        self._argument = argument
        self._key = key
        self._source = source
        self.place = argument

    def __iter__(self) -> Iterator[Fields]:
        source = self._source
        if source is None:
            return iter(())
        if isinstance(source, (str, os.PathLike)):
            return self._read_file(os.fspath(source))
        if isinstance(source, Mapping):
            return self._read_mapping(source)
        if isinstance(source, Iterable) and not isinstance(source, bytes):
            return self._read_list(source)
        raise _wrong_type(f"expected a file, a mapping or a list of mappings, found {type(source).__name__}")

    def _read_mapping(self, source: Mapping[Any, Any]) -> Iterator[Fields]:
        for key, value in source.items():
            self.place = f"{self._argument}[{key!r}]"
            if isinstance(value, str):
                yield {self._key: key, "label": value}
            elif isinstance(value, Mapping):
                yield {**value, self._key: key}
            else:
                raise _wrong_type(f"expected a label or a mapping, found {type(value).__name__}")

    def _read_list(self, source: Iterable[Any]) -> Iterator[Fields]:
        for number, item in enumerate(source):
            self.place = f"{self._argument}[{number}]"
            if not isinstance(item, Mapping):
                raise _wrong_type(f"expected a mapping, found {type(item).__name__}")
            yield item

    def _read_file(self, path: str) -> Iterator[Fields]:
        form = os.path.splitext(path)[1].lower()
        self.place = path
        readers = {".csv": self._read_table, ".tsv": self._read_table, ".jsonl": self._read_json_lines}
        readers[".ndjson"] = self._read_json_lines
        if form not in readers:
            raise _wrong("a file of an unknown form", f"name it {', '.join('*' + end for end in readers)}")
        try:
            with open(path, "rb") as file:
                yield from readers[form](self._lines(path, file), form)
        except OSError as error:
            if isinstance(error, PullquoteError):
                raise
            raise InputFileError(f"cannot be read: {error.strerror or error}", where=path, code="input-file") from None

    def _lines(self, path: str, file: Iterable[bytes]) -> Iterator[str]:
        for number, line in enumerate(file, 1):
            self.place = f"{path}:{number}"
            try:
                yield line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                raise _wrong("not UTF-8") from None

    def _read_json_lines(self, lines: Iterator[str], form: str) -> Iterator[Fields]:
        for line in lines:
            if not line.strip():
                continue
            try:
                fields = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise _wrong(f"not JSON: {error}") from None
            if not isinstance(fields, dict):
                raise _wrong(f"expected an object, found {type(fields).__name__}")
            yield fields

    def _read_table(self, lines: Iterator[str], form: str) -> Iterator[Fields]:
        rows = csv.reader(lines, delimiter="\t" if form == ".tsv" else ",", strict=True)
        try:
            columns = [column.strip().lower() for column in next(rows, [])]
            key = self._key if self._key in columns else "pattern"
            for column in (key, "label"):
                if column not in columns:
                    raise _wrong(
                        f"no column {self._key if column == key else column!r}", "the first line names the columns"
                    )
            for row in rows:
                if not row:
                    continue
                if len(row) != len(columns):
                    raise _wrong(f"expected {len(columns)} fields, found {len(row)}")
                fields: dict[str, Any] = dict(zip(columns, row, strict=True))
                if "aliases" in fields:
                    fields["aliases"] = [alias for alias in fields["aliases"].split("|") if alias.strip()]
                yield fields
        except csv.Error as error:
            raise _wrong(f"not a table: {error}") from None


def _string(fields: Fields, key: str) -> str:
    value = fields.get(key)
    if value is None:
        raise _wrong(f'"{key}" is missing')
    if not isinstance(value, str):
        raise _wrong_type(f'"{key}": expected a string, found {type(value).__name__}')
    return value


def _optional(fields: Fields, key: str) -> str | None:
    return None if fields.get(key) is None else _string(fields, key) or None


def _label(fields: Fields) -> str:
    label = _string(fields, "label")
    if label == "GPE":
        raise _wrong("no such label: 'GPE'", "countries and cities are LOC here")
    return label


def _entry(fields: Fields) -> tuple[str, str | None, str | None, list[_Name]]:
    """One entry: {"name", "label", "id"?, "aliases"?}, or spaCy's {"pattern", "label", "id"?}."""
    label, key = _label(fields), _optional(fields, "id")
    name = _optional(fields, "name")
    names: list[_Name] = [] if name is None else [name]
    pattern = fields.get("pattern")
    if isinstance(pattern, str):
        name = name or pattern
        names.append(pattern)
    elif pattern is not None:
        names.append(_words(pattern))
    elif name is None:
        raise _wrong('"name" or "pattern" is missing')
    aliases = fields.get("aliases")
    if aliases is not None:
        if isinstance(aliases, str) or not isinstance(aliases, Iterable):
            raise _wrong_type(f'"aliases": expected a list, found {type(aliases).__name__}')
        for alias in aliases:
            if not isinstance(alias, str):
                raise _wrong_type(f'"aliases": expected strings, found {type(alias).__name__}')
            names.append(alias)
    return label, name, key, names


def _words(pattern: Any) -> list[tuple[str, bool]]:
    """The words of a pattern of spaCy's that asks for a text for each."""
    if not isinstance(pattern, (list, tuple)):
        raise _wrong_type(f'"pattern": expected a string or a list, found {type(pattern).__name__}')
    words = []
    for number, token in enumerate(pattern):
        if not isinstance(token, Mapping):
            raise _wrong_type(f'"pattern"[{number}]: expected an object, found {type(token).__name__}')
        for key, value in token.items():
            if key not in ("LOWER", "TEXT", "ORTH"):
                raise _wrong(f'"pattern"[{number}]: {key!r} is not supported', "a token may have LOWER, TEXT or ORTH")
            if not isinstance(value, str):
                raise _wrong(
                    f'"pattern"[{number}]: {key} with {type(value).__name__} is not supported',
                    "give the text of the token, or use a pattern of re2",
                )
        if len(token) != 1:
            raise _wrong(f'"pattern"[{number}]: expected one of LOWER, TEXT and ORTH, found {len(token)}')
        ((key, value),) = token.items()
        words.append((value, key == "LOWER"))
    return words


def _pattern(fields: Fields) -> tuple[str, str | None, str | None, str]:
    """One pattern: {"pattern", "label", "name"?, "id"?}."""
    return _label(fields), _optional(fields, "name"), _optional(fields, "id"), _string(fields, "pattern")
