import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TARGET_CASES, targetFiles } from '../../../corpus/imports/targets.ts';
import { ruleIds } from '../../support/checkProblems.ts';

/**
 * The verdict of `terraform` 1.11.4 on each case: `accepted`, or the command that rejects it and the summaries of its
 * errors. `terraform_data` and a repository of a provider's schema get the same answers.
 */
const VERDICTS: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../../corpus/imports/targetVerdicts.json', import.meta.url), 'utf8'),
);

/** Rejected by Terraform, but not reported: OpenTofu accepts it, or it is still being typed. */
const NOT_TOLD = new Set([
  'to = TYPE.each[local.key]',
  'to = TYPE.counted[local.zero]',
  'to = resource.TYPE',
  'for_each: texts made numbers',
]);

const BODY =
  'name = "team/app"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }';

function told(name: string): string[] {
  const found = ruleIds(targetFiles(TARGET_CASES[name] ?? '', 'aws_ecr_repository', BODY));
  // The resources used instead have ids of one letter, which no repository has.
  return found.filter((id) => /^error (import-(?!id-form)|argument-unknown|argument-unknown)/.test(id));
}

describe('targets of import blocks, against Terraform', () => {
  it('all have a verdict', () => {
    expect(Object.keys(TARGET_CASES)).toEqual(Object.keys(VERDICTS));
  });

  it.each(Object.keys(TARGET_CASES))('%s', (name) => {
    const isRefused = VERDICTS[name] !== 'accepted' && !NOT_TOLD.has(name);
    expect(told(name).length > 0).toBe(isRefused);
  });
});
