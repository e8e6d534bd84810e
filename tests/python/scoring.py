"""Scores the installed package on articles that lie beside the checkout.

Run as a program (`./dev score`) it prints a table for each set of articles: worldwide-dev (entities), polnear-dev
(attributions), gum-coref-train (pronouns) and the seed (entities and attributions), and the words read per CPU-second.
The scorer and the data are not part of the repository; PULLQUOTE_SHARED says where they are, ../shared where it is not
set.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pullquote

SHARED = Path(os.environ.get("PULLQUOTE_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
SETS = {
    "worldwide-dev": SHARED / "data/worldwide-dev.jsonl",
    "polnear-dev": SHARED / "data/polnear-dev.jsonl",
    "gum-coref-train": SHARED / "data/gum-coref-train.jsonl",
    "seed": SHARED / "seed/maduro.gold.jsonl",
}


def available() -> bool:
    return (SHARED / "eval/score.py").exists()


def read_articles(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def score(gold: Path, documents: list[dict[str, Any]], keep: Path, *options: str) -> str:
    """What the scorer prints for documents. What it compared stays in the folder `keep` for a closer look."""
    found = keep / f"{gold.stem}.documents.jsonl"
    found.write_text("".join(json.dumps(document) + "\n" for document in documents), encoding="utf-8")
    predicted = keep / f"{gold.stem}.predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as file:
        subprocess.run([sys.executable, str(SHARED / "eval/from_documents.py"), str(found)], stdout=file, check=True)
    command = [sys.executable, str(SHARED / "eval/score.py"), str(gold), str(predicted), *options]
    table: str = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return table


def report(name: str, keep: Path) -> str:
    """The table of one set, headed by how fast it was read."""
    articles = read_articles(SETS[name])
    pullquote.extract("")  # loads the model, which is not to be timed
    start = time.process_time()
    documents = [pullquote.extract(article["text"], published=article.get("date")) for article in articles]
    seconds = time.process_time() - start
    words = sum(len(re.findall(r"\w+", article["text"])) for article in articles)
    answers = [
        document.to_dict() | {"id": article["id"]} for article, document in zip(articles, documents, strict=True)
    ]
    head = f"{name}: {len(articles)} articles, {words:,} words, {words / seconds:,.0f} words per CPU-second"
    return f"{head}\n{score(SETS[name], answers, keep)}"


def main() -> int:
    parser = argparse.ArgumentParser(prog="./dev score", description="Score the package on development data.")
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of {', '.join(SETS)}; all by default")
    parser.add_argument("--keep", type=Path, help="folder for the documents and predictions that were scored")
    options = parser.parse_args()
    if unknown := set(options.sets) - set(SETS):
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    if not available():
        print(f"score: there is no scorer in {SHARED / 'eval'}", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as temporary:
        keep = options.keep or Path(temporary)
        keep.mkdir(parents=True, exist_ok=True)
        for name in options.sets or SETS:
            print(report(name, keep), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
