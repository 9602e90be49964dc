import { jsonOf } from '../../../ecr/documents/spelling/json/printSource.ts';
import { resolvePath } from '../../../module/sources/uri.ts';
import { freeName } from '../../../syntax/edit/freeName.ts';
import { printJson } from '../../../syntax/edit/print.ts';
import type { Refactoring } from '../refactoring.ts';
import { refused } from '../refactoring.ts';
import type { RefactoringTarget } from '../refactoringTarget.ts';
import { replaceExpression, writtenAt } from '../spelling/policyExpressions.ts';
import { silenceAround } from '../topLevel.ts';

/** The folder for policies, below the module's directory. */
const FOLDER = 'policies';

/** Moves a policy into a separate JSON file. */
export const extractFile: Refactoring = {
  id: 'extract-file',
  kind: 'refactor.extract',
  offers(target) {
    const { policy, source, createsFiles } = target;
    const reading = createsFiles && !target.uri.startsWith('untitled:') ? writtenAt(target) : null;
    const file = freeFileFor(target);
    if (policy === null || reading === null || file === null) return [];
    const { path, uri } = file;
    const title = `Extract the policy to ${path}`;
    const found = jsonOf(reading);
    const refusal = 'refusal' in found ? found.refusal : silenceAround(source, policy.expression);
    if (refusal !== null || 'refusal' in found) return [refused(title, refusal ?? '')];
    const write = () => ({
      edits: [replaceExpression(source, policy.expression, `file("\${path.module}/${path}")`)],
      created: [{ uri, text: `${printJson(found.json)}\n` }],
    });
    return [{ title, choice: '', refusal: null, write }];
  },
};

/** A path that no known file has. */
function freeFileFor({
  policy,
  module,
  workspace,
}: RefactoringTarget): { readonly path: string; readonly uri: string } | null {
  if (policy === null || module === null) return null;
  const { directory } = module.module;
  const uriOf = (name: string) => resolvePath(directory, `${FOLDER}/${name}.json`);
  const isTaken = (name: string) => workspace.documentAt(uriOf(name) ?? '') !== null;
  const name = freeName(policy.name, isTaken);
  const uri = uriOf(name);
  return uri === null ? null : { path: `${FOLDER}/${name}.json`, uri };
}
