"""Freezing customers on the international site, through that site's own SDK.

    cargo run -p local-center -- --site intl
    python examples/analysis/freezing.py http://127.0.0.1:8080
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from first_day import Day
from huaweicloudsdkbssintl.v2 import (
    BssintlClient,
    FreezeSubCustomersReq,
    FreezeSubCustomersRequest,
    UnfreezeSubCustomersReq,
    UnfreezeSubCustomersRequest,
)


def freeze(customers: list[str], what: str) -> Callable[[BssintlClient], Any]:
    body = FreezeSubCustomersReq(customer_ids=customers, reason="unpaid", freeze_type=what)
    return lambda client: client.freeze_sub_customers(FreezeSubCustomersRequest(body=body))


def unfreeze(customers: list[str], what: str) -> Callable[[BssintlClient], Any]:
    body = UnfreezeSubCustomersReq(customer_ids=customers, reason="paid", unfreeze_type=what)
    return lambda client: client.unfreeze_sub_customers(UnfreezeSubCustomersRequest(body=body))


def main(address: str) -> None:
    day = Day(address, "AK-NORTH", BssintlClient)
    day.ask("freeze the Bakery, the School and a stranger", freeze(["C-BAKERY", "C-SCHOOL", "C-STRANGER"], "ACCOUNT"))
    day.ask("unfreeze the Bakery's resources, which are not frozen", unfreeze(["C-BAKERY"], "ACCOUNT_AND_RESOURCE"))
    day.ask("unfreeze the Bakery", unfreeze(["C-BAKERY"], "ACCOUNT"))
    Day(address, "AK-NORTH-ANNA", BssintlClient).ask("freeze as Anna, who may not", freeze(["C-BAKERY"], "ACCOUNT"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) == 2 else sys.exit("usage: freezing.py ADDRESS, which local-center prints"))
