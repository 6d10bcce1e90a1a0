// What the types promise, checked by `tsc --strict` and never run.

import { init, MalformedError, PartnerCenter, rules, type Change, type Command, type Decision, type Event, type Listing } from "partnerkit";

await init();
const center = new PartnerCenter({ rules: { "coupon.reclaim.frozen": false } });

const issue: Command = {
  type: "coupon.issue",
  quotaId: "Q1",
  customerIds: ["C1", "C2"],
  faceValue: { amount: "100.00", currency: "CNY" },
  // A time that a rule judges may be a Date or any text; null is as good as nothing.
  validTime: new Date("2026-03-10T00:00:00Z"),
  expireTime: "next week",
  cloudServiceTypes: null,
};

const decision: Decision = center.handle({ id: "r1", at: new Date(), actor: { type: "partner", partner: "D" }, command: issue });

/** The event tells which fields there are. */
function told(event: Event): string {
  const change: Change = event.change;
  switch (change.type) {
    case "coupon.issued":
      return `${change.coupon} for ${change.customer}, until ${change.expireTime.toISOString()}`;
    case "quota.granted":
      return `${change.quota} for ${change.reseller}`;
    default:
      return change.type;
  }
}

if (decision.accepted) {
  console.log(decision.events.map(told));
} else {
  for (const breach of decision.breaches) console.log(breach.rule, breach.message.en, breach.remedy?.zh, breach.httpStatus);
}

const query: Listing<"coupon-records"> = {
  at: "2026-03-10T00:00:00Z",
  actor: { type: "partner", partner: "D" },
  operationTimeBegin: new Date("2026-03-01T00:00:00Z"),
  operationTimeEnd: "2026-03-31T00:00:00Z",
  operationTypes: null,
};
const records = center.couponRecords(query);
console.log(records.total, records.items.length, rules().map((rule) => rule.id));

try {
  PartnerCenter.replay(decision.events);
} catch (error) {
  if (error instanceof MalformedError) console.log(error.field, error.expected, error.found);
}

// @ts-expect-error A command of no such type.
export const noSuchCommand: Command = { type: "coupon.print" };
// @ts-expect-error An amount is text, so that it never was a float.
export const floating: Command = { ...issue, faceValue: { amount: 100, currency: "CNY" } };
// @ts-expect-error A field that the command does not have.
export const misspelt: Command = { type: "coupon.freeze", couponIdd: "K1" };
// @ts-expect-error A time is no number.
export const counted: Listing<"coupon-records"> = { ...query, operationTimeBegin: 1_773_100_800_000 };
