import { readAccessPolicies } from '../../ecr/documents/access/readAccessPolicy.ts';
import { accessInALine } from '../../ecr/documents/access/words/shortWords.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { visible } from '../../syntax/shown/printable.ts';
import type { CodeLens } from './codeLens.ts';

/** The lens above a block that sets the policy of a repository or registry: who may pull and who may push. */
export function accessLens(declaration: BlockDeclaration, offset: number, scope: RecordingScope): CodeLens | null {
  const [policy, ...others] = readAccessPolicies(declaration, scope);
  if (policy === undefined || others.length > 0 || policy.argument.name.text !== 'policy') return null;
  const line = policy.statements.length === 0 ? '' : accessInALine(policy);
  return line === '' ? null : { offset, title: visible(line), leads: { kind: 'explanation' } };
}
