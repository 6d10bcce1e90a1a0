// What JavaScript values become at the door, and which of them never get there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { MalformedError, PartnerCenter } from "partnerkit";

import { write } from "../dist/input.js";
import { fromWire } from "../dist/output.js";

const center = new PartnerCenter();

/** What a request is told whose memo is this value. */
function told(value) {
  try {
    center.decide({ id: "r1", command: { memoText: value } });
  } catch (error) {
    return error;
  }
  return undefined;
}

function nested(depth) {
  let list = [];
  for (let level = 0; level < depth; level++) list = [list];
  return list;
}

const cyclic = { inner: {} };
cyclic.inner.outer = cyclic;

const doubling = Array.from({ length: 60 }).reduce((inner) => [inner, inner], []);

for (const [name, value, found] of [
  ["half a surrogate pair", "\ud800", "half a surrogate pair"],
  ["half a surrogate pair in a key", { "\udc00": 1 }, "half a surrogate pair"],
  ["NaN", NaN, "NaN"],
  ["Infinity", -Infinity, "-Infinity"],
  ["an integer beyond what a double tells apart", 2 ** 53, "9007199254740992"],
  ["a bigint that is no integer of anybody", 10n ** 400n, undefined],
  ["undefined in a list", [undefined], "undefined"],
  ["a hole in a list", new Array(3), "undefined"],
  ["a function", () => 1, "a function"],
  ["a symbol", Symbol("s"), "a symbol"],
  ["a Date that is none", new Date(NaN), "Invalid Date"],
  ["a Map", new Map([["a", 1]]), "a Map"],
  ["a regular expression", /x/, "a RegExp"],
  ["an object of a class", new (class Coupon {})(), "a Coupon"],
  ["a boxed string", new String("x"), "a String"],
  ["a pretended Date", { __proto__: { [Symbol.toStringTag]: "Date" } }, "a Object"],
  ["a cycle", cyclic, "a value that goes on, or that contains itself"],
  ["a hundred thousand lists in each other", nested(100_000), "a value that goes on, or that contains itself"],
  ["more than fits into memory", "x".repeat(2 ** 28), "what is longer"],
]) {
  test(`${name} is malformed`, () => {
    const error = told(value);
    assert.ok(error instanceof MalformedError, String(error));
    if (found === undefined) return;
    assert.equal(error.found, found);
    assert.match(error.field, /^command\.memoText/);
    assert.equal(error.name, "MalformedError");
  });
}

test("what doubles at every level ends", () => {
  assert.ok(told(doubling) instanceof MalformedError);
});

test("the field is named as it was written", () => {
  assert.equal(told(["a", { faceValue: NaN }]).field, "command.memoText[1].faceValue");
  assert.equal(told(["a", { faceValue: NaN }]).toJSON().field, "command.memo_text[1].face_value");
});

test("a million ids get an answer", () => {
  const list = Array.from({ length: 1_000_000 }, (_, index) => `C${index}`);
  const error = told(list);
  assert.ok(error === undefined || error instanceof MalformedError);
});

test("nothing at all is malformed", () => {
  for (const value of [undefined, null, 1, "x", [], () => 1]) {
    assert.throws(() => center.decide(value), MalformedError);
    assert.throws(() => center.apply(value), MalformedError);
    assert.throws(() => center.view(value), MalformedError);
    assert.throws(() => PartnerCenter.replay([value]), MalformedError);
    assert.throws(() => PartnerCenter.restore(value), MalformedError);
  }
});

test("names and dates become those of the door", () => {
  const written = write({
    at: new Date("2026-11-22T08:00:00.999Z"),
    faceValue: { amount: "1.00", currency: "CNY" },
    face_value: undefined,
    customerIds: ["aB", "é😀\u0000"],
    yes: true,
    none: null,
    few: -0,
    many: 5n,
  });
  assert.deepEqual(JSON.parse(written), {
    at: "2026-11-22T08:00:00Z",
    face_value: { amount: "1.00", currency: "CNY" },
    customer_ids: ["aB", "é😀\u0000"],
    yes: true,
    none: null,
    few: 0,
    many: 5,
  });
});

test("objects and dates of another realm are as good", () => {
  const other = runInNewContext("({ at: new Date(0), list: [{ faceValue: 1 }] })");
  assert.equal(write(other), '{"at":"1970-01-01T00:00:00Z","list":[{"face_value":1}]}');
  assert.equal(write(Object.assign(Object.create(null), { a: 1 })), '{"a":1}');
});

test("keys that are data stay as they are", () => {
  assert.equal(write({ rules: { "a.bC": true, aB: false } }), '{"rules":{"a.bC":true,"aB":false}}');
  assert.deepEqual(fromWire({ rules: { "a.b_c": true, a_b: { x_y: 1 } } }), { rules: { "a.b_c": true, a_b: { xY: 1 } } });
});

test("a snapshot is nobody's business", () => {
  assert.equal(write({ aB: { rules: 1, c_d: new Array() } }, { opaque: true }), '{"aB":{"rules":1,"c_d":[]}}');
});

test("names come back as they went", () => {
  for (const [wire, name] of [
    ["face_value", "faceValue"],
    ["http_status", "httpStatus"],
    ["level_2", "level_2"],
    ["level_2_max", "level_2Max"],
    ["at", "at"],
    ["2026_x", "2026_x"],
    ["C_a", "C_a"],
  ]) {
    assert.deepEqual(fromWire({ [wire]: 1 }), { [name]: 1 });
    assert.equal(write({ [name]: 1 }), JSON.stringify({ [wire]: 1 }));
  }
});

test("a time in a known field becomes a Date, and one among facts stays text", () => {
  const read = fromWire({ at: "2026-11-22T08:00:00Z", title: "2026-11-22T08:00:00Z", facts: { at: "2026-11-22T08:00:00Z", first_day: 1 } });
  assert.deepEqual(read, {
    at: new Date("2026-11-22T08:00:00Z"),
    title: "2026-11-22T08:00:00Z",
    facts: { at: "2026-11-22T08:00:00Z", firstDay: 1 },
  });
});

test("a time that is none stays text", () => {
  for (const at of ["2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-01T23:59:60Z", "2026-01-01"]) {
    assert.deepEqual(fromWire({ at }), { at });
  }
});

test("an event out of a log of JSON.stringify is that event", () => {
  const event = fromWire({ at: "2026-11-22T08:00:00Z", memo: "2026-11-22T08:00:00.000Z" });
  const stored = JSON.parse(JSON.stringify(event));
  assert.equal(stored.at, "2026-11-22T08:00:00.000Z");
  assert.equal(write(stored, { stored: true }), '{"at":"2026-11-22T08:00:00Z","memo":"2026-11-22T08:00:00.000Z"}');
});

test("no field can change what an object is", () => {
  const read = fromWire(JSON.parse('{"__proto__": {"polluted": 1}, "rules": {"__proto__": true}}'));
  assert.equal(Object.getPrototypeOf(read), Object.prototype);
  assert.equal({}.polluted, undefined);
  assert.equal(write(JSON.parse('{"__proto__": 1}')), '{"__proto__":1}');
});
