import { excludeLatest } from './excludeLatest.ts';
import { mergeUntagged } from './mergeUntagged.ts';
import type { Refactoring } from './refactoring.ts';
import { renumberRules } from './renumberRules.ts';
import { sortRules } from './sortRules.ts';
import { splitEntries } from './splitEntries.ts';

/** Every refactoring, in the order of the menu. */
export const REFACTORINGS: readonly Refactoring[] = [
  sortRules,
  renumberRules,
  splitEntries,
  mergeUntagged,
  excludeLatest,
];
