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
    failed_code_checks: NotRequired[int]
    """Checks of that code that failed before this one. They are counted by whoever checks the code: a refusal changes nothing here."""
    token: NotRequired[Token]
    """What the gateway says of the token. Only the API has one."""
    verification_code: NotRequired[bool | None]
    """Whether the verification code that came along is right; nothing when none came. The console has one for critical operations, and
    the API for registrations.
    """


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


class AccountDetail(TypedDict):
    """A part of a line, and the account it was paid from."""

    balance_type: BalanceType
    """The account: always what was allocated to the customer, which is cash."""
    amount: Money
    """How much; below zero when it came back."""


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


class AdjustmentItem(TypedDict):
    """The record of an adjustment."""

    trans_id: TradeId
    """The adjustment."""
    operation_type: AdjustmentOperation
    """What was done."""
    operation_time: datetime
    """When."""
    customer_id: str
    """The customer, or the reseller."""
    customer_name: str
    """Its name; a customer's is masked unless it is asked for in full."""
    amount: Money
    """How much moved."""
    partner_id: PartnerId
    """The partner whose record it is."""


AdjustmentKey: TypeAlias = "str"
"""By which a caller tells that an adjustment is asked for again. Ours: the vendor's calls have none."""


AdjustmentOperation: TypeAlias = Literal[
    "SOURCE_OPERATION_BEADJUST",
    "SOURCE_OPERATION_BERETRIEVE",
    "SOURCE_OPERATION_BEUNBIND",
]
"""What an adjustment was, in the vendor's spelling."""


AllocationSource: TypeAlias = Literal["top-up", "credit"]
"""From which of its accounts a partner allocates. The customer gets cash either way."""


class Ask(TypedDict):
    """Somebody asks whether a thing can be done, at an instant. Nothing is done by it."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who would do it."""
    ask: Operation
    """What, and to what or whom."""
    access: NotRequired[Access]
    """The way it would come; of its channel and token. A verification code is taken for right, and calls are not counted."""


class DisassociateAssociationChange(TypedDict):
    """It ends."""

    type: Literal["disassociate"]


class SwitchAssociationChange(TypedDict):
    """Customer and partner work together another way."""

    type: Literal["switch"]
    mode: AssociationMode
    """The new mode."""


AssociationChange: TypeAlias = Union["DisassociateAssociationChange", "SwitchAssociationChange"]
"""What is to become of an association."""


AssociationMode: TypeAlias = Literal["advisory", "agency-resale"]
"""How a customer and its partner work together (关联类型)."""


AssociationOperation: TypeAlias = Literal["associate", "switch", "disassociate"]
"""What was done to an association, or asked for."""


class CompletedAssociationOutcome(TypedDict):
    """The account is the partner's."""

    type: Literal["completed"]


class FailedAssociationOutcome(TypedDict):
    """It is not."""

    type: Literal["failed"]
    reason: str
    """Why."""


AssociationOutcome: TypeAlias = Union["CompletedAssociationOutcome", "FailedAssociationOutcome"]
"""How the association of a new account has gone on."""


class AssociationRecord(TypedDict):
    """A record of an association."""

    customer_id: CustomerId
    """The customer."""
    customer_name: str
    """Its name, masked unless it is asked for in full."""
    account_name: str
    """The name of its account, masked unless it is asked for in full."""
    partner_id: PartnerId
    """The partner."""
    operation_type: AssociationOperation
    """What was done, or asked for."""
    operation_time: datetime
    """When."""
    answered_time: NotRequired[datetime | None]
    """Of a request: when it was answered, or became void."""
    association_type: NotRequired[AssociationMode | None]
    """How they worked together then; after a switch, and in a request for one, the new way. Some old customers have no mode."""
    initiator: NotRequired[Side | None]
    """Of a request: who asked."""
    reason: NotRequired[str | None]
    """Of a request: why."""
    request_state: NotRequired[AssociationRequestState | None]
    """Of a request: what became of it."""


AssociationRequestState: TypeAlias = Literal["in-review", "pending", "approved", "rejected", "void"]
"""What became of a request."""


class Audit(TypedDict):
    """What an audit found."""

    findings: list[AuditFinding]
    """The findings, in the order of tables and rows; none when nothing is wrong."""


class AuditFinding(TypedDict):
    """Something that no correct table holds."""

    rule: str
    """The id of the rule that does not hold."""
    rows: list[AuditPlace]
    """The rows it does not hold for, those that may be wrong among them."""
    expected: str
    """What would be right."""
    found: str
    """What stands there."""
    message: Message
    """What is wrong."""
    difference: NotRequired[str | None]
    """How much more is found than expected, where both are amounts: an exact decimal."""


class AuditPlace(TypedDict):
    """Where a row stands."""

    table: AuditTable
    """The table."""
    row: int
    """Which of its rows, from 1."""


AuditTable: TypeAlias = Literal[
    "coupons",
    "coupon-records",
    "quotas",
    "quota-records",
    "opening-balances",
    "balances",
    "customer-balances",
    "adjustment-records",
    "monthly-bills",
    "bill-lines",
    "statement",
]
"""A table that can be audited."""


AuthorizationId: TypeAlias = "str"
"""A customer's authorization of its partner."""


class AuthorizationItem(TypedDict):
    """An authorization, as a list shows it."""

    authorization_id: AuthorizationId
    """Its id."""
    customer_id: CustomerId
    """The customer."""
    customer_name: str
    """Its name."""
    partner_id: PartnerId
    """The partner who may act once the customer agrees."""
    state: AuthorizationState
    """What it is, as the clock has it."""
    requested_at: datetime
    """When it was asked for."""
    commitment_letter_accepted: bool
    """Whether the commitment letter was ticked."""
    decided_at: NotRequired[datetime | None]
    """When the customer answered."""
    ended_at: NotRequired[datetime | None]
    """When it was revoked or ended."""
    reason: NotRequired[str | None]
    """Why it was revoked."""
    requested_by: NotRequired[MemberId | None]
    """The operator account that asked, unless a main account did."""


AuthorizationState: TypeAlias = Literal["requested", "authorized", "rejected", "revoked", "ended"]
"""What an authorization is."""


class BalanceItem(TypedDict):
    """A balance."""

    account_id: str
    """The account."""
    account_type: BalanceKind
    """Which it is."""
    amount: Money
    """What is there; frozen cash is not."""
    designated_amount: Money
    """What of it is set aside, and cannot be allocated."""
    credit_amount: NotRequired[Money | None]
    """The limit of a credit."""


BalanceKind: TypeAlias = Literal["top-up", "credit", "allocatable", "total"]
"""Which of a partner's accounts."""


BalanceType: TypeAlias = Literal["BALANCE_TYPE_DEBIT", "BALANCE_TYPE_CREDIT"]
"""The account of a statement, in the vendor's spelling."""


class BatchItem(TypedDict):
    """A customer of a batch."""

    customer_id: str
    """The customer."""
    amount: Money
    """How much: above zero, in whole cents, at most 9 999 999 999.99."""


BillDetailType: TypeAlias = Literal[
    "purchase",
    "renewal",
    "change",
    "unsubscription",
    "usage",
    "auto-renewal",
    "compensation",
    "support-plan",
    "adjustment-charge",
    "monthly",
    "refund-of-change",
    "savings-plan",
    "refund-to-on-demand",
    "make-up",
    "yearly",
]
"""What a line of a bill stands for (`bill_detail_type`)."""


BillType: TypeAlias = Literal["normal", "unsubscription", "write-off"]
"""What a line of the summary stands for."""


BillingMode: TypeAlias = Literal["yearly-monthly", "pay-per-use"]
"""How something is paid for."""


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
    exited: NotRequired[bool]
    """Whether it has left the programme."""
    holds_no_customers: NotRequired[bool]
    """Whether it may not have customers of its own, as some distributors."""
    is_prepaid: NotRequired[bool]
    """Whether it pays in advance; only on the international site."""
    is_test: NotRequired[bool]
    """Whether it is a test account."""
    leaving: NotRequired[bool]
    """Whether it is leaving the programme."""
    name: NotRequired[str]
    """Its name; empty when nobody said."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    state: NotRequired[PartnerState]
    """Whether the vendor has sanctioned it."""
    uses_coupons: NotRequired[bool]
    """Whether it uses coupons itself (伙伴用券模式) and can no longer issue any."""


class MemberSetChange(TypedDict):
    """An operator account was recorded, or its permission items changed."""

    type: Literal["member.set"]
    partner: PartnerId
    """The partner."""
    member: MemberId
    """The account."""
    account_name: str
    """The name it signs in with, which never changes; empty when nobody said."""
    roles: list[RoleId]
    """Its roles; none where only the items are known."""
    permission_items: list[str]
    """What it may do beside what its roles may, such as `BPC_ITEM_SUBCUSTSERV_030102`."""
    qualification_in_review: bool
    """Whether its qualification as account manager or SA specialist is under review."""
    director: NotRequired[MemberId | None]
    """The account director over it."""


class CustomerSetChange(TypedDict):
    """A customer was recorded, or its record changed."""

    type: Literal["customer.set"]
    id: CustomerId
    """Its id."""
    account: NotRequired[Account]
    """Its place in an enterprise."""
    account_name: NotRequired[str]
    """The name of the account; empty when nobody said."""
    asks_verification_code: NotRequired[bool]
    """Whether its console operations ask for a verification code."""
    consumption_before_association: NotRequired[Money | None]
    """What it had spent before its first association; unknown when not said."""
    contracting_party: NotRequired[ContractingPartyId | None]
    """The vendor legal entity it signs with."""
    customer_level: NotRequired[CustomerLevel | None]
    """How the vendor ranks it."""
    customer_type: NotRequired[CustomerType | None]
    """Whether it is a person or a company, once it has passed real-name authentication."""
    email: NotRequired[str]
    """The e-mail address; empty when nobody said."""
    label: NotRequired[str | None]
    """The tag that its partner keeps on it (标签)."""
    name: NotRequired[str]
    """The customer's name; empty when nobody said."""
    phone: NotRequired[str]
    """The phone number; empty when nobody said."""
    phone_signs_in: NotRequired[bool]
    """Whether somebody signs in with the phone number, which then stands for this account alone."""
    real_name: NotRequired[bool | None]
    """Whether it has passed real-name authentication (实名认证); unknown when not said."""
    registered_at: NotRequired[datetime | None]
    """When the account was made."""
    rights_withdrawn: NotRequired[list[PartnerId]]
    """Partners whose rights over the customer are withdrawn although they are associated with it."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    standing: NotRequired[Standing | None]
    """What bears on its associations."""
    state: NotRequired[CustomerState]
    """Whether it can be used at all."""
    xaccount: NotRequired[Xaccount | None]
    """The user of the partner's own platform whom the account stands for."""


class RoleSetChange(TypedDict):
    """A role of a partner was made, or may do other things now."""

    type: Literal["role.set"]
    partner: PartnerId
    """The partner."""
    role: RoleId
    """Its name; the names of preset roles are theirs."""
    permission_items: list[str]
    """What it may do."""


class ContactsSetChange(TypedDict):
    """A partner said whom its customers can turn to."""

    type: Literal["contacts.set"]
    partner: PartnerId
    """The partner."""
    contacts: list[Contact]
    """All of them, in the order in which customers see them."""


class ResellerGrantedChange(TypedDict):
    """A distributor let a reseller do some things, and others no more."""

    type: Literal["reseller.granted"]
    reseller: PartnerId
    """The reseller."""
    grants: list[ResellerGrant]
    """All that is granted."""


class OwnerAssignedChange(TypedDict):
    """A customer has an account manager."""

    type: Literal["owner.assigned"]
    customer: CustomerId
    """The customer."""
    partner: PartnerId
    """The partner."""
    manager: MemberId
    """The account manager."""


class OwnerReclaimedChange(TypedDict):
    """A customer has no account manager any more."""

    type: Literal["owner.reclaimed"]
    customer: CustomerId
    """The customer."""


class CustomerFrozenChange(TypedDict):
    """A customer was frozen."""

    type: Literal["customer.frozen"]
    customer: CustomerId
    """The customer."""
    freeze_type: FreezeType
    """What of it."""
    automatic: NotRequired[bool]
    """Whether the center did so by itself, because the customer became a resale customer."""
    reason: NotRequired[str | None]
    """Why."""


class CustomerUnfrozenChange(TypedDict):
    """A customer is no longer frozen."""

    type: Literal["customer.unfrozen"]
    customer: CustomerId
    """The customer."""
    automatic: NotRequired[bool]
    """Whether the center did so by itself, because the customer is no resale customer any more."""
    reason: NotRequired[str | None]
    """Why."""


class CustomerResourcesReleasedChange(TypedDict):
    """The resources of a customer were released, because it was not unfrozen in time."""

    type: Literal["customer.resources-released"]
    customer: CustomerId
    """The customer."""


class CodeSentChange(TypedDict):
    """A verification code was sent."""

    type: Literal["code.sent"]
    partner: PartnerId
    """The partner who had it sent."""
    receiver: str
    """The phone number or e-mail address."""
    scene: CodeScene
    """What it is for."""
    expire_time: datetime
    """Until when it is good, this instant excluded."""


