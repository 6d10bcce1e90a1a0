// Walks the scenarios through the package as its users have it. The same code runs in Node and in a browser, so there is
// nothing of either in it.

import { fromWire } from "../dist/output.js";
import { nameIn, nameOut } from "../dist/names.js";

/**
 * @param kit the package
 * @param files the corpus: path (with `/`) → text
 * @returns {Promise<{ digest: string, cases: number, failures: string[] }>}
 */
export async function walk(kit, files) {
  const corpus = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, repeated(parsed(path, text))]));
  const answers = [];
  const failures = [];
  let cases = 0;
  for (const path of Object.keys(corpus).filter((path) => !path.startsWith("worlds/")).sort(byCodePoint)) {
    for (const given of corpus[path].cases) {
      cases += 1;
      const fail = (what) => failures.push(`${path}: ${given.title}: ${what}`);
      try {
        for (const { answer, wrong } of play(kit, corpus, corpus[path], given)) {
          answers.push(`${canonical(answer)}\n`);
          wrong.forEach(fail);
        }
      } catch (error) {
        fail(error.stack ?? String(error));
      }
    }
  }
  return { digest: await sha256(answers.join("")), cases, failures };
}

/** A file of the corpus. Integers that no number can hold become bigints, as a user would write them. */
function parsed(path, text) {
  const marked = text.replace(/([:[,]\s*)(-?\d{16,})(?=\s*[,\]}])/g, '$1"$integer $2"');
  const integer = (value) => typeof value === "string" && /^\$integer (.*)$/.exec(value)?.[1];
  try {
    return JSON.parse(marked, (_, value) => (integer(value) ? BigInt(integer(value)) : value));
  } catch (error) {
    throw new Error(`core/tests/scenarios/${path}: ${error.message}`);
  }
}

/** Plays a case; yields each answer, in the core's names, and what is wrong with it. */
function* play(kit, corpus, file, given) {
  const events = [...happened(corpus, file.given), ...happened(corpus, given.given)];
  const center = open(kit, merge(file.policy, given.policy), events);
  for (const step of given.steps ?? [given]) {
    const when = merge(file.when, step.when);
    const answer = ask(kit, center, when);
    const wrong = differences(step.then, answer, "then");
    if (step.after) wrong.push(...differences(step.after, center.snapshot(), "after"));
    yield { answer, wrong };
  }
}

function open(kit, policy, given) {
  const center = new kit.PartnerCenter(natural(policy ?? undefined));
  for (const one of given) {
    if (!("command" in one)) center.apply(natural(one));
    else if (!center.handle(natural(one)).accepted) throw new Error(`a request of the given world is refused: ${one.id}`);
  }
  return center;
}

/** The events and requests of a `given`, with the worlds it names. */
function happened(corpus, given) {
  return (given ?? []).flatMap((one) => {
    if (typeof one !== "string") return [one];
    const world = corpus[`worlds/${one.slice(1)}.json`];
    if (!one.startsWith("@") || world === undefined) throw new Error(`there is no world ${one}`);
    return happened(corpus, world);
  });
}

/** The answer to a `when`, as the core writes it. */
function ask(kit, center, when) {
  try {
    // Rows of files, with the names that the files have.
    if ("audit" in when) return toWire(kit.audit(when.audit));
    const question = natural(when);
    if ("format" in when) return toWire(center.export(question));
    if ("view" in when) return toWire(view(center, question));
    if ("ask" in when) return toWire(center.can(question));
    return toWire(center.handle(question));
  } catch (error) {
    if (error instanceof kit.PartnerkitError) return error.toJSON();
    throw error;
  }
}

/** Through the list's own method, if there is one for such a query. */
function view(center, query) {
  const { view: asked, at, actor, access, reveal, ...strange } = query;
  const { type, ...filters } = isObject(asked) ? asked : {};
  const method = nameOut(String(type).replaceAll("-", "_"));
  if (!(method in center) || Object.keys(strange).length > 0) return center.view(query);
  return center[method]({ at, actor, access, reveal, ...filters });
}

/** A value of the corpus as a user of the package would write it: camelCase names and dates. */
function natural(value) {
  return value === undefined ? undefined : fromWire(value);
}

/** A value of the package as the core would write it. */
function toWire(value) {
  if (value instanceof Date) return value.toISOString().replace(".000Z", "Z");
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [nameIn(name), toWire(inner)]));
}

/** RFC 7396; no patch changes nothing. */
function merge(target, patch) {
  if (patch === undefined || patch === null) return target;
  if (!isObject(patch)) return patch;
  const merged = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}

/** `{"$repeat": 2, "prefix": "C"}` → `["C1", "C2"]`. */
function repeated(value) {
  if (Array.isArray(value)) return value.map(repeated);
  if (!isObject(value)) return value;
  if ("$repeat" in value) return Array.from({ length: value.$repeat }, (_, index) => `${value.prefix}${index + 1}`);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, repeated(inner)]));
}

/** What is expected and not found. An object stands for some members of an object, or for some elements of a list, by id. */
function differences(expected, found, path) {
  if (Array.isArray(expected) && Array.isArray(found) && expected.length === found.length) {
    return expected.flatMap((one, index) => differences(one, found[index], `${path}[${index}]`));
  }
  if (isObject(expected) && (isObject(found) || Array.isArray(found))) {
    const member = (key) => (isObject(found) ? found[key] : found.find((element) => element?.id === key)) ?? null;
    return Object.entries(expected).flatMap(([key, one]) => differences(one, member(key), `${path}.${key}`));
  }
  return expected === found ? [] : [`${path}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`];
}

/** JSON with sorted keys. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.keys(value).sort(byCodePoint).map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${fields.join(",")}}`;
}

/** JavaScript sorts by UTF-16 units, which puts 😀 before ﬀ; everybody else sorts by code points. */
function byCodePoint(left, right) {
  const [lefts, rights] = [[...left], [...right]];
  const at = lefts.findIndex((letter, index) => letter !== rights[index]);
  if (at < 0) return lefts.length - rights.length;
  return at >= rights.length ? 1 : lefts[at].codePointAt(0) - rights[at].codePointAt(0);
}

async function sha256(text) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
