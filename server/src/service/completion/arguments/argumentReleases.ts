import { ARGUMENT_FEATURES } from '../../../facts/provider/providerFeatures.ts';
import { questionScope } from '../../../module/tracking/questionScope.ts';
import { providerRequirement } from '../../../module/versions/providerRequirement.ts';
import { releaseOf } from '../../../module/versions/release.ts';
import { supportByConstraints, supportByProvider } from '../../../module/versions/support.ts';
import { terraformRequirement } from '../../../module/versions/versionRequirement.ts';
import type { Block } from '../../../syntax/tree/tree.ts';
import type { Point } from '../../cursor/point.ts';
import type { Draft } from '../items/completionItem.ts';

/**
 * An item and the release that introduced it: `6.8.0` of the AWS provider, or `Terraform 1.7`; undefined if it always
 * existed.
 */
export interface DatedDraft {
  readonly draft: Draft;
  readonly since: string | undefined;
}

/** Moves items that no allowed release has to the end, and says so. */
export function byRelease(point: Point, owner: Block, dated: readonly DatedDraft[]): Draft[] {
  if (dated.every(({ since }) => since === undefined)) return dated.map(({ draft }) => draft);
  const lacks = lackingIn(point, owner);
  const isNew = ({ since }: DatedDraft) => since !== undefined && lacks(since);
  const late = dated.filter(isNew).map(({ draft, since = '' }) => {
    const words = since.startsWith('Terraform') ? since : `provider ${since}`;
    const note = `**Needs ${words}**, which the module does not admit.`;
    return { ...draft, detail: `needs ${words}`, documentation: `${note}\n\n${draft.documentation}` };
  });
  return [...dated.filter((one) => !isNew(one)).map(({ draft }) => draft), ...late];
}

/** The release that introduced a value of an argument. */
export function valueSince(owner: Block, argument: string, value: string): string | undefined {
  const fact = ARGUMENT_FEATURES.find(
    ({ block, type, argument: name, values }) =>
      block === owner.type.text && type === owner.labels[0]?.text && name === argument && values?.includes(value),
  );
  return fact?.since;
}

/** Tells whether no allowed release has what a release introduced. Nothing is missing when nothing is required. */
function lackingIn({ module, source }: Point, owner: Block): (since: string) => boolean {
  const scope = questionScope(module);
  const declaration = module.declarations(source.piece).blocks.find(({ block }) => block === owner);
  return (since) => {
    const [, terraform] = /^Terraform (.*)$/.exec(since) ?? [];
    if (terraform !== undefined) {
      const requirement = terraformRequirement(scope);
      return requirement !== null && supportByConstraints(requirement, releaseOf(terraform))?.share === 'none';
    }
    const requirement = declaration === undefined ? null : providerRequirement(scope, declaration);
    return requirement !== null && supportByProvider(scope, requirement, releaseOf(since))?.share === 'none';
  };
}
