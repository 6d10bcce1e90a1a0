// The one instance of the module that everything here runs in.

import glue, { audit, Center, explain, initSync as instantiate, rules } from "./partnerkit.js";

/** The bytes of the module. */
export type Bytes = ArrayBuffer | ArrayBufferView;

const module = { audit, Center, rules, explain };
let ready = false;
let loading: Promise<void> | undefined;
let readFromDisk: (() => Bytes) | undefined;

/** Where the runtime can read files: how to get the module when it is first needed. */
export function loadWith(read: () => Bytes): void {
  readFromDisk = read;
}

/** Loads the module, once. After a failure it may be tried again. */
export async function load(source?: unknown): Promise<void> {
  if (ready) return;
  // Two instances would not know each other's centers, so whoever comes second waits for the first.
  loading ??= start(source).finally(() => (loading = undefined));
  await loading;
}

async function start(source?: unknown): Promise<void> {
  // Without a source, the glue takes the file beside itself.
  await glue(source === undefined ? undefined : { module_or_path: source as never });
  ready = true;
}

/** Loads the module from its bytes, without waiting. */
export function initSync(bytes: Bytes): void {
  if (ready) return;
  instantiate({ module: bytes as BufferSource });
  ready = true;
}

/** @internal The module; it is loaded now where that needs no waiting. */
export function loaded(): typeof module {
  if (!ready) {
    if (readFromDisk === undefined) throw new Error("partnerkit is not loaded yet: `await init()` first");
    initSync(readFromDisk());
  }
  return module;
}
