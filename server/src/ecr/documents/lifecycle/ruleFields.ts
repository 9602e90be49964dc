import { isValueOf } from '../../../facts/enumeration.ts';
import type { PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import type { PolicyList, PolicyMember, PolicyNode, PolicyObject, PolicyScalar } from '../documentNodes.ts';
import type { MeantKey } from './meantKeys.ts';

/**
 * What a rule may assume about one key. A value that is null, of the wrong type, outside its enumeration, repeated, or
 * under a misspelled key is `unknown` here, because a dedicated check reports it.
 */
export type Field<Value, Node extends PolicyNode = PolicyScalar> =
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' }
  | { readonly state: 'known'; readonly value: Value; readonly node: Node; readonly member: PolicyMember };

export type ListField = Field<readonly PolicyNode[], PolicyList>;

/** A field with a known value. */
export type KnownField<Value, Node extends PolicyNode = PolicyScalar> = Field<Value, Node> & {
  readonly state: 'known';
};

export type KnownList = ListField & { readonly state: 'known' };

const ABSENT = { state: 'absent' } as const;
const UNKNOWN = { state: 'unknown' } as const;

/** Reads the keys of one object of a policy. */
export class FieldReader {
  readonly #object: PolicyObject | null;
  readonly #level: PolicyLevel;
  readonly #meant: readonly MeantKey[];
  readonly #holdBack: boolean;

  /** `object` is null when there is none to read; `meant` lists the keys that misspelled keys mean. */
  constructor(object: PolicyObject | null, level: PolicyLevel, meant: readonly MeantKey[], holdBack: boolean) {
    this.#object = object;
    this.#level = level;
    this.#meant = meant;
    this.#holdBack = holdBack;
  }

  /** A string from a table of values; any other text is unknown. */
  enumeration<Text extends string>(key: string, table: readonly { readonly value: Text }[]): Field<Text> {
    return this.#scalar(key, (value) => isValueOf(table, value));
  }

  /** A whole number, 1 or more. */
  positiveInteger(key: string): Field<number> {
    return this.#scalar(
      key,
      (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 1,
    );
  }

  text(key: string): Field<string> {
    return this.#scalar(key, (value): value is string => typeof value === 'string');
  }

  list(key: string): ListField {
    const found = this.#find(key);
    if (found.state !== 'found') return found;
    const { value: node } = found.member;
    return node.kind === 'list' ? { state: 'known', value: node.items, node, member: found.member } : UNKNOWN;
  }

  /** True when the key is certain to be missing. */
  isAbsent(key: string): boolean {
    return this.#find(key).state === 'absent';
  }

  #scalar<T>(key: string, accepts: (value: unknown) => value is T): Field<T> {
    const found = this.#find(key);
    if (found.state !== 'found') return found;
    const { value: node } = found.member;
    if (node.kind !== 'scalar' || !accepts(node.value)) return UNKNOWN;
    return { state: 'known', value: node.value, node, member: found.member };
  }

  #find(key: string): { state: 'found'; member: PolicyMember } | typeof ABSENT | typeof UNKNOWN {
    if (this.#object === null) return UNKNOWN;
    const members = this.#object.members.filter((member) => member.key === key);
    if (members.length === 1 && members[0] !== undefined) return { state: 'found', member: members[0] };
    if (members.length > 1 || this.#object.open || this.#holdBack) return UNKNOWN;
    return this.#meant.some((meant) => meant.level === this.#level && meant.key === key) ? UNKNOWN : ABSENT;
  }
}
