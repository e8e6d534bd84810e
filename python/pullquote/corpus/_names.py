"""Names as keys: what two articles must share to speak of the same somebody."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

# Labels whose entities are somebody or something that returns in other articles.
LINKED = ("PERSON", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HONORIFICS = frozenset(["mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev"])
_LEGAL = frozenset(
    [
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "llc",
        "llp",
        "sa",
        "ag",
        "gmbh",
        "nv",
        "bv",
        "oyj",
        "ab",
        "asa",
        "spa",
    ]
)


def key_of(label: str, name: str, value: Any = None, external_id: str | None = None) -> str:
    """What entities of a label share across articles.

    That is the id of a list of the user's, else the country that they are or belong to, else the name without what varies.

    Case, accents and possessive endings vary in any name; honorifics and middle initials in a person's, and the article
    and the legal form in a company's.
    """
    if external_id:
        return f"{label} id {external_id}"
    if isinstance(value, dict) and value.get("country") and value.get("type") != "capital":
        return f"{label} {json.dumps(value, sort_keys=True)}"
    plain = _folded(name)
    words = [re.sub("['’]s?$", "", word) for word in _WORD.findall(plain)]
    if label == "PERSON":
        while len(words) > 1 and words[0] in _HONORIFICS:
            del words[0]
        words = [word for i, word in enumerate(words) if len(word) > 1 or i in (0, len(words) - 1)]
    else:
        if len(words) > 1 and words[0] == "the":
            del words[0]
        while label == "ORG" and len(words) > 1 and words[-1] in _LEGAL:
            del words[-1]
    return f"{label} {' '.join(words) or plain.strip()}"


def words_of(text: str) -> set[str]:
    """The words of a text, as keys have them."""
    return {*_WORD.findall(_folded(text))}


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))
