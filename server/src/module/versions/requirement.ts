import type { PieceInFile } from '../../syntax/place.ts';
import type { Expression } from '../../syntax/tree.ts';
import type { BlockDeclaration } from '../declarations.ts';
import { attributeOf } from '../declarations.ts';
import { literalText } from '../literals.ts';
import type { Module } from '../module.ts';
import type { RecordingScope } from '../recordingScope.ts';
import type { ConstraintSubject } from './constraint.ts';
import { admittedBy } from './constraint.ts';
import type { ReleaseSet } from './releaseSet.ts';
import { ALL_RELEASES, intersect } from './releaseSet.ts';

/** A version constraint and where it is written. */
export interface WrittenConstraint {
  readonly text: string;
  readonly releases: ReleaseSet;
  readonly source: PieceInFile;
  readonly expression: Expression;
}

/** What a module asks of a version: all of its constraints hold. None where nothing is asked. */
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

/** The requirement that constraints make together; null when one of them is not known. */
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

/**
 * The releases of Terraform that a module asks for; null where that is not known. A module with files for OpenTofu
 * speaks of OpenTofu's releases, of which this says nothing.
 */
export function terraformRequirement(scope: RecordingScope): VersionRequirement | null {
  if (scope.ask((module) => module.remember(hasTofuFiles))) return null;
  const blocks = blocksAt(scope, 'terraform');
  if (blocks.some(({ block }) => block.damaged)) return null;
  const sites = blocks.flatMap(({ source, block }) => {
    const expression = attributeOf(block, 'required_version')?.value;
    return expression === undefined ? [] : [{ source, expression }];
  });
  return requirementOf(sites, 'terraform');
}

/** The blocks at an address, file by file; each keeps its identity while nothing in it changes. */
export function blocksAt(scope: RecordingScope, address: string): readonly BlockDeclaration[] {
  const count = scope.ask((module) => module.blocks(address).length);
  const blocks = Array.from({ length: count }, (_, index) => scope.ask((module) => module.blocks(address)[index]));
  return blocks
    .filter((block) => block !== undefined)
    .sort((one, other) => (one.source.uri < other.source.uri ? -1 : one.source.uri > other.source.uri ? 1 : 0));
}

const TOFU_ENDING = /\.tofu(\.json)?$/;

function hasTofuFiles({ uris }: Module): boolean {
  return uris.some((uri) => TOFU_ENDING.test(uri));
}

/** True when OpenTofu reads a file in place of one that Terraform reads; use it through `Module.remember`. */
export function hasReplacedFiles({ uris }: Module): boolean {
  return uris.some((uri) => TOFU_ENDING.test(uri) && uris.includes(uri.replace(TOFU_ENDING, '.tf$1')));
}
