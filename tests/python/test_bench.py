"""The benchmarks: what they refuse to time, how they read counts, and that their figures have a place in the docs."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlparse

import pytest

BENCH = Path(__file__).resolve().parents[2] / "python/bench"


def module(name: str) -> Any:
    """A module of the benchmarks, which are no package."""
    if str(BENCH) not in sys.path:
        sys.path.append(str(BENCH))
    return importlib.import_module(name)


def test_the_same_seed_gives_the_same_articles() -> None:
    articles = module("articles")
    first = list(articles.generate(5, seed=3))
    assert first == list(articles.generate(5, seed=3))
    assert first != list(articles.generate(5, seed=4))
    assert len({article["text"] for article in first}) == 5


def test_made_articles_are_like_those_of_newspapers() -> None:
    texts = [article["text"] for article in module("articles").generate(50)]
    words = [len(text.split()) for text in texts]
    assert 400 < sum(words) / len(words) < 1000
    assert 0.15 < module("compare").quoted_share(texts) < 0.4


def test_a_comparison_in_small(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    command = [sys.executable, str(BENCH / "compare.py"), "--count=2", "--rounds=2", f"--json={path}"]
    environment = {key: value for key, value in os.environ.items() if key != "PULLQUOTE_CORENLP"}
    run = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    result = json.loads(path.read_text())["results"]
    by_name = {system["system"]: system for system in result["systems"]}
    assert by_name["pullquote"]["quotes"] > 10
    assert (by_name["pullquote, entities"]["quotes"], by_name["pullquote, entities"]["beside"]) == (0, None)
    assert by_name["pullquote, entities"]["entities"] > 10
    assert "PULLQUOTE_CORENLP" in result["about"]["missing"]["CoreNLP server"]
    assert "Not timed: CoreNLP server" in run.stdout
    assert result["about"]["sizes"]["model_mb"] > 1


@pytest.mark.parametrize(
    ("names", "quotes", "problem"),
    [
        (["Hana Novak", "Paris", "Madrid"], ["The bridge will be open again before the winter,"], None),
        (["Hana Novak", "Paris"], ["The bridge will be open again before the winter,"], "names only"),
        (["Hana Novak", "Paris", "Madrid"], ["The bridge"], "quotes only"),
    ],
)
def test_a_wrong_answer_is_not_timed(names: list[str], quotes: list[str], problem: str | None) -> None:
    found = module("systems").check(lambda texts: [(names, quotes)], True, True)
    assert found is None if problem is None else problem in found


def test_counts_are_summed_by_stage() -> None:
    dumps = """
