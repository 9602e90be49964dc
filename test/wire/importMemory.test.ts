import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { folderWith, removeFolders, runWith } from './support.ts';

afterEach(removeFolders);

const ACCOUNT = '123456789012';
const COUNT = 10_000;
const NAMES = Array.from({ length: COUNT }, (_, index) => `team-${index % 97}/service_${index % 53}/app-${index}`);

function described(name: string, index: number) {
  return {
    repositoryArn: `arn:aws:ecr:eu-west-1:${ACCOUNT}:repository/${name}`,
    registryId: ACCOUNT,
    repositoryName: name,
    repositoryUri: `${ACCOUNT}.dkr.ecr.eu-west-1.amazonaws.com/${name}`,
    createdAt: '2024-01-31T12:00:00.123000+00:00',
    imageTagMutability: index % 3 === 0 ? 'IMMUTABLE' : 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: index % 2 === 0 },
    encryptionConfiguration: { encryptionType: 'AES256' },
  };
}

function policyOf(repositoryName: string, index: number) {
  const rule = {
    rulePriority: 1,
    selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 10 + (index % 40) },
    action: { type: 'expire' },
  };
  return { registryId: ACCOUNT, repositoryName, lifecyclePolicyText: JSON.stringify({ rules: [rule] }) };
}

/** Writes the peak memory of a process, in kilobytes, to a file when it ends. */
const RECORDER = `process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));`;

it('ten thousand repositories with their policies need less than 300 MB', () => {
  const folder = folderWith(
    {
      'repositories.json': JSON.stringify({ repositories: NAMES.map(described) }, null, 4),
      'policies.json': NAMES.map((name, index) => JSON.stringify(policyOf(name, index), null, 4)).join('\n'),
      'recorder.cjs': RECORDER,
    },
    'import-',
  );
  const env = { PEAK_FILE: join(folder, 'peak'), NODE_OPTIONS: `--require ${join(folder, 'recorder.cjs')}` };
  const words = ['import', '--repositories', 'repositories.json', '--policies', 'policies.json'];
  const { status, stdout, stderr } = runWith(folder, { env }, ...words);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout.match(/^import \{$/gm)).toHaveLength(2 * COUNT);
  expect(Number(readFileSync(join(folder, 'peak'), 'utf8'))).toBeLessThan(300 * 1024);
});
