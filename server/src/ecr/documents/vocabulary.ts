import type { DocumentPlace } from '../../facts/documentPlace.ts';
import type { EnumerationValue } from '../../facts/enumeration.ts';
import type { JsonValue } from '../../syntax/edit/term.ts';

/**
 * One kind of JSON document that reaches ECR, as data: the kinds of its objects, their keys, where the document is set,
 * and which data source makes it from blocks. Reading, completing and editing a document in any spelling needs nothing
 * else.
 */
export interface Vocabulary {
  /** The document's name for users: "lifecycle policy". */
  readonly name: string;
  /** The level of the document itself. */
  readonly root: string;
  readonly levels: Readonly<Record<string, DocumentLevel>>;
  /** The arguments of resources and module calls that take this kind of document. */
  readonly places: readonly DocumentPlace[];
  /** Null when no data source makes such documents. */
  readonly blocks: DocumentBlocks | null;
}

/** One kind of object in a document. */
export interface DocumentLevel {
  /** In the usual order. */
  readonly keys: readonly DocumentKey[];
  /** The type of all other values, when authors choose the keys; absent when no other key is known. */
  readonly others?: ValueShape;
}

export interface ValueShape {
  readonly type: 'integer' | 'string' | 'boolean' | 'string-list' | 'object' | 'object-list';
  /** The level of the object, or of the list's items. */
  readonly level?: string;
  /** True when a list's only item may be written without the list. */
  readonly single?: boolean;
  /** A string that may be written instead of an object, such as "*". */
  readonly word?: string;
}

export interface DocumentKey extends ValueShape {
  readonly key: string;
  /** AWS rejects the object without it, whatever the other keys say. */
  readonly required: boolean;
  /** True for a name that only this kind of object has, so that it identifies the object. */
  readonly telling?: boolean;
  readonly values?: readonly EnumerationValue[];
  /** Markdown: meaning, range, pitfalls. */
  readonly documentation: string;
}

/** A data source that makes a document from its blocks. */
export interface DocumentBlocks {
  /** The type of the data source. */
  readonly type: string;
  /** The attribute that gives the JSON. */
  readonly attribute: string;
  /** Another attribute with the same JSON without white space; absent when there is none. */
  readonly minified?: string;
  readonly arguments: Readonly<Record<string, readonly BlockArgument[]>>;
  /** Arguments of the data source that are not part of the document. */
  readonly ignored: readonly string[];
  /** How a policy variable begins in blocks, and how the data source writes that in JSON. */
  readonly variables?: { readonly written: string; readonly meant: string };
  /** How the data source merges the objects of other documents; absent when it merges none. */
  readonly merged?: MergedDocuments;
}

/** Arguments with lists of JSON documents, whose objects the data source merges with those of its blocks. */
export interface MergedDocuments {
  /** The documents whose objects come first. */
  readonly before: string;
  /** The documents whose objects come last. */
  readonly after: string;
  /** The key of the list of objects. */
  readonly list: string;
  /** The key by which a later object replaces an earlier one. */
  readonly id: string;
  /** A key of the document whose greatest value wins. */
  readonly greatest: string;
  /** A key of the document whose last value wins. */
  readonly last: string;
}

/** An argument or nested block of the data source, and the key that it becomes. */
export type BlockArgument = ValueArgument | NestedArgument | MapArgument;

interface Mapped {
  readonly key: string;
  /** The argument's or block's own name. */
  readonly name: string;
  /** The data source's default for a missing argument; absent when it writes nothing. */
  readonly omitted?: JsonValue;
}

export interface ValueArgument extends Mapped {
  readonly type: 'number' | 'string' | 'boolean' | 'string-list';
  /** True when the data source writes a list of one string as that string. */
  readonly single?: boolean;
  /** True when the data source treats it as a set: it writes each string once, in descending order. */
  readonly isSet?: boolean;
  /** True when policy variables are allowed in it. */
  readonly takesVariables?: boolean;
  /** True when the data source omits an empty text. */
  readonly omitsEmpty?: boolean;
}

/** A nested block that becomes an object (`block`), or all blocks of one name that become a list (`block-list`). */
export interface NestedArgument extends Mapped {
  readonly type: 'block' | 'block-list';
  readonly level: string;
  /** True when the data source writes null for a list without blocks. */
  readonly noneIsNull?: boolean;
}

/**
 * Blocks that form one object with free keys: `keys` are the arguments whose values are the keys, the outermost first,
 * and `value` is the argument whose list of strings is the value.
 */
export interface MapArgument extends Mapped {
  readonly type: 'block-map';
  readonly keys: readonly string[];
  readonly value: string;
  readonly single?: boolean;
  readonly isSet?: boolean;
  readonly takesVariables?: boolean;
  /** A block whose keys and values all equal this string becomes the string itself. */
  readonly word?: string;
  /** True when blocks with equal keys combine their values. */
  readonly merges?: boolean;
}

/** The keys of a level; empty for a level that the vocabulary does not have. */
export function keysAt({ levels }: Vocabulary, level: string): readonly DocumentKey[] {
  return levels[level]?.keys ?? [];
}

/**
 * What is known about a key's value, as one of the level's own keys or as a key that the author chose; else undefined.
 */
export function shapeAt(vocabulary: Vocabulary, level: string, key: string): ValueShape | undefined {
  return keysAt(vocabulary, level).find((known) => known.key === key) ?? vocabulary.levels[level]?.others;
}

/** The keys that pass a test, on all levels. */
export function keysWhere({ levels }: Vocabulary, holds: (key: DocumentKey) => boolean): ReadonlySet<string> {
  return new Set(Object.values(levels).flatMap(({ keys }) => keys.filter(holds).map(({ key }) => key)));
}

/** The usual position of a key within a document; infinite for a key without one. */
export function orderOf({ levels }: Vocabulary, key: string): number {
  const index = Object.values(levels)
    .flatMap(({ keys }) => keys)
    .findIndex((known) => known.key === key);
  return index === -1 ? Number.POSITIVE_INFINITY : index;
}

/** The arguments and blocks of one level of the data source. */
export function blockArgumentsAt({ blocks }: Vocabulary, level: string): readonly BlockArgument[] {
  return blocks?.arguments[level] ?? [];
}

/** True for an argument that the data source requires, so that it is never null. */
export function isNeverNull(vocabulary: Vocabulary, level: string, { key, omitted }: BlockArgument): boolean {
  return omitted === undefined && keysAt(vocabulary, level).some((known) => known.key === key && known.required);
}

/** The keys without which the data source makes a different document from the JSON, or none. */
export function keysNeededInBlocks(vocabulary: Vocabulary, level: string): readonly string[] {
  const omitted = blockArgumentsAt(vocabulary, level).filter((argument) => argument.omitted !== undefined);
  return keysAt(vocabulary, level)
    .filter(({ key, required }) => required || omitted.some((argument) => argument.key === key))
    .map(({ key }) => key);
}
