import { readRules } from '../../ecr/documents/lifecycle/policy.ts';
import { policySourceOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { readPolicies } from '../../ecr/documents/lifecycle/readPolicy.ts';
import { LIFECYCLE } from '../../ecr/documents/lifecycle/vocabulary.ts';
import { readDocumentBranches } from '../../ecr/documents/spelling/blocks/readValue.ts';
import { instancesOf } from '../../ecr/instances.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Statement } from './statement.ts';
import { statementsOf } from './statements.ts';

/**
 * The statements about the policies of one block: those that it sets, makes, or has made by a local module that it
 * calls.
 */
export function statementsOfBlock(declaration: BlockDeclaration, scope: RecordingScope): readonly Statement[] {
  const statements = allStatementsOf(declaration, scope);
  // While a block is being typed, its rules come and go; only what a number counts is certain.
  return declaration.block.damaged ? statements.filter(({ kind }) => kind === 'units') : statements;
}

function allStatementsOf(declaration: BlockDeclaration, scope: RecordingScope): readonly Statement[] {
  if (isBlockOf(declaration, 'data', POLICY_DOCUMENT_TYPE)) return statementsOfDocument(declaration, scope);
  if (declaration.type !== 'resource' && declaration.type !== 'module') return [];
  if (policySourceOf(declaration) === undefined) {
    return declaration.type === 'module' ? statementsThroughCall(declaration, scope) : [];
  }
  // A document's own blocks show it, whoever uses the document.
  const policies = readPolicies(declaration, scope).filter(({ words }) => words === 'json');
  return policies.flatMap(({ rules }) => statementsOf(rules));
}

function statementsOfDocument(declaration: BlockDeclaration, scope: RecordingScope): readonly Statement[] {
  const instances = instancesOf(declaration, scope) ?? [{ options: {} }];
  return instances.flatMap(({ options }) => {
    const roots = readDocumentBranches(declaration, new Evaluator(scope, options), LIFECYCLE);
    return roots.flatMap((root) => statementsOf(readRules(root, declaration.block.damaged)));
  });
}

/** Only text of the module itself: a call's input may be a policy, or parts of one. */
function statementsThroughCall(call: BlockDeclaration, scope: RecordingScope): readonly Statement[] {
  const instances = instancesOf(call, scope) ?? [{ options: {} }];
  return instances.flatMap(({ options }) => {
    const inner = scope.through(call, new Evaluator(scope, options));
    if (inner === null) return [];
    inner.ask(({ version }) => version);
    const statements = inner.module.allBlocks().flatMap((block) => statementsOfBlock(block, inner));
    return statements.filter(({ place }) => inner.module.file(place.uri) === undefined);
  });
}
