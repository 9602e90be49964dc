import type { Node as JsonNode } from 'jsonc-parser';
import { findNodeAtLocation } from 'jsonc-parser';
import type { PolicyObject } from '../../ecr/documents/documentNodes.ts';
import { readRules } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { policySourceOf } from '../../ecr/documents/lifecycle/policySource.ts';
import { isRuleAfterOthers } from '../../ecr/documents/lifecycle/precedence.ts';
import { readPolicies } from '../../ecr/documents/lifecycle/readPolicy.ts';
import { LIFECYCLE } from '../../ecr/documents/lifecycle/vocabulary.ts';
import { ruleSentence } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import { memberValue, numberMember, textMember } from '../../ecr/documents/memberValues.ts';
import { readDocumentBranches } from '../../ecr/documents/spelling/blocks/readValue.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { POLICY_DOCUMENT_TYPE } from '../../facts/lifecycle/policyDocument.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { AttachedFile } from '../../module/sources/snapshotFile.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { asPlainText } from '../../syntax/shown/markdown.ts';
import { textOf } from '../../syntax/tree/place.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import { jsonOfFile } from './jsonNodes.ts';

/** A rule of a lifecycle policy and where it is written; offsets half-open, UTF-16. */
export interface RuleSymbol extends Range {
  /** `1: Expire untagged images`. */
  readonly name: string;
}

/** The rules that a block spells itself; offsets of its piece. */
export function rulesOfBlock(declaration: BlockDeclaration, scope: RecordingScope): readonly RuleSymbol[] {
  const { block, source } = declaration;
  const symbols = new Map<string, RuleSymbol>();
  const rules = rulesIn(declaration, scope);
  for (const rule of rules) {
    const { start, end, piece } = rule.object.place;
    const isInside = piece === source.piece && block.start <= start && end <= block.end;
    const name = nameOf(rule.object, isRuleAfterOthers(rule, rules));
    // A rule is read once for each branch of an unknown condition.
    if (isInside) symbols.set(`${start} ${name}`, { name, start, end });
  }
  return [...symbols.values()].sort((one, other) => one.start - other.start);
}

/** AWS accepts no policy with more of them. */
const MOST_RULES = 1_000;

/** The rules of a policy in a file of its own; a template's interpolations are shown as written. */
export function rulesOfFile(file: AttachedFile): readonly RuleSymbol[] {
  const root = jsonOfFile(file)?.root;
  const rules = root && findNodeAtLocation(root, ['rules']);
  const children = rules?.type === 'array' ? (rules.children ?? []) : [];
  return children.slice(0, MOST_RULES).map((rule) => ({
    name: `${written(file, rule, 'rulePriority') ?? '?'}: ${written(file, rule, 'description') ?? 'a rule'}`,
    start: rule.offset,
    end: rule.offset + rule.length,
  }));
}

function rulesIn(declaration: BlockDeclaration, scope: RecordingScope): readonly PolicyRule[] {
  if (isBlockOf(declaration, 'data', POLICY_DOCUMENT_TYPE)) {
    const roots = readDocumentBranches(declaration, new Evaluator(scope), LIFECYCLE);
    return roots.flatMap((root) => readRules(root, true));
  }
  if (policySourceOf(declaration) === undefined) return [];
  return readPolicies(declaration, scope)[0]?.rules ?? [];
}

function nameOf(rule: PolicyObject, isLater: boolean): string {
  const sentence = ruleSentence(rule, isLater);
  const words = textMember(rule, 'description') ?? descriptionAsWritten(rule) ?? (sentence && asPlainText(sentence));
  return `${numberMember(rule, 'rulePriority') ?? '?'}: ${words ?? 'a rule'}`;
}

/** A description that Terraform fills in, as written; null for any other. */
function descriptionAsWritten(rule: PolicyObject): string | null {
  const value = memberValue(rule, 'description');
  const template = value?.kind === 'unknown' ? /^"(.*[$%]\{.*)"$/.exec(textOf(value.place)) : null;
  return template?.[1] ?? null;
}

function written({ text }: AttachedFile, rule: JsonNode, key: string): string | null {
  const node = rule.type === 'object' ? findNodeAtLocation(rule, [key]) : undefined;
  if (node?.type !== 'string' && node?.type !== 'number') return null;
  const spelled = text.slice(node.offset, node.offset + node.length).replace(/^"|"$/g, '');
  const isFilledIn = spelled.includes('${');
  return (isFilledIn ? spelled : String(node.value)).trim() || null;
}
