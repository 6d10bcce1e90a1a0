// What does one call from JavaScript cost? Run by `cargo xtask bench wasm`, after the npm package is built.
import { readFileSync } from "node:fs";
import { init, PartnerCenter } from "../bindings-wasm/dist/node.js";

await init();
const at = "2026-03-10T00:00:00Z";
const center = new PartnerCenter();
const commands = [
  { type: "partner.set", id: "D", kind: "general-distributor" },
  {
    type: "quota.set", id: "Q1", holder: "D", value: { amount: "100000000000.00", currency: "CNY" },
    effectiveTime: "2026-01-01T00:00:00Z", expireTime: "2027-01-01T00:00:00Z",
  },
];
for (let number = 0; number < 1000; number += 1) {
  const customer = number.toString(16).padStart(32, "0");
  commands.push({ type: "customer.set", id: customer });
  commands.push({ type: "customer.associate", customer, partner: "D", mode: "agency-resale" });
}
commands.forEach((command, number) => {
  const decision = center.handle({ id: `w${number}`, at, actor: { type: "vendor" }, command });
  if (!decision.accepted) throw new Error(JSON.stringify(decision));
});

const wire = JSON.parse(readFileSync(new URL("request.json", import.meta.url), "utf8"));
const { quota_id: quotaId, customer_ids: customerIds, face_value: faceValue, ...rest } = wire.command;
const request = { ...wire, command: { ...rest, quotaId, customerIds, faceValue } };
if (!center.decide(request).accepted) throw new Error("the request is refused");

const rounds = [];
for (let round = 0; round < 9; round += 1) {
  const start = process.hrtime.bigint();
  for (let times = 0; times < 5000; times += 1) center.decide(request);
  rounds.push(Number(process.hrtime.bigint() - start) / 5000);
}
rounds.sort((a, b) => a - b);
console.log(`decide, an object in and a Decision out: ${Math.round(rounds[4])} ns`);
