import type { Type } from '../../evaluate/values/value.ts';
import { lookUp } from '../../facts/lookUp.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { meantName } from '../blocks/meantName.ts';
import { nearestName } from '../nearestName.ts';
import type { Flaw } from './flaw.ts';
import { namedBlock } from './namedBlock.ts';
import type { Step } from './reference.ts';
import { literalKey } from './reference.ts';
import type { Reference } from './referencesIn.ts';
import { loopName } from './referencesIn.ts';
import type { TypeContext } from './typeOfExpression.ts';
import { typeOfPath } from './typeOfExpression.ts';
import type { Misstep } from './typeSteps.ts';

/** Attributes of Terraform's own objects. */
const OWN_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  each: ['key', 'value'],
  count: ['index'],
  path: ['module', 'root', 'cwd'],
  terraform: ['workspace', 'applying', 'env'],
};

/** Common wrong names of attributes. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  url: ['repository_url', 'repository_uri', 'image_uri'],
  uri: ['repository_uri', 'repository_url', 'image_uri'],
  repository_uri: ['repository_url'],
  repository_url: ['repository_uri'],
  repository_arn: ['arn'],
  account_id: ['registry_id'],
  token: ['authorization_token'],
  digest: ['image_digest'],
};

/** The part of a reference that does not exist; null when it exists or may exist. */
export function attributeFlaw(reference: Reference, context: TypeContext): Flaw | null {
  const own = ownAttributeFlaw(reference, context);
  if (own !== null) return own;
  const { misstep } = typeOfPath(reference, context);
  if (misstep === undefined) return null;
  const isStatic = isStaticUpTo(reference, misstep.step);
  if (reference.isGuarded && !isStatic) return null;
  return describe(reference, misstep, isStatic);
}

/** `each.name`, `count.value`, `path.home`. */
function ownAttributeFlaw({ root, steps: [step], names }: Reference, { declaration }: TypeContext): Flaw | null {
  const known = lookUp(OWN_ATTRIBUTES, root.name.text);
  if (known === undefined || loopName(root.name.text, names) !== undefined) return null;
  if (step?.kind !== 'attribute' || known.includes(step.name.text)) return null;
  const isEach = root.name.text === 'each';
  // Without its argument the object does not exist at all, which another message reports.
  const argument = isEach ? 'for_each' : root.name.text === 'count' ? 'count' : null;
  if (argument !== null && (!declaration || attributeOf(declaration.block, argument) === undefined)) return null;
  const name = step.name.text;
  const advice = isEach ? `each.value.${name} may be meant.` : `It has ${known.join(', ')}.`;
  return {
    kind: 'attribute',
    range: step.name,
    message: `${root.name.text} has no attribute "${name}"; Terraform stops with "Invalid "${root.name.text}" attribute". ${advice}`,
    isStatic: true,
    ...(isEach && {
      mend: { title: `Use each.value.${name}`, kind: 'choice', range: step.name, text: `value.${name}` },
    }),
  };
}

/** True when Terraform finds the step by the schema alone, because everything before it is written out. */
function isStaticUpTo({ steps, names, root, base }: Reference, last: Step): boolean {
  if (base !== undefined || ['each', 'local', 'module', 'self', 'var'].includes(root.name.text)) return false;
  if (loopName(root.name.text, names) !== undefined) return false;
  const before = steps.slice(0, steps.indexOf(last) + 1);
  return before.every((step) => step.kind === 'attribute' || (step.kind === 'index' && literalKey(step.key) !== null));
}

function describe(reference: Reference, { step, of }: Misstep, isStatic: boolean): Flaw {
  const { start, end } = reference.expression;
  const base = { isStatic, range: step.kind === 'attribute' ? step.name : { start, end } };
  const before = nameBefore(reference, step);
  if (of.kind === 'set') {
    return {
      ...base,
      kind: 'instance',
      message: `${before} is a set, whose elements have no index; Terraform stops with "Invalid index". Go through it with a for expression, or make it a list with tolist().`,
    };
  }
  if (of.kind === 'list') {
    const at = step.kind === 'attribute' ? step.expression.dot.start : end;
    return {
      ...base,
      kind: 'attribute',
      message: `${before} is a list, so one of its elements must be named: ${before}[0]. Terraform stops with "Unsupported attribute".`,
      mend: { title: 'Take the first element: [0]', kind: 'choice', range: { start: at, end: at }, text: '[0]' },
    };
  }
  if (of.kind === 'object' && step.kind === 'attribute') return missing(reference, step, of, isStatic);
  const [asked, told] = step.kind === 'index' ? ['index', 'Invalid index'] : ['attributes', 'Unsupported attribute'];
  const splat = reference.steps.find((one) => one.kind === 'splat');
  const isOfSplat = step.kind === 'index' && splat !== undefined;
  return {
    ...base,
    kind: isOfSplat ? 'instance' : 'attribute',
    message: `${before} is ${wordFor(of)}, which has no ${asked}; Terraform stops with "${told}".${isOfSplat ? ' After [*] the index applies to each element: use it instead of [*].' : ''}`,
  };
}

function wordFor({ kind }: Type): string {
  return kind === 'bool' ? 'true or false' : kind === 'object' ? 'an object' : `a ${kind}`;
}

/** The last name before a step, and its root where that alone says what it is: `var.settings`. */
function nameBefore({ root, steps, base }: Reference, step: Step): string {
  const names = steps.slice(0, steps.indexOf(step)).flatMap((one) => (one.kind === 'attribute' ? [one.name.text] : []));
  const [first, ...others] = names;
  if (first === undefined) return nameOfBase(base) ?? root.name.text;
  return others.length === 0 && ROOTS.includes(root.name.text) ? `${root.name.text}.${first}` : (names.at(-1) ?? first);
}

const ROOTS: readonly string[] = ['each', 'local', 'var'];

function nameOfBase(base: Expression | undefined): string | null {
  if (base === undefined) return null;
  return base.kind === 'FunctionCall' ? `the result of ${base.name.text}()` : 'the value in parentheses';
}

function missing(
  reference: Reference,
  step: Step & { kind: 'attribute' },
  { attributes }: Type & { kind: 'object' },
  isStatic: boolean,
): Flaw {
  const name = step.name.text;
  const known = [...attributes.keys()];
  const named = namedBlock(reference);
  const isOfBlock = named !== null && named.rest.find((one) => one.kind === 'attribute') === step;
  const meant = meantAttribute(name, known);
  const of = isOfBlock ? named.type : nameBefore(reference, step);
  const advice = meant === undefined ? 'Name another.' : `The nearest name is ${meant}.`;
  return {
    kind: 'attribute',
    range: step.name,
    message: `${of} has no attribute "${name}"; Terraform stops with "Unsupported attribute". ${advice}`,
    isStatic,
    ...(meant !== undefined && { mend: { title: `Use ${meant}`, kind: 'one', range: step.name, text: meant } }),
  };
}

function meantAttribute(name: string, known: readonly string[]): string | undefined {
  const other = (lookUp(OTHER_NAMES, name) ?? []).find((one) => known.includes(one));
  if (other !== undefined) return other;
  return nearestName(name, known) ?? meantName(name, known);
}
