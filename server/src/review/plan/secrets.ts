import { isRecord } from '../../facts/isRecord.ts';
import { memberOf } from './jsonValues.ts';

/** Collects the texts that a plan marks as sensitive anywhere: in changes, outputs, data sources and variables. */
export class SecretTexts {
  readonly #texts = new Set<string>();
  readonly #variables = new Map<string, unknown>();
  readonly #sensitiveVariables = new Set<string>();

  /** A change of a resource or an output: both sides, with their marks. */
  addChange(change: unknown): void {
    for (const side of ['before', 'after']) this.#add(memberOf(change, side), memberOf(change, `${side}_sensitive`));
  }

  /** A resource of a state. */
  addValues(resource: unknown): void {
    this.#add(memberOf(resource, 'values'), memberOf(resource, 'sensitive_values'));
  }

  /** The value of a root module's variable, which the code declares elsewhere. */
  addVariable(name: string, variable: unknown): void {
    this.#variables.set(name, memberOf(variable, 'value'));
  }

  declareVariable(name: string, declaration: unknown): void {
    if (memberOf(declaration, 'sensitive') === true) this.#sensitiveVariables.add(name);
  }

  /** All of them, after everything was added. */
  texts(): readonly string[] {
    for (const name of this.#sensitiveVariables) this.#add(this.#variables.get(name), true);
    return [...this.#texts];
  }

  #add(value: unknown, mask: unknown): void {
    for (const text of markedTexts(value, mask)) this.#texts.add(text);
  }
}

/** False for the JSON of an object without sensitive marks, which is then not read. */
export function mayHoldSecrets(json: string): boolean {
  const mask = json.search(/"(?:before_sensitive|after_sensitive|sensitive_values)"/);
  return mask !== -1 && json.includes('true', mask);
}

function markedTexts(value: unknown, mask: unknown): readonly string[] {
  if (mask === true) return textsIn(value);
  if (Array.isArray(mask)) return mask.flatMap((item, index) => markedTexts(memberOf(value, index), item));
  if (!isRecord(mask)) return [];
  return Object.entries(mask).flatMap(([key, item]) => markedTexts(memberOf(value, key), item));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}
