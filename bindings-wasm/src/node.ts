// partnerkit for Node. The module is read from its file when it is first needed; `init` is there so that the same code
// runs in a browser.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { type Bytes, load, loadWith } from "./load.js";

export * from "./api.js";

const FILE = new URL("./partnerkit_bg.wasm", import.meta.url);

loadWith(() => readFileSync(FILE));

/** Loads the module, once: from the file beside this one, or from other bytes. */
export async function init(bytes?: Bytes): Promise<void> {
  await load(bytes ?? (await readFile(FILE)));
}
