import { describe, expect, it } from 'vitest';
import { checkOnly, fixModule } from '../../support/checkProblems.ts';
import { found, versions } from '../support/providerReleases.ts';

const ID = 'policy-document-version';

describe(ID, () => {
  const document = (action: string, selection = '') => `data "aws_ecr_lifecycle_policy_document" "app" {
  rule {
    priority = 1
    action {
      ${action}
    }
    selection {
      tag_status   = "any"
      count_type   = "${selection === '' ? 'sinceImagePulled' : 'sinceImageTransitioned'}"
      count_unit   = "days"
      count_number = 120
      ${selection}
    }
  }
}
`;
  const transition = (target: string) => document(`type = "transition"\n      target_storage_class = ${target}`);
  const archived = transition('"archive"');

  it('warns where every admitted release leaves the archive out', () => {
    checkOnly(ID, {
      'versions.tf': versions('~> 6.28.0'),
      'main.tf': transition(`"archive"
      ^^^^^^^^^^^^^^^^^^^^ warning policy-document-version the constraint "~> 6.28.0" admits no later release. Ask for 6.29.0 or newer.`),
    });
    expect(found('>= 5.44, < 6.29', archived)).toEqual(['warning policy-document-version']);
  });

  it('hints where some do, and says nothing more of the archive', () => {
    expect(found('>= 6.0', archived)).toEqual(['hint policy-document-version']);
    expect(found('>= 6.28', archived)).toEqual(['hint policy-document-version']);
    expect(found('>= 5.0', archived)).toEqual(['hint policy-document-version']);
  });

  it('tells of one storage class for the whole document', () => {
    const expiring = document('type = "expire"', 'storage_class = "archive"');
    expect(found('~> 6.28.0', expiring)).toEqual(['warning policy-document-version']);
    expect(found('~> 6.28.0', `${archived}${expiring.replace('"app"', '"other"')}`)).toHaveLength(2);
  });

  it('goes by the lock file', () => {
    expect(found('>= 6.0', archived, '6.28.0')).toEqual(['warning policy-document-version']);
    expect(found('>= 6.0', archived, '6.29.0')).toEqual([]);
    expect(found(null, archived, '6.28.0')).toEqual(['warning policy-document-version']);
    expect(found('>= 6.0', archived, '6.27.0')).toEqual(['error provider-version']);
  });

  it('says nothing where the archive is written, not meant or not known', () => {
    expect(found(null, archived)).toEqual([]);
    expect(found('>= 6.29', archived)).toEqual([]);
    expect(found('>= 6.28, != 6.28.0', archived)).toEqual([]);
    expect(found('> 6.28.0', archived)).toEqual([]);
    expect(found('>= 6.27, != 6.28.0', archived)).toEqual(['hint policy-document-version']);
    expect(found('~> 6.28.0, != 6.28.0', archived)).toEqual([]);
    expect(found('>= 6.0', archived, '6.28.1')).toEqual([]);
    expect(found('~> 6.27.0', archived)).toEqual(['error provider-version']);
    expect(found('~> 6.28.0', transition('var.target'))).toEqual([]);
    expect(found('~> 6.28.0', document('type = "expire"', 'storage_class = "standard"'))).toEqual([]);
    expect(found('~> 6.28.0', document('type = "expire"'))).toEqual([]);
  });

  it('is fixed by raising the constraint', () => {
    const files = (constraint: string) => ({ 'main.tf': archived, 'versions.tf': versions(constraint) });
    expect(fixModule(files('~> 6.28.0'), 'Raise the constraint to "~> 6.29.0"')).toEqual(files('~> 6.29.0'));
    expect(fixModule(files('>= 6.0, < 7.0'), 'Raise the constraint to ">= 6.29, < 7.0"')).toEqual(
      files('>= 6.29, < 7.0'),
    );
  });
});
