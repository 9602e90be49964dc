import type { DocumentKey } from '../../ecr/documents/vocabulary.ts';
import type { EnumerationValue } from '../../facts/enumeration.ts';
import type { ArgumentFact, ArgumentType, BlockFact, ResourceFact } from '../../facts/provider/resourceSchema.ts';
import { asMarkdown, codeSpan } from '../../syntax/shown/markdown.ts';

const TYPE_WORDS: Readonly<Record<ArgumentType | DocumentKey['type'], string>> = {
  string: 'string',
  boolean: 'bool',
  number: 'number',
  integer: 'whole number',
  'string-list': 'list of strings',
  'string-set': 'set of strings',
  'string-map': 'map of strings',
  expression: 'expression',
  object: 'object',
  'object-list': 'list of objects',
};

/** The few words next to an argument's or key's name: `string, required`. */
export function summary(fact: ArgumentFact | DocumentKey): string {
  return `${TYPE_WORDS[fact.type]}, ${fact.required ? 'required' : 'optional'}`;
}

/** What an argument means, with its values, default, versions and the effect of a change. Markdown. */
export function describeArgument(fact: ArgumentFact): string {
  return paragraphs(fact.documentation, values(fact.values), notes(fact));
}

/** What a nested block is for. Markdown. */
export function describeBlock(fact: BlockFact): string {
  const many =
    fact.maximum === null ? '' : fact.maximum === 1 ? 'At most one block.' : `At most ${fact.maximum} blocks.`;
  return paragraphs(fact.documentation, [many, notes(fact)].filter((note) => note !== '').join(' '));
}

/** What a type is for. Markdown. */
export function describeResource(fact: ResourceFact): string {
  return paragraphs(fact.documentation, notes(fact));
}

/** What a key of a document means, with its values. Markdown. */
export function describeKey(fact: DocumentKey): string {
  return paragraphs(fact.documentation, values(fact.values));
}

function values(known: readonly EnumerationValue[] | undefined): string {
  return (known ?? []).map(({ value, documentation }) => `- ${codeSpan(value)}: ${documentation}`).join('\n');
}

interface Notable {
  readonly defaultValue?: string;
  readonly forcesReplacement?: boolean;
  readonly since?: string;
}

function notes({ defaultValue, forcesReplacement, since }: Notable): string {
  const sentences: string[] = [];
  if (defaultValue !== undefined)
    sentences.push(`Default: ${isProse(defaultValue) ? asMarkdown(defaultValue) : codeSpan(defaultValue)}.`);
  if (forcesReplacement === true) sentences.push('A change replaces the resource.');
  if (since !== undefined)
    sentences.push(since.startsWith('Terraform') ? `Since ${since}.` : `Since provider ${since}.`);
  return sentences.join(' ');
}

function isProse(text: string): boolean {
  return text.startsWith('the ');
}

function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}
