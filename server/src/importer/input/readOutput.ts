import { isRecord } from '../../facts/isRecord.ts';
import type { JsonRecord } from '../../simulate/input/inputFields.ts';
import { readJsonPages } from '../../simulate/input/jsonPages.ts';
import { ImportError } from '../importError.ts';
import type { InputFile } from './inputFile.ts';

/** The content of a file: records, nothing at all, or the error that the AWS CLI printed instead. */
export type Output =
  | { readonly kind: 'records'; readonly records: readonly JsonRecord[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly message: string };

const CLI_ERROR = /^\s*(?:aws: \[ERROR\]: )?(An error occurred \([^\n]*)/;
const YAML = /^\s*(?:- )?[A-Za-z]\w*:(?:\s|$)/;
const TABLE = /^\s*[-+|]{3}/;

/**
 * Reads a file of outputs: one JSON value or several in sequence, objects or lists of objects, with keys as the AWS CLI
 * or AWS Tools for PowerShell spell them. Throws an `ImportError` for anything else.
 */
export function readOutput(file: InputFile): Output {
  const text = file.text.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'empty' };
  const error = CLI_ERROR.exec(text)?.[1];
  if (error !== undefined) return { kind: 'error', message: error.trim() };
  if (!/^\s*[{[]/.test(text)) throw new ImportError(`${file.name} ${describeOther(text)}`);
  const records: JsonRecord[] = [];
  for (const { line, value } of readJsonPages(text)) {
    if (value === undefined) throw new ImportError(`${file.name}: line ${line} begins incomplete JSON`);
    for (const item of Array.isArray(value) ? (value as readonly unknown[]) : [value]) {
      if (!isRecord(item)) throw new ImportError(`${file.name}: line ${line} holds something other than objects`);
      records.push(withLowerKeys(item));
    }
  }
  return { kind: 'records', records };
}

function describeOther(text: string): string {
  if (YAML.test(text)) return 'is YAML; run the command with --output json';
  if (TABLE.test(text)) return 'is a table; run the command with --output json';
  return 'is not JSON; give what the AWS CLI prints with --output json';
}

/** How deep outputs nest; deeper values are not outputs. */
const DEEPEST = 12;

/** A record whose keys, at every level, begin with a small letter, as the AWS CLI spells them. */
function withLowerKeys(record: JsonRecord, depth = 0): JsonRecord {
  if (hasLowerKeys(record, depth)) return record;
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [lowerFirst(key), lowered(value, depth + 1)]));
}

function lowered(value: unknown, depth: number): unknown {
  if (depth > DEEPEST || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => lowered(item, depth + 1));
  return isRecord(value) ? withLowerKeys(value, depth) : value;
}

/** True when nothing has to be copied, as for nearly every output. */
function hasLowerKeys(value: unknown, depth: number): boolean {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => hasLowerKeys(item, depth + 1));
  for (const [key, inner] of Object.entries(value)) {
    if (lowerFirst(key) !== key || !hasLowerKeys(inner, depth + 1)) return false;
  }
  return true;
}

function lowerFirst(key: string): string {
  return /^[A-Z]/.test(key) ? key.charAt(0).toLowerCase() + key.slice(1) : key;
}
