// The scenarios in a real Chromium, from a server on this machine.

import { corpus, report } from "./corpus.mjs";
import { browse, files } from "./browser.mjs";

const MINUTES = 60_000;

/** `dist/` and `tests/` as they lie on the disk, and the corpus as one file. */
const disk = files(new URL("..", import.meta.url), ["dist", "tests"]);
const answer = (request, response) => {
  if (request.url !== "/corpus.json") return disk(request, response);
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(corpus()));
};

await browse(answer, async (browser, address) => {
  const page = await browser.newPage();
  page.on("console", (message) => console.error(`page: ${message.text()}`));
  page.on("pageerror", (error) => console.error(`page: ${error.stack}`));
  await page.goto(`${address}/tests/walk.html`);
  const result = await page.waitForFunction(() => globalThis.result, undefined, { timeout: 5 * MINUTES });
  report(`chromium ${browser.version()}`, await result.jsonValue());
});
