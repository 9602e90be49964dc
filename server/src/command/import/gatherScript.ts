import type { Shell } from './importOptions.ts';

/**
 * The commands that gather the input of an import, for each shell. A failing command leaves an empty file, which counts
 * as "has none". Source: AWS CLI command reference, `aws ecr`. Read 2026-11-29.
 */
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# bash: writes what 'terraform-ecr import' reads into the folder ecr
mkdir -p ecr/policies ecr/repository-policies ecr/tags ecr/registry
aws ecr describe-repositories --output json > ecr/repositories.json
aws ecr describe-repositories --query 'repositories[].[repositoryName,repositoryArn]' --output text |
while read -r name arn; do
  file="\${name//\\//__}.json"
  aws ecr get-lifecycle-policy --repository-name "$name" --output json > "ecr/policies/$file" 2> /dev/null || true
  aws ecr get-repository-policy --repository-name "$name" --output json > "ecr/repository-policies/$file" 2> /dev/null || true
  aws ecr list-tags-for-resource --resource-arn "$arn" --output json > "ecr/tags/$file" || true
done
aws ecr describe-pull-through-cache-rules --output json > ecr/cache-rules.json
aws ecr describe-repository-creation-templates --output json > ecr/templates.json
aws ecr describe-registry --output json > ecr/registry/registry.json
aws ecr get-registry-policy --output json > ecr/registry/policy.json 2> /dev/null || true
aws ecr get-registry-scanning-configuration --output json > ecr/registry/scanning.json
terraform-ecr import --repositories ecr/repositories.json --policies ecr/policies \\
  --repository-policies ecr/repository-policies --tags ecr/tags --cache-rules ecr/cache-rules.json \\
  --templates ecr/templates.json --registry ecr/registry > imports.tf`,
  powershell: `# PowerShell: writes what 'terraform-ecr import' reads into the folder ecr
New-Item -ItemType Directory -Force ecr/policies, ecr/repository-policies, ecr/tags, ecr/registry | Out-Null
aws ecr describe-repositories --output json > ecr/repositories.json
foreach ($repository in (aws ecr describe-repositories --output json | ConvertFrom-Json).repositories) {
  $file = $repository.repositoryName.Replace('/', '__') + '.json'
  aws ecr get-lifecycle-policy --repository-name $repository.repositoryName --output json 2> $null > "ecr/policies/$file"
  aws ecr get-repository-policy --repository-name $repository.repositoryName --output json 2> $null > "ecr/repository-policies/$file"
  aws ecr list-tags-for-resource --resource-arn $repository.repositoryArn --output json > "ecr/tags/$file"
}
aws ecr describe-pull-through-cache-rules --output json > ecr/cache-rules.json
aws ecr describe-repository-creation-templates --output json > ecr/templates.json
aws ecr describe-registry --output json > ecr/registry/registry.json
aws ecr get-registry-policy --output json 2> $null > ecr/registry/policy.json
aws ecr get-registry-scanning-configuration --output json > ecr/registry/scanning.json
terraform-ecr import --repositories ecr/repositories.json --policies ecr/policies \`
  --repository-policies ecr/repository-policies --tags ecr/tags --cache-rules ecr/cache-rules.json \`
  --templates ecr/templates.json --registry ecr/registry | Out-File -Encoding utf8 imports.tf`,
};

/** The script for each of the shells, one after the other. */
export function gatherScript(shells: readonly Shell[]): string {
  return shells.map((shell) => SCRIPTS[shell]).join('\n\n');
}
