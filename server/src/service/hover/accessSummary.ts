import type { AssumedAccessPolicy } from '../../ecr/documents/access/namedAccessPolicies.ts';
import { assumedAccessPolicies } from '../../ecr/documents/access/namedAccessPolicies.ts';
import { explainAccess } from '../../ecr/documents/access/words/explainAccess.ts';
import { sumWords } from '../../ecr/documents/access/words/sumWords.ts';
import { IAM_DOCUMENT_TYPE } from '../../facts/access/iamPolicyDocument.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { asMarkdown } from '../../syntax/shown/markdown.ts';
import { noteOn } from '../policies/policyTexts.ts';

/** A summary of who may do what by a block's policy; null when nothing about it is known. Markdown. */
export function accessInWords(declaration: BlockDeclaration, scope: RecordingScope): string | null {
  const [assumed, ...instances] = assumedAccessPolicies(declaration, scope);
  if (assumed === undefined || instances.length > 0 || explainAccess(assumed.access) === null) return null;
  return paragraphs([sumWords(assumed.access).join(' '), noteOn(assumed)]);
}

/**
 * The policy that a block sets or makes: its length, each statement, the summary, additional requirements. Markdown.
 */
export function summarizeAccess(declaration: BlockDeclaration, scope: RecordingScope): string | null {
  const assumed = policyOf(declaration, scope);
  const explanation = assumed && explainAccess(assumed.access);
  if (!assumed || !explanation) return null;
  const { summary, statements, sum, notes } = explanation;
  const list = statements.map(({ name, says }) => `- ${asMarkdown(`${name}: ${says}`)}`).join('\n');
  return [paragraphs([summary]), list, paragraphs([sum.join(' '), notes.join(' '), noteOn(assumed)])]
    .filter((part) => part !== '')
    .join('\n\n');
}

function policyOf(declaration: BlockDeclaration, scope: RecordingScope): AssumedAccessPolicy | null {
  if (!isBlockOf(declaration, 'data', IAM_DOCUMENT_TYPE)) return assumedAccessPolicies(declaration, scope)[0] ?? null;
  const all = scope.module.allBlocks().flatMap((owner) => assumedAccessPolicies(owner, scope));
  return all.find(({ access }) => access.madeBy === declaration) ?? null;
}

function paragraphs(texts: readonly string[]): string {
  return texts
    .filter((text) => text !== '')
    .map(asMarkdown)
    .join('\n\n');
}
