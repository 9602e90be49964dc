import { judgeEach } from '../../ecr/blocks/judgedValues.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { nameFlaw, nameInAddress, nearestRepositoryName } from '../../ecr/repository/repositoryNames.ts';
import type { StringValue, Value } from '../../evaluate/values/value.ts';
import { HOLE, isEditable } from '../../syntax/tree/mappedText.ts';
import type { Finding, RepositoryCheck } from '../check.ts';

/** Longer names are not repeated in the message. */
const QUOTED_LIMIT = 64;

export const repositoryName: RepositoryCheck = {
  subject: 'repository',
  id: 'repository-name',
  title: 'AWS rejects the repository name',
  severity: 'error',
  judgesCloudControl: true,
  *check({ isRepository, name }) {
    if (!isRepository || name === null) return;
    const told = new Set<number>();
    for (const finding of judgeEach(name.value, checkName)) {
      // A name that is wrong at one place in each branch is reported once.
      if (!told.has(finding.place.start)) yield finding;
      told.add(finding.place.start);
    }
  },
};

function* checkName(value: Value): Iterable<Finding> {
  if (value.kind !== 'string' && value.kind !== 'partial-string') return;
  const { text } = value.mapped;
  const flaw = nameFlaw(text);
  if (flaw === null) return;
  const isQuotable = text !== '' && !text.includes(HOLE) && text.length <= QUOTED_LIMIT;
  const subject = isQuotable ? JSON.stringify(text) : 'This name';
  yield {
    place: value.place,
    message: `${subject} ${flaw}; the plan accepts it, but AWS refuses it at apply ("must satisfy regular expression"). Use 2 to 256 lowercase letters and digits, with . _ - or / between them.`,
    fixes: value.kind === 'string' ? fixesFor(value) : [],
  };
}

/** The most similar valid name, when the text is written out. */
function fixesFor({ value, mapped, place, expression }: StringValue): Fix[] {
  const name = nameInAddress(value) ?? nearestRepositoryName(value);
  if (name === null || !isEditable(mapped, 0, value.length)) return [];
  const source = { uri: place.uri, piece: place.piece };
  const term = { kind: 'literal', value: name } as const;
  return [
    {
      title: `Change it to ${name}`,
      kind: 'one',
      changes: [{ kind: 'replace-expression', source, expression, term }],
    },
  ];
}
