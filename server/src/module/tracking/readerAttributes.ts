import type { Block, Expression, FunctionCall, Range } from '../../syntax/tree/tree.ts';
import { attributeOf } from '../declarations/declarations.ts';

/**
 * What an attribute of a data source of the local and template providers gives, as an expression that reads the same
 * file; null for another one.
 */
export function readerAttribute(type: string, attribute: string, block: Block): Expression | null {
  // What it depends on may still write the file.
  if (attributeOf(block, 'depends_on') !== undefined) return null;
  if (attribute === 'content' && (type === 'data.local_file' || type === 'data.local_sensitive_file')) {
    const path = attributeOf(block, 'filename')?.value;
    if (path === undefined) return null;
    // Something else may make a file that does not exist yet.
    const { start, end } = path;
    return call('try', [call('file', [path], path), { kind: 'MissingExpression', start, end }], path);
  }
  return type === 'data.template_file' && attribute === 'rendered' ? renderedTemplate(block) : null;
}

/** A template that is itself read with `file()`, filled in with `vars`. */
function renderedTemplate(block: Block): Expression | null {
  const template = attributeOf(block, 'template')?.value;
  if (template?.kind !== 'FunctionCall' || template.name.text !== 'file' || template.expansion !== null) return null;
  const [path, ...others] = template.arguments;
  if (path === undefined || others.length > 0) return null;
  return call('templatefile', [path, asTexts(attributeOf(block, 'vars')?.value, template)], template);
}

/** A map of strings, as the data source takes it. */
function asTexts(vars: Expression | undefined, at: Range): Expression {
  const { start, end } = vars ?? at;
  const open = { start, end: start };
  if (vars === undefined) return { kind: 'ObjectExpression', start, end, open, items: [], close: null };
  const name = (text: string) => ({ kind: 'Name' as const, start, end, text });
  const variable = (text: string): Expression => ({ kind: 'Variable', start, end, name: name(text) });
  return {
    kind: 'ForExpression',
    form: 'object',
    start,
    end,
    open,
    keyName: name('key'),
    valueName: name('value'),
    collection: vars,
    key: variable('key'),
    value: call('tostring', [variable('value')], vars),
    grouping: null,
    condition: null,
    close: null,
  };
}

function call(name: string, given: readonly Expression[], { start, end }: Range): FunctionCall {
  return {
    kind: 'FunctionCall',
    start,
    end,
    name: { kind: 'Name', start, end, text: name },
    open: { start, end: start },
    arguments: given,
    expansion: null,
    close: null,
  };
}
