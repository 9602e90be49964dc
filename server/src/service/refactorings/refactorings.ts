import { grantAccess } from './access/grantAccess.ts';
import { extractLocal } from './locals/extractLocal.ts';
import { inlineLocal } from './locals/inlineLocal.ts';
import { shareLocal } from './locals/shareLocal.ts';
import { upgradeCall } from './modules/upgradeCall.ts';
import { extractFile } from './policyFiles/extractFile.ts';
import { inlineFile } from './policyFiles/inlineFile.ts';
import type { Refactoring } from './refactoring.ts';
import { excludeLatest } from './repository/excludeLatest.ts';
import { writeImport } from './repository/writeImport.ts';
import { mergeUntagged } from './rules/mergeUntagged.ts';
import { renumberRules } from './rules/renumberRules.ts';
import { sortRules } from './rules/sortRules.ts';
import { splitEntries } from './rules/splitEntries.ts';
import { fromDocument } from './spelling/fromDocument.ts';
import { toDocument } from './spelling/toDocument.ts';
import { toJsonencode } from './spelling/toJsonencode.ts';

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
  writeImport,
  grantAccess,
  upgradeCall,
];
