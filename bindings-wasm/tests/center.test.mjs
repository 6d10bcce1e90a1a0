// The partner center as JavaScript has it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { audit, explain, FaultError, init, initSync, MalformedError, PartnerCenter, PartnerkitError, rules, UnknownError } from "partnerkit";

import { write } from "../dist/input.js";
import { Center } from "../dist/partnerkit.js";

const vendor = { type: "vendor" };
const distributor = { type: "partner", partner: "D" };
const at = new Date("2026-03-10T08:00:00.250Z");
const money = (amount) => ({ amount, currency: "CNY" });

/** A distributor with a quota and a customer, and what made it so. */
function world() {
  const center = new PartnerCenter();
  const events = [];
  const record = (id, command) => events.push(...accepted(center.handle({ id, at, actor: vendor, command })).events);
  record("w1", { type: "partner.set", id: "D", kind: "general-distributor" });
  record("w2", { type: "customer.set", id: "C1" });
  record("w3", { type: "customer.associate", customer: "C1", partner: "D", mode: "agency-resale" });
  const [effectiveTime, expireTime] = [new Date("2026-01-01T00:00:00Z"), "2026-12-31T00:00:00Z"];
  record("w4", { type: "quota.set", id: "Q1", holder: "D", value: money("1000.00"), effectiveTime, expireTime });
  return { center, events };
}

function accepted(decision) {
  assert.deepEqual(decision.breaches, []);
  return decision;
}

function issue(command = {}) {
  const issue = { type: "coupon.issue", quotaId: "Q1", customerIds: ["C1"], faceValue: money("10.00") };
  return { id: "r1", at, actor: distributor, command: { ...issue, ...command } };
}

