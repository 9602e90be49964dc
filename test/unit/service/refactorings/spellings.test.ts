import { describe, expect, it } from 'vitest';
import { expectLayoutOfAll, offersAt, refactor, refactorModule, refusalAt } from './support.ts';

const TO_JSONENCODE = 'Write the heredoc as jsonencode({ … })';
const STRING_TO_JSONENCODE = 'Write the string as jsonencode({ … })';
const TO_DOCUMENT = 'Write the policy as a data source aws_ecr_lifecycle_policy_document';
const FROM_DOCUMENT = 'Replace the data source with jsonencode({ … })';
const INLINE_FILE = 'Inline the file as jsonencode({ … })';

const resource = (policy: string, equals = 'policy     =') =>
  `resource "aws_ecr_lifecycle_policy" "app" {\n  repository = "app"\n  ${equals} ${policy}\n}\n`;

const VARIABLES =
  'variable "keep" {\n  type    = number\n  default = 5\n}\n\nvariable "env" {\n  type    = string\n  default = "dev"\n}\n\nvariable "any" {\n  default = 7\n}\n\n';

const JSONENCODED = `jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Keep \\"5\\" of $\${x}"
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ["a", "b"]
          countType     = "imageCountMoreThan"
          countNumber   = 5
        }
        action = {
          type = "expire"
        }
      },
    ]
  })`;

const JSON_TEXT = `{"rules": [
      {
        "rulePriority": 1, "description": "Keep \\"5\\" of $\${x}",
        "selection": {"tagStatus": "tagged", "tagPrefixList": ["a", "b"], "countType": "imageCountMoreThan", "countNumber": 5},
        "action": {"type": "expire"}
      }
    ]}`;

describe('JSON text as jsonencode', () => {
  it('is written from a heredoc, with the layout of terraform fmt', () => {
    expect(refactor(resource(`<<-EOF\n    ${JSON_TEXT}\n  EOF`).replace('EOF', 'E$0OF'), TO_JSONENCODE)).toBe(
      resource(JSONENCODED, 'policy ='),
    );
  });

  it("is written from a quoted string, with the file's line ends", () => {
    const text = JSON.stringify(JSON_TEXT.replaceAll(/\n\s*/g, ''));
    const before = resource(text).replaceAll('\n', '\r\n').replace('policy  ', 'poli$0cy  ');
    expect(refactor(before, STRING_TO_JSONENCODE)).toBe(resource(JSONENCODED, 'policy =').replaceAll('\n', '\r\n'));
  });

  it('keeps what is filled in, with the type that it has in the JSON', () => {
    const before = resource(`<<EOF
{"rules": [{
  "rulePriority": \${var.any}, "description": "\${var.env}",
  "selection": {"tagStatus": "tagged", "tagPrefixList": ["\${var.env}-\${ var.any }", "\${var.any}"],
    "countType": "imageCountMoreThan", "countNumber": \${var.keep}},
  "action": \${jsonencode({ type = "expire" })}
}, \${jsonencode(local.last)}]}
EOF`);
    const local =
      'locals {\n  last = { rulePriority = 9, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9 }, action = { type = "expire" } }\n}\n\n';
    const after = refactor(`${VARIABLES}${local}${before}`.replace('<<EOF', '<<$0EOF'), TO_JSONENCODE);
    expect(after).toBe(
      `${VARIABLES}${local}${resource(
        `jsonencode({
    rules = [
      {
        rulePriority = tonumber(var.any)
        description  = var.env
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ["\${var.env}-\${var.any}", tostring(var.any)]
          countType     = "imageCountMoreThan"
          countNumber   = var.keep
        }
        action = { type = "expire" }
      },
      local.last,
    ]
  })`,
        'policy =',
      )}`,
    );
  });

  it('is refused where something would be lost or is not JSON', () => {
    const refusal = (text: string) => refusalAt(resource(`<<EOF$0\n${text}\nEOF`), TO_JSONENCODE);
    expect(refusal('{"rules": [%{ if var.on }{}%{ endif }]}')).toBe('The text has %{ if } or %{ for } in it.');
    expect(refusal('{"rules": [}')).toBe('The text is not valid JSON.');
    expect(refusal('{"rules": [], "rules": []}')).toBe('A key appears twice in an object.');
    expect(refusal('{"rules": [{"a": ${ /* why */ var.x }}]}')).toBe('There are comments where they would be lost.');
    expect(refusal('{"${var.key}": []}')).toBe('A key is filled in.');
    const silenced = resource('"$0{\\"rules\\": []}"').replace(
      '  policy',
      '  # terraform-ecr-ignore: policy-length new\n  policy',
    );
    expect(refusalAt(silenced, STRING_TO_JSONENCODE)).toMatch(/^A comment silences problems on this line/);
    expect(refusal('{"rules": [${join(",", var.rules)}]}')).toBe('What is filled into a list may be several entries.');
    expect(refusal('{"a": "${jsonencode(var.x)}"}')).toMatch(/^What is filled into a string holds/);
    expect(offersAt(resource('"$0${local.x}"'))).not.toContain(STRING_TO_JSONENCODE);
  });

  it('is written from a file, which stays', () => {
    const files = { 'main.tf': resource('file("$0${path.module}/p.json")'), 'p.json': JSON_TEXT.replace('$$', '$') };
    expect(refactorModule(files, INLINE_FILE)).toEqual({
      'main.tf': resource(JSONENCODED, 'policy ='),
      'p.json': files['p.json'],
    });
    expect(refusalAt({ ...files, 'p.json': '{' }, INLINE_FILE)).toBe('The text is not valid JSON.');
    expect(refusalAt({ 'main.tf': files['main.tf'] }, INLINE_FILE)).toMatch(/^The file is not there/);
  });
});

