import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'replication-limits';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = range(20)
        content {
          region      = "us-east-1"
          registry_id = format("1111222233%02d", destination.value)
        }
      }
    }
    rule {
      dynamic "destination" {
        for_each = range(20)
        content {
          region      = "us-east-2"
          registry_id = format("1111222233%02d", destination.value)
        }
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223300"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223301"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223302"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223303"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223304"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223305"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223306"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223307"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223308"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223309"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223310"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223311"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223312"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223313"
      }
    }
    rule {
      destination {
        region      = "us-east-2"
        registry_id = "111122223300"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223301"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223302"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223303"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223304"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223305"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223306"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223307"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223308"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223309"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223310"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223311"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223312"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223313"
      }
    }
  }
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223300"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223301"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223302"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223303"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223304"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223305"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223306"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223307"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223308"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223309"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223310"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223311"
      }
    }
    rule {
      destination {
        region      = "us-east-2"
        registry_id = "111122223300"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223301"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223302"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223303"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223304"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223305"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223306"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223307"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223308"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223309"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223310"
      }
      destination {
        region      = "us-east-2"
        registry_id = "111122223311"
      }
    }
  }
}
`,
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223300"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223301"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223302"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223303"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223304"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223305"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223306"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223307"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223308"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223309"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223310"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223311"
      }
    }
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223300"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223301"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223302"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223303"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223304"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223305"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223306"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223307"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223308"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223309"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223310"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223311"
      }
    }
    rule {
      destination {
        region      = "us-east-1"
        registry_id = "111122223300"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223301"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223302"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223303"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223304"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223305"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223306"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223307"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223308"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223309"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223310"
      }
      destination {
        region      = "us-east-1"
        registry_id = "111122223311"
      }
    }
  }
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = var.destinations
        content {
          region      = destination.value
          registry_id = "111122223333"
        }
      }
    }
  }
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
