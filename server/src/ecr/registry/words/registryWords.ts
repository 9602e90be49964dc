import type { EvaluationOptions } from '../../../evaluate/evaluate.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { CREATION_TEMPLATE } from '../../../facts/registry/creationTemplateArguments.ts';
import {
  REGISTRY_SCANNING_CONFIGURATION,
  REPLICATION_CONFIGURATION,
} from '../../../facts/registry/registryArguments.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import type { EcrBlock } from '../../blocks/ecrBlock.ts';
import { readEcrBlock } from '../../blocks/ecrBlock.ts';
import type { Instance } from '../../instances.ts';
import { instancesOf } from '../../instances.ts';
import { CACHE_RULE_TYPE } from '../cacheRule.ts';
import { cacheWords } from './cacheWords.ts';
import { replicationWords } from './replicationWords.ts';
import { scanningWords } from './scanningWords.ts';
import { templateWords } from './templateWords.ts';

type Words = (block: EcrBlock, scope: RecordingScope) => readonly string[];

const WORDS: Readonly<Record<string, Words>> = {
  [CACHE_RULE_TYPE]: cacheWords,
  [CREATION_TEMPLATE.type]: templateWords,
  [REPLICATION_CONFIGURATION.type]: replicationWords,
  [REGISTRY_SCANNING_CONFIGURATION.type]: scanningWords,
};

/** What a block about the registry does, in sentences, and the variables whose defaults were assumed. */
export interface RegistryWords {
  readonly sentences: readonly string[];
  readonly assumptions: readonly string[];
}

/** What a cache rule, template, replication or scanning configuration does; null for another block. Markdown. */
export function registryWords(declaration: BlockDeclaration, scope: RecordingScope): RegistryWords | null {
  const words = declaration.type === 'resource' ? lookUp(WORDS, declaration.labels[0] ?? '') : undefined;
  if (words === undefined) return null;
  const assumptions = new Set<string>();
  const read = (options: EvaluationOptions) => {
    const block = readEcrBlock(declaration, scope, { ...options, assumeDefaults: true, assumptions });
    return block === null ? [] : words(block, scope);
  };
  const instances = instancesOf(declaration, scope, { assumeDefaults: true, assumptions }) ?? [];
  const [first, ...others] = instances;
  const sentences = others.length === 0 ? read(first?.options ?? {}) : ofInstances(instances, read);
  return sentences.length === 0 ? null : { sentences, assumptions: [...assumptions].sort() };
}

/** Beyond this number, instances are only counted. */
const SHOWN_INSTANCES = 4;

/** The first sentence about each instance, with its key. */
function ofInstances(
  instances: readonly Instance[],
  read: (options: EvaluationOptions) => readonly string[],
): readonly string[] {
  const shown = instances.slice(0, SHOWN_INSTANCES).flatMap(({ key, options }) => {
    const [sentence] = read(options);
    return sentence === undefined ? [] : [`${codeSpan(key.slice(1, -1))}: ${sentence}`];
  });
  const left = instances.length - SHOWN_INSTANCES;
  return left > 0 && shown.length > 0 ? [...shown, `And ${left} more.`] : shown;
}
