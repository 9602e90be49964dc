import { conditionalTypes } from './conditionalTypes.ts';
import { fileMissing } from './fileMissing.ts';
import { importDuplicate } from './importDuplicate.ts';
import { importId } from './importId.ts';
import { importIdForm } from './importIdForm.ts';
import { importIdMismatch } from './importIdMismatch.ts';
import { importPlacement } from './importPlacement.ts';
import { importTargetKey } from './importTargetKey.ts';
import { importTargetUndeclared } from './importTargetUndeclared.ts';
import { importTerraformVersion } from './importTerraformVersion.ts';
import { importTo } from './importTo.ts';
import { policyDocumentVersion } from './policyDocumentVersion.ts';
import { policyDuplicateKey } from './policyDuplicateKey.ts';
import { policyEnumValue } from './policyEnumValue.ts';
import { policyGrowth } from './policyGrowth.ts';
import { policyJsonSyntax } from './policyJsonSyntax.ts';
import { policyLength } from './policyLength.ts';
import { policyMissingKey } from './policyMissingKey.ts';
import { policyNullValue } from './policyNullValue.ts';
import { policyNumberRange } from './policyNumberRange.ts';
import { policyPublicRepository } from './policyPublicRepository.ts';
import { policyRepositoryReference } from './policyRepositoryReference.ts';
import { policyRepositoryRepeated } from './policyRepositoryRepeated.ts';
import { policyRepositoryUndeclared } from './policyRepositoryUndeclared.ts';
import { policyRuleCount } from './policyRuleCount.ts';
import { policyShape } from './policyShape.ts';
import { policyUnknownKey } from './policyUnknownKey.ts';
import { policyUntaggedImmutable } from './policyUntaggedImmutable.ts';
import { policyValueType } from './policyValueType.ts';
import { referenceCycle } from './referenceCycle.ts';
import { repositoryEncryption } from './repositoryEncryption.ts';
import { repositoryExclusionFilterForbidden } from './repositoryExclusionFilterForbidden.ts';
import { repositoryExclusionFilterMissing } from './repositoryExclusionFilterMissing.ts';
import { repositoryExclusionFilterValue } from './repositoryExclusionFilterValue.ts';
import { repositoryForceDelete } from './repositoryForceDelete.ts';
import { repositoryMutabilityValue } from './repositoryMutabilityValue.ts';
import { repositoryMutableTags } from './repositoryMutableTags.ts';
import { repositoryName } from './repositoryName.ts';
import { repositoryNoLifecyclePolicy } from './repositoryNoLifecyclePolicy.ts';
import { repositoryProviderVersion } from './repositoryProviderVersion.ts';
import { repositoryScanOnPush } from './repositoryScanOnPush.ts';
import { repositoryUnknownArgument } from './repositoryUnknownArgument.ts';
import type { Rule } from './rule.ts';
import { ruleActionMismatch } from './ruleActionMismatch.ts';
import { ruleAnyNotLast } from './ruleAnyNotLast.ts';
import { ruleAnyRepeated } from './ruleAnyRepeated.ts';
import { ruleArchiveMinimum } from './ruleArchiveMinimum.ts';
import { ruleCountUnitForbidden } from './ruleCountUnitForbidden.ts';
import { ruleCountUnitMissing } from './ruleCountUnitMissing.ts';
import { ruleDescriptionMismatch } from './ruleDescriptionMismatch.ts';
import { rulePrefixWildcard } from './rulePrefixWildcard.ts';
import { rulePriorityDuplicate } from './rulePriorityDuplicate.ts';
import { ruleShadowed } from './ruleShadowed.ts';
import { ruleStorageClassMismatch } from './ruleStorageClassMismatch.ts';
import { ruleTagListAnd } from './ruleTagListAnd.ts';
import { ruleTagListConflict } from './ruleTagListConflict.ts';
import { ruleTagListForbidden } from './ruleTagListForbidden.ts';
import { ruleTagListMissing } from './ruleTagListMissing.ts';
import { ruleTagListRepeated } from './ruleTagListRepeated.ts';
import { ruleTagNeverMatches } from './ruleTagNeverMatches.ts';
import { ruleTagPatternWildcards } from './ruleTagPatternWildcards.ts';
import { ruleTargetStorageClass } from './ruleTargetStorageClass.ts';
import { ruleUntaggedRepeated } from './ruleUntaggedRepeated.ts';
import { settingsInvalid } from './settingsInvalid.ts';
import { suppressionUnused } from './suppressionUnused.ts';
import { syntax } from './syntax.ts';
import { templateError } from './templateError.ts';

/** Every rule there is, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  syntax,
  fileMissing,
  referenceCycle,
  conditionalTypes,
  templateError,
  policyJsonSyntax,
  policyShape,
  policyUnknownKey,
  policyMissingKey,
  policyDuplicateKey,
  policyNullValue,
  policyValueType,
  policyEnumValue,
  policyNumberRange,
  policyLength,
  policyRuleCount,
  ruleCountUnitMissing,
  ruleCountUnitForbidden,
  ruleTagListMissing,
  ruleTagListConflict,
  ruleTagListForbidden,
  ruleTagPatternWildcards,
  ruleActionMismatch,
  ruleTargetStorageClass,
  ruleStorageClassMismatch,
  ruleArchiveMinimum,
  ruleTagListAnd,
  rulePrefixWildcard,
  ruleTagNeverMatches,
  ruleDescriptionMismatch,
  rulePriorityDuplicate,
  ruleAnyNotLast,
  ruleAnyRepeated,
  ruleUntaggedRepeated,
  ruleTagListRepeated,
  ruleShadowed,
  policyGrowth,
  policyRepositoryRepeated,
  policyRepositoryReference,
  policyRepositoryUndeclared,
  policyUntaggedImmutable,
  policyPublicRepository,
  policyDocumentVersion,
  repositoryName,
  repositoryMutabilityValue,
  repositoryExclusionFilterMissing,
  repositoryExclusionFilterForbidden,
  repositoryExclusionFilterValue,
  repositoryEncryption,
  repositoryUnknownArgument,
  repositoryProviderVersion,
  repositoryNoLifecyclePolicy,
  repositoryMutableTags,
  repositoryScanOnPush,
  repositoryForceDelete,
  importTo,
  importTargetUndeclared,
  importTargetKey,
  importId,
  importIdForm,
  importIdMismatch,
  importDuplicate,
  importPlacement,
  importTerraformVersion,
  suppressionUnused,
  settingsInvalid,
];
