import { assumedPolicies } from '../../ecr/documents/lifecycle/assumedPolicies.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import { readRepository } from '../../ecr/repository/repositoryBlock.ts';
import { repositoryAccessPolicies, repositoryPolicies } from '../../ecr/repository/repositoryPolicies.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { questionScope } from '../../module/tracking/questionScope.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { asMarkdown, codeSpan } from '../../syntax/shown/markdown.ts';
import { noteOn } from '../policies/policyTexts.ts';
import { accessInWords } from './accessSummary.ts';
import { summarizePolicy } from './policySummary.ts';
import { postureOf } from './posture.ts';

/**
 * A repository's lifecycle policy in words, or that it has none, and how it protects its images. Null for another
 * block.
 */
export function describeRepository(declaration: BlockDeclaration, module: Module): string | null {
  const scope = questionScope(module);
  const repository = readRepository(declaration, scope);
  if (repository === null || !repository.isRepository) return null;
  const posture = postureOf(repository, scope)
    .map((sentence) => `- ${sentence}`)
    .join('\n');
  return [posture, policyOf(repository, scope), accessOf(repository, scope)].filter((part) => part !== '').join('\n\n');
}

function policyOf(repository: Repository, scope: RecordingScope): string {
  const { policies, mayHaveMore } = repositoryPolicies(repository, scope.module);
  const [policy, ...others] = policies;
  if (policy === undefined) {
    return mayHaveMore || repository.damaged
      ? ''
      : 'No lifecycle policy in this module is for it: images stay until someone deletes them.';
  }
  if (others.length > 0) return `Lifecycle policies: ${policies.map(({ address }) => codeSpan(address)).join(', ')}.`;
  const [assumed, ...instances] = assumedPolicies(policy, scope);
  const words = assumed === undefined || instances.length > 0 ? '' : summarizePolicy(assumed.policy);
  if (assumed === undefined || words === '') return `Lifecycle policy: ${codeSpan(policy.address)}.`;
  return [`Lifecycle policy ${codeSpan(policy.address)}: ${words}`, asMarkdown(noteOn(assumed))]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Who may pull and push by policies of the module; empty when there are none. */
function accessOf(repository: Repository, scope: RecordingScope): string {
  const { policies } = repositoryAccessPolicies(repository, scope.module);
  const [policy, ...others] = policies;
  if (policy === undefined) return '';
  const words = others.length > 0 ? null : accessInWords(policy, scope);
  const names = policies.map(({ address }) => codeSpan(address)).join(', ');
  return words === null ? `Who may pull and push: ${names}.` : `By ${names}: ${words}`;
}
