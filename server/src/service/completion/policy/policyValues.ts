import { instanceKey } from '../../../ecr/repository/instanceKey.ts';
import type { PolicyKey, PolicyLevel } from '../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_DOCUMENT_TYPE } from '../../../facts/lifecycle/policyDocument.ts';
import { isBlockOf } from '../../../module/declarations/declarations.ts';
import type { Point, Slot } from '../../cursor/point.ts';
import type { PolicyValueCursor } from '../../cursor/policy/policyCursor.ts';
import { describeKey } from '../../hover/describe.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertAt, insertQuoted } from '../items/slots.ts';
import type { Snippet } from '../items/snippet.ts';
import { choice, stop } from '../items/snippet.ts';
import { synonymOf } from '../items/synonyms.ts';
import { printMember, printObject } from './policyPrint.ts';
import { policySnippet, ruleChoices, ruleSnippet } from './policySnippets.ts';
import { freePriorities, nextPriority, rankedValues } from './relevance.ts';

/** Suggestions at a cursor inside a policy, best match first. */
export function policyValueItems(point: Point, cursor: PolicyValueCursor): Draft[] {
  const { shape } = cursor;
  switch (shape.kind) {
    case 'value':
      return shape.fact.values === undefined
        ? plainValues(point, cursor, shape.fact)
        : enumeratedValues(point, cursor, shape.level, shape.fact);
    case 'list':
      return cursor.slot.quotes === 'none' ? [ruleList(point, cursor)] : [];
    case 'object':
      return cursor.slot.quotes === 'none' ? objects(point, cursor, shape.level) : [];
    case 'text':
      return cursor.slot.quotes === 'none' ? wholePolicies(point, cursor) : [];
  }
}

function enumeratedValues(point: Point, cursor: PolicyValueCursor, level: PolicyLevel, fact: PolicyKey): Draft[] {
  const { slot, spelling, needsComma, around } = cursor;
  return rankedValues(level, fact, around).map(({ value, documentation }) => {
    return {
      label: value,
      kind: 'value',
      detail: fact.key,
      documentation,
      insert: insertQuoted(point, slot, value, needsComma ? ',' : '', spelling.quote),
      ...synonymOf(value),
    };
  });
}

function plainValues(point: Point, cursor: PolicyValueCursor, fact: PolicyKey): Draft[] {
  const { slot, spelling, needsComma, around } = cursor;
  if (slot.quotes !== 'none') return [];
  const comma = needsComma ? ',' : '';
  const insert = (parts: Snippet) => insertAt(point, slot, [...parts, comma], spelling.quote);
  if (fact.key === 'rulePriority') {
    return freePriorities(around).map((priority, index) => ({
      label: String(priority),
      kind: 'value',
      detail: index === 0 ? 'next free priority' : 'smallest free priority',
      documentation: describeKey(fact),
      insert: insert([String(priority)]),
    }));
  }
  if (fact.type !== 'string-list') return [];
  return [
    {
      label: '["…"]',
      kind: 'snippet',
      detail: fact.key,
      documentation: describeKey(fact),
      insert: insert(['["', stop(), '"]']),
    },
  ];
}

function objects(point: Point, cursor: PolicyValueCursor, level: PolicyLevel): Draft[] {
  const { slot, spelling, needsComma, around } = cursor;
  const comma = needsComma ? ',' : '';
  const insert = (parts: Snippet) => insertAt(point, slot, [...parts, comma], spelling.quote);
  const style = { spelling, isInline: spelling.isInline };
  switch (level) {
    case 'rule':
      return ruleChoices(spelling, nextPriority(around)).map(({ template, snippet }) => ({
        label: template.label,
        kind: 'snippet',
        documentation: template.documentation,
        insert: insert(snippet),
      }));
    case 'policy':
      return wholeObjects(point, cursor);
    case 'selection':
      return [
        {
          label: '{ … }',
          kind: 'snippet',
          detail: 'selection',
          documentation: 'Which images the rule acts on.',
          insert: insert(printObject([[stop()]], style)),
        },
      ];
    case 'action': {
      const member = printMember('type', ['"', choice(['expire', 'transition']), '"'], style);
      return [
        {
          label: '{ type … }',
          kind: 'snippet',
          detail: 'action',
          documentation: 'What happens to the selected images.',
          insert: insert(printObject([member], style)),
        },
      ];
    }
  }
}

function ruleList(point: Point, { slot, spelling, needsComma }: PolicyValueCursor): Draft {
  const style = { spelling, isInline: spelling.isInline };
  const parts = [...ruleSnippet('list', style, 1), needsComma ? ',' : ''];
  const documentation = 'A list with one rule, to be filled in.';
  return {
    label: '[ … ]',
    kind: 'snippet',
    detail: 'rules',
    documentation,
    insert: insertAt(point, slot, parts, spelling.quote),
  };
}

/** The object of a whole policy, once for each rule that it may begin with. */
function wholeObjects(point: Point, { slot, spelling }: PolicyValueCursor): Draft[] {
  const style = { spelling, isInline: spelling.isInline };
  return ruleChoices(spelling, 1).map(({ template, snippet }) => ({
    label: template.label.replace('rule', 'policy'),
    kind: 'snippet',
    documentation: `A policy with one rule. ${template.documentation}`,
    insert: insertAt(point, slot, policySnippet(snippet, style), spelling.quote),
  }));
}

function wholePolicies(point: Point, { slot, spelling }: PolicyValueCursor): Draft[] {
  const style = { spelling, isInline: false };
  const written = ruleChoices(spelling, 1).map(
    ({ template, snippet }): Draft => ({
      label: `jsonencode ${template.label.replace('rule', 'policy')}`,
      kind: 'snippet',
      documentation: `A policy with one rule. ${template.documentation}`,
      insert: insertAt(point, slot, ['jsonencode(', ...policySnippet(snippet, style), ')']),
    }),
  );
  return [...documents(point, slot), ...written];
}

/** The policy documents of the module. */
function documents(point: Point, slot: Slot): Draft[] {
  const blocks = [...point.module.allBlocks()].filter((block) => isBlockOf(block, 'data', POLICY_DOCUMENT_TYPE));
  return blocks.map(({ address, block }) => {
    const label = `${address}${instanceKey(block)}.json`;
    const documentation = 'The JSON that a policy document of this module makes.';
    return { label, kind: 'reference', documentation, insert: insertAt(point, slot, [label]) };
  });
}
