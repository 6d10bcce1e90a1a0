"""What the tests have in common."""

from __future__ import annotations

from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

import pytest

from partnerkit import PartnerCenter

NOW = datetime(2026, 3, 10, 8, tzinfo=timezone.utc)
VENDOR = {"type": "vendor"}


def request(id: str, /, **command: Any) -> Any:
    """A request of the vendor's, so untyped that it can be spoilt."""
    return {"id": id, "at": NOW, "actor": VENDOR, "command": command}


def set_quota(id: str = "r2", /, **changes: Any) -> Any:
    """A quota for the distributor of `center`."""
    quota = {
        "type": "quota.set",
        "id": "Q1",
        "holder": "D",
        "value": {"amount": Decimal("1000.00"), "currency": "CNY"},
        "effective_time": datetime(2026, 1, 1, tzinfo=timezone.utc),
        "expire_time": datetime(2027, 1, 1, tzinfo=timezone.utc),
    }
    return request(id, **{**quota, **changes})


@pytest.fixture
def center() -> PartnerCenter:
    """A center that knows one general distributor, `D`."""
    center = PartnerCenter()
    assert center.handle(request("r1", type="partner.set", id="D", kind="general-distributor"))
    return center
