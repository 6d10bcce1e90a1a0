// What both entries offer.

export { audit, explain, PartnerCenter, rules } from "./center.js";
export { FaultError, MalformedError, PartnerkitError, UnknownError, type WireError } from "./errors.js";
export { type Bytes, initSync } from "./load.js";
export type { Answers, Listing } from "./generated.js";
export type * from "./types.js";
