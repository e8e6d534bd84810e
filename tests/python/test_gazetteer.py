"""What the user knows: names and patterns, the forms in which they come, and what they change."""

from __future__ import annotations

import json
import pickle
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pullquote
import pytest
from command import DONE, WRONG_USAGE, run
from pullquote import Document, Entity, Extractor, InputFileError, InputTypeError, InvalidInputError, PullquoteError

TEXT = (
    "Mayor Ana Ruiz opened the zorbly works of Big Bow on Monday. The IRW will build the Zorbly 3000 there, she said.\n"
    "Case No. 17/2024 of CVE-2021-44228 goes on.\n"
)
WORKS = {
    "International Ribbon Works": {"label": "ORG", "id": "Q7", "aliases": ["Big Bow", "IRW"]},
    "Zorbly 3000": "PRODUCT",
}


def entity(document: Document, name: str) -> Entity:
    found = [entity for entity in document.entities if entity.name == name]
    assert len(found) == 1, [entity.name for entity in document.entities]
    return found[0]


def words(entity: Entity) -> list[str]:
    return [mention.text for mention in entity.mentions]


def test_names_of_an_entry_are_one_entity() -> None:
    document = Extractor(gazetteer=WORKS).extract(TEXT)
    works = entity(document, "International Ribbon Works")
    assert (works.label, works.external_id, works.aliases) == ("ORG", "Q7", ("Big Bow", "IRW"))
    assert words(works) == ["Big Bow", "IRW"]
    assert {mention.confidence for mention in works.mentions} == {1}
    zorbly = entity(document, "Zorbly 3000")
    assert (zorbly.label, zorbly.external_id) == ("PRODUCT", None)
    assert entity(document, "Ana Ruiz").external_id is None


def test_the_schema_has_the_id() -> None:
    document = Extractor(gazetteer=WORKS).extract(TEXT)
    written = {entity["name"]: entity["external_id"] for entity in document.to_dict()["entities"]}
    assert written["International Ribbon Works"] == "Q7"
    assert written["Ana Ruiz"] is None
    assert Document.from_dict(document.to_dict()) == document
    assert pickle.loads(pickle.dumps(document)) == document
    old = document.to_dict()
    for one in old["entities"]:
        del one["external_id"]
    assert Document.from_dict(old) != document
    assert entity(Document.from_dict(old), "Zorbly 3000").external_id is None


def test_patterns_find_what_no_list_holds() -> None:
    extractor = Extractor(
        patterns={
            r"CVE-\d{4}-\d{4,7}": "MISC",
            r"Case No\. \d+/\d{4}": {"label": "MISC", "id": "case", "name": "The case"},
        }
    )
    document = extractor.extract(TEXT)
    assert entity(document, "CVE-2021-44228").label == "MISC"
    case = entity(document, "The case")
    assert (words(case), case.external_id) == (["Case No. 17/2024"], "case")


ENTRIES: list[dict[str, Any]] = [
    {"label": "ORG", "pattern": "Big Bow", "id": "Q7"},
    {"label": "ORG", "pattern": [{"ORTH": "IRW"}], "id": "Q7"},
    {"label": "PRODUCT", "pattern": [{"LOWER": "zorbly"}, {"TEXT": "3000"}]},
    {"label": "PERSON", "name": "Mayor of the town", "aliases": ["Ana Ruiz"], "id": "m"},
]


def files(folder: Path) -> dict[str, Path]:
    lines = folder / "names.jsonl"
    lines.write_text("\ufeff" + "\n\n".join(map(json.dumps, ENTRIES)) + "\n", encoding="utf-8")
    table = folder / "names.csv"
    table.write_text(
        'name,label,id,aliases\r\nBig Bow,ORG,Q7,IRW\r\n"Zorbly 3000",PRODUCT,,\r\nMayor of the town,PERSON,m,Ana Ruiz|Ruiz\r\n',
        encoding="utf-8",
    )
    return {"jsonl": lines, "csv": table}


@pytest.mark.parametrize("form", ["list", "generator", "jsonl", "csv", "path"])
def test_every_form_says_the_same(form: str, tmp_path: Path) -> None:
    known = files(tmp_path)
    source: Any = {
        "list": ENTRIES,
        "generator": iter(ENTRIES),
        "jsonl": str(known["jsonl"]),
        "csv": str(known["csv"]),
        "path": known["jsonl"],
    }[form]
    document = Extractor(gazetteer=source).extract(TEXT)
    works = entity(document, "Big Bow")
    assert (works.external_id, words(works)) == ("Q7", ["Big Bow", "IRW"])
    assert entity(document, "Zorbly 3000").label == "PRODUCT"
    assert entity(document, "Mayor of the town").external_id == "m"


