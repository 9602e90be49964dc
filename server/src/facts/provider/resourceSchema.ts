import type { EnumerationValue } from '../enumeration.ts';

export type ArgumentType = 'string' | 'boolean' | 'number' | 'string-list' | 'string-map' | 'expression';

/** What the string of an argument stands for, where that helps to write it. */
type ArgumentRole = 'repository-name' | 'lifecycle-policy' | 'rule-priority' | 'import-target' | 'import-id';

/** An argument of a block: `name = value`. */
export interface ArgumentFact {
  readonly name: string;
  readonly type: ArgumentType;
  readonly required: boolean;
  /** Markdown: what it means, its range, its pitfalls. */
  readonly documentation: string;
  /** What holds when it is left out, as HCL or in words. */
  readonly defaultValue?: string;
  /** A change replaces the resource: it is destroyed and created again. */
  readonly forcesReplacement?: boolean;
  /** The first provider (or, for top-level blocks, Terraform) version that knows it. */
  readonly since?: string;
  readonly values?: readonly EnumerationValue[];
  readonly role?: ArgumentRole;
}

/** What may stand between a block's braces. */
export interface BodyFact {
  readonly arguments: readonly ArgumentFact[];
  readonly blocks: readonly BlockFact[];
}

/** A nested block. */
export interface BlockFact extends BodyFact {
  readonly name: string;
  readonly documentation: string;
  /** How many the resource takes; null for any number. */
  readonly maximum: number | null;
  /** True when the resource asks for at least one. */
  readonly isRequired?: boolean;
  readonly forcesReplacement?: boolean;
  readonly since?: string;
}

/** A type of a resource or a data source. */
export interface ResourceFact extends BodyFact {
  readonly type: string;
  readonly documentation: string;
  readonly since?: string;
}
