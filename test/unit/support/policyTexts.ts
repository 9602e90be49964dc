import { printTerm, quote } from '../../../server/src/syntax/edit/print.ts';
import type { JsonValue } from '../../../server/src/syntax/edit/term.ts';
import { termOf } from '../../../server/src/syntax/edit/term.ts';

/** One policy in each way to write it in a resource, so that a rule can be tested on all of them. */
export function spellingsOf(policy: JsonValue): Readonly<Record<'jsonencode' | 'heredoc' | 'quoted', string>> {
  return {
    jsonencode: resourceWith(`jsonencode(${printTerm(termOf(policy))})`),
    heredoc: resourceWith(`<<-EOF\n${JSON.stringify(policy, null, 2)}\nEOF`),
    quoted: resourceWith(quote(JSON.stringify(policy))),
  };
}

/** A lifecycle policy resource with this expression as its policy. */
function resourceWith(policy: string): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "r"\n  policy     = ${policy}\n}\n`;
}
