import { describe, expect, it } from 'vitest';
import { policySourceOf } from '../../../server/src/ecr/documents/lifecycle/policySource.ts';
import { readPolicies } from '../../../server/src/ecr/documents/lifecycle/readPolicy.ts';
import { renderDocument } from '../../../server/src/ecr/documents/renderDocument.ts';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import type { Files } from '../support/checkProblems.ts';
import { ruleIds, workspaceOf } from '../support/checkProblems.ts';
import { hasTurn } from '../support/longTests.ts';
import { SILENT_MODULES as modules } from '../support/silentModules.ts';

/** Modules with a policy that is unknown before Terraform runs, in at least one branch. */
const RIGHTLY_UNREAD = new Set([
  'called-per-region',
  'child-with-defaults',
  'coalesce-policy.tf',
  'creation-templates-of-prefixes.tf',
  'document-count-and-index.tf',
  'document-one-of-splat.tf',
  'document-per-environment.tf',
  'document-through-data.tf',
  'fallback-to-document.tf',
  'filtered-by-own-policy.tf',
  'guarded-by-file-exists.tf',
  'heredoc-with-directives.tf',
  'modules-that-need-each-other',
  'old-interpolation-style.tf',
  'paths-from-the-root',
  'policy-by-environment.tf',
  'policy-looked-up.tf',
  'policy-of-caller-or-default.tf',
  'policy-tried.tf',
  'template-policy-or-null.tf',
  'unfinished-names.tf',
  'unknown-chosen-by-key.tf',
  'unknown-heredoc-holes.tf',
  'unknown-in-text.tf',
  'unknown-repositories.tf',
  'unknown-whole.tf',
  'variable-policy.tf',
]);

/** How far each policy of a module can be read: completely, in part, or not at all. */
function readings(files: Files): ('wholly' | 'partly' | 'not')[] {
  const workspace = workspaceOf(files);
  return workspace.modules.flatMap((module) => {
    const scope = new RecordingScope(module);
    return [...module.allBlocks()]
      .filter((block) => policySourceOf(block) !== undefined)
      .flatMap((block) => readPolicies(block, scope))
      .map((policy) => {
        if (renderDocument(policy).kind === 'text') return 'wholly';
        return policy.root === null ? 'not' : 'partly';
      });
  });
}

describe('correct modules', () => {
  it.each(modules)('$name: is silent', ({ files }) => {
    expect(ruleIds(files).filter((found) => /^(error|warning) /.test(found))).toEqual([]);
  });

  it.each(modules.filter((_, index) => hasTurn(index, 4)))(
    '$name: is as silent with Windows line ends',
    ({ files }) => {
      const windows = Object.fromEntries(
        Object.entries(files).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
      );
      expect(ruleIds(windows).filter((found) => /^(error|warning) /.test(found))).toEqual([]);
    },
  );

  it('are read as far as Terraform itself could before an apply', () => {
    const all = modules.map(({ name, files }) => ({ name, found: readings(files) }));
    const count = (kind: string) => all.flatMap(({ found }) => found).filter((found) => found === kind).length;
    console.info(`policies read wholly: ${count('wholly')}, partly: ${count('partly')}, not at all: ${count('not')}`);
    const unread = all.filter(({ found }) => found.includes('not')).map(({ name }) => name);
    console.info(`not at all: ${unread.join(', ')}`);
    expect(modules.length).toBeGreaterThanOrEqual(60);
    expect(unread.filter((name) => !RIGHTLY_UNREAD.has(name))).toEqual([]);
  });
});
