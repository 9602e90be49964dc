import { readJson } from '../../embedded/jsonDocument.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Scope } from '../../evaluate/scope.ts';
import type { Value } from '../../evaluate/value.ts';
import { POLICY_ARGUMENTS } from '../../facts/policyArguments.ts';
import type { BlockDeclaration } from '../../module/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations.ts';
import type { PieceInFile, Place } from '../../syntax/place.ts';
import { placeOf } from '../../syntax/place.ts';
import type { Attribute, Expression } from '../../syntax/tree.ts';
import type { LifecyclePolicy } from './lifecyclePolicy.ts';
import { readRules } from './lifecyclePolicy.ts';
import { readKnownMembers, readParts } from './members.ts';
import { readHcl } from './readHcl.ts';
import { readJsonPolicy } from './readJson.ts';

/** The argument of a resource that takes a lifecycle policy, when the block writes it. */
export function policyArgumentOf(declaration: BlockDeclaration): Attribute | undefined {
  const fact = POLICY_ARGUMENTS.find(({ resource }) => isBlockOf(declaration, 'resource', resource));
  return fact === undefined ? undefined : attributeOf(declaration.block, fact.argument);
}

/** The lifecycle policy of a block, whatever way it is spelled; null for a block that has none. */
export function readPolicy(owner: BlockDeclaration, scope: Scope): LifecyclePolicy | null {
  const argument = policyArgumentOf(owner);
  if (argument === undefined) return null;
  const { source, block } = owner;
  const value = new Evaluator(scope).evaluate({ source, expression: argument.value });
  const damaged = block.damaged;
  const place = headlineOf(source, argument.value);
  const { root, document } = readSpelling(value);
  const rules = readRules(root, damaged);
  const parts = readParts(root, rules);
  return { owner, argument, place, root, document, rules, parts, members: readKnownMembers(parts), damaged };
}

function readSpelling(value: Value): Pick<LifecyclePolicy, 'root' | 'document'> {
  if (value.kind === 'encoded') return { root: readHcl(value.encoded), document: null };
  if (value.kind !== 'string' && value.kind !== 'partial-string') return { root: null, document: null };
  const document = readJson(value.mapped);
  return { root: readJsonPolicy(document), document };
}

function headlineOf(source: PieceInFile, expression: Expression): Place {
  if (expression.kind === 'FunctionCall') return placeOf(source, expression.name);
  if (expression.kind === 'Template' && expression.form === 'heredoc')
    return placeOf(source, expression.marker ?? expression);
  return placeOf(source, expression);
}
