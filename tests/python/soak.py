"""Many articles on all cores, while the caller does what callers do: gives up, drops the generator, hands over what is no article,
fails itself, or presses Ctrl-C. Every document must be the one that a single thread gives. `./dev soak [ARTICLES]` runs it.
"""

from __future__ import annotations

import gc
import hashlib
import os
import random
import resource
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pullquote

GOLDEN = sorted((Path(__file__).parent.parent / "golden").glob("*.txt"))
TEXTS = 400
# What a run may take more at its end than after its first tenth.
LARGEST_GROWTH = 48 * 2**20


class Asked(Exception):
    """The failure that a source was asked for."""


def check(holds: bool, what: str) -> None:
    """Ends the run where something does not hold."""
    if not holds:
        raise SystemExit(f"does not hold: {what}")


def make_texts(random: random.Random) -> list[str]:
    """Articles of paragraphs of the golden articles, in any order, some with what scrapers do to them."""
    paragraphs = [p for path in GOLDEN for p in path.read_bytes().decode("utf-8").split("\n\n") if p.strip()]
    spoilt = ["\ud83d", "\0", "\u202e", "“", "&quot;", "\r", "e\u0301", "''"]
    texts = []
    for _ in range(TEXTS):
        text = "\n\n".join(random.choices(paragraphs, k=random.randint(1, 12)))
        for _ in range(random.randint(0, 6)):
            at = random.randint(0, len(text))
            text = text[:at] + random.choice(spoilt) + text[at:]
        texts.append(text)
    return texts


def digest(document: pullquote.Document) -> bytes:
    """What a document says, in short."""
    return hashlib.blake2b(document.to_json().encode(), digest_size=16).digest()


def memory() -> int:
    """Bytes of the process that are in memory."""
    if os.path.exists("/proc/self/statm"):
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def threads_alive() -> int:
    """Threads that the system knows: an interrupt may leave Python's own list of them a name too long."""
    return len(os.listdir("/proc/self/task")) if os.path.exists("/proc/self/task") else threading.active_count()


def source(texts: list[str], chosen: list[int], fails_at: int | None, bad_at: int | None) -> Iterator[Any]:
    """The texts by number, up to where it fails itself or hands over what is no article."""
    for place, number in enumerate(chosen):
        if place == fails_at:
            raise Asked
        yield 17 if place == bad_at else texts[number]


class Soak:
    """A run, and what it counted."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.texts = make_texts(self.random)
        self.extractor = pullquote.Extractor()
        self.expected = [digest(self.extractor.extract(text)) for text in self.texts]
        self.counts: Counter[str] = Counter()

    def round(self) -> None:
        """Some hundred articles in one way or another."""
        chosen = self.random.choices(range(TEXTS), k=self.random.randint(50, 600))
        how = self.random.choice(["all", "all", "all", "closed", "dropped", "failing source", "no article", "Ctrl-C"])
        middle = self.random.randrange(len(chosen))
        documents = self.extractor.pipe(
            source(
                self.texts, chosen, middle if how == "failing source" else None, middle if how == "no article" else None
            ),
            threads=self.random.choice([1, 2, None, 7]),
            batch_size=self.random.choice([1, 3, 16, 64]),
        )
        taken = 0
        timer = None
        try:
            if how == "Ctrl-C":
                timer = threading.Timer(self.random.random() * 0.5, os.kill, (os.getpid(), signal.SIGINT))
                timer.start()
            if how == "dropped":
                for _, document in zip(range(middle), documents, strict=False):
                    self.compare(document, chosen[taken])
                    taken += 1
                del documents
                gc.collect()
            else:
                with closing(documents):
                    for document in documents:
                        self.compare(document, chosen[taken])
                        taken += 1
                        if how == "closed" and taken > middle:
                            break
            if timer is not None:
                # Faster than the timer: what is pressed between two runs is pressed for nothing.
                timer.join()
                time.sleep(0.1)
        except KeyboardInterrupt:
            self.counts["Ctrl-C"] += 1
        except Asked:
            check(how == "failing source" and taken == middle, "a source's failure comes in its place")
            self.counts["exceptions"] += 1
        except pullquote.InputTypeError as error:
            place = f"article {middle}"
            check(how == "no article" and taken == middle and place in str(error), "a wrong article is named")
            self.counts["exceptions"] += 1
        else:
            self.counts["cancellations"] += how in ("closed", "dropped")
            check(how in ("closed", "dropped", "Ctrl-C") or taken == len(chosen), "nothing is left out")

    def compare(self, document: pullquote.Document, number: int) -> None:
        """Counts a document, and a difference where it is one."""
        self.counts["articles"] += 1
        self.counts["differences"] += digest(document) != self.expected[number]


def main(articles: int, seed: int) -> int:
    """Runs until so many documents have been taken, and prints the figures; 1 where something does not hold."""
    # A shell's background job has it ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    soak = Soak(seed)
    start = time.monotonic()
    first = 0
    threads = threads_alive()
    told = start
    while soak.counts["articles"] < articles:
        soak.round()
        if time.monotonic() - told > 60:
            told = time.monotonic()
            print(f"{dict(soak.counts)}, {memory() / 2**20:.1f} MiB", file=sys.stderr, flush=True)
        if not first and soak.counts["articles"] >= articles // 10:
            gc.collect()
            first = memory()
    gc.collect()
    last = memory()
    # Workers that were cancelled end with the article that they are at.
    for _ in range(100):
        if threads_alive() == threads:
            break
        time.sleep(0.1)
    left = threads_alive() - threads
    for name in ("articles", "cancellations", "exceptions", "Ctrl-C", "differences"):
        print(f"{name}: {soak.counts[name]}")
    print(f"memory after a tenth: {first / 2**20:.1f} MiB, at the end: {last / 2**20:.1f} MiB")
    named = ", ".join(thread.name for thread in threading.enumerate()[1:])
    print(f"threads left: {left}{f' ({named})' if named else ''}; {time.monotonic() - start:.0f} seconds, seed {seed}")
    return int(soak.counts["differences"] > 0 or last - first > LARGEST_GROWTH or left > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1))
