const ECR_TYPE = /^(?:aws_ecr|aws_ecrpublic|awscc_ecr)_[a-z0-9_]+$/;

/** True for a type of resource that belongs to ECR or ECR Public. */
export function isEcrType(type: string): boolean {
  return ECR_TYPE.test(type);
}

/** True for an address that may belong to ECR. */
export function mayBeOfEcr(address: string): boolean {
  return address.includes('aws_ecr') || address.includes('awscc_ecr');
}
