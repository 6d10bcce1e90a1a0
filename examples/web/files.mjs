// What the page is made of: this folder, and the npm package as it is built in this repository.

import { files } from "../../bindings-wasm/tests/browser.mjs";

export const answer = files(new URL("../..", import.meta.url), ["examples/web", "bindings-wasm/dist"]);
