"""pullquote beside what its users would pick otherwise, on the same articles in one run.

    python compare.py [--articles FILE.jsonl] [--peers PYTHON] [--rounds N] [--json FILE] [--markdown FILE]

Each system runs in a process of its own, one at a time, in turn, so that what disturbs the machine disturbs them all. A
system whose answers fail the check is not timed. Times are CPU-seconds of one thread; words are what white space separates.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import articles

HERE = Path(__file__).parent
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


class System:
    """A worker process that goes through the articles when told."""

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
        return json.loads(line) if line else {"missing": f"{self.name} ended without an answer"}

    @property
    def trouble(self) -> str | None:
        return self.loaded.get("missing") or self.loaded.get("problem")

    def round(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        self.rounds.append(self._answer())

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def result(self) -> dict[str, Any]:
        speeds = [r["words"] / r["cpu_s"] for r in self.rounds]
        last = self.rounds[-1]
        return {
            "system": self.name,
            "words_per_cpu_s": round(statistics.median(speeds)),
            "spread": [round(min(speeds)), round(max(speeds))],
            "load_s": round(self.loaded["load_s"], 3),
            "memory_mb": round(last["memory_mb"] - self.loaded["bare_mb"], 1),
            "peak_mb": round(last["peak_mb"], 1),
            "entities": last["entities"],
            "quotes": last["quotes"],
        }


def table(results: list[dict[str, Any]]) -> str:
    """The results as a Markdown table; ratios are pullquote's speed over each other system's."""
    own = next(r["words_per_cpu_s"] for r in results if r["system"] == "pullquote")
    lines = [
        "| system | words per CPU-second (lowest to highest round) | pullquote is | load | peak memory | entities | quotes |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for r in results:
        low, high = r["spread"]
        ratio = "" if r["system"] == "pullquote" else f"{own / r['words_per_cpu_s']:.1f} × as fast"
        lines.append(
            f"| {r['system']} | {r['words_per_cpu_s']:,} ({low:,} to {high:,}) | {ratio} | {r['load_s']:.2f} s "
            f"| {r['peak_mb']:.0f} MB | {r['entities']:,} | {r['quotes']:,} |"
        )
    return "\n".join(lines)


def main() -> int:
    """Runs the comparison; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", help="JSONL with a text a line; articles made for the purpose if not given")
    parser.add_argument("--count", type=int, default=100, help="how many articles to make or to take (100)")
    parser.add_argument("--peers", default=sys.executable, help="the Python that has spaCy and textacy (this one)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each system, in turn (5)")
    parser.add_argument("--json", help="write the results here")
    parser.add_argument("--markdown", help="write the table here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "articles.jsonl")
        with open(path, "w", encoding="utf8") as file:
            if options.articles:
                with open(options.articles, encoding="utf8") as source:
                    file.writelines(line for _, line in zip(range(options.count), source, strict=False))
            else:
                file.writelines(json.dumps(article) + "\n" for article in articles.generate(options.count))
        systems = []
        for name in ("pullquote", "spacy", "spacy-entities", "textacy", "spacy-blank"):
            system = System(name, sys.executable if name == "pullquote" else options.peers, path)
            if system.trouble:
                print(f"{name}: not timed: {system.trouble}", file=sys.stderr)
                system.close()
                if name == "pullquote":
                    return 1
            else:
                systems.append(system)
        for _ in range(options.rounds + 1):  # the first round warms up
            for system in systems:
                system.round()
        for system in systems:
            system.rounds.pop(0)
            system.close()
        results = [system.result() for system in systems]
    text = table(results)
    print(text)
    if options.markdown:
        Path(options.markdown).write_text(text + "\n", encoding="utf8")
    if options.json:
        Path(options.json).write_text(json.dumps(results, indent=2) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
