"""The same text gives the same bytes, whatever is around it."""

from __future__ import annotations

import hashlib
import itertools
import os
import subprocess
import sys
from pathlib import Path

import pullquote
import pytest

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("*.txt"))

PROGRAM = """
import contextlib, hashlib, locale, sys
import pullquote
with contextlib.suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, sys.argv[1])
texts = [open(path, encoding="utf-8", newline="").read() for path in sys.argv[2:]]
documents = pullquote.pipe(texts, threads=3, batch_size=2)
print(hashlib.sha256("".join(document.to_json() for document in documents).encode()).hexdigest())
"""


def digest(documents: list[str]) -> str:
    return hashlib.sha256("".join(documents).encode()).hexdigest()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_bytes().decode("utf-8") for path in GOLDEN]


@pytest.fixture(scope="module")
def alone(texts: list[str]) -> list[str]:
    return [pullquote.extract(text).to_json() for text in texts]


@pytest.mark.parametrize(("threads", "batch_size"), [(1, 1), (1, 64), (2, 3), (8, 1)])
def test_threads_and_batches(texts: list[str], alone: list[str], threads: int, batch_size: int) -> None:
    documents = pullquote.pipe(texts * 3, threads=threads, batch_size=batch_size)
    assert [document.to_json() for document in documents] == alone * 3


def test_order_and_what_was_read_before(texts: list[str], alone: list[str]) -> None:
    extractor = pullquote.Extractor()
    for turn in range(3):
        order = list(range(turn, len(texts))) + list(range(turn))
        assert [extractor.extract(texts[i]).to_json() for i in reversed(order)] == [alone[i] for i in reversed(order)]


@pytest.mark.parametrize(
    ("name", "hash_seed", "zone"),
    [*itertools.product(["C", "tr_TR.UTF-8"], ["0", "12345"], ["UTC"]), ("de_DE.UTF-8", "random", "Asia/Tokyo")],
)
def test_locale_hash_seed_and_time_zone(alone: list[str], name: str, hash_seed: str, zone: str) -> None:
    environment = os.environ | {"LC_ALL": name, "LANG": name, "PYTHONHASHSEED": hash_seed, "TZ": zone}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, name, *map(str, GOLDEN)],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
    )
    assert done.stdout.strip() == digest(alone)
