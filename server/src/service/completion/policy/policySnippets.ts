import type { RuleTemplate } from '../../../facts/lifecycle/ruleTemplates.ts';
import { FIRST_RULE, RULE_TEMPLATES } from '../../../facts/lifecycle/ruleTemplates.ts';
import type { PolicySpelling } from '../../cursor/policy/cursorSpelling.ts';
import type { Snippet } from '../items/snippet.ts';
import type { PrintStyle } from './policyPrint.ts';
import { printList, printMember, printMembers, printObject } from './policyPrint.ts';

/** A rule of a template in the style, with its priority as given. */
function templateSnippet({ members }: RuleTemplate, style: PrintStyle, priority: number): Snippet {
  return printObject(printMembers(members, style, priority), style);
}

/** A list with a first rule, or the object of a whole policy with it. */
export function ruleSnippet(form: 'list' | 'policy', style: PrintStyle, priority: number): Snippet {
  const rule = templateSnippet(FIRST_RULE, style, priority);
  return form === 'list' ? printList(rule, style) : policySnippet(rule, style);
}

/** `{ rules = [ … ] }` around one rule. */
export function policySnippet(rule: Snippet, style: PrintStyle): Snippet {
  return printObject([printMember('rules', printList(rule, style), style)], style);
}

/** The templates with their snippets, as one rule each. */
export function ruleChoices(
  spelling: PolicySpelling,
  priority: number,
): { template: RuleTemplate; snippet: Snippet }[] {
  const style: PrintStyle = { spelling, isInline: spelling.isInline };
  return RULE_TEMPLATES.map((template) => ({ template, snippet: templateSnippet(template, style, priority) }));
}
