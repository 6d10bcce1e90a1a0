// The one instance of the module that everything here runs in.

import glue, { Center, explain, initSync as instantiate, rules } from "./partnerkit.js";

/** Where a browser gets the module: an address, an answer of `fetch`, its bytes, or what they compile to. */
export type Source = string | URL | Request | Response | PromiseLike<Response> | BufferSource | WebAssembly.Module;

const module = { Center, rules, explain };
let ready = false;
let loading: Promise<void> | undefined;
let readFromDisk: (() => BufferSource) | undefined;

/** Where the runtime can read files: how to get the module when it is first needed. */
export function loadWith(read: () => BufferSource): void {
  readFromDisk = read;
}

/** Loads the module, once. After a failure it may be tried again. */
export async function load(source?: Source): Promise<void> {
  if (ready) return;
  // Two instances would not know each other's centers, so whoever comes second waits for the first.
  loading ??= start(source).finally(() => (loading = undefined));
  await loading;
}

async function start(source?: Source): Promise<void> {
  // Without a source, the glue takes the file beside itself.
  await glue(source === undefined ? undefined : { module_or_path: source as never });
  ready = true;
}

/** Loads the module from its bytes or from what they compile to, without waiting. */
export function initSync(source: BufferSource | WebAssembly.Module): void {
  if (ready) return;
  instantiate({ module: source });
  ready = true;
}

/** The module; it is loaded now where that needs no waiting. */
export function loaded(): typeof module {
  if (!ready) {
    if (readFromDisk === undefined) throw new Error("partnerkit is not loaded yet: `await init()` first");
    initSync(readFromDisk());
  }
  return module;
}
