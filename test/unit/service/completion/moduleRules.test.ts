import { describe, expect, it } from 'vitest';
import { labelsAt } from './cursor.ts';

const call = (version: string, rule: string, source = 'cloudposse/ecr/aws') =>
  `module "ecr" {\n  source  = "${source}"\n  version = "${version}"\n\n  custom_lifecycle_rules = [{\n    ${rule}\n  }]\n}\n`;

describe('rules in a call of cloudposse/ecr/aws', () => {
  it.each([
    ['$0', 'selection', ['rulePriority']],
    ['selection = {\n      $0\n    }', 'countType', []],
    ['selection = { countType = "$0" }', 'sinceImagePushed', ['sinceImagePulled']],
    ['selection = { tagStatus = "$0" }', 'untagged', []],
    ['action = {\n      $0\n    }', 'type', []],
    ['action = { type = "$0" }', 'expire', []],
  ])('complete %s with %s, without what the module refuses', (rule, label, left) => {
    const labels = labelsAt(call('1.0.2', rule));
    expect(labels).toContain(label);
    for (const one of left) expect(labels).not.toContain(one);
  });

  it.each([
    ['selection = {\n      $0\n    }', 'storageClass'],
    ['selection = { countType = "$0" }', 'sinceImageTransitioned'],
    ['action = {\n      $0\n    }', 'targetStorageClass'],
    ['action = { type = "$0" }', 'transition'],
  ])('know of archives since the release that does: %s', (rule, label) => {
    expect(labelsAt(call('1.0.2', rule))).toContain(label);
    expect(labelsAt(call('0.44.0', rule))).not.toContain(label);
    expect(labelsAt(call('~> 1.0', rule))).toContain(label);
  });

  it('have numbers where the module takes them', () => {
    const text = call('0.6.0', '$0', 'mineiros-io/ecr/aws').replace('custom_lifecycle_rules', 'lifecycle_policy_rules');
    expect(labelsAt(text)).toContain('rulePriority');
  });
});
