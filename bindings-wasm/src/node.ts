// partnerkit for Node. The module is read from its file when it is first needed; `init` is there so that the same code
// runs in a browser.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";

import { load, loadWith, type Source } from "./load.js";

export * from "./api.js";
export type { Source } from "./load.js";

const FILE = new URL("./partnerkit_bg.wasm", import.meta.url);

loadWith(() => readFileSync(FILE));

/** Loads the module, once: the file beside this one, or another source. */
export async function init(source?: Source): Promise<void> {
  await load(source ?? (await readFile(FILE)));
}
