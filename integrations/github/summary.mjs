// Turns what `check --statistics --format json` prints into the Markdown of a job's summary.
import { readFileSync } from 'node:fs';

const { statistics, summary } = JSON.parse(readFileSync(0, 'utf8'));
const { files, repositories, policies, accessPolicies, error, warning } = summary;
const rows = statistics.map(
  ({ rule, severity, count, fixable }) => `| ${rule} | ${severity} | ${count} | ${fixable} |`,
);
const table = ['| rule | severity | problems | fixable |', '| --- | --- | ---: | ---: |', ...rows, ''];
console.log(`### Terraform ECR

${error} errors, ${warning} warnings in ${files} files (${repositories} repositories, ${policies} lifecycle policies, ${accessPolicies} access policies)

${rows.length === 0 ? 'No problem.\n' : table.join('\n')}`);
