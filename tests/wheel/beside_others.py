"""The installed wheel in one process with PyArrow, which carries re2, and PyICU, which brings its own ICU, in each order.

Usage: beside_others.py ARTICLE (in an environment that has the wheel, pyarrow and PyICU)
"""

from __future__ import annotations

import hashlib
import itertools
import subprocess
import sys

MODULES = ("pullquote", "pyarrow", "icu")


def work(order: list[str], article: str) -> str:
    """Imports in this order, lets all of them work by turns, and gives what pullquote says."""
    for name in order:
        __import__(name)
    import icu
    import pullquote
    import pyarrow
    import pyarrow.compute

    with open(article, encoding="utf-8", newline="") as file:
        text = file.read()
    extractor = pullquote.Extractor(patterns=[{"pattern": r"(?i)the\s+har\w+", "label": "ORG", "id": "found"}])
    plain, patterned = set(), set()
    for _ in range(5):
        plain.add("".join(document.to_json() for document in pullquote.pipe([text] * 4, threads=2)))
        patterned.add("".join(extractor.extract(text).to_json() for _ in range(4)))
        found = pyarrow.compute.match_substring_regex(pyarrow.array(["Ana", "ben"]), r"(?i)^\p{Lu}n")
        assert found.to_pylist() == [True, False]
        assert icu.Normalizer2.getInstance(None, "nfkc", icu.UNormalizationMode2.COMPOSE).normalize("ﬁ") == "fi"
        assert icu.Transliterator.createInstance("Any-Latin").transliterate("Αθήνα")
        words = icu.BreakIterator.createWordInstance(icu.Locale.getUS())
        words.setText("one two")
        assert list(words) == [3, 4, 7]
    assert len(plain) == len(patterned) == 1
    assert '"found"' in next(iter(patterned))
    return hashlib.sha256("".join([*plain, *patterned]).encode()).hexdigest()


def main(article: str) -> None:
    """Each order in a process of its own; all must agree, also with a process where pullquote is alone."""
    answers = set()
    for order in itertools.permutations(MODULES):
        done = subprocess.run([sys.executable, __file__, article, *order], check=True, capture_output=True, text=True)
        answers.add(done.stdout)
    assert len(answers) == 1, answers
    print("pullquote, PyArrow and PyICU in one process, in all six orders: one answer")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(sys.argv[1])
    else:
        print(work(sys.argv[2:], sys.argv[1]))
