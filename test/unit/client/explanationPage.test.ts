import { describe, expect, it } from 'vitest';
import { explanationPage } from '../../../client/src/commands/explanationPage.ts';

const PAGE = `aws_ecr_lifecycle_policy.app: 2 rules, 300 of at most 30,720 characters.

Priority 1: keep <releases>
  Keeps the newest 5 of the images with a tag v*.
  Images with a tag v* belong only to this rule.

Priority 2
  Deletes all other images pushed more than 14 days ago.

All rules are evaluated at once.
With the default of var.keep.
`;

describe('the page that explains a policy', () => {
  it('has a heading for the policy and for each rule', () => {
    expect(explanationPage(PAGE)).toBe(`# aws_ecr_lifecycle_policy.app

2 rules, 300 of at most 30,720 characters.

### Priority 1: keep \\<releases\\>

Keeps the newest 5 of the images with a tag v\\*.

Images with a tag v\\* belong only to this rule.

### Priority 2

Deletes all other images pushed more than 14 days ago.

All rules are evaluated at once.

With the default of var.keep.
`);
  });

  it.each([
    ['a picture', '![x](https://example.com/x.png)'],
    ['a link', '[x](command:workbench.action.quit)'],
    ['an address', 'https://example.com'],
    ['HTML', '<img src=x onerror=alert(1)>'],
    ['a heading', '# x'],
    ['code', '`x`'],
    ['an entity', '&lt;'],
  ])('makes nothing of %s in a name, a description or a tag', (_, hostile) => {
    const page = explanationPage(`${hostile}: 1 rule.\n\nPriority 1: ${hostile}\n  Keeps ${hostile}.\n`);
    // Each mark of Markdown has a backslash before it.
    expect(page.replaceAll(/\\./g, '')).not.toContain(hostile);
    expect(page.split('\n').filter((line) => line.startsWith('#'))).toHaveLength(2);
  });
});
