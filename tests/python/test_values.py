"""Values of entities in few words."""

from __future__ import annotations

from typing import Any

import pullquote
import pytest
from pullquote._values import shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        ({"type": "date", "iso": "2019-01-23", "start": "2019-01-23", "end": "2019-01-23"}, "2019-01-23"),
        ({"type": "date", "iso": None, "start": None, "end": None}, ""),
        ({"type": "money", "amount": 120_000_000, "currency": "USD"}, "120,000,000 USD"),
        ({"type": "money", "amount": [5, 7.5], "currency": None}, "5–7.5"),
        ({"type": "money", "amount": None, "currency": "EUR"}, "EUR"),
        ({"type": "capital", "country": "VE", "alpha3": "VEN"}, "VE"),
    ],
)
def test_a_value_in_few_words(value: dict[str, Any] | None, words: str) -> None:
    assert shown(value) == words


def test_pages_show_values() -> None:
    document = pullquote.extract("The mayor of Cusco said on Wednesday that it rained.\n", published="2019-01-25")
    assert "2019-01-23" in document.to_html()
