/**
 * Constraints on the texts of arguments. Source: hashicorp/terraform-provider-aws 6.68.0, `internal/service/ecr`,
 * `internal/service/ecrpublic` and `internal/verify` for what the plan rejects; Amazon ECR API (botocore 1.44.8) for
 * what AWS rejects. Read 2026-11-30.
 */
import { printNumber } from '../printNumber.ts';
import type { TextFact } from './resourceSchema.ts';

/** An ARN as the provider accepts it; an empty text means none. */
export const ARN_TEXT: TextFact = {
  refusedBy: 'provider',
  pattern:
    /^(?:arn:aws(?:-[a-z]+)*:[^:]+:(?:[a-z]{2}(?:-[a-z]+)+-\d{1,2})?:(?:aws|aws-managed|third-party|aws-marketplace|\d{12}|cw\d{10})?:.+)?$/s,
  words: 'an ARN, such as arn:aws:iam::111122223333:role/NAME',
};

export const ACCOUNT_TEXT: TextFact = { refusedBy: 'provider', pattern: /^\d{12}$/, words: 'an account of 12 digits' };

/** The provider lets AWS decide about the account. */
export const REGISTRY_TEXT: TextFact = { ...ACCOUNT_TEXT, refusedBy: 'AWS' };

export const REGION_TEXT: TextFact = {
  refusedBy: 'provider',
  // `eusc-de-east-1` of the European Sovereign Cloud begins with four letters.
  pattern: /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/,
  words: 'a region, such as eu-central-1',
};

/** The name of a private repository in an argument that refers to one; the repository itself has its own check. */
export const REPOSITORY_NAME_TEXT: TextFact = {
  refusedBy: 'AWS',
  pattern: /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/,
  minimum: 2,
  maximum: 256,
  words: 'the name of a repository: 2 to 256 lowercase letters and digits, with . _ - or / between them',
};

const OLD_NAME = '(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-][a-z0-9]+)*';

export const PUBLIC_NAME_TEXT: TextFact = {
  refusedBy: 'provider',
  pattern: new RegExp(`^${OLD_NAME}$`),
  minimum: 2,
  maximum: 205,
  words: '2 to 205 lowercase letters and digits, with a single . _ - or / between them',
};

/** The provider still checks the grammar from before 2026-02-25. */
export const CACHE_PREFIX_TEXT: TextFact = {
  refusedBy: 'provider',
  pattern: new RegExp(`^(?:${OLD_NAME}/?|ROOT)$`),
  minimum: 2,
  maximum: 30,
  words: 'ROOT, or 2 to 30 lowercase letters and digits, with a single . _ - or / between them',
};

/** The provider's pattern is not anchored, so only AWS notices text around a valid prefix. */
export const TEMPLATE_PREFIX_TEXT: TextFact = {
  refusedBy: 'AWS',
  pattern: /^(?:[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\/?|ROOT)$/,
  minimum: 1,
  maximum: 256,
  words: 'ROOT, or the beginning of names: up to 256 lowercase letters and digits, with . _ - or / between them',
  isUnsure: true,
};

export const REPLICATION_FILTER_TEXT: TextFact = {
  refusedBy: 'AWS',
  pattern: /^(?:[a-z0-9]+(?:[._-][a-z0-9]*)*\/)*[a-z0-9]*(?:[._-][a-z0-9]*)*$/,
  minimum: 2,
  maximum: 256,
  words: 'the beginning of names, 2 to 256 lowercase letters, digits and . _ - / (not a pattern: * is refused)',
};

export const SCANNING_FILTER_TEXT: TextFact = {
  refusedBy: 'provider',
  // The provider's own pattern takes exponential time; this one accepts the same texts.
  pattern: /^[a-z0-9*]+(?:[._\-/][a-z0-9*]+)*$/,
  minimum: 1,
  maximum: 256,
  words: '1 to 256 lowercase letters, digits, * and single . _ - / between them',
};

export const PRINCIPAL_TEXT: TextFact = {
  refusedBy: 'AWS',
  pattern: /^arn:aws(?:-[a-z]+)*:iam::[0-9]{12}:(?:role|user)\/[\w+=,.@-]+(?:\/[\w+=,.@-]+)*$/,
  maximum: 200,
  words: 'the ARN of an IAM role or user of at most 200 characters, without wildcards',
};

/** A text with a maximum length and no other constraint. */
export function textOfLength(refusedBy: TextFact['refusedBy'], maximum: number): TextFact {
  return { refusedBy, maximum, words: `at most ${printNumber(maximum)} characters` };
}
