import type { Fix } from '../../ecr/edits/change.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Remedy } from '../../syntax/tree/tree.ts';
import type { SyntaxCheck } from '../check.ts';

export const syntax: SyntaxCheck = {
  subject: 'syntax',
  id: 'syntax',
  title: 'Syntax error',
  severity: 'error',
  *check({ errors }, placeOf) {
    for (const error of errors) {
      if (error.isConsequence === true) continue;
      const place = placeOf(error);
      yield error.remedy === undefined
        ? { place, message: error.message }
        : { place, message: error.message, fixes: [remedyFix(error.remedy, placeOf(error.remedy))] };
    }
  },
};

function remedyFix({ text }: Remedy, place: Place): Fix {
  return { title: `Write "${text.trim()}"`, kind: 'choice', changes: [{ kind: 'replace-text', place, text }] };
}