function thrown(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("an accepted request says what happened, in JavaScript's names, with dates", () => {
  const { center } = world();
  const asked = center.decide(issue());
  const decision = center.handle(issue());
  assert.deepEqual(decision, asked);
  assert.equal(decision.accepted, true);
  assert.equal(decision.repeated, false);
  assert.deepEqual(decision.rows, [{ subject: "C1", accepted: true, id: "r1-1", amount: money("10.00"), breaches: [] }]);
  const [event] = decision.events;
  assert.deepEqual(event.at, new Date("2026-03-10T08:00:00Z"));
  assert.equal(event.change.type, "coupon.issued");
  assert.deepEqual(event.change.faceValue, money("10.00"));
  assert.deepEqual(event.change.effectiveTime, new Date("2026-01-01T00:00:00Z"));
  assert.equal(center.handle(issue()).repeated, true);
});

test("a refusal is a value, and says why", () => {
  const { center } = world();
  const before = center.snapshot();
  const decision = center.handle(issue({ customerIds: Array.from({ length: 101 }, (_, index) => `C${index}`) }));
  assert.equal(decision.accepted, false);
  assert.deepEqual(decision.events, []);
  const breach = decision.breaches.find(({ rule }) => rule === "coupon.issue.customers-max");
  assert.deepEqual(breach.facts, { count: 101, limit: 100 });
  assert.equal(breach.httpStatus, 400);
  assert.match(breach.message.zh, /101/);
  assert.deepEqual(center.snapshot(), before);
});

test("an event survives a log of JSON, also in the other runtimes' names", () => {
  const { center, events } = world();
  const log = JSON.parse(JSON.stringify(events));
  assert.deepEqual(PartnerCenter.replay(log).snapshot(), center.snapshot());
  const one = new PartnerCenter({});
  for (const event of log) one.apply(event);
  assert.deepEqual(one.snapshot(), center.snapshot());
  const wire = JSON.parse(write(events));
  assert.equal(wire[3].change.effective_time, "2026-01-01T00:00:00Z");
  assert.deepEqual(PartnerCenter.replay(wire).snapshot(), center.snapshot());
});

test("a snapshot survives a store", () => {
  const { center } = world();
  center.handle(issue());
  const stored = JSON.stringify(center.snapshot());
  const restored = PartnerCenter.restore(JSON.parse(stored));
  assert.equal(JSON.stringify(restored.snapshot()), stored);
  assert.equal(restored.handle(issue()).repeated, true);
});

test("a list has a method, and errors name the fields it takes", () => {
  const { center } = world();
  center.handle(issue());
  const records = center.couponRecords({ at, actor: distributor, customerId: "C1" });
  assert.equal(records.total, 1);
  assert.deepEqual(records.items[0].operationTime, new Date("2026-03-10T08:00:00Z"));
  assert.deepEqual(center.view({ at, actor: distributor, view: { type: "coupon-records" } }), records);
  const unknown = thrown(() => center.couponRecords({ at, actor: distributor, customerIdd: "C1" }));
  assert.ok(unknown instanceof MalformedError, String(unknown));
  assert.equal(unknown.field, "customerIdd");
  assert.match(unknown.expected, /`customerId`/);
  assert.match(unknown.message, /^`customerIdd` must be .*`customerId`/);
  assert.equal(unknown.toJSON().field, "view.customer_idd");
  assert.equal(thrown(() => center.couponRecords({ at, actor: distributor, offset: NaN })).field, "offset");
  assert.equal(thrown(() => center.couponRecords({ actor: distributor })).field, "at");
  assert.ok(thrown(() => center.couponRecords()) instanceof MalformedError);
});

test("a list is exported as the text of a file", () => {
  const { center } = world();
  center.handle(issue());
  const { accepted, text } = center.export({ at, actor: distributor, view: { type: "coupon-records" }, format: "csv" });
  assert.equal(accepted, true);
  assert.equal(text.trim().split("\n").length, 2);
});

test("what is no request is an error that names the field", () => {
  const { center } = world();
  const float = thrown(() => center.handle(issue({ faceValue: { amount: 10, currency: "CNY" } })));
  assert.ok(float instanceof MalformedError && float instanceof PartnerkitError && float instanceof Error);
  assert.equal(float.name, "MalformedError");
  assert.equal(float.field, "command.faceValue.amount");
  assert.equal(float.toJSON().field, "command.face_value.amount");
  assert.match(float.message, /^`command\.faceValue\.amount` must be /);
  const stranger = thrown(() => center.handle({ ...issue(), actor: { type: "partner", partner: "P9" } }));
  assert.ok(stranger instanceof UnknownError, String(stranger));
  assert.equal(stranger.id, "P9");
  assert.equal(stranger.entity, "partner");
  assert.ok(thrown(() => new PartnerCenter({ rules: { "no.such.rule": true } })) instanceof MalformedError);
  assert.ok(thrown(() => new PartnerCenter({ limit: {} })) instanceof MalformedError);
  assert.ok(thrown(() => PartnerCenter.restore({})) instanceof MalformedError);
});

test("the catalogue can be read", () => {
  const all = rules();
  assert.ok(all.length > 100);
  const [first] = all;
  assert.deepEqual(explain(first.id), first);
  assert.equal(typeof first.onByDefault, "boolean");
  assert.ok(thrown(() => explain("no.such.rule")) instanceof UnknownError);
  assert.ok(thrown(() => explain(5)) instanceof MalformedError);
});

test("exported tables are audited", () => {
  assert.deepEqual(audit({ quotas: [], "coupon-records": [] }), { findings: [] });
  for (const tables of [undefined, 5, { ledger: [] }, { quotas: 5 }, { quotas: [{ quota_id: "Q1" }] }, { quotas: [1.5] }]) {
    assert.ok(thrown(() => audit(tables)) instanceof MalformedError);
  }
});

test("loading twice, at once, or by hand is loading once", async () => {
  await Promise.all([init(), init()]);
  initSync(readFileSync(new URL("../dist/partnerkit_bg.wasm", import.meta.url)));
  const center = new PartnerCenter();
  await init();
  assert.equal(typeof center.snapshot(), "object");
});

test("whoever has not loaded the module is told to", async () => {
  // Another copy, without Node's way to the file.
  const { loaded } = await import("../dist/load.js?fresh");
  assert.throws(() => loaded(), /await init\(\)/);
});

test("a trap becomes a fault, and the center is used no more", () => {
  const center = new PartnerCenter();
  const { decide } = Center.prototype;
  Center.prototype.decide = () => {
    throw new WebAssembly.RuntimeError("unreachable");
  };
  try {
    assert.throws(() => center.decide({}), (error) => error instanceof FaultError && error.cause instanceof WebAssembly.RuntimeError);
  } finally {
    Center.prototype.decide = decide;
  }
  assert.throws(() => center.decide({}), FaultError);
  assert.throws(() => center.snapshot(), FaultError);
  assert.ok(new PartnerCenter().snapshot());
});

test("a freed center is used no more", () => {
  const center = new PartnerCenter();
  center.free();
  center.free();
  assert.throws(() => center.snapshot(), FaultError);
});
