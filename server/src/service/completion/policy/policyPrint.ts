import type { TemplateMember, TemplateValue } from '../../../facts/lifecycle/ruleTemplates.ts';
import { largestOf } from '../../../syntax/arrays.ts';
import type { PolicySpelling } from '../../cursor/policy/cursorSpelling.ts';
import type { Snippet, SnippetPart } from '../items/snippet.ts';
import { choice, indented, isMultiline, stop } from '../items/snippet.ts';

/** How a policy's parts are printed at a cursor. */
export interface PrintStyle {
  readonly spelling: PolicySpelling;
  /** Everything on one line. */
  readonly isInline: boolean;
}

/** A key as it is written in an object. */
export function printKey(key: string, { quotesKeys }: PolicySpelling): string {
  return quotesKeys ? `"${key}"` : key;
}

/** `{ … }` around already printed members, on separate lines unless the style is inline. */
export function printObject(members: readonly Snippet[], { spelling, isInline }: PrintStyle): Snippet {
  const separator = spelling.language === 'json' || isInline ? ',' : '';
  if (!isInline) return ['{', ...indented(joined(members, `${separator}\n`, '\n')), '\n}'];
  const padding = spelling.language === 'json' ? '' : ' ';
  return ['{', ...joined(members, `${separator} `, padding), `${padding}}`];
}

/** `[ … ]` around one already printed item. */
export function printList(item: Snippet, { isInline }: PrintStyle): Snippet {
  return isInline ? ['[', ...item, ']'] : ['[', ...indented(['\n', ...item]), '\n]'];
}

/** A member with its value; `width` is the padded width of the name, as the formatter aligns one-line values. */
export function printMember(key: string, value: Snippet, { spelling }: PrintStyle, width = 0): Snippet {
  const name = printKey(key, spelling);
  return [spelling.operator === ' = ' ? name.padEnd(width) : name, spelling.operator, ...value];
}

/** Members of a rule template, one snippet each. */
export function printMembers(members: readonly TemplateMember[], style: PrintStyle, priority: number): Snippet[] {
  const printed = members.map(([key, value]) => ({ key, value: printTemplate(value, style, priority) }));
  const widthAt = (index: number): number => {
    if (style.isInline || isMultiline(printed[index]?.value ?? [])) return 0;
    let first = index;
    while (first > 0 && !isMultiline(printed[first - 1]?.value ?? [])) first -= 1;
    const after = printed.findIndex(({ value }, position) => position > index && isMultiline(value));
    const run = printed.slice(first, after === -1 ? printed.length : after);
    return largestOf(run.map(({ key }) => printKey(key, style.spelling).length));
  };
  return printed.map(({ key, value }, index) => printMember(key, value, style, widthAt(index)));
}

function printTemplate(value: TemplateValue, style: PrintStyle, priority: number): Snippet {
  const editable = (text: string, edit: true | undefined): SnippetPart => (edit === true ? stop(text) : text);
  switch (value.kind) {
    case 'string':
      return ['"', editable(value.value, value.edit), '"'];
    case 'number':
      return [editable(String(value.value), value.edit)];
    case 'strings':
      return ['["', stop(value.values.join('", "')), '"]'];
    case 'choice':
      return ['"', choice(value.values), '"'];
    case 'priority':
      return [stop(String(priority))];
    case 'object':
      if (value.members.length === 0) return printObject([[stop()]], style);
      return printObject(printMembers(value.members, style, priority), style);
  }
}

function joined(members: readonly Snippet[], separator: string, first: string): Snippet {
  return members.flatMap((member, index) => [index === 0 ? first : separator, ...member]);
}
