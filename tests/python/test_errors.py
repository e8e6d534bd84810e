"""Errors: the builtin that a caller expects, and what, where and what to do."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path
from typing import Any

import pullquote
import pytest
from pullquote import InputTypeError, InvalidInputError, MissingExtraError, ModelError, PullquoteError
from pullquote.extractor import SHIPPED_MODEL

KINDS = [InputTypeError, InvalidInputError, MissingExtraError, ModelError]


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (InputTypeError, TypeError),
        (InvalidInputError, ValueError),
        (ModelError, OSError),
        (MissingExtraError, ImportError),
    ],
)
def test_an_error_is_also_a_builtin(kind: type[PullquoteError], builtin: type[Exception]) -> None:
    assert issubclass(kind, PullquoteError)
    assert issubclass(kind, builtin)


@pytest.mark.parametrize("kind", [PullquoteError, *KINDS])
def test_an_error_is_copied_whole(kind: type[PullquoteError]) -> None:
    error = kind("it is odd", where="line 3", hint="even it out", code="odd")
    for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert type(again) is kind
        assert (again.what, again.where, again.hint, again.code) == ("it is odd", "line 3", "even it out", "odd")
        assert str(again) == "it is odd (line 3): even it out"
    assert str(kind("it is odd")) == "it is odd"


@pytest.mark.parametrize("text", [None, 3, 1.5, ["a"], bytearray(b"a"), object()])
def test_text_of_the_wrong_type(text: Any) -> None:
    with pytest.raises(InputTypeError, match=f"expected str or bytes, found {type(text).__name__}") as caught:
        pullquote.extract(text)
    assert caught.value.where == "text"
    assert caught.value.code == "input-type"


@pytest.mark.parametrize("id", [3, b"a", object()])
def test_id_of_the_wrong_type(id: Any) -> None:
    with pytest.raises(InputTypeError, match="expected str or None") as caught:
        pullquote.extract("", id=id)
    assert caught.value.where == "id"
    assert caught.value.hint


@pytest.mark.parametrize("published", [20240314, b"2024-03-14", ("2024", "03", "14")])
def test_date_of_the_wrong_type(published: Any) -> None:
    with pytest.raises(InputTypeError, match=r"expected datetime\.date") as caught:
        pullquote.extract("", published=published)
    assert caught.value.where == "published"


@pytest.mark.parametrize(
    "published",
    [
        "",
        "2024",
        "2024-3-14",
        "20240314",
        "2024-03-14T00:00",
        "2024-13-01",
        "2024-00-01",
        "2024-02-30",
        "2023-02-29",
        "1900-02-29",
        "0000-01-01",
        "-024-01-01",
        "٢٠٢٤-٠٣-١٤",
        " 2024-03-14",
        "2024-03-14\n",
        "2024-03-1\ud800",
        "x" * 100_000,
    ],
)
def test_a_day_that_is_not_in_the_calendar(published: str) -> None:
    with pytest.raises(InvalidInputError, match="not a day of the calendar") as caught:
        pullquote.extract("", published=published)
    assert caught.value.code == "invalid-date"
    assert "YYYY-MM-DD" in caught.value.hint
    assert len(str(caught.value)) < 300


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        pullquote.Extractor(tmp_path / "none.pqm")
    assert caught.value.code == "model-not-found"
    assert "none.pqm" in caught.value.where
    with pytest.raises(OSError, match=r"none\.pqm"):
        pullquote.Extractor(str(tmp_path / "none.pqm"))
    with pytest.raises(ModelError):
        pullquote.Extractor(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\0", b"pullquote", b"\xff" * 4096])
def test_a_file_that_is_no_model(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.pqm"
    path.write_bytes(content)
    with pytest.raises(ModelError) as caught:
        pullquote.Extractor(path)
    assert caught.value.code in ("model-corrupt", "model-version")
    assert caught.value.hint


def test_an_altered_model_is_refused(tmp_path: Path) -> None:
    model = Path(SHIPPED_MODEL).read_bytes()
    path = tmp_path / "altered.pqm"
    for place in (0, 9, 40, len(model) // 3, len(model) // 2, len(model) - 1):
        path.write_bytes(model[:place] + bytes([model[place] ^ 0x55]) + model[place + 1 :])
        with pytest.raises(ModelError):
            pullquote.Extractor(path)
    for size in (1, 100, len(model) // 2, len(model) - 1):
        path.write_bytes(model[:size])
        with pytest.raises(ModelError):
            pullquote.Extractor(path)


@pytest.mark.parametrize("model", [3, ["en.pqm"]])
def test_a_model_of_the_wrong_type(model: Any) -> None:
    with pytest.raises(TypeError):
        pullquote.Extractor(model)