class AssociationBegunChange(TypedDict):
    """The association of a new account is under way."""

    type: Literal["association.begun"]
    customer: CustomerId
    """The customer."""
    partner: PartnerId
    """The partner."""
    mode: AssociationMode
    """How they will work together."""


class AssociationFailedChange(TypedDict):
    """It failed."""

    type: Literal["association.failed"]
    customer: CustomerId
    """The customer."""
    reason: str
    """Why."""


class InvitationSentChange(TypedDict):
    """A partner invited somebody."""

    type: Literal["invitation.sent"]
    invitation: InvitationId
    """The invitation."""
    partner: PartnerId
    """The partner."""
    mode: AssociationMode
    """How they will work together."""
    channel: Channel2
    """How it reaches the customer."""
    expire_time: datetime
    """Until when it can be accepted, this instant excluded."""
    invited_by: NotRequired[MemberId | None]
    """The operator account that sent it, unless the main account did."""


class InvitationAcceptedChange(TypedDict):
    """An invitation was accepted."""

    type: Literal["invitation.accepted"]
    invitation: InvitationId
    """The invitation."""
    customer: CustomerId
    """The customer."""


class InvitationFailedChange(TypedDict):
    """Who accepted an invitation may not become the partner's."""

    type: Literal["invitation.failed"]
    invitation: InvitationId
    """The invitation."""
    customer: CustomerId
    """The customer."""
    breaches: list[RecordedBreach]
    """Why not."""


class AssociationRequestedChange(TypedDict):
    """Somebody asked that an association ends or is switched."""

    type: Literal["association.requested"]
    customer: CustomerId
    """The customer."""
    partner: PartnerId
    """The partner."""
    initiator: Side
    """Which of the two asked."""
    change: AssociationChange
    """What is to become of the association."""
    reason: str
    """Why."""
    in_review: NotRequired[bool]
    """Whether the vendor has to review it first."""


class AssociationReviewedChange(TypedDict):
    """The vendor's review let such a request go on."""

    type: Literal["association.reviewed"]
    customer: CustomerId
    """The customer."""


class AssociationAnsweredChange(TypedDict):
    """Such a request was answered."""

    type: Literal["association.answered"]
    customer: CustomerId
    """The customer."""
    approved: bool
    """Whether the other side, or the vendor in its review, agreed."""


class AuthorizationRequestedChange(TypedDict):
    """A partner asked a customer for its authorization."""

    type: Literal["authorization.requested"]
    authorization: AuthorizationId
    """The authorization."""
    partner: PartnerId
    """The partner whose customer it is, and who may act once the customer agrees."""
    customer: CustomerId
    """The customer."""
    commitment_letter_accepted: NotRequired[bool]
    """Whether the commitment letter was ticked."""
    distributor: NotRequired[PartnerId | None]
    """The distributor who asked, when the partner is a reseller of its."""
    requested_by: NotRequired[MemberId | None]
    """The operator account that asked, unless a main account did."""


class AuthorizationChangedChange(TypedDict):
    """An authorization was approved, rejected, revoked, or ended."""

    type: Literal["authorization.changed"]
    authorization: AuthorizationId
    """The authorization."""
    customer: CustomerId
    """The customer."""
    state: AuthorizationState
    """What it is now."""
    reason: NotRequired[str | None]
    """Why, when it was revoked."""


class OrderPlacedChange(TypedDict):
    """A partner acted inside a customer's account."""

    type: Literal["order.placed"]
    customer: CustomerId
    """The customer."""
    partner: PartnerId
    """The partner who acted."""
    authorization: AuthorizationId
    """The customer's authorization by which it acted."""
    operation: OnBehalf
    """What was done."""
    service_type: ServiceType
    """The cloud service it is about."""
    billing_mode: BillingMode
    """How it is paid for."""
    order: NotRequired[OrderId | None]
    """The order; none when there is none, because what was bought is paid for as it is used, or nothing was bought."""


class WarningRefreshedChange(TypedDict):
    """The warnings of a day came."""

    type: Literal["warning.refreshed"]
    data_date: str
    """The day of the data, where the site counts its days."""
    warnings: list[WarningData]
    """All warnings of the day, new and known ones."""


class WarningProcessedChange(TypedDict):
    """A warning was processed."""

    type: Literal["warning.processed"]
    warning: WarningId
    """The warning."""
    remark: str
    """What was noted."""
    by: NotRequired[MemberId | None]
    """The account manager who did; the main account, when absent."""
    result: NotRequired[ChurnResult | None]
    """Whether the customer is lost."""


class ContractSetChange(TypedDict):
    """An offline contract was recorded, or its record changed."""

    type: Literal["contract.set"]
    contract_code: ContractCode
    """Its code, by which it is found."""
    partner_id: PartnerId
    """The partner whose contract it is."""
    contract_kind: OfflineContractKind
    """What it is about."""
    sign_date: str
    """The day on which it was signed."""
    effective_time: datetime
    """From when it is in force."""
    expire_time: datetime
    """Until when; this instant no longer."""
    amount: NotRequired[Money | None]
    """What it is worth, if it names a sum."""
    contract_name: NotRequired[str]
    """What it is called; empty when nobody said."""
    counterparty: NotRequired[str]
    """The other side, who signed it; empty when nobody said."""
    terminated: NotRequired[bool]
    """Whether it was ended before its time."""


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


MoneyMovedChange = TypedDict(
    "MoneyMovedChange",
    {
        "type": "Literal['money.moved']",
        "trade_id": "TradeId",
        "trade_detail_type": "TradeDetailType",
        "from": "Place",
        "to": "Place",
        "amount": "Money",
    },
)
"""Money moved from one place to another."""


class AccountTermsSetChange(TypedDict):
    """The vendor set what a partner may do with its money."""

    type: Literal["account.terms-set"]
    partner: PartnerId
    """The partner."""
    allocatable_amount: NotRequired[Money | None]
    """The most that one allocation may move, beside what the cash allows (可拨款账户); no such limit, when absent."""
    designated_amount: NotRequired[Money | None]
    """What of its cash is set aside for a purpose and not to be allocated (专款专用余额); nothing, when absent. Never more than the cash there is."""
    standard_sales_contract: NotRequired[bool]
    """Whether it bought a standard-sales contract (标销合同), whose cash the system freezes and unfreezes."""


class AccountCreditSetChange(TypedDict):
    """The limit of a partner's credit is another now."""

    type: Literal["account.credit-set"]
    partner: PartnerId
    """The partner."""
    limit: Money
    """The most it can owe; not below zero, in whole cents."""
    expire_time: NotRequired[datetime | None]
    """From when on there is no credit any more; it does not expire, when absent."""


class AccountChargedChange(TypedDict):
    """Somebody was charged."""

    type: Literal["account.charged"]
    trade_id: TradeId
    """The transaction, or the order."""
    trade_detail_type: TradeDetailType
    """What it was."""
    payer: Holder
    """Who was charged."""
    amount: Money
    """How much."""
    parts: list[Part]
    """Where it was taken; all of it went to the vendor."""
    customer: NotRequired[CustomerId | None]
    """The customer for whom a partner paid."""
    partner: NotRequired[PartnerId | None]
    """The partner whose resale customer the payer was."""
    terms: NotRequired[ChargeTerms]
    """What it was for."""


class AccountRefundedChange(TypedDict):
    """A charge came back, all of it or a part."""

    type: Literal["account.refunded"]
    trade_id: TradeId
    """The transaction of the refund."""
    trade_detail_type: TradeDetailType
    """What it was."""
    charge: TradeId
    """The charge."""
    amount: Money
    """How much."""
    parts: list[Part]
    """To where; all of it came from the vendor."""
    credit: NotRequired[PartnerId | None]
    """The partner whose use of its credit fell."""
    credit_amount: NotRequired[Money | None]
    """By how much it fell; the limit may have been cut since, so less may have become available."""


class AccountDebtWrittenOffChange(TypedDict):
    """What a customer owed was written off."""

    type: Literal["account.debt-written-off"]
    moved: MoneyMoved
    """From the vendor to the debt."""
    partner: NotRequired[PartnerId | None]
    """The partner whose resale customer it was."""


AdjustmentMadeChange = TypedDict(
    "AdjustmentMadeChange",
    {
        "type": "Literal['adjustment.made']",
        "trans_id": "TradeId",
        "operation_type": "AdjustmentOperation",
        "from": "Place",
        "to": "Place",
        "amount": "Money",
        "key": "NotRequired[KeyUse | None]",
    },
)
"""An adjustment was made."""


AdjustmentBegunChange = TypedDict(
    "AdjustmentBegunChange",
    {
        "type": "Literal['adjustment.begun']",
        "partner": "PartnerId",
        "with": "Holder",
    },
)
"""An adjustment is under way."""


AdjustmentEndedChange = TypedDict(
    "AdjustmentEndedChange",
    {
        "type": "Literal['adjustment.ended']",
        "partner": "PartnerId",
        "with": "Holder",
    },
)
"""It is not any more."""


Change: TypeAlias = Union[
    "PartnerSetChange",
    "MemberSetChange",
    "CustomerSetChange",
    "RoleSetChange",
    "ContactsSetChange",
    "ResellerGrantedChange",
    "OwnerAssignedChange",
    "OwnerReclaimedChange",
    "CustomerFrozenChange",
    "CustomerUnfrozenChange",
    "CustomerResourcesReleasedChange",
    "CodeSentChange",
    "AssociationBegunChange",
    "AssociationFailedChange",
    "InvitationSentChange",
    "InvitationAcceptedChange",
    "InvitationFailedChange",
    "AssociationRequestedChange",
    "AssociationReviewedChange",
    "AssociationAnsweredChange",
    "AuthorizationRequestedChange",
    "AuthorizationChangedChange",
    "OrderPlacedChange",
    "WarningRefreshedChange",
    "WarningProcessedChange",
    "ContractSetChange",
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
    "MoneyMovedChange",
    "AccountTermsSetChange",
    "AccountCreditSetChange",
    "AccountChargedChange",
    "AccountRefundedChange",
    "AccountDebtWrittenOffChange",
    "AdjustmentMadeChange",
    "AdjustmentBegunChange",
    "AdjustmentEndedChange",
]
"""What happened."""


Channel: TypeAlias = Literal["api", "console"]
"""Where a request came in. Some rules hold for one of them only."""


Channel2: TypeAlias = Literal["link", "email", "qr-code"]
"""How an invitation reaches the customer."""


Charge: TypeAlias = Literal["period", "on-demand"]
"""How an order is charged."""


ChargeMode: TypeAlias = Literal["period", "on-demand", "reserved-instance", "savings-plan"]
"""How a service is charged for."""


class ChargeTerms(TypedDict):
    """What a charge is for. What nobody said is left open."""

    charge_mode: NotRequired[ChargeMode]
    """How it is charged for."""
    cloud_service_type: NotRequired[ServiceType | None]
    """The cloud service."""
    discount_amount: NotRequired[Money | None]
    """What the partner's and the vendor's discounts took off before it was charged."""
    resource_type: NotRequired[ServiceType | None]
    """The type of resource, in the vendor's code."""


CheckResult: TypeAlias = Literal["available", "used-by-user"]
"""What a check found."""


ChurnResult: TypeAlias = Literal["lost", "not-lost"]
"""Whether a customer is lost."""


CodeScene: TypeAlias = Literal["registration", "bank-card"]
"""What a verification code is for."""


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
    exited: NotRequired[bool]
    """Whether it has left the programme."""
    holds_no_customers: NotRequired[bool]
    """Whether it may not have customers of its own, as some distributors."""
    is_prepaid: NotRequired[bool]
    """Whether it pays in advance; only on the international site."""
    is_test: NotRequired[bool]
    """Whether it is a test account."""
    leaving: NotRequired[bool]
    """Whether it is leaving the programme."""
    name: NotRequired[str]
    """Its name; empty when nobody said."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    state: NotRequired[PartnerState]
    """Whether the vendor has sanctioned it."""
    uses_coupons: NotRequired[bool]
    """Whether it uses coupons itself (伙伴用券模式) and can no longer issue any."""


class MemberSetCommand(TypedDict):
    """Records an operator account, or changes its permission items."""

    type: Literal["member.set"]
    partner: PartnerId
    """The partner."""
    member: MemberId
    """The account."""
    account_name: str
    """The name it signs in with, which never changes; empty when nobody said."""
    roles: list[RoleId]
    """Its roles; none where only the items are known."""
    permission_items: list[str]
    """What it may do beside what its roles may, such as `BPC_ITEM_SUBCUSTSERV_030102`."""
    qualification_in_review: bool
    """Whether its qualification as account manager or SA specialist is under review."""
    director: NotRequired[MemberId | None]
    """The account director over it."""


class CustomerSetCommand(TypedDict):
    """Records a customer, or changes its record."""

    type: Literal["customer.set"]
    id: CustomerId
    """Its id."""
    account: NotRequired[Account]
    """Its place in an enterprise."""
    account_name: NotRequired[str]
    """The name of the account; empty when nobody said."""
    asks_verification_code: NotRequired[bool]
    """Whether its console operations ask for a verification code."""
    consumption_before_association: NotRequired[Money | None]
    """What it had spent before its first association; unknown when not said."""
    contracting_party: NotRequired[ContractingPartyId | None]
    """The vendor legal entity it signs with."""
    customer_level: NotRequired[CustomerLevel | None]
    """How the vendor ranks it."""
    customer_type: NotRequired[CustomerType | None]
    """Whether it is a person or a company, once it has passed real-name authentication."""
    email: NotRequired[str]
    """The e-mail address; empty when nobody said."""
    label: NotRequired[str | None]
    """The tag that its partner keeps on it (标签)."""
    name: NotRequired[str]
    """The customer's name; empty when nobody said."""
    phone: NotRequired[str]
    """The phone number; empty when nobody said."""
    phone_signs_in: NotRequired[bool]
    """Whether somebody signs in with the phone number, which then stands for this account alone."""
    real_name: NotRequired[bool | None]
    """Whether it has passed real-name authentication (实名认证); unknown when not said."""
    registered_at: NotRequired[datetime | str | None]
    """When the account was made."""
    rights_withdrawn: NotRequired[list[PartnerId]]
    """Partners whose rights over the customer are withdrawn although they are associated with it."""
    site: NotRequired[Site | None]
    """The site it is on; the center's own, when not said."""
    standing: NotRequired[Standing | None]
    """What bears on its associations."""
    state: NotRequired[CustomerState]
    """Whether it can be used at all."""
    xaccount: NotRequired[Xaccount | None]
    """The user of the partner's own platform whom the account stands for."""


