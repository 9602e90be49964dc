import { readTree } from '../../../../server/src/syntax/reader/read.ts';
import type { Body, Expression, Label, ObjectItem, TemplatePart } from '../../../../server/src/syntax/tree/tree.ts';

/** The whole text as a compact outline of what the parser understood, without ranges. */
export function outline(text: string): string {
  return renderBody(readTree(text).body);
}

/** The value of `x = …` as a compact S-expression. */
export function value(text: string): string {
  const [item] = readTree(`x = ${text}\n`).body.items;
  return item?.kind === 'Attribute' ? renderExpression(item.value) : 'no attribute';
}

/** The problems of a text, each as its source text and its message. */
export function problems(text: string): readonly string[] {
  return readTree(text).errors.map(({ start, end, message }) => `${JSON.stringify(text.slice(start, end))} ${message}`);
}

function renderBody(body: Body): string {
  const nodes = [...body.items, ...body.strays].toSorted((left, right) => left.start - right.start);
  return nodes
    .map((node) => {
      if (node.kind === 'Stray') return `stray(${node.name?.text ?? ''})`;
      if (node.kind === 'Attribute') return `${node.name.text}=${renderExpression(node.value)}`;
      const header = [node.type.text, ...node.labels.map(renderLabel)].join(' ');
      const brace = node.open === null ? '<' : '{';
      return `${header} ${brace}${renderBody(node.body)}${node.close === null ? '>' : '}'}`;
    })
    .join('; ');
}

function renderLabel({ text, quoted }: Label): string {
  return quoted ? JSON.stringify(text) : String(text);
}

function renderItem({ key, operator, value: held }: ObjectItem): string {
  return operator === null && held.kind === 'MissingExpression'
    ? renderExpression(key)
    : `${renderExpression(key)}: ${renderExpression(held)}`;
}

function renderPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'TemplateLiteral':
      return JSON.stringify(part.value);
    case 'TemplateInterpolation':
      return `\${${renderExpression(part.expression)}${part.close === null ? '>' : '}'}`;
    case 'TemplateIf': {
      const otherwise = part.otherwise === null ? '' : ` else ${part.otherwise.map(renderPart).join(' ')}`;
      return `%if(${renderExpression(part.condition)} ${part.then.map(renderPart).join(' ')}${otherwise})`;
    }
    case 'TemplateFor': {
      const names = [part.key, part.value].filter((name) => name !== null).map((name) => name.text);
      return `%for(${names.join(',')} ${renderExpression(part.collection)} ${part.parts.map(renderPart).join(' ')})`;
    }
  }
}

function renderExpression(node: Expression): string {
  switch (node.kind) {
    case 'NumberLiteral':
      return node.text;
    case 'BooleanLiteral':
      return String(node.value);
    case 'NullLiteral':
      return 'null';
    case 'Template': {
      const parts = node.parts.map(renderPart).join(' ');
      const open = node.form === 'quoted' ? '"' : '<<';
      return `${open}${parts}${node.close === null ? '>' : open === '"' ? '"' : ''}`;
    }
    case 'Variable':
      return node.name.text;
    case 'AttributeAccess':
      return `${renderExpression(node.object)}.${node.name.text}`;
    case 'IndexAccess':
      return `${renderExpression(node.object)}${node.legacy ? '.' : ''}[${renderExpression(node.key)}]`;
    case 'Splat':
      return `(${node.style} ${renderExpression(node.source)} ${renderExpression(node.each)})`;
    case 'SplatItem':
      return '@';
    case 'FunctionCall': {
      const expansion = node.expansion === null ? '' : '...';
      return `${node.name.text}(${node.arguments.map(renderExpression).join(', ')}${expansion}${node.close === null ? '>' : ')'}`;
    }
    case 'UnaryOperation':
      return `(${node.operator} ${renderExpression(node.operand)})`;
    case 'BinaryOperation':
      return `(${node.operator} ${renderExpression(node.left)} ${renderExpression(node.right)})`;
    case 'Conditional':
      return `(? ${renderExpression(node.condition)} ${renderExpression(node.then)} ${renderExpression(node.otherwise)})`;
    case 'TupleExpression':
      return `[${node.items.map(renderExpression).join(', ')}${node.close === null ? '>' : ']'}`;
    case 'ObjectExpression':
      return `{${node.items.map(renderItem).join(', ')}${node.close === null ? '>' : '}'}`;
    case 'ForExpression': {
      const names = [node.keyName, node.valueName].filter((name) => name !== null).map((name) => name.text);
      const key = node.key === null ? '' : `${renderExpression(node.key)} => `;
      const grouping = node.grouping === null ? '' : '...';
      const condition = node.condition === null ? '' : ` if ${renderExpression(node.condition)}`;
      const head = `for ${names.join(',')} in ${renderExpression(node.collection)}`;
      return `(${node.form} ${head}: ${key}${renderExpression(node.value)}${grouping}${condition})`;
    }
    case 'Parenthesized':
      return `(${renderExpression(node.expression)}${node.close === null ? '>' : ')'}`;
    case 'MissingExpression':
      return '?';
    case 'InvalidExpression':
      return '!';
  }
}
