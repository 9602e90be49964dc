import type { Node } from 'jsonc-parser';
import { getNodeValue, parseTree } from 'jsonc-parser';
import { printTerm } from '../../syntax/edit/print.ts';
import type { Assignment, Term } from '../../syntax/edit/term.ts';

/** A policy as an expression, and the comments above it. */
export interface PolicyTerm {
  readonly term: Term;
  /** The printed term, which identifies a policy. */
  readonly printed: string;
  readonly remarks: readonly string[];
}

/** Reads policies, each text once. */
export class PolicyTerms {
  readonly #lifecycle = new Map<string, PolicyTerm>();
  readonly #access = new Map<string, PolicyTerm>();

  /** A lifecycle policy as an expression. */
  lifecycle(json: string): PolicyTerm {
    return remembered(this.#lifecycle, json, lifecyclePolicyTerm);
  }

  /** A repository or registry policy as an expression. */
  access(json: string): PolicyTerm {
    return remembered(this.#access, json, accessPolicyTerm);
  }
}

function remembered(known: Map<string, PolicyTerm>, json: string, read: (json: string) => PolicyTerm): PolicyTerm {
  const policy = known.get(json) ?? read(json);
  known.set(json, policy);
  return policy;
}

/** Deeper JSON is kept as a string. */
const DEEPEST = 60;

/** The most readable key order for a lifecycle policy rule; other keys follow in their own order. */
const RULE_KEYS = ['rulePriority', 'description', 'selection', 'action'];

/**
 * A lifecycle policy as `jsonencode`, its rules and lists in the order that AWS stores. Text that is not JSON, or that
 * `jsonencode` would change, stays a string.
 */
function lifecyclePolicyTerm(json: string): PolicyTerm {
  return policyTerm(json, ruleOrder);
}

/** A repository or registry policy as `jsonencode`, everything in its own order. */
function accessPolicyTerm(json: string): PolicyTerm {
  const policy = policyTerm(json, (keys) => keys);
  return { ...policy, remarks: [...policy.remarks, ...accessRemarks(json)] };
}

type Order = (keys: readonly string[]) => readonly string[];

function ruleOrder(keys: readonly string[]): readonly string[] {
  if (!keys.includes('rulePriority')) return keys;
  return [...RULE_KEYS.filter((key) => keys.includes(key)), ...keys.filter((key) => !RULE_KEYS.includes(key))];
}

function policyTerm(json: string, order: Order): PolicyTerm {
  const node = parseTree(json, [], { disallowComments: true, allowEmptyContent: false });
  const inner = isJson(json) && node !== undefined ? termOf(node, order, 0) : null;
  if (inner !== null) return printedTerm({ kind: 'call', name: 'jsonencode', argument: inner }, []);
  const remark = isJson(json)
    ? 'AWS stores this policy with keys or numbers that jsonencode would change, so it stays a string.'
    : 'AWS stores this policy, but it is not JSON.';
  return printedTerm({ kind: 'literal', value: json }, [remark]);
}

function printedTerm(term: Term, remarks: readonly string[]): PolicyTerm {
  return { term, printed: printTerm(term), remarks };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The term of a node; null when `jsonencode` would not give the same JSON. */
function termOf(node: Node, order: Order, depth: number): Term | null {
  if (depth > DEEPEST) return null;
  if (node.type === 'object') return objectTerm(node, order, depth);
  if (node.type === 'array') {
    const items = (node.children ?? []).map((child) => termOf(child, order, depth + 1));
    return items.includes(null) ? null : { kind: 'list', items: items.filter((item) => item !== null) };
  }
  const value: unknown = getNodeValue(node);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { kind: 'literal', value } : null;
  return typeof value === 'string' || typeof value === 'boolean' || value === null ? { kind: 'literal', value } : null;
}

function objectTerm({ children = [] }: Node, order: Order, depth: number): Term | null {
  const values = new Map<string, Term>();
  for (const { children: pair = [] } of children) {
    const [key, value] = pair;
    const name: unknown = key === undefined ? undefined : getNodeValue(key);
    const term = value === undefined ? null : termOf(value, order, depth + 1);
    if (typeof name !== 'string' || term === null || values.has(name)) return null;
    values.set(name, term);
  }
  const members = order([...values.keys()]).flatMap((name): Assignment[] => {
    const value = values.get(name);
    return value === undefined ? [] : [{ name, value }];
  });
  return { kind: 'object', members };
}

/**
 * What is suspicious in an access policy. AWS shows a deleted principal by its unique id. Source: IAM user guide,
 * "Unique identifiers": `AROA` for roles, `AIDA` for users.
 */
function accessRemarks(json: string): string[] {
  const deleted = /"(A(?:ROA|IDA)[A-Z0-9]{12,})"/.exec(json)?.[1];
  return [
    ...(deleted === undefined ? [] : [`${deleted} is what AWS keeps of a role or user that was deleted; remove it.`]),
    ...(json.includes('LambdaECRImageRetrievalPolicy')
      ? ['Lambda wrote the statement LambdaECRImageRetrievalPolicy itself when a function first used the image.']
      : []),
  ];
}
