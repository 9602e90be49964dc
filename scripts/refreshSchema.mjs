// npm run refresh-schema: extracts the schema of the ECR types of hashicorp/aws from a package that contains it, into
// test/terraform/providerSchema.json. The package is fetched into a scratch folder and is not a dependency.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corrected } from './providerSchema/corrections.mjs';
import { schemaOf } from './providerSchema/extract.mjs';
import { root } from './steps.mjs';

/** The newest release of the package whose schema was read. */
const PACKAGE = '@cdktn/provider-aws@25.7.0';
const TARGET = join(root, 'test', 'terraform', 'providerSchema.json');

const folder = mkdtempSync(join(tmpdir(), 'provider-schema-'));
const isWindows = process.platform === 'win32';
try {
  execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, stdio: 'inherit', shell: isWindows });
  const [archive] = readdirSync(folder);
  execFileSync('tar', ['xzf', archive], { cwd: folder, stdio: 'inherit' });
  const version = /"version": "([\d.]+)"/.exec(readFileSync(join(folder, 'package', 'package.json'), 'utf8'))?.[1];
  const schema = corrected(schemaOf(join(folder, 'package'), `npm @cdktn/provider-aws ${version}`));
  writeFileSync(TARGET, `${JSON.stringify(schema, null, 2)}\n`);
  execFileSync('npx', ['biome', 'format', '--write', TARGET], { cwd: root, stdio: 'inherit', shell: isWindows });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
