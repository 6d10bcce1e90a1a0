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
  /** Checks of that code that failed before this one. They are counted by whoever checks the code: a refusal changes nothing here. */
  failedCodeChecks?: number;
  /** What the gateway says of the token. Only the API has one. */
  token?: Token;
  /**
   * Whether the verification code that came along is right; nothing when none came. The console has one for critical operations, and
   * the API for registrations.
   */
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

/** A part of a line, and the account it was paid from. */
export interface AccountDetail {
  /** How much; below zero when it came back. */
  amount: Money;
  /** The account: always what was allocated to the customer, which is cash. */
  balanceType: BalanceType;
}

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

/** The record of an adjustment. */
export interface AdjustmentItem {
  /** How much moved. */
  amount: Money;
  /** The customer, or the reseller. */
  customerId: string;
  /** Its name; a customer's is masked unless it is asked for in full. */
  customerName: string;
  /** When. */
  operationTime: Date;
  /** What was done. */
  operationType: AdjustmentOperation;
  /** The partner whose record it is. */
  partnerId: PartnerId;
  /** The adjustment. */
  transId: TradeId;
}

/** By which a caller tells that an adjustment is asked for again. Ours: the vendor's calls have none. */
export type AdjustmentKey = string;

/** What an adjustment was, in the vendor's spelling. */
export type AdjustmentOperation =
  /** 拨款: an allocation. */
  | "SOURCE_OPERATION_BEADJUST"
  /** 回收: a reclaim. */
  | "SOURCE_OPERATION_BERETRIEVE"
  /** 解绑回收: a reclaim because an association ended or was switched. */
  | "SOURCE_OPERATION_BEUNBIND";

/** From which of its accounts a partner allocates. The customer gets cash either way. */
export type AllocationSource =
  /** The top-up account. */
  | "top-up"
  /** The credit account; in the console only. */
  | "credit";

/** Somebody asks whether a thing can be done, at an instant. Nothing is done by it. */
export interface Ask {
  /** The way it would come; of its channel and token. A verification code is taken for right, and calls are not counted. */
  access?: Access;
  /** Who would do it. */
  actor: Actor;
  /** What, and to what or whom. */
  ask: Operation;
  /** Now, as the caller's clock has it. */
  at: Time;
}

/** It ends. */
export interface DisassociateAssociationChange {
  type: "disassociate";
}

/** Customer and partner work together another way. */
export interface SwitchAssociationChange {
  type: "switch";
  /** The new mode. */
  mode: AssociationMode;
}

/** What is to become of an association. */
export type AssociationChange =
  | DisassociateAssociationChange
  | SwitchAssociationChange;

/** How a customer and its partner work together (关联类型). */
export type AssociationMode =
  /** 顾问销售 (referral, advisory sale): the customer trades with the vendor. Code 1. */
  | "advisory"
  /** 代售 (agency resale): the partner sells, and allocates the money. Code 2. */
  | "agency-resale";

/** What was done to an association, or asked for. */
export type AssociationOperation =
  /** It began. */
  | "associate"
  /** Customer and partner work together another way. */
  | "switch"
  /** It ended. */
  | "disassociate";

/** The account is the partner's. */
export interface CompletedAssociationOutcome {
  type: "completed";
}

/** It is not. */
export interface FailedAssociationOutcome {
  type: "failed";
  /** Why. */
  reason: string;
}

/** How the association of a new account has gone on. */
export type AssociationOutcome =
  | CompletedAssociationOutcome
  | FailedAssociationOutcome;

/** A record of an association. */
export interface AssociationRecord {
  /** The name of its account, masked unless it is asked for in full. */
  accountName: string;
  /** Of a request: when it was answered, or became void. */
  answeredTime?: Date | null;
  /** How they worked together then; after a switch, and in a request for one, the new way. Some old customers have no mode. */
  associationType?: AssociationMode | null;
  /** The customer. */
  customerId: CustomerId;
  /** Its name, masked unless it is asked for in full. */
  customerName: string;
  /** Of a request: who asked. */
  initiator?: Side | null;
  /** When. */
  operationTime: Date;
  /** What was done, or asked for. */
  operationType: AssociationOperation;
  /** The partner. */
  partnerId: PartnerId;
  /** Of a request: why. */
  reason?: string | null;
  /** Of a request: what became of it. */
  requestState?: AssociationRequestState | null;
}

/** What became of a request. */
export type AssociationRequestState =
  /** The vendor reviews it. */
  | "in-review"
  /** It waits for the other side. */
  | "pending"
  /** The other side agreed (同意). */
  | "approved"
  /** The other side, or the vendor, did not (驳回). */
  | "rejected"
  /** What it asked about ended or changed otherwise before an answer. */
  | "void";

/** What an audit found. */
export interface Audit {
  /** The findings, in the order of tables and rows; none when nothing is wrong. */
  findings: AuditFinding[];
}

/** Something that no correct table holds. */
export interface AuditFinding {
  /** How much more is found than expected, where both are amounts: an exact decimal. */
  difference?: string | null;
  /** What would be right. */
  expected: string;
  /** What stands there. */
  found: string;
  /** What is wrong. */
  message: Message;
  /** The rows it does not hold for, those that may be wrong among them. */
  rows: AuditPlace[];
  /** The id of the rule that does not hold. */
  rule: string;
}

/** Where a row stands. */
export interface AuditPlace {
  /** Which of its rows, from 1. */
  row: number;
  /** The table. */
  table: AuditTable;
}

/** A table that can be audited. */
export type AuditTable =
  /** Exports of `issued-coupons`. */
  | "coupons"
  /** Exports of `coupon-records`. */
  | "coupon-records"
  /** Exports of `quotas` and `issued-quotas`, each quota once. */
  | "quotas"
  /** Exports of `quota-records`. */
  | "quota-records"
  /** What was in each account before its first line; an account that is not named began with nothing. */
  | "opening-balances"
  /** Exports of `partner-balances`. */
  | "balances"
  /** Exports of `customer-balances`. */
  | "customer-balances"
  /** Exports of `adjustment-records`. */
  | "adjustment-records"
  /** Exports of `monthly-bills`. */
  | "monthly-bills"
  /** Exports of `fee-records`, and lines of the vendor's bills, in its field names, with amounts as text. */
  | "bill-lines"
  /** Exports of `statement`, of partners and of customers, the lines of one account together. */
  | "statement";

/** A customer's authorization of its partner. */
export type AuthorizationId = string;

/** An authorization, as a list shows it. */
export interface AuthorizationItem {
  /** Its id. */
  authorizationId: AuthorizationId;
  /** Whether the commitment letter was ticked. */
  commitmentLetterAccepted: boolean;
  /** The customer. */
  customerId: CustomerId;
  /** Its name. */
  customerName: string;
  /** When the customer answered. */
  decidedAt?: Date | null;
  /** When it was revoked or ended. */
  endedAt?: Date | null;
  /** The partner who may act once the customer agrees. */
  partnerId: PartnerId;
  /** Why it was revoked. */
  reason?: string | null;
  /** When it was asked for. */
  requestedAt: Date;
  /** The operator account that asked, unless a main account did. */
  requestedBy?: MemberId | null;
  /** What it is, as the clock has it. */
  state: AuthorizationState;
}

/** What an authorization is. */
export type AuthorizationState =
  /** 待授权: the customer has not answered. */
  | "requested"
  /** 已授权: the partner may act for the customer. */
  | "authorized"
  /** 已拒绝: the customer did not agree. */
  | "rejected"
  /** 已撤销: the customer took it back. */
  | "revoked"
  /** 已结束: the association it belonged to ended, or became referral. */
  | "ended";

/** A balance. */
export interface BalanceItem {
  /** The account. */
  accountId: string;
  /** Which it is. */
  accountType: BalanceKind;
  /** What is there; frozen cash is not. */
  amount: Money;
  /** The limit of a credit. */
  creditAmount?: Money | null;
  /** What of it is set aside, and cannot be allocated. */
  designatedAmount: Money;
}

/** Which of a partner's accounts. */
export type BalanceKind =
  /** The top-up account. Code 1. */
  | "top-up"
  /** The credit account. Code 2. */
  | "credit"
  /** What may be allocated at most. Code 8. */
  | "allocatable"
  /** Top-up and credit together, as the console shows it. No code. */
  | "total";

/** The account of a statement, in the vendor's spelling. */
export type BalanceType =
  /** The top-up account; of a customer, its cash and what its partner allocated. */
  | "BALANCE_TYPE_DEBIT"
  /** The credit account. */
  | "BALANCE_TYPE_CREDIT";

/** A customer of a batch. */
export interface BatchItem {
  /** How much: above zero, in whole cents, at most 9 999 999 999.99. */
  amount: Money;
  /** The customer. */
  customerId: string;
}

/** What a line of a bill stands for (`bill_detail_type`). */
export type BillDetailType =
  /**
   * Consumption: a purchase.
   *  Code 1.
   */
  | "purchase"
  /**
   * Consumption: a renewal.
   *  Code 2.
   */
  | "renewal"
  /**
   * Consumption: a change of what was bought.
   *  Code 3.
   */
  | "change"
  /**
   * Refund of an unsubscription.
   *  Code 4.
   */
  | "unsubscription"
  /**
   * Consumption: what was used.
   *  Code 5.
   */
  | "usage"
  /**
   * Consumption: a renewal without asking.
   *  Code 8.
   */
  | "auto-renewal"
  /**
   * Adjustment in favor of the customer; here, a debt that was written off.
   *  Code 9.
   */
  | "compensation"
  /**
   * Consumption: a support plan, at the end of the month.
   *  Code 14.
   */
  | "support-plan"
  /**
   * Adjustment against the customer.
   *  Code 16.
   */
  | "adjustment-charge"
  /**
   * Consumption, paid by the month.
   *  Code 18.
   */
  | "monthly"
  /**
   * Refund of a change; here, of whatever is not unsubscribed.
   *  Code 20.
   */
  | "refund-of-change"
  /**
   * Consumption, deducted from a savings plan.
   *  Code 23.
   */
  | "savings-plan"
  /**
   * Refund when what is paid by the period becomes pay-per-use.
   *  Code 24.
   */
  | "refund-to-on-demand"
  /**
   * Consumption that makes up for rounding.
   *  Code 25.
   */
  | "make-up"
  /**
   * Consumption, paid by the year.
   *  Code 103.
   */
  | "yearly";

/** What a line of the summary stands for. */
export type BillType =
  /** Consumption. Code 0. */
  | "normal"
  /** What came back: unsubscriptions and other refunds. Code 1. */
  | "unsubscription"
  /** Debts that the vendor wrote off. Code 2. */
  | "write-off";

/** How something is paid for. */
export type BillingMode =
  /** 包年/包月: prepaid, an order. */
  | "yearly-monthly"
  /** 按需: what is used; a resource, no order. */
  | "pay-per-use";

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
  /** Whether it has left the programme. */
  exited?: boolean;
  /** Whether it may not have customers of its own, as some distributors. */
  holdsNoCustomers?: boolean;
  /** Its id. */
  id: PartnerId;
  /** Whether it pays in advance; only on the international site. */
  isPrepaid?: boolean;
  /** Whether it is a test account. */
  isTest?: boolean;
  /** What it is. */
  kind: PartnerKind;
  /** Whether it is leaving the programme. */
  leaving?: boolean;
  /** Its name; empty when nobody said. */
  name?: string;
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** Whether the vendor has sanctioned it. */
  state?: PartnerState;
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
  /** Whether its console operations ask for a verification code. */
  asksVerificationCode?: boolean;
  /** What it had spent before its first association; unknown when not said. */
  consumptionBeforeAssociation?: Money | null;
  /** The vendor legal entity it signs with. */
  contractingParty?: ContractingPartyId | null;
  /** How the vendor ranks it. */
  customerLevel?: CustomerLevel | null;
  /** Whether it is a person or a company, once it has passed real-name authentication. */
  customerType?: CustomerType | null;
  /** The e-mail address; empty when nobody said. */
  email?: string;
  /** Its id. */
  id: CustomerId;
  /** The tag that its partner keeps on it (标签). */
  label?: string | null;
  /** The customer's name; empty when nobody said. */
  name?: string;
  /** The phone number; empty when nobody said. */
  phone?: string;
  /** Whether somebody signs in with the phone number, which then stands for this account alone. */
  phoneSignsIn?: boolean;
  /** Whether it has passed real-name authentication (实名认证); unknown when not said. */
  realName?: boolean | null;
  /** When the account was made. */
  registeredAt?: Date | null;
  /** Partners whose rights over the customer are withdrawn although they are associated with it. */
  rightsWithdrawn?: PartnerId[];
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** What bears on its associations. */
  standing?: Standing | null;
  /** Whether it can be used at all. */
  state?: CustomerState;
  /** The user of the partner's own platform whom the account stands for. */
  xaccount?: Xaccount | null;
}