class ResellerGrantCommand(TypedDict):
    """Lets a reseller do some things for its customers, and others no more. For its distributor."""

    type: Literal["reseller.grant"]
    reseller: PartnerId
    """The reseller."""
    grants: list[ResellerGrant]
    """All that is granted."""


class MemberSaveCommand(TypedDict):
    """Adds an operator account, or changes its roles. For administrators of the partner."""

    type: Literal["member.save"]
    member: MemberId
    """The account."""
    roles: list[RoleId]
    """All its roles, 1 to 3: preset ones by name, or the partner's own."""
    account_name: NotRequired[str | None]
    """The name it signs in with; the one it has, when absent."""
    director: NotRequired[MemberId | None]
    """The account director over it; nobody, when absent."""


class RoleSaveCommand(TypedDict):
    """Makes a role of the partner's own, or changes it. For administrators of the partner."""

    type: Literal["role.save"]
    role: RoleId
    """Its name."""
    permission_items: list[str]
    """All it may do."""


class ContactsSetCommand(TypedDict):
    """Says whom a partner's customers can turn to. For administrators of the partner."""

    type: Literal["contacts.set"]
    contacts: list[Contact]
    """All of them, at most 5, in the order in which customers see them; none has customers see the administrator instead."""


class RoleSetCommand(TypedDict):
    """Says what a role of a partner may do, preset ones too."""

    type: Literal["role.set"]
    partner: PartnerId
    """The partner."""
    role: RoleId
    """Its name; the names of preset roles are theirs."""
    permission_items: list[str]
    """What it may do."""


class OwnerAssignCommand(TypedDict):
    """Assigns customers to an account manager. For partners."""

    type: Literal["owner.assign"]
    customer_ids: list[str]
    """The customers."""
    manager: MemberId
    """The account manager."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused customer refuses the call."""


class OwnerReassignCommand(TypedDict):
    """Gives a customer another account manager. For partners."""

    type: Literal["owner.reassign"]
    customer: CustomerId
    """The customer."""
    manager: MemberId
    """The account manager."""


class OwnerReclaimCommand(TypedDict):
    """Takes customers back from their account managers. For partners."""

    type: Literal["owner.reclaim"]
    customer_ids: list[str]
    """The customers."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused customer refuses the call."""


class CustomerFreezeCommand(TypedDict):
    """Freezes customers. For partners, on the international and European sites."""

    type: Literal["customer.freeze"]
    customer_ids: list[str]
    """The customers, 1 to 10."""
    reason: str
    """Why, 1 to 256 characters."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused customer refuses the call."""
    freeze_type: NotRequired[str | None]
    """What of them; the account, when absent. To end a freeze, what was frozen."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers they are, when a distributor asks."""


class CustomerUnfreezeCommand(TypedDict):
    """Ends freezes of customers. For partners, on the international and European sites."""

    type: Literal["customer.unfreeze"]
    customer_ids: list[str]
    """The customers, 1 to 10."""
    reason: str
    """Why, 1 to 256 characters."""
    all_or_nothing: NotRequired[bool]
    """Whether one refused customer refuses the call."""
    freeze_type: NotRequired[str | None]
    """What of them; the account, when absent. To end a freeze, what was frozen."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers they are, when a distributor asks."""


class CodeSendCommand(TypedDict):
    """Has a verification code sent. For partners."""

    type: Literal["code.send"]
    receiver: str
    """The phone number (China site) or e-mail address (the other sites)."""
    customer: NotRequired[str | None]
    """The customer, who must be named when a bank card is verified."""
    scene: NotRequired[CodeScene]
    """What it is for."""
    timeout_minutes: NotRequired[int | None]
    """The minutes it shall live, 1 to 3000: 10, when absent; 5, above 60."""


class CustomerCreateCommand(TypedDict):
    """Makes an account for a customer, who becomes the partner's. For partners."""

    type: Literal["customer.create"]
    xaccount: Xaccount
    """The user of the partner's platform."""
    cooperation_type: NotRequired[str | None]
    """Referral, when it is `1` on the China site; resale otherwise."""
    domain_name: NotRequired[str | None]
    """The name of the account; one of 32 characters is made up, when absent."""
    email: NotRequired[str | None]
    """The e-mail address (the other sites)."""
    include_association_result: NotRequired[bool]
    """Whether the caller waits for the association."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it will be, when a distributor asks."""
    password: NotRequired[PasswordShape | None]
    """The password, as far as the rules judge it; the password itself is never here. Without one nobody signs in to the account directly."""
    phone: NotRequired[str | None]
    """The phone number (China site)."""


class AssociationCompleteCommand(TypedDict):
    """Says how the association of a new account has gone on."""

    type: Literal["association.complete"]
    customer: CustomerId
    """The customer."""
    outcome: AssociationOutcome
    """How."""


class InvitationSendCommand(TypedDict):
    """Invites somebody to become a customer. For partners."""

    type: Literal["invitation.send"]
    mode: AssociationMode
    """How they will work together."""
    channel: Channel2
    """How it reaches the customer."""
    expire_time: NotRequired[datetime | str | None]
    """Until when it can be accepted, this instant excluded; 15 days from now, when absent."""


class InvitationAcceptCommand(TypedDict):
    """Accepts an invitation. For the customer."""

    type: Literal["invitation.accept"]
    invitation: str
    """The invitation that its link or code names."""
    customer: CustomerId
    """The customer."""
    notice_accepted: NotRequired[bool]
    """Whether the customer ticked the association notice (客户关联华为云合作伙伴须知)."""


class AssociationRequestCommand(TypedDict):
    """Asks that an association ends or is switched. For the partner's administrators, and for the customer."""

    type: Literal["association.request"]
    customer: CustomerId
    """The customer."""
    change: AssociationChange
    """What is to become of the association."""
    impact_accepted: NotRequired[bool]
    """Whether the statement of what follows was ticked."""
    reason: NotRequired[str | None]
    """Why."""


class AssociationReviewCommand(TypedDict):
    """Says whether a request that the vendor has to see first may go on."""

    type: Literal["association.review"]
    customer: CustomerId
    """The customer."""
    passed: bool
    """Whether the request may go on to the other side."""


class AssociationAnswerCommand(TypedDict):
    """Answers such a request. For the other side."""

    type: Literal["association.answer"]
    customer: CustomerId
    """The customer."""
    approved: bool
    """Whether it agrees."""


class AuthorizationRequestCommand(TypedDict):
    """Asks a customer for its authorization. For partners."""

    type: Literal["authorization.request"]
    customer: CustomerId
    """The customer."""
    commitment_letter_accepted: NotRequired[bool]
    """Whether the commitment letter was ticked (华为云伙伴代客操作承诺书)."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class AuthorizationApproveCommand(TypedDict):
    """Agrees to such a request. For the customer."""

    type: Literal["authorization.approve"]
    customer: CustomerId
    """The customer."""
    letter_accepted: NotRequired[bool]
    """Whether the authorization letter was ticked (华为云客户授权书)."""
    trace_audit_on: NotRequired[bool]
    """Whether the customer records what is done in its account (云审计, CTS)."""


class AuthorizationRejectCommand(TypedDict):
    """Does not agree. For the customer."""

    type: Literal["authorization.reject"]
    customer: CustomerId
    """The customer."""


class AuthorizationRevokeCommand(TypedDict):
    """Takes an authorization back. For the customer."""

    type: Literal["authorization.revoke"]
    customer: CustomerId
    """The customer."""
    reason: NotRequired[str | None]
    """Why."""


class OrderPlaceCommand(TypedDict):
    """Acts inside a customer's account: orders, configures, renews, unsubscribes. For partners."""

    type: Literal["order.place"]
    customer: CustomerId
    """The customer."""
    operation: OnBehalf
    """What is done there."""
    service_type: ServiceType
    """The cloud service it is about."""
    billing_mode: BillingMode
    """How it is paid for; after a conversion, how it is from then on."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor acts."""
    is_koogallery: NotRequired[bool]
    """Whether it is a KooGallery product (云商店)."""


class WarningRefreshCommand(TypedDict):
    """Brings the customer warnings of a day."""

    type: Literal["warning.refresh"]
    data_date: str
    """The day of the data, where the site counts its days."""
    warnings: list[WarningData]
    """All warnings of the day, new and known ones."""


class WarningProcessCommand(TypedDict):
    """Says what became of a warning. For the sole owner of the customer."""

    type: Literal["warning.process"]
    warning: WarningId
    """The warning."""
    remark: NotRequired[str]
    """What was done, or is going to be."""
    result: NotRequired[ChurnResult | None]
    """Whether the customer is lost; of churn warnings only, and there it must be said."""


class ContractSetCommand(TypedDict):
    """Records an offline contract, or changes its record."""

    type: Literal["contract.set"]
    contract_code: ContractCode
    """Its code, by which it is found."""
    partner_id: PartnerId
    """The partner whose contract it is."""
    contract_kind: OfflineContractKind
    """What it is about."""
    sign_date: str
    """The day on which it was signed."""
    effective_time: datetime | str
    """From when it is in force."""
    expire_time: datetime | str
    """Until when; this instant no longer."""
    amount: NotRequired[Money | None]
    """What it is worth, if it names a sum."""
    contract_name: NotRequired[str]
    """What it is called; empty when nobody said."""
    counterparty: NotRequired[str]
    """The other side, who signed it; empty when nobody said."""
    terminated: NotRequired[bool]
    """Whether it was ended before its time."""


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


class AccountRechargeCommand(TypedDict):
    """Tops up a partner's account, or a customer's own cash."""

    type: Literal["account.recharge"]
    holder: Holder
    """Whose account."""
    amount: Money
    """How much, above zero, in whole cents."""
    rebate: NotRequired[bool]
    """Whether it is a rebate of the vendor's."""


class AccountSetTermsCommand(TypedDict):
    """Sets what of a partner's cash is set aside, and what it may allocate."""

    type: Literal["account.set-terms"]
    partner: PartnerId
    """The partner."""
    allocatable_amount: NotRequired[Money | None]
    """The most that one allocation may move, beside what the cash allows (可拨款账户); no such limit, when absent."""
    designated_amount: NotRequired[Money | None]
    """What of its cash is set aside for a purpose and not to be allocated (专款专用余额); nothing, when absent. Never more than the cash there is."""
    standard_sales_contract: NotRequired[bool]
    """Whether it bought a standard-sales contract (标销合同), whose cash the system freezes and unfreezes."""


class AccountSetCreditCommand(TypedDict):
    """Sets the limit of a partner's credit."""

    type: Literal["account.set-credit"]
    partner: PartnerId
    """The partner."""
    limit: Money
    """The most it can owe; not below zero, in whole cents."""
    expire_time: NotRequired[datetime | str | None]
    """From when on there is no credit any more; it does not expire, when absent."""


class AccountChargeCommand(TypedDict):
    """Charges a partner or a customer for what was consumed."""

    type: Literal["account.charge"]
    payer: Holder
    """Who pays: a partner, or a customer itself."""
    trade_id: TradeId
    """The transaction, or the order; none is charged twice."""
    trade_detail_type: TradeDetailType
    """What it is: a type of consumption."""
    amount: Money
    """How much, above zero, in whole cents."""
    terms: NotRequired[ChargeTerms]
    """What it is for."""


class AccountRefundCommand(TypedDict):
    """Refunds a charge, or a part of it."""

    type: Literal["account.refund"]
    charge: TradeId
    """The charge."""
    trade_id: TradeId
    """The transaction of the refund."""
    amount: Money
    """How much, above zero, in whole cents."""
    unsubscription: NotRequired[bool]
    """Whether what was bought is unsubscribed."""


class AccountWriteOffDebtCommand(TypedDict):
    """Writes off what a customer owes."""

    type: Literal["account.write-off-debt"]
    customer: CustomerId
    """The customer."""
    amount: Money
    """How much, above zero, in whole cents."""


