// The scenarios in a real Chromium, from a server on this machine.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { corpus, report } from "./corpus.mjs";

const PACKAGE = new URL("..", import.meta.url);
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const MINUTES = 60_000;

const executablePath = browserPath();
const server = createServer(answer).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));
const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  const page = await browser.newPage();
  page.on("console", (message) => console.error(`page: ${message.text()}`));
  page.on("pageerror", (error) => console.error(`page: ${error.stack}`));
  await page.goto(`http://127.0.0.1:${server.address().port}/tests/walk.html`);
  const result = await page.waitForFunction(() => globalThis.result, undefined, { timeout: 5 * MINUTES });
  report(`chromium ${browser.version()}`, await result.jsonValue());
} finally {
  await browser.close();
  server.close();
}

/** `dist/` and `tests/` as they lie on the disk, and the corpus as one file. */
function answer(request, response) {
  const { pathname } = new URL(request.url, "http://127.0.0.1");
  if (pathname === "/corpus.json") {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(corpus()));
    return;
  }
  const file = fileURLToPath(new URL(`.${pathname}`, PACKAGE));
  const type = TYPES[extname(file)];
  const served = /^\/(dist|tests)\/[\w.-]+$/.test(pathname) && type !== undefined && existsSync(file);
  if (served) response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  else response.writeHead(404).end();
}

/** Where Chromium is; where there is none and we may, it is installed. */
function browserPath() {
  const find = () => {
    try {
      return execFileSync("which", ["chromium"], { encoding: "utf8" }).trim();
    } catch {
      return undefined;
    }
  };
  const found = find();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0) {
    try {
      const quiet = { stdio: ["ignore", "ignore", "inherit"] };
      execFileSync("apt-get", ["update", "-qq"], quiet);
      execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
    } catch {
      // Said below.
    }
  }
  const installed = find();
  if (installed !== undefined) return installed;
  console.error("there is no `chromium` on the PATH: install it, for instance with `apt-get install chromium`");
  process.exit(1);
}
