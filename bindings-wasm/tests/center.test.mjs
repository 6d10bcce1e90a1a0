// The partner center as JavaScript has it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { explain, FaultError, init, initSync, MalformedError, PartnerCenter, PartnerkitError, rules, UnknownError } from "partnerkit";

import { Center } from "../dist/partnerkit.js";

const actor = { type: "vendor" };
const at = new Date("2026-03-10T08:00:00.250Z");

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
