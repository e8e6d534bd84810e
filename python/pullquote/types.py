"""The closed sets of strings in a document, for annotations. `pullquote._core` has their members at run time."""

from __future__ import annotations

from typing import Literal, TypeAlias

__all__ = ["Label", "MentionKind", "Polarity", "QuoteKind", "SectionKind"]

Label: TypeAlias = Literal["PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "MONEY", "PRODUCT", "MISC"]
"""What an entity is."""

MentionKind: TypeAlias = Literal["name", "nominal", "pronoun"]
"""How a mention refers to its entity: by its name, by a description ("the minister"), or by a pronoun."""

SectionKind: TypeAlias = Literal["headline", "byline", "dateline", "paragraph", "caption", "boilerplate"]
"""What a part of the article is."""

QuoteKind: TypeAlias = Literal["direct", "mixed", "indirect", "scare"]
"""How much of a quote stands in quotation marks: all, some, none; or a term that nobody is said to have said."""

Polarity: TypeAlias = Literal["asserted", "negated", "hypothetical"]
"""Whether it was said ("said"), was not ("did not say"), or may be ("may announce")."""
