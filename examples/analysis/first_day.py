"""A first day with the partner center: what the vendor's own SDK is allowed, what it is refused, and why.

    python examples/analysis/first_day.py http://127.0.0.1:8080

The SDK is the one from PyPI, unchanged; only its endpoint is another. It keeps of a refusal one code and one message. The partner center
on this machine says beside them every rule that is broken and what would make it a yes; a handler of the SDK keeps that for us.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from huaweicloudsdkbss.v2 import (
    AdjustCouponQuotasReq,
    BssClient,
    CheckSubcustomerUserReq,
    CheckUserIdentityRequest,
    CreateCustomerV2Req,
    CreatePartnerCouponsReq,
    CreatePartnerCouponsRequest,
    CreateSubCustomerRequest,
    ListCouponQuotasRecordsRequest,
    ListIndirectPartnersRequest,
    ListIssuedCouponQuotasRequest,
    ListIssuedPartnerCouponsRequest,
    ListPartnerCouponsRecordRequest,
    ListQuotaCouponsRequest,
    ListSubCustomersRequest,
    QueryCouponQuotasReqExt,
    QueryIndirectPartnersReq,
    QuerySubCustomerListReq,
    ReclaimCouponQuotasReq,
    ReclaimCouponQuotasRequest,
    ReclaimPartnerCouponsReq,
    ReclaimPartnerCouponsRequest,
    SendVerificationCodeV2Req,
    SendVerificationMessageCodeRequest,
    UpdateCouponQuotasRequest,
)
from huaweicloudsdkcore.auth.credentials import GlobalCredentials
from huaweicloudsdkcore.exceptions.exceptions import ServiceResponseException
from huaweicloudsdkcore.http.http_handler import HttpHandler

import partnerkit

Json = dict[str, Any]
INDENT = " " * 13


class Day:
    """One access key's day: asks, and tells what came of it."""

    def __init__(self, address: str, access_key: str, client: Any = BssClient) -> None:
        self.body: Json = {}
        credentials = GlobalCredentials(access_key, "any secret key", domain_id="local")
        handler = HttpHandler().add_response_handler(self.keep)
        builder = client.new_builder().with_credentials(credentials).with_endpoint(address).with_http_handler(handler)
        self.client = builder.build()

    def keep(self, response: Any, **_: Any) -> None:
        """Keeps the whole answer; a reclaim that succeeds has none."""
        self.body = response.json(parse_float=Decimal) if response.content else {}

    def ask(self, what: str, call: Callable[[Any], Any]) -> Any:
        """Makes a call and prints a line for it, and one for each customer, reseller or quota of it."""
        try:
            answer = call(self.client)
        except ServiceResponseException as refusal:
            self.tell(what, self.body, f"{refusal.error_code}, status {refusal.status_code}")
            return None
        if "error_code" in self.body:  # a refused reclaim has status 200
            self.tell(what, self.body, f"{self.body['error_code']}, status 200")
            return None
        self.line("allowed", what)
        for row in self.body.get("coupon_infos", []) + self.body.get("simple_quota_infos", []):
            self.line("allowed", f"  {': '.join(str(value) for value in row.values())}")
        for row in self.body.get("error_details", []):
            self.tell(f"  {row['id']}", row, row["error_code"])
        return answer

    def tell(self, what: str, part: Json, code: str) -> None:
        """Prints a refusal, and every rule behind it with its explanation."""
        self.line("REFUSED", what, code)
        for breach in part.get("partnerkit", {}).get("breaches", []):
            rule = partnerkit.explain(breach["rule"])
            why = f"{rule['statement']['en']} Here {breach['message']['en']}; {breach['remedy']['en']}."
            print(textwrap.fill(f"{why} [{rule['id']}, {rule['confidence']}]", 110, initial_indent=INDENT, subsequent_indent=INDENT))

    @staticmethod
    def line(outcome: str, what: str, code: str = "") -> None:
        print(f"{outcome:9}  {what:70} {code}".rstrip())


def issue(quota: str, customers: list[str], face_value: str, **more: Any) -> Callable[[BssClient], Any]:
    body = CreatePartnerCouponsReq(quota_id=quota, customer_ids=customers, face_value=Decimal(face_value), **more)
    return lambda client: client.create_partner_coupons(CreatePartnerCouponsRequest(body=body))


def reclaim(coupon: str) -> Callable[[BssClient], Any]:
    body = ReclaimPartnerCouponsReq(coupon_id=coupon)
    return lambda client: client.reclaim_partner_coupons(ReclaimPartnerCouponsRequest(body=body))


def grant(quota: str, resellers: list[str], amount: str) -> Callable[[BssClient], Any]:
    body = AdjustCouponQuotasReq(quota_id=quota, indirect_partner_ids=resellers, quota_amount=Decimal(amount))
    return lambda client: client.update_coupon_quotas(UpdateCouponQuotasRequest(body=body))


def take_back(quota: str) -> Callable[[BssClient], Any]:
    body = ReclaimCouponQuotasReq(quota_ids=[quota], remark="end of the day")
    return lambda client: client.reclaim_coupon_quotas(ReclaimCouponQuotasRequest(body=body))


def register(name: str, code: str, phone: str = "13912345678") -> Callable[[BssClient], Any]:
    user = {"xaccount_id": f"user-{name}", "xaccount_type": "shop"}
    body = CreateCustomerV2Req(domain_name=name, mobile_phone=phone, verification_code=code, **user)
    return lambda client: client.create_sub_customer(CreateSubCustomerRequest(body=body))


