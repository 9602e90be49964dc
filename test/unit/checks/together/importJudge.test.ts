import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { terraformVersion } from '../../../corpus/evaluation/terraform.ts';
import { IMPORT_CASES, importModule } from '../../../corpus/imports/cases.ts';
import { plansOf } from '../../../corpus/imports/terraform.ts';
import { ruleIds } from '../../support/checkProblems.ts';

/**
 * Terraform is the judge of import blocks. Its verdicts are recorded; with a `terraform` binary on PATH they are asked
 * for again. `UPDATE_RECORDINGS=1` records them again.
 */
const RECORDING = new URL('../../../corpus/imports/verdicts.json', import.meta.url);

const BODY =
  'name = "team/app"\n  image_tag_mutability = "IMMUTABLE"\n  image_scanning_configuration {\n    scan_on_push = true\n  }';

function acceptedByUs(text: string): boolean {
  const found = ruleIds(importModule(text, 'aws_ecr_repository', BODY));
  return !found.some((id) => id.startsWith('error import-'));
}

const ours = Object.fromEntries(Object.entries(IMPORT_CASES).map(([name, text]) => [name, acceptedByUs(text)]));

describe('import blocks, against Terraform', () => {
  it('are accepted and refused as Terraform did', () => {
    if (process.env['UPDATE_RECORDINGS'] !== undefined) {
      writeFileSync(RECORDING, `${JSON.stringify(plansOf(IMPORT_CASES), null, 2)}\n`);
    }
    expect(ours).toEqual(JSON.parse(readFileSync(RECORDING, 'utf8')));
  });

  it('are accepted and refused as the terraform on PATH does', (context) => {
    if (terraformVersion() === null) context.skip('there is no terraform binary on PATH');
    expect(ours).toEqual(plansOf(IMPORT_CASES));
  });
});
