"""What earlier releases wrote is still read: documents, pickles, gazetteers; models are in tests/cpp/hostile_model_test.cpp."""

from __future__ import annotations

import pickle
from pathlib import Path

import pullquote
import pytest
import samples
from pullquote import Document, Extractor, Gazetteer, ModelError

FOLDER = Path(__file__).parent.parent / "compat"


def releases(kind: str) -> list[Path]:
    found = sorted((FOLDER / kind).iterdir())
    assert found
    return found


@pytest.mark.parametrize("path", releases("document"), ids=lambda path: path.stem)
def test_documents(path: Path) -> None:
    assert Document.from_json(path.read_bytes()) == Document.from_dict(samples.document())


@pytest.mark.parametrize("path", releases("pickle"), ids=lambda path: path.stem)
def test_pickles(path: Path) -> None:
    document = Document.from_dict(samples.document())
    parts = pickle.loads(path.read_bytes())
    assert parts[0] == document
    rest = [*document.sections, *document.entities, *document.entities[0].mentions, *document.quotes]
    assert parts[1:-1] == rest
    assert parts[-1] == document.quotes[1].content[0]


@pytest.mark.parametrize("path", releases("gazetteer"), ids=lambda path: path.stem)
def test_gazetteers(path: Path) -> None:
    known = Gazetteer._from_bytes(path.read_bytes())
    assert (known.entries, known.names, known.patterns) == (3, 4, 1)
    document = Extractor(gazetteer=known).extract("ACME Holding sued Acme Corp in Case 17.")
    assert [e.external_id for e in document.entities if e.external_id] == ["Q1", "case"]


def open_model(path: Path) -> Extractor | ModelError:
    try:
        return Extractor(model=path)
    except ModelError as error:
        return error


@pytest.mark.parametrize("path", releases("model"), ids=lambda path: path.stem)
def test_models(path: Path) -> None:
    # A model belongs to the features that it was learned with: it opens, or is refused for them by name.
    opened = open_model(path)
    if isinstance(opened, ModelError):
        assert opened.code == "model-version"
        assert "learned with other features" in str(opened)
    else:
        assert opened.extract('"No," Ana said.').text == '"No," Ana said.'


def test_this_version_is_kept() -> None:
    for kind in ("document", "gazetteer", "model", "pickle"):
        assert pullquote.__version__ in {path.stem for path in releases(kind)}
