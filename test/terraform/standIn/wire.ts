import { decode, ExtData, encode } from '@msgpack/msgpack';
import type { SchemaBlock, SchemaBody } from '../providerSchema.ts';

/** A value as Terraform and a provider exchange it. */
export type WireValue =
  | null
  | boolean
  | number
  | string
  | ExtData
  | readonly WireValue[]
  | { readonly [key: string]: WireValue };

/** The attributes and blocks of a resource. */
export type State = Record<string, WireValue>;

/** A value in a message. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

/** What is unknown before apply. */
export const UNKNOWN: ExtData = new ExtData(0, Uint8Array.of(0));

export function isUnknown(value: WireValue | undefined): value is ExtData {
  return value instanceof ExtData;
}

export function isList(value: WireValue | undefined): value is readonly WireValue[] {
  return Array.isArray(value);
}

export function isObject(value: WireValue | undefined): value is State {
  return typeof value === 'object' && value !== null && !isList(value) && !isUnknown(value);
}

/** The value in a message; null when there is none. */
export function read(value: DynamicValue | undefined): WireValue {
  if (value?.msgpack !== undefined && value.msgpack.length > 0) return toWire(decode(value.msgpack));
  if (value?.json !== undefined && value.json.length > 0) return JSON.parse(Buffer.from(value.json).toString());
  return null;
}

/** The same for a resource: null when the message contains none. */
export function readState(value: DynamicValue | undefined): State | null {
  const state = read(value);
  return isObject(state) ? { ...state } : null;
}

export function write(value: WireValue): DynamicValue {
  return { msgpack: Buffer.from(encode(value)) };
}

function toWire(value: unknown): WireValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string') {
    return value;
  }
  if (value instanceof ExtData) return value;
  if (Array.isArray(value)) return value.map(toWire);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toWire(inner)]));
  }
  throw new Error(`Terraform sent a ${typeof value}`);
}

const NESTING = { single: 'SINGLE', list: 'LIST', set: 'SET' } as const;

/** The schema of a type in the protocol's form. */
export function wireSchema(body: SchemaBody): object {
  return { version: 0, block: wireBlock(body) };
}

function wireBlock({ attributes, blocks }: SchemaBody): object {
  return {
    version: 0,
    attributes: Object.entries(attributes).map(([name, { type, ...attribute }]) => ({
      ...attribute,
      name,
      type: Buffer.from(JSON.stringify(type)),
    })),
    block_types: Object.entries(blocks).map(([name, block]) => wireNestedBlock(name, block)),
  };
}

function wireNestedBlock(name: string, block: SchemaBlock): object {
  const { nesting, min, max } = block;
  return { type_name: name, nesting: NESTING[nesting], min_items: min, max_items: max, block: wireBlock(block) };
}
