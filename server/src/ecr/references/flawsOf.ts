import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { dataInCheck } from '../blocks/dataInCheck.ts';
import { isOfEcr } from '../blocks/isOfEcr.ts';
import { isModuleOfEcr } from '../imports/importConcern.ts';
import { LIFECYCLE_POLICY_TYPE } from '../repository/policyTargets.ts';
import { attributeFlaw } from './attributeFlaw.ts';
import { calledModuleIsOfEcr } from './calledModule.ts';
import { evaluationOfReference } from './evaluation.ts';
import type { Flaw } from './flaw.ts';
import { unsure } from './flaw.ts';
import { instanceFlaw } from './instanceFlaw.ts';
import { namedBlock } from './namedBlock.ts';
import { isUnfinished } from './reference.ts';
import type { Reference } from './referencesIn.ts';
import { loopName, referencesIn } from './referencesIn.ts';
import { undeclaredFlaw } from './undeclared.ts';
import { wholeValueFlaws } from './wholeValues.ts';

/** Blocks whose expressions may refer to ECR blocks. */
const JUDGED: readonly string[] = ['resource', 'data', 'ephemeral', 'output', 'locals', 'module', 'import', 'check'];

/** The reference checks, in order. */
const found = new WeakMap<
  RecordingScope,
  { readonly declaration: BlockDeclaration; readonly flaws: readonly Flaw[] }
>();

/**
 * The mistakes in a block's references: all of them in an ECR block; in other blocks those to ECR blocks or to local
 * modules that contain some.
 */
export function flawsOf(declaration: BlockDeclaration, scope: RecordingScope): readonly Flaw[] {
  const known = found.get(scope);
  if (known?.declaration === declaration) return known.flaws;
  const flaws = mayBeJudged(declaration) ? [...findFlaws(declaration, scope)] : [];
  found.set(scope, { declaration, flaws });
  return flaws;
}

function mayBeJudged({ type, source: { piece }, isBroken }: BlockDeclaration): boolean {
  if (!JUDGED.includes(type) || isBroken) return false;
  if (type === 'locals' || type === 'output') return true;
  return piece.text.includes('aws_ecr') || piece.text.includes('module.');
}

/** True for an ECR block, and for a block with an ECR data source or a reference to an ECR block or its module. */
export function isAboutEcr(declaration: BlockDeclaration, scope: RecordingScope): boolean {
  if (isOfEcr(declaration) || dataInCheck(declaration).some(isOfEcr)) return true;
  return referencesIn(declaration.block).some((reference) => concernsEcr(reference, scope));
}

function* findFlaws(declaration: BlockDeclaration, scope: RecordingScope): Iterable<Flaw> {
  const { block } = declaration;
  const isEcr = isOfEcr(declaration);
  const context = { scope, declaration, names: null };
  const own = dataInCheck(declaration);
  for (const reference of referencesIn(block)) {
    const { names, root } = reference;
    if (isUnfinished(reference)) continue;
    const address = own.length === 0 ? undefined : namedBlock(reference)?.address;
    if (own.some((data) => data.address === address)) {
      const flaw = attributeFlaw(reference, { ...context, names });
      yield* whereEvaluated(flaw, reference, declaration, scope);
      continue;
    }
    const isLoop = loopName(root.name.text, names) !== undefined;
    const isNear = isEcr || isLoop || reference.base !== undefined || isOfLocals(reference, declaration, scope);
    if (!isNear && !concernsEcr(reference, scope)) continue;
    const undeclared = isLoop || isToldElsewhere(reference, declaration) ? null : undeclaredFlaw(reference, scope);
    if (undeclared !== null) yield* whereEvaluated(undeclared, reference, declaration, scope);
    else yield* flawsOfDeclared(reference, declaration, scope);
  }
  for (const { type, labels, block: judged } of [declaration, ...own]) {
    const fact = bodyFact(type, labels[0] ?? '');
    if (fact !== undefined) yield* wholeValueFlaws(judged, fact, context);
  }
}

/** Nothing where Terraform does not get to a flaw that it only finds by evaluation. */
function* whereEvaluated(
  flaw: Flaw | null,
  reference: Reference,
  declaration: BlockDeclaration,
  scope: RecordingScope,
): Iterable<Flaw> {
  if (flaw === null) return;
  const isSchema = flaw.isStatic && flaw.isEvaluated !== true;
  const evaluation = isSchema ? 'always' : evaluationOfReference(reference, declaration, scope);
  if (evaluation === 'never') return;
  yield evaluation === 'always' || isOfBlocksType(flaw, reference) ? flaw : unsure(flaw);
}

/** True for an attribute that the type of a block lacks: no value that a caller gives makes it right. */
function isOfBlocksType({ kind }: Flaw, reference: Reference): boolean {
  if (kind !== 'attribute' || loopName(reference.root.name.text, reference.names) !== undefined) return false;
  const named = namedBlock(reference);
  return named !== null && named.blockType !== 'module';
}

function* flawsOfDeclared(reference: Reference, declaration: BlockDeclaration, scope: RecordingScope): Iterable<Flaw> {
  const isLoop = loopName(reference.root.name.text, reference.names) !== undefined;
  const named = isLoop ? null : namedBlock(reference);
  const instance = named && instanceFlaw(reference, named, declaration, scope);
  const flaw = instance ?? attributeFlaw(reference, { scope, declaration, names: reference.names });
  yield* whereEvaluated(flaw, reference, declaration, scope);
}

/** True for a variable or local that a local or output uses in a module with ECR blocks. */
function isOfLocals({ root }: Reference, { type }: BlockDeclaration, scope: RecordingScope): boolean {
  return (
    (type === 'locals' || type === 'output') &&
    (root.name.text === 'var' || root.name.text === 'local') &&
    isModuleOfEcr(scope)
  );
}

function concernsEcr(reference: Reference, scope: RecordingScope): boolean {
  const named = namedBlock(reference);
  if (named === null) return false;
  if (named.blockType === 'module') return calledModuleIsOfEcr(named.address, scope);
  // `data.` may be forgotten.
  const isForgotten = named.blockType === 'resource' && bodyFact('data', named.type) !== undefined;
  return isForgotten || bodyFact(named.blockType, named.type) !== undefined;
}

/** `policy-repository-undeclared` reports these. */
function isToldElsewhere(reference: Reference, { type, labels, block }: BlockDeclaration): boolean {
  const { expression, root, steps } = reference;
  if (type !== 'resource' || labels[0] !== LIFECYCLE_POLICY_TYPE || steps.length === 0) return false;
  if (!/^(?:var|local|data|resource|aws_.*)$/.test(root.name.text)) return false;
  const repository = attributeOf(block, 'repository')?.value;
  return repository !== undefined && repository.start <= expression.start && expression.end <= repository.end;
}
