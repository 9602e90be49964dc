import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';

/** The subject of a finding, in the order in which findings of one address are listed. */
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

/** How many of the images that were given a changed policy treats in another way. */
export interface ImageCounts {
  readonly expire: number;
  readonly archive: number;
  readonly keep: number;
  /** A few of them by their tags, or by their digest. */
  readonly examples: readonly string[];
}

/** A rule of a policy that goes, comes or stays, in words. */
export interface RuleLine {
  readonly sign: '-' | '+' | ' ';
  readonly words: string;
}

/** A policy of a repository before and after, for a picture of what it does to images. */
export interface PolicyPicture {
  readonly repository: string | null;
  readonly before: readonly SimulatedRule[];
  readonly after: readonly SimulatedRule[];
}

/** Something that a plan does. All texts are plain and may contain text of the plan. */
export interface Finding {
  /** That of the resource, after a move; empty for the plan as a whole. */
  readonly address: string;
  readonly kind: FindingKind;
  readonly severity: FindingSeverity;
  /** One or two sentences. */
  readonly message: string;
  /** Why, a sentence each. */
  readonly because: readonly string[];
  /** Null where no images were given, or where it is not about images. */
  readonly images: ImageCounts | null;
  /** The rules of a policy before and after; empty where it is about none. */
  readonly rules: readonly RuleLine[];
  /** Null where it is about no policy, or about one of which nothing may be told. */
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
