import { below, pick } from '../../corpus/random.ts';

/** What a user or a tool inserts: single characters, halves of constructs, whole constructs. */
const INSERTIONS = [
  ...['{', '}', '[', ']', '(', ')', '"', '"', '${', '}"', ',', '=', '\n', '\n\n', '\r\n', ' ', '#', '//', '/*', '*/'],
  ...[
    '<<EOF\n',
    '<<-EOT\n',
    'EOF\n',
    'EOT\n',
    '\nEOF\n',
    '\n}\n',
    'a = 1\n',
    'resource "a" "b" {\n',
    '  b {\n',
    '\n{\n',
  ],
  ...[
    'x',
    'é',
    '\u{1f600}',
    '\ud800',
    '\0',
    '\ufeff',
    'module "m" {\n  source = "./m"\n}\n',
    'locals {\n',
    'k = <<A\n',
  ],
];

/** One edit: inserts, deletes or replaces, now and then whole lines or a part of another text. */
export function edited(text: string, random: () => number, others: readonly string[]): string {
  const start = below(random, text.length + 1);
  const kind = random();
  if (kind < 0.45) return text.slice(0, start) + pick(random, INSERTIONS) + text.slice(start);
  const length = random() < 0.8 ? 1 + below(random, 4) : below(random, 200);
  if (kind < 0.75) return text.slice(0, start) + text.slice(start + length);
  if (kind < 0.9) return text.slice(0, start) + pick(random, INSERTIONS) + text.slice(start + length);
  const other = pick(random, others);
  const from = below(random, other.length);
  return text.slice(0, start) + other.slice(from, from + below(random, 400)) + text.slice(start);
}
