import { describe, expect, it } from 'vitest';
import { tabName } from '../../../../client/src/simulator/tabName.ts';

describe('the name of the simulator in its tab', () => {
  it('is the address', () => {
    const address = 'module.shop.aws_ecr_lifecycle_policy.app["orders/api"]';
    expect(tabName(address)).toBe(address);
  });

  it.each([
    ['a break', 'app["a\nb"]'],
    ['a mark that turns the text round', 'app["\u202egnp.exe"]'],
    ['an end of a string', 'app["a\0b"]'],
    ['an escape', 'app["\u001b[31m"]'],
    ['a character without width', 'app["a\u200bb"]'],
    ['a separator of lines', 'app["a\u2028b"]'],
    ['a tab', 'app["a\tb"]'],
    ['half a character', 'app["\ud83d"]'],
  ])('shows %s as a visible character', (_, address) => {
    const name = tabName(address);
    expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(name).toMatch(/^app\["/);
  });

  it('is cut in its middle when it is long, and never inside a character', () => {
    const name = tabName(`aws_ecr_lifecycle_policy.app["${'😀'.repeat(5000)}end"]`);
    expect([...name]).toHaveLength(80);
    expect(name).toMatch(/^aws_ecr_lifecycle_policy\.app\["(?:😀)+…(?:😀)+end"\]$/u);
  });
});