class AccountFreezeCashCommand(TypedDict):
    """Freezes cash of a partner."""

    type: Literal["account.freeze-cash"]
    partner: PartnerId
    """The partner."""
    amount: Money
    """How much, above zero, in whole cents."""
    family: FreezeFamily
    """Why."""


class AccountUnfreezeCashCommand(TypedDict):
    """Unfreezes cash of a partner."""

    type: Literal["account.unfreeze-cash"]
    partner: PartnerId
    """The partner."""
    amount: Money
    """How much, above zero, in whole cents."""
    family: FreezeFamily
    """Why."""


class AccountClearFrozenCommand(TypedDict):
    """Clears frozen cash of a partner: it is gone."""

    type: Literal["account.clear-frozen"]
    partner: PartnerId
    """The partner."""
    amount: Money
    """How much, above zero, in whole cents."""
    family: FreezeFamily
    """Why."""


class AccountPayForCustomerCommand(TypedDict):
    """Pays an order of a customer. For partners."""

    type: Literal["account.pay-for-customer"]
    customer_id: str
    """The customer."""
    order_id: TradeId
    """The order."""
    price: Money
    """What it costs."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, and who pays, when a distributor asks through the API."""


class AdjustmentAllocateCommand(TypedDict):
    """Allocates money to a customer. For partners."""

    type: Literal["adjustment.allocate"]
    customer_id: str
    """The customer."""
    amount: Money
    """How much: above zero, in whole cents, at most 9 999 999 999.99."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, and who pays, when a distributor asks through the API."""
    key: NotRequired[AdjustmentKey | None]
    """Ours: by which the same adjustment is known when it is asked for again."""
    source: NotRequired[AllocationSource | None]
    """From which account; the console asks for it, and the API knows the top-up account only."""


class AdjustmentReclaimCommand(TypedDict):
    """Reclaims money from a customer. For partners."""

    type: Literal["adjustment.reclaim"]
    customer_id: str
    """The customer."""
    amount: Money
    """How much: above zero, in whole cents, at most 9 999 999 999.99."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, and who gets the money, when a distributor asks through the API."""
    key: NotRequired[AdjustmentKey | None]
    """Ours: by which the same adjustment is known when it is asked for again."""


class AdjustmentAllocateBatchCommand(TypedDict):
    """Allocates money to several customers. For partners, in the console."""

    type: Literal["adjustment.allocate-batch"]
    items: list[BatchItem]
    """The customers, 1 to 100, each with an amount."""
    all_or_nothing: NotRequired[bool]
    """Ours: whether one refused customer refuses the call."""
    key: NotRequired[AdjustmentKey | None]
    """Ours: by which the same adjustments are known when they are asked for again."""
    source: NotRequired[AllocationSource | None]
    """From which account it is allocated; says nothing of a reclaim."""


class AdjustmentReclaimBatchCommand(TypedDict):
    """Reclaims money from several customers. For partners, in the console."""

    type: Literal["adjustment.reclaim-batch"]
    items: list[BatchItem]
    """The customers, 1 to 100, each with an amount."""
    all_or_nothing: NotRequired[bool]
    """Ours: whether one refused customer refuses the call."""
    key: NotRequired[AdjustmentKey | None]
    """Ours: by which the same adjustments are known when they are asked for again."""
    source: NotRequired[AllocationSource | None]
    """From which account it is allocated; says nothing of a reclaim."""


class AdjustmentAllocateToResellerCommand(TypedDict):
    """Allocates money to a cloud reseller. For distributors."""

    type: Literal["adjustment.allocate-to-reseller"]
    indirect_partner_id: str
    """The reseller."""
    amount: Money
    """How much: above zero, in whole cents, at most 9 999 999 999.99."""
    key: NotRequired[AdjustmentKey | None]
    """Ours: by which the same adjustment is known when it is asked for again."""


class AdjustmentReclaimFromResellerCommand(TypedDict):
    """Reclaims money from a cloud reseller. For distributors."""

    type: Literal["adjustment.reclaim-from-reseller"]
    indirect_partner_id: str
    """The reseller."""
    amount: Money
    """How much: above zero, in whole cents, at most 9 999 999 999.99."""
    key: NotRequired[AdjustmentKey | None]
    """Ours: by which the same adjustment is known when it is asked for again."""


AdjustmentBeginCommand = TypedDict(
    "AdjustmentBeginCommand",
    {
        "type": "Literal['adjustment.begin']",
        "partner": "PartnerId",
        "with": "Holder",
    },
)
"""Notes that an adjustment between two accounts is under way."""


AdjustmentEndCommand = TypedDict(
    "AdjustmentEndCommand",
    {
        "type": "Literal['adjustment.end']",
        "partner": "PartnerId",
        "with": "Holder",
    },
)
"""Notes that it is not any more."""


class ClockAdvanceCommand(TypedDict):
    """Lets time pass until the instant of the request: what fell due happens. For the system."""

    type: Literal["clock.advance"]


Command: TypeAlias = Union[
    "PartnerSetCommand",
    "MemberSetCommand",
    "CustomerSetCommand",
    "ResellerGrantCommand",
    "MemberSaveCommand",
    "RoleSaveCommand",
    "ContactsSetCommand",
    "RoleSetCommand",
    "OwnerAssignCommand",
    "OwnerReassignCommand",
    "OwnerReclaimCommand",
    "CustomerFreezeCommand",
    "CustomerUnfreezeCommand",
    "CodeSendCommand",
    "CustomerCreateCommand",
    "AssociationCompleteCommand",
    "InvitationSendCommand",
    "InvitationAcceptCommand",
    "AssociationRequestCommand",
    "AssociationReviewCommand",
    "AssociationAnswerCommand",
    "AuthorizationRequestCommand",
    "AuthorizationApproveCommand",
    "AuthorizationRejectCommand",
    "AuthorizationRevokeCommand",
    "OrderPlaceCommand",
    "WarningRefreshCommand",
    "WarningProcessCommand",
    "ContractSetCommand",
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
    "AccountRechargeCommand",
    "AccountSetTermsCommand",
    "AccountSetCreditCommand",
    "AccountChargeCommand",
    "AccountRefundCommand",
    "AccountWriteOffDebtCommand",
    "AccountFreezeCashCommand",
    "AccountUnfreezeCashCommand",
    "AccountClearFrozenCommand",
    "AccountPayForCustomerCommand",
    "AdjustmentAllocateCommand",
    "AdjustmentReclaimCommand",
    "AdjustmentAllocateBatchCommand",
    "AdjustmentReclaimBatchCommand",
    "AdjustmentAllocateToResellerCommand",
    "AdjustmentReclaimFromResellerCommand",
    "AdjustmentBeginCommand",
    "AdjustmentEndCommand",
    "ClockAdvanceCommand",
]
"""What is asked for. Where nothing else is said, it is for the vendor to ask."""


Confidence: TypeAlias = Literal["documented", "derived", "assumed"]
"""How sure we are that the partner center has this rule."""


class ConsumingCustomer(TypedDict):
    """A customer who consumed something."""

    customer_id: CustomerId
    """The customer."""


class Contact(TypedDict):
    """Somebody at a partner whom its customers can turn to."""

    name: str
    """The name."""
    email: NotRequired[str]
    """The e-mail address; empty when nobody said."""
    phone: NotRequired[str]
    """The phone number; empty when nobody said."""


class ContactItem(TypedDict):
    """Somebody whom customers can turn to. In full for customers, whom it is for."""

    name: str
    """The name; of an administrator who stands in, the partner's."""
    phone: str
    """The phone number; empty when nobody said."""
    email: str
    """The e-mail address; empty when nobody said."""
    is_administrator: bool
    """Whether it is the administrator, because the partner has named no contacts."""


ContractCode: TypeAlias = "str"
"""A contract, by the code that its parties know it by (合同编码). No space stands before or behind it."""


ContractKind: TypeAlias = Literal[
    "offline-direct",
    "telesales-discount",
    "direct-special-price",
    "professional-service",
    "framework-commercial",
    "partner-special",
]
"""A kind of contract that bears on associations."""


ContractStatus: TypeAlias = Literal["not-yet-effective", "effective", "expired", "terminated"]
"""Where a contract stands at an instant."""


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
    used: Money
    """What orders took from it, without what refunds put back."""
    returned: Money
    """What went back to a quota."""
    forfeited: Money
    """What was lost with a legacy coupon's single use."""
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


class CustomerBalanceItem(TypedDict):
    """What a resale customer has, and what it owes; one of the two is nothing."""

    customer_id: CustomerId
    """The customer."""
    amount: Money
    """What is left of what was allocated to it."""
    debt_amount: Money
    """What it owes."""


CustomerId: TypeAlias = "str"
"""A customer account."""


class CustomerItem(TypedDict):
    """A customer, as the list shows it. Names, phone and e-mail are masked, unless asked for in full."""

    customer_id: CustomerId
    """The customer."""
    account_name: str
    """The name of its account."""
    customer_name: str
    """Its name; empty before it has passed real-name authentication."""
    phone: str
    """Its phone number."""
    email: str
    """Its e-mail address."""
    associated_on: datetime
    """When it became the partner's."""
    owner: OwnerKind
    """Who answers for it."""
    pending_warnings: int
    """Warnings about it that nobody has seen to."""
    account_manager: NotRequired[MemberId | None]
    """The account manager it is assigned to."""
    account_manager_name: NotRequired[str | None]
    """The name of the account manager's account."""
    association_code: NotRequired[int | None]
    """The code of the mode at the site of the center."""
    association_mode: NotRequired[AssociationMode | None]
    """How it works together with the partner; some old customers have no mode."""
    consumption_from: NotRequired[datetime | None]
    """From when on its spending counts as consumption of the account manager's customers."""
    customer_level: NotRequired[CustomerLevel | None]
    """How the vendor ranks it."""
    customer_type: NotRequired[CustomerType | None]
    """Whether it is a person or a company; nothing before real-name authentication."""
    frozen: NotRequired[FreezeType | None]
    """What of it the partner has frozen."""
    label: NotRequired[str | None]
    """Its tag."""
    manager_since: NotRequired[datetime | None]
    """Since when it is assigned to the account manager."""
    performance_from: NotRequired[str | None]
    """The first day whose spending counts to the account manager's performance."""
    real_name: NotRequired[bool | None]
    """Whether it has passed real-name authentication; unknown when absent."""
    xaccount_id: NotRequired[str | None]
    """The user of the partner's own platform whom the account stands for."""
    xaccount_type: NotRequired[str | None]
    """The platform of that user."""


CustomerLevel: TypeAlias = Literal["V0", "V1", "V2", "V3", "V4", "V5"]
"""How the vendor ranks a customer."""


CustomerState: TypeAlias = Literal["normal", "frozen", "closed"]
"""Whether a customer account can be used."""


CustomerType: TypeAlias = Literal["individual", "enterprise"]
"""Whether a customer is a person or a company."""


Direction: TypeAlias = Literal["income", "expense"]
"""Whether a line adds or takes."""


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


class FeeRecord(TypedDict):
    """A charge, what came back of one, or a debt that was written off."""

    bill_cycle: str
    """The month."""
    customer_id: CustomerId
    """The customer."""
    partner_id: PartnerId
    """The partner whose customer it was."""
    bill_detail_type: BillDetailType
    """What the record stands for."""
    trade_id: TradeId
    """The order, or the transaction."""
    trade_time: datetime
    """When."""
    official_amount: Money
    """The price before discounts; below zero for what came back, as all amounts are."""
    official_discount_amount: Money
    """What discounts took off before."""
    payment_amount: Money
    """What is to be paid: what was paid, what is owed and what was written off, together."""
    cash_amount: Money
    """What was paid in cash, the customer's own or what was allocated to it."""
    debt_amount: Money
    """What could not be paid."""
    writeoff_amount: Money
    """What of debts was written off."""
    account_manager_id: NotRequired[MemberId | None]
    """The account manager who answered for the customer then."""
    association_mode: NotRequired[AssociationMode | None]
    """How they were associated then; some old customers have no mode."""
    charge_mode: NotRequired[ChargeMode | None]
    """How it is charged for."""
    cloud_service_type: NotRequired[ServiceType | None]
    """The cloud service."""
    resource_type: NotRequired[ServiceType | None]
    """The type of resource."""


Format: TypeAlias = Literal["csv", "csv-bom", "jsonl"]
"""How an export is written."""


FreezeFamily: TypeAlias = Literal["manual", "refund", "system"]
"""Why cash is frozen."""


FreezeType: TypeAlias = Literal["account", "account-and-resources"]
"""What of a customer is frozen."""


class PartnerHolder(TypedDict):
    """A partner."""

    type: Literal["partner"]
    partner: PartnerId
    """The partner."""


class CustomerHolder(TypedDict):
    """A customer."""

    type: Literal["customer"]
    customer: CustomerId
    """The customer."""


Holder: TypeAlias = Union["PartnerHolder", "CustomerHolder"]
"""Whose money it is."""


InvitationId: TypeAlias = "str"
"""An invitation of a partner to become its customer."""


class KeyUse(TypedDict):
    """A key that was used, by whom and for what."""

    partner: PartnerId
    """The partner that called."""
    key: AdjustmentKey
    """Its key."""
    asked: str
    """A fingerprint of what was asked."""


