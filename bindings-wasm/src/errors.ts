// What is not a decision. A refusal is not among these: it is an answer with breaches.

import { pathOut } from "./names.js";

/** An error in the words of the core, as every runtime writes it (names in snake_case). */
export type WireError =
  | { error: "malformed"; field: string; expected: string; found: string | null; message: string }
  | { error: "unknown"; entity: string; id: string; message: string }
  | { error: "fault"; message: string };

type Malformed = Extract<WireError, { error: "malformed" }>;

/** Whatever this package throws on purpose. */
export abstract class PartnerkitError extends Error {
  readonly #wire: WireError;

  protected constructor(wire: WireError, message: string, options?: ErrorOptions) {
    super(message, options);
    this.#wire = wire;
  }

  /** The error as every runtime writes it, with names in snake_case: for a log that several of them share. */
  toJSON(): WireError {
    return this.#wire;
  }
}

/** A value does not parse or does not fit. Correct the field and ask again. */
export class MalformedError extends PartnerkitError {
  override readonly name = "MalformedError";
  /** The field, as a path from the top of what was handed in: `command.faceValue.amount`. Empty for the whole. */
  readonly field: string;
  /** What was expected there, in words that follow "must be". */
  readonly expected: string;
  /** What stood there, where it can be shown. */
  readonly found: string | undefined;

  readonly #wire: Malformed;

  /** @internal */
  constructor(wire: Malformed, outer = "") {
    const field = pathOut(wire.field.startsWith(`${outer}.`) ? wire.field.slice(outer.length + 1) : wire.field);
    const expected = fieldsOut(wire.expected);
    super(wire, wire.message.replace(wire.field, () => field).replace(wire.expected, () => expected));
    this.#wire = wire;
    this.field = field;
    this.expected = expected;
    this.found = wire.found ?? undefined;
  }

  /** @internal The same, as told to somebody who handed in only what stands at `outer`. */
  within(outer: string): MalformedError {
    return new MalformedError(this.#wire, outer);
  }
}

/** The request names somebody or something that this center has never heard of. */
export class UnknownError extends PartnerkitError {
  override readonly name = "UnknownError";
  /** What it would have been: `partner`, `customer`, `quota`, `coupon`, `rule` … */
  readonly entity: string;
  /** The name. */
  readonly id: string;

  /** @internal */
  constructor(wire: Extract<WireError, { error: "unknown" }>) {
    super(wire, wire.message);
    this.entity = wire.entity;
    this.id = wire.id;
  }
}

/** A mistake of this library, or events it did not produce. Please report it. */
export class FaultError extends PartnerkitError {
  override readonly name = "FaultError";

  /** @internal */
  constructor(wire: Extract<WireError, { error: "fault" }>, options?: ErrorOptions) {
    super(wire, wire.message, options);
  }
}

/** A value that cannot even be written as JSON; told in the core's words. */
export function malformed(field: string, expected: string, found: string): MalformedError {
  const subject = field === "" ? "" : `\`${field}\` `;
  const message = `${subject}must be ${expected}, not \`${found}\``;
  return new MalformedError({ error: "malformed", field, expected, found, message });
}

/** The error in what the module threw. Anything but the core's own text is a trap, and comes out as a fault. */
export function told(thrown: unknown): { error: PartnerkitError; trap: boolean } {
  if (typeof thrown === "string") {
    const wire = JSON.parse(thrown) as WireError;
    switch (wire.error) {
      case "malformed":
        return { error: new MalformedError(wire), trap: false };
      case "unknown":
        return { error: new UnknownError(wire), trap: false };
      case "fault":
        return { error: new FaultError(wire), trap: false };
    }
  }
  const message = `the module stopped (${String(thrown)}); please report this`;
  return { error: new FaultError({ error: "fault", message }, { cause: thrown }), trap: true };
}

/** Where the core lists the fields there are, they are listed as JavaScript writes them. */
function fieldsOut(expected: string): string {
  if (!expected.includes("there is no such field")) return expected;
  return expected.replace(/`([^`]*)`/g, (_, name: string) => `\`${pathOut(name)}\``);
}
