import { entriesOf, TAG_LIST_KEYS } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { canMatch } from '../../ecr/documents/lifecycle/claims/tagGrammar.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTagNeverMatches: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-never-matches',
  title: 'A tag list entry can never match a tag',
  severity: 'warning',
  *check(policy) {
    for (const rule of policy.rules) {
      for (const key of TAG_LIST_KEYS) {
        for (const { node, text } of entriesOf(rule[key])) {
          const kind = key === 'tagPrefixList' ? 'prefix' : 'pattern';
          // Another check reports an asterisk in a prefix.
          if ((kind === 'prefix' && text.includes('*')) || canMatch({ kind, text })) continue;
          yield {
            place: node.place,
            message: `No image tag can match ${JSON.stringify(text)}, so the rule selects nothing: a tag has letters, digits, "_", "." and "-", does not begin with "." or "-", and is at most 128 characters long. Correct the entry.`,
          };
        }
      }
    }
  },
};
