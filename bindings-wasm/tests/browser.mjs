// A real Chromium, and a server on this machine that gives it files.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const TYPES = {
  ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript",
  ".wasm": "application/wasm",
};
const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Starts a server that answers so, and a browser; gives both to `use`, and stops them whatever comes of it. */
export async function browse(answer, use) {
  const executablePath = browserPath();
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((ready) => server.once("listening", ready));
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    await use(browser, `http://127.0.0.1:${server.address().port}`);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Answers with the files of some folders below `root`, and with nothing else. */
export function files(root, folders) {
  return (request, response) => {
    const { pathname } = new URL(request.url, "http://127.0.0.1");
    const file = fileURLToPath(new URL(`.${pathname}`, root));
    const type = TYPES[extname(file)];
    const allowed = folders.some((folder) => new RegExp(`^/${folder}/[\\w.-]+$`).test(pathname));
    if (allowed && type !== undefined && existsSync(file)) response.writeHead(200, { "content-type": type }).end(readFileSync(file));
    else response.writeHead(404).end();
  };
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
