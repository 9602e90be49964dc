import { lookUp } from '../../../facts/lookUp.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import { blocksIn, textIn } from '../../blocks/bodyParts.ts';
import type { EcrBlock } from '../../blocks/ecrBlock.ts';
import { listed } from '../../sentenceParts.ts';
import { isSameRegistry } from '../home.ts';
import { literalRepositories } from '../literalRepositories.ts';
import type { ScanningRule } from '../registryScanning.ts';
import { matchesFilter, scanningRules } from '../registryScanning.ts';
import { namesInWords } from './names.ts';

const FREQUENCIES: Readonly<Record<string, string>> = {
  SCAN_ON_PUSH: 'scanned once after each push',
  CONTINUOUS_SCAN: 'scanned again whenever a new vulnerability is published',
  MANUAL: 'scanned only when someone asks for it',
};

const FREQUENCY_UNKNOWN = 'scanned as `scan_frequency` says';

/** Which repositories a scanning configuration scans, and how. Markdown, one line each. */
export function scanningWords(block: EcrBlock, scope: RecordingScope): readonly string[] {
  const type = textIn(block.body, 'scan_type');
  if (type !== 'BASIC' && type !== 'ENHANCED') return [];
  const rules = scanningRules(block);
  const names = scope
    .ask((module) => module.remember(literalRepositories))
    .filter(({ declaration }) => isSameRegistry(declaration, block.declaration))
    .map(({ name }) => name);
  const isFor = (name: string) => rules.some(({ filters }) => filters.some((filter) => matchesFilter(name, filter)));
  const isOpen = blocksIn(block.body, 'rule').open || rules.some(({ open }) => open);
  const others = isOpen ? [] : names.filter((name) => !isFor(name));
  const rest = type === 'BASIC' ? 'scanned only when someone asks for it' : 'not scanned';
  const own = others.length === 0 ? '' : ` Of this module: ${namesInWords(others)}.`;
  const coversAll = rules.some(({ filters }) => filters.includes('*'));
  return [
    ...rules.map((rule) => ruleSentence(rule, names)),
    ...(coversAll || isOpen ? [] : [`All other repositories are ${rest}.${own}`]),
    'It overrides `scan_on_push` of the repositories that its filters match.',
  ];
}

function ruleSentence({ frequency, filters, open }: ScanningRule, names: readonly string[]): string {
  const known = [...filters.map(codeSpan), ...(open ? ['filters that are not known'] : [])];
  const which = filters.includes('*')
    ? 'All repositories'
    : `Repositories whose names match ${listed(known, 'or') || 'no filter'}`;
  const how = frequency === null ? FREQUENCY_UNKNOWN : (lookUp(FREQUENCIES, frequency) ?? codeSpan(frequency));
  const matching = names.filter((name) => filters.some((filter) => matchesFilter(name, filter)));
  const own = matching.length === 0 ? '' : ` Of this module: ${namesInWords(matching)}.`;
  return `${which} are ${how}.${own}`;
}
