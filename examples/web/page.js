// May this person do that, and why not? Every answer on this page is the library's; the page holds no rule.

import { init, PartnerCenter } from "partnerkit";

import { TEXTS } from "./texts.js";
import { NOW, PEOPLE, REQUESTS } from "./world.js";

const CONSOLE = { channel: "console", verificationCode: true };
const CUSTOMERS = ["C-ATLAS", "C-BOREAL", "C-CEDAR"];
const OPERATIONS = ["order", "renew", "unsubscribe", "operate"];
const BILLING_MODES = ["yearly-monthly", "pay-per-use"];

const find = (selector) => document.querySelector(selector);
let language = "en";
let center;
let requests = 0;

await init();
center = new PartnerCenter();
for (const request of REQUESTS) carryOut(request);
fill(find("#person"), PEOPLE.map((person, number) => [number, person]));
find("#language").addEventListener("click", () => show(language === "en" ? "zh" : "en"));
find("#person").addEventListener("change", () => show());
find("#reveal").addEventListener("change", () => show());
find("#order").addEventListener("input", () => showOrder());
find("#order").addEventListener("submit", (event) => {
  event.preventDefault();
  act(order());
  showOrder(true);
});
show(new URLSearchParams(location.search).get("language") ?? "en");

/** Whoever sits in front of the page, now. */
function asked() {
  return { at: NOW, actor: PEOPLE[find("#person").value].actor, access: CONSOLE };
}

function carryOut(request) {
  const decision = center.handle(request);
  const refused = [...decision.breaches, ...decision.rows.flatMap((row) => row.breaches)];
  if (refused.length > 0) throw new Error(`${request.id}: ${refused[0].message.en}`);
}

/** Carries a command out for this person. */
function act(command) {
  requests += 1;
  carryOut({ ...asked(), id: `page-${requests}`, command });
}

function show(next = language) {
  language = next;
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = text(element.dataset.text);
  find("#language").textContent = language === "en" ? "中文" : "English";
  relabel(find("#person"), (number) => PEOPLE[number][language]);
  const form = find("#order");
  fill(form.customer, CUSTOMERS.map((id) => [id, { en: id, zh: id }]));
  fill(form.operation, OPERATIONS.map((name) => [name, TEXTS[name]]));
  fill(form.billingMode, BILLING_MODES.map((name) => [name, TEXTS[name]]));
  showWarnings();
  showOrder();
}

function showWarnings() {
  const view = center.warnings({ ...asked(), reveal: find("#reveal").checked });
  const parts = view.accepted ? view.items.map(warning) : [reasons(view.breaches)];
  find("#warnings").replaceChildren(...(parts.length > 0 ? parts : [make("p", text("nothing"))]));
}

function warning(item) {
  const card = make("article");
  card.id = item.id;
  const name = item.customerName;
  card.append(make("h3", item.title), make("p", `${item.customerId} · ${name} · ${text(item.category)}`));
  const done = item.category === "churn" ? "stays" : "handled";
  const button = make("button", text(item.status === "processed" ? "processed" : done));
  button.disabled = !item.mayProcess;
  button.addEventListener("click", () => {
    const result = item.category === "churn" ? { result: "not-lost" } : {};
    act({ type: "warning.process", warning: item.id, remark: "called them", ...result });
    showWarnings();
  });
  card.append(button, item.mayProcess ? make("p", text("may"), "yes") : reasons(item.reasons));
  return card;
}

/** The form as a command. */
function order() {
  const { customer, operation, billingMode, isKoogallery } = find("#order");
  return {
    type: "order.place",
    customer: customer.value,
    operation: operation.value,
    billingMode: billingMode.value,
    isKoogallery: isKoogallery.checked,
    serviceType: "hws.service.type.ec2",
  };
}

function showOrder(done = false) {
  const answer = center.can({ ...asked(), ask: order() });
  find("#order button").disabled = !answer.allowed;
  const yes = () => make("p", text(done ? "done" : "may"), "yes");
  find("#answer").replaceChildren(answer.allowed ? yes() : reasons(answer.breaches));
}

/** Every reason, and what would make it a yes. */
function reasons(breaches) {
  const list = make("ul", "", "reasons");
  list.append(...breaches.map((breach) => {
    const reason = make("li", breach.message[language]);
    const code = breach.code === undefined ? "" : ` · ${breach.code}`;
    reason.append(make("small", `→ ${breach.remedy[language]}`), make("small", `${breach.rule}${code}`));
    return reason;
  }));
  return list;
}

function text(name) {
  return TEXTS[name][language];
}

function make(tag, content = "", className = "") {
  return Object.assign(document.createElement(tag), { textContent: content, className });
}

/** Fills a list to choose from; what was chosen stays. */
function fill(select, choices) {
  const chosen = select.value;
  select.replaceChildren(...choices.map(([value, texts]) => Object.assign(make("option", texts[language]), { value })));
  if (chosen !== "") select.value = chosen;
}

function relabel(select, label) {
  for (const option of select.options) option.textContent = label(option.value);
}