part: 1
events: Ir D1mr D1mw
desc: Trigger: Client Request: text
fn=(1) x
totals: 10 2 1
part: 2
desc: Trigger: Client Request: quotes
totals: 100 20 10
part: 3
desc: Trigger: Client Request: text
totals: 5 0 0
desc: Trigger: Program termination
totals: 999 9 9
"""
    stages = module("stages").parse_dumps(dumps.splitlines())
    assert stages == {"text": {"Ir": 15, "D1mr": 2, "D1mw": 1}, "quotes": {"Ir": 100, "D1mr": 20, "D1mw": 10}}
    caches = {"Ir": 9, "I1mr": 1, "D1mr": 20, "D1mw": 10, "ILmr": 1, "DLmr": 4, "DLmw": 2}
    assert [module("stages").misses(caches, level) for level in (1, 2)] == [30, 7]


@pytest.mark.parametrize(
    ("now", "dear"),
    [
        ({"text": 500, "quotes": 10_000}, []),
        ({"text": 515, "quotes": 10_000}, ["text"]),
        ({"text": 500, "quotes": 10_150}, []),
        ({"text": 500, "quotes": 10_500}, ["quotes", "all"]),
        ({"text": 400, "quotes": 9_000}, []),
    ],
)
def test_the_gate_says_what_became_dear(now: dict[str, int], dear: list[str]) -> None:
    def counted(costs: dict[str, int]) -> dict[str, Any]:
        return {"words": 10, "stages": {name: {"Ir": cost * 10} for name, cost in costs.items()}}

    rows, found = module("gate").judge(counted({"text": 500, "quotes": 10_000}), counted(now), 0.02)
    assert found == dear
    assert [row[0] for row in rows] == ["text", "quotes", "all"]


def test_a_table_goes_between_its_marks() -> None:
    page = "before\n<!-- bench: a -->\nold\n<!-- end -->\nafter\n<!-- bench: b -->\n<!-- end -->\n"
    replaced = module("output").replace(page, "a", "new")
    assert replaced == page.replace("old\n", "\nnew\n\n")
    with pytest.raises(ValueError, match="no place for the benchmark 'c'"):
        module("output").replace(page, "c", "new")


def test_the_page_has_a_place_for_each_table() -> None:
    output = module("output")
    page = output.PAGE.read_text(encoding="utf8")
    for path in sorted(BENCH.glob("*.py")):
        source = path.read_text(encoding="utf8")
        if "output.publish(" in source and path.stem != "gate":
            assert output.replace(page, path.stem, "x") != page


NAMES = ["Hana Novak", "Paris", "Madrid", "John Smith"]


def system(name: str, path: Path, **environment: str) -> list[dict[str, Any]]:
    """What systems.py says of one system: at its start, then after one round."""
    run = subprocess.run(
        [sys.executable, str(BENCH / "systems.py"), name, str(path)],
        input="\n",
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture
def two_articles(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"text": "Hana Novak spoke."}\n{"text": "Paris slept on."}\n', encoding="utf8")
    return path


class CoreNLP(BaseHTTPRequestHandler):
    """Answers as a CoreNLP server does, with the same for every text."""

    def do_POST(self) -> None:
        asked = json.loads(parse_qs(urlparse(self.path).query)["properties"][0])
        assert "quote" in asked["annotators"]
        assert self.rfile.read(int(self.headers["Content-Length"]))
        answer = {
            "sentences": [{"entitymentions": [{"text": name} for name in NAMES]}, {"entitymentions": []}],
            "quotes": [{"text": '"The bridge will be open again before the winter,"'}],
        }
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_corenlp_server_is_asked(two_articles: Path) -> None:
    with HTTPServer(("127.0.0.1", 0), CoreNLP) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        loaded, first = system("CoreNLP server", two_articles, PULLQUOTE_CORENLP=url)
        server.shutdown()
    assert loaded["problem"] is None
    assert (first["articles"], first["words"], first["entities"], first["quotes"]) == (2, 6, 8, 2)
    (gone,) = system("CoreNLP server", two_articles, PULLQUOTE_CORENLP=url)
    assert gone["missing"].startswith(f"no CoreNLP server at {url}: ")


STANZA = """
from types import SimpleNamespace

class Pipeline:
    def __init__(self, language, *, processors, download_method, use_gpu, verbose):
        assert (language, processors, download_method) == ("en", "tokenize,ner", None)
        if {missing}:
            raise FileNotFoundError("no file resources.json\\nin any folder")

    def __call__(self, text):
        return SimpleNamespace(ents=[SimpleNamespace(text=name) for name in {names}])
"""


@pytest.mark.parametrize("missing", [False, True])
def test_stanza_is_asked_where_its_models_are(missing: bool, two_articles: Path, tmp_path: Path) -> None:
    (tmp_path / "stanza.py").write_text(STANZA.format(missing=missing, names=NAMES), encoding="utf8")
    answers = system("Stanza, entities", two_articles, PYTHONPATH=str(tmp_path))
    if missing:
        assert answers == [{"missing": "no English models of Stanza: no file resources.json in any folder"}]
    else:
        assert answers[0]["problem"] is None
        assert (answers[1]["articles"], answers[1]["entities"], answers[1]["quotes"]) == (2, 8, 0)