/** A role of a partner was made, or may do other things now. */
export interface RoleSetChange extends Role {
  type: "role.set";
}

/** A partner said whom its customers can turn to. */
export interface ContactsSetChange {
  type: "contacts.set";
  /** All of them, in the order in which customers see them. */
  contacts: Contact[];
  /** The partner. */
  partner: PartnerId;
}

/** A distributor let a reseller do some things, and others no more. */
export interface ResellerGrantedChange {
  type: "reseller.granted";
  /** All that is granted. */
  grants: ResellerGrant[];
  /** The reseller. */
  reseller: PartnerId;
}

/** A customer has an account manager. */
export interface OwnerAssignedChange {
  type: "owner.assigned";
  /** The customer. */
  customer: CustomerId;
  /** The account manager. */
  manager: MemberId;
  /** The partner. */
  partner: PartnerId;
}

/** A customer has no account manager any more. */
export interface OwnerReclaimedChange {
  type: "owner.reclaimed";
  /** The customer. */
  customer: CustomerId;
}

/** A customer was frozen. */
export interface CustomerFrozenChange {
  type: "customer.frozen";
  /** Whether the center did so by itself, because the customer became a resale customer. */
  automatic?: boolean;
  /** The customer. */
  customer: CustomerId;
  /** What of it. */
  freezeType: FreezeType;
  /** Why. */
  reason?: string | null;
}

/** A customer is no longer frozen. */
export interface CustomerUnfrozenChange {
  type: "customer.unfrozen";
  /** Whether the center did so by itself, because the customer is no resale customer any more. */
  automatic?: boolean;
  /** The customer. */
  customer: CustomerId;
  /** Why. */
  reason?: string | null;
}

/** The resources of a customer were released, because it was not unfrozen in time. */
export interface CustomerResourcesReleasedChange {
  type: "customer.resources-released";
  /** The customer. */
  customer: CustomerId;
}

/** A verification code was sent. */
export interface CodeSentChange {
  type: "code.sent";
  /** Until when it is good, this instant excluded. */
  expireTime: Date;
  /** The partner who had it sent. */
  partner: PartnerId;
  /** The phone number or e-mail address. */
  receiver: string;
  /** What it is for. */
  scene: CodeScene;
}

/** The association of a new account is under way. */
export interface AssociationBegunChange {
  type: "association.begun";
  /** The customer. */
  customer: CustomerId;
  /** How they will work together. */
  mode: AssociationMode;
  /** The partner. */
  partner: PartnerId;
}

/** It failed. */
export interface AssociationFailedChange {
  type: "association.failed";
  /** The customer. */
  customer: CustomerId;
  /** Why. */
  reason: string;
}

/** A partner invited somebody. */
export interface InvitationSentChange {
  type: "invitation.sent";
  /** How it reaches the customer. */
  channel: Channel2;
  /** Until when it can be accepted, this instant excluded. */
  expireTime: Date;
  /** The invitation. */
  invitation: InvitationId;
  /** The operator account that sent it, unless the main account did. */
  invitedBy?: MemberId | null;
  /** How they will work together. */
  mode: AssociationMode;
  /** The partner. */
  partner: PartnerId;
}

/** An invitation was accepted. */
export interface InvitationAcceptedChange {
  type: "invitation.accepted";
  /** The customer. */
  customer: CustomerId;
  /** The invitation. */
  invitation: InvitationId;
}

/** Who accepted an invitation may not become the partner's. */
export interface InvitationFailedChange {
  type: "invitation.failed";
  /** Why not. */
  breaches: RecordedBreach[];
  /** The customer. */
  customer: CustomerId;
  /** The invitation. */
  invitation: InvitationId;
}

/** Somebody asked that an association ends or is switched. */
export interface AssociationRequestedChange {
  type: "association.requested";
  /** What is to become of the association. */
  change: AssociationChange;
  /** The customer. */
  customer: CustomerId;
  /** Whether the vendor has to review it first. */
  inReview?: boolean;
  /** Which of the two asked. */
  initiator: Side;
  /** The partner. */
  partner: PartnerId;
  /** Why. */
  reason: string;
}

/** The vendor's review let such a request go on. */
export interface AssociationReviewedChange {
  type: "association.reviewed";
  /** The customer. */
  customer: CustomerId;
}

/** Such a request was answered. */
export interface AssociationAnsweredChange {
  type: "association.answered";
  /** Whether the other side, or the vendor in its review, agreed. */
  approved: boolean;
  /** The customer. */
  customer: CustomerId;
}

/** A partner asked a customer for its authorization. */
export interface AuthorizationRequestedChange {
  type: "authorization.requested";
  /** The authorization. */
  authorization: AuthorizationId;
  /** Whether the commitment letter was ticked. */
  commitmentLetterAccepted?: boolean;
  /** The customer. */
  customer: CustomerId;
  /** The distributor who asked, when the partner is a reseller of its. */
  distributor?: PartnerId | null;
  /** The partner whose customer it is, and who may act once the customer agrees. */
  partner: PartnerId;
  /** The operator account that asked, unless a main account did. */
  requestedBy?: MemberId | null;
}

/** An authorization was approved, rejected, revoked, or ended. */
export interface AuthorizationChangedChange {
  type: "authorization.changed";
  /** The authorization. */
  authorization: AuthorizationId;
  /** The customer. */
  customer: CustomerId;
  /** Why, when it was revoked. */
  reason?: string | null;
  /** What it is now. */
  state: AuthorizationState;
}

/** A partner acted inside a customer's account. */
export interface OrderPlacedChange {
  type: "order.placed";
  /** The customer's authorization by which it acted. */
  authorization: AuthorizationId;
  /** How it is paid for. */
  billingMode: BillingMode;
  /** The customer. */
  customer: CustomerId;
  /** What was done. */
  operation: OnBehalf;
  /** The order; none when there is none, because what was bought is paid for as it is used, or nothing was bought. */
  order?: OrderId | null;
  /** The partner who acted. */
  partner: PartnerId;
  /** The cloud service it is about. */
  serviceType: ServiceType;
}

/** The warnings of a day came. */
export interface WarningRefreshedChange {
  type: "warning.refreshed";
  /** The day of the data, where the site counts its days. */
  dataDate: string;
  /** All warnings of the day, new and known ones. */
  warnings: WarningData[];
}

/** A warning was processed. */
export interface WarningProcessedChange {
  type: "warning.processed";
  /** The account manager who did; the main account, when absent. */
  by?: MemberId | null;
  /** What was noted. */
  remark: string;
  /** Whether the customer is lost. */
  result?: ChurnResult | null;
  /** The warning. */
  warning: WarningId;
}

/** An offline contract was recorded, or its record changed. */
export interface ContractSetChange {
  type: "contract.set";
  /** What it is worth, if it names a sum. */
  amount?: Money | null;
  /** Its code, by which it is found. */
  contractCode: ContractCode;
  /** What it is about. */
  contractKind: OfflineContractKind;
  /** What it is called; empty when nobody said. */
  contractName?: string;
  /** The other side, who signed it; empty when nobody said. */
  counterparty?: string;
  /** From when it is in force. */
  effectiveTime: Date;
  /** Until when; this instant no longer. */
  expireTime: Date;
  /** The partner whose contract it is. */
  partnerId: PartnerId;
  /** The day on which it was signed. */
  signDate: string;
  /** Whether it was ended before its time. */
  terminated?: boolean;
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

/** Money moved from one place to another. */
export interface MoneyMovedChange {
  type: "money.moved";
  /** How much. */
  amount: Money;
  /** The place that has less now. */
  from: Place;
  /** The place that has more now. */
  to: Place;
  /** What it was. */
  tradeDetailType: TradeDetailType;
  /** The transaction. */
  tradeId: TradeId;
}

/** The vendor set what a partner may do with its money. */
export interface AccountTermsSetChange {
  type: "account.terms-set";
  /** The most that one allocation may move, beside what the cash allows (可拨款账户); no such limit, when absent. */
  allocatableAmount?: Money | null;
  /** What of its cash is set aside for a purpose and not to be allocated (专款专用余额); nothing, when absent. Never more than the cash there is. */
  designatedAmount?: Money | null;
  /** The partner. */
  partner: PartnerId;
  /** Whether it bought a standard-sales contract (标销合同), whose cash the system freezes and unfreezes. */
  standardSalesContract?: boolean;
}

/** The limit of a partner's credit is another now. */
export interface AccountCreditSetChange {
  type: "account.credit-set";
  /** From when on there is no credit any more; it does not expire, when absent. */
  expireTime?: Date | null;
  /** The most it can owe; not below zero, in whole cents. */
  limit: Money;
  /** The partner. */
  partner: PartnerId;
}

/** Somebody was charged. */
export interface AccountChargedChange {
  type: "account.charged";
  /** How much. */
  amount: Money;
  /** The customer for whom a partner paid. */
  customer?: CustomerId | null;
  /** The partner whose resale customer the payer was. */
  partner?: PartnerId | null;
  /** Where it was taken; all of it went to the vendor. */
  parts: Part[];
  /** Who was charged. */
  payer: Holder;
  /** What it was for. */
  terms?: ChargeTerms;
  /** What it was. */
  tradeDetailType: TradeDetailType;
  /** The transaction, or the order. */
  tradeId: TradeId;
}

/** A charge came back, all of it or a part. */
export interface AccountRefundedChange {
  type: "account.refunded";
  /** How much. */
  amount: Money;
  /** The charge. */
  charge: TradeId;
  /** The partner whose use of its credit fell. */
  credit?: PartnerId | null;
  /** By how much it fell; the limit may have been cut since, so less may have become available. */
  creditAmount?: Money | null;
  /** To where; all of it came from the vendor. */
  parts: Part[];
  /** What it was. */
  tradeDetailType: TradeDetailType;
  /** The transaction of the refund. */
  tradeId: TradeId;
}

/** What a customer owed was written off. */
export interface AccountDebtWrittenOffChange {
  type: "account.debt-written-off";
  /** From the vendor to the debt. */
  moved: MoneyMoved;
  /** The partner whose resale customer it was. */
  partner?: PartnerId | null;
}

/** An adjustment was made. */
export interface AdjustmentMadeChange {
  type: "adjustment.made";
  /** How much. */
  amount: Money;
  /** The account that has less now. */
  from: Place;
  /** The key it was asked for with. */
  key?: KeyUse | null;
  /** What it was. */
  operationType: AdjustmentOperation;
  /** The account that has more now. */
  to: Place;
  /** Names it: the id that the caller gets back, and that its record and both lines have. */
  transId: TradeId;
}

/** An adjustment is under way. */
export interface AdjustmentBegunChange {
  type: "adjustment.begun";
  /** The partner that allocates or reclaims. */
  partner: PartnerId;
  /** The customer, or the reseller. */
  with: Holder;
}

/** It is not any more. */
export interface AdjustmentEndedChange {
  type: "adjustment.ended";
  /** The partner that allocates or reclaims. */
  partner: PartnerId;
  /** The customer, or the reseller. */
  with: Holder;
}

/** What happened. */
export type Change =
  | PartnerSetChange
  | MemberSetChange
  | CustomerSetChange
  | RoleSetChange
  | ContactsSetChange
  | ResellerGrantedChange
  | OwnerAssignedChange
  | OwnerReclaimedChange
  | CustomerFrozenChange
  | CustomerUnfrozenChange
  | CustomerResourcesReleasedChange
  | CodeSentChange
  | AssociationBegunChange
  | AssociationFailedChange
  | InvitationSentChange
  | InvitationAcceptedChange
  | InvitationFailedChange
  | AssociationRequestedChange
  | AssociationReviewedChange
  | AssociationAnsweredChange
  | AuthorizationRequestedChange
  | AuthorizationChangedChange
  | OrderPlacedChange
  | WarningRefreshedChange
  | WarningProcessedChange
  | ContractSetChange
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
  | CouponReleasedChange
  | MoneyMovedChange
  | AccountTermsSetChange
  | AccountCreditSetChange
  | AccountChargedChange
  | AccountRefundedChange
  | AccountDebtWrittenOffChange
  | AdjustmentMadeChange
  | AdjustmentBegunChange
  | AdjustmentEndedChange;

/** Where a request came in. Some rules hold for one of them only. */
export type Channel =
  /** The vendor's API. */
  | "api"
  /** The partner center's pages. */
  | "console";

/** How an invitation reaches the customer. */
export type Channel2 =
  /** A link that is passed on. */
  | "link"
  /** An e-mail. */
  | "email"
  /** A QR code. */
  | "qr-code";

/** How an order is charged. */
export type Charge =
  /** Beforehand, by the period. */
  | "period"
  /** By what was used (按需). */
  | "on-demand";

/** How a service is charged for. */
export type ChargeMode =
  /** Yearly or monthly. Code 1. */
  | "period"
  /** Pay-per-use. Code 3. */
  | "on-demand"
  /** Reserved instance. Code 10. */
  | "reserved-instance"
  /** Savings plan. Code 11. */
  | "savings-plan";

/** What a charge is for. What nobody said is left open. */
export interface ChargeTerms {
  /** How it is charged for. */
  chargeMode?: ChargeMode;
  /** The cloud service. */
  cloudServiceType?: ServiceType | null;
  /** What the partner's and the vendor's discounts took off before it was charged. */
  discountAmount?: Money | null;
  /** The type of resource, in the vendor's code. */
  resourceType?: ServiceType | null;
}

/** What a check found. */
export type CheckResult =
  /** A new account can have it. */
  | "available"
  /** It cannot. The vendor writes `used_by_user`. */
  | "used-by-user";

/** Whether a customer is lost. */
export type ChurnResult =
  /** 已流失. */
  | "lost"
  /** 未流失. */
  | "not-lost";

/** What a verification code is for. */
export type CodeScene =
  /** Registration. Code 29. */
  | "registration"
  /** The verification of a person by a bank card. Code 18. */
  | "bank-card";

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
  /** Whether it has left the programme. */
  exited?: boolean;
  /** Whether it may not have customers of its own, as some distributors. */
  holdsNoCustomers?: boolean;
  /** Its id. */
  id: PartnerId;
  /** Whether it pays in advance; only on the international site. */
  isPrepaid?: boolean;
  /** Whether it is a test account. */
  isTest?: boolean;
  /** What it is. */
  kind: PartnerKind;
  /** Whether it is leaving the programme. */
  leaving?: boolean;
  /** Its name; empty when nobody said. */
  name?: string;
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** Whether the vendor has sanctioned it. */
  state?: PartnerState;
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
  /** Whether its console operations ask for a verification code. */
  asksVerificationCode?: boolean;
  /** What it had spent before its first association; unknown when not said. */
  consumptionBeforeAssociation?: Money | null;
  /** The vendor legal entity it signs with. */
  contractingParty?: ContractingPartyId | null;
  /** How the vendor ranks it. */
  customerLevel?: CustomerLevel | null;
  /** Whether it is a person or a company, once it has passed real-name authentication. */
  customerType?: CustomerType | null;
  /** The e-mail address; empty when nobody said. */
  email?: string;
  /** Its id. */
  id: CustomerId;
  /** The tag that its partner keeps on it (标签). */
  label?: string | null;
  /** The customer's name; empty when nobody said. */
  name?: string;
  /** The phone number; empty when nobody said. */
  phone?: string;
  /** Whether somebody signs in with the phone number, which then stands for this account alone. */
  phoneSignsIn?: boolean;
  /** Whether it has passed real-name authentication (实名认证); unknown when not said. */
  realName?: boolean | null;
  /** When the account was made. */
  registeredAt?: Time | null;
  /** Partners whose rights over the customer are withdrawn although they are associated with it. */
  rightsWithdrawn?: PartnerId[];
  /** The site it is on; the center's own, when not said. */
  site?: Site | null;
  /** What bears on its associations. */
  standing?: Standing | null;
  /** Whether it can be used at all. */
  state?: CustomerState;
  /** The user of the partner's own platform whom the account stands for. */
  xaccount?: Xaccount | null;
}

