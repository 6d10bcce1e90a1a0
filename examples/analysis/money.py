"""Money with the partner center: allocated, reclaimed, refused with the reasons, and read back through the vendor's own SDK.

    cargo run -p local-center
    python examples/analysis/money.py http://127.0.0.1:8080

The statement is then checked as an analyst would check it: each balance is the one before and what the line adds or takes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from first_day import INDENT, Day, Json
from huaweicloudsdkbss.v2 import (
    AdjustAccountReq,
    AdjustToIndirectPartnerReq,
    BssClient,
    CustomerInfoV2,
    ListConsumeSubCustomersReq,
    ListConsumeSubCustomersRequest,
    ListCustomersBalancesDetailRequest,
    ListPartnerAccountChangeRecordsRequest,
    ListPartnerAdjustRecordsRequest,
    ListPartnerBalancesRequest,
    ListSubCustomerBillDetailRequest,
    ListSubcustomerMonthlyBillsRequest,
    QueryCustomersBalancesReq,
    ReclaimIndirectPartnerAccountReq,
    ReclaimIndirectPartnerAccountRequest,
    ReclaimToPartnerAccountBalancesReq,
    ReclaimToPartnerAccountRequest,
    UpdateCustomerAccountAmountRequest,
    UpdateIndirectPartnerAccountRequest,
)

Asked = Callable[[BssClient], Any]


def allocate(customer: str, amount: str, reseller: str | None = None) -> Asked:
    body = AdjustAccountReq(customer_id=customer, amount=Decimal(amount), indirect_partner_id=reseller)
    return lambda client: client.update_customer_account_amount(UpdateCustomerAccountAmountRequest(body=body))


def reclaim(customer: str, amount: str) -> Asked:
    body = ReclaimToPartnerAccountBalancesReq(customer_id=customer, amount=Decimal(amount))
    return lambda client: client.reclaim_to_partner_account(ReclaimToPartnerAccountRequest(body=body))


def allocate_to_reseller(reseller: str, amount: str) -> Asked:
    body = AdjustToIndirectPartnerReq(indirect_partner_id=reseller, amount=Decimal(amount))
    return lambda client: client.update_indirect_partner_account(UpdateIndirectPartnerAccountRequest(body=body))


def reclaim_from_reseller(reseller: str, amount: str) -> Asked:
    body = ReclaimIndirectPartnerAccountReq(indirect_partner_id=reseller, amount=Decimal(amount))
    return lambda client: client.reclaim_indirect_partner_account(ReclaimIndirectPartnerAccountRequest(body=body))


def balances(day: Day) -> Decimal:
    """Prints what there is, and returns the cash. The SDK makes floats of amounts, so they are read from the answer itself."""
    day.ask("list our balances", lambda client: client.list_partner_balances(ListPartnerBalancesRequest()))
    accounts = day.body["account_balances"]
    for account in accounts:
        limit = f", limit {account['credit_amount']}" if "credit_amount" in account else ""
        print(f"{INDENT}{account['account_id']}: {account['amount']} {account['currency']}, {account['designated_amount']} set aside{limit}")
    cash: Decimal = accounts[0]["amount"]
    return cash


def customers(day: Day) -> None:
    named = [CustomerInfoV2(customer_id=customer) for customer in ("C-BAKERY", "C-CLINIC", "C-SCHOOL")]
    request = ListCustomersBalancesDetailRequest(body=QueryCustomersBalancesReq(customer_infos=named))
    day.ask("list balances of three customers, of whom one is advisory", lambda client: client.list_customers_balances_detail(request))
    for customer in day.body["customer_balances"]:
        print(f"{INDENT}{customer['customer_id']}: has {customer['amount']}, owes {customer['debt_amount']}")


def pages(day: Day, what: str, list_page: Callable[[int], Asked]) -> list[Any]:
    """All records of a list, three at a time."""
    records: list[Any] = []
    while True:
        page = day.ask(f"list {what} from {len(records)}", list_page(len(records)))
        records += page.records
        if len(records) >= page.total_count:
            return records


def adjustments(offset: int) -> Asked:
    request = ListPartnerAdjustRecordsRequest(offset=offset, limit=3)
    return lambda client: client.list_partner_adjust_records(request)


def statement(offset: int) -> Asked:
    request = ListPartnerAccountChangeRecordsRequest(balance_type="BALANCE_TYPE_DEBIT", offset=offset, limit=3)
    return lambda client: client.list_partner_account_change_records(request)


def month_of(trade_time: str) -> str:
    """The month of an instant. Months are those of UTC+8."""
    return f"{datetime.fromisoformat(trade_time.replace('Z', '+00:00')) + timedelta(hours=8):%Y-%m}"


def bills(day: Day, month: str) -> list[Json]:
    """Prints and returns what resale customers consumed in a month."""
    request = ListSubcustomerMonthlyBillsRequest(cycle=month)
    day.ask(f"list the bills of {month}", lambda client: client.list_subcustomer_monthly_bills(request))
    sums: list[Json] = day.body["bill_sums"]
    for bill in sums:
        print(f"{INDENT}{bill['customer_id']}: {bill['amount']}, of which {bill['debt_amount']} could not be paid")
    assert sums, "nobody consumed anything"
    return sums


def fee_records(day: Day, month: str, customer: str) -> Decimal:
    """Prints what a customer was charged in a month, charge by charge, and returns what it comes to."""
    request = ListSubCustomerBillDetailRequest(bill_cycle=month, customer_id=customer, limit=100)
    day.ask(f"list what {customer} was charged in {month}", lambda client: client.list_sub_customer_bill_detail(request))
    records = day.body["fee_records"]
    for record in records:
        print(f"{INDENT}{record['trade_time']} {record['trade_id']}: {record['payment_amount']}, {record['cash_amount']} in cash")
    return sum((record["payment_amount"] for record in records), Decimal(0))


def consumption(day: Day, month: str) -> None:
    """In resale, the records of a customer add up to its bills."""
    request = ListConsumeSubCustomersRequest(body=ListConsumeSubCustomersReq(bill_cycle=month, limit=100))
    sums = bills(day, month)
    day.ask(f"list who consumed anything in {month}", lambda client: client.list_consume_sub_customers(request))
    consumers = [customer["customer_id"] for customer in day.body["sub_customers"]]
    print(f"{INDENT}{', '.join(consumers)}")
    billed = sums[-1]["customer_id"]
    assert billed in consumers, consumers
    total = fee_records(day, month, billed)
    assert total == sum(bill["amount"] for bill in sums if bill["customer_id"] == billed), total


def check(lines: list[Any], moved: list[Any], cash: Decimal) -> None:
    """The statement is continuous, ends at the balance, and has a line for each adjustment record."""
    balance = Decimal(0)
    for line in lines:
        balance += Decimal(line.change_amount) * (1 if line.type == "1" else -1)
        assert balance == Decimal(line.balance_after_change), line
    assert balance == cash, (balance, cash)
    amounts = {line.trade_id: line.change_amount for line in lines}
    assert all(amounts[record.trans_id] == record.amount for record in moved)
    print(f"the statement is continuous: {len(lines)} lines from 0 to {balance}, {len(moved)} of them with an adjustment record")


def main(address: str) -> None:
    day = Day(address, "AK-NORTH")
    balances(day)
    customers(day)
    day.ask("allocate 100.25 to the Bakery", allocate("C-BAKERY", "100.25"))
    day.ask("allocate 100 to the Clinic, which repays what it owes first", allocate("C-CLINIC", "100"))
    day.ask("allocate 50 from Riverside's money to the Ferry", allocate("C-FERRY", "50", "P-RIVER"))
    day.ask("allocate to the Ferry without naming Riverside", allocate("C-FERRY", "50"))
    day.ask("allocate 0.001 to the School, which is advisory", allocate("C-SCHOOL", "0.001"))
    day.ask("allocate more than is not set aside", allocate("C-BAKERY", "13400"))
    day.ask("reclaim 30.05 from the Bakery", reclaim("C-BAKERY", "30.05"))
    day.ask("reclaim more than the Bakery has left", reclaim("C-BAKERY", "10000"))
    day.ask("allocate 500 to Riverside", allocate_to_reseller("P-RIVER", "500"))
    day.ask("allocate to Hilltop, which is leaving", allocate_to_reseller("P-HILL", "500"))
    day.ask("reclaim 1000 from Riverside", reclaim_from_reseller("P-RIVER", "1000"))
    Day(address, "AK-NORTH-ANNA").ask("allocate as Anna, who may not", allocate("C-BAKERY", "1"))
    Day(address, "AK-RIVER").ask("allocate as Riverside itself", allocate("C-FERRY", "1"))

    customers(day)
    cash = balances(day)
    moved = pages(day, "adjustment records", adjustments)
    for record in moved[:3]:
        print(f"{INDENT}{record.customer_name}: {record.amount} {record.currency}, {record.operation_type}")
    lines = pages(day, "the statement", statement)
    consumption(day, month_of(lines[0].trade_time))
    check(lines, moved, cash)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) == 2 else sys.exit("usage: money.py ADDRESS, which local-center prints"))
