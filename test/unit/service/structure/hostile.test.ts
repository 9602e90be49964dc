import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../../../server/src/service/structure/folding.ts';
import { selectionRanges } from '../../../../server/src/service/structure/selection.ts';
import { SymbolIndex } from '../../../../server/src/service/structure/symbolIndex.ts';
import { cpuSecondsOf, MUCH } from '../../support/cpuTime.ts';
import { moduleOf, shapeOf, shapeOfPolicy } from './support.ts';

const heredoc = (content: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = <<EOT\n${content}\nEOT\n}\n`;

const DEEP = `{"rules": ${'['.repeat(50_000)}`;
const MANY_HOLES = `{"a": [${'"${x}", '.repeat(8_000)}0]}`;
const WIDE = `{"a": [${'1,'.repeat(130_000)}1]}`;

/** Everything on one line: nothing folds, and no range may search the line again. */
const MINIFIED = `{"a": [${'{"a": [0]}, '.repeat(8_000)}0]}`;
const COMMENTS = `${'/**/ '.repeat(20_000)}\n`;

describe('the shape of a hostile text', () => {
  for (const [name, text] of Object.entries({
    DEEP,
    MANY_HOLES,
    WIDE,
    MINIFIED,
    COMMENTS,
    'U+0000': '{"\0": [\0',
    lone: '{"\ud800": 1',
  })) {
    it(`is told of ${name}, in a heredoc and in a file`, () => {
      const look = () => {
        for (const shaped of [shapeOf(heredoc(text)), shapeOfPolicy(text)]) {
          expect(foldingRanges(shaped).length).toBeLessThan(10);
          expect(selectionRanges(shaped, 7).length).toBeGreaterThan(0);
        }
        expect(foldingRanges(shapeOf(text))).toEqual([]);
        const { workspace, module } = moduleOf({ 'main.tf': heredoc(text), 'policy.json': text });
        const index = new SymbolIndex(workspace);
        expect(index.ofFile(module, 'main.tf')).toHaveLength(1);
        expect(index.matching('aws_ecr_lifecycle_policy.p')).toHaveLength(1);
      };
      expect(cpuSecondsOf(look)).toBeLessThan(MUCH);
    });
  }
});