/** Lets a reseller do some things for its customers, and others no more. For its distributor. */
export interface ResellerGrantCommand {
  type: "reseller.grant";
  /** All that is granted. */
  grants: ResellerGrant[];
  /** The reseller. */
  reseller: PartnerId;
}

/** Adds an operator account, or changes its roles. For administrators of the partner. */
export interface MemberSaveCommand {
  type: "member.save";
  /** The name it signs in with; the one it has, when absent. */
  accountName?: string | null;
  /** The account director over it; nobody, when absent. */
  director?: MemberId | null;
  /** The account. */
  member: MemberId;
  /** All its roles, 1 to 3: preset ones by name, or the partner's own. */
  roles: RoleId[];
}

/** Makes a role of the partner's own, or changes it. For administrators of the partner. */
export interface RoleSaveCommand {
  type: "role.save";
  /** All it may do. */
  permissionItems: string[];
  /** Its name. */
  role: RoleId;
}

/** Says whom a partner's customers can turn to. For administrators of the partner. */
export interface ContactsSetCommand {
  type: "contacts.set";
  /** All of them, at most 5, in the order in which customers see them; none has customers see the administrator instead. */
  contacts: Contact[];
}

/** Says what a role of a partner may do, preset ones too. */
export interface RoleSetCommand extends Role {
  type: "role.set";
}

/** Assigns customers to an account manager. For partners. */
export interface OwnerAssignCommand {
  type: "owner.assign";
  /** Whether one refused customer refuses the call. */
  allOrNothing?: boolean;
  /** The customers. */
  customerIds: string[];
  /** The account manager. */
  manager: MemberId;
}

/** Gives a customer another account manager. For partners. */
export interface OwnerReassignCommand {
  type: "owner.reassign";
  /** The customer. */
  customer: CustomerId;
  /** The account manager. */
  manager: MemberId;
}

/** Takes customers back from their account managers. For partners. */
export interface OwnerReclaimCommand {
  type: "owner.reclaim";
  /** Whether one refused customer refuses the call. */
  allOrNothing?: boolean;
  /** The customers. */
  customerIds: string[];
}

/** Freezes customers. For partners, on the international and European sites. */
export interface CustomerFreezeCommand {
  type: "customer.freeze";
  /** Whether one refused customer refuses the call. */
  allOrNothing?: boolean;
  /** The customers, 1 to 10. */
  customerIds: string[];
  /** What of them; the account, when absent. To end a freeze, what was frozen. */
  freezeType?: string | null;
  /** The reseller whose customers they are, when a distributor asks. */
  indirectPartnerId?: string | null;
  /** Why, 1 to 256 characters. */
  reason: string;
}

/** Ends freezes of customers. For partners, on the international and European sites. */
export interface CustomerUnfreezeCommand {
  type: "customer.unfreeze";
  /** Whether one refused customer refuses the call. */
  allOrNothing?: boolean;
  /** The customers, 1 to 10. */
  customerIds: string[];
  /** What of them; the account, when absent. To end a freeze, what was frozen. */
  freezeType?: string | null;
  /** The reseller whose customers they are, when a distributor asks. */
  indirectPartnerId?: string | null;
  /** Why, 1 to 256 characters. */
  reason: string;
}

/** Has a verification code sent. For partners. */
export interface CodeSendCommand {
  type: "code.send";
  /** The customer, who must be named when a bank card is verified. */
  customer?: string | null;
  /** The phone number (China site) or e-mail address (the other sites). */
  receiver: string;
  /** What it is for. */
  scene?: CodeScene;
  /** The minutes it shall live, 1 to 3000: 10, when absent; 5, above 60. */
  timeoutMinutes?: number | null;
}

/** Makes an account for a customer, who becomes the partner's. For partners. */
export interface CustomerCreateCommand {
  type: "customer.create";
  /** Referral, when it is `1` on the China site; resale otherwise. */
  cooperationType?: string | null;
  /** The name of the account; one of 32 characters is made up, when absent. */
  domainName?: string | null;
  /** The e-mail address (the other sites). */
  email?: string | null;
  /** Whether the caller waits for the association. */
  includeAssociationResult?: boolean;
  /** The reseller whose customer it will be, when a distributor asks. */
  indirectPartnerId?: string | null;
  /** The password, as far as the rules judge it; the password itself is never here. Without one nobody signs in to the account directly. */
  password?: PasswordShape | null;
  /** The phone number (China site). */
  phone?: string | null;
  /** The user of the partner's platform. */
  xaccount: Xaccount;
}

/** Says how the association of a new account has gone on. */
export interface AssociationCompleteCommand {
  type: "association.complete";
  /** The customer. */
  customer: CustomerId;
  /** How. */
  outcome: AssociationOutcome;
}

/** Invites somebody to become a customer. For partners. */
export interface InvitationSendCommand {
  type: "invitation.send";
  /** How it reaches the customer. */
  channel: Channel2;
  /** Until when it can be accepted, this instant excluded; 15 days from now, when absent. */
  expireTime?: Time | null;
  /** How they will work together. */
  mode: AssociationMode;
}

/** Accepts an invitation. For the customer. */
export interface InvitationAcceptCommand {
  type: "invitation.accept";
  /** The customer. */
  customer: CustomerId;
  /** The invitation that its link or code names. */
  invitation: string;
  /** Whether the customer ticked the association notice (客户关联华为云合作伙伴须知). */
  noticeAccepted?: boolean;
}

/** Asks that an association ends or is switched. For the partner's administrators, and for the customer. */
export interface AssociationRequestCommand {
  type: "association.request";
  /** What is to become of the association. */
  change: AssociationChange;
  /** The customer. */
  customer: CustomerId;
  /** Whether the statement of what follows was ticked. */
  impactAccepted?: boolean;
  /** Why. */
  reason?: string | null;
}

/** Says whether a request that the vendor has to see first may go on. */
export interface AssociationReviewCommand {
  type: "association.review";
  /** The customer. */
  customer: CustomerId;
  /** Whether the request may go on to the other side. */
  passed: boolean;
}

/** Answers such a request. For the other side. */
export interface AssociationAnswerCommand {
  type: "association.answer";
  /** Whether it agrees. */
  approved: boolean;
  /** The customer. */
  customer: CustomerId;
}

