import type { NamedAccessPolicy } from '../../ecr/documents/access/namedAccessPolicies.ts';
import { accessPoliciesOfBlock } from '../../ecr/documents/access/namedAccessPolicies.ts';
import { explainAccess, printAccessExplanation } from '../../ecr/documents/access/words/explainAccess.ts';
import type { NamedPolicy } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { namedPolicies, policiesOfBlock } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { explainPolicy, printExplanation } from '../../ecr/documents/lifecycle/words/explainPolicy.ts';
import { renderDocument } from '../../ecr/documents/renderDocument.ts';
import { indentedJson } from '../../embedded/indentedJson.ts';
import { IAM_DOCUMENT_TYPE } from '../../facts/access/iamPolicyDocument.ts';
import { alwaysKept } from '../../guarantees/alwaysKept.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Workspace } from '../../module/workspace.ts';
import { pieceAt, textOf } from '../../syntax/tree/place.ts';

/** A text about a policy for the user, or the reason why there is none. */
export type PolicyText =
  | { readonly kind: 'text'; readonly languageId: 'json' | 'plaintext'; readonly text: string; readonly note: string }
  | { readonly kind: 'none'; readonly reason: string };

/** The policy of the block at a file offset (UTF-16), else the only one of the file. */
export function policyAtOffset(workspace: Workspace, uri: string, offset: number): NamedPolicy | null {
  const module = workspace.moduleOf(uri);
  const file = module?.file(uri);
  if (module === undefined || file === undefined) return null;
  const { piece } = pieceAt(file.syntax, offset);
  const scope = new RecordingScope(module);
  const [here] = module.declarations(piece).blocks.flatMap((block) => policiesOfBlock(block, scope, workspace));
  if (here !== undefined) return here;
  const all = namedPolicies(workspace, uri);
  return all.length === 1 ? (all[0] ?? null) : null;
}

const NO_POLICY: PolicyText = { kind: 'none', reason: 'Put the cursor in a policy.' };

/** The JSON of the policy at the cursor as Terraform will send it. */
export function renderAt(workspace: Workspace, uri: string, offset: number): PolicyText {
  const access = accessPolicyAtOffset(workspace, uri, offset);
  const named = access ?? policyAtOffset(workspace, uri, offset);
  if (named === null) return NO_POLICY;
  const rendered = renderDocument('access' in named ? named.access : named.policy);
  if (rendered.kind === 'unknown') {
    const parts = rendered.parts.map(({ place, because }) => `${textOf(place).split('\n')[0] ?? ''} (${because})`);
    return { kind: 'none', reason: `${named.address} is not fully known before Terraform runs: ${parts.join('; ')}.` };
  }
  const { text } = rendered;
  const printed = indentedJson(text);
  return { kind: 'text', languageId: 'json', text: `${printed}\n`, note: noteOn(named) };
}

/** The policy at the cursor in plain words. */
export function explainAt(workspace: Workspace, uri: string, offset: number): PolicyText {
  const access = accessPolicyAtOffset(workspace, uri, offset);
  const named = access === null ? policyAtOffset(workspace, uri, offset) : null;
  if (access !== null) {
    const explanation = explainAccess(access.access);
    return explained(access, explanation && printAccessExplanation(access.address, explanation));
  }
  if (named === null) return { kind: 'none', reason: 'Put the cursor in a policy.' };
  const explanation = explainPolicy(named.policy, alwaysKept(named.policy.rules));
  return explained(named, explanation && printExplanation(named.address, explanation));
}

function explained(named: Pick<NamedPolicy, 'assumptions' | 'address'>, words: string | null): PolicyText {
  if (words === null) return { kind: 'none', reason: `Nothing of ${named.address} is known before Terraform runs.` };
  const note = noteOn(named);
  const text = [words, note].filter((part) => part !== '').join('\n\n');
  return { kind: 'text', languageId: 'plaintext', text: `${text}\n`, note };
}

/** The access policy of the block at a file offset (UTF-16), which sets or makes it; null for none. */
function accessPolicyAtOffset(workspace: Workspace, uri: string, offset: number): NamedAccessPolicy | null {
  const module = workspace.moduleOf(uri);
  const file = module?.file(uri);
  if (module === undefined || file === undefined) return null;
  const { piece } = pieceAt(file.syntax, offset);
  const scope = new RecordingScope(module);
  const blocks = module.declarations(piece).blocks;
  const [own] = blocks.flatMap((block) => accessPoliciesOfBlock(block, scope, workspace));
  if (own !== undefined) return own;
  const isDocument = blocks.some((block) => isBlockOf(block, 'data', IAM_DOCUMENT_TYPE));
  if (!isDocument) return null;
  const all = module.allBlocks().flatMap((block) => accessPoliciesOfBlock(block, scope, workspace));
  return all.find(({ access: { madeBy } }) => madeBy !== null && blocks.includes(madeBy)) ?? null;
}

/** The variables whose defaults were assumed. */
export function noteOn({ assumptions }: Pick<NamedPolicy, 'assumptions'>): string {
  if (assumptions.length === 0) return '';
  const names = assumptions.map((name) => `var.${name}`).join(', ');
  return `With the ${assumptions.length === 1 ? 'default' : 'defaults'} of ${names}.`;
}
