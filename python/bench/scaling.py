"""What more threads and more processes bring: words per second of `pipe`, and of a pool of processes.

    python scaling.py [--count N] [--rounds N] [--workers 1,2] [--json FILE] [--docs]

Times are those on the wall, so they need a machine that is otherwise idle: a lock in the way and a busy neighbour look
the same. The share of the cores that was used tells them apart. What is compared alternates, and the best of the rounds
counts, since a disturbance only ever adds.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable
from typing import Any

import articles
import output


def with_threads(texts: list[str], threads: int) -> int:
    """The quotes that `pipe` finds."""
    import pullquote

    return sum(len(document.quotes) for document in pullquote.pipe(texts, threads=threads))


def count_quotes(text: str) -> int:
    """The quotes of one article, in a process of a pool."""
    import pullquote

    return len(pullquote.extract(text).quotes)


def cpu_seconds() -> float:
    """What this process and those that it has waited for have computed."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def best(found: list[dict[str, float]]) -> dict[str, float]:
    """The fastest round."""
    return min(found, key=lambda one: one["wall_s"])


def measure(texts: list[str], workers: list[int], rounds: int) -> list[dict[str, Any]]:
    """For threads, and for processes that were forked or spawned, the best round with each number of them."""
    words = sum(len(text.split()) for text in texts)
    answers = with_threads(texts, 1)
    runs: dict[tuple[str, int], Callable[[], int]] = {}
    pools = []
    for count in workers:
        runs["threads", count] = lambda count=count: with_threads(texts, count)
        for method in multiprocessing.get_all_start_methods():
            if method in ("fork", "spawn"):
                pool = multiprocessing.get_context(method).Pool(count)
                pools.append(pool)
                runs[f"processes ({method})", count] = lambda pool=pool: sum(pool.map(count_quotes, texts, chunksize=4))
    found: dict[tuple[str, int], list[dict[str, float]]] = {key: [] for key in runs}
    for number in range(rounds + 1):
        for key, run in runs.items():
            wall, cpu = time.perf_counter(), cpu_seconds()
            if run() != answers:
                raise RuntimeError(f"{key[1]} {key[0]} find other quotes than one thread")
            wall, cpu = time.perf_counter() - wall, cpu_seconds() - cpu
            if number > 0:  # the first warms up
                found[key].append({"wall_s": wall, "cpu_s": cpu})
    for pool in pools:
        pool.terminate()
    results = []
    for (kind, count), times in found.items():
        one = best(found[kind, workers[0]])["wall_s"]
        took = best(times)
        used = took["cpu_s"] / took["wall_s"] / count if kind == "threads" else None
        results.append(
            {
                "kind": kind,
                "workers": count,
                "words_per_s": round(words / took["wall_s"]),
                "times_one": round(one / took["wall_s"], 2),
                "cores_used": used,
            }
        )
    return sorted(results, key=lambda result: result["kind"], reverse=True)


def main() -> int:
    """Measures and prints; returns the exit status."""
    parser = output.parser_of(__doc__)
    parser.add_argument("--count", type=int, default=400, help="how many articles to make (400)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each (5)")
    parser.add_argument(
        "--workers", default="1,2", help="how many threads or processes, the first is compared with (1,2)"
    )
    options = parser.parse_args()
    texts = [article["text"] for article in articles.generate(options.count)]
    results = measure(texts, [int(count) for count in options.workers.split(",")], options.rounds)
    rows = [
        [
            f"{r['kind']}: {r['workers']}",
            f"{r['words_per_s']:,}",
            f"{r['times_one']:.2f}",
            "" if r["cores_used"] is None else f"{r['cores_used']:.0%}",
        ]
        for r in results
    ]
    head = ["workers", "words per second (wall)", "times the speed of the first", "of its cores it got"]
    output.publish("scaling", results, output.table(head, rows), options)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONWARNINGS", "ignore")
    sys.exit(main())
