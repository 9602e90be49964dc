import { describe, expect, it } from 'vitest';
import { foldingRanges } from '../../../../server/src/service/structure/folding.ts';
import type { ShapedText } from '../../../../server/src/service/structure/shapedText.ts';
import { HEREDOC, POLICY, shapeOf, shapeOfPolicy, TEMPLATE } from './support.ts';

const MARKS = { code: '', comment: '#', region: '§' };

/** The foldable ranges, as `first line–last line`, from 1; comments with a #, regions with a §. */
function lines(text: string, shaped: ShapedText): string[] {
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length;
  return foldingRanges(shaped).map(({ start, end, kind }) => `${MARKS[kind]}${lineOf(start)}–${lineOf(end)}`);
}

const foldsOf = (text: string) => lines(text, shapeOf(text));
const policyFolds = (text: string) => lines(text, shapeOfPolicy(text));

describe('what can be folded', () => {
  it('is a block, a call, an object, a list, each over several lines', () => {
    expect(foldsOf(POLICY)).toEqual(['1–18', '3–17', '4–16', '5–10', '11–15']);
  });

  it('is a heredoc and the JSON in it, around what is filled in', () => {
    expect(foldsOf(HEREDOC)).toEqual(['1–18', '3–17', '4–16', '5–15', '6–14', '8–12']);
  });

  it('is a run of comments, and a long one', () => {
    const text =
      '# one\n# two\n# three\n\n# alone\nlocals {\n  a = 1 # beside\n  # below\n  b = 2\n}\n/* long\n   one */\n';
    expect(foldsOf(text).filter((fold) => fold.startsWith('#'))).toEqual(['#1–3', '#11–12']);
  });

  it('is what is left of a broken text', () => {
    for (let end = 0; end < HEREDOC.length; end += 5) expect(() => foldsOf(HEREDOC.slice(0, end))).not.toThrow();
    expect(foldsOf(`${POLICY.replace('  })\n}\n', '')}\n${POLICY}`)).toEqual(expect.arrayContaining(['18–35']));
  });

  it('is what markers make a region of, each in the other, with the text between', () => {
    const text =
      '#region images\nlocals {\n  a = 1\n}\n// #region policies\n# why\n# so\nlocals {\n  b = 2 # endregion\n}\n// endregion\n# endregion\n#region open\n';
    expect(foldsOf(text)).toEqual(['§1–12', '2–4', '§5–11', '#6–7', '8–10']);
  });

  it('is an expression in brackets', () => {
    const text = 'locals {\n  a = (\n    1\n  )\n  b = [for x in var.x :\n    x\n  ]\n}\n';
    expect(foldsOf(text)).toEqual(['1–8', '2–4', '5–7']);
  });

  it('is what the indentation of another text shows', () => {
    const text =
      'locals {\n  script = <<-EOT\n    if true; then\n      echo 1\n\n      echo 2\n    fi\n    done\n  EOT\n}\n';
    expect(foldsOf(text)).toEqual(['1–10', '2–9', '3–6']);
  });

  it('is every object and list of a policy file, of a template too, and of JSON that Terraform reads', () => {
    const text = '{\n  "rules": [\n    {\n      "rulePriority": 1\n    }\n  ]\n}\n';
    expect(policyFolds(text)).toEqual(['1–7', '2–6', '3–5']);
    expect(policyFolds(TEMPLATE)).toEqual(['1–15', '2–14', '3–7', '9–12']);
    expect(policyFolds('plain text\n  further in')).toEqual([]);
    const code = '{\n  "locals": {\n    "a": 1\n  }\n}\n';
    expect(lines(code, shapeOf({ 'main.tf': '', 'more.tf.json': code }, 'more.tf.json'))).toEqual(['1–5', '2–4']);
  });

  it('is found in a template within a heredoc', () => {
    expect(foldsOf(`locals {\n  a = <<EOT\n${TEMPLATE}EOT\n}\n`)).toEqual([
      '1–19',
      '2–18',
      '3–17',
      '4–16',
      '5–9',
      '11–14',
    ]);
  });
});
