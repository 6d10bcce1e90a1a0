// From JavaScript values to the core's text. What JSON cannot carry faithfully is refused here, by the name of its
// field; whether a value that it can carry makes sense is the core's to say.

import { malformed } from "./errors.js";
import { MAPS, TIMES } from "./generated.js";
import { nameIn } from "./names.js";

/** How the keys of an object are to be taken. */
type Keys = "names" | "data";

/** What a caller may want otherwise. */
export interface Writing {
  /** Take a time with milliseconds, as `JSON.stringify` writes a `Date`, as that `Date`. For events out of a log. */
  readonly stored?: boolean;
  /** Take all keys as they are. For a snapshot, which is none of our business. */
  readonly opaque?: boolean;
}

/** Deeper than any value the core reads, and far from the end of the stack. */
const DEPTH_MAX = 500;
/** In UTF-16 units. Longer text, and what the core makes of it, would not fit into the module's memory. */
const LENGTH_MAX = 2 ** 27;
/** Small values add up as well, most of all in a list that holds a list twice that holds a list twice, and so on. */
const VALUES_MAX = 2 ** 24;
/** What `Date.prototype.toJSON` writes. */
const STORED_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d{3}Z$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The text of a value, for the core. */
export function write(value: unknown, writing: Writing = {}): string {
  return new Writer(writing).text(value);
}

class Writer {
  readonly #writing: Writing;
  readonly #path: (string | number)[] = [];
  #text = new Text();
  #values = 0;

  constructor(writing: Writing) {
    this.#writing = writing;
  }

  text(value: unknown): string {
    this.#value(value, "names");
    return this.#text.toString();
  }

  #value(value: unknown, keys: Keys): void {
    if (++this.#values > VALUES_MAX || this.#text.length > LENGTH_MAX) throw this.#tooLong();
    switch (typeof value) {
      case "string":
        this.#text.add(this.#string(this.#writing.stored ? this.#unstored(value) : value));
        return;
      case "number":
        this.#text.add(this.#number(value));
        return;
      case "bigint":
        this.#text.add(value.toString());
        return;
      case "boolean":
        this.#text.add(value ? "true" : "false");
        return;
      case "object":
        if (value === null) this.#text.add("null");
        else if (isDate(value)) this.#text.add(`"${this.#date(value)}"`);
        else this.#nested(value, keys);
        return;
      default:
        throw this.#wrong("text, a number, a boolean, a list or an object", kind(value));
    }
  }

  #nested(value: object, keys: Keys): void {
    if (this.#path.length >= DEPTH_MAX) {
      throw this.#wrong(`nested less than ${DEPTH_MAX} deep`, "a value that goes on, or that contains itself");
    }
    if (Array.isArray(value)) this.#list(value, keys);
    else if (isPlain(value)) this.#object(value, keys);
    else throw this.#wrong("a plain object", `a ${className(value)}`);
  }

  #list(list: readonly unknown[], keys: Keys): void {
    this.#text.add("[");
    for (let index = 0; index < list.length; index++) {
      if (index > 0) this.#text.add(",");
      this.#path.push(index);
      this.#value(list[index], keys);
      this.#path.pop();
    }
    this.#text.add("]");
  }

  #object(object: object, keys: Keys): void {
    let comma = "";
    this.#text.add("{");
    for (const [key, value] of Object.entries(object)) {
      if (value === undefined) continue;
      const name = keys === "data" || this.#writing.opaque ? key : nameIn(key);
      this.#path.push(name);
      this.#text.add(`${comma}${this.#string(name)}:`);
      this.#value(value, keys === "names" && MAPS.has(name) && name !== "facts" ? "data" : "names");
      this.#path.pop();
      comma = ",";
    }
    this.#text.add("}");
  }

  #string(text: string): string {
    if (text.length > LENGTH_MAX) throw this.#tooLong();
    if (LONE_SURROGATE.test(text)) throw this.#wrong("well-formed Unicode", "half a surrogate pair");
    return JSON.stringify(text);
  }

  #unstored(text: string): string {
    const [, second] = TIMES.has(String(this.#path.at(-1))) ? (STORED_TIME.exec(text) ?? []) : [];
    return second === undefined ? text : `${second}Z`;
  }

  #number(number: number): string {
    if (!Number.isFinite(number)) throw this.#wrong("a number", String(number));
    if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
      throw this.#wrong("a bigint where a number cannot be told from the next one", String(number));
    }
    return JSON.stringify(number);
  }

  /** To the second the instant lies in, as times are written at the door. */
  #date(date: Date): string {
    if (Number.isNaN(Date.prototype.getTime.call(date))) throw this.#wrong("a time", "Invalid Date");
    return Date.prototype.toISOString.call(date).replace(/\.\d{3}Z$/, "Z");
  }

  #tooLong(): Error {
    return this.#wrong("of less than 16 million values and 128 million characters", "what is longer");
  }

  #wrong(expected: string, found: string): Error {
    const path = this.#path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
    return malformed(path.replace(/^\./, ""), expected, found);
  }
}

/** Text that grows. Added up with `+`, every piece would cost more memory than it has letters. */
class Text {
  readonly #chunks: string[] = [];
  #pieces: string[] = [];
  length = 0;

  add(piece: string): void {
    this.length += piece.length;
    if (this.#pieces.push(piece) > 10_000) {
      this.#chunks.push(this.#pieces.join(""));
      this.#pieces = [];
    }
  }

  toString(): string {
    return this.#chunks.join("") + this.#pieces.join("");
  }
}

/** Also one of another window or realm, of which `instanceof` knows nothing. */
function isDate(value: object): value is Date {
  if (Object.prototype.toString.call(value) !== "[object Date]") return false;
  try {
    Date.prototype.getTime.call(value);
    return true;
  } catch {
    return false;
  }
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function className(value: object): string {
  const { constructor } = value as { constructor?: { name?: unknown } };
  return typeof constructor?.name === "string" && constructor.name !== "" ? constructor.name : "object of a class";
}

function kind(value: unknown): string {
  return value === undefined ? "undefined" : `a ${typeof value}`;
}
