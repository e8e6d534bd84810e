"""Scores the installed package on development data that lies beside the checkout.

Prints one table per set of articles: worldwide-dev (entities), polnear-dev (attributions) and the seed (both), and the
words read per CPU-second. The scorer and the data are shared/eval and shared/data; they are not part of the repository.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pullquote

SETS = {
    "worldwide-dev": "data/worldwide-dev.jsonl",
    "polnear-dev": "data/polnear-dev.jsonl",
    "seed": "seed/maduro.gold.jsonl",
}


def read_articles(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def score(shared: Path, gold: Path, documents: list[dict[str, Any]], keep: Path) -> str:
    """The scorer's table for documents; what it compared is kept for a closer look."""
    found = keep / f"{gold.stem}.documents.jsonl"
    found.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    predicted = keep / f"{gold.stem}.predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, shared / "eval/from_documents.py", found], stdout=file, check=True)
    command = [sys.executable, shared / "eval/score.py", gold, predicted]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev score", description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all by default")
    parser.add_argument("--shared", type=Path, required=True, help="folder with data, eval and seed")
    parser.add_argument("--keep", type=Path, help="folder for the documents and predictions that were scored")
    options = parser.parse_args()
    if unknown := set(options.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    if not (options.shared / "eval/score.py").exists():
        print(f"score: there is no scorer in {options.shared / 'eval'}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        pullquote.extract("")  # loads the model, which is not to be timed
        for name in options.sets or SETS:
            gold = options.shared / SETS[name]
            articles = list(read_articles(gold))
            start = time.process_time()
            documents = [pullquote.extract(article["text"], published=article.get("date")) for article in articles]
            seconds = time.process_time() - start
            words = sum(len(re.findall(r"\w+", article["text"])) for article in articles)
            print(f"{name}: {len(articles)} articles, {words:,} words, {words / seconds:,.0f} words per CPU-second")
            answers = [document.to_dict() | {"id": article["id"]} for article, document in zip(articles, documents)]
            print(score(options.shared, gold, answers, keep))
    return 0


if __name__ == "__main__":
    sys.exit(main())
