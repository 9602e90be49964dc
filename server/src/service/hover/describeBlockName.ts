import { assumedPolicies } from '../../ecr/documents/lifecycle/assumedPolicies.ts';
import { readRules } from '../../ecr/documents/lifecycle/policy.ts';
import { LIFECYCLE } from '../../ecr/documents/lifecycle/vocabulary.ts';
import { readDocument } from '../../ecr/documents/spelling/blocks/readValue.ts';
import { registryWords } from '../../ecr/registry/words/registryWords.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { questionScope } from '../../module/tracking/questionScope.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { asMarkdown, codeSpan } from '../../syntax/shown/markdown.ts';
import { literalName } from '../completion/repositories/ecrResources.ts';
import { noteOn } from '../policies/policyTexts.ts';
import { summarizeAccess } from './accessSummary.ts';
import { describeRepository } from './describeRepository.ts';
import { summarizePolicy } from './policySummary.ts';
import { titled } from './titled.ts';

/** What an ECR block is, by its address: a repository with its policy, a policy in words. Null for others. Markdown. */
export function describeBlockName(declaration: BlockDeclaration, module: Module): string | null {
  const { address } = declaration;
  const repository = describeRepository(declaration, module);
  if (repository !== null) {
    const name = literalName(module, declaration);
    return titled(address, repository, name === null ? {} : { detail: codeSpan(name) });
  }
  const registry = registryInWords(declaration, module);
  const policy = [registry, policyInWords(declaration, module)].filter((part) => part !== null).join('\n\n') || null;
  return policy === null ? null : titled(address, policy);
}

/** What a cache rule, template, replication or scanning configuration does; null for another block. Markdown. */
export function registryInWords(declaration: BlockDeclaration, module: Module): string | null {
  const words = registryWords(declaration, questionScope(module));
  return words === null ? null : withNote(words.sentences.join('\n\n'), words.assumptions);
}

/** The policy that a block sets or makes, rule by rule; null when nothing about it is known. Markdown. */
function policyInWords(declaration: BlockDeclaration, module: Module): string | null {
  return accessPolicyInWords(declaration, module) ?? lifecyclePolicyInWords(declaration, module);
}

/** Who may do what by a block's access policy; null when nothing about it is known. Markdown. */
export function accessPolicyInWords(declaration: BlockDeclaration, module: Module): string | null {
  return summarizeAccess(declaration, questionScope(module));
}

/** The rules of a block's lifecycle policy; null when nothing about it is known. Markdown. */
export function lifecyclePolicyInWords(declaration: BlockDeclaration, module: Module): string | null {
  const scope = questionScope(module);
  if (isBlockOf(declaration, 'data', POLICY_DOCUMENT_TYPE)) return documentInWords(declaration, scope);
  const [assumed] = assumedPolicies(declaration, scope);
  return assumed === undefined ? null : withNote(summarizePolicy(assumed.policy), assumed.assumptions);
}

function documentInWords(declaration: BlockDeclaration, scope: RecordingScope): string | null {
  const evaluator = new Evaluator(scope, { assumeDefaults: true });
  const root = readDocument(declaration, evaluator, LIFECYCLE);
  const words = summarizePolicy({ root, rules: readRules(root, false) });
  return withNote(words, [...evaluator.assumptions].sort());
}

function withNote(words: string, assumptions: readonly string[]): string | null {
  return words === '' ? null : [words, asMarkdown(noteOn({ assumptions }))].filter((part) => part !== '').join('\n\n');
}
