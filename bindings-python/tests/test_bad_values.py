"""No value crashes: it is decided on, or it is malformed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest
from conftest import NOW, set_quota

from partnerkit import Malformed, PartnerCenter, Unknown, explain


def nested(depth: int, outer: Callable[[Any], Any]) -> Any:
    value: Any = []
    for _ in range(depth):
        value = outer(value)
    return value


def cycle() -> list[Any]:
    endless: list[Any] = []
    endless.append({"again": endless})
    return endless


class Endless:
    """A column that is made of itself."""

    def tolist(self) -> Endless:
        return self


BAD: dict[str, Any] = {
    "lone surrogate": "\ud800",
    "lone surrogate in a list": ["a", "\udfff"],
    "lone surrogate as a key": {"\ud800": 1},
    "NUL": "\0",
    "NaN": float("nan"),
    "infinity": float("-inf"),
    "float": 1.5,
    "bytes": b"Q1",
    "set": {"Q1"},
    "object": object(),
    "type": int,
    "function": nested,
    "complex": 1j,
    "integer of 31 digits": 10**30,
    "integer of 5,000 digits": 10**5_000,
    "negative integer of 5,000 digits": -(10**5_000),
    "decimal that is no number": Decimal("NaN"),
    "decimal without end": Decimal("Infinity"),
    "huge decimal": Decimal("1E+999999"),
    "tiny decimal": Decimal("1E-999999"),
    "time without a zone": datetime(2026, 1, 1),
    "keys that are no text": {1: 2},
    "keys that are tuples": {(1,): 2},
    "lists, 100,000 deep": nested(100_000, lambda inner: [inner]),
    "dicts, 100,000 deep": nested(100_000, lambda inner: {"a": inner}),
    "lists, 120 deep": nested(120, lambda inner: [inner]),
    "list in itself": cycle(),
    "column of itself": Endless(),
    "nothing": None,
    "empty text": "",
    "empty dict": {},
    "true": True,
}

HUGE: dict[str, Any] = {
    "a million elements": ["C"] * 10**6,
    "a million elements, the last one bad": [*["C"] * 10**6, float("nan")],
    "ten million letters": "C" * 10**7,
}


@pytest.mark.parametrize("value", HUGE.values(), ids=HUGE.keys())
def test_a_huge_field_is_malformed_and_named(center: PartnerCenter, value: Any) -> None:
    with pytest.raises(Malformed) as error:
        center.handle(set_quota(holder=value))
    assert error.value.field.startswith("command.holder")
    assert len(str(error.value)) < 1_000


@pytest.mark.parametrize("value", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("field", ["id", "holder", "value", "limits", "effective_time"])
def test_a_bad_field_is_malformed_and_named(center: PartnerCenter, field: str, value: Any) -> None:
    before = center.snapshot()
    try:
        assert not center.handle(set_quota(**{field: value})) or field in ("id", "limits")
    except Malformed as error:
        assert error.field.startswith(f"command.{field}") or value is BAD["lone surrogate as a key"]
        assert error.expected and error.expected in str(error)
        assert len(str(error)) < 1_000
    except Unknown:
        assert field == "holder"
    else:
        return
    assert center.snapshot() == before


CALLS: dict[str, Callable[[PartnerCenter, Any], object]] = {
    "PartnerCenter": lambda center, value: PartnerCenter(value),
    "decide": lambda center, value: center.decide(value),
    "handle": lambda center, value: center.handle(value),
    "apply": lambda center, value: center.apply(value),
    "view": lambda center, value: center.view(value),
    "quotas": lambda center, value: center.quotas(at=value, actor=value),
    "export": lambda center, value: center.export(format=value, at=NOW, actor=value, view=value),
    "replay": lambda center, value: PartnerCenter.replay([value]),
    "restore": lambda center, value: PartnerCenter.restore(value),
}


@pytest.mark.parametrize("value", BAD.values(), ids=BAD.keys())
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_a_bad_argument_is_malformed(center: PartnerCenter, call: Callable[[PartnerCenter, Any], object], value: Any) -> None:
    if value in (None, {}) and call is CALLS["PartnerCenter"]:
        return
    with pytest.raises(Malformed):
        call(center, value)


@pytest.mark.parametrize("value", [None, 1, b"x", "\ud800"], ids=repr)
def test_a_bad_rule_id_is_malformed(value: Any) -> None:
    with pytest.raises(Malformed) as error:
        explain(value)
    assert error.value.field == "id"


def test_an_unknown_name_is_unknown(center: PartnerCenter) -> None:
    with pytest.raises(Unknown) as error:
        center.decide(set_quota(holder="nobody"))
    assert (error.value.entity, error.value.id) == ("partner", "nobody")
    assert "nobody" in str(error.value)
    with pytest.raises(Unknown):
        explain("no.such.rule")
