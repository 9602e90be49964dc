import type { SyntaxCheck } from '../check.ts';

export const syntax: SyntaxCheck = {
  subject: 'syntax',
  id: 'syntax',
  title: 'Syntax error',
  severity: 'error',
  *check({ errors }, placeOf) {
    for (const error of errors) {
      if (error.isConsequence !== true) yield { place: placeOf(error), message: error.message };
    }
  },
};
