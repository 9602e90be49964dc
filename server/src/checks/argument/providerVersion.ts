import { readImport } from '../../ecr/imports/importBlock.ts';
import { declarationAt, importedResource } from '../../ecr/imports/importedResource.ts';
import { IDENTITY_SINCE, IDENTITY_TYPES } from '../../facts/provider/providerFeatures.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { providerRequirement } from '../../module/versions/providerRequirement.ts';
import { supportByProvider } from '../../module/versions/support.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { BlockCheck } from '../check.ts';
import { archiveArgument } from '../support/archiveArgument.ts';
import { neededFeatures } from '../support/neededFeatures.ts';
import type { NeededFeature } from '../support/tooNew.ts';
import { tooNew } from '../support/tooNew.ts';

export const providerVersion: BlockCheck = {
  subject: 'block',
  id: 'provider-version',
  title: 'A feature is newer than the required AWS provider',
  severity: 'error',
  coversInnerData: true,
  *check(declaration, scope) {
    const use = declaration.type === 'import' ? identityUse(declaration, scope) : blockUse(declaration, scope);
    const requirement = use === null || use.features.length === 0 ? null : providerRequirement(scope, use.user);
    if (use === null || requirement === null) return;
    const findings = tooNew(use.features, requirement, (first) => supportByProvider(scope, requirement, first));
    // `policy-document-version` reports doubts about the archive arguments.
    const isToldElsewhere = archiveArgument(declaration, scope) !== null;
    yield* isToldElsewhere ? findings.filter(({ severity }) => severity !== 'hint') : findings;
  },
};

/** A feature in use, and the block whose provider must support it. */
interface Use {
  readonly features: readonly NeededFeature[];
  readonly user: BlockDeclaration;
}

function blockUse(declaration: BlockDeclaration, scope: RecordingScope): Use | null {
  if (!declaration.labels[0]?.startsWith('aws_ecr')) return null;
  return { features: neededFeatures(declaration, scope), user: declaration };
}

/** An import by `identity`, which the imported resource must have. */
function identityUse(declaration: BlockDeclaration, scope: RecordingScope): Use | null {
  const block = readImport(declaration);
  const identity = attributeOf(declaration.block, 'identity');
  const target = block && importedResource(block);
  if (identity === undefined || !target || !IDENTITY_TYPES.includes(target.type)) return null;
  const user = declarationAt(target.address, scope);
  if (user === null) return null;
  const place = placeOf(declaration.source, identity.name);
  const name = `The identity of ${target.type}`;
  return { features: [{ name, since: IDENTITY_SINCE, wanted: IDENTITY_SINCE, place, isWhole: false }], user };
}
