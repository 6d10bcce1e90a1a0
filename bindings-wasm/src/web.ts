// partnerkit for browsers and bundlers.

import { type Bytes, load } from "./load.js";

export * from "./api.js";

/** Where a page gets the module: an address, an answer of `fetch`, its bytes, or what they compile to. */
export type Source = string | URL | Request | Response | PromiseLike<Response> | Bytes | WebAssembly.Module;

/** Loads the module, once: the file beside this one, or another source where a bundler has put it elsewhere. */
export function init(source?: Source): Promise<void> {
  return load(source);
}
