import { IMPORT_SINCE } from '../../facts/imports/importArguments.ts';
import { attributesOf } from '../../module/declarations/declarations.ts';
import { isOfTofu } from '../../module/versions/engine.ts';
import { supportByConstraints } from '../../module/versions/support.ts';
import { engineRequirement } from '../../module/versions/versionRequirement.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { ImportCheck } from '../check.ts';
import type { NeededFeature } from '../support/tooNew.ts';
import { tooNew } from '../support/tooNew.ts';

export const importTerraformVersion: ImportCheck = {
  subject: 'import',
  id: 'import-terraform-version',
  title: 'Import feature that the required Terraform or OpenTofu lacks',
  severity: 'error',
  *check({ declaration }, scope) {
    // OpenTofu supports the block's features since releases with the same numbers.
    const requirement = engineRequirement(scope);
    if (requirement === null || requirement.constraints.length === 0) return;
    const engine = isOfTofu(scope) === true ? 'OpenTofu' : 'Terraform';
    const { source, block } = declaration;
    const whole: NeededFeature = {
      name: 'The import block',
      since: IMPORT_SINCE.block,
      wanted: IMPORT_SINCE.block,
      place: placeOf(source, block.type),
      isWhole: true,
    };
    const parts = attributesOf(block.body).flatMap(({ name }): NeededFeature[] => {
      const since = IMPORT_SINCE.arguments.get(name.text);
      const place = placeOf(source, name);
      return since === undefined
        ? []
        : [{ name: `${name.text} of an import block`, since, wanted: since, place, isWhole: false }];
    });
    yield* tooNew(
      engine === 'OpenTofu' ? parts : [whole, ...parts],
      requirement,
      (first) => supportByConstraints(requirement, first),
      engine,
    );
  },
};
