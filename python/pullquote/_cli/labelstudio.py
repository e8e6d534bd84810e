"""Label Studio: a task for each article, with what was found as a prediction.

The labelling interface needs a Text named "text" and Labels named "label" with the labels of entities and with Content, Cue
and Source; relations go from the content of a quote to its cue, its source and the first mention of its speaker.

Offsets count code points, as Label Studio does: its editor turns the browser's UTF-16 offsets into them, and each of CR and LF
is a line break of its own. What no database or page of its can hold (NUL, lone surrogates) is U+FFFD, which keeps the offsets.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from pullquote import __version__

if TYPE_CHECKING:
    from pullquote import Document


_UNSAFE = re.compile("[\0\ud800-\udfff]")


def task(source: Document) -> str:
    """The task of a document as JSON."""
    content = source.to_dict()
    result: list[dict[str, Any]] = []
    for entity in content["entities"]:
        for number, mention in enumerate(entity["mentions"]):
            result.append(_region(f"e{entity['id']}-{number}", mention, entity["label"], entity["name"]))
            result[-1]["score"] = mention["confidence"]
    for quote in content["quotes"]:
        name = f"q{quote['id']}"
        for part in ("content", "cue", "source"):
            for number, span in enumerate(quote[part]):
                result.append(_region(f"{name}-{part}-{number}", span, part.capitalize(), quote["kind"]))
        head = f"{name}-content-0"
        others = [(f"{name}-content-{number}", "content") for number in range(1, len(quote["content"]))]
        others += [
            (f"{name}-{part}-{number}", part) for part in ("cue", "source") for number in range(len(quote[part]))
        ]
        if quote["speaker"] is not None:
            others.append((f"e{quote['speaker']}-0", "speaker"))
        result += [
            {"type": "relation", "from_id": head, "to_id": other, "direction": "right", "labels": [label]}
            for other, label in others
        ]
    data = {
        "text": _safe(content["text"]),
        "id": content["id"] and _safe(content["id"]),
        "published": content["published"],
    }
    predictions = [{"model_version": f"pullquote {__version__}", "result": result}]
    return json.dumps({"data": data, "predictions": predictions})


def _safe(text: str) -> str:
    return _UNSAFE.sub("\ufffd", text)


def _region(name: str, span: dict[str, Any], label: str, note: str) -> dict[str, Any]:
    return {
        "id": name,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": span["start"], "end": span["end"], "text": _safe(span["text"]), "labels": [label]},
        "meta": {"text": [_safe(note)]},
    }
