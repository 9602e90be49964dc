import { keysAt } from '../../ecr/documents/vocabulary.ts';
import { IMPORT_DOCUMENTATION } from '../../facts/imports/importArguments.ts';
import { policyKey } from '../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_PAGE, resourcePage } from '../../facts/product/documentationPages.ts';
import { LIFECYCLE_BLOCK, META_ARGUMENTS } from '../../facts/provider/metaArguments.ts';
import type { ArgumentFact } from '../../facts/provider/resourceSchema.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import { referencedResource } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import { asMarkdown, codeSpan } from '../../syntax/shown/markdown.ts';
import type { Block, Expression, Range } from '../../syntax/tree/tree.ts';
import { literalName } from '../completion/repositories/ecrResources.ts';
import type { AddressNameCursor } from '../cursor/block/attributeCursor.ts';
import type { ArgumentNameCursor, ArgumentValueCursor } from '../cursor/block/blockCursor.ts';
import type { Cursor } from '../cursor/cursor.ts';
import { cursorAt } from '../cursor/cursor.ts';
import type { Point } from '../cursor/point.ts';
import { wordAround } from '../cursor/point.ts';
import { documentRule, keyOfArgument } from '../cursor/policy/documentRule.ts';
import type { CompletionContext, PolicyKeyCursor, PolicyValueCursor } from '../cursor/policy/policyCursor.ts';
import type { TagListCursor } from '../cursor/policy/tagListCursor.ts';
import { aboutRule } from './aboutRule.ts';
import { describeAccessWord } from './accessWords.ts';
import { describeArgument, describeBlock, describeKey, describeResource, summary } from './describe.ts';
import { accessPolicyInWords, describeBlockName, lifecyclePolicyInWords } from './describeBlockName.ts';
import { describeRepository } from './describeRepository.ts';
import { registryAround, registryOnName } from './registryAround.ts';
import { titled } from './titled.ts';

export interface HoverRequest {
  readonly module: Module;
  readonly uri: string;
  /** Offset in the file, UTF-16. */
  readonly offset: number;
}

/** The half-open range of the file that it describes. */
export interface Hover extends Range {
  readonly markdown: string;
}

/** What is known about the word at an offset; null when it does not concern ECR. */
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
    case 'document-key': {
      const fact = keysAt(cursor.vocabulary, cursor.level).find(({ key }) => key === textOf(point, cursor.slot));
      return fact === undefined
        ? null
        : over(cursor.slot, titled(fact.key, describeKey(fact), { detail: summary(fact) }));
    }
    case 'document-value':
      return null;
    case 'argument-name':
      return describeName(point, cursor);
    case 'argument-value':
      return describeValue(point, cursor);
    case 'import-word':
      return over(cursor.slot, titled('import', IMPORT_DOCUMENTATION));
    case 'attribute': {
      const name = textOf(point, cursor.slot);
      const fact = cursor.attributes.find((attribute) => attribute.name === name);
      return fact === undefined
        ? null
        : over(cursor.slot, titled(name, fact.documentation, { detail: asMarkdown(cursor.of) }));
    }
    case 'address-name':
      return describeAddress(point, cursor);
    case 'name-label': {
      const words = describeBlockName(cursor.declaration, point.module);
      return words === null ? null : over(cursor.slot, words);
    }
    case 'tag-list':
      return describeTag(point, cursor);
    case 'access-part': {
      const word = textOf(point, cursor.slot);
      const words = describeAccessWord(cursor, word);
      return words === null ? null : over(cursor.slot, titled(word, words));
    }
    case 'repository-place':
      return null;
    case 'dynamic-label': {
      const fact = cursor.blocks.find(({ name }) => name === textOf(point, cursor.slot));
      return fact === undefined ? null : over(cursor.slot, titled(fact.name, describeBlock(fact), { detail: 'block' }));
    }
    case 'type-label': {
      const fact = bodyFact(cursor.blockType, textOf(point, cursor.slot));
      if (fact === undefined) return null;
      const page = resourcePage(cursor.blockType, fact.type);
      return over(cursor.slot, titled(fact.type, describeResource(fact), { page, more: registryOfType(point) }));
    }
  }
}

/** The block at the cursor's type, and what it does. */
function registryOfType(point: Point): string | null {
  const owner = point.module
    .declarations(point.source.piece)
    .blocks.find(({ block }) => block.start <= point.offset && point.offset <= block.end);
  return owner === undefined ? null : registryAround(point, owner.block);
}

function over({ start, end }: Range, markdown: string): Hover {
  return { start, end, markdown };
}

function textOf({ text }: Point, { start, end }: Range): string {
  return text.slice(start, end);
}

function describePolicyKey(point: Point, { level, slot, around }: PolicyKeyCursor): Hover | null {
  const fact = policyKey(level, textOf(point, slot));
  if (fact === undefined) return null;
  const isAboutRule = level === 'rule' && fact.key !== 'description';
  const more = isAboutRule ? aboutRule(around, fact.key) : null;
  return over(slot, titled(fact.key, describeKey(fact), { detail: summary(fact), more, page: POLICY_PAGE }));
}

function describePolicyValue(point: Point, { shape, slot, around }: PolicyValueCursor): Hover | null {
  if (shape.kind !== 'value') return null;
  const { fact } = shape;
  const written = textOf(point, slot);
  const value = fact.values?.find((candidate) => candidate.value === written);
  const more = aboutRule(around, fact.key);
  if (value !== undefined) return over(slot, titled(written, value.documentation, { detail: fact.key, more }));
  if (fact.type === 'string') return null;
  return over(slot, titled(fact.key, describeKey(fact), { detail: summary(fact), more }));
}

