// The partner center: a handle on the state that the module keeps between calls.

import { FaultError, MalformedError, malformed, told } from "./errors.js";
import { type Answers, ASKED, type Listing, Views } from "./generated.js";
import { write } from "./input.js";
import { loaded } from "./load.js";
import { read } from "./output.js";
import type { Center } from "./partnerkit.js";
import type { Ask, Audit, AuditTable, Decision, Eligibility, Event, Export, ExportQuery, Policy, Query, Request, RuleInfo, Snapshot } from "./types.js";

/** How to make a center that does not begin empty. Nobody outside has one. */
class Made {
  constructor(readonly make: () => Center) {}
}

/** A whole partner center in memory: who is who, who has what, and everything that happened. */
export class PartnerCenter extends Views {
  #center: Center | undefined;

  /** An empty center under this policy: what holds where the vendor's word leaves a choice. */
  constructor(policy?: Policy) {
    super();
    if (policy instanceof Made) {
      this.#center = attempt(policy.make);
    } else {
      const { Center } = loaded();
      const text = optional(policy);
      this.#center = attempt(() => new Center(text));
    }
  }

  /** The center that these events make, under this policy. */
  static replay(events: readonly Event[], policy?: Policy): PartnerCenter {
    const { Center } = loaded();
    const [policyText, eventsText] = [optional(policy), write(events, { stored: true })];
    return new PartnerCenter(new Made(() => Center.replay(policyText, eventsText)) as Policy);
  }

  /** The center that this snapshot was taken of. */
  static restore(snapshot: Snapshot): PartnerCenter {
    const { Center } = loaded();
    const text = write(snapshot, { opaque: true });
    return new PartnerCenter(new Made(() => Center.restore(text)) as Policy);
  }

  /** The decision on a request. Nothing changes. */
  decide(request: Request): Decision {
    const text = write(request);
    return read(this.#ask((center) => center.decide(text)));
  }

  /** The decision on a request, carried out. A request that was handled before is answered from memory. */
  handle(request: Request): Decision {
    const text = write(request);
    return read(this.#ask((center) => center.handle(text)));
  }

  /** Whether this person may do that, and every reason why not. Nothing changes. */
  can(ask: Ask): Eligibility {
    const text = write(ask);
    return read(this.#ask((center) => center.can(text)));
  }

  /** Takes in an event of this or another center's log. */
  apply(event: Event): void {
    const text = write(event, { stored: true });
    this.#ask((center) => center.apply(text));
  }

  /** Everything this center knows, as plain JSON: to be stored, and to be restored by this version or a later one. */
  snapshot(): Snapshot {
    return JSON.parse(this.#ask((center) => center.snapshot())) as Snapshot;
  }

  /** One page of the list that the query names. Each list also has a method of its own, which knows what it returns. */
  view(query: Query): Answers[keyof Answers] {
    const text = write(query);
    return read(this.#ask((center) => center.view(text)));
  }

  /** The whole list that the query names, as the text of a file. */
  export(query: ExportQuery): Export {
    const text = write(query);
    return read(this.#ask((center) => center.export(text)));
  }

  /** Gives the memory back now, instead of when the garbage collector comes round. */
  free(): void {
    this.#center?.free();
    this.#center = undefined;
  }

  protected override list<T extends keyof Answers>(type: T, query: Listing<T>): Answers[T] {
    try {
      return this.view(asQuery(type, query) as Query) as Answers[T];
    } catch (error) {
      throw error instanceof MalformedError ? error.within("view") : error;
    }
  }

  #ask<T>(call: (center: Center) => T): T {
    const center = this.#center;
    if (center === undefined) throw new FaultError({ error: "fault", message: GONE });
    return attempt(
      () => call(center),
      () => {
        // What the trap left half done must not answer again, and its memory must not be touched, not even to free it.
        this.#center = undefined;
        (center as unknown as { __destroy_into_raw(): void }).__destroy_into_raw();
      },
    );
  }
}

const GONE = "this center is gone: it was freed, or met a fault; restore another";

/**
 * What no correct list can hold: each finding names a rule, the rows, what was expected and what stands there. The rows
 * are those of exports, as `JSON.parse` reads the lines of their `jsonl`, with the names that the columns have there.
 */
export function audit(tables: { readonly [table in AuditTable]?: readonly object[] }): Audit {
  const { audit } = loaded();
  const text = write({ tables }, { opaque: true });
  return read(attempt(() => audit(text)));
}

/** The catalogue: every rule, in the order of the documentation. */
export function rules(): RuleInfo[] {
  return read(attempt(loaded().rules));
}

/** One rule of the catalogue. */
export function explain(id: string): RuleInfo {
  if (typeof id !== "string") throw malformed("", "the id of a rule", `a ${typeof id}`);
  const { explain } = loaded();
  return read(attempt(() => explain(id)));
}

/** Calls the module. What it throws comes out as an error of this package. */
function attempt<T>(call: () => T, onTrap?: () => void): T {
  try {
    return call();
  } catch (thrown) {
    const { error, trap } = told(thrown);
    if (trap) onTrap?.();
    throw error;
  }
}

/** Who asks and when, and below `view` what for: the door's form of a query that a method takes in one piece. */
function asQuery(type: string, query: unknown): unknown {
  if (typeof query !== "object" || query === null) return query;
  const fields = Object.entries(query);
  const asked = fields.filter(([name]) => ASKED.has(name));
  const filters = fields.filter(([name]) => !ASKED.has(name));
  return { ...Object.fromEntries(asked), view: { ...Object.fromEntries(filters), type } };
}

function optional(policy: unknown): string | undefined {
  return policy === undefined ? undefined : write(policy);
}
