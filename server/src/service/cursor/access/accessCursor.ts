import { readAccessPolicies } from '../../../ecr/documents/access/readAccessPolicy.ts';
import { ACCESS } from '../../../ecr/documents/access/vocabulary.ts';
import { isModuleOfEcr } from '../../../ecr/imports/importConcern.ts';
import type { AccessTarget } from '../../../facts/access/accessPlaces.ts';
import { ACCESS_PLACES } from '../../../facts/access/accessPlaces.ts';
import { IAM_DOCUMENT_TYPE } from '../../../facts/access/iamPolicyDocument.ts';
import { knownModuleOf } from '../../../module/calls/knownCall.ts';
import { readModuleSource } from '../../../module/calls/moduleSource.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Module } from '../../../module/module.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import { itemAt } from '../block/blockCursor.ts';
import type { Point } from '../point.ts';
import { nextCharacter } from '../point.ts';
import type { PolicySpelling } from '../policy/cursorSpelling.ts';
import { HCL_SPELLING, JSON_SPELLING, QUOTED_JSON_SPELLING } from '../policy/cursorSpelling.ts';
import type { InsidePolicy } from '../policy/policyCursor.ts';
import { EMPTY_CONTEXT } from '../policy/policyCursor.ts';
import { policyLocals } from '../policy/policyLocals.ts';
import type { AccessPartAt, FoundPart } from './accessPart.ts';
import { accessPartAt, partOfKey } from './accessPart.ts';
import { accessSlot } from './accessSlot.ts';
import type { OpenFrame, OpenText } from './openText.ts';
import { openTextAt } from './openText.ts';

/** The cursor is at a part of an access policy that its keys alone do not identify, in any spelling. */
export interface AccessCursor extends InsidePolicy {
  readonly kind: 'access-part';
  readonly part: AccessPartAt;
  readonly target: AccessPolicyTarget;
  /** True in a list. */
  readonly isItem: boolean;
  /** The other texts of the list or object. */
  readonly entries: readonly string[];
  readonly hasOperator: boolean;
  /** True in blocks of the data source, whose arguments take lists. */
  readonly inBlocks: boolean;
  /** False in a separate file, where Terraform fills nothing in. */
  readonly takesReferences: boolean;
}

/** The kind of resource with the policy; `identity`: a role or user; `any`: unknown. */
export type AccessPolicyTarget = AccessTarget | 'identity' | 'any';

const IDENTITY_TYPES = ['aws_iam_policy', 'aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'];

