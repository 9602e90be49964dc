import type { Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { bodyFact, typesOfBlock } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { isOverrideFile } from '../../module/sources/overrides.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Block } from '../../syntax/tree/tree.ts';
import type { BlockCheck, Finding, RelatedPlace } from '../check.ts';
import { mayBeNewer } from '../support/newerProvider.ts';

/** The prefix of the provider's types for ECR. */
const PREFIX = 'aws_ecr';
const OF_ECR = /^aws_ecr(?:public)?_/;

/** The names of blocks whose first label is a type. */
const KINDS: Readonly<Record<string, string>> = {
  resource: 'a resource',
  data: 'a data source',
  ephemeral: 'an ephemeral resource',
};

/** The names that Terraform accepts. */
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;

export const blockDeclaration: BlockCheck = {
  subject: 'block',
  id: 'block-declaration',
  title: 'Unknown block type, wrong labels or duplicate block',
  severity: 'error',
  *check(declaration, scope) {
    const { type, labels } = declaration;
    const [written] = labels;
    if (!Object.hasOwn(KINDS, type) || !written || !OF_ECR.test(written)) return;
    if (bodyFact(type, written) === undefined) yield unknownType(declaration, written, scope);
    else if (!declaration.block.damaged) yield* checkLabels(declaration);
    yield* checkRepeated(declaration, scope);
  },
};

function unknownType(declaration: BlockDeclaration, written: string, scope: RecordingScope): Finding {
  const { type, block, source } = declaration;
  const [label = block.type] = block.labels;
  const place = placeOf(source, label);
  const begin = `${written} is not ${lookUp(KINDS, type)} of the AWS provider; the plan fails ("Invalid ${type === 'data' ? 'data source' : 'resource type'}").`;
  const rests = typesOfBlock(type).map((fact) => fact.type.slice(PREFIX.length));
  const nearest = nearestName(written.slice(PREFIX.length), rests);
  const kind = Object.keys(KINDS).find((other) => bodyFact(other, written) !== undefined);
  if (kind !== undefined) {
    const fixes = isJson(place) ? [] : [replacement(placeOf(source, block.type), type, kind, 'choice')];
    return { place, message: `${begin} It is ${lookUp(KINDS, kind)}.`, fixes, isOfValidate: true };
  }
  if (nearest !== undefined) {
    const name = `${PREFIX}${nearest}`;
    return {
      place,
      message: `${begin} The nearest name is ${name}.`,
      fixes: [replacement(place, written, name, 'one')],
      isOfValidate: true,
    };
  }
  return { place, message: begin, isOfValidate: true, ...(mayBeNewer(declaration, scope) && { severity: 'hint' }) };
}

function replacement(place: Place, from: string, to: string, kind: Fix['kind']): Fix {
  const text = textOf(place).replace(from, () => to);
  return { title: `Change it to ${to}`, kind, changes: [{ kind: 'replace-text', place, text }] };
}

function isJson({ uri }: Place): boolean {
  return uri.endsWith('.json');
}

function* checkLabels({ type, block, source }: BlockDeclaration): Iterable<Finding> {
  const [, name, extra] = block.labels;
  const isOfValidate = true;
  if (name === undefined) {
    yield {
      place: placeOf(source, headerRange(block)),
      message: `The block needs a name after its type: ${type} "TYPE" "NAME". The plan fails ("Missing name for ${type}").`,
      isOfValidate,
    };
  } else if (name.text !== null && !IDENTIFIER.test(name.text)) {
    yield {
      place: placeOf(source, name),
      message: `A name has letters, digits, _ and - and begins with a letter or _; the plan fails ("Invalid ${type === 'data' ? 'data' : 'resource'} name").`,
      isOfValidate,
    };
  }
  if (extra === undefined) return;
  yield {
    place: placeOf(source, extra),
    message: `A ${type} block has two labels, its type and its name; the plan fails ("Extraneous label for ${type}").`,
    isOfValidate,
  };
}

function headerRange({ type, labels }: Block): { readonly start: number; readonly end: number } {
  return { start: type.start, end: labels.at(-1)?.end ?? type.end };
}

/** The first block of each type and name, for each later one. */
function earlierBlocks(module: Module): ReadonlyMap<BlockDeclaration, BlockDeclaration> {
  const firsts = new Map<string, BlockDeclaration>();
  const earlier = new Map<BlockDeclaration, BlockDeclaration>();
  for (const declaration of module.allBlocks()) {
    const { type, labels } = declaration;
    if (!Object.hasOwn(KINDS, type) || labels.length !== 2 || labels.includes(null)) continue;
    const key = [type, ...labels].join(' ');
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, declaration);
    else earlier.set(declaration, first);
  }
  return earlier;
}

function* checkRepeated(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Finding> {
  if (isOverrideFile(declaration.source.uri)) return;
  const { address } = declaration;
  if (scope.ask((module) => module.blocks(address).length < 2)) return;
  const first = scope.ask((module) => module.remember(earlierBlocks).get(declaration) ?? null);
  if (first === null) return;
  const related: RelatedPlace[] = [{ place: headerOf(first), message: 'The other one is here.' }];
  yield {
    place: headerOf(declaration),
    message: `${declaration.address} is declared twice; the plan fails ("Duplicate ${declaration.type === 'data' ? 'data' : 'resource'}"). Give one of the two another name.`,
    related,
    isOfValidate: true,
  };
}
