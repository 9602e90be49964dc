import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { block, marked, repository } from '../support/importBlocks.ts';

const ID = 'import-id';

describe(ID, () => {
  const target = 'aws_ecr_repository.app';

  it('is reported at the header where there is none, else on the value', () => {
    checkOnly(ID, `import {\n^^^^^^ error import-id needs \`id\`\n  to = ${target}\n}\n${repository()}`);
    checkOnly(ID, block(target, marked('""', 'error import-id empty string')) + repository());
    checkOnly(ID, block(target, marked('null', 'error import-id cannot be null')) + repository());
    checkOnly(
      ID,
      block(target, '"app"', '  identity = {\n  ^^^^^^^^ error import-id not both\n    name = "app"\n  }\n') +
        repository(),
    );
  });

  it.each([
    block(target, 'var.id'),
    block(target, '"${var.id}"'),
    `import {\n  to = ${target}\n  identity = {\n    name = "app"\n  }\n}\n`,
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text + repository())).toEqual([]);
  });

  it('says nothing while the block is being typed', () => {
    expect(ruleIdsOnly(ID, `import {\n  to = ${target}\n  id = \n}\n${repository()}`)).toEqual([]);
    expect(ruleIdsOnly(ID, `import {\n  to = \n}\n${repository()}`)).toEqual([]);
  });
});
