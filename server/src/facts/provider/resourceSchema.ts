import type { EnumerationValue } from '../enumeration.ts';

export type ArgumentType = 'string' | 'boolean' | 'number' | 'string-list' | 'string-set' | 'string-map' | 'expression';

/** What an argument of each type accepts, in messages. */
export const ARGUMENT_TYPE_WORDS: Readonly<Record<ArgumentType, string>> = {
  string: 'a string',
  boolean: 'true or false',
  number: 'a number',
  'string-list': 'a list of strings',
  'string-set': 'a list of strings',
  'string-map': 'a map of strings',
  expression: 'an expression',
};

/** The meaning of the argument's string, when it helps to write it. */
type ArgumentRole =
  | 'repository-name'
  | 'lifecycle-policy'
  | 'lifecycle-rules'
  | 'access-policy'
  | 'rule-priority'
  | 'import-target'
  | 'import-id';

/** Who rejects a value: the provider, so that the plan fails, or AWS, so that the apply fails. */
export type RefusedBy = 'provider' | 'AWS';

/** The form of a text. */
export interface TextFact {
  readonly refusedBy: RefusedBy;
  /** The whole text matches it. */
  readonly pattern?: RegExp;
  /** Minimum and maximum number of characters. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** The accepted form, in words that end a sentence: "12 digits". */
  readonly words: string;
  /** True when no such rejection has been recorded, so that it is at most a warning. */
  readonly isUnsure?: true;
}

/** The values allowed for an argument, given a value of another argument of the same body. */
export interface DependentValues {
  readonly argument: string;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** An argument of a block: `name = value`. */
export interface ArgumentFact {
  readonly name: string;
  readonly type: ArgumentType;
  readonly required: boolean;
  /** Markdown: meaning, range, pitfalls. */
  readonly documentation: string;
  /** The default, as HCL or in words. */
  readonly defaultValue?: string;
  /** A change replaces the resource: it is destroyed and created again. */
  readonly forcesReplacement?: boolean;
  /** The first provider (or, for top-level blocks, Terraform) version that knows it. */
  readonly since?: string;
  readonly values?: readonly EnumerationValue[];
  /** True when `values` are suggestions and others are accepted too, or when another check judges the values. */
  readonly hasOtherValues?: true;
  readonly dependentValues?: DependentValues;
  /** Of the argument, or of each item of a list. */
  readonly text?: TextFact;
  /** Minimum and maximum number of items in a list. */
  readonly items?: { readonly minimum?: number; readonly maximum?: number };
  readonly role?: ArgumentRole;
}

/** The allowed contents of a block's braces. */
export interface BodyFact {
  readonly arguments: readonly ArgumentFact[];
  readonly blocks: readonly BlockFact[];
}

/** A nested block. */
export interface BlockFact extends BodyFact {
  readonly name: string;
  readonly documentation: string;
  /** The maximum number in a resource; null for any number. */
  readonly maximum: number | null;
  /** True when at least one is required. */
  readonly isRequired?: boolean;
  /** True when more than `maximum` are accepted but have no effect. */
  readonly ignoresOthers?: true;
  readonly forcesReplacement?: boolean;
  readonly since?: string;
  /** True when the blocks are a set, so that they have no index. */
  readonly isSet?: true;
}

/** The type of an attribute; a record is a list of objects with these attributes. */
export type AttributeType = ArgumentType | Readonly<Record<string, ArgumentType>>;

/** An attribute that AWS sets, not the configuration. */
export interface AttributeFact {
  readonly name: string;
  /** A string unless stated otherwise. */
  readonly type?: AttributeType;
  /** Markdown. */
  readonly documentation: string;
  /** True when the schema also allows it to be set. */
  readonly isSettable?: true;
}

/** A relation between arguments. */
export interface ArgumentGroup {
  readonly names: readonly string[];
  /** `one-or-more`: at least one is required. `not-together`: the first excludes all others. */
  readonly rule: 'one-or-more' | 'not-together';
}

/** A value of one argument that excludes another argument. */
export interface ExcludingValue {
  readonly argument: string;
  readonly value: string;
  readonly excludes: string;
  readonly refusedBy: RefusedBy;
}

/** A type of a resource or a data source. */
export interface ResourceFact extends BodyFact {
  readonly type: string;
  readonly groups?: readonly ArgumentGroup[];
  readonly excludingValues?: readonly ExcludingValue[];
  /** The attributes of the block in addition to its arguments. */
  readonly attributes?: readonly AttributeFact[];
  readonly documentation: string;
  readonly since?: string;
  /** True for a type of the AWS Cloud Control provider, which only a few checks judge. */
  readonly isOfCloudControl?: true;
}
