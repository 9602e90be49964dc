import type { ImportFiles } from '../../../server/src/importer/gather.ts';
import { NO_FILES } from '../../../server/src/importer/gather.ts';
import type { ImportResult } from '../../../server/src/importer/importRegistry.ts';
import { importRegistry } from '../../../server/src/importer/importRegistry.ts';
import type { InputFile } from '../../../server/src/importer/input/inputFile.ts';
import type { ImportOptions } from '../../../server/src/importer/options.ts';

export const ACCOUNT = '123456789012';

/** A file with a value as JSON, or with a plain text. */
export function file(path: string, content: unknown): InputFile {
  const [baseName = '', folder = null] = path.split('/').reverse();
  return { name: path, baseName, folder, text: typeof content === 'string' ? content : JSON.stringify(content) };
}

/** A repository as `aws ecr describe-repositories` prints it. */
export function repository(name: string, more: object = {}, region = 'eu-west-1') {
  return {
    repositoryArn: `arn:aws:ecr:${region}:${ACCOUNT}:repository/${name}`,
    registryId: ACCOUNT,
    repositoryName: name,
    repositoryUri: `${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/${name}`,
    createdAt: '2024-01-31T12:00:00+01:00',
    imageTagMutability: 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: 'AES256' },
    ...more,
  };
}

/** What `aws ecr get-lifecycle-policy` prints. */
export function lifecycle(repositoryName: string, policy: unknown) {
  const lifecyclePolicyText = typeof policy === 'string' ? policy : JSON.stringify(policy);
  return { registryId: ACCOUNT, repositoryName, lifecyclePolicyText, lastEvaluatedAt: 1.7e9 };
}

/** What `aws ecr get-repository-policy` prints. */
export function access(repositoryName: string, policy: unknown) {
  const policyText = typeof policy === 'string' ? policy : JSON.stringify(policy);
  return { registryId: ACCOUNT, repositoryName, policyText };
}

/** A lifecycle policy that keeps a number of images. */
export function keep(countNumber: number) {
  return {
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber },
        action: { type: 'expire' },
      },
    ],
  };
}

const OPTIONS: ImportOptions = { forEach: false, identity: false, regionArgument: false };

/** The import of some files; `repositories` may be given as the records of one output. */
export function importOf(files: Partial<ImportFiles>, options: Partial<ImportOptions> = {}): ImportResult {
  return importRegistry({ ...NO_FILES, ...files }, { ...OPTIONS, ...options }, null);
}

/** The file of these repositories. */
export function repositories(...records: readonly object[]): readonly InputFile[] {
  return [file('repositories.json', { repositories: records })];
}
