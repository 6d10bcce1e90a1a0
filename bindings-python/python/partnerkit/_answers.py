"""What a center answers."""

from __future__ import annotations

# As type checkers read it. Importing typing would take longer than all that is ours.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Generic, TypeVar

    from .types import Breach, Event, Row

    Item = TypeVar("Item")

    class Of(Generic[Item]):
        """What a view is of."""

        __slots__ = ()

else:
    Item = None

    class Of:
        """What a view is of: `View[Breach]` may be written wherever a type may be."""

        __slots__ = ()

        def __class_getitem__(cls, item):
            return cls


class Decision:
    """What follows from a request. True when it is accepted, false when it is refused as a whole."""

    __slots__ = ("accepted", "breaches", "events", "repeated", "rows", "warnings")

    accepted: bool
    """Whether the call is accepted. Some of its rows may still be refused."""
    repeated: bool
    """Whether this answers a repeat, from memory. It has no events then: they have happened."""
    events: list[Event]
    """What happened, in order; empty when the call is refused."""
    rows: list[Row]
    """One for each customer, coupon or quota of a batch, in the order asked; empty when the call is refused."""
    breaches: list[Breach]
    """Every rule that refuses the call, in the order the partner center asks them; empty when it is accepted."""
    warnings: list[Breach]
    """Allowed, but worth knowing."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.accepted, self.repeated = answer["accepted"], answer["repeated"]
        self.events, self.rows = answer["events"], answer["rows"]
        self.breaches, self.warnings = answer["breaches"], answer["warnings"]

    def __bool__(self) -> bool:
        return self.accepted

    def __repr__(self) -> str:
        if not self.accepted:
            return f"<Decision refused: {_rules(self.breaches)}>"
        refused = sum(bool(row.get("breaches")) for row in self.rows)
        parts = [", ".join(event["change"]["type"] for event in self.events[:3]) or "no event"]
        parts += [f"and {len(self.events) - 3} more events"] if len(self.events) > 3 else []
        parts += [f"{refused} of {len(self.rows)} rows refused"] if refused else []
        parts += [f"warning {_rules(self.warnings)}"] if self.warnings else []
        return f"<Decision {'repeated' if self.repeated else 'accepted'}: {'; '.join(parts)}>"


class Eligibility:
    """Whether a thing can be done, and why not. True when it can."""

    __slots__ = ("allowed", "breaches", "warnings")

    allowed: bool
    """Whether it can be done."""
    breaches: list[Breach]
    """Every rule in the way, in the order the partner center asks them; empty when it can be done."""
    warnings: list[Breach]
    """What would be allowed, but is worth knowing."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.allowed, self.breaches, self.warnings = answer["allowed"], answer["breaches"], answer["warnings"]

    def __bool__(self) -> bool:
        return self.allowed

    def __repr__(self) -> str:
        return "<Eligibility: allowed>" if self.allowed else f"<Eligibility: {_rules(self.breaches)}>"


class View(Of[Item]):
    """One page of a list or a record. True when the query is accepted."""

    __slots__ = ("accepted", "breaches", "items", "total")

    accepted: bool
    """Whether the query is accepted."""
    breaches: list[Breach]
    """Every rule that refuses the query."""
    total: int
    """How many entries there are on all pages."""
    items: list[Item]
    """The entries of this page."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.accepted, self.breaches = answer["accepted"], answer["breaches"]
        self.total, self.items = answer["total"], answer["items"]

    def __bool__(self) -> bool:
        return self.accepted

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        if not self.accepted:
            return f"<View refused: {_rules(self.breaches)}>"
        return f"<View of {len(self.items)} out of {self.total}>"


class Export:
    """A list or a record as the text of a file. True when the query is accepted."""

    __slots__ = ("accepted", "breaches", "text")

    accepted: bool
    """Whether the query is accepted."""
    breaches: list[Breach]
    """Every rule that refuses the query."""
    text: str
    """The file; empty when the query is refused. Write it with `newline=""`: its line ends are its own."""

    def __init__(self, answer: dict[str, Any]) -> None:
        self.accepted, self.breaches, self.text = answer["accepted"], answer["breaches"], answer.get("text", "")

    def __bool__(self) -> bool:
        return self.accepted

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<Export of {len(self.text)} characters>" if self.accepted else f"<Export refused: {_rules(self.breaches)}>"


def _rules(breaches: list[Breach]) -> str:
    return ", ".join(breach["rule"] for breach in breaches)
