"""pullquote beside what its users would pick otherwise, on the same articles in one run.

    python compare.py [--articles FILE.jsonl] [--peers PYTHON] [--rounds N] [--json FILE] [--docs]

Each system runs in a process of its own, one at a time, in turn, so that what disturbs the machine disturbs them all. A
system whose answers fail the check, or are not the same in each round, is not timed. Times are CPU-seconds of one thread;
words are what white space separates. A ratio is taken within a round.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import articles
import output
from systems import SYSTEMS

HERE = Path(__file__).parent
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


class Worker:
    """A process with one system that goes through the articles when told."""

    def __init__(self, name: str, python: str, path: str) -> None:
        self.name = name
        self.rounds: list[dict[str, Any]] = []
        self._process = subprocess.Popen(
            [python, "-W", "ignore", str(HERE / "systems.py"), name, path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | ONE_THREAD,
        )
        self.loaded = self._answer()

    def _answer(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        return json.loads(line) if line else {"missing": "it ended without an answer"}

    @property
    def trouble(self) -> str | None:
        found = self.loaded.get("missing") or self.loaded.get("problem")
        if found is None and len({(r.get("entities"), r.get("quotes")) for r in self.rounds}) > 1:
            return "its answers differ from round to round"
        return found or next((r["missing"] for r in self.rounds if "missing" in r), None)

    def round(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self.rounds.append(self._answer())

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    @property
    def speeds(self) -> list[float]:
        return [r["words"] / r["cpu_s"] for r in self.rounds]

    def result(self, beside: Worker | None) -> dict[str, Any]:
        last = self.rounds[-1]
        ratios = [own / other for own, other in zip(beside.speeds, self.speeds, strict=True)] if beside else []
        return {
            "system": self.name,
            "words_per_cpu_s": round(statistics.median(self.speeds)),
            "spread": [round(min(self.speeds)), round(max(self.speeds))],
            "beside": beside.name if beside else None,
            "ratio": round(statistics.median(ratios), 2) if ratios else None,
            "ratio_spread": [round(min(ratios), 2), round(max(ratios), 2)] if ratios else None,
            "load_s": round(self.loaded["load_s"], 3),
            "peak_mb": round(last["peak_mb"] - self.loaded["bare_mb"], 1),
            "entities": last["entities"],
            "quotes": last["quotes"],
        }


def compare(path: str, peers: str, rounds: int) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """The results of the systems that are there, and why the others are not timed."""
    workers: dict[str, Worker] = {}
    missing: dict[str, str] = {}
    for name in SYSTEMS:
        worker = Worker(name, sys.executable if name.startswith("pullquote") else peers, path)
        if worker.trouble:
            missing[name] = worker.trouble
            worker.close()
        else:
            workers[name] = worker
    for number in range(rounds + 1):
        for worker in workers.values():
            if not worker.trouble:
                worker.round()
            if number == 0 and not worker.trouble:
                worker.rounds.clear()  # it warmed up
    for worker in workers.values():
        worker.close()
        if worker.trouble:
            missing[worker.name] = worker.trouble
    timed = {name: worker for name, worker in workers.items() if name not in missing}
    results = []
    for name, worker in timed.items():
        beside = timed.get(SYSTEMS[name].beside)
        results.append(worker.result(beside if beside is not worker else None))
    return results, missing


def quoted_share(texts: list[str]) -> float:
    """The part of the characters that stands between quotation marks, as far as a simple look tells."""
    inside = sum(len(found) for text in texts for found in re.findall(r"“[^”]*”|\"[^\"\n]*\"", text))
    return inside / max(1, sum(map(len, texts)))


def sizes() -> dict[str, float]:
    """The megabytes of the shipped model and of the wheel, if one was built (`./dev bench` does)."""
    from pullquote.extractor import SHIPPED_MODEL

    found = {"model_mb": os.path.getsize(SHIPPED_MODEL) / 1e6}
    wheels = sorted((output.ROOT / "build/wheels").glob("pullquote-*.whl"), key=os.path.getmtime)
    if wheels:
        found["wheel_mb"] = wheels[-1].stat().st_size / 1e6
    return {name: round(size, 1) for name, size in found.items()}


def show(results: list[dict[str, Any]], about: dict[str, Any]) -> str:
    """The results as Markdown."""
    rows = []
    for r in results:
        low, high = r["spread"]
        ratio = ""
        if r["ratio"]:
            ratio = f"{r['beside']}: {r['ratio']:.1f} × ({r['ratio_spread'][0]:.1f} to {r['ratio_spread'][1]:.1f})"
        rows.append(
            [
                r["system"],
                f"{r['words_per_cpu_s']:,} ({low:,} to {high:,})",
                ratio,
                f"{r['load_s']:.2f} s",
                f"{r['peak_mb']:.0f} MB",
                f"{r['entities']:,}" if SYSTEMS[r["system"]].names else "",
                f"{r['quotes']:,}" if SYSTEMS[r["system"]].quotes else "",
            ]
        )
    head = [
        "system",
        "words per CPU-second (lowest to highest round)",
        "our speed over it",
        "load",
        "peak memory above Python",
    ]
    size = ", ".join(f"{name.removesuffix('_mb')} {mb:.1f} MB" for name, mb in about["sizes"].items())
    lines = [
        output.table([*head, "entities", "quotes"], rows),
        "",
        f"{about['articles']} articles of {about['words'] // about['articles']} words on average, "
        f"{about['quoted']:.0%} of the text in quotation marks; {about['rounds']} rounds. Sizes: {size}.",
    ]
    for name, why in about["missing"].items():
        lines.append(f"Not timed: {name} ({why.splitlines()[0][:120]}).")
    return "\n".join(lines)


def take(source: str | None, count: int) -> list[str]:
    """The texts to go through: of a file, or made."""
    if source is None:
        return [article["text"] for article in articles.generate(count)]
    with open(source, encoding="utf8") as file:
        return [json.loads(line)["text"] for line, _ in zip(file, range(count), strict=False) if line.strip()]


def main() -> int:
    """Runs the comparison; returns the exit status."""
    parser = output.parser_of(__doc__)
    parser.add_argument("--articles", help="JSONL with a text a line; articles made for the purpose if not given")
    parser.add_argument("--count", type=int, default=100, help="how many articles to make or to take (100)")
    parser.add_argument(
        "--peers", default=sys.executable, help="the Python that has spaCy, textacy or Stanza (this one)"
    )
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each system, in turn (5)")
    options = parser.parse_args()
    texts = take(options.articles, options.count)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        with open(path, "w", encoding="utf8") as file:
            file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
        results, missing = compare(path, options.peers, options.rounds)
    about = {
        "articles": len(texts),
        "words": sum(len(text.split()) for text in texts),
        "quoted": quoted_share(texts),
        "rounds": options.rounds,
        "missing": missing,
        "sizes": sizes(),
    }
    if "pullquote" in missing:
        print(f"pullquote: not timed: {missing['pullquote']}", file=sys.stderr)
        return 1
    output.publish("compare", {"about": about, "systems": results}, show(results, about), options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
