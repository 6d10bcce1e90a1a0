// The scenarios as the walkers take them: path → parsed file.

import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../../core/tests/scenarios/", import.meta.url);

export function corpus() {
  const paths = readdirSync(FOLDER, { recursive: true }).map((path) => path.replaceAll("\\", "/"));
  return Object.fromEntries(paths.filter((path) => path.endsWith(".json")).map((path) => [path, parsed(path)]));
}

function parsed(path) {
  try {
    return JSON.parse(readFileSync(new URL(path, FOLDER), "utf8"));
  } catch (error) {
    throw new Error(`core/tests/scenarios/${path}: ${error.message}`);
  }
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
