import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../server/src/checks/registry.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { bySubject } from '../../../server/src/problems/checksBySubject.ts';
import { FIXTURES } from '../support/fixtures.ts';

const { block, plainBlock } = bySubject(CHECKS);
const leftOut = block.filter((check) => !plainBlock.includes(check));

const TYPES = ['locals', 'variable', 'output', 'terraform', 'provider'];

/** What the checks that are not run on these blocks would find in them. */
function findingsIn(files: Readonly<Record<string, string>>): readonly string[] {
  const workspace = new Workspace();
  for (const [name, text] of Object.entries(files)) workspace.setDiskFile(`file:///w/${name}`, text);
  const found: string[] = [];
  for (const module of workspace.modules) {
    const scope = new RecordingScope(module);
    for (const declaration of module.allBlocks().filter(({ type }) => TYPES.includes(type))) {
      for (const check of leftOut) {
        for (const { message } of check.check(declaration, scope)) found.push(`${check.id}: ${message}`);
      }
    }
  }
  return found;
}

describe('the checks that are not run on blocks that describe the module itself', () => {
  it('are most block checks, without those of references and cycles', () => {
    expect(leftOut.length).toBeGreaterThan(15);
    const kept = plainBlock.map(({ id }) => id);
    expect(kept).toEqual(expect.arrayContaining(['reference-cycle', 'reference-undeclared', 'meta-argument']));
  });

  it.each(FIXTURES.filter(([name]) => name === 'examples' || name === 'realistic' || name.startsWith('silent/')))(
    'find nothing in those of %s',
    (_, files) => expect(findingsIn(files)).toEqual([]),
  );

  it('find nothing in those of the pages', () => {
    const pages = FIXTURES.filter(([name]) => name.startsWith('docs/'));
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap(([, files]) => findingsIn(files))).toEqual([]);
  }, 60_000);

  it.each(TYPES)('find nothing in a %s block with the words of ECR', (type) => {
    const label = type === 'locals' || type === 'terraform' ? '' : ' "aws_ecr_repository"';
    const inner = `  aws_ecr_repository = aws_ecr_repository.missing.name
  repository         = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app"
  policy             = jsonencode({ rules = [{ rulePriority = 0 }] })
  lifecycle_policy   = { count_type = "x" }
  name               = "WRONG NAME"
  count              = "x"
  import {
    to = aws_ecr_repository.missing
  }
  lifecycle {
    create_before_destroy = true
  }
`;
    const text = `${type}${label} {\n${inner}}\n`;
    expect(findingsIn({ 'main.tf': text + text, 'other.tf': text })).toEqual([]);
  });
});
