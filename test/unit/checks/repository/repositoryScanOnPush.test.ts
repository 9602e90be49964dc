import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { HEADER, IMMUTABLE, repository, SCANNED, scanning } from '../support/postureRepositories.ts';

const ID = 'repository-scan-on-push';

describe(ID, () => {
  it('is reported at the value, or on the header where there is none', () => {
    checkOnly(ID, repository(IMMUTABLE + scanning(`false\n${' '.repeat(19)}^^^^^ hint repository-scan-on-push`)));
    checkOnly(ID, repository(`${HEADER} hint repository-scan-on-push\n${IMMUTABLE}`));
  });

  it.each([
    ['true', SCANNED],
    ['a variable', scanning('var.scan')],
    ['null', scanning('null')],
    ['an empty block', '\n  image_scanning_configuration {\n  }\n'],
    [
      'a dynamic block',
      '\n  dynamic "image_scanning_configuration" {\n    for_each = var.scan\n    content {\n      scan_on_push = true\n    }\n  }\n',
    ],
  ])('says nothing of %s', (_, body) => {
    expect(ruleIdsOnly(ID, repository(IMMUTABLE + body))).toEqual([]);
  });

  it('says nothing where the module sets how the registry scans', () => {
    const registry = 'resource "aws_ecr_registry_scanning_configuration" "all" {\n  scan_type = "ENHANCED"\n}\n';
    expect(ruleIdsOnly(ID, { 'a.tf': repository(IMMUTABLE), 'b.tf': registry })).toEqual([]);
  });

  it('adds the block, or switches it on', () => {
    const title = 'Scan images on push';
    expect(fixTitlesOnly(ID, repository(IMMUTABLE))).toEqual([`choice: ${title}`]);
    expect(fix(repository(IMMUTABLE), title)).toBe(repository(IMMUTABLE + SCANNED));
    expect(fix(repository(IMMUTABLE + scanning('false')), title)).toBe(repository(IMMUTABLE + SCANNED));
  });
});
