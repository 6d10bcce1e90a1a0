// The page in a real Chromium, by what it shows. `node examples/web/test.mjs [SCREENSHOT.png]`

import assert from "node:assert/strict";

import { browse } from "../../bindings-wasm/tests/browser.mjs";
import { answer } from "./files.mjs";

const [screenshot] = process.argv.slice(2);

await browse(answer, async (browser, address) => {
  const page = await browser.newPage({ viewport: { width: 1100, height: 820 } });
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(error.stack));
  await page.goto(`${address}/examples/web/index.html`);
  await page.waitForSelector("#W-1");

  const person = (label) => page.selectOption("#person", { label });
  const text = (selector) => page.locator(selector).innerText();
  const shows = async (selector, ...parts) => {
    const found = await text(selector);
    for (const part of parts) assert.ok(found.includes(part), `${selector} shows ${JSON.stringify(found)}, and not ${part}`);
  };
  const button = (selector) => page.locator(`${selector} button`);

  // The main account sees every warning, and may process that of the customer nobody was assigned to.
  await shows("#W-1", "warning.process.not-sole-owner", "mei");
  await shows("#W-3", "Yes, you may.");
  assert.equal(await button("#W-1").isDisabled(), true);
  assert.equal(await button("#W-3").isDisabled(), false);
  // Names are masked until they are asked for.
  await shows("#W-1", "A***");
  await page.check("#reveal");
  await shows("#W-1", "Atlas Freight");
  await page.uncheck("#reveal");
  if (screenshot !== undefined) await page.screenshot({ path: screenshot });

  // An account manager sees the warnings of its own customers, and processes them.
  await person("Mei, account manager");
  assert.equal(await page.locator("article").count(), 1);
  await shows("#W-1", "Yes, you may.");
  await button("#W-1").click();
  await shows("#W-1", "Processed", "warning.process.already");

  // A director sees all and processes none.
  await person("Dana, account director");
  assert.equal(await page.locator("article").count(), 3);
  await shows("#W-2", "warning.process.not-sole-owner");

  // Who has no such page sees nothing, and is told why.
  await person("Kim, bookkeeper");
  await shows("#warnings", "org.permission.any-of", "CBC.0151");

  // The order form says live what stands in the way.
  await person("Main account");
  await shows("#answer", "Yes, you may.");
  assert.equal(await button("#order").isDisabled(), false);
  await page.check("[name=isKoogallery]");
  await shows("#answer", "order.place.koogallery");
  assert.equal(await button("#order").isDisabled(), true);
  await page.selectOption("[name=customer]", "C-BOREAL");
  await shows("#answer", "order.place.koogallery", "order.place.authorization-missing");
  await page.uncheck("[name=isKoogallery]");
  await page.selectOption("[name=customer]", "C-CEDAR");
  await shows("#answer", "order.place.not-resale");

  // All of it in Chinese.
  await page.click("#language");
  await shows("body", "客户预警", "代客户操作", "显示个人信息");
  assert.match(await text("#answer"), /[\u4e00-\u9fff]/u);
  assert.doesNotMatch(await text("#answer li"), /\bthe\b/u);
  await page.selectOption("[name=customer]", "C-ATLAS");
  await shows("#answer", "可以操作。");
  await button("#order").click();
  await shows("#answer", "已提交。");

  assert.deepEqual(wrong, []);
  console.log("the page shows who may, who may not, and why, in both languages");
});
