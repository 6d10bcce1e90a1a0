// Shows the page on this machine: `node examples/web/serve.mjs`, after `cargo xtask test` has built the npm package.

import { createServer } from "node:http";

import { answer } from "./files.mjs";

const server = createServer(answer).listen(Number(process.env.PORT ?? 8000), "127.0.0.1");
server.on("listening", () => console.log(`http://127.0.0.1:${server.address().port}/examples/web/index.html`));
