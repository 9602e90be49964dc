import { canMatch } from '../../ecr/documents/lifecycle/claims/tagGrammar.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import type { JsonNode } from '../../embedded/jsonDocument.ts';
import { KEEP_ARCHIVE_WORDS, KEEP_KEYS } from '../../facts/product/settingsKeys.ts';
import { FORBIDDEN_IN_NAME } from '../../facts/repository/nameGrammar.ts';
import type { PolicyTarget } from '../../guarantees/coverage.ts';
import { covers } from '../../guarantees/coverage.ts';
import { guaranteesIn } from '../../guarantees/readGuarantees.ts';
import type { SettingsFile } from '../../module/sources/settingsFile.ts';
import type { Finding } from '../check.ts';
import type { SettingsFindings } from './settingsFindings.ts';
import { nearWord, propertiesOf } from './settingsFindings.ts';

/** The mistakes in a settings file's list of guarantees. */
export function* keepProblems(node: JsonNode, say: SettingsFindings): Iterable<Finding> {
  if (node.type !== 'array') {
    yield say.wrong(node, 'keep must be a list of guarantees, each an object.');
    return;
  }
  for (const entry of node.children ?? []) {
    if (entry.type === 'object') yield* entryProblems(entry, say);
    else yield say.wrong(entry, 'An entry of keep must be an object with tags, and newest or days.');
  }
}

/** The guarantees that match no repository of the folder. */
export function* guaranteesOfNothing(
  file: SettingsFile,
  repositories: () => readonly PolicyTarget[] | null,
): Iterable<Finding> {
  const guarantees = guaranteesIn(file).filter((one) => !covers(one, { kind: 'unknown' }));
  const known = guarantees.length === 0 ? null : repositories();
  if (known === null) return;
  for (const guarantee of guarantees) {
    if (known.some((target) => covers(guarantee, target))) continue;
    yield {
      place: guarantee.repositoriesPlace,
      severity: 'hint',
      message: `No repository of this folder has a name that ${JSON.stringify(guarantee.repositories)} matches, so this guarantee keeps nothing.`,
    };
  }
}

function* entryProblems(entry: JsonNode, say: SettingsFindings): Iterable<Finding> {
  const names: string[] = [];
  for (const [key, value] of propertiesOf(entry)) {
    names.push(String(key.value));
    if (!KEEP_KEYS.some((known) => known === key.value)) yield say.unknown(entry, key, 'key', KEEP_KEYS);
    else yield* valueProblems(String(key.value), value, say);
  }
  const isMeant = (name: string) => names.some((own) => own === name || nearestName(own, KEEP_KEYS) === name);
  const opening = { ...entry, length: 1 };
  if (!isMeant('tags')) yield say.wrong(opening, 'This guarantee keeps nothing without tags.');
  if (!isMeant('newest') && !isMeant('days')) {
    yield say.wrong(opening, 'This guarantee does not say how long images stay: newest, days or both are needed.');
  }
}

function* valueProblems(key: string, value: JsonNode, say: SettingsFindings): Iterable<Finding> {
  switch (key) {
    case 'repositories':
      yield* repositoriesProblems(value, say);
      break;
    case 'tags':
      yield* tagsProblems(value, say);
      break;
    case 'newest':
    case 'days':
      if (!isWholeFromOne(value.value)) yield say.wrong(value, `${key} must be a whole number of 1 or more.`);
      break;
    case 'archive':
      if (!KEEP_ARCHIVE_WORDS.some((word) => word === value.value))
        yield say.wrong(value, 'archive is "allowed" or "forbidden".', nearWord(value, KEEP_ARCHIVE_WORDS));
      break;
    default:
      yield* say.checkString(value, `${key} must be a string.`);
  }
}

function* repositoriesProblems(value: JsonNode, say: SettingsFindings): Iterable<Finding> {
  if (typeof value.value !== 'string' || value.value === '')
    yield say.wrong(value, 'repositories must be one pattern for the names of repositories.');
  else if (FORBIDDEN_IN_NAME.test(value.value.replaceAll('*', '')))
    yield say.wrong(value, "No repository's name matches this: names have only lowercase letters, digits and . _ / -.");
}

function* tagsProblems(value: JsonNode, say: SettingsFindings): Iterable<Finding> {
  const items = value.type === 'array' ? (value.children ?? []) : [];
  if (items.length === 0) yield say.wrong(value, 'tags must be a list of one or more patterns for tags.');
  for (const item of items) {
    if (typeof item.value !== 'string') yield say.wrong(item, 'A pattern must be a string.');
    else if (!canMatch({ kind: 'pattern', text: item.value })) yield say.wrong(item, 'No tag can match this pattern.');
  }
}

function isWholeFromOne(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
