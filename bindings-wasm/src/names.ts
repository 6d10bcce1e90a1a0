// Names of fields: snake_case at the door, camelCase in JavaScript.

const SNAKE = /^[a-z][a-z0-9]*(_[a-z0-9]+)+$/;
const CAMEL = /^[a-z][a-z0-9_]*[A-Z][A-Za-z0-9_]*$/;

/** `face_value` → `faceValue`. What is no snake_case name (an id, a version) stays as it is. */
export function nameOut(name: string): string {
  return SNAKE.test(name) ? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) : name;
}

/** `faceValue` → `face_value`. A name that is in snake_case already, as other runtimes write it, stays as it is. */
export function nameIn(name: string): string {
  return CAMEL.test(name) ? name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : name;
}

/** `command.face_value[0].amount` → `command.faceValue[0].amount`. */
export function pathOut(path: string): string {
  return path.replace(/[^.[\]]+/g, nameOut);
}
