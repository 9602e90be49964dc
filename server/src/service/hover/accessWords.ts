import { readAction } from '../../ecr/documents/access/actions.ts';
import type { EcrService } from '../../facts/access/accessActions.ts';
import {
  actionFact,
  actionNames,
  PULL_ACTIONS,
  PUSH_ACTIONS,
  REGISTRY_ONLY_ACTIONS,
  registryActionNames,
} from '../../facts/access/accessActions.ts';
import { PULLING_SERVICES } from '../../facts/access/accessValues.ts';
import type { ConditionKeyFact } from '../../facts/access/conditionKeys.ts';
import { conditionKey, valueForms } from '../../facts/access/conditionKeys.ts';
import { describeOperator, readOperator } from '../../facts/access/conditionOperators.ts';
import { codeSpan } from '../../syntax/shown/markdown.ts';
import type { AccessCursor, AccessPolicyTarget } from '../cursor/access/accessCursor.ts';

/** The meaning of an action, and where it has an effect if not in a policy of the target. */
export function describeAction(
  service: EcrService,
  name: string,
  target: AccessPolicyTarget,
): { readonly detail: string; readonly documentation: string } {
  const fact = actionFact(service, name);
  const does =
    fact === undefined ? 'ECR Public accepts it, though the reference does not list it.' : `It allows to ${fact.does}.`;
  const part =
    service === 'ecr' && isPart(PULL_ACTIONS, name)
      ? ' A pull needs it.'
      : isPart(PUSH_ACTIONS, name)
        ? ' A push needs it.'
        : '';
  const where = effectElsewhere(service, name, target);
  return { detail: fact?.access ?? service, documentation: `${does}${part}${where === null ? '' : ` ${where}`}` };
}

function isPart(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** Where an action has an effect, if not in a policy of the target; null otherwise. */
export function effectElsewhere(service: EcrService, name: string, target: AccessPolicyTarget): string | null {
  if (target === 'identity' || target === 'registry') return null;
  if (registryActionNames(service).includes(name))
    return 'It does not apply to a repository, so a repository policy cannot allow it; it belongs in the policy of a role or user.';
  if (service === 'ecr' && REGISTRY_ONLY_ACTIONS.includes(name))
    return 'The repository may not exist yet: it belongs in the policy of the registry.';
  return null;
}

/** What a condition key says about a request, and the form of its values. */
export function describeConditionKey(fact: ConditionKeyFact): string {
  const forms = valueForms(fact);
  const form = forms.length === 0 ? '' : ` Its value looks like ${forms.map(codeSpan).join(' or ')}.`;
  const many = fact.isMany ? ' A request has several: use it with `ForAnyValue:`.' : '';
  return `${fact.documentation}${form}${many}`;
}

/** The meaning of a word in an access policy; null when unknown. */
export function describeAccessWord({ part, target }: AccessCursor, word: string): string | null {
  switch (part.what) {
    case 'action':
      return describeWrittenAction(word, target);
    case 'operator':
    case 'operator-name': {
      const fact = readOperator(word)?.fact;
      return fact === undefined ? null : describeOperator(fact);
    }
    case 'condition-key':
    case 'key-name': {
      const fact = conditionKey(word);
      return fact === undefined ? null : describeConditionKey(fact);
    }
    case 'principal':
      return PULLING_SERVICES.find(({ value }) => value === word)?.documentation ?? null;
    default:
      return null;
  }
}

function describeWrittenAction(word: string, target: AccessPolicyTarget): string | null {
  const { service, name } = readAction(word);
  const known = (['ecr', 'ecr-public'] as const).find((one) => one === service?.toLowerCase());
  if (known === undefined) return null;
  const written = actionNames(known).find((one) => one.toLowerCase() === name.toLowerCase());
  return written === undefined ? null : describeAction(known, written, target).documentation;
}
