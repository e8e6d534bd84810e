"""Writes what this version keeps on disk into tests/compat, for later versions to read. `./dev compat` runs it at a release."""

from __future__ import annotations

import pickle
from pathlib import Path

import pullquote
import samples

FOLDER = Path(__file__).parent.parent / "compat"


def main() -> None:
    """Writes a pickle and a document."""
    version = pullquote.__version__
    document = pullquote.Document.from_dict(samples.document())
    parts = [document, *document.sections, *document.entities, *document.entities[0].mentions, *document.quotes]
    for folder in ("pickle", "document"):
        (FOLDER / folder).mkdir(exist_ok=True)
    (FOLDER / "pickle" / f"{version}.pickle").write_bytes(pickle.dumps([*parts, document.quotes[1].content[0]], 4))
    (FOLDER / "document" / f"{version}.json").write_text(document.to_json(indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