def test_tokens_may_be_in_any_case() -> None:
    known = Extractor(gazetteer=[{"label": "PRODUCT", "pattern": [{"LOWER": "zorbly"}]}])
    document = known.extract("ZORBLY and Zorbly and zorbly.")
    assert words(entity(document, "ZORBLY")) == ["ZORBLY", "Zorbly", "zorbly"]


@pytest.mark.parametrize(
    ("argument", "source", "where", "what", "kind"),
    [
        ("gazetteer", {"Acme": "GPE"}, "gazetteer['Acme']", "no such label: 'GPE'", InvalidInputError),
        ("gazetteer", {"Acme": "ORG", "B": "COMPANY"}, "gazetteer['B']", "no such label: 'COMPANY'", InvalidInputError),
        ("gazetteer", {"Acme": 3}, "gazetteer['Acme']", "expected a label or a mapping", InputTypeError),
        ("gazetteer", {"": "ORG"}, "gazetteer['']", '"name" or "pattern" is missing', InvalidInputError),
        ("gazetteer", {" ": "ORG"}, "gazetteer[' ']", "a name without a word: ' '", InvalidInputError),
        ("gazetteer", {"a " * 33: "ORG"}, f"gazetteer[{'a ' * 33!r}]", "more than 32 words", InvalidInputError),
        ("gazetteer", {"Acme": {"id": "x"}}, "gazetteer['Acme']", '"label" is missing', InvalidInputError),
        ("gazetteer", {"Acme": {"label": "ORG", "aliases": "A"}}, "gazetteer['Acme']", '"aliases"', InputTypeError),
        ("gazetteer", [{"label": "ORG"}], "gazetteer[0]", '"name" or "pattern" is missing', InvalidInputError),
        ("gazetteer", [{"label": "ORG", "name": "A"}, 3], "gazetteer[1]", "expected a mapping", InputTypeError),
        (
            "gazetteer",
            [{"label": "ORG", "pattern": [{"LOWER": "a", "OP": "+"}]}],
            "gazetteer[0]",
            "'OP' is not supported",
            InvalidInputError,
        ),
        (
            "gazetteer",
            [{"label": "ORG", "pattern": [{"LOWER": {"IN": ["a"]}}]}],
            "gazetteer[0]",
            "LOWER with dict is not supported",
            InvalidInputError,
        ),
        ("gazetteer", [{"label": "ORG", "pattern": [{}]}], "gazetteer[0]", "expected one of LOWER", InvalidInputError),
        ("gazetteer", [{"label": "ORG", "pattern": []}], "gazetteer[0]", "without a word", InvalidInputError),
        ("gazetteer", 3, "gazetteer", "expected a file, a mapping or a list", InputTypeError),
        ("gazetteer", "names.txt", "names.txt", "unknown form", InvalidInputError),
        ("patterns", {"(": "ORG"}, "patterns['(']", "not a regular expression: missing )", InvalidInputError),
        ("patterns", {"a*": "ORG"}, "patterns['a*']", "matches an empty text", InvalidInputError),
        (
            "patterns",
            [{"pattern": "(?=a)b", "label": "ORG"}],
            "patterns[0]",
            "not a regular expression",
            InvalidInputError,
        ),
        (
            "patterns",
            [{"pattern": [{"LOWER": "a"}], "label": "ORG"}],
            "patterns[0]",
            "expected a string",
            InputTypeError,
        ),
    ],
)
def test_what_cannot_be_is_refused(
    argument: str, source: Any, where: str, what: str, kind: type[PullquoteError]
) -> None:
    with pytest.raises(kind) as caught:
        Extractor(**{argument: source})
    assert caught.value.where == where
    assert what in caught.value.what


