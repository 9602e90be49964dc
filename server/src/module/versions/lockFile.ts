import { AWS_PROVIDER_ADDRESSES, LOCK_FILE_NAME, TOFU_REGISTRY } from '../../facts/provider/awsProvider.ts';
import { openSyntaxFile } from '../../syntax/tree/file.ts';
import { isKnownModule } from '../calls/editions.ts';
import { attributeOf, declarationsOf } from '../declarations/declarations.ts';
import { literalText } from '../declarations/literals.ts';
import type { AttachedFile } from '../sources/snapshotFile.ts';
import { resolvePath } from '../sources/uri.ts';
import type { RecordingScope } from '../tracking/recordingScope.ts';
import type { Version } from './release.ts';
import { readVersion } from './release.ts';

/** True for the path or URI of a lock file, which is HCL but not part of its directory's module. */
export function isLockFile(path: string): boolean {
  return path === LOCK_FILE_NAME || path.endsWith(`/${LOCK_FILE_NAME}`);
}

/** The contents of a lock file. */
interface LockFile {
  /** The versions of the AWS provider; null when one cannot be read. */
  readonly versions: readonly Version[] | null;
  /** True when OpenTofu chose a provider. */
  readonly isOfTofu: boolean;
}

const NO_LOCK_FILE: LockFile = { versions: [], isOfTofu: false };

/**
 * The versions of the AWS provider in the lock file of the module's directory: none without the file or without the
 * provider in it, null when unknown.
 */
export function lockedProviderVersions(scope: RecordingScope): readonly Version[] | null {
  return lockFileOf(scope)?.versions ?? null;
}

/** True when OpenTofu wrote the lock file of the module's directory; null when unknown. */
export function isLockedByTofu(scope: RecordingScope): boolean | null {
  return lockFileOf(scope)?.isOfTofu ?? null;
}

function lockFileOf(scope: RecordingScope): LockFile | null {
  const { directory } = scope.module;
  const uri = isKnownModule(directory) ? null : resolvePath(directory, LOCK_FILE_NAME);
  if (uri === null) return null;
  const file = scope.ask(({ environment }) => environment.fileAt(uri));
  if (file.kind === 'missing') return NO_LOCK_FILE;
  return file.kind === 'text' ? readOnce(file) : null;
}

const read = new WeakMap<AttachedFile, LockFile>();

function readOnce(file: AttachedFile): LockFile {
  const known = read.get(file);
  if (known !== undefined) return known;
  const lockFile = readLockFile(file);
  read.set(file, lockFile);
  return lockFile;
}

function readLockFile({ uri, text }: AttachedFile): LockFile {
  const providers = openSyntaxFile(text)
    .pieces.flatMap(({ piece }) => declarationsOf(uri, piece).blocks)
    .filter(({ type }) => type === 'provider');
  const isOfTofu = providers.some(({ labels }) => labels[0]?.startsWith(`${TOFU_REGISTRY}/`) === true);
  const versions: Version[] = [];
  for (const { labels, block } of providers) {
    if (!AWS_PROVIDER_ADDRESSES.includes(labels[0] ?? '')) continue;
    const version = readVersion(literalText(attributeOf(block, 'version')?.value) ?? '');
    if (version === null || block.damaged) return { versions: null, isOfTofu };
    versions.push(version);
  }
  return { versions, isOfTofu };
}
