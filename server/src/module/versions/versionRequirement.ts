import type { PieceInFile } from '../../syntax/tree/place.ts';
import type { Expression } from '../../syntax/tree/tree.ts';
import { attributeOf } from '../declarations/declarations.ts';
import { literalText } from '../declarations/literals.ts';
import type { RecordingScope } from '../tracking/recordingScope.ts';
import type { ConstraintSubject } from './constraint.ts';
import { admittedBy } from './constraint.ts';
import type { ReleaseSet } from './releaseSet.ts';
import { ALL_RELEASES, intersect } from './releaseSet.ts';
import type { VersionBlocks } from './versionBlocks.ts';
import { versionBlocks } from './versionBlocks.ts';

/** A version constraint and where it is written. */
export interface WrittenConstraint {
  readonly text: string;
  readonly releases: ReleaseSet;
  readonly source: PieceInFile;
  readonly expression: Expression;
}

/** A module's version requirements: all constraints must be met. None when there are none. */
export interface VersionRequirement {
  readonly subject: ConstraintSubject;
  readonly constraints: readonly WrittenConstraint[];
  readonly admitted: ReleaseSet;
}

/** An expression that should be a constraint. */
export interface ConstraintSite {
  readonly source: PieceInFile;
  readonly expression: Expression;
}

/** The requirement that constraints form together; null when one of them is unknown. */
export function requirementOf(sites: readonly ConstraintSite[], subject: ConstraintSubject): VersionRequirement | null {
  const constraints: WrittenConstraint[] = [];
  for (const { source, expression } of sites) {
    const text = literalText(expression);
    const releases = text === null ? null : admittedBy(text, subject);
    if (text === null || releases === null) return null;
    constraints.push({ text, releases, source, expression });
  }
  const admitted = constraints.reduce<ReleaseSet>((set, { releases }) => intersect(set, releases), ALL_RELEASES);
  return { subject, constraints, admitted };
}

const engineRequirements = new WeakMap<VersionBlocks, VersionRequirement | null>();

/**
 * The releases of Terraform that a module requires; null when unknown. A module with files for OpenTofu constrains
 * OpenTofu's releases, which says nothing about Terraform's.
 */
export function terraformRequirement(scope: RecordingScope): VersionRequirement | null {
  return scope.ask((module) => module.remember(versionBlocks)).isForTofu ? null : engineRequirement(scope);
}

/** The same for either engine: the releases of the one that runs the module, Terraform or OpenTofu. */
export function engineRequirement(scope: RecordingScope): VersionRequirement | null {
  const blocks = scope.ask((module) => module.remember(versionBlocks));
  const known = engineRequirements.get(blocks);
  if (known !== undefined) return known;
  const requirement = readRequirement(blocks);
  engineRequirements.set(blocks, requirement);
  return requirement;
}

function readRequirement({ terraform, mayBeMore }: VersionBlocks): VersionRequirement | null {
  if (mayBeMore || terraform.some(({ block }) => block.damaged)) return null;
  const sites = terraform.flatMap(({ source, block }) => {
    const expression = attributeOf(block, 'required_version')?.value;
    return expression === undefined ? [] : [{ source, expression }];
  });
  return requirementOf(sites, 'terraform');
}
