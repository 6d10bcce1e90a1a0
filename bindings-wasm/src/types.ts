// Generated from the core's types by `cargo xtask generate`. Do not edit.

/** An instant; as text it is written `2026-11-22T08:00:00Z`. */
export type Time = Date | string;

/** A page of a list. */
export interface View<Item> {
  /** Whether the query is answered. */
  accepted: boolean;
  /** The rules it breaks. */
  breaches: Breach[];
  /** Those of the page, in the order of creation. */
  items: Item[];
  /** How many there are in all. */
  total: number;
}

/** Asks for a whole list, as the text of a file. */
export type ExportQuery = Query & { format: Format };

/** All that a center knows, as plain JSON. What is in it is nobody's business, and may change with the version. */
export type Snapshot = { [key: string]: unknown };

/** The way a request came. What a gateway has already found out is told here as facts; the library verifies no credential. */
export interface Access {
  /** Calls of this source address, operation and partner in this clock second before this one, refused ones included. */
  callsThisSecond?: number;
  /** API or console. */
  channel?: Channel;
  /** What the gateway says of the token. Only the API has one. */
  token?: Token;
  /** Whether the verification code that came along is right; nothing when none came. Only the console has one. */
  verificationCode?: boolean | null;
}

/** It belongs to none. */
export interface OrdinaryAccount {
  type: "ordinary";
}

/** The enterprise master, which pays. */
export interface EnterpriseMasterAccount {
  type: "enterprise-master";
}

/** A sub-account of an enterprise. */
export interface EnterpriseSubAccount {
  type: "enterprise-sub";
  /** Whether the master pays what it spends (财务托管). */
  financiallyHosted: boolean;
  /** The enterprise master. */
  master: CustomerId;
}

/** A customer account's place in an enterprise. */
export type Account =
  | OrdinaryAccount
  | EnterpriseMasterAccount
  | EnterpriseSubAccount;

/** The cloud vendor's own staff and systems. */
export interface VendorActor {
  type: "vendor";
}

/** The partner center itself, when time passes. */
export interface SystemActor {
  type: "system";
}

/** A partner's main account, which may do all its partner may. */
export interface PartnerActor {
  type: "partner";
  /** The partner. */
  partner: PartnerId;
}

/** An operator account of a partner, which may do what its permission items say. */
export interface MemberActor {
  type: "member";
  /** The operator account. */
  member: MemberId;
  /** The partner. */
  partner: PartnerId;
}

/** A customer, with the customer's own token. */
export interface CustomerActor {
  type: "customer";
  /** The customer. */
  customer: CustomerId;
}

/** Who asks. */
export type Actor =
  | VendorActor
  | SystemActor
  | PartnerActor
  | MemberActor
  | CustomerActor;

/** How a customer and its partner work together (关联类型). */
export type AssociationMode =
  /** 顾问销售 (referral, advisory sale): the customer trades with the vendor. Code 1. */
  | "advisory"
  /** 代售 (agency resale): the partner sells, and allocates the money. Code 2. */
  | "agency-resale";

/** One broken rule. */
export interface Breach {
  /** The vendor's code, where it has one. */
  code?: string | null;
  /** The facts, by name. */
  facts: { [key: string]: Fact };
  /** The HTTP status of the vendor's answer. */
  httpStatus?: number | null;
  /** What the breach does. */
  level: Level;
  /** What is wrong. */
  message: Message;
  /** What would make it a yes. */
  remedy?: Text | null;
  /** The id of the rule. */
  rule: string;
}

/** A partner was recorded, or its record changed. */
export interface PartnerSetChange {
  type: "partner.set";
  /** Its own customer account, to which it may not issue. */
  account?: CustomerId | null;
  /** The name of its account; empty when nobody said. */
  accountName?: string;
  /** Whether its console operations ask for a verification code. */
  asksVerificationCode?: boolean;
  /** The vendor legal entity it signs with. */
  contractingParty?: ContractingPartyId | null;
  /** A cloud reseller's general distributor. */
  distributor?: PartnerId | null;
  /** Its id. */
  id: PartnerId;
  /** What it is. */
  kind: PartnerKind;
  /** Whether it is leaving the programme. */
  leaving?: boolean;
  /** Its name; empty when nobody said. */
  name?: string;
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** Whether it uses coupons itself (伙伴用券模式) and can no longer issue any. */
  usesCoupons?: boolean;
}

/** An operator account was recorded, or its permission items changed. */
export interface MemberSetChange extends Member {
  type: "member.set";
}

/** A customer was recorded, or its record changed. */
export interface CustomerSetChange {
  type: "customer.set";
  /** Its place in an enterprise. */
  account?: Account;
  /** The name of the account; empty when nobody said. */
  accountName?: string;
  /** What it had spent before its first association; unknown when not said. */
  consumptionBeforeAssociation?: Money | null;
  /** The vendor legal entity it signs with. */
  contractingParty?: ContractingPartyId | null;
  /** Its id. */
  id: CustomerId;
  /** The customer's name; empty when nobody said. */
  name?: string;
  /** Whether it has passed real-name authentication (实名认证); unknown when not said. */
  realName?: boolean | null;
  /** Partners whose rights over the customer are withdrawn although they are associated with it. */
  rightsWithdrawn?: PartnerId[];
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** Whether it can be used at all. */
  state?: CustomerState;
}

/** A customer became a partner's. */
export interface CustomerAssociatedChange {
  type: "customer.associated";
  /** Whether the account becomes a cloud reseller by it, and so loses its usable coupons. */
  becomesReseller?: boolean;
  /** The customer. */
  customer: CustomerId;
  /** How they work together; old customers may have no mode. */
  mode?: AssociationMode | null;
  /** The partner. */
  partner: PartnerId;
  /** Coupons of the customer that do not survive the association. */
  reclaimedCoupons?: CouponId[];
}

/** A customer is no longer a partner's. */
export interface CustomerDisassociatedChange {
  type: "customer.disassociated";
  /** The customer. */
  customer: CustomerId;
}

/** A customer and its partner work together another way. */
export interface CustomerModeSwitchedChange {
  type: "customer.mode-switched";
  /** The customer. */
  customer: CustomerId;
  /** The new mode. */
  mode: AssociationMode;
}

/** A customer moved to another partner of the same distributor. */
export interface CustomerTransferredChange {
  type: "customer.transferred";
  /** The customer. */
  customer: CustomerId;
  /** The reseller it moves to. */
  to: PartnerId;
}

/** A customer signs with another legal entity of the vendor. */
export interface CustomerContractingPartyChangedChange {
  type: "customer.contracting-party-changed";
  /** The legal entity. */
  contractingParty: ContractingPartyId;
  /** The customer. */
  customer: CustomerId;
}

/** An enterprise sub-account left its enterprise. */
export interface CustomerLeftEnterpriseChange {
  type: "customer.left-enterprise";
  /** The customer. */
  customer: CustomerId;
}

