"""Extraction of tables in batches."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from importlib.util import find_spec
from typing import Any

import pullquote
import pyarrow as pa
import pytest
import samples
from pullquote import Extractor, batches
from pullquote.batches import SCHEMA, TABLES, Extraction

TEXTS = [f"{samples.TEXT}{number}" for number in range(7)]


def test_answers_are_those_of_frames() -> None:
    table = pa.table({"id": [f"a{n}" for n in range(7)], "text": TEXTS, "more": [1] * 7})
    answers = Extraction()(table)
    assert answers.schema.equals(SCHEMA)
    assert answers["error"].to_pylist() == [None] * 7
    frames = pullquote.to_frames(pullquote.pipe({"id": f"a{n}", "text": text} for n, text in enumerate(TEXTS)))
    for name in TABLES:
        nested = [row for answer in answers[name].to_pylist() for row in answer]
        flat = getattr(frames, name).drop_columns(["article", "article_id"]).to_pylist()
        assert nested == flat


def test_bad_rows_say_why_and_stop_nobody() -> None:
    table = pa.table({"text": [TEXTS[0], None, TEXTS[1]], "id": [1, 2, 3], "day": ["2024-03-14", "2024-03-14", "soon"]})
    answers = Extraction(published="day")(table).to_pylist()
    assert [answer["id"] for answer in answers] == ["1", "2", "3"]
    assert answers[0]["error"] is None
    assert "expected str or bytes" in answers[1]["error"]
    assert "not a day of the calendar" in answers[2]["error"]
    assert answers[1]["quotes"] is None
    assert answers[0]["entities"]


@pytest.mark.parametrize("day", [date(2024, 3, 14), datetime(2024, 3, 14, 8, 30), "2024-03-14"])
def test_days(day: Any) -> None:
    wanted = (
        pullquote.to_frames([pullquote.extract(samples.TEXT, published="2024-03-14")]).entities["value"].to_pylist()
    )
    (answer,) = Extraction(id=None, published="day")(pa.table({"text": [samples.TEXT], "day": [day]})).to_pylist()
    assert [entity["value"] for entity in answer["entities"]] == wanted
    assert any(wanted)


def test_a_missing_column_is_an_error_of_the_caller() -> None:
    with pytest.raises(pullquote.InvalidInputError, match=r"'body'.*columns text"):
        Extraction(text="body")(pa.table({"text": TEXTS}))


def test_a_process_loads_the_model_once(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded = []

    def load(*model: Any, **others: Any) -> Extractor:
        loaded.append(model)
        return Extractor(*model, **others)

    batches._extractor.cache_clear()
    monkeypatch.setattr(batches, "Extractor", load)
    extraction = Extraction()
    for _ in range(3):
        list(pickle.loads(pickle.dumps(extraction)).stream(pa.table({"id": ["a"], "text": TEXTS[:1]}).to_batches()))
    assert len(loaded) == 1
    batches._extractor.cache_clear()


@pytest.mark.skipif(find_spec("dask") is None, reason="needs dask: ./dev extras")
def test_dask() -> None:
    import dask.dataframe
    import pandas

    def answers(part: pandas.DataFrame) -> pandas.DataFrame:
        return Extraction()(pa.Table.from_pandas(part)).to_pandas()

    articles = dask.dataframe.from_pandas(pandas.DataFrame({"id": range(7), "text": TEXTS}), npartitions=3)
    found = articles.map_partitions(answers, meta=SCHEMA.empty_table().to_pandas()).compute(scheduler="threads")
    assert list(found["id"]) == [str(number) for number in range(7)]
    assert all(len(entities) for entities in found["entities"])