Level: TypeAlias = Literal["call", "row", "warning", "effect", "view"]
"""What a rule does when it is broken, or that it is not broken but shown."""


class Limits(TypedDict):
    """The numbers of the partner center, and a list. Counts, unless the name says characters, days, months or years."""

    association_request_window_months: NotRequired[int]
    """Calendar months of that window: 3."""
    association_requests_per_window_cn: NotRequired[int]
    """Requests to end or switch one association that each side may make in one window, on the China site: 1."""
    association_requests_per_window_eu: NotRequired[int]
    """The same on the European site: 1."""
    association_requests_per_window_intl: NotRequired[int]
    """The same on the international site: 3."""
    authorization_months: NotRequired[int]
    """Calendar months for which an authorization holds where `authz.no-expiry` is switched off: 12, ours."""
    balance_customers_max: NotRequired[int]
    """Customers of one query of balances: 100."""
    batch_customers_max: NotRequired[int]
    """Customers of one batch of allocations or reclaims: 100, assumed."""
    bill_refresh_hour: NotRequired[int]
    """The hour of the day, in the site's zone, from which the monthly summary has what happened until the end of yesterday: 16."""
    calls_per_second: NotRequired[int]
    """API calls of one source, operation and partner in one clock second: 10."""
    child_quotas_max: NotRequired[int]
    """Child quotas of one reclaim: 10."""
    code_failed_checks_max: NotRequired[int]
    """Failed checks after which a verification code is no good: 3."""
    code_send_seconds: NotRequired[int]
    """Seconds between two verification codes to one receiver: 60, assumed."""
    custom_roles_max: NotRequired[int]
    """Roles of a partner's own: 10."""
    customer_contacts_max: NotRequired[int]
    """Customer contacts of a partner: 5."""
    customers_max: NotRequired[int]
    """Customers of one issue through the API: 100."""
    customers_max_console: NotRequired[int]
    """Customers of one issue in the console: 10."""
    eu_reseller_services: NotRequired[list[ServiceType]]
    """The cloud services that resellers of the European site may buy on behalf of their customers: ECS, EVS and EIP; all when empty."""
    export_months_max: NotRequired[int]
    """Calendar months one export may span: 12."""
    fee_record_months: NotRequired[int]
    """Months that records of fees reach back: 18."""
    five_day_unsubscribes_max: NotRequired[int]
    """Unsubscribes of one customer under the five-day rule: 10."""
    freeze_customers_max: NotRequired[int]
    """Customers of one freeze, or of the end of one: 10."""
    freeze_reason_characters_max: NotRequired[int]
    """Characters of the reason of a freeze: 256."""
    freeze_release_days: NotRequired[int]
    """Days after which resources that are still frozen are released: 15."""
    fresh_customer_days: NotRequired[int]
    """Days since its registration for which a customer is a new one: 7."""
    indirect_partner_characters_max: NotRequired[int]
    """Characters of the reseller's id in a coupon reclaim: 100."""
    invitation_days_max: NotRequired[int]
    """Days for which an invitation can be accepted: 15, assumed."""
    issued_retention_years: NotRequired[int]
    """Calendar years for which the issued-coupon list keeps a coupon that can no longer be used: 2."""
    member_roles_max: NotRequired[int]
    """Roles of one operator account: 3."""
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
    registrations_per_phone: NotRequired[int]
    """Accounts that may have one phone number: 5, assumed."""
    remark_characters_max: NotRequired[int]
    """Characters of the remark of a quota reclaim: 256."""
    resellers_max: NotRequired[int]
    """Resellers of one grant: 100."""
    services_max: NotRequired[int]
    """Cloud service types one coupon may be limited to: 10."""
    statement_calls_per_second: NotRequired[int]
    """API queries of statements of one source and partner in one clock second: 20."""
    warning_remark_characters_max: NotRequired[int]
    """Characters of the remark on a processed warning: 500, assumed."""


MemberId: TypeAlias = "str"
"""An operator account of a partner."""


class MemberItem(TypedDict):
    """An operator account, as the list shows it."""

    member: MemberId
    """The account."""
    account_name: str
    """The name it signs in with; masked, unless asked for in full."""
    roles: list[RoleId]
    """Its roles."""
    permission_items: list[str]
    """All it may do, by name: its own permission items, those of its roles, and what every role may. An administrator needs none."""
    qualification_in_review: bool
    """Whether its qualification as account manager or SA specialist is under review."""
    director: NotRequired[MemberId | None]
    """The account director over it."""


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


MoneyMoved = TypedDict(
    "MoneyMoved",
    {
        "trade_id": "TradeId",
        "trade_detail_type": "TradeDetailType",
        "from": "Place",
        "to": "Place",
        "amount": "Money",
    },
)
"""Money moved from one place to another."""


class MonthlyBillItem(TypedDict):
    """A line of a monthly summary."""

    bill_cycle: str
    """The month."""
    customer_id: CustomerId
    """The customer."""
    bill_type: BillType
    """What the line stands for."""
    charge_mode: ChargeMode
    """How it is charged for."""
    amount: Money
    """How much, before tax; not above zero for what came back and what was written off."""
    account_details: list[AccountDetail]
    """From which accounts it was paid."""
    adjustment_amount: NotRequired[Money | None]
    """Of consumption: what was adjusted; nothing, as write-offs have lines of their own."""
    cloud_service_type: NotRequired[ServiceType | None]
    """The cloud service."""
    debt_amount: NotRequired[Money | None]
    """Of consumption: what could not be paid, and was owed."""
    discount_amount: NotRequired[Money | None]
    """Of consumption: what discounts took off before."""
    resource_type: NotRequired[ServiceType | None]
    """The type of resource."""


class OfflineContractItem(TypedDict):
    """A contract, as the page shows it."""

    contract_code: ContractCode
    """Its code."""
    contract_name: str
    """What it is called; empty when nobody said."""
    partner_id: PartnerId
    """The partner whose contract it is."""
    counterparty: str
    """The other side, who signed it, masked unless it is asked for in full; empty when nobody said."""
    contract_kind: OfflineContractKind
    """What it is about."""
    sign_date: str
    """The day on which it was signed."""
    effective_time: datetime
    """From when it is in force."""
    expire_time: datetime
    """Until when; this instant no longer."""
    status: ContractStatus
    """Where it stands now."""
    amount: NotRequired[Money | None]
    """What it is worth, if it names a sum."""


OfflineContractKind: TypeAlias = Literal[
    "rebate",
    "channel-framework",
    "earmarked-fund",
    "direct-sign",
    "telesales-authorization",
    "commercial",
    "channel-commercial",
]
"""What a contract is about."""


OnBehalf: TypeAlias = Literal[
    "order",
    "change-specification",
    "convert-billing",
    "renew",
    "unsubscribe",
    "operate",
]
"""What a partner does inside a customer's account."""


class PartnerSetOperation(TypedDict):
    """Recording a partner."""

    type: Literal["partner.set"]


class MemberSetOperation(TypedDict):
    """Recording an operator account."""

    type: Literal["member.set"]
    partner: PartnerId
    """The partner."""
    member: MemberId
    """The account."""


class RoleSetOperation(TypedDict):
    """Saying what a role of a partner may do."""

    type: Literal["role.set"]
    partner: PartnerId
    """The partner."""
    role: RoleId
    """The role."""


class CustomerSetOperation(TypedDict):
    """Recording a customer."""

    type: Literal["customer.set"]


class CatalogImportOperation(TypedDict):
    """Importing what is on sale."""

    type: Literal["catalog.import"]


class ResellerGrantOperation(TypedDict):
    """Letting a reseller do things for its customers."""

    type: Literal["reseller.grant"]
    reseller: PartnerId
    """The reseller."""
    grants: list[ResellerGrant]
    """All that is granted."""


class MemberSaveOperation(TypedDict):
    """Adding or changing an operator account."""

    type: Literal["member.save"]
    member: MemberId
    """The account."""


class RoleSaveOperation(TypedDict):
    """Making or changing a role."""

    type: Literal["role.save"]
    role: RoleId
    """The role."""


class ContactsSetOperation(TypedDict):
    """Saying whom customers can turn to."""

    type: Literal["contacts.set"]


class OwnerAssignOperation(TypedDict):
    """Assigning a customer to an account manager."""

    type: Literal["owner.assign"]
    customer: CustomerId
    """The customer."""
    manager: MemberId
    """The account manager."""


class OwnerReassignOperation(TypedDict):
    """Giving a customer another account manager."""

    type: Literal["owner.reassign"]
    customer: CustomerId
    """The customer."""
    manager: MemberId
    """The account manager."""


class OwnerReclaimOperation(TypedDict):
    """Taking a customer back from its account manager."""

    type: Literal["owner.reclaim"]
    customer: CustomerId
    """The customer."""


class CustomerFreezeOperation(TypedDict):
    """Freezing a customer."""

    type: Literal["customer.freeze"]
    customer: CustomerId
    """The customer."""
    freeze_type: NotRequired[FreezeType | None]
    """What of it; the account, when absent. To end a freeze, what is frozen, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class CustomerUnfreezeOperation(TypedDict):
    """Ending the freeze of a customer."""

    type: Literal["customer.unfreeze"]
    customer: CustomerId
    """The customer."""
    freeze_type: NotRequired[FreezeType | None]
    """What of it; the account, when absent. To end a freeze, what is frozen, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class CodeSendOperation(TypedDict):
    """Having a verification code sent."""

    type: Literal["code.send"]
    receiver: str
    """The phone number (China site) or e-mail address (the other sites)."""
    customer: NotRequired[str | None]
    """The customer, who must be named when a bank card is verified."""
    scene: NotRequired[CodeScene]
    """What it is for."""
    timeout_minutes: NotRequired[int | None]
    """The minutes it shall live, 1 to 3000: 10, when absent; 5, above 60."""


class CustomerCreateOperation(TypedDict):
    """Making an account for a customer."""

    type: Literal["customer.create"]
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it will be, when a distributor asks."""


class AssociationCompleteOperation(TypedDict):
    """Completing the association of a new account."""

    type: Literal["association.complete"]
    customer: CustomerId
    """The customer."""


class InvitationSendOperation(TypedDict):
    """Inviting somebody to become a customer."""

    type: Literal["invitation.send"]
    mode: AssociationMode
    """How they will work together."""


class InvitationAcceptOperation(TypedDict):
    """Accepting an invitation."""

    type: Literal["invitation.accept"]
    invitation: str
    """The invitation."""
    customer: CustomerId
    """The customer."""


class AssociationRequestOperation(TypedDict):
    """Asking that an association ends or is switched."""

    type: Literal["association.request"]
    customer: CustomerId
    """The customer."""
    change: AssociationChange
    """What is to become of it."""


class AssociationReviewOperation(TypedDict):
    """Letting such a request go on."""

    type: Literal["association.review"]
    customer: CustomerId
    """The customer."""


class AssociationAnswerOperation(TypedDict):
    """Answering such a request."""

    type: Literal["association.answer"]
    customer: CustomerId
    """The customer."""


class AuthorizationRequestOperation(TypedDict):
    """Asking a customer for its authorization."""

    type: Literal["authorization.request"]
    customer: CustomerId
    """The customer."""


class AuthorizationApproveOperation(TypedDict):
    """Agreeing to such a request."""

    type: Literal["authorization.approve"]
    customer: CustomerId
    """The customer."""


class AuthorizationRejectOperation(TypedDict):
    """Not agreeing to it."""

    type: Literal["authorization.reject"]
    customer: CustomerId
    """The customer."""


class AuthorizationRevokeOperation(TypedDict):
    """Taking an authorization back."""

    type: Literal["authorization.revoke"]
    customer: CustomerId
    """The customer."""


class OrderPlaceOperation(TypedDict):
    """Acting inside a customer's account."""

    type: Literal["order.place"]
    customer: CustomerId
    """The customer."""
    operation: OnBehalf
    """What is done there."""
    service_type: ServiceType
    """The cloud service it is about."""
    billing_mode: BillingMode
    """How it is paid for; after a conversion, how it is from then on."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor acts."""
    is_koogallery: NotRequired[bool]
    """Whether it is a KooGallery product (云商店)."""


class WarningRefreshOperation(TypedDict):
    """Bringing the warnings of a day."""

    type: Literal["warning.refresh"]


class WarningProcessOperation(TypedDict):
    """Processing a warning."""

    type: Literal["warning.process"]
    warning: WarningId
    """The warning."""


class ContractSetOperation(TypedDict):
    """Recording an offline contract of a partner."""

    type: Literal["contract.set"]
    partner: PartnerId
    """The partner."""


class CustomerAssociateOperation(TypedDict):
    """Making a customer a partner's."""

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


class CustomerDisassociateOperation(TypedDict):
    """Ending an association at once."""

    type: Literal["customer.disassociate"]
    customer: CustomerId
    """The customer."""


class CustomerSwitchModeOperation(TypedDict):
    """Switching an association at once."""

    type: Literal["customer.switch-mode"]
    customer: CustomerId
    """The customer."""
    mode: AssociationMode
    """The new mode."""


class CustomerTransferOperation(TypedDict):
    """Moving a customer to another partner."""

    type: Literal["customer.transfer"]
    customer: CustomerId
    """The customer."""
    to: PartnerId
    """The reseller it moves to."""