const DOCUMENT = `data "aws_ecr_lifecycle_policy_document" "app" {
  # first
  rule {
    # urgent
    priority    = 1
    description = "d" # said

    # tags
    selection {
      tag_status      = "tagged"
      tag_prefix_list = ["a", var.env]
      count_type      = "imageCountMoreThan"
      count_number    = var.keep
    }

    action {
      type = "expire"
    }
  } # done

  rule {
    priority = 2

    selection {
      tag_status   = "any"
      count_type   = "sinceImagePushed"
      count_unit   = "days"
      count_number = 14
    }

    action {
      type = "expire"
    }
  }
  # no more
}
`;

const OBJECT = `jsonencode({
    rules = [
      # first
      {
        # urgent
        rulePriority = 1
        description  = "d" # said
        # tags
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ["a", var.env]
          countType     = "imageCountMoreThan"
          countNumber   = var.keep
        }
        action = {
          type = "expire"
        }
      }, # done
      {
        rulePriority = 2
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
      # no more
    ]
  })`;

const REFERENCE = 'data.aws_ecr_lifecycle_policy_document.app.json';

describe('a policy as the data source', () => {
  it('is written from jsonencode with its comments, and back', () => {
    const inline = `${VARIABLES}# the policy\n${resource(OBJECT, 'policy =')}`;
    const blocks = `${VARIABLES}${DOCUMENT}\n# the policy\n${resource(REFERENCE)}`;
    expect(refactor(inline.replace('policy =', 'policy$0 ='), TO_DOCUMENT)).toBe(blocks);
    expect(refactor(blocks.replace('policy  ', 'policy$0  '), FROM_DOCUMENT)).toBe(inline);
    expect(refactor(blocks.replace('# first', '# fi$0rst'), FROM_DOCUMENT)).toBe(inline);
  });

  it('is written from a heredoc, under a name that is free', () => {
    const taken = 'data "aws_ecr_lifecycle_policy_document" "app" {}\n\n';
    const after = refactor(`${taken}${resource(`<<EOF$0\n${JSON_TEXT}\nEOF`)}`, TO_DOCUMENT);
    expect(after).toBe(`${taken}data "aws_ecr_lifecycle_policy_document" "app_2" {
  rule {
    priority    = 1
    description = "Keep \\"5\\" of $\${x}"

    selection {
      tag_status      = "tagged"
      tag_prefix_list = ["a", "b"]
      count_type      = "imageCountMoreThan"
      count_number    = 5
    }

    action {
      type = "expire"
    }
  }
}

${resource('data.aws_ecr_lifecycle_policy_document.app_2.json')}`);
  });

  it('leaves conversions to the arguments', () => {
    const text = JSON_TEXT.replace('"countNumber": 5', '"countNumber": ${var.any}').replace('"b"', '"${var.any}"');
    const after = refactor(`${VARIABLES}${resource(`<<EOF$0\n${text}\nEOF`)}`, TO_DOCUMENT);
    expect(after).toContain('count_number    = var.any\n');
    expect(after).toContain('tag_prefix_list = ["a", var.any]\n');
  });

  it('is refused where the data source would make another policy', () => {
    const rule = (text: string) => refusalAt(resource(`jsonencode($0{ rules = [${text}] })`, 'policy ='), TO_DOCUMENT);
    const right =
      '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }';
    expect(rule(right)).toBeNull();
    expect(rule(right.replace('= 5', '= "5"'))).toBe('The value of countNumber is not of the type that it must have.');
    expect(rule(right.replace('"any"', '"any", tagPrefixList = []'))).toMatch(/^tagPrefixList is an empty list/);
    expect(rule(right.replace('1,', '1, description = null,'))).toMatch(/^description is null/);
    expect(rule(right.replace('1,', '1, note = "x",'))).toBe('The data source has no argument for note.');
    expect(rule(right.replace(', action = { type = "expire" }', ''))).toMatch(/^action is missing/);
    expect(rule('local.rule')).toBe('A rule is computed, so it cannot become a block.');
    expect(rule(right.replace('5', 'each.value'))).toMatch(/^It uses each, count or self/);
    expect(rule(right.replace('tagStatus = "any"', 'tagStatus = /* all */ "any"'))).toMatch(/^There are comments/);
    const old =
      'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "5.43.0" }\n  }\n}\n';
    expect(refusalAt(`${old}${resource(`jsonencode({$0 rules = [${right}] })`)}`, TO_DOCUMENT)).toBe(
      'The data source needs AWS provider 5.44.0, which the module does not admit.',
    );
    const silenced = `# terraform-ecr-ignore: rule-tag-list-and wanted\n${resource(`jsonencode({$0 rules = [${right}] })`)}`;
    expect(refusalAt(silenced, TO_DOCUMENT)).toMatch(/^A comment silences problems here/);
  });

  it('is refused where a function tries it, and stands behind a byte order mark', () => {
    const tried = `try(jsonencode($0{ rules = [] }), null)`;
    expect(refusalAt(resource(tried, 'policy ='), TO_DOCUMENT)).toMatch(/^A function around it decides/);
    const before = `\uFEFF# ours\n${resource(`<<EOF$0\n${JSON_TEXT}\nEOF`)}`;
    expect(refactor(before, TO_DOCUMENT)).toMatch(/^\uFEFFdata "aws_ecr_lifecycle_policy_document" "app" \{/);
  });

  it('stays when something else uses it, and says what its arguments become', () => {
    const document = `data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = "3"

    selection {
      tag_status      = "untagged"
      tag_prefix_list = []
      count_type      = "imageCountMoreThan"
      count_number    = var.any
      count_unit      = null
    }
  }
}
`;
    const other = `\noutput "policy" {\n  value = data.aws_ecr_lifecycle_policy_document.d.json\n}\n`;
    const before = `${VARIABLES}${document}\n${resource('data.aws_ecr_lifecycle_policy_document.d.json')}${other}`;
    expect(refactor(before.replace('policy  ', '$0policy  '), FROM_DOCUMENT)).toBe(
      `${VARIABLES}${document}\n${resource(
        `jsonencode({
    rules = [
      {
        rulePriority = 3
        selection = {
          tagStatus   = "untagged"
          countType   = "imageCountMoreThan"
          countNumber = tonumber(var.any)
        }
        action = {
          type = "expire"
        }
      },
    ]
  })`,
        'policy =',
      )}${other}`,
    );
    expect(refusalAt(before.replace('priority =', '$0priority ='), FROM_DOCUMENT)).toMatch(/^Several places use it/);
  });

  it('goes with the blank lines around it where it is the first block, and its comments stay', () => {
    const before = `# keeps little\n${DOCUMENT}\n${resource(REFERENCE)}\n${VARIABLES}`;
    const after = refactor(before.replace('policy  ', 'policy$0  '), FROM_DOCUMENT);
    const object = OBJECT.replace('    rules', '    # keeps little\n    rules');
    expect(after).toBe(`${resource(object, 'policy =')}\n${VARIABLES}`);
  });

  it('is not replaced where jsonencode would make another policy', () => {
    const refusal = (text: string) =>
      refusalAt(
        `data "aws_ecr_lifecycle_policy_document" "d" {$0\n${text}\n}\n${resource('data.aws_ecr_lifecycle_policy_document.d.json')}`,
        FROM_DOCUMENT,
      );
    expect(refusal('  for_each = var.x\n  rule {}')).toBe('The data source has for_each.');
    expect(refusal('  dynamic "rule" {\n    for_each = []\n    content {}\n  }')).toBe(
      'The data source has a block dynamic.',
    );
    expect(refusal('  rule {\n    description = var.d\n  }')).toMatch(/^description may be null or empty/);
    expect(refusal('  rule {\n    # one\n    description = null\n  }')).toMatch(/^There are comments/);
  });
});

expectLayoutOfAll();
