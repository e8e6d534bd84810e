"""The closed sets of strings in a document, and the forms of an entity's value, for annotations. `pullquote._core` has their members at run time."""

from __future__ import annotations

from typing import Literal, TypeAlias, TypedDict

__all__ = [
    "DateType",
    "DateValue",
    "Label",
    "Manner",
    "MentionKind",
    "MoneyValue",
    "PlaceType",
    "PlaceValue",
    "Polarity",
    "QuoteKind",
    "SectionKind",
    "Value",
]

Label: TypeAlias = Literal["PERSON", "ORG", "LOC", "FAC", "NORP", "DATE", "MONEY", "PRODUCT", "MISC"]
"""What an entity is."""

MentionKind: TypeAlias = Literal["name", "nominal", "pronoun"]
"""How a mention refers to its entity: by its name, by a description ("the minister"), or by a pronoun."""

SectionKind: TypeAlias = Literal["headline", "byline", "dateline", "paragraph", "caption", "boilerplate"]
"""What a part of the article is."""

QuoteKind: TypeAlias = Literal["direct", "mixed", "indirect", "scare"]
"""How much of a quote stands in quotation marks: all, some, none; or a term that nobody is said to have said."""

Manner: TypeAlias = Literal[
    "said",
    "asked",
    "answered",
    "wrote",
    "announced",
    "explained",
    "argued",
    "claimed",
    "suggested",
    "found",
    "agreed",
    "admitted",
    "denied",
    "promised",
    "warned",
    "predicted",
    "ordered",
    "criticised",
    "praised",
    "thought",
    "exclaimed",
]
"""What kind of saying the words of a cue stand for: "asked" is asking, wondering and inquiring, however it was put."""

Polarity: TypeAlias = Literal["asserted", "negated", "hypothetical"]
"""Whether it was said ("said"), was not ("did not say"), or may be ("may announce")."""

DateType: TypeAlias = Literal[
    "date",
    "week",
    "month",
    "quarter",
    "season",
    "year",
    "decade",
    "century",
    "range",
    "list",
    "duration",
    "recurring",
]
"""How much time a date names."""

PlaceType: TypeAlias = Literal["country", "demonym", "capital"]
"""How a name stands for a country: its own name, its people's, or its capital's."""


class DateValue(TypedDict):
    """What a DATE stands for. Each of the strings is None where the article does not settle it."""

    type: DateType
    iso: str | None
    """ISO 8601 or EDTF: "2019-01-23", "2019-W04", "2019-01", "199X", "2010/2014", "P2Y" and so on."""
    start: str | None
    """The first day, YYYY-MM-DD; None also for what has none (a duration)."""
    end: str | None
    """The last day."""


class MoneyValue(TypedDict):
    """What a sum of MONEY amounts to."""

    type: Literal["money"]
    amount: float | list[float] | None
    """In units of the currency; [low, high] for a range; None where it is not said ("millions of dollars")."""
    currency: str | None
    """ISO 4217; None where the article does not settle it ("pesos")."""


class PlaceValue(TypedDict):
    """The country that a LOC or NORP stands for."""

    type: PlaceType
    country: str
    """ISO 3166-1 alpha-2, with XK for Kosovo."""
    alpha3: str
    """ISO 3166-1 alpha-3."""


Value: TypeAlias = "DateValue | MoneyValue | PlaceValue"
"""What an entity stands for; "type" says which of the three it is."""
