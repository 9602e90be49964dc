import type { BlockDeclaration } from '../declarations/declarations.ts';
import type { Module } from '../module.ts';

/** The parts of a module about versions. The object stays the same while they all do. */
export interface VersionBlocks {
  /** The `terraform` blocks, file by file. */
  readonly terraform: readonly BlockDeclaration[];
  /** The `provider` blocks, file by file. */
  readonly providers: readonly BlockDeclaration[];
  /** True when files with unknown text may also be about versions. */
  readonly mayBeMore: boolean;
  /** True for a module that has files for OpenTofu. */
  readonly isForTofu: boolean;
  /** True when OpenTofu reads one of them instead of a file that Terraform reads. */
  readonly hasReplacedFiles: boolean;
}

const latest = new WeakMap<Module, VersionBlocks>();

/** Finds them; call it through `Module.remember`, so that it runs once per version. */
export function versionBlocks(module: Module): VersionBlocks {
  const known = latest.get(module);
  const found = findIn(module);
  if (known !== undefined && isSame(known, found)) return known;
  latest.set(module, found);
  return found;
}

const TOFU_ENDING = /\.tofu(\.json)?$/;

function findIn(module: Module): VersionBlocks {
  const terraform = module.blocksWhich(isTerraform);
  const providers = module.blocksWhich(isProvider);
  const isForTofu = module.uris.some((uri) => TOFU_ENDING.test(uri));
  return { terraform, providers, mayBeMore: module.isOpen, isForTofu, hasReplacedFiles: module.leavesOutFiles };
}

function isTerraform({ type }: BlockDeclaration): boolean {
  return type === 'terraform';
}

function isProvider({ type }: BlockDeclaration): boolean {
  return type === 'provider';
}

function isSame(one: VersionBlocks, other: VersionBlocks): boolean {
  return (
    one.mayBeMore === other.mayBeMore &&
    one.isForTofu === other.isForTofu &&
    one.hasReplacedFiles === other.hasReplacedFiles &&
    areSame(one.terraform, other.terraform) &&
    areSame(one.providers, other.providers)
  );
}

function areSame(some: readonly BlockDeclaration[], others: readonly BlockDeclaration[]): boolean {
  return some.length === others.length && some.every((block, index) => block === others[index]);
}
