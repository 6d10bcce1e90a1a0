// partnerkit for browsers and bundlers.

import { load, type Source } from "./load.js";

export * from "./api.js";
export type { Source } from "./load.js";

/** Loads the module, once: the file beside this one, or another source where a bundler has put it elsewhere. */
export function init(source?: Source): Promise<void> {
  return load(source);
}
