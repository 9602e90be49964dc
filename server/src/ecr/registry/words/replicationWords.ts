import type { Value } from '../../../evaluate/values/value.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import { textOf } from '../../../syntax/tree/place.ts';
import { blocksIn, textIn } from '../../blocks/bodyParts.ts';
import type { BlockBody, EcrBlock } from '../../blocks/ecrBlock.ts';
import { listed } from '../../sentenceParts.ts';
import { isSameRegistry } from '../home.ts';
import { literalRepositories } from '../literalRepositories.ts';
import { destinationsOf, replicationRules } from '../replication.ts';
import { namesInWords } from './names.ts';

/** What a replication configuration copies where. Markdown, one line each. */
export function replicationWords(block: EcrBlock, scope: RecordingScope): readonly string[] {
  const rules = replicationRules(block);
  if (rules.length === 0) return [];
  const names = scope
    .ask((module) => module.remember(literalRepositories))
    .filter(({ declaration }) => isSameRegistry(declaration, block.declaration))
    .map(({ name }) => name);
  return [
    ...rules.map((rule) => ruleSentence(rule, names)),
    'Only images that are pushed from now on are copied, and a copy is not copied further. Lifecycle policies are not copied: a creation template for `REPLICATION` gives the copies one.',
  ];
}

function ruleSentence(rule: BlockBody, names: readonly string[]): string {
  const places = destinationsOf(rule).map(({ region, account }) => `${shown(region)} (account ${shown(account)})`);
  const filters = blocksIn(rule, 'repository_filter');
  const prefixes = filters.bodies.map((filter) => textIn(filter, 'filter'));
  const known = prefixes.filter((prefix) => prefix !== null);
  const isAll = prefixes.length === 0 && !filters.open;
  const what = isAll
    ? 'Images of all repositories'
    : `Images of repositories whose names begin with ${known.length === 0 ? 'its filters' : listed(known.map(codeSpan), 'or')}${known.length < prefixes.length && known.length > 0 ? ', or with filters that are not known,' : ''}`;
  const matching = isAll ? [] : names.filter((name) => known.some((prefix) => name.startsWith(prefix)));
  const own = matching.length === 0 ? '' : ` Of this module: ${namesInWords(matching)}.`;
  return `${what} go to ${places.length === 0 ? 'destinations that are not known' : listed(places)}.${own}`;
}

function shown(value: Value | null): string {
  if (value === null) return '?';
  return codeSpan(value.kind === 'string' ? value.value : textOf(value.place));
}