class CustomerChangeContractingPartyOperation(TypedDict):
    """Having a customer sign with another legal entity."""

    type: Literal["customer.change-contracting-party"]
    customer: CustomerId
    """The customer."""
    contracting_party: ContractingPartyId
    """The legal entity."""


class CustomerLeaveEnterpriseOperation(TypedDict):
    """Letting a sub-account leave its enterprise."""

    type: Literal["customer.leave-enterprise"]
    customer: CustomerId
    """The customer."""


class WhitelistImportOperation(TypedDict):
    """Importing a cash-coupon whitelist."""

    type: Literal["whitelist.import"]
    partner: PartnerId
    """The partner."""


class WhitelistDeactivateOperation(TypedDict):
    """Deactivating it."""

    type: Literal["whitelist.deactivate"]
    partner: PartnerId
    """The partner."""


class PickupWhitelistAddOperation(TypedDict):
    """Putting customers on a pick-up-voucher whitelist."""

    type: Literal["pickup-whitelist.add"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class PickupWhitelistRemoveOperation(TypedDict):
    """Taking customers off it."""

    type: Literal["pickup-whitelist.remove"]
    partner: PartnerId
    """The partner."""
    customers: list[CustomerId]
    """The customers."""


class QuotaSetOperation(TypedDict):
    """Setting a quota for a partner."""

    type: Literal["quota.set"]
    holder: PartnerId
    """The partner."""


class QuotaAdjustOperation(TypedDict):
    """Adding to a quota."""

    type: Literal["quota.adjust"]
    quota: QuotaId
    """The quota."""


class QuotaWriteOffOperation(TypedDict):
    """Writing off value of a quota."""

    type: Literal["quota.write-off"]
    quota: QuotaId
    """The quota."""


class QuotaSetStatusOperation(TypedDict):
    """Changing the state of a quota."""

    type: Literal["quota.set-status"]
    quota: QuotaId
    """The quota."""
    status: QuotaStatus
    """Its new state. A child becomes `reclaimed` by its distributor's reclaim only."""


class QuotaBeginGrantOperation(TypedDict):
    """Noting that a grant is being processed."""

    type: Literal["quota.begin-grant"]
    quota: QuotaId
    """The quota."""


class QuotaEndGrantOperation(TypedDict):
    """Noting that it is not any more."""

    type: Literal["quota.end-grant"]
    quota: QuotaId
    """The quota."""


class QuotaGrantOperation(TypedDict):
    """Granting a part of a quota to a reseller."""

    type: Literal["quota.grant"]
    quota_id: QuotaId
    """The distributor's quota."""
    indirect_partner_id: str
    """The reseller."""
    quota_amount: NotRequired[Money | None]
    """What it is to get; a cent, when absent."""


class QuotaReclaimOperation(TypedDict):
    """Taking a child quota back."""

    type: Literal["quota.reclaim"]
    quota: QuotaId
    """The quota."""


class CouponIssueOperation(TypedDict):
    """Issuing a coupon to a customer."""

    type: Literal["coupon.issue"]
    quota_id: QuotaId
    """The quota."""
    customer_id: str
    """The customer."""
    face_value: NotRequired[Money | None]
    """The value of the coupon; the smallest that the quota allows, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller for whose customer a distributor issues, through the API."""
    pick_up: NotRequired[bool]
    """Whether it is to be a pick-up voucher (提货券)."""


class CouponReclaimOperation(TypedDict):
    """Taking a coupon back."""

    type: Literal["coupon.reclaim"]
    coupon_id: CouponId
    """The coupon."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller who issued it, when a distributor reclaims for it through the API."""


class CouponUseOperation(TypedDict):
    """Paying an order with a coupon."""

    type: Literal["coupon.use"]
    coupon_id: CouponId
    """The coupon."""
    amount: NotRequired[Money | None]
    """What is to be paid; the smallest order that the coupon pays for, when absent."""
    order: NotRequired[OrderId | None]
    """The order; a new one, when absent."""


class CouponLockOperation(TypedDict):
    """Having an order hold a coupon."""

    type: Literal["coupon.lock"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The unpaid order."""


class CouponReleaseOperation(TypedDict):
    """Letting it go."""

    type: Literal["coupon.release"]
    coupon: CouponId
    """The coupon."""
    order: OrderId
    """The unpaid order."""


class CouponRefundOperation(TypedDict):
    """Refunding what coupons paid."""

    type: Literal["coupon.refund"]
    order: OrderId
    """The order."""
    reason: RefundReason
    """Why."""
    parts: list[RefundPart]
    """How much of each coupon."""


class CouponReverseRefundOperation(TypedDict):
    """Taking back what a refund credited."""

    type: Literal["coupon.reverse-refund"]
    coupon: CouponId
    """The coupon."""
    amount: Money
    """How much."""


class CouponFreezeOperation(TypedDict):
    """Freezing a coupon."""

    type: Literal["coupon.freeze"]
    coupon: CouponId
    """The coupon."""


class CouponUnfreezeOperation(TypedDict):
    """Unfreezing a coupon."""

    type: Literal["coupon.unfreeze"]
    coupon: CouponId
    """The coupon."""


class AccountRechargeOperation(TypedDict):
    """Topping an account up."""

    type: Literal["account.recharge"]
    holder: Holder
    """A partner, or a customer."""


class AccountSetTermsOperation(TypedDict):
    """Setting what a partner may do with its money."""

    type: Literal["account.set-terms"]
    partner: PartnerId
    """The partner."""


class AccountSetCreditOperation(TypedDict):
    """Setting the limit of a partner's credit."""

    type: Literal["account.set-credit"]
    partner: PartnerId
    """The partner."""


class AccountChargeOperation(TypedDict):
    """Charging a partner or a customer."""

    type: Literal["account.charge"]
    holder: Holder
    """A partner, or a customer."""


class AccountRefundOperation(TypedDict):
    """Refunding a charge."""

    type: Literal["account.refund"]
    charge: TradeId
    """The transaction, or the order."""


class AccountWriteOffDebtOperation(TypedDict):
    """Writing off what a customer owes."""

    type: Literal["account.write-off-debt"]
    customer: CustomerId
    """The customer."""


class AccountFreezeCashOperation(TypedDict):
    """Freezing cash of a partner."""

    type: Literal["account.freeze-cash"]
    partner: PartnerId
    """The partner."""


class AccountUnfreezeCashOperation(TypedDict):
    """Unfreezing it."""

    type: Literal["account.unfreeze-cash"]
    partner: PartnerId
    """The partner."""


class AccountClearFrozenOperation(TypedDict):
    """Clearing it."""

    type: Literal["account.clear-frozen"]
    partner: PartnerId
    """The partner."""


class AccountPayForCustomerOperation(TypedDict):
    """Paying an order of a customer."""

    type: Literal["account.pay-for-customer"]
    customer_id: CustomerId
    """The customer."""
    amount: NotRequired[Money | None]
    """How much; a cent, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class AdjustmentAllocateOperation(TypedDict):
    """Allocating money to a customer."""

    type: Literal["adjustment.allocate"]
    customer_id: CustomerId
    """The customer."""
    amount: NotRequired[Money | None]
    """How much; a cent, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class AdjustmentReclaimOperation(TypedDict):
    """Reclaiming money from a customer."""

    type: Literal["adjustment.reclaim"]
    customer_id: CustomerId
    """The customer."""
    amount: NotRequired[Money | None]
    """How much; a cent, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class AdjustmentAllocateBatchOperation(TypedDict):
    """Allocating money to a customer, in the console's form for several."""

    type: Literal["adjustment.allocate-batch"]
    customer_id: CustomerId
    """The customer."""
    amount: NotRequired[Money | None]
    """How much; a cent, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class AdjustmentReclaimBatchOperation(TypedDict):
    """Reclaiming money from a customer, in the console's form for several."""

    type: Literal["adjustment.reclaim-batch"]
    customer_id: CustomerId
    """The customer."""
    amount: NotRequired[Money | None]
    """How much; a cent, when absent."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customer it is, when a distributor asks."""


class AdjustmentAllocateToResellerOperation(TypedDict):
    """Allocating money to a cloud reseller."""

    type: Literal["adjustment.allocate-to-reseller"]
    indirect_partner_id: str
    """The reseller."""
    amount: NotRequired[Money | None]
    """How much; a cent, when absent."""


class AdjustmentReclaimFromResellerOperation(TypedDict):
    """Reclaiming money from a cloud reseller."""

    type: Literal["adjustment.reclaim-from-reseller"]
    indirect_partner_id: str
    """The reseller."""
    amount: NotRequired[Money | None]
    """How much; a cent, when absent."""


AdjustmentBeginOperation = TypedDict(
    "AdjustmentBeginOperation",
    {
        "type": "Literal['adjustment.begin']",
        "partner": "PartnerId",
        "with": "Holder",
    },
)
"""Noting that an adjustment is under way."""


AdjustmentEndOperation = TypedDict(
    "AdjustmentEndOperation",
    {
        "type": "Literal['adjustment.end']",
        "partner": "PartnerId",
        "with": "Holder",
    },
)
"""Noting that it is not any more."""


Operation: TypeAlias = Union[
    "PartnerSetOperation",
    "MemberSetOperation",
    "RoleSetOperation",
    "CustomerSetOperation",
    "CatalogImportOperation",
    "ResellerGrantOperation",
    "MemberSaveOperation",
    "RoleSaveOperation",
    "ContactsSetOperation",
    "OwnerAssignOperation",
    "OwnerReassignOperation",
    "OwnerReclaimOperation",
    "CustomerFreezeOperation",
    "CustomerUnfreezeOperation",
    "CodeSendOperation",
    "CustomerCreateOperation",
    "AssociationCompleteOperation",
    "InvitationSendOperation",
    "InvitationAcceptOperation",
    "AssociationRequestOperation",
    "AssociationReviewOperation",
    "AssociationAnswerOperation",
    "AuthorizationRequestOperation",
    "AuthorizationApproveOperation",
    "AuthorizationRejectOperation",
    "AuthorizationRevokeOperation",
    "OrderPlaceOperation",
    "WarningRefreshOperation",
    "WarningProcessOperation",
    "ContractSetOperation",
    "CustomerAssociateOperation",
    "CustomerDisassociateOperation",
    "CustomerSwitchModeOperation",
    "CustomerTransferOperation",
    "CustomerChangeContractingPartyOperation",
    "CustomerLeaveEnterpriseOperation",
    "WhitelistImportOperation",
    "WhitelistDeactivateOperation",
    "PickupWhitelistAddOperation",
    "PickupWhitelistRemoveOperation",
    "QuotaSetOperation",
    "QuotaAdjustOperation",
    "QuotaWriteOffOperation",
    "QuotaSetStatusOperation",
    "QuotaBeginGrantOperation",
    "QuotaEndGrantOperation",
    "QuotaGrantOperation",
    "QuotaReclaimOperation",
    "CouponIssueOperation",
    "CouponReclaimOperation",
    "CouponUseOperation",
    "CouponLockOperation",
    "CouponReleaseOperation",
    "CouponRefundOperation",
    "CouponReverseRefundOperation",
    "CouponFreezeOperation",
    "CouponUnfreezeOperation",
    "AccountRechargeOperation",
    "AccountSetTermsOperation",
    "AccountSetCreditOperation",
    "AccountChargeOperation",
    "AccountRefundOperation",
    "AccountWriteOffDebtOperation",
    "AccountFreezeCashOperation",
    "AccountUnfreezeCashOperation",
    "AccountClearFrozenOperation",
    "AccountPayForCustomerOperation",
    "AdjustmentAllocateOperation",
    "AdjustmentReclaimOperation",
    "AdjustmentAllocateBatchOperation",
    "AdjustmentReclaimBatchOperation",
    "AdjustmentAllocateToResellerOperation",
    "AdjustmentReclaimFromResellerOperation",
    "AdjustmentBeginOperation",
    "AdjustmentEndOperation",
]
"""Every operation that can be asked about, by the name of its command, with what it would be done to."""


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


OwnerKind: TypeAlias = Literal["account-manager", "main-account"]
"""Who answers for a customer."""


class Part(TypedDict):
    """A part of a charge or of a refund, and where it was taken or put."""

    place: Place
    """The account."""
    amount: Money
    """How much."""


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


PartnerState: TypeAlias = Literal["normal", "restricted", "frozen"]
"""What the vendor lets a partner do at all."""


class PasswordShape(TypedDict):
    """What the rules judge of a password."""

    classes: int
    """How many of the four classes it has: capitals, small letters, digits, special characters."""
    is_name: bool
    """Whether it is the name of the account, or that backwards."""
    contains_contact: bool
    """Whether it contains the phone number or the e-mail address."""


class TopUpPlace(TypedDict):
    """A partner's top-up account (充值账户)."""

    type: Literal["top-up"]
    partner: PartnerId
    """The partner."""


class CreditPlace(TypedDict):
    """What is left of a partner's credit (信用账户)."""

    type: Literal["credit"]
    partner: PartnerId
    """The partner."""


class FrozenPlace(TypedDict):
    """A partner's cash that is frozen."""

    type: Literal["frozen"]
    partner: PartnerId
    """The partner."""


class AllocationPlace(TypedDict):
    """What a partner has allocated to a resale customer (伙伴拨款账户)."""

    type: Literal["allocation"]
    customer: CustomerId
    """The customer."""


class OwnCashPlace(TypedDict):
    """A customer's own cash."""

    type: Literal["own-cash"]
    customer: CustomerId
    """The customer."""


class DebtPlace(TypedDict):
    """What a customer owes: never above zero."""

    type: Literal["debt"]
    customer: CustomerId
    """The customer."""


class BankPlace(TypedDict):
    """Outside: where top-ups come from."""

    type: Literal["bank"]


class VendorPlace(TypedDict):
    """Outside: who is paid, gives credit and writes off."""

    type: Literal["vendor"]


Place: TypeAlias = Union[
    "TopUpPlace",
    "CreditPlace",
    "FrozenPlace",
    "AllocationPlace",
    "OwnCashPlace",
    "DebtPlace",
    "BankPlace",
    "VendorPlace",
]
"""Where money can be."""


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


class PostpaidBillItem(TypedDict):
    """The bill of a month."""

    bill_cycle: str
    """The month."""
    consume_amount: Money
    """What resale customers consumed, before tax."""
    refunds: Money
    """What came back of it; not above zero."""
    adjustments: Money
    """What was written off; not above zero."""
    initial_amount_due: Money
    """What is due: all three together."""


class Preregistration(TypedDict):
    """A pre-registration in force (报备)."""

    partner: NotRequired[PartnerId | None]
    """The partner who has it; the vendor, when absent."""
    until: NotRequired[datetime | None]
    """Until when, this instant excluded; without end, when absent."""


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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""


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
    written_off: Money
    """What the vendor wrote off."""
    partner_id: PartnerId
    """The partner who cuts coupons from it."""
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

    association_completes_at_once: NotRequired[bool]
    """An account that a partner makes is associated in the same call (`true`, the default), or when the vendor says so."""
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


class RegistrationCheckRow(TypedDict):
    """What a check found."""

    check_result: CheckResult
    """Whether a new account can have it."""
    mobile_remaining: NotRequired[int | None]
    """Of a phone number: how many further accounts can have it."""


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


ResellerGrant: TypeAlias = Literal["order-and-operate", "freeze-and-budget"]
"""What a distributor may let a reseller of its do for the reseller's customers."""


class ResellerItem(TypedDict):
    """A reseller, as the list shows it."""

    indirect_partner_id: PartnerId
    """The reseller."""
    name: str
    """Its name; empty when nobody said."""
    account_name: str
    """The name of its account; empty when nobody said."""
    state: PartnerState
    """Whether the vendor has sanctioned it."""
    grants: list[ResellerGrant]
    """What the distributor lets it do for its customers."""


RoleId: TypeAlias = "str"
"""A role of a partner's operator accounts."""


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


SearchType: TypeAlias = Literal["email", "mobile", "name"]
"""What is looked for."""


ServiceType: TypeAlias = "str"
"""The code of a cloud service type."""


Side: TypeAlias = Literal["partner", "customer"]
"""One of the two."""


Site: TypeAlias = Literal["cn", "intl", "eu"]
"""A site of the vendor. Accounts of one are strangers on the others."""


class Standing(TypedDict):
    """What bears on a customer's associations. All of it is for the vendor to say; what nobody said stands in nobody's way."""

    arrears: NotRequired[Money | None]
    """What it owes: unpaid bills (欠费)."""
    bonus_balance: NotRequired[Money | None]
    """What is left of bonuses for topping up."""
    cash_spent: NotRequired[Money | None]
    """What it has ever spent in cash."""
    contracts: NotRequired[list[ContractKind]]
    """Contracts in force."""
    in_reward_plan: NotRequired[bool]
    """Whether it takes part in the vendor's reward-promotion plan (奖励推广计划)."""
    invoice_arrears: NotRequired[Money | None]
    """Invoices it has had for more than it paid (欠票)."""
    is_consumer_cloud: NotRequired[bool]
    """Whether it is a user of the vendor's consumer cloud."""
    is_internal: NotRequired[bool]
    """Whether it is an account of the vendor's own."""
    is_partner: NotRequired[bool]
    """Whether it is a partner, or applies to be one."""
    partner_support_plan_until: NotRequired[datetime | None]
    """Until when it has a partner support plan."""
    preregistration: NotRequired[Preregistration | None]
    """For whom it is pre-registered (报备)."""
    reserved_instance_until: NotRequired[datetime | None]
    """Until when it has a reserved instance."""
    service_support_plan_until: NotRequired[datetime | None]
    """Until when it, or a member under unified accounting, has a service support plan."""
    stored_value: NotRequired[Money | None]
    """What is left on its stored-value cards (储值卡)."""


class StatementItem(TypedDict):
    """A line of a statement, as it is shown. Oldest first."""

    account_change_id: str
    """The line."""
    account_id: str
    """The account: whose it is, and which of the holder's."""
    trade_detail_type: TradeDetailType
    """What it stands for."""
    trade_time: datetime
    """When."""
    trade_id: TradeId
    """The transaction, or the order."""
    direction: Direction
    """Whether it adds or takes."""
    change_amount: Money
    """How much, without a sign."""
    balance_after_change: Money
    """What was there afterwards."""
    account_name: NotRequired[str | None]
    """The name of its account, masked unless it is asked for in full."""
    customer_id: NotRequired[str | None]
    """The customer, or the reseller, that an allocation or a reclaim is about."""


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


TradeDetailType: TypeAlias = Literal[
    "SOURCE_OPERAIION_RECHARGE",
    "SOURCE_OPERAIION_RECHARGE_REBATE",
    "SOURCE_OPERAIION_DEDEUCT",
    "SOURCE_OPERAIION_ONETIME",
    "SOURCE_OPERAIION_USAGE",
    "SOURCE_OPERATIION_RIDEDUCT",
    "SOURCE_OPERAIION_PRECISIONCOMP",
    "SOURCE_OPERAIION_FREERESDEDUCT",
    "SOURCE_OPERAIION_WRITEOFF",
    "SOURCE_OPERAIION_REFUND",
    "SOURCE_OPERAIION_UNSUBSCRIBE",
    "SOURCE_OPERAIION_RFROZEN",
    "SOURCE_OPERAIION_UNFROZEN",
    "SOURCE_OPERAIION_CLEARFROZEN",
    "SOURCE_OPERAIION_MANUALFROZE",
    "SOURCE_OPERAIION_MANUALUNFROZE",
    "SOURCE_OPERAIION_MANUALCLEARFROZEN",
    "SOURCE_OPERATION_SYSTEM_FROZEN",
    "SOURCE_OPERATION_SYSTEM_UNFROZEN",
    "SOURCE_OPERAIION_TRANS_TO_BALANCE",
    "SOURCE_OPERAIION_TRANS_TO_FOREGIFT",
    "SOURCE_OPERAIION_ADJUST",
    "SOURCE_OPERAIION_ADJUST_CREDIT",
    "SOURCE_OPERAIION_PRIZE",
    "SOURCE_OPERAIION_BILLREFUND",
    "SOURCE_OPERATION_COUPON_QUOTA_TRANSFER",
    "SOURCE_OPERATION_COUPON_QUOTA_RECLAIM",
    "SOURCE_OPERATION_COUPONCANCEL",
    "SOURCE_OPERATION_BEADJUST",
    "SOURCE_OPERATION_BERETRIEVE",
    "SOURCE_OPERATION_BEUNBIND",
    "SOURCE_OPERATION_TRADEMODE_TRANSFER",
    "SOURCE_OPERAIION_EXPIRECLEAR",
    "SOURCE_OPERAIION_MERGE",
    "SOURCE_OPERAIION_CONVERT_BONUS",
]
"""What a movement of money was (`trade_detail_type`). The names are the vendor's, with its misspellings."""


TradeId: TypeAlias = "str"
"""A movement of money: a transaction, or the order that it paid."""


TradeType: TypeAlias = Literal[
    "RECHARGE",
    "DEDEUCT",
    "REFUND",
    "RFROZEN",
    "TRANS",
    "ADJUST",
    "BEADJUST",
    "BERETRIEVE",
    "BEUNBIND",
    "TRADE_MODE_TRANSFER",
    "EXPIRED",
    "BONUSCONVERT",
    "DEPOSIT",
]
"""A filter of a statement (`trade_type`), in the vendor's spelling."""


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


class WarningsViewQuery(TypedDict):
    """Warnings about customers, and whether the viewer may process each."""

    type: Literal["warnings"]
    category: NotRequired[WarningCategory | None]
    """What they are about; all when absent."""
    customer_id: NotRequired[str | None]
    """The customer; all when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller, on the tab of resellers; all of them, when absent, null or empty."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    scene_name: NotRequired[str | None]
    """The scene that raised them; all when absent."""
    sent_at_begin: NotRequired[datetime | str | None]
    """Sent later than this."""
    sent_at_end: NotRequired[datetime | str | None]
    """Sent earlier than this."""
    status: NotRequired[WarningStatus | None]
    """Whether somebody has seen to them; all when absent."""
    tab: NotRequired[WarningTab]
    """Whose customers'; one's own, when absent."""


class CustomersViewQuery(TypedDict):
    """A partner's customers."""

    type: Literal["customers"]
    account_manager: NotRequired[str | None]
    """The account manager they are assigned to; all when empty or null."""
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    assigned: NotRequired[bool | None]
    """Whether they are assigned to an account manager at all."""
    associated_on_begin: NotRequired[datetime | str | None]
    """Associated later than this."""
    associated_on_end: NotRequired[datetime | str | None]
    """Associated earlier than this."""
    association_mode: NotRequired[AssociationMode | None]
    """How they work together with the partner."""
    association_type: NotRequired[str | None]
    """The same by the vendor's code at the site of the center."""
    customer_id: NotRequired[str | None]
    """The customer; all when empty or null."""
    customer_name: NotRequired[str | None]
    """A part of the customer's name."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks for; its own when absent, empty or null."""
    label: NotRequired[str | None]
    """The tag they have."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class ResellersViewQuery(TypedDict):
    """A distributor's resellers."""

    type: Literal["resellers"]
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller; all when empty or null."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    name: NotRequired[str | None]
    """A part of the reseller's name."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class MembersViewQuery(TypedDict):
    """A partner's operator accounts."""

    type: Literal["members"]
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    director: NotRequired[MemberId | None]
    """The account director over them."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    role: NotRequired[RoleId | None]
    """A role that they have."""


class CustomerContactsViewQuery(TypedDict):
    """Whom a partner's customers can turn to."""

    type: Literal["customer-contacts"]
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class AssociationRecordsViewQuery(TypedDict):
    """What became of associations, and of the requests about them (关联记录)."""

    type: Literal["association-records"]
    customer_id: NotRequired[str | None]
    """The customer; all, when absent, null or empty."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class RegistrationCheckViewQuery(TypedDict):
    """Whether a name, a phone number or an e-mail address is free for a new account."""

    type: Literal["registration-check"]
    search_type: SearchType
    """What is looked for."""
    search_value: str
    """The name, the phone number with its country code, such as `0086-13812345678`, or the e-mail address."""


class AuthorizationsViewQuery(TypedDict):
    """Customers' authorizations of their partners."""

    type: Literal["authorizations"]
    customer_id: NotRequired[str | None]
    """The customer; all when empty or null."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks about."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    state: NotRequired[AuthorizationState | None]
    """What they are; anything when absent."""


class PartnerBalancesViewQuery(TypedDict):
    """Balances of a partner's accounts."""

    type: Literal["partner-balances"]
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose accounts a distributor asks for, through the API."""


class CustomerBalancesViewQuery(TypedDict):
    """What resale customers have, and what they owe."""

    type: Literal["customer-balances"]
    customer_ids: NotRequired[list[str]]
    """The customers, 1 to 100."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks for, through the API."""


class StatementViewQuery(TypedDict):
    """Income and expense details of an account (收支明细)."""

    type: Literal["statement"]
    balance_type: NotRequired[str | None]
    """Which account: `BALANCE_TYPE_DEBIT` or `BALANCE_TYPE_CREDIT`."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose statement a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    revenue_expense_type: NotRequired[str | None]
    """Of customers: what comes in, or what goes out; both, when absent, null or empty."""
    trade_id: NotRequired[str | None]
    """Of customers: the transaction or order; all, when absent, null or empty."""
    trade_time_begin: NotRequired[str | None]
    """The first day, in UTC+8; this day of the year before, when absent."""
    trade_time_end: NotRequired[str | None]
    """The last day, in UTC+8, which is included; today, when absent."""
    trade_type: NotRequired[str | None]
    """What the lines stand for; all, when absent, null or empty."""


class AdjustmentRecordsViewQuery(TypedDict):
    """Allocations and reclaims (调账记录)."""

    type: Literal["adjustment-records"]
    customer_id: NotRequired[str | None]
    """The customer, or the reseller; all, when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose records a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    operation_time_begin: NotRequired[datetime | str | None]
    """At this instant or later."""
    operation_time_end: NotRequired[datetime | str | None]
    """At this instant or earlier."""
    operation_type: NotRequired[str | None]
    """What was done; all, when absent, null or empty."""
    trans_id: NotRequired[str | None]
    """The adjustment; all, when absent, null or empty."""


class MonthlyBillsViewQuery(TypedDict):
    """What resale customers consumed in a month (月度汇总账单)."""

    type: Literal["monthly-bills"]
    bill_cycle: NotRequired[str | None]
    """The month."""
    bill_type: NotRequired[BillType | None]
    """What the lines stand for; all, when absent."""
    charge_mode: NotRequired[ChargeMode | None]
    """How it is charged for; all, when absent."""
    cloud_service_type: NotRequired[str | None]
    """The cloud service; all, when absent, null or empty."""
    customer_id: NotRequired[str | None]
    """The customer; all, when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers' bills a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class FeeRecordsViewQuery(TypedDict):
    """What customers consumed in a month, charge by charge (消费记录)."""

    type: Literal["fee-records"]
    account_manager_id: NotRequired[str | None]
    """The account manager whose customer it was; null finds nothing, empty is refused."""
    association_mode: NotRequired[AssociationMode | None]
    """How the customer was associated; all, when absent."""
    bill_cycle: NotRequired[str | None]
    """The month; at most 18 months back."""
    bill_date_begin: NotRequired[str | None]
    """The first day, in the month, as the site counts its days; counts together with the last one only."""
    bill_date_end: NotRequired[str | None]
    """The last day, in the month."""
    bill_detail_type: NotRequired[BillDetailType | None]
    """What the records stand for; all, when absent."""
    charge_mode: NotRequired[ChargeMode | None]
    """How it is charged for; all, when absent."""
    cloud_service_type: NotRequired[str | None]
    """The cloud service; null or empty finds nothing."""
    customer_id: NotRequired[str | None]
    """The customer; all, when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks about, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    trade_id: NotRequired[str | None]
    """The order or the transaction; null finds nothing, empty is refused."""


class ConsumingCustomersViewQuery(TypedDict):
    """Which customers consumed anything in a month."""

    type: Literal["consuming-customers"]
    bill_cycle: NotRequired[str | None]
    """The month."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class PostpaidBillViewQuery(TypedDict):
    """What is due of a month, on the international site."""

    type: Literal["postpaid-bill"]
    bill_cycle: NotRequired[str | None]
    """The month."""


class OfflineContractsViewQuery(TypedDict):
    """A partner's offline contracts of one code (线下合同)."""

    type: Literal["offline-contracts"]
    contract_code: NotRequired[str | None]
    """The code; spaces around it say nothing."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


ViewQuery: TypeAlias = Union[
    "QuotasViewQuery",
    "IssuedQuotasViewQuery",
    "QuotaRecordsViewQuery",
    "IssuedCouponsViewQuery",
    "CouponRecordsViewQuery",
    "CustomerCouponsViewQuery",
    "CouponUsageViewQuery",
    "PickupWhitelistViewQuery",
    "WarningsViewQuery",
    "CustomersViewQuery",
    "ResellersViewQuery",
    "MembersViewQuery",
    "CustomerContactsViewQuery",
    "AssociationRecordsViewQuery",
    "RegistrationCheckViewQuery",
    "AuthorizationsViewQuery",
    "PartnerBalancesViewQuery",
    "CustomerBalancesViewQuery",
    "StatementViewQuery",
    "AdjustmentRecordsViewQuery",
    "MonthlyBillsViewQuery",
    "FeeRecordsViewQuery",
    "ConsumingCustomersViewQuery",
    "PostpaidBillViewQuery",
    "OfflineContractsViewQuery",
]
"""What there is to see."""


WarningCategory: TypeAlias = Literal["churn", "resource"]
"""What a warning is about."""


class WarningData(TypedDict):
    """A warning as the vendor computed it."""

    id: WarningId
    """Its id."""
    customer: CustomerId
    """The customer."""
    category: WarningCategory
    """What it is about."""
    scene_name: str
    """The scene that raised it (预警场景); an open list."""
    title: str
    """What it says."""
    sent_at: datetime
    """When it was sent."""


WarningId: TypeAlias = "str"
"""A warning about a customer."""


class WarningItem(TypedDict):
    """A warning, and why the viewer may not process it, explained."""

    id: WarningId
    """The warning."""
    customer_id: CustomerId
    """The customer."""
    customer_name: str
    """Its name, masked unless it is asked for."""
    account_name: str
    """The name of its account, masked unless it is asked for."""
    category: WarningCategory
    """What it is about."""
    scene_name: str
    """The scene that raised it."""
    title: str
    """What it says."""
    sent_at: datetime
    """When it was sent."""
    data_date: str
    """The day of its data."""
    status: WarningStatus
    """Whether somebody has seen to it."""
    owner: str
    """The one who may process it: the account manager, or the partner when that is its main account."""
    may_process: bool
    """Whether the viewer may process it."""
    reasons: list[Breach]
    """Why the viewer may not process it; nothing when it may."""
    processed_at: NotRequired[datetime | None]
    """When it was processed."""
    processed_by: NotRequired[MemberId | None]
    """The account manager who processed it; nothing when the main account did, or nobody has."""
    remark: NotRequired[str | None]
    """What its owner noted."""
    result: NotRequired[ChurnResult | None]
    """Whether the customer is lost, as its owner said."""


WarningStatus: TypeAlias = Literal["pending", "processed"]
"""Whether somebody has seen to a warning."""


WarningTab: TypeAlias = Literal["own", "resellers"]
"""Whose customers' warnings a distributor looks at."""


class WhitelistedCustomer(TypedDict):
    """A customer on the whitelist."""

    customer_id: CustomerId
    """The customer."""
    customer_name: str
    """Its name."""
    account_name: str
    """The name of its account."""


class Xaccount(TypedDict):
    """A user of a partner's own platform."""

    id: str
    """The user's id, which the partner gives."""
    platform: str
    """The platform's id, which the vendor gives."""


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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
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
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    customer_name: NotRequired[str | None]
    """A part of the customer's name."""
    limit: NotRequired[int | None]
    """How many entries."""
    offset: NotRequired[int | None]
    """Which part of the list."""


class WarningsArguments(TypedDict):
    """Warnings about customers, and whether the viewer may process each."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    category: NotRequired[WarningCategory | None]
    """What they are about; all when absent."""
    customer_id: NotRequired[str | None]
    """The customer; all when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller, on the tab of resellers; all of them, when absent, null or empty."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    scene_name: NotRequired[str | None]
    """The scene that raised them; all when absent."""
    sent_at_begin: NotRequired[datetime | str | None]
    """Sent later than this."""
    sent_at_end: NotRequired[datetime | str | None]
    """Sent earlier than this."""
    status: NotRequired[WarningStatus | None]
    """Whether somebody has seen to them; all when absent."""
    tab: NotRequired[WarningTab]
    """Whose customers'; one's own, when absent."""


class CustomersArguments(TypedDict):
    """A partner's customers."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    account_manager: NotRequired[str | None]
    """The account manager they are assigned to; all when empty or null."""
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    assigned: NotRequired[bool | None]
    """Whether they are assigned to an account manager at all."""
    associated_on_begin: NotRequired[datetime | str | None]
    """Associated later than this."""
    associated_on_end: NotRequired[datetime | str | None]
    """Associated earlier than this."""
    association_mode: NotRequired[AssociationMode | None]
    """How they work together with the partner."""
    association_type: NotRequired[str | None]
    """The same by the vendor's code at the site of the center."""
    customer_id: NotRequired[str | None]
    """The customer; all when empty or null."""
    customer_name: NotRequired[str | None]
    """A part of the customer's name."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks for; its own when absent, empty or null."""
    label: NotRequired[str | None]
    """The tag they have."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class ResellersArguments(TypedDict):
    """A distributor's resellers."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller; all when empty or null."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    name: NotRequired[str | None]
    """A part of the reseller's name."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class MembersArguments(TypedDict):
    """A partner's operator accounts."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    account_name: NotRequired[str | None]
    """A part of the account's name."""
    director: NotRequired[MemberId | None]
    """The account director over them."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    role: NotRequired[RoleId | None]
    """A role that they have."""


class CustomerContactsArguments(TypedDict):
    """Whom a partner's customers can turn to."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class AssociationRecordsArguments(TypedDict):
    """What became of associations, and of the requests about them (关联记录)."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    customer_id: NotRequired[str | None]
    """The customer; all, when absent, null or empty."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class RegistrationCheckArguments(TypedDict):
    """Whether a name, a phone number or an e-mail address is free for a new account."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    search_type: SearchType
    """What is looked for."""
    search_value: str
    """The name, the phone number with its country code, such as `0086-13812345678`, or the e-mail address."""


class AuthorizationsArguments(TypedDict):
    """Customers' authorizations of their partners."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    customer_id: NotRequired[str | None]
    """The customer; all when empty or null."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks about."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    state: NotRequired[AuthorizationState | None]
    """What they are; anything when absent."""


class PartnerBalancesArguments(TypedDict):
    """Balances of a partner's accounts."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose accounts a distributor asks for, through the API."""


class CustomerBalancesArguments(TypedDict):
    """What resale customers have, and what they owe."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    customer_ids: NotRequired[list[str]]
    """The customers, 1 to 100."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks for, through the API."""


class StatementArguments(TypedDict):
    """Income and expense details of an account (收支明细)."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    balance_type: NotRequired[str | None]
    """Which account: `BALANCE_TYPE_DEBIT` or `BALANCE_TYPE_CREDIT`."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose statement a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    revenue_expense_type: NotRequired[str | None]
    """Of customers: what comes in, or what goes out; both, when absent, null or empty."""
    trade_id: NotRequired[str | None]
    """Of customers: the transaction or order; all, when absent, null or empty."""
    trade_time_begin: NotRequired[str | None]
    """The first day, in UTC+8; this day of the year before, when absent."""
    trade_time_end: NotRequired[str | None]
    """The last day, in UTC+8, which is included; today, when absent."""
    trade_type: NotRequired[str | None]
    """What the lines stand for; all, when absent, null or empty."""


class AdjustmentRecordsArguments(TypedDict):
    """Allocations and reclaims (调账记录)."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    customer_id: NotRequired[str | None]
    """The customer, or the reseller; all, when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose records a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    operation_time_begin: NotRequired[datetime | str | None]
    """At this instant or later."""
    operation_time_end: NotRequired[datetime | str | None]
    """At this instant or earlier."""
    operation_type: NotRequired[str | None]
    """What was done; all, when absent, null or empty."""
    trans_id: NotRequired[str | None]
    """The adjustment; all, when absent, null or empty."""


class MonthlyBillsArguments(TypedDict):
    """What resale customers consumed in a month (月度汇总账单)."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    bill_cycle: NotRequired[str | None]
    """The month."""
    bill_type: NotRequired[BillType | None]
    """What the lines stand for; all, when absent."""
    charge_mode: NotRequired[ChargeMode | None]
    """How it is charged for; all, when absent."""
    cloud_service_type: NotRequired[str | None]
    """The cloud service; all, when absent, null or empty."""
    customer_id: NotRequired[str | None]
    """The customer; all, when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers' bills a distributor asks for, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class FeeRecordsArguments(TypedDict):
    """What customers consumed in a month, charge by charge (消费记录)."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    account_manager_id: NotRequired[str | None]
    """The account manager whose customer it was; null finds nothing, empty is refused."""
    association_mode: NotRequired[AssociationMode | None]
    """How the customer was associated; all, when absent."""
    bill_cycle: NotRequired[str | None]
    """The month; at most 18 months back."""
    bill_date_begin: NotRequired[str | None]
    """The first day, in the month, as the site counts its days; counts together with the last one only."""
    bill_date_end: NotRequired[str | None]
    """The last day, in the month."""
    bill_detail_type: NotRequired[BillDetailType | None]
    """What the records stand for; all, when absent."""
    charge_mode: NotRequired[ChargeMode | None]
    """How it is charged for; all, when absent."""
    cloud_service_type: NotRequired[str | None]
    """The cloud service; null or empty finds nothing."""
    customer_id: NotRequired[str | None]
    """The customer; all, when absent, null or empty."""
    indirect_partner_id: NotRequired[str | None]
    """The reseller whose customers a distributor asks about, through the API."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
    trade_id: NotRequired[str | None]
    """The order or the transaction; null finds nothing, empty is refused."""


class ConsumingCustomersArguments(TypedDict):
    """Which customers consumed anything in a month."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    bill_cycle: NotRequired[str | None]
    """The month."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""


class PostpaidBillArguments(TypedDict):
    """What is due of a month, on the international site."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    bill_cycle: NotRequired[str | None]
    """The month."""


class OfflineContractsArguments(TypedDict):
    """A partner's offline contracts of one code (线下合同)."""

    at: datetime | str
    """Now, as the caller's clock has it."""
    actor: Actor
    """Who asks."""
    access: NotRequired[Access]
    """The way the query came; through the API with a valid token, unless said otherwise."""
    reveal: NotRequired[bool]
    """Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise."""
    contract_code: NotRequired[str | None]
    """The code; spaces around it say nothing."""
    limit: NotRequired[int | None]
    """How many entries, 1 to 100; 10 when absent."""
    offset: NotRequired[int | None]
    """Which part of the list; 0 when absent."""
