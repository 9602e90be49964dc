import type { DocumentSource } from '../../../ecr/documents/documentSource.ts';
import { policySourceOf } from '../../../ecr/documents/lifecycle/policySource.ts';
import { isJsonConfiguration } from '../../../embedded/terraformJson.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import { renderString } from '../../../evaluate/values/renderValue.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import { isOverrideFile } from '../../../module/sources/overrides.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import { visit } from '../../../syntax/tree/walkTree.ts';
import type { Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { argumentOf, bareText, isText, usesInstance } from '../spelling/policyExpressions.ts';
import { silenceAround } from '../topLevel.ts';
import { declareLocal, freeLocal } from './locals.ts';

/** Moves a policy that several blocks of a module spell out into one shared local. */
export const shareLocal: Refactoring = {
  id: 'share-local',
  kind: 'refactor.extract',
  offers(target) {
    const { policy, module, source } = target;
    if (policy === null || module === null || target.local !== null || policy.expression !== policy.value) return [];
    const inline = module.module.remember(inlinePolicies);
    const own = inline.find(({ declaration }) => declaration === policy.declaration);
    const equal = inline.filter((other) => other !== own && other.key === own?.key);
    if (own === undefined || equal.length === 0) return [];
    const title = `Move the policy and ${equal.length} equal ${equal.length === 1 ? 'one' : 'ones'} into one local`;
    const silence = [own, ...equal]
      .map(({ declaration, expression }) => silenceAround(declaration.source, expression))
      .find((reason) => reason !== null);
    if (silence !== undefined) return [refused(title, silence)];
    return [
      offered(title, () => {
        const name = freeLocal(target, 'lifecycle_policy');
        const text = `local.${name}`;
        const others = equal.map(({ declaration, expression }) => ({
          place: placeOf(declaration.source, expression),
          text,
        }));
        return [declareLocal(target, policy, name), { place: placeOf(source, policy.expression), text }, ...others];
      }),
    ];
  },
};

/** A policy that a block spells out, and the text that identifies equal ones. */
interface InlinePolicy {
  readonly declaration: BlockDeclaration;
  readonly expression: Expression;
  readonly key: string;
}

/** Cached as long as the block's text: it depends on nothing else in the module. */
const inlineByBlock = new WeakMap<BlockDeclaration, InlinePolicy | null>();

/** The policies that blocks of a module spell out; call it through `Module.remember`. */
function inlinePolicies(module: Module): readonly InlinePolicy[] {
  return module.allBlocks().flatMap((declaration) => {
    const { uri } = declaration.source;
    const policySource = isJsonConfiguration(uri) || isOverrideFile(uri) ? undefined : policySourceOf(declaration);
    if (policySource === undefined) return [];
    const known = inlineByBlock.get(declaration);
    const inline = known === undefined ? inlinePolicyOf(module, declaration, policySource) : known;
    inlineByBlock.set(declaration, inline);
    return inline ?? [];
  });
}

function inlinePolicyOf(
  module: Module,
  declaration: BlockDeclaration,
  { expression }: DocumentSource,
): InlinePolicy | null {
  const isInline = isText(expression) || argumentOf(expression, 'jsonencode') !== null;
  const { source } = declaration;
  if (!isInline || treeOfPiece(source.piece).errors.length > 0 || usesInstance(expression)) return null;
  const json = isPlain(declaration, expression) ? jsonOf(module, declaration, expression) : null;
  return { declaration, expression, key: json ?? bareText(source, expression) };
}

/** True for a policy without references and comments, which its JSON describes completely. */
function isPlain({ source }: BlockDeclaration, expression: Expression): boolean {
  let isConstant = true;
  visit(expression, (node) => {
    const isCall = node.kind === 'FunctionCall' && node !== expression;
    if (node.kind === 'AttributeAccess' || node.kind === 'IndexAccess' || isCall) isConstant = false;
  });
  const { start, end } = expression;
  return (
    isConstant && !treeOfPiece(source.piece).comments.some((comment) => start <= comment.start && comment.end <= end)
  );
}

/** The JSON of a policy with its members in a fixed order; null for invalid JSON. */
function jsonOf(module: Module, { source }: BlockDeclaration, expression: Expression): string | null {
  const value = new Evaluator(questionScope(module)).evaluate({ source, expression });
  const text = value.kind === 'encoded' ? renderString(value.encoded) : value.kind === 'string' ? value.value : null;
  try {
    const json: unknown = text === null ? null : JSON.parse(text);
    return json === null ? null : JSON.stringify(sorted(json));
  } catch {
    return null;
  }
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, member]) => [key, sorted(member)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
