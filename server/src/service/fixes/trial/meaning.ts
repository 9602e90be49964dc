import type { PolicyNode, PolicyObject } from '../../../ecr/documents/documentNodes.ts';
import { orderOfRule } from '../../../ecr/documents/lifecycle/claims/priorities.ts';
import type { LifecyclePolicy } from '../../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../../ecr/documents/lifecycle/policyRule.ts';

/** What a policy does, and how much of that is known. */
export interface PolicyMeaning {
  /** Equal for policies that treat every image alike. */
  readonly text: string;
  /** False when a part of the policy is unknown, so that policies with equal texts may differ. */
  readonly isWhole: boolean;
}

/** Represents an unknown part. */
const UNKNOWN = '?';

/**
 * The rules of a policy in the order in which ECR applies them, each with its selection and action. Priorities beyond
 * their order, descriptions and empty lists have no meaning.
 */
export function meaningOf(policy: LifecyclePolicy): PolicyMeaning {
  const list = rulesListOf(policy);
  if (list === null) return { text: textOfUnread(policy), isWhole: false };
  const parts: Part[] = [];
  const rules = policy.rules.map((rule) => ({ rule, text: textOfRule(rule, parts) }));
  const isAllRead = !list.open && rules.length === list.items.length;
  const isOrdered = rules.every(({ rule }) => rule.rulePriority.state === 'known');
  const ordered = isOrdered ? rules.toSorted((one, other) => orderOfRule(one.rule) - orderOfRule(other.rule)) : rules;
  // When numbers are missing the order is unknown, so each known number may matter.
  const texts = ordered.map(({ rule, text }) => (isOrdered && isAllRead ? text : `${orderOfRule(rule)}: ${text}`));
  return { text: texts.join('\n'), isWhole: isOrdered && isAllRead && parts.length === 0 };
}

/** An unknown part of a policy. */
type Part = PolicyNode | PolicyObject;

/** A policy without readable rules: what is known about its text. */
function textOfUnread({ value }: LifecyclePolicy): string {
  return value.kind === 'string' || value.kind === 'partial-string' ? value.mapped.text : value.kind;
}

function textOfRule({ object }: PolicyRule, parts: Part[]): string {
  const members = object.members.filter(({ key }) => key !== 'rulePriority' && key !== 'description');
  return textOf({ ...object, members }, parts);
}

function textOf(node: PolicyNode, parts: Part[]): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.value);
    case 'list':
      if (node.open) parts.push(node);
      return `[${node.items
        .map((item) => textOf(item, parts))
        .sort()
        .join(',')}]`;
    case 'object': {
      if (node.open) parts.push(node);
      const members = new Map(node.members.map(({ key, value }) => [key, textOf(value, parts)]));
      const written = [...members].filter(([, text]) => text !== '[]').map(([key, text]) => `${key}:${text}`);
      return `{${written.sort().join(',')}}`;
    }
    case 'unknown':
      parts.push(node);
      return UNKNOWN;
  }
}
