import { AWS_PROVIDER_ADDRESSES, LOCK_FILE_NAME } from '../../facts/awsProvider.ts';
import { openSyntaxFile } from '../../syntax/file.ts';
import { attributeOf, declarationsOf } from '../declarations.ts';
import { literalText } from '../literals.ts';
import type { RecordingScope } from '../recordingScope.ts';
import type { AttachedFile } from '../surroundings.ts';
import { resolvePath } from '../uri.ts';
import type { Version } from './release.ts';
import { readVersion } from './release.ts';

/** True for the path or URI of a lock file, which is HCL but no part of the module beside it. */
export function isLockFile(path: string): boolean {
  return path === LOCK_FILE_NAME || path.endsWith(`/${LOCK_FILE_NAME}`);
}

/**
 * The versions of the AWS provider in the lock file of the module's directory: none where there is no such file or
 * it does not name the provider, null where that is not known.
 */
export function lockedProviderVersions(scope: RecordingScope): readonly Version[] | null {
  const uri = resolvePath(scope.module.directory, LOCK_FILE_NAME);
  if (uri === null) return null;
  const file = scope.ask(({ surroundings }) => surroundings.fileAt(uri));
  if (file.kind === 'missing') return [];
  return file.kind === 'text' ? versionsIn(file) : null;
}

const read = new WeakMap<AttachedFile, readonly Version[] | null>();

function versionsIn(file: AttachedFile): readonly Version[] | null {
  const known = read.get(file);
  if (known !== undefined) return known;
  const versions = readVersions(file);
  read.set(file, versions);
  return versions;
}

function readVersions({ uri, text }: AttachedFile): readonly Version[] | null {
  const versions: Version[] = [];
  for (const { piece } of openSyntaxFile(text).pieces) {
    for (const { type, labels, block } of declarationsOf(uri, piece).blocks) {
      if (type !== 'provider' || !AWS_PROVIDER_ADDRESSES.includes(labels[0] ?? '')) continue;
      const version = readVersion(literalText(attributeOf(block, 'version')?.value) ?? '');
      if (version === null || block.damaged) return null;
      versions.push(version);
    }
  }
  return versions;
}
