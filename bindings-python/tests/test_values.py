"""Times, decimals and tables: natural on both sides."""

from __future__ import annotations

import json
from collections import UserDict
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from conftest import NOW, request, set_quota

from partnerkit import Malformed, PartnerCenter
from partnerkit.types import CouponIssueCommand, PartnerActor


def test_times_come_back_as_datetimes_in_utc(center: PartnerCenter) -> None:
    (event,) = center.handle(set_quota()).events
    assert event["at"] == NOW
    assert event["at"].tzinfo is timezone.utc
    assert event["change"]["type"] == "quota.set"
    assert event["change"]["expire_time"] == datetime(2027, 1, 1, tzinfo=timezone.utc)


def test_a_time_may_be_in_any_zone_and_as_fine_as_the_clock(center: PartnerCenter) -> None:
    beijing = datetime(2026, 3, 10, 16, 0, 0, 999_999, tzinfo=timezone(timedelta(hours=8)))
    (event,) = center.handle(set_quota() | {"at": beijing}).events
    assert event["at"] == NOW


def test_a_time_may_be_text(center: PartnerCenter) -> None:
    (event,) = center.handle(set_quota() | {"at": "2026-03-10T08:00:00Z"}).events
    assert event["at"] == NOW


def test_a_time_that_a_rule_judges_may_be_either_and_null_is_nothing(center: PartnerCenter) -> None:
    # Typed, unlike the other requests here: mypy reads it, too.
    command: CouponIssueCommand = {
        "type": "coupon.issue",
        "quota_id": "Q1",
        "customer_ids": ["C1"],
        "face_value": {"amount": Decimal("60.00"), "currency": "CNY"},
        "valid_time": NOW,
        "expire_time": "next week",
        "cloud_service_types": None,
        "product_ids": None,
    }
    decision = center.handle({"id": "r2", "at": NOW, "actor": {"type": "partner", "partner": "D"}, "command": command})
    assert "coupon.issue.time-format" in [breach["rule"] for breach in decision.breaches]
    distributor: PartnerActor = {"type": "partner", "partner": "D"}
    assert center.quotas(at=NOW, actor=distributor, create_time_begin=NOW, create_time_end=None)
    assert not center.quotas(at=NOW, actor=distributor, create_time_begin="next week")


def test_a_time_without_a_zone_is_refused(center: PartnerCenter) -> None:
    with pytest.raises(Malformed) as error:
        center.handle(set_quota() | {"at": datetime(2026, 3, 10)})
    assert error.value.field == "at"
    assert error.value.expected == "a datetime with a time zone"


@pytest.mark.parametrize("amount", [Decimal("100.1"), Decimal("1001E-1"), Decimal("100.10"), "100.10"])
def test_amounts_come_back_as_decimals(center: PartnerCenter, amount: Decimal | str) -> None:
    (event,) = center.handle(set_quota(value={"amount": amount, "currency": "CNY"})).events
    assert event["change"]["type"] == "quota.set"
    found = event["change"]["value"]["amount"]
    assert isinstance(found, Decimal)
    assert str(found) == "100.10"


@pytest.mark.parametrize("amount", [100.1, 100.0, float("nan"), float("inf")])
def test_an_amount_that_is_a_float_is_refused_by_name(center: PartnerCenter, amount: float) -> None:
    with pytest.raises(Malformed) as error:
        center.handle(set_quota(value={"amount": amount, "currency": "CNY"}))
    assert error.value.field == "command.value.amount"


def test_money_among_the_facts_is_money(center: PartnerCenter) -> None:
    decision = center.handle(set_quota(value={"amount": Decimal("0.001"), "currency": "CNY"}))
    assert not decision
    (breach,) = decision.breaches
    amounts = [fact["amount"] for fact in breach["facts"].values() if isinstance(fact, dict)]
    assert amounts == [Decimal("0.001")]


def test_what_looks_like_a_dict_or_a_list_is_one(center: PartnerCenter) -> None:
    class Column:
        """As pandas, numpy and Polars have them."""

        def tolist(self) -> list[str]:
            return ["A", "B"]

    assert center.decide(UserDict(set_quota()))  # type: ignore[arg-type]
    member = {"type": "member.set", "partner": "D", "member": "M", "permission_items": Column()}
    (event,) = center.handle(request("r3", **member)).events
    change: Any = event["change"]
    assert change["permission_items"] == ["A", "B"]


def test_the_snapshot_is_plain_json(center: PartnerCenter) -> None:
    center.handle(set_quota())
    assert '"2027-01-01T00:00:00Z"' in json.dumps(center.snapshot())


def test_views_take_keywords(center: PartnerCenter) -> None:
    center.handle(set_quota())
    view = center.quotas(at=NOW, actor={"type": "partner", "partner": "D"})
    assert view
    assert view.total == len(view) == 1
    assert [quota["quota_value"]["amount"] for quota in view] == [Decimal("1000.00")]


def test_exports_are_text(center: PartnerCenter) -> None:
    export = center.export(format="csv", at=NOW, actor={"type": "partner", "partner": "D"}, view={"type": "coupon-records"})
    assert export
    assert str(export) == export.text
