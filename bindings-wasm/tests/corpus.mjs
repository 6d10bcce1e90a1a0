// The scenarios as the walkers take them: path → text.

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../core/tests/scenarios/", import.meta.url);

export function corpus() {
  const paths = readdirSync(FOLDER, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
  // Calls of the vendor's API are for Rust alone.
  const files = paths.filter((path) => path.endsWith(".json") && !path.startsWith("wire/"));
  return Object.fromEntries(files.map((path) => [path, readFileSync(new URL(path, FOLDER), "utf8")]));
}

/** Prints how a walk went, and sets the exit code. */
export function report(runtime, { digest, cases, failures }) {
  for (const failure of failures.slice(0, 20)) console.error(failure);
  if (failures.length > 20) console.error(`… and ${failures.length - 20} more`);
  console.log(`${runtime}: ${cases} cases, ${failures.length} failures`);
  console.log(`digest ${digest}`);
  if (cases === 0) console.error("there are no scenarios");
  if (failures.length > 0 || cases === 0) process.exitCode = 1;
}
