import pages from 'rule-pages';
import { CHECKS } from '../checks/registry.ts';
import { pageInReport } from '../facts/product/documentationPages.ts';
import { largestOf } from '../syntax/arrays.ts';
import type { RulesOptions } from './options.ts';
import type { Output } from './output.ts';

/** Runs `rules`: the catalog, or one rule's page. */
export function runRules({ ruleId, format }: RulesOptions, output: Output): number {
  const rules = CHECKS.filter(({ id }) => ruleId === null || id === ruleId).map(({ id, title, severity }) => {
    return { id, title, severity, url: pageInReport(id), page: pages[id] ?? '' };
  });
  if (format === 'json') output.print(JSON.stringify({ version: 1, rules }, null, 1));
  else if (ruleId !== null) output.print(rules.map(({ page }) => page.trimEnd()).join('\n'));
  else {
    const width = largestOf(rules.map(({ id }) => id.length));
    output.print(
      rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${severity.padEnd(7)}  ${title}`).join('\n'),
    );
  }
  return 0;
}
