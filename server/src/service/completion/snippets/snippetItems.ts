import { EXCLUSION_SUFFIX } from '../../../ecr/repository/mutability.ts';
import { REPOSITORY_TYPE } from '../../../ecr/repository/repositoryBlock.ts';
import { EXCLUSION_FILTER_BLOCK } from '../../../facts/repository/repositoryArguments.ts';
import { attributeOf, blocksOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { ArgumentNameCursor } from '../../cursor/block/blockCursor.ts';
import type { Point, Slot } from '../../cursor/point.ts';
import type { PolicyValueCursor } from '../../cursor/policy/policyCursor.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertBody } from '../items/slots.ts';
import { nextPriority } from '../policy/relevance.ts';
import type { EcrSnippet } from './catalogue.ts';
import { snippetsFor } from './catalogue.ts';
import { bodyFor } from './placedSnippet.ts';

const MUTABILITY = 'image_tag_mutability';

/** The end of a snippet for a rule: its comma, and the final cursor position. */
const RULE_END = /,\$0$/;

/** The snippets of whole blocks, for a line at top level that begins with the typed text or a part of it. */
export function topLevelSnippets(point: Point, slot: Slot): Draft[] {
  const typed = typedIn(point, slot);
  return snippetsFor('top-level')
    .filter(({ prefix }) => isBegunBy(prefix, typed))
    .map((snippet) => narrowed(draftOf(point, slot, snippet, bodyFor(point.module, snippet))));
}

/** The snippets of single rules, once their prefix is being typed; before that, rules are offered in words. */
export function ruleSnippets(point: Point, { slot, spelling, needsComma, around }: PolicyValueCursor): Draft[] {
  const typed = typedIn(point, slot);
  if (typed === '' || slot.quotes !== 'none' || spelling.language !== 'hcl') return [];
  const end = needsComma ? ',$0' : '$0';
  return snippetsFor('rules')
    .filter(({ prefix }) => prefix.startsWith(typed))
    .map((snippet) => {
      const body = snippet.body.replace('${1:1}', `\${1:${nextPriority(around)}}`).replace(RULE_END, end);
      return narrowed(draftOf(point, slot, snippet, body));
    });
}

/**
 * The snippet of a filter once its prefix is being typed, in a repository whose tags are mutable or immutable with
 * exclusions, or undecided. Before that, the block is offered by its name.
 */
export function filterSnippets(point: Point, { owner, body, slot, isComplete }: ArgumentNameCursor): Draft[] {
  const typed = typedIn(point, slot);
  if (typed === '' || isComplete || owner.body !== body || owner.labels[0]?.text !== REPOSITORY_TYPE) return [];
  if (owner.type.text !== 'resource') return [];
  const mutability = attributeOf(owner, MUTABILITY);
  const written = literalText(mutability?.value);
  if (typeof written === 'string' && !written.endsWith(EXCLUSION_SUFFIX)) return [];
  const { name, maximum } = EXCLUSION_FILTER_BLOCK;
  if (maximum !== null && blocksOf(body).filter(({ type }) => type.text === name).length >= maximum) return [];
  const above =
    mutability === undefined
      ? `${MUTABILITY} = "\${3|IMMUTABLE${EXCLUSION_SUFFIX},MUTABLE${EXCLUSION_SUFFIX}|}"\n`
      : '';
  return snippetsFor('repository')
    .filter(({ prefix }) => prefix.startsWith(typed))
    .map((snippet) => narrowed(draftOf(point, slot, snippet, `${above}${snippet.body}`)));
}

function draftOf(point: Point, slot: Slot, { prefix, name, description }: EcrSnippet, body: string): Draft {
  return {
    label: prefix,
    kind: 'snippet',
    detail: name,
    documentation: description,
    insert: insertBody(point, slot, body),
  };
}

function narrowed(draft: Draft): Draft {
  return { ...draft, isNarrowed: true };
}

function typedIn({ text, offset }: Point, { start }: Slot): string {
  return text.slice(start, offset);
}

/** Letters in between do not count: `reso` is the beginning of `resource`, not of a repository. */
function isBegunBy(prefix: string, typed: string): boolean {
  return prefix.startsWith(typed) || (typed.length > 1 && prefix.includes(`-${typed}`));
}
