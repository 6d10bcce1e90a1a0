// Generated from the core's types by `cargo xtask generate`. Do not edit.

import type * as types from "./types.js";

/** Fields that hold times, as the core names them. */
export const TIMES: ReadonlySet<string> = new Set([
  "at",
  "create_time",
  "effective_time",
  "expire_time",
  "last_update_time",
  "last_used_time",
  "operation_time",
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
}