def people(address: str) -> None:
    """Customers: found, won, and listed within one's scope."""
    day = Day(address, "AK-NORTH")
    check = CheckUserIdentityRequest(body=CheckSubcustomerUserReq(search_type="name", search_value="corner-shop"))
    day.ask("is the name corner-shop free?", lambda client: client.check_user_identity(check))
    send = SendVerificationMessageCodeRequest(body=SendVerificationCodeV2Req(receiver_type=1, mobile_phone="13912345678"))
    day.ask("send a verification code", lambda client: client.send_verification_message_code(send))
    day.ask("send another one at once", lambda client: client.send_verification_message_code(send))
    day.ask("create a customer with a wrong code", register("corner-shop", "111111"))
    day.ask("create a customer whose name is the vendor's", register("op_shop", "246810"))
    made = day.ask("create a customer with the right one", register("corner-shop", "246810"))
    print(f"{INDENT}{made.domain_name}: {made.domain_id}")
    day.ask("create another of that name", register("corner-shop", "246810"))
    day.ask("issue 30 to the new customer", issue("Q-YEAR", [made.domain_id], "30"))

    for key, who in [("AK-NORTH", "the main account"), ("AK-NORTH-MEI", "Mei, an account manager")]:
        customers = ListSubCustomersRequest(body=QuerySubCustomerListReq(limit=100))
        found = Day(address, key).ask(f"list customers as {who}", lambda client: client.list_sub_customers(customers))
        for customer in found.customer_infos:
            managers = ", ".join(manager.account_name for manager in customer.account_managers)
            owner = f", owned by {managers}" if managers else ""
            print(f"{INDENT}{customer.customer_id}: {customer.customer or customer.account_name}, type {customer.association_type}{owner}")
    Day(address, "AK-NORTH-ANNA").ask(
        "list customers as Anna, who may not", lambda client: client.list_sub_customers(ListSubCustomersRequest(body=QuerySubCustomerListReq()))
    )
    resellers = ListIndirectPartnersRequest(body=QueryIndirectPartnersReq())
    for reseller in day.ask("list resellers", lambda client: client.list_indirect_partners(resellers)).indirect_partners:
        print(f"{INDENT}{reseller.indirect_partner_id}: {reseller.name}")


def main(address: str) -> None:
    day = Day(address, "AK-NORTH")
    quotas = ListQuotaCouponsRequest(body=QueryCouponQuotasReqExt(quota_type=0))
    for quota in day.ask("list quotas", lambda client: client.list_quota_coupons(quotas)).quotas:
        print(f"{INDENT}{quota.quota_id}: {quota.balance} of {quota.quota_value} {quota.currency} until {quota.expire_time}")

    everybody = ["C-BAKERY", "C-CLINIC", "C-SCHOOL", "C-GROUP-LAB", "C-STRANGER"]
    issued = day.ask("issue 120.50 to five customers from Q-YEAR", issue("Q-YEAR", everybody, "120.50"))
    day.ask("issue from a quota that is not ours", issue("Q-SOLVE", ["C-BAKERY"], "50"))
    day.ask("issue 5.001, which is too little and no whole cents", issue("Q-YEAR", ["C-BAKERY", "C-BAKERY"], "5.001"))
    day.ask("issue for databases from Q-STORAGE", issue("Q-STORAGE", ["C-CLINIC"], "20", cloud_service_types=["hws.service.type.rds"]))
    day.ask("issue from the Bakery's quota to the Clinic", issue("Q-BAKERY", ["C-CLINIC"], "20"))
    day.ask("issue 200 to two from Q-STORAGE, which has 300", issue("Q-STORAGE", ["C-BAKERY", "C-CLINIC"], "200"))

    coupon = issued.coupon_infos[0].coupon_id
    day.ask(f"reclaim {coupon}", reclaim(coupon))
    day.ask(f"reclaim {coupon} again", reclaim(coupon))
    Day(address, "AK-NORTH-ANNA").ask("reclaim as Anna, who may not", reclaim(issued.coupon_infos[1].coupon_id))

    granted = day.ask("grant 1000 each to two resellers", grant("Q-YEAR", ["P-RIVER", "P-HILL"], "1000"))
    child = granted.simple_quota_infos[0].quota_id
    day.ask("issue 30 from it for Riverside", issue(child, ["C-FERRY"], "30.00", indirect_partner_id="P-RIVER"))
    day.ask("take it back", take_back(child))
    day.ask("take it back again", take_back(child))
    Day(address, "AK-RIVER").ask("issue as Riverside itself", issue(child, ["C-FERRY"], "30.00"))

    coupons = ListIssuedPartnerCouponsRequest(limit=100)
    for item in day.ask("list issued coupons", lambda client: client.list_issued_partner_coupons(coupons)).user_coupons:
        print(f"{INDENT}{item.coupon_id}: {item.customer_id}, {item.balance} of {item.face_value}, status {item.status}")
    children = day.ask("list child quotas", lambda client: client.list_issued_coupon_quotas(ListIssuedCouponQuotasRequest()))
    for quota in children.quotas:
        print(f"{INDENT}{quota.quota_id}: {quota.indirect_partner_name}, {quota.balance} left, status {quota.quota_status}")
    records = ListPartnerCouponsRecordRequest(result="-1", limit=100)
    for record in day.ask("records of what failed", lambda client: client.list_partner_coupons_record(records)).records:
        print(f"{INDENT}{record.operation_time}  {record.customer_id}: {record.operation_amount} from {record.quota_id}")
    moves = day.ask("records of child quotas", lambda client: client.list_coupon_quotas_records(ListCouponQuotasRecordsRequest()))
    for record in moves.records:
        print(f"{INDENT}{record.operation_time}  type {record.operation_type}: {record.amount} {record.indirect_partner_name}")
    people(address)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) == 2 else sys.exit("usage: first_day.py ADDRESS, which local-center prints"))
