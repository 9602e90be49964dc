import { listed } from '../../ecr/sentenceParts.ts';
import { readAccessText } from '../access/accessText.ts';
import { sideWords } from '../access/gainWords.ts';
import { compareRules, isSameMeaning } from '../lifecycle/compareRules.ts';
import { differenceSentence } from '../lifecycle/differenceWords.ts';
import { readPolicyText } from '../lifecycle/policyText.ts';
import type { JsonRecord } from '../plan/jsonValues.ts';
import { canonical, listOf, textOf } from '../plan/jsonValues.ts';
import type { Meaning, Sides } from './registryChange.ts';

/** What a template gives to repositories that are created later. */
const GIVEN = [
  'applied_for',
  'custom_role_arn',
  'encryption_configuration',
  'image_tag_mutability',
  'image_tag_mutability_exclusion_filter',
  'image_tag_mutability_exclusion_filters',
  'resource_tags',
];

/** The effects on a creation template, with its policies. */
export function templateMeaning({ before, after }: Sides): Meaning | null {
  const name = `the template for ${textOf(after ?? before, 'prefix') ?? 'its prefix'}`;
  const later = 'Existing repositories stay as they are.';
  if (before === null) {
    return {
      message: `Repositories that ECR creates are created with ${name}, ${occasions(after)}. ${later}`,
      stops: false,
      because: policyWords({ before, after }),
    };
  }
  if (after === null) {
    return {
      message: `Repositories that ECR creates are no longer created with ${name}. ${later}`,
      stops: false,
      because: policyWords({ before, after }),
    };
  }
  const changed = GIVEN.filter((argument) => asSet(before[argument]) !== asSet(after[argument]));
  const because = policyWords({ before, after });
  if (changed.length === 0 && because.length === 0) return null;
  const what =
    changed.length === 0
      ? 'other policies'
      : `another ${listed(changed)}${because.length > 0 ? ' and other policies' : ''}`;
  return { message: `Repositories that ECR creates with ${name} get ${what}. ${later}`, stops: false, because };
}

function occasions(values: JsonRecord | null): string {
  const names = listOf(values, 'applied_for').map((one) => String(one).toLowerCase().replaceAll('_', ' '));
  return names.length === 0 ? 'on no occasion' : `for ${listed(names)}`;
}

/** The order of a list does not matter here, and an empty list equals a missing one. */
function asSet(value: unknown): string {
  if (!Array.isArray(value)) return canonical(value ?? null);
  return value.length === 0 ? 'null' : value.map(canonical).sort().join();
}

function policyWords({ before, after }: Sides): readonly string[] {
  return [
    ...lifecycleWords(contentOf(before, 'lifecycle_policy'), contentOf(after, 'lifecycle_policy')),
    ...accessWords(contentOf(before, 'repository_policy'), contentOf(after, 'repository_policy')),
  ];
}

function contentOf(values: JsonRecord | null, argument: string): string | null {
  const text = textOf(values, argument);
  return text === null || text.trim() === '' ? null : text;
}

function lifecycleWords(before: string | null, after: string | null): readonly string[] {
  const rules = (text: string | null) => {
    const read = text === null ? null : readPolicyText(text);
    return read?.kind === 'rules' ? read.rules : [];
  };
  const sides = { before: rules(before), after: rules(after) };
  const difference = compareRules(sides.before, sides.after);
  return isSameMeaning(difference) ? [] : [`Lifecycle policy: ${differenceSentence(difference, sides)}`];
}

function accessWords(before: string | null, after: string | null): readonly string[] {
  const [old, now] = [before, after].map((text) => (text === null ? null : readAccessText(text, 'repository')));
  const [oldWords, newWords] = [sideWords('Before', old ?? null), sideWords('After', now ?? null)];
  return oldWords.replace('Before', '') === newWords.replace('After', '')
    ? []
    : [`Repository policy. ${oldWords}`, newWords];
}
