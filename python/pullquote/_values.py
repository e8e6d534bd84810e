"""The values of entities in few words, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def shown(value: Mapping[str, Any] | None) -> str:
    """ "2019-01-23", "5–10 USD" or "VE"; empty where nothing is settled."""
    if not value:
        return ""
    if "country" in value:
        return str(value["country"])
    if "iso" in value:
        return value["iso"] or ""
    amount = value["amount"]
    ends = [] if amount is None else amount if isinstance(amount, (list, tuple)) else [amount]
    parts = ["–".join(f"{end:,}" for end in ends), value["currency"]]
    return " ".join(part for part in parts if part)
