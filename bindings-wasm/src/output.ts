// From the core's text to JavaScript values: camelCase names, dates, and nothing else changed.

import { MAPS, TIMES } from "./generated.js";
import { nameOut } from "./names.js";

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** The value that the text of an answer stands for. */
export function read<T>(text: string): T {
  return fromWire(JSON.parse(text)) as T;
}

/** A value as the core writes it, as JavaScript has it. */
export function fromWire(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromWire);
  if (typeof value !== "object" || value === null) return value;
  const object: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value)) put(object, fieldName(name), field(name, inner));
  return object;
}

/** Makes a plain field, even of `__proto__`, which an assignment would not. */
function put(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name === "__proto__") Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  else object[name] = value;
}

/** The fields of the core's answers in JavaScript: a few hundred names, which are made over and over. */
const FIELDS = new Map<string, string>();

function fieldName(name: string): string {
  const known = FIELDS.get(name);
  if (known !== undefined) return known;
  const made = nameOut(name);
  FIELDS.set(name, made);
  return made;
}

function field(name: string, value: unknown): unknown {
  if (TIMES.has(name)) return Array.isArray(value) ? value.map(time) : time(value);
  if (name === "facts") return facts(value);
  return MAPS.has(name) ? entries(value, fromWire) : fromWire(value);
}

/** A `Date`, if the text is that of one; 29 February of a year that has none stays the text it is. */
function time(value: unknown): unknown {
  if (typeof value !== "string" || !TIME.test(value)) return value;
  const date = new Date(value);
  // A day that its month does not have, or hour 24, would be read as one of the next.
  return date.getUTCDate() === Number(value.slice(8, 10)) ? date : value;
}

/** What a rule says about its breach: named values, of which even a time is the text the message shows. */
function facts(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, fact]) => [nameOut(name), fact]));
}

/** A table by id: the keys are data. */
function entries(value: unknown, each: (inner: unknown) => unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fromWire(value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, each(inner)]));
}
