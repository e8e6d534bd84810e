"""Reporting verbs that the user knows, and the manner of a quote."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pullquote
import pytest
from command import DONE, WRONG_USAGE, run
from pullquote import Extractor, InputFileError, InputTypeError, InvalidInputError, PullquoteError

TEXT = (
    "“The ferry is late again,” kvetched Ana Ruiz, the mayor of Norvik.\n\n"
    "Omar Silva, who runs it, mansplains the tide is low.\n"
)


def attributions(extractor: Extractor, text: str = TEXT) -> list[tuple[str | None, str | None, str]]:
    document = extractor.extract(text)
    return [(q.speaker and q.speaker.name, q.manner, "".join(cue.text for cue in q.cue)) for q in document.quotes]


def test_a_quote_has_the_manner_of_its_cue() -> None:
    document = pullquote.extract("“Nobody saw us,” Ana Ruiz promised. Omar Silva denied that the ferry was late.")
    assert [quote.manner for quote in document.quotes] == ["promised", "denied"]
    assert [quote["manner"] for quote in document.to_dict()["quotes"]] == ["promised", "denied"]


def test_a_quote_that_nobody_is_said_to_have_said_has_none() -> None:
    (quote,) = pullquote.extract("“Nobody saw us, and nobody will.”").quotes
    assert quote.manner is None


def test_known_verbs_report_speech() -> None:
    known = Extractor(verbs={"kvetch": "criticised", "mansplain": "explained"})
    assert attributions(known) == [("Ana Ruiz", "criticised", "kvetched"), ("Omar Silva", "explained", "mansplains")]
    assert known.verbs == {"kvetch": "criticised", "mansplain": "explained"}
    # Without them the second goes unseen.
    assert "mansplains" not in [cue for _, _, cue in attributions(Extractor())]


def test_a_list_of_verbs_means_said() -> None:
    assert [manner for _, manner, _ in attributions(Extractor(verbs=["kvetch", "mansplain"]))] == ["said", "said"]


def test_extractors_with_verbs_cross_processes() -> None:
    known = Extractor(verbs={"mansplain": "explained"})
    copy = pickle.loads(pickle.dumps(known))
    assert copy.verbs == known.verbs
    assert attributions(copy) == attributions(known)
    assert "mansplain" in repr(copy)
    assert Extractor().verbs == {}


def test_verbs_come_from_files(tmp_path: Path) -> None:
    path = tmp_path / "verbs.txt"
    path.write_text("# ours\nkvetch, criticised  # of ferries\n\nmansplain\n", encoding="utf-8")
    assert Extractor(verbs=path).verbs == {"kvetch": "criticised", "mansplain": "said"}
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    done = run("extract", str(article), "--verbs", str(path), "--format", "json")
    assert done.status == DONE
    assert '"manner": "criticised"' in done.output


@pytest.mark.parametrize(
    ("verbs", "error", "where", "what"),
    [
        (["kvetch", "fire back"], InvalidInputError, "verbs[1]", 'one word, found "fire back"'),
        ({"kvetch": "sang"}, InvalidInputError, "verbs['kvetch']", "no such manner: 'sang'"),
        ({"kvetch": None}, InputTypeError, "verbs['kvetch']", "expected a string, found NoneType"),
        ([3], InputTypeError, "verbs[0]", "expected a string, found int"),
        (3, InputTypeError, "verbs", "found int"),
        (b"kvetch", InputTypeError, "verbs", "found bytes"),
    ],
)
def test_what_cannot_be_a_verb_is_refused(verbs: Any, error: type[PullquoteError], where: str, what: str) -> None:
    with pytest.raises(error) as caught:
        Extractor(verbs=verbs)
    assert caught.value.where == where
    assert what in caught.value.what


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "verbs.txt"
    path.write_text("kvetch\nmutter,quietly\n", encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        Extractor(verbs=path)
    assert caught.value.where == f"{path}:2"
    assert "said, asked" in caught.value.hint
    path.write_bytes(b"kvetch\n\xff\n")
    with pytest.raises(InvalidInputError, match="not UTF-8"):
        Extractor(verbs=path)
    with pytest.raises(InputFileError):
        Extractor(verbs=tmp_path / "none.txt")
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    done = run("extract", str(article), "--verbs", str(tmp_path / "none.txt"))
    assert done.status == WRONG_USAGE
    assert "none.txt" in done.errors