/** What an entry of a list of tags selects. */
function describeTag(point: Point, { list, slot, entries }: TagListCursor): Hover | null {
  const tag = textOf(point, slot);
  if (slot.quotes === 'none' || tag === '') return null;
  const meaning = list === 'pattern' ? patternInWords(tag) : `Tags that begin with ${codeSpan(tag)}.`;
  return over(
    slot,
    entries.length === 0 ? meaning : `${meaning} An image must have a matching tag for **every** entry.`,
  );
}

function patternInWords(pattern: string): string {
  const shown = codeSpan(pattern);
  return pattern.includes('*')
    ? `Tags that match ${shown} as a whole; \`*\` matches any run of characters.`
    : `The tag ${shown} and no other.`;
}

function describeName(point: Point, cursor: ArgumentNameCursor): Hover | null {
  const { schema, slot, owner } = cursor;
  const written = textOf(point, slot);
  const argument = schema.arguments.find(({ name }) => name === written);
  const isMeta = META_ARGUMENTS.some(({ name }) => name === written) || written === LIFECYCLE_BLOCK.name;
  const page = isMeta ? undefined : pageAbout(owner);
  const rule = ruleAt(point, cursor);
  if (argument !== undefined) {
    const policy = policySummary(point, owner, argument);
    const key = argument.role === 'rule-priority' ? 'rulePriority' : written;
    const more = policy ?? (rule && aboutRule(rule, key)) ?? registryOnName(point, owner, written);
    return over(slot, titled(argument.name, describeArgument(argument), { detail: summary(argument), more, page }));
  }
  const block = schema.blocks.find(({ name }) => name === written);
  const more = (rule && aboutRule(rule, written)) ?? registryOnName(point, owner, written);
  return block === undefined
    ? null
    : over(slot, titled(block.name, describeBlock(block), { detail: 'block', more, page }));
}

/** The rule of a policy document whose header or whose own argument or block is named at the cursor. */
function ruleAt(point: Point, { owner, body, slot }: ArgumentNameCursor): CompletionContext | null {
  if (textOf(point, slot) === 'description') return null;
  const named = body.items.find((item) => item.kind === 'Block' && item.type.start === slot.start);
  const found = documentRule(point, owner, (block) => block.body === body || block === named);
  return found?.level === 'rule' ? found.around : null;
}

/** The provider's page about a block's type; undefined for a block without one. */
function pageAbout({ type, labels }: Block): string | undefined {
  const name = labels[0]?.text ?? '';
  return bodyFact(type.text, name) === undefined ? undefined : resourcePage(type.text, name);
}

function describeValue(point: Point, cursor: ArgumentValueCursor): Hover | null {
  const { fact, attribute, owner } = cursor;
  const { value } = attribute;
  if (fact.role === 'lifecycle-policy' || fact.role === 'access-policy') {
    const head = value.kind === 'FunctionCall' ? value.name : value.kind === 'Template' ? value.open : value;
    const policy = point.offset <= head.end ? policySummary(point, owner, fact) : null;
    return policy === null ? null : over(head, policy);
  }
  const repository = fact.role === 'repository-name' ? describeReferenced(point, value) : null;
  if (repository !== null) return over(value, repository);
  const word = wordAround(point.text, point.offset);
  const known = fact.values?.find((candidate) => candidate.value === textOf(point, word));
  const rule = documentRule(point, owner, ({ body }) => body.items.includes(attribute));
  const inRule = rule && aboutRule(rule.around, keyOfArgument(rule.level, fact.name)?.key ?? '');
  const more = inRule ?? registryOnName(point, owner, fact.name);
  if (known !== undefined) return over(word, titled(known.value, known.documentation, { detail: fact.name, more }));
  if (more !== null && rule === null && value.kind === 'Template') {
    return over(value, titled(fact.name, describeArgument(fact), { detail: summary(fact), more }));
  }
  const isPlain = fact.type === 'boolean' ? value.kind === 'BooleanLiteral' : value.kind === 'NumberLiteral';
  if (!isPlain || (rule === null && fact.type !== 'boolean')) return null;
  return over(word, titled(fact.name, describeArgument(fact), { detail: summary(fact), more }));
}

function describeReferenced({ module }: Point, value: Expression): string | null {
  const declaration = module.blocks(referencedResource(value) ?? '')[0];
  const name = declaration && literalName(module, declaration);
  if (declaration === undefined || typeof name !== 'string') return null;
  const more = describeRepository(declaration, module);
  return [`The repository ${codeSpan(name)}.`, more ?? ''].filter((part) => part !== '').join('\n\n');
}

function describeAddress(point: Point, { prefix, slot }: AddressNameCursor): Hover | null {
  const declaration = point.module.blocks(`${prefix}.${textOf(point, slot)}`)[0];
  const words = declaration === undefined ? null : describeBlockName(declaration, point.module);
  return words === null ? null : over(slot, words);
}

/** What the policy that an argument takes does; null for other arguments. */
function policySummary({ module, source }: Point, owner: Block, { role }: ArgumentFact): string | null {
  if (role !== 'lifecycle-policy' && role !== 'access-policy') return null;
  const declaration = module.declarations(source.piece).blocks.find(({ block }) => block === owner);
  if (declaration === undefined) return null;
  return role === 'access-policy'
    ? accessPolicyInWords(declaration, module)
    : lifecyclePolicyInWords(declaration, module);
}