@pytest.mark.parametrize(
    ("name", "content", "line", "what"),
    [
        ("n.jsonl", b'{"label": "ORG", "pattern": "A"}\n\n{"label": "ORG"\n', 3, "not JSON"),
        ("n.jsonl", b'{"label": "ORG", "pattern": "A"}\n[]\n', 2, "expected an object"),
        ("n.jsonl", b'{"label": "ORG", "pattern": "A"}\n{"label": "ORGA", "pattern": "B"}\n', 2, "no such label"),
        ("n.jsonl", b'{"label": "ORG", "pattern": [{"POS": "NOUN"}]}\n', 1, "'POS' is not supported"),
        ("n.jsonl", b'{"label": "ORG", "pattern": "A"}\n\xff\n', 2, "not UTF-8"),
        ("n.csv", b"name,label\nA,ORG\nB\n", 3, "expected 2 fields, found 1"),
        ("n.csv", b"label,id\nORG,1\n", 1, "no column 'name'"),
        ("n.csv", b"", None, "no column 'name'"),
        ("n.csv", b'name,label\n"A"x,ORG\n', 2, "not a table"),
    ],
)
def test_files_are_refused_with_the_line(
    name: str, content: bytes, line: int | None, what: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    with pytest.raises(InvalidInputError) as caught:
        Extractor(gazetteer=file)
    assert caught.value.where == (f"{file}:{line}" if line else str(file))
    assert what in caught.value.what


def test_a_bad_pattern_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "patterns.jsonl"
    file.write_text('{"label": "MISC", "pattern": "a+"}\n{"label": "MISC", "pattern": "[z-a]"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="invalid character class range") as caught:
        Extractor(gazetteer=WORKS, patterns=file)
    assert isinstance(caught.value, PullquoteError)
    assert caught.value.where == f"{file}:2"
    assert caught.value.code == "invalid-pattern"


def test_a_missing_file_is_an_oserror(tmp_path: Path) -> None:
    with pytest.raises(InputFileError, match="No such file") as caught:
        Extractor(gazetteer=tmp_path / "none.csv")
    assert isinstance(caught.value, OSError)
    assert caught.value.where == str(tmp_path / "none.csv")


def test_an_error_of_the_source_comes_through() -> None:
    def entries() -> Any:
        yield {"label": "ORG", "name": "Acme"}
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        Extractor(gazetteer=entries())


def test_a_pickle_holds_the_names() -> None:
    extractor = Extractor(gazetteer=WORKS, patterns={r"CVE-\d{4}-\d{4,7}": "MISC"})
    again = pickle.loads(pickle.dumps(extractor))
    assert again.extract(TEXT) == extractor.extract(TEXT)
    assert again.model == extractor.model
    assert repr(again.gazetteer) == "Gazetteer(3 entries, 4 names, 1 patterns)"
    plain = pickle.loads(pickle.dumps(Extractor()))
    assert plain.gazetteer is None


def test_extractors_share_a_gazetteer() -> None:
    first = Extractor(gazetteer=WORKS)
    assert first.gazetteer is not None
    second = Extractor(boilerplate=True, gazetteer=first.gazetteer)
    assert second.gazetteer is first.gazetteer
    assert entity(second.extract(TEXT), "International Ribbon Works").external_id == "Q7"
    with pytest.raises(InvalidInputError, match="takes no patterns"):
        Extractor(gazetteer=first.gazetteer, patterns={"a": "MISC"})
    assert (first.gazetteer.entries, first.gazetteer.names, first.gazetteer.patterns) == (2, 4, 0)
    assert 0 < first.gazetteer.memory < 10_000


def test_threads_share_an_extractor() -> None:
    extractor = Extractor(gazetteer=WORKS, patterns={r"CVE-\d{4}-\d{4,7}": "MISC"})
    expected = extractor.extract(TEXT)
    with ThreadPoolExecutor(8) as pool:
        assert all(document == expected for document in pool.map(extractor.extract, [TEXT] * 64))
    assert list(extractor.pipe([TEXT] * 5, threads=2)) == [expected] * 5


def test_nothing_known_changes_nothing() -> None:
    assert Extractor(gazetteer={}, patterns=[]).extract(TEXT) == pullquote.extract(TEXT)
    assert Extractor(gazetteer={"Nobody Here": "PERSON"}).extract(TEXT) == pullquote.extract(TEXT)


def test_the_command_takes_both(tmp_path: Path) -> None:
    known = files(tmp_path)
    patterns = tmp_path / "patterns.csv"
    patterns.write_text("pattern,label,id\nCVE-\\d+-\\d+,MISC,cve\n", encoding="utf-8")
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    result = run("extract", article, "-f", "jsonl", "--gazetteer", known["csv"], "--patterns", patterns)
    assert result.status == DONE, result.errors
    assert {entity["external_id"] for entity in result.lines[0]["entities"]} >= {"Q7", "m", "cve"}
    patterns.write_text("pattern,label\na+,MISC\n(,MISC\n", encoding="utf-8")
    result = run("extract", article, "--patterns", patterns)
    assert result.status == WRONG_USAGE
    assert "patterns.csv:3" in result.errors
