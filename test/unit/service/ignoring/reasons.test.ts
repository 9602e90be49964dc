import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { readSuppressions } from '../../../../server/src/problems/suppressions.ts';
import { ServiceContext } from '../../../../server/src/service/context.ts';
import { applyEdits } from '../../../../server/src/service/fixes/fixEdits.ts';
import { ignoreHere } from '../../../../server/src/service/ignoring/ignoreHere.ts';
import { openSyntaxFile } from '../../../../server/src/syntax/tree/file.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

const RULE = 'repository-name';

/** A text after its wrong name is ignored with a reason, and the ids that its comments name. */
function ignored(text: string, reason: string) {
  const workspace = workspaceOf({ 'main.tf': text });
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(ruleId, { cause: error });
  });
  const problems = new ServiceContext(workspace, finder).problemsOf('main.tf', DEFAULT_PROBLEM_SETTINGS);
  const placed = problems.find(({ problem }) => problem.ruleId === RULE);
  const sources = workspace.filesAt('main.tf');
  const edit = placed && sources && ignoreHere(sources, placed, reason);
  if (!edit) throw new Error('nothing is ignored');
  const after = applyEdits(text, [edit]) ?? '';
  const ids = openSyntaxFile(after).pieces.flatMap(({ piece }) =>
    readSuppressions('main.tf', piece).map((suppression) => suppression.ids.map(({ id }) => id)),
  );
  return { after, ids };
}

const withComment = (comment: string, end = '\n') =>
  ['resource "aws_ecr_repository" "r" {', `  ${comment}`, '  name = "Team"', '}', ''].join(end);
const PLAIN = withComment('force_delete = true');
const commentIn = (text: string) => text.split('\n')[1]?.trim();

/** Comments that are there already, and what they become with the reason `on purpose`. */
const COMMENTS: readonly (readonly [before: string, after: string])[] = [
  ['# terraform-ecr-ignore: reference-name', '# terraform-ecr-ignore: reference-name, repository-name on purpose'],
  [
    '# terraform-ecr-ignore: reference-name an old reason',
    '# terraform-ecr-ignore: reference-name, repository-name an old reason; on purpose',
  ],
  [
    '# terraform-ecr-ignore: reference-name An old reason.',
    '# terraform-ecr-ignore: reference-name, repository-name An old reason. on purpose',
  ],
  [
    '// terraform-ecr-ignore: reference-name, reference-cycle an old reason',
    '// terraform-ecr-ignore: reference-name, reference-cycle, repository-name an old reason; on purpose',
  ],
  [
    '/* terraform-ecr-ignore: reference-name an old reason */',
    '/* terraform-ecr-ignore: reference-name, repository-name an old reason; on purpose */',
  ],
  [
    '/* terraform-ecr-ignore: reference-name*/',
    '/* terraform-ecr-ignore: reference-name, repository-name on purpose*/',
  ],
  ['# terraform-ecr-ignore: reference-name,', '# terraform-ecr-ignore: reference-name, repository-name on purpose'],
  [
    '# terraform-ecr-ignore: reference-name, Because',
    '# terraform-ecr-ignore: reference-name, repository-name Because; on purpose',
  ],
];

/** Reasons as people type or paste them, and how they are written down. */
const REASONS: readonly (readonly [reason: string, written: string])[] = [
  ['on purpose', ' on purpose'],
  [', repository-kms', ' repository-kms'],
  [' , , repository-kms', ' repository-kms'],
  [',repository-kms', ' repository-kms'],
  ['\n, repository-kms', ' repository-kms'],
  ['two\nlines', ' two lines'],
  ['two\r\nlines', ' two lines'],
  ['two\rlines\u2028more\u0000end', ' two lines more end'],
  [' ,\t', ''],
  ['because, see above', ' because, see above'],
];

describe('the reason of an ignored problem', () => {
  it.each(COMMENTS)('is kept beside the comment %j', (before, after) => {
    const made = ignored(withComment(before), 'on purpose');
    expect(commentIn(made.after)).toBe(after);
    expect(made.ids).toEqual([[...(before.match(/reference-[a-z]+/g) ?? []), RULE]]);
  });

  it.each(COMMENTS)('is left out of the comment %j when there is none', (before) => {
    const made = ignored(withComment(before), ' ');
    expect(made.ids).toEqual([[...(before.match(/reference-[a-z]+/g) ?? []), RULE]]);
    expect(made.after).not.toContain('purpose');
  });

  it.each(REASONS)('silences no other rule: %j', (reason, written) => {
    const fresh = ignored(PLAIN, reason);
    expect(fresh.ids).toEqual([[RULE]]);
    expect(fresh.after).toBe(PLAIN.replace('  name', `  # terraform-ecr-ignore: ${RULE}${written}\n  name`));
    const added = ignored(withComment('# terraform-ecr-ignore: reference-name'), reason);
    expect(added.ids).toEqual([['reference-name', RULE]]);
    expect(commentIn(added.after)).toBe(`# terraform-ecr-ignore: reference-name, ${RULE}${written}`);
  });

  it('does not end the comment that it is added to', () => {
    const made = ignored(withComment('/* terraform-ecr-ignore: reference-name */'), 'a */ b');
    expect(commentIn(made.after)).toBe('/* terraform-ecr-ignore: reference-name, repository-name a * / b */');
  });

  it('keeps the end of the line', () => {
    const made = ignored(withComment('# terraform-ecr-ignore: reference-name old  ', '\r\n'), 'new');
    expect(made.after).toBe(withComment('# terraform-ecr-ignore: reference-name, repository-name old; new  ', '\r\n'));
  });
});
