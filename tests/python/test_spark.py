"""Extraction on a Spark cluster: a real one of two workers, on this machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import samples

pyspark = pytest.importorskip("pyspark", reason="needs pyspark: ./dev extras")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("needs Java 17 or later", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore")
TEXTS = [f"{samples.TEXT}{number}" for number in range(24)]


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ.update(SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable, PYSPARK_DRIVER_PYTHON=sys.executable)
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_a_cluster_gives_what_the_library_gives(spark: Any) -> None:
    import pullquote.spark
    from pyspark.sql import functions

    rows: list[tuple[int, str | None, str | None]] = [(number, text, "2024-03-14") for number, text in enumerate(TEXTS)]
    rows += [(100, None, None), (101, "Ana Ruiz said no.", None), (102, "Ana Ruiz said no.", "some day")]
    articles = spark.createDataFrame(rows, "id int, body string, day string").repartition(4)
    answers = pullquote.spark.extract(articles, text="body", published="day").cache()
    found = {row.id: row for row in answers.collect()}
    assert len(found) == len(rows)
    assert "expected str or bytes" in found["100"].error
    assert found["100"].quotes is None
    assert found["101"].error is None
    assert "some day" in found["102"].error
    frames = pullquote.to_frames(pullquote.pipe({"text": text, "published": "2024-03-14"} for text in TEXTS))
    wanted = frames.entities.to_pylist()
    for number in range(len(TEXTS)):
        entities = [
            {k: v for k, v in row.items() if not k.startswith("article")} for row in wanted if row["article"] == number
        ]
        assert [entity.asDict(recursive=True) for entity in found[str(number)].entities] == entities
    exploded = answers.select("id", functions.explode("mentions").alias("m")).select("id", "m.*")
    mention = exploded.where("id = '0' AND text = 'Ana Ruiz'").first()
    assert samples.TEXT[mention.start : mention.end] == "Ana Ruiz"
