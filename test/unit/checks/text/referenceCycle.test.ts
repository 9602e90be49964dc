import { describe, it } from 'vitest';
import { checkOnly } from '../../support/checkProblems.ts';

const ID = 'reference-cycle';

describe(ID, () => {
  it('locals in a circle are told once, at the last of them', () => {
    checkOnly(ID, {
      'a.tf': `
locals {
  a = local.b
}
`,
      'b.tf': `
locals {
  b = "\${local.a}-x"
         ^^^^^^^ error reference-cycle local.b refers to itself through local.a
  c = local.a
}
`,
    });
  });

  it('a module that calls its caller is told at the source', () => {
    checkOnly(ID, {
      'main.tf': `
module "inner" {
  source = "./inner"
           ^^^^^^^^^ error reference-cycle
}
`,
      'inner/main.tf': `
module "outer" {
  source = "../"
           ^^^^^ error reference-cycle
}
`,
    });
  });
});
