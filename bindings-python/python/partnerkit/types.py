"""Every value that a partner center takes or gives, for type checkers and for reading.

Generated from the core's types by `cargo xtask generate`. Do not edit.
"""

from __future__ import annotations

import sys
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypedDict, Union

if sys.version_info >= (3, 11):
    from typing import NotRequired
elif TYPE_CHECKING:
    from typing_extensions import NotRequired


class Access(TypedDict):
    """The way a request came. What a gateway has already found out is told here as facts; the library verifies no credential."""

    calls_this_second: NotRequired[int]
    """Calls of this source address, operation and partner in this clock second before this one, refused ones included."""
    channel: NotRequired[Channel]
    """API or console."""
    token: NotRequired[Token]
    """What the gateway says of the token. Only the API has one."""
    verification_code: NotRequired[bool | None]
    """Whether the verification code that came along is right; nothing when none came. Only the console has one."""


class OrdinaryAccount(TypedDict):
    """It belongs to none."""

    type: Literal["ordinary"]


class EnterpriseMasterAccount(TypedDict):
    """The enterprise master, which pays."""

    type: Literal["enterprise-master"]


class EnterpriseSubAccount(TypedDict):
    """A sub-account of an enterprise."""

    type: Literal["enterprise-sub"]
    master: CustomerId
    """The enterprise master."""
    financially_hosted: bool
    """Whether the master pays what it spends (财务托管)."""


Account: TypeAlias = Union["OrdinaryAccount", "EnterpriseMasterAccount", "EnterpriseSubAccount"]
"""A customer account's place in an enterprise."""


class VendorActor(TypedDict):
    """The cloud vendor's own staff and systems."""

    type: Literal["vendor"]


class SystemActor(TypedDict):
    """The partner center itself, when time passes."""

    type: Literal["system"]


class PartnerActor(TypedDict):
    """A partner's main account, which may do all its partner may."""

    type: Literal["partner"]
    partner: PartnerId
    """The partner."""


class MemberActor(TypedDict):
    """An operator account of a partner, which may do what its permission items say."""

    type: Literal["member"]
    partner: PartnerId
    """The partner."""
    member: MemberId
    """The operator account."""


class CustomerActor(TypedDict):
    """A customer, with the customer's own token."""

    type: Literal["customer"]
    customer: CustomerId
    """The customer."""


Actor: TypeAlias = Union[
    "VendorActor",
    "SystemActor",
    "PartnerActor",
    "MemberActor",
    "CustomerActor",
]
"""Who asks."""


AssociationMode: TypeAlias = Literal["advisory", "agency-resale"]
"""How a customer and its partner work together (关联类型)."""


class Breach(TypedDict):
    """One broken rule."""

    rule: str
    """The id of the rule."""
    level: Level
    """What the breach does."""
    message: Message
    """What is wrong."""
    facts: dict[str, Fact]
    """The facts, by name."""
    code: NotRequired[str | None]
    """The vendor's code, where it has one."""
    http_status: NotRequired[int | None]
    """The HTTP status of the vendor's answer."""
    remedy: NotRequired[Text | None]
    """What would make it a yes."""


class PartnerSetChange(TypedDict):
    """A partner was recorded, or its record changed."""

    type: Literal["partner.set"]
    id: PartnerId
    """Its id."""
    kind: PartnerKind
    """What it is."""
    account: NotRequired[CustomerId | None]
    """Its own customer account, to which it may not issue."""
    account_name: NotRequired[str]
    """The name of its account; empty when nobody said."""
    asks_verification_code: NotRequired[bool]
    """Whether its console operations ask for a verification code."""
    contracting_party: NotRequired[ContractingPartyId | None]
    """The vendor legal entity it signs with."""
    distributor: NotRequired[PartnerId | None]
    """A cloud reseller's general distributor."""
    leaving: NotRequired[bool]
    """Whether it is leaving the programme."""
    name: NotRequired[str]
    """Its name; empty when nobody said."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    uses_coupons: NotRequired[bool]
    """Whether it uses coupons itself (伙伴用券模式) and can no longer issue any."""


class MemberSetChange(TypedDict):
    """An operator account was recorded, or its permission items changed."""

    type: Literal["member.set"]
    partner: PartnerId
    """The partner."""
    member: MemberId
    """The account."""
    permission_items: list[str]
    """What it may do, such as `BPC_ITEM_SUBCUSTSERV_030102`."""


class CustomerSetChange(TypedDict):
    """A customer was recorded, or its record changed."""

    type: Literal["customer.set"]
    id: CustomerId
    """Its id."""
    account: NotRequired[Account]
    """Its place in an enterprise."""
    account_name: NotRequired[str]
    """The name of the account; empty when nobody said."""
    consumption_before_association: NotRequired[Money | None]
    """What it had spent before its first association; unknown when not said."""
    contracting_party: NotRequired[ContractingPartyId | None]
    """The vendor legal entity it signs with."""
    name: NotRequired[str]
    """The customer's name; empty when nobody said."""
    real_name: NotRequired[bool | None]
    """Whether it has passed real-name authentication (实名认证); unknown when not said."""
    rights_withdrawn: NotRequired[list[PartnerId]]
    """Partners whose rights over the customer are withdrawn although they are associated with it."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    state: NotRequired[CustomerState]
    """Whether it can be used at all."""


class CustomerAssociatedChange(TypedDict):
    """A customer became a partner's."""

    type: Literal["customer.associated"]
    customer: CustomerId
    """The customer."""
    partner: PartnerId
    """The partner."""
    becomes_reseller: NotRequired[bool]
    """Whether the account becomes a cloud reseller by it, and so loses its usable coupons."""
    mode: NotRequired[AssociationMode | None]
    """How they work together; old customers may have no mode."""
    reclaimed_coupons: NotRequired[list[CouponId]]
    """Coupons of the customer that do not survive the association."""


class CustomerDisassociatedChange(TypedDict):
    """A customer is no longer a partner's."""

    type: Literal["customer.disassociated"]
    customer: CustomerId
    """The customer."""


class CustomerModeSwitchedChange(TypedDict):
    """A customer and its partner work together another way."""

    type: Literal["customer.mode-switched"]
    customer: CustomerId
    """The customer."""
    mode: AssociationMode
    """The new mode."""


class CustomerTransferredChange(TypedDict):
    """A customer moved to another partner of the same distributor."""

    type: Literal["customer.transferred"]
    customer: CustomerId
    """The customer."""
    to: PartnerId
    """The reseller it moves to."""


class CustomerContractingPartyChangedChange(TypedDict):
    """A customer signs with another legal entity of the vendor."""

    type: Literal["customer.contracting-party-changed"]
    customer: CustomerId
    """The customer."""
    contracting_party: ContractingPartyId
    """The legal entity."""


class CustomerLeftEnterpriseChange(TypedDict):
    """An enterprise sub-account left its enterprise."""

    type: Literal["customer.left-enterprise"]
    customer: CustomerId
    """The customer."""


