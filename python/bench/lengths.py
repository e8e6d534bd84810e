"""Cost against length: prose of 1 KB to 50 MB in one document, and a megabyte of what could make a careless program slow.

    python lengths.py [--longest MB] [--json FILE] [--docs]

Nanoseconds of CPU time per byte, which stay about the same down the table where the cost is linear. The proof of it is in
tests/cpp/document_cost_test.cpp, which counts operations; this says what they come to.
"""

from __future__ import annotations

import sys
import time
from typing import Any

import articles
import output
from systems import peak

HOSTILE = {
    "quotation marks": '"',
    "opening curly marks": "“",
    "marks and words": '"a" ',
    "one name": "Ana Reyes ",
    "one surname": "Reyes ",
    "one paragraph": "The mayor of Belmar said that the bridge would stay closed, and nobody knew why. ",
    "one sentence": "the mayor of Belmar and ",
    "combining marks": "\u0301",
    "newlines": "\n",
    "digits": "7",
    "said": "said ",
    "one word": "a",
    "quotes on lines": '"No," he said.\n\n',
    "spaces": " ",
    "references": "&quot;",
}


def prose(size: int) -> str:
    """Made articles, one after another, of about that many bytes together."""
    parts: list[str] = []
    length = 0
    for article in articles.generate(10**9):
        parts.append(article["text"])
        length += len(parts[-1].encode()) + 2
        if length >= size:
            return "\n\n".join(parts).encode()[:size].decode("utf8", "ignore")
    raise AssertionError("articles never end")


def repeated(piece: str, size: int) -> str:
    """A piece over and over, of about that many bytes."""
    return piece * (size // len(piece.encode()))


def cost(text: str, least: float = 0.2) -> dict[str, float]:
    """The cost of a text: the best of some rounds, since a disturbance only ever adds."""
    import pullquote

    best = spent = 0.0
    while spent < least:
        start = time.process_time()
        document = pullquote.extract(text)
        seconds = time.process_time() - start
        best = seconds if not best else min(best, seconds)
        spent += seconds
    size = len(text.encode())
    return {
        "bytes": size,
        "cpu_s": best,
        "ns_per_byte": best / size * 1e9,
        "entities": len(document.entities),
        "quotes": len(document.quotes),
        "peak_mb": peak(),
    }


def measure(longest: int) -> list[dict[str, Any]]:
    """The rows of the table."""
    rows: list[dict[str, Any]] = []
    size = 1000
    while size <= longest:
        rows.append({"text": "prose", **cost(prose(size))})
        size = next(s for s in (factor * 10**power for power in range(3, 9) for factor in (1, 5)) if s > size)
    for name, piece in HOSTILE.items():
        for size in (125_000, 1_000_000):
            rows.append({"text": name, **cost(repeated(piece, size), least=0.05)})
    return rows


def main() -> int:
    """Measures and prints; returns the exit status."""
    parser = output.parser_of(__doc__)
    parser.add_argument("--longest", type=float, default=50, help="megabytes of the longest document of prose (50)")
    options = parser.parse_args()
    found = measure(int(options.longest * 1e6))
    rows = [
        [
            row["text"],
            f"{row['bytes']:,}",
            f"{row['cpu_s']:.3f} s",
            f"{row['ns_per_byte']:.0f}",
            f"{row['entities']:,}",
            f"{row['quotes']:,}",
        ]
        for row in found
    ]
    head = ["text", "bytes", "CPU time", "nanoseconds per byte", "entities", "quotes"]
    output.publish("lengths", found, output.table(head, rows), options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
