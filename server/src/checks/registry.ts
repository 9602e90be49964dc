// Written by npm run generate.
import { accessActionNoEffect } from './access/accessActionNoEffect.ts';
import { accessActionRegistryOnly } from './access/accessActionRegistryOnly.ts';
import { accessActionService } from './access/accessActionService.ts';
import { accessActionUnknown } from './access/accessActionUnknown.ts';
import { accessConditionKey } from './access/accessConditionKey.ts';
import { accessConditionOperator } from './access/accessConditionOperator.ts';
import { accessConditionType } from './access/accessConditionType.ts';
import { accessConditionWildcard } from './access/accessConditionWildcard.ts';
import { accessEffectValue } from './access/accessEffectValue.ts';
import { accessElementUnknown } from './access/accessElementUnknown.ts';
import { accessFullWildcard } from './access/accessFullWildcard.ts';
import { accessLambdaArn } from './access/accessLambdaArn.ts';
import { accessLambdaCondition } from './access/accessLambdaCondition.ts';
import { accessLambdaHalf } from './access/accessLambdaHalf.ts';
import { accessLifecycleMixup } from './access/accessLifecycleMixup.ts';
import { accessLockout } from './access/accessLockout.ts';
import { accessNewRoleRace } from './access/accessNewRoleRace.ts';
import { accessOrgForm } from './access/accessOrgForm.ts';
import { accessOrgLambda } from './access/accessOrgLambda.ts';
import { accessPolicyJson } from './access/accessPolicyJson.ts';
import { accessPolicyLength } from './access/accessPolicyLength.ts';
import { accessPolicyRepeated } from './access/accessPolicyRepeated.ts';
import { accessPrincipalForm } from './access/accessPrincipalForm.ts';
import { accessPrincipalMissing } from './access/accessPrincipalMissing.ts';
import { accessPrincipalPartition } from './access/accessPrincipalPartition.ts';
import { accessPrincipalPublic } from './access/accessPrincipalPublic.ts';
import { accessPrincipalServiceUnused } from './access/accessPrincipalServiceUnused.ts';
import { accessPrincipalSession } from './access/accessPrincipalSession.ts';
import { accessPullIncomplete } from './access/accessPullIncomplete.ts';
import { accessPushIncomplete } from './access/accessPushIncomplete.ts';
import { accessRegistryResource } from './access/accessRegistryResource.ts';
import { accessResourceElement } from './access/accessResourceElement.ts';
import { accessStatementMissing } from './access/accessStatementMissing.ts';
import { accessVersionMissing } from './access/accessVersionMissing.ts';
import { accessVersionValue } from './access/accessVersionValue.ts';
import { argumentConflict } from './argument/argumentConflict.ts';
import { argumentMissing } from './argument/argumentMissing.ts';
import { argumentType } from './argument/argumentType.ts';
import { argumentUnknown } from './argument/argumentUnknown.ts';
import { argumentValue } from './argument/argumentValue.ts';
import { blockCount } from './argument/blockCount.ts';
import { blockDeclaration } from './argument/blockDeclaration.ts';
import { documentType } from './argument/documentType.ts';
import { metaArgument } from './argument/metaArgument.ts';
import { providerVersion } from './argument/providerVersion.ts';
import { cacheCredentialMissing } from './cache/cacheCredentialMissing.ts';
import { cacheCredentialUnneeded } from './cache/cacheCredentialUnneeded.ts';
import { cacheOwnRegistry } from './cache/cacheOwnRegistry.ts';
import { cachePrefixOverlap } from './cache/cachePrefixOverlap.ts';
import { cacheRoleNeedsEcr } from './cache/cacheRoleNeedsEcr.ts';
import { cacheSecretName } from './cache/cacheSecretName.ts';
import { cacheSecretShape } from './cache/cacheSecretShape.ts';
import { cacheUpstreamUnknown } from './cache/cacheUpstreamUnknown.ts';
import { cacheWithoutTemplate } from './cache/cacheWithoutTemplate.ts';
import type { Check } from './check.ts';
import { accessIdentityAction } from './identity/accessIdentityAction.ts';
import { accessTokenResource } from './identity/accessTokenResource.ts';
import { imageMostRecent } from './image/imageMostRecent.ts';
import { imageNewRepository } from './image/imageNewRepository.ts';
import { tokenInState } from './image/tokenInState.ts';
import { importDuplicate } from './import/importDuplicate.ts';
import { importId } from './import/importId.ts';
import { importIdForm } from './import/importIdForm.ts';
import { importIdMismatch } from './import/importIdMismatch.ts';
import { importPlacement } from './import/importPlacement.ts';
import { importTargetKey } from './import/importTargetKey.ts';
import { importTargetUndeclared } from './import/importTargetUndeclared.ts';
import { importTerraformVersion } from './import/importTerraformVersion.ts';
import { importTo } from './import/importTo.ts';
import { ruleActionMismatch } from './lifecycleRule/ruleActionMismatch.ts';
import { ruleAnyNotLast } from './lifecycleRule/ruleAnyNotLast.ts';
import { ruleAnyRepeated } from './lifecycleRule/ruleAnyRepeated.ts';
import { ruleArchiveMinimum } from './lifecycleRule/ruleArchiveMinimum.ts';
import { ruleCountUnitForbidden } from './lifecycleRule/ruleCountUnitForbidden.ts';
import { ruleCountUnitMissing } from './lifecycleRule/ruleCountUnitMissing.ts';
import { ruleDescriptionMismatch } from './lifecycleRule/ruleDescriptionMismatch.ts';
import { rulePrefixWildcard } from './lifecycleRule/rulePrefixWildcard.ts';
import { rulePriorityDuplicate } from './lifecycleRule/rulePriorityDuplicate.ts';
import { ruleShadowed } from './lifecycleRule/ruleShadowed.ts';
import { ruleStorageClassMismatch } from './lifecycleRule/ruleStorageClassMismatch.ts';
import { ruleTagListAnd } from './lifecycleRule/ruleTagListAnd.ts';
import { ruleTagListConflict } from './lifecycleRule/ruleTagListConflict.ts';
import { ruleTagListForbidden } from './lifecycleRule/ruleTagListForbidden.ts';
import { ruleTagListMissing } from './lifecycleRule/ruleTagListMissing.ts';
import { ruleTagListRepeated } from './lifecycleRule/ruleTagListRepeated.ts';
import { ruleTagNeverMatches } from './lifecycleRule/ruleTagNeverMatches.ts';
import { ruleTagPatternWildcards } from './lifecycleRule/ruleTagPatternWildcards.ts';
import { ruleTargetStorageClass } from './lifecycleRule/ruleTargetStorageClass.ts';
import { ruleUntaggedRepeated } from './lifecycleRule/ruleUntaggedRepeated.ts';
import { moduleDefaultChanged } from './module/moduleDefaultChanged.ts';
import { moduleInput } from './module/moduleInput.ts';
import { moduleInputIgnored } from './module/moduleInputIgnored.ts';
import { moduleKnownDefect } from './module/moduleKnownDefect.ts';
import { moduleLambdaAccount } from './module/moduleLambdaAccount.ts';
import { moduleLambdaArn } from './module/moduleLambdaArn.ts';
import { moduleNothingCreated } from './module/moduleNothingCreated.ts';
import { modulePolicyIgnored } from './module/modulePolicyIgnored.ts';
import { modulePolicyMissing } from './module/modulePolicyMissing.ts';
import { modulePolicyType } from './module/modulePolicyType.ts';
import { modulePrefixesAnd } from './module/modulePrefixesAnd.ts';
import { moduleProviderFloor } from './module/moduleProviderFloor.ts';
import { moduleRulesConflict } from './module/moduleRulesConflict.ts';
import { moduleStatementShape } from './module/moduleStatementShape.ts';
import { moduleTemplateDeletes } from './module/moduleTemplateDeletes.ts';
import { moduleTerraformFloor } from './module/moduleTerraformFloor.ts';
import { moduleUnpinned } from './module/moduleUnpinned.ts';
import { policyBreaksGuarantee } from './policy/policyBreaksGuarantee.ts';
import { policyCreateBeforeDestroy } from './policy/policyCreateBeforeDestroy.ts';
import { policyDocumentVersion } from './policy/policyDocumentVersion.ts';
import { policyDuplicateKey } from './policy/policyDuplicateKey.ts';
import { policyEnumValue } from './policy/policyEnumValue.ts';
import { policyExpiresRunningImage } from './policy/policyExpiresRunningImage.ts';
import { policyGrowth } from './policy/policyGrowth.ts';
import { policyJsonSyntax } from './policy/policyJsonSyntax.ts';
import { policyLength } from './policy/policyLength.ts';
import { policyMissingKey } from './policy/policyMissingKey.ts';
import { policyNullValue } from './policy/policyNullValue.ts';
import { policyNumberRange } from './policy/policyNumberRange.ts';
import { policyPublicRepository } from './policy/policyPublicRepository.ts';
import { policyRepositoryDependency } from './policy/policyRepositoryDependency.ts';
import { policyRepositoryReference } from './policy/policyRepositoryReference.ts';
import { policyRepositoryRepeated } from './policy/policyRepositoryRepeated.ts';
import { policyRepositoryUndeclared } from './policy/policyRepositoryUndeclared.ts';
import { policyRuleCount } from './policy/policyRuleCount.ts';
import { policyShape } from './policy/policyShape.ts';
import { policyTooLarge } from './policy/policyTooLarge.ts';
import { policyUnknownKey } from './policy/policyUnknownKey.ts';
import { policyUntaggedImmutable } from './policy/policyUntaggedImmutable.ts';
import { policyValueType } from './policy/policyValueType.ts';
import { publicCatalogData } from './public/publicCatalogData.ts';
import { publicRegion } from './public/publicRegion.ts';
import { referenceAttribute } from './reference/referenceAttribute.ts';
import { referenceInstance } from './reference/referenceInstance.ts';
import { referenceUndeclared } from './reference/referenceUndeclared.ts';
import { accountSettingRemoved } from './registry/accountSettingRemoved.ts';
import { exclusionUnused } from './registry/exclusionUnused.ts';
import { tagValue } from './registry/tagValue.ts';
import { replicationDestinationRepeated } from './replication/replicationDestinationRepeated.ts';
import { replicationLimits } from './replication/replicationLimits.ts';
import { replicationOwnRegistry } from './replication/replicationOwnRegistry.ts';
import { replicationPolicyHint } from './replication/replicationPolicyHint.ts';
import { replicationRegionPartition } from './replication/replicationRegionPartition.ts';
import { nameRepeated } from './repository/nameRepeated.ts';
import { repositoryEncryption } from './repository/repositoryEncryption.ts';
import { repositoryExclusionFilterForbidden } from './repository/repositoryExclusionFilterForbidden.ts';
import { repositoryExclusionFilterMissing } from './repository/repositoryExclusionFilterMissing.ts';
import { repositoryExclusionFilterValue } from './repository/repositoryExclusionFilterValue.ts';
import { repositoryForceDelete } from './repository/repositoryForceDelete.ts';
import { repositoryMutabilityValue } from './repository/repositoryMutabilityValue.ts';
import { repositoryMutableTags } from './repository/repositoryMutableTags.ts';
import { repositoryName } from './repository/repositoryName.ts';
import { repositoryNoLifecyclePolicy } from './repository/repositoryNoLifecyclePolicy.ts';
import { repositoryScanOnPush } from './repository/repositoryScanOnPush.ts';
import { singletonRepeated } from './repository/singletonRepeated.ts';
import { scanningFrequencyRepeated } from './scanning/scanningFrequencyRepeated.ts';
import { scanningFrequencyType } from './scanning/scanningFrequencyType.ts';
import { scanningShadowsRepository } from './scanning/scanningShadowsRepository.ts';
import { stateMoved } from './state/stateMoved.ts';
import { stateRemoved } from './state/stateRemoved.ts';
import { stateRemovedDestroys } from './state/stateRemovedDestroys.ts';
import { templateImmutableCache } from './template/templateImmutableCache.ts';
import { templateRoleMissing } from './template/templateRoleMissing.ts';
import { conditionalTypes } from './text/conditionalTypes.ts';
import { fileMissing } from './text/fileMissing.ts';
import { referenceCycle } from './text/referenceCycle.ts';
import { settingsInvalid } from './text/settingsInvalid.ts';
import { suppressionUnused } from './text/suppressionUnused.ts';
import { syntax } from './text/syntax.ts';
import { templateError } from './text/templateError.ts';

