import { assumedPolicies } from '../../ecr/policy/assumedPolicies.ts';
import { ruleSentence } from '../../ecr/policy/ruleSentence.ts';
import { IMPORT_DOCUMENTATION } from '../../facts/importArguments.ts';
import { policyKey } from '../../facts/lifecyclePolicy.ts';
import { bodyFact } from '../../facts/resources.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/recordingScope.ts';
import { referencedResource } from '../../module/references.ts';
import type { Block, Range } from '../../syntax/tree.ts';
import { literalName } from '../completion/repositories.ts';
import type { ArgumentNameCursor, ArgumentValueCursor } from '../cursor/blockCursor.ts';
import type { Cursor } from '../cursor/cursor.ts';
import { cursorAt } from '../cursor/cursor.ts';
import type { Point } from '../cursor/point.ts';
import { wordAround } from '../cursor/point.ts';
import type { PolicyKeyCursor, PolicyValueCursor, Surroundings } from '../cursor/policyCursor.ts';
import { noteOn } from '../policyText.ts';
import { describeArgument, describeBlock, describeKey, describeResource, summary } from './describe.ts';
import { describeShielding } from './describeShielding.ts';
import { summarizePolicy } from './policySummary.ts';

export interface HoverRequest {
  readonly module: Module;
  readonly uri: string;
  /** Offset in the file, UTF-16. */
  readonly offset: number;
}

/** What is known of the half-open range of the file. */
export interface Hover extends Range {
  readonly markdown: string;
}

/** What there is to say about the word at an offset; null where it has nothing to do with ECR. */
export function hover({ module, uri, offset }: HoverRequest): Hover | null {
  const located = cursorAt(module, uri, offset);
  if (located === null) return null;
  const { point, cursor } = located;
  const found = describe(point, cursor);
  if (found === null || found.start === found.end) return null;
  return { start: point.base + found.start, end: point.base + found.end, markdown: found.markdown };
}

function describe(point: Point, cursor: Cursor): Hover | null {
  switch (cursor.kind) {
    case 'policy-key':
      return describePolicyKey(point, cursor);
    case 'policy-value':
      return describePolicyValue(point, cursor);
    case 'argument-name':
      return describeName(point, cursor);
    case 'argument-value':
      return describeValue(point, cursor);
    case 'import-word': {
      const { start, end } = cursor.slot;
      return { start, end, markdown: titled('import', IMPORT_DOCUMENTATION) };
    }
    case 'attribute': {
      const { start, end } = cursor.slot;
      const name = point.text.slice(start, end);
      const fact = cursor.attributes.find((attribute) => attribute.name === name);
      return fact === undefined ? null : { start, end, markdown: titled(name, fact.documentation, cursor.of) };
    }
    case 'address-name':
    case 'tag-list':
    case 'repository-place':
      return null;
    case 'dynamic-label': {
      const { start, end } = cursor.slot;
      const fact = cursor.blocks.find(({ name }) => name === point.text.slice(start, end));
      return fact === undefined ? null : { start, end, markdown: titled(fact.name, describeBlock(fact), 'block') };
    }
    case 'type-label': {
      const { start, end } = cursor.slot;
      const fact = bodyFact(cursor.blockType, point.text.slice(start, end));
      return fact === undefined ? null : { start, end, markdown: titled(fact.type, describeResource(fact)) };
    }
  }
}

function describePolicyKey({ text }: Point, { level, slot, around }: PolicyKeyCursor): Hover | null {
  const { start, end } = slot;
  const fact = policyKey(level, text.slice(start, end));
  if (fact === undefined) return null;
  const isAboutRule = level === 'rule' && fact.key !== 'description';
  const more = isAboutRule ? aboutRule(around, fact.key) : null;
  return { start, end, markdown: titled(fact.key, describeKey(fact), summary(fact), more) };
}

/** What a rule does; on its priority, also what it does to the others. */
function aboutRule(around: Surroundings, key: string): string | null {
  const shielding = key === 'rulePriority' ? describeShielding(around) : null;
  const parts = [ruleSentence(around.rule), shielding].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('\n\n');
}

function describePolicyValue({ text }: Point, { shape, slot, around }: PolicyValueCursor): Hover | null {
  if (shape.kind !== 'value') return null;
  const { start, end } = slot;
  const written = text.slice(start, end);
  const value = shape.fact.values?.find((candidate) => candidate.value === written);
  const sentence = aboutRule(around, shape.fact.key);
  if (value !== undefined)
    return { start, end, markdown: titled(written, value.documentation, shape.fact.key, sentence) };
  if (shape.fact.type === 'string') return null;
  return { start, end, markdown: titled(shape.fact.key, describeKey(shape.fact), summary(shape.fact), sentence) };
}

function describeName(point: Point, { schema, slot, owner }: ArgumentNameCursor): Hover | null {
  const { start, end } = slot;
  const written = point.text.slice(start, end);
  const argument = schema.arguments.find(({ name }) => name === written);
  if (argument !== undefined) {
    const policy = argument.role === 'lifecycle-policy' ? policySummary(point, owner) : null;
    return { start, end, markdown: titled(argument.name, describeArgument(argument), summary(argument), policy) };
  }
  const block = schema.blocks.find(({ name }) => name === written);
  return block === undefined ? null : { start, end, markdown: titled(block.name, describeBlock(block), 'block') };
}

function describeValue(point: Point, { fact, attribute, owner }: ArgumentValueCursor): Hover | null {
  const { value } = attribute;
  if (fact.role === 'lifecycle-policy') {
    const head = value.kind === 'FunctionCall' ? value.name : value.kind === 'Template' ? value.open : value;
    const policy = point.offset <= head.end ? policySummary(point, owner) : null;
    return policy === null ? null : { start: head.start, end: head.end, markdown: policy };
  }
  const address = fact.role === 'repository-name' ? referencedResource(value) : null;
  const repository = address === null ? undefined : point.module.blocks(address)[0];
  const name = repository === undefined ? null : literalName(point.module, repository);
  if (name !== null) return { start: value.start, end: value.end, markdown: `The repository \`${name}\`.` };
  const word = wordAround(point.text, point.offset);
  const written = point.text.slice(word.start, word.end);
  const known = fact.values?.find((candidate) => candidate.value === written);
  if (known !== undefined) return { ...word, markdown: titled(known.value, known.documentation, fact.name) };
  if (fact.type !== 'boolean' || value.kind !== 'BooleanLiteral') return null;
  return { ...word, markdown: titled(fact.name, describeArgument(fact), summary(fact)) };
}

function policySummary({ module, source }: Point, owner: Block): string | null {
  const declaration = module.declarations(source.piece).blocks.find(({ block }) => block === owner);
  const [assumed] = declaration === undefined ? [] : assumedPolicies(declaration, new RecordingScope(module));
  if (assumed === undefined) return null;
  const text = summarizePolicy(assumed.policy);
  return text === '' ? null : [text, noteOn(assumed)].filter((part) => part !== '').join('\n\n');
}

function titled(name: string, documentation: string, detail?: string, more?: string | null): string {
  const title = detail === undefined ? `**${name}**` : `**${name}** (${detail})`;
  return [title, documentation, more ?? ''].filter((part) => part !== '').join('\n\n');
}
