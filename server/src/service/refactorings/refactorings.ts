import { excludeLatest } from './excludeLatest.ts';
import { extractFile } from './extractFile.ts';
import { extractLocal } from './extractLocal.ts';
import { fromDocument } from './fromDocument.ts';
import { inlineFile } from './inlineFile.ts';
import { inlineLocal } from './inlineLocal.ts';
import { mergeUntagged } from './mergeUntagged.ts';
import type { Refactoring } from './refactoring.ts';
import { renumberRules } from './renumberRules.ts';
import { shareLocal } from './shareLocal.ts';
import { sortRules } from './sortRules.ts';
import { splitEntries } from './splitEntries.ts';
import { toDocument } from './toDocument.ts';
import { toJsonencode } from './toJsonencode.ts';

/** Every refactoring, in the order of the menu. */
export const REFACTORINGS: readonly Refactoring[] = [
  toJsonencode,
  toDocument,
  fromDocument,
  extractLocal,
  shareLocal,
  extractFile,
  inlineLocal,
  inlineFile,
  sortRules,
  renumberRules,
  splitEntries,
  mergeUntagged,
  excludeLatest,
];