/** Asks a customer for its authorization. For partners. */
export interface AuthorizationRequestCommand {
  type: "authorization.request";
  /** Whether the commitment letter was ticked (华为云伙伴代客操作承诺书). */
  commitmentLetterAccepted?: boolean;
  /** The customer. */
  customer: CustomerId;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Agrees to such a request. For the customer. */
export interface AuthorizationApproveCommand {
  type: "authorization.approve";
  /** The customer. */
  customer: CustomerId;
  /** Whether the authorization letter was ticked (华为云客户授权书). */
  letterAccepted?: boolean;
  /** Whether the customer records what is done in its account (云审计, CTS). */
  traceAuditOn?: boolean;
}

/** Does not agree. For the customer. */
export interface AuthorizationRejectCommand {
  type: "authorization.reject";
  /** The customer. */
  customer: CustomerId;
}

/** Takes an authorization back. For the customer. */
export interface AuthorizationRevokeCommand {
  type: "authorization.revoke";
  /** The customer. */
  customer: CustomerId;
  /** Why. */
  reason?: string | null;
}

/** Acts inside a customer's account: orders, configures, renews, unsubscribes. For partners. */
export interface OrderPlaceCommand {
  type: "order.place";
  /** How it is paid for; after a conversion, how it is from then on. */
  billingMode: BillingMode;
  /** The customer. */
  customer: CustomerId;
  /** The reseller whose customer it is, when a distributor acts. */
  indirectPartnerId?: string | null;
  /** Whether it is a KooGallery product (云商店). */
  isKoogallery?: boolean;
  /** What is done there. */
  operation: OnBehalf;
  /** The cloud service it is about. */
  serviceType: ServiceType;
}

/** Brings the customer warnings of a day. */
export interface WarningRefreshCommand {
  type: "warning.refresh";
  /** The day of the data, where the site counts its days. */
  dataDate: string;
  /** All warnings of the day, new and known ones. */
  warnings: WarningData[];
}

/** Says what became of a warning. For the sole owner of the customer. */
export interface WarningProcessCommand {
  type: "warning.process";
  /** What was done, or is going to be. */
  remark?: string;
  /** Whether the customer is lost; of churn warnings only, and there it must be said. */
  result?: ChurnResult | null;
  /** The warning. */
  warning: WarningId;
}

/** Records an offline contract, or changes its record. */
export interface ContractSetCommand {
  type: "contract.set";
  /** What it is worth, if it names a sum. */
  amount?: Money | null;
  /** Its code, by which it is found. */
  contractCode: ContractCode;
  /** What it is about. */
  contractKind: OfflineContractKind;
  /** What it is called; empty when nobody said. */
  contractName?: string;
  /** The other side, who signed it; empty when nobody said. */
  counterparty?: string;
  /** From when it is in force. */
  effectiveTime: Time;
  /** Until when; this instant no longer. */
  expireTime: Time;
  /** The partner whose contract it is. */
  partnerId: PartnerId;
  /** The day on which it was signed. */
  signDate: string;
  /** Whether it was ended before its time. */
  terminated?: boolean;
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

/** Tops up a partner's account, or a customer's own cash. */
export interface AccountRechargeCommand {
  type: "account.recharge";
  /** How much, above zero, in whole cents. */
  amount: Money;
  /** Whose account. */
  holder: Holder;
  /** Whether it is a rebate of the vendor's. */
  rebate?: boolean;
}

/** Sets what of a partner's cash is set aside, and what it may allocate. */
export interface AccountSetTermsCommand {
  type: "account.set-terms";
  /** The most that one allocation may move, beside what the cash allows (可拨款账户); no such limit, when absent. */
  allocatableAmount?: Money | null;
  /** What of its cash is set aside for a purpose and not to be allocated (专款专用余额); nothing, when absent. Never more than the cash there is. */
  designatedAmount?: Money | null;
  /** The partner. */
  partner: PartnerId;
  /** Whether it bought a standard-sales contract (标销合同), whose cash the system freezes and unfreezes. */
  standardSalesContract?: boolean;
}

/** Sets the limit of a partner's credit. */
export interface AccountSetCreditCommand {
  type: "account.set-credit";
  /** From when on there is no credit any more; it does not expire, when absent. */
  expireTime?: Time | null;
  /** The most it can owe; not below zero, in whole cents. */
  limit: Money;
  /** The partner. */
  partner: PartnerId;
}

/** Charges a partner or a customer for what was consumed. */
export interface AccountChargeCommand {
  type: "account.charge";
  /** How much, above zero, in whole cents. */
  amount: Money;
  /** Who pays: a partner, or a customer itself. */
  payer: Holder;
  /** What it is for. */
  terms?: ChargeTerms;
  /** What it is: a type of consumption. */
  tradeDetailType: TradeDetailType;
  /** The transaction, or the order; none is charged twice. */
  tradeId: TradeId;
}

/** Refunds a charge, or a part of it. */
export interface AccountRefundCommand {
  type: "account.refund";
  /** How much, above zero, in whole cents. */
  amount: Money;
  /** The charge. */
  charge: TradeId;
  /** The transaction of the refund. */
  tradeId: TradeId;
  /** Whether what was bought is unsubscribed. */
  unsubscription?: boolean;
}

/** Writes off what a customer owes. */
export interface AccountWriteOffDebtCommand {
  type: "account.write-off-debt";
  /** How much, above zero, in whole cents. */
  amount: Money;
  /** The customer. */
  customer: CustomerId;
}

/** Freezes cash of a partner. */
export interface AccountFreezeCashCommand {
  type: "account.freeze-cash";
  /** How much, above zero, in whole cents. */
  amount: Money;
  /** Why. */
  family: FreezeFamily;
  /** The partner. */
  partner: PartnerId;
}

/** Unfreezes cash of a partner. */
export interface AccountUnfreezeCashCommand {
  type: "account.unfreeze-cash";
  /** How much, above zero, in whole cents. */
  amount: Money;
  /** Why. */
  family: FreezeFamily;
  /** The partner. */
  partner: PartnerId;
}

/** Clears frozen cash of a partner: it is gone. */
export interface AccountClearFrozenCommand {
  type: "account.clear-frozen";
  /** How much, above zero, in whole cents. */
  amount: Money;
  /** Why. */
  family: FreezeFamily;
  /** The partner. */
  partner: PartnerId;
}

/** Pays an order of a customer. For partners. */
export interface AccountPayForCustomerCommand {
  type: "account.pay-for-customer";
  /** The customer. */
  customerId: string;
  /** The reseller whose customer it is, and who pays, when a distributor asks through the API. */
  indirectPartnerId?: string | null;
  /** The order. */
  orderId: TradeId;
  /** What it costs. */
  price: Money;
}

/** Allocates money to a customer. For partners. */
export interface AdjustmentAllocateCommand {
  type: "adjustment.allocate";
  /** How much: above zero, in whole cents, at most 9 999 999 999.99. */
  amount: Money;
  /** The customer. */
  customerId: string;
  /** The reseller whose customer it is, and who pays, when a distributor asks through the API. */
  indirectPartnerId?: string | null;
  /** Ours: by which the same adjustment is known when it is asked for again. */
  key?: AdjustmentKey | null;
  /** From which account; the console asks for it, and the API knows the top-up account only. */
  source?: AllocationSource | null;
}

/** Reclaims money from a customer. For partners. */
export interface AdjustmentReclaimCommand {
  type: "adjustment.reclaim";
  /** How much: above zero, in whole cents, at most 9 999 999 999.99. */
  amount: Money;
  /** The customer. */
  customerId: string;
  /** The reseller whose customer it is, and who gets the money, when a distributor asks through the API. */
  indirectPartnerId?: string | null;
  /** Ours: by which the same adjustment is known when it is asked for again. */
  key?: AdjustmentKey | null;
}

/** Allocates money to several customers. For partners, in the console. */
export interface AdjustmentAllocateBatchCommand {
  type: "adjustment.allocate-batch";
  /** Ours: whether one refused customer refuses the call. */
  allOrNothing?: boolean;
  /** The customers, 1 to 100, each with an amount. */
  items: BatchItem[];
  /** Ours: by which the same adjustments are known when they are asked for again. */
  key?: AdjustmentKey | null;
  /** From which account it is allocated; says nothing of a reclaim. */
  source?: AllocationSource | null;
}

/** Reclaims money from several customers. For partners, in the console. */
export interface AdjustmentReclaimBatchCommand {
  type: "adjustment.reclaim-batch";
  /** Ours: whether one refused customer refuses the call. */
  allOrNothing?: boolean;
  /** The customers, 1 to 100, each with an amount. */
  items: BatchItem[];
  /** Ours: by which the same adjustments are known when they are asked for again. */
  key?: AdjustmentKey | null;
  /** From which account it is allocated; says nothing of a reclaim. */
  source?: AllocationSource | null;
}

/** Allocates money to a cloud reseller. For distributors. */
export interface AdjustmentAllocateToResellerCommand {
  type: "adjustment.allocate-to-reseller";
  /** How much: above zero, in whole cents, at most 9 999 999 999.99. */
  amount: Money;
  /** The reseller. */
  indirectPartnerId: string;
  /** Ours: by which the same adjustment is known when it is asked for again. */
  key?: AdjustmentKey | null;
}

/** Reclaims money from a cloud reseller. For distributors. */
export interface AdjustmentReclaimFromResellerCommand {
  type: "adjustment.reclaim-from-reseller";
  /** How much: above zero, in whole cents, at most 9 999 999 999.99. */
  amount: Money;
  /** The reseller. */
  indirectPartnerId: string;
  /** Ours: by which the same adjustment is known when it is asked for again. */
  key?: AdjustmentKey | null;
}

/** Notes that an adjustment between two accounts is under way. */
export interface AdjustmentBeginCommand {
  type: "adjustment.begin";
  /** The partner that allocates or reclaims. */
  partner: PartnerId;
  /** The customer, or the reseller. */
  with: Holder;
}

/** Notes that it is not any more. */
export interface AdjustmentEndCommand {
  type: "adjustment.end";
  /** The partner that allocates or reclaims. */
  partner: PartnerId;
  /** The customer, or the reseller. */
  with: Holder;
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
  | ResellerGrantCommand
  | MemberSaveCommand
  | RoleSaveCommand
  | ContactsSetCommand
  | RoleSetCommand
  | OwnerAssignCommand
  | OwnerReassignCommand
  | OwnerReclaimCommand
  | CustomerFreezeCommand
  | CustomerUnfreezeCommand
  | CodeSendCommand
  | CustomerCreateCommand
  | AssociationCompleteCommand
  | InvitationSendCommand
  | InvitationAcceptCommand
  | AssociationRequestCommand
  | AssociationReviewCommand
  | AssociationAnswerCommand
  | AuthorizationRequestCommand
  | AuthorizationApproveCommand
  | AuthorizationRejectCommand
  | AuthorizationRevokeCommand
  | OrderPlaceCommand
  | WarningRefreshCommand
  | WarningProcessCommand
  | ContractSetCommand
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
  | AccountRechargeCommand
  | AccountSetTermsCommand
  | AccountSetCreditCommand
  | AccountChargeCommand
  | AccountRefundCommand
  | AccountWriteOffDebtCommand
  | AccountFreezeCashCommand
  | AccountUnfreezeCashCommand
  | AccountClearFrozenCommand
  | AccountPayForCustomerCommand
  | AdjustmentAllocateCommand
  | AdjustmentReclaimCommand
  | AdjustmentAllocateBatchCommand
  | AdjustmentReclaimBatchCommand
  | AdjustmentAllocateToResellerCommand
  | AdjustmentReclaimFromResellerCommand
  | AdjustmentBeginCommand
  | AdjustmentEndCommand
  | ClockAdvanceCommand;

/** How sure we are that the partner center has this rule. */
export type Confidence =
  /** A page of the vendor states it. */
  | "documented"
  /** It follows from stated facts. */
  | "derived"
  /** It is our default; `Policy` can switch it. */
  | "assumed";

/** A customer who consumed something. */
export interface ConsumingCustomer {
  /** The customer. */
  customerId: CustomerId;
}

/** Somebody at a partner whom its customers can turn to. */
export interface Contact {
  /** The e-mail address; empty when nobody said. */
  email?: string;
  /** The name. */
  name: string;
  /** The phone number; empty when nobody said. */
  phone?: string;
}

/** Somebody whom customers can turn to. In full for customers, whom it is for. */
export interface ContactItem {
  /** The e-mail address; empty when nobody said. */
  email: string;
  /** Whether it is the administrator, because the partner has named no contacts. */
  isAdministrator: boolean;
  /** The name; of an administrator who stands in, the partner's. */
  name: string;
  /** The phone number; empty when nobody said. */
  phone: string;
}

/** A contract, by the code that its parties know it by (合同编码). No space stands before or behind it. */
export type ContractCode = string;

/** A kind of contract that bears on associations. */
export type ContractKind =
  /** An offline contract with the vendor itself (线下直签). */
  | "offline-direct"
  /** A discount contract of the vendor's telesales (电销折扣). */
  | "telesales-discount"
  /** A special-price contract with the vendor itself (直签特价). */
  | "direct-special-price"
  /** A contract for professional services (专业服务). */
  | "professional-service"
  /** A framework commercial contract (框架商务合同), reviewed by the vendor before the association changes. */
  | "framework-commercial"
  /** A special contract with its partner (特殊合同), to be settled between the two first. */
  | "partner-special";

/** Where a contract stands at an instant. */
export type ContractStatus =
  /** Its time has not come. */
  | "not-yet-effective"
  /** It is in force. */
  | "effective"
  /** Its time is over. */
  | "expired"
  /** It was ended, whatever its time. */
  | "terminated";

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
  /** What was lost with a legacy coupon's single use. */
  forfeited: Money;
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
  /** What went back to a quota. */
  returned: Money;
  /** The partner whose it is to reclaim. */
  sourceId: PartnerId;
  /** Its state, as the clock has it. */
  status: CouponStatus;
  /** Where and how it may be used. */
  terms: Terms;
  /** What orders took from it, without what refunds put back. */
  used: Money;
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

/** What a resale customer has, and what it owes; one of the two is nothing. */
export interface CustomerBalanceItem {
  /** What is left of what was allocated to it. */
  amount: Money;
  /** The customer. */
  customerId: CustomerId;
  /** What it owes. */
  debtAmount: Money;
}

/** A customer account. */
export type CustomerId = string;

/** A customer, as the list shows it. Names, phone and e-mail are masked, unless asked for in full. */
export interface CustomerItem {
  /** The account manager it is assigned to. */
  accountManager?: MemberId | null;
  /** The name of the account manager's account. */
  accountManagerName?: string | null;
  /** The name of its account. */
  accountName: string;
  /** When it became the partner's. */
  associatedOn: Date;
  /** The code of the mode at the site of the center. */
  associationCode?: number | null;
  /** How it works together with the partner; some old customers have no mode. */
  associationMode?: AssociationMode | null;
  /** From when on its spending counts as consumption of the account manager's customers. */
  consumptionFrom?: Date | null;
  /** The customer. */
  customerId: CustomerId;
  /** How the vendor ranks it. */
  customerLevel?: CustomerLevel | null;
  /** Its name; empty before it has passed real-name authentication. */
  customerName: string;
  /** Whether it is a person or a company; nothing before real-name authentication. */
  customerType?: CustomerType | null;
  /** Its e-mail address. */
  email: string;
  /** What of it the partner has frozen. */
  frozen?: FreezeType | null;
  /** Its tag. */
  label?: string | null;
  /** Since when it is assigned to the account manager. */
  managerSince?: Date | null;
  /** Who answers for it. */
  owner: OwnerKind;
  /** Warnings about it that nobody has seen to. */
  pendingWarnings: number;
  /** The first day whose spending counts to the account manager's performance. */
  performanceFrom?: string | null;
  /** Its phone number. */
  phone: string;
  /** Whether it has passed real-name authentication; unknown when absent. */
  realName?: boolean | null;
  /** The user of the partner's own platform whom the account stands for. */
  xaccountId?: string | null;
  /** The platform of that user. */
  xaccountType?: string | null;
}

/** How the vendor ranks a customer. */
export type CustomerLevel = "V0" | "V1" | "V2" | "V3" | "V4" | "V5";

/** Whether a customer account can be used. */
export type CustomerState =
  /** It can. */
  | "normal"
  /** It is frozen for arrears. */
  | "frozen"
  /** It is closed for good. */
  | "closed";

/** Whether a customer is a person or a company. */
export type CustomerType =
  /** A person. Code 0. */
  | "individual"
  /** A company. Code 1. */
  | "enterprise";

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

/** Whether a line adds or takes. */
export type Direction =
  /** 收入. Code 1. */
  | "income"
  /** 支出. Code 2. */
  | "expense";

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

/** Whether a thing can be done, and why not. */
export interface Eligibility {
  /** Whether it can be done. */
  allowed: boolean;
  /** The rules in the way, in the order the partner center asks them. */
  breaches: Breach[];
  /** What would be allowed, but is worth knowing. */
  warnings: Breach[];
}

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

/** A charge, what came back of one, or a debt that was written off. */
export interface FeeRecord {
  /** The account manager who answered for the customer then. */
  accountManagerId?: MemberId | null;
  /** How they were associated then; some old customers have no mode. */
  associationMode?: AssociationMode | null;
  /** The month. */
  billCycle: string;
  /** What the record stands for. */
  billDetailType: BillDetailType;
  /** What was paid in cash, the customer's own or what was allocated to it. */
  cashAmount: Money;
  /** How it is charged for. */
  chargeMode?: ChargeMode | null;
  /** The cloud service. */
  cloudServiceType?: ServiceType | null;
  /** The customer. */
  customerId: CustomerId;
  /** What could not be paid. */
  debtAmount: Money;
  /** The price before discounts; below zero for what came back, as all amounts are. */
  officialAmount: Money;
  /** What discounts took off before. */
  officialDiscountAmount: Money;
  /** The partner whose customer it was. */
  partnerId: PartnerId;
  /** What is to be paid: what was paid, what is owed and what was written off, together. */
  paymentAmount: Money;
  /** The type of resource. */
  resourceType?: ServiceType | null;
  /** The order, or the transaction. */
  tradeId: TradeId;
  /** When. */
  tradeTime: Date;
  /** What of debts was written off. */
  writeoffAmount: Money;
}

/** How an export is written. */
export type Format =
  /** RFC 4180, UTF-8. */
  | "csv"
  /** The same with a byte order mark, by which spreadsheets know UTF-8. */
  | "csv-bom"
  /** One JSON object a line. */
  | "jsonl";

/** Why cash is frozen. */
export type FreezeFamily =
  /** Somebody of the vendor says so. */
  | "manual"
  /** It was refunded. */
  | "refund"
  /** A standard-sales contract says so. */
  | "system";

/** What of a customer is frozen. */
export type FreezeType =
  /** The account: nothing new can be bought. `ACCOUNT` at the API. */
  | "account"
  /** The account and its resources. `ACCOUNT_AND_RESOURCE` at the API. */
  | "account-and-resources";

/** A partner. */
export interface PartnerHolder {
  type: "partner";
  /** The partner. */
  partner: PartnerId;
}

/** A customer. */
export interface CustomerHolder {
  type: "customer";
  /** The customer. */
  customer: CustomerId;
}

/** Whose money it is. */
export type Holder =
  | PartnerHolder
  | CustomerHolder;

/** An invitation of a partner to become its customer. */
export type InvitationId = string;

/** A key that was used, by whom and for what. */
export interface KeyUse {
  /** A fingerprint of what was asked. */
  asked: string;
  /** Its key. */
  key: AdjustmentKey;
  /** The partner that called. */
  partner: PartnerId;
}

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

/** The numbers of the partner center, and a list. Counts, unless the name says characters, days, months or years. */
export interface Limits {
  /** Calendar months of that window: 3. */
  associationRequestWindowMonths?: number;
  /** Requests to end or switch one association that each side may make in one window, on the China site: 1. */
  associationRequestsPerWindowCn?: number;
  /** The same on the European site: 1. */
  associationRequestsPerWindowEu?: number;
  /** The same on the international site: 3. */
  associationRequestsPerWindowIntl?: number;
  /** Calendar months for which an authorization holds where `authz.no-expiry` is switched off: 12, ours. */
  authorizationMonths?: number;
  /** Customers of one query of balances: 100. */
  balanceCustomersMax?: number;
  /** Customers of one batch of allocations or reclaims: 100, assumed. */
  batchCustomersMax?: number;
  /** The hour of the day, in the site's zone, from which the monthly summary has what happened until the end of yesterday: 16. */
  billRefreshHour?: number;
  /** API calls of one source, operation and partner in one clock second: 10. */
  callsPerSecond?: number;
  /** Child quotas of one reclaim: 10. */
  childQuotasMax?: number;
  /** Failed checks after which a verification code is no good: 3. */
  codeFailedChecksMax?: number;
  /** Seconds between two verification codes to one receiver: 60, assumed. */
  codeSendSeconds?: number;
  /** Roles of a partner's own: 10. */
  customRolesMax?: number;
  /** Customer contacts of a partner: 5. */
  customerContactsMax?: number;
  /** Customers of one issue through the API: 100. */
  customersMax?: number;
  /** Customers of one issue in the console: 10. */
  customersMaxConsole?: number;
  /** The cloud services that resellers of the European site may buy on behalf of their customers: ECS, EVS and EIP; all when empty. */
  euResellerServices?: ServiceType[];
  /** Calendar months one export may span: 12. */
  exportMonthsMax?: number;
  /** Months that records of fees reach back: 18. */
  feeRecordMonths?: number;
  /** Unsubscribes of one customer under the five-day rule: 10. */
  fiveDayUnsubscribesMax?: number;
  /** Customers of one freeze, or of the end of one: 10. */
  freezeCustomersMax?: number;
  /** Characters of the reason of a freeze: 256. */
  freezeReasonCharactersMax?: number;
  /** Days after which resources that are still frozen are released: 15. */
  freezeReleaseDays?: number;
  /** Days since its registration for which a customer is a new one: 7. */
  freshCustomerDays?: number;
  /** Characters of the reseller's id in a coupon reclaim: 100. */
  indirectPartnerCharactersMax?: number;
  /** Days for which an invitation can be accepted: 15, assumed. */
  invitationDaysMax?: number;
  /** Calendar years for which the issued-coupon list keeps a coupon that can no longer be used: 2. */
  issuedRetentionYears?: number;
  /** Roles of one operator account: 3. */
  memberRolesMax?: number;
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
  /** Accounts that may have one phone number: 5, assumed. */
  registrationsPerPhone?: number;
  /** Characters of the remark of a quota reclaim: 256. */
  remarkCharactersMax?: number;
  /** Resellers of one grant: 100. */
  resellersMax?: number;
  /** Cloud service types one coupon may be limited to: 10. */
  servicesMax?: number;
  /** API queries of statements of one source and partner in one clock second: 20. */
  statementCallsPerSecond?: number;
  /** Characters of the remark on a processed warning: 500, assumed. */
  warningRemarkCharactersMax?: number;
}

/** An operator account of a partner. */
export interface Member {
  /** The name it signs in with, which never changes; empty when nobody said. */
  accountName: string;
  /** The account director over it. */
  director?: MemberId | null;
  /** The account. */
  member: MemberId;
  /** The partner. */
  partner: PartnerId;
  /** What it may do beside what its roles may, such as `BPC_ITEM_SUBCUSTSERV_030102`. */
  permissionItems: string[];
  /** Whether its qualification as account manager or SA specialist is under review. */
  qualificationInReview: boolean;
  /** Its roles; none where only the items are known. */
  roles: RoleId[];
}

/** An operator account of a partner. */
export type MemberId = string;

/** An operator account, as the list shows it. */
export interface MemberItem {
  /** The name it signs in with; masked, unless asked for in full. */
  accountName: string;
  /** The account director over it. */
  director?: MemberId | null;
  /** The account. */
  member: MemberId;
  /** All it may do, by name: its own permission items, those of its roles, and what every role may. An administrator needs none. */
  permissionItems: string[];
  /** Whether its qualification as account manager or SA specialist is under review. */
  qualificationInReview: boolean;
  /** Its roles. */
  roles: RoleId[];
}

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

/** Money moved from one place to another. */
export interface MoneyMoved {
  /** How much. */
  amount: Money;
  /** The place that has less now. */
  from: Place;
  /** The place that has more now. */
  to: Place;
  /** What it was. */
  tradeDetailType: TradeDetailType;
  /** The transaction. */
  tradeId: TradeId;
}

/** A line of a monthly summary. */
export interface MonthlyBillItem {
  /** From which accounts it was paid. */
  accountDetails: AccountDetail[];
  /** Of consumption: what was adjusted; nothing, as write-offs have lines of their own. */
  adjustmentAmount?: Money | null;
  /** How much, before tax; not above zero for what came back and what was written off. */
  amount: Money;
  /** The month. */
  billCycle: string;
  /** What the line stands for. */
  billType: BillType;
  /** How it is charged for. */
  chargeMode: ChargeMode;
  /** The cloud service. */
  cloudServiceType?: ServiceType | null;
  /** The customer. */
  customerId: CustomerId;
  /** Of consumption: what could not be paid, and was owed. */
  debtAmount?: Money | null;
  /** Of consumption: what discounts took off before. */
  discountAmount?: Money | null;
  /** The type of resource. */
  resourceType?: ServiceType | null;
}

/** A contract, as the page shows it. */
export interface OfflineContractItem {
  /** What it is worth, if it names a sum. */
  amount?: Money | null;
  /** Its code. */
  contractCode: ContractCode;
  /** What it is about. */
  contractKind: OfflineContractKind;
  /** What it is called; empty when nobody said. */
  contractName: string;
  /** The other side, who signed it, masked unless it is asked for in full; empty when nobody said. */
  counterparty: string;
  /** From when it is in force. */
  effectiveTime: Date;
  /** Until when; this instant no longer. */
  expireTime: Date;
  /** The partner whose contract it is. */
  partnerId: PartnerId;
  /** The day on which it was signed. */
  signDate: string;
  /** Where it stands now. */
  status: ContractStatus;
}

/** What a contract is about. */
export type OfflineContractKind =
  /** 返利合同: what the partner gets back. */
  | "rebate"
  /** 渠道框架合同: the frame within which the partner sells. */
  | "channel-framework"
  /** 专款专用合同: money for one purpose. */
  | "earmarked-fund"
  /** 线下直签合同: a customer signed with the vendor itself. */
  | "direct-sign"
  /** 电销授权合同: what telesales may give. */
  | "telesales-authorization"
  /** 商务合同: commercial terms, with a legal entity of the vendor. */
  | "commercial"
  /** 渠道商务合同: commercial terms of the channel. */
  | "channel-commercial";

/** What a partner does inside a customer's account. */
export type OnBehalf =
  /** Orders something new. */
  | "order"
  /** Changes the specification of what there is. */
  | "change-specification"
  /** Converts between yearly/monthly and pay-per-use billing. */
  | "convert-billing"
  /** Renews. */
  | "renew"
  /** Unsubscribes. */
  | "unsubscribe"
  /** Configures and manages resources: starts, stops, renames, resets, deletes. */
  | "operate";

/** Recording a partner. */
export interface PartnerSetOperation {
  type: "partner.set";
}

/** Recording an operator account. */
export interface MemberSetOperation {
  type: "member.set";
  /** The account. */
  member: MemberId;
  /** The partner. */
  partner: PartnerId;
}

/** Saying what a role of a partner may do. */
export interface RoleSetOperation {
  type: "role.set";
  /** The partner. */
  partner: PartnerId;
  /** The role. */
  role: RoleId;
}

/** Recording a customer. */
export interface CustomerSetOperation {
  type: "customer.set";
}

/** Importing what is on sale. */
export interface CatalogImportOperation {
  type: "catalog.import";
}

/** Letting a reseller do things for its customers. */
export interface ResellerGrantOperation {
  type: "reseller.grant";
  /** All that is granted. */
  grants: ResellerGrant[];
  /** The reseller. */
  reseller: PartnerId;
}

/** Adding or changing an operator account. */
export interface MemberSaveOperation {
  type: "member.save";
  /** The account. */
  member: MemberId;
}

/** Making or changing a role. */
export interface RoleSaveOperation {
  type: "role.save";
  /** The role. */
  role: RoleId;
}

/** Saying whom customers can turn to. */
export interface ContactsSetOperation {
  type: "contacts.set";
}

/** Assigning a customer to an account manager. */
export interface OwnerAssignOperation {
  type: "owner.assign";
  /** The customer. */
  customer: CustomerId;
  /** The account manager. */
  manager: MemberId;
}

/** Giving a customer another account manager. */
export interface OwnerReassignOperation {
  type: "owner.reassign";
  /** The customer. */
  customer: CustomerId;
  /** The account manager. */
  manager: MemberId;
}

/** Taking a customer back from its account manager. */
export interface OwnerReclaimOperation {
  type: "owner.reclaim";
  /** The customer. */
  customer: CustomerId;
}

/** Freezing a customer. */
export interface CustomerFreezeOperation {
  type: "customer.freeze";
  /** The customer. */
  customer: CustomerId;
  /** What of it; the account, when absent. To end a freeze, what is frozen, when absent. */
  freezeType?: FreezeType | null;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Ending the freeze of a customer. */
export interface CustomerUnfreezeOperation {
  type: "customer.unfreeze";
  /** The customer. */
  customer: CustomerId;
  /** What of it; the account, when absent. To end a freeze, what is frozen, when absent. */
  freezeType?: FreezeType | null;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Having a verification code sent. */
export interface CodeSendOperation {
  type: "code.send";
  /** The customer, who must be named when a bank card is verified. */
  customer?: string | null;
  /** The phone number (China site) or e-mail address (the other sites). */
  receiver: string;
  /** What it is for. */
  scene?: CodeScene;
  /** The minutes it shall live, 1 to 3000: 10, when absent; 5, above 60. */
  timeoutMinutes?: number | null;
}

/** Making an account for a customer. */
export interface CustomerCreateOperation {
  type: "customer.create";
  /** The reseller whose customer it will be, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Completing the association of a new account. */
export interface AssociationCompleteOperation {
  type: "association.complete";
  /** The customer. */
  customer: CustomerId;
}

/** Inviting somebody to become a customer. */
export interface InvitationSendOperation {
  type: "invitation.send";
  /** How they will work together. */
  mode: AssociationMode;
}

/** Accepting an invitation. */
export interface InvitationAcceptOperation {
  type: "invitation.accept";
  /** The customer. */
  customer: CustomerId;
  /** The invitation. */
  invitation: string;
}

/** Asking that an association ends or is switched. */
export interface AssociationRequestOperation {
  type: "association.request";
  /** What is to become of it. */
  change: AssociationChange;
  /** The customer. */
  customer: CustomerId;
}

/** Letting such a request go on. */
export interface AssociationReviewOperation {
  type: "association.review";
  /** The customer. */
  customer: CustomerId;
}

/** Answering such a request. */
export interface AssociationAnswerOperation {
  type: "association.answer";
  /** The customer. */
  customer: CustomerId;
}

/** Asking a customer for its authorization. */
export interface AuthorizationRequestOperation {
  type: "authorization.request";
  /** The customer. */
  customer: CustomerId;
}

/** Agreeing to such a request. */
export interface AuthorizationApproveOperation {
  type: "authorization.approve";
  /** The customer. */
  customer: CustomerId;
}

/** Not agreeing to it. */
export interface AuthorizationRejectOperation {
  type: "authorization.reject";
  /** The customer. */
  customer: CustomerId;
}

/** Taking an authorization back. */
export interface AuthorizationRevokeOperation {
  type: "authorization.revoke";
  /** The customer. */
  customer: CustomerId;
}

/** Acting inside a customer's account. */
export interface OrderPlaceOperation {
  type: "order.place";
  /** How it is paid for; after a conversion, how it is from then on. */
  billingMode: BillingMode;
  /** The customer. */
  customer: CustomerId;
  /** The reseller whose customer it is, when a distributor acts. */
  indirectPartnerId?: string | null;
  /** Whether it is a KooGallery product (云商店). */
  isKoogallery?: boolean;
  /** What is done there. */
  operation: OnBehalf;
  /** The cloud service it is about. */
  serviceType: ServiceType;
}

/** Bringing the warnings of a day. */
export interface WarningRefreshOperation {
  type: "warning.refresh";
}

/** Processing a warning. */
export interface WarningProcessOperation {
  type: "warning.process";
  /** The warning. */
  warning: WarningId;
}

/** Recording an offline contract of a partner. */
export interface ContractSetOperation {
  type: "contract.set";
  /** The partner. */
  partner: PartnerId;
}

/** Making a customer a partner's. */
export interface CustomerAssociateOperation {
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

/** Ending an association at once. */
export interface CustomerDisassociateOperation {
  type: "customer.disassociate";
  /** The customer. */
  customer: CustomerId;
}

/** Switching an association at once. */
export interface CustomerSwitchModeOperation {
  type: "customer.switch-mode";
  /** The customer. */
  customer: CustomerId;
  /** The new mode. */
  mode: AssociationMode;
}

/** Moving a customer to another partner. */
export interface CustomerTransferOperation {
  type: "customer.transfer";
  /** The customer. */
  customer: CustomerId;
  /** The reseller it moves to. */
  to: PartnerId;
}

/** Having a customer sign with another legal entity. */
export interface CustomerChangeContractingPartyOperation {
  type: "customer.change-contracting-party";
  /** The legal entity. */
  contractingParty: ContractingPartyId;
  /** The customer. */
  customer: CustomerId;
}

/** Letting a sub-account leave its enterprise. */
export interface CustomerLeaveEnterpriseOperation {
  type: "customer.leave-enterprise";
  /** The customer. */
  customer: CustomerId;
}

/** Importing a cash-coupon whitelist. */
export interface WhitelistImportOperation {
  type: "whitelist.import";
  /** The partner. */
  partner: PartnerId;
}

/** Deactivating it. */
export interface WhitelistDeactivateOperation {
  type: "whitelist.deactivate";
  /** The partner. */
  partner: PartnerId;
}

/** Putting customers on a pick-up-voucher whitelist. */
export interface PickupWhitelistAddOperation {
  type: "pickup-whitelist.add";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** Taking customers off it. */
export interface PickupWhitelistRemoveOperation {
  type: "pickup-whitelist.remove";
  /** The customers. */
  customers: CustomerId[];
  /** The partner. */
  partner: PartnerId;
}

/** Setting a quota for a partner. */
export interface QuotaSetOperation {
  type: "quota.set";
  /** The partner. */
  holder: PartnerId;
}

/** Adding to a quota. */
export interface QuotaAdjustOperation {
  type: "quota.adjust";
  /** The quota. */
  quota: QuotaId;
}

/** Writing off value of a quota. */
export interface QuotaWriteOffOperation {
  type: "quota.write-off";
  /** The quota. */
  quota: QuotaId;
}

/** Changing the state of a quota. */
export interface QuotaSetStatusOperation {
  type: "quota.set-status";
  /** The quota. */
  quota: QuotaId;
  /** Its new state. A child becomes `reclaimed` by its distributor's reclaim only. */
  status: QuotaStatus;
}

/** Noting that a grant is being processed. */
export interface QuotaBeginGrantOperation {
  type: "quota.begin-grant";
  /** The quota. */
  quota: QuotaId;
}

/** Noting that it is not any more. */
export interface QuotaEndGrantOperation {
  type: "quota.end-grant";
  /** The quota. */
  quota: QuotaId;
}

/** Granting a part of a quota to a reseller. */
export interface QuotaGrantOperation {
  type: "quota.grant";
  /** The reseller. */
  indirectPartnerId: string;
  /** What it is to get; a cent, when absent. */
  quotaAmount?: Money | null;
  /** The distributor's quota. */
  quotaId: QuotaId;
}

/** Taking a child quota back. */
export interface QuotaReclaimOperation {
  type: "quota.reclaim";
  /** The quota. */
  quota: QuotaId;
}

/** Issuing a coupon to a customer. */
export interface CouponIssueOperation {
  type: "coupon.issue";
  /** The customer. */
  customerId: string;
  /** The value of the coupon; the smallest that the quota allows, when absent. */
  faceValue?: Money | null;
  /** The reseller for whose customer a distributor issues, through the API. */
  indirectPartnerId?: string | null;
  /** Whether it is to be a pick-up voucher (提货券). */
  pickUp?: boolean;
  /** The quota. */
  quotaId: QuotaId;
}

/** Taking a coupon back. */
export interface CouponReclaimOperation {
  type: "coupon.reclaim";
  /** The coupon. */
  couponId: CouponId;
  /** The reseller who issued it, when a distributor reclaims for it through the API. */
  indirectPartnerId?: string | null;
}

/** Paying an order with a coupon. */
export interface CouponUseOperation {
  type: "coupon.use";
  /** What is to be paid; the smallest order that the coupon pays for, when absent. */
  amount?: Money | null;
  /** The coupon. */
  couponId: CouponId;
  /** The order; a new one, when absent. */
  order?: OrderId | null;
}

/** Having an order hold a coupon. */
export interface CouponLockOperation {
  type: "coupon.lock";
  /** The coupon. */
  coupon: CouponId;
  /** The unpaid order. */
  order: OrderId;
}

/** Letting it go. */
export interface CouponReleaseOperation {
  type: "coupon.release";
  /** The coupon. */
  coupon: CouponId;
  /** The unpaid order. */
  order: OrderId;
}

/** Refunding what coupons paid. */
export interface CouponRefundOperation {
  type: "coupon.refund";
  /** The order. */
  order: OrderId;
  /** How much of each coupon. */
  parts: RefundPart[];
  /** Why. */
  reason: RefundReason;
}

/** Taking back what a refund credited. */
export interface CouponReverseRefundOperation {
  type: "coupon.reverse-refund";
  /** How much. */
  amount: Money;
  /** The coupon. */
  coupon: CouponId;
}

/** Freezing a coupon. */
export interface CouponFreezeOperation {
  type: "coupon.freeze";
  /** The coupon. */
  coupon: CouponId;
}

/** Unfreezing a coupon. */
export interface CouponUnfreezeOperation {
  type: "coupon.unfreeze";
  /** The coupon. */
  coupon: CouponId;
}

/** Topping an account up. */
export interface AccountRechargeOperation {
  type: "account.recharge";
  /** A partner, or a customer. */
  holder: Holder;
}

/** Setting what a partner may do with its money. */
export interface AccountSetTermsOperation {
  type: "account.set-terms";
  /** The partner. */
  partner: PartnerId;
}

/** Setting the limit of a partner's credit. */
export interface AccountSetCreditOperation {
  type: "account.set-credit";
  /** The partner. */
  partner: PartnerId;
}

/** Charging a partner or a customer. */
export interface AccountChargeOperation {
  type: "account.charge";
  /** A partner, or a customer. */
  holder: Holder;
}

/** Refunding a charge. */
export interface AccountRefundOperation {
  type: "account.refund";
  /** The transaction, or the order. */
  charge: TradeId;
}

/** Writing off what a customer owes. */
export interface AccountWriteOffDebtOperation {
  type: "account.write-off-debt";
  /** The customer. */
  customer: CustomerId;
}

/** Freezing cash of a partner. */
export interface AccountFreezeCashOperation {
  type: "account.freeze-cash";
  /** The partner. */
  partner: PartnerId;
}

/** Unfreezing it. */
export interface AccountUnfreezeCashOperation {
  type: "account.unfreeze-cash";
  /** The partner. */
  partner: PartnerId;
}

/** Clearing it. */
export interface AccountClearFrozenOperation {
  type: "account.clear-frozen";
  /** The partner. */
  partner: PartnerId;
}

/** Paying an order of a customer. */
export interface AccountPayForCustomerOperation {
  type: "account.pay-for-customer";
  /** How much; a cent, when absent. */
  amount?: Money | null;
  /** The customer. */
  customerId: CustomerId;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Allocating money to a customer. */
export interface AdjustmentAllocateOperation {
  type: "adjustment.allocate";
  /** How much; a cent, when absent. */
  amount?: Money | null;
  /** The customer. */
  customerId: CustomerId;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Reclaiming money from a customer. */
export interface AdjustmentReclaimOperation {
  type: "adjustment.reclaim";
  /** How much; a cent, when absent. */
  amount?: Money | null;
  /** The customer. */
  customerId: CustomerId;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Allocating money to a customer, in the console's form for several. */
export interface AdjustmentAllocateBatchOperation {
  type: "adjustment.allocate-batch";
  /** How much; a cent, when absent. */
  amount?: Money | null;
  /** The customer. */
  customerId: CustomerId;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Reclaiming money from a customer, in the console's form for several. */
export interface AdjustmentReclaimBatchOperation {
  type: "adjustment.reclaim-batch";
  /** How much; a cent, when absent. */
  amount?: Money | null;
  /** The customer. */
  customerId: CustomerId;
  /** The reseller whose customer it is, when a distributor asks. */
  indirectPartnerId?: string | null;
}

/** Allocating money to a cloud reseller. */
export interface AdjustmentAllocateToResellerOperation {
  type: "adjustment.allocate-to-reseller";
  /** How much; a cent, when absent. */
  amount?: Money | null;
  /** The reseller. */
  indirectPartnerId: string;
}

/** Reclaiming money from a cloud reseller. */
export interface AdjustmentReclaimFromResellerOperation {
  type: "adjustment.reclaim-from-reseller";
  /** How much; a cent, when absent. */
  amount?: Money | null;
  /** The reseller. */
  indirectPartnerId: string;
}

/** Noting that an adjustment is under way. */
export interface AdjustmentBeginOperation {
  type: "adjustment.begin";
  /** The partner that allocates or reclaims. */
  partner: PartnerId;
  /** The customer, or the reseller. */
  with: Holder;
}

/** Noting that it is not any more. */
export interface AdjustmentEndOperation {
  type: "adjustment.end";
  /** The partner that allocates or reclaims. */
  partner: PartnerId;
  /** The customer, or the reseller. */
  with: Holder;
}

/** Every operation that can be asked about, by the name of its command, with what it would be done to. */
export type Operation =
  | PartnerSetOperation
  | MemberSetOperation
  | RoleSetOperation
  | CustomerSetOperation
  | CatalogImportOperation
  | ResellerGrantOperation
  | MemberSaveOperation
  | RoleSaveOperation
  | ContactsSetOperation
  | OwnerAssignOperation
  | OwnerReassignOperation
  | OwnerReclaimOperation
  | CustomerFreezeOperation
  | CustomerUnfreezeOperation
  | CodeSendOperation
  | CustomerCreateOperation
  | AssociationCompleteOperation
  | InvitationSendOperation
  | InvitationAcceptOperation
  | AssociationRequestOperation
  | AssociationReviewOperation
  | AssociationAnswerOperation
  | AuthorizationRequestOperation
  | AuthorizationApproveOperation
  | AuthorizationRejectOperation
  | AuthorizationRevokeOperation
  | OrderPlaceOperation
  | WarningRefreshOperation
  | WarningProcessOperation
  | ContractSetOperation
  | CustomerAssociateOperation
  | CustomerDisassociateOperation
  | CustomerSwitchModeOperation
  | CustomerTransferOperation
  | CustomerChangeContractingPartyOperation
  | CustomerLeaveEnterpriseOperation
  | WhitelistImportOperation
  | WhitelistDeactivateOperation
  | PickupWhitelistAddOperation
  | PickupWhitelistRemoveOperation
  | QuotaSetOperation
  | QuotaAdjustOperation
  | QuotaWriteOffOperation
  | QuotaSetStatusOperation
  | QuotaBeginGrantOperation
  | QuotaEndGrantOperation
  | QuotaGrantOperation
  | QuotaReclaimOperation
  | CouponIssueOperation
  | CouponReclaimOperation
  | CouponUseOperation
  | CouponLockOperation
  | CouponReleaseOperation
  | CouponRefundOperation
  | CouponReverseRefundOperation
  | CouponFreezeOperation
  | CouponUnfreezeOperation
  | AccountRechargeOperation
  | AccountSetTermsOperation
  | AccountSetCreditOperation
  | AccountChargeOperation
  | AccountRefundOperation
  | AccountWriteOffDebtOperation
  | AccountFreezeCashOperation
  | AccountUnfreezeCashOperation
  | AccountClearFrozenOperation
  | AccountPayForCustomerOperation
  | AdjustmentAllocateOperation
  | AdjustmentReclaimOperation
  | AdjustmentAllocateBatchOperation
  | AdjustmentReclaimBatchOperation
  | AdjustmentAllocateToResellerOperation
  | AdjustmentReclaimFromResellerOperation
  | AdjustmentBeginOperation
  | AdjustmentEndOperation;

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

/** Who answers for a customer. */
export type OwnerKind =
  /** The account manager it is assigned to. */
  | "account-manager"
  /** The partner's main account. */
  | "main-account";

/** A part of a charge or of a refund, and where it was taken or put. */
export interface Part {
  /** How much. */
  amount: Money;
  /** The account. */
  place: Place;
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

/** What the vendor lets a partner do at all. */
export type PartnerState =
  /** Everything. */
  | "normal"
  /** 伙伴受限: it wins no customers, and its resale customers cannot spend. */
  | "restricted"
  /** 伙伴冻结: moreover the resources of its resale customers are frozen. */
  | "frozen";

/** What the rules judge of a password. */
export interface PasswordShape {
  /** How many of the four classes it has: capitals, small letters, digits, special characters. */
  classes: number;
  /** Whether it contains the phone number or the e-mail address. */
  containsContact: boolean;
  /** Whether it is the name of the account, or that backwards. */
  isName: boolean;
}

/** A partner's top-up account (充值账户). */
export interface TopUpPlace {
  type: "top-up";
  /** The partner. */
  partner: PartnerId;
}

/** What is left of a partner's credit (信用账户). */
export interface CreditPlace {
  type: "credit";
  /** The partner. */
  partner: PartnerId;
}

/** A partner's cash that is frozen. */
export interface FrozenPlace {
  type: "frozen";
  /** The partner. */
  partner: PartnerId;
}

/** What a partner has allocated to a resale customer (伙伴拨款账户). */
export interface AllocationPlace {
  type: "allocation";
  /** The customer. */
  customer: CustomerId;
}

/** A customer's own cash. */
export interface OwnCashPlace {
  type: "own-cash";
  /** The customer. */
  customer: CustomerId;
}

/** What a customer owes: never above zero. */
export interface DebtPlace {
  type: "debt";
  /** The customer. */
  customer: CustomerId;
}

/** Outside: where top-ups come from. */
export interface BankPlace {
  type: "bank";
}

/** Outside: who is paid, gives credit and writes off. */
export interface VendorPlace {
  type: "vendor";
}

/** Where money can be. */
export type Place =
  | TopUpPlace
  | CreditPlace
  | FrozenPlace
  | AllocationPlace
  | OwnCashPlace
  | DebtPlace
  | BankPlace
  | VendorPlace;

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

/** The bill of a month. */
export interface PostpaidBillItem {
  /** What was written off; not above zero. */
  adjustments: Money;
  /** The month. */
  billCycle: string;
  /** What resale customers consumed, before tax. */
  consumeAmount: Money;
  /** What is due: all three together. */
  initialAmountDue: Money;
  /** What came back of it; not above zero. */
  refunds: Money;
}

/** A pre-registration in force (报备). */
export interface Preregistration {
  /** The partner who has it; the vendor, when absent. */
  partner?: PartnerId | null;
  /** Until when, this instant excluded; without end, when absent. */
  until?: Date | null;
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
  /** Whether personal data is to be shown in full, for those who may see it; masked, unless said otherwise. */
  reveal?: boolean;
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
  /** The partner who cuts coupons from it. */
  partnerId: PartnerId;
  /** Its id. */
  quotaId: QuotaId;
  /** Its state. A quota outside its window, or with nothing left, can still be normal. */
  quotaStatus: QuotaStatus;
  /** What is cut from it. */
  quotaType: QuotaType;
  /** All that was ever put in. */
  quotaValue: Money;
  /** What the vendor wrote off. */
  writtenOff: Money;
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
  /** An account that a partner makes is associated in the same call (`true`, the default), or when the vendor says so. */
  associationCompletesAtOnce?: boolean;
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

/** What a check found. */
export interface RegistrationCheckRow {
  /** Whether a new account can have it. */
  checkResult: CheckResult;
  /** Of a phone number: how many further accounts can have it. */
  mobileRemaining?: number | null;
}

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

/** What a distributor may let a reseller of its do for the reseller's customers. */
export type ResellerGrant =
  /** Order, and operate and maintain resources, on behalf of them. */
  | "order-and-operate"
  /** Freeze and unfreeze them, and set their budgets. */
  | "freeze-and-budget";

/** A reseller, as the list shows it. */
export interface ResellerItem {
  /** The name of its account; empty when nobody said. */
  accountName: string;
  /** What the distributor lets it do for its customers. */
  grants: ResellerGrant[];
  /** The reseller. */
  indirectPartnerId: PartnerId;
  /** Its name; empty when nobody said. */
  name: string;
  /** Whether the vendor has sanctioned it. */
  state: PartnerState;
}

/** A role that a partner made, or what the vendor says of a preset one. */
export interface Role {
  /** The partner. */
  partner: PartnerId;
  /** What it may do. */
  permissionItems: string[];
  /** Its name; the names of preset roles are theirs. */
  role: RoleId;
}

/** A role of a partner's operator accounts. */
export type RoleId = string;

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

/** What is looked for. */
export type SearchType =
  /** An e-mail address. */
  | "email"
  /** A phone number. */
  | "mobile"
  /** The name of an account. */
  | "name";

/** The code of a cloud service type. */
export type ServiceType = string;

/** One of the two. */
export type Side =
  /** The partner. */
  | "partner"
  /** The customer. */
  | "customer";

/** A site of the vendor. Accounts of one are strangers on the others. */
export type Site =
  /** The China site. */
  | "cn"
  /** The international site. */
  | "intl"
  /** The European site. */
  | "eu";

/** What bears on a customer's associations. All of it is for the vendor to say; what nobody said stands in nobody's way. */
export interface Standing {
  /** What it owes: unpaid bills (欠费). */
  arrears?: Money | null;
  /** What is left of bonuses for topping up. */
  bonusBalance?: Money | null;
  /** What it has ever spent in cash. */
  cashSpent?: Money | null;
  /** Contracts in force. */
  contracts?: ContractKind[];
  /** Whether it takes part in the vendor's reward-promotion plan (奖励推广计划). */
  inRewardPlan?: boolean;
  /** Invoices it has had for more than it paid (欠票). */
  invoiceArrears?: Money | null;
  /** Whether it is a user of the vendor's consumer cloud. */
  isConsumerCloud?: boolean;
  /** Whether it is an account of the vendor's own. */
  isInternal?: boolean;
  /** Whether it is a partner, or applies to be one. */
  isPartner?: boolean;
  /** Until when it has a partner support plan. */
  partnerSupportPlanUntil?: Date | null;
  /** For whom it is pre-registered (报备). */
  preregistration?: Preregistration | null;
  /** Until when it has a reserved instance. */
  reservedInstanceUntil?: Date | null;
  /** Until when it, or a member under unified accounting, has a service support plan. */
  serviceSupportPlanUntil?: Date | null;
  /** What is left on its stored-value cards (储值卡). */
  storedValue?: Money | null;
}

/** A line of a statement, as it is shown. Oldest first. */
export interface StatementItem {
  /** The line. */
  accountChangeId: string;
  /** The account: whose it is, and which of the holder's. */
  accountId: string;
  /** The name of its account, masked unless it is asked for in full. */
  accountName?: string | null;
  /** What was there afterwards. */
  balanceAfterChange: Money;
  /** How much, without a sign. */
  changeAmount: Money;
  /** The customer, or the reseller, that an allocation or a reclaim is about. */
  customerId?: string | null;
  /** Whether it adds or takes. */
  direction: Direction;
  /** What it stands for. */
  tradeDetailType: TradeDetailType;
  /** The transaction, or the order. */
  tradeId: TradeId;
  /** When. */
  tradeTime: Date;
}

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

/** What a movement of money was (`trade_detail_type`). The names are the vendor's, with its misspellings. */
export type TradeDetailType =
  /** Top-up. */
  | "SOURCE_OPERAIION_RECHARGE"
  /** Top-up from an incentive rebate. */
  | "SOURCE_OPERAIION_RECHARGE_REBATE"
  /** Consumption, yearly or monthly. */
  | "SOURCE_OPERAIION_DEDEUCT"
  /** Consumption, one-off. */
  | "SOURCE_OPERAIION_ONETIME"
  /** Consumption, pay-per-use. */
  | "SOURCE_OPERAIION_USAGE"
  /** Consumption, reserved instance. */
  | "SOURCE_OPERATIION_RIDEDUCT"
  /** Consumption that makes up for rounding. */
  | "SOURCE_OPERAIION_PRECISIONCOMP"
  /** Consumption of free resources. */
  | "SOURCE_OPERAIION_FREERESDEDUCT"
  /** Repayment of arrears. */
  | "SOURCE_OPERAIION_WRITEOFF"
  /** Refund. */
  | "SOURCE_OPERAIION_REFUND"
  /** Refund of an unsubscription. */
  | "SOURCE_OPERAIION_UNSUBSCRIBE"
  /** A refund is frozen. */
  | "SOURCE_OPERAIION_RFROZEN"
  /** A refund is unfrozen. */
  | "SOURCE_OPERAIION_UNFROZEN"
  /** A frozen refund is cleared. */
  | "SOURCE_OPERAIION_CLEARFROZEN"
  /** Manual freeze. */
  | "SOURCE_OPERAIION_MANUALFROZE"
  /** Manual unfreeze. */
  | "SOURCE_OPERAIION_MANUALUNFROZE"
  /** Manually frozen cash is cleared. */
  | "SOURCE_OPERAIION_MANUALCLEARFROZEN"
  /** System freeze, of partners with a standard-sales contract. */
  | "SOURCE_OPERATION_SYSTEM_FROZEN"
  /** System unfreeze, of the same partners. */
  | "SOURCE_OPERATION_SYSTEM_UNFROZEN"
  /** Deposit to balance; legacy. */
  | "SOURCE_OPERAIION_TRANS_TO_BALANCE"
  /** Balance to deposit; legacy. */
  | "SOURCE_OPERAIION_TRANS_TO_FOREGIFT"
  /** Adjustment of the balance. */
  | "SOURCE_OPERAIION_ADJUST"
  /** Adjustment of the credit limit. */
  | "SOURCE_OPERAIION_ADJUST_CREDIT"
  /** Gift. */
  | "SOURCE_OPERAIION_PRIZE"
  /** Write-off by the vendor. */
  | "SOURCE_OPERAIION_BILLREFUND"
  /** Exchanged for a quota of cash coupons. */
  | "SOURCE_OPERATION_COUPON_QUOTA_TRANSFER"
  /** Quota of vouchers taken back. */
  | "SOURCE_OPERATION_COUPON_QUOTA_RECLAIM"
  /** Coupon taken back. */
  | "SOURCE_OPERATION_COUPONCANCEL"
  /** Allocation. */
  | "SOURCE_OPERATION_BEADJUST"
  /** Reclaim. */
  | "SOURCE_OPERATION_BERETRIEVE"
  /** Reclaim when an association ends or is switched. */
  | "SOURCE_OPERATION_BEUNBIND"
  /** Change of the trading mode: associated with a partner. */
  | "SOURCE_OPERATION_TRADEMODE_TRANSFER"
  /** Expired and cleared. */
  | "SOURCE_OPERAIION_EXPIRECLEAR"
  /** Bonuses merged; legacy. */
  | "SOURCE_OPERAIION_MERGE"
  /** Bonus converted; legacy. */
  | "SOURCE_OPERAIION_CONVERT_BONUS";

/** A movement of money: a transaction, or the order that it paid. */
export type TradeId = string;

/** A filter of a statement (`trade_type`), in the vendor's spelling. */
export type TradeType =
  /** Top-up. */
  | "RECHARGE"
  /** Consumption. */
  | "DEDEUCT"
  /** Refund. */
  | "REFUND"
  /** Freeze, unfreeze and clearing. */
  | "RFROZEN"
  /** Between cash and deposit; legacy. */
  | "TRANS"
  /** Adjustments, such as write-offs by the vendor. */
  | "ADJUST"
  /** Allocation. */
  | "BEADJUST"
  /** Reclaim. */
  | "BERETRIEVE"
  /** Reclaim when an association ends or is switched. */
  | "BEUNBIND"
  /** Change of the trading mode. */
  | "TRADE_MODE_TRANSFER"
  /** Expiry. */
  | "EXPIRED"
  /** Conversion of bonuses; legacy. */
  | "BONUSCONVERT"
  /** Deposit; of customers. */
  | "DEPOSIT";

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

/** Warnings about customers, and whether the viewer may process each. */
export interface WarningsViewQuery {
  type: "warnings";
  /** What they are about; all when absent. */
  category?: WarningCategory | null;
  /** The customer; all when absent, null or empty. */
  customerId?: string | null;
  /** The reseller, on the tab of resellers; all of them, when absent, null or empty. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** The scene that raised them; all when absent. */
  sceneName?: string | null;
  /** Sent later than this. */
  sentAtBegin?: Time | null;
  /** Sent earlier than this. */
  sentAtEnd?: Time | null;
  /** Whether somebody has seen to them; all when absent. */
  status?: WarningStatus | null;
  /** Whose customers'; one's own, when absent. */
  tab?: WarningTab;
}

/** A partner's customers. */
export interface CustomersViewQuery {
  type: "customers";
  /** The account manager they are assigned to; all when empty or null. */
  accountManager?: string | null;
  /** A part of the account's name. */
  accountName?: string | null;
  /** Whether they are assigned to an account manager at all. */
  assigned?: boolean | null;
  /** Associated later than this. */
  associatedOnBegin?: Time | null;
  /** Associated earlier than this. */
  associatedOnEnd?: Time | null;
  /** How they work together with the partner. */
  associationMode?: AssociationMode | null;
  /** The same by the vendor's code at the site of the center. */
  associationType?: string | null;
  /** The customer; all when empty or null. */
  customerId?: string | null;
  /** A part of the customer's name. */
  customerName?: string | null;
  /** The reseller whose customers a distributor asks for; its own when absent, empty or null. */
  indirectPartnerId?: string | null;
  /** The tag they have. */
  label?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
}

/** A distributor's resellers. */
export interface ResellersViewQuery {
  type: "resellers";
  /** A part of the account's name. */
  accountName?: string | null;
  /** The reseller; all when empty or null. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** A part of the reseller's name. */
  name?: string | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
}

/** A partner's operator accounts. */
export interface MembersViewQuery {
  type: "members";
  /** A part of the account's name. */
  accountName?: string | null;
  /** The account director over them. */
  director?: MemberId | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** A role that they have. */
  role?: RoleId | null;
}

/** Whom a partner's customers can turn to. */
export interface CustomerContactsViewQuery {
  type: "customer-contacts";
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
}

/** What became of associations, and of the requests about them (关联记录). */
export interface AssociationRecordsViewQuery {
  type: "association-records";
  /** The customer; all, when absent, null or empty. */
  customerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
}

/** Whether a name, a phone number or an e-mail address is free for a new account. */
export interface RegistrationCheckViewQuery {
  type: "registration-check";
  /** What is looked for. */
  searchType: SearchType;
  /** The name, the phone number with its country code, such as `0086-13812345678`, or the e-mail address. */
  searchValue: string;
}

/** Customers' authorizations of their partners. */
export interface AuthorizationsViewQuery {
  type: "authorizations";
  /** The customer; all when empty or null. */
  customerId?: string | null;
  /** The reseller whose customers a distributor asks about. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** What they are; anything when absent. */
  state?: AuthorizationState | null;
}

/** Balances of a partner's accounts. */
export interface PartnerBalancesViewQuery {
  type: "partner-balances";
  /** The reseller whose accounts a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
}

/** What resale customers have, and what they owe. */
export interface CustomerBalancesViewQuery {
  type: "customer-balances";
  /** The customers, 1 to 100. */
  customerIds?: string[];
  /** The reseller whose customers a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
}

/** Income and expense details of an account (收支明细). */
export interface StatementViewQuery {
  type: "statement";
  /** Which account: `BALANCE_TYPE_DEBIT` or `BALANCE_TYPE_CREDIT`. */
  balanceType?: string | null;
  /** The reseller whose statement a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** Of customers: what comes in, or what goes out; both, when absent, null or empty. */
  revenueExpenseType?: string | null;
  /** Of customers: the transaction or order; all, when absent, null or empty. */
  tradeId?: string | null;
  /** The first day, in UTC+8; this day of the year before, when absent. */
  tradeTimeBegin?: string | null;
  /** The last day, in UTC+8, which is included; today, when absent. */
  tradeTimeEnd?: string | null;
  /** What the lines stand for; all, when absent, null or empty. */
  tradeType?: string | null;
}

/** Allocations and reclaims (调账记录). */
export interface AdjustmentRecordsViewQuery {
  type: "adjustment-records";
  /** The customer, or the reseller; all, when absent, null or empty. */
  customerId?: string | null;
  /** The reseller whose records a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** At this instant or later. */
  operationTimeBegin?: Time | null;
  /** At this instant or earlier. */
  operationTimeEnd?: Time | null;
  /** What was done; all, when absent, null or empty. */
  operationType?: string | null;
  /** The adjustment; all, when absent, null or empty. */
  transId?: string | null;
}

/** What resale customers consumed in a month (月度汇总账单). */
export interface MonthlyBillsViewQuery {
  type: "monthly-bills";
  /** The month. */
  billCycle?: string | null;
  /** What the lines stand for; all, when absent. */
  billType?: BillType | null;
  /** How it is charged for; all, when absent. */
  chargeMode?: ChargeMode | null;
  /** The cloud service; all, when absent, null or empty. */
  cloudServiceType?: string | null;
  /** The customer; all, when absent, null or empty. */
  customerId?: string | null;
  /** The reseller whose customers' bills a distributor asks for, through the API. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
}

/** What customers consumed in a month, charge by charge (消费记录). */
export interface FeeRecordsViewQuery {
  type: "fee-records";
  /** The account manager whose customer it was; null finds nothing, empty is refused. */
  accountManagerId?: string | null;
  /** How the customer was associated; all, when absent. */
  associationMode?: AssociationMode | null;
  /** The month; at most 18 months back. */
  billCycle?: string | null;
  /** The first day, in the month, as the site counts its days; counts together with the last one only. */
  billDateBegin?: string | null;
  /** The last day, in the month. */
  billDateEnd?: string | null;
  /** What the records stand for; all, when absent. */
  billDetailType?: BillDetailType | null;
  /** How it is charged for; all, when absent. */
  chargeMode?: ChargeMode | null;
  /** The cloud service; null or empty finds nothing. */
  cloudServiceType?: string | null;
  /** The customer; all, when absent, null or empty. */
  customerId?: string | null;
  /** The reseller whose customers a distributor asks about, through the API. */
  indirectPartnerId?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
  /** The order or the transaction; null finds nothing, empty is refused. */
  tradeId?: string | null;
}

/** Which customers consumed anything in a month. */
export interface ConsumingCustomersViewQuery {
  type: "consuming-customers";
  /** The month. */
  billCycle?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
  offset?: number | null;
}

/** What is due of a month, on the international site. */
export interface PostpaidBillViewQuery {
  type: "postpaid-bill";
  /** The month. */
  billCycle?: string | null;
}

/** A partner's offline contracts of one code (线下合同). */
export interface OfflineContractsViewQuery {
  type: "offline-contracts";
  /** The code; spaces around it say nothing. */
  contractCode?: string | null;
  /** How many entries, 1 to 100; 10 when absent. */
  limit?: number | null;
  /** Which part of the list; 0 when absent. */
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
  | PickupWhitelistViewQuery
  | WarningsViewQuery
  | CustomersViewQuery
  | ResellersViewQuery
  | MembersViewQuery
  | CustomerContactsViewQuery
  | AssociationRecordsViewQuery
  | RegistrationCheckViewQuery
  | AuthorizationsViewQuery
  | PartnerBalancesViewQuery
  | CustomerBalancesViewQuery
  | StatementViewQuery
  | AdjustmentRecordsViewQuery
  | MonthlyBillsViewQuery
  | FeeRecordsViewQuery
  | ConsumingCustomersViewQuery
  | PostpaidBillViewQuery
  | OfflineContractsViewQuery;

/** What a warning is about. */
export type WarningCategory =
  /** 流失预警: the customer may leave. */
  | "churn"
  /** 资源预警: its resources need attention. China site only. */
  | "resource";

/** A warning as the vendor computed it. */
export interface WarningData {
  /** What it is about. */
  category: WarningCategory;
  /** The customer. */
  customer: CustomerId;
  /** Its id. */
  id: WarningId;
  /** The scene that raised it (预警场景); an open list. */
  sceneName: string;
  /** When it was sent. */
  sentAt: Date;
  /** What it says. */
  title: string;
}

/** A warning about a customer. */
export type WarningId = string;

/** A warning, and why the viewer may not process it, explained. */
export interface WarningItem {
  /** The name of its account, masked unless it is asked for. */
  accountName: string;
  /** What it is about. */
  category: WarningCategory;
  /** The customer. */
  customerId: CustomerId;
  /** Its name, masked unless it is asked for. */
  customerName: string;
  /** The day of its data. */
  dataDate: string;
  /** The warning. */
  id: WarningId;
  /** Whether the viewer may process it. */
  mayProcess: boolean;
  /** The one who may process it: the account manager, or the partner when that is its main account. */
  owner: string;
  /** When it was processed. */
  processedAt?: Date | null;
  /** The account manager who processed it; nothing when the main account did, or nobody has. */
  processedBy?: MemberId | null;
  /** Why the viewer may not process it; nothing when it may. */
  reasons: Breach[];
  /** What its owner noted. */
  remark?: string | null;
  /** Whether the customer is lost, as its owner said. */
  result?: ChurnResult | null;
  /** The scene that raised it. */
  sceneName: string;
  /** When it was sent. */
  sentAt: Date;
  /** Whether somebody has seen to it. */
  status: WarningStatus;
  /** What it says. */
  title: string;
}

/** Whether somebody has seen to a warning. */
export type WarningStatus =
  /** Nobody has. */
  | "pending"
  /** Its owner has. */
  | "processed";

/** Whose customers' warnings a distributor looks at. */
export type WarningTab =
  /** Its own. */
  | "own"
  /** Its resellers'. */
  | "resellers";

/** A customer on the whitelist. */
export interface WhitelistedCustomer {
  /** The name of its account. */
  accountName: string;
  /** The customer. */
  customerId: CustomerId;
  /** Its name. */
  customerName: string;
}

/** A user of a partner's own platform. */
export interface Xaccount {
  /** The user's id, which the partner gives. */
  id: string;
  /** The platform's id, which the vendor gives. */
  platform: string;
}
