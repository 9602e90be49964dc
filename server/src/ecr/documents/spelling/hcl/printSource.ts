import { layOut } from '../../../../syntax/edit/layout.ts';
import { quote } from '../../../../syntax/edit/print.ts';
import { isIdentifier } from '../../../../syntax/tokens/characters.ts';
import type { Remarks, SourceTree } from '../sourceTree.ts';

const STEP = '  ';

/** The expression as `terraform fmt` formats it; lines separated by `\n`, the first without indentation. */
export function printAsHcl(written: SourceTree): string {
  const head = 'x = ';
  return layOut(`${head}${print(written)}\n`).slice(head.length, -1);
}

function print(written: SourceTree): string {
  switch (written.kind) {
    case 'expression':
      return written.text;
    case 'object': {
      const lines = written.members.flatMap((member) =>
        withRemarks(member, `${printKey(member.key)} = ${print(member.value)}`),
      );
      return lines.length + written.rest.length === 0 ? '{}' : `{\n${indented([...lines, ...written.rest])}\n}`;
    }
    case 'list': {
      const { items, rest } = written;
      const isFlat = rest.length === 0 && items.every((item) => item.value.kind === 'expression' && !isRemarked(item));
      if (isFlat) return `[${items.map(({ value }) => print(value)).join(', ')}]`;
      const lines = items.flatMap((item) => withRemarks(item, `${print(item.value)},`));
      return `[\n${indented([...lines, ...rest])}\n]`;
    }
  }
}

/** A key as a bare word if it can be one. */
function printKey(key: string): string {
  return isIdentifier(key) ? key : quote(key);
}

function isRemarked({ above, behind }: Remarks): boolean {
  return above.length > 0 || behind !== null;
}

/** Lines with the comments above and after them. */
export function withRemarks({ above, behind }: Remarks, lines: string): string[] {
  return [...above, behind === null ? lines : `${lines} ${behind}`];
}

/** Lines, each possibly with line breaks, indented one level further. */
export function indented(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (line === '' ? line : STEP + line))
    .join('\n');
}
