import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';

/** The subject of a finding, in the order of findings of one address. */
const FINDING_KINDS = [
  'repository-destroyed',
  'repository-replaced',
  'repository-forgotten',
  'repository-imported',
  'repository-moved',
  'policy-removed',
  'policy-changed',
  'policy-added',
  'access-widened',
  'access-narrowed',
  'setting-loosened',
  'setting-tightened',
  'registry-changed',
  'invalid',
  'guarantee-broken',
  'drift',
  'unknown',
  'plan-incomplete',
] as const;

export type FindingKind = (typeof FINDING_KINDS)[number];

export const FINDING_SEVERITIES = ['error', 'warning', 'info'] as const;

export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** The number of given images that a changed policy treats differently. */
export interface ImageCounts {
  readonly expire: number;
  readonly archive: number;
  readonly keep: number;
  /** A few of them, by their tags or digests. */
  readonly examples: readonly string[];
}

/** A removed, added or unchanged rule of a policy, in words. */
export interface RuleLine {
  readonly sign: '-' | '+' | ' ';
  readonly words: string;
}

/** A repository's policy before and after, for a picture of its effect on images. */
export interface PolicyPicture {
  readonly repository: string | null;
  readonly before: readonly SimulatedRule[];
  readonly after: readonly SimulatedRule[];
}

/** An effect of a plan. All texts are plain and may contain text of the plan. */
export interface Finding {
  /** The resource's address, after a move; empty for the plan as a whole. */
  readonly address: string;
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  /** One or two sentences. */
  readonly message: string;
  /** The reasons, one sentence each. */
  readonly because: readonly string[];
  /** Null when no images were given, or when it is not about images. */
  readonly images: ImageCounts | null;
  /** The rules of a policy before and after; empty when it is not about one. */
  readonly rules: readonly RuleLine[];
  /** Null when it is not about a policy, or when nothing about the policy may be shown. */
  readonly picture: PolicyPicture | null;
}

/** A finding with its sentence and the given parts only. */
export function finding(
  address: string,
  kind: FindingKind,
  severity: FindingSeverity,
  message: string,
  more: Partial<Pick<Finding, 'because' | 'rules' | 'picture'>> = {},
): Finding {
  return { address, kind, severity, message, because: [], images: null, rules: [], picture: null, ...more };
}

/** Worst first, then by address, then by kind. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (one, other) =>
      FINDING_SEVERITIES.indexOf(one.severity) - FINDING_SEVERITIES.indexOf(other.severity) ||
      compareTexts(one.address, other.address) ||
      FINDING_KINDS.indexOf(one.kind) - FINDING_KINDS.indexOf(other.kind),
  );
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
