import { isRecord } from '../../facts/isRecord.ts';
import type { JsonRecord } from '../../simulate/input/inputFields.ts';
import { ImportError } from '../importError.ts';
import type { InputFile } from './inputFile.ts';

/** One record of an output and its file, for messages. */
export interface OutputRecord {
  readonly file: InputFile;
  readonly record: JsonRecord;
}

/** A record's text; null when it is absent. AWS Tools for PowerShell print enumerations as `{ "Value": "X" }`. */
export function textIn({ file, record }: OutputRecord, field: string): string | null {
  const value = plain(record[field]);
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  throw new ImportError(`${file.name}: ${field} is not a string`);
}

/** A record's required text. */
export function requiredText(record: OutputRecord, field: string): string {
  const text = textIn(record, field);
  if (text === null) throw new ImportError(`${record.file.name}: a record has no ${field}`);
  return text;
}

export function booleanIn({ record }: OutputRecord, field: string): boolean {
  return record[field] === true;
}

/** A record inside a record; null when it is absent. */
export function recordIn({ file, record }: OutputRecord, field: string): OutputRecord | null {
  const value = record[field];
  if (value === undefined || value === null) return null;
  if (!isRecord(value)) throw new ImportError(`${file.name}: ${field} is not an object`);
  return { file, record: value };
}

/** The records of a list; none when absent. */
export function recordsIn(outer: OutputRecord, field: string): OutputRecord[] {
  return listIn(outer, field).map((item) => {
    if (!isRecord(item)) throw new ImportError(`${outer.file.name}: ${field} holds something other than objects`);
    return { file: outer.file, record: item };
  });
}

/** The texts of a list; none when absent. */
export function textsIn(outer: OutputRecord, field: string): string[] {
  return listIn(outer, field).map((item) => {
    const value = plain(item);
    if (typeof value !== 'string')
      throw new ImportError(`${outer.file.name}: ${field} holds something other than strings`);
    return value;
  });
}

function listIn({ file, record }: OutputRecord, field: string): readonly unknown[] {
  const value = record[field];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new ImportError(`${file.name}: ${field} is not a list`);
  return value;
}

function plain(value: unknown): unknown {
  return isRecord(value) && Object.keys(value).length === 1 && 'value' in value ? value['value'] : value;
}
