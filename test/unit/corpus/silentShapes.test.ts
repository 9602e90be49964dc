import { describe, expect, it } from 'vitest';
import { SILENT_MODULES } from '../support/silentModules.ts';
import type { Shape } from '../support/silentShapes.ts';
import { SHAPES } from '../support/silentShapes.ts';

/** How a module's code shows that it has a shape, comments aside. */
const SIGNS: Readonly<Record<Shape, RegExp>> = {
  dynamic: /\bdynamic "/,
  condition: / \? /,
  template: /templatefile\(|%\{|<<-?\w+/,
  module: /^module "/m,
};

function shapesOf(name: string): readonly string[] {
  const found = SILENT_MODULES.find((module) => module.name === name);
  if (found === undefined) throw new Error(`there is no module ${name}`);
  const code = Object.values(found.files)
    .join('\n')
    .replaceAll(/^\s*(#|\/\/).*$/gm, '');
  return Object.entries(SIGNS).flatMap(([shape, sign]) => (sign.test(code) ? [shape] : []));
}

const COUNTS = { all: 61, dynamic: 16, condition: 24, template: 4, module: 9 };

const listed = Object.entries(SHAPES);
const count = (shape: Shape) => listed.filter(([, shapes]) => shapes.includes(shape)).length;

describe('the correct modules in the shapes of public code', () => {
  it.each(listed)('%s shows what is listed', (name, shapes) => {
    expect(shapesOf(name)).toEqual(shapes);
  });

  it('are as many as promised, in each group', () => {
    expect(listed.length).toBeGreaterThanOrEqual(60);
    expect(listed.filter(([, shapes]) => shapes.length > 0).length).toBeGreaterThanOrEqual(listed.length / 2);
    expect({
      all: listed.length,
      dynamic: count('dynamic'),
      condition: count('condition'),
      template: count('template'),
      module: count('module'),
    }).toEqual(COUNTS);
  });
});