class WhitelistImportedChange(TypedDict):
    """A cash-coupon whitelist was imported."""

    type: Literal["whitelist.imported"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class WhitelistDeactivatedChange(TypedDict):
    """The cash-coupon whitelist was deactivated."""

    type: Literal["whitelist.deactivated"]
    partner: PartnerId
    """The partner."""


class PickupWhitelistAddedChange(TypedDict):
    """Customers were put on a pick-up-voucher whitelist."""

    type: Literal["pickup-whitelist.added"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class PickupWhitelistRemovedChange(TypedDict):
    """Customers were taken off a pick-up-voucher whitelist."""

    type: Literal["pickup-whitelist.removed"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class CatalogImportedChange(TypedDict):
    """The list of cloud service types and products was imported."""

    type: Literal["catalog.imported"]
    cloud_service_types: list[ServiceType]
    """Codes of cloud service types."""
    product_ids: list[ProductId]
    """Ids of products."""


class QuotaSetChange(TypedDict):
    """The vendor set a quota."""

    type: Literal["quota.set"]
    id: QuotaId
    """The quota's id, which the vendor gives."""
    holder: PartnerId
    """The partner."""
    value: Money
    """How much there is."""
    effective_time: datetime
    """From when coupons can be cut from it."""
    expire_time: datetime
    """Until when; this instant no longer."""
    from_incentive: NotRequired[bool]
    """Whether it pays out incentive earnings."""
    limits: NotRequired[QuotaLimits]
    """What it is limited to."""
    quota_type: NotRequired[QuotaType]
    """What will be cut from it."""


class QuotaAdjustedChange(TypedDict):
    """The vendor added to a quota or took from it."""

    type: Literal["quota.adjusted"]
    quota: QuotaId
    """The quota."""
    delta: Money
    """How much; below zero to take."""


class QuotaWrittenOffChange(TypedDict):
    """The vendor wrote off value of a quota."""

    type: Literal["quota.written-off"]
    quota: QuotaId
    """The quota."""
    amount: Money
    """How much."""


class QuotaStatusSetChange(TypedDict):
    """The vendor changed the state of a quota."""

    type: Literal["quota.status-set"]
    quota: QuotaId
    """The quota."""
    status: QuotaStatus
    """Its new state. A child becomes `reclaimed` by its distributor's reclaim only."""


class QuotaGrantBegunChange(TypedDict):
    """A grant from a quota is being processed."""

    type: Literal["quota.grant-begun"]
    quota: QuotaId
    """The quota."""


class QuotaGrantEndedChange(TypedDict):
    """No grant from a quota is being processed any more."""

    type: Literal["quota.grant-ended"]
    quota: QuotaId
    """The quota."""


class QuotaGrantedChange(TypedDict):
    """A distributor granted a child quota."""

    type: Literal["quota.granted"]
    quota: QuotaId
    """The child quota."""
    parent: QuotaId
    """The distributor's quota, which paid for it."""
    distributor: PartnerId
    """The distributor."""
    reseller: PartnerId
    """The reseller."""
    amount: Money
    """How much."""


class QuotaReclaimedChange(TypedDict):
    """A distributor took a child quota back."""

    type: Literal["quota.reclaimed"]
    quota: QuotaId
    """The child quota."""
    parent: QuotaId
    """The distributor's quota, which gets the value."""
    distributor: PartnerId
    """The distributor."""
    reseller: PartnerId
    """The reseller."""
    amount: Money
    """All that was left."""
    remark: NotRequired[str | None]
    """The remark."""


class CouponIssuedChange(TypedDict):
    """A coupon was issued."""

    type: Literal["coupon.issued"]
    coupon: CouponId
    """The coupon."""
    kind: CouponKind
    """What it is."""
    quota: QuotaId
    """The quota that paid for it."""
    issuer: PartnerId
    """The partner who issued it."""
    customer: CustomerId
    """The customer who has it."""
    face_value: Money
    """Its value."""
    effective_time: datetime
    """From when it can be used."""
    expire_time: datetime
    """Until when, this instant included."""
    legacy: NotRequired[bool]
    """Whether it is a legacy coupon (version 1), good for a single use. This library issues none."""
    memo: NotRequired[str | None]
    """The issuer's note."""
    named: NotRequired[CustomerId | None]
    """The customer who was named, when its enterprise master got the coupon."""
    terms: NotRequired[Terms]
    """Where and how it may be used."""


class CouponIssueFailedChange(TypedDict):
    """A customer of an issue got no coupon."""

    type: Literal["coupon.issue-failed"]
    customer: str
    """The customer, as the caller wrote it."""
    kind: CouponKind
    """What it would have been."""
    quota: QuotaId
    """The quota it would have been cut from."""
    issuer: PartnerId
    """The partner who would have issued it."""
    face_value: Money
    """Its value."""
    breaches: list[RecordedBreach]
    """Why not."""
    memo: NotRequired[str | None]
    """The issuer's note."""


class CouponReclaimedChange(TypedDict):
    """Value of a coupon went back."""

    type: Literal["coupon.reclaimed"]
    coupon: CouponId
    """The coupon."""
    cause: ReclaimCause
    """Why."""
    amount: Money
    """How much: all that was left, but for causes `unsubscribe` and `refund-reversal`."""
    credited: QuotaId
    """The quota that got it."""
    earmark: NotRequired[Earmark | None]
    """Whom it is kept for, or from."""


CouponIssuerChangedChange = TypedDict(
    "CouponIssuerChangedChange",
    {
        "type": "Literal['coupon.issuer-changed']",
        "coupon": "CouponId",
        "from": "PartnerId",
        "to": "PartnerId",
        "amount": "Money",
    },
)
"""A coupon has another issuer."""


class CouponUsedChange(TypedDict):
    """An order used a coupon."""

    type: Literal["coupon.used"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The order."""
    amount: Money
    """What it paid."""
    counts_as_performance: bool
    """Whether what it paid counts to the partner's performance."""
    forfeited: NotRequired[Money | None]
    """What was lost of a legacy coupon, which is good for a single use."""


class CouponRestoredChange(TypedDict):
    """A refund put value back on a coupon."""

    type: Literal["coupon.restored"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The order."""
    amount: Money
    """How much."""
    first_of_refund: NotRequired[bool]
    """Whether it is the first coupon of its refund: a refund counts once."""
    five_day: NotRequired[bool]
    """Whether it came under the five-day rule."""


class CouponFrozenChange(TypedDict):
    """The vendor froze a coupon."""

    type: Literal["coupon.frozen"]
    coupon: CouponId
    """The coupon."""


class CouponUnfrozenChange(TypedDict):
    """The vendor unfroze a coupon."""

    type: Literal["coupon.unfrozen"]
    coupon: CouponId
    """The coupon."""


class CouponLockedChange(TypedDict):
    """An unpaid order holds a coupon."""

    type: Literal["coupon.locked"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The unpaid order."""


class CouponReleasedChange(TypedDict):
    """The order that held a coupon let it go."""

    type: Literal["coupon.released"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The unpaid order."""


Change: TypeAlias = Union[
    "PartnerSetChange",
    "MemberSetChange",
    "CustomerSetChange",
    "CustomerAssociatedChange",
    "CustomerDisassociatedChange",
    "CustomerModeSwitchedChange",
    "CustomerTransferredChange",
    "CustomerContractingPartyChangedChange",
    "CustomerLeftEnterpriseChange",
    "WhitelistImportedChange",
    "WhitelistDeactivatedChange",
    "PickupWhitelistAddedChange",
    "PickupWhitelistRemovedChange",
    "CatalogImportedChange",
    "QuotaSetChange",
    "QuotaAdjustedChange",
    "QuotaWrittenOffChange",
    "QuotaStatusSetChange",
    "QuotaGrantBegunChange",
    "QuotaGrantEndedChange",
    "QuotaGrantedChange",
    "QuotaReclaimedChange",
    "CouponIssuedChange",
    "CouponIssueFailedChange",
    "CouponReclaimedChange",
    "CouponIssuerChangedChange",
    "CouponUsedChange",
    "CouponRestoredChange",
    "CouponFrozenChange",
    "CouponUnfrozenChange",
    "CouponLockedChange",
    "CouponReleasedChange",
]
"""What happened."""


Channel: TypeAlias = Literal["api", "console"]
"""Where a request came in. Some rules hold for one of them only."""


Charge: TypeAlias = Literal["period", "on-demand"]
"""How an order is charged."""


class PartnerSetCommand(TypedDict):
    """Records a partner, or changes its record."""

    type: Literal["partner.set"]
    id: PartnerId
    """Its id."""
    kind: PartnerKind
    """What it is."""
    account: NotRequired[CustomerId | None]
    """Its own customer account, to which it may not issue."""
    account_name: NotRequired[str]
    """The name of its account; empty when nobody said."""
    asks_verification_code: NotRequired[bool]
    """Whether its console operations ask for a verification code."""
    contracting_party: NotRequired[ContractingPartyId | None]
    """The vendor legal entity it signs with."""
    distributor: NotRequired[PartnerId | None]
    """A cloud reseller's general distributor."""
    leaving: NotRequired[bool]
    """Whether it is leaving the programme."""
    name: NotRequired[str]
    """Its name; empty when nobody said."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    uses_coupons: NotRequired[bool]
    """Whether it uses coupons itself (伙伴用券模式) and can no longer issue any."""


class MemberSetCommand(TypedDict):
    """Records an operator account, or changes its permission items."""

    type: Literal["member.set"]
    partner: PartnerId
    """The partner."""
    member: MemberId
    """The account."""
    permission_items: list[str]
    """What it may do, such as `BPC_ITEM_SUBCUSTSERV_030102`."""


class CustomerSetCommand(TypedDict):
    """Records a customer, or changes its record."""

    type: Literal["customer.set"]
    id: CustomerId
    """Its id."""
    account: NotRequired[Account]
    """Its place in an enterprise."""
    account_name: NotRequired[str]
    """The name of the account; empty when nobody said."""
    consumption_before_association: NotRequired[Money | None]
    """What it had spent before its first association; unknown when not said."""
    contracting_party: NotRequired[ContractingPartyId | None]
    """The vendor legal entity it signs with."""
    name: NotRequired[str]
    """The customer's name; empty when nobody said."""
    real_name: NotRequired[bool | None]
    """Whether it has passed real-name authentication (实名认证); unknown when not said."""
    rights_withdrawn: NotRequired[list[PartnerId]]
    """Partners whose rights over the customer are withdrawn although they are associated with it."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    state: NotRequired[CustomerState]
    """Whether it can be used at all."""


class CustomerAssociateCommand(TypedDict):
    """Makes a customer a partner's."""

    type: Literal["customer.associate"]
    customer: CustomerId
    """The customer."""
    partner: PartnerId
    """The partner."""
    becomes_reseller: NotRequired[bool]
    """Whether the account becomes a cloud reseller by it, and so loses its usable coupons."""
    mode: NotRequired[AssociationMode | None]
    """How they work together; old customers may have no mode."""
    reclaimed_coupons: NotRequired[list[CouponId]]
    """Coupons of the customer that do not survive the association."""


class CustomerDisassociateCommand(TypedDict):
    """Ends the association of a customer."""

    type: Literal["customer.disassociate"]
    customer: CustomerId
    """The customer."""


class CustomerSwitchModeCommand(TypedDict):
    """Switches how a customer and its partner work together."""

    type: Literal["customer.switch-mode"]
    customer: CustomerId
    """The customer."""
    mode: AssociationMode
    """The new mode."""


class CustomerTransferCommand(TypedDict):
    """Moves a customer to another partner of the same distributor."""

    type: Literal["customer.transfer"]
    customer: CustomerId
    """The customer."""
    to: PartnerId
    """The reseller it moves to."""


class CustomerChangeContractingPartyCommand(TypedDict):
    """Has a customer sign with another legal entity of the vendor."""

    type: Literal["customer.change-contracting-party"]
    customer: CustomerId
    """The customer."""
    contracting_party: ContractingPartyId
    """The legal entity."""


class CustomerLeaveEnterpriseCommand(TypedDict):
    """Lets an enterprise sub-account leave its enterprise."""

    type: Literal["customer.leave-enterprise"]
    customer: CustomerId
    """The customer."""


class WhitelistImportCommand(TypedDict):
    """Imports a cash-coupon whitelist. For the partner, too."""

    type: Literal["whitelist.import"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class WhitelistDeactivateCommand(TypedDict):
    """Deactivates the cash-coupon whitelist. For the partner, too."""

    type: Literal["whitelist.deactivate"]
    partner: PartnerId
    """The partner."""


class PickupWhitelistAddCommand(TypedDict):
    """Puts customers on a pick-up-voucher whitelist. For the partner, too."""

    type: Literal["pickup-whitelist.add"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class PickupWhitelistRemoveCommand(TypedDict):
    """Takes customers off a pick-up-voucher whitelist. For the partner, too."""

    type: Literal["pickup-whitelist.remove"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class CatalogImportCommand(TypedDict):
    """Imports the list of cloud service types and products."""

    type: Literal["catalog.import"]
    cloud_service_types: list[ServiceType]
    """Codes of cloud service types."""
    product_ids: list[ProductId]
    """Ids of products."""


class QuotaSetCommand(TypedDict):
    """Sets a quota for a partner."""

    type: Literal["quota.set"]
    id: QuotaId
    """The quota's id, which the vendor gives."""
    holder: PartnerId
    """The partner."""
    value: Money
    """How much there is."""
    effective_time: datetime | str
    """From when coupons can be cut from it."""
    expire_time: datetime | str
    """Until when; this instant no longer."""
    from_incentive: NotRequired[bool]
    """Whether it pays out incentive earnings."""
    limits: NotRequired[QuotaLimits]
    """What it is limited to."""
    quota_type: NotRequired[QuotaType]
    """What will be cut from it."""


class QuotaAdjustCommand(TypedDict):
    """Adds to a quota, or takes from it."""

    type: Literal["quota.adjust"]
    quota: QuotaId
    """The quota."""
    delta: Money
    """How much; below zero to take."""


class QuotaWriteOffCommand(TypedDict):
    """Writes off value of a quota."""

    type: Literal["quota.write-off"]
    quota: QuotaId
    """The quota."""
    amount: Money
    """How much."""


class QuotaSetStatusCommand(TypedDict):
    """Begins or ends an adjustment, freezes, unfreezes or ends a quota."""

    type: Literal["quota.set-status"]
    quota: QuotaId
    """The quota."""
    status: QuotaStatus
    """Its new state. A child becomes `reclaimed` by its distributor's reclaim only."""


class QuotaBeginGrantCommand(TypedDict):
    """Notes that a grant from a quota is being processed."""

    type: Literal["quota.begin-grant"]
    quota: QuotaId
    """The quota."""


class QuotaEndGrantCommand(TypedDict):
    """Notes that no grant from a quota is being processed any more."""

    type: Literal["quota.end-grant"]
    quota: QuotaId
    """The quota."""


class QuotaGrantCommand(TypedDict):
    """Grants parts of a quota to resellers. For general distributors."""

    type: Literal["quota.grant"]
    quota_id: str
    """The distributor's quota."""
    indirect_partner_ids: list[str]
    """The resellers, 1 to 100."""
    quota_amount: Money
    """What each of them gets."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused reseller refuses the call."""


class QuotaReclaimCommand(TypedDict):
    """Takes child quotas back. For general distributors."""

    type: Literal["quota.reclaim"]
    quota_ids: list[str]
    """The child quotas, 1 to 10."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused quota refuses the call."""
    remark: NotRequired[str | None]
    """A remark for the records; none is not the same as an empty one."""


class CouponIssueCommand(TypedDict):
    """Issues coupons. For partners."""

    type: Literal["coupon.issue"]
    quota_id: str
    """The quota the coupons are cut from; it decides whether they are vouchers or cash coupons."""
    customer_ids: list[str]
    """The customers, 1 to 100 through the API, 1 to 10 in the console. Each gets one coupon."""
    face_value: Money
    """The value of each coupon."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused customer refuses the call."""
    cloud_service_types: NotRequired[list[str] | None]
    """The cloud service types they pay for, at most 10; the quota's, when absent, null or empty."""
    expire_time: NotRequired[datetime | str | None]
    """Until when, this instant included; the quota's end, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller for whose customers a distributor issues, through the API."""
    max_deduction_ratio: NotRequired[Ratio | None]
    """The largest share of an order they pay; the quota's, when absent. Console only."""
    memo: NotRequired[str | None]
    """A note for the issuer; none is not the same as an empty one."""
    min_consume_amount: NotRequired[Money | None]
    """The smallest order they pay for; the quota's, when absent. Console only."""
    pick_up: NotRequired[bool]
    """Whether these are pick-up vouchers (提货券). Console only."""
    product_ids: NotRequired[list[str] | None]
    """The products they pay for, at most 10; the quota's, when absent, null or empty."""
    subscribe_types: NotRequired[list[SubscribeType] | None]
    """The kinds of order they pay for; the quota's, when absent or empty. Console only."""
    valid_time: NotRequired[datetime | str | None]
    """From when they can be used; the quota's beginning, when absent."""


class CouponReclaimCommand(TypedDict):
    """Takes coupons back. For partners."""

    type: Literal["coupon.reclaim"]
    coupon_ids: list[str]
    """The coupons: one through the API, several in the console."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused coupon refuses the call."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller who issued the coupon, when a distributor reclaims for it through the API."""


class CouponUseCommand(TypedDict):
    """Pays an order with coupons. For the customer, too."""

    type: Literal["coupon.use"]
    customer: CustomerId
    """The customer who orders."""
    order: Order
    """The order."""
    coupon_ids: list[CouponId]
    """The coupons, in the order in which they are to pay."""


class CouponLockCommand(TypedDict):
    """Has an unpaid order hold a coupon. For the customer, too."""

    type: Literal["coupon.lock"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The unpaid order."""


class CouponReleaseCommand(TypedDict):
    """Lets a coupon go that an order holds. For the customer, too."""

    type: Literal["coupon.release"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The unpaid order."""


class CouponRefundCommand(TypedDict):
    """Refunds what coupons paid of an order."""

    type: Literal["coupon.refund"]
    order: OrderId
    """The order."""
    reason: RefundReason
    """Why."""
    parts: list[RefundPart]
    """How much of each coupon."""


class CouponReverseRefundCommand(TypedDict):
    """Takes back what a refund credited to a coupon."""

    type: Literal["coupon.reverse-refund"]
    coupon: CouponId
    """The coupon."""
    amount: Money
    """How much."""


class CouponFreezeCommand(TypedDict):
    """Freezes a coupon."""

    type: Literal["coupon.freeze"]
    coupon: CouponId
    """The coupon."""


class CouponUnfreezeCommand(TypedDict):
    """Unfreezes a coupon."""

    type: Literal["coupon.unfreeze"]
    coupon: CouponId
    """The coupon."""


class ClockAdvanceCommand(TypedDict):
    """Lets time pass until the instant of the request: what fell due happens. For the system."""

    type: Literal["clock.advance"]


Command: TypeAlias = Union[
    "PartnerSetCommand",
    "MemberSetCommand",
    "CustomerSetCommand",
    "CustomerAssociateCommand",
    "CustomerDisassociateCommand",
    "CustomerSwitchModeCommand",
    "CustomerTransferCommand",
    "CustomerChangeContractingPartyCommand",
    "CustomerLeaveEnterpriseCommand",
    "WhitelistImportCommand",
    "WhitelistDeactivateCommand",
    "PickupWhitelistAddCommand",
    "PickupWhitelistRemoveCommand",
    "CatalogImportCommand",
    "QuotaSetCommand",
    "QuotaAdjustCommand",
    "QuotaWriteOffCommand",
    "QuotaSetStatusCommand",
    "QuotaBeginGrantCommand",
    "QuotaEndGrantCommand",
    "QuotaGrantCommand",
    "QuotaReclaimCommand",
    "CouponIssueCommand",
    "CouponReclaimCommand",
    "CouponUseCommand",
    "CouponLockCommand",
    "CouponReleaseCommand",
    "CouponRefundCommand",
    "CouponReverseRefundCommand",
    "CouponFreezeCommand",
    "CouponUnfreezeCommand",
    "ClockAdvanceCommand",
]
"""What is asked for. Where nothing else is said, it is for the vendor to ask."""


Confidence: TypeAlias = Literal["documented", "derived", "assumed"]
"""How sure we are that the partner center has this rule."""


ContractingPartyId: TypeAlias = "str"
"""A vendor legal entity that signs with customers."""


CouponId: TypeAlias = "str"
"""A coupon of any kind."""


class CouponItem(TypedDict):
    """A coupon, as a list shows it."""

    coupon_id: CouponId
    """Its id."""
    customer_id: CustomerId
    """The customer who has it."""
    source_id: PartnerId
    """The partner whose it is to reclaim."""
    quota_id: QuotaId
    """The quota that paid for it."""
    kind: CouponKind
    """What it is."""
    status: CouponStatus
    """Its state, as the clock has it."""
    face_value: Money
    """Its value when it was issued."""
    balance: Money
    """What is left of it."""
    effective_time: datetime
    """From when it can be used."""
    expire_time: datetime
    """Until when, this instant included."""
    create_time: datetime
    """When it was issued."""
    order_ids: list[OrderId]
    """The orders that used it, in order."""
    is_frozen: bool
    """Whether the vendor has frozen it."""
    legacy: bool
    """Whether it is a legacy coupon, good for one use."""
    terms: Terms
    """Where and how it may be used."""
    last_used_time: NotRequired[datetime | None]
    """When it was last used."""
    lock_order_id: NotRequired[OrderId | None]
    """The unpaid order that holds it."""


CouponKind: TypeAlias = Literal["voucher", "cash", "pick-up"]
"""What a coupon is."""


CouponOperation: TypeAlias = Literal[
    "issue",
    "reclaim",
    "unassociate",
    "expiry",
    "unsubscribe",
    "refund-reversal",
    "associate",
    "mode-switch",
    "reseller-transfer",
]
"""What was done to a coupon."""


class CouponRecord(TypedDict):
    """An operation record of a coupon, with its reasons explained."""

    id: str
    """Its id."""
    partner_id: PartnerId
    """The partner whose record it is."""
    operator: Actor
    """Who did it."""
    operation_type: CouponOperation
    """What was done."""
    quota_id: QuotaId
    """The quota that paid, or that was credited."""
    kind: CouponKind
    """What the coupon is, or would have been."""
    customer_id: str
    """The customer."""
    operation_amount: Money
    """The face value of an issue, the value taken by a reclaim."""
    operation_time: datetime
    """When."""
    result: OperationResult
    """Whether it was done."""
    reasons: list[Breach]
    """Why not."""
    coupon_id: NotRequired[CouponId | None]
    """The coupon; none when its issue failed."""
    remark: NotRequired[str | None]
    """The issuer's note."""


CouponStatus: TypeAlias = Literal["not-activated", "usable", "used", "expired", "reclaimed"]
"""The state of a coupon."""


Currency: TypeAlias = Literal["CNY", "USD", "EUR"]
"""The currency of an amount."""


CustomerId: TypeAlias = "str"
"""A customer account."""


CustomerState: TypeAlias = Literal["normal", "frozen", "closed"]
"""Whether a customer account can be used."""


class Discount(TypedDict):
    """A discount on a line of an order."""

    kind: DiscountKind
    """What it is."""
    rate: Ratio
    """The share of the price that is still to be paid."""


DiscountKind: TypeAlias = Literal["promotion", "discount-coupon", "empower-discount"]
"""What a discount is."""


class EarmarkBoundContent(TypedDict):
    customer: CustomerId
    """The customer."""
    amount: Money
    """How much."""


class EarmarkBound(TypedDict):
    """It came back from a cash coupon of a designated customer, and can only go to that customer again."""

    bound: EarmarkBoundContent


class EarmarkBarredContent(TypedDict):
    customer: CustomerId
    """The enterprise master."""
    amount: Money
    """How much."""


class EarmarkBarred(TypedDict):
    """It came back when an enterprise sub-account left, and cannot go to the enterprise master."""

    barred: EarmarkBarredContent


Earmark: TypeAlias = Union["EarmarkBound", "EarmarkBarred"]
"""A part of a balance that is not for everybody."""


class Event(TypedDict):
    """Something that happened, and at whose request."""

    version: int
    """The version of the format."""
    request: RequestId
    """The request it follows from."""
    index: int
    """Its place among the events of that request, from 0."""
    at: datetime
    """When."""
    actor: Actor
    """Who asked."""
    fingerprint: str
    """A fingerprint of the request's actor and command, by which a repeat is told from another request of the same id."""
    change: Change
    """What happened."""
    rows: NotRequired[list[RecordedRow]]
    """All rows of the request, kept with its last event when the events do not tell them all."""
    warnings: NotRequired[list[RecordedBreach]]
    """What the caller was told besides."""


Fact: TypeAlias = "int | Money | str | list[str]"
"""One fact of a breach."""


Format: TypeAlias = Literal["csv", "csv-bom", "jsonl"]
"""How an export is written."""


Level: TypeAlias = Literal["call", "row", "warning", "effect", "view"]
"""What a rule does when it is broken, or that it is not broken but shown."""


class Limits(TypedDict):
    """The numbers of the partner center. Counts, unless the name says characters, months or years."""

    calls_per_second: NotRequired[int]
    """API calls of one source, operation and partner in one clock second: 10."""
    child_quotas_max: NotRequired[int]
    """Child quotas of one reclaim: 10."""
    customers_max: NotRequired[int]
    """Customers of one issue through the API: 100."""
    customers_max_console: NotRequired[int]
    """Customers of one issue in the console: 10."""
    export_months_max: NotRequired[int]
    """Calendar months one export may span: 12."""
    five_day_unsubscribes_max: NotRequired[int]
    """Unsubscribes of one customer under the five-day rule: 10."""
    indirect_partner_characters_max: NotRequired[int]
    """Characters of the reseller's id in a coupon reclaim: 100."""
    issued_retention_years: NotRequired[int]
    """Calendar years for which the issued-coupon list keeps a coupon that can no longer be used: 2."""
    memo_characters_max: NotRequired[int]
    """Characters of the memo of an issue: 256, assumed."""
    own_retention_years: NotRequired[int]
    """Calendar years for which a customer's coupon list keeps one: 1."""
    page_default: NotRequired[int]
    """Entries of a page when the query does not say: 10."""
    page_max: NotRequired[int]
    """Entries of a page: 100."""
    products_max: NotRequired[int]
    """Products one coupon may be limited to: 10."""
    query_quotas_max: NotRequired[int]
    """Quota ids of one quota query: 50."""
    query_statuses_max: NotRequired[int]
    """Quota statuses of one quota query: 5."""
    record_coupons_max: NotRequired[int]
    """Coupon ids of one record query: 100."""
    record_types_max: NotRequired[int]
    """Operation types of one record query: 8."""
    remark_characters_max: NotRequired[int]
    """Characters of the remark of a quota reclaim: 256."""
    resellers_max: NotRequired[int]
    """Resellers of one grant: 100."""
    services_max: NotRequired[int]
    """Cloud service types one coupon may be limited to: 10."""


MemberId: TypeAlias = "str"
"""An operator account of a partner."""


class Message(TypedDict):
    """A text in two languages."""

    en: str
    """English."""
    zh: str
    """Simplified Chinese."""


class Money(TypedDict):
    """An exact amount of money. The amount may be negative or have more decimals than the currency has coins for:
    whether that is allowed is for a rule to say.

    ```
    use partnerkit::Money;

    let price: Money = "120.50 CNY".parse()?;
    assert_eq!(price.plus("0.01 CNY".parse()?)?.to_string(), "120.51 CNY");
    assert!(price.plus("1.00 USD".parse()?).is_err());
    # Ok::<(), partnerkit::Error>(())
    ```
    """

    amount: Decimal
    """The amount in the currency's main unit (yuan, not fen), written as text."""
    currency: Currency
    """The currency."""


OperationResult: TypeAlias = Literal["success", "failure"]
"""Whether it was done."""


class Order(TypedDict):
    """An order, as far as coupons ask."""

    id: OrderId
    """Its id."""
    amount: Money
    """What is to be paid."""
    charge: NotRequired[Charge]
    """How it is charged."""
    discounts: NotRequired[list[Discount]]
    """The discounts it has already."""
    pays_arrears: NotRequired[bool]
    """Whether it pays arrears."""
    subscribe_type: NotRequired[SubscribeType | None]
    """Its kind."""


OrderId: TypeAlias = "str"
"""An order of a customer."""


class OtherLimit(TypedDict):
    """A limit this library does not know."""

    limit_key: str
    """The vendor's name for it."""
    limit_values: list[str]
    """Its values."""


PartnerId: TypeAlias = "str"
"""A partner account, whatever its kind."""


PartnerKind: TypeAlias = Literal[
    "solution-provider",
    "general-distributor",
    "cloud-reseller",
    "government-cloud",
    "government-subsidy",
]
"""What a partner is. One kind each."""


class Policy(TypedDict):
    """What holds in this center where the vendor's word leaves a choice. The default is what we take to be true.

    ```
    use partnerkit::Policy;

    let mut policy = Policy::default();
    policy.switch("coupon.reclaim.frozen", false)?;
    policy.limits.customers_max = 50;
    assert!(policy.switch("coupon.issue.customers-max", false).is_err(), "documented rules are not ours to switch");
    # Ok::<(), partnerkit::Malformed>(())
    ```
    """

    limits: NotRequired[Limits]
    """The numbers."""
    readings: NotRequired[Readings]
    """Choices between two readings."""
    rules: NotRequired[Switches]
    """Assumed rules that are switched away from their default: rule id → whether it holds."""
    site: NotRequired[Site]
    """The site this center stands for."""


ProductId: TypeAlias = "str"
"""The id of a product."""


class Query(TypedDict):
    """Somebody asks to see something, at an instant."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    view: ViewQuery
    """What is asked for."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""


QuotaId: TypeAlias = "str"
"""A coupon quota, a distributor's or the child quota of a reseller."""


class QuotaItem(TypedDict):
    """A quota, as a list shows it."""

    quota_id: QuotaId
    """Its id."""
    quota_type: QuotaType
    """What is cut from it."""
    quota_value: Money
    """All that was ever put in."""
    balance: Money
    """What is left."""
    quota_status: QuotaStatus
    """Its state. A quota outside its window, or with nothing left, can still be normal."""
    create_time: datetime
    """When it was set or granted."""
    last_update_time: datetime
    """When anything of it changed."""
    effective_time: datetime
    """From when coupons can be cut from it."""
    expire_time: datetime
    """Until when; this instant no longer."""
    limits: QuotaLimits
    """What it is limited to."""
    indirect_partner_account_name: NotRequired[str | None]
    """The name of that reseller's account."""
    indirect_partner_id: NotRequired[PartnerId | None]
    """The reseller it was granted to."""
    indirect_partner_name: NotRequired[str | None]
    """The name of that reseller."""
    parent_quota_id: NotRequired[QuotaId | None]
    """The distributor's quota it was granted from."""


class QuotaLimits(TypedDict):
    """What a quota is limited to."""

    accumulative_consumption_max: NotRequired[Money | None]
    """The most a customer may have spent before its association."""
    count_max: NotRequired[int | None]
    """Coupons that may ever be cut from it."""
    count_max_per_customer: NotRequired[int | None]
    """Coupons that one customer may ever get from it."""
    counts_as_performance: NotRequired[bool]
    """Whether what its cash coupons pay counts to the partner's performance."""
    designated_customers: NotRequired[list[CustomerId] | None]
    """The only customers who may get its coupons (指定客户)."""
    face_value_max: NotRequired[Money | None]
    """The largest face value."""
    face_value_min: NotRequired[Money | None]
    """The smallest face value."""
    first_associated_only: NotRequired[bool]
    """Whether only customers may get its coupons who were never associated before."""
    forbidden_modes: NotRequired[list[AssociationMode]]
    """Association modes whose customers may not get its coupons in the console."""
    invoice_to_coupon_user: NotRequired[bool]
    """Whether the invoice for what its cash coupons pay goes to the coupon user."""
    other: NotRequired[list[OtherLimit]]
    """Limits of the vendor that this library does not know. They are kept and shown, not asked."""
    terms: NotRequired[Terms]
    """What the coupons cut from it inherit."""
    total_face_value_max: NotRequired[Money | None]
    """The face values that may ever be cut from it, together."""


QuotaOperation: TypeAlias = Literal["grant", "reclaim"]
"""What was done to a child quota."""


class QuotaRecord(TypedDict):
    """An operation record of a child quota. All of them are successes: a refused one leaves none."""

    id: str
    """Its id."""
    operator: Actor
    """Who did it."""
    operation_type: QuotaOperation
    """What was done."""
    quota_id: QuotaId
    """The child quota."""
    parent_quota_id: QuotaId
    """The distributor's quota."""
    partner_id: PartnerId
    """The distributor."""
    indirect_partner_id: PartnerId
    """The reseller."""
    amount: Money
    """The value that moved."""
    operation_time: datetime
    """When."""
    remark: NotRequired[str | None]
    """The remark of a reclaim."""


QuotaStatus: TypeAlias = Literal["normal", "invalid", "adjusting", "frozen", "reclaimed"]
"""The state of a quota. Time never changes it: whether a quota is in its window is asked of the window."""


QuotaType: TypeAlias = Literal["voucher", "cash"]
"""What is cut from a quota."""


Ratio: TypeAlias = "Decimal"
"""A share, as decimal text such as "0.3"."""


class Readings(TypedDict):
    """Choices between two readings of the vendor's word. Each is explained in docs/decisions.md."""

    frozen_customers_get_coupons: NotRequired[bool]
    """A customer frozen for arrears may get coupons (`true`, the default); a closed one may not."""
    leaving_enterprise_returns_coupons: NotRequired[bool]
    """A sub-account that leaves its enterprise gives back all its usable coupons (`true`, the default), or keeps them."""
    mode_switch_takes_every_issuers_coupons: NotRequired[bool]
    """A switch of the association mode takes back the coupons of every issuer (`true`, the default), or only of the partner whose
    association it is.
    """
    pickup_validity_may_be_defaulted: NotRequired[bool]
    """A pick-up voucher takes the ends of its quota when its validity is not given (`true`, the default), or must have its own."""


ReclaimCause: TypeAlias = Literal[
    "manual",
    "unassociate",
    "leave-enterprise",
    "expiry",
    "unsubscribe",
    "refund-reversal",
    "associate",
    "mode-switch",
    "contracting-party-change",
]
"""Why a coupon's value went back."""


class RecordedBreach(TypedDict):
    """In events, a breach is its rule and its facts: wording improves, what happened does not."""

    rule: str
    """The id of the rule."""
    facts: dict[str, Fact]
    """The facts that broke it."""


class RecordedRow(TypedDict):
    """The outcome for one customer, coupon or quota of a batch."""

    subject: str
    """The customer, coupon, quota or reseller, as the caller wrote it."""
    amount: NotRequired[Money | None]
    """The value that moved."""
    breaches: NotRequired[list[RecordedBreach]]
    """The rules of level `row` it breaks, in the partner center's order; empty when the row stands."""
    id: NotRequired[str | None]
    """The id of what came into being: a coupon, a child quota."""


class RefundPart(TypedDict):
    """How much of a coupon is refunded."""

    coupon: CouponId
    """The coupon."""
    amount: Money
    """How much."""


RefundReason: TypeAlias = Literal[
    "not-yet-effective",
    "order-failed",
    "renewal-not-yet-effective",
    "five-day-unsubscribe",
    "other-unsubscribe",
]
"""Why an order is refunded."""


class Request(TypedDict):
    """Somebody asks for something, at an instant."""

    id: RequestId
    """Names the request. A second request of this id with the same actor and command is a repeat: it is answered from memory and
    changes nothing. The ids of new coupons and quotas are made from it, so it should be short and unique, as a UUID is.
    """
    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    command: Command
    """What is asked for."""
    access: NotRequired[Access]
    """The way the request came; through the API with a valid token, unless said otherwise."""


RequestId: TypeAlias = "str"
"""A request. The ids of what it creates are derived from it, and a repeat of it is recognized by it."""


class Row(TypedDict):
    """The outcome for one customer, coupon or quota of a batch."""

    subject: str
    """The customer, coupon, quota or reseller, as the caller wrote it."""
    accepted: bool
    """Whether the row stands."""
    breaches: list[Breach]
    """The rules it breaks, in the partner center's order."""
    amount: NotRequired[Money | None]
    """The value that moved."""
    id: NotRequired[str | None]
    """The id of what came into being."""


class RuleInfo(TypedDict):
    """All that is known of a rule."""

    id: str
    """Its id."""
    level: Level
    """What a breach does."""
    statement: Message
    """The obligation."""
    confidence: Confidence
    """How sure we are."""
    source: str
    """Where it is written, or what it follows from."""
    on_by_default: bool
    """Whether it holds unless the policy says otherwise."""
    since: str
    """The version that first had it."""
    code: NotRequired[str | None]
    """The vendor's code, where it has one."""
    http_status: NotRequired[int | None]
    """The HTTP status of the vendor's answer."""
    remedy: NotRequired[Text | None]
    """What would make it a yes; nothing for rules that cannot be broken."""


ServiceType: TypeAlias = "str"
"""The code of a cloud service type."""


Site: TypeAlias = Literal["cn", "intl", "eu"]
"""A site of the vendor. Accounts of one are strangers on the others."""


SubscribeType: TypeAlias = Literal["new", "renew", "change"]
"""The kind of an order (订购类型)."""


Switches: TypeAlias = "dict[str, bool]"


class Terms(TypedDict):
    """Where and how a coupon may be used. What is absent restricts nothing."""

    cloud_service_types: NotRequired[list[ServiceType]]
    """The cloud service types it pays for; empty: all."""
    max_deduction_ratio: NotRequired[Ratio | None]
    """The largest share of an order it pays (使用限制比例)."""
    min_consume_amount: NotRequired[Money | None]
    """The smallest order it pays for (最小可用订单额)."""
    min_consume_discount: NotRequired[Ratio | None]
    """The lowest discount rate it goes together with: an order all of whose lines have a lower rate is refused."""
    not_with_discount_coupon: NotRequired[bool]
    """Not together with a discount coupon."""
    not_with_empower_discount: NotRequired[bool]
    """Not together with a discount the partner grants."""
    not_with_promotion: NotRequired[bool]
    """Not together with a promotion."""
    product_ids: NotRequired[list[ProductId]]
    """The products it pays for; empty: all."""
    subscribe_types: NotRequired[list[SubscribeType]]
    """The kinds of order it pays for; empty: all."""
    usage_times: NotRequired[int]
    """How many times it may be used; 0: until nothing is left."""


class Text(TypedDict):
    """A text in the two languages of the partner center."""

    en: str
    """English."""
    zh: str
    """Simplified Chinese."""


Token: TypeAlias = Literal["valid", "missing", "illegal", "expired"]
"""What a gateway says of a token."""


class UsageItem(TypedDict):
    """What an order took from a coupon."""

    order_id: OrderId
    """The order."""
    amount: Money
    """How much."""
    used_time: datetime
    """When."""


class QuotasViewQuery(TypedDict):
    """Quotas of the caller, or of a reseller of its."""

    type: Literal["quotas"]
    create_time_begin: NotRequired[datetime | str | None]
    """Set later than this."""
    create_time_end: NotRequired[datetime | str | None]
    """Set earlier than this."""
    effective_time_begin: NotRequired[datetime | str | None]
    """Effective later than this."""
    effective_time_end: NotRequired[datetime | str | None]
    """Effective earlier than this."""
    expire_time_begin: NotRequired[datetime | str | None]
    """Expiring later than this."""
    expire_time_end: NotRequired[datetime | str | None]
    """Expiring earlier than this."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose quotas a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    quota_ids: NotRequired[list[str] | None]
    """The quotas, at most 50; all when empty or null."""
    quota_status_list: NotRequired[list[QuotaStatus] | None]
    """Their states, at most 5; all when empty or null."""
    quota_type: NotRequired[QuotaType | None]
    """What is cut from them; vouchers when absent."""


class IssuedQuotasViewQuery(TypedDict):
    """Child quotas that a distributor granted."""

    type: Literal["issued-quotas"]
    indirect_partner_id: NotRequired[str | None]
    """The reseller."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    parent_quota_id: NotRequired[str | None]
    """The distributor's quota."""
    quota_id: NotRequired[str | None]
    """The child quota."""


class QuotaRecordsViewQuery(TypedDict):
    """What was done to child quotas."""

    type: Literal["quota-records"]
    indirect_partner_id: NotRequired[str | None]
    """The reseller."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    operation_time_begin: NotRequired[datetime | str | None]
    """Later than this."""
    operation_time_end: NotRequired[datetime | str | None]
    """Earlier than this."""
    operation_type: NotRequired[QuotaOperation | None]
    """What was done; anything when absent."""
    parent_quota_id: NotRequired[str | None]
    """The distributor's quota."""
    quota_id: NotRequired[str | None]
    """The child quota."""
    result: NotRequired[int | None]
    """0: what was done; −1: what was not, of which there are no records; anything else, or nothing: both."""


class IssuedCouponsViewQuery(TypedDict):
    """Coupons that the caller, or a reseller of its, issued."""

    type: Literal["issued-coupons"]
    coupon_id: NotRequired[str | None]
    """The coupon."""
    create_time_begin: NotRequired[datetime | str | None]
    """Issued later than this."""
    create_time_end: NotRequired[datetime | str | None]
    """Issued earlier than this."""
    customer_id: NotRequired[str | None]
    """The customer who has it."""
    effective_time_begin: NotRequired[datetime | str | None]
    """Effective later than this."""
    effective_time_end: NotRequired[datetime | str | None]
    """Effective earlier than this."""
    expire_time_begin: NotRequired[datetime | str | None]
    """Expiring later than this."""
    expire_time_end: NotRequired[datetime | str | None]
    """Expiring earlier than this."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose coupons a distributor asks for, through the API."""
    kind: NotRequired[CouponKind | None]
    """What it is."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    order_id: NotRequired[str | None]
    """An order that used it."""
    status: NotRequired[CouponStatus | None]
    """Its state."""


class CouponRecordsViewQuery(TypedDict):
    """What was done to coupons (操作记录)."""

    type: Literal["coupon-records"]
    account_name: NotRequired[str | None]
    """A part of the name of the customer's account."""
    coupon_ids: NotRequired[list[str] | None]
    """The coupons, at most 100."""
    customer_id: NotRequired[str | None]
    """The customer."""
    customer_name: NotRequired[str | None]
    """A part of the customer's name."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose records a distributor asks for, through the API."""
    kind: NotRequired[CouponKind | None]
    """What the coupons are."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    operation_time_begin: NotRequired[datetime | str | None]
    """Later than this."""
    operation_time_end: NotRequired[datetime | str | None]
    """Earlier than this."""
    operation_types: NotRequired[list[CouponOperation] | None]
    """What was done: at most 8 values; all when absent or null."""
    operator: NotRequired[str | None]
    """Who did it: a part of the id of the partner or operator account."""
    quota_id: NotRequired[str | None]
    """The quota."""
    quota_type: NotRequired[str | None]
    """The type of the quota."""
    result: NotRequired[int | None]
    """0: what was done; −1: what was not; anything else, or nothing: both."""


class CustomerCouponsViewQuery(TypedDict):
    """A customer's coupons, or a partner's."""

    type: Literal["customer-coupons"]
    active_end_time: NotRequired[datetime | str | None]
    """Active earlier than this."""
    active_start_time: NotRequired[datetime | str | None]
    """Active later than this. A coupon is active from its issue on."""
    coupon_id: NotRequired[str | None]
    """The coupon."""
    customer_id: NotRequired[CustomerId | None]
    """The customer; who may be named by that customer alone."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose coupons a distributor asks for, through the API."""
    kind: NotRequired[CouponKind | None]
    """What it is."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; counts only together with `limit`."""
    order_id: NotRequired[str | None]
    """An order that used it."""
    promotion_plan_id: NotRequired[str | None]
    """The promotion it belongs to. No coupon here has one."""
    source_id: NotRequired[str | None]
    """The partner who issued it."""
    status: NotRequired[CouponStatus | None]
    """Its state."""


class CouponUsageViewQuery(TypedDict):
    """The orders that used one coupon."""

    type: Literal["coupon-usage"]
    coupon_id: str
    """The coupon."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose coupon it is, when a distributor asks through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class PickupWhitelistViewQuery(TypedDict):
    """The partner's pick-up-voucher whitelist."""

    type: Literal["pickup-whitelist"]
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    customer_name: NotRequired[str | None]
    """A part of the customer's name."""
    limit: NotRequired[int | None]
    """How many entries."""
    offset: NotRequired[int | None]
    """Which part of the list."""


ViewQuery: TypeAlias = Union[
    "QuotasViewQuery",
    "IssuedQuotasViewQuery",
    "QuotaRecordsViewQuery",
    "IssuedCouponsViewQuery",
    "CouponRecordsViewQuery",
    "CustomerCouponsViewQuery",
    "CouponUsageViewQuery",
    "PickupWhitelistViewQuery",
]
"""What there is to see."""


class WhitelistedCustomer(TypedDict):
    """A customer on the whitelist."""

    customer_id: CustomerId
    """The customer."""
    customer_name: str
    """Its name."""
    account_name: str
    """The name of its account."""


class ExportQuery(Query):
    """A list as the text of a file."""

    format: Format


Snapshot: TypeAlias = "dict[str, Any]"
"""All that a center knows. What is in it is the library's own affair."""


class QuotasArguments(TypedDict):
    """Quotas of the caller, or of a reseller of its."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    create_time_begin: NotRequired[datetime | str | None]
    """Set later than this."""
    create_time_end: NotRequired[datetime | str | None]
    """Set earlier than this."""
    effective_time_begin: NotRequired[datetime | str | None]
    """Effective later than this."""
    effective_time_end: NotRequired[datetime | str | None]
    """Effective earlier than this."""
    expire_time_begin: NotRequired[datetime | str | None]
    """Expiring later than this."""
    expire_time_end: NotRequired[datetime | str | None]
    """Expiring earlier than this."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose quotas a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    quota_ids: NotRequired[list[str] | None]
    """The quotas, at most 50; all when empty or null."""
    quota_status_list: NotRequired[list[QuotaStatus] | None]
    """Their states, at most 5; all when empty or null."""
    quota_type: NotRequired[QuotaType | None]
    """What is cut from them; vouchers when absent."""


class IssuedQuotasArguments(TypedDict):
    """Child quotas that a distributor granted."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    parent_quota_id: NotRequired[str | None]
    """The distributor's quota."""
    quota_id: NotRequired[str | None]
    """The child quota."""


class QuotaRecordsArguments(TypedDict):
    """What was done to child quotas."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    operation_time_begin: NotRequired[datetime | str | None]
    """Later than this."""
    operation_time_end: NotRequired[datetime | str | None]
    """Earlier than this."""
    operation_type: NotRequired[QuotaOperation | None]
    """What was done; anything when absent."""
    parent_quota_id: NotRequired[str | None]
    """The distributor's quota."""
    quota_id: NotRequired[str | None]
    """The child quota."""
    result: NotRequired[int | None]
    """0: what was done; −1: what was not, of which there are no records; anything else, or nothing: both."""


class IssuedCouponsArguments(TypedDict):
    """Coupons that the caller, or a reseller of its, issued."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    coupon_id: NotRequired[str | None]
    """The coupon."""
    create_time_begin: NotRequired[datetime | str | None]
    """Issued later than this."""
    create_time_end: NotRequired[datetime | str | None]
    """Issued earlier than this."""
    customer_id: NotRequired[str | None]
    """The customer who has it."""
    effective_time_begin: NotRequired[datetime | str | None]
    """Effective later than this."""
    effective_time_end: NotRequired[datetime | str | None]
    """Effective earlier than this."""
    expire_time_begin: NotRequired[datetime | str | None]
    """Expiring later than this."""
    expire_time_end: NotRequired[datetime | str | None]
    """Expiring earlier than this."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose coupons a distributor asks for, through the API."""
    kind: NotRequired[CouponKind | None]
    """What it is."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    order_id: NotRequired[str | None]
    """An order that used it."""
    status: NotRequired[CouponStatus | None]
    """Its state."""


class CouponRecordsArguments(TypedDict):
    """What was done to coupons (操作记录)."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    account_name: NotRequired[str | None]
    """A part of the name of the customer's account."""
    coupon_ids: NotRequired[list[str] | None]
    """The coupons, at most 100."""
    customer_id: NotRequired[str | None]
    """The customer."""
    customer_name: NotRequired[str | None]
    """A part of the customer's name."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose records a distributor asks for, through the API."""
    kind: NotRequired[CouponKind | None]
    """What the coupons are."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    operation_time_begin: NotRequired[datetime | str | None]
    """Later than this."""
    operation_time_end: NotRequired[datetime | str | None]
    """Earlier than this."""
    operation_types: NotRequired[list[CouponOperation] | None]
    """What was done: at most 8 values; all when absent or null."""
    operator: NotRequired[str | None]
    """Who did it: a part of the id of the partner or operator account."""
    quota_id: NotRequired[str | None]
    """The quota."""
    quota_type: NotRequired[str | None]
    """The type of the quota."""
    result: NotRequired[int | None]
    """0: what was done; −1: what was not; anything else, or nothing: both."""


class CustomerCouponsArguments(TypedDict):
    """A customer's coupons, or a partner's."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    active_end_time: NotRequired[datetime | str | None]
    """Active earlier than this."""
    active_start_time: NotRequired[datetime | str | None]
    """Active later than this. A coupon is active from its issue on."""
    coupon_id: NotRequired[str | None]
    """The coupon."""
    customer_id: NotRequired[CustomerId | None]
    """The customer; who may be named by that customer alone."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose coupons a distributor asks for, through the API."""
    kind: NotRequired[CouponKind | None]
    """What it is."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; counts only together with `limit`."""
    order_id: NotRequired[str | None]
    """An order that used it."""
    promotion_plan_id: NotRequired[str | None]
    """The promotion it belongs to. No coupon here has one."""
    source_id: NotRequired[str | None]
    """The partner who issued it."""
    status: NotRequired[CouponStatus | None]
    """Its state."""


class CouponUsageArguments(TypedDict):
    """The orders that used one coupon."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    coupon_id: str
    """The coupon."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose coupon it is, when a distributor asks through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class PickupWhitelistArguments(TypedDict):
    """The partner's pick-up-voucher whitelist."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    customer_name: NotRequired[str | None]
    """A part of the customer's name."""
    limit: NotRequired[int | None]
    """How many entries."""
    offset: NotRequired[int | None]
    """Which part of the list."""
