import { ARCHIVE_MINIMUM_DAYS, countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleArchiveMinimum: PolicyCheck = {
  subject: 'policy',
  id: 'rule-archive-minimum',
  title: 'Archived images expire before 90 days',
  severity: 'warning',
  *check({ rules }) {
    for (const { countType, countNumber } of rules) {
      if (countType.state !== 'known' || countTypeFact(countType.value).storageClass !== 'archive') continue;
      if (countNumber.state !== 'known' || countNumber.value >= ARCHIVE_MINIMUM_DAYS) continue;
      yield {
        place: countNumber.node.place,
        message: `Archived images are kept, and billed, for at least ${ARCHIVE_MINIMUM_DAYS} days; AWS documents that as the smallest countNumber of sinceImageTransitioned.`,
        fixes: [
          {
            title: `Change countNumber to ${ARCHIVE_MINIMUM_DAYS}`,
            kind: 'choice',
            changes: [{ kind: 'replace-value', node: countNumber.node, value: ARCHIVE_MINIMUM_DAYS }],
          },
        ],
      };
    }
  },
};
