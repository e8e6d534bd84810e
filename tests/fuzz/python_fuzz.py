"""The Python surface under Atheris: documents and gazetteers from any bytes, records of files, and texts of any code points.

`./dev fuzz SECONDS python` runs it. Whatever the input, the only error is one of the package's own.
"""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import suppress

import atheris

with atheris.instrument_imports(include=["pullquote"]):
    import pullquote
    from pullquote import Document, Extractor, Gazetteer
    from pullquote._articles import read_article
    from pullquote._cli.records import READERS

SEED = (
    Extractor().extract('Mayor Ana Ruiz said: "We will reopen the bridge on Monday for $2 million."', id="a").to_json()
)


def documents(data: atheris.FuzzedDataProvider) -> None:
    """What was written, with a piece replaced."""
    at = data.ConsumeIntInRange(0, len(SEED))
    length = data.ConsumeIntInRange(0, 40)
    document = Document.from_json(SEED[:at] + data.ConsumeUnicode(40) + SEED[at + length :])
    assert Document.from_json(document.to_json()) == document
    document.to_html()


def any_json(data: atheris.FuzzedDataProvider) -> None:
    """Any JSON at all."""
    Document.from_json(data.ConsumeBytes(1000))


def gazetteers(data: atheris.FuzzedDataProvider) -> None:
    """Entries of any fields, and gazetteers of any bytes."""
    if data.ConsumeBool():
        Gazetteer._from_bytes(data.ConsumeBytes(1000))
        return
    entries = [
        {
            data.PickValueInList(["name", "pattern", "id", "aliases", "label"]): data.PickValueInList(
                [
                    "ORG",
                    data.ConsumeUnicode(30),
                    [data.ConsumeUnicode(10)],
                    [{"LOWER": data.ConsumeUnicode(5)}],
                    None,
                    1,
                ]
            )
            for _ in range(4)
        }
        | {"label": "ORG"}
        for _ in range(data.ConsumeIntInRange(0, 3))
    ]
    patterns = [{"pattern": data.ConsumeUnicode(30), "label": "MISC"}]
    Extractor(gazetteer=entries, patterns=patterns).extract(data.ConsumeUnicode(200))


def records(data: atheris.FuzzedDataProvider) -> None:
    """Lines and rows of files."""
    form = data.PickValueInList(["jsonl", "csv", "text"])
    with tempfile.TemporaryFile() as file:
        file.write(data.ConsumeBytes(500))
        file.seek(0)
        for record in READERS[form](file, None):
            with suppress(pullquote.PullquoteError):
                content = record.content()
                read_article({key: content.get(key) for key in ("text", "id", "published")})


def texts(data: atheris.FuzzedDataProvider) -> None:
    """Spans give back their words, and what is written is read."""
    text = data.ConsumeUnicode(400)
    document = pullquote.extract(text, boilerplate=data.ConsumeBool())
    for entity in document.entities:
        for mention in entity.mentions:
            assert text[mention.start : mention.end] == mention.text
    assert json.loads(document.to_json())["schema"] == 1


TARGETS = (documents, any_json, gazetteers, records, texts)


def one_input(data: bytes) -> None:
    """Gives the input to one of the targets."""
    provider = atheris.FuzzedDataProvider(data)
    target = provider.PickValueInList(list(TARGETS))
    with suppress(pullquote.PullquoteError):
        target(provider)


if __name__ == "__main__":
    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()
