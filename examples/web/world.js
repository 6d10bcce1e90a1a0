// A small partner: its people, three customers, their warnings. Requests, as a server would hand them to its own center.

const VENDOR = { type: "vendor" };
const PARTNER = { type: "partner", partner: "P-SOLVE" };
const member = (name) => ({ type: "member", partner: "P-SOLVE", member: name });
const customer = (id) => ({ type: "customer", customer: id });

/** Who may sit in front of the page. */
export const PEOPLE = [
  { actor: PARTNER, en: "Main account", zh: "伙伴主账号" },
  { actor: member("mei"), en: "Mei, account manager", zh: "梅,客户经理" },
  { actor: member("bo"), en: "Bo, account manager", zh: "波,客户经理" },
  { actor: member("dana"), en: "Dana, account director", zh: "丹,客户经理主管" },
  { actor: member("kim"), en: "Kim, bookkeeper", zh: "金,财务" },
];

const warning = (id, of, category, scene, title) => ({
  id, customer: of, category, scene_name: scene, title, sent_at: "2026-03-01T01:00:00Z",
});

const COMMANDS = [
  [VENDOR, { type: "partner.set", id: "P-SOLVE", kind: "solution-provider", name: "Solveig Solutions" }],
  [PARTNER, { type: "role.save", role: "bookkeeping", permissionItems: ["BPC_ITEM_FINANCE_040100"] }],
  [PARTNER, { type: "member.save", member: "dana", roles: ["account-director"] }],
  [PARTNER, { type: "member.save", member: "mei", roles: ["account-manager"], director: "dana" }],
  [PARTNER, { type: "member.save", member: "bo", roles: ["account-manager"], director: "dana" }],
  [PARTNER, { type: "member.save", member: "kim", roles: ["bookkeeping"] }],
  [VENDOR, { type: "customer.set", id: "C-ATLAS", name: "Atlas Freight", accountName: "atlas", phone: "13812345678" }],
  [VENDOR, { type: "customer.set", id: "C-BOREAL", name: "Boreal Foods", accountName: "boreal" }],
  [VENDOR, { type: "customer.set", id: "C-CEDAR", name: "Cedar Clinic", accountName: "cedar" }],
  [VENDOR, { type: "customer.associate", customer: "C-ATLAS", partner: "P-SOLVE", mode: "agency-resale" }],
  [VENDOR, { type: "customer.associate", customer: "C-BOREAL", partner: "P-SOLVE", mode: "agency-resale" }],
  [VENDOR, { type: "customer.associate", customer: "C-CEDAR", partner: "P-SOLVE", mode: "advisory" }],
  [PARTNER, { type: "owner.assign", customerIds: ["C-ATLAS"], manager: "mei" }],
  [PARTNER, { type: "owner.assign", customerIds: ["C-BOREAL"], manager: "bo" }],
  [PARTNER, { type: "authorization.request", customer: "C-ATLAS", commitmentLetterAccepted: true }],
  [customer("C-ATLAS"), { type: "authorization.approve", customer: "C-ATLAS", letterAccepted: true }],
  [PARTNER, { type: "authorization.request", customer: "C-BOREAL" }],
  [VENDOR, {
    type: "warning.refresh",
    dataDate: "2026-03-01",
    warnings: [
      warning("W-1", "C-ATLAS", "churn", "spend falls", "Spend fell by half within a month"),
      warning("W-2", "C-BOREAL", "resource", "expiry", "Four servers expire within seven days"),
      warning("W-3", "C-CEDAR", "churn", "no sign-in", "Nobody has signed in for thirty days"),
    ],
  }],
];

/** The requests that make this world. */
export const REQUESTS = COMMANDS.map(([actor, command], number) => ({
  id: `world-${number}`,
  at: "2026-03-02T00:00:00Z",
  actor,
  access: { channel: "console", verificationCode: true },
  command,
}));

/** Until when the page's clock stands. */
export const NOW = new Date("2026-03-02T08:00:00Z");
