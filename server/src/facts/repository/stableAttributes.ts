/**
 * Attributes of resources that always equal an argument, whatever AWS answers. Sources: terraform-provider-aws,
 * `internal/service/ecr/repository.go`: the id of a repository is its name; terraform-provider-local,
 * `internal/provider/resource_local_file.go`.
 */
const STABLE_ATTRIBUTES: readonly { readonly type: string; readonly attribute: string; readonly argument: string }[] = [
  { type: 'aws_ecr_repository', attribute: 'name', argument: 'name' },
  { type: 'aws_ecr_repository', attribute: 'id', argument: 'name' },
  { type: 'local_file', attribute: 'content', argument: 'content' },
  { type: 'local_sensitive_file', attribute: 'content', argument: 'content' },
];

/** The argument that an attribute of a resource equals, or null when the configuration does not decide it. */
export function stableArgument(type: string, attribute: string): string | null {
  return STABLE_ATTRIBUTES.find((fact) => fact.type === type && fact.attribute === attribute)?.argument ?? null;
}