/** The part of an access policy that the point is at, or null. Reads text, since half of a list has no tree. */
export function accessCursor(point: Point): AccessCursor | null {
  const { text, offset } = point;
  const head = /^(?:\s|#[^\n]*\n|\/\/[^\n]*\n)*(resource|data|locals|module)\b/.exec(text)?.[1];
  if (head === undefined) return null;
  const open = openTextAt(text, offset, false);
  if (open === null || open.frames.length === 0) return null;
  const [outermost] = open.frames;
  const isDocument = outermost?.key === 'data' && outermost.labels[0] === IAM_DOCUMENT_TYPE;
  const inStatements = isInStatements(point, open);
  const inBlocks = isDocument || inStatements;
  const found = accessPartAt(open, bracesAround(text, offset, open), inBlocks) ?? partInLocal(point.module, open);
  if (found === null) return null;
  const target = inStatements ? 'repository' : targetOf(point.module, open);
  return target === null ? null : cursorOf(point, open, found, { target, takesReferences: true, inBlocks });
}

/** True in the statements that a module makes a repository policy of. */
function isInStatements({ source: { piece }, text, offset }: Point, { frames }: OpenText): boolean {
  const [outermost, input] = frames;
  if (outermost?.key !== 'module' || input?.key !== 'repository_policy_statements' || frames.length < 3) return false;
  const call = itemAt(treeOfPiece(piece).body, offset, text.length)?.item;
  const written = call?.kind === 'Block' ? literalText(attributeOf(call, 'source')?.value) : null;
  const source = written === null ? null : readModuleSource(written);
  const known = source && knownModuleOf(source);
  return known?.inputs.some(({ name }) => name === input.key) === true;
}

/** The kind of resource with the access policy around a point; `any` when unknown. */
export function accessTargetAt({ module, text, offset }: Point): AccessPolicyTarget {
  const open = openTextAt(text, offset, false);
  return (open && targetOf(module, open)) ?? 'any';
}

/** The same in a file that is an access policy. */
export function accessFileCursor(point: Point, target: AccessTarget): AccessCursor | null {
  const { text, offset } = point;
  const open = openTextAt(text, offset, true);
  const found = open && accessPartAt(open, bracesAround(text, offset, open), false);
  return open === null || found === null
    ? null
    : cursorOf(point, open, found, { target, takesReferences: false, inBlocks: false });
}

function cursorOf(
  { text, offset }: Point,
  open: OpenText,
  { part, isItem }: FoundPart,
  known: Pick<AccessCursor, 'target' | 'takesReferences' | 'inBlocks'>,
): AccessCursor | null {
  const place = accessSlot(text, offset, open, isItem);
  if (place === null) return null;
  const { slot } = place;
  const spelling = spellingAt(text, open);
  const { character, sameLine } = nextCharacter(
    text,
    slot.quotes === 'both' ? slot.end + spelling.quote.length : slot.end,
  );
  const entries = textsIn(bracketsAround(text, slot, open));
  const hasOperator = sameLine && (character === ':' || character === '=');
  return {
    kind: 'access-part',
    part,
    isItem,
    entries,
    hasOperator,
    spelling,
    around: EMPTY_CONTEXT,
    ...place,
    ...known,
  };
}

/** How members are written there: as in JSON, or with the sign that the object uses. */
function spellingAt(text: string, { spelling, frames }: OpenText): PolicySpelling {
  if (spelling === 'heredoc') return JSON_SPELLING;
  if (spelling === 'quoted') return QUOTED_JSON_SPELLING;
  const start = frames.at(-1)?.start ?? 0;
  const sign = /^\s*(?:"[^"\n]*"|[\w-]+)(\s*)([=:])/.exec(text.slice(start));
  return sign?.[2] === ':' ? { ...HCL_SPELLING, operator: `${sign[1] === '' ? '' : ' '}: ` } : HCL_SPELLING;
}

/** The text of the innermost braces, as far as written. */
function bracesAround(text: string, offset: number, { frames }: OpenText): string {
  const start = frames.findLast(({ bracket }) => bracket === '{')?.start ?? 0;
  const rest = /^[^{}]*/.exec(text.slice(offset))?.[0] ?? '';
  return text.slice(start, offset) + rest;
}

/** The text of the innermost brackets without the slot. */
function bracketsAround(text: string, { start, end }: { start: number; end: number }, { frames }: OpenText): string {
  const begin = frames.at(-1)?.start ?? 0;
  const rest = /^[^{}[\]]*/.exec(text.slice(end))?.[0] ?? '';
  return `${text.slice(begin, start).replace(/\\?"$/, '')}${rest.replace(/^\\?"/, '')}`;
}

function textsIn(text: string): readonly string[] {
  return [...text.matchAll(/"([^"\\\n]*)\\?"|\b(\w+)\s*[=:{]/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** A list of actions or similar that a local is. */
function partInLocal(module: Module, { frames, key }: OpenText): FoundPart | null {
  const [outermost, list, ...others] = frames;
  if (outermost?.key !== 'locals' || others.length > 0) return null;
  const shape = module.remember(policyLocals).get(list?.key ?? key ?? '');
  if (shape?.kind !== 'value' || shape.vocabulary !== ACCESS || shape.shape.type !== 'string-list') return null;
  const part = partOfKey(shape.level, shape.key);
  return part && { part, isItem: list?.bracket === '[' };
}

/** The kind of resource with the policy at the place; null outside access policies. */
function targetOf(module: Module, { frames, key }: OpenText): AccessPolicyTarget | null {
  const [outermost, next] = frames;
  const inside = next?.key ?? key;
  if (outermost === undefined || inside === null)
    return outermost?.key === 'data' ? documentTarget(module, outermost) : null;
  switch (outermost.key) {
    case 'resource': {
      const [type = ''] = outermost.labels;
      const place = ACCESS_PLACES.find(
        ({ of, argument }) => 'resource' in of && of.resource === type && argument === inside,
      );
      if (place !== undefined) return place.target;
      return IDENTITY_TYPES.includes(type) && inside === 'policy' && concerns(module) ? 'identity' : null;
    }
    case 'data':
      return documentTarget(module, outermost);
    case 'locals':
      return module.remember(policyLocals).get(inside)?.vocabulary === ACCESS ? 'any' : null;
    case 'module':
      return /polic|statement/.test(inside) && concerns(module) ? 'any' : null;
    default:
      return null;
  }
}

function documentTarget(module: Module, { labels }: OpenFrame): AccessPolicyTarget | null {
  const [type, name] = labels;
  if (type !== IAM_DOCUMENT_TYPE || !concerns(module)) return null;
  return module.remember(targetsOfDocuments).get(`data.${type}.${name ?? ''}`) ?? 'any';
}

/** The resources that use the access policies of a module's data sources, by their addresses. */
function targetsOfDocuments(module: Module): ReadonlyMap<string, AccessTarget> {
  const scope = questionScope(module);
  const policies = module.allBlocks().flatMap((owner) => readAccessPolicies(owner, scope));
  return new Map(policies.flatMap(({ madeBy, target }) => (madeBy === null ? [] : [[madeBy.address, target]])));
}

function concerns(module: Module): boolean {
  return isModuleOfEcr(questionScope(module));
}