/** Every check, by subject. */
export const CHECKS: readonly Check[] = [
  conditionalTypes,
  fileMissing,
  referenceCycle,
  settingsInvalid,
  suppressionUnused,
  syntax,
  templateError,
  policyBreaksGuarantee,
  policyCreateBeforeDestroy,
  policyDocumentVersion,
  policyDuplicateKey,
  policyEnumValue,
  policyExpiresRunningImage,
  policyGrowth,
  policyJsonSyntax,
  policyLength,
  policyMissingKey,
  policyNullValue,
  policyNumberRange,
  policyPublicRepository,
  policyRepositoryDependency,
  policyRepositoryReference,
  policyRepositoryRepeated,
  policyRepositoryUndeclared,
  policyRuleCount,
  policyShape,
  policyTooLarge,
  policyUnknownKey,
  policyUntaggedImmutable,
  policyValueType,
  ruleActionMismatch,
  ruleAnyNotLast,
  ruleAnyRepeated,
  ruleArchiveMinimum,
  ruleCountUnitForbidden,
  ruleCountUnitMissing,
  ruleDescriptionMismatch,
  rulePrefixWildcard,
  rulePriorityDuplicate,
  ruleShadowed,
  ruleStorageClassMismatch,
  ruleTagListAnd,
  ruleTagListConflict,
  ruleTagListForbidden,
  ruleTagListMissing,
  ruleTagListRepeated,
  ruleTagNeverMatches,
  ruleTagPatternWildcards,
  ruleTargetStorageClass,
  ruleUntaggedRepeated,
  accessActionNoEffect,
  accessActionRegistryOnly,
  accessActionService,
  accessActionUnknown,
  accessConditionKey,
  accessConditionOperator,
  accessConditionType,
  accessConditionWildcard,
  accessEffectValue,
  accessElementUnknown,
  accessFullWildcard,
  accessLambdaArn,
  accessLambdaCondition,
  accessLambdaHalf,
  accessLifecycleMixup,
  accessLockout,
  accessNewRoleRace,
  accessOrgForm,
  accessOrgLambda,
  accessPolicyJson,
  accessPolicyLength,
  accessPolicyRepeated,
  accessPrincipalForm,
  accessPrincipalMissing,
  accessPrincipalPartition,
  accessPrincipalPublic,
  accessPrincipalServiceUnused,
  accessPrincipalSession,
  accessPullIncomplete,
  accessPushIncomplete,
  accessRegistryResource,
  accessResourceElement,
  accessStatementMissing,
  accessVersionMissing,
  accessVersionValue,
  accessIdentityAction,
  accessTokenResource,
  nameRepeated,
  repositoryEncryption,
  repositoryExclusionFilterForbidden,
  repositoryExclusionFilterMissing,
  repositoryExclusionFilterValue,
  repositoryForceDelete,
  repositoryMutabilityValue,
  repositoryMutableTags,
  repositoryName,
  repositoryNoLifecyclePolicy,
  repositoryScanOnPush,
  singletonRepeated,
  cacheCredentialMissing,
  cacheCredentialUnneeded,
  cacheOwnRegistry,
  cachePrefixOverlap,
  cacheRoleNeedsEcr,
  cacheSecretName,
  cacheSecretShape,
  cacheUpstreamUnknown,
  cacheWithoutTemplate,
  replicationDestinationRepeated,
  replicationLimits,
  replicationOwnRegistry,
  replicationPolicyHint,
  replicationRegionPartition,
  scanningFrequencyRepeated,
  scanningFrequencyType,
  scanningShadowsRepository,
  templateImmutableCache,
  templateRoleMissing,
  accountSettingRemoved,
  exclusionUnused,
  tagValue,
  publicCatalogData,
  publicRegion,
  imageMostRecent,
  imageNewRepository,
  tokenInState,
  stateMoved,
  stateRemoved,
  stateRemovedDestroys,
  moduleDefaultChanged,
  moduleInput,
  moduleInputIgnored,
  moduleKnownDefect,
  moduleLambdaAccount,
  moduleLambdaArn,
  moduleNothingCreated,
  modulePolicyIgnored,
  modulePolicyMissing,
  modulePolicyType,
  modulePrefixesAnd,
  moduleProviderFloor,
  moduleRulesConflict,
  moduleStatementShape,
  moduleTemplateDeletes,
  moduleTerraformFloor,
  moduleUnpinned,
  argumentConflict,
  argumentMissing,
  argumentType,
  argumentUnknown,
  argumentValue,
  blockCount,
  blockDeclaration,
  documentType,
  metaArgument,
  providerVersion,
  referenceAttribute,
  referenceInstance,
  referenceUndeclared,
  importDuplicate,
  importId,
  importIdForm,
  importIdMismatch,
  importPlacement,
  importTargetKey,
  importTargetUndeclared,
  importTerraformVersion,
  importTo,
];
