// Generated from the core's types by `cargo xtask generate`. Do not edit.

import type * as types from "./types.js";

/** Fields that hold times, as the core names them. */
export const TIMES: ReadonlySet<string> = new Set([
  "answered_time",
  "associated_on",
  "at",
  "consumption_from",
  "create_time",
  "decided_at",
  "effective_time",
  "ended_at",
  "expire_time",
  "last_update_time",
  "last_used_time",
  "manager_since",
  "operation_time",
  "partner_support_plan_until",
  "processed_at",
  "registered_at",
  "requested_at",
  "reserved_instance_until",
  "sent_at",
  "service_support_plan_until",
  "trade_time",
  "until",
  "used_time",
]);

/** Fields that hold tables: their keys are data, not names. */
export const MAPS: ReadonlySet<string> = new Set([
  "facts",
  "rules",
]);

/** What every query says beside what it looks for. */
export const ASKED: ReadonlySet<string> = new Set([
  "access",
  "actor",
  "at",
  "reveal",
]);

/** What each list is answered with. */
export interface Answers {
  "quotas": types.View<types.QuotaItem>;
  "issued-quotas": types.View<types.QuotaItem>;
  "quota-records": types.View<types.QuotaRecord>;
  "issued-coupons": types.View<types.CouponItem>;
  "coupon-records": types.View<types.CouponRecord>;
  "customer-coupons": types.View<types.CouponItem>;
  "coupon-usage": types.View<types.UsageItem>;
  "pickup-whitelist": types.View<types.WhitelistedCustomer>;
  "warnings": types.View<types.WarningItem>;
  "customers": types.View<types.CustomerItem>;
  "resellers": types.View<types.ResellerItem>;
  "members": types.View<types.MemberItem>;
  "customer-contacts": types.View<types.ContactItem>;
  "association-records": types.View<types.AssociationRecord>;
  "registration-check": types.View<types.RegistrationCheckRow>;
  "authorizations": types.View<types.AuthorizationItem>;
  "partner-balances": types.View<types.BalanceItem>;
  "customer-balances": types.View<types.CustomerBalanceItem>;
  "statement": types.View<types.StatementItem>;
  "adjustment-records": types.View<types.AdjustmentItem>;
  "monthly-bills": types.View<types.MonthlyBillItem>;
  "fee-records": types.View<types.FeeRecord>;
  "consuming-customers": types.View<types.ConsumingCustomer>;
  "postpaid-bill": types.View<types.PostpaidBillItem>;
  "offline-contracts": types.View<types.OfflineContractItem>;
}

/** The query of one list: who asks, when, and the filters. */
export type Listing<T extends keyof Answers> = Omit<types.Query, "view"> &
  Omit<Extract<types.ViewQuery, { type: T }>, "type">;

/** The lists of the partner center, one method each. */
export abstract class Views {
  protected abstract list<T extends keyof Answers>(type: T, query: Listing<T>): Answers[T];

  /** Quotas of the caller, or of a reseller of its. */
  quotas(query: Listing<"quotas">): types.View<types.QuotaItem> {
    return this.list("quotas", query);
  }

  /** Child quotas that a distributor granted. */
  issuedQuotas(query: Listing<"issued-quotas">): types.View<types.QuotaItem> {
    return this.list("issued-quotas", query);
  }

  /** What was done to child quotas. */
  quotaRecords(query: Listing<"quota-records">): types.View<types.QuotaRecord> {
    return this.list("quota-records", query);
  }

  /** Coupons that the caller, or a reseller of its, issued. */
  issuedCoupons(query: Listing<"issued-coupons">): types.View<types.CouponItem> {
    return this.list("issued-coupons", query);
  }

  /** What was done to coupons (操作记录). */
  couponRecords(query: Listing<"coupon-records">): types.View<types.CouponRecord> {
    return this.list("coupon-records", query);
  }

  /** A customer's coupons, or a partner's. */
  customerCoupons(query: Listing<"customer-coupons">): types.View<types.CouponItem> {
    return this.list("customer-coupons", query);
  }

  /** The orders that used one coupon. */
  couponUsage(query: Listing<"coupon-usage">): types.View<types.UsageItem> {
    return this.list("coupon-usage", query);
  }

  /** The partner's pick-up-voucher whitelist. */
  pickupWhitelist(query: Listing<"pickup-whitelist">): types.View<types.WhitelistedCustomer> {
    return this.list("pickup-whitelist", query);
  }

  /** Warnings about customers, and whether the viewer may process each. */
  warnings(query: Listing<"warnings">): types.View<types.WarningItem> {
    return this.list("warnings", query);
  }

  /** A partner's customers. */
  customers(query: Listing<"customers">): types.View<types.CustomerItem> {
    return this.list("customers", query);
  }

  /** A distributor's resellers. */
  resellers(query: Listing<"resellers">): types.View<types.ResellerItem> {
    return this.list("resellers", query);
  }

  /** A partner's operator accounts. */
  members(query: Listing<"members">): types.View<types.MemberItem> {
    return this.list("members", query);
  }

  /** Whom a partner's customers can turn to. */
  customerContacts(query: Listing<"customer-contacts">): types.View<types.ContactItem> {
    return this.list("customer-contacts", query);
  }

  /** What became of associations, and of the requests about them (关联记录). */
  associationRecords(query: Listing<"association-records">): types.View<types.AssociationRecord> {
    return this.list("association-records", query);
  }

  /** Whether a name, a phone number or an e-mail address is free for a new account. */
  registrationCheck(query: Listing<"registration-check">): types.View<types.RegistrationCheckRow> {
    return this.list("registration-check", query);
  }

  /** Customers' authorizations of their partners. */
  authorizations(query: Listing<"authorizations">): types.View<types.AuthorizationItem> {
    return this.list("authorizations", query);
  }

  /** Balances of a partner's accounts. */
  partnerBalances(query: Listing<"partner-balances">): types.View<types.BalanceItem> {
    return this.list("partner-balances", query);
  }

  /** What resale customers have, and what they owe. */
  customerBalances(query: Listing<"customer-balances">): types.View<types.CustomerBalanceItem> {
    return this.list("customer-balances", query);
  }

  /** Income and expense details of an account (收支明细). */
  statement(query: Listing<"statement">): types.View<types.StatementItem> {
    return this.list("statement", query);
  }

  /** Allocations and reclaims (调账记录). */
  adjustmentRecords(query: Listing<"adjustment-records">): types.View<types.AdjustmentItem> {
    return this.list("adjustment-records", query);
  }

  /** What resale customers consumed in a month (月度汇总账单). */
  monthlyBills(query: Listing<"monthly-bills">): types.View<types.MonthlyBillItem> {
    return this.list("monthly-bills", query);
  }

  /** What customers consumed in a month, charge by charge (消费记录). */
  feeRecords(query: Listing<"fee-records">): types.View<types.FeeRecord> {
    return this.list("fee-records", query);
  }

  /** Which customers consumed anything in a month. */
  consumingCustomers(query: Listing<"consuming-customers">): types.View<types.ConsumingCustomer> {
    return this.list("consuming-customers", query);
  }

  /** What is due of a month, on the international site. */
  postpaidBill(query: Listing<"postpaid-bill">): types.View<types.PostpaidBillItem> {
    return this.list("postpaid-bill", query);
  }

  /** A partner's offline contracts of one code (线下合同). */
  offlineContracts(query: Listing<"offline-contracts">): types.View<types.OfflineContractItem> {
    return this.list("offline-contracts", query);
  }
}
