"""Memory of one process after each thousandth article and more: it must not grow.

    python memory.py [--count N] [--json FILE] [--docs]

The articles are made one by one and differ, so that nothing that an article leaves behind stays unseen.
"""

from __future__ import annotations

import gc
import sys

import articles
import output
from systems import memory, peak

FIRST = 1000


def measure(count: int) -> list[dict[str, float]]:
    """Resident memory above bare Python after 1,000, 2,000, 5,000, 10,000, … and `count` articles, in MB."""
    next(articles.generate(1))
    bare = memory()
    import pullquote

    stops = {factor * 10**power for power in range(3, 9) for factor in (1, 2, 5)} | {count}
    found = []
    words = 0
    extractor = pullquote.Extractor()
    for number, article in enumerate(articles.generate(count), start=1):
        document = extractor.extract(article["text"], published=article["published"])
        words += len(document.text.split())
        if number in stops:
            gc.collect()
            found.append({"articles": number, "words": words, "memory_mb": memory() - bare, "peak_mb": peak() - bare})
    return found


def main() -> int:
    """Measures; returns 1 where memory grew by more than 1 % after the first thousand articles."""
    parser = output.parser_of(__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="how many articles (10,000)")
    options = parser.parse_args()
    found = measure(max(FIRST, options.count))
    rows = [
        [f"{row['articles']:,}", f"{row['words']:,}", f"{row['memory_mb']:.1f} MB", f"{row['peak_mb']:.1f} MB"]
        for row in found
    ]
    growth = found[-1]["memory_mb"] / found[0]["memory_mb"] - 1
    text = output.table(["articles", "words", "memory above bare Python", "peak so far"], rows)
    text += f"\n\nFrom the {FIRST:,}th article to the last: {growth:+.1%}."
    output.publish("memory", found, text, options)
    return 1 if growth > 0.01 else 0


if __name__ == "__main__":
    sys.exit(main())