/** A cash-coupon whitelist was imported. */
export interface WhitelistImportedChange {
  type: "whitelist.imported";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** The cash-coupon whitelist was deactivated. */
export interface WhitelistDeactivatedChange {
  type: "whitelist.deactivated";
  /** The partner. */
  partner: PartnerId;
}

/** Customers were put on a pick-up-voucher whitelist. */
export interface PickupWhitelistAddedChange {
  type: "pickup-whitelist.added";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** Customers were taken off a pick-up-voucher whitelist. */
export interface PickupWhitelistRemovedChange {
  type: "pickup-whitelist.removed";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** The list of cloud service types and products was imported. */
export interface CatalogImportedChange {
  type: "catalog.imported";
  /** Codes of cloud service types. */
  cloudServiceTypes: ServiceType[];
  /** Ids of products. */
  productIds: ProductId[];
}

/** The vendor set a quota. */
export interface QuotaSetChange {
  type: "quota.set";
  /** From when coupons can be cut from it. */
  effectiveTime: Date;
  /** Until when; this instant no longer. */
  expireTime: Date;
  /** Whether it pays out incentive earnings. */
  fromIncentive?: boolean;
  /** The partner. */
  holder: PartnerId;
  /** The quota's id, which the vendor gives. */
  id: QuotaId;
  /** What it is limited to. */
  limits?: QuotaLimits;
  /** What will be cut from it. */
  quotaType?: QuotaType;
  /** How much there is. */
  value: Money;
}

/** The vendor added to a quota or took from it. */
export interface QuotaAdjustedChange {
  type: "quota.adjusted";
  /** How much; below zero to take. */
  delta: Money;
  /** The quota. */
  quota: QuotaId;
}

/** The vendor wrote off value of a quota. */
export interface QuotaWrittenOffChange {
  type: "quota.written-off";
  /** How much. */
  amount: Money;
  /** The quota. */
  quota: QuotaId;
}

/** The vendor changed the state of a quota. */
export interface QuotaStatusSetChange {
  type: "quota.status-set";
  /** The quota. */
  quota: QuotaId;
  /** Its new state. A child becomes `reclaimed` by its distributor's reclaim only. */
  status: QuotaStatus;
}

/** A grant from a quota is being processed. */
export interface QuotaGrantBegunChange {
  type: "quota.grant-begun";
  /** The quota. */
  quota: QuotaId;
}

/** No grant from a quota is being processed any more. */
export interface QuotaGrantEndedChange {
  type: "quota.grant-ended";
  /** The quota. */
  quota: QuotaId;
}

/** A distributor granted a child quota. */
export interface QuotaGrantedChange {
  type: "quota.granted";
  /** How much. */
  amount: Money;
  /** The distributor. */
  distributor: PartnerId;
  /** The distributor's quota, which paid for it. */
  parent: QuotaId;
  /** The child quota. */
  quota: QuotaId;
  /** The reseller. */
  reseller: PartnerId;
}

/** A distributor took a child quota back. */
export interface QuotaReclaimedChange {
  type: "quota.reclaimed";
  /** All that was left. */
  amount: Money;
  /** The distributor. */
  distributor: PartnerId;
  /** The distributor's quota, which gets the value. */
  parent: QuotaId;
  /** The child quota. */
  quota: QuotaId;
  /** The remark. */
  remark?: string | null;
  /** The reseller. */
  reseller: PartnerId;
}

/** A coupon was issued. */
export interface CouponIssuedChange {
  type: "coupon.issued";
  /** The coupon. */
  coupon: CouponId;
  /** The customer who has it. */
  customer: CustomerId;
  /** From when it can be used. */
  effectiveTime: Date;
  /** Until when, this instant included. */
  expireTime: Date;
  /** Its value. */
  faceValue: Money;
  /** The partner who issued it. */
  issuer: PartnerId;
  /** What it is. */
  kind: CouponKind;
  /** Whether it is a legacy coupon (version 1), good for a single use. This library issues none. */
  legacy?: boolean;
  /** The issuer's note. */
  memo?: string | null;
  /** The customer who was named, when its enterprise master got the coupon. */
  named?: CustomerId | null;
  /** The quota that paid for it. */
  quota: QuotaId;
  /** Where and how it may be used. */
  terms?: Terms;
}

/** A customer of an issue got no coupon. */
export interface CouponIssueFailedChange {
  type: "coupon.issue-failed";
  /** Why not. */
  breaches: RecordedBreach[];
  /** The customer, as the caller wrote it. */
  customer: string;
  /** Its value. */
  faceValue: Money;
  /** The partner who would have issued it. */
  issuer: PartnerId;
  /** What it would have been. */
  kind: CouponKind;
  /** The issuer's note. */
  memo?: string | null;
  /** The quota it would have been cut from. */
  quota: QuotaId;
}

/** Value of a coupon went back. */
export interface CouponReclaimedChange {
  type: "coupon.reclaimed";
  /** How much: all that was left, but for causes `unsubscribe` and `refund-reversal`. */
  amount: Money;
  /** Why. */
  cause: ReclaimCause;
  /** The coupon. */
  coupon: CouponId;
  /** The quota that got it. */
  credited: QuotaId;
  /** Whom it is kept for, or from. */
  earmark?: Earmark | null;
}

/** A coupon has another issuer. */
export interface CouponIssuerChangedChange {
  type: "coupon.issuer-changed";
  /** What was left of it then. */
  amount: Money;
  /** The coupon. */
  coupon: CouponId;
  /** Whose it was. */
  from: PartnerId;
  /** Whose it is. */
  to: PartnerId;
}

/** An order used a coupon. */
export interface CouponUsedChange {
  type: "coupon.used";
  /** What it paid. */
  amount: Money;
  /** Whether what it paid counts to the partner's performance. */
  countsAsPerformance: boolean;
  /** The coupon. */
  coupon: CouponId;
  /** What was lost of a legacy coupon, which is good for a single use. */
  forfeited?: Money | null;
  /** The order. */
  order: OrderId;
}

/** A refund put value back on a coupon. */
export interface CouponRestoredChange {
  type: "coupon.restored";
  /** How much. */
  amount: Money;
  /** The coupon. */
  coupon: CouponId;
  /** Whether it is the first coupon of its refund: a refund counts once. */
  firstOfRefund?: boolean;
  /** Whether it came under the five-day rule. */
  fiveDay?: boolean;
  /** The order. */
  order: OrderId;
}

/** The vendor froze a coupon. */
export interface CouponFrozenChange {
  type: "coupon.frozen";
  /** The coupon. */
  coupon: CouponId;
}

/** The vendor unfroze a coupon. */
export interface CouponUnfrozenChange {
  type: "coupon.unfrozen";
  /** The coupon. */
  coupon: CouponId;
}

/** An unpaid order holds a coupon. */
export interface CouponLockedChange {
  type: "coupon.locked";
  /** The coupon. */
  coupon: CouponId;
  /** The unpaid order. */
  order: OrderId;
}

/** The order that held a coupon let it go. */
export interface CouponReleasedChange {
  type: "coupon.released";
  /** The coupon. */
  coupon: CouponId;
  /** The unpaid order. */
  order: OrderId;
}

/** What happened. */
export type Change =
  | PartnerSetChange
  | MemberSetChange
  | CustomerSetChange
  | CustomerAssociatedChange
  | CustomerDisassociatedChange
  | CustomerModeSwitchedChange
  | CustomerTransferredChange
  | CustomerContractingPartyChangedChange
  | CustomerLeftEnterpriseChange
  | WhitelistImportedChange
  | WhitelistDeactivatedChange
  | PickupWhitelistAddedChange
  | PickupWhitelistRemovedChange
  | CatalogImportedChange
  | QuotaSetChange
  | QuotaAdjustedChange
  | QuotaWrittenOffChange
  | QuotaStatusSetChange
  | QuotaGrantBegunChange
  | QuotaGrantEndedChange
  | QuotaGrantedChange
  | QuotaReclaimedChange
  | CouponIssuedChange
  | CouponIssueFailedChange
  | CouponReclaimedChange
  | CouponIssuerChangedChange
  | CouponUsedChange
  | CouponRestoredChange
  | CouponFrozenChange
  | CouponUnfrozenChange
  | CouponLockedChange
  | CouponReleasedChange;

/** Where a request came in. Some rules hold for one of them only. */
export type Channel =
  /** The vendor's API. */
  | "api"
  /** The partner center's pages. */
  | "console";

/** How an order is charged. */
export type Charge =
  /** Beforehand, by the period. */
  | "period"
  /** By what was used (按需). */
  | "on-demand";

/** Records a partner, or changes its record. */
export interface PartnerSetCommand {
  type: "partner.set";
  /** Its own customer account, to which it may not issue. */
  account?: CustomerId | null;
  /** The name of its account; empty when nobody said. */
  accountName?: string;
  /** Whether its console operations ask for a verification code. */
  asksVerificationCode?: boolean;
  /** The vendor legal entity it signs with. */
  contractingParty?: ContractingPartyId | null;
  /** A cloud reseller's general distributor. */
  distributor?: PartnerId | null;
  /** Its id. */
  id: PartnerId;
  /** What it is. */
  kind: PartnerKind;
  /** Whether it is leaving the programme. */
  leaving?: boolean;
  /** Its name; empty when nobody said. */
  name?: string;
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** Whether it uses coupons itself (伙伴用券模式) and can no longer issue any. */
  usesCoupons?: boolean;
}

/** Records an operator account, or changes its permission items. */
export interface MemberSetCommand extends Member {
  type: "member.set";
}

/** Records a customer, or changes its record. */
export interface CustomerSetCommand {
  type: "customer.set";
  /** Its place in an enterprise. */
  account?: Account;
  /** The name of the account; empty when nobody said. */
  accountName?: string;
  /** What it had spent before its first association; unknown when not said. */
  consumptionBeforeAssociation?: Money | null;
  /** The vendor legal entity it signs with. */
  contractingParty?: ContractingPartyId | null;
  /** Its id. */
  id: CustomerId;
  /** The customer's name; empty when nobody said. */
  name?: string;
  /** Whether it has passed real-name authentication (实名认证); unknown when not said. */
  realName?: boolean | null;
  /** Partners whose rights over the customer are withdrawn although they are associated with it. */
  rightsWithdrawn?: PartnerId[];
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** Whether it can be used at all. */
  state?: CustomerState;
}

/** Makes a customer a partner's. */
export interface CustomerAssociateCommand {
  type: "customer.associate";
  /** Whether the account becomes a cloud reseller by it, and so loses its usable coupons. */
  becomesReseller?: boolean;
  /** The customer. */
  customer: CustomerId;
  /** How they work together; old customers may have no mode. */
  mode?: AssociationMode | null;
  /** The partner. */
  partner: PartnerId;
  /** Coupons of the customer that do not survive the association. */
  reclaimedCoupons?: CouponId[];
}

/** Ends the association of a customer. */
export interface CustomerDisassociateCommand {
  type: "customer.disassociate";
  /** The customer. */
  customer: CustomerId;
}

/** Switches how a customer and its partner work together. */
export interface CustomerSwitchModeCommand {
  type: "customer.switch-mode";
  /** The customer. */
  customer: CustomerId;
  /** The new mode. */
  mode: AssociationMode;
}

/** Moves a customer to another partner of the same distributor. */
export interface CustomerTransferCommand {
  type: "customer.transfer";
  /** The customer. */
  customer: CustomerId;
  /** The reseller it moves to. */
  to: PartnerId;
}

/** Has a customer sign with another legal entity of the vendor. */
export interface CustomerChangeContractingPartyCommand {
  type: "customer.change-contracting-party";
  /** The legal entity. */
  contractingParty: ContractingPartyId;
  /** The customer. */
  customer: CustomerId;
}

/** Lets an enterprise sub-account leave its enterprise. */
export interface CustomerLeaveEnterpriseCommand {
  type: "customer.leave-enterprise";
  /** The customer. */
  customer: CustomerId;
}

/** Imports a cash-coupon whitelist. For the partner, too. */
export interface WhitelistImportCommand {
  type: "whitelist.import";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** Deactivates the cash-coupon whitelist. For the partner, too. */
export interface WhitelistDeactivateCommand {
  type: "whitelist.deactivate";
  /** The partner. */
  partner: PartnerId;
}

/** Puts customers on a pick-up-voucher whitelist. For the partner, too. */
export interface PickupWhitelistAddCommand {
  type: "pickup-whitelist.add";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** Takes customers off a pick-up-voucher whitelist. For the partner, too. */
export interface PickupWhitelistRemoveCommand {
  type: "pickup-whitelist.remove";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** Imports the list of cloud service types and products. */
export interface CatalogImportCommand {
  type: "catalog.import";
  /** Codes of cloud service types. */
  cloudServiceTypes: ServiceType[];
  /** Ids of products. */
  productIds: ProductId[];
}

/** Sets a quota for a partner. */
export interface QuotaSetCommand {
  type: "quota.set";
  /** From when coupons can be cut from it. */
  effectiveTime: Time;
  /** Until when; this instant no longer. */
  expireTime: Time;
  /** Whether it pays out incentive earnings. */
  fromIncentive?: boolean;
  /** The partner. */
  holder: PartnerId;
  /** The quota's id, which the vendor gives. */
  id: QuotaId;
  /** What it is limited to. */
  limits?: QuotaLimits;
  /** What will be cut from it. */
  quotaType?: QuotaType;
  /** How much there is. */
  value: Money;
}

/** Adds to a quota, or takes from it. */
export interface QuotaAdjustCommand {
  type: "quota.adjust";
  /** How much; below zero to take. */
  delta: Money;
  /** The quota. */
  quota: QuotaId;
}

/** Writes off value of a quota. */
export interface QuotaWriteOffCommand {
  type: "quota.write-off";
  /** How much. */
  amount: Money;
  /** The quota. */
  quota: QuotaId;
}

/** Begins or ends an adjustment, freezes, unfreezes or ends a quota. */
export interface QuotaSetStatusCommand {
  type: "quota.set-status";
  /** The quota. */
  quota: QuotaId;
  /** Its new state. A child becomes `reclaimed` by its distributor's reclaim only. */
  status: QuotaStatus;
}

/** Notes that a grant from a quota is being processed. */
export interface QuotaBeginGrantCommand {
  type: "quota.begin-grant";
  /** The quota. */
  quota: QuotaId;
}

/** Notes that no grant from a quota is being processed any more. */
export interface QuotaEndGrantCommand {
  type: "quota.end-grant";
  /** The quota. */
  quota: QuotaId;
}

/** Grants parts of a quota to resellers. For general distributors. */
export interface QuotaGrantCommand {
  type: "quota.grant";
  /** Whether one refused reseller refuses the call. */
  allOrNothing?: boolean;
  /** The resellers, 1 to 100. */
  indirectPartnerIds: string[];
  /** What each of them gets. */
  quotaAmount: Money;
  /** The distributor's quota. */
  quotaId: string;
}

/** Takes child quotas back. For general distributors. */
export interface QuotaReclaimCommand {
  type: "quota.reclaim";
  /** Whether one refused quota refuses the call. */
  allOrNothing?: boolean;
  /** The child quotas, 1 to 10. */
  quotaIds: string[];
  /** A remark for the records; none is not the same as an empty one. */
  remark?: string | null;
}

/** Issues coupons. For partners. */
export interface CouponIssueCommand {
  type: "coupon.issue";
  /** Whether one refused customer refuses the call. */
  allOrNothing?: boolean;
  /** The cloud service types they pay for, at most 10; the quota's, when absent, null or empty. */
  cloudServiceTypes?: string[] | null;
  /** The customers, 1 to 100 through the API, 1 to 10 in the console. Each gets one coupon. */
  customerIds: string[];
  /** Until when, this instant included; the quota's end, when absent. */
  expireTime?: Time | null;
  /** The value of each coupon. */
  faceValue: Money;
  /** The reseller for whose customers a distributor issues, through the API. */
  indirectPartnerId?: string | null;
  /** The largest share of an order they pay; the quota's, when absent. Console only. */
  maxDeductionRatio?: Ratio | null;
  /** A note for the issuer; none is not the same as an empty one. */
  memo?: string | null;
  /** The smallest order they pay for; the quota's, when absent. Console only. */
  minConsumeAmount?: Money | null;
  /** Whether these are pick-up vouchers (提货券). Console only. */
  pickUp?: boolean;
  /** The products they pay for, at most 10; the quota's, when absent, null or empty. */
  productIds?: string[] | null;
  /** The quota the coupons are cut from; it decides whether they are vouchers or cash coupons. */
  quotaId: string;
  /** The kinds of order they pay for; the quota's, when absent or empty. Console only. */
  subscribeTypes?: SubscribeType[] | null;
  /** From when they can be used; the quota's beginning, when absent. */
  validTime?: Time | null;
}

/** Takes coupons back. For partners. */
export interface CouponReclaimCommand {
  type: "coupon.reclaim";
  /** Whether one refused coupon refuses the call. */
  allOrNothing?: boolean;
  /** The coupons: one through the API, several in the console. */
  couponIds: string[];
  /** The reseller who issued the coupon, when a distributor reclaims for it through the API. */
  indirectPartnerId?: string | null;
}

/** Pays an order with coupons. For the customer, too. */
export interface CouponUseCommand {
  type: "coupon.use";
  /** The coupons, in the order in which they are to pay. */
  couponIds: CouponId[];
  /** The customer who orders. */
  customer: CustomerId;
  /** The order. */
  order: Order;
}

/** Has an unpaid order hold a coupon. For the customer, too. */
export interface CouponLockCommand {
  type: "coupon.lock";
  /** The coupon. */
  coupon: CouponId;
  /** The unpaid order. */
  order: OrderId;
}

/** Lets a coupon go that an order holds. For the customer, too. */
export interface CouponReleaseCommand {
  type: "coupon.release";
  /** The coupon. */
  coupon: CouponId;
  /** The unpaid order. */
  order: OrderId;
}

/** Refunds what coupons paid of an order. */
export interface CouponRefundCommand {
  type: "coupon.refund";
  /** The order. */
  order: OrderId;
  /** How much of each coupon. */
  parts: RefundPart[];
  /** Why. */
  reason: RefundReason;
}

/** Takes back what a refund credited to a coupon. */
export interface CouponReverseRefundCommand {
  type: "coupon.reverse-refund";
  /** How much. */
  amount: Money;
  /** The coupon. */
  coupon: CouponId;
}

/** Freezes a coupon. */
export interface CouponFreezeCommand {
  type: "coupon.freeze";
  /** The coupon. */
  coupon: CouponId;
}

/** Unfreezes a coupon. */
export interface CouponUnfreezeCommand {
  type: "coupon.unfreeze";
  /** The coupon. */
  coupon: CouponId;
}

/** Lets time pass until the instant of the request: what fell due happens. For the system. */
export interface ClockAdvanceCommand {
  type: "clock.advance";
}

/** What is asked for. Where nothing else is said, it is for the vendor to ask. */
export type Command =
  | PartnerSetCommand
  | MemberSetCommand
  | CustomerSetCommand
  | CustomerAssociateCommand
  | CustomerDisassociateCommand
  | CustomerSwitchModeCommand
  | CustomerTransferCommand
  | CustomerChangeContractingPartyCommand
  | CustomerLeaveEnterpriseCommand
  | WhitelistImportCommand
  | WhitelistDeactivateCommand
  | PickupWhitelistAddCommand
  | PickupWhitelistRemoveCommand
  | CatalogImportCommand
  | QuotaSetCommand
  | QuotaAdjustCommand
  | QuotaWriteOffCommand
  | QuotaSetStatusCommand
  | QuotaBeginGrantCommand
  | QuotaEndGrantCommand
  | QuotaGrantCommand
  | QuotaReclaimCommand
  | CouponIssueCommand
  | CouponReclaimCommand
  | CouponUseCommand
  | CouponLockCommand
  | CouponReleaseCommand
  | CouponRefundCommand
  | CouponReverseRefundCommand
  | CouponFreezeCommand
  | CouponUnfreezeCommand
  | ClockAdvanceCommand;

/** How sure we are that the partner center has this rule. */
export type Confidence =
  /** A page of the vendor states it. */
  | "documented"
  /** It follows from stated facts. */
  | "derived"
  /** It is our default; `Policy` can switch it. */
  | "assumed";

/** A vendor legal entity that signs with customers. */
export type ContractingPartyId = string;

/** A coupon of any kind. */
export type CouponId = string;

/** A coupon, as a list shows it. */
export interface CouponItem {
  /** What is left of it. */
  balance: Money;
  /** Its id. */
  couponId: CouponId;
  /** When it was issued. */
  createTime: Date;
  /** The customer who has it. */
  customerId: CustomerId;
  /** From when it can be used. */
  effectiveTime: Date;
  /** Until when, this instant included. */
  expireTime: Date;
  /** Its value when it was issued. */
  faceValue: Money;
  /** Whether the vendor has frozen it. */
  isFrozen: boolean;
  /** What it is. */
  kind: CouponKind;
  /** When it was last used. */
  lastUsedTime?: Date | null;
  /** Whether it is a legacy coupon, good for one use. */
  legacy: boolean;
  /** The unpaid order that holds it. */
  lockOrderId?: OrderId | null;
  /** The orders that used it, in order. */
  orderIds: OrderId[];
  /** The quota that paid for it. */
  quotaId: QuotaId;
  /** The partner whose it is to reclaim. */
  sourceId: PartnerId;
  /** Its state, as the clock has it. */
  status: CouponStatus;
  /** Where and how it may be used. */
  terms: Terms;
}

/** What a coupon is. */
export type CouponKind =
  /** 代金券. Coupon type 1. */
  | "voucher"
  /** 现金券. Coupon type 4. */
  | "cash"
  /** 提货券, a voucher of a government-cloud partner. Coupon type 1. */
  | "pick-up";

/** What was done to a coupon. */
export type CouponOperation =
  /** 发放. Code 1. */
  | "issue"
  /** 手动回收. Code 2. */
  | "reclaim"
  /** 解绑自动回收. Code 3. */
  | "unassociate"
  /** 过期回收. Code 4. */
  | "expiry"
  /** 退订回收. Code 5. */
  | "unsubscribe"
  /** 退款充值撤销. Code 6. */
  | "refund-reversal"
  /** 建立关联回收. Code 7. */
  | "associate"
  /** 切换关联模式自动回收. Code 8. */
  | "mode-switch"
  /** 云经销商转移. Code 9. */
  | "reseller-transfer";

/** An operation record of a coupon, with its reasons explained. */
export interface CouponRecord {
  /** The coupon; none when its issue failed. */
  couponId?: CouponId | null;
  /** The customer. */
  customerId: string;
  /** Its id. */
  id: string;
  /** What the coupon is, or would have been. */
  kind: CouponKind;
  /** The face value of an issue, the value taken by a reclaim. */
  operationAmount: Money;
  /** When. */
  operationTime: Date;
  /** What was done. */
  operationType: CouponOperation;
  /** Who did it. */
  operator: Actor;
  /** The partner whose record it is. */
  partnerId: PartnerId;
  /** The quota that paid, or that was credited. */
  quotaId: QuotaId;
  /** Why not. */
  reasons: Breach[];
  /** The issuer's note. */
  remark?: string | null;
  /** Whether it was done. */
  result: OperationResult;
}

/** The state of a coupon. */
export type CouponStatus =
  /** 未激活, on old coupons only. Code 1. */
  | "not-activated"
  /** 可使用. Code 2. */
  | "usable"
  /** 已使用. Code 3. */
  | "used"
  /** 已过期. Code 4. */
  | "expired"
  /** 已回收. Code 5. */
  | "reclaimed";

/** The currency of an amount. */
export type Currency =
  /** Chinese yuan, the currency of the China site. */
  | "CNY"
  /** United States dollar. */
  | "USD"
  /** Euro. */
  | "EUR";

/** A customer account. */
export type CustomerId = string;

/** Whether a customer account can be used. */
export type CustomerState =
  /** It can. */
  | "normal"
  /** It is frozen for arrears. */
  | "frozen"
  /** It is closed for good. */
  | "closed";

/** A decision. */
export interface Decision {
  /** Whether the call is accepted; some of its rows may still be refused. */
  accepted: boolean;
  /** The rules the call breaks, in the order the partner center asks them. */
  breaches: Breach[];
  /** What happened, in order; empty when the call is refused or repeated. */
  events: Event[];
  /** Whether this is the answer to a repeat, from memory. */
  repeated: boolean;
  /** One for each customer, coupon or quota of a batch. */
  rows: Row[];
  /** Allowed, but worth knowing. */
  warnings: Breach[];
}

/** A discount on a line of an order. */
export interface Discount {
  /** What it is. */
  kind: DiscountKind;
  /** The share of the price that is still to be paid. */
  rate: Ratio;
}

/** What a discount is. */
export type DiscountKind =
  /** A promotion. */
  | "promotion"
  /** A discount coupon (折扣券). */
  | "discount-coupon"
  /** A discount the partner grants (伙伴授予折扣). */
  | "empower-discount";

/** A part of a balance that is not for everybody. */
export type Earmark =
  /** It came back from a cash coupon of a designated customer, and can only go to that customer again. */
  | {
    bound: {
      /** How much. */
      amount: Money;
      /** The customer. */
      customer: CustomerId;
    };
  }
  /** It came back when an enterprise sub-account left, and cannot go to the enterprise master. */
  | {
    barred: {
      /** How much. */
      amount: Money;
      /** The enterprise master. */
      customer: CustomerId;
    };
  };

/** Something that happened, and at whose request. */
export interface Event {
  /** Who asked. */
  actor: Actor;
  /** When. */
  at: Date;
  /** What happened. */
  change: Change;
  /** A fingerprint of the request's actor and command, by which a repeat is told from another request of the same id. */
  fingerprint: string;
  /** Its place among the events of that request, from 0. */
  index: number;
  /** The request it follows from. */
  request: RequestId;
  /** All rows of the request, kept with its last event when the events do not tell them all. */
  rows?: RecordedRow[];
  /** The version of the format. */
  version: number;
  /** What the caller was told besides. */
  warnings?: RecordedBreach[];
}

/** An exported file. */
export interface Export {
  /** Whether there is a file. */
  accepted: boolean;
  /** The rules the export breaks. */
  breaches: Breach[];
  /** The file. */
  text?: string | null;
}

/** One fact of a breach. */
export type Fact =
  /** How many. */
  | number
  /** How much. */
  | Money
  /** When. */
  | string
  /** Several of them. */
  | string[];

/** How an export is written. */
export type Format =
  /** RFC 4180, UTF-8. */
  | "csv"
  /** The same with a byte order mark, by which spreadsheets know UTF-8. */
  | "csv-bom"
  /** One JSON object a line. */
  | "jsonl";

/** What a rule does when it is broken, or that it is not broken but shown. */
export type Level =
  /** Refuses the whole call. */
  | "call"
  /** Refuses one row of a batch; the other rows stand. */
  | "row"
  /** Allows, and tells. */
  | "warning"
  /** Says what follows from an accepted request or from time passing. */
  | "effect"
  /** Says what a list, a record or an export shows. */
  | "view";

/** The numbers of the partner center. Counts, unless the name says characters, months or years. */
export interface Limits {
  /** API calls of one source, operation and partner in one clock second: 10. */
  callsPerSecond?: number;
  /** Child quotas of one reclaim: 10. */
  childQuotasMax?: number;
  /** Customers of one issue through the API: 100. */
  customersMax?: number;
  /** Customers of one issue in the console: 10. */
  customersMaxConsole?: number;
  /** Calendar months one export may span: 12. */
  exportMonthsMax?: number;
  /** Unsubscribes of one customer under the five-day rule: 10. */
  fiveDayUnsubscribesMax?: number;
  /** Characters of the reseller's id in a coupon reclaim: 100. */
  indirectPartnerCharactersMax?: number;
  /** Calendar years for which the issued-coupon list keeps a coupon that can no longer be used: 2. */
  issuedRetentionYears?: number;
  /** Characters of the memo of an issue: 256, assumed. */
  memoCharactersMax?: number;
  /** Calendar years for which a customer's coupon list keeps one: 1. */
  ownRetentionYears?: number;
  /** Entries of a page when the query does not say: 10. */
  pageDefault?: number;
  /** Entries of a page: 100. */
  pageMax?: number;
  /** Products one coupon may be limited to: 10. */
  productsMax?: number;
  /** Quota ids of one quota query: 50. */
  queryQuotasMax?: number;
  /** Quota statuses of one quota query: 5. */
  queryStatusesMax?: number;
  /** Coupon ids of one record query: 100. */
  recordCouponsMax?: number;
  /** Operation types of one record query: 8. */
  recordTypesMax?: number;
  /** Characters of the remark of a quota reclaim: 256. */
  remarkCharactersMax?: number;
  /** Resellers of one grant: 100. */
  resellersMax?: number;
  /** Cloud service types one coupon may be limited to: 10. */
  servicesMax?: number;
}

/** An operator account of a partner. */
export interface Member {
  /** The account. */
  member: MemberId;
  /** The partner. */
  partner: PartnerId;
  /** What it may do, such as `BPC_ITEM_SUBCUSTSERV_030102`. */
  permissionItems: string[];
}

/** An operator account of a partner. */
export type MemberId = string;

/** A text in two languages. */
export interface Message {
  /** English. */
  en: string;
  /** Simplified Chinese. */
  zh: string;
}

/**
 * An exact amount of money. The amount may be negative or have more decimals than the currency has coins for:
 * whether that is allowed is for a rule to say.
 *
 * ```
 * use partnerkit::Money;
 *
 * let price: Money = "120.50 CNY".parse()?;
 * assert_eq!(price.plus("0.01 CNY".parse()?)?.to_string(), "120.51 CNY");
 * assert!(price.plus("1.00 USD".parse()?).is_err());
 * # Ok::<(), partnerkit::Error>(())
 * ```
 */
export interface Money {
  /** The amount in the currency's main unit (yuan, not fen), written as text. */
  amount: string;
  /** The currency. */
  currency: Currency;
}

/** Whether it was done. */
export type OperationResult =
  /** It was. Code 0. */
  | "success"
  /** It was not. Code −1. */
  | "failure";

/** An order, as far as coupons ask. */
export interface Order {
  /** What is to be paid. */
  amount: Money;
  /** How it is charged. */
  charge?: Charge;
  /** The discounts it has already. */
  discounts?: Discount[];
  /** Its id. */
  id: OrderId;
  /** Whether it pays arrears. */
  paysArrears?: boolean;
  /** Its kind. */
  subscribeType?: SubscribeType | null;
}

/** An order of a customer. */
export type OrderId = string;

/** A limit this library does not know. */
export interface OtherLimit {
  /** The vendor's name for it. */
  limitKey: string;
  /** Its values. */
  limitValues: string[];
}

/** A partner account, whatever its kind. */
export type PartnerId = string;

/** What a partner is. One kind each. */
export type PartnerKind =
  /** 解决方案提供商: sells to its own customers. */
  | "solution-provider"
  /** 华为云总经销商 (tier 1): has customers of its own and cloud resellers. */
  | "general-distributor"
  /** 云经销商 (tier 2): belongs to exactly one general distributor; the API calls it the indirect partner. */
  | "cloud-reseller"
  /** 政务云伙伴: the only issuer of pick-up vouchers. */
  | "government-cloud"
  /** 政府补贴类伙伴: issues cash coupons to whitelisted customers. */
  | "government-subsidy";

/**
 * What holds in this center where the vendor's word leaves a choice. The default is what we take to be true.
 *
 * ```
 * use partnerkit::Policy;
 *
 * let mut policy = Policy::default();
 * policy.switch("coupon.reclaim.frozen", false)?;
 * policy.limits.customers_max = 50;
 * assert!(policy.switch("coupon.issue.customers-max", false).is_err(), "documented rules are not ours to switch");
 * # Ok::<(), partnerkit::Malformed>(())
 * ```
 */
export interface Policy {
  /** The numbers. */
  limits?: Limits;
  /** Choices between two readings. */
  readings?: Readings;
  /** Assumed rules that are switched away from their default: rule id → whether it holds. */
  rules?: Switches;
  /** The site this center stands for. */
  site?: Site;
}

/** The id of a product. */
export type ProductId = string;

/** Somebody asks to see something, at an instant. */
export interface Query {
  /** The way the query came; through the API with a valid token, unless said otherwise. */
  access?: Access;
  /** Who asks. */
  actor: Actor;
  /** Now, as the caller's clock has it. */
  at: Time;
  /** What is asked for. */
  view: ViewQuery;
}

/** A coupon quota, a distributor's or the child quota of a reseller. */
export type QuotaId = string;

/** A quota, as a list shows it. */
export interface QuotaItem {
  /** What is left. */
  balance: Money;
  /** When it was set or granted. */
  createTime: Date;
  /** From when coupons can be cut from it. */
  effectiveTime: Date;
  /** Until when; this instant no longer. */
  expireTime: Date;
  /** The name of that reseller's account. */
  indirectPartnerAccountName?: string | null;
  /** The reseller it was granted to. */
  indirectPartnerId?: PartnerId | null;
  /** The name of that reseller. */
  indirectPartnerName?: string | null;
  /** When anything of it changed. */
  lastUpdateTime: Date;
  /** What it is limited to. */
  limits: QuotaLimits;
  /** The distributor's quota it was granted from. */
  parentQuotaId?: QuotaId | null;
  /** Its id. */
  quotaId: QuotaId;
  /** Its state. A quota outside its window, or with nothing left, can still be normal. */
  quotaStatus: QuotaStatus;
  /** What is cut from it. */
  quotaType: QuotaType;
  /** All that was ever put in. */
  quotaValue: Money;
}

/** What a quota is limited to. */
export interface QuotaLimits {
  /** The most a customer may have spent before its association. */
  accumulativeConsumptionMax?: Money | null;
  /** Coupons that may ever be cut from it. */
  countMax?: number | null;
  /** Coupons that one customer may ever get from it. */
  countMaxPerCustomer?: number | null;
  /** Whether what its cash coupons pay counts to the partner's performance. */
  countsAsPerformance?: boolean;
  /** The only customers who may get its coupons (指定客户). */
  designatedCustomers?: CustomerId[] | null;
  /** The largest face value. */
  faceValueMax?: Money | null;
  /** The smallest face value. */
  faceValueMin?: Money | null;
  /** Whether only customers may get its coupons who were never associated before. */
  firstAssociatedOnly?: boolean;
  /** Association modes whose customers may not get its coupons in the console. */
  forbiddenModes?: AssociationMode[];
  /** Whether the invoice for what its cash coupons pay goes to the coupon user. */
  invoiceToCouponUser?: boolean;
  /** Limits of the vendor that this library does not know. They are kept and shown, not asked. */
  other?: OtherLimit[];
  /** What the coupons cut from it inherit. */
  terms?: Terms;
  /** The face values that may ever be cut from it, together. */
  totalFaceValueMax?: Money | null;
}

/** What was done to a child quota. */
export type QuotaOperation =
  /** 发放额度. Code 10. */
  | "grant"
  /** 回收额度. Code 11. */
  | "reclaim";

/** An operation record of a child quota. All of them are successes: a refused one leaves none. */
export interface QuotaRecord {
  /** The value that moved. */
  amount: Money;
  /** Its id. */
  id: string;
  /** The reseller. */
  indirectPartnerId: PartnerId;
  /** When. */
  operationTime: Date;
  /** What was done. */
  operationType: QuotaOperation;
  /** Who did it. */
  operator: Actor;
  /** The distributor's quota. */
  parentQuotaId: QuotaId;
  /** The distributor. */
  partnerId: PartnerId;
  /** The child quota. */
  quotaId: QuotaId;
  /** The remark of a reclaim. */
  remark?: string | null;
}

/** The state of a quota. Time never changes it: whether a quota is in its window is asked of the window. */
export type QuotaStatus =
  /** 正常. Code 0. */
  | "normal"
  /** 失效: the vendor ended it. Code 3. */
  | "invalid"
  /** 额度调整中: the vendor is changing it; visible, but nothing can be cut from it. Code 4. */
  | "adjusting"
  /** 冻结. Code 5. */
  | "frozen"
  /** 回收: a child quota whose distributor took it back. Code 6. */
  | "reclaimed";

/** What is cut from a quota. */
export type QuotaType =
  /** 代金券额度: vouchers, and pick-up vouchers of a government-cloud partner. Code 0. */
  | "voucher"
  /** 现金券额度: cash coupons. Code 1. */
  | "cash";

/** A share, as decimal text such as "0.3". */
export type Ratio = string;

/** Choices between two readings of the vendor's word. Each is explained in docs/decisions.md. */
export interface Readings {
  /** A customer frozen for arrears may get coupons (`true`, the default); a closed one may not. */
  frozenCustomersGetCoupons?: boolean;
  /** A sub-account that leaves its enterprise gives back all its usable coupons (`true`, the default), or keeps them. */
  leavingEnterpriseReturnsCoupons?: boolean;
  /**
   * A switch of the association mode takes back the coupons of every issuer (`true`, the default), or only of the partner whose
   * association it is.
   */
  modeSwitchTakesEveryIssuersCoupons?: boolean;
  /** A pick-up voucher takes the ends of its quota when its validity is not given (`true`, the default), or must have its own. */
  pickupValidityMayBeDefaulted?: boolean;
}

/** Why a coupon's value went back. */
export type ReclaimCause =
  /** The issuer took it back. Record type 2. */
  | "manual"
  /** The customer and the partner ended their association. Record type 3. */
  | "unassociate"
  /** An enterprise sub-account left its enterprise. Record type 3. */
  | "leave-enterprise"
  /** Its time was over. Record type 4. */
  | "expiry"
  /** An unsubscribe refunded what the coupon can no longer hold. Record type 5. */
  | "unsubscribe"
  /** A refund that had been credited was taken back. Record type 6. */
  | "refund-reversal"
  /** An association was established that the coupon does not survive. Record type 7. */
  | "associate"
  /** The association mode was switched. Record type 8. */
  | "mode-switch"
  /** The customer signs with another legal entity of the vendor. Record type 8. */
  | "contracting-party-change";

/** In events, a breach is its rule and its facts: wording improves, what happened does not. */
export interface RecordedBreach {
  /** The facts that broke it. */
  facts: { [key: string]: Fact };
  /** The id of the rule. */
  rule: string;
}

/** The outcome for one customer, coupon or quota of a batch. */
export interface RecordedRow {
  /** The value that moved. */
  amount?: Money | null;
  /** The rules of level `row` it breaks, in the partner center's order; empty when the row stands. */
  breaches?: RecordedBreach[];
  /** The id of what came into being: a coupon, a child quota. */
  id?: string | null;
  /** The customer, coupon, quota or reseller, as the caller wrote it. */
  subject: string;
}

/** How much of a coupon is refunded. */
export interface RefundPart {
  /** How much. */
  amount: Money;
  /** The coupon. */
  coupon: CouponId;
}

/** Why an order is refunded. */
export type RefundReason =
  /** It was not effective yet. */
  | "not-yet-effective"
  /** It failed. */
  | "order-failed"
  /** It was a renewal whose period had not begun. */
  | "renewal-not-yet-effective"
  /** It was unsubscribed under the five-day rule, which asks for no reason. */
  | "five-day-unsubscribe"
  /** It was unsubscribed otherwise. */
  | "other-unsubscribe";

/** Somebody asks for something, at an instant. */
export interface Request {
  /** The way the request came; through the API with a valid token, unless said otherwise. */
  access?: Access;
  /** Who asks. */
  actor: Actor;
  /** Now, as the caller's clock has it. */
  at: Time;
  /** What is asked for. */
  command: Command;
  /**
   * Names the request. A second request of this id with the same actor and command is a repeat: it is answered from memory and
   * changes nothing. The ids of new coupons and quotas are made from it, so it should be short and unique, as a UUID is.
   */
  id: RequestId;
}

/** A request. The ids of what it creates are derived from it, and a repeat of it is recognized by it. */
export type RequestId = string;

/** The outcome for one customer, coupon or quota of a batch. */
export interface Row {
  /** Whether the row stands. */
  accepted: boolean;
  /** The value that moved. */
  amount?: Money | null;
  /** The rules it breaks, in the partner center's order. */
  breaches: Breach[];
  /** The id of what came into being. */
  id?: string | null;
  /** The customer, coupon, quota or reseller, as the caller wrote it. */
  subject: string;
}

/** All that is known of a rule. */
export interface RuleInfo {
  /** The vendor's code, where it has one. */
  code?: string | null;
  /** How sure we are. */
  confidence: Confidence;
  /** The HTTP status of the vendor's answer. */
  httpStatus?: number | null;
  /** Its id. */
  id: string;
  /** What a breach does. */
  level: Level;
  /** Whether it holds unless the policy says otherwise. */
  onByDefault: boolean;
  /** What would make it a yes; nothing for rules that cannot be broken. */
  remedy?: Text | null;
  /** The version that first had it. */
  since: string;
  /** Where it is written, or what it follows from. */
  source: string;
  /** The obligation. */
  statement: Message;
}

/** The code of a cloud service type. */
export type ServiceType = string;

/** A site of the vendor. Accounts of one are strangers on the others. */
export type Site =
  /** The China site. */
  | "cn"
  /** The international site. */
  | "intl"
  /** The European site. */
  | "eu";

/** The kind of an order (订购类型). */
export type SubscribeType =
  /** A new subscription. */
  | "new"
  /** A renewal. */
  | "renew"
  /** A change. */
  | "change";

export type Switches = { [key: string]: boolean };

/** Where and how a coupon may be used. What is absent restricts nothing. */
export interface Terms {
  /** The cloud service types it pays for; empty: all. */
  cloudServiceTypes?: ServiceType[];
  /** The largest share of an order it pays (使用限制比例). */
  maxDeductionRatio?: Ratio | null;
  /** The smallest order it pays for (最小可用订单额). */
  minConsumeAmount?: Money | null;
  /** The lowest discount rate it goes together with: an order all of whose lines have a lower rate is refused. */
  minConsumeDiscount?: Ratio | null;
  /** Not together with a discount coupon. */
  notWithDiscountCoupon?: boolean;
  /** Not together with a discount the partner grants. */
  notWithEmpowerDiscount?: boolean;
  /** Not together with a promotion. */
  notWithPromotion?: boolean;
  /** The products it pays for; empty: all. */
  productIds?: ProductId[];
  /** The kinds of order it pays for; empty: all. */
  subscribeTypes?: SubscribeType[];
  /** How many times it may be used; 0: until nothing is left. */
  usageTimes?: number;
}

/** A text in the two languages of the partner center. */
export interface Text {
  /** English. */
  en: string;
  /** Simplified Chinese. */
  zh: string;
}

/** What a gateway says of a token. */
export type Token =
  /** It is valid. */
  | "valid"
  /** There is none. */
  | "missing"
  /** It is not one. */
  | "illegal"
  /** It was one. */
  | "expired";

/** What an order took from a coupon. */
export interface UsageItem {
  /** How much. */
  amount: Money;
  /** The order. */
  orderId: OrderId;
  /** When. */
  usedTime: Date;
}

/** Quotas of the caller, or of a reseller of its. */
export interface QuotasViewQuery {
  type: "quotas";
  /** Set later than this. */
  createTimeBegin?: Time | null;
  /** Set earlier than this. */
  createTimeEnd?: Time | null;
  /** Effective later than this. */
  effectiveTimeBegin?: Time | null;
  /** Effective earlier than this. */
  effectiveTimeEnd?: Time | null;
  /** Expiring later than this. */
  expireTimeBegin?: Time | null;
  /** Expiring earlier than this. */
  expireTimeEnd?: Time | null;
  /** The reseller whose quotas a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** The quotas, at most 50; all when empty or null. */
  quotaIds?: string[] | null;
  /** Their states, at most 5; all when empty or null. */
  quotaStatusList?: QuotaStatus[] | null;
  /** What is cut from them; vouchers when absent. */
  quotaType?: QuotaType | null;
}

/** Child quotas that a distributor granted. */
export interface IssuedQuotasViewQuery {
  type: "issued-quotas";
  /** The reseller. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** The distributor's quota. */
  parentQuotaId?: string | null;
  /** The child quota. */
  quotaId?: string | null;
}

/** What was done to child quotas. */
export interface QuotaRecordsViewQuery {
  type: "quota-records";
  /** The reseller. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** Later than this. */
  operationTimeBegin?: Time | null;
  /** Earlier than this. */
  operationTimeEnd?: Time | null;
  /** What was done; anything when absent. */
  operationType?: QuotaOperation | null;
  /** The distributor's quota. */
  parentQuotaId?: string | null;
  /** The child quota. */
  quotaId?: string | null;
  /** 0: what was done; −1: what was not, of which there are no records; anything else, or nothing: both. */
  result?: number | null;
}

/** Coupons that the caller, or a reseller of its, issued. */
export interface IssuedCouponsViewQuery {
  type: "issued-coupons";
  /** The coupon. */
  couponId?: string | null;
  /** Issued later than this. */
  createTimeBegin?: Time | null;
  /** Issued earlier than this. */
  createTimeEnd?: Time | null;
  /** The customer who has it. */
  customerId?: string | null;
  /** Effective later than this. */
  effectiveTimeBegin?: Time | null;
  /** Effective earlier than this. */
  effectiveTimeEnd?: Time | null;
  /** Expiring later than this. */
  expireTimeBegin?: Time | null;
  /** Expiring earlier than this. */
  expireTimeEnd?: Time | null;
  /** The reseller whose coupons a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
  /** What it is. */
  kind?: CouponKind | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** An order that used it. */
  orderId?: string | null;
  /** Its state. */
  status?: CouponStatus | null;
}

/** What was done to coupons (操作记录). */
export interface CouponRecordsViewQuery {
  type: "coupon-records";
  /** A part of the name of the customer's account. */
  accountName?: string | null;
  /** The coupons, at most 100. */
  couponIds?: string[] | null;
  /** The customer. */
  customerId?: string | null;
  /** A part of the customer's name. */
  customerName?: string | null;
  /** The reseller whose records a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
  /** What the coupons are. */
  kind?: CouponKind | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** Later than this. */
  operationTimeBegin?: Time | null;
  /** Earlier than this. */
  operationTimeEnd?: Time | null;
  /** What was done: at most 8 values; all when absent or null. */
  operationTypes?: CouponOperation[] | null;
  /** Who did it: a part of the id of the partner or operator account. */
  operator?: string | null;
  /** The quota. */
  quotaId?: string | null;
  /** The type of the quota. */
  quotaType?: string | null;
  /** 0: what was done; −1: what was not; anything else, or nothing: both. */
  result?: number | null;
}

/** A customer's coupons, or a partner's. */
export interface CustomerCouponsViewQuery {
  type: "customer-coupons";
  /** Active earlier than this. */
  activeEndTime?: Time | null;
  /** Active later than this. A coupon is active from its issue on. */
  activeStartTime?: Time | null;
  /** The coupon. */
  couponId?: string | null;
  /** The customer; who may be named by that customer alone. */
  customerId?: CustomerId | null;
  /** The reseller whose coupons a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
  /** What it is. */
  kind?: CouponKind | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; counts only together with `limit`. */
  offset?: number | null;
  /** An order that used it. */
  orderId?: string | null;
  /** The promotion it belongs to. No coupon here has one. */
  promotionPlanId?: string | null;
  /** The partner who issued it. */
  sourceId?: string | null;
  /** Its state. */
  status?: CouponStatus | null;
}

/** The orders that used one coupon. */
export interface CouponUsageViewQuery {
  type: "coupon-usage";
  /** The coupon. */
  couponId: string;
  /** The reseller whose coupon it is, when a distributor asks through the API. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
}

/** The partner's pick-up-voucher whitelist. */
export interface PickupWhitelistViewQuery {
  type: "pickup-whitelist";
  /** A part of the account's name. */
  accountName?: string | null;
  /** A part of the customer's name. */
  customerName?: string | null;
  /** How many entries. */
  limit?: number | null;
  /** Which part of the list. */
  offset?: number | null;
}

/** What there is to see. */
export type ViewQuery =
  | QuotasViewQuery
  | IssuedQuotasViewQuery
  | QuotaRecordsViewQuery
  | IssuedCouponsViewQuery
  | CouponRecordsViewQuery
  | CustomerCouponsViewQuery
  | CouponUsageViewQuery
  | PickupWhitelistViewQuery;

/** A customer on the whitelist. */
export interface WhitelistedCustomer {
  /** The name of its account. */
  accountName: string;
  /** The customer. */
  customerId: CustomerId;
  /** Its name. */
  customerName: string;
}
