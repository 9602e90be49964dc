import { isKeyGiven } from '../../ecr/repository/encryptionKey.ts';
import { isMisspelt } from '../../ecr/repository/misspelt.ts';
import { EXCLUSION_SUFFIX, mutabilityOf } from '../../ecr/repository/mutability.ts';
import type { Repository } from '../../ecr/repository/repositoryBlock.ts';
import { mayBeScannedByRegistry, readScanning } from '../../ecr/repository/scanning.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import { ENCRYPTION_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import { literalText } from '../../module/declarations/literals.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { codeSpan } from '../../syntax/shown/markdown.ts';

/** How a repository protects its images, one sentence each; unknown parts are left out. Markdown. */
export function postureOf(repository: Repository, scope: RecordingScope): readonly string[] {
  const sentences = [
    tags(repository),
    scanning(repository, scope),
    encryption(repository, scope),
    deletion(repository, scope),
  ];
  return sentences.filter((sentence) => sentence !== null);
}

function tags(repository: Repository): string | null {
  const value = mutabilityOf(repository);
  if (value === null || (value === 'unset' && isMisspelt(repository, 'image_tag_mutability'))) return null;
  const isMutable = value === 'unset' || value.startsWith('MUTABLE');
  const written = value === 'unset' ? '`MUTABLE`, the default' : codeSpan(value);
  const exempt = value.endsWith(EXCLUSION_SUFFIX) ? `, except ${exemptTags(repository)}` : '';
  return `Tags ${isMutable ? 'can' : 'cannot'} be pushed again (${written})${exempt}.`;
}

function exemptTags({ exclusionFilters, mayHaveMoreFilters }: Repository): string {
  const filters = exclusionFilters.map((block) => literalText(attributeOf(block, 'filter')?.value));
  if (mayHaveMoreFilters || filters.length === 0 || filters.includes(null)) return 'those of its exclusion filters';
  return filters.map((filter) => codeSpan(filter ?? '')).join(', ');
}

function scanning(repository: Repository, scope: RecordingScope): string | null {
  if (mayBeScannedByRegistry(repository, scope.module)) return 'Scanning is set for the whole registry in this module.';
  const value = readScanning(repository, scope);
  if (value === 'unset') {
    return repository.damaged ? null : 'Images are not scanned on push, unless the registry is set to scan them.';
  }
  if (value?.kind !== 'boolean') return null;
  return value.value
    ? 'Images are scanned on push.'
    : 'Images are not scanned on push (`false`), unless the registry is set to scan them.';
}

function encryption({ declaration, damaged }: Repository, scope: RecordingScope): string | null {
  const { block, source } = declaration;
  const { name } = ENCRYPTION_BLOCK;
  const nested = blocksOf(block.body);
  if (nested.some(({ type, labels }) => type.text === 'dynamic' && labels[0]?.text === name)) return null;
  const [written, ...more] = nested.filter(({ type }) => type.text === name);
  if (written === undefined) return damaged ? null : 'Encrypted with keys of Amazon S3 (`AES256`, the default).';
  const argument = (argumentName: string) => {
    const attribute = attributeOf(written, argumentName);
    if (attribute === undefined) return null;
    return { attribute, value: new Evaluator(scope).evaluate({ source, expression: attribute.value }) };
  };
  const type = argument('encryption_type');
  if (more.length > 0 || written.damaged || (type !== null && type.value.kind !== 'string')) return null;
  const kind = type?.value.kind === 'string' ? type.value.value : 'AES256';
  if (kind === 'AES256') return 'Encrypted with keys of Amazon S3 (`AES256`).';
  if (!kind.startsWith('KMS')) return null;
  const key = argument('kms_key');
  if (key === null) return `Encrypted by AWS KMS (${codeSpan(kind)}) with the AWS managed key \`aws/ecr\`.`;
  if (!isKeyGiven(key)) return `Encrypted by AWS KMS (${codeSpan(kind)}).`;
  const { start, end } = key.attribute.value;
  return `Encrypted by AWS KMS (${codeSpan(kind)}) with the key ${codeSpan(source.piece.text.slice(start, end))}.`;
}

function deletion({ declaration: { block, source } }: Repository, scope: RecordingScope): string | null {
  const attribute = attributeOf(block, 'force_delete');
  if (attribute === undefined) return null;
  const value = new Evaluator(scope).evaluate({ source, expression: attribute.value });
  return value.kind === 'boolean' && value.value ? 'A destroy deletes its images too (`force_delete`).' : null;
}
